package verifier

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// A descent verifies a history whose first tables no migration makes. The models
// make the database at the head; downgrades lead from there to where the history
// starts; from there the trips go upwards as from any other start. Where a
// migration cannot be undone and done again, the way is cut: the trips above it are
// made first, and then, on a database of its own, the way goes on below.
type descent struct {
	opt        Options
	migrations []*Migration
	results    map[string]finding.Result
	gone       []int    // the migrations that are undone, in that order
	stays      []string // those that cannot be
	kept       bool
}

// fromModels yields what [Verify] does.
func fromModels(ctx context.Context, migrations []*Migration, opt Options) iter.Seq2[finding.Result, error] {
	return func(yield func(finding.Result, error) bool) {
		d := &descent{opt: opt, migrations: migrations, results: map[string]finding.Result{}}
		name, err := d.all(ctx)
		for _, m := range migrations {
			res, ok := d.results[m.ID]
			if !opt.wanted(m) || !ok && (err == nil || len(d.results) == 0) {
				continue
			}
			if !ok {
				res = unreached(finding.Result{Revision: m.ID, File: m.File, Title: m.Title, Database: name}, why(ctx, err))
			}
			if !yield(res, nil) {
				return
			}
		}
		if err != nil {
			yield(finding.Result{}, err)
		}
	}
}

// why is what keeps the rest from being looked at.
func why(ctx context.Context, err error) string {
	if ctx.Err() != nil {
		return "the verification was interrupted"
	}
	return err.Error()
}

// all walks down to the lowest migration that is wanted. The name is that of the
// database; "" if there was none.
func (d *descent) all(ctx context.Context) (name string, err error) {
	lowest := slices.IndexFunc(d.migrations, d.opt.wanted)
	for top := len(d.migrations) - 1; lowest >= 0 && top >= lowest && err == nil && !d.over(); {
		var db live.DB
		if db, err = openDatabase(ctx, d.opt); err != nil {
			return name, err
		}
		name = db.Name()
		top, err = d.segment(ctx, newWalk(db, d.opt), top)
		if end := db.Close(); end != nil && err == nil {
			err = fmt.Errorf("the scratch database cannot be dropped: %w", end)
		}
	}
	return name, err
}

// over reports whether the first failure ends the verification, and there is one.
func (d *descent) over() bool {
	if !d.opt.FailFast {
		return false
	}
	for _, res := range d.results {
		if res.Outcome != finding.Passed && res.Outcome != finding.Skipped {
			return true
		}
	}
	return false
}

// segment goes down from a migration to where the way is cut, or to the end, and
// makes the trips from there to where it began. It returns where to go on.
func (d *descent) segment(ctx context.Context, v *walk, top int) (next int, err error) {
	if err := v.model(ctx); err != nil {
		return top, err
	}
	for _, i := range d.gone {
		if err := v.undoAgain(ctx, d.migrations[i]); err != nil {
			return top, err
		}
	}
	var part []*Migration // lowest last
	worth := false        // whether a trip is wanted in it
	for next = top; next >= 0; next-- {
		m := d.migrations[next]
		s := &stepDown{descent: d, walk: v, m: m, cut: worth}
		if err := s.make(ctx); err != nil {
			return next, err
		}
		if s.undone {
			d.gone = append(d.gone, next)
		} else {
			d.stays = append(d.stays, m.ID)
		}
		if s.clean {
			part, worth = append(part, m), worth || d.opt.wanted(m)
			continue
		}
		d.results[m.ID] = *s.res
		if worth {
			next--
			break
		}
		part = nil
	}
	if !worth {
		return next, nil
	}
	slices.Reverse(part)
	return next, d.ascend(ctx, v.db, part)
}

// ascend makes the trips of a segment.
func (d *descent) ascend(ctx context.Context, db live.DB, part []*Migration) error {
	v := newWalk(db, d.opt)
	v.upon = d.above(part)
	d.stand(v, part)
	for _, m := range d.opt.way(part) {
		res, err := v.blank(m), ctx.Err()
		if err == nil {
			res, err = v.one(ctx, m)
		}
		res.Drift = d.results[m.ID].Drift
		d.results[m.ID] = res
		if err != nil {
			if ctx.Err() == nil {
				err = fmt.Errorf("revision %s: %w", m.ID, err)
			}
			if res.Outcome != finding.Failed {
				d.results[m.ID] = unreached(v.blank(m), why(ctx, err))
			}
			return err
		}
		if d.over() {
			break
		}
	}
	if d.opt.Keep != nil && !d.kept {
		d.kept = true
		return v.keep(context.WithoutCancel(ctx))
	}
	return nil
}

// above are the migrations that stand above a segment because they could not be
// undone, in upgrade order.
func (d *descent) above(part []*Migration) []string {
	var out []string
	higher := false
	for _, m := range d.migrations {
		higher = higher || m == part[len(part)-1]
		if higher && slices.Contains(d.stays, m.ID) {
			out = append(out, m.ID)
		}
	}
	return out
}

// stand tells a walk which migrations are in place when a segment begins.
func (d *descent) stand(v *walk, part []*Migration) {
	for i, m := range d.migrations {
		if m == part[0] {
			break
		}
		if slices.Contains(d.gone, i) {
			continue
		}
		for _, need := range m.Needs {
			delete(v.heads, need)
		}
		v.heads[m.ID] = true
	}
}

// model makes the schema at the head as the models have it.
func (v *walk) model(ctx context.Context) error {
	if err := v.db.Connect(ctx); err != nil {
		return err
	}
	s := newSession(v.db, &v.opt)
	err := v.setUp(ctx, s)
	if err == nil {
		err = v.opt.Models(ctx, s)
	}
	if s.fatal != nil {
		err = s.fatal
	}
	if err == nil {
		return v.db.Hangup(ctx, true)
	}
	_ = v.db.Hangup(context.WithoutCancel(ctx), false)
	words, _, theirs := explain(err)
	if !theirs {
		return err
	}
	if f := s.failure; f != nil {
		words = f.Class + ": " + f.Words()
		if f.Statement != "" {
			words += ", in: " + shortened(f.Statement)
		}
	}
	bad := &ModelsError{Words: words}
	if w, ok := (&ran{words: words, failure: s.failure}).wanted(); ok {
		bad.Kind, bad.Name = w.kind, w.name
	}
	return bad
}

// A ModelsError says that a database refuses what the models make. Kind and Name
// are what it lacks, if it lacks something.
type ModelsError struct{ Words, Kind, Name string }

// Error has the database's words.
func (e *ModelsError) Error() string {
	return "what the models make is refused by the database: " + e.Words
}

// undoAgain undoes a migration on another database.
func (v *walk) undoAgain(ctx context.Context, m *Migration) error {
	r, err := v.run(ctx, m, opshim.Down)
	if p, ok := v.db.(live.Persister); ok && errors.Is(err, live.ErrCommit) {
		if err := p.Persist(ctx, true); err != nil {
			return err
		}
		defer func() { _ = p.Persist(context.WithoutCancel(ctx), false) }()
		r, err = v.run(ctx, m, opshim.Down)
	}
	switch {
	case err != nil:
		return err
	case ctx.Err() != nil:
		return ctx.Err()
	case !r.ok():
		return fmt.Errorf("revision %s: downgrade() does not do the same twice", m.ID)
	}
	return nil
}
