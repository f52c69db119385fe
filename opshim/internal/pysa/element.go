package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// element is the Go payload of an SQL expression object.
type element struct {
	x expr.Expr
	// typ is the Python type object, made when it is asked for.
	typ *pyrt.Object
}

// elementClass names the class of the Python object for an expression.
func elementClass(x expr.Expr) string {
	switch e := x.(type) {
	case *expr.Column:
		if e.Def != nil {
			return "Column"
		}
		return "ColumnClause"
	case *expr.Bind:
		return "BindParameter"
	case *expr.Null:
		return "Null"
	case *expr.True:
		return "True_"
	case *expr.False:
		return "False_"
	case *expr.Text:
		return "TextClause"
	case *expr.Binary:
		return "BinaryExpression"
	case *expr.Unary:
		return "UnaryExpression"
	case *expr.Bools:
		return "BooleanClauseList"
	case *expr.Chain:
		return "ExpressionClauseList"
	case *expr.List:
		return "ClauseList"
	case *expr.Tuple:
		return "Tuple"
	case *expr.Grouping:
		return "Grouping"
	}
	return composedClass(x)
}

// composedClass is elementClass for what is made of other expressions.
func composedClass(x expr.Expr) string {
	switch e := x.(type) {
	case *expr.Function:
		return "Function"
	case *expr.Over:
		return "Over"
	case *expr.WithinGroup:
		return "WithinGroup"
	case *expr.Filter:
		return "FunctionFilter"
	case *expr.Case:
		return "Case"
	case *expr.Cast:
		if e.Try {
			return "TryCast"
		}
		return "Cast"
	case *expr.TypeCoerce:
		return "TypeCoerce"
	case *expr.Extract:
		return "Extract"
	case *expr.Exists:
		return "Exists"
	case *expr.ScalarSelect:
		return "ScalarSelect"
	case *expr.Label:
		return "Label"
	case *expr.Array:
		return "postgresql.array"
	case *expr.AggregateOrderBy:
		return "postgresql.aggregate_order_by"
	case *expr.Collation:
		return "CollationClause"
	case *expr.TableValuedColumn:
		return "TableValuedColumn"
	}
	return "ColumnElement"
}

// wrap makes the Python object of an expression. A column of a known table is
// that table's Column object.
func (l *Library) wrap(x expr.Expr) *pyrt.Object {
	if c, ok := x.(*expr.Column); ok && c.Def != nil {
		if t, ok := c.Table.(*expr.Table); ok {
			if tb := l.tableObject(t.Def); tb != nil {
				if col := tb.column(c.Def.KeyName()); col != nil && col.def == c.Def {
					return col.obj
				}
			}
		}
	}
	if c, ok := x.(*expr.Column); ok {
		class := "ColumnClause"
		if standsForColumn(c) {
			class = "ProxyColumn"
		}
		return pyrt.NewObject(l.class(class), &element{x: x})
	}
	return pyrt.NewObject(l.class(elementClass(x)), &element{x: x})
}

// standsForColumn reports whether a column of an alias, a subquery or a CTE leads
// to a Column of a Table: it is an instance of Column then, which decides whose
// operator Python asks first.
func standsForColumn(c *expr.Column) bool {
	var e expr.Expr = c
	for range maxProxies {
		switch x := e.(type) {
		case *expr.Column:
			if x.Source == nil {
				t, ok := x.Table.(*expr.Table)
				return ok && !t.Def.Light
			}
			e = x.Source
		case *expr.Label:
			e = x.Elem
		case *expr.Grouping:
			e = x.Elem
		default:
			return false
		}
	}
	return false
}

// maxProxies limits how deep subqueries are followed to a column.
const maxProxies = 100

// wrapped is wrap for constructors that can fail.
func (l *Library) wrapped(x expr.Expr, err error) (pyrt.Value, error) {
	if err != nil {
		return nil, l.Raise(err)
	}
	return l.wrap(x), nil
}

