package strfmt

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Spec is a parsed format specification (library reference, "Format
// Specification Mini-Language").
type Spec struct {
	Fill      string // one code point
	Align     byte   // '<' '>' '^' '=' or 0
	Sign      byte   // '+' '-' ' ' or 0
	NoNegZero bool   // z
	Alt       bool   // #
	Width     int    // -1: none
	Group     byte   // ',' '_' or 0
	Precision int    // -1: none
	FracGroup byte   // separator of the digits after the point (3.14)
	Type      rune   // 0: none
	zeroFill  bool
}

// ParseSpec parses a specification; typeName is the type of the value that is
// formatted, for error texts.
func ParseSpec(s, typeName string) (Spec, error) {
	sp := Spec{Fill: " ", Width: -1, Precision: -1}
	rest, err := sp.parseHead(s)
	if err != nil {
		return sp, err
	}
	if rest, err = sp.parseGroup(rest); err != nil {
		return sp, err
	}
	if strings.HasPrefix(rest, ".") {
		if rest, err = sp.parsePrecision(rest[1:]); err != nil {
			return sp, err
		}
	}
	if utf8.RuneCountInString(rest) > 1 {
		return sp, valueError(fmt.Sprintf("Invalid format specifier '%s' for object of type '%s'", s, typeName))
	}
	if rest != "" {
		sp.Type, _ = utf8.DecodeRuneInString(rest)
	}
	return sp, sp.checkGroup(typeName)
}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

// parseHead reads fill, align, sign, z, #, 0 and width.
func (sp *Spec) parseHead(s string) (string, error) {
	_, n := utf8.DecodeRuneInString(s)
	if n == 1 && len(s) >= 3 && s[0] == 0xed { // a lone surrogate in WTF-8
		n = 3
	}
	filled := false
	switch {
	case n > 0 && len(s) > n && isAlign(s[n]):
		sp.Fill, sp.Align, s, filled = s[:n], s[n], s[n+1:], true
	case len(s) > 0 && isAlign(s[0]):
		sp.Align, s = s[0], s[1:]
	}
	if s != "" && strings.IndexByte("+- ", s[0]) >= 0 {
		sp.Sign, s = s[0], s[1:]
	}
	if strings.HasPrefix(s, "z") {
		sp.NoNegZero, s = true, s[1:]
	}
	if strings.HasPrefix(s, "#") {
		sp.Alt, s = true, s[1:]
	}
	if !filled && strings.HasPrefix(s, "0") {
		sp.Fill, s = "0", s[1:]
		if sp.Align == 0 {
			sp.zeroFill = true
			sp.Align = '='
		}
	}
	n = countDigits(s)
	if n > 0 {
		w, err := strconv.Atoi(s[:n])
		if err != nil {
			return "", valueError("Too many decimal digits in format string")
		}
		if w > MaxWidth {
			return "", &Error{"MemoryError", fmt.Sprintf("width of more than %d", MaxWidth)}
		}
		sp.Width, s = w, s[n:]
	}
	return s, nil
}

func countDigits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func (sp *Spec) parseGroup(s string) (string, error) {
	g, s, err := groupChars(s)
	sp.Group = g
	return s, err
}

func groupChars(s string) (byte, string, error) {
	var g byte
	if strings.HasPrefix(s, ",") {
		g, s = ',', s[1:]
	}
	if strings.HasPrefix(s, "_") {
		if g != 0 {
			return 0, s, valueError("Cannot specify both ',' and '_'.")
		}
		g, s = '_', s[1:]
	}
	if strings.HasPrefix(s, ",") && g == '_' {
		return 0, s, valueError("Cannot specify both ',' and '_'.")
	}
	return g, s, nil
}

func (sp *Spec) parsePrecision(s string) (string, error) {
	n := countDigits(s)
	if n > 0 {
		p, err := strconv.Atoi(s[:n])
		if err != nil {
			return "", valueError("Too many decimal digits in format string")
		}
		if p > 1<<31-1 {
			return "", valueError("precision too big")
		}
		if p > MaxWidth {
			return "", &Error{"MemoryError", fmt.Sprintf("precision of more than %d", MaxWidth)}
		}
		sp.Precision, s = p, s[n:]
	}
	g, rest, err := groupChars(s)
	if err != nil {
		return "", err
	}
	sp.FracGroup = g
	if n == 0 && g == 0 {
		return "", valueError("Format specifier missing precision")
	}
	return rest, nil
}

func (sp *Spec) checkGroup(typeName string) error {
	if sp.Group == 0 && sp.FracGroup == 0 {
		return nil
	}
	g := sp.Group
	if g == 0 {
		g = sp.FracGroup
	}
	switch sp.Type {
	case 0:
		if typeName == "str" {
			sp.Type = 's'
			return sp.cannotWith(g)
		}
		return nil
	case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F':
		return nil
	case 'b', 'o', 'x', 'X':
		if g == '_' && sp.FracGroup == 0 {
			return nil
		}
	}
	return sp.cannotWith(g)
}

func (sp *Spec) cannotWith(g byte) error {
	if sp.Type > 32 && sp.Type < 128 {
		return valueError(fmt.Sprintf("Cannot specify '%c' with '%c'.", g, sp.Type))
	}
	return valueError(fmt.Sprintf("Cannot specify '%c' with '\\x%x'.", g, sp.Type))
}

// unknownCode words the refusal of a presentation type.
func (sp *Spec) unknownCode(typeName string) error {
	if sp.Type > 32 && sp.Type < 128 {
		return valueError(fmt.Sprintf("Unknown format code '%c' for object of type '%s'", sp.Type, typeName))
	}
	return valueError(fmt.Sprintf("Unknown format code '\\x%x' for object of type '%s'", sp.Type, typeName))
}

// IsEmpty reports a specification that asks for nothing.
func (sp *Spec) IsEmpty() bool {
	return sp.Fill == " " && sp.Align == 0 && sp.Sign == 0 && !sp.NoNegZero && !sp.Alt &&
		sp.Width < 0 && sp.Group == 0 && sp.Precision < 0 && sp.FracGroup == 0 && sp.Type == 0
}

// Str formats a string. length counts code points.
func (sp *Spec) Str(v, typeName string) (string, error) {
	switch {
	case sp.Type != 0 && sp.Type != 's':
		return "", sp.unknownCode(typeName)
	case sp.Sign == ' ':
		return "", valueError("Space not allowed in string format specifier")
	case sp.Sign != 0:
		return "", valueError("Sign not allowed in string format specifier")
	case sp.NoNegZero:
		return "", valueError("Negative zero coercion (z) not allowed in string format specifier")
	case sp.Alt:
		return "", valueError("Alternate form (#) not allowed in string format specifier")
	case sp.Group != 0 || sp.FracGroup != 0:
		sp.Type = 's'
		return "", sp.cannotWith(max(sp.Group, sp.FracGroup))
	case sp.Align == '=' && !sp.zeroFill:
		return "", valueError("'=' alignment not allowed in string format specifier")
	}
	if sp.Align == '=' {
		sp.Align = '<'
	}
	if sp.Precision >= 0 {
		v = firstRunes(v, sp.Precision)
	}
	return sp.pad(v, '<'), nil
}

// RuneCount counts the code points of a WTF-8 string.
func RuneCount(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

func firstRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			if n == 0 {
				return s[:i]
			}
			n--
		}
	}
	return s
}

