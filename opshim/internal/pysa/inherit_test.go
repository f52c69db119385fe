package pysa

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What SQLAlchemy 2.0.58 sends for objects of classes that inherit tables.
func TestInheritance(t *testing.T) {
	got := runLive(t, "sqlite", `
from sqlalchemy import Column, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Config(Base):
    __tablename__ = "config"
    id = Column(Integer, primary_key=True)
    level = Column(Integer)
    kind = Column(String(9))
    __table_args__ = (UniqueConstraint("level", "kind"),)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "base"}


class Mail(Config):
    __tablename__ = "mail"
    id = Column(Integer, ForeignKey("config.id"), primary_key=True)
    address = Column(String(50))
    __mapper_args__ = {"polymorphic_identity": "mail"}


class Quiet(Config):
    __mapper_args__ = {"polymorphic_identity": "quiet"}


s = Session(bind=bind)
m = Mail(id=3, level=1, address="a@b")
s.add(m)
s.flush()
s.add(Quiet(id=4, level=2))
s.flush()
print(m.id, m.kind)
`)
	want := `SQL INSERT INTO config (id, level, kind) VALUES (?, ?, ?) id=3 level=1 kind='mail'
SQL INSERT INTO mail (id, address) VALUES (?, ?) id=3 address='a@b'
SQL INSERT INTO config (id, level, kind) VALUES (?, ?, ?) id=4 level=2 kind='quiet'
3 mail
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
