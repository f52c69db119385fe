package stdlib

import (
	"math"

	"github.com/mrt-tools/mrt/pyrt"
)

// sequenceIterators are those that pass on what other iterators give.
func sequenceIterators() []iteratorClass {
	return []iteratorClass{
		{signature: "chain(*iterables)", start: plain(func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) { return chained(t, a[0]) }), members: chainMembers},
		{signature: "accumulate(iterable, func=None, *, initial=None)", start: plain(startAccumulate)},
		{signature: "compress(data, selectors)", start: plain(startCompress)},
		{signature: "takewhile(predicate, iterable, /)", start: plain(func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
			return filtered(t, a, func(ok bool) choice { return choice{keep: ok, stop: !ok} })
		})},
		{signature: "dropwhile(predicate, iterable, /)", start: plain(func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
			return filtered(t, a, func(ok bool) choice { return choice{keep: !ok, all: !ok} })
		})},
		{signature: "filterfalse(function, iterable, /)", start: plain(func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
			return filtered(t, a, func(ok bool) choice { return choice{keep: !ok} })
		})},
		{signature: "starmap(function, iterable, /)", start: plain(func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
			it, err := pyrt.Iter(t, a[1])
			return func(t *pyrt.Thread) (pyrt.Value, error) {
				row, err := it.Next(t)
				if row == nil || err != nil {
					return nil, err
				}
				args, err := pyrt.Collect(t, row)
				if err != nil {
					return nil, err
				}
				return pyrt.Call(t, a[0], pyrt.Positional(args...))
			}, err
		})},
		{signature: "pairwise(iterable, /)", start: plain(startPairwise)},
		{signature: "zip_longest(*iterables, fillvalue=None)", start: plain(startZipLongest)},
	}
}

func chainMembers() []pyrt.Member {
	return []pyrt.Member{
		pyrt.ClassFunc("from_iterable(cls, iterable, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			next, err := chained(t, a[1])
			return &lazyIterator{class: a[0].(*pyrt.Type), next: next}, err
		}),
		pyrt.ClassFunc("__class_getitem__(cls, key, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.NewGenericAlias(a[0], a[1]), nil
		}),
	}
}

// chained passes on the elements of the elements of v.
func chained(t *pyrt.Thread, v pyrt.Value) (nextFunc, error) {
	outer, err := pyrt.Iter(t, v)
	var inner pyrt.Iterator
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		for {
			if inner != nil {
				if v, err := inner.Next(t); v != nil || err != nil {
					return v, err
				}
			}
			if err := t.Step(); err != nil {
				return nil, err
			}
			v, err := outer.Next(t)
			if v == nil || err != nil {
				return nil, err
			}
			if inner, err = pyrt.Iter(t, v); err != nil {
				return nil, err
			}
		}
	}, err
}

func startAccumulate(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
	it, err := pyrt.Iter(t, a[0])
	total := a[2]
	first := true
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		if first {
			first = false
			if total != pyrt.None {
				return total, nil
			}
			v, err := it.Next(t)
			total = v
			return v, err
		}
		v, err := it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		if a[1] == pyrt.None {
			total, err = pyrt.Binary(t, pyrt.OpAdd, total, v)
		} else {
			total, err = pyrt.Call(t, a[1], pyrt.Positional(total, v))
		}
		if err != nil {
			return nil, err
		}
		return total, nil
	}, err
}

func startCompress(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
	data, err := pyrt.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	selectors, err := pyrt.Iter(t, a[1])
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		for {
			v, err := data.Next(t)
			if v == nil || err != nil {
				return nil, err
			}
			s, err := selectors.Next(t)
			if s == nil || err != nil {
				return nil, err
			}
			if ok, err := pyrt.Truth(t, s); err != nil || ok {
				return v, err
			}
			if err := t.Step(); err != nil {
				return nil, err
			}
		}
	}, err
}

// A choice tells what to do with an element, and with all that follow.
type choice struct{ keep, all, stop bool }

// filtered passes on the elements that decide keeps; a holds the function,
// None for the truth of the element, and the iterable.
func filtered(t *pyrt.Thread, a []pyrt.Value, decide func(bool) choice) (nextFunc, error) {
	it, err := pyrt.Iter(t, a[1])
	all := false
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		for {
			v, err := it.Next(t)
			if v == nil || err != nil || all {
				return v, err
			}
			test := v
			if a[0] != pyrt.None {
				if test, err = pyrt.Call(t, a[0], pyrt.Positional(v)); err != nil {
					return nil, err
				}
			}
			ok, err := pyrt.Truth(t, test)
			if err != nil {
				return nil, err
			}
			c := decide(ok)
			all = c.all
			switch {
			case c.stop:
				return nil, nil
			case c.keep:
				return v, nil
			}
			if err := t.Step(); err != nil {
				return nil, err
			}
		}
	}, err
}

