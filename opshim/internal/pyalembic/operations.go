package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/pyrt"
)

// operations is what an Operations or BatchOperations object acts on. It is
// the Native of such objects.
type operations struct {
	lib     *Library
	context *Context
	batch   *batch // nil outside of batch_alter_table
	object  *pyrt.Object
}

// operationsClass is alembic.operations.Operations.
func (l *Library) operationsClass() *pyrt.Type {
	return l.class("Operations", func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "alembic.operations.base", Bases: []*pyrt.Type{l.abstractOperations()},
			Members: func() []pyrt.Member { return l.directiveMembers(false) }}
	})
}

// batchClass is alembic.operations.BatchOperations.
func (l *Library) batchClass() *pyrt.Type {
	return l.class("BatchOperations", func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "alembic.operations.base", Bases: []*pyrt.Type{l.abstractOperations()},
			Members: func() []pyrt.Member { return l.directiveMembers(true) }}
	})
}

// class makes a class of the library once.
func (l *Library) class(name string, spec func() pyrt.ClassSpec) *pyrt.Type {
	if c, ok := l.classes[name]; ok {
		return c
	}
	s := spec()
	s.Name = name
	c := pyrt.NewClass(s)
	c.Immutable = false // they are written in Python in the original
	l.classes[name] = c
	return c
}

// abstractOperations holds what op and batch_op share.
func (l *Library) abstractOperations() *pyrt.Type {
	return l.class("AbstractOperations", func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "alembic.operations.base", Members: func() []pyrt.Member {
			return append(l.sharedMethods(),
				pyrt.Method("__init__(self, migration_context, impl=None)", l.initOperations),
				pyrt.ClassFunc("register_operation(cls, name, sourcename=None)", l.registerOperation),
				pyrt.ClassFunc("implementation_for(cls, op_cls, replace=False)", l.implementationFor),
				pyrt.ClassFunc("context(cls, migration_context)", l.operationsContext),
				pyrt.Getter("migration_context", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
					o, err := l.operationsOf(self)
					if err != nil {
						return nil, err
					}
					return o.context.Object(), nil
				}),
				pyrt.Getter("impl", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
					o, err := l.operationsOf(self)
					if err != nil {
						return nil, err
					}
					return o.impl(), nil
				}),
			)
		}}
	})
}

// sharedSignatures are the methods of op that are no directives, without self.
func (l *Library) shared() map[string]func(o *operations, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	return map[string]func(o *operations, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error){
		"f(name)":                           opF,
		"inline_literal(value, type_=None)": opInlineLiteral,
		"get_bind()":                        opGetBind,
		"get_context()":                     opGetContext,
		"invoke(operation)":                 opInvoke,
		"run_async(async_function, *args, **kw_args)": opRunAsync,
		"batch_alter_table(table_name, schema=None, recreate='auto', partial_reordering=None, copy_from=None, table_args=(), table_kwargs=None, reflect_args=(), reflect_kwargs=None, naming_convention=None)": opBatchAlterTable,
	}
}

func (l *Library) sharedMethods() []pyrt.Member {
	var out []pyrt.Member
	for sig, fn := range l.shared() {
		out = append(out, pyrt.Method(withSelf(sig), func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			o, err := l.operationsOf(a[0])
			if err != nil {
				return nil, err
			}
			return fn(o, t, a[1:])
		}))
	}
	return out
}

// withSelf puts self in front of the parameters.
func withSelf(signature string) string {
	for i := range len(signature) {
		if signature[i] == '(' {
			if signature[i+1] == ')' {
				return signature[:i] + "(self)"
			}
			return signature[:i] + "(self, " + signature[i+1:]
		}
	}
	return signature
}

// directiveMembers are the directives as methods.
func (l *Library) directiveMembers(inBatch bool) []pyrt.Member {
	var out []pyrt.Member
	for _, d := range directiveTable() {
		params := d.params
		if inBatch {
			params = d.batch
		}
		if params == "-" {
			continue
		}
		out = append(out, l.directiveMethod(l.directives[d.name], params))
	}
	return out
}

