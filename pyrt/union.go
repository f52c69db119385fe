package pyrt

import "strings"

// A Union is what int | str gives (typing.Union).
type Union struct{ Args []Value }

// Type is Union.
func (*Union) Type() *Type { return UnionType }

// makeUnion is a | b on classes; NotImplemented when one is not a type.
func makeUnion(t *Thread, a, b Value) (Value, error) {
	if !isTypeForm(a) || !isTypeForm(b) {
		return NotImplemented, nil
	}
	return MakeUnion(t, a, b)
}

// MakeUnion joins types into a Union: nested unions are flattened, duplicates
// dropped; one type alone is given back as it is.
func MakeUnion(t *Thread, parts ...Value) (Value, error) {
	var flat []Value
	add := func(v Value) error {
		if v == None {
			v = NoneType
		}
		for _, x := range flat {
			if eq, err := Equal(t, x, v); err != nil || eq {
				return err
			}
		}
		flat = append(flat, v)
		return nil
	}
	for _, p := range parts {
		inner := []Value{p}
		if u, ok := p.(*Union); ok {
			inner = u.Args
		}
		for _, x := range inner {
			if err := add(x); err != nil {
				return nil, err
			}
		}
	}
	if len(flat) == 1 {
		return flat[0], nil
	}
	return &Union{flat}, nil
}

// isTypeForm tells what may stand on a side of | in a union.
func isTypeForm(v Value) bool {
	switch v.(type) {
	case *Type, *GenericAlias, *Union, NoneKind, *TypeParam, *TypeAlias:
		return true
	}
	return v.Type().moduleName() == "typing"
}

// Operate joins further types and compares.
func (u *Union) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	switch op {
	case OpOr:
		if reflected {
			return makeUnion(t, other, u)
		}
		return makeUnion(t, u, other)
	case OpEq, OpNe:
		w, ok := other.(*Union)
		if !ok {
			return NotImplemented, nil
		}
		eq := len(u.Args) == len(w.Args)
		for _, a := range u.Args {
			has, err := containsElem(t, w.Args, a)
			if err != nil {
				return nil, err
			}
			eq = eq && has
		}
		return Bool(eq == (op == OpEq)), nil
	}
	return NotImplemented, nil
}

// Hash does not depend on the order of the types.
func (u *Union) Hash(t *Thread) (int64, error) {
	var h int64
	for _, a := range u.Args {
		k, err := Hash(t, a)
		if err != nil {
			return 0, err
		}
		h ^= k
	}
	return h, nil
}

