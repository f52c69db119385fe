package pyrt

import "math/big"

// A bigRange is a range with a bound outside of what [Range] holds.
type bigRange struct{ start, stop, step, size *big.Int }

// Type gives the class.
func (*bigRange) Type() *Type { return RangeType }

// newBigRange makes a range of any bounds, in the smaller form if it fits.
func newBigRange(start, stop, step *big.Int) Value {
	if fitsRange(start) && fitsRange(stop) && fitsRange(step) {
		return &Range{start.Int64(), stop.Int64(), step.Int64()}
	}
	size := new(big.Int).Sub(stop, start)
	one := big.NewInt(int64(step.Sign()))
	size.Add(size, step).Sub(size, one).Quo(size, step)
	if size.Sign() < 0 || step.Sign() > 0 && start.Cmp(stop) >= 0 || step.Sign() < 0 && start.Cmp(stop) <= 0 {
		size.SetInt64(0)
	}
	return &bigRange{start, stop, step, size}
}

// fitsRange tells bounds with which the arithmetic of Range does not overflow.
func fitsRange(v *big.Int) bool { return v.BitLen() <= 61 }

// at gives the i-th element.
func (r *bigRange) at(i *big.Int) *big.Int {
	x := new(big.Int).Mul(i, r.step)
	return x.Add(x, r.start)
}

// Len implements len(range).
func (r *bigRange) Len(*Thread) (int, error) {
	if !r.size.IsInt64() {
		return 0, Errorf(OverflowError, "Python int too large to convert to C ssize_t")
	}
	return int(r.size.Int64()), nil
}

// Truth implements bool(range).
func (r *bigRange) Truth(*Thread) (bool, error) { return r.size.Sign() > 0, nil }

// Repr implements repr(range).
func (r *bigRange) Repr(t *Thread) (string, error) {
	out := "range("
	parts := []*big.Int{r.start, r.stop, r.step}
	if r.step.IsInt64() && r.step.Int64() == 1 {
		parts = parts[:2]
	}
	for i, p := range parts {
		s, err := Repr(t, MakeInt(p))
		if err != nil {
			return "", err
		}
		if i > 0 {
			out += ", "
		}
		out += s
	}
	return out + ")", nil
}

// GetItem implements range[i] and range[i:j:k].
func (r *bigRange) GetItem(t *Thread, key Value) (Value, error) {
	if s, ok := key.(*Slice); ok {
		start, stop, step, err := s.bigIndices(t, r.size)
		if err != nil {
			return nil, err
		}
		return newBigRange(r.at(start), r.at(stop), step.Mul(step, r.step)), nil
	}
	if numericRank(Underlying(key)) != 1 && key.Type().Lookup("__index__") == nil {
		return nil, Errorf(TypeError, "range indices must be integers or slices, not %s", typeName(key))
	}
	v, err := Index(t, key)
	if err != nil {
		return nil, err
	}
	i, _ := AsBigInt(v)
	if i.Sign() < 0 {
		i.Add(i, r.size)
	}
	if i.Sign() < 0 || i.Cmp(r.size) >= 0 {
		return nil, Errorf(IndexError, "range object index out of range")
	}
	return MakeInt(r.at(i)), nil
}

// bigIndices is slice.indices for a length of any size.
func (s *Slice) bigIndices(t *Thread, n *big.Int) (start, stop, step *big.Int, err error) {
	part := func(v Value, absent *big.Int, low, high *big.Int) (*big.Int, error) {
		if v == None {
			return new(big.Int).Set(absent), nil
		}
		x, err := Index(t, v)
		if err != nil {
			return nil, Errorf(TypeError, "slice indices must be integers or None or have an __index__ method")
		}
		i, _ := AsBigInt(x)
		if i.Sign() < 0 {
			i.Add(i, n)
		}
		if i.Cmp(low) < 0 {
			i.Set(low)
		}
		if i.Cmp(high) > 0 {
			i.Set(high)
		}
		return i, nil
	}
	if step, err = part(s.Step, big.NewInt(1), big.NewInt(0), n); err != nil {
		return nil, nil, nil, err
	}
	if s.Step != None { // a step is no position
		x, _ := Index(t, s.Step)
		step, _ = AsBigInt(x)
	}
	if step.Sign() == 0 {
		return nil, nil, nil, Errorf(ValueError, "slice step cannot be zero")
	}
	low, high := big.NewInt(0), n
	from, to := low, high
	if step.Sign() < 0 {
		low, high = big.NewInt(-1), new(big.Int).Sub(n, big.NewInt(1))
		from, to = high, low
	}
	if start, err = part(s.Start, from, low, high); err != nil {
		return nil, nil, nil, err
	}
	stop, err = part(s.Stop, to, low, high)
	return start, stop, step, err
}

