package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/internal/inert"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// ItemOf converts what a Table takes: a column, a constraint or an index.
func (l *Library) ItemOf(v pyrt.Value) (schema.Item, error) {
	if l.columnOf(v) != nil {
		return l.ColumnOf(v)
	}
	if o, ok := v.(*pyrt.Object); ok {
		if _, ok := o.Native.(*index); ok {
			return l.IndexOf(v)
		}
	}
	k, err := l.ConstraintOf(v)
	if err != nil {
		return nil, err
	}
	it, ok := k.(schema.Item)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "%s cannot be part of a table", v.Type().Name)
	}
	return it, nil
}

// ValueOf converts a plain value (see FromPython).
func (l *Library) ValueOf(v pyrt.Value) (any, error) { return l.FromPython(v) }

// ExprValue is the Python object of an expression.
func (l *Library) ExprValue(e expr.Expr) (pyrt.Value, error) { return l.wrap(e), nil }

// OptionsOf converts keyword arguments that belong to dialects.
func (l *Library) OptionsOf(d *pyrt.Dict) (schema.Options, error) {
	if d == nil {
		return nil, nil
	}
	return l.options(keywords(d))
}

// missing reports whether v stands for an object of a package that is not there.
// While modules load it may be used like anything else; in a migration the error
// names the package.
func (l *Library) missing(v pyrt.Value) (bool, error) {
	if v == nil || !inert.Is(v) {
		return false, nil
	}
	_, err := pyrt.Repr(l.thread, v)
	return true, err
}
