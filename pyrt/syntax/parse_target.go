package syntax

// forTarget reads the target of a for clause and the `in` behind it.
func (p *parser) forTarget() Expr {
	start := p.i
	if !startsExpr(p.kind()) && p.kind() != tStar {
		p.fail()
		return p.bad()
	}
	t := p.tupleOf(func() Expr {
		if p.kind() == tStar {
			return p.starred()
		}
		return p.bitwiseOr()
	}, true)
	if p.kind() != kwIn || invalidTarget(t, forTargets) != nil {
		if p.brackets(start - 1) {
			p.missingIn(start)
		}
		p.badForTarget(start, t)
		return t
	}
	p.next()
	setContext(t, Store)
	return t
}

// starTarget reads one target, as behind `as`.
func (p *parser) starTarget() Expr {
	if p.kind() == tStar {
		return p.starred()
	}
	return p.bitwiseOr()
}

// A targetKind tells where a target stands: there are small differences.
type targetKind uint8

const (
	starTargets targetKind = iota
	delTargets
	forTargets
)

// invalidTarget returns the part of e that can not be assigned to, or nil.
func invalidTarget(e Expr, kind targetKind) Expr {
	switch e := e.(type) {
	case *List:
		return invalidTargets(e.Elts, kind)
	case *Tuple:
		return invalidTargets(e.Elts, kind)
	case *Starred:
		if kind == delTargets {
			return e
		}
		return invalidTarget(e.Value, kind)
	case *Compare:
		if kind == forTargets && e.Ops[0] == In {
			return invalidTarget(e.Left, kind)
		}
		return e
	case *Name, *Attribute, *Subscript:
		return nil
	default:
		return e
	}
}

func invalidTargets(elts []Expr, kind targetKind) Expr {
	for _, e := range elts {
		if bad := invalidTarget(e, kind); bad != nil {
			return bad
		}
	}
	return nil
}

// setContext marks a target and its parts as stored to or deleted.
func setContext(e Expr, ctx ExprContext) {
	switch e := e.(type) {
	case *Name:
		e.Ctx = ctx
	case *Attribute:
		e.Ctx = ctx
	case *Subscript:
		e.Ctx = ctx
	case *Starred:
		e.Ctx = ctx
		setContext(e.Value, ctx)
	case *List:
		e.Ctx = ctx
		for _, x := range e.Elts {
			setContext(x, ctx)
		}
	case *Tuple:
		e.Ctx = ctx
		for _, x := range e.Elts {
			setContext(x, ctx)
		}
	}
}

// exprName is what CPython's messages call an expression.
func exprName(e Expr) string {
	switch e := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *GeneratorExp:
		return "generator expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *ListComp:
		return "list comprehension"
	case *SetComp:
		return "set comprehension"
	case *DictComp:
		return "dict comprehension"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *TemplateStr, *Interpolation:
		return "t-string expression"
	case *Constant:
		return constantName(e)
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	}
	return "expression"
}

func constantName(c *Constant) string {
	switch v := c.Value.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case Ellipsis:
		return "ellipsis"
	}
	return "literal"
}
