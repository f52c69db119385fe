package sqlgen

import (
	"github.com/mrt-tools/mrt/opshim/expr"
)

// labelText is the text of a label in this statement.
func (c *compiler) labelText(l expr.LabelName) string {
	if l.Table != nil {
		text := c.fromName(l.Table) + "_"
		if in, ok := l.Inner.(expr.LabelName); ok {
			text += c.labelText(in)
		} else {
			text += l.Text
		}
		return c.truncate("colident", c.labelText(expr.LabelName{Text: text, Of: l.Of, N: l.N}))
	}
	if l.Of == nil {
		return l.Text
	}
	if in, ok := l.Inner.(expr.LabelName); ok {
		l.Text = c.labelText(in)
	}
	return c.truncate("colident", c.anonName(l.Of, l.Text, l.N))
}

// selectColumn renders one column of a select list or RETURNING.
func (c *compiler) selectColumn(cp expr.Planned, asFrom bool, k kw) string {
	k.inColumns = true
	if _, ok := cp.Elem.(*expr.Label); ok && cp.Required.None() {
		return c.expr(cp.Elem, k)
	}
	if l, ok := cp.Elem.(*expr.Label); ok {
		if cp.Repeated {
			k.inColumns, k.inLabel = true, true
			name := c.d.Quote(c.labelText(cp.Required))
			return c.expr(l.Elem, k) + " AS " + name
		}
		return c.expr(cp.Elem, k)
	}
	label := cp.Required
	if label.None() {
		if !c.needsLabel(cp.Elem, asFrom) {
			return c.expr(cp.Elem, k)
		}
		label = cp.Fallback
		if label.None() {
			label = expr.AnonLabel(cp.Elem)
		}
	}
	// The label takes its number before what it labels.
	name := c.labelText(label)
	quoted := c.d.Quote(name)
	if x, ok := cp.Elem.(*expr.Column); ok && x.Name == name {
		quoted = c.d.quoteTri(name, x.Quote)
	}
	k.inLabel = true
	return c.expr(cp.Elem, k) + " AS " + quoted
}

// needsLabel reports whether a column without a required label gets one.
func (c *compiler) needsLabel(e expr.Expr, asFrom bool) bool {
	switch x := e.(type) {
	case *expr.Column:
		return asFrom && !x.Literal && x.Table != nil
	case *expr.Text, *expr.TableValuedColumn, *expr.WholeRow, *expr.AllColumns:
		return false
	case *expr.Custom:
		return asFrom || x.Name == ""
	case *expr.Unary:
		if (x.Op == expr.OpIsTrue || x.Op == expr.OpIsFalse) && !c.d.nativeBoolean() {
			return true
		}
		return expr.OwnName(ungroup(x.Elem)).None() || asFrom
	}
	return true
}

func ungroup(e expr.Expr) expr.Expr {
	for range maxNesting {
		g, ok := e.(*expr.Grouping)
		if !ok {
			return e
		}
		e = g.Elem
	}
	return e
}
