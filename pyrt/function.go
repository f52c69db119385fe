package pyrt

// A Function is a function written in Python.
type Function struct {
	Name, QualName string
	Module         Value
	Doc            Value
	Dict           *Dict
	TypeParams     Value

	code       *code
	defaults   []Value
	kwDefaults *Dict
	closure    []*Cell
	globals    *Dict
	builtins   *Dict
	annotate   Value // a function, None, or nil
	notes      *Dict // __annotations__ once evaluated
	// only tells an __annotate__ function which annotations were executed.
	only       func(int) bool
	awaitable  bool  // a generator function that types.coroutine made a coroutine function
	noteFormat int64 // of __annotate__: annotationForward, annotationText or values
}

// Type is function.
func (*Function) Type() *Type { return FunctionType }

func (f *Function) dict(create bool) *Dict {
	if f.Dict == nil && create {
		f.Dict = NewDict()
	}
	return f.Dict
}

// Call binds the arguments and runs the body.
func (f *Function) Call(t *Thread, args Args) (Value, error) {
	c := f.code
	fr := t.newFrame(f)
	if c.plain && len(args.Kw) == 0 && f.placePlain(fr, args.Pos) {
		return t.run(fr)
	}
	if err := f.bind(t, fr, args); err != nil {
		t.release(fr)
		return nil, err
	}
	return t.run(fr)
}

// placePlain puts positional arguments into the slots and fills up with
// defaults; false when the numbers do not fit.
func (f *Function) placePlain(fr *frame, pos []Value) bool {
	n := f.code.sig.pos
	missing := n - len(pos)
	if missing < 0 || missing > len(f.defaults) {
		return false
	}
	copy(fr.locals, pos)
	copy(fr.locals[len(pos):n], f.defaults[len(f.defaults)-missing:])
	return true
}

// call1 calls with one positional argument.
func (f *Function) call1(t *Thread, a Value) (Value, error) {
	if c := f.code; c.plain && c.sig.pos == 1 {
		fr := t.newFrame(f)
		fr.locals[0] = a
		return t.run(fr)
	}
	return f.Call(t, Args{Pos: []Value{a}})
}

// bind does the general binding of arguments.
func (f *Function) bind(t *Thread, fr *frame, args Args) error {
	sig := &f.code.sig
	s := sig
	if sig.Func != f.QualName { // __qualname__ was assigned
		c := *sig
		c.Func = f.QualName
		s = &c
	}
	var room givenRoom
	given := room.of(len(s.Params))
	if err := s.fill(t, args, fr.locals, given); err != nil {
		return f.explain(err, s, args, fr)
	}
	first := s.pos - len(f.defaults)
	var missing bool
	at := 0
	for i := range s.Params {
		p := &s.Params[i]
		if p.Kind <= PositionalOrKeyword {
			if !given[i] && at >= first {
				fr.locals[i] = f.defaults[at-first]
				given[i] = true
			}
			at++
		} else if p.Kind == KeywordOnly && !given[i] && f.kwDefaults != nil {
			if v, ok := f.kwDefaults.GetStr(p.Name); ok {
				fr.locals[i] = v
				given[i] = true
			}
		}
		if !given[i] && p.Kind != VarPositional && p.Kind != VarKeyword {
			missing = true
		}
	}
	if missing {
		return s.missing(given)
	}
	return nil
}

// explain makes the error text of too many arguments count the defaults.
func (f *Function) explain(err error, s *Signature, args Args, fr *frame) error {
	if len(f.defaults) == 0 || s.varPos >= 0 || len(args.Pos) <= s.pos {
		return err
	}
	c := *s
	c.Params = append([]Param(nil), s.Params...)
	at := 0
	for i := range c.Params {
		if c.Params[i].Kind <= PositionalOrKeyword {
			c.Params[i].HasDefault = at >= c.pos-len(f.defaults)
			at++
		}
	}
	if again := c.fill(fr.t, args, make([]Value, len(c.Params)), make([]bool, len(c.Params))); again != nil {
		return again
	}
	return err
}

// run executes a frame whose arguments are in place: a call, or the making of
// a generator or coroutine.
func (t *Thread) run(fr *frame) (Value, error) {
	c := fr.code
	for _, cp := range c.scope.CellParams {
		fr.cells[cp.Cell].Value = fr.locals[cp.Slot]
		fr.locals[cp.Slot] = nil
	}
	if c.flags != 0 {
		return newGenerator(fr), nil
	}
	if err := t.enterCall(fr); err != nil {
		return nil, err
	}
	_, err := c.ready()(fr)
	t.leaveCall(fr)
	if err != nil {
		err = fr.fail(err)
		if fr.handled != nil {
			fr.handle(nil)
		}
		t.release(fr)
		return nil, err
	}
	v := fr.ret
	t.release(fr)
	if v == nil {
		return None, nil
	}
	return v, nil
}

// enterCall puts a frame on the stack.
func (t *Thread) enterCall(fr *frame) error {
	t.steps++
	if t.steps >= t.nextCheck || t.watch.stopped.Load() {
		if err := t.check(); err != nil {
			return err
		}
	}
	if t.depth >= t.depthLimit() || t.nest+nestPerCall > t.maxNest() {
		return Errorf(RecursionError, "maximum recursion depth exceeded")
	}
	t.depth++
	t.nest += nestPerCall
	fr.back = t.frame
	t.frame = fr
	return nil
}

func (t *Thread) leaveCall(fr *frame) {
	t.frame = fr.back
	t.depth--
	t.nest -= nestPerCall
}
