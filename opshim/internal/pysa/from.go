package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// fromObject is the Go payload of FROM objects other than tables.
type fromObject struct {
	from   expr.From
	custom bool
}

// query is the query inside a subquery or CTE; nil for others.
func (f *fromObject) query() expr.Query {
	switch x := f.from.(type) {
	case *expr.Subquery:
		return x.Query
	case *expr.CTE:
		return x.Query
	}
	return nil
}

// wrapFrom makes (or finds) the Python object of a FROM object.
func (l *Library) wrapFrom(f expr.From) *pyrt.Object {
	if t, ok := f.(*expr.Table); ok {
		if tb := l.tableObject(t.Def); tb != nil {
			return tb.obj
		}
		if o, err := l.NewTable(t.Def); err == nil {
			return o
		}
	}
	if o, ok := l.fromObjs[f]; ok {
		return o
	}
	class := "FromClause"
	switch x := f.(type) {
	case *expr.Alias:
		class = "Alias"
		if x.Sample != nil {
			class = "TableSample"
		}
	case *expr.Join:
		class = "Join"
	case *expr.Subquery:
		class = "Subquery"
		if x.Lateral {
			class = "Lateral"
		}
	case *expr.CTE:
		class = "CTE"
	case *expr.TableValued:
		class = "TableValuedAlias"
	case *expr.Values:
		class = "Values"
	}
	o := pyrt.NewObject(l.class(class), &fromObject{from: f})
	l.fromObjs[f] = o
	return o
}

// fromOf converts what a FROM clause accepts.
func (l *Library) fromOf(v pyrt.Value) (expr.From, error) {
	if o, ok := v.(*pyrt.Object); ok {
		switch n := o.Native.(type) {
		case *table:
			return n.from, nil
		case *fromObject:
			return n.from, nil
		case *statement:
			if q, ok := n.stmt.(expr.Query); ok {
				return &expr.Subquery{Query: q}, nil
			}
			if x, ok := n.stmt.(*expr.Text); ok {
				return &expr.TextFrom{Text: x}, nil
			}
		case *customState:
			if c, ok := l.customElement(o).(*expr.Custom); ok {
				return &expr.CustomFrom{Custom: c}, nil
			}
		}
	}
	if f, err := l.fromOfEntity(v); f != nil || err != nil {
		return f, err
	}
	if o, ok := v.(*pyrt.Object); ok && o.Native == nil {
		if x := l.inspected(o); x != nil {
			return l.fromOf(x)
		}
	}
	switch x := l.elementOf(v).(type) {
	case nil:
	case *expr.Text:
		return &expr.TextFrom{Text: x}, nil
	case *expr.WholeRow:
		return x.From, nil
	default:
		return &expr.ExprFrom{Elem: x}, nil
	}
	if in, ok := v.(*inertObject); ok {
		return nil, unsupported("%s", in.name)
	}
	return nil, l.roleError(v, roleFrom)
}

func (l *Library) joinOf(left, right, on pyrt.Value, outer, full bool) (pyrt.Value, error) {
	a, err := l.fromOf(left)
	if err != nil {
		return nil, err
	}
	b, err := l.fromOf(right)
	if err != nil {
		return nil, err
	}
	l.settleFrom(a)
	l.settleFrom(b)
	var cond expr.Expr
	if on != nil && on != pyrt.None {
		if cond, err = l.columnArg(on, roleWhere); err != nil {
			return nil, err
		}
	}
	j, err := expr.NewJoin(a, b, cond, outer, full)
	if err != nil {
		return nil, l.Raise(err)
	}
	return l.wrapFrom(j), nil
}

// settleFrom brings foreign keys of the tables in a FROM object up to date.
func (l *Library) settleFrom(f expr.From) {
	switch x := f.(type) {
	case *expr.Table:
		if tb := l.tableObject(x.Def); tb != nil {
			l.settleTable(tb)
		}
	case *expr.Alias:
		l.settleFrom(x.Elem)
	case *expr.Join:
		l.settleFrom(x.Left)
		l.settleFrom(x.Right)
	}
}

func (l *Library) aliasOf(v, name pyrt.Value, flat bool) (pyrt.Value, error) {
	f, err := l.fromOf(v)
	if err != nil {
		return nil, err
	}
	s, _ := pyrt.AsStr(optional(name))
	return l.wrapFrom(newAlias(f, s, quoteOf(name), flat)), nil
}

// newAlias makes an alias with the stem that anonymous names take.
func newAlias(f expr.From, name string, quote schema.Tri, flat bool) expr.From {
	switch x := f.(type) {
	case *expr.CTE:
		if x.AliasOf != nil {
			x = x.AliasOf
		}
		return &expr.CTE{Query: x.Query, Name: name, Quote: quote, Recursive: x.Recursive, Nesting: x.Nesting, AliasOf: x}
	case *expr.Join:
		if flat {
			return flatAlias(x, name)
		}
	case *expr.TableValued:
		c := *x
		c.Name = name
		return &c
	case *expr.Values:
		c := *x
		c.Name, c.Named = name, true
		return &c
	}
	stem := expr.FromName(f)
	if stem == "" {
		stem = "anon"
	}
	return &expr.Alias{Elem: f, Name: name, Stem: stem, Quote: quote}
}

