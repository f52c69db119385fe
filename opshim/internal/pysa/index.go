package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// index is the Go payload of Index.
type index struct {
	obj   *pyrt.Object
	data  *schema.Index
	exprs []pyrt.Value
	table *table
}

// indexInit is Index(name, *expressions, unique=, quote=, **kw).
func indexInit(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o := a[0].(*pyrt.Object)
	n := &index{obj: o, exprs: l.items(a[2]), data: &schema.Index{Name: l.constraintName(a[1]), Created: l.order.Next()}}
	o.Native = n
	unique, err := pyrt.Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	n.data.Unique = unique
	if q := tri(a[4]); q != schema.Unset {
		n.data.Name.Quote = q
	}
	var rest []pyrt.Keyword
	var tableArg pyrt.Value
	for _, k := range keywords(a[5]) {
		switch k.Name {
		case "info", "_column_flag":
		case "_table":
			tableArg = k.Value
		default:
			if err := l.dialectKeyword(k.Name); err != nil {
				return nil, err
			}
			rest = append(rest, k)
		}
	}
	if n.data.Options, err = l.options(rest); err != nil {
		return nil, err
	}
	if err := l.settleIndex(n); err != nil {
		return nil, err
	}
	attach := func(tb *table) error { return l.attachItem(tb, o) }
	if tb := l.tableOf(tableArg); tb != nil {
		return pyrt.None, attach(tb)
	}
	var cols []*column
	for _, v := range n.exprs {
		if c := l.columnOf(v); c != nil {
			cols = append(cols, c)
		} else if x := l.elementOf(v); x != nil {
			cols = append(cols, l.columnsIn(x)...)
			cols = append(cols, l.looseColumns(v)...)
		}
	}
	return pyrt.None, l.autoAttach(nil, attach, cols)
}

// looseColumns finds Column objects without a table inside an expression; the
// data does not lead back to them, so nothing is found beyond direct operands.
func (l *Library) looseColumns(pyrt.Value) []*column { return nil }

// settleIndex converts the elements.
func (l *Library) settleIndex(n *index) error {
	n.data.Elements = nil
	for _, v := range n.exprs {
		e, err := l.IndexElementOf(v)
		if err != nil {
			return err
		}
		n.data.Elements = append(n.data.Elements, e)
	}
	return nil
}

// IndexElementOf converts one element of an index: a column's name, a Column or
// an expression.
func (l *Library) IndexElementOf(v pyrt.Value) (schema.IndexElement, error) {
	if s, ok := pyrt.AsStr(v); ok {
		return schema.IndexElement{Column: s}, nil
	}
	if c := l.columnOf(v); c != nil {
		return schema.IndexElement{Column: c.def.KeyName()}, nil
	}
	if x := l.elementOf(v); x != nil {
		return schema.IndexElement{Expr: x}, nil
	}
	if in, ok := v.(*inertObject); ok {
		return schema.IndexElement{}, unsupported("%s", in.name)
	}
	r, err := pyrt.Repr(l.thread, v)
	if err != nil {
		return schema.IndexElement{}, err
	}
	return schema.IndexElement{}, l.errorf("ArgumentError", "Column expression, string name or text() construct expected for index element, got %s.", r)
}

// IndexOf converts an Index object.
func (l *Library) IndexOf(v pyrt.Value) (*schema.Index, error) {
	ix, _, err := l.indexData(v)
	return ix, err
}

// indexData is an Index object's data and its table; nil when it has none.
func (l *Library) indexData(v pyrt.Value) (*schema.Index, *schema.Table, error) {
	if o, ok := v.(*pyrt.Object); ok {
		if n, ok := o.Native.(*index); ok {
			if n.table == nil {
				return n.data, nil, nil
			}
			return n.data, n.table.def, nil
		}
	}
	if in, ok := v.(*inertObject); ok {
		return nil, nil, unsupported("%s", in.name)
	}
	return nil, nil, pyrt.Errorf(pyrt.TypeError, "an Index is expected, got %s", v.Type().Name)
}

// excludeInit is postgresql.ExcludeConstraint(*elements, name=, using=, where=, ops=).
func excludeInit(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	k := a[0].(*pyrt.Object).Native.(*constraint)
	d := &schema.Exclude{}
	own := pyrt.NewDict()
	var name pyrt.Value = pyrt.None
	for _, kw := range keywords(a[2]) {
		switch kw.Name {
		case "name":
			name = kw.Value
		case "using":
			d.Using, _ = pyrt.AsStr(kw.Value)
		case "where":
			if kw.Value != pyrt.None {
				x, err := l.textOrExpr(kw.Value)
				if err != nil {
					return nil, err
				}
				d.Where = x
			}
		case "ops":
			v, err := l.optionValue(kw.Value)
			if err != nil {
				return nil, err
			}
			if m, ok := v.(schema.OptMap); ok {
				d.Ops = schema.Options(m)
			}
		default:
			own.SetStr(kw.Name, kw.Value)
		}
	}
	base, err := l.constraintBase(name, own)
	if err != nil {
		return nil, err
	}
	d.ConstraintBase = base
	k.data = d
	var cols []*column
	for _, it := range l.items(a[1]) {
		pair, ok := pyrt.AsTuple(it)
		if !ok || len(pair) != 2 {
			return nil, pyrt.Errorf(pyrt.ValueError, "an element of an exclude constraint is a pair (expression, operator)")
		}
		e := schema.ExcludeElement{}
		if _, isColumn := l.elementOf(pair[0]).(*expr.Column); isColumn || pyrt.IsInstance(pair[0], pyrt.StrType) {
			k.columns = append(k.columns, pair[0])
		}
		e.Operator, _ = pyrt.AsStr(pair[1])
		if s, ok := pyrt.AsStr(pair[0]); ok {
			e.Column = s
		} else if c := l.columnOf(pair[0]); c != nil {
			e.Column = c.def.KeyName()
			cols = append(cols, c)
		} else if x := l.elementOf(pair[0]); x != nil {
			e.Expr = x
			cols = append(cols, l.columnsIn(x)...)
		} else {
			return nil, pyrt.Errorf(pyrt.TypeError, "unsupported element of an exclude constraint")
		}
		d.Elements = append(d.Elements, e)
	}
	return pyrt.None, l.autoAttach(nil, func(tb *table) error { return l.attachItem(tb, k.obj) }, cols)
}

// textSelectColumns gives sa.text(...).columns(...) arguments as columns.
func (l *Library) textSelectColumns(vs []pyrt.Value, kw []pyrt.Keyword) ([]*expr.Column, error) {
	var out []*expr.Column
	for _, v := range vs {
		c := l.columnOf(v)
		if c == nil {
			if el, ok := l.elementOf(v).(*expr.Column); ok {
				out = append(out, el)
				continue
			}
			if s, ok := pyrt.AsStr(v); ok {
				out = append(out, &expr.Column{Name: s})
				continue
			}
			return nil, l.roleError(v, roleColumns)
		}
		out = append(out, &expr.Column{Name: c.def.Name, Key: c.def.Key, Type: c.def.Type, Quote: c.def.Quote, Source: c.node})
	}
	for _, k := range kw {
		ty, err := l.TypeOf(k.Value)
		if err != nil {
			return nil, err
		}
		out = append(out, &expr.Column{Name: k.Name, Type: ty})
	}
	return out, nil
}
