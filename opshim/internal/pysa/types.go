package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// A typeSpec is one row of typeTable.
type typeSpec struct {
	key, bases, sig, visit string
}

// kind and dialect are the two halves of the key.
func (s *typeSpec) split() (kind, dialect string) {
	if d, k, ok := strings.Cut(s.key, "."); ok {
		return k, d
	}
	return s.key, ""
}

// typeState is the Go payload of a type instance; its parameters are instance
// attributes, as in SQLAlchemy, so that scripts may change them.
type typeState struct {
	spec     *typeSpec
	variants []typeVariant
	// enum is the data of a type that was made from data (reflection); nil else.
	enum *schema.Enum
	// missing is the object of a package that is not there which stands for the
	// type; it may be used while modules load, not in a migration.
	missing pyrt.Value
}

type typeVariant struct {
	dialect string
	typ     *pyrt.Object
}

// makeType builds a type class; nil when key names none.
func (l *Library) makeType(key string) pyrt.Value {
	if l.types == nil {
		l.types = make(map[string]*typeSpec, len(typeTable))
		for i := range typeTable {
			l.types[typeTable[i].key] = &typeTable[i]
		}
	}
	spec, ok := l.types[key]
	if !ok {
		return nil
	}
	kind, dialect := spec.split()
	module := "sqlalchemy.sql.sqltypes"
	if dialect != "" {
		module = "sqlalchemy.dialects." + dialect
	}
	cs := pyrt.ClassSpec{Name: kind, Module: module, Members: func() []pyrt.Member { return l.typeMembers(spec) }}
	for _, b := range strings.Fields(spec.bases) {
		cs.Bases = append(cs.Bases, l.class(b))
	}
	if key == "TypeEngine" {
		cs.New = l.newTypeObject
	}
	return pyrt.NewClass(cs)
}

// newTypeObject is __new__ of all types.
func (l *Library) newTypeObject(_ *pyrt.Thread, cls *pyrt.Type, _ pyrt.Args) (pyrt.Value, error) {
	return &pyrt.Object{Class: cls, Dict: pyrt.NewDict(), Native: &typeState{spec: l.specOf(cls)}}, nil
}

// specOf finds the nearest row of the table for a class.
func (l *Library) specOf(cls *pyrt.Type) *typeSpec {
	for _, c := range cls.MRO {
		key := c.Name
		if d, ok := strings.CutPrefix(c.Module, "sqlalchemy.dialects."); ok {
			key = d + "." + c.Name
		} else if c.Module != "sqlalchemy.sql.sqltypes" {
			continue
		}
		if s, ok := l.types[key]; ok {
			if v, ok := l.symbols[key]; ok && v == pyrt.Value(c) {
				return s
			}
		}
	}
	return l.types["TypeEngine"]
}

// typeMembers is the namespace of one type class.
func (l *Library) typeMembers(spec *typeSpec) []pyrt.Member {
	kind, _ := spec.split()
	visit := spec.visit
	if visit == "" {
		visit = kind
	}
	m := []pyrt.Member{pyrt.Constant("__visit_name__", pyrt.Str(visit))}
	switch {
	case spec.key == "Enum", spec.key == "postgresql.ENUM", spec.key == "mysql.ENUM":
		m = append(m, pyrt.RawMethod("__init__", l.enumInit))
	case spec.key == "TypeDecorator":
		m = append(m, pyrt.RawMethod("__init__", l.decoratorInit))
	case spec.key == "TypeEngine":
		m = append(m, pyrt.RawMethod("__init__", plainInit))
	case spec.sig != "=":
		m = append(m, l.typeInit(spec))
	}
	m = append(m, typeDefaults(spec)...)
	switch spec.key {
	case "TypeEngine":
		m = append(m, l.typeEngineMembers()...)
	case "TypeDecorator":
		m = append(m, l.decoratorMembers()...)
	case "SchemaType", "Enum":
		m = append(m, l.schemaTypeMembers()...)
	case "JSON":
		m = append(m, pyrt.Constant("NULL", l.constant("JSON_NULL")), pyrt.Constant("should_evaluate_none", pyrt.True))
	}
	return m
}

// typeDefaults gives class attributes for parameters, for subclasses that do not
// call super().__init__().
func typeDefaults(spec *typeSpec) []pyrt.Member {
	var m []pyrt.Member
	for _, p := range strings.Split(spec.sig, ", ") {
		name, def, ok := strings.Cut(p, "=")
		if !ok || strings.HasPrefix(name, "*") {
			continue
		}
		switch def {
		case "None":
			m = append(m, pyrt.Constant(name, pyrt.None))
		case "True":
			m = append(m, pyrt.Constant(name, pyrt.True))
		case "False":
			m = append(m, pyrt.Constant(name, pyrt.False))
		}
	}
	return m
}

func plainInit(_ *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
	if len(args.Pos) > 1 || len(args.Kw) > 0 {
		return nil, pyrt.Errorf(pyrt.TypeError, "%s() takes no arguments", args.Pos[0].Type().Name)
	}
	return pyrt.None, nil
}

