package sqlgen

import (
	"regexp"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"sync"
)

// ansiWords are the known functions that are rendered by another text than their
// name.
var ansiWords = map[string]string{
	"current_date": "CURRENT_DATE", "current_time": "CURRENT_TIME", "current_timestamp": "CURRENT_TIMESTAMP",
	"current_user": "CURRENT_USER", "localtime": "LOCALTIME", "localtimestamp": "LOCALTIMESTAMP", "session_user": "SESSION_USER",
	"user": "USER", "cube": "CUBE", "rollup": "ROLLUP", "grouping_sets": "GROUPING SETS",
}

func (c *compiler) args(f *expr.Function, k kw) string {
	switch {
	case len(f.OrderBy) == 0:
	case c.d.AggregateOrder == "NONE":
		return c.fail("CompileError", "this dialect does not support ORDER BY within an aggregate function")
	case c.d.AggregateOrder == "WITHIN_GROUP":
		return "(" + c.joined(f.Args, ", ", k) + ") WITHIN GROUP (ORDER BY " + c.orderList(f.OrderBy, k) + ")"
	default:
		return "(" + c.joined(f.Args, ", ", k) + " ORDER BY " + c.orderList(f.OrderBy, k) + ")"
	}
	return "(" + c.joined(f.Args, ", ", k) + ")"
}

func (c *compiler) function(f *expr.Function, k kw) string {
	k.inOp, k.eager = false, false
	if s, ok := c.dialectFunction(f, k); ok {
		return s
	}
	name := f.Name
	word, known := ansiWords[f.Kind]
	switch {
	case known:
		name = word
	case f.Kind != "":
	case illegalChars(name) || f.Quote != schema.Unset:
		name = c.d.quoteTri(name, f.Quote)
	}
	var b strings.Builder
	for _, p := range f.Package {
		if illegalChars(p) || f.Quote != schema.Unset {
			p = c.d.Quote(p)
		}
		b.WriteString(p + ".")
	}
	b.WriteString(name)
	if !f.NoParens || len(f.Args) > 0 {
		b.WriteString(c.args(f, k))
	}
	return b.String()
}

func (c *compiler) dialectFunction(f *expr.Function, k kw) (string, bool) {
	if f.Kind == "next_value" {
		return c.nextValue(f.Sequence), true
	}
	lower := strings.ToLower(f.Name)
	if lower == "aggregate_strings" && c.d.is21() && len(f.Args) == 2 {
		return c.aggregateStrings(f, k), true
	}
	switch {
	case c.d.Name == "sqlite":
		return c.sqliteFunction(f, lower, k)
	case c.d.isMySQL():
		return c.mysqlFunction(f, lower, k)
	case c.d.Name == "postgresql":
		switch lower {
		case "aggregate_strings":
			return "string_agg" + c.args(f, kw{}), true
		case "substring":
			return c.substring(f, k)
		}
	}
	return "", false
}

// aggregateStrings is func.aggregate_strings in SQLAlchemy 2.1, where the delimiter
// is rendered when the statement is executed.
func (c *compiler) aggregateStrings(f *expr.Function, k kw) string {
	name := map[string]string{"postgresql": "string_agg", "sqlite": "group_concat", "mysql": "group_concat", "mariadb": "group_concat",
		"default_enhanced": f.Name}[c.d.Name]
	if name == "" {
		return c.fail("CompileError", "%s dialect does not support the aggregate_strings function", c.d.pyName())
	}
	text := name + "(" + c.expr(f.Args[0], k)
	dk := k
	dk.executeLit = true
	delimiter := func() string { return c.expr(f.Args[1], dk) }
	order := func() string {
		if len(f.OrderBy) == 0 {
			return ""
		}
		return " ORDER BY " + c.orderList(f.OrderBy, k)
	}
	if c.d.isMySQL() {
		return text + order() + " SEPARATOR " + delimiter() + ")"
	}
	return text + ", " + delimiter() + order() + ")"
}

