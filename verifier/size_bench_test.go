package verifier

import (
	"context"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
)

// A sized migration is one whose trip is made with production's number of rows.
type sized struct {
	name           string
	up, down       string // statements, one a line
	lite, liteDown string // the same in SQLite's words, where they are others
	my, myDown     string // and in those of MySQL and MariaDB
	codes, want    string // what a trip must find, as codes and as told
}

// sizes are changes of the table items: with a default, of a type, with a loss, of
// all rows, and of one.
var sizes = []sized{
	{name: "change type", up: "ALTER TABLE items ALTER COLUMN price TYPE NUMERIC(14, 4)", down: "ALTER TABLE items ALTER COLUMN price TYPE NUMERIC(10, 2)",
		lite: anew("14, 4"), liteDown: anew("10, 2"), my: "ALTER TABLE items MODIFY price NUMERIC(14, 4)", myDown: "ALTER TABLE items MODIFY price NUMERIC(10, 2)", codes: "MRT804", want: "MRT804 : the downgrade fails once there are rows that the new schema permits: _"},
	{name: "update", up: "UPDATE items SET qty = -1 - qty", down: "UPDATE items SET qty = -1 - qty"},
	{name: "one value", up: "UPDATE items SET note = 'gone' WHERE id = 4001", down: "UPDATE items SET note = note WHERE id = 4001", codes: "MRT802",
		want: "MRT802 items.note: after the downgrade, items.note differs in 1 row of _: it was _ and is 'gone' for id _"},
	{name: "drop column", up: "ALTER TABLE items DROP COLUMN note", down: "ALTER TABLE items ADD COLUMN note TEXT", codes: "MRT802",
		want: "MRT802 items.note: after the downgrade, items.note differs in _ rows of _: it was _ and is NULL for id _"},
	{name: "add column", up: "ALTER TABLE items ADD COLUMN status VARCHAR(20) NOT NULL DEFAULT 'new'", down: "ALTER TABLE items DROP COLUMN status"},
}

const itemsLite = "(id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL, price NUMERIC(10, 2), qty INTEGER NOT NULL, created DATETIME, note TEXT)"

// anew makes items anew with another precision of price, as a batch block does.
func anew(precision string) string {
	return "CREATE TABLE _alembic_tmp_items " + strings.Replace(itemsLite, "10, 2", precision, 1) +
		"\nINSERT INTO _alembic_tmp_items SELECT id, name, price, qty, created, note FROM items\nDROP TABLE items\nALTER TABLE _alembic_tmp_items RENAME TO items"
}

// items are the statements that make the table, and that fill it inside a database.
var items = map[string][2]string{
	"sqlite": {"CREATE TABLE items " + itemsLite,
		"WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 100000) INSERT INTO items SELECT i, 'name ' || i, i / 7.0, i, datetime(1577836800 + i * 60, 'unixepoch'), CASE WHEN i % 4 = 0 THEN NULL ELSE 'note of ' || i END FROM s"},
	"postgresql": {"CREATE TABLE items (id SERIAL PRIMARY KEY, name VARCHAR(40) NOT NULL, price NUMERIC(10, 2), qty INTEGER NOT NULL, created TIMESTAMP, note TEXT)",
		"INSERT INTO items SELECT i, 'name ' || i, i / 7.0, i, '2020-01-01'::timestamp + i * interval '1 minute', CASE WHEN i % 4 = 0 THEN NULL ELSE 'note of ' || i END FROM generate_series(1, 100000) i"},
	"mariadb": {"CREATE TABLE items (id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40) NOT NULL, price NUMERIC(10, 2), qty INTEGER NOT NULL, created DATETIME, note TEXT) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
		"INSERT INTO items SELECT seq, CONCAT('name ', seq), seq / 7.0, seq, '2020-01-01' + INTERVAL seq MINUTE, IF(seq % 4 = 0, NULL, CONCAT('note of ', seq)) FROM seq_1_to_100000"},
	"mysql": {"CREATE TABLE items (id INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40) NOT NULL, price NUMERIC(10, 2), qty INTEGER NOT NULL, created DATETIME, note TEXT) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
		"INSERT INTO items SELECT i, CONCAT('name ', i), i / 7.0, i, '2020-01-01' + INTERVAL i MINUTE, IF(i % 4 = 0, NULL, CONCAT('note of ', i)) FROM (SELECT 1 + a + 10 * b + 100 * c + 1000 * d + 10000 * e AS i FROM " + digits("a") + ", " + digits("b") + ", " + digits("c") + ", " + digits("d") + ", " + digits("e") + ") s"},
}

