package script

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"sync"
)

// A Config is the configuration of a project: an alembic.ini, the
// [tool.alembic] table of a pyproject.toml, or both; the ini wins.
type Config struct {
	IniFile  string // path as it was named; "" if there is none
	TomlFile string // likewise
	Section  string // section of the ini, usually "alembic"
	Ini      *Ini   // never nil

	// Warnings are the deprecations that Alembic warns of.
	Warnings []string

	toml     map[string]any
	tomlHere string
}

// ReadConfig reads the two files; either name may be empty, and a file that
// does not exist counts as empty. Relative names count from dir.
func ReadConfig(dir, ini, tomlFile, section string) (*Config, error) {
	if section == "" {
		section = "alembic"
	}
	c := &Config{IniFile: ini, TomlFile: tomlFile, Section: section}
	if err := c.readIni(dir); err != nil {
		return nil, err
	}
	if err := c.readToml(dir); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *Config) readIni(dir string) error {
	if c.IniFile == "" {
		c.Ini = NewIni("", map[string]string{"here": filepath.ToSlash(dir)})
		c.Ini.AddSection(c.Section)
		return nil
	}
	path := under(dir, c.IniFile)
	here := map[string]string{"here": filepath.ToSlash(filepath.Dir(path))}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		c.Ini = NewIni(c.IniFile, here)
		return nil
	}
	if err != nil {
		return err
	}
	c.Ini, err = ParseIni(c.IniFile, string(text), here)
	return err
}

func (c *Config) readToml(dir string) error {
	if c.TomlFile == "" {
		return nil
	}
	path := under(dir, c.TomlFile)
	c.tomlHere = filepath.ToSlash(filepath.Dir(path))
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var doc map[string]any
	if err := toml.Unmarshal(text, &doc); err != nil {
		var d *toml.DecodeError
		if errors.As(err, &d) {
			row, col := d.Position()
			return fmt.Errorf("%s:%d:%d: %s", c.TomlFile, row, col, strings.TrimPrefix(d.Error(), "toml: "))
		}
		return fmt.Errorf("%s: %w", c.TomlFile, err)
	}
	tool, _ := doc["tool"].(map[string]any)
	table, ok := tool["alembic"]
	if !ok {
		return nil
	}
	if c.toml, ok = table.(map[string]any); !ok {
		return &Error{Class: CommandError, Message: "Incorrect TOML format"}
	}
	return nil
}

// HasToml tells whether pyproject.toml has a [tool.alembic] table.
func (c *Config) HasToml() bool { return c.toml != nil }

// TomlHere is the folder of pyproject.toml, "" if there is none.
func (c *Config) TomlHere() string { return c.tomlHere }

// MainOption returns a value of the ini's main section. A section that is not
// there is an error, as in Alembic.
func (c *Config) MainOption(name string) (string, bool, error) {
	return c.SectionOption(c.Section, name)
}

// SectionOption is MainOption for any section.
func (c *Config) SectionOption(section, name string) (string, bool, error) {
	if !c.Ini.HasSection(section) {
		file := "None"
		if c.IniFile != "" {
			file = quote(c.IniFile)
		}
		return "", false, &Error{Class: CommandError,
			Message: "No config file " + file + " found, or file has no '[" + section + "]' section"}
	}
	return c.Ini.Get(section, name)
}

// Option returns a text of the main section or of [tool.alembic].
func (c *Config) Option(name string) (string, bool, error) {
	if c.Ini.Has(c.Section, name) {
		return c.Ini.Get(c.Section, name)
	}
	v, ok, err := c.Toml(name)
	if err != nil || !ok {
		return "", false, err
	}
	s, ok := v.(string)
	if !ok {
		return "", false, &Error{Class: CommandError, Message: "text expected for TOML parameter " + quote(name)}
	}
	return s, true, nil
}

// Toml returns a value of [tool.alembic] with `%(here)s` put in: a string,
// int64, bool, []any or map[string]any.
func (c *Config) Toml(name string) (any, bool, error) {
	v, ok := c.toml[name]
	if !ok {
		return nil, false, nil
	}
	v, err := c.tomlValue(name, v)
	return v, err == nil, err
}

