package expr

// LabelName is a label that a column may get: a fixed text, or (of set) an
// anonymous one with text as its stem.
type LabelName struct {
	Text string
	Of   any
	N    int
	// Table is an anonymous FROM object whose name stands before Text.
	Table From
	// Inner is the LabelName that stands for Text when the column's own name is made
	// up, too; nil otherwise.
	Inner any
}

// None reports whether there is no label.
func (l LabelName) None() bool { return l.Text == "" && l.Of == nil }

// Anonymous reports whether the compiler makes the text up.
func (l LabelName) Anonymous() bool { return l.Of != nil || l.Table != nil }

// Planned is one column of a select list with the labels chosen for it.
type Planned struct {
	Elem     Expr
	Required LabelName
	Fallback LabelName
	Repeated bool
}

// ColumnIdent is the identity of a column of a FROM object.
type ColumnIdent struct {
	From      any
	Name, Key string
	Nth       int
	Anon      LabelName
}

// Ident is the identity of an expression: two columns of the same name of one
// FROM object are one.
func Ident(e Expr) any {
	if b, ok := e.(*Bind); ok {
		return b.Origin()
	}
	if x, ok := e.(*Column); ok && x.Table != nil {
		key := x.Key
		if key == "" {
			key = x.Name
		}
		return ColumnIdent{FromKey(x.Table), x.Name, key, x.Nth, x.Anon}
	}
	return e
}

// OwnName is the name of a column or label; none for other expressions.
func OwnName(e Expr) LabelName {
	switch x := e.(type) {
	case *Column:
		if x.Anon.Anonymous() {
			return x.Anon
		}
		return LabelName{Text: x.Name}
	case *Label:
		if x.Name == "" {
			return LabelName{Text: labelStem(x), Of: x}
		}
		return LabelName{Text: x.Name}
	case *TableValuedColumn:
		return LabelName{Text: FromName(x.From)}
	case *Custom:
		return LabelName{Text: x.Name}
	}
	return LabelName{}
}

func labelStem(x *Label) string {
	if x.Stem != "" {
		return x.Stem
	}
	return "anon"
}

// AnonLabel is the anonymous label of an expression.
func AnonLabel(e Expr) LabelName {
	switch x := e.(type) {
	case *Column:
		if x.Anon.Anonymous() {
			return LabelName{Text: x.Anon.Text, Of: Ident(e), Inner: x.Anon}
		}
		return LabelName{Text: x.Name, Of: Ident(e)}
	case *Bind:
		return LabelName{Text: "anon", Of: x.Origin()}
	case *Function:
		return LabelName{Text: x.Name, Of: e}
	case *WithinGroup:
		if f, ok := x.Elem.(*Function); ok && x.Named {
			return LabelName{Text: f.Name, Of: e}
		}
	case *Custom:
		if x.Stem != "" {
			return LabelName{Text: x.Stem, Of: e}
		}
	case *Cast:
		return wrapped(e, x.Elem)
	case *TypeCoerce:
		return wrapped(e, x.Elem)
	case *Unary:
		if x.Op == OpIsTrue || x.Op == OpIsFalse {
			return wrapped(e, x.Elem)
		}
	}
	return LabelName{Text: "anon", Of: e}
}

// wrapped is the label of an expression that stands for the column inside it.
func wrapped(e, inner Expr) LabelName {
	if _, ok := inner.(*Text); ok {
		return LabelName{Text: "anon", Of: e}
	}
	if n := OwnName(inner); !n.None() {
		return n
	}
	return AnonLabel(inner)
}

