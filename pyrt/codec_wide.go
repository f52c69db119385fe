package pyrt

import (
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// decodeWide decodes UTF-16 and UTF-32.
func (c *codec) decodeWide(data string) (string, error) {
	name := c.name
	size := 2
	if strings.HasPrefix(name, "utf-32") {
		size = 4
	}
	big := strings.HasSuffix(name, "-be")
	offset := 0
	if name == "utf-16" || name == "utf-32" {
		switch {
		case size == 4 && strings.HasPrefix(data, "\xff\xfe\x00\x00"):
			offset = 4
		case size == 4 && strings.HasPrefix(data, "\x00\x00\xfe\xff"):
			offset, big = 4, true
		case size == 2 && strings.HasPrefix(data, "\xff\xfe"):
			offset = 2
		case size == 2 && strings.HasPrefix(data, "\xfe\xff"):
			offset, big = 2, true
		}
	}
	if name == "utf-16" || name == "utf-32" { // errors name the byte order
		name += map[bool]string{true: "-be", false: "-le"}[big]
	}
	var b strings.Builder
	for i := offset; i < len(data); {
		if i+size > len(data) {
			repl, next, err := c.decodeFallback(data, i, len(data), name, "truncated data")
			if err != nil {
				return "", err
			}
			b.WriteString(repl)
			i = next
			continue
		}
		r := wideUnit(data[i:i+size], big)
		n := size
		if size == 2 && r >= 0xd800 && r <= 0xdbff && i+4 <= len(data) {
			if lo := wideUnit(data[i+2:i+4], big); lo >= 0xdc00 && lo <= 0xdfff {
				r, n = 0x10000+(r-0xd800)<<10+(lo-0xdc00), 4
			}
		}
		if r >= 0xd800 && r <= 0xdfff && c.errors != "surrogatepass" || r > 0x10ffff || r < 0 {
			repl, next, err := c.decodeFallback(data, i, i+n, name, wideFault(size, r, i+4 > len(data)))
			if err != nil {
				return "", err
			}
			b.WriteString(repl)
			i = next
			continue
		}
		b.WriteString(encodePoint(r))
		i += n
	}
	return b.String(), nil
}

// wideFault words what is wrong with a unit of a given size; last tells that
// no other follows.
func wideFault(size int, r rune, last bool) string {
	switch {
	case size == 4:
		return "code point not in range(0x110000)"
	case r <= 0xdbff && last:
		return "unexpected end of data"
	}
	return "illegal encoding"
}

func wideUnit(s string, big bool) rune {
	var r uint32
	for i := range len(s) {
		k := i
		if big {
			k = len(s) - 1 - i
		}
		r |= uint32(s[k]) << (8 * i)
	}
	return rune(r)
}

// simpleEscapes are the escapes of one letter.
var simpleEscapes = [256]string{'n': "\n", 'r': "\r", 't': "\t", '\\': "\\", '\'': "'", '"': "\"", 'a': "\a", 'b': "\b", 'f': "\f", 'v': "\v"}

// decodeEscapes is the unicode_escape codec, and with fewer escapes the
// raw_unicode_escape codec.
func (c *codec) decodeEscapes(data string) (string, error) {
	var b strings.Builder
	raw := c.name == "raw_unicode_escape"
	for i := 0; i < len(data); {
		if data[i] != '\\' {
			b.WriteRune(rune(data[i]))
			i++
			continue
		}
		text, next, err := c.decodeEscape(data, i, raw)
		if err != nil {
			return "", err
		}
		b.WriteString(text)
		i = next
	}
	return b.String(), nil
}

// decodeEscape decodes the escape that starts at data[i].
func (c *codec) decodeEscape(data string, i int, raw bool) (string, int, error) {
	codec := "unicodeescape"
	if raw {
		codec = "rawunicodeescape"
	}
	if i+1 >= len(data) {
		if raw {
			return "\\", i + 1, nil
		}
		return c.decodeFallback(data, i, len(data), codec, "\\ at end of string")
	}
	e := data[i+1]
	width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[e]
	switch {
	case raw && (width == 0 || e == 'x'):
		return "\\" + string(rune(e)), i + 2, nil
	case e == '\n':
		return "", i + 2, nil
	case simpleEscapes[e] != "":
		return simpleEscapes[e], i + 2, nil
	case e == 'N':
		return c.decodeName(data, i)
	case e >= '0' && e <= '7':
		j := i + 1
		for j < len(data) && j < i+4 && data[j] >= '0' && data[j] <= '7' {
			j++
		}
		n, _ := strconv.ParseUint(data[i+1:j], 8, 32)
		return string(rune(n)), j, nil
	case width == 0:
		return "\\" + string(rune(e)), i + 2, nil
	}
	j := i + 2
	for j < len(data) && j < i+2+width && isHexDigit(data[j]) {
		j++
	}
	if j < i+2+width {
		return c.decodeFallback(data, i, j, codec, "truncated \\"+string(rune(e))+strings.Repeat("X", width)+" escape")
	}
	n, _ := strconv.ParseUint(data[i+2:j], 16, 32)
	if n > 0x10ffff {
		reason := "illegal Unicode character"
		if raw {
			reason = "\\Uxxxxxxxx out of range"
		}
		return c.decodeFallback(data, i, j, codec, reason)
	}
	return encodePoint(rune(n)), j, nil
}

func isHexDigit(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// decodeName decodes a character by its name, at data[i].
func (c *codec) decodeName(data string, i int) (string, int, error) {
	if i+2 >= len(data) || data[i+2] != '{' {
		return c.decodeFallback(data, i, i+2, "unicodeescape", "malformed \\N character escape")
	}
	n := strings.IndexByte(data[i+3:], '}')
	if n <= 0 {
		end := len(data)
		if n == 0 {
			end = i + 4
		}
		return c.decodeFallback(data, i, end, "unicodeescape", "malformed \\N character escape")
	}
	end := i + 4 + n
	if r, ok := syntax.RuneByName(data[i+3 : end-1]); ok {
		return string(r), end, nil
	}
	return c.decodeFallback(data, i, end, "unicodeescape", "unknown Unicode character name")
}
