package sqlgen

import (
	"github.com/mrt-tools/mrt/opshim/expr"
)

// frame is one statement on the stack of enclosing statements.
type frame struct {
	asFrom    map[any]bool // FROM objects of the directly enclosing statement
	correlate map[any]bool // those of all enclosing statements
	sel       *selectState
	names     map[string]*expr.Column // columns of a compound select, for ORDER BY
	insert    *expr.Insert
	hasWhere  bool
}

// selectState is what is known about a select being rendered.
type selectState struct {
	stmt      *expr.Select
	columns   []expr.Expr
	froms     []expr.From
	ambiguous map[string]string
}

func (c *compiler) top() *frame {
	if len(c.stack) == 0 {
		return &frame{}
	}
	return c.stack[len(c.stack)-1]
}

func (c *compiler) push(f *frame) { c.stack = append(c.stack, f) }

func (c *compiler) pop() { c.stack = c.stack[:len(c.stack)-1] }

// fromObjects are a FROM object and the ones inside it that share its place.
func fromObjects(f expr.From) []expr.From {
	if j, ok := f.(*expr.Join); ok {
		out := []expr.From{f}
		out = append(out, fromObjects(j.Left)...)
		return append(out, fromObjects(j.Right)...)
	}
	return []expr.From{f}
}

func fromSet(fs ...expr.From) map[any]bool {
	m := map[any]bool{}
	for _, f := range fs {
		for _, o := range fromObjects(f) {
			m[expr.FromKey(o)] = true
		}
	}
	return m
}

// selectFroms is the FROM list before correlation: what was given, then what the
// columns and the conditions refer to, without what a join contains.
func selectFroms(s *expr.Select, cols []expr.Expr) []expr.From {
	var all []expr.From
	seen := map[any]bool{}
	add := func(f expr.From) {
		if !seen[expr.FromKey(f)] {
			seen[expr.FromKey(f)] = true
			all = append(all, f)
		}
	}
	for _, f := range s.FromObjs {
		add(f)
	}
	for _, e := range s.Columns {
		for _, f := range expr.FromsOf(e) {
			for _, o := range fromObjects(f) {
				add(o)
			}
		}
	}
	for _, e := range s.Wheres {
		for _, f := range expr.FromsOf(e) {
			for _, o := range fromObjects(f) {
				add(o)
			}
		}
	}
	hidden := map[any]bool{}
	for _, f := range all {
		switch x := f.(type) {
		case *expr.Join:
			for _, o := range append(fromObjects(x.Left), fromObjects(x.Right)...) {
				hidden[expr.FromKey(o)] = true
			}
		case *expr.CTE:
			if x.Restates != nil {
				hidden[expr.FromKey(x.Restates)] = true
			}
		}
	}
	var out []expr.From
	for _, f := range all {
		if !hidden[expr.FromKey(f)] {
			out = append(out, f)
		}
	}
	return out
}

// displayFroms takes away the FROM objects that an enclosing statement supplies.
func (c *compiler) displayFroms(st *selectState, k kw) []expr.From {
	f := c.top()
	explicit, implicit := f.correlate, f.asFrom
	if k.asFrom && !k.lateral {
		explicit = map[any]bool{}
		for key := range f.correlate {
			if !f.asFrom[key] {
				explicit[key] = true
			}
		}
		implicit = nil
	}
	froms := st.froms
	s := st.stmt
	remove := func(drop func(key any) bool) {
		var kept []expr.From
		for _, f := range froms {
			if !drop(expr.FromKey(f)) {
				kept = append(kept, f)
			}
		}
		froms = kept
	}
	if len(s.Correlate) > 0 {
		to := keySet(s.Correlate)
		remove(func(key any) bool { return explicit[key] && to[key] })
	}
	if s.CorrelateAllBut {
		except := keySet(s.CorrelateExcept)
		remove(func(key any) bool { return explicit[key] && !except[key] })
	}
	auto := len(s.Correlate) == 0 && !s.CorrelateNone && !s.CorrelateAllBut
	if auto && len(implicit) > 0 && len(froms) > 1 {
		remove(func(key any) bool { return implicit[key] })
		if len(froms) == 0 {
			c.fail("InvalidRequestError", "Select statement returned no FROM clauses due to auto-correlation; specify "+
				"correlate(<tables>) to control correlation manually.")
		}
	}
	return froms
}

func keySet(fs []expr.From) map[any]bool {
	m := map[any]bool{}
	for _, f := range fs {
		m[expr.FromKey(f)] = true
	}
	return m
}

// ambiguousNames finds tables without a schema whose name a table with a schema
// has too; they are given an anonymous alias.
func ambiguousNames(froms []expr.From) map[string]bool {
	named := map[string]bool{}
	var plain []string
	for _, f := range froms {
		for _, o := range fromObjects(f) {
			if t, ok := o.(*expr.Table); ok {
				if t.Def.Name.Schema != "" {
					named[t.Def.Name.Name] = true
				} else {
					plain = append(plain, t.Def.Name.Name)
				}
			}
		}
	}
	out := map[string]bool{}
	for _, n := range plain {
		if named[n] {
			out[n] = true
		}
	}
	return out
}

// ambiguousAlias is the alias of such a table in the current select.
func (c *compiler) ambiguousAlias(t *expr.Table) (string, bool) {
	for i := len(c.stack) - 1; i >= 0; i-- {
		if st := c.stack[i].sel; st != nil {
			if a, ok := st.ambiguous[t.Def.Name.Name]; ok {
				return a, true
			}
			return "", false
		}
	}
	return "", false
}
