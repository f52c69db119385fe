package sqlgen

import (
	"fmt"

	"github.com/mrt-tools/mrt/opshim/expr"
)

// jsonItem renders a JSON index or path.
func (c *compiler) jsonItem(x *expr.Binary, k kw) (string, bool) {
	isJSON := expr.Affinity(x.Type) == "JSON"
	switch {
	case c.d.Name == "postgresql":
		return c.postgresJSON(x, isJSON, k), true
	case c.d.Name == "sqlite":
		s := "JSON_EXTRACT(" + c.expr(x.Left, k) + ", " + c.expr(x.Right, k) + ")"
		if isJSON {
			s = "JSON_QUOTE(" + s + ")"
		}
		return s, true
	case c.d.isMySQL():
		return c.mysqlJSON(x, isJSON, k), true
	case c.d.Name == "default_enhanced":
		return c.expr(x.Left, k) + "[" + c.expr(x.Right, k) + "]", true
	}
	return "", false
}

func (c *compiler) postgresJSON(x *expr.Binary, isJSON bool, k kw) string {
	cast := k.castDone
	if !cast && !isJSON {
		k.castDone = true
		return c.expr(&expr.Cast{Elem: x, Type: x.Type}, k)
	}
	k.castDone = false
	if !cast && x.Op == expr.OpJSONGetItem && expr.TypeOf(x.Left).Kind == "JSONB" && c.d.traits().subscripts {
		left := x.Left
		switch left.(type) {
		case *expr.Function, *expr.Cast:
			left = &expr.Grouping{Elem: left}
		}
		k.eager = true
		return c.expr(left, k) + "[" + c.expr(x.Right, k) + "]"
	}
	word := " -> "
	if x.Op == expr.OpJSONPathGetItem {
		word = " #> "
	}
	if cast {
		word = word[:len(word)-1] + "> "
	}
	k.eager = true
	return c.generic(x, word, k)
}

func (c *compiler) mysqlJSON(x *expr.Binary, isJSON bool, k kw) string {
	get := func() string { return "JSON_EXTRACT(" + c.expr(x.Left, k) + ", " + c.expr(x.Right, k) + ")" }
	if isJSON {
		return get()
	}
	head := "CASE " + get() + " WHEN 'null' THEN NULL "
	tail := ""
	switch expr.Affinity(x.Type) {
	case "Integer":
		tail = "ELSE CAST(" + get() + " AS SIGNED INTEGER)"
	case "Numeric":
		if x.Type.Scale != nil && x.Type.Precision != nil {
			tail = fmt.Sprintf("ELSE CAST(%s AS DECIMAL(%d, %d))", get(), *x.Type.Precision, *x.Type.Scale)
		} else {
			tail = "ELSE " + get() + "+0.0000000000000000000000"
		}
	case "Boolean":
		tail = "WHEN true THEN true ELSE false"
	case "String":
		tail = "ELSE JSON_UNQUOTE(" + get() + ")"
	default:
		tail = "ELSE " + get()
	}
	return head + tail + " END"
}
