package syntax

import (
	"fmt"
	"strings"
)

// A checker walks a tree for the errors that CPython's symbol table and
// compiler report. It goes on after an error, because those of the symbol
// table come first even when they stand later in the file.
type checker struct {
	src     *Source
	scope   *scope
	left    []*scope // scopes that were left, to be used again
	symbols *Error   // the first error of the symbol table
	binding *Error   // the first nonlocal without binding
	code    *Error   // the first error of the compiler
	future  int      // line of the last allowed future import
}

// check returns the first error of f, or nil.
func check(f *File) *Error {
	c := &checker{src: f.Source}
	if err := c.futures(f); err != nil {
		return err
	}
	c.enter(moduleScope, "")
	c.stmts(f.Body)
	c.leave()
	for _, err := range []*Error{c.symbols, c.binding, c.code} {
		if err != nil {
			return err
		}
	}
	return nil
}

// symbolError keeps the first error of the symbol table.
func (c *checker) symbolError(at Span, format string, args ...any) {
	keep(&c.symbols, at, format, args...)
}

// codeError keeps the first error of the compiler.
func (c *checker) codeError(at Span, format string, args ...any) {
	keep(&c.code, at, format, args...)
}

// keep fills an empty slot. These errors count columns in bytes, in CPython
// too: it has no source text any more when it finds them.
func keep(slot **Error, at Span, format string, args ...any) {
	if *slot != nil {
		return
	}
	from, to := at.Position(), at.EndPosition()
	*slot = &Error{Kind: "SyntaxError", Msg: fmt.Sprintf(format, args...), At: at,
		exact: &exactPlace{from.Line, from.Column + 1, to.Line, to.Column + 1}}
}

// scopeKind is the kind of a scope.
type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	functionScope
	lambdaScope
	listScope // the comprehensions
	setScope
	dictScope
	generatorScope
	annotationScope // the scopes of PEP 649 and PEP 695
	typeParamScope
	typeAliasScope
	boundScope
	defaultScope
)

func (k scopeKind) comprehension() bool { return k >= listScope && k <= generatorScope }

// functionLike tells the scopes whose code is a function.
func (k scopeKind) functionLike() bool { return k >= functionScope }

// def tells how a scope uses a name.
type def uint16

const (
	defGlobal def = 1 << iota
	defLocal
	defParam
	defNonlocal
	defUse
	defAnnot
	defTypeParam
	defCompIter
)

// A scope is a block of code with names of its own.
type scope struct {
	kind       scopeKind
	parent     *scope
	names      map[string]def
	class      string // for the mangling of private names
	async      bool   // an async def
	generator  bool
	coroutine  bool
	iterTarget bool        // inside the target of a comprehension
	iterExpr   int         // inside the iterable of a comprehension
	nonlocals  []directive // in this scope
	pending    []directive // in scopes inside that may be bound here
	returns    Span        // the first return with a value
	blocks     []blockKind
}

// A directive is a name in a nonlocal statement.
type directive struct {
	name string
	at   Span
}

func (c *checker) enter(kind scopeKind, class string) *scope {
	s := c.blank()
	s.kind, s.parent, s.class = kind, c.scope, class
	if c.scope != nil {
		s.iterExpr = c.scope.iterExpr
		if class == "" {
			s.class = c.scope.class
		}
	}
	c.scope = s
	return s
}

// blank is a scope without names.
func (c *checker) blank() *scope {
	n := len(c.left)
	if n == 0 {
		return &scope{names: map[string]def{}}
	}
	s := c.left[n-1]
	c.left = c.left[:n-1]
	clear(s.names)
	*s = scope{names: s.names}
	return s
}

// leave ends a scope, which is of no use any more. Whether a nonlocal name has a binding is known only when
// the scopes around are complete: each hands on what it does not bind.
func (c *checker) leave() {
	s := c.scope
	if s.async && s.generator && s.returns.IsValid() {
		c.codeError(s.returns, "'return' with value in async generator")
	}
	c.scope = s.parent
	for _, d := range s.pending {
		c.settle(s, d)
	}
	for _, d := range s.nonlocals {
		flags := s.names[d.name]
		switch {
		case flags&defGlobal != 0 && flags&defNonlocal != 0:
			c.bindingError(d.at, "name '%s' is nonlocal and global", d.name)
		case s.kind == moduleScope:
			c.bindingError(d.at, "nonlocal declaration not allowed at module level")
		default:
			s.parent.pending = append(s.parent.pending, d)
		}
	}
	c.left = append(c.left, s)
}

// settle looks for the binding of a name that is nonlocal inside s.
func (c *checker) settle(s *scope, d directive) {
	flags := s.names[d.name]
	switch {
	case s.kind == moduleScope:
		c.bindingError(d.at, "no binding for nonlocal '%s' found", d.name)
	case s.kind == classScope:
		if d.name != "__class__" {
			s.parent.pending = append(s.parent.pending, d)
		}
	case flags&defTypeParam != 0:
		c.bindingError(d.at, "nonlocal binding not allowed for type parameter '%s'", d.name)
	case flags&defGlobal != 0:
		c.bindingError(d.at, "no binding for nonlocal '%s' found", d.name)
	case flags&(defLocal|defParam) != 0:
	default:
		s.parent.pending = append(s.parent.pending, d)
	}
}

// bindingError keeps the error that stands first in the file.
func (c *checker) bindingError(at Span, format string, args ...any) {
	if c.binding == nil || at.Start < c.binding.At.Start {
		c.binding = nil
		keep(&c.binding, at, format, args...)
	}
}

// mangle returns the name that a private name stands for inside a class.
func (s *scope) mangle(name string) string {
	if s.class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class := strings.TrimLeft(s.class, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}

// define notes a use of a name in the current scope.
func (c *checker) define(name string, flag def, at Span) {
	c.defineIn(c.scope, c.scope.mangle(name), flag, at)
}

func (c *checker) defineIn(s *scope, name string, flag def, at Span) {
	old := s.names[name]
	if flag&defParam != 0 && old&defParam != 0 {
		c.symbolError(at, "duplicate argument '%s' in function definition", name)
	}
	if flag&defTypeParam != 0 && old&defTypeParam != 0 {
		c.symbolError(at, "duplicate type parameter '%s'", name)
	}
	flag |= old
	if s.iterTarget {
		if flag&(defGlobal|defNonlocal) != 0 {
			c.symbolError(at, "comprehension inner loop cannot rebind assignment expression target '%s'", name)
		}
		flag |= defCompIter
	}
	s.names[name] = flag
}

// bind defines a name that is assigned to.
func (c *checker) bind(name string, at Span) {
	c.notDebug(name, Store, at)
	c.define(name, defLocal, at)
}

// notDebug refuses to assign to __debug__.
func (c *checker) notDebug(name string, ctx ExprContext, at Span) {
	if name != "__debug__" {
		return
	}
	switch ctx {
	case Store:
		c.symbolError(at, "cannot assign to __debug__")
	case Del:
		c.symbolError(at, "cannot delete __debug__")
	}
}