// flatAlias aliases both sides of a join instead of the join.
func flatAlias(j *expr.Join, name string) expr.From {
	part := func(f expr.From) expr.From {
		n := ""
		if name != "" {
			n = name + "_" + expr.FromName(f)
		}
		return newAlias(f, n, schema.Unset, true)
	}
	left, right := part(j.Left), part(j.Right)
	n, err := expr.NewJoin(left, right, nil, j.Outer, j.Full)
	if err != nil {
		return &expr.Alias{Elem: j, Name: name, Stem: "anon"}
	}
	return n
}

func (l *Library) sampleOf(v, sampling, name, seed pyrt.Value) (pyrt.Value, error) {
	f, err := l.fromOf(v)
	if err != nil {
		return nil, err
	}
	s := &expr.Sample{}
	if s.Method, err = l.operand(sampling); err != nil {
		return nil, err
	}
	if _, isFunc := s.Method.(*expr.Function); !isFunc {
		s.Method = expr.NewFunction(nil, "system", []expr.Expr{s.Method}, nil)
	}
	if seed != pyrt.None {
		if s.Seed, err = l.ExprOf(seed); err != nil {
			return nil, err
		}
	}
	a := newAlias(f, "", schema.Unset, false).(*expr.Alias)
	a.Name, _ = pyrt.AsStr(name)
	a.Sample = s
	return l.wrapFrom(a), nil
}

func (l *Library) lateralOf(v, name pyrt.Value) (pyrt.Value, error) {
	n, _ := pyrt.AsStr(optional(name))
	f, err := l.fromOf(v)
	if err != nil {
		return nil, err
	}
	switch x := f.(type) {
	case *expr.Subquery:
		return l.wrapFrom(&expr.Subquery{Query: x.Query, Name: n, Quote: quoteOf(name), Lateral: true}), nil
	case *expr.TableValued:
		c := *x
		c.Lateral = true
		if n != "" {
			c.Name = n
		}
		return l.wrapFrom(&c), nil
	case *expr.Values:
		c := *x
		c.Lateral, c.Named = true, true
		if n != "" {
			c.Name = n
		}
		return l.wrapFrom(&c), nil
	}
	return nil, l.roleError(v, roleFrom)
}

// selectAll is SELECT * of one FROM object.
func (l *Library) selectAll(f expr.From) *expr.Select {
	return &expr.Select{Columns: []expr.Expr{&expr.AllColumns{From: f}}}
}

// tableOfColumn is the .table of a column.
func (l *Library) tableOfColumn(o *pyrt.Object) pyrt.Value {
	if c, ok := o.Native.(*column); ok {
		if c.table == nil {
			return pyrt.None
		}
		return c.table.obj
	}
	if el, ok := o.Native.(*element); ok {
		if c, ok := el.x.(*expr.Column); ok && c.Table != nil {
			return l.wrapFrom(c.Table)
		}
	}
	return pyrt.None
}

// derivedColumnName is the name of a column of a subquery or alias.
func (l *Library) derivedColumnName(o *pyrt.Object) pyrt.Value {
	if el, ok := o.Native.(*element); ok {
		if c, ok := el.x.(*expr.Column); ok {
			if c.Anon.Anonymous() {
				if cls, err := l.symbol("_anonymous_label"); err == nil {
					if v, err := pyrt.Call(l.thread, cls, pyrt.Positional(pyrt.Str(c.Name))); err == nil {
						return v
					}
				}
			}
			return pyrt.Str(c.Name)
		}
	}
	return pyrt.None
}

// cteMembers are the methods of CTE.
func cteMembers(l *Library) []pyrt.Member {
	combine := func(keyword string) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
		return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := a[0].(*pyrt.Object).Native.(*fromObject).from.(*expr.CTE)
			others, err := l.queriesOf(l.items(a[1]))
			if err != nil {
				return nil, err
			}
			n := *c
			n.Restates = c
			n.AliasOf = nil
			n.Query = &expr.Compound{Keyword: keyword, Queries: append([]expr.Query{c.Query}, others...)}
			return l.wrapFrom(&n), nil
		}
	}
	return []pyrt.Member{
		l.method("union(self, *other)", combine("UNION")),
		l.method("union_all(self, *other)", combine("UNION ALL")),
		l.method("prefix_with(self, *prefixes, dialect='*')", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := *a[0].(*pyrt.Object).Native.(*fromObject).from.(*expr.CTE)
			ps, err := l.prefixes(a[1], a[2])
			c.Prefixes = append(c.Prefixes[:len(c.Prefixes):len(c.Prefixes)], ps...)
			return l.wrapFrom(&c), err
		}),
		l.method("suffix_with(self, *suffixes, dialect='*')", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := *a[0].(*pyrt.Object).Native.(*fromObject).from.(*expr.CTE)
			ps, err := l.prefixes(a[1], a[2])
			c.Suffixes = append(c.Suffixes[:len(c.Suffixes):len(c.Suffixes)], ps...)
			return l.wrapFrom(&c), err
		}),
	}
}
