package pyalembic

import (
	"errors"
	"strings"

	"github.com/mrt-tools/mrt/opshim/internal/inert"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/pyrt"
)

// A configState is the Native of a Config object.
type configState struct {
	cfg *script.Config
	// hidden are values that are no text: inert objects that env.py stored.
	hidden map[string]pyrt.Value
}

// configObject is the Config of the run.
func (e *environment) configObject(t *pyrt.Thread) (*pyrt.Object, error) {
	if e.config != nil {
		return e.config, nil
	}
	cfg := e.lib.set.Project.Config
	o := pyrt.NewObject(e.lib.configClass(), &configState{cfg: cfg, hidden: map[string]pyrt.Value{}})
	o.Dict = pyrt.NewDict()
	o.Dict.SetStr("config_file_name", textOrNone(cfg.IniFile))
	o.Dict.SetStr("toml_file_name", textOrNone(cfg.TomlFile))
	o.Dict.SetStr("config_ini_section", pyrt.Str(cfg.Section))
	o.Dict.SetStr("attributes", pyrt.NewDict())
	o.Dict.SetStr("output_buffer", pyrt.None)
	o.Dict.SetStr("stdout", standardOutput(t))
	x := pyrt.NewList()
	for _, a := range e.lib.set.XArgs {
		x.Elems = append(x.Elems, pyrt.Str(a))
	}
	var xs pyrt.Value = x
	if len(x.Elems) == 0 {
		xs = pyrt.None
	}
	o.Dict.SetStr("cmd_opts", e.lib.namespace("Namespace",
		pyrt.Constant("x", xs), pyrt.Constant("name", pyrt.Str(cfg.Section)), pyrt.Constant("config", textOrNone(cfg.IniFile)),
		pyrt.Constant("sql", pyrt.Bool(e.lib.set.Offline)), pyrt.Constant("tag", pyrt.None), pyrt.Constant("raiseerr", pyrt.False),
		pyrt.Constant("autogenerate", pyrt.False), pyrt.Constant("quiet", pyrt.False), pyrt.Constant("verbose", pyrt.False),
		pyrt.Constant("revision", targetValue(e.lib.set.Destination)), pyrt.Constant("cmd", pyrt.NewTuple())))
	e.config = o
	return o, nil
}

// standardOutput is sys.stdout; None where there is no such module.
func standardOutput(t *pyrt.Thread) pyrt.Value {
	sys, err := pyrt.ImportModule(t, "sys")
	if err != nil {
		return pyrt.None
	}
	out, err := pyrt.LookupAttr(t, sys, "stdout")
	if err != nil || out == nil {
		return pyrt.None
	}
	return out
}

// configMethod is a method of Config without its self.
type configMethod func(l *Library, c *configState, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error)

func (l *Library) onConfig(signature string, fn configMethod) pyrt.Member {
	return pyrt.Method(withSelf(signature), func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		c, ok := native[*configState](a[0])
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "expected a Config object")
		}
		return fn(l, c, t, a[1:])
	})
}

func (l *Library) configClass() *pyrt.Type {
	return l.class("Config", func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "alembic.config", Members: func() []pyrt.Member {
			return []pyrt.Member{
				pyrt.Method("__init__(self, file_=None, toml_file=None, ini_section='alembic', output_buffer=None, stdout=None, cmd_opts=None, config_args=None, attributes=None)", l.initConfig),
				l.onConfig("get_main_option(name, default=None)", configMain),
				l.onConfig("get_alembic_option(name, default=None)", configAlembic),
				l.onConfig("get_section_option(section, name, default=None)", configSectionOption),
				l.onConfig("get_section(name, default=None)", configSection),
				l.onConfig("set_main_option(name, value)", configSetMain),
				l.onConfig("set_section_option(section, name, value)", configSetSection),
				l.onConfig("remove_main_option(name)", configRemove),
				l.onConfig("print_stdout(text, *arg)", configPrint),
				l.onConfig("get_template_directory()", func(*Library, *configState, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
					return pyrt.Str("templates"), nil
				}),
				pyrt.Getter("file_config", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
					c, ok := native[*configState](self)
					if !ok {
						return nil, pyrt.Errorf(pyrt.TypeError, "expected a Config object")
					}
					return pyrt.NewObject(l.parserClass(), c), nil
				}),
			}
		}}
	})
}

// initConfig is Config(...): scripts make one to look something up.
func (l *Library) initConfig(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o, ok := a[0].(*pyrt.Object)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "expected a Config object")
	}
	file, _ := pyrt.AsStr(a[1])
	toml, _ := pyrt.AsStr(a[2])
	section, _ := pyrt.AsStr(a[3])
	cfg, err := script.ReadConfig(l.set.Project.WorkDir, file, toml, section)
	if err != nil {
		return nil, l.raiseConfig(err)
	}
	o.Native = &configState{cfg: cfg, hidden: map[string]pyrt.Value{}}
	o.Dict = pyrt.NewDict()
	for name, v := range map[string]pyrt.Value{
		"config_file_name": textOrNone(file), "toml_file_name": textOrNone(toml), "config_ini_section": pyrt.Str(cfg.Section),
		"output_buffer": a[4], "cmd_opts": a[6], "attributes": pyrt.NewDict(),
	} {
		o.Dict.SetStr(name, v)
	}
	if d, ok := pyrt.AsDict(a[8]); ok {
		o.Dict.SetStr("attributes", d)
	}
	return pyrt.None, nil
}