func startPairwise(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
	it, err := pyrt.Iter(t, a[0])
	var last pyrt.Value
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		if last == nil {
			v, err := it.Next(t)
			if v == nil || err != nil {
				return nil, err
			}
			last = v
		}
		v, err := it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		pair := pyrt.NewTuple(last, v)
		last = v
		return pair, nil
	}, err
}

func startZipLongest(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
	its := make([]pyrt.Iterator, 0, 4)
	for _, v := range a[0].(*pyrt.Tuple).Elems {
		it, err := pyrt.Iter(t, v)
		if err != nil {
			return nil, err
		}
		its = append(its, it)
	}
	active := len(its)
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		if active == 0 {
			return nil, nil
		}
		row := make([]pyrt.Value, len(its))
		for i, it := range its {
			row[i] = a[1]
			if it == nil {
				continue
			}
			v, err := it.Next(t)
			if err != nil {
				active = 0
				return nil, err
			}
			if v != nil {
				row[i] = v
				continue
			}
			its[i] = nil
			if active--; active == 0 {
				return nil, nil
			}
		}
		return pyrt.NewTuple(row...), nil
	}, nil
}

// sliceIterators are islice and batched.
func sliceIterators() []iteratorClass {
	return []iteratorClass{
		{signature: "islice(iterable, /, *args)", start: plain(startSlice)},
		{signature: "batched(iterable, n, *, strict=False)", start: plain(func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
			n, err := pyrt.IndexInt(t, a[1])
			if err != nil {
				return nil, err
			}
			if n < 1 {
				return nil, pyrt.Errorf(pyrt.ValueError, "n must be at least one")
			}
			strict, err := pyrt.Truth(t, a[2])
			if err != nil {
				return nil, err
			}
			it, err := pyrt.Iter(t, a[0])
			return func(t *pyrt.Thread) (pyrt.Value, error) {
				var batch []pyrt.Value
				for len(batch) < n {
					v, err := it.Next(t)
					if err == nil {
						err = t.Step()
					}
					if err != nil {
						return nil, err
					}
					if v == nil {
						break
					}
					batch = append(batch, v)
				}
				switch {
				case len(batch) == 0:
					return nil, nil
				case strict && len(batch) != n:
					return nil, pyrt.Errorf(pyrt.ValueError, "batched(): incomplete batch")
				}
				return pyrt.NewTuple(batch...), nil
			}, err
		})},
	}
}

// sliceBounds reads the arguments of islice; stop is negative without an end.
func sliceBounds(t *pyrt.Thread, args []pyrt.Value) (start, stop, step int, err error) {
	switch len(args) {
	case 1:
		args = []pyrt.Value{pyrt.None, args[0], pyrt.None}
	case 2:
		args = []pyrt.Value{args[0], args[1], pyrt.None}
	case 3:
	default:
		what := "most 4"
		if len(args) == 0 {
			what = "least 2"
		}
		return 0, 0, 0, pyrt.Errorf(pyrt.TypeError, "islice expected at %s arguments, got %d", what, len(args)+1)
	}
	read := func(v pyrt.Value, other, low int, text string) int {
		if v == pyrt.None || err != nil {
			return other
		}
		n, nerr := pyrt.IndexInt(t, v)
		if nerr != nil || n < low {
			err = pyrt.Errorf(pyrt.ValueError, "%s", text)
		}
		return n
	}
	stop = read(args[1], -1, 0, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
	start = read(args[0], 0, 0, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
	step = read(args[2], 1, 1, "Step for islice() must be a positive integer or None.")
	return start, stop, step, err
}

func startSlice(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
	start, stop, step, err := sliceBounds(t, a[1].(*pyrt.Tuple).Elems)
	if err != nil {
		return nil, err
	}
	if stop < 0 {
		stop = math.MaxInt
	}
	it, err := pyrt.Iter(t, a[0])
	at, due := 0, start // elements taken so far; where the next one to give is
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		for at < due {
			if v, err := it.Next(t); v == nil || err != nil {
				return nil, err
			}
			at++
			if err := t.Step(); err != nil {
				return nil, err
			}
		}
		if at >= stop {
			return nil, nil
		}
		v, err := it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		at++
		if due += step; due < 0 || due > stop {
			due = stop
		}
		return v, nil
	}, err
}
