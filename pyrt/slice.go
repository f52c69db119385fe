package pyrt

import (
	"math"
	"math/big"
)

// Indices resolves a slice for a sequence of length n: start, stop, step and
// the number of elements.
func (s *Slice) Indices(t *Thread, n int) (start, stop, step, count int, err error) {
	step = 1
	if s.Step != None {
		if step, err = sliceIndex(t, s.Step); err != nil {
			return
		}
		if step == 0 {
			err = Errorf(ValueError, "slice step cannot be zero")
			return
		}
		step = max(step, -math.MaxInt)
	}
	lo, hi := 0, n
	if step < 0 {
		lo, hi = -1, n-1
	}
	resolve := func(v Value, absent int) (int, error) {
		if v == None {
			return absent, nil
		}
		i, err := sliceIndex(t, v)
		if err != nil {
			return 0, err
		}
		if i < 0 {
			return max(i+n, lo), nil
		}
		return min(i, hi), nil
	}
	first, last := lo, hi
	if step < 0 {
		first, last = hi, lo
	}
	if start, err = resolve(s.Start, first); err != nil {
		return
	}
	if stop, err = resolve(s.Stop, last); err != nil {
		return
	}
	return start, stop, step, sliceCount(start, stop, step), nil
}

func sliceCount(start, stop, step int) int {
	switch {
	case step > 0 && start < stop:
		return (stop-start-1)/step + 1
	case step < 0 && start > stop:
		return (start-stop-1)/-step + 1
	}
	return 0
}

// sliceNew is slice(stop) and slice(start, stop[, step]).
func sliceNew(t *Thread, cls *Type, args Args) (Value, error) {
	if err := noKeywords("slice", args); err != nil {
		return nil, err
	}
	if err := checkCount("slice", len(args.Pos), 1, 3); err != nil {
		return nil, err
	}
	s := &Slice{None, args.Pos[0], None}
	if len(args.Pos) > 1 {
		s.Start, s.Stop = args.Pos[0], args.Pos[1]
	}
	if len(args.Pos) > 2 {
		s.Step = args.Pos[2]
	}
	return s, nil
}

// Repr implements repr(slice).
func (s *Slice) Repr(t *Thread) (string, error) {
	parts := [3]string{}
	for i, v := range []Value{s.Start, s.Stop, s.Step} {
		r, err := Repr(t, v)
		if err != nil {
			return "", err
		}
		parts[i] = r
	}
	return "slice(" + parts[0] + ", " + parts[1] + ", " + parts[2] + ")", nil
}

func (s *Slice) tuple() *Tuple { return NewTuple(s.Start, s.Stop, s.Step) }

// Hash implements hash(slice): that of its parts.
func (s *Slice) Hash(t *Thread) (int64, error) { return s.tuple().Hash(t) }

// Operate compares slices as tuples.
func (s *Slice) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	o, ok := other.(*Slice)
	if !ok || op < OpEq || op > OpGe {
		return NotImplemented, nil
	}
	return s.tuple().Operate(t, op, o.tuple(), reflected)
}

// sliceMembers are the attributes of slice.
func sliceMembers() []Member {
	part := func(name string, get func(*Slice) Value) Member {
		return Getter(name, func(_ *Thread, v Value) (Value, error) { return get(v.(*Slice)), nil })
	}
	return []Member{
		part("start", func(s *Slice) Value { return s.Start }),
		part("stop", func(s *Slice) Value { return s.Stop }),
		part("step", func(s *Slice) Value { return s.Step }),
		oneArg(SliceType, "indices", func(t *Thread, s *Slice, a Value) (Value, error) {
			n, err := clampInt(t, a)
			if err != nil {
				return nil, err
			}
			if n < 0 {
				return nil, Errorf(ValueError, "length should not be negative")
			}
			start, stop, step, _, err := s.Indices(t, n)
			return NewTuple(Int(start), Int(stop), Int(step)), err
		}),
		noArgs(SliceType, "__reduce__", func(_ *Thread, s *Slice) (Value, error) { return NewTuple(SliceType, s.tuple()), nil }),
	}
}

