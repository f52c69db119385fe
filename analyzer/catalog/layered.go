package catalog

import (
	"iter"
	"maps"
	"slices"
)

// A layered is a map from names of which copies are cheap: a base that all
// copies share, and what this copy changed. A zero value is an absent one.
//
// Why: each statement can fail and each run starts from the same state, so
// states are copied far more often than they are changed.
type layered[V comparable] struct {
	base   *base[V]
	own    map[string]V // the zero value hides one of the base
	shared bool         // own belongs to a copy as well
}

// base is what copies have in common; keys are sorted.
type base[V comparable] struct {
	m    map[string]V
	keys []string
}

func newLayered[V comparable]() layered[V] {
	return layered[V]{base: &base[V]{m: map[string]V{}}}
}

// copy returns an equal map.
func (l *layered[V]) copy() layered[V] {
	l.shared = true
	return *l
}

func (l *layered[V]) get(k string) V {
	if len(l.own) > 0 {
		if v, ok := l.own[k]; ok {
			return v
		}
	}
	return l.base.m[k]
}

func (l *layered[V]) set(k string, v V) {
	switch {
	case l.own == nil:
		l.own = map[string]V{}
	case l.shared:
		l.own = maps.Clone(l.own)
	}
	l.shared = false
	l.own[k] = v
}

func (l *layered[V]) del(k string) {
	var none V
	if l.get(k) != none {
		l.set(k, none)
	}
}

// keys lists the names in order. The list must not be changed.
func (l *layered[V]) keys() []string {
	var none V
	var extra []string
	hidden := 0
	for k, v := range l.own {
		_, old := l.base.m[k]
		switch {
		case old && v == none:
			hidden++
		case !old && v != none:
			extra = append(extra, k)
		}
	}
	if hidden == 0 && extra == nil {
		return l.base.keys
	}
	slices.Sort(extra)
	out := make([]string, 0, len(l.base.keys)+len(extra)-hidden)
	for _, k := range l.base.keys {
		for len(extra) > 0 && extra[0] < k {
			out, extra = append(out, extra[0]), extra[1:]
		}
		if v, ok := l.own[k]; !ok || v != none {
			out = append(out, k)
		}
	}
	return append(out, extra...)
}

// all goes through the map in no order.
func (l *layered[V]) all() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		var none V
		for k, v := range l.own {
			if v != none && !yield(k, v) {
				return
			}
		}
		for k, v := range l.base.m {
			if _, ok := l.own[k]; !ok && !yield(k, v) {
				return
			}
		}
	}
}

// settle moves the changes into the base. Copies that were made before must
// not be used any more.
func (l *layered[V]) settle() {
	var none V
	for k, v := range l.own {
		i, old := slices.BinarySearch(l.base.keys, k)
		switch {
		case v == none && old:
			delete(l.base.m, k)
			l.base.keys = slices.Delete(l.base.keys, i, i+1)
		case v != none:
			l.base.m[k] = v
			if !old {
				l.base.keys = slices.Insert(l.base.keys, i, k)
			}
		}
	}
	l.own, l.shared = nil, false
}

// changed adds the names at which two maps may differ.
func changed[V comparable](a, b *layered[V], to map[string]bool) {
	for _, l := range []*layered[V]{a, b} {
		for k := range l.own {
			to[k] = true
		}
		if a.base != b.base {
			for _, k := range l.base.keys {
				to[k] = true
			}
		}
	}
}
