package pyrt

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// ToFloat implements float(v) for one argument.
func ToFloat(t *Thread, v Value) (float64, error) {
	if u := v; numericRank(u) == 1 || numericRank(u) == 2 {
		return floatOf(u)
	}
	if s, ok := textOrBytes(v); ok && v.Type().Lookup("__float__") == nil {
		f, ok := parseFloat(s)
		if !ok {
			r, err := Repr(t, Underlying(v))
			if err != nil {
				return 0, err
			}
			return 0, Errorf(ValueError, "could not convert string to float: %s", r)
		}
		return f, nil
	}
	return realNumber(t, v, "float() argument must be a string or a real number, not '%s'")
}

// realNumber converts through __float__ or __index__; text is the TypeError's.
func realNumber(t *Thread, v Value, text string) (float64, error) {
	if r := numericRank(v); r == 1 || r == 2 {
		return floatOf(v)
	}
	if m := v.Type().Lookup("__float__"); m != nil {
		r, err := CallMethod(t, v, "__float__")
		if err != nil {
			return 0, err
		}
		f, ok := Underlying(r).(Float)
		if !ok {
			return 0, Errorf(TypeError, "%s.__float__ returned non-float (type %s)", typeName(v), typeName(r))
		}
		return float64(f), nil
	}
	if m := v.Type().Lookup("__index__"); m != nil {
		i, err := Index(t, v)
		if err != nil {
			return 0, err
		}
		return floatOf(i)
	}
	if strings.Contains(text, "%") {
		return 0, Errorf(TypeError, text, typeName(v))
	}
	return 0, Errorf(TypeError, "%s", text)
}

func floatNew(t *Thread, cls *Type, args Args) (Value, error) {
	if err := noKeywords("float", args); err != nil {
		return nil, err
	}
	if err := checkCount("float", len(args.Pos), 0, 1); err != nil {
		return nil, err
	}
	f := 0.0
	if len(args.Pos) == 1 {
		var err error
		if f, err = ToFloat(t, args.Pos[0]); err != nil {
			return nil, err
		}
	}
	return subclassed(cls, Float(f)), nil
}

// roundFloat is round(float) and round(float, n): half to even on the exact
// decimal value of the float.
func roundFloat(t *Thread, f float64, n Value) (Value, error) {
	if n == nil || n == None {
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return floatToInt(f)
		}
		return floatToInt(math.RoundToEven(f))
	}
	d, err := indexInt(t, n)
	if err != nil {
		return nil, err
	}
	if math.IsNaN(f) || math.IsInf(f, 0) || f == 0 || d > 323 {
		return Float(f), nil
	}
	if d < -308 {
		return Float(math.Copysign(0, f)), nil
	}
	if d >= 0 {
		r, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'f', d, 64), 64)
		return Float(r), nil
	}
	z, _ := new(big.Float).SetFloat64(math.Trunc(f)).Int(nil)
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-d)), nil))
	exact := new(big.Rat).SetFloat64(f)
	_ = z
	q := new(big.Rat).Quo(exact, scale)
	rounded := roundRat(q)
	r, _ := new(big.Rat).Mul(new(big.Rat).SetInt(rounded), scale).Float64()
	if math.IsInf(r, 0) {
		return nil, Errorf(OverflowError, "rounded value too large to represent")
	}
	return Float(math.Copysign(r, f)), nil
}

// roundRat rounds half to even.
func roundRat(q *big.Rat) *big.Int {
	fl, rem := floorDivMod(q.Num(), q.Denom())
	twice := new(big.Int).Lsh(rem, 1)
	if c := twice.Cmp(q.Denom()); c > 0 || c == 0 && fl.Bit(0) == 1 {
		fl.Add(fl, big.NewInt(1))
	}
	return fl
}

