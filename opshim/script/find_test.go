package script

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// unpack writes a txtar text into a fresh folder.
func unpack(t *testing.T, text string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse([]byte(text)).Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFind(t *testing.T) {
	const plain = `
-- alembic.ini --
[alembic]
script_location = migrations
-- migrations/env.py --
-- migrations/versions/a.py --
down_revision = None
`
	tests := []struct {
		name, files string
		o           FindOptions
		want        string
	}{
		{"folder", plain, FindOptions{}, "migrations [migrations/versions]"},
		{"ini", plain, FindOptions{Path: "alembic.ini"}, "migrations [migrations/versions]"},
		{"script folder", plain, FindOptions{Path: "migrations"}, "migrations [migrations/versions]"},
		{"versions folder", plain, FindOptions{Path: "migrations/versions"}, "migrations [migrations/versions]"},
		{"one below", strings.ReplaceAll(plain, "-- ", "-- app/"), FindOptions{}, "app/migrations [app/migrations/versions]\nusing the project in app"},
		{"named from elsewhere", strings.ReplaceAll(plain, "-- ", "-- app/"), FindOptions{Path: "app"}, "app/migrations [app/migrations/versions]"},
		{"-c, location from its folder", strings.ReplaceAll(plain, "-- ", "-- app/"), FindOptions{Configs: []string{"app/alembic.ini"}}, "app/migrations [app/migrations/versions]"},
		{"several below", strings.ReplaceAll(plain, "-- ", "-- b/") + strings.ReplaceAll(plain, "-- ", "-- a/"), FindOptions{}, "error: several projects below this folder; name one of them:\n  a\n  b"},
		{"nothing", "-- x.txt --\n", FindOptions{}, "error: no alembic.ini and no pyproject.toml with [tool.alembic] in this folder or below it"},
		{"no such", plain, FindOptions{Path: "nope"}, "error: no such file or folder: nope"},
		{"pyproject", "-- pyproject.toml --\n[tool.alembic]\nscript_location = \"%(here)s/m\"\nversion_locations = [\"%(here)s/v1\", \"v2\"]\nprepend_sys_path = [\".\"]\n-- m/env.py --\n", FindOptions{}, "m [v1 v2]"},
		{"pyproject wrong switch", "-- pyproject.toml --\n[tool.alembic]\nscript_location = \"m\"\nsourceless = \"yes\"\n-- m/env.py --\n", FindOptions{}, "error: boolean value expected for TOML parameter 'sourceless'"},
		{"package", "-- alembic.ini --\n[alembic]\nscript_location = app.db:migrations\nprepend_sys_path = src\npath_separator = os\n-- src/app/db/migrations/env.py --\n", FindOptions{}, "src/app/db/migrations [src/app/db/migrations/versions]"},
		{"no package", "-- alembic.ini --\n[alembic]\nscript_location = app:m\n", FindOptions{}, "error: location 'app:m': no package app in ., src"},
		{"section", "-- alembic.ini --\n[alembic]\nscript_location = a\n[two]\nscript_location = b\n-- b/env.py --\n", FindOptions{Section: "two"}, "b [b/versions]"},
		{"no script_location", "-- alembic.ini --\n[alembic]\n", FindOptions{}, "error: No 'script_location' key found in configuration."},
		{"location missing", "-- alembic.ini --\n[alembic]\nscript_location = m\n", FindOptions{}, "error: Path doesn't exist: m.  Please use the 'init' command to create a new scripts folder."},
		{"two inis", plain, FindOptions{Configs: []string{"alembic.ini", "alembic.ini"}}, "error: only one ini file may be indicated"},
		{"flask layout", "-- migrations/alembic.ini --\n[alembic]\n-- migrations/env.py --\n-- migrations/versions/a.py --\ndown_revision = None\n", FindOptions{Path: "migrations"}, "migrations [migrations/versions]\nmigrations/alembic.ini has no script_location; its own folder is used"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.o.WorkDir = unpack(t, tt.files)
			p, err := Find(tt.o)
			var got string
			if err != nil {
				got = "error: " + err.Error()
			} else {
				var dirs []string
				for _, d := range p.VersionDirs {
					dirs = append(dirs, p.Show(d))
				}
				got = p.Show(p.ScriptDir) + " [" + strings.Join(dirs, " ") + "]"
				for _, n := range p.Notes {
					got += "\n" + n
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
