package analyzer

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
)

// mendTop is what Fix makes of the top revision of a project.
func mendTop(t *testing.T, dir, dialect string) Mend {
	t.Helper()
	ctx := context.Background()
	p, err := script.Find(script.FindOptions{Path: dir})
	if err != nil {
		t.Fatal(err)
	}
	env, err := opshim.Open(ctx, p, opshim.Options{Dialect: dialect})
	if err != nil {
		t.Fatal(err)
	}
	revs, err := env.History.Order()
	if err != nil {
		t.Fatal(err)
	}
	var out Mend
	for m, err := range Fix(ctx, env, revs, func(id string) bool { return id == "top" }, Options{Dialect: dialect}) {
		if err != nil {
			t.Fatal(err)
		}
		out = m
	}
	return out
}

const fixBase = `
def upgrade():
    op.create_table("people", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String(80), nullable=False), sa.Column("settings", sa.Text()))

def downgrade():
    op.drop_table("people")
`

const fixTriggerBase = fixBase + `
def upgrade():
    op.create_table("people", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String(80), nullable=False), sa.Column("settings", sa.Text()))
    op.execute("CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$")

def downgrade():
    op.drop_table("people")
    op.execute("DROP FUNCTION noted()")
`

func TestFix(t *testing.T) {
	const table = "import json\npeople = sa.table('people', sa.column('id', sa.Integer), sa.column('name', sa.String), sa.column('settings', sa.Text), sa.column('old', sa.Text))\n"
	for name, c := range map[string]struct {
		dialect, base, body string
		verdict             finding.Verdict
		want                []string // of the new text
		lost, refused       string
	}{
		"rows rewritten in a loop come back from the copy made before": {"sqlite", fixBase, table + `
def upgrade():
    op.execute("CREATE TABLE people_before AS SELECT id, settings FROM people")
    for id_, text in op.get_bind().exec_driver_sql("SELECT id, settings FROM people WHERE settings IS NOT NULL").fetchall():
        op.get_bind().execute(people.update().where(people.c.id == id_).values(settings=text.upper()))

def downgrade():
    raise NotImplementedError
`, finding.Lossless, []string{"SELECT b.settings FROM people_before AS b WHERE b.id = people.id", "op.drop_table('people_before')"}, "", ""},
		"rows rewritten in a loop come back from a document": {"sqlite", fixBase, table + `
def upgrade():
    op.add_column("people", sa.Column("old", sa.Text()))
    for id_, name in op.get_bind().execute(sa.text("SELECT id, name FROM people")).all():
        op.get_bind().execute(people.update().where(people.c.id == id_).values(name=name.lower() + str(id_), old=json.dumps({"the name": name})))

def downgrade():
    op.drop_column("people", "old")
`, finding.Lossless, []string{`$."the name"`}, "", ""},
		"a document on PostgreSQL": {"postgresql", fixBase, table + `
def upgrade():
    op.add_column("people", sa.Column("old", sa.Text()))
    for id_, name in op.get_bind().execute(sa.text("SELECT id, name FROM people")).all():
        op.get_bind().execute(people.update().where(people.c.id == id_).values(name=name.lower() + str(id_), old=json.dumps({"name": name})))

def downgrade():
    op.drop_column("people", "old")
`, finding.Lossless, []string{`AS json) ->> \'name\'`}, "", ""},
		"rows rewritten in a loop come back from another column": {"sqlite", fixBase, table + `
def upgrade():
    op.add_column("people", sa.Column("old", sa.Text()))
    for id_, name in op.get_bind().execute(sa.text("SELECT id, name FROM people")).all():
        op.get_bind().execute(people.update().where(people.c.id == id_).values(name=name.lower() + str(id_), old=name))

def downgrade():
    pass
`, finding.Lossless, []string{"UPDATE people SET name = old WHERE old IS NOT NULL"}, "", ""},
		"rows rewritten in a loop and kept nowhere": {"sqlite", fixBase, table + `
def upgrade():
    op.add_column("people", sa.Column("old", sa.Text()))
    for id_, name in op.get_bind().execute(sa.text("SELECT id, name FROM people")).all():
        op.get_bind().execute(people.update().where(people.c.id == id_).values(name=name.lower() + str(id_)))

def downgrade():
    pass
`, finding.SchemaOnly, []string{"op.drop_column('people', 'old')"}, "old values of column people.name", ""},
		"an upgrade that does nothing": {"sqlite", fixBase, `
def upgrade():
    pass

def downgrade():
    op.execute("DELETE FROM people WHERE name = 'x'")
`, finding.Lossless, []string{"def downgrade():\n    pass\n"}, "", ""},
		"a downgrade of which nothing is known": {"postgresql", fixBase, `
def upgrade():
    op.add_column("people", sa.Column("extra", sa.Text()))

def downgrade():
    op.execute("DO $$ BEGIN PERFORM tidy_up('people'); EXECUTE current_setting('my.sql'); END $$")
`, finding.Lossless, []string{"op.drop_column('people', 'extra')"}, "", ""},
		"a trigger goes with its being disabled": {"postgresql", fixTriggerBase, `
def upgrade():
    op.execute("CREATE TRIGGER people_noted AFTER INSERT ON people FOR EACH ROW EXECUTE FUNCTION noted()")

def downgrade():
    op.execute("ALTER TABLE people DISABLE TRIGGER people_noted")
`, finding.Lossless, []string{"DROP TRIGGER people_noted"}, "", ""},
		"values that are gone": {"sqlite", fixBase, `
def upgrade():
    op.execute("UPDATE people SET name = 'x'")

def downgrade():
    pass
`, 0, nil, "", "no downgrade was found that gives back more"},
	} {
		t.Run(name, func(t *testing.T) {
			m := mendTop(t, project(t, c.dialect, c.base, c.body), c.dialect)
			if c.refused != "" {
				if m.New != nil || !strings.Contains(m.Refused, c.refused) {
					t.Fatalf("refused %q, want %q; offered:\n%s", m.Refused, c.refused, m.New)
				}
				return
			}
			if m.New == nil || m.Verdict != c.verdict {
				t.Fatalf("%s, refused %q; want %s; offered:\n%s", m.Verdict, m.Refused, c.verdict, m.New)
			}
			for _, w := range c.want {
				if !strings.Contains(string(m.New), w) {
					t.Errorf("no %q in\n%s", w, m.New)
				}
			}
			if strings.Contains(string(m.New), "ENABLE TRIGGER") {
				t.Errorf("a trigger that is gone is enabled:\n%s", m.New)
			}
			if lost := strings.Join(m.Lost, "; "); (lost == "") != (c.lost == "") || !strings.Contains(lost, c.lost) {
				t.Errorf("lost %q, want %q", lost, c.lost)
			}
		})
	}
}

