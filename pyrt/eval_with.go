package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

func (c *compiler) with(s *syntax.With) execFn { return c.withItems(s.Items, s.Body, syncWith) }

// A withKind is what differs between with and async with.
type withKind struct {
	enter, exit string
	protocol    string
	other       string
	result      func(fr *frame, v Value) (Value, error)
}

func syncWith() withKind {
	return withKind{"__enter__", "__exit__", "context manager protocol", "__aenter__",
		func(_ *frame, v Value) (Value, error) { return v, nil }}
}

func (c *compiler) withItems(items []*syntax.WithItem, body []syntax.Stmt, kind func() withKind) execFn {
	var inner execFn
	if len(items) > 1 {
		inner = c.withItems(items[1:], body, kind)
	} else {
		inner = c.block(body)
	}
	item := items[0]
	manager, pos := c.expr(item.ContextExpr), positionOf(item.ContextExpr.Span())
	var store storeFn
	if item.OptionalVars != nil {
		store = c.store(item.OptionalVars)
	}
	k := kind()
	return func(fr *frame) (signal, error) {
		m, err := manager(fr)
		if err != nil {
			return next, err
		}
		fr.pos = pos
		exit, err := enterContext(fr, k, m)
		if err != nil {
			return next, fr.fail(err)
		}
		sig, err := runWith(fr, exit.value, store, inner)
		return leaveContext(fr, k, m, exit.exit, pos, sig, err)
	}
}

func runWith(fr *frame, v Value, store storeFn, body execFn) (signal, error) {
	if store != nil {
		if err := store(fr, v); err != nil {
			return next, err
		}
	}
	return body(fr)
}

type entered struct{ value, exit Value }

// enterContext finds both methods, then enters.
func enterContext(fr *frame, k withKind, m Value) (entered, error) {
	enter := lookupSpecial(m, k.enter)
	exit := lookupSpecial(m, k.exit)
	if a, ok := m.(ContextManager); ok && k.enter == "__enter__" {
		v, err := a.Enter(fr.t)
		return entered{v, nil}, err
	}
	if enter == nil || exit == nil {
		missed, hint := k.exit, ""
		if exit != nil {
			missed = k.enter
		}
		if lookupSpecial(m, k.other) != nil {
			if k.other == "__aenter__" {
				hint = " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"
			} else {
				hint = " but it supports the context manager protocol. Did you mean to use 'with'?"
			}
		}
		if hint != "" {
			return entered{}, Errorf(TypeError, "'%s' object does not support the %s (missed %s method)%s", m.Type().fullName(), k.protocol, missed, hint)
		}
		return entered{}, Errorf(TypeError, "'%s' object does not support the %s (missed %s method)", m.Type().fullName(), k.protocol, missed)
	}
	bound, err := bindAttr(fr.t, exit, m, m.Type())
	if err != nil {
		return entered{}, err
	}
	v, err := callSpecial(fr.t, enter, m)
	if err == nil {
		v, err = k.result(fr, v)
	}
	return entered{v, bound}, err
}

// A ContextManager is a value of Go's that works in a with statement.
type ContextManager interface {
	Value
	Enter(t *Thread) (Value, error)
	// Exit gets the exception that ended the block, or nil; true means that it
	// has been dealt with.
	Exit(t *Thread, exc *Object) (bool, error)
}

// leaveContext calls __exit__ with what ended the block.
func leaveContext(fr *frame, k withKind, m, exit Value, pos position, sig signal, err error) (signal, error) {
	t := fr.t
	e, isException := err.(*Exception)
	if err != nil && !isException {
		return next, err
	}
	ret := fr.ret
	if !isException {
		fr.pos = pos
		if exit == nil {
			_, err = m.(ContextManager).Exit(t, nil)
		} else {
			var v Value
			if v, err = Call(t, exit, Positional(None, None, None)); err == nil {
				_, err = k.result(fr, v)
			}
		}
		fr.ret = ret
		return sig, fr.fail(err)
	}
	old := fr.handle(e.Value)
	at := fr.pos
	fr.pos = pos
	swallow, xerr := callExit(fr, k, m, exit, e.Value)
	if xerr != nil {
		xerr = fr.fail(xerr)
	}
	fr.handle(old)
	fr.pos = at
	if xerr != nil {
		return next, xerr
	}
	if swallow {
		return next, nil
	}
	return next, err
}

func callExit(fr *frame, k withKind, m, exit Value, exc *Object) (bool, error) {
	t := fr.t
	if exit == nil {
		return m.(ContextManager).Exit(t, exc)
	}
	var tb Value = None
	if x := stateOf(exc).Traceback; x != nil {
		tb = x
	}
	r, err := Call(t, exit, Positional(exc.Class, exc, tb))
	if err != nil {
		return false, err
	}
	if r, err = k.result(fr, r); err != nil {
		return false, err
	}
	return Truth(t, r)
}

// fullName is the name with its module, where that says anything.
func (c *Type) fullName() string {
	if c.moduleName() == "__main__" {
		return c.QualName
	}
	return c.dotted()
}
