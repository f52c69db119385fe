package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

func dmlFunc(kind, dialect string) body {
	return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		return l.newDML(kind, dialect, a[0])
	}
}

// newDML is insert(table), update(table) and delete(table).
func (l *Library) newDML(kind, dialect string, tableArg pyrt.Value) (pyrt.Value, error) {
	from, err := l.dmlTable(tableArg)
	if err != nil {
		return nil, err
	}
	var st expr.Stmt
	switch kind {
	case "Insert":
		st = &expr.Insert{Table: from, Dialect: dialect}
	case "Update":
		st = &expr.Update{Table: from}
	default:
		st = &expr.Delete{Table: from}
	}
	o := l.wrapStmt(st)
	o.Native.(*statement).entities = []pyrt.Value{tableArg}
	return o, nil
}

func (l *Library) dmlTable(v pyrt.Value) (expr.From, error) {
	if _, isText := pyrt.AsStr(v); !isText {
		if o, ok := v.(*pyrt.Object); ok {
			switch n := o.Native.(type) {
			case *table:
				return n.from, nil
			case *fromObject:
				return n.from, nil
			}
		}
		if f, err := l.fromOfEntity(v); f != nil || err != nil {
			return f, err
		}
		if in, ok := v.(*inertObject); ok {
			return nil, unsupported("%s", in.name)
		}
	}
	r, err := pyrt.Repr(l.thread, v)
	if err != nil {
		return nil, err
	}
	return nil, l.errorf("ArgumentError", "subject table for an INSERT, UPDATE or DELETE expected, got %s.", r)
}

// assignKey reads the target of an assignment: a name or a column.
func (l *Library) assignKey(k pyrt.Value) (expr.Assign, error) {
	if s, ok := pyrt.AsStr(k); ok {
		return expr.Assign{Column: s}, nil
	}
	if c := l.columnOf(k); c != nil {
		if c.table != nil && c.table.def.Light {
			return expr.Assign{Column: c.def.KeyName()}, nil
		}
		return expr.Assign{Column: c.def.KeyName(), Target: l.otherTable(c)}, nil
	}
	if x := l.elementOf(k); x != nil {
		if c, ok := x.(*expr.Column); ok && c.Table != nil {
			key := c.Key
			if key == "" {
				key = c.Name
			}
			return expr.Assign{Column: key}, nil
		}
		return expr.Assign{Target: x}, nil
	}
	return expr.Assign{}, pyrt.Errorf(pyrt.TypeError, "values() keys are column names or columns, got %s", k.Type().Name)
}

// otherTable would carry the column of another table in a multi-table UPDATE;
// the key alone names columns of the table itself.
func (l *Library) otherTable(*column) expr.Expr { return nil }

// assignments converts a dict of values.
func (l *Library) assignments(d *pyrt.Dict, self expr.From) ([]expr.Assign, error) {
	var out []expr.Assign
	for _, e := range d.Items() {
		as, err := l.assignKey(e[0])
		if err != nil {
			return nil, err
		}
		if c := l.columnOf(e[0]); c != nil && c.table != nil && expr.FromKey(self) != expr.FromKey(c.table.from) {
			if _, isTable := self.(*expr.Table); isTable {
				as = expr.Assign{Target: c.node}
			}
		}
		if as.Value, err = l.assigned(e[1]); err != nil {
			return nil, err
		}
		out = append(out, as)
	}
	return out, nil
}

// assigned converts the value of an assignment.
func (l *Library) assigned(v pyrt.Value) (expr.Expr, error) {
	if s := stmtOf(v); s != nil {
		if q, ok := s.stmt.(expr.Query); ok {
			return l.scalarOf(q), nil
		}
	}
	return l.operand(v)
}

// positional converts a tuple of values in the order of the table's columns.
func (l *Library) positional(vs []pyrt.Value, from expr.From) ([]expr.Assign, error) {
	var out []expr.Assign
	cols := expr.ColumnsOf(from)
	for i, v := range vs {
		if i >= len(cols) {
			break
		}
		x, err := l.assigned(v)
		if err != nil {
			return nil, err
		}
		key := cols[i].Key
		if key == "" {
			key = cols[i].Name
		}
		out = append(out, expr.Assign{Column: key, Value: x})
	}
	return out, nil
}

