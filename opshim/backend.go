package opshim

import (
	"context"
	"errors"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Direction is the way through a revision.
type Direction uint8

// The directions.
const (
	Up   Direction = iota // upgrade()
	Down                  // downgrade()
)

// String is the name of the Python function: upgrade or downgrade.
func (d Direction) String() string {
	if d == Down {
		return "downgrade"
	}
	return "upgrade"
}

// A Step is an Op and the call that asked for it.
type Step struct {
	Op op.Op
	// At is the innermost call inside the revision file; the zero Span for
	// steps that no script asked for.
	At syntax.Span
	// Stack are the calls that led there, outermost first.
	Stack []syntax.Span
}

// A Backend receives steps in program order and answers the program's
// questions. It makes one run a recording, an exploration or the real thing.
//
// An error that is a *[DBError] becomes the Python exception that SQLAlchemy
// raises, which the script may catch; an *sqlgen.Error likewise. Any other
// error ends the run and cannot be caught.
type Backend interface {
	// Dialect is the database that the run is for; it does not change.
	Dialect() *sqlgen.Dialect
	// Apply does a directive or a transaction event.
	Apply(context.Context, Step) error
	// Execute is bind.execute(...): a statement whose result is wanted.
	Execute(context.Context, Execution) (Answer, error)
	// Reflect returns a table as SQLAlchemy's reflection sees it (batch mode,
	// autoload_with, inspector). The error for a table that is not there is
	// ErrNoTable.
	Reflect(context.Context, schema.Name) (*schema.Table, error)
	// Names answers the inspector's listings, sorted.
	Names(context.Context, Listing) ([]string, error)
}

// A StandIn is a Backend that can go on where a migration uses a package that is
// not there: what it gives is used instead. Nil ends the run.
type StandIn interface {
	// StandFor stands for something missing; called is true where a call of it is
	// wanted, which may have done anything.
	StandFor(m *MissingPackage, called bool) pyrt.Value
}

// ErrNoTable is what Reflect returns for a table that does not exist.
var ErrNoTable = errors.New("no such table")

// An Execution is one bind.execute: a statement and its parameter sets, none,
// one, or many for an executemany.
type Execution struct {
	Stmt   expr.Stmt
	Params []map[string]any
	At     syntax.Span
	Stack  []syntax.Span
}

// An Answer is the result of an Execution. Values are nil, bool, int64,
// float64, string, []byte, time.Time, schema.Date, schema.Clock, schema.Interval,
// *apd.Decimal, [16]byte for a UUID, []any for an array, and for JSON a text or a
// schema.Document.
type Answer struct {
	Columns      []string // nil: the statement returns no rows
	Rows         [][]any
	RowsAffected int64
	LastInsertID int64
	// Unknown, if not nil, is handed to the script as the result, as it is: a
	// symbolic run does not know the rows.
	Unknown pyrt.Value
	// Count, if not nil, is the number of affected rows in place of RowsAffected:
	// a symbolic run may not know it.
	Count pyrt.Value
	// Seen, if not nil, is told which row of Rows the script looks at.
	Seen func(row int)
}

// ListingKind says what a Listing asks for.
type ListingKind uint8

// The listings of an inspector.
const (
	ListTables ListingKind = iota
	ListViews
	ListSchemas
	ListSequences
	ListEnums
	ListMaterializedViews
	ListTempTables
)

// A Listing is a question for names. Schema is "" for the default one.
type Listing struct {
	Kind   ListingKind
	Schema string
}

// A DBError is a failure that the database reported.
type DBError struct {
	// Class is the name in sqlalchemy.exc, such as IntegrityError.
	Class string
	// Message is the database's text, without the class.
	Message string
	// Code is SQLSTATE, or the driver's number.
	Code string
	// Statement is the SQL that failed.
	Statement string
}

// Error is the class and the message.
func (e *DBError) Error() string { return e.Class + ": " + e.Message }

// Failure gives the parts of the Python exception.
func (e *DBError) Failure() (class, message, statement string) {
	return e.Class, e.Message, e.Statement
}
