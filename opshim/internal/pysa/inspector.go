package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// inspector is the Go payload of Inspector; what it reads it keeps, as
// SQLAlchemy's does.
type inspector struct {
	conn   *connection
	bind   pyrt.Value
	tables map[string]*schema.Table
	names  map[string][]string
}

// inspectFunc is sqlalchemy.inspect: an Inspector for a bind; mapped classes and
// instances answer through the ORM.
func inspectFunc(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	if o, ok := a[0].(*pyrt.Object); ok {
		switch n := o.Native.(type) {
		case *connection:
			if n.mock {
				return nil, l.noInspection(a[0])
			}
			return l.newInspector(n, a[0]), nil
		case *table, *column, *element, *statement, *fromObject:
			return a[0], nil
		}
	}
	if f, err := pyrt.LookupAttr(t, a[0], "__sa_inspect__"); err == nil && f != nil {
		return pyrt.Call(t, f, pyrt.Args{})
	}
	if c, ok := a[0].(*pyrt.Type); ok {
		if m, err := pyrt.LookupAttr(t, c, "__mapper__"); err == nil && m != nil {
			return m, nil
		}
	}
	if st, err := pyrt.LookupAttr(t, a[0], "_sa_instance_state"); err == nil && st != nil {
		return st, nil
	}
	if on, err := pyrt.Truth(t, a[1]); err != nil || !on {
		return pyrt.None, err
	}
	if ok, err := l.missing(a[0]); ok {
		return a[0], err
	}
	return nil, l.noInspection(a[0])
}

func (l *Library) noInspection(v pyrt.Value) error {
	return l.errorf("NoInspectionAvailable", "No inspection system is available for object of type %s", classText(v))
}

func (l *Library) newInspector(c *connection, bind pyrt.Value) *pyrt.Object {
	return pyrt.NewObject(l.class("engine.Inspector"), &inspector{conn: c, bind: bind, tables: map[string]*schema.Table{}, names: map[string][]string{}})
}

func inspOf(v pyrt.Value) *inspector { return v.(*pyrt.Object).Native.(*inspector) }

// listing answers get_table_names and its relatives.
func (l *Library) listing(t *pyrt.Thread, in *inspector, kind string, sch pyrt.Value) ([]string, error) {
	s, _ := pyrt.AsStr(optional(sch))
	key := kind + "." + s
	if v, ok := in.names[key]; ok {
		return v, nil
	}
	v, err := in.conn.exec.Names(t, kind, s)
	if err != nil {
		return nil, l.databaseError(err)
	}
	in.names[key] = v
	return v, nil
}

// reflected returns a table, or NoSuchTableError.
func (l *Library) reflected(t *pyrt.Thread, in *inspector, name, sch pyrt.Value) (*schema.Table, error) {
	n := schema.Name{}
	n.Name, _ = pyrt.AsStr(name)
	n.Schema, _ = pyrt.AsStr(optional(sch))
	if tb, ok := in.tables[n.String()]; ok {
		return tb, nil
	}
	tb, err := in.conn.exec.Reflect(t, n)
	if err != nil {
		return nil, l.databaseError(err)
	}
	if tb == nil {
		return nil, l.errorf("NoSuchTableError", "%s", n.String())
	}
	in.tables[n.String()] = tb
	return tb, nil
}

// hasTable asks without caching: views count too.
func (l *Library) hasTable(t *pyrt.Thread, bind pyrt.Value, n schema.Name) (pyrt.Value, error) {
	c, err := l.inspectable(bind)
	if err != nil {
		return nil, err
	}
	for _, kind := range []string{"tables", "views"} {
		names, err := c.exec.Names(t, kind, n.Schema)
		if err != nil {
			return nil, l.databaseError(err)
		}
		for _, x := range names {
			if x == n.Name {
				return pyrt.True, nil
			}
		}
	}
	return pyrt.False, nil
}

func strList(names []string) pyrt.Value {
	out := make([]pyrt.Value, len(names))
	for i, n := range names {
		out[i] = pyrt.Str(n)
	}
	return pyrt.NewList(out...)
}

// pyDict makes a dict of name, value pairs.
func pyDict(pairs ...any) *pyrt.Dict {
	d := pyrt.NewDict()
	for i := 0; i+1 < len(pairs); i += 2 {
		d.SetStr(pairs[i].(string), optional(pairs[i+1].(pyrt.Value)))
	}
	return d
}

