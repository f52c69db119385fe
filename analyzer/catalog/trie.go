package catalog

import "math/bits"

// A trie is a map from names that is never changed: with and without give
// another one that shares all but a path with it. The zero value is empty.
type trie[V any] struct {
	root *trieNode[V]
	n    int
}

// trieBits is how much of a hash one level looks at.
const trieBits = 4

// trieNode has a slot for each bit of present.
type trieNode[V any] struct {
	present uint16
	slots   []trieSlot[V]
}

// trieSlot is a node or a leaf.
type trieSlot[V any] struct {
	node *trieNode[V]
	leaf *trieLeaf[V]
}

// trieLeaf is one entry; next has the same hash.
type trieLeaf[V any] struct {
	hash  uint64
	key   string
	value V
	next  *trieLeaf[V]
}

// hashOf is FNV-1a with its bits mixed once more: the same in each run.
func hashOf(k string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(k) {
		h = (h ^ uint64(k[i])) * 1099511628211
	}
	return h ^ h>>32 ^ h>>15
}

// slot is the bit of a hash at a level, and its index in the node.
func (n *trieNode[V]) slot(hash uint64, shift uint) (bit uint16, i int) {
	bit = 1 << (hash >> shift & (1<<trieBits - 1))
	return bit, bits.OnesCount16(n.present & (bit - 1))
}

// leaf finds an entry; nil if there is none.
func (t trie[V]) leaf(hash uint64, k string) *trieLeaf[V] {
	n := t.root
	for shift := uint(0); n != nil; shift += trieBits {
		bit, i := n.slot(hash, shift)
		if n.present&bit == 0 {
			return nil
		}
		for l := n.slots[i].leaf; l != nil; l = l.next {
			if l.hash == hash && l.key == k {
				return l
			}
		}
		n = n.slots[i].node
	}
	return nil
}

// with is the map with an entry more, or with another value.
func (t trie[V]) with(hash uint64, k string, v V) trie[V] {
	old := t.leaf(hash, k)
	l := &trieLeaf[V]{hash: hash, key: k, value: v}
	out := trie[V]{root: t.root.with(l, 0), n: t.n}
	if old == nil {
		out.n++
	}
	return out
}

func (n *trieNode[V]) with(l *trieLeaf[V], shift uint) *trieNode[V] {
	if n == nil {
		bit, _ := (&trieNode[V]{}).slot(l.hash, shift)
		return &trieNode[V]{present: bit, slots: []trieSlot[V]{{leaf: l}}}
	}
	bit, i := n.slot(l.hash, shift)
	if n.present&bit == 0 {
		out := &trieNode[V]{present: n.present | bit, slots: make([]trieSlot[V], len(n.slots)+1)}
		copy(out.slots, n.slots[:i])
		out.slots[i].leaf = l
		copy(out.slots[i+1:], n.slots[i:])
		return out
	}
	out := &trieNode[V]{present: n.present, slots: make([]trieSlot[V], len(n.slots))}
	copy(out.slots, n.slots)
	s := &out.slots[i]
	switch {
	case s.node != nil:
		s.node = s.node.with(l, shift+trieBits)
	case s.leaf.hash == l.hash:
		l.next = s.leaf.except(l.key)
		s.leaf = l
	default:
		var sub *trieNode[V]
		*s = trieSlot[V]{node: sub.with(s.leaf, shift+trieBits).with(l, shift+trieBits)}
	}
	return out
}

// except is a list without a key.
func (l *trieLeaf[V]) except(k string) *trieLeaf[V] {
	switch {
	case l == nil:
		return nil
	case l.key == k:
		return l.next
	}
	c := *l
	c.next = l.next.except(k)
	return &c
}

// without is the map without an entry.
func (t trie[V]) without(hash uint64, k string) trie[V] {
	if t.leaf(hash, k) == nil {
		return t
	}
	return trie[V]{root: t.root.without(hash, k, 0), n: t.n - 1}
}

// without removes an entry that is there; nil is a node with nothing in it.
func (n *trieNode[V]) without(hash uint64, k string, shift uint) *trieNode[V] {
	bit, i := n.slot(hash, shift)
	s := n.slots[i]
	if s.node != nil {
		s.node = s.node.without(hash, k, shift+trieBits)
	} else {
		s.leaf = s.leaf.except(k)
	}
	if s.node == nil && s.leaf == nil {
		if len(n.slots) == 1 {
			return nil
		}
		out := &trieNode[V]{present: n.present &^ bit, slots: make([]trieSlot[V], len(n.slots)-1)}
		copy(out.slots, n.slots[:i])
		copy(out.slots[i:], n.slots[i+1:])
		return out
	}
	out := &trieNode[V]{present: n.present, slots: make([]trieSlot[V], len(n.slots))}
	copy(out.slots, n.slots)
	out.slots[i] = s
	return out
}

// each goes through the entries in no useful order; false ends it early.
func (t trie[V]) each(f func(*trieLeaf[V]) bool) bool { return t.root.each(f) }

func (n *trieNode[V]) each(f func(*trieLeaf[V]) bool) bool {
	if n == nil {
		return true
	}
	for _, s := range n.slots {
		for l := s.leaf; l != nil; l = l.next {
			if !f(l) {
				return false
			}
		}
		if !s.node.each(f) {
			return false
		}
	}
	return true
}
