package expr

import "github.com/mrt-tools/mrt/opshim/schema"

// Expr is an SQL expression. The set is closed, except for *Custom.
type Expr interface {
	schema.Expr
	expr()
}

// Column is a column of a FROM object, or a name alone (Table nil).
type Column struct {
	Table From
	Name  string
	Key   string // "" means Name
	Type  schema.Type
	Quote schema.Tri
	// Literal is literal_column(...): Name is SQL text, rendered as it is.
	Literal bool
	// Def is the column of a schema.Table; nil for others.
	Def *schema.Column
	// Source is the expression that this column of a subquery, alias or CTE
	// stands for; nil when unknown. It supplies no SQL, only labels and types.
	Source Expr
	// Anon is the anonymous name of a column of a subquery; the others are called
	// Name.
	Anon LabelName
	// Nth tells the columns of a subquery apart that have one name: how many of
	// that name stand before this one.
	Nth int
}

// Bind is a bound parameter.
type Bind struct {
	// Name is the given key; for Unique binds it is the stem of the anonymous
	// name ("id" of id_1), "param" when empty.
	Name string
	// Value is the value; HasValue is false for a required parameter.
	Value    any
	HasValue bool
	Type     schema.Type
	// Unique is true for anonymous names: a number is appended.
	Unique bool
	// Fresh marks a plain Python value that has not met its context yet:
	// constructors replace it by a Bind with the name and type of the other side.
	Fresh bool
	// Expanding is the list of an IN; ExpandOp is then OpIn or OpNotIn and decides
	// how an empty list is written.
	Expanding      bool
	ExpandOp       Op
	Tuple          []schema.Type // types of the elements when the list is of tuples
	LiteralExecute bool
	IsOut          bool
	// Inline is op.inline_literal: always rendered as a literal.
	Inline bool
	// SameAs is the bind whose anonymous name this copy shares; nil for none.
	SameAs *Bind
	// Call computes the value when the statement is executed (callable_=).
	Call func() (any, error)
}

// Null, True and False are the constants of these names.
type (
	Null  struct{}
	True  struct{}
	False struct{}
)

// Text is text(":a is a bind"); it is also a Stmt and, in select_from, a From.
type Text struct {
	SQL string
	// Binds are what bindparams(...) gave, in order; names not in it are required
	// parameters without a type.
	Binds []*Bind
}

// Binary is "left operator right".
type Binary struct {
	Left, Right Expr
	Op          Op
	// Negate is the operator of not_(this); OpNone if there is none.
	Negate Op
	Type   schema.Type
	// Custom is the operator's text and settings when Op is OpCustom.
	Custom *CustomOp
	// Escape is the ESCAPE character of LIKE and its relatives; nil if none.
	Escape *string
	// Flags are those of regexp_match(flags=) and regexp_replace.
	Flags Expr
	// Modifiers are further options, such as postgresql_regconfig of match().
	Modifiers schema.Options
	// Visit names a construct with a form of its own ("" otherwise).
	Visit string
	// Bare is group=False: never put into parentheses.
	Bare bool
}

// CustomOp is op("->>", precedence=, is_comparison=, ...).
type CustomOp struct {
	Text         string
	Precedence   int
	IsComparison bool
	NaturalSelf  bool
	Eager        bool // eager_grouping
	ReturnType   *schema.Type
}

// Unary is "operator elem" (Op) or "elem modifier" (Modifier).
type Unary struct {
	Elem     Expr
	Op       Op
	Modifier Op
	Type     schema.Type
	Custom   *CustomOp
}

// Bools is AND or OR over two or more elements (BooleanClauseList).
type Bools struct {
	Op    Op // OpAnd or OpOr
	Elems []Expr
}

// Chain is an associative operator over several elements: a + b + c. Bare
// chains (the operands of BETWEEN) are never put into parentheses.
type Chain struct {
	Op    Op
	Elems []Expr
	Type  schema.Type
	Bare  bool
}

// List is a comma separated list; Group puts parentheses round it when it is an
// operand.
type List struct {
	Elems []Expr
	Group bool
}

// Tuple is tuple_(a, b).
type Tuple struct {
	Elems []Expr
	Types []schema.Type
}

// Grouping is "(elem)".
type Grouping struct {
	Elem Expr
	Type schema.Type
}

// Function is func.name(args).
type Function struct {
	Name    string
	Quote   schema.Tri
	Package []string // names before the function name
	Args    []Expr
	Type    schema.Type
	// Kind is the class of a function that SQLAlchemy knows ("count", "now",
	// "coalesce", ...); "" for others.
	Kind string
	// NoParens is set for ANSI functions written without parentheses.
	NoParens bool
	// OrderBy is aggregate_order_by(...): f(args ORDER BY ...).
	OrderBy []Expr
	// Sequence is the sequence of Kind "next_value".
	Sequence *schema.Sequence
}

