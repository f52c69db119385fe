package syntax

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// Limits of CPython's tokenizer.
const (
	maxParens    = 200 // open brackets
	maxIndents   = 100 // levels of indentation
	maxFStrings  = 149 // f-strings in f-strings
	maxFieldNest = 2   // replacement fields in format specifiers
	tabSize      = 8
)

// A scanner turns a source into tokens, all at once, so that the parser can
// look ahead and back. It stops at the first error.
type scanner struct {
	src      *Source
	text     []byte
	pos      int
	tokens   []token
	comments []Comment
	indents  []indent
	parens   []paren
	fstrings []*fstring
	lineOpen bool // a token was seen since the last NEWLINE
	err      *Error
	soft     bool // err is one that CPython forgets when the parser failed before
	unclosed bool // err is an open bracket at the end
}

// An indent is one level of indentation, with tabs to columns of eight and of
// one: the two must agree in how they order lines.
type indent struct{ col, alt int }

// A paren is an open bracket.
type paren struct {
	char byte
	at   int32
}

// scan tokenizes src. The last token is tEnd or tError.
func scan(src *Source) *scanner {
	s := &scanner{src: src, text: src.Text, indents: []indent{{}}}
	s.tokens = make([]token, 0, len(s.text)/4+8)
	s.run()
	return s
}

func (s *scanner) run() {
	for s.err == nil && s.startLine() {
		for s.err == nil && s.scanToken() {
		}
	}
	if s.err == nil {
		s.finish()
	}
	if s.err != nil {
		s.emit(tError, int(s.err.At.Start), int(s.err.At.Start))
	}
}

func (s *scanner) emit(kind tokenKind, start, end int) {
	s.tokens = append(s.tokens, token{kind, int32(start), int32(end)})
}

// fail stops the scanner with a SyntaxError.
func (s *scanner) fail(at int, format string, args ...any) {
	s.failKind("SyntaxError", at, format, args...)
}

func (s *scanner) failKind(kind string, at int, format string, args ...any) {
	if s.err == nil {
		s.err = &Error{Kind: kind, Msg: fmt.Sprintf(format, args...), At: Span{s.src, int32(at), int32(at)}}
	}
}

// failTo is fail with an end.
func (s *scanner) failTo(at, end int, format string, args ...any) {
	s.fail(at, format, args...)
	s.err.At.End = int32(end)
}

// softly marks the error as one that does not outweigh those of the parser.
func (s *scanner) softly(end endColumn) {
	s.soft, s.err.endColumn = true, end
}

// finish closes the last line and all blocks.
func (s *scanner) finish() {
	n := len(s.text)
	if len(s.parens) > 0 {
		p := s.parens[len(s.parens)-1]
		s.fail(int(p.at), "'%c' was never closed", p.char)
		s.soft, s.unclosed, s.err.endColumn = true, true, endZero
		return
	}
	if s.lineOpen {
		s.emit(tNewline, s.beforeComment(n), n)
	}
	for range s.indents[1:] {
		s.emit(tDedent, n, n)
	}
	s.emit(tEnd, n, n)
}

// peek returns the byte i after the current one, 0 at the end. Sources hold
// no null bytes.
func (s *scanner) peek(i int) byte {
	if s.pos+i < len(s.text) {
		return s.text[s.pos+i]
	}
	return 0
}

// scanToken scans one token inside a line. It returns false at the end of a
// logical line and at the end of the source.
func (s *scanner) scanToken() bool {
	if f := s.fstring(); f != nil && !f.inExpr {
		s.scanFString(f)
		return true
	}
	s.skipBlanks()
	if s.pos >= len(s.text) {
		return false
	}
	c := s.text[s.pos]
	switch {
	case c == '\n':
		return s.scanNewline()
	case c == '\\':
		s.scanContinuation()
		return true
	}
	s.lineOpen = true
	switch {
	case isIdentStart(c) || c >= utf8.RuneSelf:
		s.scanWord()
	case isDigit(c) || c == '.' && isDigit(s.peek(1)):
		s.scanNumber()
	case c == '"' || c == '\'':
		s.scanString(s.pos)
	default:
		s.scanOperator(c)
	}
	return true
}

// skipBlanks moves past spaces and a comment.
func (s *scanner) skipBlanks() {
	for s.pos < len(s.text) {
		switch s.text[s.pos] {
		case ' ', '\t', '\f':
			s.pos++
		case '#':
			s.scanComment()
		default:
			return
		}
	}
}

func (s *scanner) scanComment() {
	start := s.pos
	for s.pos < len(s.text) && s.text[s.pos] != '\n' {
		s.pos++
	}
	s.comments = append(s.comments, Comment{Span{s.src, int32(start), int32(s.pos)}})
}

// scanNewline ends the logical line, unless a bracket is open.
func (s *scanner) scanNewline() bool {
	start := s.pos
	s.pos++
	if len(s.parens) > 0 {
		return true
	}
	if s.lineOpen {
		s.emit(tNewline, s.beforeComment(start), s.pos)
		s.lineOpen = false
	}
	return false
}

