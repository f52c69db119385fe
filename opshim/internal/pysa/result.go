package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// result is the Go payload of Result and its relatives: rows not yet fetched.
type result struct {
	lib     *Library
	shape   *rowShape
	types   []schema.Type
	rows    [][]any
	at      int
	answer  Answer
	mode    string // "", "scalars" or "mappings"
	index   int    // column of scalars
	unique  *pyrt.Set
	closed  bool
	inserts pyrt.Value
}

// newResult makes the result object of a statement.
func (l *Library) newResult(a Answer, st expr.Stmt) *pyrt.Object {
	r := &result{lib: l, shape: &rowShape{l, a.Columns}, rows: a.Rows, answer: a}
	if q, ok := st.(expr.Query); ok {
		cols := expr.QueryColumns(q)
		if len(cols) == len(a.Columns) {
			for i, c := range cols {
				r.types = append(r.types, expr.TypeOf(c.Elem))
				if c.Label.Of == nil && c.Name != "" && a.Columns[i] != c.Name {
					if i == 0 {
						r.shape.keys = append([]string(nil), a.Columns...)
					}
					r.shape.keys[i] = c.Name
				}
			}
		}
	}
	return pyrt.NewObject(l.class("engine.CursorResult"), r)
}

func resOf(v pyrt.Value) *result { return v.(*pyrt.Object).Native.(*result) }

// next returns the next row in the mode of the result; nil at the end.
func (r *result) next(t *pyrt.Thread) (pyrt.Value, error) {
	if r.answer.Columns == nil {
		return nil, r.lib.errorf("ResourceClosedError", "This result object does not return rows. It has been closed automatically.")
	}
	if r.closed && r.at < len(r.rows) {
		return nil, r.lib.errorf("ResourceClosedError", "This result object is closed.")
	}
	for r.at < len(r.rows) {
		raw := r.rows[r.at]
		r.at++
		r.see(r.at - 1)
		v, err := r.shaped(raw, r.at-1)
		if err != nil {
			return nil, err
		}
		if r.unique != nil {
			seen, err := r.unique.Has(t, v)
			if err != nil {
				return nil, err
			}
			if seen {
				continue
			}
			if err := r.unique.Add(t, v); err != nil {
				return nil, err
			}
		}
		return v, nil
	}
	return nil, nil
}

// see tells that the script looks at a row.
func (r *result) see(n int) {
	if r.answer.Seen != nil {
		r.answer.Seen(n)
	}
}

func (r *result) shaped(raw []any, n int) (pyrt.Value, error) {
	if r.mode == "scalars" {
		if r.index >= len(raw) {
			return nil, pyrt.Errorf(pyrt.IndexError, "list index out of range")
		}
		return r.value(raw, r.index)
	}
	vs := make([]pyrt.Value, len(raw))
	for i := range raw {
		v, err := r.value(raw, i)
		if err != nil {
			return nil, err
		}
		vs[i] = v
	}
	w := &row{shape: r.shape, values: vs}
	if r.answer.Seen != nil {
		w.seen = func() { r.see(n) }
	}
	if r.mode == "mappings" {
		return &rowMapping{w}, nil
	}
	return w, nil
}

func (r *result) value(raw []any, i int) (pyrt.Value, error) {
	if i < len(r.types) {
		return r.lib.resultValue(raw[i], r.types[i])
	}
	return r.lib.ToPython(raw[i])
}

// all drains the result.
func (r *result) all(t *pyrt.Thread, limit int) ([]pyrt.Value, error) {
	out := []pyrt.Value{}
	for limit < 0 || len(out) < limit {
		v, err := r.next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			break
		}
		out = append(out, v)
	}
	return out, nil
}

// only is one(), one_or_none(), first() and the scalar forms of them.
func (r *result) only(t *pyrt.Thread, needOne, allowMany, scalar bool) (pyrt.Value, error) {
	v, err := r.next(t)
	if err != nil {
		return nil, err
	}
	if v == nil {
		if needOne {
			return nil, r.lib.errorf("NoResultFound", "No row was found when one was required")
		}
		return pyrt.None, nil
	}
	if !allowMany {
		more, err := r.next(t)
		if err != nil {
			return nil, err
		}
		if more != nil {
			msg := "Multiple rows were found when one or none was required"
			if needOne {
				msg = "Multiple rows were found when exactly one was required"
			}
			return nil, r.lib.errorf("MultipleResultsFound", "%s", msg)
		}
	}
	r.at, r.closed = len(r.rows), true
	if scalar {
		if w, ok := v.(*row); ok {
			return w.values[0], nil
		}
	}
	return v, nil
}

