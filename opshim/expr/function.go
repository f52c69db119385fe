package expr

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// known are the functions that SQLAlchemy has classes for, with the type of
// their result ("args": that of the first argument that has one).
var known = map[string]string{
	"now": "DateTime", "concat": "String", "char_length": "Integer", "random": "", "count": "Integer",
	"coalesce": "args", "max": "args", "min": "args", "sum": "args",
	"current_date": "Date", "current_time": "Time", "current_timestamp": "DateTime", "current_user": "String",
	"localtime": "DateTime", "localtimestamp": "DateTime", "session_user": "String", "sysdate": "DateTime", "user": "String",
	"array_agg": "array", "mode": "", "percentile_cont": "", "percentile_disc": "",
	"rank": "Integer", "dense_rank": "Integer", "percent_rank": "Numeric", "cume_dist": "Numeric",
	"cube": "", "rollup": "", "grouping_sets": "", "aggregate_strings": "String", "next_value": "Integer",
}

// ansi are those written without parentheses.
var ansi = map[string]bool{
	"current_date": true, "current_time": true, "current_timestamp": true, "current_user": true,
	"localtime": true, "localtimestamp": true, "session_user": true, "sysdate": true, "user": true,
}

// NewFunction is func.name(args, type_=t). pkg are the names before it
// (func.pkg.name). Plain values among the arguments become bind parameters named
// after the function.
func NewFunction(pkg []string, name string, args []Expr, t *schema.Type) *Function {
	f := &Function{Name: name, Package: pkg}
	if res, ok := known[strings.ToLower(name)]; ok && len(pkg) == 0 {
		f.Kind = strings.ToLower(name)
		f.Name = f.Kind
		f.NoParens = ansi[f.Kind]
		if res != "" && res != "args" && res != "array" {
			f.Type = kind(res)
		}
	}
	if f.Kind == "count" && len(args) == 0 {
		args = []Expr{&Column{Name: "*", Literal: true}}
	}
	for _, a := range args {
		f.Args = append(f.Args, SelfGroup(settleAs(a, f.Name, schema.Type{}), OpComma))
	}
	switch known[f.Kind] {
	case "args":
		f.Type = firstType(f.Args)
	case "array":
		f.Type = arrayOf(f.Args)
	}
	if t != nil {
		f.Type = *t
	}
	return f
}

func firstType(args []Expr) schema.Type {
	for _, a := range args {
		if t := TypeOf(a); !t.IsNull() {
			return t
		}
	}
	return schema.Type{}
}

func arrayOf(args []Expr) schema.Type {
	t := firstType(args)
	if t.Kind == "ARRAY" {
		return t
	}
	return schema.Type{Kind: "ARRAY", Item: &t}
}

// NewCase is case(...). Plain values may stand anywhere.
func NewCase(value Expr, whens []When, els Expr) *Case {
	c := &Case{}
	if value != nil {
		c.Value = Settle(value)
	}
	for _, w := range whens {
		c.Whens = append(c.Whens, When{Cond: SelfGroup(Settle(w.Cond), OpNone), Then: Settle(w.Then)})
	}
	if els != nil {
		c.Else = Settle(els)
		c.Type = TypeOf(c.Else)
	}
	for i := len(c.Whens) - 1; i >= 0; i-- {
		if t := TypeOf(c.Whens[i].Then); !t.IsNull() {
			c.Type = t
			break
		}
	}
	return c
}

// NewCast is cast(e, t) and try_cast.
func NewCast(e Expr, t schema.Type, try bool) *Cast {
	return &Cast{Elem: settleAs(e, "", t), Type: t, Try: try}
}

// NewTypeCoerce is type_coerce(e, t).
func NewTypeCoerce(e Expr, t schema.Type) *TypeCoerce {
	return &TypeCoerce{Elem: settleAs(e, "", t), Type: t}
}

// NewLabel is e.label(name); an empty name is anonymous.
func NewLabel(e Expr, name string) *Label {
	l := &Label{Name: name, Elem: e, Type: TypeOf(e)}
	if inner, ok := e.(*Label); ok {
		l.Elem = inner.Elem
	}
	l.Elem = SelfGroup(l.Elem, OpAs)
	if name == "" {
		l.Stem = anonStem(e)
	}
	return l
}

// anonStem is the stem of the anonymous name of an expression: its own name, or
// "anon".
func anonStem(e Expr) string {
	switch x := e.(type) {
	case *Column:
		return x.Name
	case *Function:
		return x.Name
	case *Label:
		if x.Name != "" {
			return x.Name
		}
		return x.Stem
	case *Over:
		return anonStem(x.Elem)
	case *Cast:
		if s := anonStem(x.Elem); s != "anon" {
			if _, isCol := x.Elem.(*Column); isCol {
				return s
			}
		}
	}
	return "anon"
}

// NewTuple is tuple_(...), with the types of its elements.
func NewTuple(elems []Expr, types []schema.Type) *Tuple {
	t := &Tuple{}
	for i, e := range elems {
		et := schema.Type{}
		if i < len(types) {
			et = types[i]
		}
		s := settleAs(e, "", et)
		if et.IsNull() {
			et = TypeOf(s)
		}
		t.Elems = append(t.Elems, SelfGroup(s, OpComma))
		t.Types = append(t.Types, et)
	}
	return t
}

// NewArray is postgresql.array([...]).
func NewArray(elems []Expr, item *schema.Type) *Array {
	a := &Array{}
	it := schema.Type{}
	if item != nil {
		it = *item
	}
	nested := false
	for _, e := range elems {
		s := settleAs(e, "param", it)
		if inner, ok := s.(*Array); ok {
			nested = true
			s = inner
		}
		a.Elems = append(a.Elems, s)
	}
	if it.IsNull() && len(a.Elems) > 0 {
		it = TypeOf(a.Elems[0])
	}
	a.Type = schema.Type{Kind: "ARRAY", Dialect: "postgresql", Item: &it}
	if nested && it.Kind == "ARRAY" {
		n := 2
		if it.Dimensions != nil {
			n = *it.Dimensions + 1
		}
		a.Type.Item, a.Type.Dimensions = it.Item, &n
	}
	return a
}
