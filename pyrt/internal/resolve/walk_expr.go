package resolve

import (
	"reflect"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

func (w *walker) exprs(list []syntax.Expr) {
	for _, e := range list {
		w.expr(e)
	}
}

func (w *walker) expr(e syntax.Expr) {
	if e == nil {
		return
	}
	switch e := e.(type) {
	case *syntax.Name:
		switch e.Ctx {
		case syntax.Load:
			w.use(e.ID)
		default:
			w.bind(e.ID)
		}
	case *syntax.Constant:
	case *syntax.Attribute:
		w.expr(e.Value)
	case *syntax.Subscript:
		w.expr(e.Value)
		w.expr(e.Slice)
	case *syntax.Call:
		w.expr(e.Func)
		w.exprs(e.Args)
		for _, k := range e.Keywords {
			w.expr(k.Value)
		}
	case *syntax.BinOp:
		w.expr(e.Left)
		w.expr(e.Right)
	case *syntax.UnaryOp:
		w.expr(e.Operand)
	case *syntax.BoolOp:
		w.exprs(e.Values)
	case *syntax.Compare:
		w.expr(e.Left)
		w.exprs(e.Comparators)
	case *syntax.IfExp:
		w.expr(e.Test)
		w.expr(e.Body)
		w.expr(e.Orelse)
	case *syntax.NamedExpr:
		w.expr(e.Value)
		w.walrus(e.Target)
	case *syntax.Starred:
		w.expr(e.Value)
	case *syntax.Slice:
		w.expr(e.Lower)
		w.expr(e.Upper)
		w.expr(e.Step)
	default:
		w.display(e)
	}
}

// display walks the expressions with parts of their own kind, and those that
// open scopes.
func (w *walker) display(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.List:
		w.exprs(e.Elts)
	case *syntax.Tuple:
		w.exprs(e.Elts)
	case *syntax.Set:
		w.exprs(e.Elts)
	case *syntax.Dict:
		w.exprs(e.Keys)
		w.exprs(e.Values)
	case *syntax.JoinedStr:
		w.exprs(e.Values)
	case *syntax.TemplateStr:
		w.exprs(e.Values)
	case *syntax.FormattedValue:
		w.expr(e.Value)
		if e.FormatSpec != nil {
			w.expr(e.FormatSpec)
		}
	case *syntax.Interpolation:
		w.expr(e.Value)
		if e.FormatSpec != nil {
			w.expr(e.FormatSpec)
		}
	case *syntax.Lambda:
		w.defaults(e.Args)
		w.open(Function, e)
		w.params(e.Args)
		w.expr(e.Body)
		w.close()
	case *syntax.ListComp:
		w.comprehension(e, Inline, e.Generators, e.Elt)
	case *syntax.SetComp:
		w.comprehension(e, Inline, e.Generators, e.Elt)
	case *syntax.DictComp:
		w.comprehension(e, Inline, e.Generators, e.Key, e.Value)
	case *syntax.GeneratorExp:
		w.comprehension(e, Function, e.Generators, e.Elt)
	case *syntax.Await:
		w.expr(e.Value)
	case *syntax.Yield:
		w.scope.Owner.Generator = true
		w.expr(e.Value)
	case *syntax.YieldFrom:
		w.scope.Owner.Generator = true
		w.expr(e.Value)
	}
}

// comprehension walks one; its first iterable belongs to the scope around.
func (w *walker) comprehension(node syntax.Node, kind Kind, gens []*syntax.Comprehension, parts ...syntax.Expr) {
	w.expr(gens[0].Iter)
	s := w.open(kind, node)
	if kind == Function {
		y := s.symbol(".0")
		y.bound, y.param = true, true
		s.Params, s.Generator = 1, true
		s.Async = isAsync(gens) || hasAwait(reflect.ValueOf(parts))
	}
	for i, g := range gens {
		if i > 0 {
			w.expr(g.Iter)
		}
		w.expr(g.Target)
		w.exprs(g.Ifs)
	}
	w.exprs(parts)
	w.close()
}

func isAsync(gens []*syntax.Comprehension) bool {
	for _, g := range gens {
		if g.IsAsync {
			return true
		}
	}
	return false
}

// hasAwait tells whether an element of a generator expression awaits, which
// makes it asynchronous; nested functions do not count.
func hasAwait(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Interface:
		return !v.IsNil() && hasAwait(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			if hasAwait(v.Index(i)) {
				return true
			}
		}
	case reflect.Pointer:
		if v.IsNil() {
			return false
		}
		switch v.Interface().(type) {
		case *syntax.Await:
			return true
		case *syntax.Lambda, *syntax.GeneratorExp, *syntax.Source:
			return false
		}
		return hasAwait(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && hasAwait(v.Field(i)) {
				return true
			}
		}
	}
	return false
}

// walrus binds the target of := in the scope around all comprehensions.
func (w *walker) walrus(n *syntax.Name) {
	s := w.scope
	for s.Kind == Inline || s.Kind == Function && s.find(".0") != nil {
		s = s.Parent
	}
	if s == w.scope {
		w.bind(n.ID)
		return
	}
	y := s.symbol(s.Mangle(n.ID))
	switch {
	case y.global:
		w.scope.symbol(y.name).global = true
		return
	case s.Kind == Module:
		w.scope.symbol(y.name).global = true
		y.bound = true
		return
	case !y.nonlocal:
		y.bound = true
	}
	// The comprehension assigns a variable of the scope around it.
	for p := w.scope; p != s; p = p.Parent {
		p.symbol(y.name).nonlocal = true
	}
}
