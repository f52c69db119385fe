package pyrt

import (
	"reflect"

	"github.com/mrt-tools/mrt/pyrt/internal/resolve"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// nodeName gives the class of a node, for messages.
func nodeName(n syntax.Node) string { return reflect.TypeOf(n).Elem().Name() }

// block compiles a list of statements.
func (c *compiler) block(list []syntax.Stmt) execFn {
	fs := make([]execFn, 0, len(list))
	for _, s := range list {
		if _, ok := s.(*syntax.Pass); ok && len(list) > 1 {
			continue
		}
		fs = append(fs, c.stmt(s))
	}
	return sequenceOf(fs)
}

// sequenceOf runs statements one after the other until one does not end
// normally; each is a step.
func sequenceOf(fs []execFn) execFn {
	switch len(fs) {
	case 0:
		return func(*frame) (signal, error) { return next, nil }
	case 1:
		f := fs[0]
		return func(fr *frame) (signal, error) {
			t := fr.t
			if t.steps++; t.steps >= t.nextCheck || t.watch.stopped.Load() {
				if err := t.check(); err != nil {
					return next, err
				}
			}
			return f(fr)
		}
	}
	return func(fr *frame) (signal, error) {
		t := fr.t
		for _, f := range fs {
			if t.steps++; t.steps >= t.nextCheck || t.watch.stopped.Load() {
				if err := t.check(); err != nil {
					return next, err
				}
			}
			if sig, err := f(fr); err != nil || sig != next {
				return sig, err
			}
		}
		return next, nil
	}
}

// stmt compiles one statement.
func (c *compiler) stmt(s syntax.Stmt) execFn {
	switch s := s.(type) {
	case *syntax.ExprStmt:
		return c.exprStmt(s)
	case *syntax.Assign:
		return c.assign(s)
	case *syntax.AugAssign:
		return c.augAssign(s)
	case *syntax.AnnAssign:
		return c.annAssign(s)
	case *syntax.Return:
		return c.returns(s)
	case *syntax.If:
		return c.ifs(s)
	case *syntax.For:
		return c.loop(s)
	case *syntax.While:
		return c.while(s)
	case *syntax.Try:
		return c.try(s)
	case *syntax.With:
		return c.with(s)
	case *syntax.Raise:
		return c.raise(s)
	case *syntax.Delete:
		return c.delete(s)
	case *syntax.Assert:
		return c.assert(s)
	case *syntax.Pass, *syntax.Global, *syntax.Nonlocal:
		return func(*frame) (signal, error) { return next, nil }
	case *syntax.Break:
		return func(*frame) (signal, error) { return stop, nil }
	case *syntax.Continue:
		return func(*frame) (signal, error) { return again, nil }
	}
	return c.definition(s)
}

// definition compiles the statements that define, import or match, and the
// asynchronous ones.
func (c *compiler) definition(s syntax.Stmt) execFn {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		return c.functionDef(s, s)
	case *syntax.AsyncFunctionDef:
		return c.functionDef(s, &s.FunctionDef)
	case *syntax.ClassDef:
		return c.classDef(s)
	case *syntax.TypeAlias:
		return c.typeAlias(s)
	case *syntax.Import:
		return c.imports(s)
	case *syntax.ImportFrom:
		return c.importFrom(s)
	case *syntax.Match:
		return c.match(s)
	case *syntax.TryStar:
		return c.tryStar(s)
	case *syntax.AsyncFor:
		return c.asyncLoop(s)
	case *syntax.AsyncWith:
		return c.asyncWith(s)
	}
	err := unsupported(s)
	return func(*frame) (signal, error) { return next, err }
}

func (c *compiler) exprStmt(s *syntax.ExprStmt) execFn {
	if _, ok := s.Value.(*syntax.Constant); ok {
		return func(*frame) (signal, error) { return next, nil }
	}
	f := c.expr(s.Value)
	return func(fr *frame) (signal, error) {
		_, err := f(fr)
		return next, err
	}
}

func (c *compiler) returns(s *syntax.Return) execFn {
	if s.Value == nil {
		return func(fr *frame) (signal, error) {
			fr.ret = None
			return returned, nil
		}
	}
	f := c.expr(s.Value)
	return func(fr *frame) (signal, error) {
		v, err := f(fr)
		if err != nil {
			return next, err
		}
		fr.ret = v
		return returned, nil
	}
}

