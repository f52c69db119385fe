package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

type body = func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error)

// functionTable lists the functions of sqlalchemy and sqlalchemy.sql.
func functionTable() map[string]funcDef {
	out := map[string]funcDef{
		"text":           {"text(text)", textOf},
		"column":         {"column(text, type_=None, is_literal=False, _selectable=None)", lightColumn},
		"table":          {"table(name, *columns, schema=None)", lightTable},
		"literal":        {"literal(value, type_=None, literal_execute=False)", literalOf},
		"literal_column": {"literal_column(text, type_=None)", literalColumn},
		"bindparam":      {"bindparam(key, value=..., type_=None, unique=False, required=..., quote=None, _compared_to_operator=None, callable_=None, expanding=False, isoutparam=False, literal_execute=False)", bindparam},
		"outparam": {"outparam(key, type_=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("sqlalchemy.outparam")
		}},
		"null": {"null()", func(l *Library, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) { return l.wrap(&expr.Null{}), nil }},
		"true": {"true()", func(l *Library, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) { return l.wrap(&expr.True{}), nil }},
		"false": {"false()", func(l *Library, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
			return l.wrap(&expr.False{}), nil
		}},
		"and_": {"and_(*clauses)", boolOf(expr.And, false)},
		"or_":  {"or_(*clauses)", boolOf(expr.Or, true)},
		"not_": {"not_(clause)", notOf},
		"case": {"case(*whens, value=None, else_=None)", caseOf},
		"cast": {"cast(expression, type_)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.castTo(a[0], a[1], false)
		}},
		"try_cast": {"try_cast(expression, type_)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.castTo(a[0], a[1], true)
		}},
		"type_coerce": {"type_coerce(expression, type_)", typeCoerce},
		"extract":     {"extract(field, expr)", extractOf},
		"distinct":    {"distinct(expr)", unary(expr.Distinct)},
		"any_":        {"any_(expr)", unary(expr.AnyOf)},
		"all_":        {"all_(expr)", unary(expr.AllOf)},
		"bitwise_not": {"bitwise_not(expr)", unary(expr.BitNot)},
		"collate": {"collate(expression, collation, collation_schema=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.collate(a[0], a[1], a[2])
		}},
		"between": {"between(expr, lower_bound, upper_bound, symmetric=False)", betweenOf},
		"label": {"label(name, element, type_=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return labelOf(l, t, []pyrt.Value{a[1], a[0]})
		}},
		"tuple_":       {"tuple_(*clauses, types=None)", tupleOf},
		"over":         {"over(element, partition_by=None, order_by=None, rows=None, range_=None, groups=None)", overOf},
		"within_group": {"within_group(element, *order_by)", withinGroup},
		"funcfilter":   {"funcfilter(func, *criterion)", filterOf},
	}
	for _, m := range []map[string]funcDef{moreFunctions(), modifierFunctions(), statementFunctions()} {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

// modifierFunctions are those that one rule makes: the modifiers of ORDER BY and
// the compounds of SELECT.
func modifierFunctions() map[string]funcDef {
	out := map[string]funcDef{}
	for name, op := range map[string]expr.Op{"desc": expr.OpDesc, "asc": expr.OpAsc, "nulls_first": expr.OpNullsFirst,
		"nullsfirst": expr.OpNullsFirst, "nulls_last": expr.OpNullsLast, "nullslast": expr.OpNullsLast} {
		out[name] = funcDef{name + "(column)", modified(op)}
	}
	for name, kw := range map[string]string{"union": "UNION", "union_all": "UNION ALL", "except_": "EXCEPT", "except_all": "EXCEPT ALL",
		"intersect": "INTERSECT", "intersect_all": "INTERSECT ALL"} {
		out[name] = funcDef{name + "(*selects)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.compound(kw, l.items(a[0]))
		}}
	}
	return out
}

