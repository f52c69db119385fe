package stdlib

import (
	"github.com/mrt-tools/mrt/pyrt"
)

func patternMembers() []pyrt.Member {
	get := func(name string, f func(p *pattern) pyrt.Value) pyrt.Member {
		return pyrt.Getter(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return f(patternOf(self)), nil })
	}
	self := func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }
	return []pyrt.Member{
		pyrt.Method("match(self, string, pos=..., endpos=...)", oneMatch("match")),
		pyrt.Method("fullmatch(self, string, pos=..., endpos=...)", oneMatch("fullmatch")),
		pyrt.Method("search(self, string, pos=..., endpos=...)", oneMatch("search")),
		pyrt.Method("findall(self, string, pos=..., endpos=...)", patternFindall),
		pyrt.Method("finditer(self, string, pos=..., endpos=...)", patternFinditer),
		pyrt.Method("split(self, string, maxsplit=0)", patternSplit),
		pyrt.Method("sub(self, repl, string, count=0)", patternSub(false)),
		pyrt.Method("subn(self, repl, string, count=0)", patternSub(true)),
		pyrt.Method("__copy__(self)", self),
		pyrt.Method("__deepcopy__(self, memo)", self),
		pyrt.Method("__eq__(self, other)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			o, ok := a[1].(*pyrt.Object)
			if !ok {
				return pyrt.NotImplemented, nil
			}
			q, ok := o.Native.(*pattern)
			if !ok {
				return pyrt.NotImplemented, nil
			}
			p := patternOf(a[0])
			eq, err := pyrt.Equal(t, p.src, q.src)
			return pyrt.Bool(eq && p.prog.Flags == q.prog.Flags && p.prog.Bytes == q.prog.Bytes), err
		}),
		pyrt.Method("__hash__(self)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			h, err := pyrt.Hash(t, patternOf(a[0]).src)
			return pyrt.Int(h ^ int64(patternOf(a[0]).prog.Flags)), err
		}),
		pyrt.Method("__repr__(self)", patternRepr),
		get("pattern", func(p *pattern) pyrt.Value { return p.src }),
		get("flags", func(p *pattern) pyrt.Value { return pyrt.Int(p.prog.Flags) }),
		get("groups", func(p *pattern) pyrt.Value { return pyrt.Int(p.prog.Groups) }),
		get("groupindex", func(p *pattern) pyrt.Value {
			d := pyrt.NewDict()
			for _, n := range p.prog.Order {
				d.SetStr(n, pyrt.Int(p.prog.Names[n]))
			}
			return &pyrt.MappingProxy{Mapping: d}
		}),
		pyrt.ClassFunc("__class_getitem__(cls, key)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.NewGenericAlias(a[0], a[1]), nil
		}),
	}
}

func matchMembers() []pyrt.Member {
	get := func(name string, f func(m *match) pyrt.Value) pyrt.Member {
		return pyrt.Getter(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return f(matchOf(self)), nil })
	}
	self := func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }
	return []pyrt.Member{
		pyrt.Method("group(self, *groups)", matchGroup),
		pyrt.Method("__getitem__(self, key)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return matchGroup(t, []pyrt.Value{a[0], pyrt.NewTuple(a[1])})
		}),
		pyrt.Method("groups(self, default=None)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			m := matchOf(a[0])
			var out []pyrt.Value
			for i := 1; i < len(m.spans)/2; i++ {
				out = append(out, m.group(i, a[1]))
			}
			return pyrt.NewTuple(out...), nil
		}),
		pyrt.Method("groupdict(self, default=None)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			m := matchOf(a[0])
			d := pyrt.NewDict()
			prog := m.pat.Native.(*pattern).prog
			for _, n := range prog.Order {
				d.SetStr(n, m.group(prog.Names[n], a[1]))
			}
			return d, nil
		}),
		pyrt.Method("start(self, group=0)", edge(func(lo, _ int) pyrt.Value { return pyrt.Int(lo) })),
		pyrt.Method("end(self, group=0)", edge(func(_, hi int) pyrt.Value { return pyrt.Int(hi) })),
		pyrt.Method("span(self, group=0)", edge(func(lo, hi int) pyrt.Value { return pyrt.NewTuple(pyrt.Int(lo), pyrt.Int(hi)) })),
		pyrt.Method("expand(self, template)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			m := matchOf(a[0])
			p := m.pat.Native.(*pattern)
			tpl, err := parseTemplate(t, p, a[1])
			if err != nil {
				return nil, err
			}
			return tpl.expand(p, m.text, m.spans), nil
		}),
		pyrt.Method("__copy__(self)", self),
		pyrt.Method("__deepcopy__(self, memo)", self),
		pyrt.Method("__repr__(self)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			m := matchOf(a[0])
			s, err := pyrt.Repr(t, m.group(0, pyrt.None))
			return pyrt.Str("<re.Match object; span=(" + itoa(m.spans[0]) + ", " + itoa(m.spans[1]) + "), match=" + s + ">"), err
		}),
		get("re", func(m *match) pyrt.Value { return m.pat }),
		get("string", func(m *match) pyrt.Value { return m.str }),
		get("pos", func(m *match) pyrt.Value { return pyrt.Int(m.pos) }),
		get("endpos", func(m *match) pyrt.Value { return pyrt.Int(m.endpos) }),
		get("lastindex", func(m *match) pyrt.Value {
			if m.last == 0 {
				return pyrt.None
			}
			return pyrt.Int(m.last)
		}),
		get("lastgroup", func(m *match) pyrt.Value {
			for n, i := range m.pat.Native.(*pattern).prog.Names {
				if i == m.last {
					return pyrt.Str(n)
				}
			}
			return pyrt.None
		}),
		get("regs", func(m *match) pyrt.Value {
			var out []pyrt.Value
			for i := range len(m.spans) / 2 {
				lo, hi := m.span(i)
				out = append(out, pyrt.NewTuple(pyrt.Int(lo), pyrt.Int(hi)))
			}
			return pyrt.NewTuple(out...)
		}),
		pyrt.ClassFunc("__class_getitem__(cls, key)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.NewGenericAlias(a[0], a[1]), nil
		}),
	}
}
