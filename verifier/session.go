package verifier

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// A session is one run of upgrade() or downgrade() on a scratch database: the
// live Backend. It keeps what was executed, for attributing findings.
type session struct {
	db      live.DB
	dialect *sqlgen.Dialect // as the project configures it: what scripts see
	compile *sqlgen.Dialect // the same with the driver's parameter style
	memory  *sqlgen.Session
	log     []entry
	failure *live.Failure // the last failure of the database
	fatal   error         // an error of ours, which Python code must not swallow
	gauge   live.Gauge    // measures what statements lock, or nil
	timed   bool          // statements are timed
}

// An entry is one statement that ran.
type entry struct {
	sql   string
	args  []any
	many  [][]any
	at    syntax.Span
	stack []syntax.Span
	err   *live.Failure

	took    time.Duration // if it was timed
	changed int64         // rows
	locks   []live.Lock
	unseen  string // why the locks are not known

	lex   func(string) []sqltok.Token // of the dialect
	cut   []sqltok.Token              // the statement's tokens, once asked for
	named map[string]bool             // the names in it, in lower case
}

// tokens cuts the statement, once.
func (e *entry) tokens() []sqltok.Token {
	if e.cut == nil {
		e.cut = e.lex(e.sql)
		e.named = make(map[string]bool, len(e.cut)/2)
		for _, t := range e.cut {
			if t.Named() {
				e.named[t.Lower] = true
			}
		}
	}
	return e.cut
}

// mentions reports whether the statement names all of the names.
func (e *entry) mentions(names ...string) bool {
	e.tokens()
	for _, n := range names {
		if !e.named[strings.ToLower(n)] {
			return false
		}
	}
	return true
}

// exec runs one statement and keeps it.
func (s *session) exec(ctx context.Context, sql string, args []any, at syntax.Span, stack []syntax.Span) (*live.Answer, error) {
	if s.fatal != nil {
		return nil, s.fatal
	}
	s.log = append(s.log, entry{sql: sql, args: args, at: at, stack: stack, lex: sqltok.For(s.db.Name())})
	a, err := s.send(ctx, sql, args)
	return a, s.note(err)
}

// send runs a statement that is in the log, and measures it if that was asked for.
func (s *session) send(ctx context.Context, sql string, args []any) (*live.Answer, error) {
	if !s.timed {
		return s.db.Exec(ctx, sql, args)
	}
	e := &s.log[len(s.log)-1]
	start := time.Now()
	a, err := s.db.Exec(ctx, sql, args)
	e.took += time.Since(start)
	if err != nil {
		return a, err
	}
	e.changed += max(a.RowsAffected, 0)
	if s.gauge == nil {
		return a, nil
	}
	locks, unseen, err := s.gauge.Locked(ctx)
	e.locks = append(e.locks, locks...)
	if unseen != "" {
		e.unseen = unseen
	}
	return a, err
}

// measure begins or ends the measuring of statements.
func (s *session) measure(ctx context.Context, on bool) error {
	g, ok := s.db.(live.Gauge)
	s.timed, s.gauge = on, nil
	if !ok {
		return nil
	}
	if err := g.Gauge(ctx, on); err != nil || !on {
		return err
	}
	s.gauge = g
	return nil
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
	s := &session{db: db, memory: &sqlgen.Session{}}
	if opt.Dialect != nil {
		s.dialect = opt.Dialect
	} else if d, err := sqlgen.New(db.Name()); err == nil {
		s.dialect = d
	}
	if server, ok := db.(versioned); ok && (db.Name() == "mysql" || db.Name() == "mariadb") {
		d := *s.dialect
		d.ServerVersion, d.MariaDBServer = server.Version(), db.Name() == "mariadb"
		s.dialect = &d
	}
	own := *s.dialect
	own.Paramstyle, own.LiteralBinds, own.Offline = paramstyles[own.Name], false, false
	s.compile = &own
	return s
}

// A versioned database tells which server it is: what SQLAlchemy writes for MySQL
// and MariaDB depends on it.
type versioned interface{ Version() []int }

// paramstyles of the drivers that this package uses.
var paramstyles = map[string]string{"sqlite": "qmark", "postgresql": "numeric_dollar", "mysql": "qmark", "mariadb": "qmark"}

// SQL runs one statement of text: for migrations that are written in SQL.
func (s *session) SQL(ctx context.Context, sql string, args ...any) error {
	_, err := s.exec(ctx, sql, args, syntax.Span{}, nil)
	return err
}
