package syntax

import (
	"bytes"
	"strings"
)

// formatted reads one f-string or t-string.
func (p *parser) formatted() Expr {
	start := p.i
	head := p.next()
	prefix := bytes.ToLower(bytes.TrimRight(p.text[head.start:head.end], `"'`))
	f := &formatter{p: p, start: start, raw: bytes.IndexByte(prefix, 'r') >= 0, template: bytes.IndexByte(prefix, 't') >= 0}
	values := mergeText(f.parts(tFEnd))
	if !p.got(tFEnd) {
		if p.kind() == tRBrace {
			p.raise(p.here(), "%s: single '}' is not allowed", f.name())
		}
		p.fail()
	}
	if f.template {
		n := &TemplateStr{Values: values}
		n.At = p.since(start)
		return n
	}
	n := &JoinedStr{Values: values}
	n.At = p.since(start)
	return n
}

// A formatter reads the inside of one f-string or t-string.
type formatter struct {
	p             *parser
	start         int
	raw, template bool
}

// name is what messages call the string.
func (f *formatter) name() string {
	if f.template {
		return "t-string"
	}
	return "f-string"
}

// stringKind tells what kind of string encloses the token i.
func (p *parser) stringKind(i int) string {
	depth := 0
	for ; i >= 0; i-- {
		switch p.toks[i].kind {
		case tFEnd:
			depth++
		case tFStart:
			if depth == 0 {
				if strings.ContainsAny(p.tokenSpan(i).Text(), "tT") {
					return "t-string"
				}
				return "f-string"
			}
			depth--
		}
	}
	return "f-string"
}

// parts reads text and fields.
func (f *formatter) parts(end tokenKind) []Expr {
	p := f.p
	var out []Expr
	for p.err == nil {
		switch p.kind() {
		case tFMiddle:
			c := &Constant{}
			c.At = p.here()
			t := p.next()
			text := p.text[t.start:t.end]
			if bytes.HasSuffix(text, []byte("{{")) || bytes.HasSuffix(text, []byte("}}")) {
				text = text[:len(text)-1]
			}
			c.Value = p.decodeText(text, f.raw, p.here())
			out = append(out, c)
		case tLBrace:
			out = append(out, f.field(end == tFEnd)...)
		default:
			return out
		}
	}
	return out
}

// field reads one replacement field. With = it gives the source text, too.
func (f *formatter) field(top bool) []Expr {
	p := f.p
	start := p.i
	p.next()
	f.needExpression()
	value := f.value()
	textEnd := p.here().Start
	debug := p.got(tEqual)
	if p.err == nil {
		f.afterValue(debug)
	}
	conv := f.conversion()
	debugEnd := p.here().Start
	if conv != NoConversion {
		debugEnd = p.toks[p.i-2].start
	}
	var spec *JoinedStr
	if colon := p.i; p.got(tColon) {
		spec = &JoinedStr{Values: mergeText(f.parts(tRBrace))}
		spec.At = Span{p.src, p.toks[colon].start, p.here().Start}
	}
	if p.err == nil && !p.got(tRBrace) {
		f.needBrace(debug, conv, spec != nil)
	}
	if p.err != nil {
		return nil
	}
	from := p.toks[start].end
	if debug && conv == NoConversion && spec == nil {
		conv = ConvertRepr
	}
	var field Expr
	if f.template && top {
		if !debug {
			textEnd = debugEnd
		}
		text := strings.TrimRight(stripComments(p.text[from:textEnd]), " \t\n\f")
		n := &Interpolation{Value: value, Str: text, Conversion: conv, FormatSpec: spec}
		n.At = p.since(start)
		field = n
	} else {
		n := &FormattedValue{Value: value, Conversion: conv, FormatSpec: spec}
		n.At = p.since(start)
		field = n
	}
	if !debug {
		return []Expr{field}
	}
	c := &Constant{Value: stripComments(p.text[from:debugEnd])}
	c.At = Span{p.src, from, debugEnd}
	return []Expr{c, field}
}

