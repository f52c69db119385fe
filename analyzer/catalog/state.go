package catalog

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// World is what is assumed of the database beyond what statements made. It is
// shared by all states of one history.
type World struct {
	tables   map[string]*Table
	objects  map[string]*Object
	seeds    map[string][]int32     // numbers of the witnesses of each table, 0 for what has none yet
	numbered int32                  // witnesses that have a number
	seeded   map[string]*seedEntry  // witnesses by table
	tokens   int32                  // tokens given out
	types    map[string]*parsedType // types that were read before
	vars     int                    // unknown attributes made
	// newTables and newObjects are the keys of what nobody asked about yet.
	newTables, newObjects []string
}

// NewWorld returns a world of which nothing is assumed yet.
func NewWorld() *World {
	return &World{tables: map[string]*Table{}, objects: map[string]*Object{}}
}

// State is the database at one moment. Clone is cheap; a clone and its
// original do not see each other's changes.
type State struct {
	Dialect sqlread.Dialect
	// Tainted says why something unknown may have happened to the schema; empty if nothing has.
	Tainted string
	// RowsTainted says why something unknown may have happened to rows.
	RowsTainted string
	// Log is where events go; nil drops them.
	Log *Log
	// ForeignKeys is SQLite's PRAGMA foreign_keys; other databases always check.
	ForeignKeys bool
	// Autocommit is true inside an autocommit block.
	Autocommit bool
	// InTransaction is true while the migration's transaction is open.
	InTransaction bool

	world    *World
	tables   layered[*Table]
	objects  layered[*Object]
	gone     layered[bool] // assumed tables ("table x") and objects that were dropped
	grants   layered[bool]
	settings layered[string]
	counters layered[int]       // sequences: times they were set back or restarted
	found    layered[*names]    // keys of tables and objects, by what they are found by
	facts    layered[*factList] // and the other way round
	dirty    []string           // tables that were written since their facts were filed
	salted   bool               // witnesses of each column have contents of its own
	stated   *stated            // nil: the world is open
	settled  int                // how many of them no statement is writing any more
	pending  *pending           // what the end of the transaction checks; nil for nothing
	owner    *int
	depth    int    // of triggers and cascades
	source   string // of the statement that is done
}

// New returns an empty database of a dialect in a world.
func New(d sqlread.Dialect, w *World) *State {
	return &State{
		Dialect: d, world: w, owner: new(int), InTransaction: true,
		tables: newLayered[*Table](), objects: newLayered[*Object](), gone: newLayered[bool](),
		grants: newLayered[bool](), settings: newLayered[string](), counters: newLayered[int](),
		found: newLayered[*names](), facts: newLayered[*factList](),
	}
}

// Clone returns a state that starts equal.
func (s *State) Clone() *State {
	c := *s
	c.dirty = slices.Clip(s.dirty)
	c.owner = new(int)
	s.owner = new(int) // what is shared now must be copied before either side writes
	return &c
}

// In returns a state that starts equal and assumes into another world, in which
// nothing is assumed yet. Neither world may know more than what statements made.
func (s *State) In(w *World) *State {
	c := s.Clone()
	c.world = w
	return c
}

// Closed reports whether nothing is assumed of the database that statements did
// not make.
func (w *World) Closed() bool { return len(w.tables) == 0 && len(w.objects) == 0 && w.vars == 0 }

// newVar is an attribute of which nothing is known.
func (s *State) newVar() Attr {
	s.world.vars++
	return Attr{Var: &Var{}}
}

// Failure is an error of the database.
type Failure struct {
	Class   string // the exception of sqlalchemy.exc: IntegrityError, ProgrammingError, …
	Code    string
	Message string
	Object  string
	// Rows is true if the rows decide whether it fails.
	Rows bool
	// Seeds are the witnesses that are to blame; Each, that every one of them is by itself.
	Seeds []int32
	Each  bool
}

// Error is the message.
func (f *Failure) Error() string { return f.Message }

func failf(class, object, format string, args ...any) *Failure {
	return &Failure{Class: class, Object: object, Message: fmt.Sprintf(format, args...)}
}

