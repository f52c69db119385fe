package sqlgen

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// infix are the operators with a text of their own between two operands.
var infix = map[expr.Op]string{
	expr.OpAnd: " AND ", expr.OpOr: " OR ", expr.OpAdd: " + ", expr.OpMul: " * ", expr.OpSub: " - ",
	expr.OpLt: " < ", expr.OpLe: " <= ", expr.OpNe: " != ", expr.OpGt: " > ", expr.OpGe: " >= ", expr.OpEq: " = ",
	expr.OpIsDistinct: " IS DISTINCT FROM ", expr.OpIsNotDistinct: " IS NOT DISTINCT FROM ", expr.OpConcat: " || ",
	expr.OpMatch: " MATCH ", expr.OpNotMatch: " NOT MATCH ", expr.OpIn: " IN ", expr.OpNotIn: " NOT IN ", expr.OpComma: ", ",
	expr.OpFrom: " FROM ", expr.OpIs: " IS ", expr.OpIsNot: " IS NOT ", expr.OpCollate: " COLLATE ",
	expr.OpBitXor: " ^ ", expr.OpBitOr: " | ", expr.OpBitAnd: " & ", expr.OpBitLShift: " << ", expr.OpBitRShift: " >> ",
}

func (c *compiler) chain(x *expr.Chain, k kw) string {
	if x.Op == expr.OpConcat && c.d.isMySQL() {
		return "concat(" + c.joined(x.Elems, ", ", k) + ")"
	}
	word, ok := infix[x.Op]
	if !ok {
		return c.fail("UnsupportedCompilationError", "Compiler %s can't render element of type <function %s at 0x0>", c.repr(), x.Op)
	}
	k.inOp = true
	return c.joined(x.Elems, word, k)
}

func (c *compiler) binary(x *expr.Binary, k kw) string {
	if x.Visit != "" && x.Visit != "symmetric" {
		return c.visitNamed(x, k)
	}
	eager := k.eager
	k.eager = false
	switch x.Op {
	case expr.OpTrueDiv:
		return c.trueDiv(x, k)
	case expr.OpFloorDiv:
		return c.floorDiv(x, k)
	case expr.OpMod:
		return c.expr(x.Left, k) + " " + c.percents("%") + " " + c.expr(x.Right, k)
	case expr.OpNotIn:
		return "(" + c.generic(x, " NOT IN ", k) + ")"
	case expr.OpNotMatch:
		y := *x
		y.Op = expr.OpMatch
		k.literal = false // SQLAlchemy does not hand literal_binds on here
		return "NOT " + c.binary(&y, k)
	case expr.OpCustom:
		if x.Custom.Text == "->" && c.d.is21() && c.d.Name == "postgresql" && expr.TypeOf(x.Left).Kind == "HSTORE" && c.d.traits().subscripts {
			return c.expr(x.Left, k) + "[" + c.expr(x.Right, k) + "]"
		}
		k.eager = x.Custom.Eager
		return c.generic(x, " "+c.percents(x.Custom.Text)+" ", k)
	case expr.OpBetween, expr.OpNotBetween:
		word := " BETWEEN "
		if x.Visit == "symmetric" {
			word = " BETWEEN SYMMETRIC "
		}
		if x.Op == expr.OpNotBetween {
			word = " NOT" + word
		}
		return c.generic(x, word, k)
	case expr.OpFuncCompare:
		return c.expr(x.Left, k)
	}
	if isLike(x.Op) {
		return c.like(x, k)
	}
	if s, ok := c.dialectBinary(x, k); ok {
		return s
	}
	word, ok := infix[x.Op]
	if !ok {
		return c.unsupportedOp(x.Op)
	}
	k.eager = eager
	return c.generic(x, word, k)
}

func (c *compiler) unsupportedOp(op expr.Op) string {
	if op == expr.OpGetItem {
		return c.unsupported("<built-in function getitem>")
	}
	return c.unsupported("<function " + string(op) + " at 0x0>")
}

// generic is "left op right"; an eager operator inside another expression gets
// parentheses.
func (c *compiler) generic(x *expr.Binary, word string, k kw) string {
	nested, eager := k.inOp, k.eager
	k.inOp = true
	s := c.expr(x.Left, k) + word + c.expr(x.Right, k)
	if nested && eager {
		return "(" + s + ")"
	}
	return s
}

func (c *compiler) trueDiv(x *expr.Binary, k kw) string {
	if c.d.Name == "sqlite" {
		return c.expr(x.Left, k) + " / (" + c.expr(x.Right, k) + " + 0.0)"
	}
	if !c.d.traits().floorDiv {
		return c.expr(x.Left, k) + " / " + c.expr(x.Right, k)
	}
	t := expr.TypeOf(x.Right)
	if expr.Affinity(t) != "Numeric" {
		t = schema.Type{Kind: "Numeric"}
	}
	return c.expr(x.Left, k) + " / " + c.expr(&expr.Cast{Elem: x.Right, Type: t}, k)
}

