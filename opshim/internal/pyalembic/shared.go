package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/pyrt"
)

// opF is op.f(name): a name that no convention touches.
func opF(o *operations, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	conv, err := o.lib.saName(t, "sqlalchemy.sql.elements", "conv")
	if err != nil {
		return nil, err
	}
	return pyrt.Call(t, conv, pyrt.Positional(a[0]))
}

// opInlineLiteral is op.inline_literal: a value that is always written into
// the statement.
func opInlineLiteral(o *operations, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	args := pyrt.Args{Pos: []pyrt.Value{pyrt.None, a[0]}}
	if a[1] != pyrt.None {
		args.Kw = append(args.Kw, pyrt.Keyword{Name: "type_", Value: a[1]})
	}
	v, err := o.lib.saCall(t, "bindparam", args)
	if err != nil {
		return nil, err
	}
	e, err := o.lib.sa.ExprOf(v)
	if err != nil {
		return nil, err
	}
	b, ok := e.(*expr.Bind)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "inline_literal needs a value")
	}
	inline := *b
	inline.Inline = true
	return o.lib.sa.ExprValue(&inline)
}

// opGetBind is op.get_bind().
func opGetBind(o *operations, t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
	return o.context.Bind(t)
}

// opGetContext is op.get_context().
func opGetContext(o *operations, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
	return o.context.Object(), nil
}

// opRunAsync is op.run_async, which needs an asynchronous engine.
func opRunAsync(o *operations, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
	if o.context.AsSQL {
		return nil, pyrt.Errorf(pyrt.NotImplementedError, "Cannot call run_async in SQL mode")
	}
	return nil, pyrt.Errorf(pyrt.ValueError, "Cannot call run_async with a sync engine")
}

// opInvoke is op.invoke(operation).
func opInvoke(o *operations, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	return o.invoke(t, a[0])
}

// invoke finds what implements an operation object: the nearest class that has
// an implementation, a script's own before ours.
func (o *operations) invoke(t *pyrt.Thread, obj pyrt.Value) (pyrt.Value, error) {
	for _, c := range obj.Type().MRO {
		if fn := o.lib.implementation(c, o.context); fn != nil {
			return pyrt.Call(t, fn, pyrt.Positional(o.object, obj))
		}
		if d := o.lib.directiveOf(c); d != nil {
			args, kw, err := o.lib.opArgs(t, d, obj)
			if err != nil {
				return nil, err
			}
			return o.build(t, d, args, kw)
		}
	}
	return nil, pyrt.Errorf(pyrt.ValueError, "no dispatch function for object: %s", shown(t, obj))
}

func shown(t *pyrt.Thread, v pyrt.Value) string {
	s, err := pyrt.Repr(t, v)
	if err != nil {
		return v.Type().Name
	}
	return s
}

// implementation returns the function that implementation_for registered for
// exactly this class.
func (l *Library) implementation(c *pyrt.Type, ctx *Context) pyrt.Value {
	byDialect := l.implementations[c]
	if byDialect == nil {
		return nil
	}
	if ctx.Dialect != nil {
		if fn, ok := byDialect[ctx.Dialect.Name]; ok {
			return fn
		}
	}
	return byDialect["default"]
}

// implementationFor is the decorator that registers an implementation.
func (l *Library) implementationFor(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	class, ok := a[1].(*pyrt.Type)
	if !ok {
		return a[1], nil
	}
	replace := a[2] == pyrt.True
	return pyrt.NewBuiltin("decorate(fn)", func(t *pyrt.Thread, b []pyrt.Value) (pyrt.Value, error) {
		if (l.implementations[class] != nil || l.directiveOf(class) != nil) && !replace {
			return nil, pyrt.Errorf(pyrt.ValueError, "Can not set dispatch function for object %s: key already exists. To replace existing function, use replace=True.",
				shown(t, class))
		}
		if l.implementations[class] == nil {
			l.implementations[class] = map[string]pyrt.Value{}
		}
		l.implementations[class]["default"] = b[0]
		return b[0], nil
	}), nil
}

// registerOperation is the class decorator that adds a directive to Operations
// or BatchOperations: its class method, called with the operations object.
func (l *Library) registerOperation(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	owner, ok := a[0].(*pyrt.Type)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "register_operation is a method of a class")
	}
	name, ok := pyrt.AsStr(a[1])
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "name of an operation must be text")
	}
	source := name
	if s, ok := pyrt.AsStr(a[2]); ok {
		source = s
	}
	return pyrt.NewBuiltin("register(op_cls)", func(t *pyrt.Thread, b []pyrt.Value) (pyrt.Value, error) {
		fn, err := pyrt.GetAttr(t, b[0], source)
		if err != nil {
			return nil, err
		}
		method := pyrt.NewRawBuiltin(name, func(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
			return pyrt.Call(t, fn, args)
		})
		method.Owner = owner // so that it binds self
		if err := pyrt.SetAttr(t, owner, name, method); err != nil {
			return nil, err
		}
		if owner == l.operationsClass() {
			l.defineProxy(name)
		}
		return b[0], nil
	}), nil
}
