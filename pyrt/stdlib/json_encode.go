package stdlib

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// jsonQuote writes a JSON string.
func jsonQuote(s string, ascii bool) string {
	b := make([]byte, 0, len(s)+2)
	b = append(b, '"')
	if pyrt.IsASCII(s) || !ascii {
		for i := range len(s) {
			if s[i] == 0x7f && ascii {
				b = append(b, `\u007f`...)
				continue
			}
			b = jsonByte(b, s[i])
		}
		return string(append(b, '"'))
	}
	for _, r := range pyrt.CodePoints(s) {
		switch {
		case r < 0x7f:
			b = jsonByte(b, byte(r))
		case r >= 0x10000:
			r -= 0x10000
			b = fmt.Appendf(b, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		default:
			b = fmt.Appendf(b, `\u%04x`, r)
		}
	}
	return string(append(b, '"'))
}

func jsonByte(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	}
	if c < 0x20 {
		return fmt.Appendf(b, `\u%04x`, c)
	}
	return append(b, c)
}

// A jsonWriter encodes one object.
type jsonWriter struct {
	t                   *pyrt.Thread
	b                   strings.Builder
	ascii, sorted, skip bool
	allowNaN, circular  bool
	indent              string
	pretty              bool
	itemSep, keySep     string
	def                 pyrt.Value
	active              []pyrt.Value
	depth               int
}

func jsonEncode(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	w := &jsonWriter{t: t, def: a[8]}
	for i, p := range map[int]*bool{1: &w.ascii, 2: &w.sorted, 6: &w.skip, 7: &w.allowNaN, 9: &w.circular} {
		v, err := pyrt.Truth(t, a[i])
		if err != nil {
			return nil, err
		}
		*p = v
	}
	if a[3] != pyrt.None {
		w.pretty = true
		if s, ok := pyrt.AsStr(a[3]); ok {
			w.indent = s
		} else {
			n, err := pyrt.IndexInt(t, a[3])
			if err != nil {
				return nil, err
			}
			w.indent = strings.Repeat(" ", max(n, 0))
		}
	}
	w.itemSep, _ = pyrt.AsStr(a[4])
	w.keySep, _ = pyrt.AsStr(a[5])
	if err := w.value(a[0]); err != nil {
		return nil, err
	}
	return pyrt.Str(w.b.String()), nil
}

func (w *jsonWriter) newline() {
	if w.pretty {
		w.b.WriteByte('\n')
		for range w.depth {
			w.b.WriteString(w.indent)
		}
	}
}

func (w *jsonWriter) float(f float64) (string, error) {
	text := ""
	switch {
	case math.IsNaN(f):
		text = "NaN"
	case math.IsInf(f, 1):
		text = "Infinity"
	case math.IsInf(f, -1):
		text = "-Infinity"
	default:
		return pyrt.FloatRepr(f), nil
	}
	if !w.allowNaN {
		return "", pyrt.Errorf(pyrt.ValueError, "Out of range float values are not JSON compliant: %s", pyrt.FloatRepr(f))
	}
	return text, nil
}

// scalar gives the text of a value that is not a container.
func (w *jsonWriter) scalar(v pyrt.Value) (string, bool, error) {
	switch u := pyrt.Underlying(v).(type) {
	case pyrt.NoneKind:
		return "null", true, nil
	case pyrt.Bool:
		if u {
			return "true", true, nil
		}
		return "false", true, nil
	case pyrt.Str:
		text, s := "", string(u)
		ascii := w.ascii
		if err := w.t.Apart(len(s), func() { text = jsonQuote(s, ascii) }); err != nil {
			return "", true, err
		}
		return text, true, nil
	case pyrt.Int:
		return itoa(int(u)), true, nil
	case *pyrt.BigInt:
		s, err := u.Repr(w.t)
		return s, true, err
	case pyrt.Float:
		s, err := w.float(float64(u))
		return s, true, err
	}
	return "", false, nil
}

func (w *jsonWriter) value(v pyrt.Value) error {
	if err := w.t.Step(); err != nil {
		return err
	}
	if s, ok, err := w.scalar(v); ok {
		w.b.WriteString(s)
		return err
	}
	switch u := pyrt.Underlying(v).(type) {
	case *pyrt.List:
		return w.container(v, func() error { return w.array(u.Elems) })
	case *pyrt.Tuple:
		return w.container(v, func() error { return w.array(u.Elems) })
	case *pyrt.Dict:
		return w.container(v, func() error { return w.object(v, u) })
	}
	return w.container(v, func() error {
		if w.def == pyrt.None {
			return pyrt.Errorf(pyrt.TypeError, "Object of type %s is not JSON serializable", v.Type().Name)
		}
		r, err := pyrt.Call(w.t, w.def, pyrt.Positional(v))
		if err != nil {
			return err
		}
		return w.note(w.value(r), "when serializing %s object", v.Type().Name)
	})
}

