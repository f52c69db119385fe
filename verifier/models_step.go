package verifier

import (
	"context"
	"errors"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A stepDown is the way down past one migration, on tables without rows, and up
// again for a look at whether it leads back.
type stepDown struct {
	*descent
	walk *walk
	m    *Migration
	cut  bool // whether the database is to be where it was, if the step is not clean

	res    *finding.Result
	undone bool // the downgrade ran
	clean  bool // and the upgrade after it
}

// Where a walk down goes on after a migration that it cannot pass both ways.
const (
	resumedWith    = "below it, with this revision still in place"
	resumedWithout = "below it, on what its downgrade leaves"
)

// make takes the step.
func (s *stepDown) make(ctx context.Context) error {
	v := s.walk
	v.words[s.m.ID] = s.m.Words
	res := v.blank(s.m)
	s.res = &res
	if s.m.LoadError != nil {
		res.Outcome, res.Stage, res.Verdict, res.Cause = finding.CouldNot, finding.Load, finding.Unknown, "load: "+s.m.LoadError.Error()
		res.Resumed = resumedWith
		return nil
	}
	limit := ctx
	if v.opt.Timeout > 0 {
		var cancel context.CancelFunc
		limit, cancel = context.WithTimeout(ctx, v.opt.Timeout)
		defer cancel()
	}
	t := &trip{walk: v, m: s.m, res: &res}
	err := s.down(limit, t)
	if p, ok := v.db.(live.Persister); ok && errors.Is(err, live.ErrCommit) {
		if err := v.db.Restore(ctx, t.start); err != nil {
			return err
		}
		if err := p.Persist(ctx, true); err != nil {
			return err
		}
		defer func() { _ = p.Persist(context.WithoutCancel(ctx), false) }()
		res, s.undone, s.clean = v.blank(s.m), false, false
		t = &trip{walk: v, m: s.m, res: &res, commits: true}
		err = s.down(limit, t)
	}
	defer t.close()
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil && t.start != nil {
		res = v.blank(s.m)
		t.could(finding.Downgrade, "run: time limit reached")
		s.undone, s.clean = false, false
		err = v.db.Restore(ctx, t.start)
	}
	if reason, ok := v.skip(s.m.ID); ok && err == nil && res.Outcome != finding.Passed {
		res.Outcome, res.Reason = finding.Skipped, reason
	}
	if err != nil || s.clean {
		s.results[s.m.ID] = res
		return err
	}
	res.Resumed = resumedWith
	if s.undone {
		res.Resumed = resumedWithout
	}
	return nil
}

// down undoes the migration and does it again; the database is left without it.
func (s *stepDown) down(ctx context.Context, t *trip) error {
	t.enter(finding.Downgrade)
	var err error
	if t.now, err = t.db.Capture(ctx); err != nil {
		return err
	}
	t.old = t.now
	t.remember(t.now)
	if t.start, err = t.db.Snapshot(ctx); err != nil {
		return err
	}
	if t.down, err = t.run(ctx, t.m, opshim.Down); err != nil {
		return err
	}
	if !t.down.ok() {
		if err := s.cannot(t); err != nil {
			return err
		}
		return t.db.Restore(ctx, t.start)
	}
	s.undone = true
	if t.back, err = t.db.Capture(ctx); err != nil {
		return err
	}
	t.old = t.back
	below, err := t.db.Snapshot(ctx)
	if err != nil {
		return err
	}
	defer below.Release()
	if err := s.up(ctx, t); err != nil {
		return err
	}
	if !s.clean && s.cut {
		return t.db.Restore(ctx, t.start)
	}
	return t.db.Restore(ctx, below)
}

// cannot says why a migration is not undone: whose fault it is can be told only
// where the script itself refuses.
func (s *stepDown) cannot(t *trip) error {
	switch r := t.down; {
	case errors.Is(r.ours, context.Canceled), errors.Is(r.ours, context.DeadlineExceeded):
		return r.ours
	case r.ours != nil:
		t.unrun(finding.Downgrade, r.ours)
	case r.missing() || r.refuses() || r.itself():
		t.fail(finding.Downgrade, finding.Broken, t.downgradeFails(r))
	default:
		t.could(finding.Downgrade, "run: the downgrade fails on the database that the models make: "+r.words+
			"; either the models say something else than the revisions, or the downgrade is wrong")
	}
	return nil
}

// up does the migration again and compares with what the models made. What
// differs is nobody's fault: models and revisions do not agree.
func (s *stepDown) up(ctx context.Context, t *trip) error {
	r, err := t.run(ctx, t.m, opshim.Up)
	if err != nil {
		return err
	}
	t.up = r
	switch {
	case errors.Is(r.ours, context.Canceled), errors.Is(r.ours, context.DeadlineExceeded):
		return r.ours
	case r.ours != nil:
		t.unrun(finding.Upgrade, r.ours)
		return nil
	case r.failed:
		s.upFails(t, r)
		return nil
	}
	is, err := t.db.Capture(ctx)
	if err != nil {
		return err
	}
	for _, c := range shape.Diff(t.now.Catalog, is.Catalog) {
		t.res.Drift = append(t.res.Drift, c.String())
	}
	s.clean = true
	return nil
}

// upFails says what an upgrade that fails after its own downgrade means.
func (s *stepDown) upFails(t *trip, r *ran) {
	lack, lacks := r.wanted()
	switch {
	case r.itself():
		t.fail(finding.Upgrade, finding.Broken, t.upgradeFails(r))
	case lacks:
		t.could(finding.Upgrade, "run: the upgrade fails on the database that the models make, taken down to before it: "+r.words+"; there is no "+lack.String())
	case t.idle(t.down):
		t.fail(finding.UpgradeAgain, finding.Broken, finding.Finding{Code: "MRT102", At: t.m.Down, Message: "downgrade() does nothing, though upgrade() does something: after it, the upgrade fails: " + r.words,
			Remedy: "write a downgrade, or declare the revision irreversible with a reason"})
	default:
		t.fail(finding.UpgradeAgain, finding.Broken, finding.Finding{Code: "MRT805", At: orSpan(r.at, t.m.Up),
			Message: "the upgrade fails after its own downgrade: " + r.words, Remedy: "make downgrade() remove what upgrade() makes"})
	}
}
