package main

import (
	"bufio"
	"encoding/hex"
	"errors"
	"math"
	"math/big"
	"strconv"
	"unicode/utf8"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A treeWriter writes a tree as JSON, node by node.
type treeWriter struct {
	w         *bufio.Writer
	positions bool
	buf       []byte
	err       error
}

// failure writes an ErrorList; any other error is handed back.
func (t *treeWriter) failure(err error) error {
	var list syntax.ErrorList
	if !errors.As(err, &list) {
		return err
	}
	e := list[0]
	t.raw(`{"error":{"type":`)
	t.str(e.Kind)
	t.raw(`,"msg":`)
	t.str(e.Msg)
	for _, n := range []struct {
		key   string
		value int
	}{{"lineno", e.Lineno()}, {"offset", e.Offset()}, {"end_lineno", e.EndLineno()}, {"end_offset", e.EndOffset()}} {
		t.raw(`,"` + n.key + `":` + strconv.Itoa(n.value))
	}
	t.raw("}}\n")
	return t.err
}

func (t *treeWriter) raw(s string) {
	if _, err := t.w.WriteString(s); err != nil && t.err == nil {
		t.err = err
	}
}

// str writes a JSON string; s is UTF-8.
func (t *treeWriter) str(s string) {
	b := append(t.buf[:0], '"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, '\\', 'n')
		case c < ' ' || c == 0x7f:
			const digits = "0123456789abcdef"
			b = append(b, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
		default:
			b = append(b, c)
		}
	}
	b = append(b, '"')
	t.buf = b
	if _, err := t.w.Write(b); err != nil && t.err == nil {
		t.err = err
	}
}

// open starts a node.
func (t *treeWriter) open(class string) { t.raw(`{"_type":"` + class + `"`) }

// close ends a node that has a place.
func (t *treeWriter) close(n syntax.Node) {
	if t.positions {
		from, to := n.Span().Position(), n.Span().EndPosition()
		b := append(t.buf[:0], `,"at":[`...)
		for i, v := range [...]int{from.Line, from.Column, to.Line, to.Column} {
			if i > 0 {
				b = append(b, ',')
			}
			b = strconv.AppendInt(b, int64(v), 10)
		}
		t.buf = append(b, ']')
		t.raw(string(t.buf))
	}
	t.raw("}")
}

func (t *treeWriter) key(name string) { t.raw(`,"` + name + `":`) }

// name writes a field whose value is a string, unless it is empty.
func (t *treeWriter) name(key, value string) {
	if value != "" {
		t.key(key)
		t.str(value)
	}
}

func (t *treeWriter) number(key string, value int) {
	t.key(key)
	t.raw(strconv.Itoa(value))
}

func (t *treeWriter) flag(key string, value bool) {
	n := 0
	if value {
		n = 1
	}
	t.number(key, n)
}

func (t *treeWriter) names(key string, values []string) {
	if len(values) == 0 {
		return
	}
	t.key(key)
	t.raw("[")
	for i, v := range values {
		if i > 0 {
			t.raw(",")
		}
		t.str(v)
	}
	t.raw("]")
}

// list writes a field that is a list of nodes, unless it is empty.
func list[T any](t *treeWriter, key string, items []T, write func(T)) {
	if len(items) == 0 {
		return
	}
	t.key(key)
	t.raw("[")
	for i, item := range items {
		if i > 0 {
			t.raw(",")
		}
		write(item)
	}
	t.raw("]")
}

// value writes the value of a Constant.
func (t *treeWriter) value(v any) {
	switch v := v.(type) {
	case nil:
		t.raw(`{"t":"None"}`)
	case syntax.Ellipsis:
		t.raw(`{"t":"Ellipsis"}`)
	case bool:
		t.raw(`{"t":"bool","v":` + strconv.FormatBool(v) + `}`)
	case int64:
		t.raw(`{"t":"int","v":"` + strconv.FormatInt(v, 10) + `"}`)
	case *big.Int:
		t.raw(`{"t":"int","v":"` + v.String() + `"}`)
	case float64:
		t.raw(`{"t":"float","v":"` + floatRepr(v, true) + `"}`)
	case complex128:
		t.raw(`{"t":"complex","v":"` + floatRepr(imag(v), false) + `j"}`)
	case []byte:
		t.raw(`{"t":"bytes","hex":"` + hex.EncodeToString(v) + `"}`)
	case string:
		if !utf8.ValidString(v) {
			t.raw(`{"t":"str","hex":"` + hex.EncodeToString([]byte(v)) + `"}`)
			return
		}
		t.raw(`{"t":"str","v":`)
		t.str(v)
		t.raw("}")
	default:
		t.err = errors.New("unknown constant")
	}
}

// floatRepr is Python's repr; point adds .0 to whole numbers.
func floatRepr(v float64, point bool) string {
	if v > 1.7976931348623157e308 {
		return "inf"
	}
	if v != 0 && (v < 1e-4 || v >= 1e16) {
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if point && v == math.Trunc(v) {
		s += ".0"
	}
	return s
}
