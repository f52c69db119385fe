package verifier

import (
	"context"
	"errors"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// A session is one run of upgrade() or downgrade() on a scratch database: the
// live Backend. It keeps what was executed, for attributing findings.
type session struct {
	db      live.DB
	dialect *sqlgen.Dialect
	log     []entry
	failure *live.Failure // the last failure of the database
	fatal   error         // an error of ours, which Python code must not swallow
}

// An entry is one statement that ran.
type entry struct {
	sql   string
	args  []any
	many  [][]any
	at    syntax.Span
	stack []syntax.Span
	err   *live.Failure
}

// exec runs one statement and keeps it.
func (s *session) exec(ctx context.Context, sql string, args []any, at syntax.Span, stack []syntax.Span) (*live.Answer, error) {
	if s.fatal != nil {
		return nil, s.fatal
	}
	s.log = append(s.log, entry{sql: sql, args: args, at: at, stack: stack})
	a, err := s.db.Exec(ctx, sql, args)
	return a, s.note(err)
}

// note turns the database's verdict into what the script sees, and remembers it.
func (s *session) note(err error) error {
	if err == nil {
		return nil
	}
	if f, ok := live.AsFailure(err); ok {
		s.failure = f
		if n := len(s.log); n > 0 {
			s.log[n-1].err = f
		}
		return &opshim.DBError{Class: f.Class, Message: f.Message, Code: f.Code, Statement: f.Statement}
	}
	var db *opshim.DBError
	var gen *sqlgen.Error
	if errors.As(err, &db) || errors.As(err, &gen) {
		return err
	}
	if s.fatal == nil {
		s.fatal = err
	}
	return err
}

func newSession(db live.DB, opt *Options) *session {
	return &session{db: db, dialect: opt.Dialect}
}

// SQL runs one statement of text: for migrations that are written in SQL.
func (s *session) SQL(ctx context.Context, sql string, args ...any) error {
	_, err := s.exec(ctx, sql, args, syntax.Span{}, nil)
	return err
}

// Dialect is what statements are compiled for.
func (s *session) Dialect() *sqlgen.Dialect { return s.dialect }

// Apply does a directive.
func (s *session) Apply(ctx context.Context, step opshim.Step) error {
	return &live.Unsupported{What: "directives of Alembic"}
}

// Execute runs a statement whose result is wanted.
func (s *session) Execute(ctx context.Context, e opshim.Execution) (opshim.Answer, error) {
	return opshim.Answer{}, &live.Unsupported{What: "directives of Alembic"}
}

// Reflect reads a table as SQLAlchemy does.
func (s *session) Reflect(ctx context.Context, n schema.Name) (*schema.Table, error) {
	return nil, &live.Unsupported{What: "directives of Alembic"}
}

// Names answers listings.
func (s *session) Names(ctx context.Context, l opshim.Listing) ([]string, error) {
	return nil, &live.Unsupported{What: "directives of Alembic"}
}
