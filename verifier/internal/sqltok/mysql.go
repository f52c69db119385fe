package sqltok

import "strings"

// MySQL cuts text as MySQL and MariaDB read it: a backslash escapes inside of
// quotes, double quotes hold text, # begins a remark, a remark that begins with
// /*! is none, @ begins a variable. Literals get the spelling of the standard
// (Text is 'it”s' for "it's" and for 'it\'s'), so that Unliteral reads them.
func MySQL(text string) []Token {
	out := make([]Token, 0, len(text)/5+4)
	for i := 0; i < len(text); {
		j, kind := nextMySQL(text, i)
		switch kind {
		case skipped:
		case String:
			out = append(out, Token{Kind: String, Text: standard(text[i:j]), Start: i, End: j})
			out[len(out)-1].Lower = out[len(out)-1].Text
		default:
			out = append(out, newToken(text, i, j, kind))
		}
		i = j
	}
	return out
}

// For is the lexer of a dialect.
func For(dialect string) func(string) []Token {
	if dialect == "mysql" || dialect == "mariadb" {
		return MySQL
	}
	return Cut
}

func nextMySQL(s string, i int) (int, Kind) {
	c := s[i]
	switch {
	case c == '-' && strings.HasPrefix(s[i:], "--"):
		if i+2 < len(s) && s[i+2] > ' ' {
			return i + 1, Symbol
		}
		return next(s, i)
	case c == '#':
		if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
			return i + n + 1, skipped
		}
		return len(s), skipped
	case strings.HasPrefix(s[i:], "/*!") || strings.HasPrefix(s[i:], "/*M!"):
		j := i + strings.IndexByte(s[i:], '!') + 1
		for j < len(s) && digit(s[j]) {
			j++
		}
		return j, skipped
	case strings.HasPrefix(s[i:], "*/"): // of a remark that was none
		return i + 2, skipped
	case c == '\'' || c == '"':
		return escaped(s, i), String
	case strings.IndexByte("xXbBnN", c) >= 0 && i+1 < len(s) && s[i+1] == '\'':
		return escaped(s, i+1), String
	case c == '@':
		j := i + 1
		for j < len(s) && (wordByte(s[j]) || s[j] == '@' || s[j] == '.' || s[j] == '$') {
			j++
		}
		return j, Symbol
	case c == '?':
		return i + 1, Param
	case c == ':' || c == '[' || c == '$' && (i+1 == len(s) || !wordByte(s[i+1])):
		if strings.HasPrefix(s[i:], ":=") {
			return i + 2, Symbol
		}
		return i + 1, Symbol
	case c == '$':
		j := i + 1
		for j < len(s) && (wordByte(s[j]) || s[j] == '$') {
			j++
		}
		return j, Word
	case strings.HasPrefix(s[i:], "<=>"):
		return i + 3, Symbol
	}
	return next(s, i)
}

// escaped returns the end of the literal whose quote stands at i.
func escaped(s string, i int) int {
	q := s[i]
	for j := i + 1; j < len(s); j++ {
		switch {
		case s[j] == '\\':
			j++
		case s[j] == q && j+1 < len(s) && s[j+1] == q:
			j++
		case s[j] == q:
			return j + 1
		}
	}
	return len(s)
}

// standard spells a literal with single quotes, doubled inside.
func standard(s string) string {
	at := strings.IndexAny(s, `'"`)
	prefix, q, body := s[:at], s[at], s[at+1:]
	if prefix != "" {
		return s
	}
	if body != "" && body[len(body)-1] == q {
		body = body[:len(body)-1]
	}
	var b strings.Builder
	b.WriteByte('\'')
	for i := 0; i < len(body); i++ {
		c := body[i]
		switch {
		case c == '\\' && i+1 < len(body):
			i++
			b.WriteString(unescape(body[i]))
			continue
		case c == q && i+1 < len(body) && body[i+1] == q:
			i++
		}
		if c == '\'' {
			b.WriteByte('\'')
		}
		b.WriteByte(c)
	}
	b.WriteByte('\'')
	return b.String()
}

// unescape is what a backslash and c stand for, in a literal of the standard.
// Why the backslash stays before % and _: so it does in MySQL, for LIKE.
func unescape(c byte) string {
	switch c {
	case 'n':
		return "\n"
	case 't':
		return "\t"
	case 'r':
		return "\r"
	case 'b':
		return "\b"
	case '0':
		return "\x00"
	case 'Z':
		return "\x1a"
	case '%', '_':
		return `\` + string(c)
	case '\'':
		return "''"
	}
	return string(c)
}
