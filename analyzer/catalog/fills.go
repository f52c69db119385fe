package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// fills reports whether an UPDATE leaves no NULL in a column: it gives one that is
// none to every row, or to those that have NULL.
func (q *query) fills(t *Table, st *sqlread.Update, column string, value sqlread.Expr) bool {
	aside := *q
	aside.s = quietState(q.s)
	if st.Limited || st.Joins != nil || len(st.From) > 0 || value == nil || !aside.neverNull(t, value) {
		return false
	}
	if st.Where == nil {
		return true
	}
	is, ok := st.Where.(*sqlread.Is)
	if !ok || is.Not || !strings.EqualFold(is.What, "null") {
		return false
	}
	c, ok := is.X.(*sqlread.Column)
	return ok && q.s.sameName(c.Name, column)
}

// neverNull reports whether an expression is certainly no NULL, whatever the row is.
func (q *query) neverNull(t *Table, x sqlread.Expr) bool {
	switch x := x.(type) {
	case *sqlread.Lit:
		return x.Kind != sqlread.Null
	case *sqlread.Bind:
		v := q.eval(x, nil)
		return v.Kind != Null && v.Kind != Anything
	case *sqlread.Cast:
		return q.neverNull(t, x.X)
	case *sqlread.Column:
		i := q.s.position(t, x.Name)
		return i >= 0 && t.Columns[i].NotNull.text() != ""
	case *sqlread.Case:
		return x.Else != nil && q.neverNull(t, x.Else) && !slices.ContainsFunc(x.Whens, func(w sqlread.When) bool { return !q.neverNull(t, w.Then) })
	case *sqlread.Call:
		if x.Name == "coalesce" || x.Name == "ifnull" {
			return slices.ContainsFunc(x.Args, func(a sqlread.Expr) bool { return q.neverNull(t, a) })
		}
		return len(x.Args) == 0 && q.eval(x, nil).Kind == Opaque // a time, a random number
	case *sqlread.Binary:
		return (x.Op == "||" || x.Op == "+" || x.Op == "-" || x.Op == "*") && q.neverNull(t, x.X) && q.neverNull(t, x.Y)
	}
	return false
}
