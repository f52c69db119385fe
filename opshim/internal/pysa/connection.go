package pysa

import (
	"fmt"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/pyrt"
)

func connOf(v pyrt.Value) *connection {
	if o, ok := v.(*pyrt.Object); ok {
		if c, ok := o.Native.(*connection); ok {
			return c
		}
	}
	return &connection{closed: true}
}

// transaction is the Go payload of what begin() and begin_nested() return.
type transaction struct {
	conn   *connection
	name   string // savepoint; "" is the outer transaction
	active bool
	marker bool // a part of the transaction, as begin() inside of one makes in 1.4
	// engine is Engine.begin(): the block gets a connection whose own transaction
	// this is not.
	engine *pyrt.Object
}

// liveClasses are the classes of connections, results, inspectors and dialects.
func liveClasses() map[string]classDef {
	out := map[string]classDef{
		"engine.Connection":             {name: "Connection", module: "sqlalchemy.engine.base", members: connectionMembers},
		"engine.MockConnection":         {name: "MockConnection", module: "sqlalchemy.engine.mock", members: mockMembers},
		"engine.Transaction":            {name: "Transaction", module: "sqlalchemy.engine.base", members: transactionMembers},
		"engine.RootTransaction":        {name: "RootTransaction", module: "sqlalchemy.engine.base", bases: []string{"engine.Transaction"}},
		"engine.NestedTransaction":      {name: "NestedTransaction", module: "sqlalchemy.engine.base", bases: []string{"engine.Transaction"}},
		"engine.Result":                 {name: "Result", module: "sqlalchemy.engine.result", members: resultMembers},
		"engine.CursorResult":           {name: "CursorResult", module: "sqlalchemy.engine.cursor", bases: []string{"engine.Result"}},
		"engine.ScalarResult":           {name: "ScalarResult", module: "sqlalchemy.engine.result", bases: []string{"engine.Result"}},
		"engine.MappingResult":          {name: "MappingResult", module: "sqlalchemy.engine.result", bases: []string{"engine.Result"}},
		"engine.Row":                    {name: "Row", module: "sqlalchemy.engine.row"},
		"engine.RowMapping":             {name: "RowMapping", module: "sqlalchemy.engine.row"},
		"engine.Inspector":              {name: "Inspector", module: "sqlalchemy.engine.reflection", members: inspectorMembers},
		"SQLCompiler":                   {name: "SQLCompiler", module: "sqlalchemy.sql.compiler", members: compilerMembers},
		"Compiled":                      {name: "Compiled", module: "sqlalchemy.sql.compiler", members: compiledMembers},
		"engine.Dialect":                {name: "Dialect", module: "sqlalchemy.engine.interfaces", members: dialectMembers},
		"constant":                      {name: "symbol", module: "sqlalchemy.util", members: constantMembers},
		"postgresql.PGDialect":          dialectClass("postgresql", "engine.DefaultDialect"),
		"postgresql.dialect":            dialectClass("postgresql", "postgresql.PGDialect"),
		"postgresql.PGDialect_psycopg2": driverClass("PGDialect_psycopg2", "postgresql", "psycopg2"),
		"postgresql.PGDialect_psycopg":  driverClass("PGDialect_psycopg", "postgresql", "psycopg"),
		"postgresql.PGDialect_asyncpg":  driverClass("PGDialect_asyncpg", "postgresql", "asyncpg"),
		"postgresql.PGDialect_pg8000":   driverClass("PGDialect_pg8000", "postgresql", "pg8000"),
		"mysql.MySQLDialect":            dialectClass("mysql", "engine.DefaultDialect"),
		"mysql.dialect":                 dialectClass("mysql", "mysql.MySQLDialect"),
		"mariadb.dialect":               dialectClass("mariadb", "mysql.MySQLDialect"),
		"sqlite.SQLiteDialect":          dialectClass("sqlite", "engine.DefaultDialect"),
		"sqlite.dialect":                dialectClass("sqlite", "sqlite.SQLiteDialect"),
		"mssql.dialect":                 dialectClass("mssql", "engine.DefaultDialect"),
		"oracle.dialect":                dialectClass("oracle", "engine.DefaultDialect"),
		"engine.DefaultDialect":         dialectClass("default", "engine.Dialect"),
		"engine.StrCompileDialect":      dialectClass("default_enhanced", "engine.DefaultDialect"),
		"StrCompileDialect":             dialectClass("default_enhanced", "engine.DefaultDialect"),
	}
	return out
}