// Repr gives "int | None".
func (u *Union) Repr(t *Thread) (string, error) {
	var parts []string
	for _, a := range u.Args {
		s, err := TypeText(t, a)
		if err != nil {
			return "", err
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " | "), nil
}

// TypeText writes a type as reprs of generic types do: int, not <class 'int'>.
func TypeText(t *Thread, v Value) (string, error) {
	switch x := v.(type) {
	case *Type:
		if x == NoneType {
			return "None", nil
		}
		return x.dotted(), nil
	case EllipsisKind:
		return "...", nil
	case *List:
		var parts []string
		for _, e := range x.Elems {
			s, err := TypeText(t, e)
			if err != nil {
				return "", err
			}
			parts = append(parts, s)
		}
		return "[" + strings.Join(parts, ", ") + "]", nil
	}
	return Repr(t, v)
}

func unionMembers() []Member {
	return []Member{
		ClassFunc("__class_getitem__(cls, key, /)", func(t *Thread, a []Value) (Value, error) {
			parts := append([]Value(nil), keyElems(a[1])...)
			if len(parts) == 0 {
				return nil, Errorf(TypeError, "Cannot take a Union of no types.")
			}
			for i, p := range parts {
				if s, ok := AsStr(p); ok {
					ref, err := forwardRef(t, s)
					if err != nil {
						return nil, err
					}
					parts[i] = ref
				}
			}
			return MakeUnion(t, parts...)
		}),
		Getter("__args__", func(_ *Thread, self Value) (Value, error) { return NewTuple(self.(*Union).Args...), nil }),
		Getter("__parameters__", func(_ *Thread, self Value) (Value, error) {
			return NewTuple(typeParameters(self.(*Union).Args)...), nil
		}),
		Getter("__origin__", func(*Thread, Value) (Value, error) { return UnionType, nil }),
		Method("__getitem__(self, key, /)", func(t *Thread, a []Value) (Value, error) {
			u := a[0].(*Union)
			args, err := substituteAll(t, u.Args, typeParameters(u.Args), keyElems(a[1]), u)
			if err != nil {
				return nil, err
			}
			return MakeUnion(t, args...)
		}),
	}
}

// A GenericAlias is list[int] (types.GenericAlias).
type GenericAlias struct {
	Origin  Value
	Args    []Value
	Starred bool // *tuple[int, ...]
}

// Type is types.GenericAlias.
func (*GenericAlias) Type() *Type { return GenericAliasType }

func newGenericAlias(origin, key Value) Value {
	return &GenericAlias{Origin: origin, Args: keyElems(key)}
}

// NewGenericAlias makes origin[args].
func NewGenericAlias(origin Value, args ...Value) *GenericAlias {
	return &GenericAlias{Origin: origin, Args: args}
}

// ClassGetItem is the __class_getitem__ of classes that only remember their
// arguments, such as list.
func ClassGetItem() Member {
	return ClassFunc("__class_getitem__(cls, item, /)", func(_ *Thread, a []Value) (Value, error) {
		return newGenericAlias(a[0], a[1]), nil
	})
}

func keyElems(key Value) []Value {
	if elems, ok := key.(*Tuple); ok {
		return elems.Elems
	}
	return []Value{key}
}

// Attr forwards to the origin what is not the alias's own.
func (g *GenericAlias) Attr(t *Thread, name string) (Value, error) {
	if strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") {
		switch name {
		case "__name__", "__qualname__", "__module__", "__doc__":
		default:
			return nil, nil
		}
	}
	return LookupAttr(t, g.Origin, name)
}

// Call instantiates the origin.
func (g *GenericAlias) Call(t *Thread, args Args) (Value, error) {
	v, err := Call(t, g.Origin, args)
	if o, ok := v.(*Object); ok && err == nil {
		if err := SetAttr(t, o, "__orig_class__", g); err != nil {
			if _, ok := err.(*Exception); !ok {
				return nil, err
			}
		}
	}
	return v, err
}

// GetItem substitutes type parameters.
func (g *GenericAlias) GetItem(t *Thread, key Value) (Value, error) {
	params := typeParameters(g.Args)
	args, err := substituteAll(t, g.Args, params, keyElems(key), g)
	if err != nil {
		return nil, err
	}
	return &GenericAlias{Origin: g.Origin, Args: args}, nil
}

// Iter gives the starred form, for *tuple[int].
func (g *GenericAlias) Iter(*Thread) (Iterator, error) {
	c := *g
	c.Starred = true
	return &tupleIterator{elems: []Value{&c}}, nil
}

// Operate compares, and makes unions.
func (g *GenericAlias) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	switch op {
	case OpOr:
		if reflected {
			return makeUnion(t, other, g)
		}
		return makeUnion(t, g, other)
	case OpEq, OpNe:
		h, ok := other.(*GenericAlias)
		if !ok {
			return NotImplemented, nil
		}
		eq, err := Equal(t, g.Origin, h.Origin)
		if err == nil && eq {
			eq, err = Equal(t, NewTuple(g.Args...), NewTuple(h.Args...))
		}
		return Bool((eq && g.Starred == h.Starred) == (op == OpEq)), err
	}
	return NotImplemented, nil
}

// Hash combines origin and arguments.
func (g *GenericAlias) Hash(t *Thread) (int64, error) {
	a, err := Hash(t, g.Origin)
	if err != nil {
		return 0, err
	}
	b, err := Hash(t, NewTuple(g.Args...))
	return a ^ b, err
}

