package sqlgen

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
)

// cteText is one CTE rendered so far.
type cteText struct {
	cte   *expr.CTE
	text  string
	level int
}

// cte renders a CTE where it is used and registers its text for the WITH clause.
func (c *compiler) cte(x *expr.CTE, k kw) string {
	if x.AliasOf != nil && c.restated(x) {
		return c.fromIdent(x)
	}
	if x.AliasOf != nil {
		base := x.AliasOf
		for range maxNesting {
			if base.AliasOf == nil {
				break
			}
			base = base.AliasOf
		}
		c.register(base, k)
		name := c.fromIdent(base)
		if !k.asFrom {
			return ""
		}
		return name + " AS " + c.fromIdent(x)
	}
	if len(c.stack) == 0 {
		// A CTE compiled on its own is its query.
		return c.query(x.Query, kw{literal: k.literal, insideCTE: x})
	}
	c.register(x, k)
	if !k.asFrom {
		return ""
	}
	return c.fromIdent(x)
}

// restated reports whether the CTE that is being written took the place of an
// alias, which then stands for it.
func (c *compiler) restated(x *expr.CTE) bool {
	for level := 1; level <= len(c.stack); level++ {
		if old := c.cteSeen[c.fromName(x)+"\x00"+string(rune(level))]; old != nil && old.Restates == x {
			return true
		}
	}
	return false
}

func (c *compiler) register(x *expr.CTE, k kw) {
	level := 1
	if x.Nesting {
		level = len(c.stack)
	}
	name := c.fromName(x)
	if c.nestedTwin(x, name) {
		return
	}
	key := name + "\x00" + string(rune(level))
	switch old := c.cteSeen[key]; {
	case old == x, old != nil && old.Restates == x:
		return
	case old != nil && x.Restates == old:
		c.dropCTE(old)
	case old != nil:
		c.fail("CompileError", "Multiple, unrelated CTEs found with the same name: %s", Repr(name))
		return
	}
	enter(&c.cteSeen, key, x)
	if x.Recursive && x.Query == nil {
		return
	}
	text := c.fromIdent(x)
	if v, ok := x.Query.(*expr.ValuesQuery); ok {
		var cols []string
		for _, col := range v.Values.Columns {
			cols = append(cols, c.d.quoteTri(col.Name, col.Quote))
		}
		text += "(" + strings.Join(cols, ", ") + ")"
	} else if x.Recursive {
		var cols []string
		for _, cp := range expr.Plan(cteColumns(x), cteStyle(x), true) {
			if cp.Repeated {
				continue
			}
			l := cp.Fallback
			if l.None() {
				l = expr.OwnName(cp.Elem)
			}
			cols = append(cols, c.d.Quote(c.labelText(l)))
		}
		text += "(" + strings.Join(cols, ", ") + ")"
	}
	ik := kw{literal: k.literal, insideCTE: x, asFrom: true}
	body := ""
	if len(x.Prefixes) > 0 {
		body = c.prefixes(x.Prefixes, ik)
	}
	inner := c.query(x.Query, ik)
	text += " AS " + body + "\n(" + inner + ")"
	if len(x.Suffixes) > 0 {
		text += " " + c.prefixes(x.Suffixes, ik)
	}
	c.ctes = append(c.ctes, &cteText{cte: x, text: text, level: level})
}

// nestedTwin reports whether a nesting copy of a CTE (add_cte(nest_here=True))
// stands in a statement that is still open.
func (c *compiler) nestedTwin(x *expr.CTE, name string) bool {
	if x.Nesting {
		return false
	}
	for level := 1; level <= len(c.stack); level++ {
		old := c.cteSeen[name+"\x00"+string(rune(level))]
		if old != nil && old.Nesting && old.Query == x.Query {
			return true
		}
	}
	return false
}

// cteStyle is the label style of the query inside.
func cteStyle(x *expr.CTE) string {
	q := x.Query
	for range maxNesting {
		switch s := q.(type) {
		case *expr.Select:
			return s.LabelStyle
		case *expr.Compound:
			if len(s.Queries) == 0 {
				return ""
			}
			q = s.Queries[0]
		case *expr.GroupedQuery:
			q = s.Query
		default:
			return ""
		}
	}
	return ""
}

func cteColumns(x *expr.CTE) []expr.Expr {
	q := x.Query
	for range maxNesting {
		switch s := q.(type) {
		case *expr.Select:
			return expr.SelectColumns(s.Columns)
		case *expr.Compound:
			if len(s.Queries) == 0 {
				return nil
			}
			q = s.Queries[0]
		case *expr.GroupedQuery:
			q = s.Query
		case *expr.TextSelect:
			var out []expr.Expr
			for _, col := range s.Columns {
				n := *col
				n.Table = &expr.TextFrom{Text: s.Text}
				out = append(out, &n)
			}
			return out
		default:
			return nil
		}
	}
	return nil
}

func (c *compiler) dropCTE(x *expr.CTE) {
	for i, t := range c.ctes {
		if t.cte == x {
			c.ctes = append(c.ctes[:i], c.ctes[i+1:]...)
			return
		}
	}
}

// withClause is the WITH clause of a statement at a level of the stack: all CTEs
// at the top, the nesting ones of that level below.
func (c *compiler) withClause(level int, toplevel, following bool) string {
	if len(c.ctes) == 0 || !toplevel && level <= 1 {
		return ""
	}
	var take, keep []*cteText
	for _, t := range c.ctes {
		nested := t.cte.Nesting && (t.level == level || following && t.level == level+1)
		if toplevel || nested {
			take = append(take, t)
		} else {
			keep = append(keep, t)
		}
	}
	if len(take) == 0 {
		return ""
	}
	c.ctes = keep
	word := "WITH "
	var texts []string
	for _, t := range take {
		if t.cte.Recursive {
			word = "WITH RECURSIVE "
		}
		texts = append(texts, t.text)
		for key, x := range c.cteSeen {
			if x == t.cte {
				delete(c.cteSeen, key)
			}
		}
	}
	return word + strings.Join(texts, ", \n") + "\n "
}