// elementOf returns the expression that a Python object is; nil when it is none.
func (l *Library) elementOf(v pyrt.Value) expr.Expr {
	o, ok := v.(*pyrt.Object)
	if !ok {
		return l.classElement(v)
	}
	switch n := o.Native.(type) {
	case *element:
		if l.isCompiledClass(o) {
			return l.customElement(o)
		}
		return n.x
	case *column:
		return n.node
	case *statement:
		return l.queryElement(n)
	case *customState:
		return l.customElement(o)
	case *fromObject:
		if n.custom {
			return l.customElement(o)
		}
		return nil
	case *sequence:
		return &expr.Function{Name: "next_value", Kind: "next_value", Sequence: n.data, Type: schema.Type{Kind: "Integer"}}
	}
	if o.Dict != nil || o.Native == nil {
		if v := l.inspected(o); v != nil {
			return l.elementOf(v)
		}
		if f := o.Class.Lookup("__clause_element__"); f != nil {
			if v, err := pyrt.CallMethod(l.thread, o, "__clause_element__"); err == nil && v != pyrt.Value(o) {
				return l.elementOf(v)
			}
		}
	}
	return nil
}

// inspected asks the function that a script registered for a class
// (sqlalchemy.inspection._inspects); nil if there is none.
func (l *Library) inspected(o *pyrt.Object) pyrt.Value {
	f := o.Class.Lookup("__sa_inspect__")
	if f == nil {
		return nil
	}
	v, err := pyrt.CallMethod(l.thread, o, "__sa_inspect__", o)
	if err != nil || v == pyrt.Value(o) {
		return nil
	}
	return v
}

// classElement handles values that are no plain objects but have a
// __clause_element__ method (mapped attributes of the ORM).
func (l *Library) classElement(v pyrt.Value) expr.Expr {
	if v == nil {
		return nil
	}
	switch v.(type) {
	case pyrt.Str, pyrt.Int, pyrt.NoneKind, pyrt.Bool, pyrt.Float, *pyrt.List, *pyrt.Tuple, *pyrt.Dict, *pyrt.Type, pyrt.Bytes:
		return nil
	}
	f, err := pyrt.LookupAttr(l.thread, v, "__clause_element__")
	if err != nil || f == nil {
		return nil
	}
	r, err := pyrt.Call(l.thread, f, pyrt.Args{})
	if err != nil {
		return nil
	}
	return l.elementOf(r)
}

// queryElement is a statement as an operand: a scalar subquery.
func (l *Library) queryElement(s *statement) expr.Expr {
	if q, ok := s.stmt.(expr.Query); ok {
		return l.scalarOf(q)
	}
	if t, ok := s.stmt.(*expr.Text); ok {
		return t
	}
	return nil
}

func (l *Library) scalarOf(q expr.Query) *expr.ScalarSelect {
	if s, ok := q.(*expr.Select); ok && s.LabelStyle != "none" {
		c := *s
		c.LabelStyle = "none"
		q = &c
	}
	sel := &expr.ScalarSelect{Query: q}
	if cols := expr.QueryColumns(q); len(cols) > 0 {
		sel.Type = expr.TypeOf(cols[0].Elem)
	}
	return sel
}

// operand converts any Python value to an expression; plain values become fresh
// binds.
func (l *Library) operand(v pyrt.Value) (expr.Expr, error) {
	if x := l.elementOf(v); x != nil {
		return x, nil
	}
	if o, ok := v.(*pyrt.Object); ok {
		switch n := o.Native.(type) {
		case *fromObject:
			return &expr.WholeRow{From: n.from}, nil
		case *table:
			return &expr.WholeRow{From: n.from}, nil
		}
	}
	if in, ok := v.(*inertObject); ok {
		return nil, unsupported("%s", in.name)
	}
	x, err := l.FromPython(v)
	if err != nil {
		return nil, err
	}
	return expr.Value(x, l.naturalType(v, x)), nil
}

// ExprOf converts an expression object; other values become literals.
func (l *Library) ExprOf(v pyrt.Value) (expr.Expr, error) {
	x, err := l.operand(v)
	if err != nil {
		return nil, err
	}
	return expr.Settle(x), nil
}

// operands converts a list of values.
func (l *Library) operands(vs []pyrt.Value) ([]expr.Expr, error) {
	out := make([]expr.Expr, len(vs))
	for i, v := range vs {
		x, err := l.operand(v)
		if err != nil {
			return nil, err
		}
		out[i] = x
	}
	return out, nil
}