// value reads the expression of a field. Where it goes wrong CPython tells
// what it misses behind the part that is right.
func (f *formatter) value() Expr {
	p := f.p
	start := p.i
	if p.quiet > 0 || p.err != nil {
		return p.yieldOrStars()
	}
	e := p.yieldOrStars()
	if p.err == nil || p.err.Msg != "invalid syntax" {
		return e
	}
	p.err, p.i = nil, start
	end, ok := p.prefix(start, p.yieldOrStars)
	p.far = p.i
	if !ok {
		p.raise(p.here(), "%s: expecting a valid expression after '{'", f.name())
		return e
	}
	p.i = end
	p.far = end
	switch p.kind() {
	case tExclam, tColon, tRBrace, tEqual:
		p.fail()
	default:
		p.raise(p.here(), "%s: expecting '=', or '!', or ':', or '}'", f.name())
	}
	return e
}

// conversion reads `!r`.
func (f *formatter) conversion() Conversion {
	p := f.p
	if p.kind() != tExclam {
		return NoConversion
	}
	bang := p.next()
	if p.kind() != tName || p.here().Start != bang.end {
		f.badConversion(bang)
		return NoConversion
	}
	at := p.here()
	switch name := p.name(); name {
	case "s", "r", "a":
		return Conversion(name[0])
	default:
		p.raise(at, "%s: invalid conversion character '%s': expected 's', 'r', or 'a'", f.name(), name)
		return NoConversion
	}
}

func (f *formatter) badConversion(bang token) {
	p := f.p
	switch k := p.kind(); {
	case k == tColon || k == tRBrace:
		p.raise(p.here(), "%s: missing conversion character", f.name())
	case k == tName:
		p.raise(Span{p.src, bang.start, p.here().Start}, "%s: conversion type must come right after the exclamation mark", f.name())
	case k == tError:
		p.fail()
	default:
		p.raise(p.here(), "%s: invalid conversion character", f.name())
	}
}

// needExpression reports a field without expression.
func (f *formatter) needExpression() {
	p := f.p
	switch k := p.kind(); k {
	case tEqual, tExclam, tColon, tRBrace:
		sign := p.tokenSpan(p.i).Text()
		p.raise(p.here(), "%s: valid expression required before '%s'", f.name(), sign)
	case tError:
		p.fail()
	default:
		if !startsExpr(k) && k != tStar && k != kwYield {
			p.raise(p.here(), "%s: expecting a valid expression after '{'", f.name())
		}
	}
}

// afterValue checks what follows the expression and an = behind it.
func (f *formatter) afterValue(debug bool) {
	p := f.p
	switch p.kind() {
	case tExclam, tColon, tRBrace:
		return
	case tError:
		p.fail()
		return
	}
	if debug {
		p.raise(p.here(), "%s: expecting '!', or ':', or '}'", f.name())
		return
	}
	p.raise(p.here(), "%s: expecting '=', or '!', or ':', or '}'", f.name())
}

func (f *formatter) needBrace(debug bool, conv Conversion, spec bool) {
	p := f.p
	switch {
	case p.kind() == tError:
		p.fail()
	case spec:
		p.raise(p.here(), "%s: expecting '}', or format specs", f.name())
	case conv != NoConversion:
		p.raise(p.here(), "%s: expecting ':' or '}'", f.name())
	default:
		p.raise(p.here(), "%s: expecting '}'", f.name())
	}
}

// stripComments leaves the comments out of the text of an expression.
func stripComments(text []byte) string {
	if bytes.IndexByte(text, '#') < 0 {
		return string(text)
	}
	var out []byte
	quote := byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case quote == 0 && c == '#':
			for i < len(text) && text[i] != '\n' {
				i++
			}
			i--
			continue
		}
		out = append(out, text[i])
	}
	return string(out)
}
