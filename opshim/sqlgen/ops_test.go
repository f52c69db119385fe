package sqlgen_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// table builds a table as sa.Table does.
func table(t *testing.T, name string, items ...schema.Item) *schema.Table {
	t.Helper()
	tab := &schema.Table{Name: schema.Name{Name: name}}
	if err := tab.Add(&schema.Order{}, items...); err != nil {
		t.Fatal(err)
	}
	return tab
}

func integer() schema.Type { return schema.Type{Kind: "Integer"} }

func varchar(n int) schema.Type { return schema.Type{Kind: "String", Length: &n} }

func text(s string) expr.Expr { return &expr.Text{SQL: s} }

func sqlText(s string) schema.Default { return schema.ExprDefault{Expr: text(s)} }

func users() schema.Name { return schema.Name{Name: "users"} }

// compileOp is the offline text of a directive, statements joined by " ; ".
func compileOp(t *testing.T, dialect string, o op.Op) string {
	t.Helper()
	d, err := sqlgen.New(dialect)
	if err != nil {
		t.Fatal(err)
	}
	d.Paramstyle, d.LiteralBinds, d.Offline = "named", true, true
	out, err := d.Compile(context.Background(), nil, o, nil)
	var parts []string
	for _, s := range out {
		if s.Warning == "" {
			parts = append(parts, strings.TrimSpace(strings.ReplaceAll(s.Text, "\t", "    ")))
		}
	}
	if err != nil {
		parts = append(parts, "!"+err.Error())
	}
	return strings.Join(parts, " ; ")
}

type directiveCase struct {
	name string
	op   op.Op
	want map[string]string
}

func typ(x schema.Type) *schema.Type { return &x }

func strPtr(s string) *string { return &s }

// columnCases are the directives on columns.
func columnCases(t *testing.T) []directiveCase {
	alter := func(f func(*op.AlterColumn)) *op.AlterColumn {
		a := &op.AlterColumn{Table: users(), Column: "a"}
		f(a)
		return a
	}
	return []directiveCase{
		{name: "rename_table keeps the schema only on MySQL", op: &op.RenameTable{Table: schema.Name{Schema: "s.x", Name: "a"}, New: "b"},
			want: map[string]string{
				"postgresql": "ALTER TABLE s.x.a RENAME TO b",
				"mysql":      "ALTER TABLE s.x.a RENAME TO s.x.b",
			}},
		{name: "add_column with unique is two statements",
			op: &op.AddColumn{Table: users(), Column: &schema.Column{Name: "order", Type: varchar(5), Nullable: schema.No,
				ServerDefault: schema.StringDefault{Text: "it's"}, Unique: schema.Yes, Comment: strPtr("c")}},
			want: map[string]string{
				"postgresql": `ALTER TABLE users ADD COLUMN "order" VARCHAR(5) DEFAULT 'it''s' NOT NULL ; ALTER TABLE users ADD UNIQUE ("order") ; COMMENT ON COLUMN users."order" IS 'c'`,
				"mysql":      "ALTER TABLE users ADD COLUMN `order` VARCHAR(5) NOT NULL COMMENT 'c' DEFAULT 'it''s' ; ALTER TABLE users ADD UNIQUE (`order`)",
				"sqlite":     `ALTER TABLE users ADD COLUMN "order" VARCHAR(5) DEFAULT 'it''s' NOT NULL ; !NotImplementedError: ` + sqliteAlter,
			}},
		{name: "alter_column type", op: alter(func(a *op.AlterColumn) { a.Type = typ(schema.Type{Kind: "Text"}); a.Using = strPtr("a::text") }),
			want: map[string]string{
				"postgresql": "ALTER TABLE users ALTER COLUMN a TYPE TEXT USING a::text",
				"mysql":      "ALTER TABLE users MODIFY a TEXT NULL",
			}},
		{name: "alter_column nullable", op: alter(func(a *op.AlterColumn) { a.Nullable = schema.No; a.ExistingType = typ(integer()) }),
			want: map[string]string{
				"postgresql": "ALTER TABLE users ALTER COLUMN a SET NOT NULL",
				"mysql":      "ALTER TABLE users MODIFY a INTEGER NOT NULL",
				"sqlite":     "ALTER TABLE users ALTER COLUMN a SET NOT NULL",
			}},
		{name: "alter_column of a DateTime is a CHANGE on MySQL",
			op:   alter(func(a *op.AlterColumn) { a.Nullable = schema.No; a.ExistingType = typ(schema.Type{Kind: "DateTime"}) }),
			want: map[string]string{"mysql": "ALTER TABLE users CHANGE a a DATETIME NOT NULL"}},
		{name: "alter_column default", op: alter(func(a *op.AlterColumn) { a.ServerDefault = op.DefaultArg{Given: true, Value: sqlText("now()")} }),
			want: map[string]string{
				"postgresql": "ALTER TABLE users ALTER COLUMN a SET DEFAULT now()",
				"mysql":      "ALTER TABLE users ALTER COLUMN a SET DEFAULT now()",
			}},
		{name: "alter_column without the type MySQL needs", op: alter(func(a *op.AlterColumn) { a.NewName = strPtr("B") }),
			want: map[string]string{
				"mysql":      "!CommandError: All MySQL CHANGE/MODIFY COLUMN operations require the existing type.",
				"postgresql": `ALTER TABLE users RENAME a TO "B"`,
				"sqlite":     `ALTER TABLE users RENAME COLUMN a TO "B"`,
			}},
		{name: "alter_column identity", op: alter(func(a *op.AlterColumn) {
			a.ServerDefault = op.DefaultArg{Given: true, Value: &schema.Identity{Always: true, Options: schema.SequenceOptions{Increment: new(int64(3))}}}
			a.ExistingServerDefault = op.DefaultArg{Given: true, Value: &schema.Identity{}}
		}),
			want: map[string]string{"postgresql": "ALTER TABLE users ALTER COLUMN a SET GENERATED ALWAYS SET INCREMENT BY 3"}},
		{name: "create_index", op: &op.CreateIndex{Table: schema.Name{Schema: "s", Name: "t"}, Index: &schema.Index{Name: schema.Given("i"), Unique: true,
			Elements: []schema.IndexElement{{Column: "a"}, {Expr: expr.NewFunction(nil, "lower", []expr.Expr{&expr.Column{Name: "b"}}, nil)}},
			Options:  schema.Options{{Name: "postgresql_where", Value: schema.OptExpr{Expr: text("a > 1")}}, {Name: "postgresql_using", Value: schema.OptString("GIN")}}}},
			want: map[string]string{
				"postgresql": "CREATE UNIQUE INDEX i ON s.t USING gin (a, lower(b)) WHERE a > 1",
				"mysql":      "CREATE UNIQUE INDEX i ON s.t (a, (lower(b)))",
				"sqlite":     "CREATE UNIQUE INDEX s.i ON t (a, lower(b))",
			}},
	}
}

