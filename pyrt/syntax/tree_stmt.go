package syntax

// A FunctionDef is `def Name(Args) -> Returns: Body`.
type FunctionDef struct {
	stmtNode
	Name          string
	Args          *Arguments // never nil
	Body          []Stmt
	DecoratorList []Expr
	Returns       Expr // or nil
	TypeParams    []TypeParam
	NameAt        Span // where the name stands
}

// An AsyncFunctionDef is `async def ...`, otherwise like a FunctionDef.
type AsyncFunctionDef struct{ FunctionDef }

// A ClassDef is `class Name(Bases, Keywords): Body`.
type ClassDef struct {
	stmtNode
	Name          string
	Bases         []Expr // may hold *Starred
	Keywords      []*Keyword
	Body          []Stmt
	DecoratorList []Expr
	TypeParams    []TypeParam
	NameAt        Span // where the name stands
}

// A Return is `return Value`.
type Return struct {
	stmtNode
	Value Expr // or nil
}

// A Delete is `del Targets`.
type Delete struct {
	stmtNode
	Targets []Expr // context Del
}

// An Assign is `Targets[0] = Targets[1] = Value`.
type Assign struct {
	stmtNode
	Targets []Expr // context Store
	Value   Expr
}

// A TypeAlias is `type Name[TypeParams] = Value`.
type TypeAlias struct {
	stmtNode
	Name       *Name // context Store
	TypeParams []TypeParam
	Value      Expr
}

// An AugAssign is `Target Op= Value`.
type AugAssign struct {
	stmtNode
	Target Expr // *Name, *Attribute or *Subscript, context Store
	Op     Operator
	Value  Expr
}

// An AnnAssign is `Target: Annotation = Value`.
type AnnAssign struct {
	stmtNode
	Target     Expr // *Name, *Attribute or *Subscript, context Store
	Annotation Expr
	Value      Expr // or nil
	Simple     bool // the target is a name without parentheses
}

// A For is `for Target in Iter: Body else: Orelse`.
type For struct {
	stmtNode
	Target Expr // context Store
	Iter   Expr
	Body   []Stmt
	Orelse []Stmt
}

// An AsyncFor is `async for ...`, otherwise like a For.
type AsyncFor struct{ For }

// A While is `while Test: Body else: Orelse`.
type While struct {
	stmtNode
	Test   Expr
	Body   []Stmt
	Orelse []Stmt
}

// An If is `if Test: Body else: Orelse`; an elif is an If alone in Orelse.
type If struct {
	stmtNode
	Test   Expr
	Body   []Stmt
	Orelse []Stmt
}

// A With is `with Items: Body`.
type With struct {
	stmtNode
	Items []*WithItem
	Body  []Stmt
}

// An AsyncWith is `async with ...`, otherwise like a With.
type AsyncWith struct{ With }

// A WithItem is `ContextExpr as OptionalVars`.
type WithItem struct {
	Located
	ContextExpr  Expr
	OptionalVars Expr // context Store, or nil
}

// A Match is `match Subject: Cases`.
type Match struct {
	stmtNode
	Subject Expr
	Cases   []*MatchCase
}

// A MatchCase is `case Pattern if Guard: Body`.
type MatchCase struct {
	Located
	Pattern Pattern
	Guard   Expr // or nil
	Body    []Stmt
}

// A Raise is `raise Exc from Cause`.
type Raise struct {
	stmtNode
	Exc   Expr // or nil
	Cause Expr // or nil
}

// A Try is `try: Body`, its handlers, `else: Orelse` and `finally: Finalbody`.
type Try struct {
	stmtNode
	Body      []Stmt
	Handlers  []*ExceptHandler
	Orelse    []Stmt
	Finalbody []Stmt
}

// A TryStar is a try with `except*`, otherwise like a Try.
type TryStar struct{ Try }

// An ExceptHandler is `except Type as Name: Body`.
type ExceptHandler struct {
	Located
	Type Expr   // or nil
	Name string // or ""
	Body []Stmt
}

// An Assert is `assert Test, Msg`.
type Assert struct {
	stmtNode
	Test Expr
	Msg  Expr // or nil
}

// An Import is `import Names`.
type Import struct {
	stmtNode
	Names []*Alias
}

// An ImportFrom is `from ..Module import Names`.
type ImportFrom struct {
	stmtNode
	Module string // "" when there are only dots
	Names  []*Alias
	Level  int // number of leading dots
}

// An Alias is `Name as Asname` in an import. Name may be dotted or "*".
type Alias struct {
	Located
	Name   string
	Asname string // or ""
}

// A Global is `global Names`.
type Global struct {
	stmtNode
	Names []string
}

// A Nonlocal is `nonlocal Names`.
type Nonlocal struct {
	stmtNode
	Names []string
}

// An ExprStmt is an expression as a statement: CPython's Expr.
type ExprStmt struct {
	stmtNode
	Value Expr
}

// A Pass is `pass`.
type Pass struct{ stmtNode }

// A Break is `break`.
type Break struct{ stmtNode }

// A Continue is `continue`.
type Continue struct{ stmtNode }