// container guards against cycles and depth.
func (w *jsonWriter) container(v pyrt.Value, f func() error) error {
	if len(w.active) > maxJSONDepth {
		return pyrt.Errorf(pyrt.RecursionError, "maximum recursion depth exceeded while encoding a JSON object")
	}
	if w.circular {
		for _, x := range w.active {
			if pyrt.Identical(x, v) {
				return pyrt.Errorf(pyrt.ValueError, "Circular reference detected")
			}
		}
	}
	w.active = append(w.active, v)
	err := f()
	w.active = w.active[:len(w.active)-1]
	return err
}

// note adds where in the value an exception arose (PEP 678).
func (w *jsonWriter) note(err error, format string, a ...any) error {
	if e, ok := err.(*pyrt.Exception); ok {
		if _, nerr := pyrt.CallMethod(w.t, e.Value, "add_note", pyrt.Str(fmt.Sprintf(format, a...))); nerr != nil {
			return nerr
		}
	}
	return err
}

func (w *jsonWriter) array(elems []pyrt.Value) error {
	if len(elems) == 0 {
		w.b.WriteString("[]")
		return nil
	}
	w.b.WriteByte('[')
	w.depth++
	for i, e := range elems {
		if i > 0 {
			w.b.WriteString(w.itemSep)
		}
		w.newline()
		if err := w.value(e); err != nil {
			return w.note(err, "when serializing %s item %d", w.active[len(w.active)-1].Type().Name, i)
		}
	}
	w.depth--
	w.newline()
	w.b.WriteByte(']')
	return w.t.Alloc(int64(len(elems)), 8)
}

func (w *jsonWriter) key(k pyrt.Value) (string, bool, error) {
	switch u := pyrt.Underlying(k).(type) {
	case pyrt.Str:
		return string(u), true, nil
	case pyrt.Float:
		s, err := w.float(float64(u))
		return s, true, err
	case pyrt.Bool, pyrt.NoneKind, pyrt.Int, *pyrt.BigInt:
		s, _, err := w.scalar(k)
		return s, true, err
	}
	if w.skip {
		return "", false, nil
	}
	return "", false, pyrt.Errorf(pyrt.TypeError, "keys must be str, int, float, bool or None, not %s", k.Type().Name)
}

func (w *jsonWriter) object(self pyrt.Value, d *pyrt.Dict) error {
	items := d.Items()
	if _, isObject := self.(*pyrt.Object); isObject {
		v, err := pyrt.CallMethod(w.t, self, "items")
		if err != nil {
			return err
		}
		items = items[:0]
		if err := pyrt.Each(w.t, v, func(e pyrt.Value) error {
			if kv, ok := pyrt.AsTuple(e); ok && len(kv) == 2 {
				items = append(items, [2]pyrt.Value{kv[0], kv[1]})
			}
			return nil
		}); err != nil {
			return err
		}
	}
	if len(items) == 0 {
		w.b.WriteString("{}")
		return nil
	}
	if w.sorted {
		if err := w.sortItems(items); err != nil {
			return err
		}
	}
	w.b.WriteByte('{')
	w.depth++
	first := true
	for _, kv := range items {
		key, ok, err := w.key(kv[0])
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if !first {
			w.b.WriteString(w.itemSep)
		}
		first = false
		w.newline()
		w.b.WriteString(jsonQuote(key, w.ascii))
		w.b.WriteString(w.keySep)
		if err := w.value(kv[1]); err != nil {
			r, rerr := pyrt.Repr(w.t, kv[0])
			if rerr != nil {
				return rerr
			}
			return w.note(err, "when serializing %s item %s", self.Type().Name, r)
		}
	}
	w.depth--
	if !first {
		w.newline()
	}
	w.b.WriteByte('}')
	return nil
}

func (w *jsonWriter) sortItems(items [][2]pyrt.Value) error {
	var failure error
	sort.SliceStable(items, func(i, j int) bool {
		if failure != nil {
			return false
		}
		v, err := pyrt.Binary(w.t, pyrt.OpLt, items[i][0], items[j][0])
		if err != nil {
			failure = err
			return false
		}
		b, err := pyrt.Truth(w.t, v)
		failure = err
		return b
	})
	return failure
}
