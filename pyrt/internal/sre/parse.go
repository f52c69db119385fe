package sre

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// A parser reads one pattern.
type parser struct {
	src      []rune
	pos      int
	bytes    bool
	flags    Flags // global ones, as they become known
	names    map[string]int
	order    []string
	groups   int
	open     map[int]bool
	widths   map[int][2]int
	behind   int // index of the first group of the look-behind being read; 0: none
	depth    int
	condRefs []condRef
	lookup   func(name string) (rune, bool)
}

type condRef struct{ index, pos int }

// maxDepth bounds the nesting of groups.
const maxDepth = 200

// Names finds characters by Unicode name, for \N{…}.
type Names func(name string) (rune, bool)

func (p *parser) fail(pos int, format string, a ...any) error {
	return &Error{Msg: fmt.Sprintf(format, a...), Pos: pos}
}

func (p *parser) more() bool { return p.pos < len(p.src) }

func (p *parser) peek() rune {
	if p.more() {
		return p.src[p.pos]
	}
	return -1
}

func (p *parser) accept(r rune) bool {
	if p.peek() == r {
		p.pos++
		return true
	}
	return false
}

// alternatives reads branches up to a closing parenthesis or the end.
func (p *parser) alternatives(flags Flags, first bool) (node, error) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, p.fail(p.pos, "pattern nested too deeply")
	}
	var all branch
	for {
		item, err := p.items(&flags, first && len(all) == 0)
		if err != nil {
			return nil, err
		}
		all = append(all, item)
		if !p.accept('|') {
			break
		}
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return all, nil
}

// items reads one branch.
func (p *parser) items(flags *Flags, first bool) (node, error) {
	var seq sequence
	for p.more() {
		r := p.peek()
		if r == '|' || r == ')' {
			break
		}
		if *flags&Verbose != 0 {
			if unicode.IsSpace(r) && r < 128 {
				p.pos++
				continue
			}
			if r == '#' {
				for p.more() && p.peek() != '\n' {
					p.pos++
				}
				continue
			}
		}
		if isRepeat(r) || r == '{' {
			done, err := p.repeats(&seq)
			if err != nil {
				return nil, err
			}
			if done {
				continue
			}
		}
		n, err := p.item(flags, first && len(seq) == 0)
		if err != nil {
			return nil, err
		}
		if n != nil {
			seq = append(seq, n)
		}
	}
	return seq, nil
}

func isRepeat(r rune) bool { return r == '*' || r == '+' || r == '?' }

// repeats reads a quantifier and applies it to the last item; false when a
// brace is a literal.
func (p *parser) repeats(seq *sequence) (bool, error) {
	here := p.pos
	lo, hi := 0, infinite
	switch p.src[p.pos] {
	case '*':
		p.pos++
	case '+':
		lo = 1
		p.pos++
	case '?':
		hi = 1
		p.pos++
	case '{':
		ok, err := p.braces(&lo, &hi)
		if err != nil || !ok {
			return false, err
		}
	}
	if len(*seq) == 0 {
		return false, p.fail(here, "nothing to repeat")
	}
	last := (*seq)[len(*seq)-1]
	switch last.(type) {
	case assertAt:
		return false, p.fail(here, "nothing to repeat")
	case repeat:
		return false, p.fail(here, "multiple repeat")
	}
	if g, ok := last.(group); ok && g.index == 0 {
		if r, ok := g.body.(sequence); ok && len(r) == 1 {
			last = r
		}
	}
	rep := repeat{body: last, min: lo, max: hi}
	if p.accept('?') {
		rep.mode = '?'
	} else if p.accept('+') {
		rep.mode = '+'
	}
	(*seq)[len(*seq)-1] = rep
	return true, nil
}

// braces reads {n}, {n,}, {,m} or {n,m}; anything else is a literal brace.
func (p *parser) braces(lo, hi *int) (bool, error) {
	start := p.pos
	p.pos++
	if p.peek() == '}' {
		p.pos = start
		return false, nil
	}
	digits := func() string {
		i := p.pos
		for p.peek() >= '0' && p.peek() <= '9' {
			p.pos++
		}
		return string(p.src[i:p.pos])
	}
	a := digits()
	b := a
	if p.accept(',') {
		b = digits()
	} else if a == "" {
		p.pos = start
		return false, nil
	}
	if !p.accept('}') {
		p.pos = start
		return false, nil
	}
	for _, part := range []struct {
		text string
		to   *int
	}{{a, lo}, {b, hi}} {
		if part.text == "" {
			continue
		}
		n, err := strconv.Atoi(part.text)
		if err != nil || n >= 1<<32-1 {
			return false, &Error{Msg: "the repetition number is too large", Pos: -1, Overflow: true}
		}
		*part.to = min(n, infinite)
	}
	if *hi < *lo {
		return false, p.fail(start+1, "min repeat greater than max repeat")
	}
	return true, nil
}

