# What stands before each program of orm_programs.jsonl.
import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import Session, declarative_base, relationship, sessionmaker, DeclarativeBase, Mapped, mapped_column, aliased, joinedload, selectinload, backref
from typing import List, Optional

Base = declarative_base()
class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String(50))
    age = sa.Column(sa.Integer, default=18)
    orders = relationship("Order", back_populates="user", cascade="all, delete-orphan")
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    user_id = sa.Column(sa.ForeignKey("users.id"))
    total = sa.Column(sa.Float)
    user = relationship("User", back_populates="orders")
bind = op.get_bind()
out = []