// statementFunctions are those that make statements and FROM objects, and the
// functions of dialects.
func statementFunctions() map[string]funcDef {
	return map[string]funcDef{
		"exists": {"exists(__argument=None)", existsOf},
		"select": {"select(*entities, **kw)", selectFunc},
		"values": {"values(*columns, name=None, literal_binds=False)", valuesOf},
		"insert": {"insert(table)", dmlFunc("Insert", "")},
		"update": {"update(table)", dmlFunc("Update", "")},
		"delete": {"delete(table)", dmlFunc("Delete", "")},
		"join": {"join(left, right, onclause=None, isouter=False, full=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.joinOf(a[0], a[1], a[2], tri(a[3]) == schema.Yes, tri(a[4]) == schema.Yes)
		}},
		"outerjoin": {"outerjoin(left, right, onclause=None, full=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.joinOf(a[0], a[1], a[2], true, tri(a[3]) == schema.Yes)
		}},
		"alias": {"alias(selectable, name=None, flat=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.aliasOf(a[0], a[1], tri(a[2]) == schema.Yes)
		}},
		"subquery": {"subquery(alias, *args, **kwargs)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("sqlalchemy.sql.subquery")
		}},
		"lateral": {"lateral(selectable, name=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return l.lateralOf(a[0], a[1]) }},
		"tablesample": {"tablesample(selectable, sampling, name=None, seed=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.sampleOf(a[0], a[1], a[2], a[3])
		}},
		"cte": {"cte(selectable, name=None, recursive=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return cteOf(l, t, append(append([]pyrt.Value(nil), a...), pyrt.False))
		}},
		"to_instance": {"to_instance(typeobj, *arg, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if c, ok := a[0].(*pyrt.Type); ok {
				return pyrt.Instantiate(t, c, pyrt.Args{Pos: l.items(a[1]), Kw: keywords(a[2])})
			}
			return l.toInstance(t, a[0])
		}},
		"inspect":           {"inspect(subject, raiseerr=True)", inspectFunc},
		"create_engine":     {"create_engine(url, **kwargs)", createEngine},
		"postgresql.insert": {"insert(table)", dmlFunc("Insert", "postgresql")},
		"mysql.insert":      {"insert(table)", dmlFunc("Insert", "mysql")},
		"sqlite.insert":     {"insert(table)", dmlFunc("Insert", "sqlite")},
		"mysql.match": {"match(*cols, against)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("sqlalchemy.dialects.mysql.match")
		}},
	}
}

// modified is desc("name") or desc(column): a string is a label.
func modified(op expr.Op) body {
	return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		if s, ok := pyrt.AsStr(a[0]); ok {
			return l.wrap(expr.Modify(&expr.LabelRef{Elem: &expr.Text{SQL: s}, Text: s}, op)), nil
		}
		x, err := l.columnArg(a[0], roleOrderBy)
		if err != nil {
			return nil, err
		}
		return l.wrap(expr.Modify(x, op)), nil
	}
}

func textOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	s, ok := pyrt.AsStr(a[0])
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "expected string or bytes-like object, got '%s'", a[0].Type().Name)
	}
	return l.wrap(&expr.Text{SQL: s}), nil
}

func literalOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	if l.elementOf(a[0]) != nil {
		return a[0], nil
	}
	x, err := l.FromPython(a[0])
	if err != nil {
		return nil, err
	}
	b := &expr.Bind{Value: x, HasValue: true, Unique: true, Type: l.naturalType(a[0], x), LiteralExecute: tri(a[2]) == schema.Yes}
	if a[1] != pyrt.None {
		if b.Type, err = l.TypeOf(a[1]); err != nil {
			return nil, err
		}
	}
	return l.withType(l.wrap(b), a[1])
}

func literalColumn(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	return lightColumn(l, t, []pyrt.Value{a[0], a[1], pyrt.True})
}

// boolOf is and_ and or_.
func boolOf(f func(...expr.Expr) expr.Expr, isOr bool) body {
	return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		xs, err := l.conditions(l.items(a[0]))
		if err != nil {
			return nil, err
		}
		if len(xs) == 0 {
			return l.wrap(&expr.Bools{Op: map[bool]expr.Op{true: expr.OpOr, false: expr.OpAnd}[isOr]}), nil
		}
		return l.wrap(f(xs...)), nil
	}
}

func notOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, err := l.columnArg(a[0], roleWhere)
	if err != nil {
		return nil, err
	}
	return l.wrap(expr.Not(x)), nil
}

// caseOf is case(*whens, value=, else_=); a single dictionary maps values.
func caseOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	whens := l.items(a[0])
	if len(whens) == 1 {
		if d, ok := pyrt.AsDict(whens[0]); ok {
			whens = nil
			for _, e := range d.Items() {
				whens = append(whens, pyrt.NewTuple(e[0], e[1]))
			}
		} else if _, ok := pyrt.AsList(whens[0]); ok {
			return nil, l.errorf("ArgumentError", `The "whens" argument to case(), when referring to a sequence of items, is now passed as a series of positional elements, rather than as a list. `)
		}
	}
	var list []expr.When
	for _, w := range whens {
		pair := l.items(w)
		if len(pair) != 2 {
			return nil, pyrt.Errorf(pyrt.ValueError, "not enough values to unpack (expected 2, got %d)", len(pair))
		}
		cond, err := l.operand(pair[0])
		if err != nil {
			return nil, err
		}
		if a[1] == pyrt.None {
			if _, isText := pyrt.AsStr(pair[0]); isText {
				return nil, l.roleError(pair[0], roleWhere)
			}
			cond = expr.Settle(cond)
		}
		then, err := l.operand(pair[1])
		if err != nil {
			return nil, err
		}
		list = append(list, expr.When{Cond: cond, Then: then})
	}
	var value, els expr.Expr
	var err error
	if a[1] != pyrt.None {
		if value, err = l.operand(a[1]); err != nil {
			return nil, err
		}
	}
	if a[2] != pyrt.None {
		if els, err = l.operand(a[2]); err != nil {
			return nil, err
		}
	}
	return l.wrap(expr.NewCase(value, list, els)), nil
}

