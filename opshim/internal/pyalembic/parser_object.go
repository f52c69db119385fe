package pyalembic

import (
	"slices"

	"github.com/mrt-tools/mrt/pyrt"
)

// parserClass is the class of config.file_config: what env.py files ask a
// ConfigParser.
func (l *Library) parserClass() *pyrt.Type {
	return l.class("ConfigParser", func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "configparser", Members: func() []pyrt.Member {
			return []pyrt.Member{
				l.onConfig("sections()", func(_ *Library, c *configState, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
					return listOf(c.cfg.Ini.Sections()), nil
				}),
				l.onConfig("has_section(section)", func(_ *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					s, _ := pyrt.AsStr(a[0])
					return pyrt.Bool(c.cfg.Ini.HasSection(s)), nil
				}),
				l.onConfig("has_option(section, option)", func(_ *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					s, _ := pyrt.AsStr(a[0])
					o, _ := pyrt.AsStr(a[1])
					return pyrt.Bool(c.cfg.Ini.Has(s, o)), nil
				}),
				l.onConfig("options(section)", func(_ *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					s, _ := pyrt.AsStr(a[0])
					return listOf(c.cfg.Ini.Options(s)), nil
				}),
				l.onConfig("get(section, option, *, raw=False, vars=None, fallback=None)", func(l *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					return c.lookup(l, a[0], a[1], a[4])
				}),
				l.onConfig("items(section)", func(l *Library, c *configState, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					v, err := configSection(l, c, t, []pyrt.Value{a[0], pyrt.NewDict()})
					if err != nil {
						return nil, err
					}
					list := pyrt.NewList()
					if d, ok := pyrt.AsDict(v); ok {
						for _, e := range d.Items() {
							list.Elems = append(list.Elems, pyrt.NewTuple(e[0], e[1]))
						}
					}
					return list, nil
				}),
				l.onConfig("set(section, option, value=None)", configSetSection),
				l.onConfig("add_section(section)", func(_ *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					s, _ := pyrt.AsStr(a[0])
					c.cfg.Ini.AddSection(s)
					return pyrt.None, nil
				}),
				l.onConfig("__getitem__(section)", func(l *Library, c *configState, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					v, err := configSection(l, c, t, []pyrt.Value{a[0], pyrt.None})
					if err == nil && v == pyrt.None {
						err = pyrt.NewException(pyrt.KeyError, a[0])
					}
					return v, err
				}),
				l.onConfig("__contains__(section)", func(_ *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					s, _ := pyrt.AsStr(a[0])
					return pyrt.Bool(s == "DEFAULT" || c.cfg.Ini.HasSection(s)), nil
				}),
			}
		}}
	})
}

func listOf(list []string) *pyrt.List {
	out := pyrt.NewList()
	for _, s := range list {
		out.Elems = append(out.Elems, pyrt.Str(s))
	}
	return out
}

func sortedNames[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
