package pysa

import (
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// A listener is a function registered with event.listen.
type listener struct {
	target pyrt.Value
	name   string
	fn     pyrt.Value
}

// inertEvents are those whose functions only run where this package does nothing
// of the kind: drivers' connections and pools, and reflection through a driver.
var inertEvents = map[string]bool{"connect": true, "first_connect": true, "checkout": true, "checkin": true, "do_connect": true,
	"engine_connect": true, "close": true, "reset": true, "invalidate": true, "handle_error": true, "before_cursor_execute": true,
	"after_cursor_execute": true, "begin": true, "set_connection_execution_options": true}

// listen is event.listen(target, identifier, fn). Functions for attaching columns,
// for creating tables and for the ORM are kept; Listeners gives them.
func listen(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, _ := pyrt.AsStr(a[1])
	if inertEvents[name] {
		return pyrt.None, nil
	}
	l.listeners = append(l.listeners, listener{a[0], name, a[2]})
	l.heard[name]++
	return pyrt.None, nil
}

func listensFor(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	target, name := a[0], a[1]
	return pyrt.NewBuiltin("decorate(fn)", func(t *pyrt.Thread, b []pyrt.Value) (pyrt.Value, error) {
		_, err := listen(l, t, []pyrt.Value{target, name, b[0]})
		return b[0], err
	}), nil
}

func removeListener(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, _ := pyrt.AsStr(a[1])
	for i, x := range l.listeners {
		if x.target == a[0] && x.name == name && x.fn == a[2] {
			l.listeners = append(l.listeners[:i:i], l.listeners[i+1:]...)
			l.heard[name]--
			break
		}
	}
	return pyrt.None, nil
}

func containsListener(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, _ := pyrt.AsStr(a[1])
	for _, x := range l.listeners {
		if x.target == a[0] && x.name == name && x.fn == a[2] {
			return pyrt.True, nil
		}
	}
	return pyrt.False, nil
}

// Listeners returns the functions registered for an event of a target object or
// its class, in order.
func (l *Library) Listeners(target pyrt.Value, name string) []pyrt.Value {
	if l.heard[name] == 0 {
		return nil
	}
	var out []pyrt.Value
	for _, x := range l.listeners {
		if x.name != name {
			continue
		}
		if c, ok := x.target.(*pyrt.Type); ok && target != nil && pyrt.IsInstance(target, c) || x.target == target {
			out = append(out, x.fn)
		}
	}
	return out
}

// fire calls the functions registered for an event of target.
func (l *Library) fire(target pyrt.Value, name string, args ...pyrt.Value) error {
	if len(l.listeners) == 0 {
		return nil
	}
	for _, fn := range l.Listeners(target, name) {
		if _, err := pyrt.Call(l.thread, fn, pyrt.Positional(args...)); err != nil {
			return err
		}
	}
	return nil
}

// refuseEvent fails when functions are registered for an event that is not
// carried out.
func (l *Library) refuseEvent(target pyrt.Value, name string) error {
	if len(l.listeners) > 0 && len(l.Listeners(target, name)) > 0 {
		return unsupported("the event %s", name)
	}
	return nil
}

// refuseReflectEvents is refuseEvent for the reflection of a table.
func (l *Library) refuseReflectEvents(tb *table) error {
	targets := []pyrt.Value{tb.obj}
	if tb.md != nil {
		targets = append(targets, tb.md.obj)
	}
	for _, v := range targets {
		if err := l.refuseEvent(v, "column_reflect"); err != nil {
			return err
		}
	}
	for _, x := range l.listeners {
		if c, ok := x.target.(*pyrt.Type); ok && x.name == "column_reflect" && c.Name == "Inspector" {
			return unsupported("the event column_reflect")
		}
	}
	return nil
}

// fireType tells that a column has got its type.
func (l *Library) fireType(c *column) error {
	for _, name := range []string{"before_parent_attach", "after_parent_attach"} {
		if err := l.fire(c.typ, name, c.typ, c.obj); err != nil {
			return err
		}
	}
	return nil
}

// fireColumns tells that columns join, or have joined, a table.
func (l *Library) fireColumns(name string, tb *table, cols []*column) error {
	for _, c := range cols {
		if err := l.fire(c.obj, name, c.obj, tb.obj); err != nil {
			return err
		}
	}
	return nil
}

// attached are the table constraints and indexes that events make when the column
// joins a table.
func (l *Library) attached(c *column, name schema.Name) ([]schema.Constraint, []*schema.Index, error) {
	if len(l.Listeners(c.obj, "after_parent_attach"))+len(l.Listeners(c.obj, "before_parent_attach")) == 0 || c.table != nil {
		return nil, nil, nil
	}
	twin := l.copyColumn(c)
	if err := l.fireType(twin); err != nil {
		return nil, nil, err
	}
	var kw []pyrt.Keyword
	if name.Schema != "" {
		kw = []pyrt.Keyword{{Name: "schema", Value: pyrt.Str(name.Schema)}}
	}
	o, err := l.BuildTable(pyrt.Str(name.Name), []pyrt.Value{twin.obj}, kw, nil)
	if err != nil {
		return nil, nil, err
	}
	var out []schema.Constraint
	for _, k := range o.Native.(*table).def.Constraints {
		if ck, ok := k.(*schema.Check); ok && !ck.Implicit {
			out = append(out, ck)
		}
	}
	var indexes []*schema.Index
	for _, ix := range o.Native.(*table).def.Indexes {
		if !ix.FromColumn {
			indexes = append(indexes, ix)
		}
	}
	return out, indexes, nil
}

// moreFunctions are the functions outside of the expression language.
func moreFunctions() map[string]funcDef {
	return map[string]funcDef{
		"event.listen":      {"listen(target, identifier, fn, *args, **kw)", listen},
		"event.listens_for": {"listens_for(target, identifier, *args, **kw)", listensFor},
		"event.remove":      {"remove(target, identifier, fn)", removeListener},
		"event.contains":    {"contains(target, identifier, fn)", containsListener},
		"compiler.compiles": {"compiles(class_, *specs)", compilesDecorator},
		"compiler.deregister": {"deregister(class_)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if c, ok := a[0].(*pyrt.Type); ok {
				delete(l.compiles, c)
			}
			return pyrt.None, nil
		}},
		"_dialect_by_url": {"_dialect_by_url(name)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			s, _ := pyrt.AsStr(a[0])
			d, err := l.dialectByURL(s)
			if err != nil {
				return nil, err
			}
			if own := l.opt.Dialect; own != nil && own.Name == d.Name {
				d = own
			}
			return l.DialectObject(d)
		}},
		"_engine_connection": {"_engine_connection(dialect, url, begun=False)", engineConnection},
		"_fire": {"_fire(name, target, *args)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			name, _ := pyrt.AsStr(a[0])
			return pyrt.None, l.fire(a[1], name, l.items(a[2])...)
		}},
		"_refuse": {"_refuse(name, target)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			name, _ := pyrt.AsStr(a[0])
			return pyrt.None, l.refuseEvent(a[1], name)
		}},
		"_result": {"_result(keys, rows)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			ans := Answer{Columns: []string{}}
			for _, k := range l.items(a[0]) {
				s, _ := pyrt.AsStr(k)
				ans.Columns = append(ans.Columns, s)
			}
			for _, r := range l.items(a[1]) {
				var row []any
				for _, v := range l.items(r) {
					row = append(row, v)
				}
				ans.Rows = append(ans.Rows, row)
			}
			return l.newResult(ans, nil), nil
		}},
		"_inert": {"_inert(name)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			s, _ := pyrt.AsStr(a[0])
			return nil, unsupported("%s", s)
		}},
	}
}

// engineConnection is what engine.connect() gives: a connection of the executor
// that Options.Connect makes.
func engineConnection(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	d, err := l.DialectOf(a[0])
	if err != nil {
		return nil, err
	}
	url, _ := pyrt.AsStr(a[1])
	o := l.NewConnection(&heldExecutor{d: d})
	if l.opt.Connect != nil {
		o = l.NewConnection(l.opt.Connect(d, url))
	}
	l.MarkTransaction(o, a[2] == pyrt.Value(pyrt.True))
	return o, nil
}

// createEngine is create_engine(url, **kw), made by the engine module of the
// prelude.
func createEngine(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	f, err := l.symbol("engine.create_engine")
	if err != nil {
		return nil, err
	}
	return pyrt.Call(t, f, pyrt.Args{Pos: []pyrt.Value{a[0]}, Kw: keywords(a[1])})
}
