package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxNesting bounds the recursion of the parser as CPython does, which counts
// the rules that it is in. maxHeight bounds trees that grow to the left without
// recursion (a.b.c, a+b+c): CPython's limit there is its C stack.
const (
	maxNesting  = 5966
	maxHeight   = 20000
	bracketCost = 19 // rules between one bracket and the next, roughly
)

// A parser reads tokens by recursive descent. After an error it stands at the
// last token, which no rule accepts, so that every loop ends.
type parser struct {
	src   *Source
	text  []byte
	scan  *scanner
	toks  []token
	i     int // current token
	far   int // furthest token that was looked at
	seen  int // the same, tries included
	err   *Error
	depth int
	peak  int // height of the tallest chain read since it was last reset
	slabs slabs
	quiet int // more than zero while trying: the kind of error does not matter
	flufl bool
}

// Parse reads a whole source. The error is an [ErrorList].
func Parse(src *Source) (*File, error) {
	f, err := ParseTree(src)
	if err != nil {
		return nil, err
	}
	if err := check(f); err != nil {
		return nil, ErrorList{err}
	}
	return f, nil
}

// ParseTree reads a whole source and leaves out what CPython's compiler checks
// after its parser, as ast.parse does: the tree may hold a return outside a
// function.
func ParseTree(src *Source) (*File, error) {
	p := newParser(src)
	f := &File{Source: src, Comments: p.scan.comments}
	if err := p.file(f); err != nil {
		return nil, err
	}
	return f, nil
}

// file reads statements up to the end.
func (p *parser) file(f *File) error {
	for p.kind() != tEnd && p.err == nil {
		f.Body = append(f.Body, p.statement()...)
	}
	return p.finish()
}

// ParseExpr reads a source that is one expression, as Python's eval does. The
// error is an [ErrorList].
func ParseExpr(src *Source) (Expr, error) {
	p := newParser(src)
	e := p.expressions()
	for p.got(tNewline) {
	}
	if p.kind() != tEnd {
		p.fail()
	}
	if err := p.finish(); err != nil {
		if len(src.Text) == 0 && p.err != nil {
			p.err.exact = &exactPlace{} // there is no line to show
		}
		return nil, err
	}
	stmt := &ExprStmt{Value: e}
	stmt.At = e.Span()
	if err := check(&File{Source: src, Body: []Stmt{stmt}}); err != nil {
		return nil, ErrorList{err}
	}
	return e, nil
}

func newParser(src *Source) *parser {
	s := scan(src)
	return &parser{src: src, text: src.Text, scan: s, toks: s.tokens, slabs: slabsFor(s.tokens)}
}

// finish chooses between the error of the parser and that of the scanner,
// which may lie behind it: CPython reads the rest of the tokens, too.
func (p *parser) finish() error {
	if p.err == nil {
		return nil
	}
	if s := p.scan; s.err != nil && p.err != s.err {
		last := p.src.Position(p.toks[max(p.seen, p.far)].start).Line
		unclosed := s.unclosed && s.err.Lineno() < last
		general := p.err.Kind != "IndentationError" || strings.HasPrefix(p.err.Msg, "expected")
		if general && !p.inFString() && (!s.soft || unclosed) {
			return ErrorList{s.err}
		}
	}
	return ErrorList{p.err}
}

// inFString tells whether the scanner stopped inside an f-string.
func (p *parser) inFString() bool { return p.scan.fstring() != nil }

func (p *parser) kind() tokenKind {
	if p.i > p.far && p.err == nil {
		p.far = p.i
	}
	return p.toks[p.i].kind
}

// peek returns the kind of the token n after the current one.
func (p *parser) peek(n int) tokenKind {
	i := min(p.i+n, len(p.toks)-1)
	if i > p.far && p.err == nil {
		p.far = i
	}
	return p.toks[i].kind
}

// next returns the current token and moves on.
func (p *parser) next() token {
	t := p.toks[p.i]
	if p.i < len(p.toks)-1 {
		p.i++
	}
	return t
}

// got moves on if the current token is of kind k.
func (p *parser) got(k tokenKind) bool {
	if p.kind() != k || k == tEnd {
		return false
	}
	p.i++
	return true
}

// want is got, and a syntax error if there is another token.
func (p *parser) want(k tokenKind) {
	if !p.got(k) {
		p.fail()
	}
}

// word returns the text of the token n after the current one.
func (p *parser) word(n int) string {
	t := p.toks[min(p.i+n, len(p.toks)-1)]
	return string(p.text[t.start:t.end])
}

// isWord tells whether the current token is the soft keyword s.
func (p *parser) isWord(s string) bool {
	return p.kind() == tName && p.word(0) == s
}

// tokenSpan returns the span of the i-th token.
func (p *parser) tokenSpan(i int) Span {
	t := p.toks[i]
	return Span{p.src, t.start, t.end}
}

// here returns the span of the current token.
func (p *parser) here() Span { return p.tokenSpan(p.i) }

// since returns the span from the token numbered start to the last one read,
// line ends aside.
func (p *parser) since(start int) Span {
	i := p.i - 1
	for i > start && (p.toks[i].kind == tNewline || p.toks[i].kind == tIndent || p.toks[i].kind == tDedent) {
		i--
	}
	return Span{p.src, p.toks[start].start, p.toks[max(i, start)].end}
}

