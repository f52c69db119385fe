package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// clauseMembers is the namespace of ClauseElement.
func clauseMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		pyrt.ClassFunc("__class_getitem__(cls, item)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("compile(self, *bind, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return compileMethod(l, t, a) }),
		l.method("__str__(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return l.stringOf(a[0]) }),
		l.method("self_group(self, against=None)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("unique_params(self, **kw)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("ClauseElement.unique_params")
		}),
		l.method("params(self, *optionaldict, **kw)", paramsOf),
		l.method("_annotate(self, values)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("_deannotate(self, **kw)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		pyrt.Constant("is_clause_element", pyrt.True),
		pyrt.Constant("inherit_cache", pyrt.None),
		l.method("__hash__(self)", func(_ *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return identityHash(t, a[0]) }),
	}
}

func elem(v pyrt.Value) expr.Expr {
	if o, ok := v.(*pyrt.Object); ok {
		if el, ok := o.Native.(*element); ok {
			return el.x
		}
	}
	return nil
}

// paramsOf is element.params(name=value): a copy whose parameters have these
// values when it is compiled or executed.
func paramsOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o := a[0].(*pyrt.Object)
	given := pyrt.NewDict()
	for _, v := range l.items(a[1]) {
		if d, ok := pyrt.AsDict(v); ok {
			for _, e := range d.Items() {
				if err := given.Set(t, e[0], e[1]); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, k := range keywords(a[2]) {
		given.SetStr(k.Name, k.Value)
	}
	n := &pyrt.Object{Class: o.Class, Dict: pyrt.NewDict(), Native: o.Native}
	if o.Dict != nil {
		if old, ok := o.Dict.GetStr("_sa_params"); ok {
			for _, e := range old.(*pyrt.Dict).Items() {
				k, _ := pyrt.AsStr(e[0])
				if _, again := given.GetStr(k); !again {
					given.SetStr(k, e[1])
				}
			}
		}
	}
	n.Dict.SetStr("_sa_params", given)
	return n, nil
}

// paramValues are the values that params() gave an element; nil if none.
func (l *Library) paramValues(v pyrt.Value) (map[string]any, error) {
	o, ok := v.(*pyrt.Object)
	if !ok || o.Dict == nil {
		return nil, nil
	}
	d, ok := o.Dict.GetStr("_sa_params")
	if !ok {
		return nil, nil
	}
	return l.paramMap(d.(*pyrt.Dict))
}

// comparatorMembers is the namespace of TypeEngine.Comparator, which scripts derive
// from: operators act on the expression it is made with.
func comparatorMembers(l *Library) []pyrt.Member {
	return append(append(l.operatorMembers(), columnElementMembers(l)...),
		l.method("__init__(self, expr)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			o := a[0].(*pyrt.Object)
			if o.Dict == nil {
				o.Dict = pyrt.NewDict()
			}
			o.Dict.SetStr("expr", a[1])
			return pyrt.None, nil
		}),
		l.method("__clause_element__(self)", func(_ *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.GetAttr(t, a[0], "expr")
		}),
	)
}

// textualMembers are the methods of text(...).columns(...).
func textualMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.method("bindparams(self, *binds, **bind_as_values)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := *stmtOf(a[0]).stmt.(*expr.TextSelect)
			v, err := textBindparams(l, t, []pyrt.Value{l.wrap(c.Text), a[1], a[2]})
			if err != nil {
				return nil, err
			}
			c.Text = elem(v).(*expr.Text)
			return rewrap(a[0], &c), nil
		}),
		l.method("add_cte(self, *ctes, nest_here=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := *stmtOf(a[0]).stmt.(*expr.TextSelect)
			xs, err := l.ctesOf(l.items(a[1]), a[2])
			c.CTEs = appendTo(c.CTEs, xs...)
			return rewrap(a[0], &c), err
		}),
	}
}

func namedMembers(l *Library) []pyrt.Member {
	name := func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		if x, ok := elem(self).(*expr.Label); ok && x.Name != "" {
			return pyrt.Str(x.Name), nil
		}
		return pyrt.None, nil
	}
	return []pyrt.Member{l.getter("name", name), l.getter("key", name), l.getter("element", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		if x, ok := elem(self).(*expr.Label); ok {
			return l.wrap(x.Elem), nil
		}
		return pyrt.None, nil
	})}
}

func bindMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.getter("value", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if b, ok := elem(self).(*expr.Bind); ok {
				return l.ToPython(b.Value)
			}
			return pyrt.None, nil
		}),
		l.method("_clone(self, maintain_key=False, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			b, ok := elem(a[0]).(*expr.Bind)
			if !ok {
				return a[0], nil
			}
			c := *b
			if keep, err := pyrt.Truth(t, a[1]); err != nil || keep {
				// One name for both: the copy stands for the same parameter.
				c.SameAs = b.Origin()
				return l.wrap(&c), err
			}
			return l.wrap(&c), nil
		}),
		l.getter("key", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if b, ok := elem(self).(*expr.Bind); ok {
				return pyrt.Str(b.Name), nil
			}
			return pyrt.None, nil
		}),
	}
}

func binaryMembers(l *Library) []pyrt.Member {
	side := func(left bool) func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		return func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			b, ok := elem(self).(*expr.Binary)
			if !ok {
				return pyrt.None, nil
			}
			if left {
				return l.wrap(b.Left), nil
			}
			return l.wrap(b.Right), nil
		}
	}
	return []pyrt.Member{l.getter("left", side(true)), l.getter("right", side(false)), l.getter("operator", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		if b, ok := elem(self).(*expr.Binary); ok {
			return l.symbol("operators." + string(b.Op))
		}
		return pyrt.None, nil
	})}
}

func unaryMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{l.getter("element", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		if u, ok := elem(self).(*expr.Unary); ok {
			return l.wrap(u.Elem), nil
		}
		return pyrt.None, nil
	})}
}

// booleanListMembers is the namespace of and_(...) and or_(...).
func booleanListMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{pyrt.ClassFunc("_construct_raw(cls, operator, clauses=None)", l.bind(func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, err := pyrt.GetAttr(t, a[1], "__name__")
		if err != nil {
			return nil, err
		}
		xs, err := l.conditions(l.items(a[2]))
		if s, _ := pyrt.AsStr(name); s == "or_" {
			return l.wrap(&expr.Bools{Op: expr.OpOr, Elems: xs}), err
		}
		return l.wrap(&expr.Bools{Op: expr.OpAnd, Elems: xs}), err
	}))}
}

func listMembers(l *Library) []pyrt.Member {
	clauses := func(v pyrt.Value) []pyrt.Value {
		var xs []expr.Expr
		switch x := elem(v).(type) {
		case *expr.List:
			xs = x.Elems
		case *expr.Bools:
			xs = x.Elems
		case *expr.Chain:
			xs = x.Elems
		}
		out := make([]pyrt.Value, len(xs))
		for i, x := range xs {
			out[i] = l.wrap(x)
		}
		return out
	}
	return []pyrt.Member{
		l.method("__init__(self, *clauses, operator=None, group=True, group_contents=True, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			xs, err := l.operands(l.items(a[1]))
			if err != nil {
				return nil, err
			}
			for i, x := range xs {
				xs[i] = expr.SelfGroup(expr.Settle(x), expr.OpComma)
			}
			a[0].(*pyrt.Object).Native = &element{x: &expr.List{Elems: xs, Group: tri(a[3]) == schema.Yes}}
			return pyrt.None, nil
		}),
		l.getter("clauses", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.NewList(clauses(self)...), nil
		}),
		l.method("__iter__(self)", func(_ *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Iter(t, pyrt.NewList(clauses(a[0])...))
		}),
		l.method("__len__(self)", func(_ *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Int(len(clauses(a[0]))), nil
		}),
	}
}

func aliasMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.getter("name", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if f, ok := self.(*pyrt.Object).Native.(*fromObject); ok {
				return orNone(expr.FromName(f.from)), nil
			}
			return pyrt.None, nil
		}),
		l.getter("element", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if f, ok := self.(*pyrt.Object).Native.(*fromObject); ok {
				if a, ok := f.from.(*expr.Alias); ok {
					return l.wrapFrom(a.Elem), nil
				}
				if q := f.query(); q != nil {
					return l.wrapStmt(q), nil
				}
			}
			return pyrt.None, nil
		}),
	}
}

func subqueryMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{l.method("as_scalar(self)", scalarSubquery), l.method("scalar_subquery(self)", scalarSubquery)}
}

func joinMembers(l *Library) []pyrt.Member {
	part := func(f func(*expr.Join) pyrt.Value) func(*Library, *pyrt.Thread, pyrt.Value) (pyrt.Value, error) {
		return func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if fo, ok := self.(*pyrt.Object).Native.(*fromObject); ok {
				if j, ok := fo.from.(*expr.Join); ok {
					return f(j), nil
				}
			}
			return pyrt.None, nil
		}
	}
	return []pyrt.Member{
		l.getter("left", part(func(j *expr.Join) pyrt.Value { return l.wrapFrom(j.Left) })),
		l.getter("right", part(func(j *expr.Join) pyrt.Value { return l.wrapFrom(j.Right) })),
		l.getter("onclause", part(func(j *expr.Join) pyrt.Value { return l.wrap(j.On) })),
	}
}

func foreignKeyMembers(l *Library) []pyrt.Member {
	of := func(v pyrt.Value) *foreignKey { return v.(*pyrt.Object).Native.(*foreignKey) }
	text := func(name string, f func(*schema.ForeignKey) string) pyrt.Member {
		return l.getter(name, func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return orNone(f(of(self).data)), nil
		})
	}
	return []pyrt.Member{
		text("ondelete", func(d *schema.ForeignKey) string { return d.OnDelete }), text("onupdate", func(d *schema.ForeignKey) string { return d.OnUpdate }),
		text("name", func(d *schema.ForeignKey) string { return d.Name.Text }), text("match", func(d *schema.ForeignKey) string { return d.Match }),
		l.getter("parent", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if c := of(self).parent; c != nil {
				return c.obj, nil
			}
			return pyrt.None, nil
		}),
		l.getter("target_fullname", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str(of(self).spec), nil
		}),
		l.getter("_colspec", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str(of(self).spec), nil
		}),
		l.getter("column", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return l.fkColumn(of(self)) }),
		l.getter("constraint", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			f := of(self)
			if f.parent == nil || f.parent.table == nil {
				return pyrt.None, nil
			}
			for _, k := range f.parent.table.def.Constraints {
				if fk, ok := k.(*schema.ForeignKey); ok && (fk == f.data || len(fk.Columns) == 1 && fk.Columns[0] == f.parent.def.Name) {
					return l.constraintObject(f.parent.table, fk), nil
				}
			}
			return pyrt.None, nil
		}),
		l.method("references(self, table)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := l.foreignColumn(of(a[0]))
			return pyrt.Bool(c != nil && c.table != nil && pyrt.Value(c.table.obj) == a[1]), nil
		}),
		l.method("__repr__(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str("ForeignKey(" + quotePy(of(a[0]).spec) + ")"), nil
		}),
	}
}

// fkColumn is ForeignKey.column, with SQLAlchemy's errors when it is not there.
func (l *Library) fkColumn(f *foreignKey) (pyrt.Value, error) {
	if c := l.foreignColumn(f); c != nil {
		return c.obj, nil
	}
	if f.parent == nil || f.parent.table == nil {
		return nil, l.errorf("InvalidRequestError", "this ForeignKey object does not yet have a parent Column associated with it.")
	}
	col := ""
	if f.refIndex < len(f.data.RefColumns) {
		col = f.data.RefColumns[f.refIndex]
	}
	own := f.parent.table.def.Name.Name
	if l.findTarget(f.parent.table, f.data.RefTable) == nil {
		return nil, l.errorf("NoReferencedTableError", "Foreign key associated with column '%s.%s' could not find table '%s' with which to generate a foreign key to target column '%s'",
			own, f.parent.def.Name, f.data.RefTable.String(), col)
	}
	return nil, l.errorf("NoReferencedColumnError", "Could not initialize target column for ForeignKey '%s' on table '%s': table '%s' has no column named '%s'",
		f.spec, own, f.data.RefTable.String(), col)
}

