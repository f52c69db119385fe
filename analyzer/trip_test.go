package analyzer

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// shop is the schema that the trips start from.
const shop = `
CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(50) NOT NULL, name VARCHAR(20), age INTEGER, CONSTRAINT uq_email UNIQUE (email), CONSTRAINT ck_age CHECK (age >= 0));
CREATE INDEX ix_name ON users (name);
CREATE TABLE notes (id INTEGER PRIMARY KEY, user_id INTEGER, body TEXT, CONSTRAINT fk_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE);
CREATE TABLE tags (id INTEGER PRIMARY KEY, label VARCHAR(20));
CREATE UNIQUE INDEX ux_label ON tags (label);
CREATE TABLE settings (name VARCHAR(20) PRIMARY KEY, value TEXT);
CREATE VIEW adults AS SELECT id, name FROM users WHERE age >= 18;
`

// shopOf adds what only one dialect has.
var shopOf = map[string]string{
	"sqlite": `
CREATE TABLE times (a DATETIME, b DATETIME);
CREATE TABLE readings (id INTEGER PRIMARY KEY, value REAL) STRICT;
CREATE TABLE counts (id INTEGER PRIMARY KEY, c INTEGER, raw BLOB) STRICT;`,
	"mysql":   shopMySQL,
	"mariadb": shopMySQL,
	"postgresql": `
CREATE TABLE happens (at timestamp);
CREATE DOMAIN positive AS numeric(12,2) CONSTRAINT above CHECK (VALUE > 0);
CREATE TABLE happened (id bigint, day date NOT NULL, amount positive, n integer NOT NULL, CONSTRAINT ck_n CHECK (n > 0), PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE happened_2024 PARTITION OF happened FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`,
}

const shopMySQL = `
ALTER TABLE notes ADD n INT UNSIGNED, ADD kinds SET('a', 'b'), ADD mood ENUM('sad', 'ok'), ADD at DATETIME(3), ADD day DATE, ADD since DATETIME NOT NULL DEFAULT '2020-01-01 00:00:00';
CREATE TABLE old (id INT PRIMARY KEY, body TEXT) DEFAULT CHARSET=latin1;
CREATE TABLE heap (user_id INT) ENGINE=MyISAM;`