// repeatLabel is the label of a column that occurs again.
func repeatLabel(e Expr, n int) LabelName {
	switch x := e.(type) {
	case *Column:
		return LabelName{Text: x.Name + "_", Of: Ident(e), N: n}
	case *Label:
		return LabelName{Text: x.Name + "_", Of: e, N: n}
	case *Function:
		return LabelName{Text: x.Name + "_", Of: e, N: n}
	case *Cast:
		if o := OwnName(x.Elem); !o.None() {
			return LabelName{Text: o.Text + "_", Of: e, N: n}
		}
	case *TypeCoerce:
		if o := OwnName(x.Elem); !o.None() {
			return LabelName{Text: o.Text + "_", Of: e, N: n}
		}
	case *Bind:
		return LabelName{Text: "anon_", Of: x.Origin(), N: n}
	}
	return LabelName{Text: "anon_", Of: e, N: n}
}

// planner chooses labels for the columns of a select.
type planner struct {
	style  string
	anon   bool // repeated columns get labels of their own
	names  map[LabelName]any
	dedupe int
}

// Plan chooses the labels of a select list. anonDupes also labels a column that
// occurs again, as the text of a SELECT needs it and the columns of a subquery do
// not.
func Plan(cols []Expr, style string, anonDupes bool) []Planned {
	p := &planner{style: style, anon: anonDupes, names: map[LabelName]any{}, dedupe: 1}
	out := make([]Planned, len(cols))
	for i, e := range cols {
		out[i] = p.plan(e)
	}
	return out
}

func (p *planner) plan(e Expr) Planned {
	cp := Planned{Elem: e}
	switch x := e.(type) {
	case *Text:
		return cp
	case *Column:
		if x.Table == nil {
			return cp
		}
	}
	own := OwnName(e)
	if p.style == "none" {
		cp.Fallback = own
		if own.None() {
			cp.Fallback = AnonLabel(e)
		}
		return cp
	}
	effective := own
	if p.style == "tablename_plus_col" {
		if x, ok := e.(*Column); ok && !x.Literal {
			effective = tableLabel(x)
		}
		cp.Required = effective
	}
	cp.Fallback = effective
	if effective.None() {
		a := AnonLabel(e)
		_, cp.Repeated = p.names[a]
		p.names[a] = Ident(e)
		cp.Fallback = a
		if cp.Repeated {
			cp.Fallback = p.again(e)
		}
		return cp
	}
	p.dedupeNamed(&cp, effective)
	return cp
}

func (p *planner) again(e Expr) LabelName {
	n := p.dedupe
	p.dedupe++
	if x, ok := e.(*Column); ok && p.style == "tablename_plus_col" {
		l := tableLabel(x)
		return LabelName{Text: l.Text + "_", Table: l.Table, Of: Ident(e), N: n}
	}
	return repeatLabel(e, n)
}

// dedupeNamed handles a column whose name was seen already.
func (p *planner) dedupeNamed(cp *Planned, effective LabelName) {
	old, seen := p.names[effective]
	id := Ident(cp.Elem)
	switch {
	case !seen:
		p.names[effective] = id
	case old != id:
		a := AnonLabel(cp.Elem)
		if x, ok := cp.Elem.(*Column); ok && p.style == "tablename_plus_col" {
			l := tableLabel(x)
			a = LabelName{Text: l.Text, Table: l.Table, Of: id}
		}
		cp.Required, cp.Fallback = a, a
		if _, again := p.names[a]; again && p.anon {
			cp.Required = p.again(cp.Elem)
			cp.Fallback = cp.Required
			cp.Repeated = true
		} else {
			p.names[a] = id
		}
	case p.anon:
		cp.Required = p.again(cp.Elem)
		cp.Fallback = cp.Required
		cp.Repeated = true
	}
}

// tableLabel is table_column; the name of an anonymous FROM object is left to the
// compiler.
func tableLabel(c *Column) LabelName {
	switch x := c.Table.(type) {
	case *Alias, *Subquery, *CTE, *TableValued, *Values:
		if c.Anon.Anonymous() {
			return LabelName{Text: c.Name, Table: x, Inner: c.Anon}
		}
		if FromName(x) == "" {
			return LabelName{Text: c.Name, Table: x}
		}
	}
	return LabelName{Text: TableLabel(c)}
}
