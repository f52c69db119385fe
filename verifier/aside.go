package verifier

import (
	"context"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// An aside is a branch of the history that cannot stand on one database with what
// was verified before it, since both make the same. Projects have such branches as
// alternatives: a database is upgraded to the head of one of them. So the branch is
// verified on a database of its own, on which there is only what it builds on.
type aside struct {
	*walk
	root  string
	below map[string]bool // what the root builds on
	moved map[string]bool // the root, and what builds on it
}

// takes reports whether a migration builds on the branch and on nothing else.
func (a *aside) takes(m *Migration) bool {
	return slices.ContainsFunc(m.Needs, func(id string) bool { return a.moved[id] }) &&
		!slices.ContainsFunc(m.Needs, func(id string) bool { return !a.moved[id] && !a.below[id] })
}

// on verifies a migration on the database that its branch is on.
func (v *walk) on(ctx context.Context, before []*Migration, m *Migration) *leg {
	for _, a := range v.asides {
		if a.takes(m) {
			a.moved[m.ID] = true
			v.lacking(m) // not in place for what builds on this database as well
			res, err := a.one(ctx, m)
			res.Aside = a.root
			return &leg{res: res, err: err}
		}
	}
	l := v.start(ctx, m)
	if l.done == nil && l.err == nil && v.clash && !v.opt.FailFast {
		l.err = v.branchOff(ctx, before, m, &l.res)
	}
	return l
}

// branchOff makes the database for a migration that makes what is there already,
// if it does not build on all that is in place, and has it go up there.
func (v *walk) branchOff(ctx context.Context, before []*Migration, m *Migration, res *finding.Result) error {
	a := &aside{root: m.ID, below: map[string]bool{}, moved: map[string]bool{m.ID: true}}
	var way []*Migration
	builds := slices.Clone(m.Needs)
	alone := true
	for _, b := range slices.Backward(before) {
		switch {
		case slices.Contains(builds, b.ID):
			builds = append(builds, b.Needs...)
			a.below[b.ID] = true
			way = append(way, b)
		case v.stopped[b.ID] == "":
			alone = false
		}
	}
	if alone {
		return nil
	}
	slices.Reverse(way)
	way = append(way, m)
	db, err := openDatabase(ctx, v.opt)
	if err != nil {
		return err
	}
	leading := v.opt
	leading.Only = func(string) bool { return false }
	a.walk = newWalk(db, leading)
	stands, err := a.lead(ctx, way)
	if err != nil || !stands {
		_ = db.Close()
		return err
	}
	a.opt = v.opt
	v.asides = append(v.asides, a)
	res.Resumed = "with a database of its own for what builds on " + m.ID + ": there is nothing else"
	for i, f := range res.Findings {
		if f.Code == "MRT807" {
			res.Findings[i].Remedy = "if the branches are alternatives, upgrade a database to the head of one of them alone, not to heads; else mend upgrade()"
		}
	}
	return nil
}

// lead upgrades to where the branch begins, and reports whether it stands.
func (a *aside) lead(ctx context.Context, way []*Migration) (bool, error) {
	if err := a.begin(ctx, way); err != nil {
		return false, err
	}
	for _, m := range way {
		if a.opt.holds(m) {
			continue
		}
		if _, err := a.one(ctx, m); err != nil {
			return false, err
		}
	}
	return len(a.stopped) == 0, nil
}

// close drops the databases.
func (v *walk) close() error {
	err := v.db.Close()
	for _, a := range v.asides {
		if end := a.db.Close(); err == nil {
			err = end
		}
	}
	return err
}

// exists reports whether a run failed because it makes what is there already.
func (r *ran) exists() bool {
	return r.failure != nil && (strings.Contains(r.failure.Message, "already exists") || slices.Contains([]string{"42P07", "42710", "42P06", "42723"}, r.failure.Code))
}
