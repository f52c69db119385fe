package pyrt

import (
	"iter"
	"sort"
)

// A Generator is a generator, coroutine or asynchronous generator: a frame
// that stops at every yield: one whose body permits it returns there
// (eval_resume.go), others run in a Go coroutine of their own.
type Generator struct {
	Name, QualName string

	fr     *frame
	class  *Type
	resume func() (Value, bool)
	cancel func()
	yieldv func(Value) bool

	places   []resumePlace // of a body that returns at its yields
	resuming bool          // its statements are on their way back to the yield
	out      Value         // what it yielded

	started, running, done bool
	sent                   Value
	inject                 error // what throw puts in
	result                 Value
	err                    error
	await                  Value // what it is waiting for
	seq                    int64 // generators count up in order of their making
}

// errAbandoned unwinds a generator that nobody will resume.
const errAbandoned = sentinelError("generator abandoned at the end of the run")

// Type is generator, coroutine or async_generator.
func (g *Generator) Type() *Type {
	if g.class == nil {
		return GeneratorType
	}
	return g.class
}

// newGenerator makes one of a frame that is ready to run.
func newGenerator(fr *frame) *Generator {
	g := &Generator{fr: fr, Name: fr.code.name, QualName: fr.code.qualname}
	if fr.fn != nil && fr.fn.Name != "" {
		g.Name, g.QualName = fr.fn.Name, fr.fn.QualName
	}
	switch fr.code.flags {
	case coroutineCode:
		g.class = CoroutineType
	case coroutineCode | generatorCode:
		g.class = AsyncGeneratorType
	}
	fr.gen, fr.kept = g, true
	fr.t.generators++
	g.seq = fr.t.generators
	return g
}

// generatorStack is what a suspended generator costs besides its values.
const generatorStack = 4 << 10

// start makes the Go coroutine on first resumption.
func (g *Generator) start() {
	t := g.fr.t
	g.started = true
	if t.live == nil {
		t.live = make(map[*Generator]struct{})
	}
	t.live[g] = struct{}{}
	g.fr.code.ready()
	if g.fr.code.resumes {
		g.places = make([]resumePlace, g.fr.code.places)
		return
	}
	t.memory += generatorStack
	g.resume, g.cancel = iter.Pull(func(yield func(Value) bool) {
		g.yieldv = yield
		if g.inject != nil {
			g.err = g.fr.fail(g.inject)
			g.inject = nil
			return
		}
		_, err := g.fr.code.ready()(g.fr)
		if err != nil {
			g.err = g.fr.fail(err)
			return
		}
		g.result = g.fr.ret
	})
}

// advance runs a body that returns at its yields; false at its end.
func (g *Generator) advance(fresh bool) (Value, bool) {
	if fresh && g.inject != nil {
		g.err, g.inject = g.fr.fail(g.inject), nil
		return nil, false
	}
	g.resuming = !fresh
	sig, err := g.fr.code.run(g.fr)
	g.resuming = false
	switch {
	case err != nil:
		g.err = g.fr.fail(err)
	case sig == yielded:
		v := g.out
		g.out = nil
		return v, true
	default:
		g.result = g.fr.ret
	}
	g.places = nil
	return nil, false
}

// step runs to the next yield: the value, or nil at the end.
func (g *Generator) step(t *Thread, sent Value, inject error) (Value, error) {
	if g.running {
		return nil, Errorf(ValueError, "%s already executing", g.Type().Name)
	}
	if g.done {
		return nil, inject
	}
	fresh := !g.started
	if fresh {
		g.start()
	}
	g.sent, g.inject = sent, inject
	if err := t.enterCall(g.fr); err != nil {
		return nil, err
	}
	depth, nest := t.depth, t.nest
	handled := g.fr.handled != nil
	if handled {
		t.handling++
	}
	g.running = true
	var v Value
	var ok bool
	if g.resume == nil {
		v, ok = g.advance(fresh)
	} else {
		v, ok = g.resume()
	}
	g.running = false
	t.depth, t.nest = depth, nest
	if g.fr.handled != nil {
		t.handling--
	}
	t.leaveCall(g.fr)
	g.fr.back = nil
	if ok {
		return v, nil
	}
	g.done = true
	delete(t.live, g)
	return nil, g.finish()
}

