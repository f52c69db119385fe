package pyrt

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/runenames"

	"github.com/mrt-tools/mrt/pyrt/syntax"
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
	case "unicode_escape", "unicodeescape":
		return "unicode_escape"
	case "raw_unicode_escape":
		return "raw_unicode_escape"
	}
	page, _ := syntax.CodePage(name)
	return page
}

// A codec is one encoding at work: the errors argument and what the error
// handlers need to know.
type codec struct {
	t      *Thread
	name   string
	errors string
	limit  rune // the first code point that can not be encoded
	// decode and encode are those of a one-byte encoding with a table.
	decode func(c byte) rune
	encode map[rune]byte
}

func newCodec(t *Thread, name, errors string) *codec {
	c := &codec{t: t, name: name, errors: errors, limit: 0x110000}
	switch name {
	case "ascii":
		c.limit = 0x80
	case "latin-1":
		c.limit = 0x100
	default:
		_, c.decode = syntax.CodePage(name)
	}
	return c
}

// table makes the reverse of decode.
func (c *codec) table() {
	if c.decode == nil {
		return
	}
	c.encode = make(map[rune]byte, 256)
	for i := 255; i >= 0; i-- {
		if r := c.decode(byte(i)); r != utf8.RuneError {
			c.encode[r] = byte(i)
		}
	}
}

// lacks tells whether the encoding does not have r.
func (c *codec) lacks(r rune) bool {
	if c.encode != nil {
		_, ok := c.encode[r]
		return !ok
	}
	if c.name == "raw_unicode_escape" {
		return false
	}
	return r >= c.limit || c.limit > 0xffff && r >= 0xd800 && r <= 0xdfff
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
	case "unicode_escape":
		q := quoteStr(s, true)
		return strings.ReplaceAll(strings.ReplaceAll(q[1:len(q)-1], `\'`, `'`), `\"`, `"`), nil
	}
	c := newCodec(t, name, errors)
	c.table()
	return c.encodePoints(codePoints(s))
}

// encodePoints encodes code point by code point, calling the error handler
// for runs that the encoding does not have.
func (c *codec) encodePoints(rs []rune) (string, error) {
	var b strings.Builder
	switch c.name {
	case "utf-16":
		b.WriteString("\xff\xfe")
	case "utf-32":
		b.WriteString("\xff\xfe\x00\x00")
	}
	for i := 0; i < len(rs); {
		if err := c.t.step(); err != nil {
			return "", err
		}
		if !c.lacks(rs[i]) {
			b.WriteString(c.encodeOne(rs[i]))
			i++
			continue
		}
		end := i + 1
		for end < len(rs) && c.lacks(rs[end]) {
			end++
		}
		repl, next, err := c.encodeFallback(rs, i, end)
		if err != nil {
			return "", err
		}
		b.WriteString(repl)
		i = next
	}
	return b.String(), nil
}

