package stdlib

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mrt-tools/mrt/pyrt"
)

// A jsonReader parses one JSON text. Positions are in code points, found only
// when an error needs them.
type jsonReader struct {
	t      *pyrt.Thread
	s      string
	i      int
	strict bool
	hooks  jsonHooks
	depth  int
}

// jsonHooks are the callables of JSONDecoder; nil where the default applies.
type jsonHooks struct{ object, pairs, float, integer, constant pyrt.Value }

// maxJSONDepth bounds nesting, as CPython's recursion limit does.
const maxJSONDepth = 900

// A jsonFailure becomes JSONDecodeError(msg, doc, pos) in Python.
type jsonFailure struct {
	msg string
	pos int // byte offset
}

func (e *jsonFailure) Error() string { return e.msg }

func (r *jsonReader) fail(msg string, pos int) error { return &jsonFailure{msg, pos} }

func (r *jsonReader) space() {
	for r.i < len(r.s) && strings.IndexByte(" \t\n\r", r.s[r.i]) >= 0 {
		r.i++
	}
}

func (r *jsonReader) peek() byte {
	if r.i < len(r.s) {
		return r.s[r.i]
	}
	return 0
}

// value reads one value at r.i.
func (r *jsonReader) value() (pyrt.Value, error) {
	if err := r.t.Step(); err != nil {
		return nil, err
	}
	start := r.i
	rest := r.s[r.i:]
	switch c := r.peek(); {
	case c == '"' && rest != "":
		r.i++
		s, err := r.text(start)
		return pyrt.Str(s), err
	case c == '{':
		return r.nested(r.object)
	case c == '[':
		return r.nested(r.array)
	case c == '-' || c >= '0' && c <= '9':
		if strings.HasPrefix(rest, "-Infinity") {
			return r.constant("-Infinity")
		}
		return r.number()
	case strings.HasPrefix(rest, "null"):
		r.i += 4
		return pyrt.None, nil
	case strings.HasPrefix(rest, "true"):
		r.i += 4
		return pyrt.True, nil
	case strings.HasPrefix(rest, "false"):
		r.i += 5
		return pyrt.False, nil
	case strings.HasPrefix(rest, "NaN"):
		return r.constant("NaN")
	case strings.HasPrefix(rest, "Infinity"):
		return r.constant("Infinity")
	}
	return nil, r.fail("Expecting value", start)
}

func (r *jsonReader) nested(f func() (pyrt.Value, error)) (pyrt.Value, error) {
	r.depth++
	defer func() { r.depth-- }()
	if r.depth > maxJSONDepth {
		return nil, pyrt.Errorf(pyrt.RecursionError, "maximum recursion depth exceeded while decoding a JSON object from a unicode string")
	}
	r.i++
	return f()
}

func (r *jsonReader) constant(name string) (pyrt.Value, error) {
	r.i += len(name)
	if r.hooks.constant != nil {
		return pyrt.Call(r.t, r.hooks.constant, pyrt.Positional(pyrt.Str(name)))
	}
	f, _ := strconv.ParseFloat(name, 64)
	return pyrt.Float(f), nil
}

func (r *jsonReader) digits() int {
	n := 0
	for r.i+n < len(r.s) && r.s[r.i+n] >= '0' && r.s[r.i+n] <= '9' {
		n++
	}
	return n
}

func (r *jsonReader) number() (pyrt.Value, error) {
	start := r.i
	if r.peek() == '-' {
		r.i++
	}
	if r.peek() == '0' {
		r.i++
	} else if n := r.digits(); n > 0 {
		r.i += n
	} else {
		return nil, r.fail("Expecting value", start)
	}
	isFloat := false
	if end := r.i; r.peek() == '.' {
		r.i++
		if n := r.digits(); n > 0 {
			r.i += n
			isFloat = true
		} else {
			r.i = end
		}
	}
	if end := r.i; r.peek()|0x20 == 'e' && r.i < len(r.s) {
		r.i++
		if r.peek() == '+' || r.peek() == '-' {
			r.i++
		}
		if n := r.digits(); n > 0 {
			r.i += n
			isFloat = true
		} else {
			r.i = end
		}
	}
	return r.makeNumber(r.s[start:r.i], isFloat)
}

