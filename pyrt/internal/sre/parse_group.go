package sre

import (
	"strconv"
	"strings"
	"unicode"
)

// group reads (…) after its parenthesis.
func (p *parser) group(here int, flags *Flags, first bool) (node, error) {
	if !p.accept('?') {
		return p.capture(here, "", *flags)
	}
	if !p.more() {
		return nil, p.fail(p.pos, "unexpected end of pattern")
	}
	c := p.src[p.pos]
	p.pos++
	switch c {
	case 'P':
		return p.groupP(here, *flags)
	case ':':
		body, err := p.until(here, *flags)
		return group{0, body}, err
	case '#':
		for p.more() && p.peek() != ')' {
			p.pos++
		}
		if !p.accept(')') {
			return nil, p.fail(here, "missing ), unterminated comment")
		}
		return nil, nil
	case '=', '!', '<':
		return p.look(here, c, *flags)
	case '(':
		return p.condition(here, *flags)
	case '>':
		body, err := p.until(here, *flags)
		return atomic{body}, err
	}
	if strings.ContainsRune("iLmsuxa-", c) {
		return p.inline(here, c, flags, first)
	}
	return nil, p.fail(here+1, "unknown extension ?%c", c)
}

// until reads the body of a group and its closing parenthesis.
func (p *parser) until(here int, flags Flags) (node, error) {
	body, err := p.alternatives(flags, false)
	if err != nil {
		return nil, err
	}
	if !p.accept(')') {
		return nil, p.fail(here, "missing ), unterminated subpattern")
	}
	return body, nil
}

func (p *parser) capture(here int, name string, flags Flags) (node, error) {
	p.groups++
	n := p.groups
	if name != "" {
		p.names[name] = n
		p.order = append(p.order, name)
	}
	p.open[n] = true
	body, err := p.until(here, flags)
	if err != nil {
		return nil, err
	}
	delete(p.open, n)
	lo, hi := width(body, p.widths)
	p.widths[n] = [2]int{lo, hi}
	return group{n, body}, nil
}

// name reads a group name up to its terminator.
func (p *parser) name(terminator rune) (string, int, error) {
	start := p.pos
	for p.more() && p.peek() != terminator {
		p.pos++
	}
	text := string(p.src[start:p.pos])
	if !p.more() {
		if text == "" {
			return "", start, p.fail(start, "missing group name")
		}
		return "", start, p.fail(start, "missing %c, unterminated name", terminator)
	}
	if text == "" {
		return "", start, p.fail(start, "missing group name")
	}
	p.pos++
	return text, start, nil
}

func isIdentifier(s string, ascii bool) bool {
	for i, r := range s {
		if r >= 128 && ascii {
			return false
		}
		if r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || i > 0 && (unicode.IsDigit(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Pc)) {
			continue
		}
		return false
	}
	return s != ""
}

func (p *parser) checkName(name string, at int) error {
	if !isIdentifier(name, p.bytes) {
		return p.fail(at, "bad character in group name %s", quote(name, p.bytes))
	}
	return nil
}

func quote(s string, bytes bool) string {
	q := "'" + s + "'"
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		q = `"` + s + `"`
	}
	if bytes {
		q = "b" + q
	}
	return q
}

// groupP reads (?P<name>…) and (?P=name).
func (p *parser) groupP(here int, flags Flags) (node, error) {
	switch {
	case p.accept('<'):
		name, at, err := p.name('>')
		if err != nil {
			return nil, err
		}
		if err := p.checkName(name, at); err != nil {
			return nil, err
		}
		if n, ok := p.names[name]; ok {
			return nil, p.fail(at, "redefinition of group name %s as group %d; was group %d", quote(name, false), p.groups+1, n)
		}
		return p.capture(here, name, flags)
	case p.accept('='):
		name, at, err := p.name(')')
		if err != nil {
			return nil, err
		}
		if err := p.checkName(name, at); err != nil {
			return nil, err
		}
		n, ok := p.names[name]
		if !ok {
			return nil, p.fail(at, "unknown group name %s", quote(name, false))
		}
		if p.open[n] {
			return nil, p.fail(at, "cannot refer to an open group")
		}
		if p.behind > 0 && n >= p.behind {
			return nil, p.fail(p.pos, "cannot refer to group defined in the same lookbehind subpattern")
		}
		return backref{n, flags}, nil
	case !p.more():
		return nil, p.fail(p.pos, "unexpected end of pattern")
	}
	return nil, p.fail(here+1, "unknown extension ?P%c", p.peek())
}

// look reads look-around assertions.
func (p *parser) look(here int, c rune, flags Flags) (node, error) {
	n := look{}
	if c == '<' {
		if !p.more() {
			return nil, p.fail(p.pos, "unexpected end of pattern")
		}
		c = p.src[p.pos]
		p.pos++
		if c != '=' && c != '!' {
			return nil, p.fail(here+1, "unknown extension ?<%c", c)
		}
		n.behind = true
	}
	n.negate = c == '!'
	saved := p.behind
	if n.behind && p.behind == 0 {
		p.behind = p.groups + 1
	}
	body, err := p.until(here, flags)
	p.behind = saved
	if err != nil {
		return nil, err
	}
	n.body = body
	if n.behind {
		lo, hi := width(body, p.widths)
		if lo != hi {
			return nil, &Error{Msg: "look-behind requires fixed-width pattern", Pos: -1}
		}
		n.width = lo
	}
	return n, nil
}

