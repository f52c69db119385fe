package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

// A callSite is the argument list of one call.
type callSite struct {
	pos    position
	args   []operand
	stars  []bool // args[i] is *x
	kws    []keywordSite
	plain  bool // no *x and no keywords
	starry bool // *x or **x somewhere
}

type keywordSite struct {
	name  string // "": **value
	value evalFn
	pos   position
}

func (c *compiler) callSite(e *syntax.Call) *callSite {
	s := &callSite{pos: positionOf(e.At)}
	for _, a := range e.Args {
		star, ok := a.(*syntax.Starred)
		if ok {
			s.starry = true
			a = star.Value
		}
		s.args, s.stars = append(s.args, c.operand(a)), append(s.stars, ok)
	}
	for _, k := range e.Keywords {
		name := k.Arg
		if name == "" {
			s.starry = true
		} else {
			name = c.scope.Mangle(name)
		}
		s.kws = append(s.kws, keywordSite{name, c.expr(k.Value), positionOf(k.Value.Span())})
	}
	s.plain = !s.starry && len(s.kws) == 0
	return s
}

func (c *compiler) call(e *syntax.Call) evalFn {
	site := c.callSite(e)
	if a, ok := e.Func.(*syntax.Attribute); ok {
		value, member, at := c.operand(a.Value), newMemberSite(c.scope.Mangle(a.Attr)), positionOf(a.At)
		return func(fr *frame) (Value, error) {
			v, err := value.get(fr)
			if err != nil {
				return nil, err
			}
			fr.pos = at
			fn, self, err := member.method(fr.t, v)
			if err != nil {
				return nil, fr.fail(err)
			}
			return site.invoke(fr, fn, self)
		}
	}
	fn := c.operand(e.Func)
	return func(fr *frame) (Value, error) {
		f, err := fn.get(fr)
		if err != nil {
			return nil, err
		}
		return site.invoke(fr, f, nil)
	}
}

// invoke evaluates the arguments and calls fn, with self before them if given.
func (s *callSite) invoke(fr *frame, fn, self Value) (Value, error) {
	t := fr.t
	if m, ok := fn.(*BoundMethod); ok && self == nil {
		fn, self = m.Func, m.Self
	}
	switch f := fn.(type) {
	case *Function:
		if s.plain && f.code.plain {
			return s.invokePlain(fr, f, self)
		}
	case *Builtin:
		if s.plain {
			switch len(s.args) + given(self) {
			case 1:
				if f.one != nil {
					return s.invokeOne(fr, f, self)
				}
			case 2:
				if f.two != nil {
					return s.invokeTwo(fr, f, self)
				}
			}
		}
	case *Type:
		if f.Meta == nil && s.plain && self == nil {
			if h := f.attrHooks(); h.init != nil && h.init.code.plain {
				return s.construct(fr, f, h.init)
			}
		}
		if f == SuperType && s.plain && len(s.args) == 0 {
			fr.pos = s.pos
			r, err := superNew(fr.t, f, Args{})
			return r, fr.fail(err)
		}
	}
	args, err := s.collect(fr, fn, self)
	if err != nil {
		return nil, err
	}
	fr.pos = s.pos
	var r Value
	switch f := fn.(type) {
	case *Function:
		r, err = f.Call(t, args)
	default:
		r, err = Call(t, fn, args)
	}
	if err != nil {
		if r := t.salvage(fn, t.standing(args.Pos, args.Kw), err); r != nil {
			return r, nil
		}
		return nil, fr.fail(err)
	}
	return r, nil
}

// given counts self.
func given(self Value) int {
	if self == nil {
		return 0
	}
	return 1
}

// invokeOne calls a built-in that takes one argument, self perhaps.
func (s *callSite) invokeOne(fr *frame, f *Builtin, a Value) (Value, error) {
	var err error
	if a == nil {
		if a, err = s.args[0].get(fr); err != nil {
			return nil, err
		}
	}
	t := fr.t
	fr.pos = s.pos
	if err := t.enter(); err != nil {
		return nil, fr.fail(err)
	}
	r, err := f.one(t, a)
	t.leave()
	if err != nil {
		return s.salvaged(fr, f, err, a)
	}
	return r, nil
}

// invokeTwo calls a built-in that takes two arguments, the first perhaps self.
func (s *callSite) invokeTwo(fr *frame, f *Builtin, a Value) (Value, error) {
	var err error
	if a == nil {
		if a, err = s.args[0].get(fr); err != nil {
			return nil, err
		}
	}
	b, err := s.args[len(s.args)-1].get(fr)
	if err != nil {
		return nil, err
	}
	t := fr.t
	fr.pos = s.pos
	if err := t.enter(); err != nil {
		return nil, fr.fail(err)
	}
	r, err := f.two(t, a, b)
	t.leave()
	if err != nil {
		return s.salvaged(fr, f, err, a, b)
	}
	return r, nil
}

// salvaged is how a failed call of a built-in ends.
func (s *callSite) salvaged(fr *frame, f *Builtin, err error, args ...Value) (Value, error) {
	if r := fr.t.salvage(f, fr.t.standing(args, nil), err); r != nil {
		return r, nil
	}
	return nil, fr.fail(err)
}

// construct makes an instance of a class with an ordinary __init__.
func (s *callSite) construct(fr *frame, c *Type, init *Function) (Value, error) {
	if err := fr.t.alloc(96); err != nil {
		return nil, fr.fail(err)
	}
	o := &Object{Class: c}
	r, err := s.invokePlain(fr, init, o)
	if err != nil {
		return nil, err
	}
	if r != None {
		return nil, fr.fail(Errorf(TypeError, "__init__() should return None, not '%s'", r.Type().TypeName()))
	}
	return o, nil
}

