package script

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

func TestLoad(t *testing.T) {
	tests := []struct{ name, files, want string }{
		{"in order of names", `
-- versions/b.py --
"""Second.

Revision ID: b2"""
revision: str = "b2"
down_revision: str | None = 'a1'
branch_labels = ("side",)
depends_on = None
-- versions/a.py --
"""First
  of two"""
revision, x = "zz", 1
revision = "a1"
down_revision = None
-- versions/__init__.py --
-- versions/.#b.py --
-- versions/notes.txt --
-- versions/sub/c.py --
`, "computed: a.py\na1 [] [] First\nof two\nb2 [a1] [side] Second."},
		{"id from the file name", "-- versions/ab12.py --\ndown_revision = None\n", "ab12 [] [] "},
		{"no id", "-- versions/x_1.py --\ndown_revision = None\n",
			"failure: Could not determine revision id from filename x_1.py. Be sure the 'revision' variable is declared inside the script (please see 'Upgrading from Alembic 0.1 to 0.2' in the documentation)."},
		{"no parent named", "-- versions/x.py --\nrevision = 'a'\n", "failure: module 'x_py' has no attribute 'down_revision'"},
		{"syntax error", "-- versions/x.py --\nrevision = \n", "failure: versions/x.py:1:12: SyntaxError: invalid syntax"},
		{"imported", "-- versions/x.py --\nfrom ids import revision\ndown_revision = None\n", "computed: x.py\nrun [] [] "},
		{"conditional", "-- versions/x.py --\nrevision = 'a'\nif 1:\n    down_revision = None\n", "computed: x.py\nrun [] [] "},
		{"not a literal", "-- versions/x.py --\nrevision = 'a' + 'b'\ndown_revision = None\n", "computed: x.py\nrun [] [] "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := unpackProject(t, tt.files)
			var got []string
			h, err := Load(p, LoadOptions{Compute: func(path string, tree *syntax.File) (Declared, error) {
				got = append(got, "computed: "+filepath.Base(path))
				id := "run"
				if strings.HasPrefix(string(tree.Source.Text), `"""First`) {
					id = "a1"
				}
				return Declared{Revision: &id, Down: &[]string{}, Doc: docstring(tree.Body[0])}, nil
			}})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range h.Failures {
				got = append(got, "failure: "+f.Err.Error())
			}
			for _, r := range h.All() {
				got = append(got, fmt.Sprint(r.ID, " ", r.Down, " ", r.Labels, " ", r.Doc))
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func unpackProject(t *testing.T, files string) *Project {
	t.Helper()
	p, err := Find(FindOptions{WorkDir: unpack(t, "-- alembic.ini --\n[alembic]\nscript_location = .\n-- env.py --\n"+files)})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestLoadRecursive(t *testing.T) {
	dir := unpack(t, `-- alembic.ini --
[alembic]
script_location = .
recursive_version_locations = true
version_locations = v v/z
path_separator = space
-- env.py --
-- v/b.py --
revision = "b"
down_revision = None
-- v/z/a.py --
revision = "a"
down_revision = "b"
-- v/__pycache__/c.py --
boom
`)
	p, err := Find(FindOptions{WorkDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	h, err := Load(p, LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"File v/z/a.py loaded twice! ignoring. Please ensure version_locations is unique."}
	if diff := cmp.Diff(want, h.Warnings); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"b", "a"}, ids(h.All())); diff != "" {
		t.Error(diff)
	}
}
