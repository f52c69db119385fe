package catalog

import (
	"slices"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// maxTuples limits the rows of a join; maxWork the expressions and rows of a
// statement that are looked at. Past them a result is not known.
const (
	maxTuples = 4000
	maxWork   = 150000
)

// query evaluates one statement.
type query struct {
	s     *State
	binds Binds
	ctes  []map[string]*Result
	err   error // first failure of an expression
	depth int
	work  int
	subs  map[*sqlread.Query]*Result // of subqueries of the statement that do not depend on the row

	silent   *State // see quiet
	ignoring bool   // MySQL's INSERT IGNORE: what does not fit is made to, or left out
}

// scopeTable is one row that column names can refer to.
type scopeTable struct {
	alias string
	table *Table
	row   *Row
	names []string
	types []string
	cells []Value
	seeds []int32 // witnesses that the cells were made of
}

// scope is what column names can refer to, innermost first.
type scope struct {
	tables []scopeTable
	outer  *scope
	group  []*scope // rows of the group, inside an aggregate query
	passed *bool    // set when a name is looked for here or further out
}

// pass goes one scope out.
func (sc *scope) pass() *scope {
	if sc.passed != nil {
		*sc.passed = true
	}
	return sc.outer
}

// sub evaluates a subquery: once for the whole statement if nothing in it
// depends on the row that asks.
func (q *query) sub(sq *sqlread.Query, sc *scope) (*Result, error) {
	if r := q.subs[sq]; r != nil {
		return r, nil
	}
	depends := false
	r, err := q.run(sq, &scope{outer: sc, passed: &depends})
	if err == nil && q.err == nil && !depends {
		if q.subs == nil {
			q.subs = map[*sqlread.Query]*Result{}
		}
		q.subs[sq] = r
	}
	return r, err
}

// tuple is one row of FROM.
type tuple = []scopeTable

// rowset is the rows of FROM.
type rowset struct {
	tuples  []tuple
	shape   tuple  // the same without rows, for * and for outer joins
	unknown string // why the rows are not known
}

// run evaluates a query.
func (q *query) run(sq *sqlread.Query, outer *scope) (*Result, error) {
	q.depth++
	defer func() { q.depth-- }()
	if q.depth > 60 || q.work > maxWork {
		return &Result{Unknown: "queries nested too deep"}, nil
	}
	if len(sq.With) > 0 {
		if err := q.with(sq); err != nil {
			return nil, err
		}
		defer func() { q.ctes = q.ctes[:len(q.ctes)-1] }()
	}
	r, err := q.body(sq, outer)
	if err != nil {
		return nil, err
	}
	q.limit(r, sq, outer)
	if q.work > maxWork {
		r.Unknown = first(r.Unknown, "the query is too much work")
	}
	return r, q.err
}

// with evaluates the queries of WITH.
func (q *query) with(sq *sqlread.Query) error { return q.withCTEs(sq.With, sq.Recursive) }

func (q *query) withCTEs(ctes []sqlread.CTE, recursive bool) error {
	frame := map[string]*Result{}
	q.ctes = append(q.ctes, frame)
	for _, c := range ctes {
		var r *Result
		var err error
		switch {
		case recursive && c.Query != nil && mentions(c.Query, c.Name):
			r = &Result{Unknown: "recursive query"}
		case c.Query != nil:
			r, err = q.run(c.Query, nil)
		default:
			r, err = q.exec(c.Stmt)
		}
		if err != nil {
			return err
		}
		if r == nil {
			r = &Result{}
		}
		if len(c.Columns) > 0 {
			d := *r
			d.Columns = c.Columns
			r = &d
		}
		frame[c.Name] = r
	}
	return nil
}

func mentions(sq *sqlread.Query, name string) bool { return containsWord(sq.Text, name) }

func (q *query) cte(n sqlread.QName) *Result {
	if n.Schema != "" {
		return nil
	}
	for _, frame := range slices.Backward(q.ctes) {
		if r := frame[n.Name]; r != nil {
			return r
		}
	}
	return nil
}

// body evaluates a query without WITH and LIMIT.
func (q *query) body(sq *sqlread.Query, outer *scope) (*Result, error) {
	switch {
	case sq.SetOp != "":
		return q.setOp(sq, outer)
	case sq.Values != nil:
		r := &Result{}
		for _, row := range sq.Values {
			var cells []Value
			for _, x := range row {
				if x == nil {
					cells = append(cells, Value{Kind: Anything})
					continue
				}
				cells = append(cells, q.eval(x, outer))
			}
			r.Rows = append(r.Rows, cells)
		}
		if len(r.Rows) > 0 {
			for i := range r.Rows[0] {
				r.Columns = append(r.Columns, "column"+itoa(i+1))
				r.Types = append(r.Types, "")
			}
		}
		return r, q.err
	}
	return q.selectBody(sq, outer)
}

func (q *query) setOp(sq *sqlread.Query, outer *scope) (*Result, error) {
	a, err := q.run(sq.Left, outer)
	if err != nil {
		return nil, err
	}
	b, err := q.run(sq.Right, outer)
	if err != nil {
		return nil, err
	}
	r := &Result{Columns: a.Columns, Types: a.Types, Unknown: first(a.Unknown, b.Unknown)}
	switch sq.SetOp {
	case "union all":
		r.Rows = append(slices.Clone(a.Rows), b.Rows...)
	case "union":
		r.Rows = distinctRows(append(slices.Clone(a.Rows), b.Rows...))
	case "except", "intersect":
		have := map[string]bool{}
		for _, row := range b.Rows {
			have[rowKey(row)] = true
		}
		for _, row := range distinctRows(a.Rows) {
			if have[rowKey(row)] == (sq.SetOp == "intersect") {
				r.Rows = append(r.Rows, row)
			}
		}
	default:
		r.Unknown = first(r.Unknown, sq.SetOp)
	}
	return r, nil
}

func rowKey(row []Value) string {
	var room [128]byte
	b := room[:0]
	for _, v := range row {
		b = append(v.appendKey(b), 0)
	}
	return string(b)
}

func distinctRows(rows [][]Value) [][]Value {
	seen := map[string]bool{}
	var out [][]Value
	for _, r := range rows {
		if k := rowKey(r); !seen[k] {
			seen[k] = true
			out = append(out, r)
		}
	}
	return out
}

// selectBody evaluates SELECT … FROM … WHERE … GROUP BY ….
func (q *query) selectBody(sq *sqlread.Query, outer *scope) (*Result, error) {
	rel, err := q.from(sq.From, outer)
	if err != nil {
		return nil, err
	}
	r := &Result{Unknown: rel.unknown}
	var scopes []*scope
	for _, t := range rel.tuples {
		sc := &scope{tables: t, outer: outer}
		if sq.Where != nil {
			switch truthOf(q.eval(sq.Where, sc)) {
			case Maybe:
				r.Unknown = first(r.Unknown, "a condition on rows is not decided")
			case True:
			default:
				continue
			}
		}
		scopes = append(scopes, sc)
	}
	items, err := q.expandItems(sq.Items, rel.shape)
	if err != nil {
		return nil, err
	}
	for _, it := range items {
		r.Columns = append(r.Columns, itemName(it))
		r.Types = append(r.Types, q.exprType(it.X, rel.shape))
		r.sources = append(r.sources, q.sourceColumn(it.X, rel.shape))
	}
	if len(sq.GroupBy) > 0 || hasAggregate(items) || sq.Having != nil {
		scopes = q.groups(sq, scopes, rel.shape, outer)
	}
	q.sortScopes(scopes, sq, items)
	q.project(r, sq, items, scopes)
	return r, q.err
}

// project computes the select list for each row.
func (q *query) project(r *Result, sq *sqlread.Query, items []sqlread.Item, scopes []*scope) {
	on := map[string]bool{}
	for _, sc := range scopes {
		if len(sq.DistinctOn) > 0 {
			k := ""
			for _, x := range sq.DistinctOn {
				k += q.eval(x, sc).key() + "\x00"
			}
			if on[k] {
				continue
			}
			on[k] = true
		}
		row := make([]Value, len(items))
		for i, it := range items {
			row[i] = q.eval(it.X, sc)
		}
		r.Rows = append(r.Rows, row)
		r.Origins = append(r.Origins, sc.seeds())
	}
	if sq.Distinct && len(sq.DistinctOn) == 0 {
		r.Rows, r.Origins = distinctRows(r.Rows), nil
	}
}

// seeds are the witnesses that a row of the scope is made of.
func (sc *scope) seeds() []int32 {
	var out []int32
	for _, st := range sc.tables {
		if st.row != nil && st.row.witness() != 0 {
			out = append(out, st.row.witness())
		}
		out = append(out, st.seeds...)
	}
	for _, member := range sc.group {
		out = append(out, member.seeds()...)
	}
	return out
}

// groups makes one scope for each group.
func (q *query) groups(sq *sqlread.Query, scopes []*scope, shape tuple, outer *scope) []*scope {
	var order []string
	byKey := map[string]*scope{}
	for _, sc := range scopes {
		k := ""
		for _, x := range sq.GroupBy {
			if lit, ok := x.(*sqlread.Lit); ok && lit.Kind == sqlread.Num {
				if n, ok := parseNumber(lit.Text); ok && n.IsInt() && n.Num().IsInt64() && int(n.Num().Int64()) <= len(sq.Items) && n.Sign() > 0 {
					x = sq.Items[n.Num().Int64()-1].X
				}
			}
			k += q.eval(x, sc).key() + "\x00"
		}
		g := byKey[k]
		if g == nil {
			g = &scope{tables: sc.tables, outer: outer}
			byKey[k] = g
			order = append(order, k)
		}
		g.group = append(g.group, sc)
	}
	if len(sq.GroupBy) == 0 && len(order) == 0 {
		return []*scope{{tables: emptyTuple(shape), outer: outer, group: []*scope{}}}
	}
	var out []*scope
	for _, k := range order {
		g := byKey[k]
		if sq.Having != nil && truthOf(q.eval(sq.Having, g)) != True {
			continue
		}
		out = append(out, g)
	}
	return out
}

// emptyTuple has NULL in every column.
func emptyTuple(shape tuple) tuple {
	out := slices.Clone(shape)
	for i := range out {
		out[i].row = nil
		out[i].cells = nil
	}
	return out
}

// sortScopes applies ORDER BY as far as the keys are known.
func (q *query) sortScopes(scopes []*scope, sq *sqlread.Query, items []sqlread.Item) {
	if len(sq.OrderBy) == 0 {
		return
	}
	keys := make(map[*scope][]Value, len(scopes))
	for _, sc := range scopes {
		for _, o := range sq.OrderBy {
			keys[sc] = append(keys[sc], q.eval(orderExpr(o.X, items), sc))
		}
	}
	slices.SortStableFunc(scopes, func(a, b *scope) int {
		for i, o := range sq.OrderBy {
			x, y := keys[a][i], keys[b][i]
			c := 0
			switch {
			case x.IsNull() && y.IsNull():
			case x.IsNull():
				c = 1
			case y.IsNull():
				c = -1
			default:
				c, _ = compare(x, y, q.s.Dialect)
			}
			if (x.IsNull() || y.IsNull()) && q.s.Dialect != sqlread.PostgreSQL {
				c = -c
			}
			if o.Desc {
				c = -c
			}
			if c != 0 {
				return c
			}
		}
		return 0
	})
}

// orderExpr resolves ORDER BY 1 and ORDER BY alias.
func orderExpr(x sqlread.Expr, items []sqlread.Item) sqlread.Expr {
	switch x := x.(type) {
	case *sqlread.Lit:
		if n, ok := parseNumber(x.Text); ok && x.Kind == sqlread.Num && n.IsInt() && n.Sign() > 0 && n.Num().IsInt64() && n.Num().Int64() <= int64(len(items)) {
			return items[n.Num().Int64()-1].X
		}
	case *sqlread.Column:
		for _, it := range items {
			if it.Alias == x.Name && x.Table == "" {
				return it.X
			}
		}
	}
	return x
}

// limit applies LIMIT and OFFSET.
func (q *query) limit(r *Result, sq *sqlread.Query, outer *scope) {
	number := func(x sqlread.Expr) (int, bool) {
		v := q.eval(x, outer)
		if v.Kind != Int || !v.N.Num().IsInt64() {
			return 0, false
		}
		n := v.N.Num().Int64()
		return int(min(max(n, 0), 1<<30)), true
	}
	if sq.Offset != nil {
		n, ok := number(sq.Offset)
		if !ok {
			r.Unknown = first(r.Unknown, "OFFSET is not known")
			return
		}
		r.Rows = r.Rows[min(n, len(r.Rows)):]
		r.Origins = r.Origins[min(n, len(r.Origins)):]
	}
	if sq.Limit != nil {
		n, ok := number(sq.Limit)
		if !ok {
			r.Unknown = first(r.Unknown, "LIMIT is not known")
			return
		}
		r.Rows = r.Rows[:min(n, len(r.Rows))]
		r.Origins = r.Origins[:min(n, len(r.Origins))]
	}
}

// itemName is the name of a result column.
func itemName(it sqlread.Item) string {
	if it.Alias != "" {
		return it.Alias
	}
	switch x := it.X.(type) {
	case *sqlread.Column:
		return x.Name
	case *sqlread.Call:
		return x.Name
	case *sqlread.Cast:
		if c, ok := x.X.(*sqlread.Column); ok {
			return c.Name
		}
	}
	return "?column?"
}

func hasAggregate(items []sqlread.Item) bool {
	for _, it := range items {
		if isAggregate(it.X) {
			return true
		}
	}
	return false
}

func isAggregate(x sqlread.Expr) bool {
	found := false
	sqlread.Walk(x, func(e sqlread.Expr) {
		if c, ok := e.(*sqlread.Call); ok && aggregates[c.Name] && !c.Window && (c.Star || len(c.Args) < 2 || c.Name == "string_agg" || c.Name == "group_concat") {
			found = true
		}
	})
	return found
}

var aggregates = map[string]bool{
	"count": true, "sum": true, "min": true, "max": true, "avg": true, "string_agg": true, "array_agg": true, "group_concat": true,
	"bool_and": true, "bool_or": true, "every": true, "json_agg": true, "jsonb_agg": true, "total": true, "jsonb_object_agg": true,
}

// selectRows is a query on its own.
func (q *query) selectRows(st *sqlread.Select) (*Result, error) {
	r, err := q.run(st.Query, nil)
	if err != nil {
		return nil, err
	}
	return r, q.err
}
