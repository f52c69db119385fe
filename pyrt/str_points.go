package pyrt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mrt-tools/mrt/pyrt/internal/strfmt"
)

// Strings are WTF-8. Everything that counts or indexes code points goes
// through the functions of this file; ASCII strings, by far the most common,
// take the fast path of bytes.

// isASCII reports whether every code point is one byte.
func isASCII(s string) bool {
	for len(s) >= 8 {
		if (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&0x80 != 0 {
			return false
		}
		s = s[8:]
	}
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// decodePoint decodes the first code point; lone surrogates are three bytes.
func decodePoint(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xed {
		return rune(s[0]&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return r, n
}

// encodePoint is the reverse of decodePoint.
func encodePoint(r rune) string { return strfmt.EncodeRune(r) }

// codePoints gives the code points of a string.
func codePoints(s string) []rune {
	out := make([]rune, 0, len(s))
	for len(s) > 0 {
		r, n := decodePoint(s)
		out = append(out, r)
		s = s[n:]
	}
	return out
}

// fromCodePoints makes a string; surrogate pairs stay two code points.
func fromCodePoints(rs []rune) string {
	var b strings.Builder
	b.Grow(len(rs))
	for _, r := range rs {
		if r < 0x80 {
			b.WriteByte(byte(r))
		} else {
			b.WriteString(encodePoint(r))
		}
	}
	return b.String()
}

// pointCount is len(s).
func pointCount(s string) int { return strfmt.RuneCount(s) }

// byteOffset gives the byte position of the i-th code point.
func byteOffset(s string, i int) int {
	if i <= 0 {
		return 0
	}
	n := 0
	for p := range len(s) {
		if s[p]&0xc0 != 0x80 {
			if n == i {
				return p
			}
			n++
		}
	}
	return len(s)
}

// firstCodePoints cuts s to n code points.
func firstCodePoints(s string, n int) string { return s[:byteOffset(s, n)] }

// substring is s[i:j] in code points, 0 <= i <= j <= len.
func substring(s string, i, j int) string {
	if isASCII(s) {
		return s[i:j]
	}
	a := byteOffset(s, i)
	return s[a : a+byteOffset(s[a:], j-i)]
}

// isSpace is str.isspace for one character.
func isSpace(r rune) bool {
	switch {
	case r >= '\t' && r <= '\r', r >= 0x1c && r <= 0x20, r == 0x85, r == 0xa0:
		return true
	case r < 0x1680:
		return false
	}
	return r == 0x2028 || r == 0x2029 || unicode.Is(unicode.Zs, r)
}

// isLineBreak is what splitlines cuts at.
func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// isPrintable is str.isprintable for one character.
func isPrintable(r rune) bool {
	if r < 0x7f {
		return r >= 0x20
	}
	if r >= 0xd800 && r <= 0xdfff {
		return false
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S)
}

// quoteStr is repr(str); with ascii set all but ASCII is escaped.
func quoteStr(s string, ascii bool) string {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte(quote)
	for len(s) > 0 {
		r, n := decodePoint(s)
		if byte(r) == quote && r < 0x80 || r == '\\' {
			b.WriteByte('\\')
		}
		if e := escapePoint(r, ascii); e != "" {
			b.WriteString(e)
		} else {
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	b.WriteByte(quote)
	return b.String()
}

// escapePoint gives the escape of a character that repr does not print.
func escapePoint(r rune, ascii bool) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r >= 0x20 && r < 0x7f:
		return ""
	case r >= 0x7f && !ascii && isPrintable(r):
		return ""
	case r < 0x100:
		return `\x` + hexDigits(uint32(r), 2)
	case r < 0x10000:
		return `\u` + hexDigits(uint32(r), 4)
	}
	return `\U` + hexDigits(uint32(r), 8)
}

func hexDigits(v uint32, n int) string {
	const digits = "0123456789abcdef"
	out := make([]byte, n)
	for i := n - 1; i >= 0; i-- {
		out[i] = digits[v&15]
		v >>= 4
	}
	return string(out)
}

// sliceBounds resolves the optional start and end arguments of find, count,
// startswith and the like to 0 <= start, end <= n (start may exceed end).
func sliceBounds(t *Thread, start, end Value, n int) (int, int, error) {
	lo, hi := 0, n
	var err error
	if start != nil && start != None {
		if lo, err = sliceIndex(t, start); err != nil {
			return 0, 0, err
		}
		if lo < 0 {
			lo = max(lo+n, 0)
		}
	}
	if end != nil && end != None {
		if hi, err = sliceIndex(t, end); err != nil {
			return 0, 0, err
		}
		if hi < 0 {
			hi = max(hi+n, 0)
		}
	}
	return lo, min(hi, n), nil
}

// sliceIndex is Index with the error text of slices.
func sliceIndex(t *Thread, v Value) (int, error) {
	if i, ok := v.(Int); ok {
		return int(i), nil
	}
	if numericRank(Underlying(v)) != 1 && v.Type().Lookup("__index__") == nil {
		return 0, Errorf(TypeError, "slice indices must be integers or None or have an __index__ method")
	}
	return clampInt(t, v)
}