// rowOf converts one row: a dict, or a tuple by position.
func (l *Library) rowOf(v pyrt.Value, from expr.From) ([]expr.Assign, error) {
	if d, ok := pyrt.AsDict(v); ok {
		return l.assignments(d, from)
	}
	vs, err := pyrt.Collect(l.thread, v)
	if err != nil {
		return nil, err
	}
	return l.positional(vs, from)
}

// mergeAssigns lets later values replace earlier ones of the same column.
func mergeAssigns(old, more []expr.Assign) []expr.Assign {
	out := appendTo(old)
next:
	for _, m := range more {
		for i := range out {
			if m.Column != "" && out[i].Column == m.Column {
				out = append([]expr.Assign(nil), out...)
				out[i] = m
				continue next
			}
		}
		out = append(out, m)
	}
	return out
}

// valuesMethod is insert.values() and update.values().
func valuesMethod(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	st := stmtOf(a[0])
	args := l.items(a[1])
	kw := a[2].(*pyrt.Dict)
	switch x := st.stmt.(type) {
	case *expr.Insert:
		c := *x
		if err := l.insertValues(t, &c, args, kw); err != nil {
			return nil, err
		}
		return rewrap(a[0], &c), nil
	case *expr.Update:
		c := *x
		row, err := l.updateRow(args, kw, c.Table)
		if err != nil {
			return nil, err
		}
		c.Values = mergeAssigns(c.Values, row)
		return rewrap(a[0], &c), nil
	}
	return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute 'values'", a[0].Type().Name)
}

func (l *Library) updateRow(args []pyrt.Value, kw *pyrt.Dict, from expr.From) ([]expr.Assign, error) {
	row, err := l.assignments(kw, from)
	if err != nil || len(args) == 0 {
		return row, err
	}
	if len(args) > 1 {
		return nil, l.errorf("ArgumentError", "Only a single dictionary/tuple or list of dictionaries/tuples is accepted positionally.")
	}
	if d, ok := pyrt.AsDict(args[0]); ok {
		more, err := l.assignments(d, from)
		return append(more, row...), err
	}
	more, err := l.rowOf(args[0], from)
	return append(more, row...), err
}

func (l *Library) insertValues(t *pyrt.Thread, c *expr.Insert, args []pyrt.Value, kw *pyrt.Dict) error {
	if c.Select != nil {
		return l.errorf("InvalidRequestError", "This construct already inserts from a SELECT")
	}
	if len(args) > 1 {
		return l.errorf("ArgumentError", "Only a single dictionary/tuple or list of dictionaries/tuples is accepted positionally.")
	}
	if len(args) == 1 {
		if items := l.items(args[0]); len(items) > 0 && isRow(items[0]) {
			if kw.Size() > 0 {
				return l.errorf("ArgumentError", "Can't pass positional and kwargs to values() simultaneously")
			}
			c.Rows = appendTo(c.Rows)
			for _, it := range items {
				row, err := l.rowOf(it, c.Table)
				if err != nil {
					return err
				}
				c.Rows = append(c.Rows, row)
			}
			return nil
		}
	}
	row, err := l.updateRow(args, kw, c.Table)
	if err != nil {
		return err
	}
	c.Values = mergeAssigns(c.Values, row)
	if c.Values == nil {
		c.Values = []expr.Assign{}
	}
	return nil
}

func isRow(v pyrt.Value) bool {
	switch pyrt.Underlying(v).(type) {
	case *pyrt.Dict, *pyrt.List, *pyrt.Tuple:
		return true
	}
	return false
}

