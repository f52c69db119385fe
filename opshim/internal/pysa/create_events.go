package pysa

import (
	"slices"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// createEvents are the names of the events of CREATE or DROP.
func createEvents(drop bool) (before, after string) {
	if drop {
		return "before_drop", "after_drop"
	}
	return "before_create", "after_create"
}

// watched reports whether functions are registered for the creation of tables;
// m is nil for table.create().
func (l *Library) watched(m *metadata, tables []*table, drop bool) bool {
	if len(l.listeners) == 0 {
		return false
	}
	before, after := createEvents(drop)
	on := func(v pyrt.Value) bool { return len(l.Listeners(v, before))+len(l.Listeners(v, after)) > 0 }
	return m != nil && on(m.obj) || slices.ContainsFunc(tables, func(tb *table) bool { return on(tb.obj) })
}

// createWatched is createTables one table at a time, with the events between.
// Tables that checkfirst leaves alone have none.
func (l *Library) createWatched(t *pyrt.Thread, bind pyrt.Value, m *metadata, tables []*table, check, drop bool) error {
	var todo []*table
	for _, tb := range tables {
		if check {
			v, err := l.hasTable(t, bind, tb.def.Name)
			if err != nil {
				return err
			}
			if exists, err := pyrt.Truth(t, v); err != nil {
				return err
			} else if exists != drop {
				continue
			}
		}
		todo = append(todo, tb)
	}
	if drop {
		slices.Reverse(todo)
	}
	before, after := createEvents(drop)
	objs := make([]pyrt.Value, len(todo))
	for i, tb := range todo {
		objs[i] = tb.obj
	}
	if m != nil {
		if err := l.fireDDL(m.obj, before, bind, pyrt.NewList(objs...), check); err != nil {
			return err
		}
	}
	if err := l.createEach(t, bind, m, todo, check, drop); err != nil {
		return err
	}
	if m != nil {
		return l.fireDDL(m.obj, after, bind, pyrt.NewList(objs...), check)
	}
	return nil
}

// createEach creates or drops tables: all at once where none has events of its
// own, else one after the other, with the sequences and the keys that all of them
// have in common before and after.
func (l *Library) createEach(t *pyrt.Thread, bind pyrt.Value, m *metadata, todo []*table, check, drop bool) error {
	if !l.watched(nil, todo, drop) {
		if drop {
			slices.Reverse(todo) // back to the order of creation, which createTables turns round
		}
		return l.createPlain(t, bind, m, todo, drop)
	}
	before, after := createEvents(drop)
	if len(m.ownSequences()) > 0 && !drop {
		if err := l.createPlain(t, bind, m, nil, drop); err != nil {
			return err
		}
	}
	for _, tb := range todo {
		if err := l.fireDDL(tb.obj, before, bind, pyrt.None, check); err != nil {
			return err
		}
		if err := l.createOne(t, bind, todo, tb, drop); err != nil {
			return err
		}
		if err := l.fireDDL(tb.obj, after, bind, pyrt.None, check); err != nil {
			return err
		}
	}
	refer := slices.ContainsFunc(todo, func(tb *table) bool {
		return slices.ContainsFunc(tb.def.Constraints, func(k schema.Constraint) bool { _, is := k.(*schema.ForeignKey); return is })
	})
	if drop || !refer {
		return nil
	}
	return l.createPart(bind, &op.CreateAll{Tables: l.definitions(todo), Keys: true})
}

// createOne is the turn of one table.
func (l *Library) createOne(t *pyrt.Thread, bind pyrt.Value, todo []*table, tb *table, drop bool) error {
	if drop {
		return l.createPlain(t, bind, nil, []*table{tb}, drop)
	}
	return l.createPart(bind, &op.CreateAll{Tables: l.definitions(todo), Only: tb.def})
}

func (l *Library) createPart(bind pyrt.Value, part *op.CreateAll) error {
	conn, err := l.connectionOf(bind)
	if err != nil {
		return err
	}
	return l.databaseError(conn.exec.Apply(l.thread, part))
}

func (l *Library) definitions(tables []*table) []*schema.Table {
	defs := make([]*schema.Table, len(tables))
	for i, tb := range tables {
		l.settleTable(tb)
		defs[i] = tb.def
	}
	return defs
}

// createPlain creates or drops tables without events.
func (l *Library) createPlain(t *pyrt.Thread, bind pyrt.Value, m *metadata, tables []*table, drop bool) error {
	kept := l.listeners
	l.listeners = nil
	defer func() { l.listeners = kept }()
	return l.createTables(t, bind, m, tables, false, drop)
}

// fireDDL calls the functions of an event of CREATE or DROP; a DDL element that
// is registered itself is executed.
func (l *Library) fireDDL(target pyrt.Value, name string, bind, tables pyrt.Value, check bool) error {
	kw := []pyrt.Keyword{{Name: "checkfirst", Value: pyrt.Bool(check)}}
	if tables != pyrt.None {
		kw = append(kw, pyrt.Keyword{Name: "tables", Value: tables})
	}
	for _, fn := range l.Listeners(target, name) {
		if o, ok := fn.(*pyrt.Object); ok {
			if _, isDDL := o.Native.(*ddlObject); isDDL {
				if _, err := pyrt.CallMethod(l.thread, bind, "execute", fn); err != nil {
					return err
				}
				continue
			}
		}
		if _, err := pyrt.Call(l.thread, fn, pyrt.Args{Pos: []pyrt.Value{target, bind}, Kw: kw}); err != nil {
			return err
		}
	}
	return nil
}
