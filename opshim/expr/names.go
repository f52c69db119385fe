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
	seen := map[string]int{}
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
		key := proxyKey(p.Elem, style)
		if n := seen[key]; n > 0 && style != "none" {
			seen[key]++
			key += "_" + strconv.Itoa(n)
		} else {
			seen[key] = 1
		}
		s.Name, s.Anon = key, s.Label.Anonymous()
		out = append(out, s)
	}
	return out
}

// proxyKey is the key that an expression lends to its column.
func proxyKey(e Expr, style string) string {
	switch x := e.(type) {
	case *Column:
		if style == "tablename_plus_col" && !x.Anon.Anonymous() && !x.Literal {
			return TableLabel(x)
		}
		if x.Key != "" {
			return x.Key
		}
		return x.Name
	case *Label:
		if x.Name == "" {
			return labelStem(x)
		}
		return x.Name
	case *Function:
		return x.Name
	case *Bind:
		return x.Name
	case *Cast:
		return proxyKey(x.Elem, style)
	case *TypeCoerce:
		return proxyKey(x.Elem, style)
	}
	return "anon"
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