// tableCases are the other directives.
func tableCases(t *testing.T) []directiveCase {
	enum := schema.Type{Kind: "Enum", Enum: &schema.Enum{Name: "mood", Labels: []string{"sad", "it's"}, Native: true}}
	return []directiveCase{
		{name: "drop_index without a table", op: &op.DropIndex{Name: schema.Given("i")},
			want: map[string]string{"mysql": "DROP INDEX i ON no_table", "postgresql": "DROP INDEX i"}},
		{name: "drop_constraint unique", op: &op.DropConstraint{Table: users(), Name: schema.Given("uq"), Type: "unique"},
			want: map[string]string{
				"postgresql": "ALTER TABLE users DROP CONSTRAINT uq",
				"mysql":      "ALTER TABLE users DROP INDEX uq",
				"sqlite":     "!NotImplementedError: " + sqliteAlter,
			}},
		{name: "drop_constraint without type", op: &op.DropConstraint{Table: users(), Name: schema.Given("uq")},
			want: map[string]string{
				"postgresql": "ALTER TABLE users DROP CONSTRAINT uq",
				"mysql":      "!NotImplementedError: No generic 'DROP CONSTRAINT' in MySQL - please specify constraint type",
			}},
		{name: "create_foreign_key", op: &op.CreateForeignKey{Table: users(), Constraint: &schema.ForeignKey{
			ConstraintBase: schema.ConstraintBase{Name: schema.Given("fk"), Deferrable: schema.Yes, Initially: "DEFERRED"},
			Columns:        []string{"a"}, RefTable: schema.Name{Name: "Other"}, RefColumns: []string{"id"}, OnDelete: "CASCADE", OnUpdate: "SET NULL"}},
			want: map[string]string{"postgresql": `ALTER TABLE users ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES "Other" (id) ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED`}},
		{name: "create_table with an enum", op: &op.CreateTable{Table: table(t, "t",
			&schema.Column{Name: "id", Type: integer(), PrimaryKey: true},
			&schema.Column{Name: "m", Type: enum, Index: schema.Yes})},
			want: map[string]string{
				"postgresql": "CREATE TYPE mood AS ENUM ('sad', 'it''s') ; CREATE TABLE t (\n    id SERIAL NOT NULL, \n    m mood, \n    PRIMARY KEY (id)\n) ; CREATE INDEX ix_t_m ON t (m)",
				"mysql":      "CREATE TABLE t (\n    id INTEGER NOT NULL AUTO_INCREMENT, \n    m ENUM('sad','it''s'), \n    PRIMARY KEY (id)\n) ; CREATE INDEX ix_t_m ON t (m)",
				"sqlite":     "CREATE TABLE t (\n    id INTEGER NOT NULL, \n    m VARCHAR(4), \n    PRIMARY KEY (id)\n) ; CREATE INDEX ix_t_m ON t (m)",
			}},
		{name: "String without a length on MySQL", op: &op.CreateTable{Table: table(t, "t", &schema.Column{Name: "a", Type: schema.Type{Kind: "String"}})},
			want: map[string]string{"mysql": "!CompileError: (in table 't', column 'a'): VARCHAR requires a length on dialect mysql"}},
		{name: "bulk_insert", op: &op.BulkInsert{Table: table(t, "t", &schema.Column{Name: "a", Type: integer()}, &schema.Column{Name: "b", Type: varchar(3)}),
			Rows: [][]op.Cell{{{Column: "b", Value: `x\'`}, {Column: "a", Value: int64(1)}}, {{Column: "a", Value: nil}}}},
			want: map[string]string{
				"postgresql": `INSERT INTO t (a, b) VALUES (1, 'x\\''') ; INSERT INTO t (a) VALUES (NULL)`,
				"sqlite":     `INSERT INTO t (a, b) VALUES (1, 'x\''') ; INSERT INTO t (a) VALUES (NULL)`,
			}},
		{name: "execute", op: &op.Execute{Stmt: &expr.Text{SQL: `UPDATE t SET x = :y, t = '12:30', z = a::int, \:w = 1`}},
			want: map[string]string{"postgresql": "UPDATE t SET x = NULL, t = '12:30', z = a::int, :w = 1"}},
	}
}

