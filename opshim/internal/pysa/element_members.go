package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// columnElementMembers are the methods that every SQL expression has, apart from
// operators.
func columnElementMembers(l *Library) []pyrt.Member {
	m := []pyrt.Member{
		l.getter("type", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return l.typeOfElement(self.(*pyrt.Object))
		}),
		l.getter("key", func(*Library, *pyrt.Thread, pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }),
		l.getter("comparator", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return self, nil }),
		l.getter("expression", func(_ *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return self, nil }),
		l.method("label(self, name)", labelOf),
		l.method("self_group(self, against=None)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("cast(self, type_)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.castTo(a[0], a[1], false)
		}),
		l.method("in_(self, other)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return l.in(a[0], a[1], false) }),
		l.method("not_in(self, other)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return l.in(a[0], a[1], true) }),
		l.method("notin_(self, other)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return l.in(a[0], a[1], true) }),
		l.method("between(self, cleft, cright, symmetric=False)", betweenOf),
		l.method("collate(self, collation, collation_schema=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.collate(a[0], a[1], a[2])
		}),
		l.method("distinct(self)", unary(expr.Distinct)),
		l.method("any_(self)", unary(expr.AnyOf)),
		l.method("all_(self)", unary(expr.AllOf)),
		l.method("op(self, opstring, precedence=0, is_comparison=False, return_type=None, python_impl=None)", customOp),
		l.method("bool_op(self, opstring, precedence=0, python_impl=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return customOp(l, t, []pyrt.Value{a[0], a[1], a[2], pyrt.True, pyrt.None, pyrt.None})
		}),
		l.method("match(self, other, **kwargs)", matchOf),
		l.method("regexp_match(self, pattern, flags=None)", regexpMatch),
		l.method("regexp_replace(self, pattern, replacement, flags=None)", regexpReplace),
		l.getter("_proxy_key", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if key := expr.ProxyKey(l.elementOf(self)); key != "" {
				return pyrt.Str(key), nil
			}
			return pyrt.None, nil
		}),
		l.method("_ifnone(self, other)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if a[1] == pyrt.None {
				return a[0], nil
			}
			return a[1], nil
		}),
		pyrt.RawMethod("__getattr__", l.elementGetattr),
		l.method("operate(self, op, *other, **kwargs)", operateWith(false)),
		l.method("reverse_operate(self, op, other, **kwargs)", operateWith(true)),
	}
	for name, op := range map[string]expr.Op{"desc": expr.OpDesc, "asc": expr.OpAsc, "nulls_first": expr.OpNullsFirst,
		"nullsfirst": expr.OpNullsFirst, "nulls_last": expr.OpNullsLast, "nullslast": expr.OpNullsLast} {
		m = append(m, l.method(name+"(self)", unary(func(x expr.Expr) expr.Expr { return expr.Modify(x, op) })))
	}
	for _, k := range likeMethods {
		m = append(m, l.method(k.name+k.signature, likeOf(k.name, k.op)))
	}
	return m
}

var likeMethods = []struct {
	name, signature string
	op              expr.Op
}{
	{"like", "(self, other, escape=None)", expr.OpLike}, {"not_like", "(self, other, escape=None)", expr.OpNotLike},
	{"notlike", "(self, other, escape=None)", expr.OpNotLike}, {"ilike", "(self, other, escape=None)", expr.OpILike},
	{"not_ilike", "(self, other, escape=None)", expr.OpNotILike}, {"notilike", "(self, other, escape=None)", expr.OpNotILike},
	{"contains", "(self, other, **kw)", expr.OpContains}, {"startswith", "(self, other, escape=None, autoescape=False)", expr.OpStartsWith},
	{"endswith", "(self, other, escape=None, autoescape=False)", expr.OpEndsWith},
	{"icontains", "(self, other, **kw)", expr.OpIContains}, {"istartswith", "(self, other, escape=None, autoescape=False)", expr.OpIStartsWith},
	{"iendswith", "(self, other, escape=None, autoescape=False)", expr.OpIEndsWith},
}

