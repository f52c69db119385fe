package script

import "sort"

// order sorts todo so that every revision stands before its parents. The walk
// keeps one place per branch, goes down the branch it is on as far as no other
// place depends on it, and so keeps the steps of a branch together; ties follow
// load order.
func (g *Graph) order(todo revSet, heads []*Revision) ([]*Revision, *Error) {
	w := &walker{g: g, todo: todo}
	for _, h := range dedupe(heads) {
		if todo[h] {
			w.at = append(w.at, h)
		}
	}
	sort.SliceStable(w.at, func(i, j int) bool { return g.keyPlace[w.at[i].ID] < g.keyPlace[w.at[j].ID] })
	for _, h := range w.at {
		w.above = append(w.above, w.ancestors(h))
	}
	for len(w.at) > 0 {
		if j, ok := w.blocker(); ok {
			w.i = j
			continue
		}
		w.emit()
	}
	if len(w.todo) > 0 {
		return nil, assertion("")
	}
	return w.out, nil
}

// A walker is the state of one sort: the places and, for each, what lies
// below it, itself included.
type walker struct {
	g     *Graph
	todo  revSet
	at    []*Revision
	above []bits
	i     int
	out   []*Revision
}

// blocker finds another place that the current one is an ancestor of.
func (w *walker) blocker() (int, bool) {
	place := w.at[w.i].place
	for j, set := range w.above {
		if j != w.i && set.has(place) {
			return j, true
		}
	}
	return 0, false
}

// emit puts the current place out and moves on to its parents.
func (w *walker) emit() {
	r := w.at[w.i]
	if w.todo[r] {
		w.out = append(w.out, r)
		delete(w.todo, r)
	}
	var next []*Revision
	for _, d := range r.normDown {
		if w.todo[d] && !w.isPlace(d) {
			next = append(next, d)
		}
	}
	if len(next) == 0 {
		w.at = append(w.at[:w.i], w.at[w.i+1:]...)
		w.above = append(w.above[:w.i], w.above[w.i+1:]...)
		w.i = max(w.i-1, 0)
		return
	}
	w.at[w.i] = next[0]
	if len(r.Down) == 1 && len(r.normalized) == 0 {
		w.above[w.i].remove(r.place)
		return
	}
	w.above[w.i] = w.ancestors(next[0])
	for _, n := range next[1:] {
		w.at = append(w.at, n)
		w.above = append(w.above, w.ancestors(n))
	}
}

func (w *walker) isPlace(r *Revision) bool {
	for _, a := range w.at {
		if a == r {
			return true
		}
	}
	return false
}

func (w *walker) ancestors(r *Revision) bits {
	b := make(bits, (len(w.g.revs)+63)/64)
	todo := []*Revision{r}
	for len(todo) > 0 {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if b.has(x.place) {
			continue
		}
		b[x.place/64] |= 1 << (x.place % 64)
		todo = append(todo, x.normDown...)
	}
	return b
}

// bits is a set of positions in load order.
type bits []uint64

func (b bits) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }
func (b bits) remove(i int)   { b[i/64] &^= 1 << (i % 64) }
