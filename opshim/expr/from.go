package expr

import "github.com/mrt-tools/mrt/opshim/schema"

// From is an object that can stand in a FROM list. The set is closed, except for
// *CustomFrom.
type From interface{ from() }

// Table is a table. Two *Table values with the same Def are the same table.
type Table struct{ Def *schema.Table }

// Alias is "elem AS name"; an empty name is anonymous.
type Alias struct {
	Elem From
	Name string
	// Stem is the stem of an anonymous name: the table's name, or "anon".
	Stem  string
	Quote schema.Tri
	// Sample is TABLESAMPLE; nil for a plain alias.
	Sample *Sample
	// Flat parts of alias(flat=True) are made by the caller.
}

// Sample is TABLESAMPLE method(args) REPEATABLE (seed).
type Sample struct {
	Method Expr // a Function: bernoulli(5)
	Seed   Expr
}

// Join is a join of two FROM objects. A nil On was not determined (natural
// conditions from foreign keys are made by NewJoin).
type Join struct {
	Left, Right From
	On          Expr
	Outer, Full bool
}

// Subquery is "(query) AS name"; an empty name is anonymous.
type Subquery struct {
	Query   Query
	Name    string
	Quote   schema.Tri
	Lateral bool
}

// CTE is a common table expression.
type CTE struct {
	Query     Query
	Name      string
	Quote     schema.Tri
	Recursive bool
	Nesting   bool
	// Restates is the CTE that this one replaces in the WITH list (a recursive
	// union refers to the first one by that).
	Restates *CTE
	// AliasOf is set for cte.alias(): rendered as "name AS alias".
	AliasOf *CTE
	// Materialized is "MATERIALIZED", "NOT MATERIALIZED" or "".
	Prefixes []Prefix
	Suffixes []Prefix
}

// TableValued is a function as a FROM object: f(args) AS name.
type TableValued struct {
	Func Expr
	Name string
	// Stem is not used: anonymous ones are all called anon.
	Stem string
	// Columns are the names and types given; empty for func.x().alias().
	Columns        []TableValuedCol
	WithOrdinality bool
	// Derived renders the column list: AS name(a, b); WithTypes adds the types.
	Derived   bool
	WithTypes bool
	Lateral   bool
	// Alone is scalar_table_valued or column_valued: rendered as name AS alias.
	Alone bool
}

// TableValuedCol is one column of a TableValued.
type TableValuedCol struct {
	Name string
	Type schema.Type
}

// Values is VALUES (...), (...) AS name (columns).
type Values struct {
	Columns      []*Column // Table nil
	Rows         [][]Expr
	Name         string // "" without alias
	Named        bool   // an alias was asked for; with Name "" it is anonymous
	LiteralBinds bool
	Lateral      bool
	CTEs         []*CTE // add_cte
}

// TextFrom is text("...") in a FROM list.
type TextFrom struct{ Text *Text }

// SelectFrom is a scalar subquery or other expression in a FROM list.
type ExprFrom struct{ Elem Expr }

// CustomFrom is a FROM object whose SQL is made by Python code.
type CustomFrom struct{ Custom *Custom }
