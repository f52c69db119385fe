package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

func (c *compiler) yield(e *syntax.Yield) evalFn {
	pos := positionOf(e.At)
	value := func(*frame) (Value, error) { return None, nil }
	if e.Value != nil {
		value = c.expr(e.Value)
	}
	return func(fr *frame) (Value, error) {
		v, err := value(fr)
		if err != nil {
			return nil, err
		}
		fr.pos = pos
		if fr.gen.class == AsyncGeneratorType {
			v = &asyncYield{v}
		}
		return fr.gen.yield(fr, v)
	}
}

func (c *compiler) yieldFrom(e *syntax.YieldFrom) evalFn {
	value, pos := c.expr(e.Value), positionOf(e.At)
	return func(fr *frame) (Value, error) {
		v, err := value(fr)
		if err != nil {
			return nil, err
		}
		fr.pos = pos
		if g, ok := v.(*Generator); ok && g.class == CoroutineType && fr.gen.class == nil {
			if fr.gen.awaitable() {
				return awaitValue(fr, v, pos)
			}
			return nil, fr.fail(Errorf(TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator"))
		}
		it, err := Iter(fr.t, v)
		if err != nil {
			return nil, fr.fail(err)
		}
		return delegate(fr, it, pos)
	}
}

// delegate passes everything between the caller and a sub-iterator (language
// reference, 6.2.9.1) and gives its result.
func delegate(fr *frame, it Iterator, pos position) (Value, error) {
	g := fr.gen
	obj := iteratorObject(it)
	g.await = obj
	defer func() { g.await = nil }()
	var sent Value = None
	var inject error
	for {
		v, result, err := delegateStep(fr.t, it, obj, sent, inject)
		if err != nil {
			fr.pos = pos
			return nil, fr.fail(err)
		}
		if v == nil {
			return result, nil
		}
		if !g.yieldv(v) {
			return nil, errAbandoned
		}
		sent, inject = g.sent, g.inject
		g.inject = nil
		if sent == nil {
			sent = None
		}
	}
}

// delegateStep resumes the sub-iterator: a value, or nil and the result.
func delegateStep(t *Thread, it Iterator, obj, sent Value, inject error) (v, result Value, err error) {
	if d, ok := obj.(*anextDefault); ok {
		return d.resume(t, sent, inject)
	}
	sub, isGen := obj.(*Generator)
	if w, ok := obj.(*awaiter); ok {
		sub, isGen = w.g, true
	}
	switch {
	case inject != nil:
		v, err = delegateThrow(t, sub, isGen, obj, inject)
	case isGen:
		v, err = sub.step(t, sent, nil)
		if err == nil && v == nil {
			return nil, sub.ReturnValue(), nil
		}
		return v, nil, err
	case sent == None:
		if v, err = it.Next(t); err == nil && v == nil {
			if r, ok := it.(Returner); ok {
				return nil, r.ReturnValue(), nil
			}
			return nil, None, nil
		}
	default:
		v, err = CallMethod(t, obj, "send", sent)
	}
	if e, ok := err.(*Exception); ok && e.IsA(StopIteration) && e != inject {
		st := stateOf(e.Value)
		if len(st.Args) > 0 {
			return nil, st.Args[0], nil
		}
		return nil, None, nil
	}
	return v, nil, err
}

func delegateThrow(t *Thread, sub *Generator, isGen bool, obj Value, inject error) (Value, error) {
	e, ok := inject.(*Exception)
	if !ok {
		return nil, inject
	}
	if e.IsA(GeneratorExit) {
		if isGen {
			if _, err := sub.Close(t); err != nil {
				return nil, err
			}
			return nil, e
		}
		m, err := LookupAttr(t, obj, "close")
		if err != nil {
			return nil, err
		}
		if m != nil {
			if _, err := Call(t, m, Args{}); err != nil {
				return nil, err
			}
		}
		return nil, e
	}
	if isGen {
		return sub.Throw(t, e)
	}
	m, err := LookupAttr(t, obj, "throw")
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, e
	}
	return Call(t, m, Positional(e.Value))
}

// await compiles await value: delegation to its __await__ iterator.
func (c *compiler) await(e *syntax.Await) evalFn {
	value, pos := c.expr(e.Value), positionOf(e.At)
	return func(fr *frame) (Value, error) {
		v, err := value(fr)
		if err != nil {
			return nil, err
		}
		fr.pos = pos
		return awaitValue(fr, v, pos)
	}
}

func awaitValue(fr *frame, v Value, pos position) (Value, error) {
	it, err := awaitable(fr.t, v)
	if err != nil {
		return nil, fr.fail(err)
	}
	if fr.gen == nil {
		return nil, fr.fail(Errorf(RuntimeError, "await outside of a coroutine"))
	}
	return delegate(fr, it, pos)
}

// awaitable tells whether types.coroutine was asked to let g be awaited.
func (g *Generator) awaitable() bool {
	return g.class == nil && g.fr != nil && g.fr.fn != nil && g.fr.fn.awaitable
}

// MarkAwaitable lets the generators of a function be awaited (types.coroutine).
func MarkAwaitable(v Value) {
	if fn, ok := v.(*Function); ok {
		fn.awaitable = true
	}
}

// awaitable gives the iterator that drives v.
func awaitable(t *Thread, v Value) (Iterator, error) {
	if g, ok := v.(*Generator); ok && (g.class == CoroutineType || g.awaitable()) {
		if g.done || g.running {
			return nil, Errorf(RuntimeError, "cannot reuse already awaited coroutine")
		}
		return &awaiter{g}, nil
	}
	switch a := v.(type) {
	case *asyncStep:
		return a, nil
	case *anextDefault:
		return a, nil
	}
	m := lookupSpecial(v, "__await__")
	if m == nil {
		return nil, Errorf(TypeError, "'%s' object can't be awaited", v.Type().Name)
	}
	r, err := callSpecial(t, m, v)
	if err != nil {
		return nil, err
	}
	it := AsIterator(r)
	if it == nil {
		return nil, Errorf(TypeError, "__await__() returned non-iterator of type '%s'", r.Type().Name)
	}
	return it, nil
}
