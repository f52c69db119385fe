package pyrt

import (
	"math"
	"math/big"
	"math/bits"
)

// indexInt is Index for sizes and positions.
func indexInt(t *Thread, v Value) (int, error) {
	if i, ok := v.(Int); ok {
		return int(i), nil
	}
	x, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if i, ok := x.(Int); ok {
		return int(i), nil
	}
	return 0, Errorf(OverflowError, "cannot fit '%s' into an index-sized integer", typeName(v))
}

// clampInt is Index for slice bounds: huge values are cut to the int range.
func clampInt(t *Thread, v Value) (int, error) {
	x, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	switch i := x.(type) {
	case Int:
		return int(i), nil
	case *BigInt:
		if i.V.Sign() < 0 {
			return math.MinInt, nil
		}
	}
	return math.MaxInt, nil
}

// intNew is int(x=0, /, base=10).
func intNew(t *Thread, cls *Type, args Args) (Value, error) {
	if err := onlyKeywords("int", args, "base"); err != nil {
		return nil, err
	}
	if err := checkCount("int", len(args.Pos), 0, 2); err != nil {
		return nil, err
	}
	base := argument(args.Pos, 1)
	for _, k := range args.Kw {
		base = k.Value
	}
	var v Value = Int(0)
	var err error
	switch {
	case len(args.Pos) == 0 && base != nil:
		return nil, Errorf(TypeError, "int() missing string argument")
	case len(args.Pos) > 0 && base != nil:
		v, err = intFromText(t, args.Pos[0], base)
	case len(args.Pos) > 0:
		v, err = ToInt(t, args.Pos[0])
	}
	if err != nil {
		return nil, err
	}
	return subclassed(cls, v), nil
}

// onlyKeywords refuses keywords other than the ones named.
func onlyKeywords(fn string, args Args, names ...string) error {
next:
	for _, k := range args.Kw {
		for _, n := range names {
			if k.Name == n {
				continue next
			}
		}
		if near := suggestion(k.Name, names); near != "" {
			return Errorf(TypeError, "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?", fn, k.Name, near)
		}
		return Errorf(TypeError, "%s() got an unexpected keyword argument '%s'", fn, k.Name)
	}
	return nil
}

func intFromText(t *Thread, v, base Value) (Value, error) {
	b, err := indexInt(t, base)
	if err != nil {
		return nil, err
	}
	if b != 0 && (b < 2 || b > 36) {
		return nil, Errorf(ValueError, "int() base must be >= 2 and <= 36, or 0")
	}
	text, ok := textOrBytes(v)
	if !ok {
		return nil, Errorf(TypeError, "int() can't convert non-string with explicit base")
	}
	return mustParseInt(t, v, text, b)
}

// textOrBytes gives the text of a str, bytes or bytearray.
func textOrBytes(v Value) (string, bool) {
	switch u := Underlying(v).(type) {
	case Str:
		return string(u), true
	case Bytes:
		return string(u), true
	case *ByteArray:
		return string(u.B), true
	}
	return "", false
}

func mustParseInt(t *Thread, v Value, text string, base int) (Value, error) {
	n, ok, err := parseInt(t, text, base)
	if err != nil {
		return nil, err
	}
	if !ok {
		r, err := Repr(t, Underlying(v))
		if err != nil {
			return nil, err
		}
		return nil, Errorf(ValueError, "invalid literal for int() with base %d: %s", base, firstCodePoints(r, 200))
	}
	return n, nil
}

