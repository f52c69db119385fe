package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSQLAlchemyVersion(t *testing.T) {
	for _, c := range []struct{ file, text, stated, want string }{
		{"uv.lock", "[[package]]\nname = \"sqlalchemy\"\nversion = \"2.1.0\"\n", "", "2.1"},
		{"poetry.lock", "[[package]]\nname = \"SQLAlchemy\"\nversion = \"2.0.58\"\n", "auto", "2.0"},
		{"Pipfile.lock", `{"default": {"sqlalchemy": {"hashes": [], "version": "==2.1.3"}}}`, "auto", "2.1"},
		{"requirements-prod.txt", "alembic==1.20\nSQLAlchemy[asyncio]==2.1.1\n", "", "2.1"},
		{"requirements.txt", "sqlalchemy-utils==2.1.1\n", "", "2.0"},
		{"uv.lock", "[[package]]\nname = \"sqlalchemy\"\nversion = \"2.1.0\"\n", "2.0", "2.0"},
		{"readme.txt", "", "", "2.0"},
		{"readme.txt", "", "1.4", "1.4"},
		{"requirements.txt", "sqlalchemy==1.4.54\n", "", "1.4"},
		{"requirements.txt", "SQLAlchemy~=1.3.0\n", "", "1.4"},
		{"requirements.txt", "sqlalchemy>=1.4\n", "", "2.0"},
		{"requirements.txt", "sqlalchemy>=1.4,<2\n", "", "1.4"},
		{"requirements.txt", "sqlalchemy>=1.4,<2.1\n", "", "2.0"},
		{"requirements.txt", "sqlalchemy<3\n", "", "2.0"},
		{"pyproject.toml", "[project]\ndependencies = [\n  \"alembic\",\n  \"SQLAlchemy[asyncio] >= 1.4.0, < 2.0\",\n]\n", "", "1.4"},
		{"pyproject.toml", "[tool.poetry.dependencies]\nSQLAlchemy = \">=1.3,<2.0\"\n", "", "1.4"},
		{"pyproject.toml", "dependencies = [\"sqlalchemy>=2,<3\", \"other<2\"]\n", "", "2.0"},
		{"pyproject.toml", "dependencies = [\"sqlalchemy-utils<2\"]\n", "", "2.0"},
		{"setup.py", "install_requires=['alembic', 'sqlalchemy>=1.4,<1.5']\n", "", "1.4"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, c.file), []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := sqlalchemyVersion(c.stated, dir); got.line != c.want {
			t.Errorf("%s %q stated %q: %s, want %s", c.file, c.text, c.stated, got, c.want)
		}
	}

	root := t.TempDir()
	for file, text := range map[string]string{"setup.py": "", "requirements.txt": "sqlalchemy==1.4.5\n", "app/db/alembic.ini": ""} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(root, file)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := sqlalchemyVersion("", filepath.Join(root, "app", "db")); got.line != "1.4" || got.place != filepath.Join(root, "requirements.txt")+":1" {
		t.Errorf("below a package: %+v", got)
	}
}
