package expr

import "github.com/mrt-tools/mrt/opshim/schema"

// Stmt is a statement. The set is closed, except for *CustomStmt.
type Stmt interface{ stmt() }

// Query is a statement that returns rows: *Select, *Compound, *TextSelect,
// *ValuesQuery, or *Insert, *Update, *Delete with RETURNING.
type Query interface {
	Stmt
	query()
}

// Prefix is prefix_with(text, dialect=) or suffix_with.
type Prefix struct {
	Expr    Expr
	Dialect string // "" or "*": all
}

// Hint is with_hint or with_statement_hint (From nil).
type Hint struct {
	From    From
	Text    string
	Dialect string
}

// Select is a SELECT.
type Select struct {
	Columns    []Expr
	FromObjs   []From // select_from, and joins
	Wheres     []Expr
	GroupBy    []Expr
	Havings    []Expr
	OrderBy    []Expr
	Distinct   bool
	DistinctOn []Expr
	Limit      Expr
	Offset     Expr
	Fetch      *Fetch
	ForUpdate  *ForUpdate
	Prefixes   []Prefix
	Suffixes   []Prefix
	Hints      []Hint
	// Correlate: nil automatic; CorrelateNone switches it off.
	Correlate       []From
	CorrelateNone   bool
	CorrelateExcept []From
	CorrelateAllBut bool // correlate_except was called
	// LabelStyle: "" or "disambiguate" (default), "tablename_plus_col", "none".
	LabelStyle string
	CTEs       []*CTE // add_cte
}

// Fetch is FETCH FIRST n [PERCENT] ROWS ONLY|WITH TIES.
type Fetch struct {
	Count    Expr
	WithTies bool
	Percent  bool
}

// ForUpdate is with_for_update.
type ForUpdate struct {
	NoWait, Read, SkipLocked, KeyShare bool
	Of                                 []From
	OfColumns                          []Expr
}

// Compound is UNION and its relatives.
type Compound struct {
	// Keyword is UNION, UNION ALL, EXCEPT, EXCEPT ALL, INTERSECT, INTERSECT ALL.
	Keyword    string
	Queries    []Query
	OrderBy    []Expr
	GroupBy    []Expr
	Limit      Expr
	Offset     Expr
	Fetch      *Fetch
	ForUpdate  *ForUpdate
	LabelStyle string
	CTEs       []*CTE
}

// GroupedQuery is a query in parentheses, as an element of a Compound.
type GroupedQuery struct{ Query Query }

// TextSelect is text(...).columns(...).
type TextSelect struct {
	Text       *Text
	Columns    []*Column
	Positional bool
	CTEs       []*CTE
}

// ValuesQuery is VALUES (...), (...) as a query: the body of a CTE, or a scalar.
type ValuesQuery struct{ Values *Values }

// Assign is one column and its value.
type Assign struct {
	Column string // column key; "" with Target set
	Target Expr   // an expression as the target (array item, ...)
	Value  Expr
}

// Insert is an INSERT.
type Insert struct {
	Table From // *Table
	// Values is one row; nil with Rows nil and Select nil means "no values given".
	Values []Assign
	// Rows is values([{...}, {...}]): several rows in one statement.
	Rows [][]Assign
	// Select is from_select.
	Select         Query
	SelectNames    []string
	SelectDefaults bool // include_defaults
	Returning      []Expr
	Inline         bool
	Prefixes       []Prefix
	Hints          []Hint
	Conflict       *OnConflict
	// Duplicate is MySQL's ON DUPLICATE KEY UPDATE.
	Duplicate []Assign
	// DuplicateOrdered: the assignments were given as a list of pairs.
	DuplicateOrdered bool
	// HasDuplicate is true when on_duplicate_key_update was called.
	HasDuplicate bool
	// Dialect is the package of the insert() function: "", postgresql, mysql,
	// sqlite.
	Dialect string
	CTEs    []*CTE
	// ReturnDefaults is return_defaults().
	ReturnDefaults bool
}

// OnConflict is PostgreSQL's and SQLite's ON CONFLICT.
type OnConflict struct {
	// Constraint is the name; Elements are column names or expressions.
	Constraint string
	Elements   []schema.IndexElement
	Where      Expr // index_where
	// DoNothing, else Set.
	DoNothing bool
	Set       []Assign
	SetWhere  Expr
}

// Update is an UPDATE.
type Update struct {
	Table     From
	Values    []Assign
	Ordered   bool // ordered_values
	Wheres    []Expr
	Returning []Expr
	Inline    bool
	Prefixes  []Prefix
	Hints     []Hint
	CTEs      []*CTE
	Limit     Expr // ext(mysql.limit(n)); nil if none
	Options   schema.Options
}

// Delete is a DELETE.
type Delete struct {
	Table     From
	Wheres    []Expr
	Returning []Expr
	Prefixes  []Prefix
	Hints     []Hint
	CTEs      []*CTE
	Limit     Expr
	Options   schema.Options
}

// Eval executes an expression on its own, as conn.execute(func.now()) does:
// SELECT expression.
type Eval struct{ Expr Expr }

// CustomStmt is a statement whose SQL is made by Python code.
type CustomStmt struct{ Custom *Custom }

// RawSQL is text for the driver, no bind syntax (exec_driver_sql).
type RawSQL struct{ SQL string }
