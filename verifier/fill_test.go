package verifier

import (
	"context"
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/litedb"
)

func TestFillSQLite(t *testing.T) {
	tests := []struct{ name, ddl string }{
		{"plain", "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT NOT NULL, c REAL)"},
		{"no key", "CREATE TABLE t (a TEXT, b INTEGER)"},
		{"only key", "CREATE TABLE t (id INTEGER PRIMARY KEY)"},
		{"autoincrement", "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a)"},
		{"text key", "CREATE TABLE t (k VARCHAR(4) PRIMARY KEY, v JSON NOT NULL)"},
		{"without rowid", "CREATE TABLE t (a TEXT, b BOOLEAN NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID"},
		{"strict", "CREATE TABLE t (a INT PRIMARY KEY, b REAL NOT NULL, c BLOB NOT NULL, d TEXT NOT NULL, e ANY) STRICT"},
		{"unique bool", "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT NOT NULL, b BOOLEAN NOT NULL, UNIQUE (a, b))"},
		{"unique short", "CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(2) NOT NULL UNIQUE)"},
		{"unique folded", "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT COLLATE NOCASE NOT NULL UNIQUE)"},
		{"unique expression", "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL); CREATE UNIQUE INDEX x ON t (lower(trim(a)))"},
		{"check range", "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT NOT NULL CHECK (a BETWEEN 1000 AND 1010))"},
		{"check list", "CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(8) NOT NULL CHECK (a IN ('x', 'yy')))"},
		{"check length", "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, CHECK (length(a) = 17))"},
		{"check like", "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL CHECK (a LIKE 'ab_-%'))"},
		{"check pair", "CREATE TABLE t (id INTEGER PRIMARY KEY, a DATE NOT NULL, b DATE NOT NULL, CHECK (a < b))"},
		{"check one of two", "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b INT, CHECK ((a IS NULL) <> (b IS NULL)))"},
		{"check sum", "CREATE TABLE t (id INTEGER PRIMARY KEY, a NUMERIC(5,2) NOT NULL, b NUMERIC(5,2) NOT NULL, CHECK (a + b = 100))"},
		{"check two", "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT NOT NULL, CHECK (a > 3), CHECK (a % 2 = 0), CHECK (a < 9))"},
		{"check currency", "CREATE TABLE t (id INTEGER PRIMARY KEY, c CHAR(3) NOT NULL CHECK (c = upper(c) AND length(c) = 3))"},
		{"generated", "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT NOT NULL, b INT GENERATED ALWAYS AS (a * 2) STORED, c INT AS (a + 1))"},
		{"references", "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, p_id INT NOT NULL REFERENCES p)"},
		{"reference to text", "CREATE TABLE p (k TEXT PRIMARY KEY); CREATE TABLE t (a TEXT NOT NULL REFERENCES p (k), b INT, PRIMARY KEY (a, b))"},
		{"composite", "CREATE TABLE p (a INT, b TEXT, PRIMARY KEY (a, b)); CREATE TABLE t (x INT NOT NULL, y TEXT NOT NULL, n INT, FOREIGN KEY (x, y) REFERENCES p (a, b))"},
		{"shared column", "CREATE TABLE o (tenant INT, id INT, PRIMARY KEY (tenant, id)); CREATE TABLE q (tenant INT, id INT, PRIMARY KEY (tenant, id)); CREATE TABLE t (tenant INT NOT NULL, o INT NOT NULL, q INT, FOREIGN KEY (tenant, o) REFERENCES o (tenant, id), FOREIGN KEY (tenant, q) REFERENCES q (tenant, id))"},
		{"self", "CREATE TABLE t (id INTEGER PRIMARY KEY, p INT REFERENCES t (id))"},
		{"self not null", "CREATE TABLE t (id INTEGER PRIMARY KEY, p INT NOT NULL REFERENCES t (id))"},
		{"cycle", "CREATE TABLE a (id INTEGER PRIMARY KEY, t_id INT NOT NULL REFERENCES t (id)); CREATE TABLE t (id INTEGER PRIMARY KEY, a_id INT NOT NULL REFERENCES a (id))"},
		{"cycle with null", "CREATE TABLE a (id INTEGER PRIMARY KEY, t_id INT REFERENCES t (id)); CREATE TABLE t (id INTEGER PRIMARY KEY, a_id INT REFERENCES a (id))"},
		{"join table", "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE q (id INTEGER PRIMARY KEY); CREATE TABLE t (p INT NOT NULL REFERENCES p, q INT NOT NULL REFERENCES q, PRIMARY KEY (p, q))"},
		{"one to one", "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY REFERENCES p (id), v TEXT)"},
		{"odd names", "CREATE TABLE \"order t\" (\"a b\" INTEGER PRIMARY KEY, \"select\" TEXT NOT NULL, \"q\"\"q\" INT CHECK (\"q\"\"q\" > 2)); CREATE TABLE t (\"x.y\" INT)"},
		{"dates", "CREATE TABLE t (a DATE NOT NULL, b DATETIME NOT NULL, c TIMESTAMP, d TIME NOT NULL, e CHAR(32) NOT NULL UNIQUE, f DATE NOT NULL UNIQUE)"},
		{"singleton", "CREATE TABLE t (id INTEGER PRIMARY KEY CHECK (id = 1), v TEXT)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ctx := context.Background()
			db, err := litedb.Open(ctx, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			for _, sql := range statementsAt(tt.ddl) {
				if _, err := db.Exec(ctx, sql, nil); err != nil {
					t.Fatal(err)
				}
			}
			s, err := db.Capture(ctx)
			if err != nil {
				t.Fatal(err)
			}
			f := newFiller(db, 3, nil)
			if s, err = f.fill(ctx, s); err != nil {
				t.Fatal(err)
			}
			for key, set := range s.Rows {
				if len(set.Rows) < 3 && tt.name != "singleton" || len(set.Rows) < 1 {
					t.Errorf("%s holds %d rows: %s", key, len(set.Rows), f.short[key])
				}
				for i, c := range set.Columns {
					null, value := false, false
					for _, row := range set.Rows {
						null, value = null || row[i] == nil, value || row[i] != nil
					}
					if !value {
						t.Errorf("%s.%s holds no value: %v", key, c, set.Rows)
					}
					col := s.Catalog.Tables[key].Column(c)
					if !null && !col.NotNull && col.Generated == "" && len(s.Catalog.Tables[key].Primary()) < 2 && s.Catalog.Tables[key].Column(c).Name != "id" && tt.name != "singleton" && len(set.Key) == 0 {
						t.Logf("%s.%s is never NULL", key, c)
					}
				}
			}
			a, err := db.Exec(ctx, "PRAGMA foreign_key_check", nil)
			if err != nil || len(a.Rows) > 0 {
				t.Errorf("foreign keys: %v %v", a.Rows, err)
			}
			again, err := f.fill(ctx, s)
			if err != nil || again != s {
				t.Errorf("a second look writes again: %v", err)
			}
		})
	}
}

// statementsAt splits at semicolons.
func statementsAt(text string) []string {
	var out []string
	start := 0
	for i := range text {
		if text[i] == ';' {
			out = append(out, text[start:i])
			start = i + 1
		}
	}
	return append(out, text[start:])
}
