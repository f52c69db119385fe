package pyrt

import (
	"hash/maphash"
	"math"
	"math/big"
	"math/bits"
	"reflect"
)

// hashSeed makes string hashes differ from process to process, as in CPython;
// nothing that can be seen depends on them because dicts and sets keep
// insertion order.
var hashSeed = maphash.MakeSeed()

// hashModulus is CPython's prime 2**61-1: equal numbers of all types hash
// alike (library reference, "Hashing of numeric types").
const hashModulus = 1<<61 - 1

// hashString keeps below the modulus, so that a __hash__ method which passes
// the hash of a string on gives the same number.
func hashString(s string) int64 { return int64(maphash.String(hashSeed, s) >> 4) }

// Hash implements hash(str).
func (s Str) Hash(*Thread) (int64, error) { return hashString(string(s)), nil }

// Hash implements hash(bytes).
func (s Bytes) Hash(*Thread) (int64, error) { return hashString(string(s)), nil }

// Hash implements hash(None).
func (NoneKind) Hash(*Thread) (int64, error) { return 0xfca86420, nil }

// Hash implements hash(bool).
func (b Bool) Hash(*Thread) (int64, error) {
	if b {
		return 1, nil
	}
	return 0, nil
}

// Hash implements hash(int).
func (i Int) Hash(*Thread) (int64, error) { return hashInt(int64(i)), nil }

func hashInt(i int64) int64 {
	if i > -hashModulus && i < hashModulus {
		if i == -1 {
			return -2
		}
		return i
	}
	h := i % hashModulus
	if h == -1 {
		h = -2
	}
	return h
}

// Hash implements hash(int).
func (i *BigInt) Hash(*Thread) (int64, error) {
	m := big.NewInt(hashModulus)
	r := new(big.Int).Rem(i.V, m).Int64()
	if r == -1 {
		r = -2
	}
	return r, nil
}

// Hash implements hash(float).
func (f Float) Hash(*Thread) (int64, error) { return hashFloat(float64(f)), nil }

func hashFloat(f float64) int64 {
	switch {
	case math.IsInf(f, 1):
		return 314159
	case math.IsInf(f, -1):
		return -314159
	case math.IsNaN(f):
		return 0x7ff8
	case f == math.Trunc(f) && math.Abs(f) < 1<<62:
		return hashInt(int64(f))
	}
	m, e := math.Frexp(f)
	sign := int64(1)
	if m < 0 {
		sign, m = -1, -m
	}
	var x uint64
	for m != 0 {
		x = (x<<28)&hashModulus | x>>(61-28)
		m *= 1 << 28
		e -= 28
		y := uint64(m)
		m -= float64(y)
		x += y
		if x >= hashModulus {
			x -= hashModulus
		}
	}
	if e >= 0 {
		e %= 61
	} else {
		e = 60 - (-1-e)%61
	}
	x = (x<<e)&hashModulus | x>>(61-e)
	h := int64(x) * sign
	if h == -1 {
		h = -2
	}
	return h
}

// Hash implements hash(complex).
func (c Complex) Hash(*Thread) (int64, error) {
	h := hashFloat(real(c)) + 1000003*hashFloat(imag(c))
	if h == -1 {
		h = -2
	}
	return h, nil
}

// Hash implements hash(tuple).
func (x *Tuple) Hash(t *Thread) (int64, error) {
	h := uint64(2870177450012600261)
	for _, e := range x.Elems {
		k, err := Hash(t, e)
		if err != nil {
			return 0, err
		}
		h += uint64(k) * 14029467366897019727
		h = bits.RotateLeft64(h, 31) * 11400714785074694791
	}
	h += uint64(len(x.Elems)) ^ (2870177450012600261 ^ 3527539)
	if h == math.MaxUint64 {
		return 1546275796, nil
	}
	return int64(h), nil
}

// Hash implements hash(frozenset); a set has none.
func (s *Set) Hash(*Thread) (int64, error) {
	if !s.Frozen {
		return 0, Errorf(TypeError, "unhashable type: 'set'")
	}
	return s.hash(), nil
}

// hashPointer is the hash of objects that are equal only to themselves.
func hashPointer(v Value) int64 {
	r := reflect.ValueOf(v)
	if r.Kind() == reflect.Pointer {
		return int64(r.Pointer() >> 4)
	}
	return int64(maphash.Comparable(hashSeed, v))
}

// Hash gives hash(v): TypeError for unhashable values.
func Hash(t *Thread, v Value) (int64, error) {
	switch x := v.(type) {
	case Str:
		return hashString(string(x)), nil
	case Int:
		return hashInt(int64(x)), nil
	case Hashable:
		if err := t.enter(); err != nil {
			return 0, err
		}
		defer t.leave()
		return x.Hash(t)
	}
	m := v.Type().Lookup("__hash__")
	if m == nil || m == None {
		return 0, Errorf(TypeError, "unhashable type: '%s'", v.Type().TypeName())
	}
	if b, ok := m.(*Builtin); ok && b.kind == kindObjectHash {
		return hashPointer(v), nil
	}
	r, err := callSpecial(t, m, v)
	if err != nil {
		return 0, err
	}
	if n, ok := AsInt(r); ok { // as it is, but for -1, which means failure in C
		if n == -1 {
			n = -2
		}
		return n, nil
	}
	if n, ok := AsBigInt(r); ok {
		return (&BigInt{n}).Hash(t)
	}
	return 0, Errorf(TypeError, "__hash__ method should return an integer")
}
