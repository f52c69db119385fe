package pywrite

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// collect runs a text and keeps its directives.
func collect(t *testing.T, source, naming, dialect string) ([]op.Op, error) {
	t.Helper()
	d, err := sqlgen.New(dialect)
	if err != nil {
		t.Fatal(err)
	}
	r := &opshim.Recorder{For: d}
	err = opshim.RunText(context.Background(), opshim.Text{Name: "snippet", Source: source, Function: "upgrade", Naming: naming}, d, r, nil)
	var out []op.Op
	for _, s := range r.Steps {
		out = append(out, s.Op)
	}
	return out, err
}

// compiled is the SQL of directives; false if they cannot be compiled.
func compiled(ops []op.Op, dialect string) ([]string, bool) {
	d, _ := sqlgen.New(dialect)
	d.LiteralBinds, d.Offline = true, true
	var out []string
	s := &sqlgen.Session{}
	for _, o := range ops {
		stmts, err := d.Compile(context.Background(), s, o, nil)
		if err != nil {
			return nil, false
		}
		for _, st := range stmts {
			if st.Text != "" {
				out = append(out, st.Text)
			}
		}
	}
	return out, true
}

const head = "from alembic import op\nimport sqlalchemy as sa\nfrom sqlalchemy.dialects import postgresql, mysql, sqlite\n"

// law checks that what is written asks for the same again. It reports whether
// the snippet could be written at all, and why not.
func law(t *testing.T, source, naming, dialect string) (ok bool, why string) {
	t.Helper()
	ops, err := collect(t, source, naming, dialect)
	if err != nil || len(ops) == 0 {
		return false, "does not run"
	}
	want, can := compiled(ops, dialect)
	if !can {
		return false, "does not compile"
	}
	d, _ := sqlgen.New(dialect)
	w := New(Default(), d)
	lines, err := w.Ops(ops)
	if err != nil {
		return false, err.Error()
	}
	text := head + "def upgrade():\n"
	for _, l := range lines {
		text += "    " + l + "\n"
	}
	if len(lines) == 0 {
		text += "    pass\n"
	}
	again, err := collect(t, text, naming, dialect)
	if err != nil {
		t.Errorf("%v\n%s\nwritten:\n%s", err, source, text)
		return true, ""
	}
	got, _ := compiled(again, dialect)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s\n%s\nwritten:\n%s", diff, source, text)
	}
	return true, ""
}

