package verifier

import (
	"context"
	"math"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// A stopping database stands before the real one and stops a migration after some
// of its statements.
type stopping struct {
	live.DB
	breaker live.Breaker
	after   int  // statements that run
	lost    bool // the connection is lost then; else the next statement fails, and later ones run
	armed   bool // what env.py does before is over
	seen    int
	gone    error // what every statement gets on a lost connection
	struck  bool  // the migration was stopped
}

// stop is the error that a statement gets, nil for one that runs.
func (s *stopping) stop(ctx context.Context, sql string) error {
	if s.gone != nil {
		return s.gone
	}
	if !s.armed {
		return nil
	}
	if s.seen < s.after {
		s.seen++
		return nil
	}
	s.after, s.struck = math.MaxInt, true
	err := s.breaker.Break(ctx, sql, s.lost)
	if s.lost {
		s.gone = err
	}
	return err
}

// Exec runs a statement, or not.
func (s *stopping) Exec(ctx context.Context, sql string, args []any) (*live.Answer, error) {
	if err := s.stop(ctx, sql); err != nil {
		return nil, err
	}
	return s.DB.Exec(ctx, sql, args)
}

// Control does transaction events while there is a connection. The end of the
// migration is one: a connection may be lost before Alembic has noted the revision.
func (s *stopping) Control(ctx context.Context, verb string) error {
	if s.gone != nil {
		return s.gone
	}
	return s.DB.Control(ctx, verb)
}

// Hangup ends the run; what a lost connection has not committed is lost.
func (s *stopping) Hangup(ctx context.Context, keep bool) error {
	if s.lost && !s.struck {
		s.struck = true
		return s.DB.Hangup(ctx, false)
	}
	return s.DB.Hangup(ctx, keep)
}

// Reflect answers while there is a connection.
func (s *stopping) Reflect(ctx context.Context, n schema.Name) (*schema.Table, error) {
	r, ok := s.DB.(reflector)
	switch {
	case s.gone != nil:
		return nil, s.gone
	case !ok:
		return nil, &live.Unsupported{What: "reflection on " + s.Name()}
	}
	return r.Reflect(ctx, n)
}

// Names answers while there is a connection.
func (s *stopping) Names(ctx context.Context, l opshim.Listing) ([]string, error) {
	r, ok := s.DB.(reflector)
	switch {
	case s.gone != nil:
		return nil, s.gone
	case !ok:
		return nil, &live.Unsupported{What: "the inspector on " + s.Name()}
	}
	return r.Names(ctx, l)
}

// Version is the server's.
func (s *stopping) Version() []int {
	if v, ok := s.DB.(versioned); ok {
		return v.Version()
	}
	return nil
}
