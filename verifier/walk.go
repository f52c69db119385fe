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
	stopped map[string]string // revisions that are not in place, with the reason
	heads   map[string]bool   // revisions in place that no other one in place needs
}

// Verify makes the round trip of each migration in the order given, which must
// be an upgrade order, and yields one result each. The error is what ends the
// whole verification.
func Verify(ctx context.Context, migrations []*Migration, opt Options) iter.Seq2[finding.Result, error] {
	return func(yield func(finding.Result, error) bool) {
		db, err := openDatabase(ctx, opt)
		if err != nil {
			yield(finding.Result{}, err)
			return
		}
		v := &walk{db: db, opt: opt, fill: newFiller(db, opt.rows(), opt.Seeds), stopped: map[string]string{}, heads: map[string]bool{}}
		v.each(ctx, migrations, yield)
		if opt.Keep != nil {
			later := context.WithoutCancel(ctx)
			kept := v.stamp(later)
			url := ""
			if kept == nil {
				url, kept = db.Keep(later)
			}
			if kept != nil {
				yield(finding.Result{}, fmt.Errorf("the database cannot be kept: %w", kept))
			} else {
				opt.Keep(url)
			}
		}
		if err := db.Close(); err != nil {
			yield(finding.Result{}, fmt.Errorf("the scratch database cannot be dropped: %w", err))
		}
	}
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
		list = append(list, "INSERT INTO "+table+" (version_num) VALUES ("+literalOf(id)+")")
	}
	for _, sql := range list {
		if _, err := v.db.Exec(ctx, sql, nil); err != nil {
			return err
		}
	}
	return v.db.Hangup(ctx, true)
}

func (v *walk) each(ctx context.Context, migrations []*Migration, yield func(finding.Result, error) bool) {
	for _, m := range migrations {
		if err := ctx.Err(); err != nil {
			yield(finding.Result{}, err)
			return
		}
		res, err := v.one(ctx, m)
		if err != nil {
			yield(res, fmt.Errorf("revision %s: %w", m.ID, err))
			return
		}
		if !yield(res, nil) || v.opt.FailFast && res.Outcome != finding.Passed && res.Outcome != finding.Skipped {
			return
		}
	}
}

// one verifies one migration.
func (v *walk) one(ctx context.Context, m *Migration) (finding.Result, error) {
	start := time.Now()
	res := finding.Result{Revision: m.ID, File: m.File, Title: m.Title, Database: v.db.Name(), Outcome: finding.Passed, Stage: finding.UpgradeAgain, Verdict: finding.Lossless}
	for _, need := range m.Needs {
		if why := v.stopped[need]; why != "" {
			v.stopped[m.ID] = why
			res.Outcome, res.Stage, res.Verdict, res.Cause = finding.CouldNot, finding.Upgrade, finding.Unknown, "run: not reached, because "+why
			return res, nil
		}
	}
	if m.LoadError != nil {
		v.stopped[m.ID] = fmt.Sprintf("revision %s cannot be loaded", m.ID)
		res.Outcome, res.Stage, res.Verdict, res.Cause = finding.CouldNot, finding.Load, finding.Unknown, "load: "+m.LoadError.Error()
		return res, nil
	}
	limit := ctx
	if v.opt.Timeout > 0 {
		var cancel context.CancelFunc
		limit, cancel = context.WithTimeout(ctx, v.opt.Timeout)
		defer cancel()
	}
	t := &trip{walk: v, m: m, res: &res}
	err := t.travel(limit)
	if p, ok := v.db.(live.Persister); ok && errors.Is(err, live.ErrCommit) {
		res = finding.Result{Revision: m.ID, File: m.File, Title: m.Title, Database: v.db.Name(), Outcome: finding.Passed, Stage: finding.UpgradeAgain, Verdict: finding.Lossless}
		t, err = v.withCommits(limit, t, p)
		defer func() { _ = p.Persist(context.WithoutCancel(ctx), false) }()
	}
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		err = t.expired(ctx)
	}
	if t.old != nil && t.now != nil {
		t.rebuilds()
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
	again := &trip{walk: v, m: t.m, res: t.res}
	return again, again.travel(ctx)
}

func (v *walk) skip(id string) (string, bool) {
	if v.opt.Skip == nil {
		return "", false
	}
	return v.opt.Skip(id)
}

// upgradeFrom restores a state and upgrades, to go on with the next revision.
func (t *trip) upgradeFrom(ctx context.Context, m live.Mark) (bool, error) {
	if err := t.db.Restore(ctx, m); err != nil {
		return false, err
	}
	r, err := t.run(ctx, t.m, opshim.Up)
	if err != nil {
		return false, err
	}
	return r.ok(), nil
}