// Repr gives list[int].
func (g *GenericAlias) Repr(t *Thread) (string, error) {
	s, err := TypeText(t, g.Origin)
	if err != nil {
		return "", err
	}
	var parts []string
	for _, a := range g.Args {
		p, err := TypeText(t, a)
		if err != nil {
			return "", err
		}
		parts = append(parts, p)
	}
	if len(parts) == 0 {
		parts = []string{"()"}
	}
	if g.Starred {
		s = "*" + s
	}
	return s + "[" + strings.Join(parts, ", ") + "]", nil
}

func genericAliasNew(_ *Thread, _ *Type, args Args) (Value, error) {
	if len(args.Pos) != 2 {
		return nil, Errorf(TypeError, "GenericAlias expected 2 arguments, got %d", len(args.Pos))
	}
	return newGenericAlias(args.Pos[0], args.Pos[1]), nil
}

func genericAliasMembers() []Member {
	return []Member{
		Getter("__origin__", func(_ *Thread, self Value) (Value, error) { return self.(*GenericAlias).Origin, nil }),
		Getter("__args__", func(_ *Thread, self Value) (Value, error) { return NewTuple(self.(*GenericAlias).Args...), nil }),
		Getter("__parameters__", func(_ *Thread, self Value) (Value, error) {
			return NewTuple(typeParameters(self.(*GenericAlias).Args)...), nil
		}),
		Getter("__unpacked__", func(_ *Thread, self Value) (Value, error) { return Bool(self.(*GenericAlias).Starred), nil }),
		Method("__mro_entries__(self, bases, /)", func(_ *Thread, a []Value) (Value, error) {
			return NewTuple(a[0].(*GenericAlias).Origin), nil
		}),
		Method("__instancecheck__(self, instance, /)", func(*Thread, []Value) (Value, error) {
			return nil, Errorf(TypeError, "isinstance() argument 2 cannot be a parameterized generic")
		}),
		Method("__subclasscheck__(self, subclass, /)", func(*Thread, []Value) (Value, error) {
			return nil, Errorf(TypeError, "issubclass() argument 2 cannot be a parameterized generic")
		}),
	}
}

// typeParameters collects the type parameters in args, each once.
func typeParameters(args []Value) []Value {
	var out []Value
	add := func(p Value) {
		for _, x := range out {
			if x == p {
				return
			}
		}
		out = append(out, p)
	}
	for _, a := range args {
		switch x := a.(type) {
		case *TypeParam:
			add(x)
		case *GenericAlias:
			for _, p := range typeParameters(x.Args) {
				add(p)
			}
		case *Union:
			for _, p := range typeParameters(x.Args) {
				add(p)
			}
		case *List:
			for _, p := range typeParameters(x.Elems) {
				add(p)
			}
		}
	}
	return out
}

// substituteAll puts values for params into args.
func substituteAll(t *Thread, args, params, values []Value, self Value) ([]Value, error) {
	if len(params) == 0 {
		return nil, Errorf(TypeError, "%s is not a generic class", Repr1(t, self))
	}
	if len(values) != len(params) {
		few := "few"
		if len(values) > len(params) {
			few = "many"
		}
		return nil, Errorf(TypeError, "Too %s arguments for %s; actual %d, expected %d", few, Repr1(t, self), len(values), len(params))
	}
	out := make([]Value, len(args))
	for i, a := range args {
		v, err := substitute(t, a, params, values)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

func substitute(t *Thread, a Value, params, values []Value) (Value, error) {
	for i, p := range params {
		if p == a {
			return values[i], nil
		}
	}
	inner := func(args []Value) ([]Value, error) {
		out := make([]Value, len(args))
		for i, x := range args {
			v, err := substitute(t, x, params, values)
			if err != nil {
				return nil, err
			}
			out[i] = v
		}
		return out, nil
	}
	switch x := a.(type) {
	case *GenericAlias:
		args, err := inner(x.Args)
		return &GenericAlias{Origin: x.Origin, Args: args, Starred: x.Starred}, err
	case *Union:
		args, err := inner(x.Args)
		if err != nil {
			return nil, err
		}
		return MakeUnion(t, args...)
	case *List:
		args, err := inner(x.Elems)
		return NewList(args...), err
	}
	return a, nil
}
