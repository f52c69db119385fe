package catalog

import (
	"maps"
	"slices"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// maxPath limits how deep a path into JSON goes.
const maxPath = 16

// pathOf reads a path into JSON: ARRAY['a', 'b'], or a text like {a,b} with or
// without a cast.
func (q *query) pathOf(x sqlread.Expr, sc *scope) ([]string, bool) {
	switch x := x.(type) {
	case *sqlread.Cast:
		return q.pathOf(x.X, sc)
	case *sqlread.Array:
		var out []string
		for _, it := range x.Items {
			v := q.eval(it, sc)
			if !v.Known() || v.IsNull() {
				return nil, false
			}
			out = append(out, v.plain())
		}
		return out, len(out) <= maxPath
	}
	v := q.eval(x, sc)
	if v.Kind != Text {
		return nil, false
	}
	out, ok := arrayItems(v.S)
	return out, ok && len(out) <= maxPath
}

// jsonPath computes the operators of PostgreSQL whose right side is a path; ok
// is false if it is none, or not known.
func (q *query) jsonPath(x *sqlread.Binary, a Value, sc *scope) (v Value, ok bool) {
	switch x.Op {
	case "#-", "#>", "#>>":
	default:
		return anything, false
	}
	path, ok := q.pathOf(x.Y, sc)
	if !ok || len(path) == 0 && x.Op == "#-" {
		return anything, false
	}
	if len(path) > 0 {
		q.noteLiteral("=", x.X, within(path, "x"), sc)
	}
	d, ok := document(a)
	if !ok {
		return anything, false
	}
	if x.Op == "#-" {
		return text(jsonText(withoutPath(d, path))), true
	}
	for _, k := range path {
		if d, ok = member(d, text(k)); !ok {
			return null, true
		}
	}
	if x.Op == "#>>" {
		return asText(d), true
	}
	return text(jsonText(d)), true
}

// within is a document that has a value at the end of a path.
func within(path []string, v any) Value {
	for _, k := range slices.Backward(path) {
		v = map[string]any{k: v, "other": "y"}
	}
	return text(jsonText(v))
}

// noteMember remembers what a member of a document is compared with, as a
// document that has it.
func (q *query) noteMember(x sqlread.Expr, v Value, sc *scope) {
	b, ok := x.(*sqlread.Binary)
	if !ok || v.Kind != Text || v.Tok != 0 {
		return
	}
	var path []string
	for range maxPath {
		switch b.Op {
		case "->", "->>":
			k := q.eval(b.Y, sc)
			if k.Kind != Text {
				return
			}
			path = append([]string{k.S}, path...)
		case "#>", "#>>":
			p, ok := q.pathOf(b.Y, sc)
			if !ok {
				return
			}
			path = append(p, path...)
		default:
			return
		}
		next, deeper := b.X.(*sqlread.Binary)
		if !deeper {
			q.noteLiteral("=", b.X, within(path, v.S), sc)
			return
		}
		b = next
	}
}

// withoutPath is a document without the member that a path leads to.
func withoutPath(d any, path []string) any {
	m, ok := d.(map[string]any)
	if !ok {
		return d
	}
	inner, has := m[path[0]]
	if !has {
		return d
	}
	m = maps.Clone(m)
	if len(path) == 1 {
		delete(m, path[0])
	} else {
		m[path[0]] = withoutPath(inner, path[1:])
	}
	return m
}

// withPath is a document with another member at the end of a path; what leads
// there must be objects.
func withPath(d any, path []string, v any, create bool) (any, bool) {
	m, ok := d.(map[string]any)
	if !ok {
		return d, false
	}
	inner, has := m[path[0]]
	if !has && (len(path) > 1 || !create) {
		return d, true
	}
	if len(path) > 1 {
		if v, ok = withPath(inner, path[1:], v, create); !ok {
			return d, false
		}
	}
	m = maps.Clone(m)
	m[path[0]] = v
	return m, true
}

// jsonbSet is jsonb_set(document, path, value, create).
func (q *query) jsonbSet(c *sqlread.Call, args []Value, sc *scope) (Value, bool) {
	if len(args) < 3 || len(args) > 4 || len(args) == 4 && args[3].Kind != Bool {
		return anything, false
	}
	path, ok := q.pathOf(c.Args[1], sc)
	if !ok || len(path) == 0 {
		return anything, false
	}
	d, ok := document(args[0])
	v, known := document(args[2])
	if !ok || !known {
		return anything, false
	}
	d, ok = withPath(d, path, v, len(args) == 3 || args[3].B)
	if !ok {
		return anything, false
	}
	return text(jsonText(d)), true
}
