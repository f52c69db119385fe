package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/pelletier/go-toml/v2"
)

// The file as it is written; pointers tell an absent key from a zero.
type document struct {
	Project struct {
		Config        string `toml:"config"`
		Name          string `toml:"name"`
		Dialect       string `toml:"dialect"`
		SQLAlchemy    string `toml:"sqlalchemy"`
		ServerVersion string `toml:"server_version"`
	} `toml:"project"`
	Python struct {
		Path  []string `toml:"path"`
		Stubs []string `toml:"stubs"`
	} `toml:"python"`
	Env   map[string]string `toml:"env"`
	Check struct {
		Compat bool `toml:"compat"`
	} `toml:"check"`
	Verify struct {
		Databases []string `toml:"databases"`
		Rows      *int     `toml:"rows"`
		Timeout   string   `toml:"timeout"`
		Create    []string `toml:"create"`
		Before    []string `toml:"before"`
		Start     string   `toml:"start"`
		Schema    string   `toml:"schema"`
		At        string   `toml:"at"`
	} `toml:"verify"`
	Seed map[string]struct {
		Rows []map[string]any `toml:"rows"`
		SQL  string           `toml:"sql"`
		Skip string           `toml:"skip"`
	} `toml:"seed"`
	Severity map[string]string `toml:"severity"`
	Exclude  []struct {
		Revision string          `toml:"revision"`
		Codes    []string        `toml:"codes"`
		Reason   string          `toml:"reason"`
		Expires  *toml.LocalDate `toml:"expires"`
	} `toml:"exclude"`
}

// Find returns the settings file that goes with a project folder: mrt.toml in
// it, else a pyproject.toml with a [tool.mrt] table, else "".
func Find(dir string) (string, error) {
	path := filepath.Join(dir, "mrt.toml")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	} else if !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	path = filepath.Join(dir, "pyproject.toml")
	text, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	var py struct {
		Tool struct {
			Mrt map[string]any `toml:"mrt"`
		} `toml:"tool"`
	}
	// A pyproject.toml that does not parse is somebody else's message; only
	// a table of ours makes it our business.
	if toml.Unmarshal(text, &py) == nil && py.Tool.Mrt != nil {
		return path, nil
	}
	return "", nil
}

// Read reads and checks a settings file.
func Read(path string) (*Settings, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if filepath.Base(path) == "pyproject.toml" {
		return parsePyproject(path, text)
	}
	var doc document
	if err := decode(path, text, &doc); err != nil {
		return nil, err
	}
	return check(path, text, &doc)
}

func parsePyproject(path string, text []byte) (*Settings, error) {
	var py struct {
		Tool struct {
			Mrt document `toml:"mrt"`
		} `toml:"tool"`
	}
	dec := toml.NewDecoder(strings.NewReader(string(text)))
	if err := dec.Decode(&py); err != nil {
		return nil, tomlError(path, err)
	}
	// Strictness applies to our table alone, so it is written out and read again.
	var all struct {
		Tool struct {
			Mrt map[string]any `toml:"mrt"`
		} `toml:"tool"`
	}
	if err := toml.Unmarshal(text, &all); err != nil {
		return nil, tomlError(path, err)
	}
	own, err := toml.Marshal(all.Tool.Mrt)
	if err != nil {
		return nil, &Error{File: path, Text: err.Error()}
	}
	if err := decode(path, own, &document{}); err != nil {
		var e *Error
		if errors.As(err, &e) {
			e.Line = 0 // lines of the copy mean nothing to the reader
		}
		return nil, err
	}
	return check(path, text, &py.Tool.Mrt)
}

func decode(path string, text []byte, into any) error {
	dec := toml.NewDecoder(strings.NewReader(string(text)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return tomlError(path, err)
	}
	return nil
}

func tomlError(path string, err error) error {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		first := strict.Errors[0]
		line, _ := first.Position()
		key := first.Key()
		return &Error{path, line, unknownKey(key)}
	}
	var d *toml.DecodeError
	if errors.As(err, &d) {
		line, _ := d.Position()
		return &Error{path, line, strings.TrimPrefix(d.Error(), "toml: ")}
	}
	return &Error{File: path, Text: err.Error()}
}

// Keys lists the keys of each table of mrt.toml; "" is the file itself.
func Keys() map[string][]string {
	return map[string][]string{
		"":         {"project", "python", "env", "check", "verify", "seed", "severity", "exclude"},
		"project":  {"config", "name", "dialect", "sqlalchemy", "server_version"},
		"python":   {"path", "stubs"},
		"check":    {"compat"},
		"verify":   {"databases", "rows", "timeout", "create", "before", "start", "schema", "at"},
		"seed":     {"rows", "sql", "skip"},
		"exclude":  {"revision", "codes", "reason", "expires"},
		"severity": {},
	}
}

func unknownKey(key []string) string {
	table, name := "", key[len(key)-1]
	if len(key) > 1 {
		table = key[0]
	}
	text := fmt.Sprintf("unknown key %q", strings.Join(key, "."))
	if near := Nearest(name, Keys()[table]); near != "" {
		text += fmt.Sprintf("; did you mean %q?", near)
	}
	return text
}

