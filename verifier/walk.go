package verifier

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// A walk goes through the migrations in upgrade order on one scratch database.
type walk struct {
	db      live.DB
	opt     Options
	fill    *filler
	stopped map[string]string   // revisions that are not in place, with the reason
	without map[string][]string // by revision: those below it that are not in place
	made    map[string]bool     // tables that have been there, in lower case
	words   map[string][]string // by revision: the words of its script
	heads   map[string]bool     // revisions in place that no other one in place needs
	upon    []string            // revisions above that are in place, since they could not be undone
	asides  []*aside            // branches on databases of their own
	clash   bool                // whether the last upgrade makes what is there already
	relay   *relay              // the jobs that trips are handed to; nil for none
}

func newWalk(db live.DB, opt Options) *walk {
	return &walk{db: db, opt: opt, fill: newFiller(db, opt.rows(), opt.Seeds), stopped: map[string]string{}, without: map[string][]string{},
		made: map[string]bool{}, words: map[string][]string{}, heads: map[string]bool{}}
}

// Verify makes the round trip of each migration in the order given, which must
// be an upgrade order, and yields one result for each that is wanted, also for
// those that an error keeps it from. The error is what ends the whole verification; it comes last.
func Verify(ctx context.Context, migrations []*Migration, opt Options) iter.Seq2[finding.Result, error] {
	if opt.Models != nil {
		return fromModels(ctx, migrations, opt)
	}
	return func(yield func(finding.Result, error) bool) {
		db, err := openDatabase(ctx, opt)
		if err != nil {
			yield(finding.Result{}, err)
			return
		}
		v := newWalk(db, opt)
		listening := true
		if err = v.begin(ctx, migrations); err == nil {
			v.relay, err = newRelay(ctx, v)
		}
		if err == nil {
			listening, err = v.each(ctx, migrations, yield)
		}
		if end := v.relay.end(); err == nil {
			err = end
		}
		if opt.Keep != nil && err == nil {
			err = v.keep(context.WithoutCancel(ctx))
		}
		if end := v.close(); end != nil && err == nil {
			err = fmt.Errorf("the scratch database cannot be dropped: %w", end)
		}
		if err != nil && listening {
			yield(finding.Result{}, err)
		}
	}
}

// keep leaves the database behind and tells where.
func (v *walk) keep(ctx context.Context) error {
	err := v.stamp(ctx)
	if err == nil {
		var kept live.Kept
		if kept, err = v.db.Keep(ctx); err == nil {
			v.opt.Keep(kept.URL)
			if kept.Stop != "" && v.opt.KeepServer != nil {
				v.opt.KeepServer(kept.Stop)
			}
			return nil
		}
	}
	return fmt.Errorf("the database cannot be kept: %w", err)
}

// stamp writes the revisions that are in place into Alembic's version table, so
// that a kept database is one that Alembic can go on with.
func (v *walk) stamp(ctx context.Context) error {
	if len(v.opt.VersionTables) == 0 {
		return nil
	}
	if err := v.db.Connect(ctx); err != nil {
		return err
	}
	table := v.opt.VersionTables[0]
	list := []string{"CREATE TABLE IF NOT EXISTS " + table + " (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))", "DELETE FROM " + table}
	for _, id := range sortedKeys(v.heads) {
		list = append(list, "INSERT INTO "+table+" (version_num) VALUES ("+textLiteral(id)+")")
	}
	for _, sql := range list {
		if _, err := v.db.Exec(ctx, sql, nil); err != nil {
			return err
		}
	}
	return v.db.Hangup(ctx, true)
}

// each yields the results of all migrations that are wanted. It returns whether
// somebody still listens, and what ended the verification early.
func (v *walk) each(ctx context.Context, migrations []*Migration, yield func(finding.Result, error) bool) (bool, error) {
	o := &order{walk: v, ctx: ctx, migrations: migrations, yield: yield}
	for i, m := range v.opt.way(migrations) {
		if v.opt.Part != nil && v.opt.Part.over(m.ID) {
			break
		}
		l := v.leg(ctx, migrations[:i], m)
		o.legs = append(o.legs, l)
		if err := o.deliver(false); err != nil || o.ended {
			return !o.deaf, err
		}
		if l.done == nil && l.err != nil {
			break // once the trips before it are made
		}
	}
	v.relay.help(ctx)
	err := o.deliver(true)
	return !o.deaf, err
}

// unmade yields the results of the revision whose trip was cut off, the first of
// the rest, and of those whose trips are not made because of it.
func (v *walk) unmade(cut finding.Result, rest []*Migration, why string, yield func(finding.Result, error) bool) bool {
	cut.Resumed = ""
	if cut.Outcome != finding.Failed {
		cut.Outcome, cut.Verdict, cut.Cause = finding.CouldNot, finding.Unknown, "run: "+why
	}
	for i, m := range rest {
		res := cut
		if i > 0 {
			res = unreached(v.blank(m), why)
		}
		if v.opt.wanted(m) && !yield(res, nil) {
			return false
		}
	}
	return true
}

