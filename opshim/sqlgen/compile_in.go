package sqlgen

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// literalList is the inside of an IN list with values in the text.
func (c *compiler) literalList(b *expr.Bind, v any) string {
	list, _ := v.([]any)
	if len(list) == 0 {
		return c.emptySet(b)
	}
	var parts []string
	for _, it := range list {
		if t, ok := it.([]any); ok && (b.Tuple != nil || b.Type.IsNull()) {
			parts = append(parts, c.literalTuple(t, b.Tuple))
			continue
		}
		parts = append(parts, c.literal(it, b.Type))
	}
	return c.valuesWord(b, list) + strings.Join(parts, ", ")
}

func (c *compiler) literalTuple(t []any, types []schema.Type) string {
	parts := make([]string, len(t))
	for i, x := range t {
		ty := schema.Type{}
		if i < len(types) {
			ty = types[i]
		}
		parts[i] = c.literal(x, ty)
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// valuesWord is the VALUES that SQLite wants before tuples.
func (c *compiler) valuesWord(b *expr.Bind, list []any) string {
	if _, ok := list[0].([]any); ok && (b.Tuple != nil || b.Type.IsNull()) && c.d.traits().tupleInValues {
		return "VALUES "
	}
	return ""
}

// expand gives each element of an IN list a parameter of its own.
func (c *compiler) expand(name string, b *expr.Bind) string {
	v := c.bindValue(b)
	if given, ok := c.o.Values[name]; ok {
		v = given
	}
	list, _ := v.([]any)
	if len(list) == 0 {
		return c.emptySet(b)
	}
	var parts []string
	for i, it := range list {
		if t, ok := it.([]any); ok && (b.Tuple != nil || b.Type.IsNull()) {
			inner := make([]string, len(t))
			for j, x := range t {
				inner[j] = c.expandOne(fmt.Sprintf("%s_%d_%d", name, i+1, j+1), x, b.Type)
			}
			parts = append(parts, "("+strings.Join(inner, ", ")+")")
			continue
		}
		parts = append(parts, c.expandOne(fmt.Sprintf("%s_%d", name, i+1), it, b.Type))
	}
	return c.valuesWord(b, list) + strings.Join(parts, ", ")
}

func (c *compiler) expandOne(name string, v any, t schema.Type) string {
	enter(&c.expanded, name, v)
	return c.castBind(c.placeholder(name), t)
}

// emptySet is the inside of the parentheses of an IN over nothing.
func (c *compiler) emptySet(b *expr.Bind) string {
	n := max(1, len(b.Tuple))
	if c.d.Name == "sqlite" {
		ones := strings.TrimSuffix(strings.Repeat("1, ", n), ", ")
		set := fmt.Sprintf("SELECT %s FROM (SELECT %s) WHERE 1!=1", ones, ones)
		if b.Tuple != nil && c.o.LiteralBinds {
			return "VALUES " + set
		}
		return set
	}
	nulls := "NULL"
	if n > 1 {
		nulls = "(" + strings.TrimSuffix(strings.Repeat("NULL, ", n), ", ") + ")"
	}
	switch b.ExpandOp {
	case expr.OpNotIn:
		return nulls + ") OR (1 = 1"
	case expr.OpIn:
		return nulls + ") AND (1 != 1"
	}
	return c.emptySelect(b, n)
}

func (c *compiler) emptySelect(b *expr.Bind, n int) string {
	switch {
	case c.d.Name == "postgresql":
		t := b.Type
		if t.IsNull() {
			t = schema.Type{Kind: "INTEGER"}
		}
		name, err := c.d.CompileType(t)
		if err != nil {
			return c.failErr(err)
		}
		return "SELECT CAST(NULL AS " + name + ") WHERE 1!=1"
	case c.d.isMySQL():
		var inner, outer []string
		for i := range n {
			inner = append(inner, fmt.Sprintf("1 AS _in_%d", i))
			outer = append(outer, fmt.Sprintf("_in_%d", i))
		}
		return fmt.Sprintf("SELECT %s FROM (SELECT %s) as _empty_set WHERE 1!=1", strings.Join(outer, ", "), strings.Join(inner, ", "))
	case c.d.Name == "default_enhanced":
		return "SELECT 1 WHERE 1!=1"
	}
	return c.fail("NotImplementedError", "Dialect '%s' does not support empty set expression.", c.d.pyName())
}
