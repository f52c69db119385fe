package pysa

import (
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// decoratorInit is TypeDecorator.__init__: self.impl is made of the class's impl
// with the arguments.
func (l *Library) decoratorInit(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
	self, ok := args.Pos[0].(*pyrt.Object)
	if !ok {
		return pyrt.None, nil
	}
	impl, err := pyrt.LookupAttr(t, self.Class, "impl")
	if err != nil {
		return nil, err
	}
	if impl == nil {
		return nil, pyrt.Errorf(pyrt.AttributeError, "TypeDecorator implementations require a class-level variable 'impl' which refers to the class of type being decorated")
	}
	inst := impl
	if c, ok := impl.(*pyrt.Type); ok {
		if inst, err = pyrt.Instantiate(t, c, pyrt.Args{Pos: args.Pos[1:], Kw: args.Kw}); err != nil {
			return nil, err
		}
	} else if _, ok := impl.(*inertObject); !ok && !l.isType(impl) {
		if inst, err = l.toInstance(t, impl); err != nil {
			return nil, err
		}
	}
	if self.Dict == nil {
		self.Dict = pyrt.NewDict()
	}
	self.Dict.SetStr("impl", inst)
	return pyrt.None, nil
}

// decoratorImpl is the type that a TypeDecorator wraps, also when its __init__
// was not run.
func (l *Library) decoratorImpl(o *pyrt.Object) (*pyrt.Object, error) {
	if o.Dict != nil {
		if v, ok := o.Dict.GetStr("impl"); ok && l.isType(v) {
			return v.(*pyrt.Object), nil
		}
	}
	switch o.Native.(*typeState).spec.key {
	case "Interval", "PickleType":
		if v, _ := pyrt.LookupAttr(l.thread, o, "impl"); v == nil || v == pyrt.None {
			return nil, nil
		}
	}
	v, err := pyrt.LookupAttr(l.thread, o, "impl")
	if err != nil || v == nil || v == pyrt.None {
		return nil, err
	}
	return l.toInstance(l.thread, v)
}

// decoratorMembers are the methods that subclasses override, with what they do
// when they are not.
func (l *Library) decoratorMembers() []pyrt.Member {
	same := func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[1], nil }
	return []pyrt.Member{
		// TypeDecorator[int] is the class.
		pyrt.ClassFunc("__class_getitem__(cls, item)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("load_dialect_impl(self, dialect)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			o, err := l.decoratorImpl(a[0].(*pyrt.Object))
			if o == nil {
				return pyrt.None, err
			}
			return o, err
		}),
		l.method("type_engine(self, dialect)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.CallMethod(t, a[0], "load_dialect_impl", a[1])
		}),
		l.getter("impl_instance", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			return pyrt.GetAttr(t, self, "impl")
		}),
		l.method("process_bind_param(self, value, dialect)", same),
		l.method("process_result_value(self, value, dialect)", same),
		l.method("process_literal_param(self, value, dialect)", same),
		l.method("coerce_compared_value(self, op, value)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		pyrt.Constant("cache_ok", pyrt.None),
		pyrt.RawMethod("__getattr__", func(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
			return l.decoratorGetattr(t, args)
		}),
	}
}

// decoratorGetattr proxies to the wrapped type.
func (l *Library) decoratorGetattr(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
	if len(args.Pos) != 2 {
		return nil, pyrt.Errorf(pyrt.TypeError, "__getattr__() takes 2 positional arguments")
	}
	name, _ := pyrt.AsStr(args.Pos[1])
	o, ok := args.Pos[0].(*pyrt.Object)
	if ok && name != "impl" && o.Dict != nil {
		if impl, ok := o.Dict.GetStr("impl"); ok {
			return pyrt.GetAttr(t, impl, name)
		}
	}
	return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute '%s'", args.Pos[0].Type().Name, name)
}

// overrides reports whether a class written in Python defines name itself.
func (l *Library) overrides(o *pyrt.Object, name string) bool {
	for _, k := range o.Class.MRO {
		if k.Module == "sqlalchemy.sql.sqltypes" {
			return false
		}
		if _, ok := k.Dict.GetStr(name); ok {
			return true
		}
	}
	return false
}