// position gives the index of an integer; nil when it is not in the range.
func (r *bigRange) position(x *big.Int) *big.Int {
	if r.size.Sign() == 0 {
		return nil
	}
	d := new(big.Int).Sub(x, r.start)
	q, m := new(big.Int).QuoRem(d, r.step, new(big.Int))
	if m.Sign() != 0 || q.Sign() < 0 || q.Cmp(r.size) >= 0 {
		return nil
	}
	return q
}

// Contains implements x in range.
func (r *bigRange) Contains(t *Thread, v Value) (bool, error) {
	switch v.(type) {
	case Int, Bool, *BigInt:
		x, _ := AsBigInt(v)
		return r.position(x) != nil, nil
	}
	i, err := searchIter(t, r, v)
	return i >= 0, err
}

// canonical gives what decides equality of ranges.
func (r *bigRange) canonical() *Tuple {
	switch {
	case r.size.Sign() == 0:
		return NewTuple(Int(0), None, None)
	case r.size.IsInt64() && r.size.Int64() == 1:
		return NewTuple(Int(1), MakeInt(r.start), None)
	}
	return NewTuple(MakeInt(r.size), MakeInt(r.start), MakeInt(r.step))
}

// Hash implements hash(range).
func (r *bigRange) Hash(t *Thread) (int64, error) { return r.canonical().Hash(t) }

// Operate compares ranges as sequences.
func (r *bigRange) Operate(t *Thread, op Operator, other Value, _ bool) (Value, error) {
	return compareRanges(t, op, r, other)
}

// compareRanges compares two ranges of either form.
func compareRanges(t *Thread, op Operator, a interface{ canonical() *Tuple }, other Value) (Value, error) {
	o, ok := other.(interface{ canonical() *Tuple })
	if !ok || op != OpEq && op != OpNe {
		return NotImplemented, nil
	}
	return a.canonical().Operate(t, op, o.canonical(), false)
}

// A bigRangeIter goes through a bigRange.
type bigRangeIter struct{ next, step, left *big.Int }

// Type gives the class.
func (*bigRangeIter) Type() *Type { return longRangeIterType }

// Next implements Iterator.
func (it *bigRangeIter) Next(*Thread) (Value, error) {
	if it.left.Sign() <= 0 {
		return nil, nil
	}
	v := new(big.Int).Set(it.next)
	it.next.Add(it.next, it.step)
	it.left.Sub(it.left, big.NewInt(1))
	return MakeInt(v), nil
}

// Iter implements iter(range).
func (r *bigRange) Iter(*Thread) (Iterator, error) {
	return &bigRangeIter{new(big.Int).Set(r.start), r.step, new(big.Int).Set(r.size)}, nil
}

// reversed implements reversed(range).
func (r *bigRange) reversed() *bigRangeIter {
	last := r.at(new(big.Int).Sub(r.size, big.NewInt(1)))
	return &bigRangeIter{last, new(big.Int).Neg(r.step), new(big.Int).Set(r.size)}
}

// rangePart gives start, stop or step of a range of either form.
func rangePart(name string, small func(*Range) int64, large func(*bigRange) *big.Int) Member {
	return Getter(name, func(_ *Thread, v Value) (Value, error) {
		if r, ok := v.(*bigRange); ok {
			return MakeInt(large(r)), nil
		}
		return Int(small(v.(*Range))), nil
	})
}