// ToInt implements int(v) for one argument.
func ToInt(t *Thread, v Value) (Value, error) {
	switch u := v.(type) {
	case Int, *BigInt:
		return u, nil
	case Bool:
		return boolInt(u), nil
	case Float:
		return floatToInt(float64(u))
	}
	for _, name := range []string{"__int__", "__index__"} {
		if _, builtin := v.(*Object); !builtin {
			break
		}
		if m := v.Type().Lookup(name); m == nil {
			continue
		}
		r, err := CallMethod(t, v, name)
		if err != nil {
			return nil, err
		}
		switch u := Underlying(r).(type) {
		case Int, *BigInt:
			return u, nil
		case Bool:
			return boolInt(u), nil
		}
		return nil, Errorf(TypeError, "%s returned non-int (type %s)", name, typeName(r))
	}
	if text, ok := textOrBytes(v); ok {
		return mustParseInt(t, v, text, 10)
	}
	return nil, Errorf(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", typeName(v))
}

func floatToInt(f float64) (Value, error) {
	switch {
	case math.IsNaN(f):
		return nil, Errorf(ValueError, "cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		return nil, Errorf(OverflowError, "cannot convert float infinity to integer")
	case math.Abs(f) < 1<<62:
		return Int(f), nil
	}
	z, _ := new(big.Float).SetFloat64(f).Int(nil)
	return MakeInt(z), nil
}

func boolNew(t *Thread, cls *Type, args Args) (Value, error) {
	if err := noKeywords("bool", args); err != nil {
		return nil, err
	}
	if err := checkCount("bool", len(args.Pos), 0, 1); err != nil {
		return nil, err
	}
	if len(args.Pos) == 0 {
		return False, nil
	}
	b, err := Truth(t, args.Pos[0])
	return Bool(b), err
}

// powMod is pow(a, b, m) on integers.
// bitBytes is the size of an integer in bytes.
func bitBytes(x *big.Int) int { return x.BitLen()/8 + 1 }

func powMod(t *Thread, a, b, m Value) (Value, error) {
	for _, v := range []Value{a, b, m} {
		if numericRank(Underlying(v)) != 1 {
			if numericRank(Underlying(v)) == 0 {
				return nil, Errorf(TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", typeName(a), typeName(b), typeName(m))
			}
			return nil, Errorf(TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
		}
	}
	x, y, z := bigOf(Underlying(a)), bigOf(Underlying(b)), bigOf(Underlying(m))
	if z.Sign() == 0 {
		return nil, Errorf(ValueError, "pow() 3rd argument cannot be 0")
	}
	mod := new(big.Int).Abs(z)
	if y.Sign() < 0 {
		inv := new(big.Int).ModInverse(new(big.Int).Mod(x, mod), mod)
		if inv == nil {
			return nil, Errorf(ValueError, "base is not invertible for the given modulus")
		}
		x, y = inv, new(big.Int).Neg(y)
	}
	r := new(big.Int)
	if err := t.Apart(bitBytes(x)+bitBytes(y)*bitBytes(mod), func() { r.Exp(x, y, mod) }); err != nil {
		return nil, err
	}
	r.Mod(r, mod)
	if z.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, z)
	}
	return MakeInt(r), nil
}

func bitCount(z *big.Int) int {
	n := 0
	for _, w := range z.Bits() {
		n += bits.OnesCount(uint(w))
	}
	return n
}

// intToBytes is int.to_bytes.
func intToBytes(t *Thread, self Value, a []Value) (Value, error) {
	n := 1
	var err error
	if a[0] != nil {
		if n, err = indexInt(t, a[0]); err != nil {
			return nil, err
		}
	}
	if n < 0 {
		return nil, Errorf(ValueError, "length argument must be non-negative")
	}
	if n > 1<<24 {
		return nil, Errorf(MemoryError, "length of more than %d", 1<<24)
	}
	little, err := byteOrder(a[1])
	if err != nil {
		return nil, err
	}
	signed, err := Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	v := bigOf(self)
	if v.Sign() < 0 {
		if !signed {
			return nil, Errorf(OverflowError, "can't convert negative int to unsigned")
		}
		v = new(big.Int).Add(v, new(big.Int).Lsh(big.NewInt(1), uint(8*n)))
		if v.Sign() < 0 || n == 0 || v.Bit(8*n-1) == 0 {
			return nil, Errorf(OverflowError, "int too big to convert")
		}
	} else if v.BitLen() > 8*n || signed && v.BitLen() > 8*n-1 && v.Sign() != 0 {
		return nil, Errorf(OverflowError, "int too big to convert")
	}
	out := v.FillBytes(make([]byte, n))
	if little {
		reverseBytes(out)
	}
	return Bytes(out), nil
}

func byteOrder(v Value) (little bool, err error) {
	s, ok := AsStr(v)
	if !ok {
		return false, Errorf(TypeError, "to_bytes() argument 'byteorder' must be str, not %s", typeName(v))
	}
	switch s {
	case "little":
		return true, nil
	case "big":
		return false, nil
	}
	return false, Errorf(ValueError, "byteorder must be either 'little' or 'big'")
}

func reverseBytes(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

// intFromBytes is int.from_bytes.
func intFromBytes(t *Thread, a []Value) (Value, error) {
	if _, isStr := Underlying(a[1]).(Str); isStr {
		return nil, Errorf(TypeError, "cannot convert 'str' object to bytes")
	}
	data, err := bytesFrom(t, a[1])
	if err != nil {
		return nil, err
	}
	little, err := byteOrder(a[2])
	if err != nil {
		return nil, err
	}
	signed, err := Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	b := []byte(data)
	if little {
		reverseBytes(b)
	}
	z := new(big.Int).SetBytes(b)
	if signed && len(b) > 0 && b[0]&0x80 != 0 {
		z.Sub(z, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	v := MakeInt(z)
	if cls, ok := a[0].(*Type); ok && cls != IntType {
		return Call(t, cls, Positional(v))
	}
	return v, nil
}

// roundInt is round(int, n) for negative n: half to even.
func roundInt(v *big.Int, n int) Value {
	if -n > v.BitLen() { // 10**-n exceeds twice the value
		return Int(0)
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-n)), nil)
	q, r := floorDivMod(v, p)
	twice := new(big.Int).Lsh(r, 1)
	if c := twice.Cmp(p); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return MakeInt(q.Mul(q, p))
}

// Index converts an integer-like object (object.__index__) to an int.
func Index(t *Thread, v Value) (Value, error) {
	switch u := Underlying(v).(type) {
	case Int, *BigInt:
		return u, nil
	case Bool:
		return boolInt(u), nil
	}
	if m := v.Type().Lookup("__index__"); m != nil && m != None {
		r, err := CallMethod(t, v, "__index__")
		if err != nil {
			return nil, err
		}
		switch u := Underlying(r).(type) {
		case Int, *BigInt:
			return u, nil
		case Bool:
			return boolInt(u), nil
		}
		return nil, Errorf(TypeError, "__index__ returned non-int (type %s)", typeName(r))
	}
	return nil, Errorf(TypeError, "'%s' object cannot be interpreted as an integer", typeName(v))
}
