package pyrt

// A TypeParamKind tells the three kinds of type parameters apart.
type TypeParamKind uint8

// The kinds of type parameters.
const (
	TypeVarKind TypeParamKind = iota
	ParamSpecKind
	TypeVarTupleKind
)

// A TypeParam is a TypeVar, ParamSpec or TypeVarTuple, made by the syntax of
// PEP 695 or by calling the class in module typing.
type TypeParam struct {
	Kind        TypeParamKind
	Name        string
	Module      Value
	Covariant   bool
	Contra      bool
	Infer       bool
	Bound       Value   // nil: none
	Constraints []Value // nil: none
	Default     Value   // nil: none
	// The parts written in PEP 695 syntax are evaluated when asked for.
	lazyBound, lazyDefault func(t *Thread) (Value, error)
}

// Type is typing.TypeVar, ParamSpec or TypeVarTuple.
func (p *TypeParam) Type() *Type {
	switch p.Kind {
	case ParamSpecKind:
		return ParamSpecType
	case TypeVarTupleKind:
		return TypeVarTupleType
	}
	return TypeVarType
}

// Repr gives the name, with ~, + or - for one made by a call.
func (p *TypeParam) Repr(*Thread) (string, error) {
	switch {
	case p.Infer || p.Kind == TypeVarTupleKind:
		return p.Name, nil
	case p.Covariant:
		return "+" + p.Name, nil
	case p.Contra:
		return "-" + p.Name, nil
	}
	return "~" + p.Name, nil
}

// Operate makes unions.
func (p *TypeParam) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	if op != OpOr {
		return NotImplemented, nil
	}
	if reflected {
		return makeUnion(t, other, p)
	}
	return makeUnion(t, p, other)
}

// Iter gives the unpacked form of a TypeVarTuple.
func (p *TypeParam) Iter(*Thread) (Iterator, error) {
	if p.Kind != TypeVarTupleKind {
		return nil, Errorf(TypeError, "'%s' object is not iterable", p.Type().Name)
	}
	return &tupleIterator{elems: []Value{&GenericAlias{Origin: UnpackType, Args: []Value{p}}}}, nil
}

// force evaluates the lazy parts.
func (p *TypeParam) force(t *Thread) error {
	if f := p.lazyBound; f != nil {
		v, err := f(t)
		if err != nil {
			return err
		}
		p.lazyBound = nil
		if tu, ok := v.(*Tuple); ok {
			p.Constraints = tu.Elems
		} else {
			p.Bound = v
		}
	}
	if f := p.lazyDefault; f != nil {
		v, err := f(t)
		if err != nil {
			return err
		}
		p.lazyDefault = nil
		p.Default = v
	}
	return nil
}

func typeParamMembers() []Member {
	get := func(name string, f func(*TypeParam) Value) Member {
		return Getter(name, func(t *Thread, self Value) (Value, error) {
			p := self.(*TypeParam)
			if err := p.force(t); err != nil {
				return nil, err
			}
			if v := f(p); v != nil {
				return v, nil
			}
			return None, nil
		})
	}
	return []Member{
		get("__name__", func(p *TypeParam) Value { return Str(p.Name) }),
		get("__module__", func(p *TypeParam) Value { return p.Module }),
		get("__bound__", func(p *TypeParam) Value { return p.Bound }),
		get("__constraints__", func(p *TypeParam) Value { return NewTuple(p.Constraints...) }),
		get("__covariant__", func(p *TypeParam) Value { return Bool(p.Covariant) }),
		get("__contravariant__", func(p *TypeParam) Value { return Bool(p.Contra) }),
		get("__infer_variance__", func(p *TypeParam) Value { return Bool(p.Infer) }),
		get("__default__", func(p *TypeParam) Value {
			if p.Default == nil {
				return NoDefault
			}
			return p.Default
		}),
		Method("has_default(self)", func(t *Thread, a []Value) (Value, error) {
			p := a[0].(*TypeParam)
			err := p.force(t)
			return Bool(p.Default != nil), err
		}),
		get("args", func(p *TypeParam) Value {
			if p.Kind != ParamSpecKind {
				return nil
			}
			return NewObject(ParamSpecArgsType, p)
		}),
		get("kwargs", func(p *TypeParam) Value {
			if p.Kind != ParamSpecKind {
				return nil
			}
			return NewObject(ParamSpecKwargsType, p)
		}),
	}
}