// finish gives the error that ended the body; StopIteration inside a
// generator is a RuntimeError (PEP 479).
func (g *Generator) finish() error {
	err := g.err
	g.err = nil
	e, ok := err.(*Exception)
	if !ok {
		return err
	}
	if e.IsA(StopIteration) || g.class == AsyncGeneratorType && e.IsA(StopAsyncIteration) {
		r := Errorf(RuntimeError, "%s raised %s", g.kindName(), e.Value.Class.Name)
		st := stateOf(r.Value)
		st.Cause, st.Context, st.SuppressContext = e.Value, e.Value, true
		r.linked = true
		st.Traceback = stateOf(e.Value).Traceback
		return r
	}
	return err
}

func (g *Generator) kindName() string {
	switch g.class {
	case CoroutineType:
		return "coroutine"
	case AsyncGeneratorType:
		return "async generator"
	}
	return "generator"
}

// yield hands a value out and waits for the next resumption.
func (g *Generator) yield(fr *frame, v Value) (Value, error) {
	if !g.yieldv(v) {
		return nil, errAbandoned
	}
	if err := g.inject; err != nil {
		g.inject = nil
		return nil, fr.fail(err)
	}
	if g.sent == nil {
		return None, nil
	}
	return g.sent, nil
}

// Iter gives the generator itself; coroutines are no iterators.
func (g *Generator) Iter(*Thread) (Iterator, error) {
	if g.class != nil {
		return nil, Errorf(TypeError, "'%s' object is not iterable", g.class.Name)
	}
	return g, nil
}

// Next implements Iterator.
func (g *Generator) Next(t *Thread) (Value, error) { return g.step(t, None, nil) }

// ReturnValue implements Returner.
func (g *Generator) ReturnValue() Value {
	r := g.result
	g.result = nil
	if r == nil {
		return None
	}
	return r
}

// Send is generator.send: StopIteration at the end.
func (g *Generator) Send(t *Thread, v Value) (Value, error) {
	if !g.started && v != None && !g.done {
		return nil, Errorf(TypeError, "can't send non-None value to a just-started %s", g.kindName())
	}
	if g.done && g.class == CoroutineType {
		return nil, Errorf(RuntimeError, "cannot reuse already awaited coroutine")
	}
	return g.stopped(g.step(t, v, nil))
}

func (g *Generator) stopped(v Value, err error) (Value, error) {
	if err != nil || v != nil {
		return v, err
	}
	if r := g.ReturnValue(); r != None {
		return nil, NewException(StopIteration, r)
	}
	return nil, NewException(StopIteration)
}

// Throw is generator.throw.
func (g *Generator) Throw(t *Thread, err error) (Value, error) {
	if g.done && g.class == CoroutineType {
		return nil, Errorf(RuntimeError, "cannot reuse already awaited coroutine")
	}
	return g.stopped(g.step(t, nil, err))
}

// Close is generator.close; it gives the value that the generator returned.
func (g *Generator) Close(t *Thread) (Value, error) {
	if g.done || !g.started {
		g.done = true
		return None, nil
	}
	v, err := g.step(t, nil, NewException(GeneratorExit))
	if err == nil {
		if v != nil {
			return nil, Errorf(RuntimeError, "%s ignored GeneratorExit", g.kindName())
		}
		return g.ReturnValue(), nil
	}
	if e, ok := err.(*Exception); ok && (e.IsA(GeneratorExit) || e.IsA(StopIteration)) {
		return None, nil
	}
	return nil, err
}

// Close ends what the run left behind: generators that were not exhausted get
// a GeneratorExit, as when CPython drops them; errors that they raise then are
// not reported. Call it when nothing of the run is used any more.
func (t *Thread) Close() {
	t.unobserve()
	t.closeStrands()
	for round := 0; len(t.live) > 0; round++ {
		list := make([]*Generator, 0, len(t.live))
		for g := range t.live {
			list = append(list, g)
		}
		sort.Slice(list, func(i, j int) bool { return list[i].seq < list[j].seq })
		for _, g := range list {
			if g.running {
				delete(t.live, g)
				continue
			}
			if round < 3 && !g.done {
				_, _ = g.Close(t)
			}
			if !g.done || round >= 3 {
				g.done = true
				if g.cancel != nil {
					g.cancel()
				}
			}
			delete(t.live, g)
		}
	}
}

// dropLoop closes a generator that was made for a loop alone and is left
// early: CPython drops, and so closes, it there.
func (g *Generator) dropLoop(fr *frame) error {
	if g.done || g.running || !g.started {
		return nil
	}
	_, err := g.Close(fr.t)
	return fr.fail(err)
}

