package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// A mistake is a project with one fault that people make. testdata/mistakes
// holds them by family: a section for each, which is the text of the second
// revision; a section "FILE of NAME" is another file of that project.
//
// Lines that begin with #: say what is expected: `#: dialect NAME`, and for each
// command its exit code and words of its output, `#: sql 2 words`. A line that
// is to be shown carries the comment HERE.
type mistake struct {
	text    string
	files   map[string]string
	dialect string
	expect  []expectation
}

type expectation struct {
	command string
	code    int
	words   string
}

const (
	usersRevision = `import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None


def upgrade():
    op.create_table("users", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String(50)))


def downgrade():
    op.drop_table("users")
`
	plainEnv = `from alembic import context

context.configure(dialect_name="DIALECT", literal_binds=True)
with context.begin_transaction():
    context.run_migrations()
`
)

var (
	expectLine    = regexp.MustCompile(`(?m)^#: (\w+) (\S+) ?(.*)\n`)
	declaresIDs   = regexp.MustCompile(`(?m)^(revision|down_revi\w*) =`)
	shownComments = regexp.MustCompile(`# HERE`)
)

func readMistakes(t *testing.T) (names []string, all map[string]*mistake) {
	t.Helper()
	families, err := filepath.Glob("../../testdata/mistakes/*.txtar")
	if err != nil || len(families) == 0 {
		t.Fatalf("no mistakes: %v", err)
	}
	all = map[string]*mistake{}
	for _, family := range families {
		a, err := txtar.ParseFile(family)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			if file, name, ok := strings.Cut(f.Name, " of "); ok {
				all[name].files[file] = string(f.Data)
				continue
			}
			m := &mistake{text: string(f.Data), files: map[string]string{}, dialect: "sqlite"}
			for _, x := range expectLine.FindAllStringSubmatch(m.text, -1) {
				if x[1] == "dialect" {
					m.dialect = x[2]
					continue
				}
				code, err := strconv.Atoi(x[2])
				if err != nil {
					t.Fatalf("%s: %s", f.Name, x[0])
				}
				m.expect = append(m.expect, expectation{x[1], code, x[3]})
			}
			m.text = expectLine.ReplaceAllString(m.text, "")
			names = append(names, f.Name)
			all[f.Name] = m
		}
	}
	return names, all
}

// write makes the project in the current folder.
func (m *mistake) write(t *testing.T) {
	t.Helper()
	revision := m.text
	head := "import sqlalchemy as sa\nfrom alembic import op\n\n"
	if !declaresIDs.MatchString(revision) {
		head += "revision = \"b2\"\ndown_revision = \"a1\"\n\n\n"
	}
	if !strings.Contains(revision, "def downgrade") {
		revision += "\n\ndef downgrade():\n    pass\n"
	}
	files := map[string]string{
		"alembic.ini":                       "[alembic]\nscript_location = %(here)s/migrations\n",
		"migrations/env.py":                 strings.ReplaceAll(plainEnv, "DIALECT", m.dialect),
		"migrations/versions/a1_users.py":   usersRevision,
		"migrations/versions/b2_mistake.py": head + revision,
	}
	for name, text := range m.files {
		if name == "env.py" {
			name = "migrations/env.py"
		}
		files[name] = text
	}
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// places are the lines with the comment HERE, as file:line and as text.
func (m *mistake) places(t *testing.T) (where, lines []string) {
	t.Helper()
	for _, pattern := range []string{"*.py", "migrations/*.py", "migrations/versions/*.py"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range found {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for i, line := range strings.Split(string(text), "\n") {
				if shownComments.MatchString(line) {
					where, lines = append(where, fmt.Sprintf("%s:%d:", file, i+1)), append(lines, strings.ReplaceAll(line, "\t", " "))
				}
			}
		}
	}
	return where, lines
}

// TestMistakes runs the commands on projects with one mistake each: the words,
// the file and the line, the line itself, the exit code, and nothing twice. The
// words are those of Alembic 1.20.1 with SQLAlchemy 2.0.58, or clearer ones.
func TestMistakes(t *testing.T) {
	names, all := readMistakes(t)
	if len(names) < 60 {
		t.Errorf("%d mistakes, at least 60 are wanted", len(names))
	}
	for _, name := range names {
		m := all[name]
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			m.write(t)
			if len(m.expect) == 0 {
				t.Fatal("nothing is expected")
			}
			for _, x := range m.expect {
				m.check(t, x)
			}
		})
	}
}

func (m *mistake) check(t *testing.T, x expectation) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	env := environment{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }}
	code := run(context.Background(), []string{"mrt", x.command}, env)
	out := stdout.String() + stderr.String()
	if code != x.code {
		t.Errorf("%s: exit code %d, want %d\n%s", x.command, code, x.code, out)
	}
	if x.words == "" {
		return
	}
	if !strings.Contains(out, x.words) {
		t.Errorf("%s: output lacks %q:\n%s", x.command, x.words, out)
	}
	if n := strings.Count(out, x.words); n > 1 {
		t.Errorf("%s: %q is printed %d times:\n%s", x.command, x.words, n, out)
	}
	if strings.Contains(out, "Traceback") {
		t.Errorf("%s: a traceback without -v:\n%s", x.command, out)
	}
	where, lines := m.places(t)
	if len(where) == 0 {
		return
	}
	for i := range where {
		if x.code == 0 && strings.Contains(out, strings.TrimSuffix(where[i], ":")) {
			return // a note: the place is enough
		}
		if strings.Contains(out, where[i]) && strings.Contains(out, " | "+lines[i]+"\n") {
			return
		}
	}
	t.Errorf("%s: the output shows none of %q:\n%s", x.command, where, out)
}
