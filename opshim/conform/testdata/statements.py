# What the statements in statements.jsonl refer to.
from sqlalchemy import *
from sqlalchemy import types as T
from sqlalchemy.sql import table, column, expression, operators, functions, quoted_name
from sqlalchemy.schema import *
from sqlalchemy.dialects import postgresql as pg, mysql, sqlite
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.dialects.sqlite import insert as sl_insert
from sqlalchemy.dialects.mysql import insert as my_insert
m = MetaData()
users = Table("users", m, Column("id", Integer, primary_key=True), Column("name", String(50)), Column("age", Integer), Column("flag", Boolean), Column("created", DateTime), Column("score", Numeric(10, 2)), Column("data", JSON))
orders = Table("orders", m, Column("id", Integer, primary_key=True), Column("user_id", Integer, ForeignKey("users.id")), Column("total", Float), Column("status", Enum("new", "paid", name="st")), Column("Mixed Case", Text))
remote = Table("remote", m, Column("id", Integer, primary_key=True), Column("val", String), schema="far")
docs = Table("docs", m, Column("id", Integer, primary_key=True), Column("tags", pg.ARRAY(String)), Column("nums", ARRAY(Integer)), Column("j", pg.JSON), Column("jb", pg.JSONB), Column("h", pg.HSTORE), Column("r", pg.INT4RANGE), Column("tsv", pg.TSVECTOR), Column("u", Uuid), Column("iv", Interval), Column("piv", pg.INTERVAL), Column("body", Text), Column("mr", pg.INT4MULTIRANGE), Column("ip", pg.INET))
defs = Table("defs", m, Column("id", Integer, primary_key=True), Column("a", Integer, default=5), Column("b", Integer, onupdate=7), Column("c", String, server_default="x"), Column("d", Integer, default=func.foo()), Column("e", Integer, onupdate=func.bar()))
tc = table("tc", column("x"), column("y", Integer), column("z", String))
ua = users.alias("ua")
