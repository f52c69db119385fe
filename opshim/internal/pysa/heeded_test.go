package pysa

import (
	"strings"
	"testing"
)

// heeded are things that used to be accepted and ignored.
var heeded = []struct {
	name, dialect, source, want string
}{
	{"validators", "sqlite", `
from typing import Optional
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, validates
class Base(DeclarativeBase): pass
class U(Base):
    __tablename__ = "u"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Optional[str]]
    @validates("name")
    def shout(self, key, value):
        print(key, value)
        return value.upper()
print(U(name="x").name)
`, "name x\nX\n"},
	{"backref", "sqlite", `
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import backref, declarative_base, relationship
Base = declarative_base()
class U(Base):
    __tablename__ = "u"
    id = Column(Integer, primary_key=True)
    posts = relationship("P", backref=backref("owner"))
class P(Base):
    __tablename__ = "p"
    id = Column(Integer, primary_key=True)
    uid = Column(ForeignKey("u.id"))
u = U()
print(P(owner=u).owner is u, list(P.__mapper__.relationships.keys()), U(posts=[]).posts)
`, "True ['owner'] []\n"},
	{"dataclass", "sqlite", `
from typing import Optional
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column
class Base(MappedAsDataclass, DeclarativeBase): pass
class Q(Base):
    __tablename__ = "q"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str]
    n: Mapped[int] = mapped_column(default=4)
    tag: Mapped[Optional[str]] = mapped_column(default_factory=lambda: "t", repr=False)
print(Q("a"), Q("a", 5) == Q("a", n=5), Q("b").tag)
try:
    Q()
except TypeError as e:
    print(e)
`, "Q(id=None, name='a', n=4) True t\nQ.__init__() missing 1 required argument: 'name'\n"},
	{"create events", "postgresql", `
import sqlalchemy as sa
from sqlalchemy import event
m = sa.MetaData()
t = sa.Table("t", m, sa.Column("a", sa.Integer))
event.listen(m, "before_create", lambda target, conn, **kw: print("m", [x.name for x in kw["tables"]], kw["checkfirst"]))
event.listen(t, "after_create", sa.DDL("GRANT SELECT ON t TO r"))
m.create_all(bind, checkfirst=False)
`, "m ['t'] False\nOP *op.CreateAll\nSQL GRANT SELECT ON t TO r\n"},
	{"create events between tables that refer to each other", "postgresql", `
import sqlalchemy as sa
from sqlalchemy import event
m = sa.MetaData()
a = sa.Table("a", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("b", sa.ForeignKey("b.id", name="fk_b", use_alter=True)))
b = sa.Table("b", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.ForeignKey("a.id", name="fk_a")))
event.listen(a, "after_create", sa.DDL("GRANT SELECT ON a TO r"))
m.create_all(bind, checkfirst=False)
`, "OP *op.CreateAll\nSQL GRANT SELECT ON a TO r\nOP *op.CreateAll\nOP *op.CreateAll\n"},
	{"what models hand on", "postgresql", `
import sqlalchemy as sa
from sqlalchemy.orm import backref, contains_eager, declarative_base, joinedload, noload
name, kw = backref("x", lazy="dynamic")
print(name, kw)
print(noload("a") is not None, joinedload("a").contains_eager("b") is not None)
f = sa.func.lower(sa.column("a"))
print(f.key, (sa.column("a") + 1).key, sa.column("a").key)
class classproperty(property):
    def __get__(self, obj, type=None):
        return self.fget.__get__(None, type)()
class Args:
    @classproperty
    @classmethod
    def __table_args__(cls):
        return sa.CheckConstraint("a > 0", "positive"), {"schema": "s"}
class T(Args, declarative_base()):
    __tablename__ = "t"
    a = sa.Column(sa.Integer, primary_key=True)
print(T.__table__.fullname, [c.name for c in T.__table__.constraints if isinstance(c, sa.CheckConstraint)])
from sqlalchemy.schema import CreateIndex
print(CreateIndex(sa.Index("ix", sa.func.lower(T.__table__.c.a), postgresql_using="gin", postgresql_ops={f.key: "gin_trgm_ops"})).compile(dialect=bind.dialect))
`, "x {'lazy': 'dynamic'}\nTrue True\nNone None a\ns.t ['positive']\nCREATE INDEX ix ON s.t USING gin (lower(a) gin_trgm_ops)\n"},
	{"transactions", "sqlite", `
import sqlalchemy as sa
print(bind.in_transaction())
bind.commit()
print(bind.in_transaction(), bind.get_transaction())
with bind.begin():
    print(bind.in_transaction())
try:
    bind.execute(sa.text("SELECT 1"))
    bind.execution_options(isolation_level="AUTOCOMMIT")
except Exception as e:
    print(type(e).__name__)
print(sa.create_engine("sqlite://").connect().in_transaction())
`, "True\nOP *op.Commit\nFalse None\nOP *op.Begin\nTrue\nOP *op.Commit\nSQL SELECT 1\nInvalidRequestError\nFalse\n"},
	{"flags", "postgresql", `
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable, DropIndex
t = sa.Table("t", sa.MetaData(), sa.Column("a", sa.Integer, sa.Identity(), primary_key=True))
d = postgresql.dialect()
d.supports_identity_columns = False
print(str(CreateTable(t).compile(dialect=d)).split()[5])
ix = sa.Index("ix", t.c.a, postgresql_concurrently=True)
print(str(DropIndex(ix).compile(dialect=d)).strip())
d._supports_drop_index_concurrently = False
print(str(DropIndex(ix).compile(dialect=d)).strip(), d.max_identifier_length)
`, "SERIAL\nDROP INDEX CONCURRENTLY ix\nDROP INDEX ix 63\n"},
	{"names of copies", "default", `
import sqlalchemy as sa
ck = sa.CheckConstraint("x > 1", name="pos")
sa.Table("t", sa.MetaData(naming_convention={"ck": "ck_%(table_name)s_%(constraint_name)s"}), sa.Column("x", sa.Integer), ck)
u = sa.Table("u", sa.MetaData(), sa.Column("x", sa.Integer), ck)
print([c.name for c in u.constraints if isinstance(c, sa.CheckConstraint)])
`, "['ck_t_pos']\n"},
	{"function elements", "default", `
import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
class greatest(FunctionElement):
    name = "greatest"
    inherit_cache = True
@compiles(greatest)
def visit(element, compiler, **kw):
    return "big(%s)" % compiler.process(element.clauses, **kw)
print(sa.select(greatest(5, sa.column("x"))))
print(sa.select(sa.func.each(sa.column("j")).scalar_table_valued("key")))
`, "SELECT big(:greatest_2, x) AS greatest_1\nSELECT (each(j)).key\n"},
	{"functions that are none", "default", `
import sqlalchemy as sa
c = sa.column("a")
print(sa.func.cast(c, sa.Integer), sa.func.count(c).filter(c > 1).filter(c < 3))
`, "CAST(a AS INTEGER) count(a) FILTER (WHERE a > :a_1 AND a < :a_2)\n"},
}

