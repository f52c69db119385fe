package litedb

import (
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

func TestTooNew(t *testing.T) {
	for sql, refused := range map[string]bool{
		`ALTER TABLE t ALTER COLUMN c DROP NOT NULL`:         true,
		`alter table "main"."t" alter c set not null`:        true,
		`ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0)`:      true,
		`ALTER TABLE t DROP CONSTRAINT ck`:                   true,
		`ALTER TABLE t ADD COLUMN "constraint" TEXT`:         false,
		`ALTER TABLE t DROP COLUMN alter_me`:                 false,
		`ALTER TABLE main.t RENAME TO u`:                     false,
		`CREATE TABLE t (a INTEGER CONSTRAINT c NOT NULL)`:   false,
		`ALTER TABLE "alter" RENAME COLUMN a TO constraint_`: false,
	} {
		if got := tooNew(sqltok.Cut(sql), sql) != nil; got != refused {
			t.Errorf("%s: refused %v, want %v", sql, got, refused)
		}
	}
}
