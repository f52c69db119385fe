package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// conflictTarget reads constraint=, index_elements= and index_where=.
func (l *Library) conflictTarget(constraintArg, elements, where pyrt.Value) (*expr.OnConflict, error) {
	c := &expr.OnConflict{}
	if constraintArg != pyrt.None {
		if s, ok := pyrt.AsStr(constraintArg); ok {
			c.Constraint = s
		} else if err := l.conflictConstraint(c, constraintArg); err != nil {
			return nil, err
		}
	}
	if elements != pyrt.None {
		vs, err := pyrt.Collect(l.thread, elements)
		if err != nil {
			return nil, err
		}
		for _, v := range vs {
			e, err := l.IndexElementOf(v)
			if err != nil {
				return nil, err
			}
			c.Elements = append(c.Elements, e)
		}
	}
	if where != pyrt.None {
		x, err := l.textOrExpr(where)
		if err != nil {
			return nil, err
		}
		c.Where = x
	}
	return c, nil
}

// conflictConstraint handles constraint= given as a constraint or index object:
// its name, or its columns when it has none.
func (l *Library) conflictConstraint(c *expr.OnConflict, v pyrt.Value) error {
	o, ok := v.(*pyrt.Object)
	if !ok {
		return pyrt.Errorf(pyrt.TypeError, "constraint= takes a name, a constraint or an index")
	}
	switch n := o.Native.(type) {
	case *index:
		c.Elements = n.data.Elements
		if w, ok := n.data.Options.Get("postgresql_where").(schema.OptExpr); ok {
			c.Where, _ = w.Expr.(expr.Expr)
		}
		return nil
	case *constraint:
		if name := n.data.Base().Name.Text; name != "" {
			c.Constraint = name
			return nil
		}
		keys, err := l.columnKeys(n.columns)
		if err != nil {
			return err
		}
		if len(keys) == 0 {
			if pk, ok := n.data.(*schema.PrimaryKey); ok {
				keys = pk.Columns
			}
		}
		for _, k := range keys {
			c.Elements = append(c.Elements, schema.IndexElement{Column: k})
		}
	}
	return nil
}

// upsertMembers are the methods of PostgreSQL's and SQLite's Insert.
func upsertMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.method("on_conflict_do_nothing(self, constraint=None, index_elements=None, index_where=None)", onConflictNothing),
		l.method("on_conflict_do_update(self, constraint=None, index_elements=None, index_where=None, set_=None, where=None)", onConflictUpdate),
		l.getter("excluded", proposedRow("excluded")),
		l.method("on_duplicate_key_update(self, *args, **kw)", onDuplicate),
		l.getter("inserted", proposedRow("inserted")),
	}
}

// insertOf is a copy of the INSERT behind v.
func insertOf(v pyrt.Value) (*expr.Insert, error) {
	if s := stmtOf(v); s != nil {
		if x, ok := s.stmt.(*expr.Insert); ok {
			c := *x
			return &c, nil
		}
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "an INSERT is expected")
}

// proposedRow is the row that could not be inserted, under the dialect's name.
func proposedRow(name string) func(*Library, *pyrt.Thread, pyrt.Value) (pyrt.Value, error) {
	return func(l *Library, _ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		x, err := insertOf(self)
		if err != nil {
			return nil, err
		}
		return l.fromColumns(&expr.Alias{Elem: x.Table, Name: name}), nil
	}
}

func onConflictNothing(l *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, err := insertOf(a[0])
	if err != nil {
		return nil, err
	}
	if x.Conflict, err = l.conflictTarget(a[1], a[2], a[3]); err != nil {
		return nil, err
	}
	x.Conflict.DoNothing = true
	return rewrap(a[0], x), nil
}

func onConflictUpdate(l *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, err := insertOf(a[0])
	if err != nil {
		return nil, err
	}
	if x.Conflict, err = l.conflictTarget(a[1], a[2], a[3]); err != nil {
		return nil, err
	}
	if (a[1] == pyrt.None) == (a[2] == pyrt.None) && x.Dialect == "postgresql" {
		return nil, pyrt.Errorf(pyrt.ValueError, "Either constraint or index_elements, but not both, must be specified unless DO NOTHING")
	}
	d := assignedBy(a[4])
	if d == nil {
		return nil, pyrt.Errorf(pyrt.ValueError, "set parameter must be a non-empty dictionary or a ColumnCollection such as the `.c.` collection of a Table object")
	}
	if x.Conflict.Set, err = l.assignments(d, x.Table); err != nil {
		return nil, err
	}
	if a[5] != pyrt.None {
		if x.Conflict.SetWhere, err = l.textOrExpr(a[5]); err != nil {
			return nil, err
		}
	}
	return rewrap(a[0], x), nil
}

