package pyrt

import (
	"strconv"
	"strings"
)

// decodeWide decodes UTF-16 and UTF-32.
func decodeWide(data, name, errors string) (string, error) {
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
			repl, err := decodeFallback(data, i, len(data), name, errors, "truncated data")
			return b.String() + repl, err
		}
		r := wideUnit(data[i:i+size], big)
		n := size
		if size == 2 && r >= 0xd800 && r <= 0xdbff && i+4 <= len(data) {
			if lo := wideUnit(data[i+2:i+4], big); lo >= 0xdc00 && lo <= 0xdfff {
				r, n = 0x10000+(r-0xd800)<<10+(lo-0xdc00), 4
			}
		}
		if r >= 0xd800 && r <= 0xdfff && errors != "surrogatepass" || r > 0x10ffff || r < 0 {
			reason := "illegal encoding"
			if size == 4 {
				reason = "code point not in range(0x110000)"
			}
			repl, err := decodeFallback(data, i, i+n, name, errors, reason)
			if err != nil {
				return "", err
			}
			b.WriteString(repl)
		} else {
			b.WriteString(encodePoint(r))
		}
		i += n
	}
	return b.String(), nil
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

// decodeEscapes is the unicode_escape codec.
func decodeEscapes(data string) (string, error) {
	var b strings.Builder
	simple := map[byte]string{'n': "\n", 'r': "\r", 't': "\t", '\\': "\\", '\'': "'", '"': "\"", 'a': "\a", 'b': "\b", 'f': "\f", 'v': "\v", '\n': ""}
	for i := 0; i < len(data); i++ {
		c := data[i]
		if c != '\\' || i+1 >= len(data) {
			b.WriteRune(rune(c))
			continue
		}
		i++
		if s, ok := simple[data[i]]; ok {
			b.WriteString(s)
			continue
		}
		width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[data[i]]
		if width > 0 {
			if i+1+width > len(data) {
				return "", NewException(UnicodeDecodeError, Str("unicodeescape"), Bytes(data), Int(i-1), Int(len(data)), Str("truncated \\"+string(data[i])+strings.Repeat("X", width)+" escape"))
			}
			n, err := strconv.ParseUint(data[i+1:i+1+width], 16, 32)
			if err != nil || n > 0x10ffff {
				return "", NewException(UnicodeDecodeError, Str("unicodeescape"), Bytes(data), Int(i-1), Int(i+1), Str("illegal Unicode character"))
			}
			b.WriteString(encodePoint(rune(n)))
			i += width
			continue
		}
		if data[i] >= '0' && data[i] <= '7' {
			j := i
			for j < len(data) && j < i+3 && data[j] >= '0' && data[j] <= '7' {
				j++
			}
			n, _ := strconv.ParseUint(data[i:j], 8, 32)
			b.WriteRune(rune(n))
			i = j - 1
			continue
		}
		b.WriteByte('\\')
		b.WriteByte(data[i])
	}
	return b.String(), nil
}