// Tables lists the names of the tables that statements made, in order. The list
// must not be changed.
func (s *State) Tables() []string { return s.tables.keys() }

// fold is the key of a name.
func (s *State) fold(n sqlread.QName) string {
	k := n.String()
	if s.Dialect == sqlread.SQLite {
		return strings.ToLower(k)
	}
	return k
}

// sameName compares names of columns.
func (s *State) sameName(a, b string) bool {
	if s.Dialect == sqlread.PostgreSQL {
		return a == b
	}
	return strings.EqualFold(a, b)
}

// Table finds a table; nil if there is none. In an open world a table that
// nobody made and nobody dropped is assumed to exist.
func (s *State) Table(n sqlread.QName) *Table {
	k := s.fold(n)
	if t := s.tables.get(k); t != nil {
		s.touch(k)
		return t
	}
	if s.gone.get("table "+k) || s.objects.get("view "+k) != nil || s.objects.get("materialized view "+k) != nil {
		return nil
	}
	t := s.world.tables[k]
	if t == nil {
		if s.Tainted == "" && !s.assumable(n) {
			return nil
		}
		t = &Table{Name: n, Open: true, Options: map[string]string{}, Parts: map[string]*Object{}, gone: map[string]bool{}}
		s.world.tables[k] = t
		s.world.newTables = append(s.world.newTables, k)
	}
	u := t.clone(s.owner)
	s.putTable(k, u)
	s.touch(k)
	return u
}

// Has reports whether a table is known to exist, without assuming it.
func (s *State) Has(n sqlread.QName) bool {
	k := s.fold(n)
	return s.tables.get(k) != nil
}

func (s *State) touch(k string) {
	if s.Log == nil {
		return
	}
	if s.Log.Touched == nil {
		s.Log.Touched = map[string]bool{}
	}
	s.Log.Touched[k] = true
}

// edit returns the table for writing.
func (s *State) edit(t *Table) *Table {
	if t.owner == s.owner {
		return t
	}
	u := t.clone(s.owner)
	s.putTable(s.fold(t.Name), u)
	return u
}

// mustTable is Table, or the failure that the dialect reports.
func (s *State) mustTable(n sqlread.QName) (*Table, error) {
	if t := s.Table(n); t != nil {
		return t, nil
	}
	return nil, s.noTable(n)
}

func (s *State) noTable(n sqlread.QName) error {
	switch {
	case s.Tainted != "":
		s.giveUpRows("table " + n.String() + " may exist")
		return nil
	case s.Dialect == sqlread.SQLite:
		return failf("OperationalError", n.String(), "no such table: %s", n)
	}
	return failf("ProgrammingError", n.String(), "relation %q does not exist", n)
}

func (s *State) giveUpRows(cause string) {
	if s.RowsTainted == "" {
		s.RowsTainted = cause
	}
}

// Taint notes that something unknown may have happened to the schema.
func (s *State) Taint(cause string) {
	if s.Tainted == "" {
		s.Tainted = cause
	}
	s.giveUpRows(cause)
}

// column finds a column; in an open table it is assumed if nobody dropped it.
// The index is its position, -1 if there is none.
func (s *State) column(t *Table, name string) (*Table, int) {
	for i, c := range t.Columns {
		if s.sameName(c.Name, name) {
			return t, i
		}
	}
	if !t.Open || t.gone["column "+name] {
		if s.Tainted == "" || t.gone["column "+name] {
			return t, -1
		}
	}
	return s.assumeColumn(t, name)
}