// assignedBy reads the values of SET: a dictionary, or a table's columns; nil
// for anything else.
func assignedBy(v pyrt.Value) *pyrt.Dict {
	if d, ok := pyrt.AsDict(v); ok {
		return d
	}
	o, ok := v.(*pyrt.Object)
	if !ok {
		return nil
	}
	cl, ok := o.Native.(*collection)
	if !ok {
		return nil
	}
	d := pyrt.NewDict()
	for i, k := range cl.keys {
		d.SetStr(k, cl.cols[i])
	}
	return d
}

// onDuplicate is MySQL's on_duplicate_key_update.
func onDuplicate(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, ok := stmtOf(a[0]).stmt.(*expr.Insert)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "an INSERT is expected")
	}
	c := *x
	c.HasDuplicate = true
	kw := a[2].(*pyrt.Dict)
	args := l.items(a[1])
	if len(args) > 0 && kw.Size() > 0 {
		return nil, l.errorf("ArgumentError", "Can't pass kwargs and positional arguments simultaneously")
	}
	if len(args) > 1 {
		return nil, l.errorf("ArgumentError", "Only a single dictionary or list of tuples is accepted positionally.")
	}
	d := kw
	if len(args) == 1 {
		if items, isList := pyrt.AsList(args[0]); isList {
			c.DuplicateOrdered = true
			d = pyrt.NewDict()
			for _, it := range items.Elems {
				if pair := l.items(it); len(pair) == 2 {
					if err := d.Set(t, pair[0], pair[1]); err != nil {
						return nil, err
					}
				}
			}
		} else if given := assignedBy(args[0]); given != nil {
			d = given
		}
	}
	if d.Size() == 0 {
		return nil, pyrt.Errorf(pyrt.ValueError, "update parameter must be a non-empty dictionary or list-of-tuples")
	}
	var err error
	if c.Duplicate, err = l.assignments(d, c.Table); err != nil {
		return nil, err
	}
	return rewrap(a[0], &c), nil
}

// compoundMembers are the methods that only UNION and its relatives have.
func compoundMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.getter("selects", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			var out []pyrt.Value
			if c, ok := stmtOf(self).stmt.(*expr.Compound); ok {
				for _, q := range c.Queries {
					out = append(out, l.wrapStmt(q))
				}
			}
			return pyrt.NewList(out...), nil
		}),
	}
}

// existsMembers are the methods of Exists.
func existsMembers(l *Library) []pyrt.Member {
	change := func(signature string, f selectChange) pyrt.Member {
		return l.method(signature, func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			e := a[0].(*pyrt.Object).Native.(*element).x.(*expr.Exists)
			s, ok := e.Query.Query.(*expr.Select)
			if !ok {
				return nil, pyrt.Errorf(pyrt.AttributeError, "'Exists' over no SELECT")
			}
			c := *s
			if err := f(l, &c, l.items(a[1])); err != nil {
				return nil, err
			}
			return l.wrap(&expr.Exists{Query: l.scalarOf(&c)}), nil
		})
	}
	return []pyrt.Member{
		change("where(self, *clause)", filtered),
		change("select_from(self, *froms)", func(l *Library, s *expr.Select, vs []pyrt.Value) error {
			fs, err := l.fromList(vs)
			s.FromObjs = appendTo(s.FromObjs, fs...)
			return err
		}),
		change("correlate(self, *fromclauses)", correlated),
		change("correlate_except(self, *fromclauses)", correlatedExcept),
		l.method("select(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.newSelect([]pyrt.Value{a[0]})
		}),
	}
}

// scalarMembers are the methods of ScalarSelect.
func scalarMembers(l *Library) []pyrt.Member {
	noColumns := func(l *Library, _ *pyrt.Thread, _ pyrt.Value) (pyrt.Value, error) {
		return nil, l.errorf("InvalidRequestError", "Scalar Select expression has no columns; use this object directly within a column-level expression.")
	}
	change := func(signature string, f selectChange) pyrt.Member {
		return l.method(signature, func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			e := a[0].(*pyrt.Object).Native.(*element).x.(*expr.ScalarSelect)
			s, ok := e.Query.(*expr.Select)
			if !ok {
				return nil, pyrt.Errorf(pyrt.AttributeError, "the scalar subquery is over no SELECT")
			}
			c := *s
			if err := f(l, &c, l.items(a[1])); err != nil {
				return nil, err
			}
			return l.wrap(l.scalarOf(&c)), nil
		})
	}
	return []pyrt.Member{
		l.getter("c", noColumns), l.getter("columns", noColumns),
		change("where(self, *crit)", filtered),
		change("correlate(self, *fromclauses)", correlated),
		change("correlate_except(self, *fromclauses)", correlatedExcept),
	}
}
