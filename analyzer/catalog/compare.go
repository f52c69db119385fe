package catalog

import (
	"cmp"
	"math/big"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

func itoa(n int) string { return strconv.Itoa(n) }

// compare orders two values; ok is false if it cannot be said. Neither may be NULL.
func compare(a, b Value, d sqlread.Dialect) (c int, ok bool) {
	if !a.Known() || !b.Known() {
		if a.Tok != 0 && a.Tok == b.Tok {
			return 0, true
		}
		return 0, false
	}
	if a.Kind == Text && b.Kind == Text {
		if d.IsMySQL() {
			return strings.Compare(mysqlFold(a.S), mysqlFold(b.S)), true
		}
		return strings.Compare(a.S, b.S), true
	}
	if d == sqlread.SQLite && (a.Kind == Text) != (b.Kind == Text) {
		return sqliteMixed(a, b)
	}
	x, okX := asNumber(a)
	y, okY := asNumber(b)
	if !okX || !okY {
		return 0, false
	}
	return order(x, y), true
}

// order is x.Cmp(y), without the multiplications for integers.
func order(x, y *big.Rat) int {
	if x.IsInt() && y.IsInt() {
		return x.Num().Cmp(y.Num())
	}
	return x.Cmp(y)
}

// sqliteMixed compares a number with a text: column affinity usually makes
// the text a number, else numbers sort first.
func sqliteMixed(a, b Value) (int, bool) {
	x, okX := asNumber(a)
	y, okY := asNumber(b)
	if okX && okY {
		return x.Cmp(y), true
	}
	return cmp.Compare(boolInt(a.Kind == Text), boolInt(b.Kind == Text)), true
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// mysqlFold imitates the usual collations: no case, no trailing blanks.
func mysqlFold(s string) string { return strings.ToLower(strings.TrimRight(s, " ")) }

// asNumber reads a value as a number.
func asNumber(v Value) (*big.Rat, bool) {
	switch {
	case v.numeric():
		return v.N, true
	case v.Kind == Bool:
		return new(big.Rat).SetInt64(int64(boolInt(v.B))), true
	case v.Kind == Text:
		return parseNumber(strings.TrimSpace(v.S))
	}
	return nil, false
}

// parseNumber reads a decimal number of sane length.
func parseNumber(s string) (*big.Rat, bool) {
	if s == "" || len(s) > 400 || strings.ContainsAny(s, "/_xXpP") {
		return nil, false
	}
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		if e, err := strconv.Atoi(s[i+1:]); err != nil || e > 400 || e < -400 {
			return nil, false
		}
	}
	r, ok := new(big.Rat).SetString(s)
	return r, ok
}

// equal is SQL's a = b.
func equal(a, b Value, d sqlread.Dialect) Truth {
	if a.IsNull() || b.IsNull() {
		return Unknown
	}
	c, ok := compare(a, b, d)
	if !ok {
		return Maybe
	}
	return asTruth(c == 0)
}

// notDistinct is a IS NOT DISTINCT FROM b.
func notDistinct(a, b Value, d sqlread.Dialect) Truth {
	switch {
	case a.IsNull() && b.IsNull():
		return True
	case a.Kind == Anything || b.Kind == Anything:
		if a.Tok != 0 && a.Tok == b.Tok {
			return True
		}
		return Maybe
	case a.IsNull() || b.IsNull():
		return False
	}
	return equal(a, b, d)
}

func relation(op string, a, b Value, d sqlread.Dialect) Truth {
	if a.IsNull() || b.IsNull() {
		return Unknown
	}
	c, ok := compare(a, b, d)
	if !ok {
		return Maybe
	}
	switch op {
	case "=":
		return asTruth(c == 0)
	case "<>":
		return asTruth(c != 0)
	case "<":
		return asTruth(c < 0)
	case ">":
		return asTruth(c > 0)
	case "<=":
		return asTruth(c <= 0)
	case ">=":
		return asTruth(c >= 0)
	}
	return Maybe
}

// likeMatch is s LIKE pattern; fold ignores case.
func likeMatch(s, pattern string, fold bool) bool {
	if fold {
		s, pattern = strings.ToLower(s), strings.ToLower(pattern)
	}
	return like([]rune(s), []rune(pattern))
}

// like matches by the greedy two-pointer method, linear in most cases.
func like(s, p []rune) bool {
	i, j, star, back := 0, 0, -1, 0
	for i < len(s) {
		switch {
		case j < len(p) && p[j] == '\\' && j+1 < len(p) && p[j+1] == s[i]:
			i, j = i+1, j+2
		case j < len(p) && p[j] == '%':
			star, back = j, i
			j++
		case j < len(p) && p[j] != '\\' && (p[j] == '_' || p[j] == s[i]):
			i, j = i+1, j+1
		case star >= 0:
			back++
			i, j = back, star+1
		default:
			return false
		}
	}
	for j < len(p) && p[j] == '%' {
		j++
	}
	return j == len(p)
}
