package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// selectJoin is select.join(target, onclause) and join_from(left, target, ...).
func (l *Library) selectJoin(self, left, target, on, outer, full pyrt.Value) (pyrt.Value, error) {
	s, err := selectOf(self)
	if err != nil {
		return nil, err
	}
	target, on = l.relationshipTarget(target, on)
	right, err := l.fromOf(target)
	if err != nil {
		return nil, err
	}
	l.settleFrom(right)
	var cond expr.Expr
	if on != nil && on != pyrt.None {
		if cond, err = l.columnArg(on, roleWhere); err != nil {
			return nil, err
		}
	}
	var from expr.From
	if left != nil {
		if from, err = l.fromOf(left); err != nil {
			return nil, err
		}
	} else if from, err = l.joinLeft(s, right, cond); err != nil {
		return nil, err
	}
	l.settleFrom(from)
	at := -1
	for i, f := range s.FromObjs {
		if holds(f, from) {
			at, from = i, f
			break
		}
	}
	if cond == nil && left != nil && at >= 0 && l.release() == "2.1" {
		// 2.1 asks the side that the script named, not the join that has it.
		if named, err := l.fromOf(left); err == nil {
			if cond, err = expr.JoinCondition(named, right); err != nil {
				return nil, l.Raise(err)
			}
		}
	}
	j, err := expr.NewJoin(from, right, cond, tri(outer) == schema.Yes, tri(full) == schema.Yes)
	if err != nil {
		return nil, l.Raise(err)
	}
	s.FromObjs = appendTo(s.FromObjs)
	if at >= 0 {
		s.FromObjs = append([]expr.From(nil), s.FromObjs...)
		s.FromObjs[at] = j
	} else {
		s.FromObjs = append(s.FromObjs, j)
	}
	return rewrap(self, s), nil
}

// holds reports whether f is want or a join that has it.
func holds(f, want expr.From) bool {
	if expr.FromKey(f) == expr.FromKey(want) {
		return true
	}
	j, ok := f.(*expr.Join)
	return ok && (holds(j.Left, want) || holds(j.Right, want))
}

// joinLeft finds the left side of select.join(target).
func (l *Library) joinLeft(s *expr.Select, right expr.From, cond expr.Expr) (expr.From, error) {
	candidates := append([]expr.From(nil), s.FromObjs...)
	if len(candidates) == 0 {
		seen := map[any]bool{}
		for _, c := range s.Columns {
			for _, f := range expr.FromsOf(c) {
				if !seen[expr.FromKey(f)] && expr.FromKey(f) != expr.FromKey(right) {
					seen[expr.FromKey(f)] = true
					candidates = append(candidates, f)
				}
			}
		}
	}
	switch len(candidates) {
	case 0:
		return nil, l.errorf("InvalidRequestError", "Can't determine which FROM clause to join from, there are no FROM clauses "+
			"present. To help, try using the .select_from() method to establish an explicit left side, as well as providing an explicit ON clause if not present already, to help resolve the ambiguity.")
	case 1:
		return candidates[0], nil
	}
	var fit []expr.From
	if cond != nil {
		for _, f := range candidates {
			for _, used := range expr.FromsOf(cond) {
				if holds(f, used) {
					fit = append(fit, f)
					break
				}
			}
		}
	} else {
		for _, f := range candidates {
			l.settleFrom(f)
			if _, err := expr.NewJoin(f, right, nil, false, false); err == nil {
				fit = append(fit, f)
			}
		}
	}
	switch len(fit) {
	case 1:
		return fit[0], nil
	case 0:
		if cond != nil {
			return candidates[0], nil
		}
	}
	return nil, l.errorf("InvalidRequestError", "Can't determine which FROM clause to join from, there are multiple FROMS which can "+
		"join to this entity. Please use the .select_from() method to establish an explicit left side, as well as providing an explicit ON clause if not present already to help resolve the ambiguity.")
}

// relationshipTarget turns select.join(User.addresses) into target and ON clause:
// the ORM's relationship attributes answer through __sa_join__.
func (l *Library) relationshipTarget(target, on pyrt.Value) (pyrt.Value, pyrt.Value) {
	for _, v := range []pyrt.Value{on, target} {
		o, ok := v.(*pyrt.Object)
		if !ok || o.Class.Lookup("__sa_join__") == nil {
			continue
		}
		r, err := pyrt.CallMethod(l.thread, o, "__sa_join__")
		if err != nil {
			continue
		}
		if pair, ok := pyrt.AsTuple(r); ok && len(pair) == 2 {
			return pair[0], pair[1]
		}
	}
	return target, on
}
