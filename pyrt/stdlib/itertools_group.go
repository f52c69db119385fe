package stdlib

import "github.com/mrt-tools/mrt/pyrt"

// groupIterators is groupby.
func groupIterators() []iteratorClass {
	return []iteratorClass{{signature: "groupby(iterable, key=None)", start: plain(func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
		it, err := pyrt.Iter(t, a[0])
		group := iteratorClass{signature: "_grouper(parent, tgtkey, /)", start: plain(func(*pyrt.Thread, []pyrt.Value) (nextFunc, error) {
			return nil, pyrt.Errorf(pyrt.TypeError, "cannot create '_grouper' instances")
		})}
		g := &grouping{it: it, key: a[1], class: group.make()}
		return g.next, err
	})}}
}

// A grouping is the state of a groupby, which its groups share.
type grouping struct {
	it    pyrt.Iterator
	key   pyrt.Value
	class *pyrt.Type
	// value and current are the element at hand and its key; target is the key
	// of the current group.
	value, current, target pyrt.Value
	number                 int // of the current group
}

// advance takes the next element; false at the end.
func (g *grouping) advance(t *pyrt.Thread) (bool, error) {
	v, err := g.it.Next(t)
	if v == nil || err != nil {
		return false, err
	}
	k := v
	if g.key != pyrt.None {
		if k, err = pyrt.Call(t, g.key, pyrt.Positional(v)); err != nil {
			return false, err
		}
	}
	g.value, g.current = v, k
	return true, nil
}

// next skips what is left of the current group and gives the next one.
func (g *grouping) next(t *pyrt.Thread) (pyrt.Value, error) {
	g.number++
	for {
		if g.current != nil && g.target == nil {
			break
		}
		if g.current != nil {
			same, err := pyrt.Equal(t, g.current, g.target)
			if err != nil {
				return nil, err
			}
			if !same {
				break
			}
		}
		if ok, err := g.advance(t); !ok || err != nil {
			return nil, err
		}
	}
	g.target = g.current
	number, key := g.number, g.target
	return pyrt.NewTuple(key, &lazyIterator{class: g.class, next: func(t *pyrt.Thread) (pyrt.Value, error) { return g.member(t, number, key) }}), nil
}

// member gives the next element of a group that is still the current one.
func (g *grouping) member(t *pyrt.Thread, number int, key pyrt.Value) (pyrt.Value, error) {
	if g.number != number || g.value == nil {
		return nil, nil
	}
	same, err := pyrt.Equal(t, g.current, key)
	if err != nil || !same {
		return nil, err
	}
	v := g.value
	ok, err := g.advance(t)
	if !ok {
		g.value = nil
	}
	return v, err
}

// A teeLink is an element that several iterators of a tee may still need.
type teeLink struct {
	value pyrt.Value
	next  *teeLink
}

// A teeState is where one of them is.
type teeState struct {
	it   pyrt.Iterator
	link *teeLink
}

func (s *teeState) take(t *pyrt.Thread) (pyrt.Value, error) {
	if s.link.next == nil {
		v, err := s.it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		s.link.value, s.link.next = v, &teeLink{}
	}
	v := s.link.value
	s.link = s.link.next
	return v, nil
}

func (s *teeState) iterator(class *pyrt.Type) *lazyIterator {
	return &lazyIterator{class: class, next: s.take, state: s}
}

func teeClass() *pyrt.Type {
	k := iteratorClass{signature: "_tee(iterable, /)"}
	k.start = func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, any, error) {
		it, err := pyrt.Iter(t, a[0])
		s := &teeState{it, &teeLink{}}
		return s.take, s, err
	}
	k.members = func() []pyrt.Member {
		return []pyrt.Member{pyrt.Method("__copy__(self, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			x := a[0].(*lazyIterator)
			c := *x.state.(*teeState)
			return c.iterator(x.class), nil
		})}
	}
	return k.make()
}

// teeOf is tee(iterable, n): n iterators that share what they have read.
func teeOf(t *pyrt.Thread, class *pyrt.Type, a []pyrt.Value) (pyrt.Value, error) {
	n, err := tupleSize(t, a[1], "n must be >= 0")
	if err != nil {
		return nil, err
	}
	it, err := pyrt.Iter(t, a[0])
	if err != nil || n == 0 {
		return pyrt.NewTuple(), err
	}
	out := make([]pyrt.Value, n)
	x, ok := it.(*lazyIterator)
	if !ok || x.class != class {
		x = (&teeState{it, &teeLink{}}).iterator(class)
	}
	out[0] = x
	for i := 1; i < n; i++ {
		c := *x.state.(*teeState)
		out[i] = c.iterator(class)
	}
	return pyrt.NewTuple(out...), nil
}
