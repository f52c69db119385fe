package pyrt

import "slices"

// Operations that lists and tuples share.

// compareSeqs compares element-wise; the first difference decides.
func compareSeqs(t *Thread, op Operator, a, b []Value) (Value, error) {
	if op == OpEq || op == OpNe {
		if len(a) != len(b) {
			return Bool(op == OpNe), nil
		}
	}
	n := min(len(a), len(b))
	for i := 0; i < n && i < len(a) && i < len(b); i++ {
		eq, err := Equal(t, a[i], b[i])
		if err != nil {
			return nil, err
		}
		if eq {
			continue
		}
		switch op {
		case OpEq:
			return False, nil
		case OpNe:
			return True, nil
		}
		return Binary(t, op, a[i], b[i])
	}
	c := 0
	if len(a) < len(b) {
		c = -1
	} else if len(a) > len(b) {
		c = 1
	}
	return cmpResult(op, c), nil
}

// copyPiece is how many elements are copied between two looks at whether the
// run was stopped: copying pointers is slow while garbage is collected.
const copyPiece = 1 << 14

// joinElems copies sequences one after the other into a fresh slice, whose
// memory it reserves.
func joinElems(t *Thread, seqs ...[]Value) ([]Value, error) {
	n := 0
	for _, s := range seqs {
		n += len(s)
	}
	if n == 0 {
		return nil, nil
	}
	if err := t.alloc(16 * n); err != nil {
		return nil, err
	}
	out := make([]Value, 0, n)
	for _, s := range seqs {
		var err error
		if out, err = appendElems(t, out, s); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// appendElems is append piece by piece.
func appendElems(t *Thread, out, s []Value) ([]Value, error) {
	if len(s) > copyPiece {
		out = slices.Grow(out, len(s))
	}
	for len(s) > copyPiece {
		out, s = append(out, s[:copyPiece]...), s[copyPiece:]
		if err := t.alloc(0); err != nil {
			return nil, err
		}
	}
	return append(out, s...), nil
}

// repeatElems is seq * n.
func repeatElems(t *Thread, elems []Value, n int) ([]Value, error) {
	if n <= 0 || len(elems) == 0 {
		return nil, nil
	}
	if err := checkRepeat(t, len(elems)*16, n); err != nil {
		return nil, err
	}
	out := make([]Value, 0, len(elems)*n)
	for i := range n {
		out = append(out, elems...)
		if i*len(elems)%copyPiece < len(elems) {
			if err := t.alloc(0); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// sliceElems is seq[i:j:k] as a fresh slice.
func sliceElems(t *Thread, elems []Value, s *Slice) ([]Value, error) {
	start, _, step, count, err := s.Indices(t, len(elems))
	if err != nil || count == 0 {
		return nil, err
	}
	if step == 1 {
		return joinElems(t, elems[start:start+count])
	}
	if err := t.alloc(16 * count); err != nil {
		return nil, err
	}
	out := make([]Value, count)
	for i := range out {
		out[i] = elems[start+i*step]
		if i%copyPiece == copyPiece-1 {
			if err := t.alloc(0); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// reprElems joins the reprs of elements. get re-reads the elements because a
// __repr__ may change the container.
func reprElems(t *Thread, get func() []Value) (string, error) {
	var b []byte
	for i := 0; i < len(get()); i++ {
		if i > 0 {
			b = append(b, ", "...)
		}
		s, err := Repr(t, get()[i])
		if err != nil {
			return "", err
		}
		b = append(b, s...)
		if err := t.alloc(len(s)); err != nil {
			return "", err
		}
	}
	return string(b), nil
}

// containsIn is x in seq.
func containsIn(t *Thread, get func() []Value, v Value) (bool, error) {
	for i := 0; i < len(get()); i++ {
		if eq, err := Equal(t, get()[i], v); err != nil || eq {
			return eq, err
		}
	}
	return false, nil
}

// indexIn is seq.index(v, start, stop); -1 when absent.
func indexIn(t *Thread, get func() []Value, a []Value) (int, error) {
	lo, hi, err := sliceBounds(t, argument(a, 1), argument(a, 2), len(get()))
	if err != nil {
		return -1, err
	}
	for i := lo; i < hi && i < len(get()); i++ {
		if eq, err := Equal(t, get()[i], a[0]); err != nil {
			return -1, err
		} else if eq {
			return i, nil
		}
	}
	return -1, nil
}

func countIn(t *Thread, get func() []Value, v Value) (Value, error) {
	n := 0
	for i := 0; i < len(get()); i++ {
		eq, err := Equal(t, get()[i], v)
		if err != nil {
			return nil, err
		}
		if eq {
			n++
		}
	}
	return Int(n), nil
}

// Len implements len(tuple).
func (x *Tuple) Len(*Thread) (int, error) { return len(x.Elems), nil }

// Truth implements bool(tuple).
func (x *Tuple) Truth(*Thread) (bool, error) { return len(x.Elems) > 0, nil }

func (x *Tuple) get() []Value { return x.Elems }

// Repr implements repr(tuple).
func (x *Tuple) Repr(t *Thread) (string, error) {
	done, again := t.ReprGuard(x)
	if again {
		return "(...)", nil
	}
	defer done()
	s, err := reprElems(t, x.get)
	if len(x.Elems) == 1 {
		s += ","
	}
	return "(" + s + ")", err
}

// Iter implements iter(tuple).
func (x *Tuple) Iter(*Thread) (Iterator, error) { return &tupleIterator{elems: x.Elems}, nil }

// GetItem implements tuple[i] and tuple[i:j:k].
func (x *Tuple) GetItem(t *Thread, key Value) (Value, error) {
	if s, ok := key.(*Slice); ok {
		elems, err := sliceElems(t, x.Elems, s)
		if len(elems) == len(x.Elems) && (s.Step == None || s.Step == Int(1)) && err == nil {
			return x, nil
		}
		return NewTuple(elems...), err
	}
	i, err := seqIndex(t, key, len(x.Elems), "tuple", "tuple index out of range")
	if err != nil {
		return nil, err
	}
	return x.Elems[i], nil
}

// Contains implements v in tuple.
func (x *Tuple) Contains(t *Thread, v Value) (bool, error) { return containsIn(t, x.get, v) }

// Operate implements +, * and comparisons of tuples.
func (x *Tuple) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	if op == OpMul {
		n, ok, err := repeatCount(t, other)
		if err != nil || !ok {
			return NotImplemented, err
		}
		elems, err := repeatElems(t, x.Elems, n)
		return NewTuple(elems...), err
	}
	o, ok := Underlying(orNone(other)).(*Tuple)
	if !ok {
		return NotImplemented, nil
	}
	if reflected {
		x, o = o, x
	}
	switch {
	case op == OpAdd:
		elems, err := joinElems(t, x.Elems, o.Elems)
		return NewTuple(elems...), err
	case op >= OpEq && op <= OpGe:
		return compareSeqs(t, op, x.Elems, o.Elems)
	}
	return NotImplemented, nil
}

// tupleNew is tuple(iterable=()).
func tupleNew(t *Thread, cls *Type, args Args) (Value, error) {
	if cls == TupleType {
		if err := noKeywords("tuple", args); err != nil {
			return nil, err
		}
	}
	if err := checkCount("tuple", len(args.Pos), 0, 1); err != nil {
		return nil, err
	}
	if len(args.Pos) == 0 {
		return subclassed(cls, NewTuple()), nil
	}
	if x, ok := args.Pos[0].(*Tuple); ok && cls == TupleType {
		return x, nil
	}
	elems, err := Collect(t, args.Pos[0])
	return subclassed(cls, NewTuple(elems...)), err
}

// tupleMembers are the methods of tuple.
func tupleMembers() []Member {
	return []Member{
		oneArg(TupleType, "count", func(t *Thread, x *Tuple, v Value) (Value, error) { return countIn(t, x.get, v) }),
		manyArgs(TupleType, "index", 1, 3, func(t *Thread, x *Tuple, a []Value) (Value, error) {
			i, err := indexIn(t, x.get, a)
			if err == nil && i < 0 {
				return nil, Errorf(ValueError, "tuple.index(x): x not in tuple")
			}
			return Int(i), err
		}),
		noArgs(TupleType, "__getnewargs__", func(_ *Thread, x *Tuple) (Value, error) { return NewTuple(x), nil }),
		classGetItem(),
	}
}
