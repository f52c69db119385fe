package script

import (
	"slices"
	"strings"
)

// IterateOptions say how [Graph.Iterate] chooses revisions.
type IterateOptions struct {
	// ImplicitBase also takes revisions of other branches that are needed.
	ImplicitBase bool
	// Inclusive takes the lower end too.
	Inclusive bool
	// Lenient lets a relative name stop at the end of the graph.
	Lenient bool
	// Downgrade chooses what a downgrade from upper to lower undoes.
	Downgrade bool
}

// Iterate returns the revisions between lower and upper, newest first.
func (g *Graph) Iterate(upper, lower Target, o IterateOptions) ([]*Revision, error) {
	revs, err := g.iterate(upper, lower, o)
	return revs, asError(err)
}

func (g *Graph) iterate(upper, lower Target, o IterateOptions) ([]*Revision, *Error) {
	collect := g.collectUpgrade
	if o.Downgrade {
		collect = g.collectDowngrade
	}
	todo, heads, err := collect(upper, lower, o)
	if err != nil {
		return nil, err
	}
	return g.order(todo, heads)
}

// collectUpgrade chooses what an upgrade from lower to upper applies.
func (g *Graph) collectUpgrade(upper, lower Target, o IterateOptions) (revSet, []*Revision, *Error) {
	targets, err := g.upgradeTargets(upper, lower, o)
	if err != nil {
		return nil, nil, err
	}
	needed, err := g.reachApart(targets, allParentsOf)
	if err != nil {
		return nil, nil, err
	}
	required := setOf(needed, targets)
	current, err := g.placesOf(lower)
	if err != nil {
		return nil, nil, err
	}
	if !o.ImplicitBase {
		for _, c := range current {
			if !c.nowhere() && !required[c.rev] {
				return nil, nil, notAncestor(lower.String(), upper.String())
			}
		}
	}
	if len(current) > 0 && current[0].nowhere() {
		if current, lower, err = g.relativeLower(upper, lower, o); err != nil {
			return nil, nil, err
		}
	}
	have, err := revisions(current)
	if err != nil {
		return nil, nil, err
	}
	applied, err := g.reachApart(have, allParentsOf)
	if err != nil {
		return nil, nil, err
	}
	for _, r := range applied {
		delete(required, r)
	}
	if o.Inclusive {
		ends, err := g.revisionsOf(lower)
		if err != nil {
			return nil, nil, err
		}
		for _, r := range ends {
			required[r] = true
		}
	}
	if len(have) > 0 && !o.ImplicitBase {
		above, err := g.reachApart(have, childrenOf)
		if err != nil {
			return nil, nil, err
		}
		keep := setOf(above)
		for r := range required {
			if !keep[r] {
				delete(required, r)
			}
		}
	}
	return required, targets, nil
}

func (g *Graph) revisionsOf(t Target) ([]*Revision, *Error) {
	ps, err := g.placesOf(t)
	if err != nil {
		return nil, err
	}
	return revisions(ps)
}

// relativeLower is for a lower end such as `-3` that led past the end when
// counted from the heads: it is counted from the upper end instead.
func (g *Graph) relativeLower(upper, lower Target, o IterateOptions) ([]place, Target, *Error) {
	_, p, err := g.downgradeTarget(upper, lower, !o.Lenient)
	switch {
	case err != nil:
		return nil, lower, err
	case p.base:
		return nil, Base, nil
	case p.nowhere():
		return nil, lower, assertion("")
	}
	return []place{p}, One(p.rev.ID), nil
}

// upgradeTargets finds the targets; a lower end on a named branch keeps the
// targets of that branch only.
func (g *Graph) upgradeTargets(upper, lower Target, o IterateOptions) ([]*Revision, *Error) {
	ps, err := g.upgradeTarget(lower, upper, !o.Lenient)
	if err != nil {
		return nil, err
	}
	targets, err := revisions(ps)
	if err != nil {
		return nil, err
	}
	name, ok := lower.single()
	if !ok || !strings.Contains(name, "@") {
		return targets, nil
	}
	branch, _, _ := strings.Cut(name, "@")
	r, err := g.revision(branch)
	if err != nil {
		return nil, err
	}
	if r != nil && r.ID == branch {
		// An id was used as a label: its own branch is meant.
		labels := r.BranchLabels()
		if len(labels) != 1 {
			return nil, assertion("")
		}
		branch = labels[0]
	}
	return dedupe(slices.DeleteFunc(slices.Clone(targets), func(t *Revision) bool { return !t.labels[branch] })), nil
}

// collectDowngrade chooses what a downgrade from upper to lower undoes.
func (g *Graph) collectDowngrade(upper, lower Target, o IterateOptions) (revSet, []*Revision, *Error) {
	branch, target, err := g.downgradeTarget(upper, lower, !o.Lenient)
	if err != nil {
		return nil, nil, err
	}
	roots, err := g.downgradeRoots(branch, target.rev, o.Inclusive)
	if err != nil {
		return nil, nil, err
	}
	heads, err := g.revisionsOf(upper)
	if err != nil {
		return nil, nil, err
	}
	active := setOf(g.reach(heads, allParentsOf))
	todo := revSet{}
	for _, r := range g.reach(roots, allChildrenOf) {
		if active[r] {
			todo[r] = true
		}
	}
	if o.ImplicitBase {
		below := setOf(g.reach(roots, allParentsOf))
		for r := range active {
			if !below[r] {
				todo[r] = true
			}
		}
	}
	if target.rev != nil && len(todo) == 0 && !slices.Contains(heads, target.rev) {
		return nil, nil, notAncestor("Nothing to drop", upper.String())
	}
	return todo, heads, nil
}

// downgradeRoots finds the lowest revisions that are undone.
func (g *Graph) downgradeRoots(branch string, target *Revision, inclusive bool) ([]*Revision, *Error) {
	var roots []*Revision
	switch {
	case target == nil:
		// Labels count as well, so that one base with a label is several roots
		// and the branch is looked at.
		for _, k := range g.keys {
			if r := g.byKey[k]; r.IsBase() {
				roots = append(roots, r)
			}
		}
	case inclusive:
		roots = []*Revision{target}
	default:
		roots = target.next
	}
	if branch == "" || len(roots) < 2 {
		return roots, nil
	}
	b, err := g.branch(branch)
	if err != nil {
		return nil, err
	}
	ancestors := setOf(g.reach([]*Revision{b}, parentsOf))
	var kept []*Revision
	for _, r := range dedupe(roots) {
		if ancestors[r] {
			kept = append(kept, r)
		}
	}
	if len(kept) == 0 {
		return nil, revisionError("Not a valid downgrade target from current heads")
	}
	return kept, nil
}
