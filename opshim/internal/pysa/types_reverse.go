package pysa

import (
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// NewType makes the Python object of a type's data. Types with a hook give the
// object that they came from.
func (l *Library) NewType(ty schema.Type) (*pyrt.Object, error) {
	if h, ok := ty.Hook.(*typeHook); ok {
		return h.obj, nil
	}
	if ty.Enum != nil {
		if o, ok := l.enums[ty.Enum]; ok {
			return o, nil
		}
	}
	key := ty.Kind
	if ty.Dialect != "" {
		key = ty.Dialect + "." + ty.Kind
	}
	if key == "" {
		key = "NullType"
	}
	l.makeType("TypeEngine")
	if _, known := l.types[key]; !known {
		if key = l.similarKind(ty); key == "" {
			key = "NullType"
		}
	}
	o := l.makeTypeObject(key,
		"length", ty.Length, "precision", ty.Precision, "scale", ty.Scale, "collation", ty.Collation, "charset", ty.Charset,
		"display_width", ty.DisplayWidth, "asdecimal", ty.AsDecimal, "as_uuid", ty.AsUUID, "native_uuid", nonDefault(ty.Native),
		"fields", ty.Fields, "dimensions", ty.Dimensions, "second_precision", ty.SecondPrecision, "day_precision", ty.DayPrecision)
	for name, on := range map[string]bool{"timezone": ty.Timezone, "unsigned": ty.Unsigned, "zerofill": ty.Zerofill, "varying": ty.Varying, "none_as_null": ty.NoneAsNull,
		"zero_indexes": ty.ZeroIndexes, "national": ty.National, "binary": ty.Binary, "ascii": ty.ASCII, "unicode": ty.Unicode} {
		if on {
			o.Dict.SetStr(name, pyrt.True)
		}
	}
	if ty.Item != nil {
		it, err := l.NewType(*ty.Item)
		if err != nil {
			return nil, err
		}
		o.Dict.SetStr(map[bool]string{true: "data_type", false: "item_type"}[ty.Kind == "DOMAIN"], it)
	}
	if ty.Enum != nil {
		l.fillEnum(o, ty.Enum)
	}
	if ty.Values != nil {
		vs := make([]pyrt.Value, len(ty.Values))
		for i, s := range ty.Values {
			vs[i] = pyrt.Str(s)
		}
		o.Dict.SetStr("values", pyrt.NewTuple(vs...))
	}
	st := o.Native.(*typeState)
	for _, v := range ty.Variants {
		vt, err := l.NewType(v.Type)
		if err != nil {
			return nil, err
		}
		st.variants = append(st.variants, typeVariant{v.Dialect, vt})
	}
	return o, nil
}

func nonDefault(t schema.Tri) any {
	if t == schema.Unset {
		return nil
	}
	return t
}

// similarKind finds a class for kinds that only package expr uses.
func (l *Library) similarKind(ty schema.Type) string {
	if _, ok := l.types[ty.Kind]; ok {
		return ty.Kind
	}
	switch ty.Kind {
	case "JSONIntIndexType":
		return "Integer"
	case "JSONStrIndexType", "JSONPathType":
		return "String"
	case "INT":
		return "INTEGER"
	case "BOOL":
		return "BOOLEAN"
	}
	return ""
}

// fillEnum sets the attributes of an Enum object made from data.
func (l *Library) fillEnum(o *pyrt.Object, e *schema.Enum) {
	labels := make([]pyrt.Value, len(e.Labels))
	for i, s := range e.Labels {
		labels[i] = pyrt.Str(s)
	}
	for _, p := range []struct {
		name string
		v    pyrt.Value
	}{{"enums", pyrt.NewList(labels...)}, {"name", orNone(e.Name)}, {"schema", orNone(e.Schema)}, {"native_enum", pyrt.Bool(e.Native)},
		{"create_constraint", pyrt.Bool(e.CreateConstraint)}, {"metadata", pyrt.None}, {"enum_class", pyrt.None},
		{"values_callable", pyrt.None}, {"inherit_schema", pyrt.Bool(e.InheritSchema)}, {"omit_aliases", pyrt.True},
		{"validate_strings", pyrt.Bool(e.ValidateString)}} {
		o.Dict.SetStr(p.name, p.v)
	}
	if e.Length != nil {
		o.Dict.SetStr("length", pyrt.Int(*e.Length))
	}
	if e.CreateType != schema.Unset {
		o.Dict.SetStr("create_type", triValue(e.CreateType))
	}
}