// pad fills v to the width.
func (sp *Spec) pad(v string, align byte) string {
	if sp.Align != 0 {
		align = sp.Align
	}
	n := sp.Width - RuneCount(v)
	if n <= 0 {
		return v
	}
	switch align {
	case '<':
		return v + strings.Repeat(sp.Fill, n)
	case '^':
		return strings.Repeat(sp.Fill, n/2) + v + strings.Repeat(sp.Fill, n-n/2)
	}
	return strings.Repeat(sp.Fill, n) + v
}

// number assembles sign, prefix, digits and tail with padding and grouping.
// digits are the integer digits only; tail is everything after them.
func (sp *Spec) number(negative bool, prefix, digits, tail string, groupSize int) string {
	sign := ""
	switch {
	case negative:
		sign = "-"
	case sp.Sign == '+' || sp.Sign == ' ':
		sign = string(sp.Sign)
	}
	fixed := len(sign) + len(prefix) + RuneCount(tail)
	if sp.Fill == "0" && sp.Align == '=' {
		digits = group(digits, sp.Group, groupSize, sp.Width-fixed)
		return sp.zeroPad(sign+prefix, digits, tail)
	}
	digits = group(digits, sp.Group, groupSize, 0)
	if sp.Align == '=' {
		if n := sp.Width - fixed - len(digits); n > 0 {
			return sign + prefix + strings.Repeat(sp.Fill, n) + digits + tail
		}
		return sign + prefix + digits + tail
	}
	return sp.pad(sign+prefix+digits+tail, '>')
}

func (sp *Spec) zeroPad(head, digits, tail string) string {
	if n := sp.Width - len(head) - len(digits) - RuneCount(tail); n > 0 {
		digits = strings.Repeat("0", n) + digits
	}
	return head + digits + tail
}

// group inserts separators and, when minWidth asks for it, leading zeros that
// are grouped as well.
func group(digits string, sep byte, size, minWidth int) string {
	if sep == 0 || digits == "" {
		return digits
	}
	for minWidth > 0 && len(digits)+(len(digits)-1)/size < minWidth {
		digits = "0" + digits
	}
	var b strings.Builder
	first := len(digits) % size
	if first == 0 {
		first = size
	}
	b.WriteString(digits[:first])
	for i := first; i < len(digits); i += size {
		b.WriteByte(sep)
		b.WriteString(digits[i : i+size])
	}
	return b.String()
}