// raiseConfig turns errors of the configuration into exceptions.
func (l *Library) raiseConfig(err error) error {
	var ini *script.IniError
	if !errors.As(err, &ini) {
		return l.raise(err)
	}
	class := l.class(ini.Class, func() pyrt.ClassSpec {
		base := l.class("configparser.Error", func() pyrt.ClassSpec {
			return pyrt.ClassSpec{Module: "configparser", Bases: []*pyrt.Type{pyrt.ExceptionClass}}
		})
		return pyrt.ClassSpec{Module: "configparser", Bases: []*pyrt.Type{base}}
	})
	return pyrt.NewException(class, pyrt.Str(ini.Message))
}

func hiddenKey(section, name string) string { return section + "\n" + strings.ToLower(name) }

// lookup is a value of a section, def if there is none.
func (c *configState) lookup(l *Library, section, name, def pyrt.Value) (pyrt.Value, error) {
	sec, _ := pyrt.AsStr(section)
	key, ok := pyrt.AsStr(name)
	if !ok {
		return nil, pyrt.Errorf(pyrt.AttributeError, "'%s' object has no attribute 'lower'", name.Type().Name)
	}
	if v, ok := c.hidden[hiddenKey(sec, key)]; ok {
		return v, nil
	}
	v, ok, err := c.cfg.SectionOption(sec, key)
	if err != nil {
		return nil, l.raiseConfig(err)
	}
	if !ok {
		return def, nil
	}
	return pyrt.Str(v), nil
}

func configMain(l *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	return c.lookup(l, pyrt.Str(c.cfg.Section), a[0], a[1])
}

func configSectionOption(l *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	return c.lookup(l, a[0], a[1], a[2])
}

func configAlembic(l *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, _ := pyrt.AsStr(a[0])
	if c.cfg.Ini.Has(c.cfg.Section, name) {
		return c.lookup(l, pyrt.Str(c.cfg.Section), a[0], a[1])
	}
	v, ok, err := c.cfg.Toml(name)
	if err != nil {
		return nil, l.raiseConfig(err)
	}
	if !ok {
		return a[1], nil
	}
	return plainValue(v), nil
}

// plainValue is a TOML value in Python.
func plainValue(v any) pyrt.Value {
	switch v := v.(type) {
	case string:
		return pyrt.Str(v)
	case bool:
		return pyrt.Bool(v)
	case int64:
		return pyrt.Int(v)
	case []any:
		list := pyrt.NewList()
		for _, e := range v {
			list.Elems = append(list.Elems, plainValue(e))
		}
		return list
	case map[string]any:
		d := pyrt.NewDict()
		for _, k := range sortedNames(v) {
			d.SetStr(k, plainValue(v[k]))
		}
		return d
	}
	return pyrt.None
}

// configSection is get_section: all values of a section as a dictionary.
func configSection(l *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, _ := pyrt.AsStr(a[0])
	if !c.cfg.Ini.HasSection(name) {
		return a[1], nil
	}
	d := pyrt.NewDict()
	for _, o := range c.cfg.Ini.Options(name) {
		v, err := c.lookup(l, a[0], pyrt.Str(o), pyrt.None)
		if err != nil {
			return nil, err
		}
		d.SetStr(o, v)
	}
	for k, v := range c.hidden {
		if sec, o, _ := strings.Cut(k, "\n"); sec == name {
			d.SetStr(o, v)
		}
	}
	return d, nil
}

func configSetMain(l *Library, c *configState, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	return configSetSection(l, c, t, []pyrt.Value{pyrt.Str(c.cfg.Section), a[0], a[1]})
}

// configSetSection stores a value as ConfigParser.set does: text only, with
// percent signs that make sense.
func configSetSection(_ *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	section, _ := pyrt.AsStr(a[0])
	name, _ := pyrt.AsStr(a[1])
	if inert.Is(a[2]) {
		c.hidden[hiddenKey(section, name)] = a[2]
		c.cfg.Ini.Set(section, name, "")
		return pyrt.None, nil
	}
	value, ok := pyrt.AsStr(a[2])
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "option values must be strings")
	}
	if at := script.BadInterpolation(value); at >= 0 {
		return nil, pyrt.Errorf(pyrt.ValueError, "invalid interpolation syntax in %s at position %d", script.Quote(value), at)
	}
	delete(c.hidden, hiddenKey(section, name))
	c.cfg.Ini.Set(section, name, value)
	return pyrt.None, nil
}

func configRemove(_ *Library, c *configState, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, _ := pyrt.AsStr(a[0])
	c.cfg.Ini.Remove(c.cfg.Section, name)
	return pyrt.None, nil
}

// configPrint is print_stdout.
func configPrint(_ *Library, _ *configState, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	text := a[0]
	if args, ok := pyrt.AsTuple(a[1]); ok && len(args) > 0 {
		var err error
		if text, err = pyrt.Binary(t, pyrt.OpMod, text, a[1]); err != nil {
			return nil, err
		}
	}
	s, err := pyrt.ToStr(t, text)
	if err != nil {
		return nil, err
	}
	if t.Stdout != nil {
		if _, err := t.Stdout.Write([]byte(s + "\n")); err != nil {
			return nil, err
		}
	}
	return pyrt.None, nil
}
