package syntax

import (
	"fmt"
	"strings"
)

// maxBlocks is how many blocks (loops, with, try) may be nested in one function.
const maxBlocks = 21

// blockKind is a block that break, continue and return look for.
type blockKind uint8

const (
	loopBlock blockKind = iota
	tryBlock            // also with and finally: counted, otherwise transparent
	starHandlerBlock
)

func (c *checker) stmts(list []Stmt) {
	for _, s := range list {
		c.stmt(s)
	}
}

// inBlock walks statements inside a block.
func (c *checker) inBlock(kind blockKind, at Span, list []Stmt) {
	c.push(kind, at)
	c.stmts(list)
	c.pop()
}

func (c *checker) push(kind blockKind, at Span) {
	c.scope.blocks = append(c.scope.blocks, kind)
	if len(c.scope.blocks) > maxBlocks {
		c.codeError(at, "too many statically nested blocks")
	}
}

func (c *checker) pop() {
	c.scope.blocks = c.scope.blocks[:len(c.scope.blocks)-1]
}

func (c *checker) stmt(s Stmt) {
	switch n := s.(type) {
	case *FunctionDef:
		c.function(n, false)
	case *AsyncFunctionDef:
		c.function(&n.FunctionDef, true)
	case *ClassDef:
		c.class(n)
	case *For:
		c.loop(n)
	case *AsyncFor:
		c.needAsync(n.At, "async for")
		c.loop(&n.For)
	case *While:
		c.expr(n.Test)
		c.inBlock(loopBlock, n.At, n.Body)
		c.stmts(n.Orelse)
	case *If:
		for ; n != nil; n = c.elif(n) {
			c.expr(n.Test)
			c.stmts(n.Body)
		}
	case *With:
		c.with(n, n.Items)
	case *AsyncWith:
		c.needAsync(n.At, "async with")
		c.with(&n.With, n.Items)
	case *Try:
		c.try(n, false)
	case *TryStar:
		c.try(&n.Try, true)
	case *Match:
		c.match(n)
	default:
		c.simple(s)
	}
}

// elif walks the else of n unless it is one If, which it returns: a chain of
// elif must not recurse.
func (c *checker) elif(n *If) *If {
	if len(n.Orelse) == 1 {
		if next, ok := n.Orelse[0].(*If); ok {
			return next
		}
	}
	c.stmts(n.Orelse)
	return nil
}

func (c *checker) simple(s Stmt) {
	switch n := s.(type) {
	case *Return:
		c.returnStmt(n)
	case *Delete:
		c.exprs(n.Targets)
	case *Assign:
		for _, t := range n.Targets {
			c.target(t)
		}
		c.expr(n.Value)
	case *TypeAlias:
		c.typeAlias(n)
	case *AugAssign:
		c.expr(n.Target)
		c.expr(n.Value)
	case *AnnAssign:
		c.annAssign(n)
	case *Raise, *Assert, *ExprStmt:
		Children(n, c.node)
	case *Import:
		for _, a := range n.Names {
			c.alias(a)
		}
	case *ImportFrom:
		c.importFrom(n)
	case *Global:
		c.declare(n.Names, defGlobal, n.At)
	case *Nonlocal:
		c.declare(n.Names, defNonlocal, n.At)
	case *Break:
		c.leaveLoop(n.At, "break", "'break' outside loop")
	case *Continue:
		c.leaveLoop(n.At, "continue", "'continue' not properly in loop")
	case *Pass:
	default:
		panic(fmt.Sprintf("syntax: unknown statement %T", s))
	}
}

// node walks a child of any kind.
func (c *checker) node(n Node) {
	switch n := n.(type) {
	case Stmt:
		c.stmt(n)
	case Expr:
		c.expr(n)
	}
}

func (c *checker) needAsync(at Span, what string) {
	if !c.scope.async {
		c.symbolError(at, "'%s' outside async function", what)
	}
}

func (c *checker) loop(n *For) {
	c.target(n.Target)
	c.expr(n.Iter)
	c.inBlock(loopBlock, n.At, n.Body)
	c.stmts(n.Orelse)
}

func (c *checker) with(n *With, items []*WithItem) {
	for i, item := range items {
		c.expr(item.ContextExpr)
		if item.OptionalVars != nil {
			c.target(item.OptionalVars)
		}
		c.push(tryBlock, n.At)
		defer c.pop()
		if i > maxBlocks {
			return
		}
	}
	c.stmts(n.Body)
}

// try counts blocks as CPython does: one for finally, one for the body if
// there are handlers, two for a handler.
func (c *checker) try(n *Try, star bool) {
	if len(n.Finalbody) == 0 {
		c.tryExcept(n, star)
		return
	}
	c.push(tryBlock, n.At)
	if len(n.Handlers) > 0 {
		c.tryExcept(n, star)
	} else {
		c.stmts(n.Body)
	}
	c.pop()
	c.inBlock(tryBlock, n.At, n.Finalbody)
}

