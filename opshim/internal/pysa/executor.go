package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// An Executor is what a connection object talks to. Errors that implement
// DatabaseFailure become exceptions of sqlalchemy.exc.
type Executor interface {
	// Dialect is the database's.
	Dialect() *sqlgen.Dialect
	// Execute runs a statement with its parameter sets: none, one, or many.
	Execute(t *pyrt.Thread, stmt expr.Stmt, params []map[string]any) (Answer, error)
	// Apply does what is no single statement: transactions and savepoints,
	// create_all, types.
	Apply(t *pyrt.Thread, o op.Op) error
	// Reflect returns a table; nil when there is none.
	Reflect(t *pyrt.Thread, name schema.Name) (*schema.Table, error)
	// Names lists "tables", "views", "schemas", "sequences", "enums",
	// "materialized_views" or "temp_tables" of a schema ("": the default one).
	Names(t *pyrt.Thread, kind, schema string) ([]string, error)
}

// An Answer is the result of Execute. Values are database values as package
// opshim has them.
type Answer struct {
	Columns      []string // nil: the statement returns no rows
	Rows         [][]any
	RowsAffected int64
	LastInsertID int64
	// Unknown, if not nil, is handed to the script as it is.
	Unknown pyrt.Value
	// Count is the number of affected rows where RowsAffected does not say it.
	Count pyrt.Value
	// Seen, if not nil, is told which row the script looks at.
	Seen func(row int)
}

// connection is the Go payload of Connection and MockConnection.
type connection struct {
	exec   Executor
	mock   bool
	opts   *pyrt.Dict // .info
	exopts *pyrt.Dict // execution_options
	closed bool
	// depth counts open savepoints; begun is an explicit begin().
	depth int
	begun bool
	// idle: no transaction is open; the next statement opens one.
	idle  bool
	names int
	// engineOf makes the object the engine of that connection: there is one
	// database, and what the engine connects to is the connection of the run.
	engineOf *pyrt.Object
}

// NewConnection makes the Connection object of a live run.
func (l *Library) NewConnection(e Executor) *pyrt.Object {
	return pyrt.NewObject(l.class("engine.Connection"), &connection{exec: e})
}

// MockConnection makes what op.get_bind() gives in --sql mode; Options.Mock
// says where its statements go.
func (l *Library) MockConnection(d *sqlgen.Dialect) (pyrt.Value, error) {
	if l.opt.Mock == nil {
		return nil, unsupported("a connection in --sql mode")
	}
	return pyrt.NewObject(l.class("engine.MockConnection"), &connection{exec: l.opt.Mock(d), mock: true}), nil
}

// connectionOf finds the connection behind a bind: a Connection, a Session, an
// Inspector.
func (l *Library) connectionOf(v pyrt.Value) (*connection, error) {
	for range 4 {
		o, ok := v.(*pyrt.Object)
		if !ok {
			break
		}
		switch n := o.Native.(type) {
		case *connection:
			return n, nil
		case *inspector:
			return n.conn, nil
		}
		next, err := pyrt.LookupAttr(l.thread, o, "bind")
		if err != nil {
			return nil, err
		}
		if next == nil || next == pyrt.None {
			if f, err := pyrt.LookupAttr(l.thread, o, "__sa_connection__"); err == nil && f != nil {
				if next, err = pyrt.Call(l.thread, f, pyrt.Args{}); err != nil {
					return nil, err
				}
			} else {
				break
			}
		}
		v = next
	}
	if in, ok := v.(*inertObject); ok {
		return nil, unsupported("%s", in.name)
	}
	if v == pyrt.None {
		return nil, l.errorf("UnboundExecutionError", "there is no connection to execute on")
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "a connection is expected, got %s", v.Type().Name)
}

// inspectable is connectionOf for reflection, which --sql mode does not have.
func (l *Library) inspectable(v pyrt.Value) (*connection, error) {
	c, err := l.connectionOf(v)
	if err != nil {
		return nil, err
	}
	if c.mock {
		return nil, l.errorf("NoInspectionAvailable", "No inspection system is available for object of type <class 'sqlalchemy.engine.mock.MockConnection'>")
	}
	return c, nil
}

// paramSets converts the parameters of execute().
func (l *Library) paramSets(v pyrt.Value) ([]map[string]any, error) {
	if v == nil || v == pyrt.None {
		return nil, nil
	}
	if d, ok := l.mappingOf(v); ok {
		m, err := l.paramMap(d)
		return []map[string]any{m}, err
	}
	items, err := pyrt.Collect(l.thread, v)
	if err != nil {
		return nil, err
	}
	var out []map[string]any
	for _, it := range items {
		d, ok := l.mappingOf(it)
		if !ok {
			return nil, l.errorf("ArgumentError", "List argument must consist only of dictionaries")
		}
		m, err := l.paramMap(d)
		if err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, nil
}

// mappingOf accepts dicts and row mappings.
func (l *Library) mappingOf(v pyrt.Value) (*pyrt.Dict, bool) {
	if d, ok := pyrt.AsDict(v); ok {
		return d, true
	}
	if m, ok := v.(*rowMapping); ok {
		return m.dict(), true
	}
	return nil, false
}

func (l *Library) paramMap(d *pyrt.Dict) (map[string]any, error) {
	m := make(map[string]any, d.Size())
	for _, e := range d.Items() {
		k, ok := pyrt.AsStr(e[0])
		if !ok {
			return nil, l.errorf("ArgumentError", "Expected str parameter names, got %s", e[0].Type().Name)
		}
		x, err := l.FromPython(e[1])
		if err != nil {
			return nil, err
		}
		m[k] = x
	}
	return m, nil
}

// run executes a statement and makes the result object.
func (l *Library) run(t *pyrt.Thread, c *connection, v, params pyrt.Value) (pyrt.Value, error) {
	if c.closed {
		return nil, l.errorf("ResourceClosedError", "This Connection is closed")
	}
	var st expr.Stmt
	var err error
	if s, isText := pyrt.AsStr(v); isText {
		if !c.mock {
			return nil, l.notExecutable(v)
		}
		st = &expr.Text{SQL: s}
	} else if st, err = l.StmtOf(v); err != nil {
		return nil, err
	}
	sets, err := l.paramSets(params)
	if err != nil {
		return nil, err
	}
	if vals, err := l.paramValues(v); err != nil {
		return nil, err
	} else if vals != nil {
		if len(sets) == 0 {
			sets = []map[string]any{{}}
		}
		for _, s := range sets {
			for k, x := range vals {
				if _, given := s[k]; !given {
					s[k] = x
				}
			}
		}
	}
	c.idle = false
	if l.skippedDDL(v, c) {
		return pyrt.None, nil
	}
	a, err := c.exec.Execute(t, st, sets)
	if err != nil {
		return nil, l.databaseError(err)
	}
	if c.mock {
		return pyrt.None, nil
	}
	if a.Unknown != nil {
		return a.Unknown, nil
	}
	return l.newResult(a, st), nil
}

// skippedDDL reports whether execute_if(dialect=...) rules an element out.
func (l *Library) skippedDDL(v pyrt.Value, c *connection) bool {
	o, ok := v.(*pyrt.Object)
	if !ok {
		return false
	}
	d, ok := o.Native.(*ddlObject)
	if !ok || len(d.dialects) == 0 {
		return false
	}
	for _, n := range d.dialects {
		if n == c.exec.Dialect().Name {
			return false
		}
	}
	return true
}
