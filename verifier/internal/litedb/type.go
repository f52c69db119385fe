package litedb

import (
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// setType fills the column's type text and what values fit. SQLite takes any
// words as a type; what an application means by them decides which values it
// would store.
func setType(c *shape.Column, words, args []string) {
	c.Type = strings.Join(words, " ")
	name := c.Type
	if len(args) > 0 {
		c.Type += "(" + strings.Join(args, ", ") + ")"
	}
	num := func(i int) int {
		if i < len(args) {
			n, _ := strconv.Atoi(strings.ReplaceAll(args[i], " ", ""))
			return n
		}
		return 0
	}
	has := func(parts ...string) bool {
		for _, p := range parts {
			if strings.Contains(name, p) {
				return true
			}
		}
		return false
	}
	switch {
	case name == "" || name == "any":
		c.Class = shape.Any
	case has("bool"):
		c.Class = shape.Bool
	case has("datetime", "timestamp"):
		c.Class = shape.DateTime
	case has("date"):
		c.Class = shape.Date
	case has("time"):
		c.Class = shape.Time
	case has("json"):
		c.Class = shape.JSON
	case has("uuid"), has("char") && num(0) == 32 && !has("varchar"):
		c.Class = shape.UUID
	case has("int") && !has("point", "interval"):
		c.Class, c.Size = shape.Int, intBits(name)
	case has("char", "text", "clob", "string"):
		c.Class, c.Size = shape.Text, num(0)
	case has("blob", "binary", "bytea"):
		c.Class, c.Size = shape.Blob, num(0)
	case has("real", "floa", "doub"):
		c.Class = shape.Float
	default:
		c.Class, c.Prec, c.Scale = shape.Numeric, num(0), num(1)
		if len(args) == 0 {
			c.Scale = 2
		}
	}
}

func intBits(name string) int {
	switch {
	case strings.Contains(name, "tiny"):
		return 8
	case strings.Contains(name, "small"), strings.Contains(name, "int2"):
		return 16
	case strings.Contains(name, "big"), strings.Contains(name, "int8"):
		return 64
	}
	return 32
}