// trips are round trips in SQL, with the verdict and a word of the defect.
var trips = []struct {
	name, dialect, up, down, verdict, why string
}{
	{"add and drop", "postgresql", `ALTER TABLE users ADD phone TEXT`, `ALTER TABLE users DROP phone`, "lossless", ""},
	{"drop and add", "postgresql", `ALTER TABLE notes DROP body`, `ALTER TABLE notes ADD body TEXT`, "schema-only", "notes body"},
	{"drop of an empty new table", "sqlite", `CREATE TABLE t (a INT)`, `DROP TABLE t`, "lossless", ""},
	{"wrong column dropped", "postgresql", `ALTER TABLE users ADD phone TEXT`, `ALTER TABLE notes DROP body`, "broken", "column notes.body"},
	{"index not restored", "postgresql", `DROP INDEX ix_name`, ``, "broken", "index ix_name"},
	{"index with other columns", "sqlite", `DROP INDEX ix_name`, `CREATE INDEX ix_name ON users (age)`, "broken", "(name) -> (age)"},
	{"index again", "sqlite", `DROP INDEX ix_name`, `CREATE INDEX ix_name ON users(name ASC)`, "lossless", ""},
	{"constraint under another name", "postgresql", `ALTER TABLE users DROP CONSTRAINT uq_email`, `ALTER TABLE users ADD UNIQUE (email)`, "broken", "users_email_key"},
	{"type not restored", "postgresql", `ALTER TABLE notes ALTER body TYPE VARCHAR(300)`, `ALTER TABLE notes ALTER body TYPE VARCHAR(400)`, "broken", "text -> varchar(400)"},
	{"type restored, long rows may come", "postgresql", `DROP VIEW adults; ALTER TABLE users ALTER name TYPE VARCHAR(40)`, `ALTER TABLE users ALTER name TYPE VARCHAR(20); CREATE VIEW adults AS SELECT id, name FROM users WHERE age >= 18`, "broken", "too long"},
	{"view in the way", "postgresql", `ALTER TABLE users ALTER name TYPE VARCHAR(40)`, ``, "broken", ""},
	{"values doubled and halved", "postgresql", `UPDATE notes SET user_id = user_id`, ``, "lossless", ""},
	{"values lost", "postgresql", `UPDATE users SET name = upper(name)`, `UPDATE users SET name = lower(name)`, "schema-only", "users name"},
	{"copied and put back", "postgresql",
		`CREATE TABLE copy AS SELECT id, body FROM notes; ALTER TABLE notes DROP body`,
		`ALTER TABLE notes ADD body TEXT; UPDATE notes SET body = (SELECT c.body FROM copy c WHERE c.id = notes.id); DROP TABLE copy`, "lossless", ""},
	{"copied by the wrong key", "postgresql",
		`CREATE TABLE copy AS SELECT id, body FROM notes; ALTER TABLE notes DROP body`,
		`ALTER TABLE notes ADD body TEXT; UPDATE notes SET body = (SELECT max(c.body) FROM copy c); DROP TABLE copy`, "schema-only", "notes body"},
	{"rows inserted and deleted", "sqlite", `INSERT INTO settings (name, value) VALUES ('a', 'b')`, `DELETE FROM settings WHERE name = 'a'`, "lossless", ""},
	{"rows left", "sqlite", `INSERT INTO settings (name, value) VALUES ('a', 'b')`, `DELETE FROM settings WHERE value = 'c'`, "broken", "settings"},
	{"old rows deleted", "sqlite", `SELECT 1`, `DELETE FROM notes WHERE body = 'draft'`, "schema-only", "notes"},
	{"rows deleted", "mariadb", `DELETE FROM notes WHERE body IS NULL`, `SELECT 1`, "schema-only", "notes"},
	{"downgrade fails", "postgresql", `ALTER TABLE users ADD phone TEXT`, `ALTER TABLE users DROP telephone`, "broken", "does not exist"},
	{"downgrade fails on duplicates", "postgresql", `DROP INDEX ix_name`, `CREATE UNIQUE INDEX ix_name ON users (name)`, "broken", "unique (name)"},
	{"a unique index comes back over duplicates", "postgresql", `DROP INDEX ux_label`, `CREATE UNIQUE INDEX ux_label ON tags (label)`, "broken", "ux_label"},
	{"a unique index comes back over duplicates", "sqlite", `DROP INDEX ux_label`, `CREATE UNIQUE INDEX ux_label ON tags (label)`, "broken", "label"},
	{"a unique index was replaced by one over the same columns", "postgresql", `CREATE UNIQUE INDEX ux2 ON tags (label); DROP INDEX ux_label`, `CREATE UNIQUE INDEX ux_label ON tags (label); DROP INDEX ux2`, "lossless", ""},
	{"not null comes back over NULLs", "postgresql", `ALTER TABLE users ALTER email DROP NOT NULL`, `ALTER TABLE users ALTER email SET NOT NULL`, "broken", "null values"},
	{"not understood", "postgresql", `CALL tidy()`, `ALTER TABLE notes ALTER body SET NOT NULL; ALTER TABLE notes ALTER body DROP NOT NULL`, "unknown", ""},
	{"modify loses NOT NULL", "mysql", `ALTER TABLE users MODIFY email VARCHAR(80) NOT NULL`, `ALTER TABLE users MODIFY email VARCHAR(50)`, "broken", "not null"},
	{"foreign key leaves its index", "mysql", `ALTER TABLE notes ADD other INT; ALTER TABLE notes ADD CONSTRAINT fk_o FOREIGN KEY (other) REFERENCES users (id)`,
		`ALTER TABLE notes DROP FOREIGN KEY fk_o; ALTER TABLE notes DROP COLUMN other`, "lossless", ""},
	{"enum value stays", "postgresql", `CREATE TYPE mood AS ENUM ('a')`, `DROP TYPE IF EXISTS moods`, "broken", "enum mood"},
	{"concurrently in a transaction", "postgresql", `CREATE INDEX CONCURRENTLY i ON users (age)`, `DROP INDEX i`, "broken", ""},
	{"rename back", "sqlite", `ALTER TABLE notes RENAME TO remarks`, `ALTER TABLE remarks RENAME TO notes`, "lossless", ""},
	{"rename elsewhere", "sqlite", `ALTER TABLE notes RENAME TO remarks`, `ALTER TABLE remarks RENAME TO note`, "broken", "table note"},
	{"unknown table dropped", "postgresql", `DROP TABLE elsewhere`, `CREATE TABLE elsewhere (id INT)`, "schema-only", "elsewhere"},
	{"unknown column dropped", "postgresql", `ALTER TABLE elsewhere DROP a`, `ALTER TABLE elsewhere ADD a INT`, "schema-only", "elsewhere a"},
	{"unknown table grows", "postgresql", `ALTER TABLE elsewhere ADD a INT`, `ALTER TABLE elsewhere DROP a`, "lossless", ""},
	{"numbers moved and moved back", "postgresql", `ALTER TABLE notes ADD n INTEGER; UPDATE notes SET n = user_id + 1; UPDATE notes SET user_id = NULL`,
		`UPDATE notes SET user_id = n - 1; ALTER TABLE notes DROP n`, "lossless", ""},
	{"numbers moved too far", "postgresql", `ALTER TABLE notes ADD n INTEGER; UPDATE notes SET n = user_id / 2; UPDATE notes SET user_id = NULL`,
		`UPDATE notes SET user_id = n * 2; ALTER TABLE notes DROP n`, "broken", ""},
	{"found in another table by accident", "postgresql",
		`CREATE TABLE map (id INTEGER, name TEXT); INSERT INTO map SELECT u.id, s.name FROM users u JOIN settings s ON s.name = u.email; ALTER TABLE users ALTER email DROP NOT NULL; UPDATE users SET email = NULL`,
		`UPDATE users SET email = (SELECT name FROM map WHERE map.id = users.id); ALTER TABLE users ALTER email SET NOT NULL; DROP TABLE map`, "broken", "null values"},
	{"values changed by what is not computed", "postgresql", `UPDATE notes SET body = tidy(body)`, ``, "schema-only", "notes"},
	{"a column of its own filled by what is not computed", "postgresql", `ALTER TABLE notes ADD tidied TEXT; UPDATE notes SET tidied = tidy(body)`, `ALTER TABLE notes DROP tidied`, "lossless", ""},
	{"text in a STRICT table goes back to numbers", "sqlite",
		`CREATE TABLE n (id INTEGER PRIMARY KEY, value TEXT) STRICT; INSERT INTO n SELECT id, CAST(value AS TEXT) FROM readings; DROP TABLE readings; ALTER TABLE n RENAME TO readings`,
		`CREATE TABLE o (id INTEGER PRIMARY KEY, value REAL) STRICT; INSERT INTO o SELECT id, value FROM readings; DROP TABLE readings; ALTER TABLE o RENAME TO readings`, "broken", "cannot store TEXT"},
	{"fractions in a STRICT table go back to whole numbers", "sqlite",
		`CREATE TABLE n (id INTEGER PRIMARY KEY, c REAL, raw BLOB) STRICT; INSERT INTO n SELECT id, c, raw FROM counts; DROP TABLE counts; ALTER TABLE n RENAME TO counts`,
		`CREATE TABLE o (id INTEGER PRIMARY KEY, c INTEGER, raw BLOB) STRICT; INSERT INTO o SELECT id, c, raw FROM counts; DROP TABLE counts; ALTER TABLE o RENAME TO counts`, "broken", "cannot store"},
	{"a STRICT table grows", "sqlite", `ALTER TABLE counts ADD note TEXT`, `ALTER TABLE counts DROP note`, "lossless", ""},
	{"the domain of a partitioned table lets zero in", "postgresql",
		`ALTER DOMAIN positive DROP CONSTRAINT above; ALTER DOMAIN positive ADD CONSTRAINT not_below CHECK (VALUE >= 0)`,
		`ALTER DOMAIN positive DROP CONSTRAINT not_below; ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0)`, "broken", "violate the new constraint"},
	{"the domain of a partitioned table narrowed and back", "postgresql",
		`ALTER DOMAIN positive ADD CONSTRAINT below CHECK (VALUE < 1000000)`, `ALTER DOMAIN positive DROP CONSTRAINT below`, "lossless", ""},
	{"a CHECK of a partitioned table goes and comes back", "postgresql",
		`ALTER TABLE happened DROP CONSTRAINT ck_n`, `ALTER TABLE happened ADD CONSTRAINT ck_n CHECK (n > 0)`, "broken", "ck_n"},
	{"a type of a partitioned table grows and shrinks", "postgresql",
		`ALTER TABLE happened ALTER n TYPE bigint`, `ALTER TABLE happened ALTER n TYPE integer`, "broken", "out of range"},
	{"a column of a partitioned table goes and comes back empty", "postgresql",
		`ALTER TABLE happened DROP amount`, `ALTER TABLE happened ADD amount positive`, "schema-only", "amount"},
	{"a column of a partitioned table renamed and back", "postgresql",
		`ALTER TABLE happened RENAME n TO m`, `ALTER TABLE happened RENAME m TO n`, "lossless", ""},
	{"NOT NULL of a partitioned table goes and comes back", "postgresql",
		`ALTER TABLE happened ALTER n DROP NOT NULL`, `ALTER TABLE happened ALTER n SET NOT NULL`, "broken", "null values"},
	{"NULL is lost where duplicates are refused", "sqlite",
		`CREATE TABLE copy (a DATETIME UNIQUE, b DATETIME); INSERT INTO copy SELECT a, b FROM times; DROP TABLE times; ALTER TABLE copy RENAME TO times; DELETE FROM times WHERE b IS NULL`,
		`CREATE TABLE copy (a DATETIME, b DATETIME); INSERT INTO copy SELECT a, b FROM times; DROP TABLE times; ALTER TABLE copy RENAME TO times`, "schema-only", "times"},
	{"a deletion with LIMIT may take any of the rows", "mysql", `INSERT INTO settings (name, value) VALUES ('a', 'b'), ('c', 'b')`, `DELETE FROM settings WHERE value = 'b' LIMIT 1`, "unknown", ""},
	{"what does not fit is refused", "mariadb", `ALTER TABLE notes MODIFY body VARCHAR(3)`, `ALTER TABLE notes MODIFY body TEXT`, "lossless", ""},
	{"what does not fit is cut", "mariadb", `SET SESSION sql_mode = ''; ALTER TABLE notes MODIFY body VARCHAR(3)`, `ALTER TABLE notes MODIFY body TEXT`, "schema-only", "notes body"},
	{"numbers lose their sign", "mysql", `ALTER TABLE users MODIFY age INT UNSIGNED`, `ALTER TABLE users MODIFY age INT`, "broken", "out of range"},
	{"numbers get a sign and lose it", "mysql", `ALTER TABLE notes MODIFY n INT`, `ALTER TABLE notes MODIFY n INT UNSIGNED`, "broken", "out of range"},
	{"a label of a SET goes and comes back", "mysql", `ALTER TABLE notes MODIFY kinds SET('a', 'b', 'c')`, `ALTER TABLE notes MODIFY kinds SET('a', 'b')`, "broken", "enum"},
	{"an ENUM becomes a text", "mysql", `ALTER TABLE notes MODIFY mood VARCHAR(20)`, `ALTER TABLE notes MODIFY mood ENUM('sad', 'ok')`, "broken", "enum"},
	{"fractions of seconds are cut", "mariadb", `ALTER TABLE notes MODIFY at DATETIME`, `ALTER TABLE notes MODIFY at DATETIME(3)`, "schema-only", "notes at"},
	{"a date is taken for a text", "mysql", `ALTER TABLE notes MODIFY day TEXT`, `ALTER TABLE notes MODIFY day DATE`, "broken", "date"},
	{"CONVERT TO makes texts longer for good", "mariadb", `ALTER TABLE old CONVERT TO CHARACTER SET utf8mb4`, `ALTER TABLE old CONVERT TO CHARACTER SET latin1`, "broken", "mediumtext"},
	{"a column moved and moved back", "mysql", `ALTER TABLE notes MODIFY body TEXT FIRST`, `ALTER TABLE notes MODIFY body TEXT AFTER user_id`, "lossless", ""},
	{"AFTER a column that is not there", "mysql", `ALTER TABLE notes ADD c INT`, `ALTER TABLE notes MODIFY body TEXT AFTER absent; ALTER TABLE notes DROP c`, "broken", "absent"},
	{"a foreign key of an engine that has none", "mysql", `ALTER TABLE heap ADD CONSTRAINT fk_h FOREIGN KEY (user_id) REFERENCES users (id)`, `ALTER TABLE heap DROP FOREIGN KEY fk_h`, "broken", "fk_h"},
	{"one column of a key goes", "mariadb", `ALTER TABLE notes ADD a INT, ADD UNIQUE ab (a, user_id)`, `ALTER TABLE notes DROP a`, "broken", "Key column 'a'"},
	{"the key and its column go together", "mariadb", `ALTER TABLE notes ADD a INT, ADD UNIQUE ab (a, user_id)`, `ALTER TABLE notes DROP COLUMN a, DROP INDEX ab`, "lossless", ""},
	{"IS NULL finds zero dates", "mysql", `DELETE FROM notes WHERE since IS NULL`, ``, "schema-only", "notes"},
	{"INSERT IGNORE makes values fit", "mysql", `INSERT IGNORE INTO notes (id, mood) VALUES (77, 'abc')`, `DELETE FROM notes WHERE id = 77`, "lossless", ""},
	{"a column in a CHECK that a foreign key writes", "mariadb", `ALTER TABLE notes ADD o INT, ADD CONSTRAINT ck_o CHECK (o > 3)`, `ALTER TABLE notes ADD FOREIGN KEY (o) REFERENCES users (id) ON DELETE SET NULL; ALTER TABLE notes DROP o`, "broken", "CHECK"},
	{"dates are numbers as texts", "postgresql", `ALTER TABLE happens ALTER at TYPE integer USING at::text::integer`, `ALTER TABLE happens ALTER at TYPE timestamp USING at::text::timestamp`, "broken", "timestamp"},
	{"grant stays", "postgresql", `GRANT SELECT ON users TO PUBLIC`, `SELECT 1`, "broken", "grant"},
}

