package pyrt

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"

	"github.com/mrt-tools/mrt/pyrt/internal/strfmt"
)

// maxStrDigits is sys.get_int_max_str_digits(): conversions between decimal
// text and integers take quadratic time beyond it.
const maxStrDigits = 4300

// maxTextDigits bounds the conversions where a program has switched that limit
// off.
const maxTextDigits = 500_000

// Repr of bool, int, float and complex.

func (b Bool) Repr(*Thread) (string, error) {
	if b {
		return "True", nil
	}
	return "False", nil
}

func (a Int) Repr(*Thread) (string, error) { return strconv.FormatInt(int64(a), 10), nil }

// MaxStrDigits is sys.get_int_max_str_digits(), 0 for none.
func (t *Thread) MaxStrDigits() int {
	if t == nil || !t.digitsSet {
		return maxStrDigits
	}
	return t.maxDigits
}

// SetMaxStrDigits is sys.set_int_max_str_digits.
func (t *Thread) SetMaxStrDigits(n int) { t.maxDigits, t.digitsSet = n, true }

func (a *BigInt) Repr(t *Thread) (string, error) {
	limit := t.MaxStrDigits()
	if limit == 0 {
		if a.V.BitLen() > maxTextDigits*10/3 {
			return "", NewException(MemoryError)
		}
		limit = maxTextDigits
	}
	text, long := "", a.V.BitLen() > limit*4
	if !long {
		text = a.V.String()
		long = len(strings.TrimPrefix(text, "-")) > limit
	}
	if long {
		return "", Errorf(ValueError, "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", limit)
	}
	return text, nil
}

func (f Float) Repr(*Thread) (string, error) { return strfmt.FloatRepr(float64(f)), nil }

func (c Complex) Repr(*Thread) (string, error) { return strfmt.ComplexRepr(complex128(c)), nil }

// Repr of the singletons.

func (NoneKind) Repr(*Thread) (string, error)           { return "None", nil }
func (EllipsisKind) Repr(*Thread) (string, error)       { return "Ellipsis", nil }
func (NotImplementedKind) Repr(*Thread) (string, error) { return "NotImplemented", nil }

// Truth of the numbers and None.

func (NoneKind) Truth(*Thread) (bool, error)  { return false, nil }
func (b Bool) Truth(*Thread) (bool, error)    { return bool(b), nil }
func (a Int) Truth(*Thread) (bool, error)     { return a != 0, nil }
func (a *BigInt) Truth(*Thread) (bool, error) { return a.V.Sign() != 0, nil }
func (f Float) Truth(*Thread) (bool, error)   { return f != 0, nil }
func (c Complex) Truth(*Thread) (bool, error) { return c != 0, nil }

// NotImplemented has no truth value since 3.14.
func (NotImplementedKind) Truth(*Thread) (bool, error) {
	return false, Errorf(TypeError, "NotImplemented should not be used in a boolean context")
}

// Format implements format(int, spec).
func (a Int) Format(t *Thread, spec string) (string, error) {
	if spec == "" {
		return strconv.FormatInt(int64(a), 10), nil
	}
	return formatInt(t, big.NewInt(int64(a)), spec, "int")
}

// Format implements format(int, spec).
func (a *BigInt) Format(t *Thread, spec string) (string, error) {
	if spec == "" {
		return a.Repr(t)
	}
	return formatInt(t, a.V, spec, "int")
}

// Format implements format(bool, spec): an int unless the spec is empty.
func (b Bool) Format(t *Thread, spec string) (string, error) {
	if spec == "" {
		return b.Repr(t)
	}
	return formatInt(t, big.NewInt(int64(boolInt(b))), spec, "bool")
}

func formatInt(t *Thread, v *big.Int, spec, name string) (string, error) {
	sp, err := strfmt.ParseSpec(spec, name)
	if err != nil {
		return "", formatError(err)
	}
	if v.BitLen() > 2000 && (sp.Type == 0 || sp.Type == 'd') {
		if _, err := (&BigInt{v}).Repr(t); err != nil {
			return "", err
		}
	}
	s, err := sp.Int(v, name)
	return s, formatError(err)
}

// Format implements format(float, spec).
func (f Float) Format(_ *Thread, spec string) (string, error) {
	if spec == "" {
		return strfmt.FloatRepr(float64(f)), nil
	}
	sp, err := strfmt.ParseSpec(spec, "float")
	if err != nil {
		return "", formatError(err)
	}
	s, err := sp.Float(float64(f), "float")
	return s, formatError(err)
}

