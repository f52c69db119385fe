package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/pyrt"
)

// extensionOf reads a syntax extension of SQLAlchemy 2.1 (the argument of ext()):
// what it is and its arguments.
func (l *Library) extensionOf(v pyrt.Value) (string, []pyrt.Value, error) {
	kind, err := pyrt.LookupAttr(l.thread, v, "extension")
	if err != nil {
		return "", nil, err
	}
	name, ok := pyrt.AsStr(optional(kind))
	if !ok {
		return "", nil, unsupported("a syntax extension of class %s", v.Type().Name)
	}
	args, err := pyrt.GetAttr(l.thread, v, "values")
	return name, l.items(args), err
}

// dmlExtension is update().ext(limit(n)) and delete().ext(limit(n)).
func dmlExtension(l *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, args, err := l.extensionOf(a[1])
	if err != nil {
		return nil, err
	}
	if name != "limit" || len(args) != 1 {
		return nil, unsupported("ext(%s()) of an INSERT, UPDATE or DELETE", name)
	}
	n, err := l.limitOf(args[0])
	if err != nil {
		return nil, err
	}
	return dmlCopy(a[0], func(*expr.Insert) {}, func(x *expr.Update) { x.Limit = n }, func(x *expr.Delete) { x.Limit = n })
}

// selectExtension is select().ext(distinct_on(...)).
func selectExtension(l *Library, _ *pyrt.Thread, s *expr.Select, a []pyrt.Value) error {
	name, args, err := l.extensionOf(a[1])
	if err != nil {
		return err
	}
	if name != "distinct_on" {
		return unsupported("select().ext(%s())", name)
	}
	s.Distinct = true
	s.DistinctOn, err = l.orderings(args)
	return err
}