func (l *Library) directiveMethod(d *directive, params string) pyrt.Member {
	var self *pyrt.Builtin
	m := pyrt.Method(d.name+"(self, "+params+")", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		o, err := l.operationsOf(a[0])
		if err != nil {
			return nil, err
		}
		args, kw := bind(self.Signature().Params, a)
		return o.run(t, d, args, kw)
	})
	self, _ = m.Value.(*pyrt.Builtin)
	return m
}

// operationsOf gets at the state of an Operations object.
func (l *Library) operationsOf(v pyrt.Value) (*operations, error) {
	if obj, ok := v.(*pyrt.Object); ok {
		if o, ok := obj.Native.(*operations); ok {
			return o, nil
		}
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "expected an Operations object, got %s", v.Type().Name)
}

// newOperations makes the object that op stands for.
func (l *Library) newOperations(c *Context) *operations {
	o := &operations{lib: l, context: c}
	o.object = pyrt.NewObject(l.operationsClass(), o)
	return o
}

// initOperations is Operations(migration_context).
func (l *Library) initOperations(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	obj, ok := a[0].(*pyrt.Object)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "expected an Operations object")
	}
	c, err := l.contextOf(a[1])
	if err != nil {
		return nil, err
	}
	obj.Native = &operations{lib: l, context: c, object: obj}
	return pyrt.None, nil
}

// operationsContext is Operations.context(migration_context): op.* acts on it
// inside the with block.
func (l *Library) operationsContext(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c, err := l.contextOf(a[1])
	if err != nil {
		return nil, err
	}
	var before *operations
	return l.contextManager(func(*pyrt.Thread) (pyrt.Value, error) {
		before = l.current
		l.current = l.newOperations(c)
		return l.current.object, nil
	}, func(_ *pyrt.Thread, _ error) error {
		l.current = before
		return nil
	}), nil
}

// run does a directive: an implementation that a script has put in its place,
// or the op.
func (o *operations) run(t *pyrt.Thread, d *directive, args map[string]pyrt.Value, kw *pyrt.Dict) (pyrt.Value, error) {
	if o.batch != nil {
		o.batch.fill(args)
	}
	if x := o.opaque(d, args, kw); x != nil {
		return pyrt.None, o.emit(t, x)
	}
	if fn := o.lib.implementation(o.lib.opClass(d), o.context); fn != nil {
		obj, err := o.lib.opObject(t, d, args, kw)
		if err != nil {
			return nil, err
		}
		return pyrt.Call(t, fn, pyrt.Positional(o.object, obj))
	}
	return o.build(t, d, args, kw)
}

func (o *operations) build(t *pyrt.Thread, d *directive, args map[string]pyrt.Value, kw *pyrt.Dict) (pyrt.Value, error) {
	c := &call{l: o.lib, t: t, ops: o, args: args, kw: kw}
	out, ret, err := d.build(c)
	if err != nil {
		return nil, o.lib.raise(err)
	}
	if err := c.fire(c.before); err != nil {
		return nil, err
	}
	if err := o.emit(t, out); err != nil {
		return nil, err
	}
	return ret, c.fire(c.after)
}

// fire calls the listeners of a table's event.
func (c *call) fire(event string) error {
	if c.subject == nil {
		return nil
	}
	listeners := c.l.sa.Listeners(c.subject, event)
	if len(listeners) == 0 {
		return nil
	}
	bind, err := c.ops.context.Bind(c.t)
	if err != nil {
		return err
	}
	for _, fn := range listeners {
		_, err := pyrt.Call(c.t, fn, pyrt.Args{Pos: []pyrt.Value{c.subject, bind}, Kw: []pyrt.Keyword{
			{Name: "checkfirst", Value: pyrt.False}, {Name: "_ddl_runner", Value: c.ops.impl()},
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

// emit hands an op over, or queues it in a batch block.
func (o *operations) emit(t *pyrt.Thread, x op.Op) error {
	if o.batch != nil {
		return o.batch.add(t, x)
	}
	return o.context.apply(t, x)
}

// impl is the object that custom operations reach for: op.impl.
func (o *operations) impl() pyrt.Value {
	if o.batch != nil {
		return o.batch.implObject()
	}
	return o.context.Impl()
}
