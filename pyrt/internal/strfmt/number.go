package strfmt

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Int formats an integer. typeName is for error texts ("int", "bool").
func (sp *Spec) Int(v *big.Int, typeName string) (string, error) {
	switch sp.Type {
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		f, _ := new(big.Float).SetInt(v).Float64()
		if new(big.Float).SetFloat64(0).Cmp(big.NewFloat(f)) == 0 && v.Sign() != 0 || isInf(f) {
			return "", &Error{"OverflowError", "int too large to convert to float"}
		}
		return sp.Float(f, typeName)
	case 0, 'd', 'n', 'b', 'o', 'x', 'X', 'c':
	default:
		return "", sp.unknownCode(typeName)
	}
	if sp.Precision >= 0 || sp.FracGroup != 0 {
		return "", valueError("Precision not allowed in integer format specifier")
	}
	if sp.NoNegZero {
		return "", valueError("Negative zero coercion (z) not allowed in integer format specifier")
	}
	if sp.Type == 'c' {
		return sp.char(v)
	}
	base, prefix, size := 10, "", 3
	switch sp.Type {
	case 'b':
		base, prefix, size = 2, "0b", 4
	case 'o':
		base, prefix, size = 8, "0o", 4
	case 'x', 'X':
		base, prefix, size = 16, "0"+string(sp.Type), 4
	}
	if !sp.Alt {
		prefix = ""
	}
	digits := new(big.Int).Abs(v).Text(base)
	if sp.Type == 'X' {
		digits = strings.ToUpper(digits)
	}
	return sp.number(v.Sign() < 0, prefix, digits, "", size), nil
}

func isInf(f float64) bool { return f > 1.7976931348623157e308 || f < -1.7976931348623157e308 }

func (sp *Spec) char(v *big.Int) (string, error) {
	if sp.Sign != 0 {
		return "", valueError("Sign not allowed with integer format specifier 'c'")
	}
	if sp.Alt {
		return "", valueError("Alternate form (#) not allowed with integer format specifier 'c'")
	}
	if !v.IsInt64() {
		return "", &Error{"OverflowError", "Python int too large to convert to C long"}
	}
	if v.Int64() < 0 || v.Int64() > 0x10ffff {
		return "", &Error{"OverflowError", "%c arg not in range(0x110000)"}
	}
	align := sp.Align
	if align == '=' {
		sp.Align = '>'
	}
	return sp.pad(EncodeRune(rune(v.Int64())), '>'), nil
}

// EncodeRune gives the WTF-8 form of a code point, surrogates included.
func EncodeRune(r rune) string {
	if r >= 0xd800 && r <= 0xdfff {
		return string([]byte{0xe0 | byte(r>>12), 0x80 | byte(r>>6)&0x3f, 0x80 | byte(r)&0x3f})
	}
	return string(utf8.AppendRune(nil, r))
}

// Float formats a float.
func (sp *Spec) Float(v float64, typeName string) (string, error) {
	switch sp.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
	default:
		return "", sp.unknownCode(typeName)
	}
	neg, intPart, tail := sp.floatParts(v)
	if sp.NoNegZero && neg && intPart != "inf" && intPart != "INF" && isZeroText(intPart+tail) {
		neg = false
	}
	if intPart == "inf" || intPart == "nan" || intPart == "INF" || intPart == "NAN" {
		keep := sp.Group
		sp.Group = 0
		out := sp.number(neg, "", intPart, tail, 3)
		sp.Group = keep
		return out, nil
	}
	return sp.number(neg, "", intPart, tail, 3), nil
}

func isZeroText(s string) bool {
	for i := range len(s) {
		switch {
		case s[i] == 'e' || s[i] == 'E':
			return true
		case s[i] >= '1' && s[i] <= '9':
			return false
		}
	}
	return true
}

// floatParts gives sign, integer digits and everything after them.
func (sp *Spec) floatParts(v float64) (bool, string, string) {
	prec, typ, tail := sp.Precision, byte(sp.Type), ""
	if typ == '%' {
		v, typ, tail = v*100, 'f', "%"
	}
	var text string
	switch {
	case typ == 0 && prec < 0:
		text = FloatRepr(v)
		if sp.Alt && !strings.Contains(text, ".") {
			text = strings.Replace(text, "e", ".e", 1)
		}
	case typ == 0:
		text = formatG(v, max(prec, 1), sp.Alt, true)
	default:
		if prec < 0 {
			prec = 6
		}
		text = FormatFloat(v, typ, prec, sp.Alt)
	}
	neg := strings.HasPrefix(text, "-")
	text = strings.TrimPrefix(text, "-")
	n := countDigits(text)
	if n == 0 { // inf, nan
		return neg, text, tail
	}
	frac := text[n:]
	if sp.FracGroup != 0 && strings.HasPrefix(frac, ".") {
		m := countDigits(frac[1:])
		frac = "." + groupForward(frac[1:1+m], sp.FracGroup) + frac[1+m:]
	}
	return neg, text[:n], frac + tail
}

