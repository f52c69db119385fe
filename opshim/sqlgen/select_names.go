package sqlgen

import (
	"github.com/mrt-tools/mrt/opshim/expr"
)

// labelled is a label that a column may get: a fixed text, or (of set) an
// anonymous one with text as its stem.
type labelled struct {
	text string
	of   any
	n    int
}

func (l labelled) none() bool { return l.text == "" && l.of == nil }

func (c *compiler) labelText(l labelled) string {
	if l.of == nil {
		return l.text
	}
	return c.truncate("colident", c.anonName(l.of, l.text, l.n))
}

// columnPlan is one column of a select list with the labels chosen for it.
type columnPlan struct {
	elem     expr.Expr
	required labelled
	fallback labelled
	repeated bool
}

// colIdent is the identity of a column expression.
type colIdent struct {
	from any
	name string
}

func identOf(e expr.Expr) any {
	if x, ok := e.(*expr.Column); ok && x.Table != nil && !x.Anon {
		return colIdent{expr.FromKey(x.Table), x.Name}
	}
	return e
}

// ownName is the name of a column or label; none for other expressions.
func ownName(e expr.Expr) labelled {
	switch x := e.(type) {
	case *expr.Column:
		if x.Anon {
			return labelled{text: x.Name, of: x.AnonOf}
		}
		return labelled{text: x.Name}
	case *expr.Label:
		if x.Name == "" {
			return labelled{text: labelStem(x), of: x}
		}
		return labelled{text: x.Name}
	case *expr.TableValuedColumn:
		return labelled{text: expr.FromName(x.From)}
	}
	return labelled{}
}

func labelStem(x *expr.Label) string {
	if x.Stem != "" {
		return x.Stem
	}
	return "anon"
}

// anonLabel is the anonymous label of an expression.
func anonLabel(e expr.Expr) labelled {
	switch x := e.(type) {
	case *expr.Column:
		return labelled{text: x.Name, of: identOf(e)}
	case *expr.Function:
		return labelled{text: x.Name, of: e}
	case *expr.Cast:
		return wrapped(e, x.Elem)
	case *expr.TypeCoerce:
		return wrapped(e, x.Elem)
	case *expr.Unary:
		if x.Op == expr.OpIsTrue || x.Op == expr.OpIsFalse {
			return wrapped(e, x.Elem)
		}
	}
	return labelled{text: "anon", of: e}
}

// wrapped is the label of an expression that stands for the column inside it.
func wrapped(e, inner expr.Expr) labelled {
	if _, ok := inner.(*expr.Text); ok {
		return labelled{text: "anon", of: e}
	}
	if n := ownName(inner); !n.none() {
		return n
	}
	return anonLabel(inner)
}

// repeatLabel is the label of a column that occurs again.
func repeatLabel(e expr.Expr, n int) labelled {
	switch x := e.(type) {
	case *expr.Column:
		return labelled{text: x.Name + "_", of: identOf(e), n: n}
	case *expr.Label:
		return labelled{text: x.Name + "_", of: e, n: n}
	case *expr.Function:
		return labelled{text: x.Name + "_", of: e, n: n}
	case *expr.Cast:
		if o := ownName(x.Elem); !o.none() {
			return labelled{text: o.text + "_", of: e, n: n}
		}
	case *expr.TypeCoerce:
		if o := ownName(x.Elem); !o.none() {
			return labelled{text: o.text + "_", of: e, n: n}
		}
	}
	return labelled{text: "anon_", of: e, n: n}
}

// planner chooses labels for the columns of a select.
type planner struct {
	style  string
	names  map[labelled]any
	dedupe int
}

func planColumns(cols []expr.Expr, style string) []columnPlan {
	p := &planner{style: style, names: map[labelled]any{}, dedupe: 1}
	out := make([]columnPlan, len(cols))
	for i, e := range cols {
		out[i] = p.plan(e)
	}
	return out
}

func (p *planner) plan(e expr.Expr) columnPlan {
	cp := columnPlan{elem: e}
	switch x := e.(type) {
	case *expr.Text:
		return cp
	case *expr.Column:
		if x.Table == nil {
			return cp
		}
	}
	own := ownName(e)
	if p.style == "none" {
		cp.fallback = own
		if own.none() {
			cp.fallback = anonLabel(e)
		}
		return cp
	}
	effective := own
	if p.style == "tablename_plus_col" {
		if x, ok := e.(*expr.Column); ok && !x.Anon && !x.Literal {
			effective = labelled{text: expr.TableLabel(x)}
		}
		cp.required = effective
	}
	cp.fallback = effective
	if effective.none() {
		a := anonLabel(e)
		_, cp.repeated = p.names[a]
		p.names[a] = identOf(e)
		cp.fallback = a
		if cp.repeated {
			cp.fallback = p.again(e)
		}
		return cp
	}
	p.dedupeNamed(&cp, effective)
	return cp
}

func (p *planner) again(e expr.Expr) labelled {
	n := p.dedupe
	p.dedupe++
	if x, ok := e.(*expr.Column); ok && p.style == "tablename_plus_col" {
		return labelled{text: expr.TableLabel(x) + "_", of: identOf(e), n: n}
	}
	return repeatLabel(e, n)
}

// dedupeNamed handles a column whose name was seen already.
func (p *planner) dedupeNamed(cp *columnPlan, effective labelled) {
	old, seen := p.names[effective]
	id := identOf(cp.elem)
	switch {
	case !seen:
		p.names[effective] = id
	case old != id:
		a := anonLabel(cp.elem)
		if x, ok := cp.elem.(*expr.Column); ok && p.style == "tablename_plus_col" {
			a = labelled{text: expr.TableLabel(x), of: id}
		}
		cp.required, cp.fallback = a, a
		if _, again := p.names[a]; again {
			cp.required = p.again(cp.elem)
			cp.fallback = cp.required
			cp.repeated = true
		} else {
			p.names[a] = id
		}
	default:
		cp.required = p.again(cp.elem)
		cp.fallback = cp.required
		cp.repeated = true
	}
}

// selectColumn renders one column of a select list or RETURNING.
func (c *compiler) selectColumn(cp columnPlan, asFrom bool, k kw) string {
	k.inColumns = true
	if _, ok := cp.elem.(*expr.Label); ok && cp.required.none() {
		return c.expr(cp.elem, k)
	}
	if l, ok := cp.elem.(*expr.Label); ok {
		if cp.repeated {
			k.inColumns, k.inLabel = true, true
			return c.expr(l.Elem, k) + " AS " + c.d.Quote(c.labelText(cp.required))
		}
		return c.expr(cp.elem, k)
	}
	label := cp.required
	if label.none() {
		if !c.needsLabel(cp.elem, asFrom) {
			return c.expr(cp.elem, k)
		}
		label = cp.fallback
		if label.none() {
			label = anonLabel(cp.elem)
		}
	}
	k.inLabel = true
	s := c.expr(cp.elem, k)
	return s + " AS " + c.d.Quote(c.labelText(label))
}

// needsLabel reports whether a column without a required label gets one.
func (c *compiler) needsLabel(e expr.Expr, asFrom bool) bool {
	switch x := e.(type) {
	case *expr.Column:
		return asFrom && !x.Literal && x.Table != nil
	case *expr.Text, *expr.TableValuedColumn, *expr.WholeRow, *expr.AllColumns:
		return false
	case *expr.Unary:
		if (x.Op == expr.OpIsTrue || x.Op == expr.OpIsFalse) && !c.d.nativeBoolean() {
			return true
		}
		return ownName(ungroup(x.Elem)).none() || asFrom
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