// rangeNew is range(stop) and range(start, stop[, step]).
func rangeNew(t *Thread, cls *Type, args Args) (Value, error) {
	if err := noKeywords("range", args); err != nil {
		return nil, err
	}
	if err := checkCount("range", len(args.Pos), 1, 3); err != nil {
		return nil, err
	}
	if len(args.Pos) == 1 {
		if x, ok := args.Pos[0].(Int); ok && x < 1<<60 && x > -1<<60 {
			return &Range{0, int64(x), 1}, nil
		}
	}
	n := [3]*big.Int{big.NewInt(0), big.NewInt(0), big.NewInt(1)}
	for i, a := range args.Pos {
		v, err := Index(t, a)
		if err != nil {
			return nil, err
		}
		if len(args.Pos) == 1 {
			i = 1
		}
		n[i], _ = AsBigInt(v)
	}
	if n[2].Sign() == 0 {
		return nil, Errorf(ValueError, "range() arg 3 must not be zero")
	}
	return newBigRange(n[0], n[1], n[2]), nil
}

// size is the number of elements.
func (r *Range) size() int { return sliceCount(int(r.Start), int(r.Stop), int(r.Step)) }

// at gives the i-th element.
func (r *Range) at(i int) Int { return Int(r.Start + int64(i)*r.Step) }

// Len implements len(range).
func (r *Range) Len(*Thread) (int, error) { return r.size(), nil }

// Truth implements bool(range).
func (r *Range) Truth(*Thread) (bool, error) { return r.size() > 0, nil }

// Repr implements repr(range).
func (r *Range) Repr(*Thread) (string, error) {
	s := "range(" + itoa(r.Start) + ", " + itoa(r.Stop)
	if r.Step != 1 {
		s += ", " + itoa(r.Step)
	}
	return s + ")", nil
}

func itoa(n int64) string { return big.NewInt(n).String() }

// GetItem implements range[i] and range[i:j:k].
func (r *Range) GetItem(t *Thread, key Value) (Value, error) {
	if s, ok := key.(*Slice); ok {
		start, stop, step, _, err := s.Indices(t, r.size())
		if err != nil {
			return nil, err
		}
		if step > math.MaxInt32 || step < math.MinInt32 || r.Step > math.MaxInt32 || r.Step < math.MinInt32 {
			wide := new(big.Int).Mul(big.NewInt(r.Step), big.NewInt(int64(step)))
			return newBigRange(big.NewInt(int64(r.at(start))), big.NewInt(int64(r.at(stop))), wide), nil
		}
		return &Range{int64(r.at(start)), int64(r.at(stop)), r.Step * int64(step)}, nil
	}
	i, err := seqIndex(t, key, r.size(), "range", "range object index out of range")
	if err != nil {
		return nil, err
	}
	return r.at(i), nil
}

// index gives the position of an integer, or -1.
func (r *Range) index(x int64) int {
	d := x - r.Start
	if r.Step > 0 && (x < r.Start || x >= r.Stop) || r.Step < 0 && (x > r.Start || x <= r.Stop) || d%r.Step != 0 {
		return -1
	}
	return int(d / r.Step)
}

// Contains implements x in range.
func (r *Range) Contains(t *Thread, v Value) (bool, error) {
	switch x := v.(type) {
	case Int:
		return r.index(int64(x)) >= 0, nil
	case Bool:
		return r.index(int64(boolInt(x))) >= 0, nil
	case *BigInt:
		return false, nil
	case Float:
		return float64(x) == math.Floor(float64(x)) && math.Abs(float64(x)) < 1<<62 && r.index(int64(x)) >= 0, nil
	}
	i, err := searchIter(t, r, v)
	return i >= 0, err
}

// searchIter finds v among the elements of an iterable: its position or -1.
func searchIter(t *Thread, in, v Value) (int, error) {
	it, err := Iter(t, in)
	if err != nil {
		return -1, err
	}
	for i := 0; ; i++ {
		x, err := it.Next(t)
		if err != nil || x == nil {
			return -1, err
		}
		if eq, err := Equal(t, x, v); err != nil || eq {
			return i, err
		}
	}
}