// Format implements format(complex, spec).
func (c Complex) Format(_ *Thread, spec string) (string, error) {
	if spec == "" {
		return strfmt.ComplexRepr(complex128(c)), nil
	}
	sp, err := strfmt.ParseSpec(spec, "complex")
	if err != nil {
		return "", formatError(err)
	}
	s, err := sp.Complex(complex128(c), "complex")
	return s, formatError(err)
}

// formatError turns a strfmt error into a Python exception.
func formatError(err error) error {
	e, ok := err.(*strfmt.Error)
	if !ok {
		return err
	}
	switch e.Class {
	case "TypeError":
		return Errorf(TypeError, "%s", e.Msg)
	case "OverflowError":
		return Errorf(OverflowError, "%s", e.Msg)
	case "MemoryError":
		return Errorf(MemoryError, "%s", e.Msg)
	}
	return Errorf(ValueError, "%s", e.Msg)
}

// asciiDigits replaces Unicode decimal digits by ASCII ones and strips
// whitespace, as int(), float() and complex() do with their text.
func asciiDigits(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] >= 0x80 {
			plain = false
			break
		}
	}
	if plain {
		return strings.Trim(s, " \t\n\r\v\f\x1c\x1d\x1e\x1f")
	}
	s = strings.TrimFunc(s, isSpace)
	return strings.Map(func(r rune) rune {
		if r >= 0x80 {
			if d := decimalValue(r); d >= 0 {
				return '0' + rune(d)
			}
		}
		return r
	}, s)
}

// decimalValue gives the value of a decimal digit character, or -1. Decimal
// digits come in runs of ten, aligned on the zero of each script.
func decimalValue(r rune) int {
	if r < 0x80 {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if !unicode.Is(unicode.Nd, r) {
		return -1
	}
	for _, x := range unicode.Nd.R16 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10
		}
	}
	for _, x := range unicode.Nd.R32 {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10
		}
	}
	return -1
}

// parseInt reads an integer as int(text, base) does; false when malformed.
func parseInt(t *Thread, text string, base int) (Value, bool, error) {
	s := asciiDigits(text)
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg, s = s[0] == '-', s[1:]
	}
	prefixed := false
	if len(s) > 1 && s[0] == '0' {
		b := map[byte]int{'x': 16, 'X': 16, 'o': 8, 'O': 8, 'b': 2, 'B': 2}[s[1]]
		if b != 0 && (base == 0 || base == b) {
			base, s, prefixed = b, s[2:], true
		}
	}
	if prefixed && strings.HasPrefix(s, "_") {
		s = s[1:]
	}
	if base == 0 {
		base = 10
		if trimmed := strings.Trim(s, "0_"); strings.HasPrefix(s, "0") && trimmed != "" {
			return nil, false, nil
		}
	}
	if s == "" || s[0] == '_' || s[len(s)-1] == '_' || strings.Contains(s, "__") || s[0] == '+' || s[0] == '-' {
		return nil, false, nil
	}
	s = strings.ReplaceAll(s, "_", "")
	if limit := t.MaxStrDigits(); base&(base-1) != 0 && limit > 0 && len(s) > limit {
		return nil, true, Errorf(ValueError, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", limit, len(s))
	}
	if n, err := strconv.ParseInt(s, base, 64); err == nil {
		if neg {
			n = -n
		}
		return Int(n), true, nil
	}
	if len(s) > maxTextDigits && base&(base-1) != 0 {
		return nil, true, NewException(MemoryError)
	}
	z, ok := new(big.Int).SetString(strings.ToLower(s), base)
	if !ok {
		return nil, false, nil
	}
	if neg {
		z.Neg(z)
	}
	return MakeInt(z), true, nil
}

// parseFloat reads a float as float(text) does.
func parseFloat(text string) (float64, bool) {
	s := asciiDigits(text)
	if s == "" || strings.ContainsAny(s, "xXpP") {
		return 0, false
	}
	switch strings.ToLower(strings.TrimLeft(s, "+-")) {
	case "inf", "infinity", "nan":
		if len(s)-len(strings.TrimLeft(s, "+-")) > 1 {
			return 0, false
		}
		f, err := strconv.ParseFloat(s, 64)
		if err != nil && strings.ContainsAny(s, "nN") {
			return math.NaN(), true
		}
		return f, err == nil
	}
	if strings.Contains(s, "_") {
		for i := range len(s) {
			if s[i] == '_' && (i == 0 || i == len(s)-1 || !isDigit(s[i-1]) || !isDigit(s[i+1])) {
				return 0, false
			}
		}
		s = strings.ReplaceAll(s, "_", "")
	}
	for i := range len(s) {
		if !isDigit(s[i]) && strings.IndexByte("+-.eE", s[i]) < 0 {
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil && !math.IsInf(f, 0) {
		return 0, false
	}
	return f, true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
