package expr

import "strconv"

// Selected is one column of a query and the name under which it is exported.
type Selected struct {
	Elem Expr
	Name string
	// Anon is true when Name is only the stem of an anonymous name that the
	// identity of AnonOf decides.
	Anon   bool
	AnonOf Expr
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
			out = append(out, Selected{Elem: c, Name: c.Name})
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
	for _, c := range cols {
		s := Selected{Elem: c}
		switch x := c.(type) {
		case *Text:
			continue
		case *Column:
			s.Name, s.Anon, s.AnonOf = x.Name, x.Anon, x.AnonOf
			if style == "tablename_plus_col" && !x.Anon && !x.Literal {
				s.Name = TableLabel(x)
			}
		case *Label:
			s.Name = x.Name
			if x.Name == "" {
				s.Name, s.Anon, s.AnonOf = x.Stem, true, x
			}
		case *Function:
			s.Name, s.Anon, s.AnonOf = x.Name, false, nil
		default:
			s.Name, s.Anon, s.AnonOf = proxyStem(c), true, c
			if n, ok := proxyName(c); ok {
				s.Name, s.Anon, s.AnonOf = n, false, nil
			}
		}
		if !s.Anon {
			if n := seen[s.Name]; n > 0 && style != "none" {
				seen[s.Name]++
				s.Name += "_" + strconv.Itoa(n)
			} else {
				seen[s.Name] = 1
			}
		}
		out = append(out, s)
	}
	return out
}

// proxyName is the name that an unlabelled expression lends to its column: that
// of the column it wraps.
func proxyName(e Expr) (string, bool) {
	switch x := e.(type) {
	case *Cast:
		return innerName(x.Elem)
	case *TypeCoerce:
		return innerName(x.Elem)
	}
	return "", false
}

func innerName(e Expr) (string, bool) {
	switch x := e.(type) {
	case *Column:
		return x.Name, !x.Anon
	case *Label:
		return x.Name, x.Name != ""
	case *Cast, *TypeCoerce:
		return proxyName(x)
	}
	return "", false
}

func proxyStem(e Expr) string { return anonStem(e) }

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
