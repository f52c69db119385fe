package syntax

import "fmt"

// Children calls f for each direct child of n, in the order of the fields of
// CPython's ast; nil children are left out. Arguments is not a node: its
// parameters and defaults are children of the function.
func Children(n Node, f func(Node)) {
	switch n := n.(type) {
	case *File:
		each(n.Body, f)
	case Stmt:
		stmtChildren(n, f)
	case Expr:
		exprChildren(n, f)
	case Pattern:
		patternChildren(n, f)
	case *TypeVar:
		some(n.Bound, f)
		some(n.DefaultValue, f)
	case *ParamSpec:
		some(n.DefaultValue, f)
	case *TypeVarTuple:
		some(n.DefaultValue, f)
	case *WithItem:
		f(n.ContextExpr)
		some(n.OptionalVars, f)
	case *MatchCase:
		f(n.Pattern)
		some(n.Guard, f)
		each(n.Body, f)
	case *ExceptHandler:
		some(n.Type, f)
		each(n.Body, f)
	case *Comprehension:
		f(n.Target)
		f(n.Iter)
		each(n.Ifs, f)
	case *Keyword:
		f(n.Value)
	case *Arg:
		some(n.Annotation, f)
	case *Alias:
	default:
		panic(fmt.Sprintf("syntax: unknown node %T", n))
	}
}

func each[T Node](nodes []T, f func(Node)) {
	for _, n := range nodes {
		f(n)
	}
}

func some(e Expr, f func(Node)) {
	if e != nil {
		f(e)
	}
}

func stmtChildren(n Stmt, f func(Node)) {
	switch n := n.(type) {
	case *FunctionDef:
		functionChildren(n, f)
	case *AsyncFunctionDef:
		functionChildren(&n.FunctionDef, f)
	case *ClassDef:
		each(n.Bases, f)
		each(n.Keywords, f)
		each(n.Body, f)
		each(n.DecoratorList, f)
		each(n.TypeParams, f)
	case *For:
		loopChildren(n, f)
	case *AsyncFor:
		loopChildren(&n.For, f)
	case *While:
		f(n.Test)
		each(n.Body, f)
		each(n.Orelse, f)
	case *If:
		f(n.Test)
		each(n.Body, f)
		each(n.Orelse, f)
	case *With:
		each(n.Items, f)
		each(n.Body, f)
	case *AsyncWith:
		each(n.Items, f)
		each(n.Body, f)
	case *Match:
		f(n.Subject)
		each(n.Cases, f)
	case *Try:
		tryChildren(n, f)
	case *TryStar:
		tryChildren(&n.Try, f)
	default:
		simpleChildren(n, f)
	}
}

func simpleChildren(n Stmt, f func(Node)) {
	switch n := n.(type) {
	case *Return:
		some(n.Value, f)
	case *Delete:
		each(n.Targets, f)
	case *Assign:
		each(n.Targets, f)
		f(n.Value)
	case *TypeAlias:
		f(n.Name)
		each(n.TypeParams, f)
		f(n.Value)
	case *AugAssign:
		f(n.Target)
		f(n.Value)
	case *AnnAssign:
		f(n.Target)
		f(n.Annotation)
		some(n.Value, f)
	case *Raise:
		some(n.Exc, f)
		some(n.Cause, f)
	case *Assert:
		f(n.Test)
		some(n.Msg, f)
	case *Import:
		each(n.Names, f)
	case *ImportFrom:
		each(n.Names, f)
	case *ExprStmt:
		f(n.Value)
	case *Global, *Nonlocal, *Pass, *Break, *Continue:
	default:
		panic(fmt.Sprintf("syntax: unknown statement %T", n))
	}
}

func functionChildren(n *FunctionDef, f func(Node)) {
	argumentChildren(n.Args, f)
	each(n.Body, f)
	each(n.DecoratorList, f)
	some(n.Returns, f)
	each(n.TypeParams, f)
}

func argumentChildren(a *Arguments, f func(Node)) {
	each(a.Posonlyargs, f)
	each(a.Args, f)
	if a.Vararg != nil {
		f(a.Vararg)
	}
	each(a.Kwonlyargs, f)
	for _, e := range a.KwDefaults {
		some(e, f)
	}
	if a.Kwarg != nil {
		f(a.Kwarg)
	}
	each(a.Defaults, f)
}

func loopChildren(n *For, f func(Node)) {
	f(n.Target)
	f(n.Iter)
	each(n.Body, f)
	each(n.Orelse, f)
}

func tryChildren(n *Try, f func(Node)) {
	each(n.Body, f)
	each(n.Handlers, f)
	each(n.Orelse, f)
	each(n.Finalbody, f)
}

func exprChildren(n Expr, f func(Node)) {
	switch n := n.(type) {
	case *Name, *Constant:
	case *Attribute:
		f(n.Value)
	case *Call:
		f(n.Func)
		each(n.Args, f)
		each(n.Keywords, f)
	case *Subscript:
		f(n.Value)
		f(n.Slice)
	case *BoolOp:
		each(n.Values, f)
	case *BinOp:
		f(n.Left)
		f(n.Right)
	case *UnaryOp:
		f(n.Operand)
	case *Compare:
		f(n.Left)
		each(n.Comparators, f)
	case *List:
		each(n.Elts, f)
	case *Tuple:
		each(n.Elts, f)
	case *Set:
		each(n.Elts, f)
	case *Dict:
		for i, k := range n.Keys {
			some(k, f)
			f(n.Values[i])
		}
	case *JoinedStr:
		each(n.Values, f)
	case *FormattedValue:
		f(n.Value)
		if n.FormatSpec != nil {
			f(n.FormatSpec)
		}
	default:
		rareChildren(n, f)
	}
}

func rareChildren(n Expr, f func(Node)) {
	switch n := n.(type) {
	case *NamedExpr:
		f(n.Target)
		f(n.Value)
	case *Lambda:
		argumentChildren(n.Args, f)
		f(n.Body)
	case *IfExp:
		f(n.Test)
		f(n.Body)
		f(n.Orelse)
	case *ListComp:
		f(n.Elt)
		each(n.Generators, f)
	case *SetComp:
		f(n.Elt)
		each(n.Generators, f)
	case *GeneratorExp:
		f(n.Elt)
		each(n.Generators, f)
	case *DictComp:
		f(n.Key)
		f(n.Value)
		each(n.Generators, f)
	case *Await:
		f(n.Value)
	case *Yield:
		some(n.Value, f)
	case *YieldFrom:
		f(n.Value)
	case *TemplateStr:
		each(n.Values, f)
	case *Interpolation:
		f(n.Value)
		if n.FormatSpec != nil {
			f(n.FormatSpec)
		}
	case *Starred:
		f(n.Value)
	case *Slice:
		some(n.Lower, f)
		some(n.Upper, f)
		some(n.Step, f)
	default:
		panic(fmt.Sprintf("syntax: unknown expression %T", n))
	}
}

func patternChildren(n Pattern, f func(Node)) {
	switch n := n.(type) {
	case *MatchValue:
		f(n.Value)
	case *MatchSequence:
		each(n.Patterns, f)
	case *MatchMapping:
		for i, k := range n.Keys {
			f(k)
			f(n.Patterns[i])
		}
	case *MatchClass:
		f(n.Cls)
		each(n.Patterns, f)
		each(n.KwdPatterns, f)
	case *MatchAs:
		if n.Pattern != nil {
			f(n.Pattern)
		}
	case *MatchOr:
		each(n.Patterns, f)
	case *MatchSingleton, *MatchStar:
	default:
		panic(fmt.Sprintf("syntax: unknown pattern %T", n))
	}
}
