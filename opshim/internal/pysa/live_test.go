package pysa

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A fakeDatabase prints statements with their parameters and answers from a list
// of text prefixes.
type fakeDatabase struct {
	d       *sqlgen.Dialect
	out     *strings.Builder
	answers []canned
	tables  map[string]*schema.Table
}

type canned struct {
	prefix string
	Answer
}

func (f *fakeDatabase) Dialect() *sqlgen.Dialect { return f.d }

func (f *fakeDatabase) Execute(_ *pyrt.Thread, s expr.Stmt, params []map[string]any) (Answer, error) {
	o := sqlgen.Options{}
	if len(params) > 0 {
		o.Values = params[0]
		o.HasColumnKeys = true
		for k := range params[0] {
			o.ColumnKeys = append(o.ColumnKeys, k)
		}
	}
	st, err := f.d.CompileStmt(s, o)
	if err != nil {
		return Answer{}, err
	}
	text := strings.Join(strings.Fields(st.Text), " ")
	fmt.Fprint(f.out, "SQL ", text)
	for _, p := range st.Params {
		fmt.Fprintf(f.out, " %s=%s", p.Name, sqlgen.Repr(p.Value))
	}
	if len(params) > 1 {
		fmt.Fprintf(f.out, " x%d", len(params))
	}
	fmt.Fprintln(f.out)
	for _, a := range f.answers {
		if strings.HasPrefix(text, a.prefix) {
			return a.Answer, nil
		}
	}
	return Answer{}, nil
}

func (f *fakeDatabase) Apply(_ *pyrt.Thread, o op.Op) error {
	fmt.Fprintf(f.out, "OP %T\n", o)
	return nil
}

func (f *fakeDatabase) Reflect(_ *pyrt.Thread, n schema.Name) (*schema.Table, error) {
	return f.tables[n.String()], nil
}

func (f *fakeDatabase) Names(_ *pyrt.Thread, kind, _ string) ([]string, error) {
	if kind == "tables" {
		return []string{"users"}, nil
	}
	return nil, nil
}

// runLive runs a program with bind connected to the fake database.
func runLive(t *testing.T, dialect, source string, answers ...canned) string {
	t.Helper()
	out, err := tryLive(t, dialect, source, answers...)
	if err != nil {
		var exc *pyrt.Exception
		if errors.As(err, &exc) {
			t.Fatalf("%s\n%s", pyrt.FormatException(err), out)
		}
		t.Fatalf("%v\n%s", err, out)
	}
	return out
}

// tryLive is runLive for programs that may fail.
func tryLive(t *testing.T, dialect, source string, answers ...canned) (string, error) {
	t.Helper()
	return tryLiveRelease(t, "2.0", dialect, source, answers...)
}

// tryLiveRelease is tryLive with a release line of SQLAlchemy.
func tryLiveRelease(t *testing.T, release, dialect, source string, answers ...canned) (string, error) {
	t.Helper()
	var out strings.Builder
	th := &pyrt.Thread{Context: context.Background(), Stdout: &out, Stderr: &out, Modules: map[string]*pyrt.Module{}, Stdlib: stdlib.Import}
	d, err := sqlgen.New(dialect)
	if err != nil {
		t.Fatal(err)
	}
	l := New(th, Options{Dialect: d, Version: VersionOf(release)})
	th.Import = func(_ *pyrt.Thread, name string) (*pyrt.Module, error) { return l.Import(name) }
	text := "SERIAL"
	db := &fakeDatabase{d: d, out: &out, answers: answers, tables: map[string]*schema.Table{"users": {Name: schema.Name{Name: "users"},
		Columns: []*schema.Column{{Name: "id", Type: schema.Type{Kind: "INTEGER"}, PrimaryKey: true, Nullable: schema.No},
			{Name: "name", Type: schema.Type{Kind: "VARCHAR"}, Comment: &text}},
		Constraints: []schema.Constraint{&schema.PrimaryKey{Columns: []string{"id"}}}}}}
	src, err := syntax.NewTextSource("test.py", source)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := syntax.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	_, err = pyrt.LoadWith(th, tree, "__main__", pyrt.LoadOptions{Prepare: func(m *pyrt.Module) { m.Set("bind", l.NewConnection(db)) }})
	return out.String(), err
}

const ormProgram = `
from sqlalchemy import Column, Integer, String, ForeignKey
from sqlalchemy.orm import Session, declarative_base, relationship
Base = declarative_base()
class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    name = Column(String(50))
    posts = relationship("Post", back_populates="user")
class Post(Base):
    __tablename__ = "posts"
    id = Column(Integer, primary_key=True)
    user_id = Column(Integer, ForeignKey("users.id"))
    user = relationship("User", back_populates="posts")
s = Session(bind=bind)
for u in s.query(User).filter(User.name == "x").order_by(User.id).all():
    print(u.id, u.name)
    u.name = u.name.upper()
s.add(Post(user=u))
s.commit()
print(s.query(User.id, User.name).first())
print(s.query(Post).join(User).filter_by(name="q").count())
s.query(User).filter(User.id.in_([1, 2])).update({"name": "z"}, synchronize_session=False)
s.delete(u)
s.flush()
`

