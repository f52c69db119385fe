package verifier

import (
	"context"

	"github.com/mrt-tools/mrt/verifier/internal/litedb"
)

// A Scratch is an empty SQLite database in memory, as a backend for programs
// that run single migrations on it and look at what they did. It implements
// opshim.Backend. It is not safe for concurrent use.
type Scratch struct {
	*session
	seen int // how many statements Sent has given out
}

// OpenScratch makes an empty database.
func OpenScratch(ctx context.Context) (*Scratch, error) {
	db, err := litedb.Open(ctx, nil)
	if err != nil {
		return nil, err
	}
	if err := db.Connect(ctx); err != nil {
		return nil, err
	}
	return &Scratch{session: newSession(db, &Options{})}, nil
}

// Query runs a statement as it stands and returns its rows.
func (s *Scratch) Query(ctx context.Context, sql string, params []any) ([][]any, error) {
	a, err := s.db.Exec(ctx, sql, params)
	if err != nil {
		return nil, err
	}
	return a.Rows, nil
}

// Sent returns the texts of the statements that migrations sent since the last
// call.
func (s *Scratch) Sent() []string {
	var out []string
	for _, e := range s.log[s.seen:] {
		out = append(out, e.sql)
	}
	s.seen = len(s.log)
	return out
}

// Commit ends the transaction, if there is one.
func (s *Scratch) Commit(ctx context.Context) error { return s.db.Hangup(ctx, true) }

// Close throws the database away.
func (s *Scratch) Close() error { return s.db.Close() }
