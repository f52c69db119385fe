package pyrt

// A Set is a set or, frozen, a frozenset: an insertion-ordered collection.
type Set struct {
	d      Dict
	Frozen bool
}

// NewSet makes a set of elems; the error is the TypeError of an unhashable one.
func NewSet(t *Thread, elems ...Value) (*Set, error) {
	s := &Set{}
	for _, e := range elems {
		if err := s.Add(t, e); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Type is set or frozenset.
func (s *Set) Type() *Type {
	if s.Frozen {
		return FrozenSetType
	}
	return SetType
}

// Add puts v in.
func (s *Set) Add(t *Thread, v Value) error { return s.d.Set(t, v, None) }

// Remove takes v out and reports whether it was there.
func (s *Set) Remove(t *Thread, v Value) (bool, error) {
	x, err := s.d.Delete(t, v)
	return x != nil, err
}

// Has reports whether v is in the set.
func (s *Set) Has(t *Thread, v Value) (bool, error) {
	x, err := s.d.Get(t, v)
	return x != nil, err
}

// Elems returns the elements in insertion order.
func (s *Set) Elems() []Value { return s.d.Keys() }

// Size is the number of elements.
func (s *Set) Size() int { return s.d.Size() }

// Clear removes all elements.
func (s *Set) Clear() { s.d.Clear() }

// Copy makes a set of the same kind with the same elements.
func (s *Set) Copy() *Set { return &Set{d: *s.d.Copy(), Frozen: s.Frozen} }

// hash gives the hash of the elements whatever their order.
func (s *Set) hash() int64 {
	h := uint64(1927868237) * uint64(s.Size()+1)
	for i := range s.d.entries {
		if e := &s.d.entries[i]; e.key != nil {
			k := uint64(e.hashed())
			h ^= (k ^ 89869747 ^ k<<16) * 3644798167
		}
	}
	return int64((h ^ h>>11 ^ h>>25) * 69069 >> 4)
}