// thrown makes the error of throw(type[, value[, tb]]).
func thrown(t *Thread, a []Value) (error, error) {
	exc := a[0]
	if c, ok := exc.(*Type); ok && c.IsSubclass(BaseException) {
		var v Value = None
		if len(a) > 1 {
			v = a[1]
		}
		switch {
		case IsInstance(v, c):
			exc = v
		case v == None:
			o, err := Call(t, c, Args{})
			if err != nil {
				return nil, err
			}
			exc = o
		default:
			pos := []Value{v}
			if elems, ok := AsTuple(v); ok {
				pos = elems
			}
			o, err := Call(t, c, Args{Pos: pos})
			if err != nil {
				return nil, err
			}
			exc = o
		}
	}
	o, ok := exc.(*Object)
	if ok && exc == a[0] && len(a) > 1 && a[1] != None && o.Class.IsSubclass(BaseException) {
		return nil, Errorf(TypeError, "instance exception may not have a separate value")
	}
	if !ok || !o.Class.IsSubclass(BaseException) {
		return nil, Errorf(TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", exc.Type().Name)
	}
	return &Exception{Value: o}, nil
}

func generatorMembers() []Member { return coroutineMethods("gi") }

func coroutineMembers() []Member {
	return append(coroutineMethods("cr"), Method("__await__(self, /)", func(_ *Thread, a []Value) (Value, error) {
		return &awaiter{g: a[0].(*Generator)}, nil
	}))
}

func coroutineMethods(prefix string) []Member {
	return []Member{
		Method("send(self, value, /)", func(t *Thread, a []Value) (Value, error) { return a[0].(*Generator).Send(t, a[1]) }),
		Method("throw(self, type, value=None, traceback=None, /)", func(t *Thread, a []Value) (Value, error) {
			e, err := thrown(t, a[1:])
			if err != nil {
				return nil, err
			}
			return a[0].(*Generator).Throw(t, e)
		}),
		Method("close(self, /)", func(t *Thread, a []Value) (Value, error) { return a[0].(*Generator).Close(t) }),
		Accessor("__name__", func(_ *Thread, self Value) (Value, error) { return Str(self.(*Generator).Name), nil },
			func(_ *Thread, self, v Value) error {
				s, ok := AsStr(orNoneValue(v))
				if !ok {
					return Errorf(TypeError, "__name__ must be set to a string object")
				}
				self.(*Generator).Name = s
				return nil
			}),
		Getter("__qualname__", func(_ *Thread, self Value) (Value, error) { return Str(self.(*Generator).QualName), nil }),
		Getter(prefix+"_running", func(_ *Thread, self Value) (Value, error) { return Bool(self.(*Generator).running), nil }),
		Getter(prefix+"_suspended", func(_ *Thread, self Value) (Value, error) {
			g := self.(*Generator)
			return Bool(g.started && !g.running && !g.done), nil
		}),
		Getter(prefix+"_frame", func(_ *Thread, self Value) (Value, error) {
			g := self.(*Generator)
			if g.done {
				return None, nil
			}
			return &frameObject{frame: g.fr, at: g.fr.span()}, nil
		}),
		Getter(prefix+"_code", func(_ *Thread, self Value) (Value, error) { return self.(*Generator).fr.code, nil }),
		Getter(prefix+"_yieldfrom", func(_ *Thread, self Value) (Value, error) { return orNoneValue(self.(*Generator).await), nil }),
		Getter(prefix+"_await", func(_ *Thread, self Value) (Value, error) { return orNoneValue(self.(*Generator).await), nil }),
		Method("__repr__(self, /)", func(t *Thread, a []Value) (Value, error) {
			g := a[0].(*Generator)
			return Str("<" + g.Type().Name + " object " + g.QualName + " at 0x" + hex(ID(t, g)) + ">"), nil
		}),
	}
}

func hex(n int64) string {
	const digits = "0123456789abcdef"
	out := ""
	for ; n > 0; n >>= 4 {
		out = string(digits[n&15]) + out
	}
	return out
}

// An awaiter is the iterator of a coroutine that is awaited.
type awaiter struct{ g *Generator }

// Type is coroutine_wrapper, shown as an iterator.
func (*awaiter) Type() *Type { return IteratorType }

// Next drives the coroutine.
func (w *awaiter) Next(t *Thread) (Value, error) { return w.g.step(t, None, nil) }

// ReturnValue gives the coroutine's result.
func (w *awaiter) ReturnValue() Value { return w.g.ReturnValue() }
