package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// collection is the Go payload of a column collection (table.c, subquery.c).
type collection struct {
	keys []string
	cols []*pyrt.Object
}

func (l *Library) newCollection(keys []string, cols []*pyrt.Object) *pyrt.Object {
	return pyrt.NewObject(l.class("ReadOnlyColumnCollection"), &collection{keys: keys, cols: cols})
}

// columnsObject is the .c of a table.
func (l *Library) columnsObject(tb *table) *pyrt.Object {
	keys := make([]string, len(tb.cols))
	objs := make([]*pyrt.Object, len(tb.cols))
	for i, c := range tb.cols {
		keys[i], objs[i] = c.def.KeyName(), c.obj
	}
	return l.newCollection(keys, objs)
}

// fromColumns is the .c of any FROM object.
func (l *Library) fromColumns(f expr.From) *pyrt.Object {
	var keys []string
	var objs []*pyrt.Object
	join, isJoin := f.(*expr.Join)
	for _, c := range expr.ColumnsOf(f) {
		key := c.Key
		if key == "" {
			key = c.Name
		}
		if isJoin && join != nil {
			key = expr.TableLabel(c)
		}
		keys = append(keys, key)
		objs = append(objs, l.wrap(c))
	}
	return l.newCollection(keys, objs)
}

func (c *collection) find(key string) *pyrt.Object {
	for i, k := range c.keys {
		if k == key {
			return c.cols[i]
		}
	}
	return nil
}

func coll(v pyrt.Value) *collection {
	if o, ok := v.(*pyrt.Object); ok {
		if c, ok := o.Native.(*collection); ok {
			return c
		}
	}
	return &collection{}
}

func (c *collection) values() []pyrt.Value {
	out := make([]pyrt.Value, len(c.cols))
	for i, o := range c.cols {
		out[i] = o
	}
	return out
}

// collectionMembers is the namespace of column collections.
func collectionMembers(l *Library) []pyrt.Member {
	return append([]pyrt.Member{
		pyrt.RawMethod("__getattr__", func(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
			name, _ := pyrt.AsStr(args.Pos[1])
			if o := coll(args.Pos[0]).find(name); o != nil {
				return o, nil
			}
			return nil, pyrt.Errorf(pyrt.AttributeError, "%s", name)
		}),
		l.method("__getitem__(self, key)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := coll(a[0])
			if i, ok := pyrt.AsInt(a[1]); ok {
				if i < 0 {
					i += int64(len(c.cols))
				}
				if i < 0 || int(i) >= len(c.cols) {
					return nil, pyrt.Errorf(pyrt.IndexError, "%d", i)
				}
				return c.cols[i], nil
			}
			s, ok := pyrt.AsStr(a[1])
			if ok {
				if o := c.find(s); o != nil {
					return o, nil
				}
			}
			return nil, pyrt.NewException(pyrt.KeyError, a[1])
		}),
		l.method("__iter__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Iter(t, pyrt.NewList(coll(a[0]).values()...))
		}),
		l.method("__len__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Int(len(coll(a[0]).cols)), nil
		}),
		l.method("__contains__(self, key)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			s, ok := pyrt.AsStr(a[1])
			if !ok {
				return nil, l.errorf("ArgumentError", "__contains__ requires a string argument")
			}
			return pyrt.Bool(coll(a[0]).find(s) != nil), nil
		}),
	}, collectionMembersRest(l)...)
}

// collectionMembersRest is the second half of collectionMembers.
func collectionMembersRest(l *Library) []pyrt.Member {
	keysOf := func(c *collection) []pyrt.Value {
		out := make([]pyrt.Value, len(c.keys))
		for i, k := range c.keys {
			out[i] = pyrt.Str(k)
		}
		return out
	}
	return []pyrt.Member{
		l.getter("_all_columns", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.NewList(coll(self).values()...), nil
		}),
		l.method("keys(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.NewList(keysOf(coll(a[0]))...), nil
		}),
		l.method("values(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.NewList(coll(a[0]).values()...), nil
		}),
		l.method("items(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := coll(a[0])
			out := make([]pyrt.Value, len(c.cols))
			for i := range c.cols {
				out[i] = pyrt.NewTuple(pyrt.Str(c.keys[i]), c.cols[i])
			}
			return pyrt.NewList(out...), nil
		}),
		l.method("get(self, key, default=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			s, _ := pyrt.AsStr(a[1])
			if o := coll(a[0]).find(s); o != nil {
				return o, nil
			}
			return a[2], nil
		}),
		l.method("contains_column(self, col)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			for _, o := range coll(a[0]).cols {
				if o == a[1] {
					return pyrt.True, nil
				}
			}
			return pyrt.False, nil
		}),
		l.method("as_readonly(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("corresponding_column(self, column, require_embedded=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if x, ok := l.elementOf(a[1]).(*expr.Column); ok {
				if o := coll(a[0]).find(x.Name); o != nil {
					return o, nil
				}
			}
			return pyrt.None, nil
		}),
	}
}

// constraintObject is the Python object of a constraint of a table.
func (l *Library) constraintObject(tb *table, k schema.Constraint) *pyrt.Object {
	if k == nil {
		return nil
	}
	if o, ok := tb.items[k]; ok {
		return o
	}
	var names []string
	switch d := k.(type) {
	case *schema.PrimaryKey:
		names = d.Columns
	case *schema.Unique:
		names = d.Columns
	case *schema.ForeignKey:
		names = d.Columns
	}
	n := &constraint{data: k, table: tb, settled: true}
	for _, c := range names {
		n.columns = append(n.columns, pyrt.Str(c))
	}
	n.obj = pyrt.NewObject(l.class(constraintClass(k)), n)
	tb.items[k] = n.obj
	return n.obj
}

// indexObject is the Python object of an index of a table.
func (l *Library) indexObject(tb *table, ix *schema.Index) *pyrt.Object {
	if o, ok := tb.items[ix]; ok {
		return o
	}
	n := &index{data: ix, table: tb}
	for _, e := range ix.Elements {
		if e.Column != "" {
			n.exprs = append(n.exprs, pyrt.Str(e.Column))
		} else if x, ok := e.Expr.(expr.Expr); ok {
			n.exprs = append(n.exprs, l.wrap(x))
		}
	}
	n.obj = pyrt.NewObject(l.class("Index"), n)
	tb.items[ix] = n.obj
	return n.obj
}

// constraintColumns is the .columns of a constraint or an index.
func (l *Library) constraintColumns(tb *table, given []pyrt.Value) *pyrt.Object {
	var keys []string
	var objs []*pyrt.Object
	for _, v := range given {
		c := l.columnOf(v)
		if s, ok := pyrt.AsStr(v); ok && tb != nil {
			c = tb.column(s)
		}
		if c != nil {
			keys, objs = append(keys, c.def.KeyName()), append(objs, c.obj)
		} else if x, ok := l.elementOf(v).(*expr.Column); ok {
			keys, objs = append(keys, x.Name), append(objs, v.(*pyrt.Object))
		}
	}
	return l.newCollection(keys, objs)
}
