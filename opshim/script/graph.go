package script

import (
	"slices"
	"sort"
)

// A Graph is the revision map: every revision by id and by label, and the
// arrows between them. It is not changed after [NewGraph].
//
// Where Alembic's answer depends on the order of a set, the graph uses load
// order (for the children of a revision) or the order written (for parents).
type Graph struct {
	// Warnings are the sentences that Alembic warns with while it loads.
	Warnings []string

	revs      []*Revision // load order, repeated ids included
	byID      map[string]*Revision
	keys      []string // of byKey, in order: ids, then labels
	byKey     map[string]*Revision
	keyPlace  map[string]int
	heads     []string
	realHeads []string
	bases     []string
}

// NewGraph orders revisions, given in load order. The error is an *[Error]:
// loops, cycles, illegal ids, a label used twice, an unknown parent.
func NewGraph(revs []*Revision) (*Graph, error) {
	g := &Graph{revs: revs, byID: map[string]*Revision{}, byKey: map[string]*Revision{}, keyPlace: map[string]int{}}
	b := &builder{Graph: g}
	for _, step := range []func() *Error{b.enter, b.mapLabels, b.resolveDeps, b.connect, b.normalize, b.detectCycles, b.spreadLabels} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// All returns the revisions in load order. An id that is present twice is
// represented by the last revision that has it.
func (g *Graph) All() []*Revision {
	out := make([]*Revision, 0, len(g.byID))
	for _, k := range g.keys[:len(g.byID)] {
		out = append(out, g.byID[k])
	}
	return out
}

// Repeated returns the revisions whose id another, loaded before, has as well.
func (g *Graph) Repeated() []*Revision {
	var out []*Revision
	seen := map[string]bool{}
	for _, r := range g.revs {
		if seen[r.ID] {
			out = append(out, r)
		}
		seen[r.ID] = true
	}
	return out
}

// First returns the revision with an id that was loaded first.
func (g *Graph) First(id string) *Revision {
	for _, r := range g.revs {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Heads returns the ids that no revision names as its down_revision.
func (g *Graph) Heads() []string { return slices.Clone(g.heads) }

// RealHeads returns the ids that no revision follows, dependencies counted:
// the rows of the version table after everything has been applied.
func (g *Graph) RealHeads() []string { return slices.Clone(g.realHeads) }

// Bases returns the ids of the revisions without down_revision.
func (g *Graph) Bases() []string { return slices.Clone(g.bases) }

// builder holds what is needed only while the graph is made.
type builder struct {
	*Graph
	headSet, realHeadSet []*Revision
	baseSet, realBaseSet []*Revision
}

// enter takes the revisions in, one by one.
func (b *builder) enter() *Error {
	for i, r := range b.revs {
		if err := r.verify(); err != nil {
			return err
		}
		r.place = i
		r.next, r.allNext, r.down, r.normDown = nil, nil, nil, nil
		r.labels = map[string]bool{}
		for _, l := range r.Labels {
			r.labels[l] = true
		}
		if _, ok := b.byID[r.ID]; ok {
			b.Warnings = append(b.Warnings, "Revision "+r.ID+" is present more than once")
		} else {
			b.addKey(r.ID)
		}
		b.byID[r.ID] = r
		b.byKey[r.ID] = r
		if r.IsBase() {
			b.bases = append(b.bases, r.ID)
			b.baseSet = append(b.baseSet, r)
			if len(r.DependsOn) == 0 {
				b.realBaseSet = append(b.realBaseSet, r)
			}
		}
	}
	return nil
}

func (b *builder) addKey(key string) {
	b.keyPlace[key] = len(b.keys)
	b.keys = append(b.keys, key)
}

func (b *builder) mapLabels() *Error {
	for _, r := range b.revs {
		for _, label := range r.Labels {
			if other, ok := b.byKey[label]; ok {
				return revisionError("Branch name '" + label + "' in revision " + r.ID +
					" already used by revision " + other.ID)
			}
			b.addKey(label)
			b.byKey[label] = r
		}
	}
	return nil
}

func (b *builder) resolveDeps() *Error {
	for _, r := range b.revs {
		r.resolved, r.normalized = nil, nil
		for _, dep := range r.DependsOn {
			d, ok := b.byKey[dep]
			if !ok {
				return b.notPresent(r, "depends_on", dep)
			}
			r.resolved = append(r.resolved, d.ID)
		}
	}
	return nil
}

// connect draws the arrows from parents to children.
func (b *builder) connect() *Error {
	notHead, notRealHead := map[*Revision]bool{}, map[*Revision]bool{}
	for _, key := range b.keys[:len(b.byID)] {
		r := b.byKey[key]
		for _, id := range r.allDown() {
			parent, ok := b.byKey[id]
			if !ok {
				b.Warnings = append(b.Warnings, "Revision "+id+" referenced from "+r.String()+" is not present")
				return b.notPresent(r, "down_revision", id)
			}
			parent.allNext = appendNew(parent.allNext, r)
			if slices.Contains(r.Down, parent.ID) {
				parent.next = appendNew(parent.next, r)
			}
			if slices.Contains(r.Down, id) {
				notHead[parent] = true
			}
			notRealHead[parent] = true
		}
	}
	for _, r := range b.revs {
		if !notHead[r] {
			b.headSet = append(b.headSet, r)
			b.heads = append(b.heads, r.ID)
		}
		if !notRealHead[r] {
			b.realHeadSet = append(b.realHeadSet, r)
			b.realHeads = append(b.realHeads, r.ID)
		}
	}
	return nil
}

func appendNew(list []*Revision, r *Revision) []*Revision {
	// Children arrive in load order, so a repetition can only be the last.
	if n := len(list); n > 0 && list[n-1] == r {
		return list
	}
	return append(list, r)
}

// normalize leaves out the dependencies that an ancestor depends on as well.
func (b *builder) normalize() *Error {
	for _, r := range b.revs {
		if len(r.resolved) == 0 {
			continue
		}
		inherited := map[string]bool{}
		err := b.follow([]*Revision{r}, b.byKey, func(x *Revision) []string { return x.Down }, func(x *Revision) {
			if x != r {
				for _, d := range x.resolved {
					inherited[d] = true
				}
			}
		})
		if err != nil {
			return err
		}
		for _, d := range dedupe(r.resolved) {
			if !inherited[d] {
				r.normalized = append(r.normalized, d)
			}
		}
	}
	return nil
}

// detectCycles finds revisions that cannot be reached both from a head
// downwards and from a base upwards.
func (b *builder) detectCycles() *Error {
	if len(b.byID) == 0 {
		return nil
	}
	type pass struct {
		heads, bases []*Revision
		down, up     func(*Revision) []string
		class        Class
		kind         string
	}
	passes := []pass{
		{b.headSet, b.baseSet, func(r *Revision) []string { return r.Down }, (*Revision).Next, CycleDetected, "Cycle"},
		{b.realHeadSet, b.realBaseSet, (*Revision).allDown, (*Revision).AllNext, DependencyCycleDetected, "Dependency cycle"},
	}
	for _, p := range passes {
		if len(p.heads) == 0 || len(p.bases) == 0 {
			return loop(p.class, p.kind, b.keys[:len(b.byID)]...)
		}
		below, above := map[string]bool{}, map[string]bool{}
		if err := b.follow(p.heads, b.byID, p.down, func(r *Revision) { below[r.ID] = true }); err != nil {
			return err
		}
		if err := b.follow(p.bases, b.byID, p.up, func(r *Revision) { above[r.ID] = true }); err != nil {
			return err
		}
		var lost []string
		for _, id := range b.keys[:len(b.byID)] {
			if !below[id] || !above[id] {
				lost = append(lost, id)
			}
		}
		if lost != nil {
			sort.Strings(lost)
			return loop(p.class, p.kind, lost...)
		}
	}
	b.link()
	return nil
}

// link stores the parents as pointers; from here on every id is known.
func (b *builder) link() {
	for _, r := range b.revs {
		for _, id := range r.Down {
			r.down = append(r.down, b.byID[id])
		}
		for _, id := range r.NormalizedDown() {
			r.normDown = append(r.normDown, b.byID[id])
		}
	}
}

// follow visits what is reachable from start by the ids that next gives, depth
// first, each revision once.
func (b *builder) follow(start []*Revision, known map[string]*Revision, next func(*Revision) []string, visit func(*Revision)) *Error {
	seen := make([]bool, len(b.revs))
	var todo []*Revision
	for _, s := range start {
		todo = append(todo, s)
		for len(todo) > 0 {
			r := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if seen[r.place] {
				continue
			}
			seen[r.place] = true
			for _, id := range next(r) {
				n, ok := known[id]
				if !ok {
					return keyError(id)
				}
				if n.ID != id {
					return revisionError("Dependency resolution failed; broken map")
				}
				todo = append(todo, n)
			}
			visit(r)
		}
	}
	return nil
}

// spreadLabels hands labels on: to all descendants, and from the last of them
// back towards the base until a branch or merge point.
func (b *builder) spreadLabels() *Error {
	for _, r := range b.revs {
		if len(r.Labels) == 0 {
			continue
		}
		give := r.BranchLabels()
		last := r
		for _, d := range b.reach([]*Revision{r}, childrenOf) {
			addLabels(d, give)
			last = d
		}
		for p := last; len(p.allNext) < 2 && !p.IsMergePoint(); p = p.down[0] {
			addLabels(p, give)
			if p.IsBase() {
				break
			}
		}
	}
	return nil
}

func addLabels(r *Revision, labels []string) {
	for _, l := range labels {
		r.labels[l] = true
	}
}
