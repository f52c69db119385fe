package catalog

import (
	"crypto/md5"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"
)

// moreText knows further functions of text; all arguments are known and not NULL.
func moreText(name string, args []Value) (Value, bool) {
	str := func(i int) string {
		if i < len(args) {
			return args[i].plain()
		}
		return ""
	}
	s := str(0)
	switch name {
	case "initcap":
		return text(initcap(s)), true
	case "strpos", "instr":
		return integer(int64(position(s, str(1)))), true
	case "locate":
		return integer(int64(position(str(1), s))), true
	case "md5":
		sum := md5.Sum([]byte(s))
		return text(hex.EncodeToString(sum[:])), true
	case "lpad", "rpad":
		return pad(name, s, args)
	case "concat_ws":
		var parts []string
		for _, a := range args[1:] {
			if !a.IsNull() {
				parts = append(parts, a.plain())
			}
		}
		return text(strings.Join(parts, s)), true
	case "repeat":
		if n, ok := asNumber(args[len(args)-1]); ok && n.IsInt() && n.Num().IsInt64() && n.Num().Int64() >= 0 && n.Num().Int64()*int64(len(s)+1) < 1<<14 {
			return text(strings.Repeat(s, int(n.Num().Int64()))), true
		}
	case "substring_index":
		return substringIndex(s, args)
	case "quote_literal":
		return text("'" + strings.ReplaceAll(s, "'", "''") + "'"), true
	}
	return anything, false
}

// position is where t stands in s, in characters from 1; 0 if it does not.
func position(s, t string) int {
	i := strings.Index(s, t)
	if i < 0 {
		return 0
	}
	return utf8.RuneCountInString(s[:i]) + 1
}

// initcap makes the first letter of each word a capital.
func initcap(s string) string {
	inside := false
	return strings.Map(func(r rune) rune {
		word := unicode.IsLetter(r) || unicode.IsDigit(r)
		defer func() { inside = word }()
		if word && !inside {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, s)
}

func pad(name, s string, args []Value) (Value, bool) {
	if len(args) < 2 {
		return anything, false
	}
	n, ok := asNumber(args[1])
	if !ok || !n.IsInt() || !n.Num().IsInt64() || n.Num().Int64() > 4096 || n.Num().Int64() < 0 {
		return anything, false
	}
	fill := " "
	if len(args) > 2 {
		fill = args[2].plain()
	}
	r, want := []rune(s), int(n.Num().Int64())
	if len(r) >= want || fill == "" {
		return text(string(r[:min(want, len(r))])), true
	}
	more := []rune(strings.Repeat(fill, want))[:want-len(r)]
	if name == "lpad" {
		return text(string(more) + s), true
	}
	return text(s + string(more)), true
}

// substringIndex is MySQL's: what stands before the nth separator.
func substringIndex(s string, args []Value) (Value, bool) {
	if len(args) != 3 || args[1].plain() == "" {
		return anything, false
	}
	n, ok := asNumber(args[2])
	if !ok || !n.IsInt() || !n.Num().IsInt64() {
		return anything, false
	}
	parts, sep, k := strings.Split(s, args[1].plain()), args[1].plain(), int(max(min(n.Num().Int64(), 1000), -1000))
	switch {
	case k >= 0:
		return text(strings.Join(parts[:min(k, len(parts))], sep)), true
	default:
		return text(strings.Join(parts[max(len(parts)+k, 0):], sep)), true
	}
}
