package pyrt

import (
	"math"
	"math/big"
)

func builtinAbs(t *Thread, v Value) (Value, error) {
	if r := numericRank(v); r > 0 {
		return absNumber(v), nil
	}
	if v.Type().Lookup("__abs__") == nil {
		return nil, Errorf(TypeError, "bad operand type for abs(): '%s'", typeName(v))
	}
	return CallMethod(t, v, "__abs__")
}

func builtinDivmod(t *Thread, a []Value) (Value, error) {
	x, y := a[0], a[1]
	if rx, ry := numericRank(x), numericRank(y); rx > 0 && ry > 0 && rx < 3 && ry < 3 {
		if ry > rx {
			return numberDivMod(y, x, true)
		}
		return numberDivMod(x, y, false)
	}
	if v, err := reflected(t, x, y, "__divmod__", "__rdivmod__"); err != nil || v != nil {
		return v, err
	}
	return nil, Errorf(TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", x.Type().TypeName(), y.Type().TypeName())
}

// reflected tries the method of x, then that of y, the one of a subclass first;
// nil, nil if neither answers.
func reflected(t *Thread, x, y Value, name, swapped string, more ...Value) (Value, error) {
	type try struct {
		self, other Value
		name        string
	}
	tries := []try{{x, y, name}, {y, x, swapped}}
	if y.Type() != x.Type() && y.Type().IsSubclass(x.Type()) && y.Type().Lookup(swapped) != x.Type().Lookup(swapped) {
		tries[0], tries[1] = tries[1], tries[0]
	}
	for _, try := range tries {
		if try.self.Type().Lookup(try.name) == nil {
			continue
		}
		v, err := CallMethod(t, try.self, try.name, append([]Value{try.other}, more...)...)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	return nil, nil
}

// isForeign tells whether a value is no number of our own.
func isForeign(v Value) bool {
	_, ok := v.(*Object)
	return ok && numericRank(Underlying(v)) == 0
}

func builtinPow(t *Thread, a []Value) (Value, error) {
	if a[2] == None {
		return Binary(t, OpPow, a[0], a[1])
	}
	if isForeign(a[0]) || isForeign(a[1]) {
		if v, err := reflected(t, a[0], a[1], "__pow__", "__rpow__", a[2]); err != nil || v != nil {
			return v, err
		}
	}
	return powMod(t, a[0], a[1], a[2])
}

func builtinRound(t *Thread, a []Value) (Value, error) {
	v, n := a[0], a[1]
	switch x := v.(type) {
	case Float:
		return roundFloat(t, float64(x), n)
	case Int:
		if n == None {
			return x, nil
		}
	}
	if v.Type().Lookup("__round__") == nil {
		return nil, Errorf(TypeError, "type %s doesn't define __round__ method", typeName(v))
	}
	if n == None {
		return CallMethod(t, v, "__round__")
	}
	return CallMethod(t, v, "__round__", n)
}

// radix is bin, oct and hex.
func radix(t *Thread, v Value, base int, prefix string) (Value, error) {
	i, err := Index(t, v)
	if err != nil {
		return nil, err
	}
	z := bigOf(i)
	s := prefix + new(big.Int).Abs(z).Text(base)
	if z.Sign() < 0 {
		s = "-" + s
	}
	return Str(s), nil
}

func builtinChr(t *Thread, v Value) (Value, error) {
	i, err := Index(t, v)
	if err != nil {
		return nil, err
	}
	n, ok := i.(Int)
	if !ok || n < 0 || n > 0x10ffff {
		return nil, Errorf(ValueError, "chr() arg not in range(0x110000)")
	}
	return Str(encodePoint(rune(n))), nil
}

func builtinOrd(_ *Thread, v Value) (Value, error) {
	if s, ok := AsStr(v); ok {
		r, n := decodePoint(s)
		if n == len(s) && n > 0 {
			return Int(r), nil
		}
		return nil, Errorf(TypeError, "ord() expected a character, but string of length %d found", pointCount(s))
	}
	if s, ok := bufferOf(v); ok {
		if len(s) == 1 {
			return Int(s[0]), nil
		}
		return nil, Errorf(TypeError, "ord() expected a character, but string of length %d found", len(s))
	}
	return nil, Errorf(TypeError, "ord() expected string of length 1, but %s found", typeName(v))
}

// builtinSum is sum(iterable, /, start=0). Floats are added with Neumaier's
// compensation, as CPython does since 3.12.
func builtinSum(t *Thread, a []Value) (Value, error) {
	switch Underlying(a[1]).(type) {
	case Str:
		return nil, Errorf(TypeError, "sum() can't sum strings [use ''.join(seq) instead]")
	case Bytes:
		return nil, Errorf(TypeError, "sum() can't sum bytes [use b''.join(seq) instead]")
	case *ByteArray:
		return nil, Errorf(TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	total := a[1]
	var f neumaier
	inFloat := false
	if x, ok := total.(Float); ok {
		f, inFloat = neumaier{sum: float64(x)}, true
	}
	err := Each(t, a[0], func(v Value) error {
		if inFloat {
			switch x := v.(type) {
			case Float:
				f.add(float64(x))
				return nil
			case Int:
				f.add(float64(x))
				return nil
			}
			total, inFloat = Float(f.value()), false
		}
		if x, ok := v.(Float); ok && numericRank(total) == 1 {
			start, err := floatOf(total)
			if err != nil {
				return err
			}
			f, inFloat = neumaier{sum: start}, true
			f.add(float64(x))
			return nil
		}
		var err error
		total, err = Binary(t, OpAdd, total, v)
		return err
	})
	if inFloat {
		total = Float(f.value())
	}
	return total, err
}

// neumaier is a compensated float sum.
type neumaier struct{ sum, c float64 }

func (n *neumaier) add(x float64) {
	s := n.sum + x
	if math.Abs(n.sum) >= math.Abs(x) {
		n.c += n.sum - s + x
	} else {
		n.c += x - s + n.sum
	}
	n.sum = s
}

func (n *neumaier) value() float64 {
	if n.c != 0 && !math.IsInf(n.c, 0) && !math.IsNaN(n.c) {
		return n.sum + n.c
	}
	return n.sum
}

// extreme is min and max.
func extreme(t *Thread, name string, op Operator, args Args) (Value, error) {
	if err := onlyKeywords(name, args, "key", "default"); err != nil {
		return nil, err
	}
	var key, def Value
	for _, k := range args.Kw {
		if k.Name == "key" {
			key = k.Value
		} else {
			def = k.Value
		}
	}
	if len(args.Pos) == 0 {
		return nil, Errorf(TypeError, "%s expected at least 1 argument, got 0", name)
	}
	var src Value = NewTuple(args.Pos...)
	if len(args.Pos) == 1 {
		src = args.Pos[0]
	} else if def != nil {
		return nil, Errorf(TypeError, "Cannot specify a default for %s() with multiple positional arguments", name)
	}
	var best, bestKey Value
	err := Each(t, src, func(v Value) error {
		k := v
		if key != nil && key != None {
			var err error
			if k, err = Call(t, key, Positional(v)); err != nil {
				return err
			}
		}
		if best == nil {
			best, bestKey = v, k
			return nil
		}
		r, err := Binary(t, op, k, bestKey)
		if err != nil {
			return err
		}
		if ok, err := Truth(t, r); err != nil {
			return err
		} else if ok {
			best, bestKey = v, k
		}
		return nil
	})
	if err == nil && best == nil {
		if def == nil {
			return nil, Errorf(ValueError, "%s() iterable argument is empty", name)
		}
		return def, nil
	}
	return best, err
}

// anyAll is any (want true) and all (want false).
func anyAll(t *Thread, src Value, want bool) (Value, error) {
	it, err := Iter(t, src)
	if err != nil {
		return nil, err
	}
	for {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return Bool(!want), nil
		}
		b, err := Truth(t, v)
		if err != nil {
			return nil, err
		}
		if b == want {
			return Bool(want), nil
		}
		if err := t.step(); err != nil {
			return nil, err
		}
	}
}
