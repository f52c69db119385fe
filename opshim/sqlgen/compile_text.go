package sqlgen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mrt-tools/mrt/opshim/expr"
)

// text renders text(): every ":name" is a bind parameter, "\:" is a colon.
func (c *compiler) text(x *expr.Text, k kw) string {
	sql := c.percents(x.SQL)
	given := map[string]*expr.Bind{}
	for _, b := range x.Binds {
		given[b.Name] = b
	}
	for _, name := range TextBinds(x.SQL) {
		if given[name] == nil {
			given[name] = &expr.Bind{Name: name}
		}
	}
	return splitText(sql, func(name string) string {
		b := given[name]
		if b == nil {
			b = &expr.Bind{Name: name}
		}
		if old := c.binds[name]; old != nil && !old.HasValue && !b.HasValue && !old.Unique {
			b = old
		}
		return c.bind(b, k)
	})
}

// TextBinds returns the names of the bind parameters in a text(), in order of
// appearance, each once.
func TextBinds(sql string) []string {
	var out []string
	seen := map[string]bool{}
	splitText(sql, func(name string) string {
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
		return ""
	})
	return out
}

func wordRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// splitText rewrites the ":name" of a text: not after a colon, a word character
// or a backslash, and not followed by another colon. "\:word" loses its backslash.
func splitText(sql string, bind func(string) string) string {
	var b strings.Builder
	prev := rune(0)
	for i := 0; i < len(sql); {
		r, size := utf8.DecodeRuneInString(sql[i:])
		if r == '\\' && i+1 < len(sql) && sql[i+1] == ':' {
			if n := wordEnd(sql, i+2); unescapes(sql, n) {
				b.WriteString(sql[i+1 : n])
				i = n
				prev, _ = utf8.DecodeLastRuneInString(sql[:i])
				continue
			}
		}
		if r == ':' && prev != ':' && prev != '\\' && !wordRune(prev) {
			if n := wordEnd(sql, i+1); n > i+1 && (n >= len(sql) || sql[n] != ':') {
				b.WriteString(bind(sql[i+1 : n]))
				i = n
				prev, _ = utf8.DecodeLastRuneInString(sql[:i])
				continue
			}
		}
		b.WriteString(sql[i : i+size])
		prev = r
		i += size
	}
	return b.String()
}

func wordEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			break
		}
		i += size
	}
	return i
}

// unescapes reports whether an escaped colon and its word end at n, that is, are
// not followed by another colon.
func unescapes(s string, n int) bool { return n >= len(s) || s[n] != ':' }