func (c *compiler) ifs(s *syntax.If) execFn {
	test, body := c.condition(s.Test), c.block(s.Body)
	if len(s.Orelse) == 0 {
		return func(fr *frame) (signal, error) {
			ok, err := test(fr)
			if err != nil || !ok {
				return next, err
			}
			return body(fr)
		}
	}
	orelse := c.block(s.Orelse)
	return func(fr *frame) (signal, error) {
		ok, err := test(fr)
		if err != nil {
			return next, err
		}
		if ok {
			return body(fr)
		}
		return orelse(fr)
	}
}

func (c *compiler) assert(s *syntax.Assert) execFn {
	test, pos := c.condition(s.Test), positionOf(s.Test.Span())
	var msg evalFn
	if s.Msg != nil {
		msg = c.expr(s.Msg)
	}
	return func(fr *frame) (signal, error) {
		ok, err := test(fr)
		if err != nil || ok {
			return next, err
		}
		var args []Value
		if msg != nil {
			v, err := msg(fr)
			if err != nil {
				return next, err
			}
			args = []Value{v}
		}
		fr.pos = pos
		return next, fr.fail(NewException(AssertionError, args...))
	}
}

// annAssign compiles x: T = v. At module and class level it marks the
// annotation as executed; elsewhere the annotation has no effect (PEP 649).
func (c *compiler) annAssign(s *syntax.AnnAssign) execFn {
	var assign execFn = func(*frame) (signal, error) { return next, nil }
	if s.Value != nil {
		value, store := c.expr(s.Value), c.store(s.Target)
		assign = func(fr *frame) (signal, error) {
			v, err := value(fr)
			if err != nil {
				return next, err
			}
			return next, store(fr, v)
		}
	} else if !s.Simple || isAttributeTarget(s.Target) {
		if a, ok := s.Target.(*syntax.Attribute); ok {
			value := c.expr(a.Value)
			assign = func(fr *frame) (signal, error) {
				_, err := value(fr)
				return next, err
			}
		}
	}
	n, ok := s.Target.(*syntax.Name)
	if !ok || !s.Simple || c.scope.Kind != resolve.Module && c.scope.Kind != resolve.Class {
		return assign
	}
	index := c.noteAnnotation(n.ID, s.Annotation)
	return func(fr *frame) (signal, error) {
		fr.annotated = append(fr.annotated, index)
		return assign(fr)
	}
}

func isAttributeTarget(e syntax.Expr) bool {
	_, ok := e.(*syntax.Attribute)
	return ok
}

func (c *compiler) raise(s *syntax.Raise) execFn {
	pos := positionOf(s.At)
	if s.Exc == nil {
		return func(fr *frame) (signal, error) {
			h := fr.t.currentHandled()
			fr.pos = pos
			if h == nil {
				return next, fr.fail(Errorf(RuntimeError, "No active exception to reraise"))
			}
			return next, &Exception{Value: h, noted: fr, linked: true, again: true}
		}
	}
	exc := c.expr(s.Exc)
	var cause evalFn
	if s.Cause != nil {
		cause = c.expr(s.Cause)
	}
	return func(fr *frame) (signal, error) {
		v, err := exc(fr)
		if err != nil {
			return next, err
		}
		var from Value
		if cause != nil {
			if from, err = cause(fr); err != nil {
				return next, err
			}
		}
		fr.pos = pos
		return next, fr.fail(makeException(fr.t, v, from))
	}
}

// makeException gives the error of raise v from cause (cause nil: no from).
func makeException(t *Thread, v, cause Value) error {
	o, err := exceptionInstance(t, v, "exceptions must derive from BaseException")
	if err != nil {
		return err
	}
	if cause == nil {
		return &Exception{Value: o}
	}
	st := stateOf(o)
	st.SuppressContext = true
	if cause == None {
		st.Cause = nil
		return &Exception{Value: o}
	}
	k, err := exceptionInstance(t, cause, "exception causes must derive from BaseException")
	if err != nil {
		return err
	}
	st.Cause = k
	return &Exception{Value: o}
}

// exceptionInstance instantiates an exception class.
func exceptionInstance(t *Thread, v Value, refusal string) (*Object, error) {
	if c, ok := v.(*Type); ok && c.IsSubclass(BaseException) {
		r, err := Call(t, c, Args{})
		if err != nil {
			return nil, err
		}
		if o, ok := r.(*Object); ok && o.Class.IsSubclass(BaseException) {
			return o, nil
		}
		return nil, Errorf(TypeError, "calling %s should have returned an instance of BaseException, not %s", Repr1(t, c), Repr1(t, r.Type()))
	}
	if o, ok := v.(*Object); ok && o.Class.IsSubclass(BaseException) {
		return o, nil
	}
	return nil, Errorf(TypeError, "%s", refusal)
}
