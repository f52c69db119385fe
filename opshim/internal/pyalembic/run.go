package pyalembic

import (
	"fmt"
	"sort"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/pyrt"
)

// contextRun is context.run_migrations: each step that the host names, with
// its change of the version table.
func contextRun(c *Context, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	kw, _ := pyrt.AsDict(a[0])
	c.RunArgs = keywords(kw)
	defer c.Operations()()
	if c.lib.set.Purge && c.AsSQL {
		return nil, c.lib.commandError("Can't use --purge with --sql mode")
	}
	heads, err := c.startHeads()
	if err != nil {
		return nil, err
	}
	if c.lib.set.Purge {
		heads = nil
	}
	steps, err := c.lib.host.Steps(t, c)
	if err != nil {
		return nil, c.lib.raise(err)
	}
	if len(steps) == 0 {
		return pyrt.None, nil
	}
	rows := c.lib.set.History.Maintain(heads)
	for _, s := range steps {
		if !c.AsSQL {
			c.lib.sa.MarkTransaction(c.Connection, true) // reading the version table has begun one
		}
		if err := c.step(t, rows, s, kw); err != nil {
			return nil, err
		}
		c.lib.host.Moved(c, rows.Heads())
	}
	return pyrt.None, nil
}

// startHeads are the rows of the version table; in --sql mode that is the
// starting revision.
func (c *Context) startHeads() ([]string, error) {
	s, ok := pyrt.AsStr(c.startingRev)
	if !c.AsSQL {
		if ok && s != "" {
			return nil, c.lib.commandError("Can't specify current_rev to context when using a database connection")
		}
		return c.lib.host.Rows(c), nil
	}
	if !ok || s == "base" || s == "" {
		return nil, nil
	}
	r, err := c.lib.set.History.Revision(s)
	if err != nil {
		return nil, c.lib.raise(script.AsCommandError(err))
	}
	if r == nil {
		return nil, pyrt.Errorf(pyrt.AttributeError, "'NoneType' object has no attribute 'revision'")
	}
	return []string{r.ID}, nil
}

// StartHeads is what the version table holds when the run begins.
func (c *Context) StartHeads() ([]string, error) { return c.startHeads() }

// step runs one revision, in a transaction of its own if that is asked for.
func (c *Context) step(t *pyrt.Thread, rows *script.Maintainer, s script.Step, kw *pyrt.Dict) error {
	if !c.begins(true) {
		return c.stepInside(t, rows, s, kw)
	}
	if err := c.begin(t); err != nil {
		return err
	}
	err := c.stepInside(t, rows, s, kw)
	if end := c.end(t, err); err == nil {
		err = end
	}
	return err
}

func (c *Context) stepInside(t *pyrt.Thread, rows *script.Maintainer, s script.Step, kw *pyrt.Dict) error {
	if c.AsSQL {
		if rows.Empty() {
			if err := c.createVersionTable(t); err != nil {
				return err
			}
		}
		if err := c.print(t, "-- Running "+script.ShortLog(s)); err != nil {
			return err
		}
	}
	if err := c.runFunction(t, s, kw); err != nil {
		return err
	}
	changes, err := rows.Apply(s)
	if err != nil {
		return c.lib.raise(err)
	}
	for _, ch := range changes {
		if err := c.changeRow(t, ch); err != nil {
			return err
		}
	}
	return c.callbacks(t, s, rows, kw)
}

// runFunction calls upgrade() or downgrade(); a stamp has none.
func (c *Context) runFunction(t *pyrt.Thread, s script.Step, kw *pyrt.Dict) error {
	r, ok := s.(*script.RevisionStep)
	if !ok {
		return nil
	}
	m, err := c.lib.host.Module(t, r.Revision)
	if err != nil {
		return err
	}
	fn, err := pyrt.GetAttr(t, m, s.Name())
	if err != nil {
		return err
	}
	done := c.lib.host.Running()
	v, err := pyrt.Call(t, fn, pyrt.Args{Kw: keywords(kw)})
	done()
	if text := NeverAwaited(v); err == nil && text != "" {
		c.lib.host.Warn(t, text)
	}
	return err
}

// NeverAwaited is what CPython warns of where a revision's function is async
// def: Alembic calls it, and nothing in it happens. It is "" for other results.
func NeverAwaited(result pyrt.Value) string {
	if g, ok := result.(*pyrt.Generator); ok && g.Type() == pyrt.CoroutineType {
		return "coroutine '" + g.Name + "' was never awaited"
	}
	return ""
}

// keywords are the entries of a dictionary as keyword arguments.
func keywords(d *pyrt.Dict) []pyrt.Keyword {
	if d == nil {
		return nil
	}
	var out []pyrt.Keyword
	for _, e := range d.Items() {
		if name, ok := pyrt.AsStr(e[0]); ok {
			out = append(out, pyrt.Keyword{Name: name, Value: e[1]})
		}
	}
	return out
}

