package pyrt

// The lazy built-ins: enumerate, zip, map, filter and reversed are classes
// whose instances are iterators.

var (
	enumerateType = newBuiltinType("enumerate", ObjectType)
	zipType       = newBuiltinType("zip", ObjectType)
	mapType       = newBuiltinType("map", ObjectType)
	filterType    = newBuiltinType("filter", ObjectType)
	reversedType  = newBuiltinType("reversed", ObjectType)
)

func lazyClasses() []builtinClass {
	proto := &FuncIterator{}
	return []builtinClass{
		{class: enumerateType, proto: proto, new: enumerateNew, members: func() []Member { return []Member{classGetItem()} }},
		{class: zipType, proto: proto, new: zipNew},
		{class: mapType, proto: proto, new: mapNew},
		{class: filterType, proto: proto, new: filterNew},
		{class: reversedType, proto: proto, new: reversedNew},
	}
}

func lazy(cls *Type, next func(t *Thread) (Value, error)) Value {
	return &FuncIterator{Class: cls, Func: next}
}

func enumerateNew(t *Thread, cls *Type, args Args) (Value, error) {
	if n := len(args.Pos) + len(args.Kw); n > 2 {
		return nil, Errorf(TypeError, "enumerate() takes at most 2 arguments (%d given)", n)
	}
	for _, k := range args.Kw {
		if k.Name != "iterable" && k.Name != "start" {
			return nil, Errorf(TypeError, "'%s' is an invalid keyword argument for enumerate()", k.Name)
		}
	}
	src, start := argument(args.Pos, 0), argument(args.Pos, 1)
	for _, k := range args.Kw {
		if k.Name == "start" {
			start = k.Value
		} else {
			src = k.Value
		}
	}
	if src == nil {
		return nil, Errorf(TypeError, "enumerate() missing required argument 'iterable'")
	}
	var i Value = Int(0)
	var err error
	if start != nil {
		if i, err = Index(t, start); err != nil {
			return nil, err
		}
	}
	it, err := Iter(t, src)
	if err != nil {
		return nil, err
	}
	return lazy(cls, func(t *Thread) (Value, error) {
		v, err := it.Next(t)
		if err != nil || v == nil {
			return nil, err
		}
		pair := NewTuple(i, v)
		i, err = numberOperate(i, OpAdd, Int(1), false)
		return pair, err
	}), nil
}

func iterators(t *Thread, vs []Value) ([]Iterator, error) {
	its := make([]Iterator, len(vs))
	for i, v := range vs {
		it, err := Iter(t, v)
		if err != nil {
			return nil, err
		}
		its[i] = it
	}
	return its, nil
}

// strictFlag reads the keyword strict of zip and map.
func strictFlag(t *Thread, name string, args Args) (bool, error) {
	if err := onlyKeywords(name, args, "strict"); err != nil {
		return false, err
	}
	for _, k := range args.Kw {
		return Truth(t, k.Value)
	}
	return false, nil
}

func zipNew(t *Thread, cls *Type, args Args) (Value, error) {
	strict, err := strictFlag(t, "zip", args)
	if err != nil {
		return nil, err
	}
	its, err := iterators(t, args.Pos)
	if err != nil {
		return nil, err
	}
	return lazy(cls, func(t *Thread) (Value, error) {
		row, err := nextRow(t, "zip", its, strict)
		if err != nil || row == nil {
			return nil, err
		}
		return NewTuple(row...), nil
	}), nil
}

// nextRow takes one value of each iterator; nil at the end.
func nextRow(t *Thread, name string, its []Iterator, strict bool) ([]Value, error) {
	if len(its) == 0 {
		return nil, nil
	}
	row := make([]Value, len(its))
	for i, it := range its {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v != nil {
			row[i] = v
			continue
		}
		if strict {
			return nil, strictError(t, name, its, i)
		}
		return nil, nil
	}
	return row, nil
}

// strictError finds out which argument is shorter or longer once the i-th
// ended.
func strictError(t *Thread, name string, its []Iterator, i int) error {
	if i > 0 {
		return Errorf(ValueError, "%s() argument %d is shorter than argument%s", name, i+1, oneOrMany(i))
	}
	for k := 1; k < len(its); k++ {
		v, err := its[k].Next(t)
		if err != nil {
			return err
		}
		if v != nil {
			return Errorf(ValueError, "%s() argument %d is longer than argument%s", name, k+1, oneOrMany(k))
		}
	}
	return nil
}

func oneOrMany(k int) string {
	if k == 1 {
		return " 1"
	}
	return "s 1-" + itoa(int64(k))
}

func mapNew(t *Thread, cls *Type, args Args) (Value, error) {
	strict, err := strictFlag(t, "map", args)
	if err != nil {
		return nil, err
	}
	if len(args.Pos) < 2 {
		return nil, Errorf(TypeError, "map() must have at least two arguments.")
	}
	fn := args.Pos[0]
	its, err := iterators(t, args.Pos[1:])
	if err != nil {
		return nil, err
	}
	return lazy(cls, func(t *Thread) (Value, error) {
		row, err := nextRow(t, "map", its, strict)
		if err != nil || row == nil {
			return nil, err
		}
		return Call(t, fn, Args{Pos: row})
	}), nil
}

func filterNew(t *Thread, cls *Type, args Args) (Value, error) {
	if err := noKeywords("filter", args); err != nil {
		return nil, err
	}
	if err := checkCount("filter", len(args.Pos), 2, 2); err != nil {
		return nil, err
	}
	fn := args.Pos[0]
	it, err := Iter(t, args.Pos[1])
	if err != nil {
		return nil, err
	}
	return lazy(cls, func(t *Thread) (Value, error) {
		for {
			v, err := it.Next(t)
			if err != nil || v == nil {
				return nil, err
			}
			test := v
			if fn != None && fn != Value(BoolType) {
				if test, err = Call(t, fn, Positional(v)); err != nil {
					return nil, err
				}
			}
			if ok, err := Truth(t, test); err != nil || ok {
				return v, err
			}
			if err := t.step(); err != nil {
				return nil, err
			}
		}
	}), nil
}

func reversedNew(t *Thread, cls *Type, args Args) (Value, error) {
	if err := noKeywords("reversed", args); err != nil {
		return nil, err
	}
	if err := checkCount("reversed", len(args.Pos), 1, 1); err != nil {
		return nil, err
	}
	v := args.Pos[0]
	m := v.Type().Lookup("__reversed__")
	if m == None {
		return nil, Errorf(TypeError, "'%s' object is not reversible", typeName(v))
	}
	if m != nil {
		return CallMethod(t, v, "__reversed__")
	}
	_, indexed := v.(Indexed)
	_, isDict := Underlying(v).(*Dict)
	if isDict || !indexed && v.Type().Lookup("__getitem__") == nil {
		return nil, Errorf(TypeError, "'%s' object is not reversible", typeName(v))
	}
	n, err := Length(t, v)
	if err != nil {
		return nil, err
	}
	return lazy(cls, func(t *Thread) (Value, error) {
		n--
		if n < 0 {
			return nil, nil
		}
		return GetItem(t, v, Int(n))
	}), nil
}
