package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// rowShape is what all rows of a result share: names and, for columns that came
// from expressions, the objects that name them.
type rowShape struct {
	lib  *Library
	keys []string
}

// row is one result row: a tuple with names.
type row struct {
	shape  *rowShape
	values []pyrt.Value
	seen   func() // called when the script looks at it; may be nil
}

func (r *row) see() {
	if r.seen != nil {
		r.seen()
	}
}

// Type is Row.
func (r *row) Type() *pyrt.Type { return r.shape.lib.class("engine.Row") }

// Len is the number of columns.
func (r *row) Len(*pyrt.Thread) (int, error) { return len(r.values), nil }

// Iter goes through the values.
func (r *row) Iter(t *pyrt.Thread) (pyrt.Iterator, error) { return pyrt.Iter(t, r.tuple()) }

func (r *row) tuple() *pyrt.Tuple {
	r.see()
	return pyrt.NewTuple(r.values...)
}

// Contains looks among the values.
func (r *row) Contains(t *pyrt.Thread, item pyrt.Value) (bool, error) {
	if r.shape.lib.legacy() {
		return (&rowMapping{r}).Contains(t, item)
	}
	return pyrt.Contains(t, r.tuple(), item)
}

// GetItem takes positions and slices; names are refused, as since SQLAlchemy 2.0.
func (r *row) GetItem(t *pyrt.Thread, key pyrt.Value) (pyrt.Value, error) {
	r.see()
	if v, ok, err := r.legacyItem(t, key); ok {
		return v, err
	}
	if _, ok := pyrt.AsStr(key); ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "tuple indices must be integers or slices, not str")
	}
	return pyrt.GetItem(t, r.tuple(), key)
}

// Hash is that of the tuple.
func (r *row) Hash(t *pyrt.Thread) (int64, error) { return pyrt.Hash(t, r.tuple()) }

// Repr is that of the tuple.
func (r *row) Repr(t *pyrt.Thread) (string, error) { return pyrt.Repr(t, r.tuple()) }

// Operate compares like a tuple.
func (r *row) Operate(t *pyrt.Thread, op pyrt.Operator, other pyrt.Value, reflected bool) (pyrt.Value, error) {
	if o, ok := other.(*row); ok {
		other = o.tuple()
	}
	if _, ok := pyrt.AsTuple(other); !ok {
		return pyrt.NotImplemented, nil
	}
	if reflected {
		return pyrt.Binary(t, op, other, r.tuple())
	}
	return pyrt.Binary(t, op, r.tuple(), other)
}

// Attr finds columns by name, then the special names of rows.
func (r *row) Attr(t *pyrt.Thread, name string) (pyrt.Value, error) {
	r.see()
	for i, k := range r.shape.keys {
		if k == name {
			return r.values[i], nil
		}
	}
	if v, ok, err := r.legacyAttr(t, name); ok {
		return v, err
	}
	switch name {
	case "_mapping":
		return &rowMapping{r}, nil
	case "_fields":
		return pyrt.NewTuple(r.names()...), nil
	case "_asdict":
		return pyrt.NewBuiltin("_asdict()", func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return (&rowMapping{r}).dict(), nil }), nil
	case "_tuple", "tuple", "_to_tuple_instance":
		return pyrt.NewBuiltin(name+"()", func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return r.tuple(), nil }), nil
	case "t", "_t":
		return r.tuple(), nil
	case "count", "index":
		return pyrt.GetAttr(t, r.tuple(), name)
	}
	if strings.HasPrefix(name, "__") {
		return nil, nil
	}
	return nil, pyrt.Errorf(pyrt.AttributeError, "Could not locate column in row for column '%s'", name)
}

func (r *row) names() []pyrt.Value {
	out := make([]pyrt.Value, len(r.shape.keys))
	for i, k := range r.shape.keys {
		out[i] = pyrt.Str(k)
	}
	return out
}

// rowMapping is row._mapping, and a row of result.mappings().
type rowMapping struct{ r *row }

// Type is RowMapping.
func (m *rowMapping) Type() *pyrt.Type { return m.r.shape.lib.class("engine.RowMapping") }

// Len is the number of columns.
func (m *rowMapping) Len(*pyrt.Thread) (int, error) { return len(m.r.values), nil }

// Iter goes through the names.
func (m *rowMapping) Iter(t *pyrt.Thread) (pyrt.Iterator, error) {
	return pyrt.Iter(t, pyrt.NewList(m.r.names()...))
}

func (m *rowMapping) dict() *pyrt.Dict {
	m.r.see()
	d := pyrt.NewDict()
	for i, k := range m.r.shape.keys {
		d.SetStr(k, m.r.values[i])
	}
	return d
}

// GetItem finds a value by name or by column.
func (m *rowMapping) GetItem(_ *pyrt.Thread, key pyrt.Value) (pyrt.Value, error) {
	l := m.r.shape.lib
	name, ok := pyrt.AsStr(key)
	if !ok {
		if c := l.columnOf(key); c != nil {
			name, ok = c.def.Name, true
		}
	}
	if ok {
		for i, k := range m.r.shape.keys {
			if k == name {
				return m.r.values[i], nil
			}
		}
	}
	r, err := pyrt.Repr(l.thread, key)
	if err != nil {
		return nil, err
	}
	return nil, l.errorf("NoSuchColumnError", "Could not locate column in row for column %s", r)
}

// Contains looks among the names.
func (m *rowMapping) Contains(t *pyrt.Thread, item pyrt.Value) (bool, error) {
	v, err := m.GetItem(t, item)
	if e, ok := err.(*pyrt.Exception); ok && e.IsA(pyrt.KeyError) {
		return false, nil
	}
	return v != nil, err
}

// Operate compares like a dict.
func (m *rowMapping) Operate(t *pyrt.Thread, op pyrt.Operator, other pyrt.Value, reflected bool) (pyrt.Value, error) {
	if o, ok := other.(*rowMapping); ok {
		other = o.dict()
	}
	if _, ok := pyrt.AsDict(other); !ok {
		return pyrt.NotImplemented, nil
	}
	return pyrt.Binary(t, op, m.dict(), other)
}

// Repr is that of a dict.
func (m *rowMapping) Repr(t *pyrt.Thread) (string, error) { return pyrt.Repr(t, m.dict()) }

// Attr gives the methods of a mapping.
func (m *rowMapping) Attr(t *pyrt.Thread, name string) (pyrt.Value, error) {
	switch name {
	case "keys", "values", "items", "get", "copy":
		return pyrt.GetAttr(t, m.dict(), name)
	}
	return nil, nil
}
