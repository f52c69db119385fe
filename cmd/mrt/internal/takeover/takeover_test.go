package takeover

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		want             *Setup
	}{
		{"all", "tests/conftest.py", `
import os
from pytest_mrt import MRTConfig

def pytest_configure(config):
    config._mrt_config = MRTConfig(
        alembic_ini="db/alembic.ini", db_url=os.environ["URL"], seed_rows=5, migration_timeout=90,
        skip={"ab12": "reviewed", "cd34": ""},
        severity_overrides={"INDEX without CONCURRENTLY": "error", "nonsense": "error"},
        custom_seeds={"users": lambda: [{"id": 1, "name": "Alice", "rate": -1.5}], "posts": make_posts},
        custom_checks=[f], minimum_downgrade_revision="ab12", target_metadata="app:Base", explain_model="x")
`, &Setup{From: "tests/conftest.py", Config: "db/alembic.ini", Rows: 5, Timeout: 90, Floor: "ab12",
			Skip:     []Skipped{{"ab12", "reviewed"}, {"cd34", "skipped in tests/conftest.py"}},
			Severity: []Override{{"INDEX without CONCURRENTLY", "MRT407", "error"}},
			Seeds:    []Seed{{"users", []map[string]any{{"id": int64(1), "name": "Alice", "rate": -1.5}}}},
			Left: []string{
				"db_url: mrt makes scratch databases of its own; name a server with --db or in [verify] databases",
				`severity_overrides["nonsense"] = "error" has no counterpart`,
				`custom_seeds["posts"] is a function: state rows, or sql, in [seed."posts"]`,
				"custom_checks: mrt has no rules of users' own",
				"target_metadata: models are compared with `alembic check`; mrt compares what migrations do",
			}}},
		{"not literals", "conftest.py", `import pytest_mrt
c = pytest_mrt.MRTConfig("x.ini", skip=SKIP, migration_timeout=None, django_apps=["a"])
`, &Setup{From: "conftest.py", Left: []string{
			"skip is not a literal; state it by hand",
			"migration_timeout = None: there is no way to have no limit; state a long one in [verify] timeout",
			"django_apps: mrt reads Alembic projects only",
			"MRTConfig is called with positional arguments, which are not taken over",
		}}},
		{"pyproject", "pyproject.toml", "[tool.pytest-mrt]\nseed_rows = 4\nother = 1\n[tool.pytest-mrt.skip]\nab = 'why'\n",
			&Setup{From: "pyproject.toml", Rows: 4, Skip: []Skipped{{"ab", "why"}}, Left: []string{"other is not known"}}},
		{"none", "conftest.py", "import pytest\n", nil},
		{"installed", "venv/conftest.py", "MRTConfig(seed_rows=3)\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, filepath.FromSlash(c.file))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(c.text), 0o644); err != nil {
				t.Fatal(err)
			}
			got, err := Find(dir)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}