// typeInit makes the constructor that stores its arguments as attributes.
func (l *Library) typeInit(spec *typeSpec) pyrt.Member {
	sig := "__init__(self)"
	if spec.sig != "" {
		sig = "__init__(self, " + spec.sig + ")"
	}
	var b *pyrt.Builtin
	b = pyrt.NewBuiltin(sig, func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		o, ok := a[0].(*pyrt.Object)
		if !ok {
			return pyrt.None, nil
		}
		if o.Dict == nil {
			o.Dict = pyrt.NewDict()
		}
		for i, p := range b.Signature().Params {
			switch {
			case i == 0:
			case p.Kind == pyrt.VarKeyword:
				if err := storeKeywords(o, a[i]); err != nil {
					return nil, err
				}
			case p.Name == "name" && a[i] == pyrt.None:
			default:
				o.Dict.SetStr(p.Name, a[i])
			}
		}
		return pyrt.None, l.finishType(t, o)
	})
	return pyrt.Member{Name: "__init__", Value: b}
}

// storeKeywords keeps the keyword arguments of MySQL's types.
func storeKeywords(o *pyrt.Object, kw pyrt.Value) error {
	d, ok := kw.(*pyrt.Dict)
	if !ok {
		return nil
	}
	for _, e := range d.Items() {
		name, _ := pyrt.AsStr(e[0])
		switch name {
		case "unsigned", "zerofill", "charset", "collation", "collation_schema", "ascii", "unicode", "binary", "national", "length",
			"timezone", "fsp", "retrieve_as_bitwise", "decimal_return_scale", "asdecimal", "storage_format", "regexp",
			"truncate_microseconds", "name", "schema", "metadata", "inherit_schema", "quote", "native_enum",
			"create_constraint", "precision", "scale", "display_width", "_create_events", "_adapted_from":
			o.Dict.SetStr(name, e[1])
		default:
			return pyrt.Errorf(pyrt.TypeError, "%s.__init__() got an unexpected keyword argument '%s'", o.Class.Name, name)
		}
	}
	return nil
}

// finishType turns classes among the parameters into instances, and checks them.
func (l *Library) finishType(t *pyrt.Thread, o *pyrt.Object) error {
	for _, name := range []string{"item_type", "data_type", "astext_type", "text_type"} {
		v, ok := o.Dict.GetStr(name)
		if !ok || v == pyrt.None {
			continue
		}
		inst, err := l.toInstance(t, v)
		if err != nil {
			return err
		}
		if name == "item_type" && pyrt.IsInstance(inst, l.class("ARRAY")) {
			return pyrt.Errorf(pyrt.ValueError, "Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional arrays of basetype")
		}
		o.Dict.SetStr(name, inst)
	}
	return nil
}

// toInstance is sqlalchemy.types.to_instance: a class becomes an instance, None
// becomes NullType().
func (l *Library) toInstance(t *pyrt.Thread, v pyrt.Value) (*pyrt.Object, error) {
	if v == nil || v == pyrt.None {
		v = l.class("NullType")
	}
	if miss, err := l.missing(v); miss {
		if err != nil {
			return nil, err
		}
		o := l.makeTypeObject("NullType")
		o.Native.(*typeState).missing = v
		return o, nil
	}
	if _, isClass := v.(*pyrt.Type); !isClass {
		if c, ok := v.(pyrt.Callable); ok && !l.isType(v) {
			inst, err := c.Call(t, pyrt.Args{})
			if err != nil {
				return nil, err
			}
			v = inst
		}
	}
	given := v
	if c, ok := v.(*pyrt.Type); ok {
		inst, err := pyrt.Instantiate(t, c, pyrt.Args{})
		if err != nil {
			return nil, err
		}
		v = inst
	}
	if in, ok := v.(*inertObject); ok {
		return nil, unsupported("%s", in.name)
	}
	o, ok := v.(*pyrt.Object)
	if !ok || !l.isType(o) {
		r, err := pyrt.Repr(t, given)
		if err != nil {
			return nil, err
		}
		return nil, l.errorf("ArgumentError", "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %s", r)
	}
	return o, nil
}

// isType reports whether v is an instance of TypeEngine.
func (l *Library) isType(v pyrt.Value) bool {
	o, ok := v.(*pyrt.Object)
	if !ok {
		return false
	}
	_, ok = o.Native.(*typeState)
	return ok
}

// isTypeArg reports whether v is a type or a type class.
func (l *Library) isTypeArg(v pyrt.Value) bool {
	if c, ok := v.(*pyrt.Type); ok {
		return c.IsSubclass(l.class("TypeEngine"))
	}
	return l.isType(v)
}

// makeTypeObject makes an instance of the class of a key with attributes given
// as pairs.
func (l *Library) makeTypeObject(key string, attrs ...any) *pyrt.Object {
	cls := l.class(key)
	o := &pyrt.Object{Class: cls, Dict: pyrt.NewDict(), Native: &typeState{spec: l.types[key]}}
	for i := 0; i+1 < len(attrs); i += 2 {
		if v := pyScalar(attrs[i+1]); v != nil {
			o.Dict.SetStr(attrs[i].(string), v)
		}
	}
	return o
}

// pyScalar turns simple Go values into Python ones; nil stays nil ("leave it").
func pyScalar(x any) pyrt.Value {
	switch v := x.(type) {
	case nil:
		return nil
	case pyrt.Value:
		return v
	case *int:
		if v == nil {
			return nil
		}
		return pyrt.Int(*v)
	case int:
		return pyrt.Int(v)
	case bool:
		return pyrt.Bool(v)
	case string:
		if v == "" {
			return nil
		}
		return pyrt.Str(v)
	case schema.Tri:
		switch v {
		case schema.Yes:
			return pyrt.True
		case schema.No:
			return pyrt.False
		}
	}
	return nil
}