// invokePlain evaluates positional arguments straight into the new frame.
func (s *callSite) invokePlain(fr *frame, f *Function, self Value) (Value, error) {
	n := len(s.args)
	if self != nil {
		n++
	}
	want := f.code.sig.pos
	if n > want || want-n > len(f.defaults) {
		args, err := s.collect(fr, f, self)
		if err != nil {
			return nil, err
		}
		fr.pos = s.pos
		r, err := f.Call(fr.t, args)
		return r, fr.fail(err)
	}
	nf := fr.t.newFrame(f)
	i := 0
	if self != nil {
		nf.locals[0] = self
		i = 1
	}
	for k := range s.args {
		v := s.args[k].at(fr)
		if v == nil {
			var err error
			if v, err = s.args[k].eval(fr); err != nil {
				fr.t.release(nf)
				return nil, err
			}
		}
		nf.locals[i] = v
		i++
	}
	if i < want {
		copy(nf.locals[i:want], f.defaults[len(f.defaults)-(want-i):])
	}
	fr.pos = s.pos
	var standing Value
	if fr.t.Salvage != nil {
		standing = fr.t.standing(nf.locals[:want], nil)
	}
	r, err := fr.t.run(nf)
	if err != nil {
		if r := fr.t.salvage(f, standing, err); r != nil {
			return r, nil
		}
		return nil, fr.fail(err)
	}
	return r, nil
}

// collect evaluates the arguments.
func (s *callSite) collect(fr *frame, fn, self Value) (Args, error) {
	pos := make([]Value, 0, len(s.args)+1)
	if self != nil {
		pos = append(pos, self)
	}
	for i := range s.args {
		v, err := s.args[i].get(fr)
		if err != nil {
			return Args{}, err
		}
		if !s.stars[i] {
			pos = append(pos, v)
			continue
		}
		fr.pos = s.pos
		elems, err := Collect(fr.t, v)
		if err != nil {
			return Args{}, fr.fail(s.notAfterStar(fr.t, fn, v, err))
		}
		pos = append(pos, elems...)
	}
	if len(s.kws) == 0 {
		return Args{Pos: pos}, nil
	}
	kws, err := s.keywords(fr, fn)
	return Args{Pos: pos, Kw: kws}, err
}

func (s *callSite) notAfterStar(t *Thread, fn, v Value, err error) error {
	if e, ok := err.(*Exception); ok && e.Value.Class == TypeError && lookupSpecial(v, "__iter__") == nil {
		if _, ok := v.(Iterable); !ok && lookupSpecial(v, "__getitem__") == nil {
			if len(s.args) > 1 { // CPython makes a list of them first
				return Errorf(TypeError, "Value after * must be an iterable, not %s", v.Type().TypeName())
			}
			return Errorf(TypeError, "%s argument after * must be an iterable, not %s", calleeText(t, fn), v.Type().TypeName())
		}
	}
	return err
}

// calleeText names a function in errors about its arguments.
func calleeText(t *Thread, fn Value) string {
	mod := ""
	if m, err := LookupAttr(t, fn, "__module__"); err == nil && m != nil {
		mod, _ = AsStr(m)
	}
	if q, err := LookupAttr(t, fn, "__qualname__"); err == nil && q != nil {
		if s, ok := AsStr(q); ok {
			if mod != "" && mod != "builtins" {
				s = mod + "." + s
			}
			return s + "()"
		}
	}
	return Repr1(t, fn)
}

func (s *callSite) keywords(fr *frame, fn Value) ([]Keyword, error) {
	out := make([]Keyword, 0, len(s.kws))
	has := func(name string) bool {
		for _, k := range out {
			if k.Name == name {
				return true
			}
		}
		return false
	}
	for _, k := range s.kws {
		v, err := k.value(fr)
		if err != nil {
			return nil, err
		}
		if k.name != "" {
			if s.starry && has(k.name) {
				fr.pos = s.pos
				return nil, fr.fail(Errorf(TypeError, "%s got multiple values for keyword argument '%s'", calleeText(fr.t, fn), k.name))
			}
			out = append(out, Keyword{k.name, v})
			continue
		}
		fr.pos = s.pos
		err = eachItem(fr.t, v, func(key, val Value) error {
			name, ok := AsStr(key)
			if !ok {
				return Errorf(TypeError, "keywords must be strings")
			}
			if has(name) {
				return Errorf(TypeError, "%s got multiple values for keyword argument '%s'", calleeText(fr.t, fn), name)
			}
			out = append(out, Keyword{name, val})
			return nil
		})
		if err == errNotMapping {
			err = Errorf(TypeError, "%s argument after ** must be a mapping, not %s", calleeText(fr.t, fn), v.Type().TypeName())
		}
		if err != nil {
			return nil, fr.fail(err)
		}
	}
	return out, nil
}

type sentinelError string

func (e sentinelError) Error() string { return string(e) }

// errNotMapping tells callers of eachItem to word their own TypeError.
const errNotMapping = sentinelError("not a mapping")

// eachItem walks a mapping: a dict, or anything with keys and __getitem__.
func eachItem(t *Thread, v Value, f func(key, value Value) error) error {
	if d, ok := plainDict(v); ok {
		for _, e := range d.Items() {
			if err := f(e[0], e[1]); err != nil {
				return err
			}
		}
		return nil
	}
	m, err := LookupAttr(t, v, "keys")
	if err != nil {
		return err
	}
	if m == nil {
		return errNotMapping
	}
	keys, err := Call(t, m, Args{})
	if err != nil {
		return err
	}
	return Each(t, keys, func(k Value) error {
		x, err := GetItem(t, v, k)
		if err != nil {
			return err
		}
		return f(k, x)
	})
}