func typeCoerce(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	ty, err := l.TypeOf(a[1])
	if err != nil {
		return nil, err
	}
	x, err := l.operand(a[0])
	if err != nil {
		return nil, err
	}
	return l.withType(l.wrap(expr.NewTypeCoerce(x, ty)), a[1])
}

func extractOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	field, _ := pyrt.AsStr(a[0])
	x, err := l.ExprOf(a[1])
	if err != nil {
		return nil, err
	}
	return l.wrap(&expr.Extract{Field: field, Elem: x}), nil
}

func tupleOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	xs, err := l.operands(l.items(a[0]))
	if err != nil {
		return nil, err
	}
	var types []schema.Type
	for _, v := range l.items(a[1]) {
		ty, err := l.TypeOf(v)
		if err != nil {
			return nil, err
		}
		types = append(types, ty)
	}
	return l.wrap(expr.NewTuple(xs, types)), nil
}

func existsOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	if a[0] == pyrt.None {
		return l.wrap(&expr.Exists{Query: l.scalarOf(&expr.Select{Columns: []expr.Expr{&expr.Column{Name: "*", Literal: true}}})}), nil
	}
	if o, ok := a[0].(*pyrt.Object); ok {
		if el, ok := o.Native.(*element); ok {
			if ss, ok := el.x.(*expr.ScalarSelect); ok {
				return l.wrap(&expr.Exists{Query: ss}), nil
			}
		}
	}
	if s := stmtOf(a[0]); s != nil {
		if q, ok := s.stmt.(expr.Query); ok {
			return l.wrap(&expr.Exists{Query: l.scalarOf(q)}), nil
		}
	}
	v, err := l.newSelect([]pyrt.Value{a[0]})
	if err != nil {
		return nil, err
	}
	return l.wrap(&expr.Exists{Query: l.scalarOf(stmtOf(v).stmt.(*expr.Select))}), nil
}

func selectFunc(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	for _, k := range keywords(a[1]) {
		return nil, pyrt.Errorf(pyrt.TypeError, "select() got an unexpected keyword argument '%s'", k.Name)
	}
	return l.newSelect(l.items(a[0]))
}

func valuesOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	cols, err := l.textSelectColumns(l.items(a[0]), nil)
	if err != nil {
		return nil, err
	}
	v := &expr.Values{Columns: cols, LiteralBinds: tri(a[2]) == schema.Yes}
	if s, ok := pyrt.AsStr(a[1]); ok {
		v.Name, v.Named = s, true
	}
	return l.wrapFrom(v), nil
}

// valuesMembers are the methods of Values.
func valuesMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.method("data(self, values)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			v := *a[0].(*pyrt.Object).Native.(*fromObject).from.(*expr.Values)
			rows, err := pyrt.Collect(t, a[1])
			if err != nil {
				return nil, err
			}
			v.Rows = appendTo(v.Rows)
			for _, r := range rows {
				vs, err := pyrt.Collect(t, r)
				if err != nil {
					return nil, err
				}
				xs, err := l.operands(vs)
				if err != nil {
					return nil, err
				}
				v.Rows = append(v.Rows, xs)
			}
			return l.wrapFrom(&v), nil
		}),
		l.method("scalar_values(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			v := a[0].(*pyrt.Object).Native.(*fromObject).from.(*expr.Values)
			sel := &expr.ScalarSelect{Query: &expr.ValuesQuery{Values: v}}
			if len(v.Columns) > 0 {
				sel.Type = v.Columns[0].Type
			}
			return l.wrap(sel), nil
		}),
		l.method("add_cte(self, *ctes, nest_here=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			v := *a[0].(*pyrt.Object).Native.(*fromObject).from.(*expr.Values)
			ctes, err := l.ctesOf(l.items(a[1]), a[2])
			if err != nil {
				return nil, err
			}
			v.CTEs = appendTo(v.CTEs, ctes...)
			return l.wrapFrom(&v), nil
		}),
		l.method("cte(self, name=None, recursive=False, nesting=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			v := a[0].(*pyrt.Object).Native.(*fromObject).from.(*expr.Values)
			name, _ := pyrt.AsStr(a[1])
			return l.wrapFrom(&expr.CTE{Query: &expr.ValuesQuery{Values: v}, Name: name, Quote: quoteOf(a[1]), Recursive: tri(a[2]) == schema.Yes, Nesting: tri(a[3]) == schema.Yes}), nil
		}),
	}
}
