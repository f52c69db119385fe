package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// enumInit is the constructor of Enum and its dialect forms: (*enums, **kw).
func (l *Library) enumInit(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
	o, ok := args.Pos[0].(*pyrt.Object)
	if !ok {
		return pyrt.None, nil
	}
	if o.Dict == nil {
		o.Dict = pyrt.NewDict()
	}
	for _, d := range []struct {
		name string
		v    pyrt.Value
	}{{"name", pyrt.None}, {"schema", pyrt.None}, {"metadata", pyrt.None}, {"native_enum", pyrt.True}, {"create_constraint", pyrt.False},
		{"inherit_schema", pyrt.False}, {"validate_strings", pyrt.False}, {"values_callable", pyrt.None}, {"omit_aliases", pyrt.True},
		{"enum_class", pyrt.None}, {"collation", pyrt.None}} {
		o.Dict.SetStr(d.name, d.v)
	}
	for _, k := range args.Kw {
		if k.Name == "enums" {
			args.Pos = append(args.Pos[:1:1], l.items(k.Value)...)
			continue
		}
		o.Dict.SetStr(k.Name, k.Value)
	}
	if o.Class.IsSubclass(l.class("postgresql.ENUM")) {
		if _, ok := o.Dict.GetStr("create_type"); !ok {
			o.Dict.SetStr("create_type", pyrt.True)
		}
	}
	return pyrt.None, l.enumValues(t, o, args.Pos[1:])
}

// enumValues computes enums from strings or from a PEP 435 class.
func (l *Library) enumValues(t *pyrt.Thread, o *pyrt.Object, values []pyrt.Value) error {
	if len(values) == 1 {
		if c, ok := values[0].(*pyrt.Type); ok {
			return l.enumFromClass(t, o, c)
		}
	}
	longest := 0
	for _, v := range values {
		n, err := l.labelLength(t, v)
		if err != nil {
			return err
		}
		longest = max(longest, n)
	}
	o.Dict.SetStr("enums", pyrt.NewList(append([]pyrt.Value(nil), values...)...))
	return l.enumLength(o, longest)
}

// labelLength is len(label). Anything hashable that has a length passes here; what
// is no text fails when the type is printed.
func (l *Library) labelLength(t *pyrt.Thread, v pyrt.Value) (int, error) {
	if s, ok := pyrt.AsStr(v); ok {
		return len([]rune(s)), nil
	}
	if _, err := pyrt.Hash(t, v); err != nil {
		return 0, err
	}
	return pyrt.Length(t, v)
}

func (l *Library) enumFromClass(t *pyrt.Thread, o *pyrt.Object, c *pyrt.Type) error {
	members, err := pyrt.LookupAttr(t, c, "__members__")
	if err != nil {
		return err
	}
	if members == nil {
		return pyrt.Errorf(pyrt.TypeError, "object of type 'type' has no len()")
	}
	o.Dict.SetStr("enum_class", c)
	if n, _ := o.Dict.GetStr("name"); n == nil || n == pyrt.None {
		o.Dict.SetStr("name", pyrt.Str(strings.ToLower(c.Name)))
	}
	var labels []pyrt.Value
	if f, _ := o.Dict.GetStr("values_callable"); f != nil && f != pyrt.None {
		v, err := pyrt.Call(t, f, pyrt.Positional(c))
		if err != nil {
			return err
		}
		if labels, err = pyrt.Collect(t, v); err != nil {
			return err
		}
	} else if labels, err = l.memberNames(t, o, c, members); err != nil {
		return err
	}
	longest := 0
	for _, v := range labels {
		s, ok := pyrt.AsStr(v)
		if !ok {
			return pyrt.Errorf(pyrt.TypeError, "object of type '%s' has no len()", v.Type().Name)
		}
		longest = max(longest, len([]rune(s)))
	}
	o.Dict.SetStr("enums", pyrt.NewList(labels...))
	return l.enumLength(o, longest)
}

// memberNames lists the names, without aliases unless they are wanted.
func (l *Library) memberNames(t *pyrt.Thread, o *pyrt.Object, c *pyrt.Type, members pyrt.Value) ([]pyrt.Value, error) {
	src := pyrt.Value(c)
	aliases, _ := o.Dict.GetStr("omit_aliases")
	if aliases == pyrt.Value(pyrt.False) {
		return pyrt.Collect(t, members)
	}
	var names []pyrt.Value
	err := pyrt.Each(t, src, func(m pyrt.Value) error {
		n, err := pyrt.GetAttr(t, m, "name")
		names = append(names, n)
		return err
	})
	return names, err
}