func TestTrips(t *testing.T) {
	for _, tt := range trips {
		t.Run(tt.name, func(t *testing.T) {
			d, ok := sqlread.DialectOf(tt.dialect)
			if !ok {
				t.Fatal(tt.dialect)
			}
			base := catalog.New(d, catalog.NewWorld())
			made := sqlRunner(d, shop+shopOf[tt.dialect], "")(opshim.Up, base, nil)[0]
			if made.Err != nil {
				t.Fatal(made.Err)
			}
			base = made.State
			base.Settle()
			j := judge(base, sqlRunner(d, tt.up, tt.down))
			got := explainJudgement(j)
			if j.verdict.String() != tt.verdict || !strings.Contains(got, tt.why) {
				t.Errorf("got %s\nwant %s with %q", got, tt.verdict, tt.why)
			}
		})
	}
}

// TestAssumedRows: what happens to rows of a table that nobody made is a loss
// if nothing is done about it.
func TestAssumedRows(t *testing.T) {
	for _, tt := range []struct{ up, down, want string }{
		{`UPDATE elsewhere SET a = lower(a)`, `SELECT 1`, "schema-only"},
		{`UPDATE elsewhere SET a = 1 WHERE b IS NULL`, ``, "schema-only"},
		{`DELETE FROM elsewhere WHERE b = 2`, ``, "schema-only"},
		{`UPDATE elsewhere SET a = lower(a)`, `UPDATE elsewhere SET a = upper(a)`, "unknown"},
		{`UPDATE elsewhere SET a = 'new' WHERE a = 'old' AND b = 'x'`, `UPDATE elsewhere SET a = 'old' WHERE a = 'new' AND b = 'x'`, "schema-only"},
		{`UPDATE elsewhere SET a = 'new' WHERE a IN ('old', 'older')`, `UPDATE elsewhere SET a = 'old' WHERE a = 'new'`, "schema-only"},
		{`UPDATE elsewhere SET a = 'new' WHERE a = ANY('{old}'::text[])`, `UPDATE elsewhere SET a = 'old' WHERE a = 'new'`, "schema-only"},
		{`UPDATE elsewhere SET doc = '"new"' WHERE doc #>> '{}' = 'old'`, `UPDATE elsewhere SET doc = '"old"' WHERE doc #>> '{}' = 'new'`, "schema-only"},
		{`UPDATE elsewhere SET doc = doc #- '{a,b}'`, `SELECT 1`, "schema-only"},
		{`ALTER TABLE elsewhere ALTER a TYPE numeric(11,2)`, `ALTER TABLE elsewhere ALTER a TYPE numeric(8,2)`, "lossless"},
		{`ALTER TABLE elsewhere DROP CONSTRAINT c; ALTER TABLE elsewhere ADD CONSTRAINT c CHECK (a > 1)`,
			`ALTER TABLE elsewhere DROP CONSTRAINT c; ALTER TABLE elsewhere ADD CONSTRAINT c CHECK (a > 0)`, "lossless"},
		{`ALTER TABLE elsewhere ALTER a TYPE text`, `SELECT 1`, "unknown"},
	} {
		base := catalog.New(sqlread.PostgreSQL, catalog.NewWorld())
		if j := judge(base, sqlRunner(sqlread.PostgreSQL, tt.up, tt.down)); j.verdict.String() != tt.want {
			t.Errorf("%s / %s: %s, want %s", tt.up, tt.down, explainJudgement(j), tt.want)
		}
	}
}
