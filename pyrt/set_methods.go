package pyrt

// Len implements len(set).
func (s *Set) Len(*Thread) (int, error) { return s.d.live, nil }

// Truth implements bool(set).
func (s *Set) Truth(*Thread) (bool, error) { return s.d.live > 0, nil }

// Contains implements v in set; a set is looked up as its frozen copy.
func (s *Set) Contains(t *Thread, v Value) (bool, error) {
	in, err := s.Has(t, frozenKey(v))
	return in, unhashableElement(err, v)
}

// frozenKey lets in, remove and discard find a set inside a set.
func frozenKey(v Value) Value {
	if x, ok := v.(*Set); ok && !x.Frozen {
		c := x.Copy()
		c.Frozen = true
		return c
	}
	return v
}

// Iter implements iter(set).
func (s *Set) Iter(*Thread) (Iterator, error) {
	it := newDictIter(setIterType, &s.d, pickKey)
	it.what = "Set"
	return it, nil
}

// Repr implements repr(set).
func (s *Set) Repr(t *Thread) (string, error) { return s.reprAs(t, s.Type().Name) }

func (s *Set) reprAs(t *Thread, name string) (string, error) {
	if s.d.live == 0 {
		return name + "()", nil
	}
	done, again := t.ReprGuard(s)
	if again {
		return name + "(...)", nil
	}
	defer done()
	elems := s.Elems()
	text, err := reprElems(t, func() []Value { return elems })
	if name == "set" {
		return "{" + text + "}", err
	}
	return name + "({" + text + "})", err
}

// setOf makes a set of any iterable; a set is returned as it is.
func setOf(t *Thread, v Value) (*Set, error) {
	if s, ok := Underlying(v).(*Set); ok {
		return s, nil
	}
	s := &Set{}
	return s, s.addAll(t, v)
}

func (s *Set) addAll(t *Thread, v Value) error {
	if d, ok := Underlying(v).(*Set); ok {
		for _, e := range d.Elems() {
			if err := s.Add(t, e); err != nil {
				return err
			}
			if err := t.step(); err != nil {
				return err
			}
		}
		return nil
	}
	return Each(t, v, func(e Value) error { return unhashableElement(s.Add(t, e), e) })
}

// filter keeps the elements for which other has, or has not, the same.
func (s *Set) filter(t *Thread, other *Set, keep bool) (*Set, error) {
	out := &Set{Frozen: s.Frozen}
	for _, e := range s.Elems() {
		in, err := other.Has(t, e)
		if err == nil {
			err = t.step()
		}
		if err != nil {
			return nil, err
		}
		if in == keep {
			if err := out.Add(t, e); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// combine is |, &, - and ^; the result has the kind of s.
func (s *Set) combine(t *Thread, op Operator, o *Set) (*Set, error) {
	switch op {
	case OpOr:
		out := s.Copy()
		return out, out.addAll(t, o)
	case OpAnd:
		return s.filter(t, o, true)
	case OpSub:
		return s.filter(t, o, false)
	}
	out, err := s.filter(t, o, false)
	if err != nil {
		return nil, err
	}
	rest, err := o.filter(t, s, false)
	if err != nil {
		return nil, err
	}
	return out, out.addAll(t, rest)
}

// subset reports s <= o.
func (s *Set) subset(t *Thread, o *Set) (bool, error) {
	if s.Size() > o.Size() {
		return false, nil
	}
	for _, e := range s.Elems() {
		if in, err := o.Has(t, e); err != nil || !in {
			return false, err
		}
		if err := t.step(); err != nil {
			return false, err
		}
	}
	return true, nil
}

// Operate implements the set operators and comparisons.
func (s *Set) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	o, ok := Underlying(orNone(other)).(*Set)
	if !ok {
		return NotImplemented, nil
	}
	if reflected {
		s, o = o, s
	}
	switch op {
	case OpOr, OpAnd, OpSub, OpXor:
		out, err := s.combine(t, op, o)
		if err != nil {
			return nil, err
		}
		return out, nil
	case OpEq, OpNe:
		eq, err := s.subset(t, o)
		return Bool((eq && s.Size() == o.Size()) == (op == OpEq)), err
	case OpLe, OpLt:
		sub, err := s.subset(t, o)
		return Bool(sub && (op == OpLe || s.Size() < o.Size())), err
	case OpGe, OpGt:
		sub, err := o.subset(t, s)
		return Bool(sub && (op == OpGe || s.Size() > o.Size())), err
	}
	return NotImplemented, nil
}

// OperateInplace implements |=, &=, -= and ^= of sets.
func (s *Set) OperateInplace(t *Thread, op Operator, other Value) (Value, error) {
	o, ok := Underlying(other).(*Set)
	if !ok || s.Frozen {
		return NotImplemented, nil
	}
	switch op {
	case OpOr, OpAnd, OpSub, OpXor:
		out, err := s.combine(t, op, o)
		if err == nil {
			s.d = out.d
		}
		return s, err
	}
	return NotImplemented, nil
}

// newSetOf makes an empty set, which __init__ fills, or a whole frozenset.

func newSetOf(t *Thread, cls *Type, args Args) (Value, error) {
	if cls.IsSubclass(SetType) {
		return subclassed(cls, &Set{}), nil
	}
	if cls == FrozenSetType {
		if err := noKeywords("frozenset", args); err != nil {
			return nil, err
		}
	}
	if err := checkCount("frozenset", len(args.Pos), 0, 1); err != nil {
		return nil, err
	}
	s := &Set{Frozen: true}
	if len(args.Pos) == 1 {
		if x, ok := args.Pos[0].(*Set); ok && x.Frozen && cls == FrozenSetType {
			return x, nil
		}
		if err := s.addAll(t, args.Pos[0]); err != nil {
			return nil, err
		}
	}
	return subclassed(cls, s), nil
}

func setDisjoint(t *Thread, s *Set, other Value) (Value, error) {
	o, err := setOf(t, other)
	if err != nil {
		return nil, err
	}
	both, err := s.filter(t, o, true)
	if err != nil {
		return nil, err
	}
	return Bool(both.Size() == 0), nil
}

// setMerge folds an operator over several iterables.
func setMerge(t *Thread, s *Set, op Operator, others []Value) (*Set, error) {
	out := s.Copy()
	for _, v := range others {
		o, err := setOf(t, v)
		if err != nil {
			return nil, err
		}
		next, err := out.combine(t, op, o)
		if err != nil {
			return nil, err
		}
		out = next
	}
	return out, nil
}
