package syntax

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// unescapeText decodes the escapes of a str literal into WTF-8. The error is
// CPython's message.
func unescapeText(s []byte) (string, string) {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if s[i] != '\\' {
			j := bytes.IndexByte(s[i:], '\\')
			if j < 0 {
				j = len(s) - i
			}
			out = append(out, s[i:i+j]...)
			i += j
			continue
		}
		if i+1 >= len(s) { // the text of an f-string before a brace
			out = append(out, '\\')
			break
		}
		if b, n := simpleEscape(s[i+1:]); n > 0 {
			out = utf8.AppendRune(out, rune(b))
			i += 1 + n
			continue
		} else if n == 0 { // a line end
			i += 2
			continue
		}
		r, n, fault := textEscape(s[i:])
		if fault != "" {
			return "", fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", posIn(s, i), posIn(s, i+n)-1, fault)
		}
		if r < 0 {
			out = append(out, s[i:i+n]...)
		} else {
			out = appendWTF8(out, r)
		}
		i += n
	}
	return string(out), ""
}

// posIn counts as CPython does, which first writes every other character than
// ASCII as a ten-byte escape.
func posIn(s []byte, i int) int {
	n := 0
	for _, r := range string(s[:min(i, len(s))]) {
		n++
		if r >= utf8.RuneSelf {
			n += 9
		}
	}
	return n + max(0, i-len(s))
}

// simpleEscape decodes what follows a backslash where str and bytes agree: n
// is the length, 0 for a line end, -1 when it is another escape.
func simpleEscape(s []byte) (value int, n int) {
	switch c := s[0]; c {
	case '\n':
		return 0, 0
	case '\\', '\'', '"':
		return int(c), 1
	case 'a':
		return 7, 1
	case 'b':
		return 8, 1
	case 'f':
		return 12, 1
	case 'n':
		return 10, 1
	case 'r':
		return 13, 1
	case 't':
		return 9, 1
	case 'v':
		return 11, 1
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := 0
		for n < 3 && n < len(s) && s[n] >= '0' && s[n] <= '7' {
			v = v*8 + int(s[n]-'0')
			n++
		}
		return v, n
	}
	return 0, -1
}

// textEscape decodes \x, \u, \U and \N at the start of s. r is -1 when there
// is no such escape and the bytes stand for themselves.
func textEscape(s []byte) (r rune, n int, fault string) {
	switch s[1] {
	case 'x':
		return hexEscape(s, 2, `truncated \xXX escape`)
	case 'u':
		return hexEscape(s, 4, `truncated \uXXXX escape`)
	case 'U':
		return hexEscape(s, 8, `truncated \UXXXXXXXX escape`)
	case 'N':
		return nameEscape(s)
	}
	_, size := utf8.DecodeRune(s[1:])
	return -1, 1 + size, ""
}

func hexEscape(s []byte, digits int, fault string) (rune, int, string) {
	var r rune
	for i := range digits {
		d := -1
		if i+2 < len(s) {
			d = hexDigit(s[i+2])
		}
		if d < 0 {
			return 0, i + 2, fault
		}
		if r < 1<<26 {
			r = r<<4 | rune(d)
		} else {
			r = utf8.MaxRune + 1
		}
	}
	if r > utf8.MaxRune {
		return 0, digits + 2, "illegal Unicode character"
	}
	return r, digits + 2, ""
}

func hexDigit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func nameEscape(s []byte) (rune, int, string) {
	const malformed = `malformed \N character escape`
	if len(s) < 3 || s[2] != '{' {
		return 0, 2, malformed
	}
	end := bytes.IndexByte(s, '}')
	if end < 0 {
		return 0, len(s), malformed
	}
	if end == 3 {
		return 0, 4, malformed
	}
	if r, ok := RuneByName(string(s[3:end])); ok {
		return r, end + 1, ""
	}
	return 0, end + 1, "unknown Unicode character name"
}

// unescapeBytes decodes the escapes of a bytes literal.
func unescapeBytes(s []byte) ([]byte, string) {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if s[i] != '\\' || i+1 >= len(s) {
			out = append(out, s[i])
			i++
			continue
		}
		v, n := simpleEscape(s[i+1:])
		switch {
		case n >= 0:
			if n > 0 {
				out = append(out, byte(v))
			}
			i += 1 + max(n, 1)
		case s[i+1] == 'x':
			if i+3 >= len(s) || hexDigit(s[i+2]) < 0 || hexDigit(s[i+3]) < 0 {
				return nil, fmt.Sprintf(`(value error) invalid \x escape at position %d`, i)
			}
			out = append(out, byte(hexDigit(s[i+2])<<4|hexDigit(s[i+3])))
			i += 4
		default:
			out = append(out, s[i], s[i+1])
			i += 2
		}
	}
	return out, ""
}

// appendWTF8 appends r, which may be a surrogate.
func appendWTF8(out []byte, r rune) []byte {
	if r >= 0xd800 && r < 0xe000 {
		return append(out, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0xbf, 0x80|byte(r)&0xbf)
	}
	return utf8.AppendRune(out, r)
}
