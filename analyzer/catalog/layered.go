package catalog

import (
	"iter"
	"slices"
	"sync"
)

// A layered is a map from names of which copies cost nothing: a base that all
// copies share, and what this copy changed. A zero value is an absent one.
//
// Why: each statement can fail and each run starts from the same state, so
// states are copied far more often than they are changed. Both parts are never
// written in place, so that copies may be used by several goroutines.
type layered[V comparable] struct {
	base *base[V]
	own  trie[V] // the zero value hides one of the base
}

// base is what copies have in common.
type base[V comparable] struct {
	m      trie[V]
	once   sync.Once
	sorted []string
}

func newLayered[V comparable]() layered[V] { return layered[V]{base: &base[V]{}} }

// keys lists the names of a base in order, once.
func (b *base[V]) keys() []string {
	b.once.Do(func() {
		b.sorted = make([]string, 0, b.m.n)
		b.m.each(func(l *trieLeaf[V]) bool {
			b.sorted = append(b.sorted, l.key)
			return true
		})
		slices.Sort(b.sorted)
	})
	return b.sorted
}

func (l *layered[V]) get(k string) V {
	var none V
	if l.own.n == 0 && l.base.m.n == 0 {
		return none
	}
	h := hashOf(k)
	if e := l.own.leaf(h, k); e != nil {
		return e.value
	}
	if e := l.base.m.leaf(h, k); e != nil {
		return e.value
	}
	return none
}

func (l *layered[V]) set(k string, v V) { l.own = l.own.with(hashOf(k), k, v) }

func (l *layered[V]) del(k string) {
	var none V
	if l.get(k) != none {
		l.set(k, none)
	}
}

// empty reports whether there is no name at all.
func (l *layered[V]) empty() bool {
	var none V
	return l.base.m.n == 0 && l.own.each(func(e *trieLeaf[V]) bool { return e.value == none })
}

// ownKeys lists the names that this copy changed, in order.
func (l *layered[V]) ownKeys() []string {
	out := make([]string, 0, l.own.n)
	l.own.each(func(e *trieLeaf[V]) bool {
		out = append(out, e.key)
		return true
	})
	slices.Sort(out)
	return out
}

// keys lists the names in order. The list must not be changed.
func (l *layered[V]) keys() []string {
	old := l.base.keys()
	if l.own.n == 0 {
		return old
	}
	var none V
	out := make([]string, 0, len(old)+l.own.n)
	own := l.ownKeys()
	for _, k := range old {
		for len(own) > 0 && own[0] < k {
			if l.get(own[0]) != none {
				out = append(out, own[0])
			}
			own = own[1:]
		}
		if len(own) > 0 && own[0] == k {
			own = own[1:]
			if l.get(k) == none {
				continue
			}
		}
		out = append(out, k)
	}
	for _, k := range own {
		if l.get(k) != none {
			out = append(out, k)
		}
	}
	return out
}

// all goes through the map in no useful order.
func (l *layered[V]) all() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		var none V
		if !l.own.each(func(e *trieLeaf[V]) bool { return e.value == none || yield(e.key, e.value) }) {
			return
		}
		l.base.m.each(func(e *trieLeaf[V]) bool { return l.own.leaf(e.hash, e.key) != nil || yield(e.key, e.value) })
	}
}

// settle makes the changes part of a new base.
func (l *layered[V]) settle() {
	if l.own.n == 0 {
		return
	}
	var none V
	m := l.base.m
	l.own.each(func(e *trieLeaf[V]) bool {
		if e.value == none {
			m = m.without(e.hash, e.key)
		} else {
			m = m.with(e.hash, e.key, e.value)
		}
		return true
	})
	*l = layered[V]{base: &base[V]{m: m}}
}

// changed adds the names at which two maps may differ.
func changed[V comparable](a, b *layered[V], to map[string]bool) {
	for _, l := range []*layered[V]{a, b} {
		l.own.each(func(e *trieLeaf[V]) bool {
			to[e.key] = true
			return true
		})
		if a.base != b.base {
			for _, k := range l.base.keys() {
				to[k] = true
			}
		}
	}
}