// likeOf makes like, contains, startswith and their relatives.
func likeOf(name string, op expr.Op) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := l.operand(a[0])
		if err != nil {
			return nil, err
		}
		if name == "contains" {
			if text, ok := l.comparatorOp(x, name); ok {
				return l.comparatorCall(x, text, a[1])
			}
		}
		other, err := l.operand(a[1])
		if err != nil {
			return nil, err
		}
		esc, auto := pyrt.Value(pyrt.None), pyrt.Value(pyrt.False)
		if kw, ok := a[2].(*pyrt.Dict); ok {
			for _, k := range keywords(kw) {
				switch k.Name {
				case "escape":
					esc = k.Value
				case "autoescape":
					auto = k.Value
				}
			}
		} else {
			esc = a[2]
			if len(a) > 3 {
				auto = a[3]
			}
		}
		on, err := pyrt.Truth(t, auto)
		if err != nil {
			return nil, err
		}
		var escape *string
		if s, ok := pyrt.AsStr(esc); ok {
			escape = &s
		}
		return l.wrapped(expr.Like(op, x, other, escape, on))
	}
}

func labelOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, err := l.operand(a[0])
	if err != nil {
		return nil, err
	}
	name, _ := pyrt.AsStr(a[1])
	lb := expr.NewLabel(expr.Settle(x), name)
	lb.Quote = quoteOf(a[1])
	return l.wrap(lb), nil
}

func betweenOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	xs, err := l.operands(a[:3])
	if err != nil {
		return nil, err
	}
	sym, err := pyrt.Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	return l.wrap(expr.Between(expr.OpBetween, expr.Settle(xs[0]), nullable(xs[1]), nullable(xs[2]), sym)), nil
}

// nullable turns a plain None into NULL, as comparison operands are.
func nullable(x expr.Expr) expr.Expr {
	if b, ok := x.(*expr.Bind); ok && b.Fresh && b.Value == nil {
		return &expr.Null{}
	}
	return x
}

func (l *Library) collate(v, name, in pyrt.Value) (pyrt.Value, error) {
	x, err := l.operand(v)
	if err != nil {
		return nil, err
	}
	s, ok := pyrt.AsStr(name)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "a collation name is a string")
	}
	namespace, _ := pyrt.AsStr(in)
	return l.wrap(expr.Collate(expr.Settle(x), s, namespace)), nil
}

func (l *Library) castTo(v, typ pyrt.Value, try bool) (pyrt.Value, error) {
	ty, err := l.TypeOf(typ)
	if err != nil {
		return nil, err
	}
	x, err := l.operand(v)
	if err != nil {
		return nil, err
	}
	return l.withType(l.wrap(expr.NewCast(x, ty, try)), typ)
}

// withType remembers the Python type object of a new element.
func (l *Library) withType(o *pyrt.Object, typ pyrt.Value) (pyrt.Value, error) {
	if el, ok := o.Native.(*element); ok && l.isType(typ) {
		el.typ = typ.(*pyrt.Object)
	}
	return o, nil
}

// customOp is e.op("->>")(other): it returns the function that takes other.
func customOp(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	text, ok := pyrt.AsStr(a[1])
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "an operator is a string")
	}
	c := &expr.CustomOp{Text: text}
	if n, ok := pyrt.AsInt(a[2]); ok {
		c.Precedence = int(n)
	}
	var err error
	if c.IsComparison, err = pyrt.Truth(t, a[3]); err != nil {
		return nil, err
	}
	if a[4] != pyrt.None {
		ty, err := l.TypeOf(a[4])
		if err != nil {
			return nil, err
		}
		c.ReturnType = &ty
	}
	self := a[0]
	return pyrt.NewBuiltin("against(other)", func(t *pyrt.Thread, b []pyrt.Value) (pyrt.Value, error) {
		xs, err := l.operands([]pyrt.Value{self, b[0]})
		if err != nil {
			return nil, err
		}
		return l.wrapped(expr.OperateCustom(c, xs[0], xs[1]))
	}), nil
}

func matchOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	xs, err := l.operands(a[:2])
	if err != nil {
		return nil, err
	}
	opts, err := l.options(keywords(a[2]))
	if err != nil {
		return nil, err
	}
	return l.wrap(expr.Match(xs[0], xs[1], opts)), nil
}

// flagsOf is the flags argument of the regular expression operators.
func (l *Library) flagsOf(v pyrt.Value) (expr.Expr, error) {
	if v == pyrt.None {
		return nil, nil
	}
	return l.operand(v)
}

func regexpMatch(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	xs, err := l.operands(a[:2])
	if err != nil {
		return nil, err
	}
	f, err := l.flagsOf(a[2])
	if err != nil {
		return nil, err
	}
	return l.wrap(expr.RegexpMatch(xs[0], xs[1], f)), nil
}

func regexpReplace(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	xs, err := l.operands(a[:3])
	if err != nil {
		return nil, err
	}
	f, err := l.flagsOf(a[3])
	if err != nil {
		return nil, err
	}
	return l.wrap(expr.RegexpReplace(xs[0], xs[1], xs[2], f)), nil
}

// in is in_ and not_in.
func (l *Library) in(self, other pyrt.Value, negate bool) (pyrt.Value, error) {
	x, err := l.operand(self)
	if err != nil {
		return nil, err
	}
	if o, ok := other.(*pyrt.Object); ok {
		if tb, ok := o.Native.(*table); ok {
			return l.wrap(expr.InExpr(x, l.scalarOf(l.selectAll(tb.from)), negate)), nil
		}
		if fo, ok := o.Native.(*fromObject); ok {
			return l.wrap(expr.InExpr(x, l.scalarOf(l.selectAll(fo.from)), negate)), nil
		}
	}
	switch r := l.elementOf(other).(type) {
	case nil:
	case *expr.Bind:
		return l.wrap(expr.InBind(x, r, negate)), nil
	case *expr.List:
		return l.wrap(expr.In(x, r.Elems, negate)), nil
	default:
		return l.wrap(expr.InExpr(x, r, negate)), nil
	}
	if _, isText := pyrt.AsStr(other); isText || !iterableList(other) {
		r, err := pyrt.Repr(l.thread, other)
		if err != nil {
			return nil, err
		}
		return nil, l.errorf("ArgumentError", "IN expression list, SELECT construct, or bound parameter object expected, got %s.", r)
	}
	items, err := pyrt.Collect(l.thread, other)
	if err != nil {
		return nil, err
	}
	list, err := l.operands(items)
	if err != nil {
		return nil, err
	}
	return l.wrap(expr.In(x, list, negate)), nil
}

func iterableList(v pyrt.Value) bool {
	switch pyrt.Underlying(v).(type) {
	case *pyrt.List, *pyrt.Tuple, *pyrt.Set, *pyrt.Dict, *pyrt.Range:
		return true
	case pyrt.Iterable, pyrt.Iterator:
		return true
	}
	o, ok := v.(*pyrt.Object)
	return ok && o.Class.Lookup("__iter__") != nil
}

// operateWith is operate() and reverse_operate(), given an operator function of
// sqlalchemy.sql.operators or of the module operator.
func operateWith(reverse bool) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		args := []pyrt.Value{a[0]}
		if reverse {
			args = []pyrt.Value{a[2], a[0]}
		} else {
			args = append(args, l.items(a[2])...)
		}
		return pyrt.Call(t, a[1], pyrt.Positional(args...))
	}
}

// quoteOf reads the quote flag of a quoted_name.
func quoteOf(v pyrt.Value) schema.Tri {
	if o, ok := v.(*pyrt.Object); ok && o.Dict != nil {
		if q, ok := o.Dict.GetStr("quote"); ok {
			return tri(q)
		}
	}
	return schema.Unset
}
