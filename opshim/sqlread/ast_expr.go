package sqlread

import (
	"strconv"
	"strings"
)

// Expr is an expression. The set is closed.
type Expr interface{ expr() }

// LitKind is the kind of a literal.
type LitKind uint8

// The kinds of literals.
const (
	Null LitKind = iota
	Bool
	Num
	Str
)

// The expressions.
type (
	// Lit is a literal. Text is "true" or "false" for a Bool, and the value
	// without quotes for a Str.
	Lit struct {
		Kind LitKind
		Text string
	}
	// Column is a column reference; Table is empty if unqualified. Quoted tells
	// that the name was quoted (SQLite takes a quoted name that is no column for
	// a string).
	Column struct {
		Schema, Table, Name string
		Quoted              bool
	}
	// Star is * or t.*.
	Star struct{ Table string }
	// Bind is a bind parameter. Index counts all of the statement from 0.
	Bind struct {
		Name  string
		Index int
	}
	// Unary is an operator before its operand: not, -, +, ~.
	Unary struct {
		Op string
		X  Expr
	}
	// Binary is an operator between two operands, in lower case; "<>" stands for "!=" too.
	Binary struct {
		Op   string
		X, Y Expr
	}
	// Call is a function call. Name is in lower case and has the schema if one is written.
	Call struct {
		Name     string
		Args     []Expr
		Distinct bool
		Star     bool
		OrderBy  []OrderItem
		Filter   Expr
		Window   bool // OVER (…)
	}
	// Case is CASE; X is nil for the searched form.
	Case struct {
		X     Expr
		Whens []When
		Else  Expr
	}
	// Cast is CAST(x AS t) or x::t.
	Cast struct {
		X    Expr
		Type TypeName
	}
	// In is x [NOT] IN (list) or (query).
	In struct {
		X     Expr
		List  []Expr
		Query *Query
		Not   bool
	}
	// Between is x [NOT] BETWEEN lo AND hi.
	Between struct {
		X, Lo, Hi Expr
		Not       bool
	}
	// Is is x IS [NOT] NULL, TRUE, FALSE or UNKNOWN.
	Is struct {
		X    Expr
		What string
		Not  bool
	}
	// Exists is EXISTS (query).
	Exists struct{ Query *Query }
	// Sub is a scalar subquery.
	Sub struct{ Query *Query }
	// Row is (a, b, …).
	Row struct{ Items []Expr }
	// Array is ARRAY[…].
	Array struct{ Items []Expr }
	// Quantified is x op ANY|ALL (y).
	Quantified struct {
		Op    string
		All   bool
		X, Y  Expr
		Query *Query
	}
	// Opaque is an expression that was not understood.
	Opaque struct {
		Text    string
		Reason  string
		Columns []string // words in it that may name columns
	}
)

// When is one WHEN … THEN ….
type When struct{ Cond, Then Expr }

// OrderItem is one item of ORDER BY.
type OrderItem struct {
	X          Expr
	Desc       bool
	NullsFirst *bool
}

func (*Lit) expr()        {}
func (*Column) expr()     {}
func (*Star) expr()       {}
func (*Bind) expr()       {}
func (*Unary) expr()      {}
func (*Binary) expr()     {}
func (*Call) expr()       {}
func (*Case) expr()       {}
func (*Cast) expr()       {}
func (*In) expr()         {}
func (*Between) expr()    {}
func (*Is) expr()         {}
func (*Exists) expr()     {}
func (*Sub) expr()        {}
func (*Row) expr()        {}
func (*Array) expr()      {}
func (*Quantified) expr() {}
func (*Opaque) expr()     {}

// TypeName is a type as written, in lower case, without blanks that do not matter.
type TypeName struct {
	Name string   // "varchar", "timestamp with time zone", "int unsigned", "billing.status"
	Args []string // "20"; labels of a MySQL ENUM without quotes
	Dims int      // array dimensions
}

// Number is the i-th argument, counted from 0, as a number; nil if there is none.
func (t TypeName) Number(i int) *int {
	if i >= len(t.Args) {
		return nil
	}
	n, err := strconv.Atoi(t.Args[i])
	if err != nil {
		return nil
	}
	return &n
}

// String writes the type in one canonical spelling.
func (t TypeName) String() string {
	s, tail := t.Name, ""
	if len(t.Args) > 0 {
		for _, word := range mysqlWords {
			if i := strings.Index(s, " "+word); i > 0 {
				s, tail = s[:i], s[i:]+tail
			}
		}
		s += "(" + strings.Join(t.Args, ",") + ")" + tail
	}
	for range t.Dims {
		s += "[]"
	}
	return s
}

// Query is SELECT, VALUES or TABLE, or a set operation over two queries.
type Query struct {
	With        []CTE
	Recursive   bool
	Distinct    bool
	DistinctOn  []Expr
	Items       []Item
	From        []Source
	Where       Expr
	GroupBy     []Expr
	Having      Expr
	Values      [][]Expr // VALUES (…), (…)
	SetOp       string   // union, union all, intersect, except (and "… all")
	Left, Right *Query   // of SetOp
	OrderBy     []OrderItem
	Limit       Expr
	Offset      Expr
	Text        string // as written
}

// CTE is one name of WITH. Exactly one of Query and Stmt is set.
type CTE struct {
	Name    string
	Columns []string
	Query   *Query
	Stmt    Statement // INSERT, UPDATE or DELETE with RETURNING
}

// Item is one item of a select list or RETURNING.
type Item struct {
	X     Expr
	Alias string
}

// Source is an item of FROM. The set is closed.
type Source interface{ source() }

// The items of FROM.
type (
	// FromTable is a table, view or CTE.
	FromTable struct {
		Name  QName
		Alias string
	}
	// FromQuery is a subquery.
	FromQuery struct {
		Query   *Query
		Alias   string
		Columns []string
	}
	// FromJoin is a join: inner, left, right, full, cross.
	FromJoin struct {
		Kind        string
		Left, Right Source
		On          Expr
		Using       []string
		Natural     bool
	}
	// FromOpaque is a function or another item that was not understood.
	FromOpaque struct{ Text, Alias string }
)

func (*FromTable) source()  {}
func (*FromQuery) source()  {}
func (*FromJoin) source()   {}
func (*FromOpaque) source() {}

// QName is a name with an optional schema, folded as the dialect folds names.
type QName struct{ Schema, Name string }

// String joins schema and name by a dot.
func (n QName) String() string {
	if n.Schema == "" {
		return n.Name
	}
	return n.Schema + "." + n.Name
}
