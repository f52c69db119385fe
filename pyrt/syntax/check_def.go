package syntax

// function walks a def: what runs outside it first, then its body.
func (c *checker) function(n *FunctionDef, async bool) {
	c.bind(n.Name, n.At)
	c.defaults(n.Args)
	c.exprs(n.DecoratorList)
	leave := c.typeParams(n.TypeParams)
	for _, a := range allArgs(n.Args) {
		c.annotation(a.Annotation)
	}
	c.annotation(n.Returns)
	s := c.enter(functionScope, "")
	s.async = async
	s.coroutine = async
	if async { // the block that catches StopIteration
		s.blocks = append(s.blocks, tryBlock)
	}
	c.parameters(n.Args)
	c.stmts(n.Body)
	c.leave()
	leave()
}

// defaults walks the default values, which belong to the scope around.
func (c *checker) defaults(a *Arguments) {
	c.exprs(a.Defaults)
	for _, e := range a.KwDefaults {
		if e != nil {
			c.expr(e)
		}
	}
}

func allArgs(a *Arguments) []*Arg {
	out := append(append([]*Arg{}, a.Posonlyargs...), a.Args...)
	if a.Vararg != nil {
		out = append(out, a.Vararg)
	}
	out = append(out, a.Kwonlyargs...)
	if a.Kwarg != nil {
		out = append(out, a.Kwarg)
	}
	return out
}

// parameters defines the parameters in CPython's order.
func (c *checker) parameters(a *Arguments) {
	var out []*Arg
	out = append(append(append(out, a.Posonlyargs...), a.Args...), a.Kwonlyargs...)
	if a.Vararg != nil {
		out = append(out, a.Vararg)
	}
	if a.Kwarg != nil {
		out = append(out, a.Kwarg)
	}
	for _, arg := range out {
		c.notDebug(arg.Arg, Store, arg.At)
		c.define(arg.Arg, defParam, arg.At)
	}
}

func (c *checker) class(n *ClassDef) {
	c.bind(n.Name, n.At)
	c.exprs(n.DecoratorList)
	leave := c.typeParams(n.TypeParams)
	if len(n.TypeParams) > 0 {
		c.scope.class = n.Name
	}
	c.elements(n.At, n.Bases, Load)
	c.keywords(n.Keywords)
	c.enter(classScope, n.Name)
	c.stmts(n.Body)
	c.leave()
	leave()
}

// typeParams opens the scope of type parameters, if there are any, and
// returns what closes it.
func (c *checker) typeParams(params []TypeParam) func() {
	if len(params) == 0 {
		return func() {}
	}
	c.enter(typeParamScope, "")
	defaults := false
	for _, p := range params {
		name, bound, value := paramParts(p)
		if name == "__classdict__" || name == "__class__" || name == "__conditional_annotations__" {
			c.symbolError(p.Span(), "reserved name '%s' cannot be used for type parameter", name)
		}
		c.notDebug(name, Store, p.Span())
		c.define(name, defTypeParam|defLocal, p.Span())
		c.inScope(boundScope, bound)
		c.inScope(defaultScope, value)
		if value != nil {
			defaults = true
		} else if defaults {
			c.codeError(p.Span(), "non-default type parameter '%s' follows default type parameter", name)
		}
	}
	return c.leave
}

func paramParts(p TypeParam) (name string, bound, value Expr) {
	switch p := p.(type) {
	case *TypeVar:
		return p.Name, p.Bound, p.DefaultValue
	case *ParamSpec:
		return p.Name, nil, p.DefaultValue
	case *TypeVarTuple:
		if s, ok := p.DefaultValue.(*Starred); ok {
			return p.Name, nil, s.Value
		}
		return p.Name, nil, p.DefaultValue
	}
	return "", nil, nil
}

// inScope walks e in a scope of its own.
func (c *checker) inScope(kind scopeKind, e Expr) {
	if e == nil {
		return
	}
	c.enter(kind, "")
	c.expr(e)
	c.leave()
}

func (c *checker) typeAlias(n *TypeAlias) {
	c.expr(n.Name)
	leave := c.typeParams(n.TypeParams)
	c.inScope(typeAliasScope, n.Value)
	leave()
}

// annotation walks an annotation; that of *args may be starred.
func (c *checker) annotation(e Expr) {
	if s, ok := e.(*Starred); ok {
		e = s.Value
	}
	c.inScope(annotationScope, e)
}

// notInAnnotation refuses an expression in the scopes of annotations, type
// parameters and aliases.
func (c *checker) notInAnnotation(at Span, what string) {
	where := ""
	switch c.scope.kind {
	case annotationScope:
		where = "an annotation"
	case typeParamScope:
		where = "the definition of a generic"
	case typeAliasScope:
		where = "a type alias"
	case boundScope:
		where = "a TypeVar bound"
	case defaultScope:
		where = "a TypeVar default"
	default:
		return
	}
	c.symbolError(at, "%s cannot be used within %s", what, where)
}

// lambda walks a lambda like a function.
func (c *checker) lambda(n *Lambda) {
	c.defaults(n.Args)
	c.enter(lambdaScope, "")
	c.parameters(n.Args)
	c.expr(n.Body)
	c.leave()
}

// comprehension walks a comprehension: its first iterable belongs to the
// scope around.
func (c *checker) comprehension(at Span, kind scopeKind, gens []*Comprehension, elts ...Expr) {
	outer := c.scope
	outer.iterExpr++
	c.expr(gens[0].Iter)
	outer.iterExpr--
	s := c.enter(kind, "")
	for i, g := range gens {
		s.coroutine = s.coroutine || g.IsAsync
		s.iterTarget = true
		c.target(g.Target)
		s.iterTarget = false
		if i > 0 {
			s.iterExpr++
			c.expr(g.Iter)
			s.iterExpr--
		}
		c.exprs(g.Ifs)
	}
	c.exprs(elts)
	c.leave()
	if !s.coroutine || kind == generatorScope {
		return
	}
	if !outer.async && !outer.kind.comprehension() {
		c.symbolError(at, "asynchronous comprehension outside of an asynchronous function")
	}
	outer.coroutine = true
}
