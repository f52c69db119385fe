package catalog

import (
	"slices"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// EventKind is what a statement did, as far as rules ask.
type EventKind uint8

// The kinds of events.
const (
	TableCreated EventKind = iota
	TableDropped
	TableRenamed
	ColumnAdded
	ColumnDropped
	ColumnRenamed
	ColumnAltered
	ConstraintAdded
	ConstraintDropped
	IndexCreated
	IndexDropped
	ObjectCreated
	ObjectDropped
	ObjectAltered
	RowsInserted
	RowsUpdated
	RowsDeleted
	TableTruncated
	NotUnderstood
)

// Event is one thing that a statement did.
type Event struct {
	Kind   EventKind
	Object string // key: "table users", "column users.phone", "view v"
	Table  string // key of the table concerned
	Detail string // old name, attribute, constraint text, …
	// OldTable is true if the table was there before the revision.
	OldTable bool
	// HadRows is true if the table may have had rows before the statement.
	HadRows bool
	// Flag carries what one rule asks of one kind: concurrently, volatile default, no default, …
	Flag map[string]bool
	// In is true inside the migration's transaction.
	InTransaction bool
	// Failed marks an event of a statement that failed after it.
	Failed bool
	Stmt   sqlread.Statement
	// Step is the number of the step that asked for it; symex fills it.
	Step int
	// Rows are those that were inserted, or as they were before they were deleted or updated.
	Rows []*Row
}

// Concerns reports whether the event is about a row, as far as that is known.
func (e *Event) Concerns(r *Row) bool {
	return slices.ContainsFunc(e.Rows, func(x *Row) bool { return x == r || r != nil && x.Seed == r.Seed && r.Seed != 0 })
}

// Log collects the events of one run.
type Log struct {
	Events  []Event
	Touched map[string]bool // keys of tables that statements looked at
	Step    int
	// Effects counts the statements that change something, understood or not.
	Effects int
	// OpaqueDDL is true if one that was not understood speaks of schema.
	OpaqueDDL bool
	// Literals are the values that conditions compare columns with, by "table.column".
	Literals map[string][]Value
}

// NewLog returns an empty log.
func NewLog() *Log {
	return &Log{}
}

func (s *State) emit(e Event) {
	if s.Log == nil || s.depth > 0 {
		return
	}
	e.Step = s.Log.Step
	e.InTransaction = s.InTransaction && !s.Autocommit
	s.Log.Events = append(s.Log.Events, e)
}

// emitTable is emit for something that happens to a table.
func (s *State) emitTable(kind EventKind, t *Table, object, detail string, flags ...string) {
	e := Event{Kind: kind, Object: object, Table: s.fold(t.Name), Detail: detail, OldTable: !t.New, HadRows: !t.New || len(t.Rows) > 0}
	for _, f := range flags {
		if f == "" {
			continue
		}
		if e.Flag == nil {
			e.Flag = map[string]bool{}
		}
		e.Flag[f] = true
	}
	s.emit(e)
}

// emitRows is emitTable for something that happens to rows.
func (s *State) emitRows(kind EventKind, t *Table, object string, rows []*Row, flags ...string) {
	if s.Log == nil || s.depth > 0 {
		return
	}
	s.emitTable(kind, t, object, "", flags...)
	s.Log.Events[len(s.Log.Events)-1].Rows = rows
}

// literal notes that a condition compares a column with a value.
func (s *State) literal(table, column string, v Value) {
	if s.Log == nil || !v.Known() || v.IsNull() {
		return
	}
	k := table + "." + column
	have := s.Log.Literals[k]
	if len(have) >= 8 {
		return
	}
	key := v.key()
	for _, old := range have {
		if old.key() == key {
			return
		}
	}
	if s.Log.Literals == nil {
		s.Log.Literals = map[string][]Value{}
	}
	s.Log.Literals[k] = append(have, v.derived())
}
