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
			listening, err = v.each(ctx, migrations, yield)
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
	for i, m := range v.opt.way(migrations) {
		if v.opt.Part != nil && v.opt.Part.over(m.ID) {
			break
		}
		res, err := v.blank(m), ctx.Err()
		switch {
		case err != nil:
		case v.opt.holds(m):
			res = v.standing(m)
		default:
			res, err = v.on(ctx, migrations[:i], m)
		}
		if err != nil {
			why := "the verification was interrupted"
			if ctx.Err() == nil {
				why = err.Error()
				err = fmt.Errorf("revision %s: %w", m.ID, err)
			}
			return v.unmade(res, migrations[i:], why, yield), err
		}
		if !v.opt.wanted(m) {
			continue
		}
		ends := i == len(migrations)-1 || v.opt.FailFast && res.Outcome != finding.Passed && res.Outcome != finding.Skipped
		if ends {
			res.Resumed = ""
		}
		if !yield(res, nil) {
			return false, nil
		}
		if ends {
			break
		}
	}
	return true, nil
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
	start := time.Now()
	res := v.blank(m)
	v.clash = false
	res.Without = v.lacking(m)
	v.words[m.ID] = m.Words
	if m.LoadError != nil {
		v.stopped[m.ID] = fmt.Sprintf("revision %s cannot be loaded", m.ID)
		res.Outcome, res.Stage, res.Verdict, res.Cause = finding.CouldNot, finding.Load, finding.Unknown, "load: "+m.LoadError.Error()
		res.Resumed = resumedBefore
		return res, nil
	}
	limit := ctx
	if v.opt.Timeout > 0 {
		var cancel context.CancelFunc
		limit, cancel = context.WithTimeout(ctx, v.opt.Timeout)
		defer cancel()
	}
	t := &trip{walk: v, m: m, res: &res, wayOnly: !v.opt.wanted(m)}
	err := t.travel(limit)
	if p, ok := v.db.(live.Persister); ok && errors.Is(err, live.ErrCommit) {
		res = v.blank(m)
		res.Without = v.lacking(m)
		t, err = v.withCommits(limit, t, p)
		defer func() { _ = p.Persist(context.WithoutCancel(ctx), false) }()
	}
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		err = t.expired(ctx)
	}
	if t.wayOnly {
		t.close()
		return res, err
	}
	if t.old != nil && t.now != nil {
		t.rebuilds()
	}
	if t.opt.Detail {
		res.Detail = t.detail()
	}
	if t.opt.Locks && err == nil {
		if err = t.measured(limit); errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
			err = t.expired(ctx)
		}
	}
	if bad := t.reproduce(); bad != nil && err == nil {
		err = fmt.Errorf("the reproducing script cannot be written: %w", bad)
	}
	t.close()
	res.Took = time.Since(start)
	if reason, ok := v.skip(m.ID); ok && err == nil && res.Outcome != finding.Passed {
		res.Outcome, res.Reason = finding.Skipped, reason
	}
	return res, err
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
	again := &trip{walk: v, m: t.m, res: t.res, commits: true, wayOnly: t.wayOnly}
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
