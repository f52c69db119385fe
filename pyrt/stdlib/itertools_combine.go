package stdlib

import "github.com/mrt-tools/mrt/pyrt"

// combinatoricIterators give tuples of elements of their pools.
func combinatoricIterators() []iteratorClass {
	return []iteratorClass{
		{signature: "product(*iterables, repeat=1)", start: plain(startProduct)},
		{signature: "permutations(iterable, r=None)", start: plain(startPermutations)},
		{signature: "combinations(iterable, r)", start: plain(func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
			return combined(t, a, func(at []int, n int) bool {
				r := len(at)
				i := r - 1
				for i >= 0 && at[i] == i+n-r {
					i--
				}
				if i < 0 {
					return false
				}
				at[i]++
				for j := i + 1; j < r; j++ {
					at[j] = at[j-1] + 1
				}
				return true
			}, false)
		})},
		{signature: "combinations_with_replacement(iterable, r)", start: plain(func(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
			return combined(t, a, func(at []int, n int) bool {
				i := len(at) - 1
				for i >= 0 && at[i] == n-1 {
					i--
				}
				if i < 0 {
					return false
				}
				next := at[i] + 1
				for ; i < len(at); i++ {
					at[i] = next
				}
				return true
			}, true)
		})},
	}
}

// picked is the tuple of the elements at the given places.
func picked(elems []pyrt.Value, at []int) pyrt.Value {
	out := make([]pyrt.Value, len(at))
	for i, j := range at {
		out[i] = elems[j]
	}
	return pyrt.NewTuple(out...)
}

// combined gives the elements at places that advance moves on, from the first
// ones; again tells that a place may be taken several times.
func combined(t *pyrt.Thread, a []pyrt.Value, advance func(at []int, n int) bool, again bool) (nextFunc, error) {
	elems, err := pyrt.Collect(t, a[0])
	if err != nil {
		return nil, err
	}
	r, err := tupleSize(t, a[1], "r must be non-negative")
	if err != nil {
		return nil, err
	}
	n := len(elems)
	if !again && r > n || again && n == 0 && r > 0 {
		return func(*pyrt.Thread) (pyrt.Value, error) { return nil, nil }, nil
	}
	at := make([]int, r)
	for i := range at {
		if !again {
			at[i] = i
		}
	}
	first := true
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		if !first && !advance(at, n) {
			return nil, nil
		}
		first = false
		return picked(elems, at), t.Step()
	}, nil
}

// tupleSize reads the length of the tuples to give.
func tupleSize(t *pyrt.Thread, v pyrt.Value, refusal string) (int, error) {
	n, err := pyrt.IndexInt(t, v)
	switch {
	case err != nil:
		return 0, err
	case n < 0:
		return 0, pyrt.Errorf(pyrt.ValueError, "%s", refusal)
	}
	return n, t.Alloc(int64(n), 32)
}

func startProduct(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
	repeat, err := tupleSize(t, a[1], "repeat argument cannot be negative")
	if err != nil {
		return nil, err
	}
	var once [][]pyrt.Value
	for _, v := range a[0].(*pyrt.Tuple).Elems {
		elems, err := pyrt.Collect(t, v)
		if err != nil {
			return nil, err
		}
		once = append(once, elems)
	}
	if err := t.Alloc(int64(repeat)*int64(len(once)), 48); err != nil {
		return nil, err
	}
	var pools [][]pyrt.Value
	for range repeat {
		pools = append(pools, once...)
	}
	at := make([]int, len(pools))
	first := true
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		i := len(pools) - 1
		for ; !first && i >= 0; i-- {
			if at[i]++; at[i] < len(pools[i]) {
				break
			}
			at[i] = 0
		}
		if !first && i < 0 {
			return nil, nil
		}
		first = false
		out := make([]pyrt.Value, len(pools))
		for i, p := range pools {
			if len(p) == 0 {
				return nil, nil
			}
			out[i] = p[at[i]]
		}
		return pyrt.NewTuple(out...), t.Step()
	}, nil
}

func startPermutations(t *pyrt.Thread, a []pyrt.Value) (nextFunc, error) {
	elems, err := pyrt.Collect(t, a[0])
	if err != nil {
		return nil, err
	}
	n, r := len(elems), len(elems)
	if a[1] != pyrt.None {
		if r, err = tupleSize(t, a[1], "r must be non-negative"); err != nil {
			return nil, err
		}
	}
	if r > n {
		return func(*pyrt.Thread) (pyrt.Value, error) { return nil, nil }, nil
	}
	at, cycles := make([]int, n), make([]int, r)
	for i := range at {
		at[i] = i
	}
	for i := range cycles {
		cycles[i] = n - i
	}
	first := true
	return func(t *pyrt.Thread) (pyrt.Value, error) {
		if !first && !permute(at, cycles) {
			return nil, nil
		}
		first = false
		return picked(elems, at[:r]), t.Step()
	}, nil
}

// permute moves on to the next permutation in the order of itertools.
func permute(at, cycles []int) bool {
	n := len(at)
	for i := len(cycles) - 1; i >= 0; i-- {
		if cycles[i]--; cycles[i] > 0 {
			j := n - cycles[i]
			at[i], at[j] = at[j], at[i]
			return true
		}
		moved := at[i]
		copy(at[i:], at[i+1:])
		at[n-1] = moved
		cycles[i] = n - i
	}
	return false
}