// stop keeps the first error and moves to the end.
func (p *parser) stop(err *Error) {
	if p.err == nil {
		p.err = err
	}
	p.i = len(p.toks) - 1
}

// raise stops with a SyntaxError of its own words.
func (p *parser) raise(at Span, format string, args ...any) {
	p.raiseKind("SyntaxError", at, format, args...)
}

func (p *parser) raiseKind(kind string, at Span, format string, args ...any) {
	if p.err != nil {
		return
	}
	if p.toks[p.far].kind == tError {
		p.stop(p.scan.err)
		return
	}
	if p.quiet > 0 {
		p.stop(&Error{Kind: kind, At: at})
		return
	}
	p.stop(&Error{Kind: kind, Msg: fmt.Sprintf(format, args...), At: at, exact: p.exact(at)})
}

// fail stops with the general error at the furthest token.
func (p *parser) fail() {
	if p.err != nil {
		return
	}
	p.failAt(max(p.i, p.far))
}

func (p *parser) failAt(i int) {
	switch p.toks[i].kind {
	case tError:
		p.stop(p.scan.err)
	case tIndent:
		p.raiseKind("IndentationError", p.tokenSpan(i), "unexpected indent")
	case tDedent:
		p.raiseKind("IndentationError", p.tokenSpan(i), "unexpected unindent")
	case tEnd:
		p.raise(p.tokenSpan(i), "invalid syntax")
		if p.err.exact != nil { // a place unknown to CPython
			p.err.exact.offset, p.err.exact.endOffset = 0, 0
		}
	default:
		p.raise(p.tokenSpan(i), "invalid syntax")
	}
}

// try runs f without keeping its error or what it read. It returns whether f
// succeeded and the number of the token behind.
func (p *parser) try(f func()) (end int, ok bool) {
	i, far, err, depth := p.i, p.far, p.err, p.depth
	p.quiet++
	f()
	p.quiet--
	end, ok = p.i, p.err == nil
	p.seen = max(p.seen, p.far)
	if p.toks[p.far].kind == tError { // CPython stops at once, even in a try
		far = p.far
	}
	p.i, p.far, p.err, p.depth = i, far, err, depth
	return end, ok
}

// exact returns the numbers that CPython gives where at is a token that has no
// text of its own: it points behind what it has read, and knows of no end. A
// line end is one column wide, and so is the comment before it.
func (p *parser) exact(at Span) *exactPlace {
	i := p.i
	if p.tokenSpan(i) != at {
		if i = p.far; p.tokenSpan(i) != at {
			return nil
		}
	}
	switch t := p.toks[i]; t.kind {
	case tNewline:
		from := t.start
		to := min(t.end, int32(len(p.text)))
		if to > from && p.text[to-1] == '\n' {
			to--
		}
		line := p.src.Position(from).Line
		return &exactPlace{line, p.src.runeOffset(from), line, p.src.runeOffset(to) + 1}
	case tIndent, tDedent:
		if int(t.end) == len(p.text) {
			return p.atEnd()
		}
		line := p.src.Position(t.end).Line
		return &exactPlace{line, p.src.runeOffset(t.end) - 1, line, -1}
	case tEnd:
		return p.atEnd()
	}
	return nil
}

// atEnd is the place behind the last line.
func (p *parser) atEnd() *exactPlace {
	line := p.src.Lines()
	return &exactPlace{line, utf8.RuneCount(p.src.Line(line)) + 1, line, -1}
}

// prefix finds how far f can read when what follows is left out, as a parser
// does that goes back to the last good place: the number of the token behind.
func (p *parser) prefix(start int, f func() Expr) (end int, ok bool) {
	end, ok = p.try(func() { p.i = start; f() })
	if ok || p.toks[p.far].kind == tError {
		return end, ok && p.toks[p.far].kind != tError
	}
	const most = 100
	toks, seen := p.toks, p.seen
	defer func() { p.toks, p.seen = toks, max(seen, p.seen) }()
	for end = min(p.seen, start+most, len(toks)-1); end > start; end-- {
		p.toks = append(append([]token{}, toks[:end]...), token{tEnd, toks[end].start, toks[end].start})
		p.seen = min(p.seen, end)
		far := p.far
		p.far = min(p.far, end)
		got, ok := p.try(func() { p.i = start; f() })
		p.far = far
		if ok && got == end {
			return end, true
		}
	}
	return start, false
}

// enter counts one level of nesting and refuses too many.
func (p *parser) enter(cost int) bool {
	p.depth += cost
	if p.depth > maxNesting {
		p.raiseKind("MemoryError", p.here(), "Parser stack overflowed - Python source too complex to parse")
		return false
	}
	return true
}

func (p *parser) leave(cost int) { p.depth -= cost }

// tall refuses trees that are too high.
func (p *parser) tall(height int) bool {
	if height > maxHeight {
		p.raiseKind("RecursionError", p.here(), "Stack overflow during compilation")
		return false
	}
	return true
}

// level tells whether the current token is inside brackets: the scanner gives
// no line ends there.
func (p *parser) brackets(i int) bool {
	depth := 0
	for ; i >= 0; i-- {
		switch p.toks[i].kind {
		case tLParen, tLBracket, tLBrace:
			depth++
		case tRParen, tRBracket, tRBrace:
			depth--
		case tNewline, tIndent, tDedent:
			return false
		}
		if depth > 0 {
			return true
		}
	}
	return false
}
