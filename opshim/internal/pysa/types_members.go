package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// typeEngineMembers is the namespace of TypeEngine.
func (l *Library) typeEngineMembers() []pyrt.Member {
	self := func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }
	none := func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }
	return []pyrt.Member{
		pyrt.ClassFunc("__class_getitem__(cls, item)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("with_variant(self, type_, *dialect_names)", withVariant),
		l.method("compile(self, dialect=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			d := &sqlgen.Dialect{Name: "default_enhanced", Paramstyle: "named"}
			if a[1] != pyrt.None {
				var err error
				if d, err = l.DialectOf(a[1]); err != nil {
					return nil, err
				}
			}
			return l.typeString(a[0], d)
		}),
		l.method("__str__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.typeString(a[0], &sqlgen.Dialect{Name: "default_enhanced", Paramstyle: "named"})
		}),
		l.method("__repr__(self)", typeRepr),
		l.method("adapt(self, cls, **kw)", adaptType),
		l.method("copy(self, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.copyType(a[0].(*pyrt.Object)), nil
		}),
		l.method("dialect_impl(self, dialect)", dialectImpl), l.method("load_dialect_impl(self, dialect)", self),
		l.method("bind_processor(self, dialect)", none), l.method("result_processor(self, dialect, coltype)", none),
		l.method("literal_processor(self, dialect)", none), l.method("bind_expression(self, bindvalue)", none),
		l.method("column_expression(self, colexpr)", none), l.method("get_dbapi_type(self, dbapi)", none),
		l.method("coerce_compared_value(self, op, value)", self),
		l.method("compare_values(self, x, y)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			eq, err := pyrt.Equal(t, a[1], a[2])
			return pyrt.Bool(eq), err
		}),
		l.method("evaluates_none(self)", self),
		l.getter("python_type", pythonType),
		l.getter("_type_affinity", func(l *Library, t *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) { return typeAffinity(v.Type()), nil }),
		pyrt.Constant("cache_ok", pyrt.None), pyrt.Constant("should_evaluate_none", pyrt.False), pyrt.Constant("hashable", pyrt.True),
		pyrt.Constant("Comparator", l.class("Comparator")), pyrt.Constant("comparator_factory", pyrt.None),
	}
}

func (l *Library) typeString(v pyrt.Value, d *sqlgen.Dialect) (pyrt.Value, error) {
	o, ok := v.(*pyrt.Object)
	if !ok || !l.isType(o) {
		return nil, pyrt.Errorf(pyrt.TypeError, "a type is expected")
	}
	ty, err := l.typeData(o)
	if err != nil {
		return nil, err
	}
	s, err := d.CompileType(ty)
	if err != nil && d.Name == "default_enhanced" {
		return pyrt.Str(strings.ToUpper(o.Class.Name)), nil
	}
	return pyrt.Str(s), l.Raise(err)
}

// copyType copies a type object.
func (l *Library) copyType(o *pyrt.Object) *pyrt.Object {
	st := *o.Native.(*typeState)
	st.variants = append([]typeVariant(nil), st.variants...)
	n := &pyrt.Object{Class: o.Class, Dict: pyrt.NewDict(), Native: &st}
	if o.Dict != nil {
		for _, e := range o.Dict.Items() {
			k, _ := pyrt.AsStr(e[0])
			n.Dict.SetStr(k, e[1])
		}
	}
	return n
}

// withVariant is type.with_variant(type_, *dialect_names).
func withVariant(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	names := l.items(a[2])
	if len(names) == 0 {
		return nil, l.errorf("ArgumentError", "At least one dialect name is required")
	}
	typ, err := l.toInstance(t, a[1])
	if err != nil {
		return nil, err
	}
	n := l.copyType(a[0].(*pyrt.Object))
	st := n.Native.(*typeState)
	for _, v := range names {
		s, _ := pyrt.AsStr(v)
		for _, old := range st.variants {
			if old.dialect == s {
				return nil, l.errorf("ArgumentError", "Dialect '%s' is already present in the mapping for this %s", s, a[0].Type().Name+"()")
			}
		}
		st.variants = append(st.variants, typeVariant{s, typ})
	}
	st.variants = append(st.variants, typ.Native.(*typeState).variants...)
	return n, nil
}

func adaptType(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c, ok := a[1].(*pyrt.Type)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "adapt() takes a type class")
	}
	n := l.copyType(a[0].(*pyrt.Object))
	n.Class = c
	n.Native.(*typeState).spec = l.specOf(c)
	return n, nil
}

// dialectImpl is type.dialect_impl(dialect); a TypeDecorator gives a twin around
// what it loads.
func dialectImpl(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o := a[0].(*pyrt.Object)
	if !o.Class.IsSubclass(l.class("TypeDecorator")) {
		return adaptToDialect(l, t, []pyrt.Value{a[1], a[0]})
	}
	impl, err := pyrt.CallMethod(t, o, "load_dialect_impl", a[1])
	if err != nil {
		return nil, err
	}
	if l.isType(impl) {
		if impl, err = adaptToDialect(l, t, []pyrt.Value{a[1], impl}); err != nil {
			return nil, err
		}
	}
	n := l.copyType(o)
	n.Dict.SetStr("impl", impl)
	return n, nil
}

// adaptToDialect is dialect.type_descriptor(type): MySQL's classes replace the
// generic ones of the same family.
func adaptToDialect(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	inst, err := l.toInstance(t, a[1])
	if err != nil {
		return nil, err
	}
	d, err := l.DialectOf(a[0])
	if err != nil || d.Name != "mysql" && d.Name != "mariadb" {
		return inst, err
	}
	for _, p := range [][2]string{{"Float", "mysql.FLOAT"}, {"Numeric", "mysql.NUMERIC"}, {"Time", "mysql.TIME"}} {
		target := l.class(p[1])
		if inst.Class.IsSubclass(l.class(p[0])) && !inst.Class.IsSubclass(target) && inst.Class.Module == "sqlalchemy.sql.sqltypes" {
			return adaptType(l, t, []pyrt.Value{inst, target})
		}
		if inst.Class.IsSubclass(l.class(p[0])) {
			break
		}
	}
	return inst, nil
}

