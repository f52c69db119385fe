package takeover

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/pelletier/go-toml/v2"
)

// A Setup is what a project stated for pytest-mrt.
type Setup struct {
	From     string // the file, relative to the project's folder
	Config   string // alembic_ini
	Rows     int    // seed_rows; 0 if it is not stated
	Timeout  int    // migration_timeout in seconds; 0 if it is not stated
	Floor    string // minimum_downgrade_revision
	Skip     []Skipped
	Severity []Override
	Seeds    []Seed
	// Left are sentences on what has no counterpart, or could not be read.
	Left []string
}

// Skipped is a revision that was skipped for a reason.
type Skipped struct{ Revision, Reason string }

// An Override is the severity of a finding.
type Override struct {
	Pattern  string
	Code     finding.Code
	Severity string
}

// A Seed is the rows of a table, where they were literals.
type Seed struct {
	Table string
	Rows  []map[string]any
}

// maxFiles bounds the search for conftest.py.
const maxFiles = 20000

// Find reads the setup of a project folder: MRTConfig(...) in a conftest.py of
// it, else [tool.pytest-mrt] in pyproject.toml. Nil means that there is none.
func Find(dir string) (*Setup, error) {
	files, err := conftests(dir)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if !strings.Contains(string(text), "MRTConfig") {
			continue
		}
		shown := file
		if rel, err := filepath.Rel(dir, file); err == nil {
			shown = filepath.ToSlash(rel)
		}
		s, err := read(shown, text)
		if s != nil || err != nil {
			return s, err
		}
	}
	return pyproject(dir)
}

// conftests lists the conftest.py files of a folder, the outermost first.
// Folders of installed packages and hidden ones are not entered.
func conftests(dir string) ([]string, error) {
	var out []string
	seen := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return fs.SkipDir
		}
		if seen++; seen > maxFiles {
			return fs.SkipAll
		}
		name := d.Name()
		if d.IsDir() && path != dir && (strings.HasPrefix(name, ".") || slices.Contains([]string{"node_modules", "site-packages", "venv", "__pycache__"}, name)) {
			return fs.SkipDir
		}
		if !d.IsDir() && name == "conftest.py" {
			out = append(out, path)
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b string) int {
		return strings.Count(a, string(filepath.Separator)) - strings.Count(b, string(filepath.Separator))
	})
	return out, err
}

// read finds the call of MRTConfig in a file.
func read(name string, text []byte) (*Setup, error) {
	src, err := syntax.NewSource(name, text)
	if err != nil {
		return nil, err
	}
	tree, err := syntax.Parse(src)
	if err != nil {
		return nil, err
	}
	var s *Setup
	var look func(n syntax.Node)
	look = func(n syntax.Node) {
		if call, ok := n.(*syntax.Call); ok && s == nil && calledName(call.Func) == "MRTConfig" {
			s = &Setup{From: name}
			for _, k := range call.Keywords {
				s.take(k.Arg, k.Value)
			}
			if len(call.Args) > 0 {
				s.left("MRTConfig is called with positional arguments, which are not taken over")
			}
		}
		if s == nil {
			syntax.Children(n, look)
		}
	}
	look(tree)
	return s, nil
}

func calledName(e syntax.Expr) string {
	switch x := e.(type) {
	case *syntax.Name:
		return x.ID
	case *syntax.Attribute:
		return x.Attr
	}
	return ""
}

