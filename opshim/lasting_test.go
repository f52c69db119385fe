package opshim

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/script"
)

// TestFreshModule: whatever upgrade() does to its module, downgrade() finds the
// one that the file makes, since each runs in a process of its own.
func TestFreshModule(t *testing.T) {
	for name, change := range map[string]struct{ head, up string }{
		"nothing":           {"", "pass"},
		"global":            {"", "global name\n    name = 'x'"},
		"globals":           {"", "globals()['name'] = 'x'"},
		"a new name":        {"", "global other\n    other = 1\n    del other\n    globals()['name'] = 'x'"},
		"deleted":           {"", "global name\n    del name"},
		"a list":            {"names = ['t']", "names.insert(0, 'x')"},
		"a default":         {"def get(into=['t']):\n    return into", "get().insert(0, 'x')"},
		"an attribute":      {"def get():\n    return getattr(get, 'n', ['t'])", "get.n = ['x']"},
		"defaults":          {"def get():\n    return ['t']", "get.__code__ = (lambda: ['x']).__code__"},
		"a class":           {"class names:\n    t = 't'", "names.t = 'x'"},
		"a library's value": {"t = sa.Enum('a', name='t')", "t.name = 'x'"},
	} {
		what := "name"
		switch {
		case strings.HasPrefix(change.head, "def get"):
			what = "get()[0]"
		case strings.HasPrefix(change.head, "names"):
			what = "names[0]"
		case strings.HasPrefix(change.head, "class"):
			what = "names.t"
		case change.head != "":
			what = "t.name"
		}
		t.Run(name, func(t *testing.T) {
			e := revisionOf(t, "name = 't'\n"+change.head+"\n\n\ndef upgrade():\n    "+change.up+"\n\n\ndef downgrade():\n    op.drop_table("+what+")\n")
			for range 2 {
				r := recorder(t, "postgresql")
				if err := Run(context.Background(), e, find(t, e, "a1"), Up, r); err != nil {
					t.Fatal(err)
				}
				if err := Run(context.Background(), e, find(t, e, "a1"), Down, r); err != nil {
					t.Fatal(err)
				}
				if d, ok := r.Steps[len(r.Steps)-1].Op.(*op.DropTable); !ok || d.Table.Name != "t" {
					t.Errorf("downgrade() drops %+v", r.Steps[len(r.Steps)-1].Op)
				}
			}
		})
	}
}

// revisionOf opens a project of one revision with a body.
func revisionOf(t *testing.T, body string) *Environment {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"alembic.ini":      "[alembic]\nscript_location = %(here)s/m\n",
		"m/env.py":         "from alembic import context\ncontext.configure(dialect_name='postgresql')\nwith context.begin_transaction():\n    context.run_migrations()\n",
		"m/versions/a1.py": "from alembic import op\nimport sqlalchemy as sa\nrevision = 'a1'\ndown_revision = None\n" + body,
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, err := script.Find(script.FindOptions{Path: dir})
	if err != nil {
		t.Fatal(err)
	}
	e, err := Open(context.Background(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}
