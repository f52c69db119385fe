package stdlib

import (
	"strconv"

	"github.com/mrt-tools/mrt/pyrt"
)

func itoa(n int) string { return strconv.Itoa(n) }

func patternOf(v pyrt.Value) *pattern { return v.(*pyrt.Object).Native.(*pattern) }
func matchOf(v pyrt.Value) *match     { return v.(*pyrt.Object).Native.(*match) }

// patternRepr is re.compile('…', re.IGNORECASE|…).
func patternRepr(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	p := patternOf(a[0])
	src, err := pyrt.Repr(t, p.src)
	if err != nil {
		return nil, err
	}
	if rs := pyrt.CodePoints(src); len(rs) > 200 {
		src = pyrt.FromCodePoints(rs[:200])
	}
	flags := int(p.prog.Flags)
	if !p.prog.Bytes && flags&(4|32|256) == 32 {
		flags &^= 32
	}
	text := ""
	for _, f := range []struct {
		bit  int
		name string
	}{{2, "re.IGNORECASE"}, {4, "re.LOCALE"}, {8, "re.MULTILINE"}, {16, "re.DOTALL"}, {32, "re.UNICODE"}, {64, "re.VERBOSE"}, {128, "re.DEBUG"}, {256, "re.ASCII"}} {
		if flags&f.bit != 0 {
			if text != "" {
				text += "|"
			}
			text += f.name
			flags &^= f.bit
		}
	}
	if flags != 0 {
		if text != "" {
			text += "|"
		}
		text += "0x" + strconv.FormatInt(int64(flags), 16)
	}
	if text != "" {
		text = ", " + text
	}
	return pyrt.Str("re.compile(" + src + text + ")"), nil
}

// index resolves a group number or name.
func (m *match) index(t *pyrt.Thread, v pyrt.Value) (int, error) {
	p := m.pat.Native.(*pattern)
	if s, ok := pyrt.AsStr(v); ok {
		if n, ok := p.prog.Names[s]; ok {
			return n, nil
		}
		return 0, pyrt.Errorf(pyrt.IndexError, "no such group")
	}
	n, err := pyrt.Index(t, v)
	if err != nil {
		return 0, pyrt.Errorf(pyrt.IndexError, "no such group")
	}
	i, ok := n.(pyrt.Int)
	if !ok || i < 0 || int(i) > p.prog.Groups {
		return 0, pyrt.Errorf(pyrt.IndexError, "no such group")
	}
	return int(i), nil
}

func (m *match) group(i int, absent pyrt.Value) pyrt.Value {
	lo, hi := m.spans[2*i], m.spans[2*i+1]
	if lo < 0 || hi < 0 {
		return absent
	}
	return slice(m.pat.Native.(*pattern), m.text, lo, hi)
}

func (m *match) span(i int) (int, int) {
	if m.spans[2*i+1] < 0 {
		return -1, -1
	}
	return m.spans[2*i], m.spans[2*i+1]
}

// edge is start, end and span.
func edge(f func(lo, hi int) pyrt.Value) pyrt.BuiltinFunc {
	return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		m := matchOf(a[0])
		i, err := m.index(t, a[1])
		if err != nil {
			return nil, err
		}
		lo, hi := m.span(i)
		return f(lo, hi), nil
	}
}

func matchGroup(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	m := matchOf(a[0])
	which := a[1].(*pyrt.Tuple).Elems
	if len(which) == 0 {
		return m.group(0, pyrt.None), nil
	}
	out := make([]pyrt.Value, len(which))
	for k, v := range which {
		i, err := m.index(t, v)
		if err != nil {
			return nil, err
		}
		out[k] = m.group(i, pyrt.None)
	}
	if len(out) == 1 {
		return out[0], nil
	}
	return pyrt.NewTuple(out...), nil
}

// sreModule is the Go half of module re.
func sreModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_sre")
	m.Define("compile(pattern, flags)", sreCompile)
	m.Set("Pattern", patternClass)
	m.Set("Match", matchClass)
	m.Set("PatternError", patternError)
	return m
}
