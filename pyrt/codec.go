package pyrt

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/runenames"
)

// normalEncoding maps an encoding name to its canonical one, "" if unknown.
func normalEncoding(name string) string {
	switch strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(name)) {
	case "utf_8", "utf8", "u8", "utf", "cp65001":
		return "utf-8"
	case "utf_8_sig", "utf8_sig":
		return "utf-8-sig"
	case "ascii", "us_ascii", "646", "ansi_x3.4_1968":
		return "ascii"
	case "latin_1", "latin1", "iso_8859_1", "iso8859_1", "l1", "8859", "cp819", "latin":
		return "latin-1"
	case "utf_16", "utf16", "u16":
		return "utf-16"
	case "utf_16_le", "utf_16le":
		return "utf-16-le"
	case "utf_16_be", "utf_16be":
		return "utf-16-be"
	case "utf_32", "utf32", "u32":
		return "utf-32"
	case "utf_32_le", "utf_32le":
		return "utf-32-le"
	case "utf_32_be", "utf_32be":
		return "utf-32-be"
	case "cp1252", "windows_1252", "1252":
		return "cp1252"
	case "unicode_escape", "unicodeescape":
		return "unicode_escape"
	case "raw_unicode_escape":
		return "raw_unicode_escape"
	}
	return ""
}

// strEncode is str.encode.
func strEncode(t *Thread, s Str, a []Value) (Value, error) {
	enc, ok1 := AsStr(a[0])
	errs, ok2 := AsStr(a[1])
	if !ok1 || !ok2 {
		i := 0
		if ok1 {
			i = 1
		}
		return nil, Errorf(TypeError, "encode() argument '%s' must be str, not %s", [2]string{"encoding", "errors"}[i], typeName(a[i]))
	}
	out, err := EncodeString(t, string(s), enc, errs)
	return Bytes(out), err
}

// EncodeString is str.encode(encoding, errors).
func EncodeString(t *Thread, s, encoding, errors string) (string, error) {
	name := normalEncoding(encoding)
	if err := t.alloc(len(s)); err != nil {
		return "", err
	}
	limit := rune(0x110000)
	switch name {
	case "":
		return "", Errorf(LookupError, "unknown encoding: %s", encoding)
	case "utf-8":
		if utf8.ValidString(s) {
			return s, nil
		}
	case "utf-8-sig":
		out, err := EncodeString(t, s, "utf-8", errors)
		return "\ufeff" + out, err
	case "ascii":
		if isASCII(s) {
			return s, nil
		}
		limit = 0x80
	case "latin-1":
		limit = 0x100
	case "unicode_escape":
		q := quoteStr(s, true)
		return strings.ReplaceAll(strings.ReplaceAll(q[1:len(q)-1], `\'`, `'`), `\"`, `"`), nil
	}
	return encodePoints(t, codePoints(s), name, limit, errors)
}

// encodePoints encodes code point by code point, calling the error handler
// for runs that the encoding does not have.
func encodePoints(t *Thread, rs []rune, name string, limit rune, errors string) (string, error) {
	var b strings.Builder
	switch name {
	case "utf-16":
		b.WriteString("\xff\xfe")
	case "utf-32":
		b.WriteString("\xff\xfe\x00\x00")
	}
	bad := func(r rune) bool {
		if name == "cp1252" {
			_, ok := cp1252Byte(r)
			return !ok
		}
		return r >= limit || limit > 0xffff && r >= 0xd800 && r <= 0xdfff
	}
	for i := 0; i < len(rs); i++ {
		if !bad(rs[i]) {
			b.WriteString(encodeOne(name, rs[i]))
			continue
		}
		end := i + 1
		for end < len(rs) && bad(rs[end]) {
			end++
		}
		repl, err := encodeFallback(rs, i, end, name, errors, limit)
		if err != nil {
			return "", err
		}
		b.WriteString(repl)
		i = end - 1
	}
	return b.String(), nil
}

