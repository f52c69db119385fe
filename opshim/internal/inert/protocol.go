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
func (w *World) Standing(v pyrt.Value) bool {
	if Is(v) {
		return true
	}
	if !w.running || w.Stand == nil {
		return false
	}
	_, ok := v.(derived)
	return ok
}

// derived is a value of a symbolic run that nobody knows.
type derived interface {
	// Derive is what comes of it, not known either.
	Derive() pyrt.Value
}

// Salvaged implements [pyrt.Salvager]: while modules load, a call that something
// missing makes fail gives something missing. While a symbolic run executes a
// migration, what a library cannot make of something nobody knows is not known;
// functions of the script fail as they would.
func (w *World) Salvaged(fn, v pyrt.Value, _ *pyrt.Exception) pyrt.Value {
	o, missing := v.(*Object)
	if !w.running {
		if missing {
			return o.child("()")
		}
		return nil
	}
	if f, written := fn.(*pyrt.Function); written {
		if name, _ := pyrt.AsStr(f.Module); w.Library == nil || !w.Library(name) {
			return nil
		}
	}
	if c, ok := fn.(*pyrt.Type); ok && c.IsSubclass(pyrt.ExceptionClass) {
		return nil
	}
	if d, ok := v.(derived); ok {
		return d.Derive()
	}
	if missing {
		return o.stand(false)
	}
	return nil
}
