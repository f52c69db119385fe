package script

import "strings"

// The four ways along the arrows.
func childrenOf(r *Revision) []*Revision    { return r.next }
func allChildrenOf(r *Revision) []*Revision { return r.allNext }
func parentsOf(r *Revision) []*Revision     { return r.down }
func allParentsOf(r *Revision) []*Revision  { return r.normDown }

// reach returns what can be reached from start, start included, depth first,
// each revision once.
func (g *Graph) reach(start []*Revision, next func(*Revision) []*Revision) []*Revision {
	seen := make([]bool, len(g.revs))
	var todo, out []*Revision
	for _, s := range start {
		todo = append(todo, s)
		for len(todo) > 0 {
			r := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if seen[r.place] {
				continue
			}
			seen[r.place] = true
			out = append(out, r)
			todo = append(todo, next(r)...)
		}
	}
	return out
}

// reachApart is reach for starts that must not lie on each other's way. The
// look-out stops where an earlier start has been, as Alembic's does, so which
// of two overlapping starts is named depends on their order.
func (g *Graph) reachApart(start []*Revision, next func(*Revision) []*Revision) ([]*Revision, *Error) {
	isStart := make(map[*Revision]bool, len(start))
	for _, s := range start {
		isStart[s] = true
	}
	seen := make([]bool, len(g.revs))
	var todo, out []*Revision
	for _, s := range start {
		met := map[*Revision]bool{}
		todo = append(todo, s)
		for len(todo) > 0 {
			r := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if isStart[r] && r != s {
				met[r] = true
			}
			if seen[r.place] {
				continue
			}
			seen[r.place] = true
			out = append(out, r)
			todo = append(todo, next(r)...)
		}
		if len(met) > 0 {
			var names []string
			for _, o := range dedupe(start) {
				if met[o] {
					names = append(names, o.ID)
				}
			}
			return nil, revisionError("Requested revision " + s.ID + " overlaps with other requested revisions " +
				strings.Join(names, ", "))
		}
	}
	return out, nil
}

// A revSet is a set of revisions of one graph.
type revSet map[*Revision]bool

func setOf(lists ...[]*Revision) revSet {
	s := revSet{}
	for _, l := range lists {
		for _, r := range l {
			s[r] = true
		}
	}
	return s
}