// assumeColumn adds a column of which nothing is known to the table and to
// what the world assumes of it.
func (s *State) assumeColumn(t *Table, name string) (*Table, int) {
	k := s.fold(t.Name)
	w := s.world.tables[k]
	if w == nil || !t.Open {
		// A table that was made, in a tainted state.
		w = &Table{}
	}
	var col *Column
	for _, c := range w.Columns {
		if s.sameName(c.Name, name) {
			col = c
		}
	}
	if col == nil {
		v := s.newVar
		col = &Column{Name: name, Type: v(), NotNull: v(), Default: v(), Generated: v(), Identity: v(), Collate: v(), Comment: v(), AutoInc: v(), Open: true}
		w.Columns = append(w.Columns, col)
	}
	t = s.edit(t)
	t.Columns = append(t.Columns, col.clone())
	for i, r := range t.Rows {
		c := *r
		c.Cells = append(slices.Clone(r.Cells), Value{Kind: Anything})
		t.setRow(i, &c)
	}
	return t, len(t.Columns) - 1
}

// mustColumn is column, or the failure that the dialect reports.
func (s *State) mustColumn(t *Table, name string) (*Table, int, error) {
	t, i := s.column(t, name)
	if i >= 0 {
		return t, i, nil
	}
	object := t.Name.String() + "." + name
	switch s.Dialect {
	case sqlread.SQLite:
		return t, -1, failf("OperationalError", object, "no such column: %s", name)
	case sqlread.PostgreSQL:
		return t, -1, failf("ProgrammingError", object, "column %q of relation %q does not exist", name, t.Name)
	}
	return t, -1, failf("OperationalError", object, "Unknown column '%s' in '%s'", name, t.Name)
}

// object finds an object of a kind; it is assumed if nobody dropped it and the
// kind is not one that only statements could have made.
func (s *State) object(kind string, n sqlread.QName) *Object {
	k := kind + " " + s.fold(n)
	if o := s.objects.get(k); o != nil {
		return o
	}
	if s.gone.get(k) {
		return nil
	}
	return nil
}

// assumeObject notes an object that a statement needs and nobody made.
func (s *State) assumeObject(kind string, n sqlread.QName) *Object {
	k := kind + " " + s.fold(n)
	o := s.world.objects[k]
	if o == nil {
		o = &Object{Kind: kind, Name: n, Open: true, Attrs: map[string]string{}}
		s.world.objects[k] = o
		s.world.newObjects = append(s.world.newObjects, k)
	}
	c := o.clone()
	s.putObject(k, c)
	return c
}

// editObject returns the object for writing.
func (s *State) editObject(o *Object) *Object {
	c := o.clone()
	s.putObject(o.Kind+" "+s.fold(o.Name), c)
	return c
}

// Settle makes everything old: what was made so far was there before.
func (s *State) Settle() {
	for _, k := range s.tables.ownKeys() {
		if t := s.tables.get(k); t != nil && t.New {
			s.edit(t).New = false
		}
	}
	s.settled = len(s.dirty)
	s.file()
	s.dirty = nil
	s.tables.settle()
	s.objects.settle()
	s.gone.settle()
	s.grants.settle()
	s.settings.settle()
	s.counters.settle()
	s.found.settle()
	s.facts.settle()
}

// Wrote reports whether a row that a statement made has a content in a column,
// given as "table.column".
func (s *State) Wrote(column string, v Value) bool {
	i := strings.LastIndexByte(column, '.')
	t := s.tables.get(column[:max(i, 0)])
	if t == nil {
		return false
	}
	j := s.position(t, column[i+1:])
	for _, r := range t.Rows {
		if r.Seed == 0 && j >= 0 && j < len(r.Cells) && equal(r.Cells[j], v, s.Dialect) == True {
			return true
		}
	}
	return false
}

// Forget drops doubts about rows, which do not outlive a revision: the next
// trip starts with rows of its own.
func (s *State) Forget() { s.RowsTainted = "" }

// IsOpen reports whether a table, by its key, is only assumed to exist.
func (s *State) IsOpen(k string) bool {
	t := s.tables.get(k)
	return t != nil && t.Open
}

// Assumed lists what is assumed to exist since the last call because no
// statement made it.
func (w *World) Assumed() []string {
	slices.Sort(w.newTables)
	slices.Sort(w.newObjects)
	var out []string
	for _, k := range w.newTables {
		out = append(out, "table "+k)
	}
	out = append(out, w.newObjects...)
	w.newTables, w.newObjects = nil, nil
	return out
}