// typeParamNew makes the constructor of one kind: TypeVar("T", *constraints,
// bound=, covariant=, ...).
func typeParamNew(kind TypeParamKind) func(*Thread, *Type, Args) (Value, error) {
	sig := mustParseSignature("TypeVar(name, *constraints, bound=None, default=..., covariant=False, contravariant=False, infer_variance=False)")
	return func(t *Thread, c *Type, args Args) (Value, error) {
		a, err := (&Signature{Func: c.Name, Params: sig.Params}).Bind(t, args)
		if err != nil {
			return nil, err
		}
		name, ok := AsStr(a[0])
		if !ok {
			return nil, Errorf(TypeError, "%s() argument 'name' must be str, not %s", c.Name, a[0].Type().Name)
		}
		p := &TypeParam{Kind: kind, Name: name, Default: a[3], Module: t.callerModule()}
		p.Constraints, _ = AsTuple(a[1])
		if len(p.Constraints) == 1 {
			return nil, Errorf(TypeError, "A single constraint is not allowed")
		}
		if len(p.Constraints) > 0 && a[2] != None {
			return nil, Errorf(TypeError, "Constraints cannot be combined with bound=...")
		}
		if a[2] != None {
			p.Bound = a[2]
		}
		for i, at := range []*bool{&p.Covariant, &p.Contra, &p.Infer} {
			if *at, err = Truth(t, a[4+i]); err != nil {
				return nil, err
			}
		}
		if p.Covariant && p.Contra {
			return nil, Errorf(ValueError, "Bivariant types are not supported.")
		}
		return p, nil
	}
}

// A TypeAlias is what a type statement makes (typing.TypeAliasType).
type TypeAlias struct {
	Name   string
	Params []Value
	Module Value
	value  Value
	lazy   func(t *Thread) (Value, error)
}

// Type is typing.TypeAliasType.
func (*TypeAlias) Type() *Type { return TypeAliasType }

// Repr gives the name.
func (a *TypeAlias) Repr(*Thread) (string, error) { return a.Name, nil }

// Operate makes unions.
func (a *TypeAlias) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	if op != OpOr {
		return NotImplemented, nil
	}
	if reflected {
		return makeUnion(t, other, a)
	}
	return makeUnion(t, a, other)
}

// GetItem gives Alias[int].
func (a *TypeAlias) GetItem(_ *Thread, key Value) (Value, error) {
	if len(a.Params) == 0 {
		return nil, Errorf(TypeError, "Only generic type aliases are subscriptable")
	}
	return newGenericAlias(a, key), nil
}

// Value evaluates the alias.
func (a *TypeAlias) Value(t *Thread) (Value, error) {
	if a.value == nil {
		v, err := a.lazy(t)
		if err != nil {
			return nil, err
		}
		a.value = v
	}
	return a.value, nil
}

func typeAliasNew(t *Thread, _ *Type, args Args) (Value, error) {
	a, err := mustParseSignature("typealias(name, value, *, type_params=())").Bind(t, args)
	if err != nil {
		return nil, err
	}
	name, _ := AsStr(a[0])
	params, _ := AsTuple(a[2])
	return &TypeAlias{Name: name, value: a[1], Params: params, Module: t.callerModule()}, nil
}

func typeAliasMembers() []Member {
	return []Member{
		Getter("__name__", func(_ *Thread, self Value) (Value, error) { return Str(self.(*TypeAlias).Name), nil }),
		Getter("__value__", func(t *Thread, self Value) (Value, error) { return self.(*TypeAlias).Value(t) }),
		Getter("__type_params__", func(_ *Thread, self Value) (Value, error) { return NewTuple(self.(*TypeAlias).Params...), nil }),
		Getter("__parameters__", func(_ *Thread, self Value) (Value, error) { return NewTuple(self.(*TypeAlias).Params...), nil }),
		Getter("__module__", func(_ *Thread, self Value) (Value, error) {
			if m := self.(*TypeAlias).Module; m != nil {
				return m, nil
			}
			return None, nil
		}),
	}
}
