package mydb

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// dump is all that is in the database, read without anything that Snapshot or
// Capture use.
func (d *DB) dump(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	ask := func(sql string) [][][]byte {
		found, err := d.c.rows(t.Context(), sql)
		if err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
		return found
	}
	put := func(sql string) {
		for _, row := range ask(sql) {
			fmt.Fprintf(&b, "%s\n", bytes.Join(row, []byte(" | ")))
		}
	}
	for _, row := range ask("SHOW FULL TABLES") {
		name, kind := string(row[0]), string(row[1])
		switch kind {
		case "VIEW":
			put("SHOW CREATE VIEW " + quote(name))
		case "SEQUENCE":
			put("SHOW CREATE SEQUENCE " + quote(name))
			put("SELECT * FROM " + quote(name))
		default:
			put("SHOW CREATE TABLE " + quote(name))
			put("SELECT * FROM " + quote(name) + " ORDER BY 1")
		}
	}
	put("SELECT routine_type, routine_name, routine_definition, sql_mode, definer FROM information_schema.routines WHERE routine_schema = DATABASE() ORDER BY 1, 2")
	put("SELECT event_name, event_definition, interval_value, interval_field, status FROM information_schema.events WHERE event_schema = DATABASE() ORDER BY 1")
	put("SELECT trigger_name, event_manipulation, event_object_table, action_order, action_statement, action_timing, sql_mode FROM information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY 1")
	put("SELECT default_collation_name FROM information_schema.schemata WHERE schema_name = DATABASE()")
	// Views are written with and without the name of the database, as they came.
	return strings.ReplaceAll(b.String(), quote(d.name)+".", "")
}

// world are statements that make some of everything.
func world(v version) []string {
	list := []string{
		"CREATE TABLE author (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40) CHARACTER SET latin1 NOT NULL DEFAULT 'it''s', born DATE, mood ENUM('a','b') DEFAULT 'b', flags SET('x','y'), UNIQUE KEY uq_name (name)) COMMENT 'people'",
		"CREATE TABLE book (id BIGINT AUTO_INCREMENT PRIMARY KEY, author_id INT UNSIGNED, title TEXT, price DECIMAL(8,2) UNSIGNED ZEROFILL, f FLOAT, at TIMESTAMP NULL, b BIT(9), KEY (author_id), CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE) AUTO_INCREMENT=77",
		"CREATE TABLE log (what VARCHAR(200), n INT) ENGINE=MyISAM",
		"CREATE TABLE node (id INT PRIMARY KEY, up INT, raw BLOB, CONSTRAINT fk_up FOREIGN KEY (up) REFERENCES node (id))",
		"INSERT INTO author (id, name, born, mood, flags) VALUES (3, 'é', '2020-02-29', 'a', 'x,y'), (9, 'b', NULL, NULL, '')",
		"INSERT INTO book (author_id, title, price, f, at, b) VALUES (3, 'x', 1.5, 0.1, '2020-01-01 00:00:00', b'101'), (NULL, REPEAT('long ', 500), NULL, 1e30, NULL, NULL)",
		"INSERT INTO node VALUES (2, NULL, x'00ff'), (1, 2, '')",
		"CREATE VIEW v1 AS SELECT a.id, b.title FROM author a LEFT JOIN book b ON b.author_id = a.id",
		"CREATE VIEW v2 AS SELECT id FROM v1 WHERE title IS NOT NULL",
		"CREATE TRIGGER tr1 AFTER INSERT ON book FOR EACH ROW INSERT INTO log VALUES (CONCAT('new ', NEW.id), 1)",
		"CREATE TRIGGER tr2 BEFORE UPDATE ON author FOR EACH ROW SET NEW.name = UPPER(NEW.name)",
		"CREATE FUNCTION twice(x INT) RETURNS INT DETERMINISTIC RETURN x * 2",
		"CREATE PROCEDURE add_log(IN w VARCHAR(20)) INSERT INTO log VALUES (w, 2)",
		"CREATE EVENT tidy ON SCHEDULE EVERY 1 DAY DO DELETE FROM log",
	}
	if v.maria {
		list = append(list, "CREATE SEQUENCE sq START WITH 5 INCREMENT BY 2", "DO NEXTVAL(sq)", "CREATE TABLE odd (id INT DEFAULT NEXTVAL(sq), g INT AS (id + 1) PERSISTENT, h INT INVISIBLE DEFAULT 4, u UUID, CHECK (id > 0))",
			"INSERT INTO odd (id, h, u) VALUES (7, 8, '123e4567-e89b-12d3-a456-426655440000')")
	}
	return list
}

