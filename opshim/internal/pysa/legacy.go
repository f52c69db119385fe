package pysa

import (
	"slices"

	"github.com/mrt-tools/mrt/pyrt"
)

// legacy tells whether the run has SQLAlchemy 1.4, where the calling forms of 1.3
// still work beside those of 2.0: strings that execute, select([...]), rows that are
// mappings, MetaData with a bind (SQLAlchemy's "Migrating to SQLAlchemy 2.0").
func (l *Library) legacy() bool { return l.release() == "1.4" }

// legacyFunctions are the functions that take other arguments in 1.4.
func legacyFunctions() map[string]funcDef {
	return map[string]funcDef{
		"select": {"select(*args, **kw)", legacySelect},
		"case":   {"case(*whens, value=None, else_=None)", legacyCase},
		"text": {"text(text, bind=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return textOf(l, t, a[:1])
		}},
		"exists": {"exists(*args, **kw)", legacyExists},
		"insert": {"insert(table, values=None, inline=False, bind=None, prefixes=None, returning=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.legacyDML(t, "Insert", a[0], pyrt.None, a[1])
		}},
		"update": {"update(table, whereclause=None, values=None, inline=False, bind=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.legacyDML(t, "Update", a[0], a[1], a[2])
		}},
		"delete": {"delete(table, whereclause=None, bind=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.legacyDML(t, "Delete", a[0], a[1], pyrt.None)
		}},
	}
}

// legacyMembers are the members that a class has besides, or in another form, in 1.4.
func legacyMembers(key string) func(l *Library) []pyrt.Member {
	switch key {
	case "TableClause":
		return legacyTableMembers
	case "Select", "CompoundSelect":
		return func(l *Library) []pyrt.Member {
			return []pyrt.Member{l.method("as_scalar(self)", func(_ *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				return pyrt.CallMethod(t, a[0], "scalar_subquery")
			})}
		}
	case "engine.Connection":
		return legacyConnectionMembers
	case "MetaData":
		return legacyMetadataMembers
	}
	return nil
}

// legacySelect is select(columns, whereclause, from_obj, ...) besides select(*columns).
func legacySelect(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	args, kw := l.items(a[0]), keywords(a[1])
	listed := len(args) == 0 && len(kw) > 0
	var cols []pyrt.Value
	if len(args) > 0 {
		_, isList := pyrt.AsList(args[0])
		_, isTuple := pyrt.AsTuple(args[0])
		if listed = isList || isTuple; listed {
			cols = l.items(args[0])
			args = args[1:]
		}
	}
	if !listed {
		if len(kw) > 0 {
			return selectFunc(l, t, a)
		}
		return l.newSelect(args)
	}
	names := []string{"whereclause", "from_obj", "distinct", "having", "correlate", "prefixes", "suffixes"}
	if len(args) > len(names) {
		return nil, pyrt.Errorf(pyrt.TypeError, "select() takes at most %d positional arguments", len(names)+1)
	}
	var given []pyrt.Keyword
	for i, v := range args {
		given = append(given, pyrt.Keyword{Name: names[i], Value: v})
	}
	for _, k := range kw {
		if k.Name == "columns" {
			cols = l.items(k.Value)
			continue
		}
		given = append(given, k)
	}
	v, err := l.newSelect(cols)
	for _, k := range given {
		if err == nil {
			v, err = l.legacySelectPart(t, v, k)
		}
	}
	return v, err
}

// legacySelectPart is the generative method that an argument of select() stands for.
func (l *Library) legacySelectPart(t *pyrt.Thread, v pyrt.Value, k pyrt.Keyword) (pyrt.Value, error) {
	if k.Value == pyrt.None || k.Name == "bind" {
		return v, nil
	}
	switch k.Name {
	case "distinct", "for_update":
		if on, err := pyrt.Truth(t, k.Value); err != nil || !on {
			return v, err
		}
		method := map[string]string{"distinct": "distinct", "for_update": "with_for_update"}[k.Name]
		if k.Value == pyrt.True || k.Name == "for_update" {
			return pyrt.CallMethod(t, v, method)
		}
		return pyrt.CallMethod(t, v, method, l.oneOrMore(k.Value)...)
	case "correlate":
		if k.Value == pyrt.True {
			return v, nil
		}
		if k.Value == pyrt.False {
			return pyrt.CallMethod(t, v, "correlate", pyrt.None)
		}
		return pyrt.CallMethod(t, v, "correlate", l.oneOrMore(k.Value)...)
	case "limit", "offset", "having":
		return pyrt.CallMethod(t, v, k.Name, k.Value)
	}
	methods := map[string]string{"whereclause": "where", "from_obj": "select_from", "order_by": "order_by", "group_by": "group_by",
		"prefixes": "prefix_with", "suffixes": "suffix_with"}
	if m := methods[k.Name]; m != "" {
		return pyrt.CallMethod(t, v, m, l.oneOrMore(k.Value)...)
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "select() got an unexpected keyword argument '%s'", k.Name)
}