// inspectorMembers is the namespace of Inspector.
func inspectorMembers(l *Library) []pyrt.Member {
	names := func(method, kind string) pyrt.Member {
		return l.method(method+"(self, schema=None, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			v, err := l.listing(t, inspOf(a[0]), kind, a[1])
			return strList(v), err
		})
	}
	of := func(method string, f func(l *Library, tb *schema.Table) (pyrt.Value, error)) pyrt.Member {
		return l.method(method+"(self, table_name, schema=None, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			tb, err := l.reflected(t, inspOf(a[0]), a[1], a[2])
			if err != nil {
				return nil, err
			}
			return f(l, tb)
		})
	}
	return append([]pyrt.Member{
		names("get_table_names", "tables"), names("get_view_names", "views"), names("get_sequence_names", "sequences"),
		names("get_materialized_view_names", "materialized_views"), names("get_temp_table_names", "temp_tables"),
		l.method("get_schema_names(self, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			v, err := l.listing(t, inspOf(a[0]), "schemas", pyrt.None)
			return strList(v), err
		}),
		of("get_columns", (*Library).columnDicts), of("get_pk_constraint", (*Library).primaryKeyDict), of("get_foreign_keys", (*Library).foreignKeyDicts),
		of("get_unique_constraints", (*Library).uniqueDicts), of("get_check_constraints", (*Library).checkDicts), of("get_indexes", (*Library).indexDicts),
		of("get_table_comment", func(l *Library, tb *schema.Table) (pyrt.Value, error) {
			return pyDict("text", optText(tb.Comment)), nil
		}),
		of("get_table_options", func(l *Library, tb *schema.Table) (pyrt.Value, error) { return optionDict(tb.Options), nil }),
		l.method("get_enums(self, schema=None, **kw)", getEnums),
		l.method("has_table(self, table_name, schema=None, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			n := schema.Name{}
			n.Name, _ = pyrt.AsStr(a[1])
			n.Schema, _ = pyrt.AsStr(a[2])
			return l.hasTable(t, inspOf(a[0]).bind, n)
		}),
		l.method("has_schema(self, schema_name, **kw)", hasName("schemas")),
		l.method("has_sequence(self, sequence_name, schema=None, **kw)", hasName("sequences")),
		l.method("has_index(self, table_name, index_name, schema=None, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			tb, err := l.reflected(t, inspOf(a[0]), a[1], a[3])
			if err != nil {
				return nil, err
			}
			s, _ := pyrt.AsStr(a[2])
			for _, ix := range tb.Indexes {
				if ix.Name.Text == s {
					return pyrt.True, nil
				}
			}
			return pyrt.False, nil
		}),
	}, inspectorMembersRest(l)...)
}

// inspectorMembersRest is the second half of inspectorMembers.
func inspectorMembersRest(l *Library) []pyrt.Member {
	none := func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }
	return []pyrt.Member{
		l.method("get_sorted_table_and_fkc_names(self, schema=None)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("Inspector.get_sorted_table_and_fkc_names")
		}),
		l.method("get_view_definition(self, view_name, schema=None, **kw)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("Inspector.get_view_definition")
		}),
		l.method("reflect_table(self, table, include_columns=None, **kw)", reflectTable),
		l.method("clear_cache(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			in := inspOf(a[0])
			in.tables, in.names = map[string]*schema.Table{}, map[string][]string{}
			return pyrt.None, nil
		}),
		l.method("dispose(self)", none),
		pyrt.Member{Name: "from_engine", Value: &pyrt.ClassMethod{Func: pyrt.NewBuiltin("from_engine(cls, bind)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return inspectFunc(l, t, []pyrt.Value{a[1], pyrt.True})
		})}},
		l.getter("bind", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return inspOf(self).bind, nil }),
		l.getter("engine", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return inspOf(self).bind, nil }),
		l.getter("dialect", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.GetAttr(t, inspOf(self).bind, "dialect")
		}),
		l.getter("default_schema_name", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return defaultSchema(inspOf(self).conn.exec.Dialect()), nil
		}),
	}
}

func hasName(kind string) body {
	return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		sch := pyrt.Value(pyrt.None)
		if kind == "sequences" {
			sch = a[2]
		}
		names, err := l.listing(t, inspOf(a[0]), kind, sch)
		if err != nil {
			return nil, err
		}
		s, _ := pyrt.AsStr(a[1])
		for _, n := range names {
			if n == s {
				return pyrt.True, nil
			}
		}
		return pyrt.False, nil
	}
}

func reflectTable(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	tb := tbl(a[1])
	if tb == nil {
		return nil, pyrt.Errorf(pyrt.TypeError, "reflect_table() takes a Table")
	}
	if err := l.refuseReflectEvents(tb); err != nil {
		return nil, err
	}
	found, err := l.reflected(t, inspOf(a[0]), pyrt.Str(tb.def.Name.Name), orNone(tb.def.Name.Schema))
	if err != nil {
		return nil, err
	}
	return pyrt.None, l.adopt(tb, found, func(string) bool { return true })
}

// getEnums lists the enum types of PostgreSQL with their labels.
func getEnums(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	in := inspOf(a[0])
	names, err := l.listing(t, in, "enums", a[1])
	if err != nil {
		return nil, err
	}
	sch, _ := pyrt.AsStr(a[1])
	if sch == "" || sch == "*" {
		sch, _ = pyrt.AsStr(defaultSchema(in.conn.exec.Dialect()))
	}
	var out []pyrt.Value
	for _, n := range names {
		ans, err := in.conn.exec.Execute(t, enumLabels(n), nil)
		if err != nil {
			return nil, l.databaseError(err)
		}
		labels := ans.Unknown
		if labels == nil {
			var ls []pyrt.Value
			for _, r := range ans.Rows {
				v, err := l.ToPython(r[0])
				if err != nil {
					return nil, err
				}
				ls = append(ls, v)
			}
			labels = pyrt.NewList(ls...)
		}
		out = append(out, pyDict("name", pyrt.Str(n), "schema", pyrt.Str(sch), "visible", pyrt.True, "labels", labels))
	}
	return pyrt.NewList(out...), nil
}

// enumLabels asks PostgreSQL for the labels of a type in their order.
func enumLabels(name string) expr.Stmt {
	return &expr.Text{SQL: "SELECT e.enumlabel FROM pg_catalog.pg_enum e JOIN pg_catalog.pg_type t ON t.oid = e.enumtypid " +
		"WHERE t.typname = :name ORDER BY e.enumsortorder",
		Binds: []*expr.Bind{{Name: "name", Value: name, HasValue: true, Type: schema.Type{Kind: "String"}}}}
}
