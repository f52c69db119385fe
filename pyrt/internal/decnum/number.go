package decnum

import (
	"errors"
	"math/big"
	"strconv"
	"strings"
)

// MaxDigits bounds coefficients, MaxWork the precision of operations: a
// caller gives operations a context no wider than that.
const (
	MaxDigits = 1_000_000
	MaxWork   = 50_000
)

// ErrTooLarge is returned instead of a coefficient longer than MaxDigits.
var ErrTooLarge = errors.New("decimal: more digits than this runtime allows")

// A Form tells finite numbers from the special values.
type Form uint8

// The forms.
const (
	Finite Form = iota
	Infinite
	QuietNaN
	SignalingNaN
)

// A Number is an immutable decimal: (-1)**Neg * Coeff * 10**Exp. Coeff is
// never nil; of a NaN it is the payload.
type Number struct {
	Neg   bool
	Form  Form
	Coeff *big.Int
	Exp   int
}

var (
	one  = big.NewInt(1)
	five = big.NewInt(5)
	ten  = big.NewInt(10)
)

// FromInt makes an exact number of an integer.
func FromInt(v *big.Int) Number {
	return Number{Neg: v.Sign() < 0, Coeff: new(big.Int).Abs(v)}
}

// Int64 makes an exact number of a small integer.
func Int64(v int64) Number { return FromInt(big.NewInt(v)) }

// Infinity gives ±Infinity.
func Infinity(neg bool) Number { return Number{Neg: neg, Form: Infinite, Coeff: new(big.Int)} }

// NaN gives a quiet NaN without payload.
func NaN() Number { return Number{Form: QuietNaN, Coeff: new(big.Int)} }

// IsNaN reports both kinds of NaN.
func (n Number) IsNaN() bool { return n.Form >= QuietNaN }

// IsFinite reports numbers that are neither infinite nor NaN.
func (n Number) IsFinite() bool { return n.Form == Finite }

// IsZero reports a finite zero.
func (n Number) IsZero() bool { return n.Form == Finite && n.Coeff.Sign() == 0 }

// Digits is the length of the coefficient; 1 for zero.
func (n Number) Digits() int { return digits(n.Coeff) }

// Adjusted is the exponent of the leading digit; 0 for special values.
func (n Number) Adjusted() int {
	if n.Form != Finite {
		return 0
	}
	return n.Exp + n.Digits() - 1
}

// digits counts the decimal digits of a non-negative integer.
func digits(v *big.Int) int {
	if v.Sign() == 0 {
		return 1
	}
	if v.IsUint64() {
		return len(strconv.FormatUint(v.Uint64(), 10))
	}
	n := int(float64(v.BitLen()-1)*0.30102999566398120) + 1
	if v.CmpAbs(pow10(n)) >= 0 {
		n++
	}
	return n
}

// pow10 gives 10**n for n >= 0.
func pow10(n int) *big.Int {
	return new(big.Int).Exp(ten, big.NewInt(int64(n)), nil)
}

// shift10 gives v * 10**n for n >= 0.
func shift10(v *big.Int, n int) *big.Int {
	if n == 0 {
		return v
	}
	return new(big.Int).Mul(v, pow10(n))
}

// Parse reads a numeric string as Decimal(str) does, without white space at
// the ends and without underscores; ok is false for anything else.
func Parse(s string) (n Number, ok bool) {
	body := s
	switch {
	case strings.HasPrefix(body, "-"):
		n.Neg = true
		body = body[1:]
	case strings.HasPrefix(body, "+"):
		body = body[1:]
	}
	low := strings.ToLower(body)
	switch {
	case low == "inf", low == "infinity":
		return Infinity(n.Neg), true
	case strings.HasPrefix(low, "nan"), strings.HasPrefix(low, "snan"):
		n.Form = QuietNaN
		if low[0] == 's' {
			n.Form = SignalingNaN
			low = low[1:]
		}
		return n.payload(low[3:])
	}
	mantissa, exponent, hasExp := strings.Cut(low, "e")
	whole, frac, _ := strings.Cut(mantissa, ".")
	all := whole + frac
	if all == "" || !onlyDigits(all) || len(all) > MaxDigits {
		return Number{}, false
	}
	if hasExp {
		e, err := strconv.ParseInt(exponent, 10, 64)
		if err != nil || e > 2e18 || e < -2e18 {
			return Number{}, false
		}
		n.Exp = int(e)
	}
	n.Exp -= len(frac)
	n.Coeff, _ = new(big.Int).SetString(all, 10)
	return n, true
}

