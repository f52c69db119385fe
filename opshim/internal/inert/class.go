package inert

import "github.com/mrt-tools/mrt/pyrt"

// metaName is the metaclass of classes that derive from something missing.
const metaName = "MissingPackageMeta"

// baseClass is what a class statement gets in place of an inert base: its
// subclasses have every attribute, all of them inert. Each base is a class of
// its own, so that a class can have several.
func (w *World) baseClass(o *Object) *pyrt.Type {
	if b := w.bases[o.name]; b != nil {
		return b
	}
	if w.meta == nil {
		w.meta = pyrt.NewClass(pyrt.ClassSpec{Name: metaName, Module: "mrt", Bases: []*pyrt.Type{pyrt.TypeType}, Members: func() []pyrt.Member {
			return []pyrt.Member{pyrt.Method("__getattr__(cls, name)", w.attribute)}
		}})
	}
	nothing := func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, o.check() }
	b := pyrt.NewClass(pyrt.ClassSpec{Name: "MissingPackageBase", Module: "mrt", Meta: w.meta, Members: func() []pyrt.Member {
		return []pyrt.Member{
			pyrt.Method("__init__(self, *args, **kw)", nothing),
			pyrt.Method("__getattr__(self, name)", w.attribute),
			pyrt.ClassFunc("__init_subclass__(cls, **kw)", nothing),
		}
	}})
	w.bases[o.name], w.origins[b] = b, o
	return b
}

// attribute is the attribute of a class that derives from something missing, or
// of an instance.
func (w *World) attribute(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, _ := pyrt.AsStr(a[1])
	c, isClass := a[0].(*pyrt.Type)
	if !isClass {
		c = a[0].Type()
	}
	if dunder(name) && name != "__table__" && name != "__tablename__" {
		return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute '%s'", a[0].Type().Name, name)
	}
	for _, k := range c.MRO {
		if o := w.origins[k]; o != nil {
			return o.child("." + name), nil
		}
	}
	return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute '%s'", a[0].Type().Name, name)
}