// returningMethod is returning(*columns).
func returningMethod(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	cols, err := l.selectColumns(l.items(a[1]))
	if err != nil {
		return nil, err
	}
	o := (*pyrt.Object)(nil)
	switch x := stmtOf(a[0]).stmt.(type) {
	case *expr.Insert:
		c := *x
		c.Returning = appendTo(c.Returning, cols...)
		o = rewrap(a[0], &c)
	case *expr.Update:
		c := *x
		c.Returning = appendTo(c.Returning, cols...)
		o = rewrap(a[0], &c)
	case *expr.Delete:
		c := *x
		c.Returning = appendTo(c.Returning, cols...)
		o = rewrap(a[0], &c)
	default:
		return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute 'returning'", a[0].Type().Name)
	}
	o.Native.(*statement).entities = l.items(a[1])
	return o, nil
}

// dmlWhere is where(*conditions) of UPDATE and DELETE.
func dmlWhere(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	xs, err := l.conditions(l.items(a[1]))
	if err != nil {
		return nil, err
	}
	return l.dmlWheres(a[0], xs)
}

func (l *Library) dmlWheres(self pyrt.Value, xs []expr.Expr) (pyrt.Value, error) {
	switch x := stmtOf(self).stmt.(type) {
	case *expr.Update:
		c := *x
		c.Wheres = appendTo(c.Wheres, xs...)
		return rewrap(self, &c), nil
	case *expr.Delete:
		c := *x
		c.Wheres = appendTo(c.Wheres, xs...)
		return rewrap(self, &c), nil
	}
	return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute 'where'", self.Type().Name)
}

func dmlFilterBy(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	var from expr.From
	switch x := stmtOf(a[0]).stmt.(type) {
	case *expr.Update:
		from = x.Table
	case *expr.Delete:
		from = x.Table
	}
	var xs []expr.Expr
	for _, k := range keywords(a[1]) {
		c := findColumn(from, k.Name)
		if c == nil {
			return nil, l.errorf("InvalidRequestError", "Entity namespace for \"%s\" has no property \"%s\"", expr.FromName(from), k.Name)
		}
		y, err := l.operand(k.Value)
		if err != nil {
			return nil, err
		}
		x, err := expr.Operate(expr.OpEq, c, y)
		if err != nil {
			return nil, l.Raise(err)
		}
		xs = append(xs, x)
	}
	return l.dmlWheres(a[0], xs)
}

// fromSelect is insert.from_select(names, select, include_defaults).
func fromSelect(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, ok := stmtOf(a[0]).stmt.(*expr.Insert)
	if !ok {
		return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute 'from_select'", a[0].Type().Name)
	}
	names, err := pyrt.Collect(t, a[1])
	if err != nil {
		return nil, err
	}
	c := *x
	if c.SelectNames, err = l.columnKeys(names); err != nil {
		return nil, err
	}
	if c.Select, err = l.queryOf(a[2]); err != nil {
		return nil, err
	}
	c.SelectDefaults = tri(a[3]) == schema.Yes
	return rewrap(a[0], &c), nil
}

// dmlCopy applies a change to a copy of an INSERT, UPDATE or DELETE.
func dmlCopy(self pyrt.Value, ins func(*expr.Insert), upd func(*expr.Update), del func(*expr.Delete)) (pyrt.Value, error) {
	switch x := stmtOf(self).stmt.(type) {
	case *expr.Insert:
		c := *x
		ins(&c)
		return rewrap(self, &c), nil
	case *expr.Update:
		c := *x
		upd(&c)
		return rewrap(self, &c), nil
	case *expr.Delete:
		c := *x
		del(&c)
		return rewrap(self, &c), nil
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "an INSERT, UPDATE or DELETE is expected")
}

