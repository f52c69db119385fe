"""The tables as the application has them. The first ones were made by create_all()."""

import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Level(enum.Enum):
    beginner = "beginner"
    advanced = "advanced"


class Member(Base):
    __tablename__ = "members"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(80))
    level: Mapped[Level] = mapped_column(sa.Enum(Level, name="level"), server_default="beginner")
    email: Mapped[str | None] = mapped_column(sa.String(254), unique=True)  # the revision has 200
    # Members and teams refer to each other.
    team_id: Mapped[int | None] = mapped_column(sa.ForeignKey("teams.id"))


class Team(Base):
    __tablename__ = "teams"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(60), index=True)
    captain_id: Mapped[int | None] = mapped_column(sa.ForeignKey("members.id"))


class Booking(Base):
    __tablename__ = "bookings"

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(sa.ForeignKey("members.id"), index=True)
    court: Mapped[int]
    day: Mapped[str] = mapped_column(sa.String(10))
