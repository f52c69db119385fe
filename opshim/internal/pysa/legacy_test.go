package pysa

import "testing"

// TestLegacyForms holds the calling forms of SQLAlchemy 1.4 against what 1.4.54 prints.
func TestLegacyForms(t *testing.T) {
	got, err := runRelease(t, "1.4", "default", `
import sqlalchemy as sa
from sqlalchemy.sql import table, column, select, and_
t = table("t", column("a", sa.Integer), column("b", sa.String))
print(select([t.c.a, t.c.b], t.c.a == 5))
print(select([t.c.a]).where(t.c.b == "x").order_by(t.c.a))
print(select([t]))
print(select([t.c.a], from_obj=[t], order_by=[t.c.a], limit=3, distinct=True))
print(select([sa.func.count()]).select_from(t))
print(select([t.c.a], and_(t.c.a > 1, t.c.b != None), group_by=t.c.a))
print(select(t.c.a))
print(t.select(t.c.a == 1))
print(t.update(t.c.a == 1, {"b": "x"}))
print(t.update().where(t.c.a == 1).values(b="y"))
print(t.delete(t.c.a == 1))
print(t.insert({"a": 1}))
print(sa.update(t, t.c.a == 1).values({t.c.b: "z"}))
print(sa.delete(t, t.c.a == 2))
print(sa.case([(t.c.a == 1, "one"), (t.c.a == 2, "two")], else_="many"))
print(sa.case((t.c.a == 1, "one"), else_="many"))
print(sa.case([(1, "one")], value=t.c.a))
print(select([t.c.a]).as_scalar())
print(sa.exists([t.c.a]).where(t.c.a == 1))
print(select([sa.text("1"), sa.literal_column("2")]))
`)
	if err != nil {
		t.Fatal(err)
	}
	const want = `SELECT t.a, t.b 
FROM t 
WHERE t.a = :a_1
SELECT t.a 
FROM t 
WHERE t.b = :b_1 ORDER BY t.a
SELECT t.a, t.b 
FROM t
SELECT DISTINCT t.a 
FROM t ORDER BY t.a
 LIMIT :param_1
SELECT count(*) AS count_1 
FROM t
SELECT t.a 
FROM t 
WHERE t.a > :a_1 AND t.b IS NOT NULL GROUP BY t.a
SELECT t.a 
FROM t
SELECT t.a, t.b 
FROM t 
WHERE t.a = :a_1
UPDATE t SET b=:b WHERE t.a = :a_1
UPDATE t SET b=:b WHERE t.a = :a_1
DELETE FROM t WHERE t.a = :a_1
INSERT INTO t (a) VALUES (:a)
UPDATE t SET b=:b WHERE t.a = :a_1
DELETE FROM t WHERE t.a = :a_1
CASE WHEN (t.a = :a_1) THEN :param_1 WHEN (t.a = :a_2) THEN :param_2 ELSE :param_3 END
CASE WHEN (t.a = :a_1) THEN :param_1 ELSE :param_2 END
CASE t.a WHEN :param_1 THEN :param_2 END
(SELECT t.a 
FROM t)
EXISTS (SELECT t.a 
FROM t 
WHERE t.a = :a_1)
SELECT 1, 2
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestLegacyExecution runs what 1.4 executes: strings with the driver's parameters,
// parameters as keywords, rows that are mappings, a begin() inside a transaction,
// tables reflected through a bound MetaData.
func TestLegacyExecution(t *testing.T) {
	const program = `
import sqlalchemy as sa
from sqlalchemy.sql import select, table, column
t = table("users", column("id", sa.Integer), column("name", sa.String))
for row in bind.execute("SELECT id, name FROM users"):
    print(row["id"], row[1], row.name, row[t.c.id], dict(row), list(row), "name" in row)
print(bind.scalar("SELECT id, name FROM users"))
bind.execute("UPDATE users SET name = %s WHERE id = %s AND 'a:b' <> x::text AND n LIKE '50%%'", ("x", 1))
bind.execute("UPDATE users SET name = %s WHERE id = %s", "x", 1)
bind.execute("UPDATE users SET name = %(n)s", {"n": "y"})
bind.execute("UPDATE users SET name = %(n)s", n="y")
bind.execute("INSERT INTO users VALUES (%s, %s)", [(1, "a"), (2, "b")])
bind.execute(t.insert(), id=1, name="k")
bind.execute(t.insert(), {"id": 1, "name": "k"}, {"id": 2, "name": "l"})
bind.execute(t.insert(), [{"id": 1, "name": "k"}])
bind.execute(sa.text("UPDATE users SET name = :n"), n="z")
with bind.begin():
    bind.execute("DELETE FROM users")
meta = sa.MetaData(bind=bind)
print(sa.Table("users", meta, autoload=True).c.keys(), bind.engine.has_table("users"))
meta = sa.MetaData(bind)
print(meta.bind is bind)
`
	answers := canned{prefix: "SELECT id, name FROM users", Answer: Answer{Columns: []string{"id", "name"}, Rows: [][]any{{int64(7), "Ann"}}}}
	got, err := tryLiveRelease(t, "1.4", "postgresql", program, answers)
	if err != nil {
		t.Fatal(err, got)
	}
	const want = `SQL SELECT id, name FROM users
7 Ann Ann 7 {'id': 7, 'name': 'Ann'} [7, 'Ann'] True
SQL SELECT id, name FROM users
7
SQL UPDATE users SET name = %(param_1)s WHERE id = %(param_2)s AND 'a:b' <> x::text AND n LIKE '50%%' param_1='x' param_2=1
SQL UPDATE users SET name = %(param_1)s WHERE id = %(param_2)s param_1='x' param_2=1
SQL UPDATE users SET name = %(n)s n='y'
SQL UPDATE users SET name = %(n)s n='y'
SQL INSERT INTO users VALUES (%(param_1)s, %(param_2)s) param_1=1 param_2='a' x2
SQL INSERT INTO users (id, name) VALUES (%(id)s, %(name)s) id=1 name='k'
SQL INSERT INTO users (id, name) VALUES (%(id)s, %(name)s) id=1 name='k' x2
SQL INSERT INTO users (id, name) VALUES (%(id)s, %(name)s) id=1 name='k'
SQL UPDATE users SET name = %(n)s n='z'
SQL DELETE FROM users
['id', 'name'] True
True
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := tryLiveRelease(t, "2.0", "postgresql", program, answers); err == nil {
		t.Error("SQLAlchemy 2.0 executes a string")
	}
}