func groupForward(digits string, sep byte) string {
	var b strings.Builder
	for i := range len(digits) {
		if i > 0 && i%3 == 0 {
			b.WriteByte(sep)
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}

// FormatFloat formats with a presentation type of e, E, f, F, g, G or n.
func FormatFloat(v float64, typ byte, prec int, alt bool) string {
	upper := typ >= 'A' && typ <= 'Z'
	if s := nonFinite(v); s != "" {
		if upper {
			return strings.ToUpper(s)
		}
		return s
	}
	var s string
	switch typ {
	case 'e', 'E':
		s = strconv.FormatFloat(v, 'e', prec, 64)
		if alt && prec == 0 {
			s = strings.Replace(s, "e", ".e", 1)
		}
	case 'f', 'F':
		s = strconv.FormatFloat(v, 'f', prec, 64)
		if alt && prec == 0 {
			s += "."
		}
	default:
		s = formatG(v, max(prec, 1), alt, false)
	}
	if upper {
		s = strings.ToUpper(s)
	}
	return s
}

func nonFinite(v float64) string {
	switch {
	case v != v:
		return "nan"
	case isInf(v) && v > 0:
		return "inf"
	case isInf(v):
		return "-inf"
	}
	return ""
}

// formatG is C's %g; withPoint adds ".0" as str(float) does and switches to
// an exponent one digit earlier.
func formatG(v float64, prec int, alt, withPoint bool) string {
	if s := nonFinite(v); s != "" {
		return s
	}
	s := strconv.FormatFloat(v, 'e', prec-1, 64)
	e := strings.IndexByte(s, 'e')
	exp, _ := strconv.Atoi(s[e+1:])
	limit := prec
	if withPoint {
		limit = prec - 1
	}
	if exp < -4 || exp >= limit {
		mant := s[:e]
		if !alt {
			mant = trimFraction(mant)
		} else if !strings.Contains(mant, ".") {
			mant += "."
		}
		return mant + "e" + expText(exp)
	}
	s = strconv.FormatFloat(v, 'f', max(prec-1-exp, 0), 64)
	if !alt {
		s = trimFraction(s)
	} else if !strings.Contains(s, ".") {
		s += "."
	}
	if withPoint && !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

func trimFraction(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimRight(s, "0")
		s = strings.TrimSuffix(s, ".")
	}
	return s
}

func expText(exp int) string {
	sign := "+"
	if exp < 0 {
		sign, exp = "-", -exp
	}
	if exp < 10 {
		return sign + "0" + strconv.Itoa(exp)
	}
	return sign + strconv.Itoa(exp)
}

// FloatRepr is repr(float): the shortest digits that read back the same.
func FloatRepr(v float64) string {
	s := floatShort(v)
	if strings.ContainsAny(s, ".en") || strings.Contains(s, "inf") {
		return s
	}
	return s + ".0"
}

// floatShort is FloatRepr without the ".0", as complex numbers print parts.
func floatShort(v float64) string {
	if s := nonFinite(v); s != "" {
		return s
	}
	s := strconv.FormatFloat(v, 'e', -1, 64)
	e := strings.IndexByte(s, 'e')
	exp, _ := strconv.Atoi(s[e+1:])
	if exp < -4 || exp >= 16 {
		return s[:e] + "e" + expText(exp)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// ComplexRepr is repr(complex).
func ComplexRepr(c complex128) string {
	im := floatShort(imag(c)) + "j"
	if real(c) == 0 && !strings.HasPrefix(floatShort(real(c)), "-") {
		return im
	}
	if !strings.HasPrefix(im, "-") {
		im = "+" + im
	}
	return "(" + floatShort(real(c)) + im + ")"
}

// Complex formats a complex number.
func (sp *Spec) Complex(c complex128, typeName string) (string, error) {
	switch sp.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return "", sp.unknownCode(typeName)
	}
	if sp.zeroFill {
		return "", valueError("Zero padding is not allowed in complex format specifier")
	}
	if sp.Align == '=' {
		return "", valueError("'=' alignment flag is not allowed in complex format specifier")
	}
	part := *sp
	part.Width, part.Align, part.Fill = -1, 0, " "
	one := func(f float64, sign byte) (string, error) {
		p := part
		p.Sign = sign
		if p.Type == 0 && p.Precision < 0 {
			neg, ip, tail := p.floatParts(f)
			return p.number(neg, "", ip, strings.TrimSuffix(tail, ".0"), 3), nil
		}
		if p.Type == 0 {
			p.Type = 'g'
		}
		return p.Float(f, typeName)
	}
	im, err := one(imag(c), '+')
	if err != nil {
		return "", err
	}
	if sp.Type == 0 && real(c) == 0 && !strings.HasPrefix(floatShort(real(c)), "-") {
		im, _ = one(imag(c), sp.Sign)
		return sp.pad(im+"j", '>'), nil
	}
	re, err := one(real(c), sp.Sign)
	if err != nil {
		return "", err
	}
	text := re + im + "j"
	if sp.Type == 0 {
		text = "(" + text + ")"
	}
	return sp.pad(text, '>'), nil
}
