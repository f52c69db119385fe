package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

func tbl(v pyrt.Value) *table {
	if o, ok := v.(*pyrt.Object); ok {
		if tb, ok := o.Native.(*table); ok {
			return tb
		}
	}
	return nil
}

// tableGet makes a property of tables.
func tableGet(name string, f func(tb *table) (pyrt.Value, error)) pyrt.Member {
	return pyrt.Getter(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		tb := tbl(self)
		if tb == nil {
			return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute '%s'", self.Type().Name, name)
		}
		return f(tb)
	})
}

// tableClauseMembers is what Table and sa.table() share.
func tableClauseMembers(l *Library) []pyrt.Member {
	text := func(s string) pyrt.Value {
		if s == "" {
			return pyrt.None
		}
		return pyrt.Str(s)
	}
	return []pyrt.Member{
		tableGet("name", func(tb *table) (pyrt.Value, error) { return pyrt.Str(tb.def.Name.Name), nil }),
		pyrt.Accessor("schema", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return text(tbl(self).def.Name.Schema), nil },
			func(_ *pyrt.Thread, self, v pyrt.Value) error {
				tbl(self).def.Name.Schema, _ = pyrt.AsStr(v)
				return nil
			}),
		tableGet("fullname", func(tb *table) (pyrt.Value, error) { return pyrt.Str(tb.def.Name.String()), nil }),
		l.method("__str__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str(tbl(a[0]).def.Name.String()), nil
		}),
		tableGet("description", func(tb *table) (pyrt.Value, error) { return pyrt.Str(tb.def.Name.Name), nil }),
		l.method("insert(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.newDML("Insert", "", a[0])
		}),
		l.method("update(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.newDML("Update", "", a[0])
		}),
		l.method("delete(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.newDML("Delete", "", a[0])
		}),
	}
}

// tableMembers is the namespace of Table.
func tableMembers(l *Library) []pyrt.Member {
	return append([]pyrt.Member{
		pyrt.RawMethod("__init__", func(*pyrt.Thread, pyrt.Args) (pyrt.Value, error) { return pyrt.None, nil }),
		tableGet("key", func(tb *table) (pyrt.Value, error) { return pyrt.Str(tb.def.Name.String()), nil }),
		tableGet("metadata", func(tb *table) (pyrt.Value, error) {
			if tb.md == nil {
				return pyrt.None, nil
			}
			return tb.md.obj, nil
		}),
		pyrt.Accessor("comment", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return optText(tbl(self).def.Comment), nil },
			func(_ *pyrt.Thread, self, v pyrt.Value) error {
				tbl(self).def.Comment = nil
				if s, ok := pyrt.AsStr(v); ok {
					tbl(self).def.Comment = &s
				}
				return nil
			}),
		tableGet("info", func(tb *table) (pyrt.Value, error) {
			if tb.info == nil {
				tb.info = pyrt.NewDict()
			}
			return tb.info, nil
		}),
		tableGet("constraints", func(tb *table) (pyrt.Value, error) {
			var out []pyrt.Value
			for _, k := range tb.def.SortedConstraints() {
				out = append(out, l.constraintObject(tb, k))
			}
			return pyrt.NewSet(l.thread, out...)
		}),
		tableGet("indexes", func(tb *table) (pyrt.Value, error) {
			var out []pyrt.Value
			for _, ix := range tb.def.Indexes {
				out = append(out, l.indexObject(tb, ix))
			}
			return pyrt.NewSet(l.thread, out...)
		}),
		tableGet("foreign_keys", func(tb *table) (pyrt.Value, error) {
			var out []pyrt.Value
			for _, c := range tb.cols {
				for _, fk := range c.fks {
					out = append(out, fk.obj)
				}
			}
			return pyrt.NewSet(l.thread, out...)
		}),
	}, tableMembersRest(l)...)
}

// tableMembersRest is the second half of tableMembers.
func tableMembersRest(l *Library) []pyrt.Member {
	ddl := func(drop bool) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
		return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			check, err := pyrt.Truth(t, a[2])
			if err != nil {
				return nil, err
			}
			return pyrt.None, l.createTables(t, a[1], nil, []*table{tbl(a[0])}, check, drop)
		}
	}
	return []pyrt.Member{
		tableGet("foreign_key_constraints", func(tb *table) (pyrt.Value, error) {
			var out []pyrt.Value
			for _, k := range tb.def.Constraints {
				if _, ok := k.(*schema.ForeignKey); ok {
					out = append(out, l.constraintObject(tb, k))
				}
			}
			return pyrt.NewSet(l.thread, out...)
		}),
		l.method("create(self, bind, checkfirst=False)", ddl(false)),
		l.method("drop(self, bind, checkfirst=False)", ddl(true)),
		l.method("exists(self, bind=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.hasTable(t, a[1], tbl(a[0]).def.Name)
		}),
		l.method("append_column(self, column, replace_existing=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.None, l.addItems(t, tbl(a[0]), []pyrt.Value{a[1]}, tri(a[2]) == schema.Yes)
		}),
		l.method("append_constraint(self, constraint)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.None, l.addItems(t, tbl(a[0]), []pyrt.Value{a[1]}, false)
		}),
		l.method("add_is_dependent_on(self, table)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }),
		l.method("to_metadata(self, metadata, schema=..., referred_schema_fn=None, name=None)", toMetadata),
		l.method("tometadata(self, metadata, schema=..., referred_schema_fn=None, name=None)", toMetadata),
		l.method("__repr__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			tb := tbl(a[0])
			parts := []string{quotePy(tb.def.Name.Name), "MetaData()"}
			for _, c := range tb.cols {
				r, err := pyrt.Repr(t, c.obj)
				if err != nil {
					return nil, err
				}
				parts = append(parts, r)
			}
			sch := "schema=None"
			if tb.def.Name.Schema != "" {
				sch = "schema=" + quotePy(tb.def.Name.Schema)
			}
			return pyrt.Str("Table(" + strings.Join(append(parts, sch), ", ") + ")"), nil
		}),
		l.method("__bool__(self)", boolOfElement),
	}
}