// canonical gives what decides equality of ranges.
func (r *Range) canonical() *Tuple {
	n := r.size()
	switch n {
	case 0:
		return NewTuple(Int(0), None, None)
	case 1:
		return NewTuple(Int(1), Int(r.Start), None)
	}
	return NewTuple(Int(n), Int(r.Start), Int(r.Step))
}

// Hash implements hash(range).
func (r *Range) Hash(t *Thread) (int64, error) { return r.canonical().Hash(t) }

// Operate compares ranges as sequences.
func (r *Range) Operate(t *Thread, op Operator, other Value, _ bool) (Value, error) {
	return compareRanges(t, op, r, other)
}

type rangeIter struct{ next, step, left int64 }

func (*rangeIter) Type() *Type { return rangeIterType }

func (it *rangeIter) Next(*Thread) (Value, error) {
	if it.left <= 0 {
		return nil, nil
	}
	v := it.next
	it.next += it.step
	it.left--
	return Int(v), nil
}

func (it *rangeIter) lengthHint() int { return int(it.left) }

// Iter implements iter(range).
func (r *Range) Iter(*Thread) (Iterator, error) {
	return &rangeIter{r.Start, r.Step, int64(r.size())}, nil
}

// rangeMembers are the methods of range.
func rangeMembers() []Member {
	return []Member{
		rangePart("start", func(r *Range) int64 { return r.Start }, func(r *bigRange) *big.Int { return r.start }),
		rangePart("stop", func(r *Range) int64 { return r.Stop }, func(r *bigRange) *big.Int { return r.stop }),
		rangePart("step", func(r *Range) int64 { return r.Step }, func(r *bigRange) *big.Int { return r.step }),
		oneArg(RangeType, "count", func(t *Thread, r Container, a Value) (Value, error) {
			in, err := r.Contains(t, a)
			return boolInt(Bool(in)), err
		}),
		oneArg(RangeType, "index", rangeIndex),
		noArgs(RangeType, "__reversed__", func(_ *Thread, v Value) (Value, error) {
			if r, ok := v.(*bigRange); ok {
				return r.reversed(), nil
			}
			r := v.(*Range)
			n := r.size()
			return &rangeIter{int64(r.at(n - 1)), -r.Step, int64(n)}, nil
		}),
		noArgs(RangeType, "__reduce__", func(t *Thread, v Value) (Value, error) {
			var parts []Value
			for _, name := range []string{"start", "stop", "step"} {
				x, err := GetAttr(t, v, name)
				if err != nil {
					return nil, err
				}
				parts = append(parts, x)
			}
			return NewTuple(RangeType, NewTuple(parts...)), nil
		}),
	}
}

func rangeIndex(t *Thread, r, a Value) (Value, error) {
	x, isInt := AsBigInt(a)
	if !isInt {
		i, err := searchIter(t, r, a)
		if err == nil && i < 0 {
			return nil, Errorf(ValueError, "sequence.index(x): x not in sequence")
		}
		return Int(i), err
	}
	if b, ok := r.(*bigRange); ok {
		if q := b.position(x); q != nil {
			return MakeInt(q), nil
		}
	} else if x.IsInt64() {
		if i := r.(*Range).index(x.Int64()); i >= 0 {
			return Int(i), nil
		}
	}
	return nil, Errorf(ValueError, "range.index(x): x not in range")
}

// seqIndex resolves an integer index; name and outOfRange are for the errors.
func seqIndex(t *Thread, key Value, n int, name, outOfRange string) (int, error) {
	i, ok := key.(Int)
	if !ok {
		if numericRank(Underlying(key)) != 1 && key.Type().Lookup("__index__") == nil {
			if name == "string" {
				return 0, Errorf(TypeError, "string indices must be integers, not '%s'", typeName(key))
			}
			return 0, Errorf(TypeError, "%s indices must be integers or slices, not %s", name, typeName(key))
		}
		v, err := Index(t, key)
		if err != nil {
			return 0, err
		}
		if i, ok = v.(Int); !ok {
			return 0, Errorf(IndexError, "cannot fit '%s' into an index-sized integer", typeName(key))
		}
	}
	if i < 0 {
		i += Int(n)
	}
	if i < 0 || int(i) >= n {
		return 0, Errorf(IndexError, "%s", outOfRange)
	}
	return int(i), nil
}
