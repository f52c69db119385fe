package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// clauses points at the clauses that SELECT and UNION share.
type clauses struct {
	orderBy, groupBy *[]expr.Expr
	limit, offset    *expr.Expr
	fetch            **expr.Fetch
	forUpdate        **expr.ForUpdate
	style            *string
	ctes             *[]*expr.CTE
}

// copyQuery copies the statement of self and gives access to its clauses.
func copyQuery(self pyrt.Value) (expr.Stmt, *clauses, error) {
	s := stmtOf(self)
	if s != nil {
		switch x := s.stmt.(type) {
		case *expr.Select:
			c := *x
			return &c, &clauses{&c.OrderBy, &c.GroupBy, &c.Limit, &c.Offset, &c.Fetch, &c.ForUpdate, &c.LabelStyle, &c.CTEs}, nil
		case *expr.Compound:
			c := *x
			return &c, &clauses{&c.OrderBy, &c.GroupBy, &c.Limit, &c.Offset, &c.Fetch, &c.ForUpdate, &c.LabelStyle, &c.CTEs}, nil
		}
	}
	return nil, nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no such method", self.Type().Name)
}

// shared makes a generative method of SELECT and UNION.
func shared(l *Library, signature string, f func(l *Library, t *pyrt.Thread, c *clauses, a []pyrt.Value) error) pyrt.Member {
	return l.method(signature, func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		st, c, err := copyQuery(a[0])
		if err != nil {
			return nil, err
		}
		if err := f(l, t, c, a); err != nil {
			return nil, err
		}
		return rewrap(a[0], st), nil
	})
}

// generativeMembers is the namespace of GenerativeSelect.
func generativeMembers(l *Library) []pyrt.Member {
	lists := func(pick func(*clauses) *[]expr.Expr) func(*Library, *pyrt.Thread, *clauses, []pyrt.Value) error {
		return func(l *Library, t *pyrt.Thread, c *clauses, a []pyrt.Value) error {
			vs := l.items(a[1])
			p := pick(c)
			if resets(vs) {
				*p = nil
				return nil
			}
			xs, err := l.orderings(vs)
			*p = appendTo(*p, xs...)
			return err
		}
	}
	number := func(pick func(*clauses) *expr.Expr) func(*Library, *pyrt.Thread, *clauses, []pyrt.Value) error {
		return func(l *Library, t *pyrt.Thread, c *clauses, a []pyrt.Value) error {
			x, err := l.limitOf(a[1])
			*pick(c) = x
			if *c.limit != nil {
				*c.fetch = nil
			}
			return err
		}
	}
	return append([]pyrt.Member{
		shared(l, "order_by(self, *clauses)", lists(func(c *clauses) *[]expr.Expr { return c.orderBy })),
		shared(l, "group_by(self, *clauses)", lists(func(c *clauses) *[]expr.Expr { return c.groupBy })),
		shared(l, "limit(self, limit)", number(func(c *clauses) *expr.Expr { return c.limit })),
		shared(l, "offset(self, offset)", number(func(c *clauses) *expr.Expr { return c.offset })),
		shared(l, "slice(self, start, stop)", func(l *Library, t *pyrt.Thread, c *clauses, a []pyrt.Value) error {
			start, _ := pyrt.AsInt(a[1])
			stop, ok := pyrt.AsInt(a[2])
			var err error
			if ok {
				*c.fetch = nil
				if *c.limit, err = l.limitOf(pyrt.Int(stop - start)); err != nil {
					return err
				}
			}
			if start != 0 {
				*c.offset, err = l.limitOf(pyrt.Int(start))
			}
			return err
		}),
		shared(l, "fetch(self, count, with_ties=False, percent=False, **dialect_kw)", func(l *Library, t *pyrt.Thread, c *clauses, a []pyrt.Value) error {
			x, err := l.limitOf(a[1])
			*c.limit, *c.fetch = nil, &expr.Fetch{Count: x, WithTies: tri(a[2]) == schema.Yes, Percent: tri(a[3]) == schema.Yes}
			if x == nil {
				*c.fetch = nil
			}
			return err
		}),
	}, generativeMembersRest(l)...)
}

