package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

// A handler is one compiled except clause.
type handler struct {
	class  evalFn // nil: bare except
	pos    position
	store  storeFn
	delete execFn
	body   execFn
}

func (c *compiler) handlers(list []*syntax.ExceptHandler) []handler {
	out := make([]handler, len(list))
	for i, h := range list {
		if h.Type != nil {
			out[i].class, out[i].pos = c.expr(h.Type), positionOf(h.Type.Span())
		}
		if h.Name != "" {
			out[i].store = c.storeName(h.Name)
			out[i].delete = c.forget(h.Name, h.At)
		}
		out[i].body = c.block(h.Body)
	}
	return out
}

// forget deletes the name of an except clause, which may be gone already.
func (c *compiler) forget(name string, at syntax.Span) execFn {
	store := c.storeName(name)
	del := c.deleteName(&syntax.Name{ID: name})
	return func(fr *frame) (signal, error) {
		if err := store(fr, None); err != nil {
			return next, err
		}
		return del(fr)
	}
}

func (c *compiler) try(s *syntax.Try) execFn {
	run := c.tryExcept(s)
	if len(s.Finalbody) == 0 {
		return run
	}
	return finally(run, c.block(s.Finalbody))
}

// finally runs the clause after body however that ends.
func finally(body, clause execFn) execFn {
	return func(fr *frame) (signal, error) {
		sig, err := body(fr)
		if err != nil {
			e, ok := err.(*Exception)
			if !ok {
				return next, err // the run ends: no Python code any more
			}
			old := fr.handle(e.Value)
			fsig, ferr := clause(fr)
			fr.handle(old)
			if ferr != nil || fsig != next {
				return fsig, ferr
			}
			return next, err
		}
		ret := fr.ret
		fsig, ferr := clause(fr)
		if ferr != nil || fsig != next {
			return fsig, ferr
		}
		fr.ret = ret
		return sig, nil
	}
}

func (c *compiler) tryExcept(s *syntax.Try) execFn {
	body := c.block(s.Body)
	if len(s.Handlers) == 0 {
		return body
	}
	handlers, orelse := c.handlers(s.Handlers), c.block(s.Orelse)
	return func(fr *frame) (signal, error) {
		sig, err := body(fr)
		if err == nil {
			if sig == next {
				return orelse(fr)
			}
			return sig, nil
		}
		e, ok := err.(*Exception)
		if !ok {
			return next, err
		}
		old := fr.handle(e.Value)
		sig, err = handleException(fr, e, handlers)
		fr.handle(old)
		return sig, err
	}
}

// handleException runs the first clause that matches, or passes e on.
func handleException(fr *frame, e *Exception, handlers []handler) (signal, error) {
	for i := range handlers {
		h := &handlers[i]
		if h.class != nil {
			v, err := h.class(fr)
			if err != nil {
				return next, err
			}
			fr.pos = h.pos
			ok, err := exceptionMatches(e.Value, v)
			if err != nil {
				return next, fr.fail(err)
			}
			if !ok {
				continue
			}
		}
		if h.store == nil {
			return h.body(fr)
		}
		if err := h.store(fr, e.Value); err != nil {
			return next, err
		}
		sig, err := h.body(fr)
		ret := fr.ret
		if _, ferr := h.delete(fr); ferr != nil {
			return next, ferr
		}
		fr.ret = ret
		return sig, err
	}
	return next, e
}

// exceptionMatches tells whether except v catches the exception.
func exceptionMatches(exc *Object, v Value) (bool, error) {
	if c, ok := v.(*Type); ok && c.IsSubclass(BaseException) {
		return exc.Class.IsSubclass(c), nil
	}
	if elems, ok := AsTuple(v); ok {
		for _, x := range elems {
			if c, ok := x.(*Type); !ok || !c.IsSubclass(BaseException) {
				return false, Errorf(TypeError, "catching classes that do not inherit from BaseException is not allowed")
			}
		}
		for _, x := range elems {
			if exc.Class.IsSubclass(x.(*Type)) {
				return true, nil
			}
		}
		return false, nil
	}
	if x, ok := v.(ExceptionMatcher); ok {
		return x.MatchException(exc)
	}
	return false, Errorf(TypeError, "catching classes that do not inherit from BaseException is not allowed")
}

// An ExceptionMatcher may stand in an except clause although it is not an
// exception class: what stands for the classes of a package that is missing.
type ExceptionMatcher interface {
	Value
	MatchException(exc *Object) (bool, error)
}

// tryStar compiles try … except* (language reference, section 8.4.2).
func (c *compiler) tryStar(s *syntax.TryStar) execFn {
	body, handlers, orelse := c.block(s.Body), c.handlers(s.Handlers), c.block(s.Orelse)
	run := func(fr *frame) (signal, error) {
		sig, err := body(fr)
		if err == nil {
			if sig == next {
				return orelse(fr)
			}
			return sig, nil
		}
		e, ok := err.(*Exception)
		if !ok {
			return next, err
		}
		old := fr.handle(e.Value)
		err = handleGroup(fr, e, handlers)
		fr.handle(old)
		return next, err
	}
	if len(s.Finalbody) == 0 {
		return run
	}
	return finally(run, c.block(s.Finalbody))
}