func (r *jsonReader) makeNumber(text string, isFloat bool) (pyrt.Value, error) {
	hook := r.hooks.integer
	if isFloat {
		hook = r.hooks.float
	}
	if hook != nil {
		return pyrt.Call(r.t, hook, pyrt.Positional(pyrt.Str(text)))
	}
	if isFloat {
		f, _ := strconv.ParseFloat(text, 64)
		return pyrt.Float(f), nil
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return pyrt.Int(n), nil
	}
	if len(text) > 4300 {
		return pyrt.ToInt(r.t, pyrt.Str(text))
	}
	z, _ := new(big.Int).SetString(text, 10)
	return pyrt.MakeInt(z), nil
}

// text reads a string after its quote; begin is the place of the quote.
func (r *jsonReader) text(begin int) (string, error) {
	start := r.i
	for r.i < len(r.s) { // without escapes the text is a slice
		c := r.s[r.i]
		if c == '"' {
			r.i++
			return r.s[start : r.i-1], nil
		}
		if c == '\\' || c < 0x20 {
			break
		}
		r.i++
	}
	b := []byte(r.s[start:r.i])
	for {
		if r.i >= len(r.s) {
			return "", r.fail("Unterminated string starting at", begin)
		}
		c := r.s[r.i]
		switch {
		case c == '"':
			r.i++
			return string(b), nil
		case c == '\\':
			var err error
			if b, err = r.escape(b, begin); err != nil {
				return "", err
			}
		case c < 0x20 && r.strict:
			return "", r.fail("Invalid control character at", r.i)
		default:
			b = append(b, c)
			r.i++
		}
	}
}

func (r *jsonReader) escape(b []byte, begin int) ([]byte, error) {
	at := r.i
	r.i++
	if r.i >= len(r.s) {
		return nil, r.fail("Unterminated string starting at", begin)
	}
	c := r.s[r.i]
	if k := strings.IndexByte(`"\/bfnrt`, c); k >= 0 {
		r.i++
		return append(b, "\"\\/\b\f\n\r\t"[k]), nil
	}
	if c != 'u' {
		return nil, r.fail("Invalid \\escape", at)
	}
	u, err := r.hex4()
	if err != nil {
		return nil, err
	}
	if u >= 0xd800 && u <= 0xdbff && strings.HasPrefix(r.s[r.i:], `\u`) {
		save := r.i
		r.i++
		low, err := r.hex4()
		if err != nil {
			return nil, err
		}
		if low >= 0xdc00 && low <= 0xdfff {
			u = 0x10000 + (u-0xd800)<<10 + (low - 0xdc00)
		} else {
			r.i = save
		}
	}
	if u >= 0xd800 && u <= 0xdfff {
		return append(b, pyrt.FromCodePoints([]rune{u})...), nil
	}
	return utf8.AppendRune(b, u), nil
}

// hex4 reads four digits after the u at r.i.
func (r *jsonReader) hex4() (rune, error) {
	at := r.i
	r.i++
	if r.i+4 <= len(r.s) {
		if n, err := strconv.ParseUint(r.s[r.i:r.i+4], 16, 32); err == nil && r.s[r.i] != '+' {
			r.i += 4
			return rune(n), nil
		}
	}
	return 0, r.fail("Invalid \\uXXXX escape", at)
}

func (r *jsonReader) array() (pyrt.Value, error) {
	out := pyrt.NewList()
	r.space()
	if r.peek() == ']' {
		r.i++
		return out, nil
	}
	for {
		v, err := r.value()
		if err != nil {
			return nil, err
		}
		out.Elems = append(out.Elems, v)
		r.space()
		switch r.peek() {
		case ']':
			r.i++
			return out, r.t.Alloc(int64(len(out.Elems)), 16)
		case ',':
		default:
			return nil, r.fail("Expecting ',' delimiter", r.i)
		}
		comma := r.i
		r.i++
		r.space()
		if r.peek() == ']' {
			return nil, r.fail("Illegal trailing comma before end of array", comma)
		}
	}
}

