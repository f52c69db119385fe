package stdlib

import (
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/decnum"
)

// A decimalSpec is a parsed format specification of a Decimal.
type decimalSpec struct {
	fill      string
	align     byte // < > ^ = or 0
	sign      byte
	noNegZero bool
	point     bool // "#": a decimal point even without a fraction
	width     int
	sep       string
	fracSep   string
	prec      int // -1: not given
	kind      byte
	signLen   int
}

// parseDecimalSpec reads [[fill]align][sign][z][#][0][width][,][.precision][type].
func parseDecimalSpec(spec string) (decimalSpec, bool) {
	s := decimalSpec{fill: " ", prec: -1, sign: '-'}
	rs := []rune(spec)
	isAlign := func(r rune) bool { return strings.ContainsRune("<>^=", r) }
	switch {
	case len(rs) > 1 && isAlign(rs[1]):
		s.fill, s.align, rs = string(rs[0]), byte(rs[1]), rs[2:]
	case len(rs) > 0 && isAlign(rs[0]):
		s.align, rs = byte(rs[0]), rs[1:]
	}
	take := func(set string) byte {
		if len(rs) > 0 && strings.ContainsRune(set, rs[0]) {
			b := byte(rs[0])
			rs = rs[1:]
			return b
		}
		return 0
	}
	number := func() int {
		n, any := 0, false
		for len(rs) > 0 && rs[0] >= '0' && rs[0] <= '9' && n < 1<<28 {
			n, rs, any = n*10+int(rs[0]-'0'), rs[1:], true
		}
		if !any {
			return -1
		}
		return n
	}
	if b := take("+- "); b != 0 {
		s.sign = b
	}
	s.noNegZero = take("z") != 0
	s.point = take("#") != 0
	if take("0") != 0 {
		if s.align != 0 {
			return s, false
		}
		s.fill, s.align = "0", '='
	}
	s.width = max(number(), 0)
	if b := take(",_"); b != 0 {
		s.sep = string(b)
	}
	if take(".") != 0 {
		if s.prec = number(); s.prec < 0 && len(rs) > 0 && rs[0] != ',' && rs[0] != '_' || s.prec < 0 && len(rs) == 0 {
			return s, false
		}
		if b := take(",_"); b != 0 {
			s.fracSep = string(b)
		}
	}
	s.kind = take("eEfFgGn%")
	if s.align == 0 {
		s.align = '>'
	}
	return s, len(rs) == 0 && s.width < 1<<28 && s.prec < 1<<28 && !(s.kind == 'n' && s.sep != "")
}

// decimalFormat is Decimal.__format__.
func decimalFormat(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	text, ok := pyrt.AsStr(a[1])
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "format argument must be str")
	}
	c, err := contextOf(t, nil)
	if err != nil {
		return nil, err
	}
	s, ok := parseDecimalSpec(text)
	if !ok {
		return nil, pyrt.Errorf(pyrt.ValueError, "invalid format string")
	}
	if err := t.Alloc(int64(s.width+max(s.prec, 0)), 1); err != nil {
		return nil, err
	}
	n := decimalSelf(a[0])
	if n.Form == decnum.Finite && (s.prec > decnum.MaxDigits || n.Exp > decnum.MaxDigits && strings.IndexByte("fF%", s.kind) >= 0 && s.kind != 0) {
		return nil, pyrt.Errorf(pyrt.MemoryError, "%s", decnum.ErrTooLarge)
	}
	var body string
	if n.Form != decnum.Finite {
		body = n.Abs().Text(false, true)
		if s.align == '=' && s.fill == "0" {
			s.fill, s.align = " ", '>'
		}
		if s.kind == '%' {
			body += "%"
		}
		s.sep = ""
	} else {
		if n.Neg || s.sign != '-' {
			s.signLen = 1
		}
		body, n = s.digits(c, n)
	}
	sign := ""
	switch {
	case n.Neg && !(s.noNegZero && n.IsZero()):
		sign = "-"
	case s.sign != '-':
		sign = string(s.sign)
	}
	return pyrt.Str(s.pad(sign, body)), nil
}

