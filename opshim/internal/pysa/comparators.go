package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// A comparatorRow is a method that only expressions of some types have and that
// is one operator of the database.
type comparatorRow struct {
	name, families, text string
	precedence           int
	comparison           bool
	result               string
}

// comparatorTable lists them; families are affinities in "|a|b|" form.
var comparatorTable = []comparatorRow{
	{"contains", "|ARRAY|JSONB|HSTORE|RANGE|", "@>", 5, true, "Boolean"},
	{"contained_by", "|ARRAY|JSONB|HSTORE|RANGE|", "<@", 5, true, "Boolean"},
	{"overlap", "|ARRAY|", "&&", 5, true, "Boolean"},
	{"overlaps", "|RANGE|", "&&", 5, true, "Boolean"},
	{"has_key", "|JSONB|HSTORE|", "?", 5, true, "Boolean"},
	{"has_all", "|JSONB|HSTORE|", "?&", 5, true, "Boolean"},
	{"has_any", "|JSONB|HSTORE|", "?|", 5, true, "Boolean"},
	{"path_exists", "|JSONB|", "@?", 5, true, "Boolean"},
	{"path_match", "|JSONB|", "@@", 5, true, "Boolean"},
	{"delete_path", "|JSONB|", "#-", 15, false, "JSONB"},
	{"strictly_left_of", "|RANGE|", "<<", 5, true, "Boolean"},
	{"strictly_right_of", "|RANGE|", ">>", 5, true, "Boolean"},
	{"not_extend_right_of", "|RANGE|", "&<", 5, true, "Boolean"},
	{"not_extend_left_of", "|RANGE|", "&>", 5, true, "Boolean"},
	{"adjacent_to", "|RANGE|", "-|-", 5, true, "Boolean"},
}

// comparatorFamily names the family of a type for the table above.
func comparatorFamily(t schema.Type) string {
	if t.Kind == "TypeDecorator" && t.Impl != nil {
		t = *t.Impl
	}
	switch t.Kind {
	case "JSONB", "HSTORE", "ARRAY":
		return t.Kind
	case "INT4RANGE", "INT8RANGE", "NUMRANGE", "DATERANGE", "TSRANGE", "TSTZRANGE",
		"INT4MULTIRANGE", "INT8MULTIRANGE", "NUMMULTIRANGE", "DATEMULTIRANGE", "TSMULTIRANGE", "TSTZMULTIRANGE":
		return "RANGE"
	case "JSON":
		return "JSON"
	}
	return ""
}

// comparatorOp finds the row of a method for an expression.
func (l *Library) comparatorOp(x expr.Expr, name string) (comparatorRow, bool) {
	t := expr.TypeOf(x)
	f := comparatorFamily(t)
	if f == "" || f == "ARRAY" && t.Dialect != "postgresql" && t.Kind != "TypeDecorator" && name != "contains" {
		return comparatorRow{}, false
	}
	for _, r := range comparatorTable {
		if r.name == name && containsWord(r.families, f) {
			return r, true
		}
	}
	return comparatorRow{}, false
}

func containsWord(list, word string) bool {
	for i := 0; i+len(word)+2 <= len(list); i++ {
		if list[i] == '|' && list[i+1:i+1+len(word)] == word && list[i+1+len(word)] == '|' {
			return true
		}
	}
	return false
}

func (l *Library) comparatorCall(x expr.Expr, r comparatorRow, other pyrt.Value) (pyrt.Value, error) {
	y, err := l.operand(other)
	if err != nil {
		return nil, err
	}
	if _, isArray := x.(*expr.Array); isArray {
		if y, err = l.arrayOperand(other, y); err != nil {
			return nil, err
		}
	}
	if _, isText := pyrt.AsStr(other); isText && r.text == "?" {
		y = expr.SettleAs(y, stemName(x), schema.Type{Kind: "Text"})
	}
	if items := l.items(other); items != nil && r.name == "delete_path" {
		elems, err := l.arrayOperand(other, y)
		if err != nil {
			return nil, err
		}
		y = &expr.Cast{Elem: elems, Type: schema.Type{Kind: "ARRAY", Dialect: "postgresql", Item: &schema.Type{Kind: "TEXT"}}}
	}
	res := schema.Type{Kind: r.result}
	if r.result == "JSONB" {
		res.Dialect = "postgresql"
	}
	return l.wrapped(expr.OperateCustom(&expr.CustomOp{Text: r.text, Precedence: r.precedence, IsComparison: r.comparison,
		NaturalSelf: true, Eager: true, ReturnType: &res}, x, y))
}

func stemName(x expr.Expr) string {
	if c, ok := x.(*expr.Column); ok {
		if c.Key != "" {
			return c.Key
		}
		return c.Name
	}
	return ""
}