func (c *compiler) sqliteFunction(f *expr.Function, lower string, k kw) (string, bool) {
	switch lower {
	case "now":
		return "CURRENT_TIMESTAMP", true
	case "localtimestamp":
		return "DATETIME(CURRENT_TIMESTAMP, 'localtime')", true
	case "char_length":
		return "length" + c.args(f, kw{}), true
	case "aggregate_strings":
		return "group_concat" + c.args(f, kw{}), true
	}
	return "", false
}

func (c *compiler) mysqlFunction(f *expr.Function, lower string, k kw) (string, bool) {
	switch lower {
	case "random":
		return "rand" + c.args(f, kw{}), true
	case "sysdate":
		return "SYSDATE()", true
	case "rollup":
		return c.joined(f.Args, ", ", k) + " WITH ROLLUP", true
	case "aggregate_strings":
		if len(f.Args) == 2 {
			return "group_concat(" + c.expr(f.Args[0], k) + " SEPARATOR " + c.expr(f.Args[1], k) + ")", true
		}
	}
	return "", false
}

func (c *compiler) substring(f *expr.Function, k kw) (string, bool) {
	if len(f.Args) < 2 {
		return "", false
	}
	s := "SUBSTRING(" + c.expr(f.Args[0], k) + " FROM " + c.expr(f.Args[1], k)
	if len(f.Args) > 2 {
		s += " FOR " + c.expr(f.Args[2], k)
	}
	return s + ")", true
}

// nextValue is the next value of a sequence.
func (c *compiler) nextValue(s *schema.Sequence) string {
	name := c.d.TableName(s.Name)
	switch {
	case c.d.Name == "postgresql":
		return "nextval('" + strings.ReplaceAll(name, "'", "''") + "')"
	case c.d.isMySQL():
		return "nextval(" + name + ")"
	case c.d.Name == "default_enhanced":
		return "<next sequence value: " + name + ">"
	}
	return c.fail("NotImplementedError", "Dialect '%s' does not support sequence increments.", c.d.pyName())
}

