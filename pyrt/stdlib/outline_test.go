package stdlib

import (
	"io/fs"
	"sort"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// preludeModules are the names of all modules written in Python.
func preludeModules(t *testing.T) []string {
	var out []string
	err := fs.WalkDir(prelude, "prelude", func(path string, d fs.DirEntry, err error) error {
		if name, ok := strings.CutSuffix(strings.TrimPrefix(path, "prelude/"), ".py"); ok {
			out = append(out, strings.ReplaceAll(strings.TrimSuffix(name, "/__init__"), "/", "."))
		}
		return err
	})
	if err != nil || len(out) < 50 {
		t.Fatal(len(out), err)
	}
	return out
}

func preludeSource(t *testing.T, name string) *syntax.Source {
	t.Helper()
	text, err := fs.ReadFile(prelude, preludeFile(name))
	if err != nil {
		t.Fatal(err)
	}
	src, err := syntax.NewSource(preludeFile(name), text)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// TestOutline holds the parts of each module against the module as a whole:
// the layout of our texts must be one that Outline knows.
func TestOutline(t *testing.T) {
	for _, name := range preludeModules(t) {
		src := preludeSource(t, name)
		whole, err := syntax.Parse(src)
		if err != nil {
			t.Error(err)
			continue
		}
		if whole.FutureAnnotations {
			t.Errorf("%s: postponed annotations are not known to parts", name)
		}
		var body []syntax.Stmt
		for _, p := range syntax.Outline(src) {
			f, err := syntax.ParsePart(p.At)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if p.Name != "" && (len(f.Body) != 1 || definitionName(f.Body[0]) != p.Name) {
				t.Errorf("%s: %s is not one definition of %s", name, p.At, p.Name)
			}
			body = append(body, f.Body...)
		}
		if len(body) != len(whole.Body) {
			t.Errorf("%s: %d statements in parts, %d in the whole", name, len(body), len(whole.Body))
			continue
		}
		for i, s := range whole.Body {
			if s.Span() != body[i].Span() {
				t.Errorf("%s: the whole has %s, a part %s", name, s.Span(), body[i].Span())
			}
		}
	}
}

func definitionName(s syntax.Stmt) string {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		return s.Name
	case *syntax.AsyncFunctionDef:
		return s.Name
	case *syntax.ClassDef:
		return s.Name
	}
	return ""
}

// TestLazyModules runs each module as a whole and name by name: both ways must
// give the same names with values of the same types.
func TestLazyModules(t *testing.T) {
	for _, name := range preludeModules(t) {
		if name == "this" || name == "antigravity" {
			continue
		}
		eager := newLibraryThread()
		tree, err := syntax.Parse(preludeSource(t, name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := pyrt.Load(eager, tree, name)
		if err != nil {
			t.Errorf("%s as a whole: %s", name, pyrt.FormatException(err))
			continue
		}
		shown := dirNames(t, newLibraryThread(), name)
		for _, e := range want.Dict.Items() {
			attr, _ := pyrt.AsStr(e[0])
			if hidden := strings.HasPrefix(attr, "_") || attr == "annotations"; !hidden && !shown[attr] {
				t.Errorf("dir(%s) lacks %s", name, attr)
			}
			th := newLibraryThread()
			got, err := importedName(th, name, attr)
			if err != nil {
				t.Errorf("%s.%s: %s", name, attr, pyrt.FormatException(err))
				continue
			}
			if got == nil && strings.HasPrefix(attr, "_") && attr != "__all__" {
				continue
			}
			if got == nil || got.Type().Name != e[1].Type().Name {
				t.Errorf("%s.%s is %v, want %s", name, attr, got, e[1].Type().Name)
			}
		}
	}
}

func newLibraryThread() *pyrt.Thread { return &pyrt.Thread{Stdlib: Import, MaxSteps: 10_000_000} }

func importedName(t *pyrt.Thread, module, attr string) (pyrt.Value, error) {
	m, err := pyrt.ImportModule(t, module)
	if err != nil {
		return nil, err
	}
	return pyrt.LookupAttr(t, m, attr)
}

func dirNames(t *testing.T, th *pyrt.Thread, module string) map[string]bool {
	t.Helper()
	m, err := pyrt.ImportModule(th, module)
	if err != nil {
		t.Fatalf("%s: %s", module, pyrt.FormatException(err))
	}
	v, err := pyrt.CallMethod(th, m, "__dir__")
	if err != nil {
		t.Fatalf("%s: %s", module, pyrt.FormatException(err))
	}
	names, err := pyrt.Collect(th, v)
	if err != nil {
		t.Fatal(err)
	}
	sort.Slice(names, func(i, j int) bool { return names[i].(pyrt.Str) < names[j].(pyrt.Str) })
	out := make(map[string]bool)
	for _, n := range names {
		s, _ := pyrt.AsStr(n)
		out[s] = true
	}
	return out
}
