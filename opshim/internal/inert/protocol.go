package inert

import "github.com/mrt-tools/mrt/pyrt"

// members are the special methods of inert objects that are looked up on their
// class: with and async with, await, async for.
func (w *World) members() []pyrt.Member {
	enter := func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return use(a[0]) }
	leave := func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return pyrt.False, check(a[0]) }
	await := func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		v, err := use(a[0])
		return w.awaitable(v), err
	}
	return []pyrt.Member{
		pyrt.Method("__enter__(self)", enter),
		pyrt.Method("__exit__(self, *exc)", leave),
		pyrt.Method("__aenter__(self)", enter),
		pyrt.Method("__aexit__(self, *exc)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return w.awaitable(pyrt.False), check(a[0])
		}),
		pyrt.Method("__await__(self)", await),
		pyrt.Method("__aiter__(self)", enter),
		pyrt.Method("__anext__(self)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			end := w.awaitable(nil)
			end.err = pyrt.NewException(pyrt.StopAsyncIteration)
			return end, check(a[0])
		}),
	}
}

func use(v pyrt.Value) (pyrt.Value, error) {
	if o, ok := v.(*Object); ok {
		return o.use("")
	}
	return v, nil
}

func check(v pyrt.Value) error {
	if o, ok := v.(*Object); ok {
		return o.check()
	}
	return nil
}

// awaitable is what await makes v of.
func (w *World) awaitable(v pyrt.Value) *awaited {
	if w.await == nil {
		self := func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }
		w.await = pyrt.NewClass(pyrt.ClassSpec{Name: "MissingPackageAwaitable", Module: "mrt", Members: func() []pyrt.Member {
			return []pyrt.Member{pyrt.Method("__await__(self)", self)}
		}})
	}
	return &awaited{class: w.await, value: v}
}

// awaited is the iterator behind await: it ends at once, with the object.
type awaited struct {
	class *pyrt.Type
	value pyrt.Value
	err   error // or how it ends
}

// Type implements [pyrt.Value].
func (a *awaited) Type() *pyrt.Type { return a.class }

// Next implements [pyrt.Iterator].
func (a *awaited) Next(*pyrt.Thread) (pyrt.Value, error) { return nil, a.err }

// ReturnValue implements [pyrt.Returner].
func (a *awaited) ReturnValue() pyrt.Value { return a.value }

// Standing implements [pyrt.Salvager].
func (w *World) Standing(v pyrt.Value) bool { return Is(v) }

// Salvaged implements [pyrt.Salvager]: while modules load, a call that something
// missing makes fail gives something missing.
func (w *World) Salvaged(v pyrt.Value, _ *pyrt.Exception) pyrt.Value {
	if w.running {
		return nil
	}
	if o, ok := v.(*Object); ok {
		return o.child("()")
	}
	return nil
}
