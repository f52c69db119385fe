package sqlread

import (
	"strings"
)

// Kind is the kind of a token.
type Kind uint8

const (
	// EOF ends every list of tokens.
	EOF Kind = iota
	// Word is a bare identifier or a keyword.
	Word
	// Name is a quoted identifier.
	Name
	// String is a string literal of any spelling.
	String
	// Number is an unsigned numeric literal.
	Number
	// Param is a bind parameter: :name, %(name)s, %s, ?, $1.
	Param
	// Punct is an operator or a punctuation mark.
	Punct
	// Bad is a character or an open quote that the dialect does not have.
	Bad
)

// Token is one token of SQL. Start and End are byte offsets in the text.
type Token struct {
	Kind       Kind
	Text       string // as written
	Value      string // identifier or string without its quotes; lower case for a Word
	Start, End int
}

// is reports whether the token is the (lower case) keyword or mark.
func (t Token) is(s string) bool {
	return (t.Kind == Word || t.Kind == Punct) && t.Value == s
}

// Tokens reads all tokens of a text; comments are left out. The last token is
// always of kind EOF. It takes time linear in the text.
func Tokens(text string, d Dialect) []Token {
	l := lexer{text: text, d: d, out: make([]Token, 0, min(len(text)/4, usualTokens)+2)}
	for l.next() {
	}
	l.out = append(l.out, Token{Kind: EOF, Start: len(text), End: len(text)})
	return l.out
}

// usualTokens is for how many tokens there is room at once.
const usualTokens = 64

type lexer struct {
	text string
	d    Dialect
	pos  int
	out  []Token
}

func (l *lexer) emit(k Kind, value string, start int) {
	if k == String && l.continues(start) {
		last := &l.out[len(l.out)-1]
		last.Value += value
		last.End, last.Text = l.pos, l.text[last.Start:l.pos]
		return
	}
	l.out = append(l.out, Token{Kind: k, Text: l.text[start:l.pos], Value: value, Start: start, End: l.pos})
}

// continues tells that a literal goes on the one before it: in PostgreSQL where
// a newline is between them, in MySQL wherever two stand side by side.
func (l *lexer) continues(start int) bool {
	if len(l.out) == 0 || l.d == SQLite || l.text[start] != '\'' {
		return false
	}
	last := l.out[len(l.out)-1]
	gap := l.text[last.End:start]
	if last.Kind != String || !strings.HasSuffix(last.Text, "'") || strings.Trim(gap, " \t\r\n\f") != "" {
		return false
	}
	return strings.Contains(gap, "\n") || l.d.IsMySQL() && gap != ""
}

func (l *lexer) at(off int) byte {
	if l.pos+off < len(l.text) {
		return l.text[l.pos+off]
	}
	return 0
}

// next reads one token or skips a blank or comment; false at the end.
func (l *lexer) next() bool {
	if l.pos >= len(l.text) {
		return false
	}
	start, c := l.pos, l.text[l.pos]
	switch {
	case c <= ' ':
		l.pos++
	case c == '-' && l.at(1) == '-' && (!l.d.IsMySQL() || l.at(2) <= ' '), c == '#' && l.d.IsMySQL():
		l.skipLine()
	case c == '/' && l.at(1) == '*':
		l.skipComment()
	case c == '\'':
		l.quoted(start, '\'', String, l.d.IsMySQL())
	case c == '"':
		kind := Name
		if l.d.IsMySQL() {
			kind = String
		}
		l.quoted(start, '"', kind, l.d.IsMySQL())
	case c == '`' && l.d != PostgreSQL:
		l.quoted(start, '`', Name, false)
	case c == '[' && l.d == SQLite:
		l.bracketed(start)
	case c == '$' && l.d == PostgreSQL && l.dollar(start):
	case isDigit(c), c == '.' && isDigit(l.at(1)):
		l.number(start)
	case isNameStart(c):
		l.word(start)
	case l.param(start, c):
	default:
		l.punct(start)
	}
	return true
}

func (l *lexer) skipLine() {
	if i := strings.IndexByte(l.text[l.pos:], '\n'); i >= 0 {
		l.pos += i + 1
		return
	}
	l.pos = len(l.text)
}

// skipComment skips a block comment; only PostgreSQL nests them.
func (l *lexer) skipComment() {
	depth := 0
	for l.pos < len(l.text) {
		switch {
		case l.at(0) == '/' && l.at(1) == '*' && (depth == 0 || l.d == PostgreSQL):
			depth++
			l.pos += 2
		case l.at(0) == '*' && l.at(1) == '/':
			depth--
			l.pos += 2
			if depth == 0 {
				return
			}
		default:
			l.pos++
		}
	}
}

// quoted reads up to the closing quote; doubled quotes stand for one.
func (l *lexer) quoted(start int, q byte, kind Kind, backslash bool) {
	var b strings.Builder
	l.pos++
	for l.pos < len(l.text) {
		c := l.text[l.pos]
		switch {
		case c == q && l.at(1) == q:
			b.WriteByte(q)
			l.pos += 2
		case c == q:
			l.pos++
			l.emit(kind, b.String(), start)
			return
		case c == '\\' && backslash && l.pos+1 < len(l.text):
			l.pos++
			b.WriteString(unescape(l.text[l.pos]))
			l.pos++
		default:
			b.WriteByte(c)
			l.pos++
		}
	}
	l.emit(Bad, "open quote", start)
}

