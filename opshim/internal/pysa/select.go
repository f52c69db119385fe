package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// newSelect is select(*entities).
func (l *Library) newSelect(entities []pyrt.Value) (pyrt.Value, error) {
	cols, err := l.selectColumns(entities)
	if err != nil {
		return nil, err
	}
	o := l.wrapStmt(&expr.Select{Columns: cols})
	o.Native.(*statement).entities = entities
	return o, nil
}

func (l *Library) selectColumns(entities []pyrt.Value) ([]expr.Expr, error) {
	var cols []expr.Expr
	for _, e := range entities {
		if o, ok := e.(*pyrt.Object); ok {
			if c, ok := o.Native.(*collection); ok {
				for _, col := range c.cols {
					cols = append(cols, l.elementOf(col))
				}
				continue
			}
		}
		if s := stmtOf(e); s != nil {
			if q, ok := s.stmt.(expr.Query); ok {
				cols = append(cols, l.scalarOf(q))
				continue
			}
		}
		x, err := l.columnArg(e, roleColumns)
		if err != nil {
			return nil, err
		}
		cols = append(cols, x)
	}
	return cols, nil
}

// selectOf returns a copy of the select in self.
func selectOf(self pyrt.Value) (*expr.Select, error) {
	s := stmtOf(self)
	if s == nil {
		return nil, pyrt.Errorf(pyrt.TypeError, "a select() is expected, got %s", self.Type().Name)
	}
	x, ok := s.stmt.(*expr.Select)
	if !ok {
		return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no such method", self.Type().Name)
	}
	c := *x
	return &c, nil
}

// generative makes a method that changes a copy of the select.
func generative(signature string, f func(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error) func(*Library) pyrt.Member {
	return func(l *Library) pyrt.Member {
		return l.method(signature, func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			s, err := selectOf(a[0])
			if err != nil {
				return nil, err
			}
			if err := f(l, t, s, a); err != nil {
				return nil, err
			}
			return rewrap(a[0], s), nil
		})
	}
}

// A selectChange changes a SELECT, which is a copy, by the arguments of a method.
type selectChange func(l *Library, s *expr.Select, vs []pyrt.Value) error

// listed is a change as generative takes it.
func listed(f selectChange) func(*Library, *pyrt.Thread, *expr.Select, []pyrt.Value) error {
	return func(l *Library, _ *pyrt.Thread, s *expr.Select, a []pyrt.Value) error { return f(l, s, l.items(a[1])) }
}

func filtered(l *Library, s *expr.Select, vs []pyrt.Value) error {
	xs, err := l.conditions(vs)
	s.Wheres = appendTo(s.Wheres, xs...)
	return err
}

func correlated(l *Library, s *expr.Select, vs []pyrt.Value) error {
	if resets(vs) {
		s.CorrelateNone, s.Correlate = true, nil
		return nil
	}
	fs, err := l.fromList(vs)
	s.Correlate = appendTo(s.Correlate, fs...)
	return err
}

func correlatedExcept(l *Library, s *expr.Select, vs []pyrt.Value) error {
	s.CorrelateAllBut = true
	if resets(vs) {
		s.CorrelateExcept = nil
		return nil
	}
	fs, err := l.fromList(vs)
	s.CorrelateExcept = appendTo(s.CorrelateExcept, fs...)
	return err
}

