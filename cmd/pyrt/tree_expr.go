package main

import (
	"fmt"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// field writes a field that is an expression, unless it is nil.
func (t *treeWriter) field(key string, e syntax.Expr) {
	if e != nil {
		t.key(key)
		t.expr(e)
	}
}

// expr writes an expression; nil is null, as in a list.
func (t *treeWriter) expr(e syntax.Expr) {
	switch n := e.(type) {
	case nil:
		t.raw("null")
		return
	case *syntax.Name:
		t.open("Name")
		t.name("id", n.ID)
		t.name("ctx", n.Ctx.String())
	case *syntax.Constant:
		t.open("Constant")
		t.key("value")
		t.value(n.Value)
		t.name("kind", n.Kind)
	case *syntax.Attribute:
		t.open("Attribute")
		t.field("value", n.Value)
		t.name("attr", n.Attr)
		t.name("ctx", n.Ctx.String())
	case *syntax.Call:
		t.open("Call")
		t.field("func", n.Func)
		list(t, "args", n.Args, t.expr)
		list(t, "keywords", n.Keywords, t.keyword)
	case *syntax.Subscript:
		t.open("Subscript")
		t.field("value", n.Value)
		t.field("slice", n.Slice)
		t.name("ctx", n.Ctx.String())
	case *syntax.Slice:
		t.open("Slice")
		t.field("lower", n.Lower)
		t.field("upper", n.Upper)
		t.field("step", n.Step)
	case *syntax.Starred:
		t.open("Starred")
		t.field("value", n.Value)
		t.name("ctx", n.Ctx.String())
	case *syntax.BoolOp, *syntax.BinOp, *syntax.UnaryOp, *syntax.Compare:
		t.operation(e)
	case *syntax.List, *syntax.Tuple, *syntax.Set, *syntax.Dict:
		t.display(e)
	case *syntax.ListComp, *syntax.SetComp, *syntax.DictComp, *syntax.GeneratorExp:
		t.comprehensionOf(e)
	case *syntax.JoinedStr, *syntax.FormattedValue, *syntax.TemplateStr, *syntax.Interpolation:
		t.formatted(e)
	default:
		t.rare(e)
	}
	t.close(e)
}

func (t *treeWriter) operation(e syntax.Expr) {
	switch n := e.(type) {
	case *syntax.BoolOp:
		t.open("BoolOp")
		t.name("op", n.Op.String())
		list(t, "values", n.Values, t.expr)
	case *syntax.BinOp:
		t.open("BinOp")
		t.field("left", n.Left)
		t.name("op", n.Op.String())
		t.field("right", n.Right)
	case *syntax.UnaryOp:
		t.open("UnaryOp")
		t.name("op", n.Op.String())
		t.field("operand", n.Operand)
	case *syntax.Compare:
		t.open("Compare")
		t.field("left", n.Left)
		list(t, "ops", n.Ops, func(o syntax.CmpOp) { t.str(o.String()) })
		list(t, "comparators", n.Comparators, t.expr)
	}
}

func (t *treeWriter) display(e syntax.Expr) {
	switch n := e.(type) {
	case *syntax.List:
		t.open("List")
		list(t, "elts", n.Elts, t.expr)
		t.name("ctx", n.Ctx.String())
	case *syntax.Tuple:
		t.open("Tuple")
		list(t, "elts", n.Elts, t.expr)
		t.name("ctx", n.Ctx.String())
	case *syntax.Set:
		t.open("Set")
		list(t, "elts", n.Elts, t.expr)
	case *syntax.Dict:
		t.open("Dict")
		list(t, "keys", n.Keys, t.expr)
		list(t, "values", n.Values, t.expr)
	}
}

func (t *treeWriter) comprehensionOf(e syntax.Expr) {
	switch n := e.(type) {
	case *syntax.ListComp:
		t.open("ListComp")
		t.field("elt", n.Elt)
		list(t, "generators", n.Generators, t.comprehension)
	case *syntax.SetComp:
		t.open("SetComp")
		t.field("elt", n.Elt)
		list(t, "generators", n.Generators, t.comprehension)
	case *syntax.GeneratorExp:
		t.open("GeneratorExp")
		t.field("elt", n.Elt)
		list(t, "generators", n.Generators, t.comprehension)
	case *syntax.DictComp:
		t.open("DictComp")
		t.field("key", n.Key)
		t.field("value", n.Value)
		list(t, "generators", n.Generators, t.comprehension)
	}
}

func (t *treeWriter) comprehension(n *syntax.Comprehension) {
	t.open("comprehension")
	t.field("target", n.Target)
	t.field("iter", n.Iter)
	list(t, "ifs", n.Ifs, t.expr)
	t.flag("is_async", n.IsAsync)
	t.raw("}")
}

func (t *treeWriter) formatted(e syntax.Expr) {
	switch n := e.(type) {
	case *syntax.JoinedStr:
		t.open("JoinedStr")
		list(t, "values", n.Values, t.expr)
	case *syntax.TemplateStr:
		t.open("TemplateStr")
		list(t, "values", n.Values, t.expr)
	case *syntax.FormattedValue:
		t.open("FormattedValue")
		t.field("value", n.Value)
		t.number("conversion", int(n.Conversion))
		t.spec(n.FormatSpec)
	case *syntax.Interpolation:
		t.open("Interpolation")
		t.field("value", n.Value)
		t.key("str")
		t.str(n.Str)
		t.number("conversion", int(n.Conversion))
		t.spec(n.FormatSpec)
	}
}

func (t *treeWriter) spec(n *syntax.JoinedStr) {
	if n != nil {
		t.field("format_spec", n)
	}
}

func (t *treeWriter) rare(e syntax.Expr) {
	switch n := e.(type) {
	case *syntax.NamedExpr:
		t.open("NamedExpr")
		t.field("target", n.Target)
		t.field("value", n.Value)
	case *syntax.Lambda:
		t.open("Lambda")
		t.key("args")
		t.arguments(n.Args)
		t.field("body", n.Body)
	case *syntax.IfExp:
		t.open("IfExp")
		t.field("test", n.Test)
		t.field("body", n.Body)
		t.field("orelse", n.Orelse)
	case *syntax.Await:
		t.open("Await")
		t.field("value", n.Value)
	case *syntax.Yield:
		t.open("Yield")
		t.field("value", n.Value)
	case *syntax.YieldFrom:
		t.open("YieldFrom")
		t.field("value", n.Value)
	default:
		t.err = fmt.Errorf("unknown expression %T", e)
	}
}

func (t *treeWriter) keyword(n *syntax.Keyword) {
	t.open("keyword")
	t.name("arg", n.Arg)
	t.field("value", n.Value)
	t.close(n)
}

func (t *treeWriter) arguments(n *syntax.Arguments) {
	t.open("arguments")
	list(t, "posonlyargs", n.Posonlyargs, t.arg)
	list(t, "args", n.Args, t.arg)
	if n.Vararg != nil {
		t.key("vararg")
		t.arg(n.Vararg)
	}
	list(t, "kwonlyargs", n.Kwonlyargs, t.arg)
	list(t, "kw_defaults", n.KwDefaults, t.expr)
	if n.Kwarg != nil {
		t.key("kwarg")
		t.arg(n.Kwarg)
	}
	list(t, "defaults", n.Defaults, t.expr)
	t.raw("}")
}

func (t *treeWriter) arg(n *syntax.Arg) {
	t.open("arg")
	t.name("arg", n.Arg)
	t.field("annotation", n.Annotation)
	t.close(n)
}

// pattern writes the pattern of a case.
func (t *treeWriter) pattern(p syntax.Pattern) {
	switch n := p.(type) {
	case *syntax.MatchValue:
		t.open("MatchValue")
		t.field("value", n.Value)
	case *syntax.MatchSingleton:
		t.open("MatchSingleton")
		t.key("value")
		t.value(n.Value)
	case *syntax.MatchSequence:
		t.open("MatchSequence")
		list(t, "patterns", n.Patterns, t.pattern)
	case *syntax.MatchMapping:
		t.open("MatchMapping")
		list(t, "keys", n.Keys, t.expr)
		list(t, "patterns", n.Patterns, t.pattern)
		t.name("rest", n.Rest)
	case *syntax.MatchClass:
		t.open("MatchClass")
		t.field("cls", n.Cls)
		list(t, "patterns", n.Patterns, t.pattern)
		t.names("kwd_attrs", n.KwdAttrs)
		list(t, "kwd_patterns", n.KwdPatterns, t.pattern)
	case *syntax.MatchStar:
		t.open("MatchStar")
		t.name("name", n.Name)
	case *syntax.MatchAs:
		t.open("MatchAs")
		if n.Pattern != nil {
			t.key("pattern")
			t.pattern(n.Pattern)
		}
		t.name("name", n.Name)
	case *syntax.MatchOr:
		t.open("MatchOr")
		list(t, "patterns", n.Patterns, t.pattern)
	default:
		t.err = fmt.Errorf("unknown pattern %T", p)
	}
	t.close(p)
}