// textOrExpr is what DDL arguments accept: a string is SQL text.
func (l *Library) textOrExpr(v pyrt.Value) (expr.Expr, error) {
	if s, ok := pyrt.AsStr(v); ok {
		return &expr.Text{SQL: s}, nil
	}
	return l.ExprOf(v)
}

// columnArg is what the columns clause, WHERE, ORDER BY, … accept: expressions,
// True, False and None; not plain values.
func (l *Library) columnArg(v pyrt.Value, role string) (expr.Expr, error) {
	if x := l.elementOf(v); x != nil {
		return x, nil
	}
	if o, ok := v.(*pyrt.Object); ok {
		switch n := o.Native.(type) {
		case *fromObject:
			return &expr.AllColumns{From: n.from}, nil
		case *table:
			return &expr.AllColumns{From: n.from}, nil
		}
	}
	switch v {
	case pyrt.None:
		return &expr.Null{}, nil
	case pyrt.Value(pyrt.True):
		return &expr.True{}, nil
	case pyrt.Value(pyrt.False):
		return &expr.False{}, nil
	}
	if from, err := l.fromOfEntity(v); err != nil || from != nil {
		return &expr.AllColumns{From: from}, err
	}
	if o, ok := v.(*pyrt.Object); ok && o.Native == nil {
		if x := l.inspected(o); x != nil {
			return l.columnArg(x, role)
		}
		if o.Class.Lookup("__clause_element__") != nil {
			x, err := pyrt.CallMethod(l.thread, o, "__clause_element__")
			if err != nil {
				return nil, err
			}
			if x != v {
				return l.columnArg(x, role)
			}
		}
	}
	if role == roleColumns {
		if v == pyrt.Value(pyrt.Str("*")) {
			return &expr.Column{Name: "*", Literal: true}, nil
		}
		switch pyrt.Underlying(v).(type) {
		case pyrt.Int, pyrt.Float, *pyrt.BigInt:
			text, err := pyrt.ToStr(l.thread, v)
			return &expr.Column{Name: text, Literal: true}, err
		}
	}
	return nil, l.roleError(v, role)
}

// roleError is SQLAlchemy's complaint about an argument of the wrong kind.
func (l *Library) roleError(v pyrt.Value, role string) error {
	r, err := pyrt.Repr(l.thread, v)
	if err != nil {
		return err
	}
	extra := ""
	switch u := pyrt.Underlying(v).(type) {
	case *pyrt.List:
		if role == roleColumns && len(u.Elems) > 0 {
			if el, err := pyrt.Repr(l.thread, u.Elems[0]); err == nil {
				extra = ". Did you mean to say select(" + el + ")?"
			}
		}
	case pyrt.Str:
		switch role {
		case roleColumns:
			return l.errorf("ArgumentError", "Textual column expression %s should be explicitly declared with text(%s), or use column(%s) for more specificity", r, r, r)
		case roleWhere:
			return l.errorf("ArgumentError", "Textual SQL expression %s should be explicitly declared as text(%s)", r, r)
		}
	}
	return l.errorf("ArgumentError", "%s expected, got %s%s.", role, r, extra)
}

// The roles of arguments, in SQLAlchemy's words.
const (
	roleColumns = "Column expression, FROM clause, or other columns clause element"
	roleWhere   = "SQL expression for WHERE/HAVING role"
	roleFrom    = "FROM expression, such as a Table or alias() object"
	roleOrderBy = "SQL expression for ORDER BY role"
)

// typeOfElement is the .type of an element object.
func (l *Library) typeOfElement(o *pyrt.Object) (*pyrt.Object, error) {
	switch n := o.Native.(type) {
	case *column:
		if n.def.Type.IsNull() && len(n.fks) > 0 {
			l.settleColumn(n)
		}
		return n.typ, nil
	case *element:
		if n.typ == nil {
			t, err := l.NewType(expr.TypeOf(n.x))
			if err != nil {
				return nil, err
			}
			n.typ = t
		}
		return n.typ, nil
	}
	return l.makeTypeObject("NullType"), nil
}
