package pgdb

import (
	"maps"
	"slices"
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
)

// TestVersions: what a statement did to a large table is seen as if everything had
// been read again, and where little was written it is not.
func TestVersions(t *testing.T) {
	ctx := t.Context()
	d, err := Open(ctx, serve(t).url, nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	d.paranoid = true // compares with a reading of everything
	run := func(sql string) {
		t.Helper()
		if err := d.Connect(ctx); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Exec(ctx, sql, nil); err != nil {
			t.Fatal(sql, err)
		}
		if err := d.Hangup(ctx, true); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Capture(ctx); err != nil {
			t.Fatal(sql, err)
		}
	}
	fill := "INSERT INTO items SELECT i, 'name ' || i, i / 7.0, i, '2020-01-01'::timestamp + i * interval '1 minute', CASE WHEN i % 4 = 0 THEN NULL ELSE 'note ' || i END FROM generate_series"
	run("CREATE TABLE items (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, price NUMERIC(10, 2), qty INTEGER NOT NULL, at TIMESTAMP, note TEXT)")
	run(fill + "(1, 1000) i")
	run(fill + "(1001, 6000) i")
	key := slices.Collect(maps.Keys(d.base.Rows))[0] // the only one
	for _, c := range []struct {
		sql    string
		spared bool
	}{
		{"UPDATE items SET qty = qty WHERE false", true},
		{"ALTER TABLE items ADD COLUMN status VARCHAR(20) NOT NULL DEFAULT 'new'", true},
		{"UPDATE items SET note = 'x' WHERE id = 77", true},
		{"INSERT INTO items (id, name, qty) VALUES (0, 'zero', 1), (9000, 'more', 2)", true},
		{"UPDATE items SET id = 9001 WHERE id = 4001", false}, // the row of the old key is gone
		{"DELETE FROM items WHERE id = 78", false},
		{"DELETE FROM items WHERE id = 79; INSERT INTO items (id, name, qty) VALUES (9002, 'instead', 1)", false},
		{"ALTER TABLE items DROP COLUMN note", true},
		{"ALTER TABLE items ADD COLUMN note TEXT", true},
		{"ALTER TABLE items RENAME COLUMN name TO title", true},
		{"ALTER TABLE items ALTER COLUMN title TYPE TEXT", true},
		{"ALTER TABLE items ALTER COLUMN at TYPE TIMESTAMPTZ", true},
		{"ALTER TABLE items DROP COLUMN qty, ADD COLUMN qty INTEGER", true},
		{"ALTER TABLE items ALTER COLUMN price TYPE NUMERIC(14, 4)", false},
		{"UPDATE items SET qty = 1", false},
		{"CREATE TABLE other AS SELECT * FROM items; ALTER TABLE other ADD PRIMARY KEY (id); UPDATE other SET qty = 2 WHERE id = 5; DROP TABLE items; ALTER TABLE other RENAME TO items", false},
		{"CREATE TABLE third (LIKE items INCLUDING ALL); INSERT INTO third SELECT * FROM items; DROP TABLE items; ALTER TABLE third RENAME TO items", false},
		{"TRUNCATE items; " + "INSERT INTO items (id, title) SELECT i, 'again' FROM generate_series(1, 6002) i", false},
	} {
		was, old := d.anchors[key], d.base.Rows[key]
		if was == nil {
			t.Fatalf("before %s: the table has no anchor", c.sql)
		}
		run(c.sql)
		set, _, err := d.delta(ctx, d.base.Catalog.Tables[key], was, old)
		if err != nil {
			t.Fatal(c.sql, err)
		}
		if (set != nil) != c.spared {
			t.Errorf("%s: spared is %t", c.sql, set != nil)
		}
		if set != nil && !rows.Identical(set, d.base.Rows[key]) {
			t.Errorf("%s: other rows", c.sql)
		}
	}
}
