package pyrt

// A sorted is an element and the key that it is sorted by.
type sorted struct{ key, elem Value }

// A sorter merges sorted runs with Python's <; the first error stops it.
type sorter struct {
	t     *Thread
	spare []sorted
}

// insertRun is the length up to which a run is sorted by insertion.
const insertRun = 12

// less is a < b; each comparison is a step.
func (s *sorter) less(a, b Value) (bool, error) {
	if err := s.t.step(); err != nil {
		return false, err
	}
	switch x := a.(type) {
	case Str:
		if y, ok := b.(Str); ok {
			return x < y, nil
		}
	case Int:
		if y, ok := b.(Int); ok {
			return x < y, nil
		}
	case Float:
		if y, ok := b.(Float); ok {
			return x < y, nil
		}
	}
	v, err := Binary(s.t, OpLt, a, b)
	if err != nil {
		return false, err
	}
	return Truth(s.t, v)
}

// sort orders list stably.
func (s *sorter) sort(list []sorted) error {
	if len(list) <= insertRun {
		return s.insert(list)
	}
	half := len(list) / 2
	if err := s.sort(list[:half]); err != nil {
		return err
	}
	if err := s.sort(list[half:]); err != nil {
		return err
	}
	return s.merge(list, half)
}

func (s *sorter) insert(list []sorted) error {
	for i := 1; i < len(list); i++ {
		x, j := list[i], i
		for ; j > 0; j-- {
			before, err := s.less(x.key, list[j-1].key)
			if err != nil {
				return err
			}
			if !before {
				break
			}
			list[j] = list[j-1]
		}
		list[j] = x
	}
	return nil
}

// merge joins the sorted list[:half] and list[half:].
func (s *sorter) merge(list []sorted, half int) error {
	swapped, err := s.less(list[half].key, list[half-1].key)
	if err != nil || !swapped {
		return err
	}
	left := append(s.spare[:0], list[:half]...)
	right, k := list[half:], 0
	for len(left) > 0 && len(right) > 0 {
		before, err := s.less(right[0].key, left[0].key)
		if err != nil {
			return err
		}
		if before {
			list[k], right = right[0], right[1:]
		} else {
			list[k], left = left[0], left[1:]
		}
		k++
	}
	copy(list[k:], left)
	return nil
}

// sortElems sorts a slice as sorted() does: stable, keys computed once, by a
// key function or None. After an error the elements are in some order.
func sortElems(t *Thread, elems []Value, key Value, reverse bool) error {
	if err := t.alloc(48 * len(elems)); err != nil {
		return err
	}
	list := make([]sorted, len(elems))
	for i, e := range elems {
		k := e
		if key != nil && key != None {
			var err error
			if k, err = Call(t, key, Positional(e)); err != nil {
				return err
			}
		}
		list[i] = sorted{k, e}
	}
	if reverse { // stability: equal elements keep their order
		reverseSorted(list)
	}
	s := &sorter{t: t, spare: make([]sorted, 0, len(list)/2)}
	if err := s.sort(list); err != nil {
		return err
	}
	if reverse {
		reverseSorted(list)
	}
	for i, p := range list {
		elems[i] = p.elem
	}
	return nil
}

func reverseSorted(list []sorted) {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
}
