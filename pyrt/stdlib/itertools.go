package stdlib

import (
	"github.com/mrt-tools/mrt/pyrt"
)

// A nextFunc gives the next value of an iterator; nil, nil at the end.
type nextFunc func(t *pyrt.Thread) (pyrt.Value, error)

// A lazyIterator is an instance of a class of itertools.
type lazyIterator struct {
	class *pyrt.Type
	next  nextFunc
	done  bool
	state any // what methods of the class look at
}

// Type is the class.
func (x *lazyIterator) Type() *pyrt.Type { return x.class }

// Next implements pyrt.Iterator; after the end it stays at the end.
func (x *lazyIterator) Next(t *pyrt.Thread) (pyrt.Value, error) {
	if x.done {
		return nil, nil
	}
	v, err := x.next(t)
	if v == nil && err == nil {
		x.done, x.next = true, nil
	}
	return v, err
}

// An iteratorClass describes a class of itertools. Function start gets the
// bound arguments.
type iteratorClass struct {
	signature string
	start     func(t *pyrt.Thread, a []pyrt.Value) (next nextFunc, state any, err error)
	members   func() []pyrt.Member
}

// plain adapts iterators that have no state to show.
func plain(f func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error)) func(*pyrt.Thread, []pyrt.Value) (nextFunc, any, error) {
	return func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, any, error) {
		next, err := f(t, a)
		return next, nil, err
	}
}

// make builds the class.
func (k iteratorClass) make() *pyrt.Type {
	bind := pyrt.NewBuiltin(k.signature, func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return pyrt.NewTuple(a...), nil })
	return pyrt.NewClass(pyrt.ClassSpec{Name: bind.Name, Module: "itertools", Members: func() []pyrt.Member {
		out := []pyrt.Member{
			pyrt.Method("__iter__(self, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
			pyrt.Method("__next__(self, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				v, err := a[0].(*lazyIterator).Next(t)
				if v == nil && err == nil {
					err = pyrt.NewException(pyrt.StopIteration)
				}
				return v, err
			}),
		}
		if k.members != nil {
			out = append(out, k.members()...)
		}
		return out
	}, New: func(t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
		bound, err := bind.Call(t, args)
		if err != nil {
			return nil, err
		}
		next, state, err := k.start(t, bound.(*pyrt.Tuple).Elems)
		if err != nil {
			return nil, err
		}
		return &lazyIterator{class: cls, next: next, state: state}, nil
	}})
}

// itertoolsModule is module itertools.
func itertoolsModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("itertools")
	m.Set("__doc__", pyrt.Str("Iterator building blocks."))
	for _, list := range [][]iteratorClass{endlessIterators(), sequenceIterators(), sliceIterators(), combinatoricIterators(), groupIterators()} {
		for _, k := range list {
			c := k.make()
			m.Set(c.Name, c)
		}
	}
	tee := teeClass()
	m.Set("_tee", tee)
	m.Define("tee(iterable, n=2, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return teeOf(t, tee, a) })
	return m
}

// endlessIterators are count, cycle and repeat.
func endlessIterators() []iteratorClass {
	return []iteratorClass{
		{signature: "count(start=0, step=1)", start: startCount, members: func() []pyrt.Member {
			return []pyrt.Member{pyrt.Method("__repr__(self, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				c := a[0].(*lazyIterator).state.(*counter)
				start, err := pyrt.Repr(t, c.at)
				if step, ok := c.step.(pyrt.Int); err != nil || ok && step == 1 {
					return pyrt.Str("count(" + start + ")"), err
				}
				step, err := pyrt.Repr(t, c.step)
				return pyrt.Str("count(" + start + ", " + step + ")"), err
			})}
		}},
		{signature: "cycle(iterable, /)", start: plain(func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
			it, err := pyrt.Iter(t, a[0])
			var saved []pyrt.Value
			at := 0
			return func(t *pyrt.Thread) (pyrt.Value, error) {
				if it != nil {
					v, err := it.Next(t)
					if v != nil || err != nil {
						saved = append(saved, v)
						return v, err
					}
					it = nil
				}
				if len(saved) == 0 {
					return nil, nil
				}
				at++
				return saved[(at-1)%len(saved)], nil
			}, err
		})},
		{signature: "repeat(object, times=...)", start: startRepeat, members: repeatMembers},
	}
}

// A counter is the state of count.
type counter struct{ at, step pyrt.Value }

func startCount(t *pyrt.Thread, a []pyrt.Value) (nextFunc, any, error) {
	for _, v := range a {
		switch pyrt.Underlying(v).(type) {
		case pyrt.Int, pyrt.Bool, pyrt.Float, pyrt.Complex, *pyrt.BigInt:
			continue
		case pyrt.Str, pyrt.Bytes, *pyrt.List, *pyrt.Tuple:
		default:
			if add, err := pyrt.LookupAttr(t, v, "__add__"); err == nil && add != nil {
				continue
			}
		}
		return nil, nil, pyrt.Errorf(pyrt.TypeError, "a number is required")
	}
	c := &counter{a[0], a[1]}
	if b, ok := c.at.(pyrt.Bool); ok {
		c.at, _ = pyrt.Index(t, b)
	}
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		v := c.at
		var err error
		c.at, err = pyrt.Binary(t, pyrt.OpAdd, v, c.step)
		return v, err
	}, c, nil
}

// A repeated is the state of repeat; left is negative when it has no end.
type repeated struct {
	value pyrt.Value
	left  int
}

func startRepeat(t *pyrt.Thread, a []pyrt.Value) (nextFunc, any, error) {
	r := &repeated{a[0], -1}
	if a[1] != nil {
		n, err := pyrt.IndexInt(t, a[1])
		if err != nil {
			return nil, nil, err
		}
		r.left = max(n, 0)
	}
	return func(*pyrt.Thread) (pyrt.Value, error) {
		switch {
		case r.left == 0:
			return nil, nil
		case r.left > 0:
			r.left--
		}
		return r.value, nil
	}, r, nil
}

func repeatMembers() []pyrt.Member {
	return []pyrt.Member{
		pyrt.Method("__length_hint__(self, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			r := a[0].(*lazyIterator).state.(*repeated)
			if r.left < 0 {
				return nil, pyrt.Errorf(pyrt.TypeError, "len() of unsized object")
			}
			return pyrt.Int(r.left), nil
		}),
		pyrt.Method("__repr__(self, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			r := a[0].(*lazyIterator).state.(*repeated)
			s, err := pyrt.Repr(t, r.value)
			if r.left >= 0 {
				s += ", " + itoa(r.left)
			}
			return pyrt.Str("repeat(" + s + ")"), err
		}),
	}
}
