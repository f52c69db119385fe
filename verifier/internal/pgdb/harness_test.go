package pgdb

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// program builds mrt, once for all tests.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "mrt_test_")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "mrt")
	out, err := exec.Command("go", "build", "-o", path, "../../../cmd/mrt").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := program(); err == nil {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// many is how often a test repeats: as often as the variable says, a few times
// in CI, else as rarely as shows that it works.
func many(t *testing.T, variable string, few, least int) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv(variable))
	if err == nil {
		return n
	}
	if n = least; os.Getenv("CI") != "" {
		n = few
	}
	t.Logf("%d times; %s=200 is the long form", n, variable)
	return n
}

// A testServer is a server of "the user's".
type testServer struct {
	*Server
	url string
	c   *pgconn.PgConn
}

// serve starts a server, or skips; it fails in CI.
func serve(t *testing.T) *testServer {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no private servers on Windows")
	}
	if _, err := Programs(); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	s, err := Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Stop)
	out := &testServer{Server: s, url: s.URL("postgres")}
	if out.c, err = pgconn.Connect(t.Context(), s.address().dsn("postgres")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = out.c.Close(t.Context()) })
	return out
}

// sql runs statements one by one as the superuser, and returns the last rows.
func (s *testServer) sql(t *testing.T, list ...string) [][]string {
	t.Helper()
	var out [][]string
	for _, sql := range list {
		res, err := s.c.Exec(t.Context(), sql).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		out = nil
		for _, row := range res[len(res)-1].Rows {
			var cells []string
			for _, c := range row {
				cells = append(cells, string(c))
			}
			out = append(out, cells)
		}
	}
	return out
}

// databases are those that the server did not begin with.
func (s *testServer) databases(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, row := range s.sql(t, "SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1') ORDER BY 1") {
		out = append(out, row[0])
	}
	return out
}

// waitFor waits until a query returns a row, and returns its first cell.
func (s *testServer) waitFor(t *testing.T, sql string) string {
	t.Helper()
	for until := time.Now().Add(30 * time.Second); time.Now().Before(until); time.Sleep(20 * time.Millisecond) {
		if found := s.sql(t, sql); len(found) > 0 {
			return found[0][0]
		}
	}
	t.Fatalf("nothing comes of %s", sql)
	return ""
}

// A revision is what its two functions execute.
type revision struct{ up, down string }

// quick is a history that passes on both databases, with what needs copies of a
// database on PostgreSQL.
var quick = []revision{
	{"op.create_table('users', sa.Column('id', sa.Integer, primary_key=True), sa.Column('name', sa.String(30)))", "op.drop_table('users')"},
	{"op.add_column('users', sa.Column('mail', sa.String(60)))", "op.drop_column('users', 'mail')"},
	{`if op.get_bind().dialect.name == 'postgresql':
        with op.get_context().autocommit_block():
            op.execute('CREATE INDEX CONCURRENTLY ix ON users (name)')`,
		`if op.get_bind().dialect.name == 'postgresql':
        with op.get_context().autocommit_block():
            op.execute('DROP INDEX CONCURRENTLY ix')`},
	{"op.create_index('ix_mail', 'users', ['mail'])", "op.drop_index('ix_mail')"},
}

// executing is a revision that executes SQL.
func executing(up ...string) revision {
	var b strings.Builder
	for _, sql := range up {
		fmt.Fprintf(&b, "op.execute(%q)\n    ", sql)
	}
	return revision{strings.TrimSpace(b.String()), "pass"}
}

// project writes an Alembic project and returns its folder. Revisions are named
// r0, r1, …
func project(t *testing.T, list ...revision) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "proj ect ü")
	files := map[string]string{"alembic.ini": "[alembic]\nscript_location = %(here)s/m\n",
		"m/env.py": "from alembic import context\nfrom sqlalchemy import create_engine\nengine = create_engine('postgresql://user:secret@db.invalid/prod')\nwith engine.connect() as c:\n    context.configure(connection=c)\n    with context.begin_transaction():\n        context.run_migrations()\n"}
	down := "None"
	for i, r := range list {
		files[fmt.Sprintf("m/versions/r%d.py", i)] = fmt.Sprintf("import sqlalchemy as sa\nfrom alembic import op\nrevision = 'r%d'\ndown_revision = %s\n\ndef upgrade():\n    %s\n\ndef downgrade():\n    %s\n", i, down, r.up, r.down)
		down = fmt.Sprintf("'r%d'", i)
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A process is one run of mrt.
type process struct {
	*exec.Cmd
	out, err bytes.Buffer
}

// start starts mrt verify on a project. Its temporary folder is tmp.
func start(t *testing.T, tmp, dir string, args ...string) *process {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	p := &process{Cmd: exec.Command(path, append([]string{"verify", dir, "--format", "json", "--no-timing", "-q"}, args...)...)}
	p.Stdout, p.Stderr = &p.out, &p.err
	p.Env = append(os.Environ(), "TMPDIR="+tmp)
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// A report is what the tests look at.
type report struct {
	Revisions []struct {
		Revision, Outcome, Stage, Cause, Verdict string
		Coverage                                 struct{ Unseeded []string }
	}
	Findings []struct{ Code, Message string }
}

func (r *report) outcomes() string {
	var words []string
	for _, rev := range r.Revisions {
		words = append(words, rev.Outcome)
	}
	return strings.Join(words, " ")
}

// end waits for the end of a run and demands its exit code.
func (p *process) end(t *testing.T, code int) *report {
	t.Helper()
	got := 0
	var exit *exec.ExitError
	if err := p.Wait(); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	if got != code {
		t.Fatalf("exit code %d, want %d: %s%s", got, code, p.err.String(), p.out.String())
	}
	r := &report{}
	if p.out.Len() > 0 {
		if err := json.Unmarshal(p.out.Bytes(), r); err != nil {
			t.Fatalf("%v: %s", err, p.out.String())
		}
	}
	return r
}

// sentence demands one line on stderr with the words.
func (p *process) sentence(t *testing.T, words ...string) {
	t.Helper()
	text := strings.TrimSpace(p.err.String())
	if strings.Count(text, "\n") > 0 {
		t.Errorf("more than one line: %s", text)
	}
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("want %q in %s", w, text)
		}
	}
}

// empty demands that a folder is.
func empty(t *testing.T, dir string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		t.Errorf("%s is left in the temporary folder", e.Name())
	}
}

// alone demands that no process has the folder in its command line.
func alone(t *testing.T, dir string) {
	t.Helper()
	list, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, path := range list {
		if text, err := os.ReadFile(path); err == nil && bytes.Contains(text, []byte(dir)) {
			t.Errorf("a process is left: %s", bytes.ReplaceAll(text, []byte{0}, []byte(" ")))
		}
	}
}

// scratchDir is a temporary folder with a short name, open to the server's account.
func scratchDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "mrtt")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}