// digits rounds and lays out a finite number without its sign.
func (s *decimalSpec) digits(c *decContext, n decnum.Number) (string, decnum.Number) {
	kind, prec := s.kind, s.prec
	upper := kind == 'E' || kind == 'G' || kind == 0 && c.capitals
	wide := decnum.Context{Prec: decnum.MaxPrec, Emin: decnum.MinEmin, Emax: decnum.MaxEmax, Rounding: c.Rounding}
	if kind == '%' {
		n.Exp += 2
		kind = 'f'
	}
	if kind == 'F' {
		kind = 'f'
	}
	if kind == 0 || kind == 'n' || kind == 'G' {
		kind = 'g'
	}
	if kind == 'E' {
		kind = 'e'
	}
	if prec >= 0 {
		switch kind {
		case 'e':
			if !n.IsZero() && n.Digits() > prec+1 {
				n = roundDigits(wide, n, prec+1)
			}
		case 'f':
			n, _, _ = wide.Rescale(n, -prec)
		case 'g':
			if p := max(prec, 1); n.Digits() > p {
				n = roundDigits(wide, n, p)
			}
		}
	}
	if kind == 'f' && n.Exp > 0 {
		n, _, _ = wide.Rescale(n, 0)
	}
	d := n.Coeff.String()
	left := n.Exp + len(d)
	dot := left
	switch kind {
	case 'e':
		dot = 1
		if n.IsZero() && prec >= 0 {
			dot = 1 - prec
		}
	case 'g':
		if n.Exp > 0 || left <= -6 {
			dot = 1
		}
	}
	whole, frac := "0", ""
	switch {
	case dot <= 0:
		frac = strings.Repeat("0", -dot) + d
	case dot > len(d):
		whole = d + strings.Repeat("0", dot-len(d))
	default:
		whole, frac = d[:dot], d[dot:]
	}
	if kind == 'e' && prec >= 0 && len(frac) < prec {
		frac += strings.Repeat("0", prec-len(frac))
	}
	return s.layout(whole, frac, left-dot, kind, upper), n
}

// layout joins the parts: separators, point, exponent, percent sign.
func (s *decimalSpec) layout(whole, frac string, exp int, kind byte, upper bool) string {
	tail := ""
	if frac != "" || s.point {
		if s.fracSep != "" {
			var groups []string
			for len(frac) > 3 {
				groups, frac = append(groups, frac[:3]), frac[3:]
			}
			frac = strings.Join(append(groups, frac), s.fracSep)
		}
		tail = "." + frac
	}
	if exp != 0 || kind == 'e' {
		e := "e"
		if upper {
			e = "E"
		}
		if exp >= 0 {
			e += "+"
		}
		tail += e + strconv.Itoa(exp)
	}
	if s.kind == '%' {
		tail += "%"
	}
	if s.sep != "" {
		need := 1
		if s.fill == "0" && s.align == '=' {
			need = s.width - len(tail) - s.signLen
		}
		whole = groupThousands(whole, s.sep, need)
	}
	return whole + tail
}

// groupThousands separates groups of three, padding with zeros to min places.
func groupThousands(digits, sep string, min int) string {
	out := ""
	for {
		k := 3
		if len(digits) < k {
			k = len(digits)
		}
		group := digits[len(digits)-k:]
		digits = digits[:len(digits)-k]
		if out != "" {
			out = sep + out
		}
		if digits == "" {
			for len(group) < 3 && len(group)+len(out) < min {
				group = "0" + group
			}
		}
		out = group + out
		if digits == "" {
			if len(out) >= min {
				return out
			}
			digits = "0"
		}
	}
}

func roundDigits(wide decnum.Context, n decnum.Number, p int) decnum.Number {
	wide.Prec = p
	out, _ := wide.Finish(n)
	return out
}

func (s *decimalSpec) pad(sign, body string) string {
	n := s.width - len(sign) - len(body)
	if n <= 0 {
		return sign + body
	}
	switch s.align {
	case '<':
		return sign + body + strings.Repeat(s.fill, n)
	case '^':
		return strings.Repeat(s.fill, n/2) + sign + body + strings.Repeat(s.fill, n-n/2)
	case '=':
		return sign + strings.Repeat(s.fill, n) + body
	}
	return strings.Repeat(s.fill, n) + sign + body
}
