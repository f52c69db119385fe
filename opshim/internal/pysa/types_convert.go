package pysa

import (
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// TypeOf converts a type object or class to data. Types whose SQL is made by
// Python code get a Hook; None is NullType.
func (l *Library) TypeOf(v pyrt.Value) (schema.Type, error) {
	o, err := l.toInstance(l.thread, v)
	if err != nil {
		return schema.Type{}, err
	}
	return l.typeData(o)
}

func (l *Library) typeData(o *pyrt.Object) (schema.Type, error) {
	st := o.Native.(*typeState)
	if st.missing != nil {
		if _, err := l.missing(st.missing); err != nil {
			return schema.Type{}, err
		}
	}
	kind, dialect := st.spec.split()
	ty := schema.Type{Kind: kind, Dialect: dialect}
	l.readParameters(o, &ty)
	if err := l.readParts(o, st, &ty); err != nil {
		return ty, err
	}
	if err := l.readHook(o, st, &ty); err != nil {
		return ty, err
	}
	for _, v := range st.variants {
		vt, err := l.typeData(v.typ)
		if err != nil {
			return ty, err
		}
		ty.Variants = append(ty.Variants, schema.Variant{Dialect: v.dialect, Type: vt})
	}
	return ty, nil
}

// readParameters reads the plain attributes.
func (l *Library) readParameters(o *pyrt.Object, ty *schema.Type) {
	if o.Dict == nil {
		return
	}
	for _, e := range o.Dict.Items() {
		name, _ := pyrt.AsStr(e[0])
		v := e[1]
		if v == pyrt.None {
			continue
		}
		if p := typeNumber(ty, name); p != nil {
			if n, ok := pyrt.AsInt(v); ok {
				x := int(n)
				*p = &x
			}
		} else if p := typeFlag(ty, name); p != nil {
			*p, _ = pyrt.Truth(l.thread, v)
		} else if p := typeText(ty, name); p != nil {
			*p, _ = pyrt.AsStr(v)
		} else if p := typeChoice(ty, name); p != nil {
			on, _ := pyrt.Truth(l.thread, v)
			*p = schema.TriOf(on)
		}
	}
}

// typeNumber, typeFlag, typeText and typeChoice are where the attribute of a type with
// that name goes; nil if it is of another kind.
func typeNumber(ty *schema.Type, name string) **int {
	switch name {
	case "length":
		return &ty.Length
	case "precision", "fsp", "binary_precision":
		return &ty.Precision
	case "scale":
		return &ty.Scale
	case "display_width":
		return &ty.DisplayWidth
	case "dimensions":
		return &ty.Dimensions
	case "second_precision":
		return &ty.SecondPrecision
	case "day_precision":
		return &ty.DayPrecision
	}
	return nil
}

func typeFlag(ty *schema.Type, name string) *bool {
	switch name {
	case "timezone":
		return &ty.Timezone
	case "unsigned":
		return &ty.Unsigned
	case "zerofill":
		return &ty.Zerofill
	case "ascii":
		return &ty.ASCII
	case "unicode":
		return &ty.Unicode
	case "binary":
		return &ty.Binary
	case "national":
		return &ty.National
	case "varying":
		return &ty.Varying
	case "none_as_null":
		return &ty.NoneAsNull
	case "zero_indexes":
		return &ty.ZeroIndexes
	}
	return nil
}

func typeText(ty *schema.Type, name string) *string {
	switch name {
	case "collation":
		return &ty.Collation
	case "collation_schema":
		return &ty.CollationSchema
	case "charset":
		return &ty.Charset
	case "fields":
		return &ty.Fields
	}
	return nil
}

func typeChoice(ty *schema.Type, name string) *schema.Tri {
	switch name {
	case "asdecimal":
		return &ty.AsDecimal
	case "as_uuid":
		return &ty.AsUUID
	case "native_uuid", "native":
		return &ty.Native
	}
	return nil
}

// readParts reads what has structure: item types, enumerations, checks.
func (l *Library) readParts(o *pyrt.Object, st *typeState, ty *schema.Type) error {
	attr := func(name string) pyrt.Value {
		if o.Dict == nil {
			return nil
		}
		v, _ := o.Dict.GetStr(name)
		return v
	}
	for _, name := range []string{"item_type", "data_type"} {
		if v := attr(name); v != nil && l.isType(v) {
			item, err := l.typeData(v.(*pyrt.Object))
			if err != nil {
				return err
			}
			ty.Item = &item
		}
	}
	switch {
	case o.Class.IsSubclass(l.class("Enum")):
		return l.readEnum(o, st, ty)
	case o.Class.IsSubclass(l.class("Boolean")):
		if v := attr("create_constraint"); v != nil {
			if on, _ := pyrt.Truth(l.thread, v); on {
				ty.Boolean = &schema.BooleanCheck{Name: l.constraintName(attr("name"))}
			}
		}
	case ty.Is("SET", "mysql"):
		for _, v := range l.items(attr("values")) {
			s, _ := pyrt.AsStr(v)
			ty.Values = append(ty.Values, s)
		}
	case ty.Is("DOMAIN", "postgresql"):
		return l.readDomain(o, ty)
	}
	for _, name := range []string{"storage_format", "truncate_microseconds", "local_timezone", "filestream"} {
		if v := attr(name); v != nil && v != pyrt.None {
			ov, err := l.optionValue(v)
			if err != nil {
				return err
			}
			ty.Extra = append(ty.Extra, schema.Option{Name: name, Value: ov})
		}
	}
	return nil
}

// items lists a list or tuple; nil for anything else.
func (l *Library) items(v pyrt.Value) []pyrt.Value {
	if v == nil {
		return nil
	}
	if tu, ok := pyrt.AsTuple(v); ok {
		return tu
	}
	if li, ok := pyrt.AsList(v); ok {
		return li.Elems
	}
	return nil
}

// readDomain reads postgresql.DOMAIN.
func (l *Library) readDomain(o *pyrt.Object, ty *schema.Type) error {
	d := &schema.Domain{}
	get := func(name string) pyrt.Value {
		v, _ := o.Dict.GetStr(name)
		if v == nil {
			return pyrt.None
		}
		return v
	}
	d.Name, _ = pyrt.AsStr(get("name"))
	d.Schema, _ = pyrt.AsStr(get("schema"))
	d.Collation, _ = pyrt.AsStr(get("collation"))
	d.CollationSchema, _ = pyrt.AsStr(get("collation_schema"))
	d.ConstraintName, _ = pyrt.AsStr(get("constraint_name"))
	d.NotNull = tri(get("not_null"))
	d.CreateType = tri(get("create_type"))
	ty.Domain = d
	ty.Collation = ""
	if v := get("default"); v != pyrt.None {
		def, err := l.serverDefault(v)
		if err != nil {
			return err
		}
		d.Default = def
	}
	if v := get("check"); v != pyrt.None {
		x, err := l.textOrExpr(v)
		if err != nil {
			return err
		}
		d.Check = x
	}
	return nil
}

// tri reads None, True or False.
func tri(v pyrt.Value) schema.Tri {
	switch v {
	case nil, pyrt.None:
		return schema.Unset
	case pyrt.Value(pyrt.True):
		return schema.Yes
	case pyrt.Value(pyrt.False):
		return schema.No
	}
	if n, ok := pyrt.AsInt(v); ok {
		return schema.TriOf(n != 0)
	}
	if s, ok := pyrt.AsStr(v); ok {
		return schema.TriOf(s != "")
	}
	return schema.Yes
}

// readHook attaches Python code to a type that has some.
func (l *Library) readHook(o *pyrt.Object, st *typeState, ty *schema.Type) error {
	compiled := l.compilesFor(o.Class) != nil
	switch {
	case o.Class.IsSubclass(l.class("TypeDecorator")):
		own := st.spec.key == "TypeDecorator"
		if own {
			ty.Kind, ty.Name = "TypeDecorator", o.Class.Name
		}
		impl, err := l.decoratorImpl(o)
		if err != nil {
			return err
		}
		if impl != nil {
			it, err := l.typeData(impl)
			if err != nil {
				return err
			}
			ty.Impl = &it
		}
		if own || compiled || o.Class.Module != "sqlalchemy.sql.sqltypes" {
			ty.Hook = &typeHook{lib: l, obj: o}
		}
	case st.spec.key == "UserDefinedType", st.spec.key == "TypeEngine", st.spec.key == "ExternalType":
		ty.Kind, ty.Name = "UserDefined", o.Class.Name
		ty.Hook = &typeHook{lib: l, obj: o}
	case compiled, hasPythonProcessors(o.Class):
		ty.Name = o.Class.Name
		ty.Hook = &typeHook{lib: l, obj: o}
	}
	return nil
}

// hasPythonProcessors reports whether a subclass written in Python converts
// values or names itself.
func hasPythonProcessors(c *pyrt.Type) bool {
	for _, k := range c.MRO {
		if k.Module == "sqlalchemy.sql.sqltypes" || k.Immutable {
			continue
		}
		for _, name := range []string{"bind_processor", "result_processor", "literal_processor", "get_col_spec"} {
			if _, ok := k.Dict.GetStr(name); ok {
				return true
			}
		}
	}
	return false
}