// floatRatio is float.as_integer_ratio.
func floatRatio(_ *Thread, self Float) (Value, error) {
	f := float64(self)
	if math.IsInf(f, 0) {
		return nil, Errorf(OverflowError, "cannot convert Infinity to integer ratio")
	}
	if math.IsNaN(f) {
		return nil, Errorf(ValueError, "cannot convert NaN to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return NewTuple(MakeInt(new(big.Int).Set(r.Num())), MakeInt(new(big.Int).Set(r.Denom()))), nil
}

// floatHex is float.hex.
func floatHex(_ *Thread, self Float) (Value, error) {
	f := float64(self)
	switch {
	case math.IsNaN(f):
		return Str("nan"), nil
	case math.IsInf(f, 1):
		return Str("inf"), nil
	case math.IsInf(f, -1):
		return Str("-inf"), nil
	}
	sign := ""
	if math.Signbit(f) {
		sign, f = "-", -f
	}
	if f == 0 {
		return Str(sign + "0x0.0p+0"), nil
	}
	b := math.Float64bits(f)
	e, m, lead := int(b>>52)-1023, b&(1<<52-1), "1"
	if e == -1023 {
		e, lead = -1022, "0"
	}
	exp := strconv.Itoa(e)
	if e >= 0 {
		exp = "+" + exp
	}
	digits := strconv.FormatUint(m, 16)
	return Str(sign + "0x" + lead + "." + strings.Repeat("0", 13-len(digits)) + digits + "p" + exp), nil
}

// floatFromHex is float.fromhex.
func floatFromHex(t *Thread, a []Value) (Value, error) {
	text, ok := AsStr(a[1])
	if !ok {
		return nil, Errorf(TypeError, "bad argument type for built-in operation")
	}
	s := strings.ToLower(strings.TrimFunc(text, isSpace))
	body := strings.TrimLeft(s, "+-")
	var f float64
	var err error
	switch body {
	case "inf", "infinity", "nan":
		f, _ = parseFloat(s)
	default:
		sign := s[:len(s)-len(body)]
		if !strings.HasPrefix(body, "0x") {
			body = "0x" + body
		}
		if !strings.Contains(body, "p") {
			body += "p0"
		}
		if f, err = strconv.ParseFloat(sign+body, 64); err != nil && math.IsInf(f, 0) {
			return nil, Errorf(OverflowError, "hexadecimal value too large to represent as a float")
		} else if err != nil {
			return nil, Errorf(ValueError, "invalid hexadecimal floating-point string")
		}
	}
	if cls, ok := a[0].(*Type); ok && cls != FloatType {
		return Call(t, cls, Positional(Float(f)))
	}
	return Float(f), nil
}

// complexNew is complex(real=0, imag=0).
func complexNew(t *Thread, cls *Type, args Args) (Value, error) {
	if err := onlyKeywords("complex", args, "real", "imag"); err != nil {
		return nil, err
	}
	if n := len(args.Pos) + len(args.Kw); n > 2 {
		return nil, Errorf(TypeError, "complex() takes at most 2 arguments (%d given)", n)
	}
	if err := checkCount("complex", len(args.Pos), 0, 2); err != nil {
		return nil, err
	}
	re, im := argument(args.Pos, 0), argument(args.Pos, 1)
	for _, k := range args.Kw {
		if k.Name == "real" {
			re = k.Value
		} else {
			im = k.Value
		}
	}
	if s, ok := AsStr(orNone(re)); ok && im == nil {
		c, ok := parseComplex(s)
		if !ok {
			return nil, Errorf(ValueError, "complex() arg is a malformed string")
		}
		return subclassed(cls, Complex(c)), nil
	}
	if re != nil && im == nil {
		c, err := complexArgument(t, re, "complex() argument must be a string or a number, not %s")
		return subclassed(cls, Complex(c)), err
	}
	var c, d complex128
	var err error
	if re != nil {
		if c, err = complexArgument(t, re, "complex() argument 'real' must be a real number, not %s"); err != nil {
			return nil, err
		}
	}
	if im != nil {
		if d, err = complexArgument(t, im, "complex() argument 'imag' must be a real number, not %s"); err != nil {
			return nil, err
		}
	}
	r, i := real(c), real(d)
	if imag(d) != 0 { // adding a zero would lose the sign of a negative one
		r -= imag(d)
	}
	if imag(c) != 0 {
		i += imag(c)
	}
	return subclassed(cls, Complex(complex(r, i))), nil
}

func orNone(v Value) Value {
	if v == nil {
		return None
	}
	return v
}

func complexArgument(t *Thread, v Value, text string) (complex128, error) {
	if numericRank(Underlying(v)) > 0 {
		return complexOf(Underlying(v))
	}
	if _, ok := v.(*Object); ok && v.Type().Lookup("__complex__") != nil {
		r, err := CallMethod(t, v, "__complex__")
		if err != nil {
			return 0, err
		}
		if c, ok := Underlying(r).(Complex); ok {
			return complex128(c), nil
		}
		return 0, Errorf(TypeError, "__complex__ returned non-complex (type %s)", typeName(r))
	}
	f, err := realNumber(t, v, text)
	return complex(f, 0), err
}

func parseComplex(text string) (complex128, bool) {
	s := asciiDigits(text)
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = strings.TrimFunc(s[1:len(s)-1], isSpace)
	}
	if s == "" || strings.ContainsAny(s, " \t") {
		return 0, false
	}
	if last := s[len(s)-1]; last != 'j' && last != 'J' {
		f, ok := parseFloat(s)
		return complex(f, 0), ok
	}
	s = s[:len(s)-1]
	cut := -1
	for i := len(s) - 1; i > 0; i-- {
		if (s[i] == '+' || s[i] == '-') && s[i-1] != 'e' && s[i-1] != 'E' {
			cut = i
			break
		}
	}
	re := 0.0
	if cut > 0 {
		var ok bool
		if re, ok = parseFloat(s[:cut]); !ok {
			return 0, false
		}
		s = s[cut:]
	}
	if s == "" || s == "+" {
		return complex(re, 1), true
	}
	if s == "-" {
		return complex(re, -1), true
	}
	im, ok := parseFloat(s)
	return complex(re, im), ok
}
