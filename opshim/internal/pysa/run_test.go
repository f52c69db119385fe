package pysa

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/opshim/internal/pyalembic"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

var _ pyalembic.SQLAlchemy = (*Library)(nil)

// runPython runs a program with the library at hand and returns what it printed.
func runPython(t *testing.T, dialect, source string) (string, error) {
	t.Helper()
	return runRelease(t, "2.0", dialect, source)
}

// runRelease is runPython with a release line of SQLAlchemy.
func runRelease(t *testing.T, release, dialect, source string) (string, error) {
	t.Helper()
	var out strings.Builder
	th := &pyrt.Thread{Context: context.Background(), Stdout: &out, Stderr: &out, Modules: map[string]*pyrt.Module{}}
	d, err := sqlgen.New(dialect)
	if err != nil {
		t.Fatal(err)
	}
	l := New(th, Options{Dialect: d, Version: VersionOf(release)})
	th.Import = func(_ *pyrt.Thread, name string) (*pyrt.Module, error) { return l.Import(name) }
	src, err := syntax.NewTextSource("test.py", source)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := syntax.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	_, err = pyrt.Load(th, tree, "__main__")
	if err != nil {
		var exc *pyrt.Exception
		if errors.As(err, &exc) {
			t.Log(pyrt.FormatException(err))
		}
	}
	return out.String(), err
}

func TestPrograms(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"select", `
import sqlalchemy as sa
t = sa.table("t", sa.column("a", sa.Integer), sa.column("b", sa.String))
print(sa.select(t).where(t.c.a == 5).order_by(t.c.b.desc()))
`, "SELECT t.a, t.b \nFROM t \nWHERE t.a = :a_1 ORDER BY t.b DESC\n"},
		{"table", `
from sqlalchemy import MetaData, Table, Column, Integer, String, ForeignKey, BigInteger
m = MetaData()
t = Table("t", m, Column("id", Integer, primary_key=True), Column("name", String(50), nullable=False, server_default="x"), Column("o", ForeignKey("o.id")))
o = Table("o", m, Column("id", BigInteger, primary_key=True))
print(t.c.keys(), t.c.name.type.length, repr(t.c.o), list(t.primary_key.columns), [x.name for x in m.sorted_tables])
from sqlalchemy.schema import CreateTable
print(CreateTable(t))
print(t.c.o.foreign_keys.pop().column is o.c.id)
`, "['id', 'name', 'o'] 50 Column('o', BigInteger(), ForeignKey('o.id'), table=<t>) [Column('id', Integer(), table=<t>, primary_key=True, nullable=False)] ['o', 't']\n" +
			"\nCREATE TABLE t (\n\tid INTEGER NOT NULL, \n\tname VARCHAR(50) DEFAULT 'x' NOT NULL, \n\to BIGINT, \n\tPRIMARY KEY (id), \n\tFOREIGN KEY(o) REFERENCES o (id)\n)\n\n\nTrue\n"},
		{"types", `
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, mysql
print(sa.String(50), sa.Numeric(10, 2), postgresql.JSONB(), mysql.TINYINT(1), repr(sa.Enum("a", "b", name="x")), repr(sa.String(50)))
class T(sa.types.TypeDecorator):
    impl = sa.String
    cache_ok = True
print(T(30), isinstance(T(30), sa.types.TypeEngine), issubclass(postgresql.JSONB, sa.JSON))
print(sa.types.Integer is sa.Integer, sa.UUID is postgresql.UUID)
`, "VARCHAR(50) NUMERIC(10, 2) JSONB TINYINT Enum('a', 'b', name='x') String(length=50)\nVARCHAR(30) True True\nTrue True\n"},
		{"errors", `
import sqlalchemy as sa
for f in [lambda: bool(sa.column("x") > 5), lambda: sa.select("x"), lambda: sa.Column("x", sa.Integer, foo=1), lambda: sa.text("x").bindparams(y=1),
          lambda: sa.column("x").foo, lambda: sa.String(1, 2, 3), lambda: sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer)).c.b]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e))
`, "TypeError Boolean value of this clause is not defined\n" +
			"ArgumentError Textual column expression 'x' should be explicitly declared with text('x'), or use column('x') for more specificity\n" +
			"TypeError Additional arguments should be named <dialectname>_<argument>, got 'foo'\n" +
			"ArgumentError This text() construct doesn't define a bound parameter named 'y'\n" +
			"AttributeError Neither 'ColumnClause' object nor 'Comparator' object has an attribute 'foo'\n" +
			"TypeError String.__init__() takes from 1 to 3 positional arguments but 4 were given\nAttributeError b\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := runPython(t, "postgresql", c.source)
			if err != nil {
				t.Fatalf("%v\n%s", err, got)
			}
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
