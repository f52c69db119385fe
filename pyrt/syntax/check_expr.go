package syntax

func (c *checker) exprs(list []Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

// elements walks what may hold starred expressions.
func (c *checker) elements(at Span, list []Expr, ctx ExprContext) {
	seen := 0
	for i, e := range list {
		s, ok := e.(*Starred)
		if !ok {
			c.expr(e)
			continue
		}
		if seen++; ctx == Store {
			if seen > 1 {
				c.codeError(at, "multiple starred expressions in assignment")
			}
			if i >= 1<<8 || len(list)-i-1 >= 1<<23 {
				c.codeError(at, "too many expressions in star-unpacking assignment")
			}
		}
		c.expr(s.Value)
	}
}

// target walks what is assigned to.
func (c *checker) target(e Expr) {
	if s, ok := e.(*Starred); ok {
		c.codeError(s.At, "starred assignment target must be in a list or tuple")
		e = s.Value
	}
	c.expr(e)
}

func (c *checker) expr(e Expr) {
	switch n := e.(type) {
	case *Name:
		c.nameExpr(n)
	case *Attribute:
		c.notDebug(n.Attr, n.Ctx, n.At)
		c.expr(n.Value)
	case *Call:
		c.expr(n.Func)
		c.elements(n.At, n.Args, Load)
		c.keywords(n.Keywords)
	case *List:
		c.elements(n.At, n.Elts, n.Ctx)
	case *Tuple:
		c.elements(n.At, n.Elts, n.Ctx)
	case *Set:
		c.elements(n.At, n.Elts, Load)
	case *Starred:
		c.codeError(n.At, "can't use starred expression here")
		c.expr(n.Value)
	case *NamedExpr:
		c.named(n)
	case *Lambda:
		c.lambda(n)
	case *ListComp:
		c.comprehension(n.At, listScope, n.Generators, n.Elt)
	case *SetComp:
		c.comprehension(n.At, setScope, n.Generators, n.Elt)
	case *GeneratorExp:
		c.comprehension(n.At, generatorScope, n.Generators, n.Elt)
	case *DictComp:
		c.comprehension(n.At, dictScope, n.Generators, n.Key, n.Value)
	case *Await:
		c.await(n)
	case *Yield:
		c.yield(n.At, n.Value, "yield")
	case *YieldFrom:
		if c.scope.async {
			c.codeError(n.At, "'yield from' inside async function")
		}
		c.yield(n.At, n.Value, "yield from")
	case *Constant:
	default:
		exprChildren(e, c.node)
	}
}

func (c *checker) nameExpr(n *Name) {
	if n.Ctx == Load {
		c.define(n.ID, defUse, n.At)
		return
	}
	c.notDebug(n.ID, n.Ctx, n.At)
	c.define(n.ID, defLocal, n.At)
}

// keywords walks keyword arguments, whose names must differ.
func (c *checker) keywords(list []*Keyword) {
	for i, k := range list {
		if k.Arg != "" {
			c.notDebug(k.Arg, Store, k.At)
			c.repeated(list, i)
		}
		c.expr(k.Value)
	}
}

func (c *checker) repeated(list []*Keyword, i int) {
	if len(list) > 64 { // compare by a map where that is quicker
		if i == 0 {
			seen := map[string]bool{}
			for _, k := range list {
				if k.Arg != "" && seen[k.Arg] {
					c.codeError(k.At, "keyword argument repeated: %s", k.Arg)
				}
				seen[k.Arg] = true
			}
		}
		return
	}
	for _, k := range list[i+1:] {
		if k.Arg == list[i].Arg {
			c.codeError(k.At, "keyword argument repeated: %s", k.Arg)
		}
	}
}

func (c *checker) await(n *Await) {
	c.notInAnnotation(n.At, "await expression")
	s := c.scope
	switch {
	case !s.kind.functionLike():
		c.symbolError(n.At, "'await' outside function")
	case !s.async && !s.kind.comprehension():
		c.symbolError(n.At, "'await' outside async function")
	}
	c.expr(n.Value)
	s.coroutine = true
}

func (c *checker) yield(at Span, value Expr, word string) {
	c.notInAnnotation(at, "yield expression")
	if value != nil {
		c.expr(value)
	}
	s := c.scope
	s.generator = true
	what := ""
	switch s.kind {
	case listScope:
		what = "list comprehension"
	case setScope:
		what = "set comprehension"
	case dictScope:
		what = "dict comprehension"
	case generatorScope:
		what = "generator expression"
	case moduleScope, classScope:
		c.codeError(at, "'%s' outside function", word)
		return
	default:
		return
	}
	c.symbolError(at, "'yield' inside %s", what)
}

// named walks `name := value`. In a comprehension it binds in the scope around.
func (c *checker) named(n *NamedExpr) {
	c.notInAnnotation(n.At, "named expression")
	if c.scope.iterExpr > 0 {
		c.symbolError(n.At, "assignment expression cannot be used in a comprehension iterable expression")
	}
	if c.scope.kind.comprehension() {
		c.namedInComprehension(n.Target)
	}
	c.expr(n.Value)
	c.expr(n.Target)
}

func (c *checker) namedInComprehension(t *Name) {
	name := c.scope.mangle(t.ID)
	for s := c.scope; s != nil; s = s.parent {
		flags := s.names[name]
		switch {
		case s.kind.comprehension():
			if flags&defCompIter != 0 && flags&(defLocal|defGlobal) != 0 {
				c.symbolError(t.At, "assignment expression cannot rebind comprehension iteration variable '%s'", t.ID)
			}
			continue
		case s.kind == functionScope || s.kind == lambdaScope:
			flag := defNonlocal
			if flags&defGlobal != 0 {
				flag = defGlobal
			}
			c.defineIn(c.scope, name, flag, t.At)
			c.defineIn(s, name, defLocal, t.At)
		case s.kind == moduleScope:
			c.defineIn(c.scope, name, defGlobal, t.At)
			c.defineIn(s, name, defGlobal, t.At)
		case s.kind == classScope:
			c.symbolError(t.At, "assignment expression within a comprehension cannot be used in a class body")
		case s.kind == typeParamScope:
			c.symbolError(t.At, "assignment expression within a comprehension cannot be used within the definition of a generic")
		case s.kind == typeAliasScope:
			c.symbolError(t.At, "assignment expression within a comprehension cannot be used in a type alias")
		case s.kind == boundScope, s.kind == defaultScope:
			c.symbolError(t.At, "assignment expression within a comprehension cannot be used in a TypeVar bound")
		case s.kind == annotationScope:
			c.symbolError(t.At, "named expression cannot be used within an annotation")
		}
		return
	}
}