func (c *compiler) floorDiv(x *expr.Binary, k kw) string {
	s := c.expr(x.Left, k) + " / " + c.expr(x.Right, k)
	if c.d.traits().floorDiv && expr.Affinity(expr.TypeOf(x.Right)) == "Integer" && expr.Affinity(expr.TypeOf(x.Left)) == "Integer" {
		return s
	}
	return "FLOOR(" + s + ")"
}

func isLike(op expr.Op) bool {
	switch op {
	case expr.OpLike, expr.OpNotLike, expr.OpILike, expr.OpNotILike, expr.OpContains, expr.OpNotContains, expr.OpStartsWith,
		expr.OpNotStartsWith, expr.OpEndsWith, expr.OpNotEndsWith, expr.OpIContains, expr.OpNotIContains, expr.OpIStartsWith,
		expr.OpNotIStartsWith, expr.OpIEndsWith, expr.OpNotIEndsWith:
		return true
	}
	return false
}

// like renders LIKE and what is built on it: contains, startswith, endswith and
// the forms that ignore case.
func (c *compiler) like(x *expr.Binary, k kw) string {
	name := strings.TrimPrefix(string(x.Op), "not_")
	not := name != string(x.Op)
	fold := name[0] == 'i' && name != "in_op"
	name = strings.TrimPrefix(name, "i")
	lower := fold && c.d.Name != "postgresql"
	left := c.maybeLower(x.Left, lower, k)
	pct := c.percents("'%'")
	cat := func(parts ...string) string {
		if c.d.isMySQL() {
			return "concat(" + strings.Join(parts, ", ") + ")"
		}
		return strings.Join(parts, " || ")
	}
	if name != "like_op" && strings.HasSuffix(name, "swith_op") || name == "contains_op" {
		k.inOp = true
	}
	operand := x.Right
	switch name {
	case "contains_op", "startswith_op", "endswith_op":
		if !lower {
			operand = expr.SelfGroup(x.Right, expr.OpConcat)
		}
	}
	right := c.maybeLower(operand, lower, k)
	switch name {
	case "contains_op":
		right = cat(pct, right, pct)
	case "startswith_op":
		right = cat(right, pct)
	case "endswith_op":
		right = cat(pct, right)
	}
	word := " LIKE "
	if fold && !lower {
		word = " ILIKE "
	}
	if not {
		word = " NOT" + word
	}
	return left + word + right + c.escape(x)
}

func (c *compiler) maybeLower(e expr.Expr, lower bool, k kw) string {
	if !lower {
		return c.expr(e, k)
	}
	return "lower(" + c.expr(e, k) + ")"
}

func (c *compiler) escape(x *expr.Binary) string {
	if x.Escape == nil {
		return ""
	}
	return " ESCAPE " + c.literal(*x.Escape, schema.Type{Kind: "String"})
}

// dialectBinary renders the operators that dialects write differently; ok is
// false for those that follow the common rule.
func (c *compiler) dialectBinary(x *expr.Binary, k kw) (string, bool) {
	switch x.Op {
	case expr.OpConcat:
		if c.d.isMySQL() {
			return "concat(" + c.expr(x.Left, k) + ", " + c.expr(x.Right, k) + ")", true
		}
	case expr.OpIsDistinct, expr.OpIsNotDistinct:
		return c.distinctFrom(x, k)
	case expr.OpMatch:
		return c.match(x, k)
	case expr.OpRegexpMatch, expr.OpNotRegexpMatch:
		return c.regexpMatch(x, k), true
	case expr.OpRegexpReplace:
		return c.regexpReplace(x, k), true
	case expr.OpBitXor:
		switch c.d.Name {
		case "postgresql":
			return c.generic(x, " # ", k), true
		case "sqlite":
			k.eager = true
			return "(" + c.generic(x, " | ", k) + " - " + c.generic(x, " & ", k) + ")", true
		}
	case expr.OpGetItem:
		if c.d.Name == "postgresql" || c.d.Name == "default_enhanced" {
			return c.expr(x.Left, k) + "[" + c.expr(x.Right, k) + "]", true
		}
	case expr.OpJSONGetItem, expr.OpJSONPathGetItem:
		return c.jsonItem(x, k)
	}
	return "", false
}

func (c *compiler) distinctFrom(x *expr.Binary, k kw) (string, bool) {
	l, r := func() string { return c.expr(x.Left, kw{}) }, func() string { return c.expr(x.Right, kw{}) }
	switch {
	case c.d.Name == "sqlite" && x.Op == expr.OpIsDistinct:
		return l() + " IS NOT " + r(), true
	case c.d.Name == "sqlite":
		return l() + " IS " + r(), true
	case c.d.isMySQL() && x.Op == expr.OpIsDistinct:
		return "NOT (" + l() + " <=> " + r() + ")", true
	case c.d.isMySQL():
		return l() + " <=> " + r(), true
	}
	return "", false
}

