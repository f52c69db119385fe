package verifier

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A trip is the round trip of one migration.
type trip struct {
	*walk
	m   *Migration
	res *finding.Result

	commits bool // with real commits, on copies of the database
	wayOnly bool // only upgrade, to get to where a later trip starts
	begun   time.Time
	handed  *leg // what comes after the first upgrade, if another job makes it

	start live.Mark   // before the upgrade, seeded
	there bool        // the database stands where the first upgrade leads to
	old   *live.State // the same, read
	now   *live.State // after the first upgrade
	up    *ran        // the first upgrade
	down  *ran        // the first downgrade
	back  *live.State // after that
	twice *ran        // the second upgrade
	fresh *freshTrip  // the downgrade with new rows, if it is what fails first
	alone *ran        // the downgrade in a transaction of its own, measured
}

// enter tells who watches that the trip has come to a stage.
func (t *trip) enter(stage finding.Stage) {
	if t.opt.Watch != nil {
		t.opt.Watch(t.m.ID, stage)
	}
}

func (t *trip) close() {
	if t.start != nil {
		t.start.Release()
	}
}

// travel makes the trip and leaves the database where the next migration starts:
// after the first upgrade, or where it was if that is not to be had. That is where
// the way alone leads, so that what a trip finds does not depend on the trips
// before it.
func (t *trip) travel(ctx context.Context) error {
	t.enter(finding.Seed)
	if err := t.seed(ctx); err != nil {
		return err
	}
	t.enter(finding.Upgrade)
	ok, err := t.upgrade(ctx)
	if err != nil || !ok || t.wayOnly {
		return err
	}
	if t.relay != nil {
		if t.handed, err = t.relay.hand(ctx, t); err != nil || t.handed != nil {
			return err
		}
	}
	return t.fromThere(ctx)
}

// fromThere makes the trip from the first upgrade on.
func (t *trip) fromThere(ctx context.Context) error {
	t.coverage()
	err := t.backAndForth(ctx)
	if err != nil {
		return err
	}
	from := resumedAgain
	if !t.there {
		from, err = resumedAfter, t.goOn(ctx)
	}
	if t.res.Outcome != finding.Passed {
		t.resumed(from)
	}
	if err != nil {
		return err
	}
	return t.interrupts(ctx)
}

// backAndForth downgrades and upgrades again, as often as it takes.
func (t *trip) backAndForth(ctx context.Context) error {
	t.enter(finding.Downgrade)
	clean, err := t.downgrade(ctx)
	if err != nil || !clean {
		return err
	}
	t.enter(finding.UpgradeAgain)
	if ok, err := t.again(ctx); err != nil || !ok {
		return err
	}
	if err := t.newWorld(ctx); err != nil {
		return err
	}
	return t.hinted(ctx)
}

// From where the walk goes on after a trip that did not end well, and how.
const (
	resumedBefore = "before its upgrade, where the database was put back to; what needs this revision is tried without it"
	resumedAfter  = "after its upgrade: the database was put back to before it and upgraded again"
	resumedAgain  = "after its second upgrade, where the database was put back to"
)

// resumed notes from where the walk goes on, unless the trip knows better.
func (t *trip) resumed(from string) {
	if t.res.Resumed == "" {
		t.res.Resumed = from
	}
}

// restart brings the database to the state before the upgrade.
func (t *trip) restart(ctx context.Context) error {
	t.there = false
	return t.db.Restore(ctx, t.start)
}

// goOn brings the database to the state after the first upgrade.
func (t *trip) goOn(ctx context.Context) error {
	ok, err := t.upgradeAnew(ctx)
	if err == nil && !ok {
		err = errors.New("upgrade() fails from the state in which it succeeded before: it depends on something outside the database")
		t.stop("upgrade() of " + t.m.ID + " does not give the same twice")
		t.resumed(resumedBefore)
		t.could(finding.Upgrade, "run: "+err.Error())
		return t.restart(ctx)
	}
	return err
}

// seed fills the tables and saves the state.
func (t *trip) seed(ctx context.Context) error {
	if settler, ok := t.db.(live.Settler); ok {
		if err := settler.Settle(ctx); err != nil {
			return err
		}
	}
	s, err := t.db.Capture(ctx)
	if err != nil {
		return err
	}
	t.fill.words = t.m.Words
	if t.old, err = t.fill.fill(ctx, s); err != nil {
		return err
	}
	t.start, err = t.db.Snapshot(ctx)
	return err
}

// upgrade runs upgrade() for the first time. Rows that it trips over are
// withdrawn; false means that the trip ends here.
func (t *trip) upgrade(ctx context.Context) (bool, error) {
	r, err := t.run(ctx, t.m, opshim.Up)
	if err != nil {
		return false, err
	}
	if r.failed {
		if r, err = t.withdraw(ctx, r); err != nil {
			return false, err
		}
	}
	t.up = r
	switch {
	case r.ours != nil:
		if errors.Is(r.ours, context.Canceled) {
			return false, r.ours
		}
		t.unrun(finding.Upgrade, r.ours)
		t.stop(fmt.Sprintf("revision %s could not be run", t.m.ID))
		t.resumed(resumedBefore)
		return false, t.db.Restore(context.WithoutCancel(ctx), t.start)
	case r.failed && len(t.res.Without) > 0 && !r.itself():
		t.beyond(r)
		t.resumed(resumedBefore)
		return false, t.db.Restore(ctx, t.start)
	case r.failed:
		t.fail(finding.Upgrade, finding.Broken, t.upgradeFails(r))
		t.clash = r.exists()
		t.stop(fmt.Sprintf("the upgrade of revision %s fails", t.m.ID))
		t.resumed(resumedBefore)
		return false, t.db.Restore(ctx, t.start)
	}
	t.now, err = t.db.Capture(ctx)
	if err != nil {
		return false, err
	}
	t.remember(t.old)
	t.remember(t.now)
	for _, need := range t.m.Needs {
		delete(t.heads, need)
	}
	t.heads[t.m.ID] = true
	return true, nil
}