func TestORM(t *testing.T) {
	users := canned{"SELECT users.id, users.name FROM users", Answer{Columns: []string{"id", "name"}, Rows: [][]any{{int64(1), "x"}, {int64(2), "y"}}}}
	got := runLive(t, "postgresql", ormProgram, users,
		canned{"INSERT INTO posts", Answer{Columns: []string{"id"}, Rows: [][]any{{int64(9)}}}},
		canned{"SELECT count(*)", Answer{Columns: []string{"count_1"}, Rows: [][]any{{int64(3)}}}})
	want := `SQL SELECT users.id, users.name FROM users WHERE users.name = %(name_1)s ORDER BY users.id name_1='x'
1 x
2 y
SQL INSERT INTO posts (user_id) VALUES (%(user_id)s) RETURNING posts.id user_id=2
SQL UPDATE users SET name=%(name)s WHERE users.id = %(id_1)s name='X' id_1=1
SQL UPDATE users SET name=%(name)s WHERE users.id = %(id_1)s name='Y' id_1=2
SQL SELECT users.id, users.name FROM users LIMIT %(param_1)s param_1=1
(1, 'x')
SQL SELECT count(*) AS count_1 FROM (SELECT posts.id AS id, posts.user_id AS user_id FROM posts JOIN users ON users.id = posts.user_id WHERE users.name = %(name_1)s) AS anon_1 name_1='q'
3
SQL UPDATE users SET name=%(name)s WHERE users.id IN (__[POSTCOMPILE_id_1]) name='z' id_1=[1, 2]
SQL DELETE FROM users WHERE users.id = %(id_1)s id_1=2
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMappedColumns(t *testing.T) {
	got := runLive(t, "sqlite", `
from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from sqlalchemy.schema import CreateTable
class Base(DeclarativeBase):
    pass
class Mixin:
    created: Mapped[str | None] = mapped_column(String(9))
class User(Mixin, Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    nick: Mapped[str | None]
    posts: Mapped[list["Post"]] = relationship(back_populates="user")
class Post(Base):
    __tablename__ = "posts"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    user: Mapped["User"] = relationship(back_populates="posts")
print(CreateTable(User.__table__))
with Session(bind) as s:
    u = s.scalars(select(User).where(User.name == "x")).one()
    print(u.id, u.name, [p.id for p in u.posts])
    print(s.execute(select(User, Post.id).join(Post)).all()[0][0] is u)
`, canned{"SELECT users.id, users.name, users.nick, users.created FROM users WHERE", Answer{Columns: []string{"id", "name", "nick", "created"}, Rows: [][]any{{int64(1), "x", nil, nil}}}},
		canned{"SELECT posts.id", Answer{Columns: []string{"id", "user_id"}, Rows: [][]any{{int64(7), int64(1)}}}},
		canned{"SELECT users.id, users.name, users.nick, users.created, posts.id", Answer{Columns: []string{"id", "name", "nick", "created", "id_1"}, Rows: [][]any{{int64(1), "x", nil, nil, int64(7)}}}})
	want := `
CREATE TABLE users (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	nick VARCHAR, 
	created VARCHAR(9), 
	PRIMARY KEY (id)
)


SQL SELECT users.id, users.name, users.nick, users.created FROM users WHERE users.name = ? name_1='x'
SQL SELECT posts.id, posts.user_id FROM posts WHERE posts.user_id = ? user_id_1=1
1 x [7]
SQL SELECT users.id, users.name, users.nick, users.created, posts.id AS id_1 FROM users JOIN posts ON users.id = posts.user_id
True
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestConnection(t *testing.T) {
	got := runLive(t, "sqlite", `
import sqlalchemy as sa
r = bind.execute(sa.text("SELECT a, b FROM t WHERE a = :x"), {"x": 5})
row = r.fetchone()
print(row, row[0], row.a, row._mapping["b"], r.keys(), r.fetchone())
print(bind.execute(sa.text("SELECT a, b FROM t")).scalars().all(), bind.scalar(sa.text("SELECT a, b FROM t")))
insp = sa.inspect(bind)
print(insp.get_table_names(), insp.has_table("users"), [c["name"] for c in insp.get_columns("users")], str(insp.get_columns("users")[0]["type"]), insp.get_pk_constraint("users"))
t = sa.Table("users", sa.MetaData(), autoload_with=bind)
print(t.c.keys(), t.primary_key.columns.keys())
with bind.begin_nested():
    bind.execute(t.update().where(t.c.id == 1).values(name="q"))
for f in [lambda: bind.execute("SELECT 1"), lambda: sa.Table("nope", sa.MetaData(), autoload_with=bind), lambda: row["a"], lambda: r.scalar_one()]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
e = sa.create_engine("postgresql+psycopg2://u:p@h:5/d?x=1")
print(e.url, e.dialect.name, e.url.database, sa.engine.make_url("sqlite:///x.db").database)
`, canned{"SELECT a, b", Answer{Columns: []string{"a", "b"}, Rows: [][]any{{int64(5), "six"}}}})
	want := `SQL SELECT a, b FROM t WHERE a = ? x=5
(5, 'six') 5 5 six ['a', 'b'] None
SQL SELECT a, b FROM t
SQL SELECT a, b FROM t
[5] 5
['users'] True ['id', 'name'] INTEGER {'constrained_columns': ['id'], 'name': None}
['id', 'name'] ['id']
OP *op.Savepoint
SQL UPDATE users SET name=? WHERE users.id = ? name='q' id_1=1
OP *op.ReleaseSavepoint
ObjectNotExecutableError Not an executable object: 'SELECT 1'
NoSuchTableError nope
TypeError tuple indices must be integers or slices, not str
NoResultFound No row was found when one was required
postgresql+psycopg2://u:***@h:5/d?x=1 postgresql d x.db
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
