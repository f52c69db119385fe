package verifier

import (
	"context"
	"errors"
	"fmt"
	"strings"

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
	return v.runOn(ctx, v.db, m, d)
}

// runOn is run with the database, or something that stands before it.
func (v *walk) runOn(ctx context.Context, db live.DB, m *Migration, d opshim.Direction) (*ran, error) {
	if err := db.Connect(ctx); err != nil {
		return nil, err
	}
	s := newSession(db, &v.opt)
	err := v.setUp(ctx, s)
	s.log = nil
	if v.opt.Locks && err == nil {
		err = s.measure(ctx, true)
	}
	if stop, ok := db.(*stopping); ok {
		stop.armed = true
	}
	if err == nil {
		err = m.Run(ctx, d, s)
	}
	if err == nil && s.fatal != nil {
		err = s.fatal // the script caught what is not its to catch
	}
	r := &ran{log: s.log}
	if s.timed {
		if end := s.measure(ctx, false); err == nil {
			err = end
		}
	}
	if err == nil {
		if err = db.Hangup(ctx, true); err != nil {
			if f, ok := live.AsFailure(err); ok {
				s.failure = f
			}
		}
	} else if hang := db.Hangup(context.WithoutCancel(ctx), false); hang != nil && ctx.Err() == nil {
		return nil, hang // else the connection was given up: Restore makes another
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
		r.ours = &cutOff{r.log}
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
	if f := r.failure; f != nil && waited[f.Code] && f.Statement != "" {
		r.words += ", in: " + shortened(f.Statement)
	}
	if r.at.Source == nil && r.failure != nil && len(r.log) > 0 {
		r.at = r.log[len(r.log)-1].at
	}
}

// waited are the SQLSTATEs of lock and statement timeouts and of deadlocks,
// whose messages name no object: only the statement tells what they are about.
var waited = map[string]bool{"55P03": true, "57014": true, "40P01": true}

// maxStatement is how much of a statement stands in a sentence.
const maxStatement = 160

// shortened is a statement on one line, cut off where it is long.
func shortened(sql string) string {
	line := []rune(strings.TrimRight(oneLine(sql), "; "))
	if len(line) > maxStatement {
		return string(line[:maxStatement]) + " …"
	}
	return string(line)
}

// A cutOff is a run that the time limit ended.
type cutOff struct{ log []entry }

// Error names the statement that was running.
func (c *cutOff) Error() string {
	if len(c.log) == 0 {
		return "time limit reached"
	}
	return "time limit reached, in: " + shortened(c.log[len(c.log)-1].sql)
}
