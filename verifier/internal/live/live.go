package live

import (
	"context"
	"errors"
	"fmt"
	"syscall"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A State is one state of a database: the catalog, the rows of each table, and
// where the sequences stand. States are immutable and share what is unchanged.
type State struct {
	Catalog  *shape.Catalog
	Rows     map[string]*rows.Set // by table key
	Counters map[string]Counter   // by sequence or table title
}

// A Counter is a sequence's position. Table is the key of the table it numbers,
// if it is known. Down says that it counts downwards, Loose that the database may
// give numbers of deleted rows again by itself: a step back is no loss.
type Counter struct {
	Value int64
	Table string
	Down  bool
	Loose bool
}

// Behind reports whether c stands at numbers that were given out when it stood at was.
func (c Counter) Behind(was Counter) bool {
	if was.Down {
		return c.Value > was.Value
	}
	return c.Value < was.Value
}

// An Answer is what a statement returned. Rows is nil for statements that
// return none.
type Answer struct {
	Columns      []string
	Types        []string // the driver's type name per column; may be nil
	Rows         [][]any
	RowsAffected int64
	LastInsertID int64
}

// A Mark is a saved state that Restore goes back to any number of times.
type Mark interface{ Release() }

// A DB is one scratch database with one connection. Its methods must not be
// called at the same time. An error that is a *Failure is the database's own
// verdict on the statement; any other error is ours or the context's.
type DB interface {
	// Name is sqlite, postgresql, …
	Name() string
	// Connect starts what a new connection of Alembic would be: session
	// settings back to their defaults, no transaction. Hangup ends it; without
	// keep, what is not committed is undone.
	Connect(ctx context.Context) error
	Hangup(ctx context.Context, keep bool) error
	// Exec runs one statement of a migration.
	Exec(ctx context.Context, sql string, args []any) (*Answer, error)
	// Control runs BEGIN, COMMIT, ROLLBACK as the driver of the dialect would.
	Control(ctx context.Context, verb string) error

	// Snapshot saves the database, Restore brings it back. No connection is open.
	Snapshot(ctx context.Context) (Mark, error)
	Restore(ctx context.Context, m Mark) error
	// Capture reads the state, and reads again only what statements since the
	// last Capture or Restore can have touched.
	Capture(ctx context.Context) (*State, error)

	// Insert adds rows (in the order of columns) and returns one error per row,
	// nil for those that are in. Foreign keys need not hold before the last row.
	Insert(ctx context.Context, t *shape.Table, columns []string, values [][]any) ([]error, error)
	// Update sets one column of the rows that equal match on all given columns.
	Update(ctx context.Context, t *shape.Table, column string, value any, columns []string, match []any) error
	// Delete removes rows that equal one of the matches on all given columns.
	Delete(ctx context.Context, t *shape.Table, columns []string, matches [][]any) error
	// Holds evaluates a check over tuples of values of the columns; NULL holds.
	Holds(ctx context.Context, expr string, columns []*shape.Column, tuples [][]any) ([]bool, error)

	// Keep leaves the database behind.
	Keep(ctx context.Context) (Kept, error)
	// Close drops the database.
	Close() error
}

// Kept is a database that was left behind: its URL, and the shell command that
// ends the server that was left running for it, if there is one.
type Kept struct{ URL, Stop string }

// A Failure is what the database says about a statement that failed. Class is
// the name of sqlalchemy.exc that Python would see, Code the database's own
// (SQLSTATE, SQLite's result code name).
type Failure struct {
	Class, Code, Message string
	Detail               string // PostgreSQL's DETAIL
	Statement            string
	Table, Constraint    string // where the database tells
	Column               string
}

// Error is the database's own words.
func (f *Failure) Error() string { return f.Message }

// Words is the database's message for a sentence, with its detail.
func (f *Failure) Words() string {
	if f.Detail != "" {
		return f.Message + " (" + f.Detail + ")"
	}
	return f.Message
}

// AsFailure finds the database's verdict in an error.
func AsFailure(err error) (*Failure, bool) {
	var f *Failure
	ok := errors.As(err, &f)
	return f, ok
}

// Full ends a verification: there is no room for the database any more.
type Full struct{ Where, Words string }

// Error says where, and the database's own words.
func (f *Full) Error() string { return f.Where + " is full: " + f.Words }

// Is makes it what the operating system says of full disks.
func (f *Full) Is(target error) bool { return target == syscall.ENOSPC }

// A Refresher has views that keep rows of their own.
type Refresher interface {
	Refresh(ctx context.Context, c *shape.Catalog) error
}

// A Looser enforces foreign keys row by row, unless it is told that parents are
// still to come.
type Looser interface{ Loose(on bool) }

// A Forcer can put rows into a table past its triggers and rules. Force reports
// whether there are any to go past; with on it begins, without it ends.
type Forcer interface {
	Force(t *shape.Table, on bool) bool
}

// A Multiplier repeats rows inside the database. Multiply adds the rows of a table
// to it again; after a *Failure none is added.
type Multiplier interface {
	Multiply(ctx context.Context, t *shape.Table, r Rounds) error
}

// Rounds say how rows are repeated: Times times, in the last round only those whose
// number in Column is not above Last. With each round the Numbered columns go up by
// a step.
type Rounds struct {
	Times    int
	Column   string
	Last     int64
	Numbered []Numbered
}

// A Numbered column holds numbers that stay unique if they go up by Step.
type Numbered struct {
	Column string
	Step   int64
}

// Cells are the columns that rows are written with, quoted, and what stands in
// them in the round that the expression round counts.
func (r Rounds) Cells(t *shape.Table, quote func(string) string, round string) (columns, cells []string) {
	for _, c := range t.Columns {
		if c.Generated != "" {
			continue
		}
		name := quote(c.Name)
		cell := "t." + name
		for _, n := range r.Numbered {
			if n.Column == c.Name {
				cell += fmt.Sprintf(" + %s * %d", round, n.Step)
			}
		}
		columns, cells = append(columns, name), append(cells, cell)
	}
	return columns, cells
}

// Which is the condition that leaves rows out of the last round.
func (r Rounds) Which(quote func(string) string, round string) string {
	return fmt.Sprintf("(%s < %d OR t.%s <= %d)", round, r.Times, quote(r.Column), r.Last)
}

// ErrCommit is what a statement gets that cannot run in the transaction that
// holds the trip. After Persist the trip can be made again with real commits.
var ErrCommit = errors.New("this statement needs a transaction of its own")

// A Persister can go from one transaction for everything to real commits and
// back. Persist is called with no connection open.
type Persister interface {
	Persist(ctx context.Context, commits bool) error
}

// A Settler holds a trip in a transaction. Settle makes what is there durable
// before the trip; Abandon goes back there when the trip was cut off before its
// first Snapshot.
type Settler interface {
	Settle(ctx context.Context) error
	Abandon(ctx context.Context) error
}

// A Mover keeps in its marks all that it takes to restore them in another database
// of its kind, also while it goes on itself.
type Mover interface{ Moves() }

// A Breaker commits what a migration does bit by bit, so that one that is stopped
// leaves a part of it.
type Breaker interface {
	// Breaks reports whether it does so now.
	Breaks() bool
	// Break stops a migration before a statement: the statement fails as it would
	// if it waited too long for a lock, or the connection is lost. The error is what
	// the migration sees.
	Break(ctx context.Context, sql string, lost bool) error
}

// A Doubter may not be able to make a table again just as it was. Doubt names such
// a table, "" for none.
type Doubter interface{ Doubt() string }

// Unsupported is a statement that we refuse to run on a scratch database.
type Unsupported struct{ What string }

// Error says what was refused.
func (u *Unsupported) Error() string { return fmt.Sprintf("not supported: %s", u.What) }
