package script

import "slices"

// Upgrade returns the steps of `alembic upgrade destination` for a database
// that stands at current, oldest first. Errors are CommandErrors.
func (g *Graph) Upgrade(destination, current Target) ([]Step, error) {
	revs, err := g.iterate(destination, current, IterateOptions{ImplicitBase: true})
	if err != nil {
		return nil, err.command(rewording{
			ancestor: "Destination " + destination.String() + " is not a valid upgrade target from current head(s)",
			end:      destination.String(),
		})
	}
	slices.Reverse(revs)
	return runSteps(revs, true), nil
}

// Downgrade returns the steps of `alembic downgrade destination` for a
// database that stands at current, newest first. Errors are CommandErrors.
func (g *Graph) Downgrade(destination, current Target) ([]Step, error) {
	revs, err := g.iterate(current, destination, IterateOptions{Downgrade: true})
	if err != nil {
		return nil, err.command(rewording{
			ancestor: "Destination " + destination.String() + " is not a valid downgrade target from current head(s)",
			end:      destination.String(),
		})
	}
	return runSteps(revs, false), nil
}

func runSteps(revs []*Revision, up bool) []Step {
	steps := make([]Step, len(revs))
	for i, r := range revs {
		steps[i] = &RevisionStep{Revision: r, Up: up}
	}
	return steps
}

// Stamp returns the steps of `alembic stamp target` for a database whose
// version table has the rows heads. Errors are CommandErrors.
func (g *Graph) Stamp(target, heads Target) ([]Step, error) {
	steps, err := g.stamp(target, heads)
	if err != nil {
		return nil, err.command(rewording{
			multipleHeads: "Multiple heads are present; please specify a single target revision",
		})
	}
	return steps, nil
}

func (g *Graph) stamp(target, heads Target) ([]Step, *Error) {
	rows, err := g.revisionsOf(heads)
	if err != nil {
		return nil, err.command(rewording{})
	}
	if target.IsNone() || target.String() == "" {
		target = One("base")
	}
	var on []*Revision // rows on the lineage of a target
	for _, name := range target.names {
		if name == "" {
			continue
		}
		found, err := g.filterRevs(rows, name, true)
		if err != nil {
			return nil, err
		}
		on = append(on, found...)
	}
	on = dedupe(on)
	dests, err := g.placesOf(target)
	if err != nil {
		return nil, err.command(rewording{})
	}
	if len(dests) == 0 {
		steps := make([]Step, len(on))
		for i, h := range on {
			steps[i] = &StampStep{FromIDs: []string{h.ID}, Branch: true}
		}
		return steps, nil
	}
	var steps []Step
	for _, d := range dests {
		if d.rev == nil {
			return nil, assertion("")
		}
		if step := g.stampOne(d.rev, on); step != nil {
			steps = append(steps, step)
		}
	}
	return steps, nil
}

// stampOne is the step towards one revision, nil if it has its row already.
func (g *Graph) stampOne(dest *Revision, on []*Revision) Step {
	if slices.Contains(on, dest) {
		return nil
	}
	rows := setOf(on)
	meets := func(next func(*Revision) []*Revision) bool {
		return slices.ContainsFunc(g.reach([]*Revision{dest}, next), func(r *Revision) bool { return rows[r] })
	}
	switch {
	case meets(allChildrenOf):
		return &StampStep{FromIDs: ids(on), ToIDs: []string{dest.ID}}
	case meets(allParentsOf):
		return &StampStep{FromIDs: ids(on), ToIDs: []string{dest.ID}, Up: true}
	}
	return &StampStep{ToIDs: []string{dest.ID}, Up: true, Branch: true}
}