// pythonTypes maps the base class of a type to the Python class of its values.
var pythonTypes = []struct{ base, module, name string }{
	{"Enum", "builtins", "str"}, {"Boolean", "builtins", "bool"}, {"Integer", "builtins", "int"}, {"Float", "builtins", "float"},
	{"Numeric", "decimal", "Decimal"}, {"DateTime", "datetime", "datetime"}, {"Date", "datetime", "date"}, {"Time", "datetime", "time"},
	{"_AbstractInterval", "datetime", "timedelta"}, {"_Binary", "builtins", "bytes"}, {"JSON", "builtins", "dict"}, {"ARRAY", "builtins", "list"},
	{"Uuid", "uuid", "UUID"}, {"String", "builtins", "str"},
}

func pythonType(l *Library, t *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) {
	o, ok := v.(*pyrt.Object)
	if ok && o.Dict != nil && o.Class.IsSubclass(l.class("Enum")) {
		if c, ok := o.Dict.GetStr("enum_class"); ok && c != pyrt.None {
			return c, nil
		}
	}
	for _, p := range pythonTypes {
		if !v.Type().IsSubclass(l.class(p.base)) {
			continue
		}
		if p.module == "builtins" {
			return map[string]*pyrt.Type{"str": pyrt.StrType, "bool": pyrt.BoolType, "int": pyrt.IntType, "float": pyrt.FloatType,
				"bytes": pyrt.BytesType, "dict": pyrt.DictType, "list": pyrt.ListType}[p.name], nil
		}
		m, err := pyrt.ImportModule(t, p.module)
		if err != nil {
			return nil, err
		}
		return pyrt.GetAttr(t, m, p.name)
	}
	return nil, pyrt.Errorf(pyrt.NotImplementedError, "%s", "")
}

// typeAffinity is the class directly below TypeEngine (mixins left out).
func typeAffinity(c *pyrt.Type) pyrt.Value {
	for _, k := range c.MRO {
		for _, b := range k.Bases {
			switch b.Name {
			case "TypeEngine", "Concatenable", "Indexable", "HasExpressionLookup", "Emulated", "SchemaType", "ExternalType":
				switch k.Name {
				case "Concatenable", "Indexable", "HasExpressionLookup", "Emulated", "SchemaType", "ExternalType", "NativeForEmulated":
				default:
					return k
				}
			}
		}
	}
	return c
}

// typeRepr is repr(type): the class with the arguments that are not defaults.
func typeRepr(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o, ok := a[0].(*pyrt.Object)
	if !ok || o.Dict == nil {
		return pyrt.Str(a[0].Type().Name + "()"), nil
	}
	if o.Class.IsSubclass(l.class("Enum")) {
		return l.enumRepr(t, o)
	}
	var parts []string
	for _, e := range o.Dict.Items() {
		name, _ := pyrt.AsStr(e[0])
		if strings.HasPrefix(name, "_") || l.isDefaultParam(o, name, e[1]) {
			continue
		}
		r, err := pyrt.Repr(t, e[1])
		if err != nil {
			return nil, err
		}
		if name == "item_type" {
			parts = append(parts, r)
			continue
		}
		parts = append(parts, name+"="+r)
	}
	return pyrt.Str(o.Class.Name + "(" + strings.Join(parts, ", ") + ")"), nil
}

// isDefaultParam reports whether an attribute has the value that the constructor
// gives when nothing is said.
func (l *Library) isDefaultParam(o *pyrt.Object, name string, v pyrt.Value) bool {
	def := o.Class.Lookup(name)
	if def == nil {
		return v == pyrt.None || name == "impl"
	}
	switch v.(type) {
	case pyrt.NoneKind, pyrt.Bool, pyrt.Int, pyrt.Str:
		return v == def
	}
	return false
}

func (l *Library) enumRepr(t *pyrt.Thread, o *pyrt.Object) (pyrt.Value, error) {
	var parts []string
	enums, _ := o.Dict.GetStr("enums")
	for _, v := range l.items(enums) {
		r, err := pyrt.Repr(t, v)
		if err != nil {
			return nil, err
		}
		parts = append(parts, r)
	}
	for _, name := range []string{"name", "schema"} {
		if v, _ := o.Dict.GetStr(name); v != nil && v != pyrt.None {
			r, err := pyrt.Repr(t, v)
			if err != nil {
				return nil, err
			}
			parts = append(parts, name+"="+r)
		}
	}
	for _, k := range []struct {
		name string
		def  pyrt.Value
	}{{"native_enum", pyrt.True}, {"create_constraint", pyrt.False}, {"length", pyrt.Int(longestLabel(l.items(enums)))}} {
		if v, _ := o.Dict.GetStr(k.name); v != nil && v != k.def {
			r, err := pyrt.Repr(t, v)
			if err != nil {
				return nil, err
			}
			parts = append(parts, k.name+"="+r)
		}
	}
	return pyrt.Str(o.Class.Name + "(" + strings.Join(parts, ", ") + ")"), nil
}

// longestLabel is the length that an Enum has unless another is asked for.
func longestLabel(vs []pyrt.Value) int {
	n := 0
	for _, v := range vs {
		s, _ := pyrt.AsStr(v)
		n = max(n, len([]rune(s)))
	}
	return n
}
