package litedb

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// TestCaptureOfChangesIsWhole: what Capture reads again after a statement must
// give the state that reading everything gives.
func TestCaptureOfChangesIsWhole(t *testing.T) {
	ctx := context.Background()
	d, err := Open(ctx, []string{"alembic_version"})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for _, sql := range []string{
		"CREATE TABLE alembic_version (version_num TEXT)",
		"CREATE TABLE Parent (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT)",
		"CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES parent (id) ON DELETE CASCADE)",
		"CREATE TABLE log (n INTEGER, what TEXT)",
		"INSERT INTO parent (name) VALUES ('a'), ('b')",
		"INSERT INTO child VALUES (1, 1), (2, 2)",
		"CREATE TRIGGER watch AFTER INSERT ON child BEGIN INSERT INTO log VALUES (NEW.id, 'in'); END",
		"INSERT INTO child VALUES (3, 1)",
		"CREATE VIEW v AS SELECT id FROM child",
		"CREATE TRIGGER through INSTEAD OF INSERT ON v BEGIN INSERT INTO child VALUES (NEW.id, 2); END",
		"INSERT INTO v VALUES (9)",
		"PRAGMA foreign_keys = ON",
		"DELETE FROM parent WHERE id = 2",
		"REPLACE INTO parent VALUES (1, 'again')",
		"WITH x AS (SELECT 5 AS n) INSERT INTO log SELECT n, 'with' FROM x",
		"UPDATE OR IGNORE log SET what = 'upd'",
		"ALTER TABLE child ADD COLUMN extra TEXT DEFAULT 'x'",
		"CREATE INDEX ix_extra ON child (extra, p DESC)",
		"DROP INDEX ix_extra",
		"CREATE UNIQUE INDEX \"ix Odd\" ON log (lower(what)) WHERE n > 900",
		"ALTER TABLE child RENAME COLUMN extra TO other",
		"DROP TRIGGER watch",
		"DROP VIEW v",
		"ALTER TABLE parent RENAME TO \"Owner Table\"",
		"CREATE TABLE copy AS SELECT * FROM child",
		"ALTER TABLE child DROP COLUMN other",
		"DROP TABLE copy",
		"CREATE TABLE _alembic_tmp_log (n INTEGER NOT NULL, what TEXT)",
		"INSERT INTO _alembic_tmp_log SELECT coalesce(n, 0), what FROM log",
		"DROP TABLE log",
		"ALTER TABLE _alembic_tmp_log RENAME TO log",
		"DROP TABLE \"Owner Table\"",
		"SAVEPOINT s",
		"INSERT INTO log VALUES (77, 'gone')",
		"ROLLBACK TO s",
		"RELEASE s",
	} {
		if _, err := d.Exec(ctx, sql, nil); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		if !d.c.autocommit() && sql != "SAVEPOINT s" && sql != "ROLLBACK TO s" && sql != "INSERT INTO log VALUES (77, 'gone')" {
			if err := d.Control(ctx, "COMMIT"); err != nil {
				t.Fatal(err)
			}
		}
		if !d.c.autocommit() {
			continue
		}
		got, err := d.Capture(ctx)
		if err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		compare(t, sql, got, fresh(t, d))
	}
}