// item reads one element that is not a quantifier.
func (p *parser) item(flags *Flags, first bool) (node, error) {
	here := p.pos
	r := p.src[p.pos]
	p.pos++
	switch r {
	case '.':
		return anyChar{*flags&DotAll != 0}, nil
	case '^':
		if *flags&Multiline != 0 {
			return assertAt{kind: opLineStart}, nil
		}
		return assertAt{kind: opTextStart}, nil
	case '$':
		if *flags&Multiline != 0 {
			return assertAt{kind: opLineEnd}, nil
		}
		return assertAt{kind: opTextEndOrNewline}, nil
	case '[':
		return p.class(here, *flags)
	case '(':
		return p.group(here, flags, first)
	case '\\':
		return p.escape(here, *flags)
	}
	return literal{r, *flags}, nil
}

// class reads [...] after its bracket.
func (p *parser) class(here int, flags Flags) (node, error) {
	s := &set{ascii: flags&ASCII != 0 || p.bytes}
	s.negate = p.accept('^')
	start := p.pos
	for {
		if !p.more() {
			return nil, p.fail(here, "unterminated character set")
		}
		at := p.pos
		if p.peek() == ']' && p.pos != start {
			p.pos++
			break
		}
		lo, cls, err := p.classItem(flags)
		if err != nil {
			return nil, err
		}
		if p.peek() != '-' {
			s.add(lo, cls)
			continue
		}
		p.pos++
		if !p.more() {
			return nil, p.fail(here, "unterminated character set")
		}
		if p.peek() == ']' {
			p.pos++
			s.add(lo, cls)
			s.addRange('-', '-')
			break
		}
		hi, cls2, err := p.classItem(flags)
		if err != nil {
			return nil, err
		}
		if cls != 0 || cls2 != 0 || hi < lo {
			return nil, p.fail(at, "bad character range %s", string(p.src[at:p.pos]))
		}
		s.addRange(lo, hi)
	}
	s.prepare(flags&IgnoreCase != 0)
	return class{s, flags}, nil
}

func (s *set) add(r rune, cls byte) {
	if cls != 0 {
		s.classes = append(s.classes, cls)
		return
	}
	s.addRange(r, r)
}

// classItem reads one character or category of a set.
func (p *parser) classItem(flags Flags) (rune, byte, error) {
	at := p.pos
	r := p.src[p.pos]
	p.pos++
	if r != '\\' {
		return r, 0, nil
	}
	if !p.more() {
		return 0, 0, p.fail(at, "bad escape (end of pattern)")
	}
	c := p.src[p.pos]
	if strings.ContainsRune("dDsSwW", c) {
		p.pos++
		return 0, byte(c), nil
	}
	if c == 'b' {
		p.pos++
		return '\b', 0, nil
	}
	if c >= '0' && c <= '7' {
		v, err := p.octal(at, 3)
		return v, 0, err
	}
	if c == '8' || c == '9' {
		return 0, 0, p.fail(at, "bad escape \\%c", c)
	}
	v, ok, err := p.charEscape(at)
	if err != nil || ok {
		return v, 0, err
	}
	p.pos++
	if isLetter(c) {
		return 0, 0, p.fail(at, "bad escape \\%c", c)
	}
	return c, 0, nil
}

func isLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// octal reads up to n octal digits.
func (p *parser) octal(at, n int) (rune, error) {
	v := rune(0)
	i := 0
	for ; i < n && p.peek() >= '0' && p.peek() <= '7'; i++ {
		v = v*8 + p.peek() - '0'
		p.pos++
	}
	if v > 0o377 {
		return 0, p.fail(at, "octal escape value %s outside of range 0-0o377", string(p.src[at:p.pos]))
	}
	return v, nil
}