// A file keeps its newlines.
func TestFixNewlines(t *testing.T) {
	dir := project(t, "sqlite", fixBase, "\ndef upgrade():\n    op.create_table('pets', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('name', sa.String(80)))\n\ndef downgrade():\n    pass\n")
	path := filepath.Join(dir, "versions", "2.py")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(string(raw), "\n", "\r\n")), 0o666); err != nil {
		t.Fatal(err)
	}
	m := mendTop(t, dir, "sqlite")
	if m.New == nil || m.Verdict != finding.Lossless {
		t.Fatalf("%s %q", m.Verdict, m.Refused)
	}
	if n, crlf := strings.Count(string(m.New), "\n"), strings.Count(string(m.New), "\r\n"); n != crlf {
		t.Errorf("%d newlines, %d of them with a carriage return", n, crlf)
	}
}

// A finding points at the statement that does it, not at one beside it.
func TestFindingLines(t *testing.T) {
	const base = `
def upgrade():
    op.create_table("people", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("boss", sa.Integer(), sa.ForeignKey("people.id", name="fk_boss")), sa.Column("name", sa.String(80), server_default="x"))

def downgrade():
    op.drop_table("people")
`
	for name, c := range map[string]struct{ dialect, body, code, line string }{
		"the statement that fails the second time": {"postgresql", `
def upgrade():
    op.execute("UPDATE people SET name = name")
    op.execute("INSERT INTO people (id, name) VALUES (900, 'new')")

def downgrade():
    op.execute("DELETE FROM people WHERE id = 901")
`, "MRT110", "INSERT INTO people"},
		"a downgrade that does nothing": {"postgresql", `
def upgrade():
    op.execute("INSERT INTO people (id, name) VALUES (900, 'new')")

def downgrade():
    pass
`, "MRT102", "def downgrade"},
		"the insert of the row that stays": {"postgresql", `
def upgrade():
    op.execute("INSERT INTO people (id, name) VALUES (900, 'one')")
    op.execute("INSERT INTO people (id, name) VALUES (901, 'two')")
    op.execute("INSERT INTO people (id, name) VALUES (902, 'three')")

def downgrade():
    op.execute("DELETE FROM people WHERE id IN (900, 902)")
`, "MRT106", "901"},
		"the insert of a downgrade": {"postgresql", `
def upgrade():
    op.execute("INSERT INTO people (id, name) VALUES (900, 'one')")

def downgrade():
    op.execute("DELETE FROM people WHERE id = 900")
    op.execute("INSERT INTO people (id, name) VALUES (901, 'two')")
`, "MRT106", "901"},
		"the delete of the row that is lost": {"sqlite", `
def upgrade():
    op.execute("CREATE TABLE kept AS SELECT * FROM people WHERE name = 'b'")
    op.execute("DELETE FROM people WHERE name = 'a'")
    op.execute("DELETE FROM people WHERE name = 'b'")

def downgrade():
    op.execute("INSERT INTO people SELECT * FROM kept")
    op.execute("DROP TABLE kept")
`, "MRT214", "'a'"},
		"the update of the row that differs": {"sqlite", `
def upgrade():
    op.execute("UPDATE people SET name = 'a' WHERE id = 1")
    op.execute("UPDATE people SET name = 'c' WHERE name = 'b'")

def downgrade():
    op.execute("UPDATE people SET name = 'b' WHERE name = 'c'")
`, "MRT215", "id = 1"},
		"what makes an object that stays": {"postgresql", `
def upgrade():
    op.execute("CREATE SEQUENCE numbers")
    op.execute("ALTER SEQUENCE numbers INCREMENT BY 2")

def downgrade():
    op.execute("SELECT 1")
    op.add_column("people", sa.Column("x", sa.Integer()))
    op.drop_column("people", "x")
`, "MRT104", "CREATE SEQUENCE"},
		"the column whose sequence stays": {"postgresql", `
def upgrade():
    op.execute("ALTER TABLE people ADD COLUMN n serial")
    op.execute("ALTER SEQUENCE people_n_seq OWNED BY NONE")

def downgrade():
    op.drop_column("people", "n")
`, "MRT104", "ADD COLUMN n serial"},
		"the drop of a table that took a sequence along": {"postgresql", `
def upgrade():
    op.create_table("folk", sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False), sa.Column("boss", sa.Integer()), sa.Column("name", sa.String(80), server_default="x"))
    op.drop_table("people")
    op.rename_table("folk", "people")

def downgrade():
    op.execute("SELECT 1")
`, "MRT501", `op.drop_table("people")`},
		"the attribute that differs": {"postgresql", `
def upgrade():
    op.alter_column("people", "name", type_=sa.String(90))
    op.execute("ALTER TABLE people ALTER COLUMN name SET DEFAULT 'y'")

def downgrade():
    op.execute("ALTER TABLE people ALTER COLUMN name SET DEFAULT 'x'")
`, "MRT303", "sa.String(90)"},
		"the update of old rows": {"mariadb", `
def upgrade():
    op.execute("INSERT INTO people (id, name) VALUES (900, 'new')")

def downgrade():
    op.execute("UPDATE people SET boss = NULL WHERE boss > 1")
    op.execute("DELETE FROM people WHERE id = 900")
`, "MRT217", "SET boss = NULL"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := project(t, c.dialect, base, c.body)
			found := false
			for _, f := range checkDir(t, dir, c.dialect)["top"].Findings {
				if string(f.Code) != c.code {
					continue
				}
				found = true
				if got := sourceOf(f.At); !strings.Contains(got, c.line) {
					t.Errorf("%s points at %q, want %q", f.Message, got, c.line)
				}
			}
			if !found {
				t.Errorf("no %s", c.code)
			}
		})
	}
}