// TestCaptureOfNamesInOtherLetters: a table is found again whatever the letters
// in which later statements write its name.
func TestCaptureOfNamesInOtherLetters(t *testing.T) {
	d, err := Open(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if _, err := d.Capture(t.Context()); err != nil { // what follows is read by name
		t.Fatal(err)
	}
	for _, sql := range []string{
		`CREATE TABLE "table" (id INTEGER PRIMARY KEY)`, `CREATE TABLE People (id INTEGER PRIMARY KEY, name TEXT)`, `CREATE TABLE "order" (id INTEGER, people INTEGER REFERENCES people)`,
		`INSERT INTO PEOPLE VALUES (1, 'a')`, `CREATE INDEX ix ON "order" (id)`, `SELECT * FROM people ORDER BY id`,
	} {
		if _, err := d.Exec(t.Context(), sql, nil); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
	if err := d.Control(t.Context(), "COMMIT"); err != nil {
		t.Fatal(err)
	}
	got, err := d.Capture(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "several statements", got, fresh(t, d))
}

// fresh reads everything from a copy.
func fresh(t *testing.T, d *DB) *live.State {
	t.Helper()
	data, err := d.c.serialize()
	if err != nil {
		t.Fatal(err)
	}
	e, err := Open(context.Background(), []string{"alembic_version"})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	e.c.deserialize(data)
	data.free()
	s, err := e.Capture(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func compare(t *testing.T, sql string, got, want *live.State) {
	t.Helper()
	for _, c := range shape.Diff(want.Catalog, got.Catalog) {
		t.Errorf("after %s: %s", sql, c)
	}
	if len(got.Rows) != len(want.Rows) {
		t.Errorf("after %s: %d tables with rows, want %d", sql, len(got.Rows), len(want.Rows))
	}
	for key, set := range want.Rows {
		if d := rows.Compare(set, got.Rows[key]); !d.Empty() {
			t.Errorf("after %s: rows of %s: %+v", sql, key, d)
		}
	}
	if d := cmp.Diff(want.Counters, got.Counters); d != "" {
		t.Errorf("after %s: counters %s", sql, d)
	}
}

func TestReadTable(t *testing.T) {
	const text = `CREATE TABLE "T" (
 id INTEGER PRIMARY KEY AUTOINCREMENT, -- the key
 "Odd Name" VARCHAR ( 80 ) NOT NULL DEFAULT 'it''s' COLLATE nocase,
 amount NUMERIC(12, 2) DEFAULT (1 + 2) CHECK (amount > 0),
 flag BOOLEAN DEFAULT -1 CONSTRAINT nn NOT NULL,
 p INT CONSTRAINT fk_p REFERENCES parent (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
 twice NUMERIC(14, 2) GENERATED ALWAYS AS (amount * 2) STORED,
 bare,
 CONSTRAINT uq UNIQUE (p, "Odd Name" COLLATE nocase), UNIQUE (p), UNIQUE (p),
 CONSTRAINT ck CHECK (flag IN (0, 1)),
 FOREIGN KEY (p) REFERENCES other ON UPDATE CASCADE
) STRICT, WITHOUT ROWID`
	var got []string
	for _, o := range readTable("T", text).Objects() {
		line := o.Kind + " " + o.Name
		for _, a := range o.Attrs {
			line += " | " + a.Name + "=" + a.Value
		}
		got = append(got, line)
	}
	want := []string{
		"table T | strict=yes | without rowid=yes",
		"check constraint T.ck | expression=flag in ( 0 , 1 )",
		"check constraint of T amount > 0 without a name",
		"column T.Odd Name | collation=nocase | default='it''s' | null=not allowed | type=varchar(80)",
		"column T.amount | default=1 + 2 | null=allowed | type=numeric(12, 2)",
		"column T.bare | null=allowed",
		"column T.flag | default=- 1 | null=not allowed | type=boolean",
		"column T.id | identity=autoincrement | null=allowed | type=integer",
		"column T.p | null=allowed | type=int",
		"column T.twice | generated=amount * 2 stored | null=allowed | type=numeric(14, 2)",
		"foreign key T.fk_p | columns=(p) | deferrable=deferrable initially deferred | on delete=set null | references=parent (id)",
		"foreign key of T (p) to other () without a name | on update=cascade | references=other ()",
		"primary key of T (id) without a name",
		"unique constraint T.uq | columns=(p, Odd Name) | order of Odd Name=collate nocase",
		"unique constraint of T (p) without a name",
		"unique constraint of T (p) without a name (no. 2)",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