// conditions converts the arguments of where() and having().
func (l *Library) conditions(vs []pyrt.Value) ([]expr.Expr, error) {
	var out []expr.Expr
	for _, v := range vs {
		x, err := l.columnArg(v, roleWhere)
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, nil
}

// orderings converts the arguments of order_by() and group_by(); a string names
// a label of the statement.
func (l *Library) orderings(vs []pyrt.Value) ([]expr.Expr, error) {
	var out []expr.Expr
	for _, v := range vs {
		if s, ok := pyrt.AsStr(v); ok {
			out = append(out, &expr.LabelRef{Elem: &expr.Text{SQL: s}, Text: s})
			continue
		}
		if items := l.items(v); items != nil {
			return nil, l.roleError(v, roleOrderBy)
		}
		x, err := l.columnArg(v, roleOrderBy)
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, nil
}

// resets reports the single None that clears a clause.
func resets(vs []pyrt.Value) bool {
	return len(vs) == 1 && (vs[0] == pyrt.None || vs[0] == pyrt.Value(pyrt.False))
}

// limitOf converts the argument of limit() and offset().
func (l *Library) limitOf(v pyrt.Value) (expr.Expr, error) {
	if v == nil || v == pyrt.None {
		return nil, nil
	}
	x, err := l.operand(v)
	if err != nil {
		return nil, err
	}
	return expr.SettleAs(x, "", schema.Type{Kind: "Integer"}), nil
}

// appendTo adds without touching the old slice.
func appendTo[T any](old []T, more ...T) []T {
	return append(old[:len(old):len(old)], more...)
}

// selectMembers are the methods that only SELECT has.
func selectMembers(l *Library) []pyrt.Member {
	var m []pyrt.Member
	for _, g := range selectMethods() {
		m = append(m, g(l))
	}
	where := listed(filtered)
	return append(m,
		generative("where(self, *whereclause)", where)(l),
		generative("filter(self, *criteria)", where)(l),
		l.method("join(self, target, onclause=None, *, isouter=False, full=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.selectJoin(a[0], nil, a[1], a[2], a[3], a[4])
		}),
		l.method("outerjoin(self, target, onclause=None, *, full=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.selectJoin(a[0], nil, a[1], a[2], pyrt.True, a[3])
		}),
		l.method("join_from(self, from_, target, onclause=None, *, isouter=False, full=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.selectJoin(a[0], a[1], a[2], a[3], a[4], a[5])
		}),
		l.method("outerjoin_from(self, from_, target, onclause=None, *, full=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.selectJoin(a[0], a[1], a[2], a[3], pyrt.True, a[4])
		}),
		l.getter("whereclause", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			s, err := selectOf(self)
			if err != nil || len(s.Wheres) == 0 {
				return pyrt.None, err
			}
			return l.wrap(expr.Where(s.Wheres)), nil
		}),
		l.getter("froms", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return l.fromsOf(self) }),
		l.method("get_final_froms(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return l.fromsOf(a[0]) }),
		l.getter("_sa_entities", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.NewList(stmtOf(self).entities...), nil
		}),
		l.getter("column_descriptions", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.NewList(stmtOf(self).entities...), nil
		}),
	)
}

// selectMethods are the generative methods of SELECT.
func selectMethods() []func(*Library) pyrt.Member {
	return append([]func(*Library) pyrt.Member{
		generative("filter_by(self, **kwargs)", selectFilterBy),
		generative("ext(self, extension)", selectExtension),
		generative("having(self, *having)", func(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
			xs, err := l.conditions(l.items(a[1]))
			s.Havings = appendTo(s.Havings, xs...)
			return err
		}),
		generative("distinct(self, *expr)", func(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
			s.Distinct = true
			xs, err := l.orderings(l.items(a[1]))
			s.DistinctOn = appendTo(s.DistinctOn, xs...)
			return err
		}),
		generative("select_from(self, *froms)", func(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
			for _, v := range l.items(a[1]) {
				f, err := l.fromOf(v)
				if err != nil {
					return err
				}
				s.FromObjs = appendTo(s.FromObjs, f)
			}
			return nil
		}),
		generative("add_columns(self, *entities)", addColumns),
		generative("column(self, *entities)", addColumns),
		generative("with_only_columns(self, *entities, maintain_column_froms=False)", func(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
			keep, err := pyrt.Truth(t, a[2])
			if err != nil {
				return err
			}
			if keep {
				for _, c := range s.Columns {
					for _, f := range expr.FromsOf(c) {
						s.FromObjs = appendTo(s.FromObjs, f)
					}
				}
			}
			s.Columns, err = l.selectColumns(l.items(a[1]))
			return err
		}),
	}, selectMethodsRest()...)
}