// blank is the result of a trip in which nothing happened.
func (v *walk) blank(m *Migration) finding.Result {
	return finding.Result{Revision: m.ID, File: m.File, Title: m.Title, Database: v.db.Name(), Outcome: finding.Passed, Stage: finding.UpgradeAgain, Verdict: finding.Lossless, Upon: v.upon}
}

// unreached is the result of a revision whose trip was not made.
func unreached(res finding.Result, why string) finding.Result {
	res.Outcome, res.Stage, res.Verdict, res.Cause = finding.CouldNot, finding.Upgrade, finding.Unknown, "run: not reached, because "+why
	return res
}

// one verifies one migration.
func (v *walk) one(ctx context.Context, m *Migration) (finding.Result, error) {
	t := v.trip(m)
	err := t.make(ctx)
	return *t.res, err
}

// trip is the trip of a migration, not yet begun.
func (v *walk) trip(m *Migration) *trip {
	res := v.blank(m)
	v.clash = false
	res.Without = v.lacking(m)
	v.words[m.ID] = m.Words
	return &trip{walk: v, m: m, res: &res, begun: time.Now(), wayOnly: !v.opt.wanted(m)}
}

// make makes the trip, within its time.
func (t *trip) make(ctx context.Context) error {
	if t.m.LoadError != nil {
		t.stop(fmt.Sprintf("revision %s cannot be loaded", t.m.ID))
		t.res.Outcome, t.res.Stage, t.res.Verdict, t.res.Cause = finding.CouldNot, finding.Load, finding.Unknown, "load: "+t.m.LoadError.Error()
		t.res.Resumed = resumedBefore
		return nil
	}
	limit, cancel := t.limited(ctx)
	defer cancel()
	err := t.travel(limit)
	if p, ok := t.db.(live.Persister); ok && errors.Is(err, live.ErrCommit) {
		*t.res = t.blank(t.m)
		t.res.Without = t.lacking(t.m)
		again, err := t.withCommits(limit, t, p)
		defer func() { _ = p.Persist(context.WithoutCancel(ctx), false) }()
		return again.conclude(ctx, limit, err)
	}
	if t.handed != nil {
		return nil
	}
	return t.conclude(ctx, limit, err)
}

// limited is ctx with what is left of the time for a trip.
func (t *trip) limited(ctx context.Context) (context.Context, context.CancelFunc) {
	if t.opt.Timeout <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, t.opt.Timeout-time.Since(t.begun))
}

// conclude ends a trip that came to its end, or to an error within its limit.
func (t *trip) conclude(ctx, limit context.Context, err error) error {
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		err = t.expired(ctx)
	}
	defer t.close()
	if t.wayOnly {
		return err
	}
	if t.old != nil && t.now != nil {
		t.rebuilds()
	}
	if t.opt.Detail {
		t.res.Detail = t.detail()
	}
	if t.opt.Locks && err == nil {
		if err = t.measured(limit); errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
			err = t.expired(ctx)
		}
	}
	if bad := t.reproduce(); bad != nil && err == nil {
		err = fmt.Errorf("the reproducing script cannot be written: %w", bad)
	}
	t.res.Took = time.Since(t.begun)
	if reason, ok := t.skip(t.m.ID); ok && err == nil && t.res.Outcome != finding.Passed {
		t.res.Outcome, t.res.Reason = finding.Skipped, reason
	}
	return err
}

// withCommits makes a trip again, from its start, on copies of the database.
func (v *walk) withCommits(ctx context.Context, t *trip, p live.Persister) (*trip, error) {
	if t.start != nil {
		if err := v.db.Restore(ctx, t.start); err != nil {
			return t, err
		}
	}
	if err := p.Persist(ctx, true); err != nil {
		return t, err
	}
	again := &trip{walk: v, m: t.m, res: t.res, begun: t.begun, commits: true, wayOnly: t.wayOnly}
	return again, again.travel(ctx)
}

func (v *walk) skip(id string) (string, bool) {
	if v.opt.Skip == nil {
		return "", false
	}
	return v.opt.Skip(id)
}

// upgradeAnew upgrades once more from the state before the first upgrade.
func (t *trip) upgradeAnew(ctx context.Context) (bool, error) {
	if err := t.restart(ctx); err != nil {
		return false, err
	}
	r, err := t.run(ctx, t.m, opshim.Up)
	if err != nil {
		return false, err
	}
	t.there = r.ok()
	return t.there, nil
}
