package pyalembic

import (
	"github.com/mrt-tools/mrt/pyrt"
)

// fillOp makes alembic.op: functions that act on the current Operations
// object, so that importing them outside of a migration is no error but
// calling them is.
func fillOp(l *Library, m *pyrt.Module) error {
	for _, d := range directiveTable() {
		l.defineDirectiveProxy(m, d)
	}
	for sig, fn := range l.shared() {
		var self *pyrt.Builtin
		self = pyrt.NewBuiltin(sig, func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			o, err := l.currentOperations(self.Name)
			if err != nil {
				return nil, err
			}
			return fn(o, t, a)
		})
		self.Module = m.Name
		m.Set(self.Name, self)
	}
	for _, name := range []string{"register_operation", "implementation_for"} {
		m.Set(name, pyrt.NewRawBuiltin(name, func(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
			fn, err := pyrt.GetAttr(t, l.operationsClass(), name)
			if err != nil {
				return nil, err
			}
			return pyrt.Call(t, fn, args)
		}))
	}
	m.Lazy = func(t *pyrt.Thread, name string) (pyrt.Value, error) {
		if l.current == nil {
			return nil, nil
		}
		switch name {
		case "impl", "migration_context":
			return pyrt.GetAttr(t, l.current.object, name)
		case "_proxy":
			return l.current.object, nil
		}
		return nil, nil
	}
	return nil
}

// currentOperations is what op.* acts on.
func (l *Library) currentOperations(name string) (*operations, error) {
	if l.current == nil {
		return nil, pyrt.Errorf(pyrt.NameError, "Can't invoke function '%s', as the proxy object has not yet been established for the Alembic 'Operations' class.  Try placing this code inside a callable.", name)
	}
	return l.current, nil
}

func (l *Library) defineDirectiveProxy(m *pyrt.Module, d *directive) {
	var self *pyrt.Builtin
	self = pyrt.NewBuiltin(d.name+"("+d.params+")", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		o, err := l.currentOperations(d.name)
		if err != nil {
			return nil, err
		}
		args, kw := bind(self.Signature().Params, a)
		return o.run(t, l.directives[d.name], args, kw)
	})
	self.Module = m.Name
	m.Set(d.name, self)
}

// defineProxy adds a registered operation to alembic.op.
func (l *Library) defineProxy(name string) {
	m, err := l.Import("alembic.op")
	if err != nil || m == nil {
		return
	}
	m.Set(name, pyrt.NewRawBuiltin(name, func(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
		o, err := l.currentOperations(name)
		if err != nil {
			return nil, err
		}
		fn, err := pyrt.GetAttr(t, o.object, name)
		if err != nil {
			return nil, err
		}
		return pyrt.Call(t, fn, args)
	}))
}