func TestDirectives(t *testing.T) {
	for _, c := range append(columnCases(t), tableCases(t)...) {
		for d, want := range c.want {
			t.Run(c.name+"/"+d, func(t *testing.T) {
				if diff := cmp.Diff(want, compileOp(t, d, c.op)); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

const sqliteAlter = "No support for ALTER of constraints in SQLite dialect. Please refer to the batch mode feature which allows for " +
	"SQLite migrations using a copy-and-move strategy."

func TestNamingConventions(t *testing.T) {
	conv := &schema.NamingConvention{Rules: []schema.NamingRule{{Key: "ck", Text: "ck_%(table_name)s_%(constraint_name)s"},
		{Key: "uq", Text: "uq_%(table_name)s_%(column_0_N_name)s"}, {Key: "fk", Text: "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"}}}
	d, _ := sqlgen.New("postgresql")
	d.Naming = conv
	long := strings.Repeat("x", 60)
	cases := []struct {
		op   op.Op
		want string
	}{
		{&op.DropConstraint{Table: users(), Name: schema.Given("cc"), Type: "check"}, "ALTER TABLE users DROP CONSTRAINT ck_users_cc"},
		{&op.DropConstraint{Table: users(), Name: schema.Final("cc"), Type: "check"}, "ALTER TABLE users DROP CONSTRAINT cc"},
		{&op.CreateUniqueConstraint{Table: users(), Constraint: &schema.Unique{Columns: []string{"a", "b"}}}, "ALTER TABLE users ADD CONSTRAINT uq_users_a_b UNIQUE (a, b)"},
		{&op.CreateUniqueConstraint{Table: users(), Constraint: &schema.Unique{Columns: []string{long}}},
			"ALTER TABLE users ADD CONSTRAINT uq_users_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_a1ab UNIQUE (" + long + ")"},
	}
	for _, c := range cases {
		out, err := d.Compile(context.Background(), nil, c.op, nil)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, out[0].Text); diff != "" {
			t.Error(diff)
		}
	}
}
