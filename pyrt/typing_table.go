package pyrt

import "slices"

// The classes of module typing that the syntax of PEP 695 needs; the module
// itself is in stdlib.
var (
	TypeVarType         = newTypingType("TypeVar")
	ParamSpecType       = newTypingType("ParamSpec")
	TypeVarTupleType    = newTypingType("TypeVarTuple")
	TypeAliasType       = newTypingType("TypeAliasType")
	GenericType         = newTypingType("Generic")
	UnpackType          = newTypingType("Unpack")
	ParamSpecArgsType   = newTypingType("ParamSpecArgs")
	ParamSpecKwargsType = newTypingType("ParamSpecKwargs")
	noDefaultType       = newTypingType("NoDefaultType")

	// NoDefault is typing.NoDefault.
	NoDefault Value = NewObject(noDefaultType, nil)
)

func newTypingType(name string) *Type {
	c := newBuiltinType(name, ObjectType)
	c.Module = "typing"
	return c
}

func newFinalTypingType(name string) *Type {
	c := newTypingType(name)
	c.Final = true
	return c
}

func typingClasses() []builtinClass {
	return []builtinClass{
		{class: TypeVarType, proto: &TypeParam{}, operators: "or ror", members: typeParamMembers, new: typeParamNew(TypeVarKind)},
		{class: ParamSpecType, proto: &TypeParam{}, operators: "or ror", members: typeParamMembers, new: typeParamNew(ParamSpecKind)},
		{class: TypeVarTupleType, proto: &TypeParam{}, operators: "or ror", members: typeParamMembers, new: typeParamNew(TypeVarTupleKind)},
		{class: TypeAliasType, proto: &TypeAlias{}, operators: "or ror", members: typeAliasMembers, new: typeAliasNew},
		{class: GenericType, members: genericMembers},
		{class: noDefaultType, members: func() []Member {
			return []Member{Method("__repr__(self)", func(*Thread, []Value) (Value, error) { return Str("typing.NoDefault"), nil })}
		}},
	}
}

// genericMembers: Generic[T] remembers its parameters; a class that derives
// from it is subscriptable.
func genericMembers() []Member {
	return []Member{
		ClassFunc("__class_getitem__(cls, params, /)", func(t *Thread, a []Value) (Value, error) {
			c := a[0].(*Type)
			args := keyElems(a[1])
			if c == GenericType {
				if len(args) == 0 {
					return nil, Errorf(TypeError, "Parameter list to Generic[...] cannot be empty")
				}
				for i, p := range args {
					if _, ok := p.(*TypeParam); ok && slices.Contains(args[:i], p) {
						return nil, Errorf(TypeError, "Parameters to Generic[...] must all be unique")
					}
					if _, ok := p.(*TypeParam); !ok {
						if g, ok := p.(*GenericAlias); !ok || g.Origin != UnpackType {
							return nil, Errorf(TypeError, "Parameters to Generic[...] must all be type variables or parameter specification variables.")
						}
					}
				}
			} else if v, err := LookupAttr(t, c, "__parameters__"); err != nil {
				return nil, err
			} else if params, ok := AsTuple(orNoneValue(v)); !ok || len(params) == 0 {
				return nil, Errorf(TypeError, "%s is not a generic class", Repr1(t, c))
			} else if err := checkArity(t, c, params, len(args)); err != nil {
				return nil, err
			} else {
				args = withDefaults(params, args)
			}
			return &GenericAlias{Origin: c, Args: args}, nil
		}),
		ClassFunc("__init_subclass__(cls, **kwargs)", genericSubclass),
	}
}

// withDefaults adds the defaults of type parameters that got no argument.
func withDefaults(params, args []Value) []Value {
	for _, p := range params[min(len(args), len(params)):] {
		tp, ok := p.(*TypeParam)
		if !ok || tp.Kind != TypeVarKind || tp.Default == nil {
			break
		}
		args = append(args, tp.Default)
	}
	return args
}

// checkArity compares the number of arguments with the parameters; a
// TypeVarTuple or ParamSpec takes any.
func checkArity(t *Thread, c *Type, params []Value, n int) error {
	least := 0
	for _, p := range params {
		tp, ok := p.(*TypeParam)
		if !ok || tp.Kind != TypeVarKind {
			return nil
		}
		if err := tp.force(t); err != nil {
			return err
		}
		if tp.Default == nil {
			least++
		}
	}
	switch {
	case n > len(params):
		return Errorf(TypeError, "Too many arguments for %s; actual %d, expected %d", Repr1(t, c), n, len(params))
	case n < least && least < len(params):
		return Errorf(TypeError, "Too few arguments for %s; actual %d, expected at least %d", Repr1(t, c), n, least)
	case n < least:
		return Errorf(TypeError, "Too few arguments for %s; actual %d, expected %d", Repr1(t, c), n, least)
	}
	return nil
}

// genericSubclass gives a class made from Generic[T] its __parameters__.
func genericSubclass(t *Thread, a []Value) (Value, error) {
	c := a[0].(*Type)
	orig, _ := c.namespace().GetStr("__orig_bases__")
	bases, _ := AsTuple(orig)
	var params []Value
	for _, b := range bases {
		if g, ok := b.(*GenericAlias); ok {
			if g.Origin == GenericType {
				params = typeParameters(g.Args)
				break
			}
			for _, p := range typeParameters(g.Args) {
				found := false
				for _, x := range params {
					found = found || x == p
				}
				if !found {
					params = append(params, p)
				}
			}
		}
	}
	c.Set("__parameters__", NewTuple(params...))
	s := &superObject{start: GenericType, obj: c, objType: c}
	next, err := s.Attr(t, "__init_subclass__")
	if err != nil || next == nil {
		return None, err
	}
	return Call(t, next, Args{Kw: keywordsOf(a[1].(*Dict))})
}

func keywordsOf(d *Dict) []Keyword {
	var out []Keyword
	for _, e := range d.Items() {
		if s, ok := AsStr(e[0]); ok {
			out = append(out, Keyword{s, e[1]})
		}
	}
	return out
}