// generativeMembersRest is the second half of generativeMembers.
func generativeMembersRest(l *Library) []pyrt.Member {
	return []pyrt.Member{
		shared(l, "with_for_update(self, *, nowait=False, read=False, of=None, skip_locked=False, key_share=False)", forUpdate),
		shared(l, "set_label_style(self, style)", func(l *Library, t *pyrt.Thread, c *clauses, a []pyrt.Value) error {
			*c.style = styleName(a[1])
			return nil
		}),
		shared(l, "apply_labels(self)", func(l *Library, t *pyrt.Thread, c *clauses, a []pyrt.Value) error {
			*c.style = "tablename_plus_col"
			return nil
		}),
		shared(l, "add_cte(self, *ctes, nest_here=False)", func(l *Library, t *pyrt.Thread, c *clauses, a []pyrt.Value) error {
			xs, err := l.ctesOf(l.items(a[1]), a[2])
			*c.ctes = appendTo(*c.ctes, xs...)
			return err
		}),
		l.method("get_label_style(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			_, c, err := copyQuery(a[0])
			if err != nil {
				return nil, err
			}
			return l.symbol(map[string]string{"": "LABEL_STYLE_DEFAULT", "disambiguate": "LABEL_STYLE_DISAMBIGUATE_ONLY",
				"tablename_plus_col": "LABEL_STYLE_TABLENAME_PLUS_COL", "none": "LABEL_STYLE_NONE"}[*c.style])
		}),
	}
}

// styleName reads a label style constant.
func styleName(v pyrt.Value) string {
	o, ok := v.(*pyrt.Object)
	if !ok {
		return ""
	}
	s, _ := o.Native.(string)
	switch s {
	case "LABEL_STYLE_TABLENAME_PLUS_COL":
		return "tablename_plus_col"
	case "LABEL_STYLE_NONE":
		return "none"
	}
	return ""
}

func (l *Library) ctesOf(vs []pyrt.Value, nest pyrt.Value) ([]*expr.CTE, error) {
	var out []*expr.CTE
	for _, v := range vs {
		f, err := l.fromOf(v)
		if err != nil {
			return nil, err
		}
		c, ok := f.(*expr.CTE)
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "add_cte() takes CTE objects")
		}
		if tri(nest) == schema.Yes && !c.Nesting {
			n := *c
			n.Nesting = true
			c = &n
		}
		out = append(out, c)
	}
	return out, nil
}

func forUpdate(l *Library, t *pyrt.Thread, c *clauses, a []pyrt.Value) error {
	f := &expr.ForUpdate{NoWait: tri(a[1]) == schema.Yes, Read: tri(a[2]) == schema.Yes, SkipLocked: tri(a[4]) == schema.Yes, KeyShare: tri(a[5]) == schema.Yes}
	if a[3] != pyrt.None {
		vs := l.items(a[3])
		if vs == nil {
			vs = []pyrt.Value{a[3]}
		}
		for _, v := range vs {
			if x := l.elementOf(v); x != nil {
				f.OfColumns = append(f.OfColumns, x)
				continue
			}
			from, err := l.fromOf(v)
			if err != nil {
				return err
			}
			f.Of = append(f.Of, from)
		}
	}
	*c.forUpdate = f
	return nil
}