// deeds are what migrations do; many of them fail, depending on what was done
// before.
func deeds(v version) []string {
	list := []string{
		"ALTER TABLE author ADD COLUMN phone VARCHAR(20) NOT NULL DEFAULT ''", "ALTER TABLE author DROP COLUMN born", "ALTER TABLE author CHANGE name full_name VARCHAR(80)", "ALTER TABLE author COMMENT 'other'",
		"ALTER TABLE author CONVERT TO CHARACTER SET utf8mb4", "ALTER TABLE author MODIFY mood ENUM('a','b','c')", "DROP INDEX uq_name ON author", "CREATE INDEX ix_born ON author (born)",
		"UPDATE author SET name = 'z' WHERE id = 3", "INSERT INTO author (name) VALUES ('new')", "DELETE FROM author WHERE id = 3", "DELETE FROM author", "TRUNCATE TABLE log",
		"ALTER TABLE book DROP FOREIGN KEY fk_author", "ALTER TABLE book DROP COLUMN author_id", "INSERT INTO book (title) VALUES ('second')", "UPDATE book SET price = 3, at = NOW()", "ALTER TABLE book AUTO_INCREMENT = 500",
		"DROP TABLE book", "DROP TABLE author", "RENAME TABLE book TO tome", "RENAME TABLE author TO writer, node TO author", "ALTER TABLE node ENGINE = MyISAM", "DELETE FROM node ORDER BY id", "DROP TABLE node",
		"CREATE TABLE extra (id INT PRIMARY KEY, n INT, FOREIGN KEY (n) REFERENCES node (id))", "CREATE TABLE book_copy AS SELECT * FROM book", "CREATE TABLE author2 LIKE author",
		"CREATE OR REPLACE VIEW v1 AS SELECT 1 AS id, 'x' AS title", "DROP VIEW v1", "DROP VIEW v2", "CREATE VIEW v3 AS SELECT * FROM v2", "ALTER VIEW v2 AS SELECT 3 AS id",
		"DROP TRIGGER tr1", "CREATE TRIGGER tr3 BEFORE INSERT ON author FOR EACH ROW SET NEW.mood = 'a'", "DROP FUNCTION twice", "DROP PROCEDURE add_log", "CALL add_log('called')", "CREATE PROCEDURE p2() SELECT 1",
		"DROP EVENT tidy", "ALTER EVENT tidy DISABLE", "CREATE TEMPORARY TABLE author (id INT)", "SELECT twice(4)", "INSERT INTO log VALUES ('x', 1)", "ALTER TABLE log ADD PRIMARY KEY (what)",
		"REPLACE INTO node VALUES (1, NULL, NULL)", "UPDATE node SET up = NULL", "SET sql_mode = ''", "SET foreign_key_checks = 0", "ALTER TABLE author PARTITION BY HASH (id) PARTITIONS 2",
		"CREATE INDEX ix_n ON extra (n)", "CREATE INDEX ix_up ON node (up)", "DROP INDEX fk_up ON node", "CREATE INDEX fk_up ON node (up)", "ALTER TABLE extra DROP FOREIGN KEY extra_ibfk_1", "ALTER TABLE node DROP FOREIGN KEY fk_up", "CREATE INDEX ix_id_up ON node (up, id)",
		"CREATE TABLE two (id INT PRIMARY KEY, a INT, b INT, FOREIGN KEY (a) REFERENCES node (id), CONSTRAINT two_b FOREIGN KEY (b) REFERENCES node (id), FOREIGN KEY (b, a) REFERENCES two (b, a))", "RENAME TABLE two TO deux", "ALTER TABLE two DROP FOREIGN KEY two_ibfk_1",
		"ALTER TABLE two ADD INDEX ab (a, b)", "DROP TABLE two",
		"ALTER DATABASE CHARACTER SET latin1", "UPDATE v1 SET title = 'through' WHERE id = 3",
	}
	if v.maria {
		list = append(list, "DROP SEQUENCE sq", "SELECT NEXTVAL(sq)", "ALTER SEQUENCE sq INCREMENT BY 3", "ALTER TABLE odd DROP COLUMN g", "DELETE FROM odd", "CREATE SEQUENCE s2", "ALTER TABLE odd ADD SYSTEM VERSIONING", "DROP TABLE odd", "INSERT INTO odd (u) VALUES (NULL)",
			"CREATE OR REPLACE TABLE author (id INT)")
	}
	return list
}