// elementGetattr gives the attributes that depend on the type of the expression.
func (l *Library) elementGetattr(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
	self := args.Pos[0]
	name, _ := pyrt.AsStr(args.Pos[1])
	if len(name) > 1 && name[:2] == "__" {
		return nil, noAttribute(self, name)
	}
	x := l.elementOf(self)
	if x == nil {
		return nil, noAttribute(self, name)
	}
	if r, ok := l.comparatorOp(x, name); ok {
		return pyrt.NewBuiltin(name+"(other)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.comparatorCall(x, r, a[0])
		}), nil
	}
	if v, err := l.jsonAttribute(x, name); v != nil || err != nil {
		return v, err
	}
	if v := l.hstoreMethod(x, name); v != nil {
		return v, nil
	}
	if f := comparatorFamily(expr.TypeOf(x)); f == "ARRAY" && (name == "any" || name == "all") {
		return l.arrayAny(x, name), nil
	}
	if v, err := l.userComparator(self, x, name); v != nil || err != nil {
		return v, err
	}
	return nil, pyrt.Errorf(pyrt.AttributeError, "Neither '%s' object nor 'Comparator' object has an attribute '%s'", self.Type().Name, name)
}

func noAttribute(self pyrt.Value, name string) error {
	return pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute '%s'", self.Type().Name, name)
}

// userComparator looks in comparator_factory of a type of the script's own.
func (l *Library) userComparator(self pyrt.Value, x expr.Expr, name string) (pyrt.Value, error) {
	h, ok := expr.TypeOf(x).Hook.(*typeHook)
	if !ok {
		return nil, nil
	}
	f, err := pyrt.LookupAttr(l.thread, h.obj, "comparator_factory")
	if err != nil || f == nil || f == pyrt.None {
		return nil, err
	}
	cmp, err := pyrt.Call(l.thread, f, pyrt.Positional(self))
	if err != nil {
		return nil, err
	}
	return pyrt.LookupAttr(l.thread, cmp, name)
}

// jsonAttribute is astext, as_string() and their relatives on JSON expressions.
func (l *Library) jsonAttribute(x expr.Expr, name string) (pyrt.Value, error) {
	f := comparatorFamily(expr.TypeOf(x))
	if f != "JSON" && f != "JSONB" {
		return nil, nil
	}
	b, isBinary := x.(*expr.Binary)
	if name == "astext" {
		if !isBinary {
			return nil, pyrt.Errorf(pyrt.NotImplementedError, "astext is only available on an indexed expression")
		}
		text := "->>"
		if b.Op == expr.OpJSONPathGetItem {
			text = "#>>"
		}
		ty := schema.Type{Kind: "Text"}
		return l.wrapped(expr.OperateCustom(&expr.CustomOp{Text: text, Precedence: 15, NaturalSelf: true, Eager: true, ReturnType: &ty}, b.Left, b.Right))
	}
	kinds := map[string]string{"as_string": "Unicode", "as_integer": "Integer", "as_float": "Float", "as_boolean": "Boolean", "as_json": "JSON", "as_numeric": "Numeric"}
	k, ok := kinds[name]
	if !ok {
		return nil, nil
	}
	if !isBinary {
		return nil, l.errorf("InvalidRequestError", "The JSON cast operator JSON.%s() only works with a JSON index expression e.g. col['q'].%s()", name, name)
	}
	return pyrt.NewBuiltin(name+"(precision=None, scale=None, asdecimal=True)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		n := *b
		if k != "JSON" {
			n.Type = schema.Type{Kind: k}
		}
		for i, p := range []**int{&n.Type.Precision, &n.Type.Scale} {
			if v, ok := pyrt.AsInt(a[i]); ok && k == "Numeric" {
				m := int(v)
				*p = &m
			}
		}
		return l.wrap(&n), nil
	}), nil
}

// hstoreFunctions are the methods of HSTORE expressions that call a function of
// the database, with its name and the kind of its result.
var hstoreFunctions = map[string][2]string{"keys": {"akeys", "ARRAY"}, "vals": {"avals", "ARRAY"}, "array": {"hstore_to_array", "ARRAY"},
	"matrix": {"hstore_to_matrix", "ARRAY"}, "defined": {"defined", "Boolean"}, "delete": {"delete", "HSTORE"}, "slice": {"slice", "HSTORE"}}

func (l *Library) hstoreMethod(x expr.Expr, name string) pyrt.Value {
	f, ok := hstoreFunctions[name]
	if !ok || comparatorFamily(expr.TypeOf(x)) != "HSTORE" {
		return nil
	}
	return pyrt.NewBuiltin(name+"(*args)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		args, err := l.operands(l.items(a[0]))
		if err != nil {
			return nil, err
		}
		res := schema.Type{Kind: f[1]}
		switch f[1] {
		case "ARRAY":
			res.Dialect, res.Item = "postgresql", &schema.Type{Kind: "Text"}
		case "HSTORE":
			res.Dialect = "postgresql"
		}
		return l.wrap(expr.NewFunction(nil, f[0], append([]expr.Expr{x}, args...), &res)), nil
	})
}

// arrayAny is array.any(value) and array.all(value): value = ANY (array).
func (l *Library) arrayAny(x expr.Expr, name string) pyrt.Value {
	return pyrt.NewBuiltin(name+"(other, operator=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		item := schema.Type{}
		if ty := expr.TypeOf(x); ty.Item != nil {
			item = *ty.Item
		}
		y, err := l.operand(a[0])
		if err != nil {
			return nil, err
		}
		y = expr.SettleAs(y, expr.StemOf(x), item)
		coll := expr.AnyOf(x)
		if name == "all" {
			coll = expr.AllOf(x)
		}
		if a[1] != pyrt.None {
			return pyrt.Call(t, a[1], pyrt.Positional(l.wrap(y), l.wrap(coll)))
		}
		return l.wrapped(expr.Operate(expr.OpEq, y, coll))
	})
}
