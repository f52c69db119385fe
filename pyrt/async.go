package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

// An asyncYield marks a value that an asynchronous generator yields, to tell
// it from what its awaits hand to the event loop.
type asyncYield struct{ v Value }

func (*asyncYield) Type() *Type { return ObjectType }

// An asyncStep is the awaitable of one step of an asynchronous generator.
type asyncStep struct {
	g      *Generator
	sent   Value
	inject error
	close  bool
	result Value
}

// Type is an iterator to Python.
func (*asyncStep) Type() *Type { return IteratorType }

// ReturnValue gives what the generator yielded.
func (s *asyncStep) ReturnValue() Value { return orNoneValue(s.result) }

// Next drives the generator until it yields; what its awaits give goes to the
// event loop.
func (s *asyncStep) Next(t *Thread) (Value, error) {
	v, err := s.g.step(t, s.sent, s.inject)
	s.sent, s.inject = None, nil
	if err != nil {
		if e, ok := err.(*Exception); ok && s.close && (e.IsA(GeneratorExit) || e.IsA(StopAsyncIteration)) {
			return nil, nil
		}
		return nil, err
	}
	if v == nil {
		if s.close {
			return nil, nil
		}
		return nil, NewException(StopAsyncIteration)
	}
	if y, ok := v.(*asyncYield); ok {
		if s.close {
			return nil, Errorf(RuntimeError, "async generator ignored GeneratorExit")
		}
		s.result = y.v
		return nil, nil
	}
	return v, nil
}

// An anextDefault is what anext(it, default) gives to await: the default takes
// the place of the end.
type anextDefault struct {
	step     Iterator
	fallback Value
	result   Value
}

var anextAwaitableType = newFinalType("anext_awaitable", ObjectType)

// Type is anext_awaitable.
func (*anextDefault) Type() *Type { return anextAwaitableType }

// ReturnValue gives the element, or the default.
func (d *anextDefault) ReturnValue() Value { return orNoneValue(d.result) }

// Next implements Iterator.
func (d *anextDefault) Next(t *Thread) (Value, error) {
	v, result, err := d.resume(t, None, nil)
	d.result = result
	return v, err
}

// resume is delegateStep of the step that is awaited.
func (d *anextDefault) resume(t *Thread, sent Value, inject error) (v, result Value, err error) {
	v, result, err = delegateStep(t, d.step, d.step, sent, inject)
	if e, ok := err.(*Exception); ok && e.IsA(StopAsyncIteration) {
		return nil, d.fallback, nil
	}
	return v, result, err
}

// builtinAiter is aiter(async_iterable).
func builtinAiter(t *Thread, v Value) (Value, error) {
	m := lookupSpecial(v, "__aiter__")
	if m == nil {
		return nil, Errorf(TypeError, "'%s' object is not an async iterable", v.Type().Name)
	}
	it, err := callSpecial(t, m, v)
	if err == nil && lookupSpecial(it, "__anext__") == nil {
		return nil, Errorf(TypeError, "aiter() returned not an async iterator of type '%s'", it.Type().Name)
	}
	return it, err
}

// builtinAnext is anext(async_iterator[, default]).
func builtinAnext(t *Thread, a []Value) (Value, error) {
	m := lookupSpecial(a[0], "__anext__")
	if m == nil {
		return nil, Errorf(TypeError, "'%s' object is not an async iterator", a[0].Type().Name)
	}
	step, err := callSpecial(t, m, a[0])
	if err != nil || len(a) == 1 {
		return step, err
	}
	it, err := awaitable(t, step)
	return &anextDefault{step: it, fallback: a[1]}, err
}

func asyncGeneratorMembers() []Member {
	step := func(signature string, f func(t *Thread, a []Value, s *asyncStep) error) Member {
		return Method(signature, func(t *Thread, a []Value) (Value, error) {
			s := &asyncStep{g: a[0].(*Generator), sent: None}
			return s, f(t, a, s)
		})
	}
	nothing := func(*Thread, []Value, *asyncStep) error { return nil }
	return append(coroutineMethods("ag"),
		Method("__aiter__(self, /)", func(_ *Thread, a []Value) (Value, error) { return a[0], nil }),
		step("__anext__(self, /)", nothing),
		step("asend(self, value, /)", func(_ *Thread, a []Value, s *asyncStep) error {
			s.sent = a[1]
			return nil
		}),
		step("athrow(self, type, value=None, traceback=None, /)", func(t *Thread, a []Value, s *asyncStep) (err error) {
			s.inject, err = thrown(t, a[1:])
			return err
		}),
		step("aclose(self, /)", func(_ *Thread, a []Value, s *asyncStep) error {
			s.close = true
			if g := s.g; g.started {
				s.inject = NewException(GeneratorExit)
			} else {
				g.done = true
			}
			return nil
		}),
	)
}

// An asyncIterator adapts __aiter__/__anext__ to the loops of the evaluator;
// each Next awaits in the frame that loops.
type asyncIterator struct {
	fr  *frame
	obj Value
}

func (*asyncIterator) Type() *Type { return IteratorType }

// Next implements Iterator.
func (x *asyncIterator) Next(t *Thread) (Value, error) {
	m := lookupSpecial(x.obj, "__anext__")
	if m == nil {
		return nil, Errorf(TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %s", x.obj.Type().Name)
	}
	a, err := callSpecial(t, m, x.obj)
	if err != nil {
		return nil, err
	}
	v, err := awaitValue(x.fr, a, x.fr.pos)
	if e, ok := err.(*Exception); ok && e.IsA(StopAsyncIteration) {
		return nil, nil
	}
	return v, err
}

func asyncIter(fr *frame, v Value) (Iterator, error) {
	m := lookupSpecial(v, "__aiter__")
	if m == nil {
		return nil, Errorf(TypeError, "'async for' requires an object with __aiter__ method, got %s", v.Type().Name)
	}
	r, err := callSpecial(fr.t, m, v)
	if err != nil {
		return nil, err
	}
	return &asyncIterator{fr: fr, obj: r}, nil
}

func (c *compiler) asyncLoop(s *syntax.AsyncFor) execFn {
	l := c.loopSite(&s.For)
	return func(fr *frame) (signal, error) {
		v, err := l.source.get(fr)
		if err != nil {
			return next, err
		}
		fr.pos = l.pos
		it, err := asyncIter(fr, v)
		if err != nil {
			return next, fr.fail(err)
		}
		return l.run(fr, it)
	}
}

func (c *compiler) asyncWith(s *syntax.AsyncWith) execFn {
	return c.withItems(s.Items, s.Body, func() withKind {
		return withKind{"__aenter__", "__aexit__", "asynchronous context manager protocol", "__enter__",
			func(fr *frame, v Value) (Value, error) { return awaitValue(fr, v, fr.pos) }}
	})
}
