package verifier

import (
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// mysql: the script is for the client of MySQL or MariaDB.
func (s *script) mysql() bool { return s.dialect == "mysql" || s.dialect == "mariadb" }

// ended is a statement with what tells the client that it is over: another mark
// than the semicolon where that stands inside, as in the body of a trigger.
func (s *script) ended(text string) string {
	if !s.mysql() {
		return text + ";"
	}
	for _, t := range sqltok.MySQL(text) {
		if t.Is(";") {
			return "DELIMITER $$\n" + text + "$$\nDELIMITER ;"
		}
	}
	return text + ";"
}

// cell is a value as a literal for a column.
func (s *script) cell(c *shape.Column, v any) string {
	if raw, ok := v.(rows.Raw); ok && s.mysql() && c != nil {
		switch c.Class {
		case shape.Bits:
			return "b'" + string(raw) + "'"
		case shape.Int, shape.Numeric:
			return string(raw)
		}
	}
	return s.literal(v)
}
