package syntax

// A Node is any part of the tree that has a place in the source. Nodes are
// always pointers; a node's identity is its pointer, which may key a map.
type Node interface {
	Span() Span
	node()
}

// Located is the place of a node; every node embeds it.
type Located struct {
	// At is the source range of the node, as CPython's ast gives it: without
	// the parentheses around an expression, and without decorators.
	At Span
}

// Span returns the source range of the node.
func (l *Located) Span() Span { return l.At }

func (*Located) node() {}

// A File is one parsed source: CPython's Module.
type File struct {
	Source   *Source
	Body     []Stmt
	Comments []Comment // in source order
	// FutureAnnotations tells that `from __future__ import annotations` is in
	// force: annotations are kept as text.
	FutureAnnotations bool
}

// Span returns the whole source.
func (f *File) Span() Span { return Span{f.Source, 0, int32(len(f.Source.Text))} }

func (*File) node() {}

// A Comment is the text from a # to the end of its line, both given by At.
type Comment struct{ At Span }

// Stmt is a statement. The set is closed: AnnAssign, Assert, Assign,
// AsyncFor, AsyncFunctionDef, AsyncWith, AugAssign, Break, ClassDef,
// Continue, Delete, ExprStmt, For, FunctionDef, Global, If, Import,
// ImportFrom, Match, Nonlocal, Pass, Raise, Return, Try, TryStar, TypeAlias,
// While, With.
type Stmt interface {
	Node
	stmt()
}

// Expr is an expression. The set is closed: Attribute, Await, BinOp, BoolOp,
// Call, Compare, Constant, Dict, DictComp, FormattedValue, GeneratorExp,
// IfExp, Interpolation, JoinedStr, Lambda, List, ListComp, Name, NamedExpr,
// Set, SetComp, Slice, Starred, Subscript, TemplateStr, Tuple, UnaryOp, Yield,
// YieldFrom.
type Expr interface {
	Node
	expr()
}

// Pattern is the pattern of a case. The set is closed: MatchAs, MatchClass,
// MatchMapping, MatchOr, MatchSequence, MatchSingleton, MatchStar, MatchValue.
type Pattern interface {
	Node
	pattern()
}

// TypeParam is one type parameter of PEP 695. The set is closed: ParamSpec,
// TypeVar, TypeVarTuple.
type TypeParam interface {
	Node
	typeParam()
}

type stmtNode struct{ Located }

func (*stmtNode) stmt() {}

type exprNode struct{ Located }

func (*exprNode) expr() {}

type patternNode struct{ Located }

func (*patternNode) pattern() {}

type typeParamNode struct{ Located }

func (*typeParamNode) typeParam() {}
