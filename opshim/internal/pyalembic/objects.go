package pyalembic

import (
	"github.com/mrt-tools/mrt/pyrt"
)

// A manager is the state of a context manager made in Go.
type manager struct {
	enter func(*pyrt.Thread) (pyrt.Value, error)
	exit  func(*pyrt.Thread, error) error
}

// contextManager makes an object for a with statement. exit is told the
// exception that ends the block, nil if it ends well.
func (l *Library) contextManager(enter func(*pyrt.Thread) (pyrt.Value, error), exit func(*pyrt.Thread, error) error) pyrt.Value {
	class := l.class("_GeneratorContextManager", func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "contextlib", Members: func() []pyrt.Member {
			return []pyrt.Member{
				pyrt.Method("__enter__(self)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					m, err := managerOf(a[0])
					if err != nil {
						return nil, err
					}
					return m.enter(t)
				}),
				pyrt.Method("__exit__(self, typ, value, traceback)", exitManager),
			}
		}}
	})
	return pyrt.NewObject(class, &manager{enter, exit})
}

func managerOf(v pyrt.Value) (*manager, error) {
	if o, ok := v.(*pyrt.Object); ok {
		if m, ok := o.Native.(*manager); ok {
			return m, nil
		}
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "not a context manager")
}

func exitManager(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	m, err := managerOf(a[0])
	if err != nil {
		return nil, err
	}
	var raised error
	if exc, ok := a[2].(*pyrt.Object); ok {
		raised = &pyrt.Exception{Value: exc}
	} else if a[1] != pyrt.None {
		raised = pyrt.Errorf(pyrt.RuntimeError, "block ended by an exception")
	}
	return pyrt.False, m.exit(t, raised)
}

// nullContext is contextlib.nullcontext().
func (l *Library) nullContext() pyrt.Value {
	return l.contextManager(
		func(*pyrt.Thread) (pyrt.Value, error) { return pyrt.None, nil },
		func(*pyrt.Thread, error) error { return nil })
}

// namespaceClass is a plain class whose objects hold attributes.
func (l *Library) namespaceClass(name string) *pyrt.Type {
	return l.class(name, func() pyrt.ClassSpec { return pyrt.ClassSpec{Module: "alembic"} })
}

// namespace is an object with attributes.
func (l *Library) namespace(class string, attrs ...pyrt.Member) *pyrt.Object {
	o := pyrt.NewObject(l.namespaceClass(class), nil)
	o.Dict = pyrt.NewDict()
	for _, a := range attrs {
		o.Dict.SetStr(a.Name, a.Value)
	}
	return o
}

// strings makes a tuple of texts.
func tupleOf(list []string) *pyrt.Tuple {
	out := make([]pyrt.Value, len(list))
	for i, s := range list {
		out[i] = pyrt.Str(s)
	}
	return pyrt.NewTuple(out...)
}

// textOrNone is a text, None for "".
func textOrNone(s string) pyrt.Value {
	if s == "" {
		return pyrt.None
	}
	return pyrt.Str(s)
}

// native finds the Go state of an object.
func native[T any](v pyrt.Value) (T, bool) {
	var none T
	o, ok := v.(*pyrt.Object)
	if !ok {
		return none, false
	}
	n, ok := o.Native.(T)
	return n, ok
}