// connectionMembers is the namespace of Connection.
func connectionMembers(l *Library) []pyrt.Member {
	return append([]pyrt.Member{
		l.method("execute(self, statement, parameters=None, *, execution_options=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.run(t, connOf(a[0]), a[1], a[2])
		}),
		l.method("scalar(self, statement, parameters=None, *, execution_options=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			r, err := l.run(t, connOf(a[0]), a[1], a[2])
			if err != nil {
				return nil, err
			}
			return pyrt.CallMethod(t, r, "scalar")
		}),
		l.method("scalars(self, statement, parameters=None, *, execution_options=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			r, err := l.run(t, connOf(a[0]), a[1], a[2])
			if err != nil {
				return nil, err
			}
			return pyrt.CallMethod(t, r, "scalars")
		}),
		l.method("exec_driver_sql(self, statement, parameters=None, execution_options=None)", driverSQL),
		l.method("begin(self)", beginMethod), l.method("begin_nested(self)", beginNested),
		l.method("commit(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			connOf(a[0]).idle = true
			return pyrt.None, l.apply(t, connOf(a[0]), &op.Commit{})
		}),
		l.method("rollback(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			connOf(a[0]).idle = true
			return pyrt.None, l.apply(t, connOf(a[0]), &op.Rollback{})
		}),
		l.method("in_transaction(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Bool(!connOf(a[0]).idle), nil
		}),
		l.method("in_nested_transaction(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Bool(connOf(a[0]).depth > 0), nil
		}),
		l.method("get_transaction(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if connOf(a[0]).idle {
				return pyrt.None, nil
			}
			return pyrt.NewObject(l.class("engine.RootTransaction"), &transaction{conn: connOf(a[0]), active: true}), nil
		}),
	}, append(connectionMembersRest(l), bindMembersOf(l)...)...)
}

// connectionMembersRest is the second half of connectionMembers.
func connectionMembersRest(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.method("get_nested_transaction(self)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }),
		l.method("close(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }),
		l.method("get_isolation_level(self)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("Connection.get_isolation_level")
		}),
		l.method("__enter__(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("__exit__(self, type_, value, traceback)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }),
		l.method("connect(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if c := connOf(a[0]); c.engineOf != nil {
				return c.engineOf, nil
			}
			return a[0], nil
		}),
		l.method("raw_connection(self)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("Engine.raw_connection")
		}),
		l.method("detach(self)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }),
		l.method("invalidate(self, exception=None)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }),
		l.getter("closed", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Bool(connOf(self).closed), nil
		}),
		l.getter("connection", func(*Library, *pyrt.Thread, pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("Connection.connection (the driver's own connection)")
		}),
		l.getter("info", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			c := connOf(self)
			if c.opts == nil {
				c.opts = pyrt.NewDict()
			}
			return c.opts, nil
		}),
		l.getter("url", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			f, err := l.symbol("engine.make_url")
			if err != nil {
				return nil, err
			}
			return pyrt.Call(t, f, pyrt.Positional(pyrt.Str(connOf(self).exec.Dialect().Name+"://")))
		}),
	}
}

// bindMembersOf is what real and mock connections share.
func bindMembersOf(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.getter("dialect", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			d := connOf(self).exec.Dialect()
			if o, ok := l.dialects[d.Name]; ok && o.Native == any(d) {
				return o, nil
			}
			v, err := l.DialectObject(d)
			if err == nil {
				l.dialects[d.Name] = v.(*pyrt.Object)
			}
			return v, err
		}),
		l.getter("engine", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			c := *connOf(self)
			if c.mock || c.engineOf != nil {
				return self, nil
			}
			c.engineOf = self.(*pyrt.Object)
			return pyrt.NewObject(c.engineOf.Class, &c), nil
		}),
		l.getter("name", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str(connOf(self).exec.Dialect().Name), nil
		}),
		l.method("execution_options(self, **opt)", executionOptions),
		l.method("get_execution_options(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return connOf(a[0]).execOptions(), nil
		}),
		l.method("schema_for_object(self, obj)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.GetAttr(t, a[1], "schema")
		}),
	}
}