// selectMethodsRest is the second half of selectMethods.
func selectMethodsRest() []func(*Library) pyrt.Member {
	return []func(*Library) pyrt.Member{
		generative("correlate(self, *fromclauses)", listed(correlated)),
		generative("correlate_except(self, *fromclauses)", listed(correlatedExcept)),
		generative("prefix_with(self, *prefixes, dialect='*')", func(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
			ps, err := l.prefixes(a[1], a[2])
			s.Prefixes = appendTo(s.Prefixes, ps...)
			return err
		}),
		generative("suffix_with(self, *suffixes, dialect='*')", func(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
			ps, err := l.prefixes(a[1], a[2])
			s.Suffixes = appendTo(s.Suffixes, ps...)
			return err
		}),
		generative("with_hint(self, selectable, text, dialect_name='*')", func(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
			h, err := l.hint(a[1], a[2], a[3])
			s.Hints = appendTo(s.Hints, h)
			return err
		}),
		generative("with_statement_hint(self, text, dialect_name='*')", func(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
			h, err := l.hint(pyrt.None, a[1], a[2])
			s.Hints = appendTo(s.Hints, h)
			return err
		}),
	}
}

func addColumns(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
	xs, err := l.selectColumns(l.items(a[1]))
	s.Columns = appendTo(s.Columns, xs...)
	return err
}

func (l *Library) fromList(vs []pyrt.Value) ([]expr.From, error) {
	var out []expr.From
	for _, v := range vs {
		f, err := l.fromOf(v)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

func (l *Library) hint(selectable, text, dialect pyrt.Value) (expr.Hint, error) {
	h := expr.Hint{}
	h.Text, _ = pyrt.AsStr(text)
	h.Dialect, _ = pyrt.AsStr(dialect)
	var err error
	if selectable != pyrt.None {
		h.From, err = l.fromOf(selectable)
	}
	return h, err
}

// selectFilterBy is filter_by(name=value): columns of the last joined FROM.
func selectFilterBy(l *Library, t *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
	f := l.lastFrom(s)
	for _, k := range keywords(a[1]) {
		c := findColumn(f, k.Name)
		if c == nil {
			return l.errorf("InvalidRequestError", "Entity namespace for \"%s\" has no property \"%s\"", expr.FromName(f), k.Name)
		}
		y, err := l.operand(k.Value)
		if err != nil {
			return err
		}
		x, err := expr.Operate(expr.OpEq, c, y)
		if err != nil {
			return l.Raise(err)
		}
		s.Wheres = appendTo(s.Wheres, x)
	}
	return nil
}

func findColumn(f expr.From, name string) *expr.Column {
	for _, c := range expr.ColumnsOf(f) {
		if c.Key == name || c.Key == "" && c.Name == name {
			return c
		}
	}
	return nil
}

// lastFrom is the FROM object that filter_by refers to.
func (l *Library) lastFrom(s *expr.Select) expr.From {
	if n := len(s.FromObjs); n > 0 {
		f := s.FromObjs[n-1]
		if j, ok := f.(*expr.Join); ok {
			return j.Right
		}
		return f
	}
	for _, c := range s.Columns {
		if fs := expr.FromsOf(c); len(fs) > 0 {
			return fs[0]
		}
	}
	return nil
}

// fromsOf lists the FROM objects of a select.
func (l *Library) fromsOf(self pyrt.Value) (pyrt.Value, error) {
	s, err := selectOf(self)
	if err != nil {
		return nil, err
	}
	seen := map[any]bool{}
	var out []pyrt.Value
	add := func(f expr.From) {
		if !seen[expr.FromKey(f)] {
			seen[expr.FromKey(f)] = true
			out = append(out, l.wrapFrom(f))
		}
	}
	for _, f := range s.FromObjs {
		add(f)
	}
	for _, x := range append(append([]expr.Expr(nil), s.Columns...), s.Wheres...) {
		for _, f := range expr.FromsOf(x) {
			add(f)
		}
	}
	return pyrt.NewList(out...), nil
}