// snippets has each directive and each part that a directive can have.
var snippets = []string{
	`op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.String(20), unique=True), sa.Column("b", sa.Numeric(8, 2), index=True, server_default="0"), comment="a 'b' \"c\"", schema="s")`,
	`op.create_table("t", sa.Column("id", sa.Integer()), sa.Column("o", sa.Integer(), sa.ForeignKey("o.id", name="fk", ondelete="CASCADE", deferrable=True, initially="DEFERRED")), sa.PrimaryKeyConstraint("id", name=op.f("pk")), sa.CheckConstraint("id > 0", name="ck"), sa.UniqueConstraint("id", "o", name="uq"))`,
	`op.create_table("t", sa.Column("e", sa.Enum("a", "b'c", name="e", create_constraint=True, native_enum=False)), sa.Column("f", sa.Boolean(create_constraint=True, name="bo")), sa.Column("x", sa.Integer(), sa.Computed("e + 1", persisted=True)), prefixes=["TEMPORARY"], mysql_engine="InnoDB", mysql_charset="utf8mb4", sqlite_with_rowid=False)`,
	`op.create_table("t", sa.Column("i", sa.BigInteger(), sa.Identity(always=True, start=3, cycle=True)), sa.Column("j", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb")), sa.Column("k", postgresql.ARRAY(sa.Text(), dimensions=2)), sa.Column("l", sa.DateTime(timezone=True), server_default=sa.func.now()), sa.Column("m", postgresql.ENUM("a", name="m", create_type=False)))`,
	`op.create_table("t", sa.Column("a", mysql.INTEGER(display_width=4, unsigned=True)), sa.Column("b", mysql.SET("x", "y")), sa.Column("c", mysql.DATETIME(fsp=3)), sa.Column("d", mysql.VARCHAR(20, charset="latin1", collation="latin1_bin")), sa.Column("e", mysql.TINYINT(1)))`,
	`op.drop_table("t", schema="s", if_exists=True)`,
	`op.rename_table("t", "u", schema="s")`,
	`op.add_column("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id", onupdate="CASCADE"), nullable=False, server_default=sa.text("0"), comment="x"), schema="s")`,
	`op.drop_column("t", "a", schema="s")`,
	`op.alter_column("t", "a", new_column_name="b", existing_type=sa.Integer(), existing_nullable=False)`,
	`op.alter_column("t", "a", type_=sa.Text(), existing_type=sa.String(10), nullable=False, server_default=None, postgresql_using="a::text", schema="s")`,
	`op.alter_column("t", "a", comment=None, existing_comment="old", existing_type=sa.Text())`,
	`op.alter_column("t", "a", server_default=sa.text("now()"), existing_type=sa.DateTime())`,
	`op.create_index("ix", "t", ["a", sa.text("lower(b)")], unique=True, schema="s", postgresql_where=sa.text("a > 0"), postgresql_using="gist", postgresql_with={"fillfactor": 70})`,
	`op.create_index(op.f("ix"), "t", ["a"], postgresql_concurrently=True, if_not_exists=True, mysql_length={"a": 10})`,
	`op.drop_index("ix", table_name="t", schema="s", if_exists=True, postgresql_concurrently=True)`,
	`op.create_primary_key("pk", "t", ["a", "b"], schema="s")`,
	`op.create_unique_constraint("uq", "t", ["a"], deferrable=True, initially="DEFERRED", schema="s", postgresql_nulls_not_distinct=True)`,
	`op.create_foreign_key("fk", "t", "o", ["a"], ["b"], ondelete="SET NULL", onupdate="CASCADE", match="FULL", source_schema="s", referent_schema="r", use_alter=True)`,
	`op.create_check_constraint("ck", "t", sa.column("a") > 5, schema="s")`,
	`op.create_check_constraint("ck", "t", "a ~ '^\\d+$' AND b <> ':x'")`,
	`op.create_exclude_constraint("ex", "t", ("a", "&&"), (sa.text("b + 1"), "="), where="a > 1", using="gist")`,
	`op.drop_constraint("ck", "t", type_="check", schema="s")`,
	`op.create_table_comment("t", "it's", existing_comment="x", schema="s")`,
	`op.drop_table_comment("t", existing_comment="x")`,
	`op.bulk_insert(sa.table("t", sa.column("a", sa.Integer), sa.column("b", sa.String)), [{"a": 1, "b": "x:y"}, {"a": 2, "b": None}])`,
	`op.execute("UPDATE t SET a = '\\:x', b = c::text WHERE d = '%'")`,
	`op.execute("""CREATE FUNCTION f() RETURNS int AS $$
SELECT 1
$$ LANGUAGE sql""")`,
	`op.execute(sa.table("t", sa.column("a", sa.Text)).update().values(a="it's").where(sa.column("b", sa.Integer) == 3))`,
	`op.execute(sa.text("SELECT :a").bindparams(a=5))`,
	`with op.get_context().autocommit_block():
        op.execute("VACUUM")`,
}

func TestWrittenTextAsksForTheSame(t *testing.T) {
	written := map[string]bool{}
	for _, s := range snippets {
		for _, dialect := range []string{"postgresql", "sqlite", "mysql"} {
			ok, why := law(t, head+"def upgrade():\n    "+s+"\n", "", dialect)
			if ok {
				written[s] = true
			} else if why != "does not compile" {
				t.Errorf("%s on %s: %s", s, dialect, why)
			}
		}
		if !written[s] {
			t.Errorf("%s compiles on no dialect", s)
		}
	}
}

// TestCases holds the law for the snippets of a file of cases, one JSON object
// a line with "snippet" and "dialect"; CASES names it.
func TestCases(t *testing.T) {
	file := os.Getenv("CASES")
	if file == "" {
		t.Skip("CASES is not set")
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	all, not := 0, map[string]int{}
	for lines.Scan() {
		var c struct {
			Snippet string `json:"snippet"`
			Dialect string `json:"dialect"`
			Options struct {
				Naming json.RawMessage `json:"naming_convention"`
			} `json:"options"`
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains([]string{"postgresql", "mysql", "mariadb", "sqlite"}, c.Dialect) {
			continue
		}
		naming := string(c.Options.Naming)
		if naming == "null" {
			naming = ""
		}
		all++
		if ok, why := law(t, c.Snippet, naming, c.Dialect); !ok {
			not[why]++
		}
	}
	t.Logf("%d cases; not written: %v", all, not)
}