// legacyExists is exists([columns]) besides exists(query).
func legacyExists(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	args := l.items(a[0])
	if len(args) == 0 {
		return existsOf(l, t, []pyrt.Value{pyrt.None})
	}
	if _, ok := pyrt.AsList(args[0]); !ok {
		return existsOf(l, t, args[:1])
	}
	v, err := legacySelect(l, t, a)
	if err != nil {
		return nil, err
	}
	return existsOf(l, t, []pyrt.Value{v})
}

// oneOrMore are the elements of a list or tuple, or the one value.
func (l *Library) oneOrMore(v pyrt.Value) []pyrt.Value {
	if _, ok := pyrt.AsList(v); ok {
		return l.items(v)
	}
	if _, ok := pyrt.AsTuple(v); ok {
		return l.items(v)
	}
	return []pyrt.Value{v}
}

// legacyCase is case([(condition, value), ...], value, else_).
func legacyCase(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	whens := l.items(a[0])
	if len(whens) > 0 {
		if _, ok := pyrt.AsList(whens[0]); ok {
			a = slices.Clone(a)
			for i, v := range whens[1:] {
				if i < 2 {
					a[1+i] = v
				}
			}
			a[0] = whens[0]
		}
	}
	return caseOf(l, t, a)
}

// legacyDML is insert, update or delete with its clauses as arguments.
func (l *Library) legacyDML(t *pyrt.Thread, kind string, table, where, values pyrt.Value) (pyrt.Value, error) {
	v, err := l.newDML(kind, "", table)
	if err == nil && where != pyrt.None {
		v, err = pyrt.CallMethod(t, v, "where", where)
	}
	if err == nil && values != pyrt.None {
		v, err = pyrt.CallMethod(t, v, "values", values)
	}
	return v, err
}

func legacyTableMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.method("insert(self, values=None, inline=False, **kwargs)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.legacyDML(t, "Insert", a[0], pyrt.None, a[1])
		}),
		l.method("update(self, whereclause=None, values=None, inline=False, **kwargs)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.legacyDML(t, "Update", a[0], a[1], a[2])
		}),
		l.method("delete(self, whereclause=None, **kwargs)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.legacyDML(t, "Delete", a[0], a[1], pyrt.None)
		}),
		l.method("select(self, whereclause=None, **kwargs)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			v, err := l.newSelect([]pyrt.Value{a[0]})
			for _, k := range append([]pyrt.Keyword{{Name: "whereclause", Value: a[1]}}, keywords(a[2])...) {
				if err == nil {
					v, err = l.legacySelectPart(t, v, k)
				}
			}
			return v, err
		}),
		l.method("count(self, whereclause=None)", func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("TableClause.count")
		}),
	}
}

func legacyMetadataMembers(l *Library) []pyrt.Member {
	md := func(v pyrt.Value) *metadata { return v.(*pyrt.Object).Native.(*metadata) }
	bound := func(f func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error)) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
		return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if a[1] == pyrt.None && md(a[0]).bind != nil {
				a = slices.Clone(a)
				a[1] = md(a[0]).bind
			}
			return f(l, t, a)
		}
	}
	return []pyrt.Member{
		l.method("__init__(self, bind=None, schema=None, quote_schema=None, naming_convention=None, info=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if a[1] != pyrt.None {
				md(a[0]).bind = a[1]
			}
			return metadataInit(l, t, append([]pyrt.Value{a[0]}, a[2:]...))
		}),
		pyrt.Accessor("bind", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if b := md(self).bind; b != nil {
				return b, nil
			}
			return pyrt.None, nil
		}, func(_ *pyrt.Thread, self, v pyrt.Value) error { md(self).bind = v; return nil }),
		l.method("reflect(self, bind=None, schema=None, views=False, only=None, extend_existing=False, autoload_replace=True, resolve_fks=True, **kw)", bound(reflectMetadata)),
		l.method("create_all(self, bind=None, tables=None, checkfirst=True)", bound(allTables(false))),
		l.method("drop_all(self, bind=None, tables=None, checkfirst=True)", bound(allTables(true))),
	}
}