// pyproject reads [tool.pytest-mrt].
func pyproject(dir string) (*Setup, error) {
	text, err := os.ReadFile(filepath.Join(dir, "pyproject.toml"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var doc struct {
		Tool struct {
			Settings map[string]any `toml:"pytest-mrt"`
		} `toml:"tool"`
	}
	if toml.Unmarshal(text, &doc) != nil || doc.Tool.Settings == nil { // a file that does not parse is somebody else's message
		return nil, nil
	}
	s := &Setup{From: "pyproject.toml"}
	for _, key := range sortedKeys(doc.Tool.Settings) {
		s.put(key, doc.Tool.Settings[key])
	}
	return s, nil
}

func (s *Setup) left(format string, a ...any) { s.Left = append(s.Left, fmt.Sprintf(format, a...)) }

// take reads one argument of MRTConfig.
func (s *Setup) take(key string, value syntax.Expr) {
	if key == "custom_seeds" {
		if d, ok := value.(*syntax.Dict); ok {
			s.seeds(d)
			return
		}
	}
	v, ok := literal(value)
	if !ok && key != "db_url" && key != "custom_checks" {
		s.left("%s is not a literal; state it by hand", key)
		return
	}
	s.put(key, v)
}

// seeds takes rows over where the table's function is a lambda that returns them.
func (s *Setup) seeds(d *syntax.Dict) {
	for i, k := range d.Keys {
		table, _ := literal(k)
		name, ok := table.(string)
		if !ok {
			s.left("custom_seeds has a key that is not a literal; state its rows by hand")
			continue
		}
		value := d.Values[i]
		if f, ok := value.(*syntax.Lambda); ok {
			value = f.Body
		}
		v, ok := literal(value)
		rows, isRows := rowsOf(v)
		if !ok || !isRows {
			s.left("custom_seeds[%q] is a function: state rows, or sql, in [seed.%q]", name, name)
			continue
		}
		s.Seeds = append(s.Seeds, Seed{name, rows})
	}
}

// rowsOf is a value as rows, if it is a list of dictionaries.
func rowsOf(v any) ([]map[string]any, bool) {
	list, ok := v.([]any)
	if !ok {
		return nil, false
	}
	var out []map[string]any
	for _, x := range list {
		row, ok := x.(map[string]any)
		if !ok {
			return nil, false
		}
		for _, v := range row {
			switch v.(type) {
			case string, bool, int64, float64:
			default: // TOML has no null
				return nil, false
			}
		}
		out = append(out, row)
	}
	return out, true
}

// put takes one setting over.
func (s *Setup) put(key string, v any) {
	text, isText := v.(string)
	number, isNumber := v.(int64)
	switch key {
	case "alembic_ini":
		s.Config = text
	case "seed_rows":
		s.Rows = int(number)
	case "migration_timeout":
		if s.Timeout = int(number); !isNumber {
			s.left("migration_timeout = None: there is no way to have no limit; state a long one in [verify] timeout")
		}
	case "minimum_downgrade_revision":
		s.Floor = text
	case "skip":
		s.skip(v)
	case "severity_overrides":
		s.severity(v)
	case "db_url":
		scheme, _, ok := strings.Cut(text, ":")
		if isText && ok {
			s.left("db_url (%s): mrt makes scratch databases of its own; name a server with --db or in [verify] databases", scheme)
		} else {
			s.left("db_url: mrt makes scratch databases of its own; name a server with --db or in [verify] databases")
		}
	case "custom_seeds":
		s.left("custom_seeds: state the rows of each table in [seed]")
	case "custom_checks":
		s.left("custom_checks: mrt has no rules of users' own")
	case "target_metadata":
		s.left("target_metadata: models are compared with `alembic check`; mrt compares what migrations do")
	case "django_settings", "django_apps", "django_project_dir":
		s.left("%s: mrt reads Alembic projects only", key)
	case "explain_model": // never had an effect
	default:
		s.left("%s is not known", key)
	}
}

func (s *Setup) skip(v any) {
	m, _ := v.(map[string]any)
	for _, id := range sortedKeys(m) {
		reason, _ := m[id].(string)
		if strings.TrimSpace(reason) == "" {
			reason = "skipped in " + s.From
		}
		s.Skip = append(s.Skip, Skipped{id, reason})
	}
}

func (s *Setup) severity(v any) {
	m, _ := v.(map[string]any)
	known := patterns()
	for _, pattern := range sortedKeys(m) {
		code, ok := known[pattern]
		word, _ := m[pattern].(string)
		if _, valid := finding.ParseSeverity(word); !ok || !valid {
			s.left("severity_overrides[%q] = %q has no counterpart", pattern, word)
			continue
		}
		s.Severity = append(s.Severity, Override{pattern, code, word})
	}
}
