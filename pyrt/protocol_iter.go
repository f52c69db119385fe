package pyrt

// Iter gives iter(v) as a Go iterator; objects with __iter__ and __next__, or
// with __getitem__ only, are wrapped.
func Iter(t *Thread, v Value) (Iterator, error) {
	switch x := v.(type) {
	case *Generator:
		return x.Iter(t)
	case Iterator:
		return x, nil
	case *List:
		return &listIterator{list: x}, nil
	case *Tuple:
		return &tupleIterator{elems: x.Elems}, nil
	case Iterable:
		return x.Iter(t)
	}
	m := v.Type().Lookup("__iter__")
	if m == None {
		return nil, Errorf(TypeError, "'%s' object is not iterable", v.Type().TypeName())
	}
	if m == nil {
		if g := lookupSpecial(v, "__getitem__"); g != nil {
			return &sequenceIterator{seq: v}, nil
		}
		return nil, Errorf(TypeError, "'%s' object is not iterable", v.Type().TypeName())
	}
	r, err := callSpecial(t, m, v)
	if err != nil {
		return nil, err
	}
	if it, ok := r.(Iterator); ok {
		return it, nil
	}
	if n := lookupSpecial(r, "__next__"); n != nil {
		return &objectIterator{obj: r, next: n}, nil
	}
	return nil, Errorf(TypeError, "iter() returned non-iterator of type '%s'", r.Type().TypeName())
}

// IterObject gives iter(v) as Python code sees it: the object that __iter__
// returned.
func IterObject(t *Thread, v Value) (Value, error) {
	it, err := Iter(t, v)
	if err != nil {
		return nil, err
	}
	return iteratorObject(it), nil
}

func iteratorObject(it Iterator) Value {
	if o, ok := it.(*objectIterator); ok {
		return o.obj
	}
	return it
}

// AsIterator gives the Go iterator of a value that is one already, for
// next(v); nil when it is not an iterator.
func AsIterator(v Value) Iterator {
	if g, ok := v.(*Generator); ok && g.class != nil {
		return nil
	}
	if it, ok := v.(Iterator); ok {
		return it
	}
	if n := lookupSpecial(v, "__next__"); n != nil {
		return &objectIterator{obj: v, next: n}
	}
	return nil
}

// A Returner is an iterator that ends with a value (a generator's return).
type Returner interface {
	Iterator
	// ReturnValue gives the value after Next returned nil, nil; None if there
	// was none.
	ReturnValue() Value
}

// NextOrStop gives next(v): at the end StopIteration, with a generator's value.
func NextOrStop(t *Thread, v Value) (Value, error) {
	it := AsIterator(v)
	if it == nil {
		return nil, Errorf(TypeError, "'%s' object is not an iterator", v.Type().TypeName())
	}
	if o, ok := it.(*objectIterator); ok {
		return callSpecial(t, o.next, o.obj)
	}
	x, err := it.Next(t)
	if err != nil || x != nil {
		return x, err
	}
	if r, ok := it.(Returner); ok {
		if val := r.ReturnValue(); val != None {
			return nil, NewException(StopIteration, val)
		}
	}
	return nil, NewException(StopIteration)
}

// Each calls f with every element of an iterable, until f fails.
func Each(t *Thread, v Value, f func(Value) error) error {
	switch x := v.(type) {
	case *Tuple:
		for _, e := range x.Elems {
			if err := f(e); err != nil {
				return err
			}
			if err := t.step(); err != nil {
				return err
			}
		}
		return nil
	case *List:
		for i := 0; i < len(x.Elems); i++ {
			if err := f(x.Elems[i]); err != nil {
				return err
			}
			if err := t.step(); err != nil {
				return err
			}
		}
		return nil
	}
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	for {
		e, err := it.Next(t)
		if err != nil || e == nil {
			return err
		}
		if err := f(e); err != nil {
			return err
		}
		if err := t.step(); err != nil {
			return err
		}
	}
}