// CreateVersionTable makes the version table.
func (c *Context) CreateVersionTable(t *pyrt.Thread) error { return c.createVersionTable(t) }

func (c *Context) createVersionTable(t *pyrt.Thread) error {
	table, err := c.versionTable()
	if err != nil {
		return err
	}
	return c.apply(t, &op.Execute{Stmt: &expr.CreateTable{Table: table}})
}

// changeRow does one change of the version table. Ids stand in the text, as
// Alembic writes them.
func (c *Context) changeRow(t *pyrt.Thread, change script.RowOp) error {
	data, err := c.versionTable()
	if err != nil {
		return err
	}
	table := &expr.Table{Def: data}
	where := func(id string) ([]expr.Expr, error) {
		e, err := expr.Operate(expr.OpEq, expr.TableColumn(table, data.Columns[0]), literalID(id))
		return []expr.Expr{e}, err
	}
	var stmt expr.Stmt
	switch ch := change.(type) {
	case script.InsertRow:
		stmt = &expr.Insert{Table: table, Values: []expr.Assign{{Column: "version_num", Value: literalID(ch.ID)}}}
	case script.DeleteRow:
		wheres, err := where(ch.ID)
		if err != nil {
			return err
		}
		stmt = &expr.Delete{Table: table, Wheres: wheres}
	case script.UpdateRow:
		wheres, err := where(ch.From)
		if err != nil {
			return err
		}
		stmt = &expr.Update{Table: table, Values: []expr.Assign{{Column: "version_num", Value: literalID(ch.To)}}, Wheres: wheres}
	default:
		return fmt.Errorf("unknown change of the version table %T", change)
	}
	return c.apply(t, &op.Execute{Stmt: stmt})
}

// literalID is an id written into the text, as literal_column has it.
func literalID(id string) expr.Expr { return &expr.Column{Name: "'" + id + "'", Literal: true} }

// callbacks calls on_version_apply.
func (c *Context) callbacks(t *pyrt.Thread, s script.Step, rows *script.Maintainer, kw *pyrt.Dict) error {
	list, err := pyrt.Collect(t, c.callbackList())
	if err != nil || len(list) == 0 {
		return err
	}
	heads := &pyrt.Set{}
	now := rows.Heads()
	sort.Strings(now)
	for _, h := range now {
		if err := heads.Add(t, pyrt.Str(h)); err != nil {
			return err
		}
	}
	if kw == nil {
		kw = pyrt.NewDict()
	}
	for _, fn := range list {
		_, err := pyrt.Call(t, fn, pyrt.Args{Kw: []pyrt.Keyword{
			{Name: "ctx", Value: c.Object()}, {Name: "step", Value: c.lib.stepInfo(s)},
			{Name: "heads", Value: heads}, {Name: "run_args", Value: kw},
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *Context) callbackList() pyrt.Value {
	if v := c.option("on_version_apply"); v != pyrt.None {
		return v
	}
	return pyrt.NewTuple()
}

// stepInfo is the MigrationInfo of a step.
func (l *Library) stepInfo(s script.Step) pyrt.Value {
	up, down := s.To(), s.From()
	_, stamp := s.(*script.StampStep)
	if !s.IsUpgrade() {
		up, down = down, up
	}
	if r, ok := s.(*script.RevisionStep); ok {
		down = r.Revision.NormalizedDown()
	}
	from, to := down, up
	if !s.IsUpgrade() {
		from, to = up, down
	}
	first := pyrt.None
	if len(up) > 0 {
		first = pyrt.Str(up[0])
	}
	return l.namespace("MigrationInfo",
		pyrt.Constant("is_upgrade", pyrt.Bool(s.IsUpgrade())),
		pyrt.Constant("is_stamp", pyrt.Bool(stamp)),
		pyrt.Constant("is_migration", pyrt.Bool(!stamp)),
		pyrt.Constant("up_revision_id", first),
		pyrt.Constant("up_revision_ids", tupleOf(up)),
		pyrt.Constant("down_revision_ids", tupleOf(down)),
		pyrt.Constant("source_revision_ids", tupleOf(from)),
		pyrt.Constant("destination_revision_ids", tupleOf(to)),
		pyrt.Constant("revision_map", l.scriptDirectory()),
	)
}

// contextHeads is get_current_heads().
func contextHeads(c *Context, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
	heads, err := c.startHeads()
	if err != nil {
		return nil, err
	}
	return tupleOf(heads), nil
}

// contextCurrent is get_current_revision().
func contextCurrent(c *Context, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
	heads, err := c.startHeads()
	if err != nil || len(heads) == 0 {
		return pyrt.None, err
	}
	return pyrt.Str(heads[0]), nil
}