// enumLength settles the VARCHAR length.
func (l *Library) enumLength(o *pyrt.Object, longest int) error {
	v, ok := o.Dict.GetStr("length")
	if native, _ := o.Dict.GetStr("native_enum"); ok && v == pyrt.None && native == pyrt.Value(pyrt.False) {
		return nil
	}
	if !ok || v == pyrt.None {
		o.Dict.SetStr("length", pyrt.Int(longest))
		return nil
	}
	n, ok := pyrt.AsInt(v)
	if ok && int(n) < longest {
		native, _ := o.Dict.GetStr("native_enum")
		if native == pyrt.Value(pyrt.False) {
			return pyrt.Errorf(pyrt.ValueError, "When provided, length must be larger or equal than the length of the longest enum value. %d < %d", n, longest)
		}
	}
	return nil
}

// readEnum converts an Enum's attributes to data.
func (l *Library) readEnum(o *pyrt.Object, st *typeState, ty *schema.Type) error {
	get := func(name string) pyrt.Value {
		if v, ok := o.Dict.GetStr(name); ok {
			return v
		}
		return pyrt.None
	}
	on := func(name string) bool { b, _ := pyrt.Truth(l.thread, get(name)); return b }
	e := &schema.Enum{Native: on("native_enum"), CreateConstraint: on("create_constraint"), InheritSchema: on("inherit_schema"),
		Metadata: get("metadata") != pyrt.None, OmitAliases: on("omit_aliases"), ValidateString: on("validate_strings"), Quote: tri(get("quote"))}
	if st.enum != nil {
		*e = *st.enum
	}
	e.Name, _ = pyrt.AsStr(get("name"))
	e.Schema, _ = pyrt.AsStr(get("schema"))
	if md, ok := l.metadataOf(get("metadata")); ok && e.Schema == "" {
		e.Schema = md.schema
	}
	e.ConstraintName = l.constraintName(get("name"))
	e.Labels = nil
	for _, v := range l.items(get("enums")) {
		s, ok := pyrt.AsStr(v)
		if !ok {
			e.NotText = v.Type().Name
			var err error
			if s, err = pyrt.Repr(l.thread, v); err != nil {
				return err
			}
		}
		e.Labels = append(e.Labels, s)
	}
	if n, ok := pyrt.AsInt(get("length")); ok {
		x := int(n)
		e.Length = &x
	} else if v, given := o.Dict.GetStr("length"); given && v == pyrt.None && !e.Native {
		e.NoLength = true
	}
	if c, ok := get("enum_class").(*pyrt.Type); ok {
		e.Class = c.Name
		if get("values_callable") != pyrt.None {
			e.Members = l.enumMemberNames(c)
		}
	}
	if ty.Dialect == "postgresql" {
		e.CreateType = tri(get("create_type"))
	}
	ty.Enum = e
	l.enums[e] = o
	ty.Length = e.Length
	return nil
}

func (l *Library) enumMemberNames(c *pyrt.Type) []string {
	var out []string
	_ = pyrt.Each(l.thread, c, func(m pyrt.Value) error {
		n, err := pyrt.GetAttr(l.thread, m, "name")
		s, _ := pyrt.AsStr(n)
		out = append(out, s)
		return err
	})
	return out
}

// schemaTypeMembers are create, drop and their relatives.
func (l *Library) schemaTypeMembers() []pyrt.Member {
	run := func(drop bool) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
		return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.None, l.createOrDropType(t, a[0], a[1], a[2], drop)
		}
	}
	return []pyrt.Member{
		l.method("create(self, bind, checkfirst=...)", run(false)),
		l.method("drop(self, bind, checkfirst=...)", run(true)),
	}
}

// createOrDropType is type.create(bind) and type.drop(bind): only PostgreSQL has
// such types, elsewhere nothing happens.
func (l *Library) createOrDropType(t *pyrt.Thread, self, bind, checkfirst pyrt.Value, drop bool) error {
	o, ok := self.(*pyrt.Object)
	if !ok || !l.isType(o) {
		return pyrt.Errorf(pyrt.TypeError, "a type is needed")
	}
	conn, err := l.connectionOf(bind)
	if err != nil {
		return err
	}
	if conn.exec.Dialect().Name != "postgresql" {
		return nil
	}
	ty, err := l.typeData(o)
	if err != nil {
		return err
	}
	for _, v := range ty.Variants {
		if v.Dialect == "postgresql" {
			ty = v.Type
		}
	}
	if ty.Enum != nil && !ty.Enum.Native || ty.Enum == nil && ty.Domain == nil {
		return nil
	}
	check := ty.Dialect == "postgresql"
	if checkfirst != nil {
		if check, err = pyrt.Truth(t, checkfirst); err != nil {
			return err
		}
	}
	if drop {
		return l.databaseError(conn.exec.Apply(t, &op.DropType{Type: ty, CheckFirst: check}))
	}
	return l.databaseError(conn.exec.Apply(t, &op.CreateType{Type: ty, CheckFirst: check}))
}