func (c *codec) encodeOne(r rune) string {
	if c.encode != nil {
		return string([]byte{c.encode[r]})
	}
	switch c.name {
	case "utf-8":
		return string(r)
	case "ascii", "latin-1":
		return string([]byte{byte(r)})
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
		if c.name == "utf-16-be" {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return string(out)
}

// encodeFallback handles rs[start:end], which the encoding cannot express, and
// tells where to go on.
func (c *codec) encodeFallback(rs []rune, start, end int) (string, int, error) {
	if h := c.t.codecErrors[c.errors]; h != nil {
		return c.encodeHandler(h, rs, start, end)
	}
	var b strings.Builder
	for _, r := range rs[start:end] {
		s, err := c.encodeBad(r)
		if err != nil {
			return "", 0, err
		}
		if s == bad {
			return "", 0, c.encodeError(rs, start, end)
		}
		b.WriteString(s)
	}
	return b.String(), end, nil
}

// bad is what encodeBad says of a code point that its handler refuses.
const bad = "\x00bad"

// encodeBad is what the built-in error handlers put for one code point.
func (c *codec) encodeBad(r rune) (string, error) {
	switch c.errors {
	case "ignore":
		return "", nil
	case "replace":
		return c.encodeText("?"), nil
	case "xmlcharrefreplace":
		return c.encodeText("&#" + itoa(int64(r)) + ";"), nil
	case "backslashreplace":
		return c.encodeText(escapePoint(r, true)), nil
	case "namereplace":
		if n := runenames.Name(r); n != "" && n[0] != '<' {
			return c.encodeText("\\N{" + n + "}"), nil
		}
		return c.encodeText(escapePoint(r, true)), nil
	case "surrogatepass":
		switch {
		case !strings.HasPrefix(c.name, "utf-") || r < 0xd800 || r > 0xdfff:
			return bad, nil
		case c.name == "utf-8":
			return encodePoint(r), nil
		}
		return c.encodeOne(r), nil
	case "surrogateescape":
		if r < 0xdc80 || r > 0xdcff {
			return bad, nil
		}
		return string([]byte{byte(r - 0xdc00)}), nil
	case "strict":
		return bad, nil
	}
	return "", Errorf(LookupError, "unknown error handler name '%s'", c.errors)
}

// encodeText encodes a replacement, which is ASCII.
func (c *codec) encodeText(s string) string {
	var b strings.Builder
	for _, r := range s {
		if !c.lacks(r) {
			b.WriteString(c.encodeOne(r))
		}
	}
	return b.String()
}

func (c *codec) encodeError(rs []rune, start, end int) *Exception {
	name, reason := c.name, "surrogates not allowed"
	switch {
	case c.encode != nil:
		name, reason = "charmap", "character maps to <undefined>"
	case c.limit == 0x80:
		reason = "ordinal not in range(128)"
	case c.limit == 0x100:
		reason = "ordinal not in range(256)"
	}
	return NewException(UnicodeEncodeError, Str(name), Str(fromCodePoints(rs)), Int(start), Int(end), Str(reason))
}

// encodeHandler calls a handler that the program registered.
func (c *codec) encodeHandler(h Value, rs []rune, start, end int) (string, int, error) {
	exc := c.encodeError(rs, start, end)
	repl, next, err := c.callHandler(h, exc, len(rs), "encoding error handler must return (str/bytes, int) tuple")
	if err != nil {
		return "", 0, err
	}
	switch x := Underlying(repl).(type) {
	case Bytes:
		return string(x), next, nil
	case Str:
		var b strings.Builder
		for _, r := range codePoints(string(x)) {
			if c.lacks(r) {
				return "", 0, exc
			}
			b.WriteString(c.encodeOne(r))
		}
		return b.String(), next, nil
	}
	return "", 0, Errorf(TypeError, "encoding error handler must return (str/bytes, int) tuple")
}

// callHandler calls an error handler and checks where it goes on.
func (c *codec) callHandler(h Value, exc *Exception, size int, want string) (Value, int, error) {
	r, err := Call(c.t, h, Positional(exc.Value))
	if err != nil {
		return nil, 0, err
	}
	pair, ok := AsTuple(r)
	if !ok || len(pair) != 2 {
		return nil, 0, Errorf(TypeError, "%s", want)
	}
	next, err := indexInt(c.t, pair[1])
	if err != nil {
		return nil, 0, err
	}
	if next < 0 {
		next += size
	}
	if next < 0 || next > size {
		return nil, 0, Errorf(IndexError, "position %d from error handler out of bounds", next)
	}
	return pair[0], next, nil
}

// RegisterCodecError is codecs.register_error.
func (t *Thread) RegisterCodecError(name string, handler Value) {
	if t.codecErrors == nil {
		t.codecErrors = make(map[string]Value)
	}
	t.codecErrors[name] = handler
}

// decodeBytes is bytes.decode(encoding, errors).
func decodeBytes(t *Thread, data, encoding, errors string) (string, error) {
	if err := t.alloc(len(data)); err != nil {
		return "", err
	}
	name := normalEncoding(encoding)
	c := newCodec(t, name, errors)
	switch name {
	case "":
		return "", Errorf(LookupError, "unknown encoding: %s", encoding)
	case "utf-8":
		if utf8.ValidString(data) {
			return data, nil
		}
		return c.decodeUTF8(data)
	case "utf-8-sig":
		return decodeBytes(t, strings.TrimPrefix(data, "\ufeff"), "utf-8", errors)
	case "unicode_escape", "raw_unicode_escape":
		return c.decodeEscapes(data)
	}
	if strings.HasPrefix(name, "utf-") {
		return c.decodeWide(data)
	}
	return c.decodeSingle(data)
}

func (c *codec) decodeSingle(data string) (string, error) {
	var b strings.Builder
	codec, reason := c.name, "ordinal not in range(128)"
	decode := c.decode
	switch {
	case decode != nil:
		codec, reason = "charmap", "character maps to <undefined>"
	case c.limit == 0x80:
		decode = func(c byte) rune {
			if c < 0x80 {
				return rune(c)
			}
			return utf8.RuneError
		}
	default:
		decode = func(c byte) rune { return rune(c) }
	}
	for i := 0; i < len(data); {
		r := decode(data[i])
		if r != utf8.RuneError {
			b.WriteRune(r)
			i++
			continue
		}
		repl, next, err := c.decodeFallback(data, i, i+1, codec, reason)
		if err != nil {
			return "", err
		}
		b.WriteString(repl)
		i = next
	}
	return b.String(), nil
}

// decodeFallback handles data[start:end], which means nothing in the encoding,
// and tells where to go on.
func (c *codec) decodeFallback(data string, start, end int, name, reason string) (string, int, error) {
	if err := c.t.step(); err != nil {
		return "", 0, err
	}
	exc := func() *Exception {
		return NewException(UnicodeDecodeError, Str(name), Bytes(data), Int(start), Int(end), Str(reason))
	}
	if h := c.t.codecErrors[c.errors]; h != nil {
		const want = "decoding error handler must return (str, int) tuple"
		repl, next, err := c.callHandler(h, exc(), len(data), want)
		if err != nil {
			return "", 0, err
		}
		s, ok := AsStr(repl)
		if !ok {
			return "", 0, Errorf(TypeError, want)
		}
		return s, next, nil
	}
	switch c.errors {
	case "strict":
		return "", 0, exc()
	case "ignore":
		return "", end, nil
	case "replace":
		return "\ufffd", end, nil
	case "backslashreplace", "surrogateescape":
		var b strings.Builder
		for i := start; i < end; i++ {
			switch {
			case c.errors == "backslashreplace":
				b.WriteString(`\x` + hexDigits(uint32(data[i]), 2))
			case data[i] < 0x80 && i == start:
				return "", 0, exc()
			case data[i] < 0x80:
				return b.String(), i, nil
			default:
				b.WriteString(encodePoint(0xdc00 + rune(data[i])))
			}
		}
		return b.String(), end, nil
	case "surrogatepass", "xmlcharrefreplace", "namereplace":
		if c.errors == "surrogatepass" {
			return "", 0, exc()
		}
		return "", 0, Errorf(TypeError, "don't know how to handle UnicodeDecodeError in error callback")
	}
	return "", 0, Errorf(LookupError, "unknown error handler name '%s'", c.errors)
}