func check(path string, text []byte, doc *document) (*Settings, error) {
	s := &Settings{File: path, Env: doc.Env,
		Project: Project{doc.Project.Config, doc.Project.Name, doc.Project.Dialect, doc.Project.SQLAlchemy, doc.Project.ServerVersion},
		Python:  Python{doc.Python.Path, doc.Python.Stubs},
		Check:   Check{doc.Check.Compat},
		Verify: Verify{Databases: doc.Verify.Databases, Rows: doc.Verify.Rows, Create: doc.Verify.Create,
			Before: doc.Verify.Before, Start: doc.Verify.Start, Schema: doc.Verify.Schema, At: doc.Verify.At},
		Seed: map[string]Seed{}, Severity: map[finding.Code]finding.Severity{}}
	fail := func(key, format string, a ...any) error {
		return &Error{path, lineOf(text, key), fmt.Sprintf(format, a...)}
	}
	if v := s.Project.Dialect; v != "" && !slices.Contains(Dialects(), v) {
		return nil, fail(v, "unknown dialect %q (one of %s)", v, strings.Join(Dialects(), ", "))
	}
	if v := s.Project.SQLAlchemy; v != "" && v != "auto" && v != "1.4" && v != "2.0" && v != "2.1" {
		return nil, fail(v, `sqlalchemy is "auto", "1.4", "2.0" or "2.1", not %q`, v)
	}
	if doc.Verify.Timeout != "" {
		d, err := time.ParseDuration(doc.Verify.Timeout)
		if err != nil || d <= 0 {
			return nil, fail(doc.Verify.Timeout, `timeout %q is not a duration such as "60s"`, doc.Verify.Timeout)
		}
		s.Verify.Timeout = d
	}
	if s.Verify.Rows != nil && *s.Verify.Rows < 0 {
		return nil, fail("rows", "rows must not be negative")
	}
	if err := s.Verify.checkStart(fail); err != nil {
		return nil, err
	}
	for _, object := range s.Verify.Create {
		kind, name, ok := strings.Cut(object, ":")
		if !ok || name == "" || kind != "schema" && kind != "extension" && kind != "role" {
			return nil, fail(object, `create takes "schema:NAME", "extension:NAME" or "role:NAME", not %q`, object)
		}
	}
	for name, seed := range doc.Seed {
		s.Seed[name] = Seed{seed.Rows, seed.SQL, seed.Skip}
	}
	if err := s.checkCodes(doc, fail); err != nil {
		return nil, err
	}
	return s, nil
}

// checkStart checks what the history starts from.
func (v Verify) checkStart(fail func(key, format string, a ...any) error) error {
	switch {
	case v.Start != "" && v.Start != "base" && v.Start != "models":
		return fail(v.Start, `start is "base" or "models", not %q`, v.Start)
	case v.Schema != "" && v.At == "":
		return fail("schema", `schema = %q needs the revision that it stands at: at = "ab12", or at = "base" for what is there before the first revision`, v.Schema)
	case v.Schema == "" && v.At != "":
		return fail("at", `at = %q needs the schema that stands there: schema = "schema.sql"`, v.At)
	case v.Schema != "" && v.Start != "":
		return fail("start", `start = %q and schema = %q are two places to start from; take one out`, v.Start, v.Schema)
	}
	return nil
}

func (s *Settings) checkCodes(doc *document, fail func(key, format string, a ...any) error) error {
	for code, word := range doc.Severity {
		if _, ok := finding.Lookup(finding.Code(code)); !ok {
			return fail(code, "unknown code %q in [severity]", code)
		}
		sev, ok := finding.ParseSeverity(word)
		if !ok {
			return fail(code, "%s: severity is off, note, warning or error, not %q", code, word)
		}
		s.Severity[finding.Code(code)] = sev
	}
	for _, e := range doc.Exclude {
		if e.Revision == "" {
			return fail("[[exclude]]", "an exclusion needs a revision")
		}
		if strings.TrimSpace(e.Reason) == "" {
			return fail(e.Revision, "the exclusion of revision %q needs a reason", e.Revision)
		}
		x := Exclusion{Revision: e.Revision, Reason: e.Reason, Line: 0}
		for _, c := range e.Codes {
			if _, ok := finding.Lookup(finding.Code(c)); !ok {
				return fail(c, "unknown code %q in the exclusion of revision %q", c, e.Revision)
			}
			x.Codes = append(x.Codes, finding.Code(c))
		}
		if e.Expires != nil {
			x.Expires = e.Expires.AsTime(time.UTC)
		}
		s.Exclude = append(s.Exclude, x)
	}
	return nil
}

// Dialects lists the databases that mrt knows.
func Dialects() []string { return []string{"postgresql", "sqlite", "mysql", "mariadb"} }

// lineOf finds the first line that holds word, for messages about values.
func lineOf(text []byte, word string) int {
	for i, line := range strings.Split(string(text), "\n") {
		if strings.Contains(line, word) {
			return i + 1
		}
	}
	return 0
}
