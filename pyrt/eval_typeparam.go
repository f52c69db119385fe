package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// lazyExpr compiles an expression that is evaluated on demand: the result
// makes, in a frame, the function that evaluates it.
func (c *compiler) lazyExpr(e syntax.Expr, name string) func(fr *frame) func(*Thread) (Value, error) {
	s := c.scopeOf(e)
	k := c.newCode(name, c.nested(name), s, e, e.Span())
	k.sig.count()
	k.plain = true
	k.body = func(c *compiler) execFn {
		f := c.expr(e)
		return func(fr *frame) (signal, error) {
			v, err := f(fr)
			fr.ret = v
			return returned, err
		}
	}
	from := c.freeCells(s)
	return func(fr *frame) func(*Thread) (Value, error) {
		f := &Function{Name: name, QualName: k.qualname, code: k, closure: fr.closure(from), globals: fr.globals, builtins: fr.builtins}
		return func(t *Thread) (Value, error) { return f.Call(t, Args{}) }
	}
}

// typeParams compiles the making of type parameters. The compiler that it
// returns is for what stands inside their scope; enter gives the tuple of
// parameters and the function that leaves the scope.
func (c *compiler) typeParams(node syntax.Node, params []syntax.TypeParam) (*compiler, func(*frame) (Value, func(*frame), error)) {
	inner := &compiler{unit: c.unit, code: c.code, scope: c.unit.table.Params[node]}
	makers := make([]func(*frame) (Value, error), len(params))
	for i, p := range params {
		makers[i] = inner.typeParam(p)
	}
	enterScope := inner.enterInline()
	return inner, func(fr *frame) (Value, func(*frame), error) {
		leave := enterScope(fr)
		out := make([]Value, len(makers))
		for i, m := range makers {
			v, err := m(fr)
			if err != nil {
				leave(fr)
				return nil, nil, err
			}
			out[i] = v
		}
		return NewTuple(out...), leave, nil
	}
}

func (c *compiler) typeParam(p syntax.TypeParam) func(*frame) (Value, error) {
	kind, name := TypeVarKind, ""
	var bound, def syntax.Expr
	switch p := p.(type) {
	case *syntax.TypeVar:
		name, bound, def = p.Name, p.Bound, p.DefaultValue
	case *syntax.ParamSpec:
		kind, name, def = ParamSpecKind, p.Name, p.DefaultValue
	case *syntax.TypeVarTuple:
		kind, name, def = TypeVarTupleKind, p.Name, p.DefaultValue
		if s, ok := def.(*syntax.Starred); ok {
			def = s.Value
		}
	}
	store := c.storeName(name)
	var lazyBound, lazyDefault func(fr *frame) func(*Thread) (Value, error)
	if bound != nil {
		lazyBound = c.lazyExpr(bound, name)
	}
	if def != nil {
		lazyDefault = c.lazyExpr(def, name)
	}
	return func(fr *frame) (Value, error) {
		tp := &TypeParam{Kind: kind, Name: name, Infer: true, Module: fr.t.callerModule()}
		if lazyBound != nil {
			tp.lazyBound = lazyBound(fr)
		}
		if lazyDefault != nil {
			tp.lazyDefault = lazyDefault(fr)
		}
		return tp, store(fr, tp)
	}
}

func (c *compiler) typeAlias(s *syntax.TypeAlias) execFn {
	store, name := c.storeName(s.Name.ID), s.Name.ID
	inner, enter := c, func(fr *frame) (Value, func(*frame), error) { return nil, nil, nil }
	if len(s.TypeParams) > 0 {
		inner, enter = c.typeParams(s, s.TypeParams)
	}
	value := inner.lazyExpr(s.Value, name)
	return func(fr *frame) (signal, error) {
		params, leave, err := enter(fr)
		if err != nil {
			return next, err
		}
		a := &TypeAlias{Name: name, Module: fr.t.callerModule(), lazy: value(fr)}
		a.Params, _ = AsTuple(orNoneValue(params))
		if leave != nil {
			leave(fr)
		}
		return next, store(fr, a)
	}
}