func (c *checker) tryExcept(n *Try, star bool) {
	c.inBlock(tryBlock, n.At, n.Body)
	kind := tryBlock
	if star {
		kind = starHandlerBlock
	}
	c.push(kind, n.At)
	for i, h := range n.Handlers {
		if h.Type == nil && i < len(n.Handlers)-1 {
			c.codeError(h.At, "default 'except:' must be last")
		}
		if h.Type != nil {
			c.expr(h.Type)
		}
		if h.Name != "" {
			c.bind(h.Name, h.At)
		}
		c.inBlock(tryBlock, h.At, h.Body)
	}
	c.pop()
	c.stmts(n.Orelse)
}

// leaveLoop checks break and continue.
func (c *checker) leaveLoop(at Span, word, outside string) {
	for i := len(c.scope.blocks) - 1; i >= 0; i-- {
		switch c.scope.blocks[i] {
		case loopBlock:
			return
		case starHandlerBlock:
			c.codeError(at, "'break', 'continue' and 'return' cannot appear in an except* block")
			return
		}
	}
	c.codeError(at, "%s", outside)
}

func (c *checker) returnStmt(n *Return) {
	s := c.scope
	if s.kind != functionScope {
		c.codeError(n.At, "'return' outside function")
	}
	at := n.At
	if v, ok := n.Value.(*Constant); ok {
		at = v.At
	}
	for _, b := range s.blocks {
		if b == starHandlerBlock {
			c.codeError(at, "'break', 'continue' and 'return' cannot appear in an except* block")
		}
	}
	if n.Value != nil {
		if !s.returns.IsValid() {
			s.returns = n.At
		}
		c.expr(n.Value)
	}
}

func (c *checker) annAssign(n *AnnAssign) {
	if t, ok := n.Target.(*Name); ok {
		c.notDebug(t.ID, Store, t.At)
		name := c.scope.mangle(t.ID)
		flags := c.scope.names[name]
		if n.Simple && flags&(defGlobal|defNonlocal) != 0 && c.scope.kind != moduleScope {
			what := "nonlocal"
			if flags&defGlobal != 0 {
				what = "global"
			}
			c.symbolError(n.At, "annotated name '%s' can't be %s", t.ID, what)
		}
		if n.Simple {
			c.define(t.ID, defAnnot|defLocal, t.At)
		} else if n.Value != nil {
			c.define(t.ID, defLocal, t.At)
		}
	} else {
		c.expr(n.Target)
		c.bareSubscript(n)
	}
	c.annotation(n.Annotation)
	if n.Value != nil {
		c.expr(n.Value)
	}
}

// bareSubscript refuses a star in `a[*b]: annotation`: without a value CPython
// evaluates the parts of the subscript one by one.
func (c *checker) bareSubscript(n *AnnAssign) {
	s, ok := n.Target.(*Subscript)
	if !ok || n.Value != nil {
		return
	}
	if t, ok := s.Slice.(*Tuple); ok {
		for _, e := range t.Elts {
			if star, ok := e.(*Starred); ok {
				c.codeError(star.At, "can't use starred expression here")
			}
		}
	}
}

// alias binds the name of an import.
func (c *checker) alias(a *Alias) {
	name := a.Asname
	if name == "" {
		name, _, _ = strings.Cut(a.Name, ".")
	}
	c.bind(name, a.At)
}

func (c *checker) importFrom(n *ImportFrom) {
	if n.Level == 0 && n.Module == "__future__" && n.At.Position().Line > c.future {
		c.codeError(n.At, lateFuture)
	}
	for _, a := range n.Names {
		if a.Name == "*" {
			if c.scope.kind != moduleScope {
				c.symbolError(a.At, "import * only allowed at module level")
			}
			continue
		}
		c.alias(a)
	}
}

// declare handles global and nonlocal statements.
func (c *checker) declare(names []string, flag def, at Span) {
	word := "global"
	if flag == defNonlocal {
		word = "nonlocal"
	}
	for _, plain := range names {
		name := c.scope.mangle(plain)
		old := c.scope.names[name]
		switch {
		case old&defParam != 0:
			c.symbolError(at, "name '%s' is parameter and %s", plain, word)
		case old&defUse != 0:
			c.symbolError(at, "name '%s' is used prior to %s declaration", plain, word)
		case old&defAnnot != 0:
			c.symbolError(at, "annotated name '%s' can't be %s", plain, word)
		case old&defLocal != 0:
			c.symbolError(at, "name '%s' is assigned to before %s declaration", plain, word)
		}
		c.defineIn(c.scope, name, flag, at)
		if flag == defNonlocal || old&defNonlocal != 0 {
			c.scope.nonlocals = append(c.scope.nonlocals, directive{name, at})
		}
	}
}
