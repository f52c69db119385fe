package inert

import "github.com/mrt-tools/mrt/pyrt"

// metaName is the metaclass of classes that derive from something missing.
const metaName = "MissingPackageMeta"

// baseClass is what a class statement gets in place of an inert base: its
// subclasses have every attribute, all of them inert.
func (w *World) baseClass(o *Object) *pyrt.Type {
	if w.base != nil {
		return w.base
	}
	attr := func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[1])
		if dunder(name) && name != "__table__" && name != "__tablename__" {
			return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute '%s'", a[0].Type().Name, name)
		}
		return o.child("." + name), nil
	}
	w.meta = pyrt.NewClass(pyrt.ClassSpec{Name: metaName, Module: "mrt", Bases: []*pyrt.Type{pyrt.TypeType}, Members: func() []pyrt.Member {
		return []pyrt.Member{pyrt.Method("__getattr__(cls, name)", attr)}
	}})
	nothing := func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, o.check() }
	w.base = pyrt.NewClass(pyrt.ClassSpec{Name: "MissingPackageBase", Module: "mrt", Meta: w.meta, Members: func() []pyrt.Member {
		return []pyrt.Member{
			pyrt.Method("__init__(self, *args, **kw)", nothing),
			pyrt.Method("__getattr__(self, name)", attr),
			pyrt.ClassFunc("__init_subclass__(cls, **kw)", nothing),
		}
	}})
	return w.base
}