// beforeComment returns the start of the comment that ends at end, or end: to
// CPython the comment belongs to the line end.
func (s *scanner) beforeComment(end int) int {
	if n := len(s.comments); n > 0 && int(s.comments[n-1].At.End) == end {
		return int(s.comments[n-1].At.Start)
	}
	return end
}

// scanContinuation joins a line to the next after a backslash.
func (s *scanner) scanContinuation() {
	if s.peek(1) != '\n' {
		if s.pos+1 >= len(s.text) {
			s.fail(s.pos+1, "unexpected EOF while parsing")
			s.softly(endMinusOne)
			return
		}
		s.fail(s.pos+1, "unexpected character after line continuation character")
		s.softly(endZero)
		return
	}
	s.pos += 2
	if s.pos >= len(s.text) {
		s.fail(s.pos-1, "unexpected EOF while parsing")
		s.softly(endMinusOne)
	}
}

func isIdentStart(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' }
func isDigit(c byte) bool      { return c >= '0' && c <= '9' }
func isIdentPart(c byte) bool  { return isIdentStart(c) || isDigit(c) || c >= utf8.RuneSelf }

// scanWord scans an identifier, a keyword, or a string with a prefix.
func (s *scanner) scanWord() {
	start, ascii := s.pos, true
	for s.pos < len(s.text) && isIdentPart(s.text[s.pos]) {
		ascii = ascii && s.text[s.pos] < utf8.RuneSelf
		s.pos++
	}
	word := s.text[start:s.pos]
	if c := s.peek(0); (c == '"' || c == '\'') && s.stringPrefix(start, word) {
		return
	}
	if !ascii {
		s.checkIdentifier(start)
		s.emit(tName, start, s.pos)
		return
	}
	s.emit(keyword(word), start, s.pos)
}

// checkIdentifier refuses characters that no identifier may hold.
func (s *scanner) checkIdentifier(start int) {
	for i := start; i < s.pos; {
		r, n := utf8.DecodeRune(s.text[i:])
		if !identRune(r, i == start) {
			if unicode.IsPrint(r) {
				s.fail(i, "invalid character '%c' (U+%04X)", r, r)
			} else {
				s.fail(i, "invalid non-printable character U+%04X", r)
			}
			return
		}
		i += n
	}
}

// scanOperator scans operators and brackets.
func (s *scanner) scanOperator(c byte) {
	start := s.pos
	if s.fieldPunctuation(c) {
		return
	}
	b, d := s.peek(1), s.peek(2)
	if kind := threeChars(c, b, d); kind != tOther {
		s.pos += 3
		s.emit(kind, start, s.pos)
		return
	}
	if kind := twoChars(c, b); kind != tOther {
		s.pos += 2
		s.emit(kind, start, s.pos)
		return
	}
	if c < ' ' || c == 0x7f {
		s.fail(start, "invalid non-printable character U+%04X", c)
		return
	}
	switch c {
	case '(', '[', '{':
		s.open(c)
	case ')', ']', '}':
		s.close(c)
	default:
		s.pos++
		s.emit(oneChar(c), start, s.pos)
	}
}

// open pushes a bracket.
func (s *scanner) open(c byte) {
	if len(s.parens) >= maxParens {
		s.fail(s.pos, "too many nested parentheses")
		return
	}
	s.parens = append(s.parens, paren{c, int32(s.pos)})
	s.pos++
	s.emit(oneChar(c), s.pos-1, s.pos)
}

// close pops a bracket, which must be of the same shape.
func (s *scanner) close(c byte) {
	f := s.fstring()
	if f != nil && c == '}' && len(f.fields) == 0 {
		s.fail(s.pos, "%c-string: single '}' is not allowed", f.kind)
		return
	}
	if len(s.parens) == 0 {
		s.fail(s.pos, "unmatched '%c'", c)
		return
	}
	p := s.parens[len(s.parens)-1]
	if p.char != map[byte]byte{')': '(', ']': '[', '}': '{'}[c] {
		s.mismatch(f, p, c)
		return
	}
	s.parens = s.parens[:len(s.parens)-1]
	s.pos++
	s.emit(oneChar(c), s.pos-1, s.pos)
	if f != nil && c == '}' && len(s.parens) == f.fields[len(f.fields)-1]-1 {
		f.fields = f.fields[:len(f.fields)-1]
		f.inExpr, f.inSpec = false, false
	}
}

func (s *scanner) mismatch(f *fstring, p paren, c byte) {
	if f != nil && p.char == '{' && f.atField(s) {
		s.fail(s.pos, "%c-string: unmatched '%c'", f.kind, c)
		return
	}
	here, there := s.src.Position(int32(s.pos)).Line, s.src.Position(p.at).Line
	if here != there {
		s.fail(s.pos, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, p.char, there)
		return
	}
	s.fail(s.pos, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, p.char)
}
