package sqlread

import (
	"fmt"
	"strings"
)

// maxDepth limits the nesting of expressions and queries.
const maxDepth = 150

// Parse reads all statements of a text. It never fails: what it cannot read is
// an *Unknown.
func Parse(text string, d Dialect) []Parsed {
	var out []Parsed
	for _, piece := range split(text, d) {
		p := newParser(text, piece.tokens, d)
		s := p.statement()
		if p.err == "" && !p.done() {
			p.failf("unexpected %s", p.describe())
		}
		if p.err != "" {
			s = &Unknown{Reason: p.err, Verb: piece.tokens[0].Value}
		}
		out = append(out, Parsed{Stmt: s, Start: piece.start, End: piece.end, Text: text[piece.start:piece.end], Binds: p.binds})
	}
	return out
}

// ParseExpr reads one expression; what it cannot read is an *Opaque.
func ParseExpr(text string, d Dialect) Expr {
	toks := Tokens(text, d)
	p := newParser(text, toks[:len(toks)-1], d)
	x := p.expr()
	if p.err != "" || !p.done() {
		return &Opaque{Text: strings.TrimSpace(text), Reason: p.err}
	}
	return x
}

// ParseType reads a type name; ok is false if it is none.
func ParseType(text string, d Dialect) (t TypeName, ok bool) {
	toks := Tokens(text, d)
	p := newParser(text, toks[:len(toks)-1], d)
	t = p.typeName()
	return t, p.err == "" && p.done()
}

// parser reads the tokens of one statement. After the first error it behaves
// as if the tokens had ended, so that every loop ends.
type parser struct {
	text  string
	toks  []Token
	pos   int
	d     Dialect
	err   string
	depth int
	binds int
}

func newParser(text string, toks []Token, d Dialect) *parser {
	return &parser{text: text, toks: toks, d: d}
}

func (p *parser) failf(format string, args ...any) {
	if p.err == "" {
		p.err = fmt.Sprintf(format, args...)
	}
}

func (p *parser) peekAt(n int) Token {
	if p.err != "" || p.pos+n >= len(p.toks) {
		return Token{Kind: EOF, Start: len(p.text), End: len(p.text)}
	}
	return p.toks[p.pos+n]
}

func (p *parser) peek() Token { return p.peekAt(0) }

func (p *parser) done() bool { return p.peek().Kind == EOF }

func (p *parser) next() Token {
	t := p.peek()
	if t.Kind != EOF {
		p.pos++
	}
	return t
}

func (p *parser) describe() string {
	t := p.peek()
	if t.Kind == EOF {
		return "end of statement"
	}
	if len(t.Text) > 40 {
		return fmt.Sprintf("%q", t.Text[:40])
	}
	return fmt.Sprintf("%q", t.Text)
}

// is reports whether the coming tokens are these keywords or marks.
func (p *parser) is(words ...string) bool {
	for i, w := range words {
		if !p.peekAt(i).is(w) {
			return false
		}
	}
	return true
}

// isAny reports whether the coming token is one of these.
func (p *parser) isAny(words ...string) bool {
	t := p.peek()
	for _, w := range words {
		if t.is(w) {
			return true
		}
	}
	return false
}

// accept consumes these keywords or marks if they come.
func (p *parser) accept(words ...string) bool {
	if !p.is(words...) {
		return false
	}
	p.pos += len(words)
	return true
}

func (p *parser) expect(words ...string) {
	for _, w := range words {
		if !p.accept(w) {
			p.failf("expected %s before %s", strings.ToUpper(w), p.describe())
		}
	}
}

// enter counts nesting; every enter has its leave.
func (p *parser) enter() bool {
	p.depth++
	if p.depth > maxDepth {
		p.failf("nested more than %d levels", maxDepth)
		return false
	}
	return true
}

func (p *parser) leave() { p.depth-- }

// ident reads an identifier, folded.
func (p *parser) ident() string {
	t := p.peek()
	switch t.Kind {
	case Word, Name:
		p.pos++
		return p.fold(t)
	case String:
		if p.d == SQLite || p.d.IsMySQL() {
			p.pos++
			return t.Value
		}
	}
	p.failf("expected a name before %s", p.describe())
	return ""
}

// fold gives the name as the catalogue keeps it. SQLite and MySQL keep the
// spelling of names but compare column names without case; we keep lower case
// for bare names, which agrees with SQLAlchemy's own names.
func (p *parser) fold(t Token) string {
	if t.Kind == Word {
		return t.Value
	}
	return t.Value
}

// qname reads a name with an optional schema (and drops a database before it).
func (p *parser) qname() QName {
	n := QName{Name: p.ident()}
	for p.is(".") && p.peekAt(1).Kind != EOF {
		p.pos++
		n = QName{Schema: n.Name, Name: p.ident()}
	}
	if p.d == PostgreSQL && n.Schema == "public" || p.d == SQLite && n.Schema == "main" {
		n.Schema = ""
	}
	return n
}

// names reads a parenthesized list of names.
func (p *parser) names() []string {
	var out []string
	p.expect("(")
	for !p.done() {
		out = append(out, p.ident())
		if !p.accept(",") {
			break
		}
	}
	p.expect(")")
	return out
}

// mark is a position to come back to.
type mark struct {
	pos, binds int
	err        string
}

func (p *parser) save() mark { return mark{p.pos, p.binds, p.err} }

func (p *parser) restore(m mark) { p.pos, p.binds, p.err = m.pos, m.binds, m.err }

// skipBalanced moves past one parenthesized group, whose "(" comes next, and
// returns its tokens without the parentheses.
func (p *parser) skipBalanced() []Token {
	if !p.is("(") {
		p.failf("expected ( before %s", p.describe())
		return nil
	}
	start, depth := p.pos+1, 0
	for {
		t := p.next()
		switch {
		case t.Kind == EOF:
			p.failf("unbalanced parentheses")
			return nil
		case t.is("("):
			depth++
		case t.is(")"):
			depth--
			if depth == 0 {
				return p.toks[start : p.pos-1]
			}
		}
	}
}

// rest takes all remaining tokens of the statement.
func (p *parser) rest() []Token {
	if p.err != "" {
		return nil
	}
	out := p.toks[p.pos:]
	p.pos = len(p.toks)
	return out
}

// until takes tokens up to one of the words at the outermost level.
func (p *parser) until(words ...string) []Token {
	start, depth := p.pos, 0
	for {
		t := p.peek()
		switch {
		case t.Kind == EOF:
			return p.toks[min(start, len(p.toks)):min(p.pos, len(p.toks))]
		case depth == 0 && p.isAny(words...):
			return p.toks[start:p.pos]
		case t.is("("), t.is("["):
			depth++
		case t.is(")"), t.is("]"):
			if depth == 0 {
				return p.toks[start:p.pos]
			}
			depth--
		}
		p.pos++
	}
}

// source is the text that tokens were written as.
func (p *parser) source(toks []Token) string {
	if len(toks) == 0 {
		return ""
	}
	return p.text[toks[0].Start:toks[len(toks)-1].End]
}

// canonFrom is the canonical text of the tokens from a position to here.
func (p *parser) canonFrom(start int) string {
	if start >= len(p.toks) || start >= p.pos {
		return ""
	}
	return Canon(p.toks[start:p.pos])
}
