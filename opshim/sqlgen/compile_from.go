package sqlgen

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
)

// from renders a FROM object. It is the one switch over them.
func (c *compiler) from(f expr.From, k kw) string {
	defer c.leave()
	if !c.enter() {
		return ""
	}
	switch x := f.(type) {
	case *expr.Table:
		return c.tableFrom(x, k)
	case *expr.Alias:
		return c.aliasFrom(x, k)
	case *expr.Join:
		return c.join(x, k)
	case *expr.Subquery:
		ik := inner(k)
		ik.asFrom, ik.lateral = true, x.Lateral
		s := "(" + c.query(x.Query, ik) + ")"
		if outer, ok := k.enclosing.(*expr.Alias); ok && outer.Elem == f {
			return s
		}
		s += " AS " + c.fromIdent(f)
		if x.Lateral {
			s = "LATERAL " + s
		}
		return c.hinted(s, f, k)
	case *expr.CTE:
		return c.cte(x, k)
	case *expr.TableValued:
		return c.tableValued(x, k)
	case *expr.Values:
		return c.values(x, k)
	case *expr.TextFrom:
		return c.text(x.Text, kw{literal: k.literal})
	case *expr.ExprFrom:
		return c.expr(x.Elem, inner(k))
	case *expr.CustomFrom:
		return c.custom(x.Custom, k)
	}
	return c.fail("Unsupported", "FROM object %T", f)
}

// hinted adds with_hint texts.
func (c *compiler) hinted(s string, f expr.From, k kw) string {
	for _, h := range k.hints {
		if h.From == nil || expr.FromKey(h.From) != expr.FromKey(f) || h.Dialect != "*" && h.Dialect != "" && h.Dialect != c.d.pyName() {
			continue
		}
		text := strings.ReplaceAll(h.Text, "%(name)s", c.hintName(f))
		switch {
		case c.d.Name == "postgresql":
			if !strings.EqualFold(text, "ONLY") {
				return c.fail("CompileError", "Unrecognized hint: %s", Repr(text))
			}
			s = "ONLY " + s
		case c.d.isMySQL():
			s += " " + text
		case c.d.Name == "default_enhanced":
			s += " [" + text + "]"
		}
	}
	return s
}

func (c *compiler) tableFrom(x *expr.Table, k kw) string {
	s := c.d.TableName(x.Def.Name)
	if k.noSchema {
		s = c.d.quoteTri(x.Def.Name.Name, x.Def.Name.Quote)
	}
	if alias, ok := c.ambiguousAlias(x); ok && x.Def.Name.Schema == "" && k.enclosing == nil {
		s += " AS " + c.d.Quote(alias)
	}
	return c.hinted(s, x, k)
}

func (c *compiler) aliasFrom(x *expr.Alias, k kw) string {
	ik := k
	ik.enclosing = x
	ik.hints = nil
	if outer, ok := k.enclosing.(*expr.Alias); ok && outer.Elem == expr.From(x) && x.Sample == nil {
		return c.from(x.Elem, ik)
	}
	elem := c.from(x.Elem, ik)
	s := elem + " AS " + c.fromIdent(x)
	if x.Sample != nil {
		s += " TABLESAMPLE " + c.expr(x.Sample.Method, inner(k))
		if x.Sample.Seed != nil {
			s += " REPEATABLE (" + c.expr(x.Sample.Seed, inner(k)) + ")"
		}
	}
	return c.hinted(s, x, k)
}

func (c *compiler) join(x *expr.Join, k kw) string {
	word := " JOIN "
	switch {
	case x.Full:
		word = " FULL OUTER JOIN "
	case x.Outer:
		word = " LEFT OUTER JOIN "
	case c.d.isMySQL():
		word = " INNER JOIN "
	}
	s := c.from(x.Left, k) + word
	if _, ok := x.Right.(*expr.Join); ok {
		s += "(" + c.from(x.Right, k) + ")"
	} else {
		s += c.from(x.Right, k)
	}
	return s + " ON " + c.expr(x.On, kw{literal: k.literal, insideCTE: k.insideCTE})
}

func (c *compiler) tableValued(x *expr.TableValued, k kw) string {
	s := c.expr(x.Func, inner(k))
	if x.WithOrdinality {
		s += " WITH ORDINALITY"
	}
	s += " AS " + c.fromIdent(x)
	if x.Derived {
		var cols []string
		for _, col := range x.Columns {
			t := c.d.Quote(col.Name)
			if x.WithTypes {
				name, err := c.d.CompileType(col.Type)
				if err != nil {
					return c.failErr(err)
				}
				t += " " + name
			}
			cols = append(cols, t)
		}
		s += "(" + strings.Join(cols, ", ") + ")"
	}
	if x.Lateral {
		s = "LATERAL " + s
	}
	return s
}

func (c *compiler) valuesRows(x *expr.Values, k kw) string {
	vk := inner(k)
	vk.literal = vk.literal || x.LiteralBinds
	var rows []string
	for _, r := range x.Rows {
		var cells []string
		for i, e := range r {
			if b, ok := e.(*expr.Bind); ok && b.Fresh && i < len(x.Columns) {
				n := *b
				n.Fresh = false
				n.Type = x.Columns[i].Type
				e = &n
			}
			cells = append(cells, c.expr(e, vk))
		}
		rows = append(rows, "("+strings.Join(cells, ", ")+")")
	}
	return "VALUES " + strings.Join(rows, ", ")
}

func (c *compiler) values(x *expr.Values, k kw) string {
	for _, cte := range x.CTEs {
		c.cte(cte, kw{literal: k.literal})
	}
	v := c.valuesRows(x, k)
	lateral := ""
	if x.Lateral {
		lateral = "LATERAL "
	}
	if x.Name == "" && !x.Named {
		return lateral + "(" + v + ")"
	}
	var cols []string
	for _, col := range x.Columns {
		cols = append(cols, c.column(col, kw{noTable: true}))
	}
	return lateral + "(" + v + ") AS " + c.fromIdent(x) + " (" + strings.Join(cols, ", ") + ")"
}
