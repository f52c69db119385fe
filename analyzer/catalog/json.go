package catalog

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// document reads JSON; numbers keep their text.
func document(v Value) (any, bool) {
	if v.Kind != Text {
		return nil, false
	}
	d := json.NewDecoder(strings.NewReader(v.S))
	d.UseNumber()
	var x any
	if d.Decode(&x) != nil || d.More() {
		return nil, false
	}
	return x, true
}

// jsonText writes JSON as PostgreSQL prints jsonb: keys by length and then by
// bytes, a blank after colon and comma.
func jsonText(x any) string {
	var b strings.Builder
	writeJSON(&b, x, 0)
	return b.String()
}

func writeJSON(b *strings.Builder, x any, depth int) {
	if depth > 60 {
		b.WriteString("null")
		return
	}
	switch x := x.(type) {
	case map[string]any:
		keys := sortedKeys(x)
		slices.SortStableFunc(keys, func(p, q string) int { return len(p) - len(q) })
		b.WriteByte('{')
		for i, k := range keys {
			if i > 0 {
				b.WriteString(", ")
			}
			writeJSON(b, k, depth+1)
			b.WriteString(": ")
			writeJSON(b, x[k], depth+1)
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for i, e := range x {
			if i > 0 {
				b.WriteString(", ")
			}
			writeJSON(b, e, depth+1)
		}
		b.WriteByte(']')
	case json.Number:
		b.WriteString(x.String())
	default:
		var buf bytes.Buffer
		enc := json.NewEncoder(&buf)
		enc.SetEscapeHTML(false)
		if enc.Encode(x) != nil {
			b.WriteString("null")
			return
		}
		b.WriteString(strings.TrimSuffix(buf.String(), "\n"))
	}
}

// jsonOperator computes an operator of PostgreSQL's json types, and of -> in
// the other dialects; ok is false if it is none.
func (q *query) jsonOperator(op string, a, b Value, x *sqlread.Binary, sc *scope) (Value, bool) {
	switch op {
	case "->", "->>", "?", "-", "||", "@>":
	default:
		return anything, false
	}
	if op == "?" && b.Kind == Text {
		q.noteLiteral("=", x.X, text(`{"`+b.S+`": 1.50, "other": "x"}`), sc)
	}
	if op == "->>" && b.Kind == Text {
		q.noteLiteral("=", x.X, text(`{"`+b.S+`": 2.50, "other": null}`), sc)
	}
	d, ok := document(a)
	if !ok || b.Kind != Text && b.Kind != Int {
		return anything, false
	}
	switch op {
	case "->", "->>":
		v, found := member(d, b)
		if !found {
			return null, true
		}
		if op == "->>" {
			return asText(v), true
		}
		return text(jsonText(v)), true
	case "?":
		m, isObject := d.(map[string]any)
		_, has := m[b.S]
		return boolean(isObject && has), true
	case "-":
		m, isObject := d.(map[string]any)
		if !isObject || b.Kind != Text {
			return anything, false
		}
		out := map[string]any{}
		for k, v := range m {
			if k != b.S {
				out[k] = v
			}
		}
		return text(jsonText(out)), true
	case "||":
		return jsonConcat(d, b)
	}
	return anything, false
}

func jsonConcat(d any, b Value) (Value, bool) {
	e, ok := document(b)
	if !ok {
		return anything, false
	}
	m, isObject := d.(map[string]any)
	n, also := e.(map[string]any)
	if !isObject || !also {
		return anything, false
	}
	out := map[string]any{}
	for k, v := range m {
		out[k] = v
	}
	for k, v := range n {
		out[k] = v
	}
	return text(jsonText(out)), true
}

// member is a value of an object by key or of an array by position.
func member(d any, at Value) (any, bool) {
	switch d := d.(type) {
	case map[string]any:
		k, path := strings.CutPrefix(at.plain(), "$.")
		if path && len(k) > 1 && strings.HasPrefix(k, `"`) && strings.HasSuffix(k, `"`) {
			k = k[1 : len(k)-1]
		}
		v, ok := d[k]
		return v, ok
	case []any:
		if n, ok := asNumber(at); ok && n.IsInt() && n.Num().IsInt64() && n.Num().Int64() >= 0 && n.Num().Int64() < int64(len(d)) {
			return d[n.Num().Int64()], true
		}
	}
	return nil, false
}

// asText is a JSON value as ->> gives it.
func asText(v any) Value {
	switch v := v.(type) {
	case nil:
		return null
	case string:
		return text(v)
	}
	return text(jsonText(v))
}

// jsonValue is a database value inside JSON.
func jsonValue(v Value) (any, bool) {
	switch {
	case v.IsNull():
		return nil, true
	case v.Kind == Bool:
		return v.B, true
	case v.numeric():
		return json.Number(decimalOrInt(v)), true
	case v.Kind == Text:
		if strings.HasPrefix(v.S, "{") || strings.HasPrefix(v.S, "[") {
			if d, ok := document(v); ok {
				return d, true
			}
		}
		return v.S, true
	}
	return nil, false
}

func decimalOrInt(v Value) string {
	if v.Kind == Int {
		return v.N.Num().String()
	}
	return decimalText(v)
}

// jsonFunction knows the functions that make and read JSON.
func (q *query) jsonFunction(name string, args []Value) (Value, bool) {
	switch name {
	case "jsonb_build_object", "json_build_object", "json_object":
		out := map[string]any{}
		if len(args)%2 != 0 {
			return anything, false
		}
		for i := 0; i < len(args); i += 2 {
			v, ok := jsonValue(args[i+1])
			if !ok || args[i].Kind != Text {
				return anything, false
			}
			out[args[i].S] = v
		}
		return text(jsonText(out)), true
	case "to_jsonb", "to_json":
		if len(args) == 1 {
			if v, ok := jsonValue(args[0]); ok && !args[0].IsNull() {
				return text(jsonText(v)), true
			}
		}
		return anything, false
	}
	if len(args) == 0 || args[0].Kind != Text {
		return anything, false
	}
	d, ok := document(args[0])
	if !ok {
		return anything, false
	}
	switch name {
	case "jsonb_typeof", "json_typeof", "json_type":
		return text(jsonKind(d)), true
	case "jsonb_array_length", "json_array_length":
		if l, ok := d.([]any); ok {
			return integer(int64(len(l))), true
		}
	case "json_extract", "json_value", "json_unquote":
		if name == "json_unquote" {
			return asText(d), true
		}
		if len(args) == 2 && args[1].Kind == Text && strings.Count(args[1].S, ".") == 1 {
			v, found := member(d, args[1])
			if !found {
				return null, true
			}
			if q.s.Dialect == sqlread.SQLite || name == "json_value" {
				return asText(v), true
			}
			return text(jsonText(v)), true
		}
	}
	return anything, false
}

func jsonKind(d any) string {
	switch d.(type) {
	case nil:
		return "null"
	case map[string]any:
		return "object"
	case []any:
		return "array"
	case string:
		return "string"
	case bool:
		return "boolean"
	}
	return "number"
}