// Over is a window function call. Nil frame bounds are those not given.
type Over struct {
	Elem        Expr
	PartitionBy []Expr
	OrderBy     []Expr
	Range       *Frame
	Rows        *Frame
	Groups      *Frame
}

// Frame is a window frame: nil is unbounded, 0 the current row, negative
// preceding, positive following.
type Frame struct {
	Low, High *int64
	// Clause are the bounds of a FrameClause, which says their directions; nil for
	// plain numbers.
	Clause *FrameClause
}

// FrameClause has bounds of any type with "PRECEDING", "FOLLOWING", "UNBOUNDED" or
// "CURRENT" for each.
type FrameClause struct {
	Low, High         Expr
	LowType, HighType string
}

// WithinGroup is "f WITHIN GROUP (ORDER BY ...)".
type WithinGroup struct {
	Elem    Expr
	OrderBy []Expr
	// Named is true when the function lends it its name (SQLAlchemy 2.1).
	Named bool
}

// Filter is "f FILTER (WHERE ...)".
type Filter struct {
	Elem  Expr
	Where []Expr
}

// AggregateOrderBy is postgresql.aggregate_order_by.
type AggregateOrderBy struct {
	Elem    Expr
	OrderBy []Expr
}

// Case is CASE. Value is nil for a searched case.
type Case struct {
	Value Expr
	Whens []When
	Else  Expr
	Type  schema.Type
}

// When is one branch.
type When struct{ Cond, Then Expr }

// Cast is CAST(elem AS type).
type Cast struct {
	Elem Expr
	Type schema.Type
	Try  bool // try_cast
}

// TypeCoerce gives an expression another Python-side type; no SQL.
type TypeCoerce struct {
	Elem Expr
	Type schema.Type
}

// Extract is EXTRACT(field FROM elem).
type Extract struct {
	Field string
	Elem  Expr
}

// Exists is EXISTS (query).
type Exists struct{ Query *ScalarSelect }

// ScalarSelect is a query used as a value.
type ScalarSelect struct {
	Query Query
	Type  schema.Type
}

// Label is "elem AS name". An empty name is anonymous.
type Label struct {
	Name  string
	Elem  Expr
	Type  schema.Type
	Quote schema.Tri
	// Stem is the stem of an anonymous name ("anon" when empty).
	Stem string
}

// LabelRef is a name in ORDER BY or GROUP BY that stands for a label of the
// select ("order_by('x')"), or for that text if there is none.
type LabelRef struct {
	Elem Expr   // as text: what the string said
	Text string // the string
}

// Collation is a collation name, the right side of COLLATE.
type Collation struct {
	Name   string
	Schema string
}

// Array is postgresql.array([...]).
type Array struct {
	Elems []Expr
	Type  schema.Type
}

// Slice is start:stop as the index of an array.
type Slice struct{ Start, Stop, Step Expr }

// AllColumns is a FROM object listed among the columns of a select: all of its
// columns.
type AllColumns struct{ From From }

// Default is the keyword DEFAULT, used by values of inserts.
type Default struct{}

// TableValuedColumn is a table-valued function alias used as a column
// (func.x().alias().column or table_valued(...).column).
type TableValuedColumn struct {
	From From
	Type schema.Type
}

// WholeRow is a FROM object used as one value (table_valued()).
type WholeRow struct{ From From }

// Custom is a construct whose SQL is made by Python code.
type Custom struct {
	// Class is the Python class name, for messages.
	Class string
	Type  schema.Type
	// Children are sub-expressions that count for the FROM list.
	Children []Expr
	Hook     CustomHook
	// Stem is the stem of its anonymous label; "": anon.
	Stem string
	// Name is the name of its column in a result, "" for none.
	Name string
}

// CustomHook renders a construct of the script's own (@compiles). The compiler
// offers Processor for its parts.
type CustomHook interface {
	// CompileCustom returns the SQL text; ok is false when no form is registered
	// for the dialect.
	CompileCustom(dialect string, p Processor) (text string, ok bool, err error)
}

// Processor is the compiler as a CustomHook sees it.
type Processor interface {
	// Process renders a part.
	Process(e Expr) (string, error)
	// ProcessFrom renders a FROM object.
	ProcessFrom(f From) (string, error)
	// ProcessStmt renders a statement inside the current one.
	ProcessStmt(s Stmt) (string, error)
	// ProcessType renders a type.
	ProcessType(t schema.Type) (string, error)
	// Quote quotes an identifier when the dialect needs it.
	Quote(name string) string
	// FormatTable is the quoted [schema.]name of a table.
	FormatTable(t *schema.Table) string
	// Dialect is the name of the dialect.
	Dialect() string
}