// toMetadata copies a table into another MetaData.
func toMetadata(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	tb := tbl(a[0])
	name := pyrt.Value(pyrt.Str(tb.def.Name.Name))
	if a[4] != pyrt.None {
		name = a[4]
	}
	args := pyrt.Args{Pos: []pyrt.Value{name, a[1]}}
	sch := pyrt.Value(pyrt.Str(tb.def.Name.Schema))
	if a[2] != nil {
		sch = a[2]
	}
	if s, _ := pyrt.AsStr(sch); s != "" {
		args.Kw = append(args.Kw, pyrt.Keyword{Name: "schema", Value: sch})
	}
	if tb.def.Comment != nil {
		args.Kw = append(args.Kw, pyrt.Keyword{Name: "comment", Value: pyrt.Str(*tb.def.Comment)})
	}
	for _, c := range tb.cols {
		args.Pos = append(args.Pos, l.copyColumn(c).obj)
	}
	for _, k := range tb.def.SortedConstraints() {
		if k.Base().Implicit {
			continue
		}
		args.Pos = append(args.Pos, l.copyConstraint(l.constraintObject(tb, k).Native.(*constraint)).obj)
	}
	v, err := tableNew(l, t, l.class("Table"), args)
	if err != nil {
		return nil, err
	}
	n := tbl(v)
	n.def.Options = tb.def.Options
	for _, ix := range tb.def.Indexes {
		if !ix.FromColumn {
			c := *ix
			c.Created = l.order.Next()
			n.def.Indexes = append(n.def.Indexes, &c)
		}
	}
	return v, nil
}

// fromMembers are the methods of every FROM object.
func fromMembers(l *Library) []pyrt.Member {
	columns := func(name string) pyrt.Member {
		return l.getter(name, func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if tb := tbl(self); tb != nil {
				return l.columnsObject(tb), nil
			}
			f, err := l.fromOf(self)
			if err != nil {
				return nil, err
			}
			for _, c := range expr.ColumnsOf(f) {
				if from, ok := c.Source.(*expr.Column); ok && from.Name == "" && from.Table == nil && !from.Anon.Anonymous() {
					return nil, l.errorf("InvalidRequestError", "Cannot initialize a sub-selectable with this Column object until its 'name' has been assigned.")
				}
			}
			return l.fromColumns(f), nil
		})
	}
	return []pyrt.Member{
		columns("c"), columns("columns"), columns("exported_columns"),
		l.getter("primary_key", primaryKeyOf),
		l.method("select(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.newSelect([]pyrt.Value{a[0]})
		}),
		l.method("join(self, right, onclause=None, isouter=False, full=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.joinOf(a[0], a[1], a[2], tri(a[3]) == schema.Yes, tri(a[4]) == schema.Yes)
		}),
		l.method("outerjoin(self, right, onclause=None, full=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.joinOf(a[0], a[1], a[2], true, tri(a[3]) == schema.Yes)
		}),
		l.method("alias(self, name=None, flat=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.aliasOf(a[0], a[1], tri(a[2]) == schema.Yes)
		}),
		l.method("tablesample(self, sampling, name=None, seed=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.sampleOf(a[0], a[1], a[2], a[3])
		}),
		l.method("lateral(self, name=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return l.lateralOf(a[0], a[1]) }),
		l.method("table_valued(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			f, err := l.fromOf(a[0])
			if err != nil {
				return nil, err
			}
			return l.wrap(&expr.WholeRow{From: f}), nil
		}),
		l.method("corresponding_column(self, column, require_embedded=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			f, err := l.fromOf(a[0])
			if err != nil {
				return nil, err
			}
			if x, ok := l.elementOf(a[1]).(*expr.Column); ok {
				if o := coll(l.fromColumns(f)).find(x.Name); o != nil {
					return o, nil
				}
			}
			return pyrt.None, nil
		}),
		l.method("__bool__(self)", boolOfElement),
	}
}

func primaryKeyOf(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
	tb := tbl(self)
	if tb == nil || tb.def.PrimaryKey() == nil {
		return l.newCollection(nil, nil), nil
	}
	return l.constraintObject(tb, tb.def.PrimaryKey()), nil
}