func (n Number) payload(s string) (Number, bool) {
	n.Coeff = new(big.Int)
	if s == "" {
		return n, true
	}
	if !onlyDigits(s) {
		return Number{}, false
	}
	n.Coeff.SetString(s, 10)
	return n, true
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Text gives the scientific string (str), or the engineering one.
func (n Number) Text(engineering, capitals bool) string {
	sign := ""
	if n.Neg {
		sign = "-"
	}
	switch n.Form {
	case Infinite:
		return sign + "Infinity"
	case QuietNaN, SignalingNaN:
		s := sign + "NaN"
		if n.Form == SignalingNaN {
			s = sign + "sNaN"
		}
		if n.Coeff.Sign() != 0 {
			s += n.Coeff.String()
		}
		return s
	}
	d := n.Coeff.String()
	left := n.Exp + len(d)
	dot := left
	switch {
	case n.Exp <= 0 && left > -6:
	case !engineering:
		dot = 1
	case n.Coeff.Sign() == 0:
		dot = floorMod(left+1, 3) - 1
	default:
		dot = floorMod(left-1, 3) + 1
	}
	var text string
	switch {
	case dot <= 0:
		text = "0." + strings.Repeat("0", -dot) + d
	case dot >= len(d):
		text = d + strings.Repeat("0", dot-len(d))
	default:
		text = d[:dot] + "." + d[dot:]
	}
	if left != dot {
		e := "e"
		if capitals {
			e = "E"
		}
		text += e
		if left > dot {
			text += "+"
		}
		text += strconv.Itoa(left - dot)
	}
	return sign + text
}

func floorMod(a, b int) int { return ((a % b) + b) % b }

// Cmp compares two numbers that are not NaN by value: -1, 0, 1.
func (n Number) Cmp(o Number) int {
	if n.Form == Infinite || o.Form == Infinite {
		return infSign(n) - infSign(o) - boolInt(infSign(n)-infSign(o) > 1) + boolInt(infSign(n)-infSign(o) < -1)
	}
	ns, os := n.sign(), o.sign()
	switch {
	case ns != os:
		if ns < os {
			return -1
		}
		return 1
	case ns == 0:
		return 0
	}
	if na, oa := n.Adjusted(), o.Adjusted(); na != oa {
		if na < oa {
			return -ns
		}
		return ns
	}
	a, b := n.Coeff, o.Coeff
	if n.Exp > o.Exp {
		a = shift10(a, n.Exp-o.Exp)
	} else if o.Exp > n.Exp {
		b = shift10(b, o.Exp-n.Exp)
	}
	return ns * a.Cmp(b)
}

func (n Number) sign() int {
	s := n.Coeff.Sign()
	if n.Neg {
		return -s
	}
	return s
}

func infSign(n Number) int {
	switch {
	case n.Form != Infinite:
		return 0
	case n.Neg:
		return -1
	}
	return 1
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// CmpTotal compares by the total ordering of the specification.
func (n Number) CmpTotal(o Number) int {
	if n.Neg != o.Neg {
		if n.Neg {
			return -1
		}
		return 1
	}
	s := 1
	if n.Neg {
		s = -1
	}
	if n.IsNaN() || o.IsNaN() {
		rank := func(x Number) int { // finite and infinite < sNaN < NaN
			switch x.Form {
			case SignalingNaN:
				return 1
			case QuietNaN:
				return 2
			}
			return 0
		}
		if r := rank(n) - rank(o); r != 0 {
			return s * (boolInt(r > 0) - boolInt(r < 0))
		}
		return s * n.Coeff.Cmp(o.Coeff)
	}
	if c := n.Cmp(o); c != 0 {
		return c
	}
	return s * (boolInt(n.Exp > o.Exp) - boolInt(n.Exp < o.Exp))
}

// Abs gives the number without its sign.
func (n Number) Abs() Number { n.Neg = false; return n }

// IsInteger reports a finite number without fraction.
func (n Number) IsInteger() bool {
	if n.Form != Finite {
		return false
	}
	if n.Exp >= 0 || n.Coeff.Sign() == 0 {
		return true
	}
	if -n.Exp >= n.Digits() {
		return false
	}
	return new(big.Int).Rem(n.Coeff, pow10(-n.Exp)).Sign() == 0
}

// Truncate gives the integer part of a finite number.
func (n Number) Truncate() (*big.Int, error) {
	v := new(big.Int)
	switch {
	case n.Exp >= 0:
		if n.Exp+n.Digits() > MaxDigits && n.Coeff.Sign() != 0 {
			return nil, ErrTooLarge
		}
		if n.Coeff.Sign() != 0 {
			v.Set(shift10(n.Coeff, n.Exp))
		}
	case -n.Exp < n.Digits():
		v.Quo(n.Coeff, pow10(-n.Exp))
	}
	if n.Neg {
		v.Neg(v)
	}
	return v, nil
}
