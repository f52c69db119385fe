package report

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// A jsonWriter writes structs, pointers, slices and maps of them as encoding/json
// does with an indent of two blanks, and HTML not escaped.
//
// Why: that one writes a document without blanks first, and all of it once more
// with them; the report is the only part of a check that no other work goes
// beside.
type jsonWriter struct {
	out    io.Writer
	err    error
	buf    []byte
	depth  int
	fields map[reflect.Type][]jsonField
}

// A jsonField is a field of a struct.
type jsonField struct {
	name      string // in quotes, with the colon
	omitEmpty bool
}

// jsonPart is how much is written at once.
const jsonPart = 32 << 10

// write writes a whole document and ends its line.
func (w *jsonWriter) write(document any) error {
	w.fields = map[reflect.Type][]jsonField{}
	w.value(reflect.ValueOf(document))
	w.buf = append(w.buf, '\n')
	w.flush()
	return w.err
}

func (w *jsonWriter) flush() {
	if w.err == nil {
		_, w.err = w.out.Write(w.buf)
	}
	w.buf = w.buf[:0]
}

func (w *jsonWriter) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		w.text(v.String())
	case reflect.Int:
		w.buf = strconv.AppendInt(w.buf, v.Int(), 10)
	case reflect.Pointer:
		if v.IsNil() {
			w.buf = append(w.buf, "null"...)
			return
		}
		w.value(v.Elem())
	case reflect.Struct:
		w.object(v)
	case reflect.Slice:
		w.list(v)
	default:
		w.other(v.Interface())
	}
	if len(w.buf) >= jsonPart {
		w.flush()
	}
}

// other leaves to encoding/json what there is little of.
func (w *jsonWriter) other(v any) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent(strings.Repeat("  ", w.depth), "  ")
	if err := enc.Encode(v); err != nil && w.err == nil {
		w.err = err
	}
	w.buf = append(w.buf, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

// object writes a struct.
func (w *jsonWriter) object(v reflect.Value) {
	fields, known := w.fields[v.Type()]
	if !known {
		for i := range v.NumField() {
			name, options, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			fields = append(fields, jsonField{strconv.Quote(name) + ": ", options == "omitempty"})
		}
		w.fields[v.Type()] = fields
	}
	open := false
	for i, f := range fields {
		x := v.Field(i)
		if f.omitEmpty && empty(x) {
			continue
		}
		w.next(&open, '{')
		w.buf = append(w.buf, f.name...)
		w.value(x)
	}
	w.end(open, '{', '}')
}

// empty tells what omitempty leaves out.
func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String, reflect.Slice, reflect.Map:
		return v.Len() == 0
	}
	return v.IsZero()
}

func (w *jsonWriter) list(v reflect.Value) {
	if v.IsNil() {
		w.buf = append(w.buf, "null"...)
		return
	}
	open := false
	for i := range v.Len() {
		w.next(&open, '[')
		w.value(v.Index(i))
	}
	w.end(open, '[', ']')
}

// next begins a line for the next part of what the bracket opens.
func (w *jsonWriter) next(open *bool, bracket byte) {
	if *open {
		w.buf = append(w.buf, ',')
	} else {
		w.buf = append(w.buf, bracket)
		w.depth++
	}
	*open = true
	w.line()
}

func (w *jsonWriter) end(open bool, from, to byte) {
	if !open {
		w.buf = append(w.buf, from, to)
		return
	}
	w.depth--
	w.line()
	w.buf = append(w.buf, to)
}

func (w *jsonWriter) line() {
	w.buf = append(w.buf, '\n')
	for range w.depth {
		w.buf = append(w.buf, "  "...)
	}
}

// text writes a string; one with anything to escape as encoding/json does.
func (w *jsonWriter) text(s string) {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			w.other(s)
			return
		}
	}
	w.buf = append(append(append(w.buf, '"'), s...), '"')
}