func foreignKeyConstraintMembers(l *Library) []pyrt.Member {
	of := func(v pyrt.Value) *schema.ForeignKey {
		if n, ok := v.(*pyrt.Object).Native.(*constraint); ok {
			if d, ok := n.data.(*schema.ForeignKey); ok {
				return d
			}
		}
		return &schema.ForeignKey{}
	}
	text := func(name string, f func(*schema.ForeignKey) string) pyrt.Member {
		return l.getter(name, func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return orNone(f(of(self))), nil })
	}
	return []pyrt.Member{
		text("ondelete", func(d *schema.ForeignKey) string { return d.OnDelete }), text("onupdate", func(d *schema.ForeignKey) string { return d.OnUpdate }),
		text("match", func(d *schema.ForeignKey) string { return d.Match }),
		l.getter("elements", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			n := self.(*pyrt.Object).Native.(*constraint)
			d := of(self)
			var out []pyrt.Value
			for i := range d.RefColumns {
				f := &foreignKey{data: d, refIndex: i, inTable: true, spec: d.RefTable.String() + "." + d.RefColumns[i]}
				if n.table != nil && i < len(d.Columns) {
					f.parent = n.table.column(d.Columns[i])
				}
				f.obj = pyrt.NewObject(l.class("ForeignKey"), f)
				out = append(out, f.obj)
			}
			return pyrt.NewList(out...), nil
		}),
		l.getter("referred_table", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if d := of(self); d.Ref != nil {
				if tb := l.tableObject(d.Ref); tb != nil {
					return tb.obj, nil
				}
			}
			n := self.(*pyrt.Object).Native.(*constraint)
			if tb := l.findTarget(n.table, of(self).RefTable); tb != nil {
				return tb.obj, nil
			}
			return nil, l.errorf("NoReferencedTableError", "could not find table '%s'", of(self).RefTable.String())
		}),
	}
}

func indexMembers(l *Library) []pyrt.Member {
	of := func(v pyrt.Value) *index { return v.(*pyrt.Object).Native.(*index) }
	return append([]pyrt.Member{
		l.getter("name", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			n := of(self)
			if n.data.Name.Text == "" && n.table != nil {
				if resolved, err := sqlgen.ResolveIndexName(n.table.def, n.data); err == nil {
					return orNone(resolved.Text), nil
				}
			}
			return orNone(n.data.Name.Text), nil
		}),
		l.getter("unique", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.Bool(of(self).data.Unique), nil
		}),
		l.getter("table", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if tb := of(self).table; tb != nil {
				return tb.obj, nil
			}
			return pyrt.None, nil
		}),
		l.getter("columns", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return l.constraintColumns(of(self).table, of(self).exprs), nil
		}),
	}, indexMembersRest(l)...)
}

// indexMembersRest is the second half of indexMembers.
func indexMembersRest(l *Library) []pyrt.Member {
	of := func(v pyrt.Value) *index { return v.(*pyrt.Object).Native.(*index) }
	run := func(drop bool) body {
		return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			ix, tb, err := l.indexData(a[0])
			if err != nil {
				return nil, err
			}
			var st expr.Stmt = &expr.CreateIndex{Table: tb, Index: ix}
			if drop {
				st = &expr.DropIndex{Table: tb, Index: ix}
			}
			return pyrt.None, l.runDDL(t, a[1], st)
		}
	}
	return []pyrt.Member{
		l.getter("expressions", func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			n := of(self)
			var out []pyrt.Value
			for _, v := range n.exprs {
				if s, ok := pyrt.AsStr(v); ok && n.table != nil {
					if c := n.table.column(s); c != nil {
						v = c.obj
					}
				}
				out = append(out, v)
			}
			return pyrt.NewList(out...), nil
		}),
		l.getter("dialect_kwargs", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return optionDict(of(self).data.Options), nil
		}),
		l.getter("kwargs", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return optionDict(of(self).data.Options), nil
		}),
		l.method("create(self, bind, checkfirst=False)", run(false)), l.method("drop(self, bind, checkfirst=False)", run(true)),
		l.method("__repr__(self)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str("Index(" + quotePy(of(a[0]).data.Name.Text) + ")"), nil
		}),
	}
}