// downgrade runs downgrade() on the old rows alone and compares. True means
// that the second upgrade is worth a look.
func (t *trip) downgrade(ctx context.Context) (bool, error) {
	t.there = false
	r, err := t.run(ctx, t.m, opshim.Down)
	if err != nil {
		return false, err
	}
	t.down = r
	switch {
	case r.ours != nil:
		if errors.Is(r.ours, context.Canceled) {
			return false, r.ours
		}
		t.unrun(finding.Downgrade, r.ours)
		return false, nil
	case r.failed && len(t.res.Without) > 0 && !r.missing() && !r.refuses():
		t.unreach(finding.Downgrade, t.stopped[t.res.Without[0]]+"; without it, this downgrade fails: "+r.words)
		return false, nil
	case r.failed:
		t.fail(finding.Downgrade, finding.Broken, t.downgradeFails(r))
		return false, nil
	}
	if t.back, err = t.db.Capture(ctx); err != nil {
		return false, err
	}
	schema := shape.Diff(t.old.Catalog, t.back.Catalog)
	before := len(t.res.Findings)
	for _, c := range schema {
		t.fail(finding.Downgrade, finding.Broken, finding.Finding{Code: "MRT801", At: t.blame(c), Object: c.Subject(), Change: change(c),
			Message: "after the downgrade, " + c.String(), Remedy: "make downgrade() restore it exactly as it was"})
	}
	t.compareRows(t.old, t.back, false)
	if len(t.res.Findings) > before && t.idle(r) {
		t.fail(finding.Downgrade, finding.Broken, finding.Finding{Code: "MRT102", At: t.m.Down, Message: "downgrade() does nothing, though upgrade() does something",
			Remedy: "write a downgrade, or declare the revision irreversible with a reason"})
	}
	if len(schema) == 0 {
		t.compareOrder()
	}
	return len(schema) == 0, nil
}

// downgradeFails is the finding for a downgrade that does not run.
func (t *trip) downgradeFails(r *ran) finding.Finding {
	f := finding.Finding{Code: "MRT109", At: orSpan(r.at, t.m.Down), Message: "the downgrade fails: " + r.words + t.meant(r.words), Related: r.related,
		Remedy: "mend downgrade() so that it runs after its own upgrade"}
	switch {
	case r.legacy():
		f.Remedy = legacyRemedy
	case r.missing():
		f.Code, f.Message = "MRT101", "there is no downgrade()"
		f.Remedy = "write a downgrade, or declare the revision irreversible with a reason"
	case r.refuses():
		f.Code, f.Message = "MRT107", "the downgrade refuses to run: "+r.words
		f.Remedy = "write a downgrade, or declare the revision irreversible with a reason"
	}
	return f
}

// again runs the second upgrade and compares with the first.
func (t *trip) again(ctx context.Context) (bool, error) {
	r, err := t.run(ctx, t.m, opshim.Up)
	if err != nil {
		return false, err
	}
	t.twice = r
	switch {
	case r.ours != nil:
		if errors.Is(r.ours, context.Canceled) {
			return false, r.ours
		}
		t.unrun(finding.UpgradeAgain, r.ours)
		return false, nil
	case r.failed:
		t.fail(finding.UpgradeAgain, finding.Broken, finding.Finding{Code: "MRT805", At: orSpan(r.at, t.m.Up),
			Message: "the second upgrade fails, after upgrade and downgrade: " + r.words, Remedy: "make downgrade() remove what upgrade() makes"})
		return false, nil
	}
	s, err := t.db.Capture(ctx)
	if err != nil {
		return false, err
	}
	schema := shape.Diff(t.now.Catalog, s.Catalog)
	for _, c := range schema {
		t.fail(finding.UpgradeAgain, finding.Broken, finding.Finding{Code: "MRT805", At: t.blame(c), Object: c.Subject(), Change: change(c),
			Message: "after the second upgrade, " + c.String() + " after the first", Remedy: "make upgrade() not depend on what an earlier run left"})
	}
	t.there = len(schema) == 0 && identical(t.now, s)
	if t.res.Outcome != finding.Failed {
		if err := t.compareAgain(ctx, s); err != nil {
			return false, err
		}
	}
	return t.res.Outcome != finding.Failed, nil
}

// expired ends a trip whose time is over, and goes on as far as that takes no
// longer than the trip was given.
func (t *trip) expired(ctx context.Context) error {
	stage := finding.Seed
	if t.old != nil {
		stage = finding.Upgrade
	}
	if t.now != nil {
		stage = finding.Downgrade
	}
	if t.res.Outcome == finding.Passed {
		t.could(stage, "run: time limit reached")
	}
	if t.start == nil {
		t.stop(fmt.Sprintf("revision %s ran out of time", t.m.ID))
		t.resumed(resumedBefore)
		if settler, ok := t.db.(live.Settler); ok {
			return settler.Abandon(ctx)
		}
		return nil
	}
	if t.now != nil {
		limit, cancel := context.WithTimeout(ctx, t.opt.Timeout)
		defer cancel()
		ok, err := t.upgradeAnew(limit)
		if ok || err != nil && (ctx.Err() != nil || !errors.Is(err, context.DeadlineExceeded)) {
			t.resumed(resumedAfter)
			return err
		}
	}
	t.stop(fmt.Sprintf("revision %s ran out of time", t.m.ID))
	t.resumed(resumedBefore)
	return t.restart(ctx)
}