func digits(name string) string {
	return "(SELECT 0 AS " + name + " UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) d" + name
}

// in returns the migrations of a case for a database: the table, and the change.
func (c sized) in(database string) (base, change *Migration, up, down []string) {
	u, d := c.up, c.down
	switch {
	case database == "sqlite" && c.lite != "":
		u, d = c.lite, c.liteDown
	case (database == "mariadb" || database == "mysql") && c.my != "":
		u, d = c.my, c.myDown
	}
	up, down = statements(u), statements(d)
	return inSQL("base", []string{items[database][0]}, []string{"DROP TABLE items"}), inSQL("change", up, down, "base"), up, down
}

// BenchmarkSize verifies each of the changes with 100,000 rows, and prints how many
// times as long that takes as to fill the table inside the database, to upgrade and
// to downgrade, by the same driver on the same server.
func BenchmarkSize(b *testing.B) {
	for _, database := range []string{"sqlite", "postgresql", "mariadb", "mysql"} {
		b.Run(database, func(b *testing.B) {
			opt := sizedOptions(b, database)
			for _, c := range sizes {
				b.Run(strings.ReplaceAll(c.name, " ", "_"), func(b *testing.B) { c.bench(b, opt, database) })
			}
		})
	}
}

func sizedOptions(tb testing.TB, database string) Options {
	switch database {
	case "postgresql":
		opt, _ := served(tb)
		return opt
	case "mariadb", "mysql":
		opt, _ := servedMySQL(tb, database)
		return opt
	}
	return Options{}
}

func (c sized) bench(b *testing.B, opt Options, database string) {
	opt.Rows = 100000
	base, change, up, down := c.in(database)
	least, took, peak := time.Hour, time.Hour, uint64(0)
	for b.Loop() {
		least = min(least, plainly(b, opt, database, up, down))
		stop := watchMemory()
		start := time.Now()
		got := verdictOf(b, opt, base, change)
		took, peak = min(took, time.Since(start)), max(peak, stop())
		want := c.codes
		if database == "sqlite" && want == "MRT804" {
			want = "" // any number fits
		}
		if codes := codesOf(got[1]); codes != want {
			b.Fatalf("found %q, want %q: %s", codes, want, show(got[1]))
		}
	}
	b.ReportMetric(float64(least.Milliseconds()), "plain-ms")
	b.ReportMetric(float64(took.Milliseconds()), "verify-ms")
	b.ReportMetric(float64(took)/float64(least), "ratio")
	b.ReportMetric(float64(peak>>20), "MB")
}

func codesOf(res finding.Result) string {
	var codes []string
	for _, f := range res.Findings {
		if f.Severity == finding.Error {
			codes = append(codes, string(f.Code))
		}
	}
	return strings.Join(codes, " ")
}

// plainly fills the table, upgrades and downgrades, and nothing else.
func plainly(b *testing.B, opt Options, database string, up, down []string) time.Duration {
	ctx := context.Background()
	db, err := openDatabase(ctx, opt)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	v := newWalk(db, opt)
	var took time.Duration
	for i, list := range [][]string{{items[database][0]}, {items[database][1]}, up, down} {
		start := time.Now()
		r, err := v.run(ctx, inSQL("plain", list, nil), opshim.Up)
		if err != nil || !r.ok() {
			b.Fatal(err, r)
		}
		if i > 0 {
			took += time.Since(start)
		}
	}
	return took
}

// watchMemory returns what tells how much memory was in use at most since then.
func watchMemory() func() uint64 {
	end, most := make(chan struct{}), make(chan uint64)
	go func() {
		peak := uint64(0)
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}}
		for {
			metrics.Read(sample)
			peak = max(peak, sample[0].Value.Uint64()+sample[1].Value.Uint64())
			select {
			case <-end:
				most <- peak
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(end); return <-most }
}