// view makes a result over the same rows in another mode.
func (r *result) view(class, mode string, index int) *pyrt.Object {
	n := *r
	n.mode, n.index = mode, index
	return pyrt.NewObject(r.lib.class(class), &n)
}

// resultMembers is the namespace of Result.
func resultMembers(l *Library) []pyrt.Member {
	fetch := func(signature string, f func(t *pyrt.Thread, r *result, a []pyrt.Value) (pyrt.Value, error)) pyrt.Member {
		return l.method(signature, func(_ *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return f(t, resOf(a[0]), a) })
	}
	list := func(t *pyrt.Thread, r *result, _ []pyrt.Value) (pyrt.Value, error) {
		vs, err := r.all(t, -1)
		return pyrt.NewList(vs...), err
	}
	one := func(need, many, scalar bool) func(*pyrt.Thread, *result, []pyrt.Value) (pyrt.Value, error) {
		return func(t *pyrt.Thread, r *result, _ []pyrt.Value) (pyrt.Value, error) {
			return r.only(t, need, many, scalar)
		}
	}
	self := func(_ *pyrt.Thread, _ *result, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }
	return append([]pyrt.Member{
		fetch("fetchall(self)", list), fetch("all(self)", list),
		fetch("fetchone(self)", func(t *pyrt.Thread, r *result, _ []pyrt.Value) (pyrt.Value, error) {
			v, err := r.next(t)
			return optional(v), err
		}),
		fetch("fetchmany(self, size=None)", func(t *pyrt.Thread, r *result, a []pyrt.Value) (pyrt.Value, error) {
			n, ok := pyrt.AsInt(a[1])
			if !ok {
				n = 1
			}
			vs, err := r.all(t, int(n))
			return pyrt.NewList(vs...), err
		}),
		fetch("first(self)", one(false, true, false)), fetch("one(self)", one(true, false, false)), fetch("one_or_none(self)", one(false, false, false)),
		fetch("scalar(self)", one(false, true, true)), fetch("scalar_one(self)", one(true, false, true)), fetch("scalar_one_or_none(self)", one(false, false, true)),
		fetch("scalars(self, index=0)", func(t *pyrt.Thread, r *result, a []pyrt.Value) (pyrt.Value, error) {
			i, err := r.columnIndex(a[1])
			return r.view("engine.ScalarResult", "scalars", i), err
		}),
		fetch("mappings(self)", func(t *pyrt.Thread, r *result, _ []pyrt.Value) (pyrt.Value, error) {
			return r.view("engine.MappingResult", "mappings", 0), nil
		}),
		fetch("tuples(self)", self), fetch("yield_per(self, num)", self), fetch("freeze(self)", self), fetch("execution_options(self, **kw)", self),
		fetch("unique(self, strategy=None)", func(t *pyrt.Thread, r *result, a []pyrt.Value) (pyrt.Value, error) {
			r.unique = &pyrt.Set{}
			return a[0], nil
		}),
		fetch("columns(self, *col_expressions)", columnsOfResult),
	}, append(resultMembersRest(l), cursorMembers(l)...)...)
}