func TestHeeded(t *testing.T) {
	for _, c := range heeded {
		t.Run(c.name, func(t *testing.T) {
			if got := runLive(t, c.dialect, c.source); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// refused are things that are still not carried out: they fail by name.
var refused = map[string]string{
	"setting dialect.supports_is_distinct_from":                    "from sqlalchemy.dialects import sqlite\nsqlite.dialect().supports_is_distinct_from = False",
	"a dialect class with a ddl_compiler of its own":               "import sqlalchemy as sa\nfrom sqlalchemy.engine import default\nclass D(default.DefaultDialect):\n    ddl_compiler = object\nsa.select(1).compile(dialect=D())",
	"the loader option contains_eager":                             "import sqlalchemy as sa\nfrom sqlalchemy.orm import contains_eager, joinedload\njoinedload(None).contains_eager(None)\nsa.select(1).options(contains_eager(None))",
	"the event column_reflect":                                     "import sqlalchemy as sa\nfrom sqlalchemy import event\nm = sa.MetaData()\nevent.listen(m, 'column_reflect', print)\nsa.Table('users', m, autoload_with=bind)",
	"writing SQL for oracle":                                       "import sqlalchemy as sa\nfrom sqlalchemy.dialects import oracle\nsa.select(1).compile(dialect=oracle.dialect())",
	"MappedAsDataclass with order":                                 "from sqlalchemy.orm import MappedAsDataclass\nclass A(MappedAsDataclass, order=True): pass",
	"the event before_commit":                                      "from sqlalchemy import event\nfrom sqlalchemy.orm import sessionmaker\nf = sessionmaker(bind)\nevent.listen(f, 'before_commit', print)\nf().commit()",
	"Connection.execution_options(isolation_level=\"AUTOCOMMIT\")": "bind.commit()\nbind.execution_options(isolation_level='AUTOCOMMIT')",
}

func TestRefused(t *testing.T) {
	for want, source := range refused {
		if out, err := tryLive(t, "sqlite", source); err == nil || !strings.Contains(err.Error(), want+" is not supported") {
			t.Errorf("%s: got %q, %v", want, out, err)
		}
	}
}
