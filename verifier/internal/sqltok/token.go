package sqltok

import (
	"strings"
)

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // a keyword or a bare name
	Quoted             // a name in quotes, Text holds it without them
	String             // a string literal, Text holds it with its quotes
	Number             // a number, as written
	Symbol             // an operator or punctuation
	Param              // ?, ?1, :a, @a, $1
)

// A Token is one lexical unit. Lower is Text in lower case for words and quoted
// names, and Text itself for everything else. Start and End are byte offsets
// into the text that was cut.
type Token struct {
	Kind       Kind
	Text       string
	Lower      string
	Start, End int
}

// Is reports whether the token is the bare word (given in lower case) or the symbol.
func (t Token) Is(s string) bool {
	return (t.Kind == Word || t.Kind == Symbol) && t.Lower == s
}

// Named reports whether the token can name an object.
func (t Token) Named() bool { return t.Kind == Word || t.Kind == Quoted }

// Cut returns the tokens of text without blanks and comments. MySQL's
// backquotes and SQL Server's brackets count as quotes, as they do in SQLite;
// a bracket after a name or another bracket is an array subscript.
func Cut(text string) []Token {
	out := make([]Token, 0, len(text)/5+4)
	for i := 0; i < len(text); {
		j, kind := next(text, i)
		if kind != skipped {
			out = append(out, newToken(text, i, j, kind))
		}
		i = j
	}
	return out
}

const skipped = Kind(255)

func newToken(text string, i, j int, kind Kind) Token {
	t := Token{Kind: kind, Text: text[i:j], Start: i, End: j}
	switch kind {
	case Word:
		t.Lower = strings.ToLower(t.Text)
	case Quoted:
		t.Text = unquote(t.Text)
		t.Lower = strings.ToLower(t.Text)
	default:
		t.Lower = t.Text
	}
	return t
}

// next finds the end of the token, blank or comment that starts at i.
func next(s string, i int) (int, Kind) {
	c := s[i]
	switch {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f':
		j := i + 1
		for j < len(s) && strings.IndexByte(" \t\n\r\f", s[j]) >= 0 {
			j++
		}
		return j, skipped
	case c == '-' && strings.HasPrefix(s[i:], "--"):
		if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
			return i + n + 1, skipped
		}
		return len(s), skipped
	case c == '/' && strings.HasPrefix(s[i:], "/*"):
		if n := strings.Index(s[i+2:], "*/"); n >= 0 {
			return i + n + 4, skipped
		}
		return len(s), skipped
	case c == '\'':
		return quoted(s, i, '\''), String
	case (c == 'e' || c == 'E' || c == 'x' || c == 'X' || c == 'b' || c == 'B') && i+1 < len(s) && s[i+1] == '\'':
		return quoted(s, i+1, '\''), String
	case c == '"' || c == '`':
		return quoted(s, i, c), Quoted
	case c == '[':
		return bracket(s, i)
	case c == '$' && i+1 < len(s) && (s[i+1] == '$' || wordByte(s[i+1]) && !digit(s[i+1])):
		return dollar(s, i)
	case digit(c) || c == '.' && i+1 < len(s) && digit(s[i+1]):
		return number(s, i), Number
	case wordByte(c):
		j := i + 1
		for j < len(s) && (wordByte(s[j]) || s[j] == '$') {
			j++
		}
		return j, Word
	case c == '?' || (c == ':' || c == '@' || c == '$') && i+1 < len(s) && wordByte(s[i+1]) && (i == 0 || s[i-1] != ':'):
		j := i + 1
		for j < len(s) && wordByte(s[j]) {
			j++
		}
		return j, Param
	}
	return symbol(s, i), Symbol
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func wordByte(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || digit(c) || c >= 0x80
}

// quoted returns the end of the quoted text that starts at i; a doubled quote stays inside.
func quoted(s string, i int, q byte) int {
	for j := i + 1; j < len(s); j++ {
		if s[j] != q {
			continue
		}
		if j+1 < len(s) && s[j+1] == q {
			j++
			continue
		}
		return j + 1
	}
	return len(s)
}

func bracket(s string, i int) (int, Kind) {
	if n := strings.IndexByte(s[i:], ']'); n > 1 && (wordByte(s[i+1]) || s[i+1] == ' ') && !digit(s[i+1]) {
		before := strings.TrimRight(s[:i], " ")
		if before == "" || !wordByte(before[len(before)-1]) && before[len(before)-1] != ']' {
			return i + n + 1, Quoted
		}
	}
	return i + 1, Symbol
}

// dollar reads PostgreSQL's $tag$ … $tag$.
func dollar(s string, i int) (int, Kind) {
	n := strings.IndexByte(s[i+1:], '$')
	if n < 0 || strings.ContainsAny(s[i+1:i+1+n], " \n\t'\"();,") {
		return i + 1, Symbol
	}
	tag := s[i : i+n+2]
	if end := strings.Index(s[i+len(tag):], tag); end >= 0 {
		return i + len(tag) + end + len(tag), String
	}
	return len(s), String
}

func number(s string, i int) int {
	j := i
	for j < len(s) && (wordByte(s[j]) || s[j] == '.' || (s[j] == '+' || s[j] == '-') && (s[j-1] == 'e' || s[j-1] == 'E') && !strings.HasPrefix(s[i:], "0x")) {
		j++
	}
	return j
}

func symbol(s string, i int) int {
	for _, op := range [...]string{"->>", "#>>", "||", "<=", ">=", "<>", "!=", "==", "::", "<<", ">>", "->", "#>", "@>", "<@", "&&", "~*", "!~"} {
		if strings.HasPrefix(s[i:], op) {
			return i + len(op)
		}
	}
	return i + 1
}

// unquote takes the quotes off a quoted name.
func unquote(s string) string {
	if len(s) < 2 {
		return s
	}
	q := s[0]
	if q == '[' {
		return strings.TrimSuffix(s[1:], "]")
	}
	s = strings.TrimSuffix(s[1:], string(q))
	return strings.ReplaceAll(s, string([]byte{q, q}), string(q))
}
