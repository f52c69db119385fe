package shape

import (
	"slices"
	"strings"
	"sync"
)

// A Table is one table with all that hangs on it.
type Table struct {
	ID           string // key in the catalog's map; "" for schema and name as they are
	Schema, Name string
	Kind         string // table, virtual table, partitioned table, foreign table
	Options      []Attr // STRICT, WITHOUT ROWID, storage parameters, comment, owner, …
	Columns      []*Column
	Constraints  []*Constraint
	Indexes      []*Index
	Extra        []*Object // triggers, rules, policies, grants
	Rules        []string  // conditions on rows that follow from elsewhere (partition bounds), for making rows
	Text         string    // what all this was read from, where that is a text

	flat    sync.Once
	objects []*Object // made by Objects
}

// Key is the table's key in the catalog's map.
func (t *Table) Key() string {
	if t.ID != "" {
		return t.ID
	}
	return Key(t.Schema, t.Name)
}

// Key joins schema and name.
func Key(schema, name string) string {
	if schema == "" {
		return name
	}
	return schema + "." + name
}

// Fillable reports whether rows can be put into the table itself: not into views,
// foreign tables, or a partitioned table, whose partitions hold the rows.
func (t *Table) Fillable() bool {
	return t.Kind == "" || t.Kind == "virtual table" && len(t.Columns) > 0
}

// Title is the table's name as a person writes it.
func (t *Table) Title() string { return Key(t.Schema, t.Name) }

// Column returns the column of that name, or nil. Case does not count.
func (t *Table) Column(name string) *Column {
	for _, c := range t.Columns {
		if strings.EqualFold(c.Name, name) {
			return c
		}
	}
	return nil
}

// Primary returns the primary key's columns, or nil.
func (t *Table) Primary() []string {
	for _, c := range t.Constraints {
		if c.Kind == PrimaryKey {
			return c.Columns
		}
	}
	return nil
}

// RowKey returns the columns that rows are told apart by: the primary key, or the first
// unique key that no NULL can be in; nil for none.
func (t *Table) RowKey() []string {
	if pk := t.Primary(); len(pk) > 0 {
		return pk
	}
	for _, u := range t.Uniques() {
		if !slices.ContainsFunc(u, func(n string) bool { c := t.Column(n); return c == nil || !c.NotNull }) {
			return u
		}
	}
	return nil
}

// Uniques returns the column lists that must be unique: primary key, unique
// constraints, unique indexes without predicate over plain columns.
func (t *Table) Uniques() [][]string {
	var out [][]string
	for _, c := range t.Constraints {
		if c.Kind == PrimaryKey || c.Kind == Unique {
			out = append(out, c.Columns)
		}
	}
	for _, i := range t.Indexes {
		if i.Unique && i.Where == "" && len(i.Plain) > 0 {
			out = append(out, i.Plain)
		}
	}
	return out
}

// A Class is what kind of values a column holds, for making rows.
type Class uint8

// The classes. Other is a type that we cannot make values of.
const (
	Other Class = iota
	Int
	Bool
	Numeric
	Float
	Text
	Blob
	Date
	Time
	DateTime
	Interval
	JSON
	UUID
	Enum
	Array
	Range
	Inet
	Cidr
	MACAddr
	Bits
	Money
	XML
	TSVector
	TSQuery
	Point
	HStore
	Any // SQLite: no declared type
	MultiRange
	Composite
	Year
	Set // some of the labels
)

// A Column is one column. Type, Default, Generated and Collation are texts in
// normal spelling, made for comparison; Class, Size, Scale, TZ, Labels and Elem
// tell which values fit.
type Column struct {
	Name      string
	Type      string
	NotNull   bool
	Default   string // "" for none
	Generated string // "" or the expression and STORED or VIRTUAL
	Identity  string // "", always, by default, autoincrement
	Collation string
	Extra     []Attr // comment, storage, compression, statistics

	Serial bool // numbered by a sequence in its default
	Class  Class
	Size   int       // characters, or bits of an integer; 0 for no limit known
	Prec   int       // digits of a Numeric, 0 for no limit
	Scale  int       // digits after the point
	TZ     bool      // with time zone
	Labels []string  // of an enum, in order
	Elem   *Column   // of an array, a range or a multirange
	Fields []*Column // of a composite type
	// Samples are texts of values, for a type that no class describes; Varying says
	// that Size is the longest of several lengths, of bits.
	Samples []string
	Varying bool
	Limit   *Limit   // nil where the class says all
	Checks  []string // of the domain, over VALUE
	Cast    string   // type name for casts, as the database writes it
}

// A Limit is what a database holds of a class's values, where that is less than
// all of them. It has neither infinities nor NaN.
type Limit struct {
	Unsigned bool
	Fixed    bool   // Size bytes always: what is missing is filled up with zeros
	Rune     rune   // the greatest character; 0 for every one
	Apart    int    // the characters or bytes that values must differ in; 0 for all
	Least    string // of dates and times, "" for those of the calendar
	Most     string
	Zero     string // the zero date, where that is a value
}

// A ConstraintKind is what a constraint demands.
type ConstraintKind string

// The kinds of constraint.
const (
	PrimaryKey ConstraintKind = "primary key"
	Unique     ConstraintKind = "unique constraint"
	Check      ConstraintKind = "check constraint"
	ForeignKey ConstraintKind = "foreign key"
	Exclude    ConstraintKind = "exclusion constraint"
)

// A Constraint is one constraint of a table; an unnamed one has Name "".
type Constraint struct {
	Kind    ConstraintKind
	Name    string
	Columns []string
	Expr    string // of a check, normal spelling
	SQL     string // of a check, as the database can evaluate it
	Extra   []Attr // deferrable, match, validity, conflict clause, …
	Inline  bool   // written inside a column: no difference, but reflection loses options

	RefSchema, RefTable string
	RefKey              string // key of that table in the catalog's map
	RefColumns          []string
	Implied             bool // RefColumns are not written down: they follow from the table referred to
	OnDelete, OnUpdate  string
}

// Binds reports whether the constraint is a check that rows have to pass: one
// that is not enforced has no SQL to evaluate.
func (c *Constraint) Binds() bool { return c.Kind == Check && c.SQL != "" }

// Definition is the constraint as the database writes it, where it does.
func (c *Constraint) Definition() string {
	for _, a := range c.Extra {
		if a.Name == "definition" {
			return a.Value
		}
	}
	return c.SQL
}

// An Index is one index that no constraint implies.
type Index struct {
	ID     string // name as a map key
	Name   string
	Unique bool
	Parts  []string // columns and expressions with order and collation, normal spelling
	Plain  []string // the column names if every part is a plain column, else nil
	Where  string
	Extra  []Attr
}

// A Catalog is all tables and all other objects, by key.
type Catalog struct {
	Tables  map[string]*Table
	Objects map[string]*Object // views, sequences, types, functions: key is kind and name
}

// Cascade adds to a set of tables, by key, those whose foreign keys change or
// remove rows when rows of a table in the set go or change. It makes one pass and
// reports whether the set grew.
func (c *Catalog) Cascade(set map[string]bool) (grew bool) {
	for key, t := range c.Tables {
		for _, k := range t.Constraints {
			if k.Kind == ForeignKey && (k.OnDelete != "" || k.OnUpdate != "") && set[k.RefKey] && !set[key] {
				set[key], grew = true, true
			}
		}
	}
	return grew
}
