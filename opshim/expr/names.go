package expr

import "strconv"

// Selected is one column of a query and the name under which it is exported.
type Selected struct {
	Elem Expr
	// Name is the key by which a script finds the column.
	Name string
	// Label is the name in SQL; anonymous if Of is set.
	Label LabelName
	// Anon is true when the compiler makes the name up.
	Anon bool
}

// SelectColumns returns the columns of a select with FROM objects expanded.
func SelectColumns(cols []Expr) []Expr {
	var out []Expr
	for _, c := range cols {
		switch x := c.(type) {
		case *AllColumns:
			for _, k := range ColumnsOf(x.From) {
				out = append(out, k)
			}
		case *List:
			out = append(out, x.Elems...)
		default:
			out = append(out, c)
		}
	}
	return out
}

// QueryColumns returns what a query exports.
func QueryColumns(q Query) []Selected {
	switch x := q.(type) {
	case *Select:
		return exported(SelectColumns(x.Columns), x.LabelStyle)
	case *Compound:
		if len(x.Queries) > 0 {
			return QueryColumns(x.Queries[0])
		}
	case *GroupedQuery:
		return QueryColumns(x.Query)
	case *TextSelect:
		var out []Selected
		for _, c := range x.Columns {
			out = append(out, Selected{Elem: c, Name: c.Name, Label: LabelName{Text: c.Name}})
		}
		return out
	case *ValuesQuery:
		var out []Selected
		for _, c := range x.Values.Columns {
			out = append(out, Selected{Elem: c, Name: c.Name, Label: LabelName{Text: c.Name}})
		}
		return out
	case *Insert:
		return exported(SelectColumns(x.Returning), "")
	case *Update:
		return exported(SelectColumns(x.Returning), "")
	case *Delete:
		return exported(SelectColumns(x.Returning), "")
	}
	return nil
}

func exported(cols []Expr, style string) []Selected {
	var out []Selected
	keys := &keyNamer{style: style, seen: map[string]bool{}, numbers: map[string]int{}, made: map[any]string{}}
	for _, p := range Plan(cols, style, false) {
		if _, ok := p.Elem.(*Text); ok {
			continue
		}
		s := Selected{Elem: p.Elem, Label: p.Required}
		if s.Label.None() {
			s.Label = OwnName(p.Elem)
		}
		if s.Label.None() {
			s.Label = AnonLabel(p.Elem)
		}
		s.Name, s.Anon = keys.name(p.Elem), s.Label.Anonymous()
		out = append(out, s)
	}
	return out
}

// keyNamer gives the columns of a query their keys. A key that is taken gets a
// number, one for each column that repeats.
type keyNamer struct {
	style   string
	seen    map[string]bool
	numbers map[string]int
	made    map[any]string
}

func (k *keyNamer) name(e Expr) string {
	key := ProxyKey(e)
	if x, ok := e.(*Column); ok && k.style == "tablename_plus_col" && !x.Anon.Anonymous() && !x.Literal {
		key = tableKey(x)
	}
	if key == "" {
		key = "_no_label"
	}
	if k.style == "none" || !k.seen[key] {
		k.seen[key] = true
		return key
	}
	id := [2]any{key, Ident(e)}
	if s, ok := k.made[id]; ok {
		return s
	}
	k.numbers[key]++
	s := key + "_" + strconv.Itoa(k.numbers[key])
	k.made[id] = s
	return s
}

// tableKey is table_key.
func tableKey(c *Column) string {
	n := *c
	if n.Key != "" {
		n.Name = n.Key
	}
	return TableLabel(&n)
}

// ProxyKey is the key that an expression lends to its column, "" for none.
func ProxyKey(e Expr) string {
	switch x := e.(type) {
	case *Column:
		if x.Anon.Anonymous() {
			return ""
		}
		if x.Key != "" {
			return x.Key
		}
		return x.Name
	case *Label:
		return x.Name
	case *Function:
		return x.Name
	case *Bind:
		if x.Unique {
			return ""
		}
		return x.Name
	case *Cast:
		return ProxyKey(x.Elem)
	case *TypeCoerce:
		return ProxyKey(x.Elem)
	}
	return ""
}

// FromName is the name of a FROM object as labels use it; "" if it is anonymous
// or has none.
func FromName(f From) string {
	switch x := f.(type) {
	case *Table:
		return x.Def.Name.Name
	case *Alias:
		return x.Name
	case *Subquery:
		return x.Name
	case *CTE:
		return x.Name
	case *TableValued:
		return x.Name
	case *Values:
		return x.Name
	}
	return ""
}

// TableLabel is table_column, or schema_table_column, the label under
// LabelStyle "tablename_plus_col".
func TableLabel(c *Column) string {
	n := FromName(c.Table)
	if n == "" {
		return c.Name
	}
	if t, ok := c.Table.(*Table); ok && t.Def.Name.Schema != "" {
		n = dotless(t.Def.Name.Schema) + "_" + n
	}
	return n + "_" + c.Name
}

func dotless(s string) string {
	b := []byte(s)
	for i := range b {
		if b[i] == '.' {
			b[i] = '_'
		}
	}
	return string(b)
}
