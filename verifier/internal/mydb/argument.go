package mydb

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// bind writes the arguments into the statement, as PyMySQL does: it is text that
// goes to the server.
func bind(sql string, tokens []sqltok.Token, args []any) (string, error) {
	if len(args) == 0 {
		return sql, nil
	}
	var b strings.Builder
	from, n := 0, 0
	for _, t := range tokens {
		if t.Kind != sqltok.Param || t.Text != "?" {
			continue
		}
		if n == len(args) {
			return "", fmt.Errorf("the statement has more places than the %d arguments: %s", len(args), sql)
		}
		b.WriteString(sql[from:t.Start])
		b.WriteString(argument(args[n]))
		from, n = t.End, n+1
	}
	if n != len(args) {
		return "", fmt.Errorf("the statement has %d places for %d arguments: %s", n, len(args), sql)
	}
	return b.String() + sql[from:], nil
}

// argument writes a value as PyMySQL does.
func argument(v any) string {
	switch x := v.(type) {
	case nil:
		return "NULL"
	case bool:
		return strconv.FormatBool(x)
	case int64:
		return strconv.FormatInt(x, 10)
	case int:
		return strconv.Itoa(x)
	case float64:
		s := pyrt.FloatRepr(x)
		if !strings.Contains(s, "e") {
			s += "e0"
		}
		return s
	case []byte:
		return "_binary" + escaped(string(x))
	case string:
		return escaped(x)
	}
	return escaped(fmt.Sprint(v))
}

// escaped quotes a text with backslashes.
func escaped(s string) string {
	return "'" + strings.NewReplacer("\x00", `\0`, "\n", `\n`, "\r", `\r`, "\x1a", `\Z`, `"`, `\"`, "'", `\'`, `\`, `\\`).Replace(s) + "'"
}