// charEscape reads the escapes that name one character; p.pos is after the
// backslash. ok is false when it is none of them.
func (p *parser) charEscape(at int) (rune, bool, error) {
	c := p.src[p.pos]
	if i := strings.IndexRune("aftnrv\\", c); i >= 0 {
		p.pos++
		return []rune("\a\f\t\n\r\v\\")[i], true, nil
	}
	n := 0
	switch {
	case c == 'x':
		n = 2
	case c == 'u' && !p.bytes:
		n = 4
	case c == 'U' && !p.bytes:
		n = 8
	case c == 'N' && !p.bytes:
		return p.named(at)
	default:
		return 0, false, nil
	}
	p.pos++
	start := p.pos
	for p.pos < start+n && p.more() && strings.ContainsRune("0123456789abcdefABCDEF", p.peek()) {
		p.pos++
	}
	text := string(p.src[start:p.pos])
	if len(text) != n {
		return 0, false, p.fail(at, "incomplete escape \\%c%s", c, text)
	}
	v, _ := strconv.ParseUint(text, 16, 32)
	if v > 0x10ffff {
		return 0, false, p.fail(at, "bad escape \\%c%s", c, text)
	}
	return rune(v), true, nil
}

func (p *parser) named(at int) (rune, bool, error) {
	p.pos++
	if !p.accept('{') {
		return 0, false, p.fail(p.pos, "missing {")
	}
	start := p.pos
	for p.more() && p.peek() != '}' {
		p.pos++
	}
	name := string(p.src[start:p.pos])
	if name == "" {
		return 0, false, p.fail(start, "missing character name")
	}
	if !p.accept('}') {
		return 0, false, p.fail(start, "missing }, unterminated name")
	}
	if p.lookup != nil {
		if r, ok := p.lookup(name); ok {
			return r, true, nil
		}
	}
	return 0, false, p.fail(at, "undefined character name '%s'", name)
}

// escape reads an escape outside sets.
func (p *parser) escape(at int, flags Flags) (node, error) {
	if !p.more() {
		return nil, p.fail(at, "bad escape (end of pattern)")
	}
	ascii := flags&ASCII != 0 || p.bytes
	c := p.src[p.pos]
	switch c {
	case 'A':
		p.pos++
		return assertAt{kind: opTextStart}, nil
	case 'Z', 'z':
		p.pos++
		return assertAt{kind: opTextEnd}, nil
	case 'b':
		p.pos++
		return assertAt{opWordBoundary, ascii}, nil
	case 'B':
		p.pos++
		return assertAt{opNotWordBoundary, ascii}, nil
	case 'd', 'D', 's', 'S', 'w', 'W':
		p.pos++
		s := &set{classes: []byte{byte(c)}, ascii: ascii}
		s.prepare(false)
		return class{s, flags &^ IgnoreCase}, nil
	}
	if c >= '0' && c <= '9' {
		return p.numeric(at, flags)
	}
	v, ok, err := p.charEscape(at)
	if err != nil {
		return nil, err
	}
	if ok {
		return literal{v, flags}, nil
	}
	p.pos++
	if isLetter(c) {
		return nil, p.fail(at, "bad escape \\%c", c)
	}
	return literal{c, flags}, nil
}

// numeric reads \0…, octal escapes and group references.
func (p *parser) numeric(at int, flags Flags) (node, error) {
	c := p.src[p.pos]
	if c == '0' {
		v, err := p.octal(at, 3)
		return literal{v, flags}, err
	}
	end := p.pos + 1
	if end < len(p.src) && p.src[end] >= '0' && p.src[end] <= '9' {
		if c <= '7' && p.src[end] <= '7' && end+1 < len(p.src) && p.src[end+1] >= '0' && p.src[end+1] <= '7' {
			v, err := p.octal(at, 3)
			return literal{v, flags}, err
		}
		end++
	}
	text := string(p.src[p.pos:end])
	p.pos = end
	n, _ := strconv.Atoi(text)
	return p.reference(n, text, at+1, p.pos, flags)
}

// reference makes a back reference after checking it.
func (p *parser) reference(n int, text string, at, end int, flags Flags) (node, error) {
	if n > p.groups {
		return nil, p.fail(at, "invalid group reference %s", text)
	}
	if p.open[n] {
		return nil, p.fail(at-1, "cannot refer to an open group")
	}
	if p.behind > 0 && n >= p.behind {
		return nil, p.fail(end, "cannot refer to group defined in the same lookbehind subpattern")
	}
	return backref{n, flags}, nil
}