// dmlMembers is the namespace of UpdateBase.
func dmlMembers(l *Library) []pyrt.Member {
	return append([]pyrt.Member{
		l.method("values(self, *args, **kwargs)", valuesMethod),
		l.method("returning(self, *cols, sort_by_parameter_order=False)", returningMethod),
		l.method("where(self, *whereclause)", dmlWhere),
		l.method("filter(self, *whereclause)", dmlWhere),
		l.method("filter_by(self, **kwargs)", dmlFilterBy),
		l.method("from_select(self, names, select, include_defaults=True)", fromSelect),
		l.method("inline(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return dmlCopy(a[0], func(x *expr.Insert) { x.Inline = true }, func(x *expr.Update) { x.Inline = true }, func(*expr.Delete) {})
		}),
		l.method("return_defaults(self, *cols, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return dmlCopy(a[0], func(x *expr.Insert) { x.ReturnDefaults = true }, func(*expr.Update) {}, func(*expr.Delete) {})
		}),
		l.method("ext(self, extension)", dmlExtension),
		l.method("ordered_values(self, *args)", orderedValues),
		l.method("prefix_with(self, *prefixes, dialect='*')", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			ps, err := l.prefixes(a[1], a[2])
			if err != nil {
				return nil, err
			}
			return dmlCopy(a[0], func(x *expr.Insert) { x.Prefixes = appendTo(x.Prefixes, ps...) },
				func(x *expr.Update) { x.Prefixes = appendTo(x.Prefixes, ps...) }, func(x *expr.Delete) { x.Prefixes = appendTo(x.Prefixes, ps...) })
		}),
		l.method("with_hint(self, text, selectable=None, dialect_name='*')", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			h, err := l.hint(a[2], a[1], a[3])
			if err != nil {
				return nil, l.roleError(a[2], "subject table for an INSERT, UPDATE or DELETE")
			}
			return dmlCopy(a[0], func(x *expr.Insert) { x.Hints = appendTo(x.Hints, h) },
				func(x *expr.Update) { x.Hints = appendTo(x.Hints, h) }, func(x *expr.Delete) { x.Hints = appendTo(x.Hints, h) })
		}),
	}, dmlMembersRest(l)...)
}

// dmlMembersRest is the second half of dmlMembers.
func dmlMembersRest(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.method("with_dialect_options(self, **opt)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			o, err := l.options(keywords(a[1]))
			if err != nil {
				return nil, err
			}
			return dmlCopy(a[0], func(*expr.Insert) {}, func(x *expr.Update) { x.Options = appendTo(x.Options, o...) },
				func(x *expr.Delete) { x.Options = appendTo(x.Options, o...) })
		}),
		l.method("add_cte(self, *ctes, nest_here=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			cs, err := l.ctesOf(l.items(a[1]), a[2])
			if err != nil {
				return nil, err
			}
			return dmlCopy(a[0], func(x *expr.Insert) { x.CTEs = appendTo(x.CTEs, cs...) },
				func(x *expr.Update) { x.CTEs = appendTo(x.CTEs, cs...) }, func(x *expr.Delete) { x.CTEs = appendTo(x.CTEs, cs...) })
		}),
		l.method("cte(self, name=None, recursive=False, nesting=False)", cteOf),
		l.method("execution_options(self, **kw)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("options(self, *options)", withOptions),
		l.getter("table", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			switch x := stmtOf(self).stmt.(type) {
			case *expr.Insert:
				return l.wrapFrom(x.Table), nil
			case *expr.Update:
				return l.wrapFrom(x.Table), nil
			case *expr.Delete:
				return l.wrapFrom(x.Table), nil
			}
			return pyrt.None, nil
		}),
		l.getter("exported_columns", selectedColumns),
		l.method("__bool__(self)", boolOfElement),
	}
}

func orderedValues(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, ok := stmtOf(a[0]).stmt.(*expr.Update)
	if !ok {
		return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute 'ordered_values'", a[0].Type().Name)
	}
	c := *x
	c.Ordered, c.Values = true, nil
	for _, it := range l.items(a[1]) {
		pair := l.items(it)
		if len(pair) != 2 {
			return nil, pyrt.Errorf(pyrt.ValueError, "ordered_values() takes pairs")
		}
		as, err := l.assignKey(pair[0])
		if err != nil {
			return nil, err
		}
		if as.Value, err = l.assigned(pair[1]); err != nil {
			return nil, err
		}
		c.Values = append(c.Values, as)
	}
	return rewrap(a[0], &c), nil
}
