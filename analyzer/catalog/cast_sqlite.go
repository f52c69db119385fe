package catalog

import (
	"math/big"
	"strconv"
	"strings"
)

// affinity is what SQLite makes of contents by the name of a type.
type affinity uint8

const (
	affinityNone affinity = iota
	affinityText
	affinityInteger
	affinityReal
	affinityNumeric
)

func affinityOf(ti typeInfo) affinity {
	switch ti.class {
	case classText:
		return affinityText
	case classInt:
		return affinityInteger
	case classFloat:
		return affinityReal
	case classOther, classBytes:
		return affinityNone
	case classDec, classBool, classDate, classTimestamp, classTime, classJSON, classUUID, classEnum:
	}
	return affinityNumeric
}

// sqliteStore is a value as a column of a type keeps it: only what looks like a
// number becomes one. What does not change keeps its token.
func sqliteStore(v Value, ti typeInfo) Value {
	a := affinityOf(ti)
	if a == affinityNone || a == affinityText && v.Kind == Text {
		return v
	}
	if a == affinityText {
		return text(sqliteText(v))
	}
	n, ok := asNumber(v)
	switch {
	case !ok, v.Kind == Bool:
		return v
	case a == affinityReal && v.Kind != Float:
		return realValue(n, v)
	case v.Kind == Int, v.Kind == Dec && !n.IsInt():
		return v
	case a != affinityReal && n.IsInt():
		return Value{Kind: Int, N: n}
	case v.Kind == Text:
		return realValue(n, v)
	}
	return v
}

// sqliteCast is CAST: what is no number becomes the number that it begins with.
// A CAST to a blob, or from one, has contents that are not followed.
func sqliteCast(v Value, ti typeInfo) Value {
	a := affinityOf(ti)
	switch {
	case !v.Known() && a == affinityNone:
		return v
	case !v.Known():
		return v.derived()
	case a == affinityNone:
		return opaque
	case a == affinityText:
		return sqliteStore(v, ti)
	}
	n, ok := asNumber(v)
	if v.Kind == Text {
		n, ok = numericPrefix(v.S), true
	}
	switch {
	case !ok:
		return opaque
	case a == affinityReal && v.Kind != Float:
		return realValue(n, v)
	case a == affinityInteger && v.Kind == Text:
		return integer(leadingInt(v.S))
	case a == affinityInteger && v.Kind != Int && v.Kind != Bool, a == affinityNumeric && v.Kind == Text && n.IsInt():
		return Value{Kind: Int, N: truncTo(n, 0)}
	case v.Kind == Text:
		return realValue(n, v)
	}
	return v
}

// realValue is the nearest double; v where there is none.
func realValue(n *big.Rat, v Value) Value {
	f, _ := n.Float64()
	r := new(big.Rat).SetFloat64(f)
	if r == nil {
		return v
	}
	return Value{Kind: Float, N: r}
}

// sqliteText is a number as SQLite writes it: a double with 15 digits.
func sqliteText(v Value) string {
	switch {
	case v.Kind == Bool:
		return itoa(boolInt(v.B))
	case v.Kind == Int, v.Kind == Dec && v.N.IsInt():
		return v.N.Num().String()
	case !v.numeric():
		return v.plain()
	}
	f, _ := v.N.Float64()
	s := strconv.FormatFloat(f, 'g', 15, 64)
	if strings.Contains(s, "e") {
		mantissa, exponent, _ := strings.Cut(s, "e")
		return strings.TrimSuffix(strings.TrimRight(mantissa, "0"), ".") + "e" + exponent
	}
	if strings.Contains(s, ".") {
		s = strings.TrimRight(s, "0")
	} else {
		s += "."
	}
	if strings.HasSuffix(s, ".") {
		s += "0"
	}
	return s
}

// numericPrefix is the number that a text begins with, 0 if there is none.
func numericPrefix(s string) *big.Rat {
	s = strings.TrimLeft(s, " \t\n\r\f")
	end := 0
	digits := func() bool {
		start := end
		for end < len(s) && '0' <= s[end] && s[end] <= '9' {
			end++
		}
		return end > start
	}
	if end < len(s) && (s[end] == '-' || s[end] == '+') {
		end++
	}
	some := digits()
	if end < len(s) && s[end] == '.' {
		end++
		some = digits() || some
	}
	whole := end
	if some && end < len(s) && (s[end] == 'e' || s[end] == 'E') {
		if end++; end < len(s) && (s[end] == '-' || s[end] == '+') {
			end++
		}
		if !digits() {
			end = whole
		}
	}
	if n, ok := parseNumber(strings.TrimSuffix(s[:end], ".")); some && ok {
		return n
	}
	return new(big.Rat)
}

func leadingInt(s string) int64 {
	n, sign := int64(0), int64(1)
	for i, c := range strings.TrimSpace(s) {
		if i == 0 && c == '-' {
			sign = -1
			continue
		}
		if c < '0' || c > '9' || n > 1<<50 {
			break
		}
		n = n*10 + int64(c-'0')
	}
	return n * sign
}
