package script

// FilterLineage keeps those of targets that are ancestors or descendants of
// what against names, or are it. An against that names the base keeps all.
func (g *Graph) FilterLineage(targets []string, against string, dependencies bool) ([]string, error) {
	out, err := filter(g, targets, against, dependencies, g.named)
	return out, asError(err)
}

func (g *Graph) named(name string) (*Revision, *Error) { return g.ident(name, "", false) }

func itself(r *Revision) (*Revision, *Error) { return r, nil }

func (g *Graph) filterIDs(targets []string, against string) ([]string, *Error) {
	return filter(g, targets, against, false, g.named)
}

func (g *Graph) filterRevs(targets []*Revision, against string, dependencies bool) ([]*Revision, *Error) {
	return filter(g, targets, against, dependencies, itself)
}

func filter[T any](g *Graph, targets []T, against string, dependencies bool, find func(T) (*Revision, *Error)) ([]T, *Error) {
	var names []string
	if against != "" {
		res, err := g.resolve(against)
		if err != nil {
			return nil, err
		}
		if res.branch != "" {
			names = append(names, res.branch)
		}
		names = append(names, res.ids...)
	}
	var out []T
	for _, t := range targets {
		if len(names) > 0 {
			r, err := find(t)
			if err != nil {
				return nil, err
			}
			ok, err := g.sharesNamed(r, names, dependencies)
			if err != nil {
				return nil, err
			}
			if !ok {
				continue
			}
		}
		out = append(out, t)
	}
	return out, nil
}

func (g *Graph) sharesNamed(r *Revision, names []string, dependencies bool) (bool, *Error) {
	test := make([]*Revision, 0, len(names))
	for _, n := range names {
		t, err := g.named(n)
		if err != nil {
			return false, err
		}
		test = append(test, t)
	}
	return g.sharesLineage(r, test, dependencies)
}

func (g *Graph) sharesLineage(r *Revision, test []*Revision, dependencies bool) (bool, *Error) {
	if len(test) == 0 {
		return true, nil
	}
	if r == nil {
		return false, assertion("")
	}
	wanted := setOf(test)
	up, down := childrenOf, parentsOf
	if dependencies {
		up, down = allChildrenOf, allParentsOf
	}
	for _, way := range []func(*Revision) []*Revision{up, down} {
		for _, x := range g.reach([]*Revision{r}, way) {
			if wanted[x] {
				return true, nil
			}
		}
	}
	return false, nil
}

// AllCurrent returns the branch heads of everything that is applied when the
// version table has these rows: the rows, and dependencies of theirs that are
// the tip of a branch of their own.
func (g *Graph) AllCurrent(rows Target) ([]*Revision, error) {
	revs, err := g.allCurrent(rows)
	return revs, asError(err)
}

func (g *Graph) allCurrent(rows Target) ([]*Revision, *Error) {
	ps, err := g.placesOf(rows)
	if err != nil {
		return nil, err
	}
	top, err := revisions(ps)
	if err != nil {
		return nil, err
	}
	applied := g.reach(top, allParentsOf)
	// A revision with an applied descendant, however far above, is no tip.
	set := setOf(applied)
	var out []*Revision
	for _, r := range applied {
		tip := true
		for _, d := range g.reach([]*Revision{r}, childrenOf) {
			if d != r && set[d] {
				tip = false
				break
			}
		}
		if tip {
			out = append(out, r)
		}
	}
	return out, nil
}