// condition reads (?(id)yes|no).
func (p *parser) condition(here int, flags Flags) (node, error) {
	name, at, err := p.name(')')
	if err != nil {
		return nil, err
	}
	index, isNum := 0, true
	for _, r := range name {
		isNum = isNum && r >= '0' && r <= '9'
	}
	if isNum {
		if index, err = strconv.Atoi(name); err != nil || index >= 1<<30 {
			return nil, p.fail(at, "invalid group reference %s", name)
		}
		if index == 0 {
			return nil, p.fail(at, "bad group number")
		}
		p.condRefs = append(p.condRefs, condRef{index, at})
	} else {
		if err := p.checkName(name, at); err != nil {
			return nil, err
		}
		n, ok := p.names[name]
		if !ok {
			return nil, p.fail(at, "unknown group name %s", quote(name, p.bytes))
		}
		index = n
	}
	if p.behind > 0 && index >= p.behind {
		return nil, p.fail(p.pos, "cannot refer to group defined in the same lookbehind subpattern")
	}
	c := conditional{index: index}
	if c.yes, err = p.items(&flags, false); err != nil {
		return nil, err
	}
	if p.accept('|') {
		if c.no, err = p.items(&flags, false); err != nil {
			return nil, err
		}
		if p.peek() == '|' {
			return nil, p.fail(p.pos, "conditional backref with more than two branches")
		}
	}
	if !p.accept(')') {
		return nil, p.fail(here, "missing ), unterminated subpattern")
	}
	return c, nil
}

var flagLetters = map[rune]Flags{'i': IgnoreCase, 'L': Locale, 'm': Multiline, 's': DotAll, 'u': Unicode, 'x': Verbose, 'a': ASCII}

const typeFlags = ASCII | Locale | Unicode

// inline reads (?flags) and (?flags-flags:…).
func (p *parser) inline(here int, c rune, flags *Flags, first bool) (node, error) {
	var on, off Flags
	if c != '-' {
		for {
			f := flagLetters[c]
			switch {
			case p.bytes && c == 'u':
				return nil, p.fail(p.pos, "bad inline flags: cannot use 'u' flag with a bytes pattern")
			case !p.bytes && c == 'L':
				return nil, p.fail(p.pos, "bad inline flags: cannot use 'L' flag with a str pattern")
			}
			on |= f
			if f&typeFlags != 0 && on&typeFlags != f {
				return nil, p.fail(p.pos, "bad inline flags: flags 'a', 'u' and 'L' are incompatible")
			}
			if !p.more() {
				return nil, p.fail(p.pos, "missing -, : or )")
			}
			c = p.src[p.pos]
			p.pos++
			if c == ')' || c == '-' || c == ':' {
				break
			}
			if _, ok := flagLetters[c]; !ok {
				return nil, p.fail(p.pos-1, "%s", badFlag(c, "missing -, : or )"))
			}
		}
	}
	if c == ')' {
		if !first {
			return nil, p.fail(here, "global flags not at the start of the expression")
		}
		restart := on&Verbose != 0 && p.flags&Verbose == 0
		p.flags |= on
		*flags |= on
		if restart {
			return nil, errVerbose
		}
		return nil, nil
	}
	if on&(Debug) != 0 {
		return nil, p.fail(p.pos, "bad inline flags: cannot turn on global flag")
	}
	if c == '-' {
		var err error
		if off, err = p.inlineOff(on); err != nil {
			return nil, err
		}
	}
	inner := *flags
	if on&typeFlags != 0 {
		inner &^= typeFlags
	}
	body, err := p.until(here, inner&^off|on)
	return group{0, body}, err
}

func badFlag(c rune, missing string) string {
	if isLetter(c) {
		return "unknown flag"
	}
	return missing
}

func (p *parser) inlineOff(on Flags) (Flags, error) {
	var off Flags
	if !p.more() {
		return 0, p.fail(p.pos, "missing flag")
	}
	c := p.src[p.pos]
	p.pos++
	if _, ok := flagLetters[c]; !ok {
		return 0, p.fail(p.pos-1, "%s", badFlag(c, "missing flag"))
	}
	for {
		f := flagLetters[c]
		if f&typeFlags != 0 {
			return 0, p.fail(p.pos, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
		}
		off |= f
		if !p.more() {
			return 0, p.fail(p.pos, "missing :")
		}
		c = p.src[p.pos]
		p.pos++
		if c == ':' {
			break
		}
		if _, ok := flagLetters[c]; !ok {
			return 0, p.fail(p.pos-1, "%s", badFlag(c, "missing :"))
		}
	}
	if on&off != 0 {
		return 0, p.fail(p.pos-1, "bad inline flags: flag turned on and off")
	}
	return off, nil
}