func (c *compiler) match(x *expr.Binary, k kw) (string, bool) {
	switch {
	case c.d.Name == "postgresql":
		if cfg := x.Modifiers.Text("postgresql_regconfig"); cfg != "" {
			return fmt.Sprintf("%s @@ plainto_tsquery(%s, %s)", c.expr(x.Left, k), c.literal(cfg, schema.Type{Kind: "String"}), c.expr(x.Right, k)), true
		}
		return c.expr(x.Left, k) + " @@ plainto_tsquery(" + c.expr(x.Right, k) + ")", true
	case c.d.isMySQL():
		return c.mysqlMatch(x, k), true
	}
	return "", false
}

func (c *compiler) mysqlMatch(x *expr.Binary, k kw) string {
	boolean := x.Modifiers.Get("mysql_boolean_mode") == nil || x.Modifiers.Bool("mysql_boolean_mode")
	natural, expansion := x.Modifiers.Bool("mysql_natural_language"), x.Modifiers.Bool("mysql_query_expansion")
	if boolean && (natural || expansion) {
		return c.fail("CompileError", "Invalid MySQL match flags: in_boolean_mode=%s, in_natural_language_mode=%s, with_query_expansion=%s",
			Repr(boolean), Repr(natural), Repr(expansion))
	}
	left, right := c.expr(x.Left, k), c.expr(x.Right, k)
	if boolean {
		right += " IN BOOLEAN MODE"
	}
	if natural {
		right += " IN NATURAL LANGUAGE MODE"
	}
	if expansion {
		right += " WITH QUERY EXPANSION"
	}
	return "MATCH (" + left + ") AGAINST (" + right + ")"
}

// visitNamed renders binary constructs that are not operators.
func (c *compiler) visitNamed(x *expr.Binary, k kw) string {
	if x.Visit == "mysql_match" {
		if c.d.isMySQL() {
			return c.mysqlMatch(x, k)
		}
		return c.unsupportedClass("dialects.mysql.expression.match")
	}
	return c.fail("Unsupported", "construct %s", x.Visit)
}

func (c *compiler) regexpFlags(x *expr.Binary) (string, bool) {
	if x.Flags == nil {
		return "", false
	}
	if b, ok := x.Flags.(*expr.Bind); ok {
		if s, isText := b.Value.(string); isText {
			return c.literal(s, schema.Type{Kind: "String"}), true
		}
		if b.Value == nil {
			return "", false
		}
	}
	return c.expr(x.Flags, kw{literal: true}), true
}

func (c *compiler) regexpMatch(x *expr.Binary, k kw) string {
	flags, has := c.regexpFlags(x)
	not := x.Op == expr.OpNotRegexpMatch
	switch {
	case c.d.Name == "postgresql":
		op := "~"
		if not {
			op = "!~"
		}
		switch {
		case !has:
			return c.generic(x, " "+op+" ", k)
		case flags == "'i'":
			return c.generic(x, " "+op+"* ", k)
		}
		return fmt.Sprintf("%s %s CONCAT('(?', %s, ')', %s)", c.expr(x.Left, k), op, flags, c.expr(x.Right, k))
	case c.d.isMySQL():
		return c.mysqlRegexp(x, flags, has, not, k)
	case c.d.Name == "sqlite":
		if not {
			return c.generic(x, " NOT REGEXP ", k)
		}
		return c.generic(x, " REGEXP ", k)
	case c.d.Name == "default_enhanced":
		if not {
			return c.generic(x, " <not regexp> ", k)
		}
		return c.generic(x, " <regexp> ", k)
	}
	return c.fail("CompileError", "%s dialect does not support regular expressions", c.d.pyName())
}

func (c *compiler) mysqlRegexp(x *expr.Binary, flags string, has, not bool, k kw) string {
	word := " REGEXP "
	if not {
		word = " NOT REGEXP "
	}
	if !has {
		return c.generic(x, word, k)
	}
	if c.d.isMariaDB() {
		return c.expr(x.Left, k) + word + "CONCAT('(?', " + flags + ", ')', " + c.expr(x.Right, kw{}) + ")"
	}
	s := "REGEXP_LIKE(" + c.expr(x.Left, k) + ", " + c.expr(x.Right, k) + ", " + flags + ")"
	if not {
		return "NOT " + s
	}
	return s
}

func (c *compiler) regexpReplace(x *expr.Binary, k kw) string {
	flags, has := c.regexpFlags(x)
	switch {
	case c.d.Name == "postgresql", c.d.isMySQL():
		left := c.expr(x.Left, k)
		if has && c.d.isMariaDB() {
			if args, ok := x.Right.(*expr.Chain); ok && len(args.Elems) == 2 {
				return fmt.Sprintf("REGEXP_REPLACE(%s, CONCAT('(?', %s, ')', %s), %s)", left, flags, c.expr(args.Elems[0], kw{}), c.expr(args.Elems[1], k))
			}
		}
		s := "REGEXP_REPLACE(" + left + ", " + c.expr(x.Right, k)
		if has {
			s += ", " + flags
		}
		return s + ")"
	case c.d.Name == "default_enhanced":
		return "<regexp replace>(" + c.expr(x.Left, k) + ", " + c.expr(x.Right, k) + ")"
	}
	return c.fail("CompileError", "%s dialect does not support regular expression replacements", c.d.pyName())
}
