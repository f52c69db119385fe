package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const whole = `
[project]
config = "alembic.ini"
dialect = "sqlite"
sqlalchemy = "2.1"
server_version = "15"
[python]
path = ["src"]
[env]
APP_SECRET = "x"
[verify]
databases = ["sqlite"]
rows = 5
timeout = "60s"
[seed."public.users"]
rows = [{ email = "a@b.c" }]
[severity]
MRT407 = "off"
[[exclude]]
revision = "ab12"
codes = ["MRT201"]
reason = "data archived"
expires = 2027-01-01
`

func TestRead(t *testing.T) {
	s, err := Read(write(t, "mrt.toml", whole))
	if err != nil {
		t.Fatal(err)
	}
	if s.Project.Dialect != "sqlite" || s.Verify.Timeout != time.Minute || *s.Verify.Rows != 5 || s.Env["APP_SECRET"] != "x" {
		t.Errorf("read %+v", s)
	}
	if got := s.Severity["MRT407"]; got != finding.Off {
		t.Errorf("severity of MRT407 is %v, want off", got)
	}
	e := s.Exclude[0]
	if e.Expires.Format("2006-01-02") != "2027-01-01" || !e.Covers("MRT201") || e.Covers("MRT202") {
		t.Errorf("exclusion %+v", e)
	}
	if s.Seed["public.users"].Rows[0]["email"] != "a@b.c" {
		t.Errorf("seed %+v", s.Seed)
	}
}

func TestReadPyproject(t *testing.T) {
	path := write(t, "pyproject.toml", "[project]\nname = \"app\"\n[tool.mrt.verify]\nrows = 4\n")
	if found, err := Find(filepath.Dir(path)); err != nil || found != path {
		t.Fatalf("Find = %q, %v", found, err)
	}
	s, err := Read(path)
	if err != nil || *s.Verify.Rows != 4 {
		t.Fatalf("Read = %+v, %v", s, err)
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"[verify]\nrow = 3\n", `mrt.toml:2: unknown key "verify.row"; did you mean "rows"?`},
		{"[verfiy]\nrows = 3\n", `did you mean "verify"?`},
		{"[verify]\nrows = \"x\"\n", "mrt.toml:2: "},
		{"[verify]\nrows = -1\n", "rows must not be negative"},
		{"[verify]\ntimeout = \"soon\"\n", `mrt.toml:2: timeout "soon" is not a duration`},
		{"[project]\ndialect = \"oracle\"\n", `mrt.toml:2: unknown dialect "oracle"`},
		{"[verify]\ncreate = [\"table:x\"]\n", `mrt.toml:2: create takes "schema:NAME"`},
		{"[severity]\nMRT999 = \"off\"\n", `unknown code "MRT999"`},
		{"[severity]\nMRT201 = \"fatal\"\n", `not "fatal"`},
		{"[[exclude]]\nrevision = \"a\"\n", "needs a reason"},
		{"[[exclude]]\nreason = \"a\"\n", "needs a revision"},
		{"[project\n", "mrt.toml:1: "},
	} {
		_, err := Read(write(t, "mrt.toml", c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.text, err, c.want)
		}
	}
}
