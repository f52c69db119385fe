package verifier

import (
	"context"
	"errors"
	"fmt"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// A ran is how one run of upgrade() or downgrade() ended.
type ran struct {
	log []entry
	// Failed: the migration's own fault, or that of the rows: the database refused
	// a statement or the script raised. Words says what, At where.
	failed  bool
	words   string
	failure *live.Failure // of the database, if it was that
	at      syntax.Span
	related []finding.Note // where in another file it started
	// Ours: the run could not be made, for a reason that is not the migration's.
	ours error
}

func (r *ran) ok() bool { return !r.failed && r.ours == nil }

// run runs one direction of a migration on its own connection.
func (v *walk) run(ctx context.Context, m *Migration, d opshim.Direction) (*ran, error) {
	if err := v.db.Connect(ctx); err != nil {
		return nil, err
	}
	s := newSession(v.db, &v.opt)
	err := v.setUp(ctx, s)
	s.log = nil
	if err == nil {
		err = m.Run(ctx, d, s)
	}
	if err == nil && s.fatal != nil {
		err = s.fatal // the script caught what is not its to catch
	}
	r := &ran{log: s.log}
	if err == nil {
		if err = v.db.Hangup(ctx, true); err != nil {
			if f, ok := live.AsFailure(err); ok {
				s.failure = f
			}
		}
	} else if hang := v.db.Hangup(context.WithoutCancel(ctx), false); hang != nil {
		return nil, hang
	}
	if errors.Is(s.fatal, live.ErrCommit) {
		return nil, live.ErrCommit
	}
	if err != nil {
		r.judge(ctx, err, s)
	}
	return r, nil
}

// setUp does what env.py does on its connection before the migrations.
func (v *walk) setUp(ctx context.Context, s *session) error {
	for _, step := range v.opt.Setup {
		if err := s.Apply(ctx, step); err != nil {
			return err
		}
	}
	return nil
}

// judge decides whose fault an error is.
func (r *ran) judge(ctx context.Context, err error, s *session) {
	var un *live.Unsupported
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		r.ours = errors.New("time limit reached")
		return
	case ctx.Err() != nil:
		r.ours = ctx.Err()
		return
	case s.fatal != nil:
		r.ours = s.fatal
		return
	case errors.As(err, &un):
		r.ours = un
		return
	}
	words, at, theirs := explain(err)
	if !theirs {
		r.ours = err
		return
	}
	r.failed, r.words, r.at, r.related = true, words, at, raisedAt(err)
	var db *opshim.DBError
	if errors.As(err, &db) && s.failure != nil {
		r.failure = s.failure
		r.words = fmt.Sprintf("%s: %s", db.Class, s.failure.Words())
	}
	if f, ok := live.AsFailure(err); ok {
		r.failure, r.words = f, f.Class+": "+f.Words()
	}
	if r.at.Source == nil && r.failure != nil && len(r.log) > 0 {
		r.at = r.log[len(r.log)-1].at
	}
}
