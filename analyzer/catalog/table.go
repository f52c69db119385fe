package catalog

import (
	"maps"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// Attr is one attribute of a column. A variable stands for what nobody knows
// of an assumed object: it equals only itself.
type Attr struct {
	Text string
	Var  *Var
}

// Var is an unknown attribute; Bound is its text once a script has told it.
type Var struct {
	Bound *string
}

// Known gives the text if it is known.
func (a Attr) Known() (string, bool) {
	if a.Var == nil {
		return a.Text, true
	}
	if a.Var.Bound != nil {
		return *a.Var.Bound, true
	}
	return "", false
}

// text is the known text, or empty.
func (a Attr) text() string {
	t, _ := a.Known()
	return t
}

// bind tells what an unknown attribute is; it does nothing to a known one.
func (a Attr) bind(text string) {
	if a.Var != nil && a.Var.Bound == nil {
		a.Var.Bound = &text
	}
}

func attr(s string) Attr { return Attr{Text: s} }

// sameAttr compares two attributes; ok is false if it cannot be said.
func sameAttr(a, b Attr) (same, ok bool) {
	x, okX := a.Known()
	y, okY := b.Known()
	switch {
	case okX && okY:
		return x == y, true
	case a.Var != nil && a.Var == b.Var:
		return true, true
	}
	return false, false
}

// Column is a column of a table.
type Column struct {
	Name      string
	Type      Attr
	NotNull   Attr // "yes" or ""
	Default   Attr
	Generated Attr
	Identity  Attr
	Collate   Attr
	Comment   Attr
	AutoInc   Attr
	Other     map[string]string // storage, statistics, on update, …

	def sqlread.Expr // of Default
	gen sqlread.Expr // of Generated
	seq string       // sequence that a serial column owns
	// owned is a sequence that ALTER SEQUENCE … OWNED BY gave to the column.
	owned string
	Open  bool // assumed, not made
	// retyped is set when the column, once made, got another type or was allowed NULL.
	retyped bool
}

func (c *Column) clone() *Column {
	d := *c
	d.Other = maps.Clone(c.Other)
	return &d
}

// other sets an attribute that few columns have.
func (c *Column) other(k, v string) {
	if c.Other == nil {
		c.Other = map[string]string{}
	}
	c.Other[k] = v
}

// attrs lists the attributes by name.
func (c *Column) attrs() map[string]Attr {
	m := map[string]Attr{
		"type": c.Type, "not null": c.NotNull, "default": c.Default, "generated": c.Generated,
		"identity": c.Identity, "collation": c.Collate, "comment": c.Comment, "auto_increment": c.AutoInc,
	}
	for k, v := range c.Other {
		m[k] = attr(v)
	}
	return m
}

// Constraint is a constraint of a table.
type Constraint struct {
	sqlread.Constraint
	Open bool // assumed
}

// text is what is compared, besides kind and name.
func (c *Constraint) text(d sqlread.Dialect) string {
	var b strings.Builder
	b.WriteString(c.Kind)
	if c.Keys != "" {
		b.WriteString(" " + c.Keys)
	} else if c.Kind != "check" {
		b.WriteString(" (" + strings.Join(c.Columns, ", ") + ")")
	}
	if c.Kind == "check" {
		b.WriteString(" (" + c.Text + ")")
	}
	if c.Kind == "foreign" {
		b.WriteString(" references " + c.RefTable.String() + " (" + strings.Join(c.RefColumns, ", ") + ")")
		for _, p := range [...][2]string{{" on delete ", c.OnDelete}, {" on update ", c.OnUpdate}, {" match ", c.Match}} {
			if p[1] != "" {
				b.WriteString(p[0] + p[1])
			}
		}
	}
	if len(c.Include) > 0 {
		b.WriteString(" include (" + strings.Join(c.Include, ", ") + ")")
	}
	for _, f := range [...]struct {
		on   bool
		text string
	}{{c.Deferrable, " deferrable"}, {c.Deferred, " initially deferred"}, {c.NotValid, " not valid"}, {c.NoInherit, " no inherit"}, {c.Nulls, " nulls not distinct"}} {
		if f.on {
			b.WriteString(f.text)
		}
	}
	return b.String()
}

// Index is an index of a table.
type Index struct {
	sqlread.IndexDef
	Open    bool // assumed
	Implied bool // MySQL made it for a foreign key
}

// text is what is compared, besides the name.
func (ix *Index) text() string {
	var b strings.Builder
	if ix.Unique {
		b.WriteString("unique ")
	}
	if ix.Method != "" && ix.Method != "btree" {
		b.WriteString(ix.Method + " ")
	}
	keys := make([]string, len(ix.Keys))
	for i, k := range ix.Keys {
		keys[i] = k.Text
	}
	b.WriteString("(" + strings.Join(keys, ", ") + ")")
	if len(ix.Include) > 0 {
		b.WriteString(" include (" + strings.Join(ix.Include, ", ") + ")")
	}
	for _, p := range [...][2]string{{" where ", ix.Where}, {" with ", ix.With}} {
		if p[1] != "" {
			b.WriteString(p[0] + p[1])
		}
	}
	if ix.Nulls {
		b.WriteString(" nulls not distinct")
	}
	return b.String()
}

// Row is a row: its cells in the order of the table's columns.
type Row struct {
	Cells []Value
	Seed  int32 // number of the witness, 0 for a row that a statement made
	From  int32 // the witness that a statement made it of, 0 for none
	Maybe bool  // it is not decided whether the row is there
}

// Table is a table with its rows.
type Table struct {
	Name        sqlread.QName
	Columns     []*Column
	Constraints []*Constraint
	Indexes     []*Index
	Parts       map[string]*Object // triggers, policies, rules, by "kind name"
	Options     map[string]string
	Rows        []*Row
	Open        bool            // assumed to exist: it may have further columns and parts
	gone        map[string]bool // columns and parts of an open table that were dropped
	New         bool            // made by the revision that runs
	Partition   string          // key of the parent
	counter     int             // highest number that AUTO_INCREMENT or a serial gave out

	owner  *int
	unique *keyCache // keys of the rows, for a table with many
}

// clone copies a table. Columns, constraints and indexes are shared: who changes
// one takes a copy of his own first.
func (t *Table) clone(owner *int) *Table {
	u := *t
	u.owner = owner
	u.Columns = slices.Clone(t.Columns)
	u.Constraints = slices.Clone(t.Constraints)
	u.Indexes = slices.Clone(t.Indexes)
	u.Parts = maps.Clone(t.Parts)
	u.Options = maps.Clone(t.Options)
	u.gone = maps.Clone(t.gone)
	u.Rows = slices.Clone(t.Rows)
	return &u
}

// ownColumn puts a copy of a column in its place, to be changed.
func (t *Table) ownColumn(i int) *Column {
	t.Columns[i] = t.Columns[i].clone()
	return t.Columns[i]
}

// ownConstraint does so for a constraint.
func (t *Table) ownConstraint(i int) *Constraint {
	d := *t.Constraints[i]
	d.Columns = slices.Clone(d.Columns)
	d.RefColumns = slices.Clone(d.RefColumns)
	t.Constraints[i] = &d
	return &d
}

// ownIndex does so for an index.
func (t *Table) ownIndex(i int) *Index {
	d := *t.Indexes[i]
	d.Keys = slices.Clone(d.Keys)
	d.Include = slices.Clone(d.Include)
	t.Indexes[i] = &d
	return &d
}

// Object is anything in the catalogue that is no table.
type Object struct {
	Kind   string
	Name   sqlread.QName
	Attrs  map[string]string
	Labels []string // of an enum
	Checks []*Constraint
	Uses   []sqlread.QName // relations that a view reads, functions that a trigger calls
	Query  *sqlread.Query  // of a view
	Deps   map[string]bool // columns that a view reads, as "table.column"; replaced, never changed
	Open   bool
	// Source is the statement that made it, as written; empty if none did.
	Source string
}

func (o *Object) clone() *Object {
	p := *o
	p.Attrs = maps.Clone(o.Attrs)
	p.Labels = slices.Clone(o.Labels)
	p.Checks = slices.Clone(o.Checks)
	return &p
}

// key is kind and name.
func (o *Object) key() string { return o.Kind + " " + o.Name.String() }

// same reports whether two columns are known to be equal in all attributes.
func (c *Column) same(e *Column) bool {
	for _, p := range [...][2]*Attr{
		{&c.Type, &e.Type}, {&c.NotNull, &e.NotNull}, {&c.Default, &e.Default}, {&c.Generated, &e.Generated},
		{&c.Identity, &e.Identity}, {&c.Collate, &e.Collate}, {&c.Comment, &e.Comment}, {&c.AutoInc, &e.AutoInc},
	} {
		if same, ok := sameAttr(*p[0], *p[1]); !same || !ok {
			return false
		}
	}
	return maps.Equal(c.Other, e.Other)
}

// same reports whether two constraints are known to mean the same.
func (c *Constraint) same(e *Constraint) bool {
	a, b := &c.Constraint, &e.Constraint
	return a.Kind == b.Kind && a.Keys == b.Keys && a.Text == b.Text && a.RefTable == b.RefTable && a.OnDelete == b.OnDelete && a.OnUpdate == b.OnUpdate &&
		a.Match == b.Match && a.Deferrable == b.Deferrable && a.Deferred == b.Deferred && a.NotValid == b.NotValid && a.NoInherit == b.NoInherit &&
		a.Nulls == b.Nulls && slices.Equal(a.Columns, b.Columns) && slices.Equal(a.RefColumns, b.RefColumns) && slices.Equal(a.Include, b.Include)
}