// Collect gives list(v) as a fresh slice.
func Collect(t *Thread, v Value) ([]Value, error) {
	switch x := v.(type) {
	case *Tuple:
		return joinElems(t, x.Elems)
	case *List:
		return joinElems(t, x.Elems)
	}
	var out []Value
	err := Each(t, v, func(e Value) error {
		out = append(out, e)
		return t.alloc(16)
	})
	return out, err
}

// A listIterator walks a list that may change meanwhile.
type listIterator struct {
	list *List
	i    int
}

func (*listIterator) Type() *Type { return ListIteratorType }

// Next implements Iterator.
func (x *listIterator) Next(*Thread) (Value, error) {
	if x.list == nil {
		return nil, nil
	}
	if x.i >= len(x.list.Elems) {
		x.list = nil
		return nil, nil
	}
	x.i++
	return x.list.Elems[x.i-1], nil
}

func (x *listIterator) lengthHint() int {
	if x.list == nil {
		return 0
	}
	return max(0, len(x.list.Elems)-x.i)
}

func (x *tupleIterator) lengthHint() int { return len(x.elems) }

func lengthHintMembers() []Member {
	return []Member{Method("__length_hint__(self, /)", func(_ *Thread, a []Value) (Value, error) {
		if h, ok := a[0].(interface{ lengthHint() int }); ok {
			return Int(h.lengthHint()), nil
		}
		return NotImplemented, nil
	})}
}

type tupleIterator struct{ elems []Value }

func (*tupleIterator) Type() *Type { return TupleIteratorType }

// Next implements Iterator.
func (x *tupleIterator) Next(*Thread) (Value, error) {
	if len(x.elems) == 0 {
		return nil, nil
	}
	e := x.elems[0]
	x.elems = x.elems[1:]
	return e, nil
}

// An objectIterator adapts an object with __next__.
type objectIterator struct {
	obj, next Value
	result    Value // what StopIteration carried
}

// Type is the class of the adapted object, which Python never sees wrapped.
func (o *objectIterator) Type() *Type { return o.obj.Type() }

// Next implements Iterator.
func (o *objectIterator) Next(t *Thread) (Value, error) {
	v, err := callSpecial(t, o.next, o.obj)
	if err == nil {
		return v, nil
	}
	if e, ok := err.(*Exception); ok && e.IsA(StopIteration) {
		if args := stateOf(e.Value).Args; len(args) > 0 {
			o.result = args[0]
		}
		return nil, nil
	}
	return nil, err
}

// ReturnValue implements Returner.
func (o *objectIterator) ReturnValue() Value { return orNoneValue(o.result) }

// A sequenceIterator calls __getitem__ with 0, 1, … until IndexError.
type sequenceIterator struct {
	seq Value
	i   int64
}

func (*sequenceIterator) Type() *Type { return IteratorType }

// Next implements Iterator.
func (x *sequenceIterator) Next(t *Thread) (Value, error) {
	if x.seq == nil {
		return nil, nil
	}
	v, err := GetItem(t, x.seq, Int(x.i))
	if err == nil {
		x.i++
		return v, nil
	}
	if e, ok := err.(*Exception); ok && (e.IsA(IndexError) || e.IsA(StopIteration)) {
		x.seq = nil
		return nil, nil
	}
	return nil, err
}

// A FuncIterator is an iterator made of a Go function, for built-ins that
// yield values one by one.
type FuncIterator struct {
	Class *Type // what type() gives; nil: iterator
	Func  func(t *Thread) (Value, error)
	done  bool
}

// Type is Class.
func (x *FuncIterator) Type() *Type {
	if x.Class == nil {
		return IteratorType
	}
	return x.Class
}

// Next implements Iterator; after the end it stays at the end.
func (x *FuncIterator) Next(t *Thread) (Value, error) {
	if x.done {
		return nil, nil
	}
	v, err := x.Func(t)
	if v == nil {
		x.done = true
	}
	return v, err
}
