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
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, c.file), []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := sqlalchemyVersion(c.stated, dir); got != c.want {
			t.Errorf("%s %q stated %q: %s, want %s", c.file, c.text, c.stated, got, c.want)
		}
	}
}