// mockMembers is the namespace of MockConnection: nothing else exists on it.
func mockMembers(l *Library) []pyrt.Member {
	return append([]pyrt.Member{
		l.method("execute(self, obj, parameters=None, execution_options=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.run(t, connOf(a[0]), a[1], a[2])
		}),
		l.method("connect(self, **kwargs)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
	}, bindMembersOf(l)...)
}

func driverSQL(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	s, ok := pyrt.AsStr(a[1])
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "exec_driver_sql() takes a string")
	}
	c := connOf(a[0])
	if a[2] != pyrt.None {
		if on, err := pyrt.Truth(t, a[2]); err != nil {
			return nil, err
		} else if on {
			return l.driverExecute(t, c, s, l.legacySets([]pyrt.Value{a[2]}, nil))
		}
	}
	st := &expr.RawSQL{SQL: s}
	c.idle = false
	ans, err := c.exec.Execute(t, st, nil)
	if err != nil {
		return nil, l.databaseError(err)
	}
	if ans.Unknown != nil {
		return ans.Unknown, nil
	}
	return l.newResult(ans, st), nil
}

func (l *Library) apply(t *pyrt.Thread, c *connection, o op.Op) error {
	if c.closed || c.exec == nil {
		return l.errorf("ResourceClosedError", "This Connection is closed")
	}
	return l.databaseError(c.exec.Apply(t, o))
}

// beginMethod is connection.begin(): a transaction is open already, so SQLAlchemy
// refuses.
func beginMethod(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c := connOf(a[0])
	if c.engineOf != nil {
		return pyrt.NewObject(l.class("engine.RootTransaction"), &transaction{conn: c, engine: c.engineOf}), nil
	}
	if !c.idle && (l.opt.BeginAllowed == nil || !l.opt.BeginAllowed()) {
		return nil, l.errorf("InvalidRequestError", "This connection has already initialized a SQLAlchemy Transaction() object via begin() or "+
			"autobegin; can't call begin() here unless rollback() or commit() is called first.")
	}
	c.begun, c.idle = true, false
	return pyrt.NewObject(l.class("engine.RootTransaction"), &transaction{conn: c, active: true}), l.apply(t, c, &op.Begin{})
}

func beginNested(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c := connOf(a[0])
	c.names++
	tx := &transaction{conn: c, active: true, name: fmt.Sprintf("sa_savepoint_%d", c.names)}
	if err := l.apply(t, c, &op.Savepoint{Name: tx.name}); err != nil {
		return nil, err
	}
	c.depth++
	c.idle = false
	return pyrt.NewObject(l.class("engine.NestedTransaction"), tx), nil
}

// end finishes a transaction object.
func (l *Library) end(t *pyrt.Thread, tx *transaction, commit bool) error {
	if !tx.active {
		return nil
	}
	tx.active = false
	if tx.marker {
		return l.endMarker(t, tx, commit)
	}
	var o op.Op
	switch {
	case tx.name != "" && commit:
		o = &op.ReleaseSavepoint{Name: tx.name}
	case tx.name != "":
		o = &op.RollbackToSavepoint{Name: tx.name}
	case commit:
		o = &op.Commit{}
	default:
		o = &op.Rollback{}
	}
	if tx.name != "" {
		tx.conn.depth--
	} else {
		tx.conn.idle = true
	}
	return l.apply(t, tx.conn, o)
}

func transactionMembers(l *Library) []pyrt.Member {
	of := func(v pyrt.Value) *transaction { return v.(*pyrt.Object).Native.(*transaction) }
	return []pyrt.Member{
		l.method("commit(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.None, l.end(t, of(a[0]), true)
		}),
		l.method("rollback(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.None, l.end(t, of(a[0]), false)
		}),
		l.method("close(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.None, l.end(t, of(a[0]), false)
		}),
		l.getter("is_active", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Bool(of(self).active), nil
		}),
		l.getter("is_valid", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Bool(of(self).active), nil
		}),
		l.method("__enter__(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if e := of(a[0]).engine; e != nil {
				return e, nil
			}
			return a[0], nil
		}),
		l.method("__exit__(self, type_, value, traceback)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.False, l.end(t, of(a[0]), a[1] == pyrt.None)
		}),
	}
}