// typeHook answers for a type with Python code; it implements schema.TypeHook.
type typeHook struct {
	lib *Library
	obj *pyrt.Object
}

// ColSpec is what @compiles or get_col_spec says.
func (h *typeHook) ColSpec(dialect string) (string, bool, error) {
	l := h.lib
	if f := l.compilesFunc(h.obj.Class, dialect); f != nil {
		v, err := pyrt.Call(l.thread, f, pyrt.Positional(h.obj, l.newCompiler(dialect, nil, h.obj)))
		return specText(v, err)
	}
	if !l.overrides(h.obj, "get_col_spec") {
		return "", false, nil
	}
	v, err := pyrt.CallMethod(l.thread, h.obj, "get_col_spec")
	return specText(v, err)
}

func specText(v pyrt.Value, err error) (string, bool, error) {
	if err != nil {
		return "", false, err
	}
	s, ok := pyrt.AsStr(v)
	return s, ok, nil
}

// DialectImpl is what load_dialect_impl returns.
func (h *typeHook) DialectImpl(dialect string) (*schema.Type, error) {
	l := h.lib
	if !h.obj.Class.IsSubclass(l.class("TypeDecorator")) || !l.overrides(h.obj, "load_dialect_impl") {
		return nil, nil
	}
	d, err := l.dialectObject(dialect)
	if err != nil {
		return nil, err
	}
	v, err := pyrt.CallMethod(l.thread, h.obj, "load_dialect_impl", d)
	if err != nil {
		return nil, err
	}
	if v == pyrt.Value(h.obj) {
		return nil, nil
	}
	ty, err := l.TypeOf(v)
	return &ty, err
}

// BindValue runs process_bind_param or bind_processor.
func (h *typeHook) BindValue(value any, dialect string) (any, error) {
	return h.convert(value, dialect, "process_bind_param", "bind_processor")
}

// ResultValue runs process_result_value or result_processor.
func (h *typeHook) ResultValue(value pyrt.Value, dialect string) (pyrt.Value, error) {
	return h.process(value, dialect, "process_result_value", "result_processor")
}

func (h *typeHook) convert(value any, dialect, method, processor string) (any, error) {
	l := h.lib
	if !l.overrides(h.obj, method) && !l.overrides(h.obj, processor) {
		return value, nil
	}
	py, err := l.ToPython(value)
	if err != nil {
		return nil, err
	}
	v, err := h.process(py, dialect, method, processor)
	if err != nil {
		return nil, err
	}
	return l.FromPython(v)
}

func (h *typeHook) process(value pyrt.Value, dialect, method, processor string) (pyrt.Value, error) {
	l := h.lib
	d, err := l.dialectObject(dialect)
	if err != nil {
		return nil, err
	}
	if l.overrides(h.obj, method) {
		return pyrt.CallMethod(l.thread, h.obj, method, value, d)
	}
	if !l.overrides(h.obj, processor) {
		return value, nil
	}
	args := []pyrt.Value{d}
	if processor == "result_processor" {
		args = append(args, pyrt.None)
	}
	f, err := pyrt.CallMethod(l.thread, h.obj, processor, args...)
	if err != nil || f == pyrt.None {
		return value, err
	}
	return pyrt.Call(l.thread, f, pyrt.Positional(value))
}

// LiteralValue runs process_literal_param (as a value that is then rendered) or
// literal_processor (SQL text).
func (h *typeHook) LiteralValue(value any, dialect string) (string, bool, error) {
	l := h.lib
	name, isText := "literal_processor", true
	if !l.overrides(h.obj, name) {
		name, isText = "process_literal_param", false
		if !l.overrides(h.obj, name) {
			return "", false, nil
		}
	}
	py, err := l.ToPython(value)
	if err != nil {
		return "", false, err
	}
	d, err := l.dialectObject(dialect)
	if err != nil {
		return "", false, err
	}
	if isText {
		f, err := pyrt.CallMethod(l.thread, h.obj, name, d)
		if err != nil || f == pyrt.None {
			return "", false, err
		}
		return specText(pyrt.Call(l.thread, f, pyrt.Positional(py)))
	}
	v, err := pyrt.CallMethod(l.thread, h.obj, name, py, d)
	if err != nil {
		return "", false, err
	}
	return l.literalText(h.obj, v, dialect)
}