func (r *jsonReader) object() (pyrt.Value, error) {
	d := pyrt.NewDict()
	var pairs []pyrt.Value
	r.space()
	if r.peek() == '}' {
		r.i++
		return r.finishObject(d, pairs)
	}
	if r.peek() != '"' {
		return nil, r.fail("Expecting property name enclosed in double quotes", r.i)
	}
	for {
		r.i++
		key, err := r.text(r.i - 1)
		if err != nil {
			return nil, err
		}
		r.space()
		if r.peek() != ':' {
			return nil, r.fail("Expecting ':' delimiter", r.i)
		}
		r.i++
		r.space()
		v, err := r.value()
		if err != nil {
			return nil, err
		}
		if r.hooks.pairs != nil {
			pairs = append(pairs, pyrt.NewTuple(pyrt.Str(key), v))
		} else {
			d.SetStr(key, v)
		}
		r.space()
		switch r.peek() {
		case '}':
			r.i++
			return r.finishObject(d, pairs)
		case ',':
		default:
			return nil, r.fail("Expecting ',' delimiter", r.i)
		}
		comma := r.i
		r.i++
		r.space()
		if r.peek() == '}' {
			return nil, r.fail("Illegal trailing comma before end of object", comma)
		}
		if r.peek() != '"' {
			return nil, r.fail("Expecting property name enclosed in double quotes", r.i)
		}
	}
}

func (r *jsonReader) finishObject(d *pyrt.Dict, pairs []pyrt.Value) (pyrt.Value, error) {
	switch {
	case r.hooks.pairs != nil:
		return pyrt.Call(r.t, r.hooks.pairs, pyrt.Positional(pyrt.NewList(pairs...)))
	case r.hooks.object != nil:
		return pyrt.Call(r.t, r.hooks.object, pyrt.Positional(d))
	}
	return d, nil
}

// jsonScan is _json.scan(text, index, strict, object_hook, object_pairs_hook,
// parse_float, parse_int, parse_constant): (value, end), or (message,
// position, None) for a malformed text.
func jsonScan(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	s, _ := pyrt.AsStr(a[0])
	at, _ := pyrt.AsInt(a[1])
	strict, err := pyrt.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	hook := func(i int) pyrt.Value {
		if a[i] == pyrt.None {
			return nil
		}
		return a[i]
	}
	offset := int(at)
	ascii := pyrt.IsASCII(s)
	if !ascii {
		offset = len(pyrt.FromCodePoints(pyrt.CodePoints(s)[:at]))
	}
	r := &jsonReader{t: t, s: s, i: min(offset, len(s)), strict: strict, hooks: jsonHooks{hook(3), hook(4), hook(5), hook(6), hook(7)}}
	v, err := r.value()
	place := func(i int) pyrt.Value {
		if ascii {
			return pyrt.Int(i)
		}
		return pyrt.Int(len(pyrt.CodePoints(s[:i])))
	}
	if f, ok := err.(*jsonFailure); ok {
		return pyrt.NewTuple(pyrt.Str(f.msg), place(f.pos), pyrt.None), nil
	}
	if err != nil {
		return nil, err
	}
	return pyrt.NewTuple(v, place(r.i)), nil
}

// jsonModule is the Go half of module json.
func jsonModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_json")
	m.Define("scan(text, index, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant)", jsonScan)
	m.Define("quote(text, ascii)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, ok := pyrt.AsStr(a[0])
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "first argument must be a string, not %s", a[0].Type().Name)
		}
		ascii, err := pyrt.Truth(t, a[1])
		return pyrt.Str(jsonQuote(s, ascii)), err
	})
	m.Define("encode(obj, ascii, sort_keys, indent, item_separator, key_separator, skipkeys, allow_nan, default, check_circular)", jsonEncode)
	return m
}