func encodeOne(name string, r rune) string {
	switch name {
	case "utf-8":
		return string(r)
	case "ascii", "latin-1":
		return string([]byte{byte(r)})
	case "cp1252":
		c, _ := cp1252Byte(r)
		return string([]byte{c})
	case "utf-32", "utf-32-le":
		return string([]byte{byte(r), byte(r >> 8), byte(r >> 16), byte(r >> 24)})
	case "utf-32-be":
		return string([]byte{byte(r >> 24), byte(r >> 16), byte(r >> 8), byte(r)})
	case "raw_unicode_escape":
		if r < 0x100 {
			return string([]byte{byte(r)})
		}
		return escapePoint(r, true)
	}
	units := []rune{r}
	if r >= 0x10000 {
		r -= 0x10000
		units = []rune{0xd800 + r>>10, 0xdc00 + r&0x3ff}
	}
	var out []byte
	for _, u := range units {
		if name == "utf-16-be" {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return string(out)
}

// cp1252High are the characters of bytes 0x80 to 0x9f in Windows-1252; 0 for
// the five undefined ones.
var cp1252High = [32]rune{0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178}

func cp1252Byte(r rune) (byte, bool) {
	if r < 0x80 || r >= 0xa0 && r < 0x100 {
		return byte(r), true
	}
	for i, c := range cp1252High {
		if c == r {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}

// encodeFallback handles rs[start:end], which the encoding cannot express.
func encodeFallback(rs []rune, start, end int, name, errors string, limit rune) (string, error) {
	var b strings.Builder
	for _, r := range rs[start:end] {
		switch errors {
		case "ignore":
		case "replace":
			b.WriteString(encodeOne(name, '?'))
		case "xmlcharrefreplace":
			b.WriteString("&#" + itoa(int64(r)) + ";")
		case "backslashreplace":
			b.WriteString(escapePoint(r, true))
		case "namereplace":
			if n := runenames.Name(r); n != "" && n[0] != '<' {
				b.WriteString("\\N{" + n + "}")
			} else {
				b.WriteString(escapePoint(r, true))
			}
		case "surrogatepass":
			if limit < 0x110000 || r < 0xd800 || r > 0xdfff {
				return "", encodeError(rs, start, end, name, limit)
			}
			if name == "utf-8" {
				b.WriteString(encodePoint(r))
			} else {
				b.WriteString(encodeOne(name, r))
			}
		case "surrogateescape":
			if r < 0xdc80 || r > 0xdcff {
				return "", encodeError(rs, start, end, name, limit)
			}
			b.WriteByte(byte(r - 0xdc00))
		case "strict":
			return "", encodeError(rs, start, end, name, limit)
		default:
			return "", Errorf(LookupError, "unknown error handler name '%s'", errors)
		}
	}
	return b.String(), nil
}

func encodeError(rs []rune, start, end int, name string, limit rune) error {
	reason := "surrogates not allowed"
	switch {
	case name == "cp1252":
		name, reason = "charmap", "character maps to <undefined>"
	case limit == 0x80:
		reason = "ordinal not in range(128)"
	case limit == 0x100:
		reason = "ordinal not in range(256)"
	}
	return NewException(UnicodeEncodeError, Str(name), Str(fromCodePoints(rs)), Int(start), Int(end), Str(reason))
}

// decodeBytes is bytes.decode(encoding, errors).
func decodeBytes(t *Thread, data, encoding, errors string) (string, error) {
	if err := t.alloc(len(data)); err != nil {
		return "", err
	}
	name := normalEncoding(encoding)
	switch name {
	case "":
		return "", Errorf(LookupError, "unknown encoding: %s", encoding)
	case "utf-8":
		if utf8.ValidString(data) {
			return data, nil
		}
		return decodeUTF8(data, errors)
	case "utf-8-sig":
		return decodeBytes(t, strings.TrimPrefix(data, "\ufeff"), "utf-8", errors)
	case "latin-1", "cp1252", "ascii":
		return decodeSingle(data, name, errors)
	case "unicode_escape", "raw_unicode_escape":
		return decodeEscapes(data)
	}
	return decodeWide(data, name, errors)
}

func decodeSingle(data, name, errors string) (string, error) {
	var b strings.Builder
	for i := range len(data) {
		c := data[i]
		switch {
		case c < 0x80, name == "latin-1", name == "cp1252" && c >= 0xa0:
			b.WriteRune(rune(c))
		case name == "cp1252" && cp1252High[c-0x80] != 0:
			b.WriteRune(cp1252High[c-0x80])
		default:
			reason := "ordinal not in range(128)"
			codec := name
			if name == "cp1252" {
				codec, reason = "charmap", "character maps to <undefined>"
			}
			repl, err := decodeFallback(data, i, i+1, codec, errors, reason)
			if err != nil {
				return "", err
			}
			b.WriteString(repl)
		}
	}
	return b.String(), nil
}

func decodeFallback(data string, start, end int, name, errors, reason string) (string, error) {
	switch errors {
	case "strict":
		return "", NewException(UnicodeDecodeError, Str(name), Bytes(data), Int(start), Int(end), Str(reason))
	case "ignore":
		return "", nil
	case "replace":
		return "\ufffd", nil
	case "backslashreplace", "surrogateescape":
		var b strings.Builder
		for i := start; i < end; i++ {
			if errors == "surrogateescape" {
				b.WriteString(encodePoint(0xdc00 + rune(data[i])))
			} else {
				b.WriteString(`\x` + hexDigits(uint32(data[i]), 2))
			}
		}
		return b.String(), nil
	}
	return "", Errorf(LookupError, "unknown error handler name '%s'", errors)
}

// utf8Need gives how many continuation bytes follow lead byte c and the range
// of the first of them; 0 for a byte that cannot begin a sequence.
func utf8Need(c byte) (n int, lo, hi byte) {
	lo, hi = 0x80, 0xbf
	switch {
	case c >= 0xc2 && c <= 0xdf:
		return 1, lo, hi
	case c >= 0xe0 && c <= 0xef:
		if c == 0xe0 {
			lo = 0xa0
		}
		if c == 0xed {
			hi = 0x9f
		}
		return 2, lo, hi
	case c >= 0xf0 && c <= 0xf4:
		if c == 0xf0 {
			lo = 0x90
		}
		if c == 0xf4 {
			hi = 0x8f
		}
		return 3, lo, hi
	}
	return 0, lo, hi
}

// decodeUTF8 decodes text that is not valid UTF-8, with CPython's positions
// and reasons.
func decodeUTF8(data, errors string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(data); {
		c := data[i]
		if c < 0x80 {
			b.WriteByte(c)
			i++
			continue
		}
		need, lo, hi := utf8Need(c)
		end, reason := i+1, "invalid start byte"
		if need > 0 {
			for end < len(data) && end-i <= need && data[end] >= lo && data[end] <= hi {
				end++
				lo, hi = 0x80, 0xbf
			}
			if end-i == need+1 {
				b.WriteString(data[i:end])
				i = end
				continue
			}
			reason = "invalid continuation byte"
			if end >= len(data) {
				reason = "unexpected end of data"
			}
		}
		if errors == "surrogatepass" && c == 0xed && i+2 < len(data) && data[i+1] >= 0xa0 && data[i+2]&0xc0 == 0x80 {
			b.WriteString(data[i : i+3])
			i += 3
			continue
		}
		repl, err := decodeFallback(data, i, end, "utf-8", errors, reason)
		if err != nil {
			return "", err
		}
		b.WriteString(repl)
		i = end
	}
	return b.String(), nil
}