// queryMembers is the namespace of SelectBase: what every query can become.
func queryMembers(l *Library) []pyrt.Member {
	m := []pyrt.Member{
		l.method("subquery(self, name=None)", subqueryOf(false)),
		l.method("alias(self, name=None, flat=False)", subqueryOf(false)),
		l.method("lateral(self, name=None)", subqueryOf(true)),
		l.method("cte(self, name=None, recursive=False, nesting=False)", cteOf),
		l.method("scalar_subquery(self)", scalarSubquery),
		l.method("as_scalar(self)", scalarSubquery),
		l.method("label(self, name)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return labelOf(l, t, a)
		}),
		l.method("exists(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			q, err := l.queryOf(a[0])
			if err != nil {
				return nil, err
			}
			return l.wrap(&expr.Exists{Query: l.scalarOf(q)}), nil
		}),
		l.method("self_group(self, against=None)", func(l *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			q, err := l.queryOf(a[0])
			if err != nil {
				return nil, err
			}
			return l.wrapStmt(&expr.GroupedQuery{Query: q}), nil
		}),
		l.method("execution_options(self, **kw)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("options(self, *options)", withOptions),
		l.getter("c", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return l.queryColumns(self) }),
		l.getter("columns", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return l.queryColumns(self) }),
		l.getter("selected_columns", selectedColumns),
		l.getter("exported_columns", selectedColumns),
		l.getter("_all_selected_columns", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			c, err := selectedColumns(l, t, self)
			if err != nil {
				return nil, err
			}
			return pyrt.NewList(coll(c).values()...), nil
		}),
		l.method("__bool__(self)", boolOfElement),
	}
	for name, keyword := range map[string]string{"union": "UNION", "union_all": "UNION ALL", "except_": "EXCEPT", "except_all": "EXCEPT ALL",
		"intersect": "INTERSECT", "intersect_all": "INTERSECT ALL"} {
		m = append(m, l.method(name+"(self, *other, **kwargs)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.compound(keyword, append([]pyrt.Value{a[0]}, l.items(a[1])...))
		}))
	}
	return m
}

func (l *Library) compound(keyword string, vs []pyrt.Value) (pyrt.Value, error) {
	qs, err := l.queriesOf(vs)
	if err != nil {
		return nil, err
	}
	return l.wrapStmt(&expr.Compound{Keyword: keyword, Queries: qs}), nil
}

func subqueryOf(lateral bool) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		q, err := l.queryOf(a[0])
		if err != nil {
			return nil, err
		}
		name, _ := pyrt.AsStr(a[1])
		return l.wrapFrom(&expr.Subquery{Query: q, Name: name, Quote: quoteOf(a[1]), Lateral: lateral}), nil
	}
}

func cteOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	q, err := l.queryOf(a[0])
	if err != nil {
		return nil, err
	}
	name, _ := pyrt.AsStr(a[1])
	return l.wrapFrom(&expr.CTE{Query: q, Name: name, Quote: quoteOf(a[1]), Recursive: tri(a[2]) == schema.Yes, Nesting: tri(a[3]) == schema.Yes}), nil
}

func scalarSubquery(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	q, err := l.queryOf(a[0])
	if err != nil {
		return nil, err
	}
	return l.wrap(l.scalarOf(q)), nil
}

// queryColumns is the deprecated select.c: the columns of an implicit subquery.
func (l *Library) queryColumns(self pyrt.Value) (pyrt.Value, error) {
	q, err := l.queryOf(self)
	if err != nil {
		return nil, err
	}
	return l.fromColumns(&expr.Subquery{Query: q}), nil
}

func selectedColumns(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
	q, err := l.queryOf(self)
	if err != nil {
		return nil, err
	}
	var keys []string
	var objs []*pyrt.Object
	_, isText := q.(*expr.TextSelect)
	for _, s := range expr.QueryColumns(q) {
		e := s.Elem
		if c, ok := e.(*expr.Column); ok && isText && c.Source != nil {
			e = c.Source // what columns() was given, with its table
		}
		keys, objs = append(keys, s.Name), append(objs, l.wrap(e))
	}
	return l.newCollection(keys, objs), nil
}

// withOptions is options(): loader options that do nothing here, or fail.
func withOptions(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	heed, err := l.symbol("orm._heed_options")
	if err == nil {
		_, err = pyrt.Call(t, heed, pyrt.Positional(a[1]))
	}
	return a[0], err
}
