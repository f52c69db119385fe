package litedb

import (
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// tooNew refuses ALTER TABLE … ALTER COLUMN and … ADD/DROP CONSTRAINT, which
// SQLite has had since 3.53 only, in the words of the versions before.
//
// Why: the SQLite inside this program is newer than what Python and the
// distributions ship. A migration that passes here and stops everywhere else
// would be proved by nothing.
func tooNew(tokens []sqltok.Token, sql string) error {
	if len(tokens) < 5 || !tokens[0].Is("alter") || !tokens[1].Is("table") || !tokens[2].Named() {
		return nil
	}
	rest := tokens[3:]
	if rest[0].Is(".") && len(rest) > 3 {
		rest = rest[2:]
	}
	word := ""
	switch {
	case rest[0].Is("alter"):
		word = rest[0].Text
	case (rest[0].Is("add") || rest[0].Is("drop")) && rest[1].Is("constraint"):
		word = rest[1].Text
	default:
		return nil
	}
	return &live.Failure{Class: "OperationalError", Statement: sql,
		Message: "near \"" + word + "\": syntax error (SQLite has this since 3.53 only)"}
}