func unescape(c byte) string {
	switch c {
	case 'n':
		return "\n"
	case 't':
		return "\t"
	case 'r':
		return "\r"
	case '0':
		return "\x00"
	case '%', '_':
		return "\\" + string(c)
	}
	return string(rune(c))
}

func (l *lexer) bracketed(start int) {
	i := strings.IndexByte(l.text[l.pos:], ']')
	if i < 0 {
		l.pos = len(l.text)
		l.emit(Bad, "open bracket", start)
		return
	}
	value := l.text[l.pos+1 : l.pos+i]
	l.pos += i + 1
	l.emit(Name, value, start)
}

// dollar reads a dollar quote or a numbered parameter.
func (l *lexer) dollar(start int) bool {
	i := 1
	for i < len(l.text)-l.pos && (isNamePart(l.at(i)) && l.at(i) != '$') {
		i++
	}
	if l.at(i) == '$' && !isDigit(l.at(1)) {
		tag := l.text[l.pos : l.pos+i+1]
		body := l.pos + len(tag)
		j := strings.Index(l.text[body:], tag)
		if j < 0 {
			l.pos = len(l.text)
			l.emit(Bad, "open dollar quote", start)
			return true
		}
		l.pos = body + j + len(tag)
		l.emit(String, l.text[body:body+j], start)
		return true
	}
	if isDigit(l.at(1)) {
		l.pos++
		for isDigit(l.at(0)) {
			l.pos++
		}
		l.emit(Param, l.text[start+1:l.pos], start)
		return true
	}
	return false
}

func (l *lexer) number(start int) {
	if l.at(0) == '0' && (l.at(1) == 'x' || l.at(1) == 'X') {
		l.pos += 2
		for isNamePart(l.at(0)) {
			l.pos++
		}
		l.emit(Number, l.text[start:l.pos], start)
		return
	}
	for isDigit(l.at(0)) || l.at(0) == '_' && isDigit(l.at(1)) {
		l.pos++
	}
	if l.at(0) == '.' && l.at(1) != '.' {
		l.pos++
		for isDigit(l.at(0)) {
			l.pos++
		}
	}
	if c := l.at(0) | 0x20; c == 'e' {
		n := 1
		if l.at(1) == '+' || l.at(1) == '-' {
			n = 2
		}
		if isDigit(l.at(n)) {
			l.pos += n
			for isDigit(l.at(0)) {
				l.pos++
			}
		}
	}
	l.emit(Number, strings.ReplaceAll(l.text[start:l.pos], "_", ""), start)
}

// word reads a bare word, or a string with a prefix such as E'…'.
func (l *lexer) word(start int) {
	for l.pos < len(l.text) && isNamePart(l.text[l.pos]) {
		l.pos++
	}
	value := strings.ToLower(l.text[start:l.pos])
	if l.at(0) == '\'' {
		switch {
		case value == "e" && l.d == PostgreSQL:
			l.quoted(start, '\'', String, true)
			return
		case value == "n" || value == "b" || value == "x" || strings.HasPrefix(value, "_") && l.d.IsMySQL():
			l.quoted(start, '\'', String, l.d.IsMySQL())
			return
		}
	}
	l.emit(Word, value, start)
}

// param reads the bind parameters of the several styles.
func (l *lexer) param(start int, c byte) bool {
	switch {
	case c == ':' && isNameStart(l.at(1)) && (start == 0 || l.text[start-1] != ':'):
		l.pos++
		for isNamePart(l.at(0)) {
			l.pos++
		}
		l.emit(Param, l.text[start+1:l.pos], start)
		return true
	case c == '%' && l.at(1) == '(':
		end := strings.IndexByte(l.text[start:], ')')
		if end > 0 && start+end+1 < len(l.text) && l.text[start+end+1] == 's' {
			l.pos = start + end + 2
			l.emit(Param, l.text[start+2:start+end], start)
			return true
		}
	case c == '%' && l.at(1) == 's' && !isNamePart(l.at(2)):
		l.pos += 2
		l.emit(Param, "", start)
		return true
	case c == '?' && l.d != PostgreSQL:
		l.pos++
		l.emit(Param, "", start)
		return true
	}
	return false
}

// marks are the operators of more than one character, longest first.
var marks = [...]string{
	"->>", "#>>", "!~*", "<=>", "!~~",
	"::", "<=", ">=", "<>", "!=", "||", "->", "#>", "@>", "<@", "&&", "?|", "?&", ":=", "=>", "~*", "!~", "~~", "<<", ">>", "#-", "@@", "-|", "==", "..",
}

func (l *lexer) punct(start int) {
	for _, m := range marks {
		if strings.HasPrefix(l.text[start:], m) {
			l.pos += len(m)
			l.emit(Punct, m, start)
			return
		}
	}
	l.pos++
	l.emit(Punct, l.text[start:l.pos], start)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isNameStart(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c >= 0x80
}

func isNamePart(c byte) bool { return isNameStart(c) || isDigit(c) || c == '$' }