// resultMembersRest is the second half of resultMembers.
func resultMembersRest(l *Library) []pyrt.Member {
	fetch := func(signature string, f func(t *pyrt.Thread, r *result, a []pyrt.Value) (pyrt.Value, error)) pyrt.Member {
		return l.method(signature, func(_ *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return f(t, resOf(a[0]), a) })
	}
	self := func(_ *pyrt.Thread, _ *result, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }
	return []pyrt.Member{
		fetch("partitions(self, size=None)", func(t *pyrt.Thread, r *result, a []pyrt.Value) (pyrt.Value, error) {
			n, ok := pyrt.AsInt(a[1])
			if !ok || n <= 0 {
				n = int64(max(1, len(r.rows)))
			}
			var out []pyrt.Value
			for {
				vs, err := r.all(t, int(n))
				if err != nil {
					return nil, err
				}
				if len(vs) == 0 {
					return pyrt.Iter(t, pyrt.NewList(out...))
				}
				out = append(out, pyrt.NewList(vs...))
			}
		}),
		fetch("keys(self)", func(t *pyrt.Thread, r *result, _ []pyrt.Value) (pyrt.Value, error) {
			if r.answer.Columns == nil {
				return nil, l.errorf("ResourceClosedError", "This result object does not return rows. It has been closed automatically.")
			}
			return pyrt.NewList((&row{shape: r.shape}).names()...), nil
		}),
		fetch("close(self)", func(t *pyrt.Thread, r *result, _ []pyrt.Value) (pyrt.Value, error) {
			r.closed = true
			return pyrt.None, nil
		}),
		fetch("__iter__(self)", func(t *pyrt.Thread, r *result, a []pyrt.Value) (pyrt.Value, error) {
			vs, err := r.all(t, -1)
			if err != nil {
				return nil, err
			}
			return pyrt.Iter(t, pyrt.NewList(vs...))
		}),
		fetch("__next__(self)", func(t *pyrt.Thread, r *result, a []pyrt.Value) (pyrt.Value, error) {
			v, err := r.next(t)
			if err == nil && v == nil {
				return nil, pyrt.NewException(pyrt.StopIteration)
			}
			return v, err
		}),
		fetch("__enter__(self)", self), fetch("__exit__(self, *exc)", func(*pyrt.Thread, *result, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }),
	}
}

// columnIndex finds a column by position or name.
func (r *result) columnIndex(v pyrt.Value) (int, error) {
	if n, ok := pyrt.AsInt(v); ok {
		return int(n), nil
	}
	name, _ := pyrt.AsStr(v)
	if c := r.lib.columnOf(v); c != nil {
		name = c.def.Name
	}
	for i, k := range r.shape.keys {
		if k == name {
			return i, nil
		}
	}
	return 0, r.lib.errorf("NoSuchColumnError", "Could not locate column in row for column '%s'", name)
}

func columnsOfResult(t *pyrt.Thread, r *result, a []pyrt.Value) (pyrt.Value, error) {
	n := *r
	n.shape = &rowShape{lib: r.lib}
	var idx []int
	for _, v := range r.lib.items(a[1]) {
		i, err := r.columnIndex(v)
		if err != nil {
			return nil, err
		}
		idx = append(idx, i)
		n.shape.keys = append(n.shape.keys, r.shape.keys[i])
	}
	n.types, n.rows = nil, nil
	for _, i := range idx {
		if i < len(r.types) {
			n.types = append(n.types, r.types[i])
		}
	}
	for _, raw := range r.rows {
		var picked []any
		for _, i := range idx {
			picked = append(picked, raw[i])
		}
		n.rows = append(n.rows, picked)
	}
	return pyrt.NewObject(r.lib.class("engine.Result"), &n), nil
}

// cursorMembers are the attributes that come from the statement's effect.
func cursorMembers(l *Library) []pyrt.Member {
	get := func(name string, f func(r *result) (pyrt.Value, error)) pyrt.Member {
		return l.getter(name, func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return f(resOf(self)) })
	}
	return []pyrt.Member{
		get("rowcount", func(r *result) (pyrt.Value, error) {
			if r.answer.Count != nil {
				return r.answer.Count, nil
			}
			return pyrt.Int(r.answer.RowsAffected), nil
		}),
		get("lastrowid", func(r *result) (pyrt.Value, error) { return pyrt.Int(r.answer.LastInsertID), nil }),
		get("returns_rows", func(r *result) (pyrt.Value, error) { return pyrt.Bool(r.answer.Columns != nil), nil }),
		get("closed", func(r *result) (pyrt.Value, error) { return pyrt.Bool(r.closed), nil }),
		get("is_insert", func(r *result) (pyrt.Value, error) { return pyrt.Bool(r.inserts != nil), nil }),
		get("inserted_primary_key", func(r *result) (pyrt.Value, error) {
			if r.inserts != nil {
				return r.inserts, nil
			}
			return pyrt.NewTuple(pyrt.Int(r.answer.LastInsertID)), nil
		}),
	}
}