func (c *Config) tomlValue(name string, v any) (any, error) {
	switch v := v.(type) {
	case string:
		return format(v, map[string]string{"here": c.tomlHere})
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			x, err := c.tomlValue(name, e)
			if err != nil {
				return nil, err
			}
			out[i] = x
		}
		return out, nil
	case map[string]any:
		out := make(map[string]any, len(v))
		for k, e := range v {
			x, err := c.tomlValue(name, e)
			if err != nil {
				return nil, err
			}
			out[k] = x
		}
		return out, nil
	case int64, bool:
		return v, nil
	}
	return nil, &Error{Class: CommandError, Message: "unsupported TOML value type for key: " + quote(name)}
}

// Bool returns a switch: "true" in the ini, a boolean in [tool.alembic].
func (c *Config) Bool(name string) (bool, error) {
	if c.Ini.Has(c.Section, name) {
		v, _, err := c.Ini.Get(c.Section, name)
		return v == "true", err
	}
	v, ok := c.toml[name]
	if !ok {
		return false, nil
	}
	b, ok := v.(bool)
	if !ok {
		return false, &Error{Class: CommandError, Message: "boolean value expected for TOML parameter " + quote(name)}
	}
	return b, nil
}

var (
	spaceComma      = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`, *|(?: +)`) })
	spaceCommaColon = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`, *|(?: +)|:`) })
)

// VersionLocations returns version_locations as written, taken apart.
func (c *Config) VersionLocations() ([]string, error) {
	return c.paths("version_locations", spaceComma(), "spaces/commas", "path_separator", "version_path_separator")
}

// PrependSysPath returns prepend_sys_path as written, taken apart.
func (c *Config) PrependSysPath() ([]string, error) {
	return c.paths("prepend_sys_path", spaceCommaColon(), "spaces, commas, and colons", "path_separator")
}

func (c *Config) paths(option string, legacy *regexp.Regexp, how string, separators ...string) ([]string, error) {
	text, _, err := c.Ini.Get(c.Section, option)
	if err != nil {
		return nil, err
	}
	if text == "" {
		return c.tomlList(option)
	}
	sep, err := c.separator(separators...)
	if err != nil {
		return nil, err
	}
	if sep == "" {
		c.warn("No path_separator found in configuration; falling back to legacy splitting on " + how + " for " + option +
			".  Consider adding path_separator=os to Alembic config.")
		return legacy.Split(text, -1), nil
	}
	var out []string
	for _, part := range strings.Split(text, sep) {
		if part != "" {
			out = append(out, strings.TrimSpace(part))
		}
	}
	return out, nil
}

func (c *Config) tomlList(name string) ([]string, error) {
	v, ok, err := c.Toml(name)
	if err != nil || !ok {
		return nil, err
	}
	list, ok := v.([]any)
	if !ok {
		return nil, &Error{Class: CommandError, Message: "list expected for TOML parameter " + quote(name)}
	}
	out := make([]string, 0, len(list))
	for _, e := range list {
		s, ok := e.(string)
		if !ok {
			return nil, &Error{Class: CommandError, Message: "list of texts expected for TOML parameter " + quote(name)}
		}
		out = append(out, s)
	}
	return out, nil
}

// separator reads path_separator or its older name; "" if neither is given.
func (c *Config) separator(names ...string) (string, error) {
	for _, name := range names {
		v, ok, err := c.MainOption(name)
		if err != nil {
			return "", err
		}
		if !ok {
			continue
		}
		sep, ok := map[string]string{"space": " ", "newline": "\n", "os": string(os.PathListSeparator), ":": ":", ";": ";"}[v]
		if !ok {
			return "", &Error{Class: ValueError, Message: "'" + v + "' is not a valid value for " + name +
				"; expected 'space', 'newline', 'os', ':', ';'"}
		}
		if name == "version_path_separator" {
			c.warn("The version_path_separator configuration parameter is deprecated; please use path_separator")
		}
		return sep, nil
	}
	return "", nil
}

func (c *Config) warn(s string) {
	for _, w := range c.Warnings {
		if w == s {
			return
		}
	}
	c.Warnings = append(c.Warnings, s)
}

// under puts dir in front of a relative path.
func under(dir, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}
