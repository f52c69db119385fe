package stdlib

import "github.com/mrt-tools/mrt/pyrt"

// codecsModule is module _codecs: what module codecs needs of the codecs
// behind str.encode and bytes.decode.
func codecsModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_codecs")
	m.Define("name(encoding, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, ok := pyrt.AsStr(a[0])
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "lookup() argument must be str, not %s", a[0].Type().Name)
		}
		if name := pyrt.EncodingName(s); name != "" {
			return pyrt.Str(name), nil
		}
		return pyrt.None, nil
	})
	m.Define("register_error(name, handler, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, _ := pyrt.AsStr(a[0])
		t.RegisterCodecError(s, a[1])
		return pyrt.None, nil
	})
	return m
}
