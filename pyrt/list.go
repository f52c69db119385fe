package pyrt

// Len implements len(list).
func (l *List) Len(*Thread) (int, error) { return len(l.Elems), nil }

// Truth implements bool(list).
func (l *List) Truth(*Thread) (bool, error) { return len(l.Elems) > 0, nil }

func (l *List) get() []Value { return l.Elems }

// Repr implements repr(list).
func (l *List) Repr(t *Thread) (string, error) {
	if len(l.Elems) == 0 {
		return "[]", nil
	}
	done, again := t.ReprGuard(l)
	if again {
		return "[...]", nil
	}
	defer done()
	s, err := reprElems(t, l.get)
	return "[" + s + "]", err
}

// Iter implements iter(list).
func (l *List) Iter(*Thread) (Iterator, error) { return &listIterator{list: l}, nil }

// Contains implements v in list.
func (l *List) Contains(t *Thread, v Value) (bool, error) { return containsIn(t, l.get, v) }

// GetItem implements list[i] and list[i:j:k].
func (l *List) GetItem(t *Thread, key Value) (Value, error) {
	if s, ok := key.(*Slice); ok {
		elems, err := sliceElems(t, l.Elems, s)
		return NewList(elems...), err
	}
	i, err := seqIndex(t, key, len(l.Elems), "list", "list index out of range")
	if err != nil {
		return nil, err
	}
	return l.Elems[i], nil
}

// SetItem implements list[i] = v, list[i:j:k] = v and their del forms.
func (l *List) SetItem(t *Thread, key, v Value) error {
	if s, ok := key.(*Slice); ok {
		if v == nil {
			return l.deleteSlice(t, s)
		}
		return l.assignSlice(t, s, v)
	}
	what := "list assignment index out of range"
	i, err := seqIndex(t, key, len(l.Elems), "list", what)
	if err != nil {
		return err
	}
	if v == nil {
		l.deleteAt(i)
		return nil
	}
	l.Elems[i] = v
	return nil
}

// deleteAt removes one element; the first without moving the others, so a
// list serves as a queue.
func (l *List) deleteAt(i int) {
	if i == 0 {
		l.Elems[0] = nil
		l.Elems = l.Elems[1:]
		return
	}
	copy(l.Elems[i:], l.Elems[i+1:])
	l.Elems[len(l.Elems)-1] = nil
	l.Elems = l.Elems[:len(l.Elems)-1]
}

func (l *List) assignSlice(t *Thread, s *Slice, v Value) error {
	var repl []Value
	if it, ok := v.(Iterable); !ok || it == nil {
		if _, isIter := v.(Iterator); !isIter && v.Type().Lookup("__iter__") == nil && v.Type().Lookup("__getitem__") == nil {
			return Errorf(TypeError, "must assign iterable to extended slice")
		}
	}
	repl, err := Collect(t, v)
	if err != nil {
		return err
	}
	start, stop, step, count, err := s.Indices(t, len(l.Elems))
	if err != nil {
		return err
	}
	if step == 1 {
		stop = max(start, stop)
		out, err := joinElems(t, l.Elems[:start], repl, l.Elems[stop:])
		if err == nil {
			l.Elems = out
		}
		return err
	}
	if len(repl) != count {
		return Errorf(ValueError, "attempt to assign sequence of size %d to extended slice of size %d", len(repl), count)
	}
	for i, x := range repl {
		l.Elems[start+i*step] = x
	}
	return nil
}

func (l *List) deleteSlice(t *Thread, s *Slice) error {
	start, _, step, count, err := s.Indices(t, len(l.Elems))
	if err != nil || count == 0 {
		return err
	}
	if step < 0 {
		start, step = start+(count-1)*step, -step
	}
	kept := append([]Value(nil), l.Elems[:start]...)
	for i := start; i < len(l.Elems); i++ {
		if d := i - start; d%step != 0 || d/step >= count {
			kept = append(kept, l.Elems[i])
		}
	}
	l.Elems = kept
	return nil
}

// Operate implements +, * and comparisons of lists.
func (l *List) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	if op == OpMul {
		n, ok, err := repeatCount(t, other)
		if err != nil || !ok {
			return NotImplemented, err
		}
		elems, err := repeatElems(t, l.Elems, n)
		return NewList(elems...), err
	}
	o, ok := Underlying(orNone(other)).(*List)
	if !ok {
		return NotImplemented, nil
	}
	if reflected {
		l, o = o, l
	}
	switch {
	case op == OpAdd:
		elems, err := joinElems(t, l.Elems, o.Elems)
		return NewList(elems...), err
	case op >= OpEq && op <= OpGe:
		return compareSeqs(t, op, l.Elems, o.Elems)
	}
	return NotImplemented, nil
}

// OperateInplace implements += and *=.
func (l *List) OperateInplace(t *Thread, op Operator, other Value) (Value, error) {
	switch op {
	case OpAdd:
		return l, l.extend(t, other)
	case OpMul:
		n, ok, err := repeatCount(t, other)
		if err != nil || !ok {
			return NotImplemented, err
		}
		elems, err := repeatElems(t, l.Elems, n)
		if err == nil {
			l.Elems = elems
		}
		return l, err
	}
	return NotImplemented, nil
}

func (l *List) extend(t *Thread, v Value) error {
	elems, err := Collect(t, v)
	if err != nil {
		// What was yielded before the failure stays, as in CPython.
		return err
	}
	if elems, err = appendElems(t, l.Elems, elems); err == nil {
		l.Elems = elems
	}
	return err
}

func (l *List) append(t *Thread, v Value) error {
	l.Elems = append(l.Elems, v)
	return t.alloc(16)
}

// listInit is list.__init__(iterable=()).
func listInit(t *Thread, l *List, a []Value) (Value, error) {
	if len(a) == 0 {
		l.Elems = nil
		return None, nil
	}
	elems, err := Collect(t, a[0])
	l.Elems = elems
	return None, err
}

// listSort sorts in place, stably, with the list emptied meanwhile so that a
// key function cannot see it half sorted.
func listSort(t *Thread, l *List, key Value, reverse bool) error {
	elems := l.Elems
	l.Elems = nil
	err := sortElems(t, elems, key, reverse)
	changed := l.Elems != nil
	l.Elems = elems
	if err == nil && changed {
		return Errorf(ValueError, "list modified during sort")
	}
	return err
}