// TestSnapshotLaws: whatever runs, what Restore brings back is what there was.
func TestSnapshotLaws(t *testing.T) {
	rounds := 12
	if n, err := strconv.Atoi(os.Getenv("MRT_ROUNDS")); err == nil {
		rounds = n
	}
	each(t, func(t *testing.T, url string) {
		d := open(t, url)
		d.paranoid = true
		d.all(t, world(d.version())...)
		if _, err := d.Capture(t.Context()); err != nil {
			t.Fatal(err)
		}
		random := rand.New(rand.NewPCG(3, uint64(rounds)))
		list := deeds(d.version())
		var marks []live.Mark
		var dumps []string
		done := 0
		for round := range rounds {
			m, err := d.Snapshot(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			marks, dumps = append(marks, m), append(dumps, d.dump(t))
			var ran []string
			for range 1 + random.IntN(3) {
				if err := d.Connect(t.Context()); err != nil {
					t.Fatal(err)
				}
				for range 1 + random.IntN(4) {
					sql := list[random.IntN(len(list))]
					ran = append(ran, sql)
					if _, err := d.Exec(t.Context(), sql, nil); err == nil {
						done++
					} else if _, ok := live.AsFailure(err); !ok {
						t.Fatalf("%s: %v", sql, err)
					}
				}
				if err := d.Hangup(t.Context(), random.IntN(4) > 0); err != nil {
					t.Fatal(err)
				}
				if random.IntN(2) == 0 {
					if _, err := d.Capture(t.Context()); err != nil {
						t.Fatalf("after %q: %v", ran, err)
					}
				}
			}
			if random.IntN(3) == 0 {
				continue // the next mark is on top of this
			}
			back := len(marks) - 1 - random.IntN(min(len(marks), 3))
			if err := d.Restore(t.Context(), marks[back]); err != nil {
				t.Fatalf("round %d, after %q: %v", round, ran, err)
			}
			if got := d.dump(t); got != dumps[back] {
				t.Fatalf("round %d, after %q:\n%s", round, ran, lines(dumps[back], got))
			}
			for _, m := range marks[back+1:] {
				m.Release()
			}
			marks, dumps = marks[:back+1], dumps[:back+1]
		}
		t.Logf("%d statements ran", done)
		for _, m := range marks {
			m.Release()
		}
	})
}

// lines are those of one text that the other has not.
func lines(a, b string) string {
	var out []string
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for _, s := range x {
		if !slices.Contains(y, s) {
			out = append(out, "- "+s)
		}
	}
	for _, s := range y {
		if !slices.Contains(x, s) {
			out = append(out, "+ "+s)
		}
	}
	return strings.Join(out, "\n")
}