// handleGroup gives each clause its part of the group; what is left, and what
// the clauses raise, goes on as a group.
func handleGroup(fr *frame, e *Exception, handlers []handler) error {
	t := fr.t
	var rest Value = e.Value
	var raised, reraised []Value
	naked := !e.Value.Class.IsSubclass(BaseExceptionGroup)
	for i := range handlers {
		h := &handlers[i]
		v, err := h.class(fr)
		if err != nil {
			return err
		}
		fr.pos = h.pos
		if rest == nil {
			break
		}
		if err := checkStarClass(v); err != nil {
			return fr.fail(err)
		}
		match, left, err := matchGroup(t, rest, v, naked)
		if err != nil {
			return fr.fail(err)
		}
		if match == nil {
			continue
		}
		rest = left
		err = runStarClause(fr, h, match.(*Object))
		if err == nil {
			continue
		}
		x, ok := err.(*Exception)
		if !ok {
			return err
		}
		if Value(x.Value) == match && x.again {
			reraised = append(reraised, x.Value)
		} else {
			raised = append(raised, x.Value)
		}
	}
	return starOutcome(fr, e, rest, raised, reraised, naked)
}

func runStarClause(fr *frame, h *handler, match *Object) error {
	old := fr.handle(match)
	defer fr.handle(old)
	if h.store == nil {
		_, err := h.body(fr)
		return err
	}
	if err := h.store(fr, match); err != nil {
		return err
	}
	_, err := h.body(fr)
	if _, ferr := h.delete(fr); ferr != nil {
		return ferr
	}
	return err
}

func checkStarClass(v Value) error {
	classes := []Value{v}
	if elems, ok := AsTuple(v); ok {
		classes = elems
	}
	for _, x := range classes {
		c, ok := x.(*Type)
		if !ok || !c.IsSubclass(BaseException) {
			return Errorf(TypeError, "catching classes that do not inherit from BaseException is not allowed")
		}
		if c.IsSubclass(BaseExceptionGroup) {
			return Errorf(TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	return nil
}

// matchGroup splits the exceptions that except* v catches from the others; a
// naked exception is wrapped in a group.
func matchGroup(t *Thread, rest, v Value, naked bool) (match, left Value, err error) {
	if naked {
		ok, err := exceptionMatches(rest.(*Object), v)
		if err != nil || !ok {
			return nil, rest, err
		}
		g, err := Call(t, BaseExceptionGroup, Positional(Str(""), NewTuple(rest)))
		if err != nil {
			return nil, nil, err
		}
		stateOf(g).Traceback = stateOf(rest).Traceback
		return g, nil, nil
	}
	return splitGroup(t, rest, true, func(e Value) (bool, error) { return exceptionMatches(e.(*Object), v) })
}

// starOutcome combines what is left: nothing, the lone exception that there was,
// or a new group.
func starOutcome(fr *frame, e *Exception, rest Value, raised, reraised []Value, naked bool) error {
	t := fr.t
	if len(raised) == 0 {
		if len(reraised) == 0 {
			if rest == nil {
				return nil
			}
			if naked {
				return e
			}
		} else if naked {
			return &Exception{Value: reraised[0].(*Object), noted: fr, linked: true}
		}
		g, err := regroup(t, e.Value, append(reraised, nonNil(rest)...))
		if err != nil {
			return err
		}
		return &Exception{Value: g.(*Object), noted: fr, linked: true}
	}
	if rest != nil || len(reraised) > 0 {
		if naked {
			raised = append(raised, nonNil(rest)...)
		} else {
			g, err := regroup(t, e.Value, append(reraised, nonNil(rest)...))
			if err != nil {
				return err
			}
			raised = append(raised, nonNil(g)...)
		}
	}
	if len(raised) == 1 {
		return &Exception{Value: raised[0].(*Object), noted: fr, linked: true}
	}
	g, err := Call(t, BaseExceptionGroup, Positional(Str(""), NewList(raised...)))
	if err != nil {
		return err
	}
	return fr.fail(&Exception{Value: g.(*Object), linked: true})
}

func nonNil(v Value) []Value {
	if v == nil {
		return nil
	}
	return []Value{v}
}

// regroup makes of the parts of a group a new group with the original nesting,
// also of a part that is all of it.
func regroup(t *Thread, orig Value, parts []Value) (Value, error) {
	keep := make(map[Value]bool)
	for _, p := range parts {
		leaves(p, keep)
	}
	yes, _, err := splitGroup(t, orig, false, func(e Value) (bool, error) {
		if IsInstance(e, BaseExceptionGroup) {
			return false, nil
		}
		return keep[e], nil
	})
	return yes, err
}

func leaves(v Value, into map[Value]bool) {
	if !IsInstance(v, BaseExceptionGroup) {
		into[v] = true
		return
	}
	_, list := groupParts(v)
	for _, e := range list {
		leaves(e, into)
	}
}
