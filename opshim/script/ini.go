package script

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// An Ini is a configuration file as Python's ConfigParser reads it: sections,
// a [DEFAULT] section that every other one inherits, keys without regard to
// case, `=` or `:`, values that go on over indented lines, whole-line comments
// with `#` or `;`, and `%(name)s` put in when a value is asked for.
type Ini struct {
	Name     string
	sections map[string]*section
	order    []string
	defaults *section
}

type section struct {
	keys   []string
	values map[string]string
}

func newSection() *section { return &section{values: map[string]string{}} }

func (s *section) set(key, value string) {
	if _, ok := s.values[key]; !ok {
		s.keys = append(s.keys, key)
	}
	s.values[key] = value
}

func (s *section) remove(key string) {
	delete(s.values, key)
	s.keys = slices.DeleteFunc(s.keys, func(k string) bool { return k == key })
}

// An IniError is a fault in a configuration file. Class is the exception of
// Python's configparser, Message its words, Line the line from 1 (0 where the
// fault is found only when a value is asked for).
type IniError struct {
	Class   string
	Message string
	File    string
	Line    int
}

// Error returns the message, which names file and line.
func (e *IniError) Error() string { return e.Message }

// defaultSection is what every section inherits from.
const defaultSection = "DEFAULT"

// NewIni returns an empty configuration with the given defaults.
func NewIni(name string, defaults map[string]string) *Ini {
	i := &Ini{Name: name, sections: map[string]*section{}, defaults: newSection()}
	for _, k := range sortedKeys(defaults) {
		i.defaults.set(strings.ToLower(k), defaults[k])
	}
	return i
}

// ParseIni reads text. name is what messages call the file; defaults are
// values under [DEFAULT], such as here. The error is an *[IniError].
func ParseIni(name, text string, defaults map[string]string) (*Ini, error) {
	i := NewIni(name, defaults)
	r := &iniReader{ini: i, seen: map[[2]string]bool{}, seenSection: map[string]bool{}}
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	for n, line := range strings.Split(text, "\n") {
		if err := r.line(n+1, line); err != nil {
			return nil, err
		}
	}
	r.finish()
	if r.parse != "" {
		return nil, &IniError{"ParsingError", "Source contains parsing errors: " + quote(name) + r.parse, name, r.parseLine}
	}
	return i, nil
}

// An iniReader is the state between two lines.
type iniReader struct {
	ini         *Ini
	at          *section
	atName      string
	option      string
	value       []string
	indent      int
	seen        map[[2]string]bool
	seenSection map[string]bool
	parse       string // lines that are neither section nor option
	parseLine   int
}

var (
	sectionHeader = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\[(.+)\]`) })
	optionLine    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(.*?)\s*[=:]\s*(.*)$`) })
)

func (r *iniReader) line(n int, line string) error {
	value := strings.TrimSpace(line)
	comment := strings.HasPrefix(value, "#") || strings.HasPrefix(value, ";")
	if value == "" || comment {
		if !comment && r.at != nil && r.option != "" {
			r.value = append(r.value, "") // a blank line inside a value
		}
		return nil
	}
	indent := len(line) - len(strings.TrimLeft(line, " \t\f\v"))
	if r.at != nil && r.option != "" && indent > r.indent {
		r.value = append(r.value, value)
		return nil
	}
	r.indent = indent
	r.finish()
	if m := sectionHeader().FindStringSubmatch(value); m != nil {
		return r.section(n, m[1])
	}
	if r.at == nil {
		return &IniError{"MissingSectionHeaderError", fmt.Sprintf("File contains no section headers.\nfile: %s, line: %d\n%s",
			quote(r.ini.Name), n, quote(line+"\n")), r.ini.Name, n}
	}
	return r.assign(n, line, value)
}

func (r *iniReader) section(n int, name string) error {
	r.atName = name
	if name == defaultSection {
		r.at = r.ini.defaults
		return nil
	}
	if r.seenSection[name] {
		return &IniError{"DuplicateSectionError", fmt.Sprintf("While reading from %s [line %2d]: section %s already exists",
			quote(r.ini.Name), n, quote(name)), r.ini.Name, n}
	}
	r.seenSection[name] = true
	r.at = newSection()
	r.ini.sections[name] = r.at
	r.ini.order = append(r.ini.order, name)
	return nil
}

func (r *iniReader) assign(n int, line, value string) error {
	m := optionLine().FindStringSubmatch(value)
	if m == nil || m[1] == "" {
		r.parse += fmt.Sprintf("\n\t[line %2d]: %s", n, quote(line+"\n"))
		if r.parseLine == 0 {
			r.parseLine = n
		}
		return nil
	}
	key := strings.ToLower(strings.TrimSpace(m[1]))
	if r.seen[[2]string{r.atName, key}] {
		return &IniError{"DuplicateOptionError", fmt.Sprintf("While reading from %s [line %2d]: option %s in section %s already exists",
			quote(r.ini.Name), n, quote(key), quote(r.atName)), r.ini.Name, n}
	}
	r.seen[[2]string{r.atName, key}] = true
	r.option = key
	r.value = []string{strings.TrimSpace(m[2])}
	return nil
}

// finish stores the value that has been read so far.
func (r *iniReader) finish() {
	if r.option != "" {
		r.at.set(r.option, strings.TrimRight(strings.Join(r.value, "\n"), " \t\n\r\f\v"))
	}
	r.option, r.value = "", nil
}

// Sections returns the names of the sections, without DEFAULT, in file order.
func (i *Ini) Sections() []string { return slices.Clone(i.order) }

// HasSection tells whether the file has the section; DEFAULT does not count.
func (i *Ini) HasSection(name string) bool { return i.sections[name] != nil }

// AddSection adds an empty section if there is none of that name.
func (i *Ini) AddSection(name string) {
	if i.sections[name] == nil {
		i.sections[name] = newSection()
		i.order = append(i.order, name)
	}
}

// Has tells whether the section has the option or inherits it.
func (i *Ini) Has(sec, option string) bool {
	_, ok := i.Raw(sec, option)
	return ok
}

// Raw returns a value without putting in what it refers to.
func (i *Ini) Raw(sec, option string) (string, bool) {
	s := i.sections[sec]
	if s == nil {
		return "", false
	}
	option = strings.ToLower(option)
	if v, ok := s.values[option]; ok {
		return v, true
	}
	v, ok := i.defaults.values[option]
	return v, ok
}

// Get returns a value, "" and false if there is none. The error, an
// *[IniError], is about what the value refers to.
func (i *Ini) Get(sec, option string) (string, bool, error) {
	raw, ok := i.Raw(sec, option)
	if !ok {
		return "", false, nil
	}
	v, err := i.interpolate(sec, strings.ToLower(option), raw)
	return v, true, err
}

// Options returns the keys of a section, the inherited ones last.
func (i *Ini) Options(sec string) []string {
	s := i.sections[sec]
	if s == nil {
		return nil
	}
	out := slices.Clone(s.keys)
	for _, k := range i.defaults.keys {
		if _, ok := s.values[k]; !ok {
			out = append(out, k)
		}
	}
	return out
}

// Set changes or adds a value, and the section if need be.
func (i *Ini) Set(sec, option, value string) {
	i.AddSection(sec)
	i.sections[sec].set(strings.ToLower(option), value)
}

// Remove takes an option out of a section; inherited ones stay.
func (i *Ini) Remove(sec, option string) {
	if s := i.sections[sec]; s != nil {
		s.remove(strings.ToLower(option))
	}
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