var collated = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(.*)( COLLATE .*)$`) })

func (c *compiler) cast(x *expr.Cast, k kw) string {
	word := "CAST"
	switch {
	case x.Try && c.d.Name != "default_enhanced":
		return c.unsupportedClass("sql.elements.TryCast")
	case x.Try:
		word = "TRY_CAST"
	case c.d.isMySQL():
		return c.mysqlCast(x, k)
	}
	t, err := c.d.CompileType(x.Type)
	if err != nil {
		return c.failErr(err)
	}
	elem := c.expr(x.Elem, castInner(x, k))
	tail := ""
	if m := collated().FindStringSubmatch(t); m != nil {
		t, tail = m[1], m[2]
	}
	return word + "(" + elem + " AS " + t + ")" + tail
}

// castInner keeps the mark of a JSON index only for the index itself.
func castInner(x *expr.Cast, k kw) kw {
	if _, ok := x.Elem.(*expr.Binary); !ok {
		k.castDone = false
	}
	k.eager = false
	return k
}

func (c *compiler) mysqlCast(x *expr.Cast, k kw) string {
	t, ok := c.mysqlCastType(x.Type)
	if !ok {
		return c.expr(expr.SelfGroup(x.Elem, expr.OpNone), k)
	}
	return "CAST(" + c.expr(x.Elem, k) + " AS " + t + ")"
}

// mysqlCastType is the type name that MySQL's CAST accepts; ok is false if there
// is none and the CAST is left out.
func (c *compiler) mysqlCastType(t schema.Type) (string, bool) {
	u, err := c.d.implType(t)
	if err != nil {
		c.failErr(err)
		return "", false
	}
	plain := func(t schema.Type) (string, bool) {
		s, err := c.d.CompileType(t)
		c.failErr(err)
		return s, true
	}
	switch expr.Affinity(u) {
	case "Interval":
		return "DATETIME", true
	case "Integer":
		if u.Unsigned {
			return "UNSIGNED INTEGER", true
		}
		return "SIGNED INTEGER", true
	case "DateTime":
		if u.Kind == "TIMESTAMP" {
			return "DATETIME", true
		}
		return plain(u)
	case "Date", "Time":
		return plain(u)
	case "Numeric":
		switch u.Kind {
		case "DECIMAL":
			return plain(u)
		case "Numeric", "NUMERIC":
			s, _ := plain(u)
			return strings.ReplaceAll(s, "NUMERIC", "DECIMAL"), true
		}
		if c.d.ServerVersion != nil && (c.d.isMariaDB() && c.d.atLeast(10, 4, 5) || !c.d.isMariaDB() && c.d.atLeast(8, 0, 17)) {
			return plain(u)
		}
		return "", false
	case "String":
		if u.Kind == "ENUM" || u.Kind == "SET" || u.Kind == "Enum" && u.Enum != nil && u.Enum.Native {
			return "", false
		}
		n := u
		n.Kind, n.Dialect, n.National = "CHAR", "mysql", false
		if u.Kind == "Text" || u.Kind == "UnicodeText" {
			n.Length = u.Length
		}
		return plain(n)
	case "_Binary":
		return "BINARY", true
	case "JSON":
		return "JSON", true
	}
	return "", false
}

// unaryWords are the texts before (operators) and after (modifiers) an operand.
var unaryWords = map[expr.Op]string{
	expr.OpNeg: "-", expr.OpExists: "EXISTS ", expr.OpDistinct: "DISTINCT ", expr.OpInv: "NOT ", expr.OpAny: "ANY ",
	expr.OpAll: "ALL ", expr.OpBitNot: "~",
	expr.OpDesc: " DESC", expr.OpAsc: " ASC", expr.OpNullsFirst: " NULLS FIRST", expr.OpNullsLast: " NULLS LAST",
}

func (c *compiler) unary(x *expr.Unary, k kw) string {
	switch x.Op {
	case expr.OpIsTrue:
		if implicitlyBoolean(x.Elem) || c.d.nativeBoolean() {
			return c.expr(x.Elem, k)
		}
		return c.expr(x.Elem, k) + " = 1"
	case expr.OpIsFalse:
		if implicitlyBoolean(x.Elem) || c.d.nativeBoolean() {
			return "NOT " + c.expr(x.Elem, k)
		}
		return c.expr(x.Elem, k) + " = 0"
	case expr.OpCustom:
		return c.percents(x.Custom.Text) + " " + c.expr(x.Elem, k)
	case expr.OpNone:
		if x.Modifier == expr.OpCustom {
			return c.expr(x.Elem, k) + " " + c.percents(x.Custom.Text)
		}
		word, ok := unaryWords[x.Modifier]
		if !ok {
			return c.unsupportedOp(x.Modifier)
		}
		return c.expr(x.Elem, k) + word
	}
	word, ok := unaryWords[x.Op]
	if !ok {
		return c.unsupportedOp(x.Op)
	}
	return word + c.expr(x.Elem, k)
}

// implicitlyBoolean reports whether an expression is a truth value by its form,
// whatever the dialect's booleans are.
func implicitlyBoolean(e expr.Expr) bool {
	switch x := e.(type) {
	case *expr.Bools, *expr.Text, *expr.Exists:
		return true
	case *expr.Binary:
		return expr.IsComparison(x.Op) || x.Op == expr.OpCustom && x.Custom.IsComparison
	case *expr.Unary:
		return x.Op == expr.OpIsTrue && implicitlyBoolean(x.Elem)
	case *expr.Grouping:
		return implicitlyBoolean(x.Elem)
	case *expr.Label:
		return implicitlyBoolean(x.Elem)
	}
	return false
}
