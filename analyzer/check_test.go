package analyzer

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
)

// checkDir checks the project in a folder.
func checkDir(t testing.TB, dir, dialect string) map[string]finding.Result {
	t.Helper()
	ctx := context.Background()
	p, err := script.Find(script.FindOptions{Path: dir})
	if err != nil {
		t.Fatal(err)
	}
	env, err := opshim.Open(ctx, p, opshim.Options{Dialect: dialect})
	if err != nil {
		t.Log(err)
		return nil
	}
	revs, err := env.History.Order()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]finding.Result{}
	last := time.Now()
	for r, err := range Check(ctx, env, revs, Options{Dialect: dialect}) {
		if err != nil {
			t.Fatal(err)
		}
		out[r.Revision] = r
		if took := time.Since(last); took > 2*time.Second {
			t.Logf("slow: %s %s", r.Revision, took)
		}
		last = time.Now()
	}
	return out
}

// project writes a project with a base revision and one on top of it.
func project(t testing.TB, dialect, base, body string) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	url := map[string]string{"postgresql": "postgresql://h/d", "sqlite": "sqlite://", "mariadb": "mariadb+pymysql://h/d", "mysql": "mysql+pymysql://h/d"}[dialect]
	write("shop.py", "")
	write("alembic.ini", "[alembic]\nscript_location = %(here)s\nprepend_sys_path = %(here)s\nsqlalchemy.url = "+url+"\n")
	write("env.py", "from alembic import context\ncontext.configure(url=context.config.get_main_option('sqlalchemy.url'))\nwith context.begin_transaction():\n    context.run_migrations()\n")
	const head = "from alembic import op\nimport sqlalchemy as sa\n"
	write("versions/1.py", head+"revision = 'base'\ndown_revision = None\n"+base)
	write("versions/2.py", head+"revision = 'top'\ndown_revision = 'base'\n"+body)
	return dir
}

// exampleBase is what the examples of the codes start from.
const exampleBase = `
def upgrade():
    op.create_table("users",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(50), nullable=False),
        sa.Column("age", sa.Integer()),
        sa.Column("boss_id", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
        sa.ForeignKeyConstraint(["boss_id"], ["users.id"], name="fk_users_boss"),
        sa.CheckConstraint("id > 0", name="ck_users_id"))
    op.create_index("ix_users_name", "users", ["name"])
    op.create_table("notes", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("user_id", sa.Integer()), sa.Column("body", sa.Text()))
    op.execute("CREATE VIEW adults AS SELECT id FROM users WHERE boss_id IS NULL")
%s
def downgrade():
    pass
`

const examplePostgres = `
    op.execute("CREATE TYPE mood AS ENUM ('good', 'bad')")
    op.execute("CREATE SEQUENCE counter")
    op.execute("CREATE SCHEMA extra")
    op.execute("CREATE EXTENSION citext")
    op.execute("CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'")
    op.execute("CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
    op.execute("CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch()")
    op.execute("CREATE POLICY own ON notes USING (user_id = 1)")
`

const exampleSQLite = `
    op.execute("CREATE TABLE tags (id INTEGER PRIMARY KEY, note_id INTEGER REFERENCES notes (id) ON DELETE CASCADE, rank INTEGER, CHECK (note_id > 0), CONSTRAINT ck_tags_rank CHECK (rank > 0))")
`

// TestExamples runs the example of every code and asks for the code.
func TestExamples(t *testing.T) {
	for _, h := range Explanations() {
		t.Run(string(h.Code), func(t *testing.T) {
			dialect, more := first(h.Dialect, "sqlite"), exampleSQLite
			if dialect == "postgresql" {
				more = examplePostgres
			}
			if h.Example == "" {
				t.Skip("one file alone cannot have it")
			}
			dir := project(t, dialect, fmt.Sprintf(exampleBase, more), h.Example)
			r := checkDir(t, dir, dialect)["top"]
			var got []string
			for _, f := range r.Findings {
				got = append(got, string(f.Code))
				if f.Code == h.Code && f.At.Source == nil {
					t.Error("the finding has no place")
				}
			}
			if !slices.Contains(got, string(h.Code)) {
				t.Errorf("verdict %s %s, findings %v", r.Verdict, r.Cause, got)
				for _, f := range r.Findings {
					t.Logf("%s %s", f.Code, f.Message)
				}
			}
		})
	}
}

// TestZoo is for work on the analyser: ZOO names a folder of labelled projects.
func TestZoo(t *testing.T) {
	cases := os.Getenv("ZOO")
	if cases == "" {
		t.Skip("ZOO is not set")
	}
	dirs, _ := filepath.Glob(filepath.Join(cases, "*"))
	count := map[string]int{}
	for _, dir := range dirs {
		name := filepath.Base(dir)
		if only := os.Getenv("ONLY"); only != "" && !strings.Contains(name, only) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, "label.json"))
		if err != nil {
			continue
		}
		var label struct {
			Labels   []string
			Static   bool
			Detail   []string
			Revision string
			Dialect  string
		}
		if err := json.Unmarshal(b, &label); err != nil {
			t.Fatal(err)
		}
		r := checkDir(t, dir, label.Dialect)[label.Revision]
		clean := slices.Contains(label.Labels, "clean")
		kind := map[bool]string{true: "static", false: "dynamic"}[label.Static] + map[bool]string{true: " clean ", false: " defective "}[clean] + r.Verdict.String()
		count[kind]++
		found := r.Verdict >= finding.SchemaOnly
		if found == clean || os.Getenv("ONLY") != "" || !clean && !found && label.Static {
			t.Logf("%s %v: %s %s\n\t%.200q", name, label.Labels, r.Verdict, r.Cause, label.Detail)
			for _, f := range r.Findings {
				t.Logf("    %s %s: %s", f.Code, f.Severity, f.Message)
			}
		}
	}
	var lines []string
	for k, n := range count {
		lines = append(lines, fmt.Sprintf("%s: %d", k, n))
	}
	slices.Sort(lines)
	t.Log(strings.Join(lines, "\n"))
}
