package analyzer

import (
	"testing"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// FuzzTrip makes round trips of any SQL: nothing panics, everything ends.
func FuzzTrip(f *testing.F) {
	for _, tt := range trips {
		d, _ := sqlread.DialectOf(tt.dialect)
		f.Add(uint8(d), tt.up, tt.down)
	}
	f.Add(uint8(0), "WITH x AS (DELETE FROM notes RETURNING *) INSERT INTO notes SELECT * FROM x", "DROP TABLE users CASCADE; CREATE TABLE users (LIKE notes)")
	f.Add(uint8(0), "CREATE TYPE e AS ENUM ('a'); ALTER TABLE users ALTER name TYPE e USING name::e", "ALTER TYPE e RENAME VALUE 'a' TO 'b'; TRUNCATE users CASCADE")
	f.Add(uint8(2), "UPDATE users u JOIN notes n ON n.user_id = u.id SET u.name = n.body", "REPLACE INTO settings VALUES ('a', 'b')")
	f.Fuzz(func(t *testing.T, dialect uint8, up, down string) {
		if len(up)+len(down) > 600 {
			return
		}
		d := sqlread.Dialect(dialect & 3)
		base := catalog.New(d, catalog.NewWorld())
		made := sqlRunner(d, shop, "")(opshim.Up, base, nil)[0]
		if made.Err != nil {
			t.Fatal(made.Err)
		}
		base = made.State
		base.Settle()
		judge(base, sqlRunner(d, up, down))
	})
}
