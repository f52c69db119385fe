package stdlib

import "github.com/mrt-tools/mrt/pyrt"

// collectionsModule is the Go half of collections.
func collectionsModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_collections")
	m.Define("count(mapping, iterable, /)", countElements)
	m.Define("keep(self, value, /)", func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
		return nil, pyrt.Errorf(pyrt.AttributeError, "can't set attribute")
	})
	m.Define("stay(self, /)", func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
		return nil, pyrt.Errorf(pyrt.AttributeError, "can't delete attribute")
	})
	return m
}

// countElements adds one to the value of each element in a dict.
func countElements(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	d, ok := pyrt.AsDict(a[0])
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "a dict is required, not %s", a[0].Type().Name)
	}
	return pyrt.None, pyrt.Each(t, a[1], func(e pyrt.Value) error {
		v, err := d.Get(t, e)
		if err != nil {
			return err
		}
		if v == nil {
			v = pyrt.Int(0)
		}
		if v, err = pyrt.Binary(t, pyrt.OpAdd, v, pyrt.Int(1)); err != nil {
			return err
		}
		return d.Set(t, e, v)
	})
}
