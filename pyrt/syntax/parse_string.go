package syntax

import (
	"bytes"
	"unicode/utf8"
)

// strings reads adjacent strings, which are one.
func (p *parser) strings() Expr {
	start := p.i
	var parts []Expr
	var kinds [4]bool // str, bytes, f-string, t-string
	for p.err == nil {
		if p.kind() == tString {
			c := p.plainString()
			if _, ok := c.Value.([]byte); ok {
				kinds[1] = true
			} else {
				kinds[0] = true
			}
			parts = append(parts, c)
		} else if p.kind() == tFStart {
			e := p.formatted()
			if _, ok := e.(*TemplateStr); ok {
				kinds[3] = true
			} else {
				kinds[2] = true
			}
			parts = append(parts, e)
		} else {
			break
		}
	}
	if p.err != nil || len(parts) == 0 {
		return p.bad()
	}
	at := p.since(start)
	switch {
	case kinds[3] && (kinds[0] || kinds[1] || kinds[2]):
		p.raise(at, "cannot mix t-string literals with string or bytes literals")
	case kinds[1] && (kinds[0] || kinds[2]):
		p.raise(p.here(), "cannot mix bytes and nonbytes literals")
	}
	switch {
	case p.err != nil:
		return p.bad()
	case len(parts) == 1:
		return parts[0]
	case kinds[2]:
		n := &JoinedStr{Values: joinParts(parts)}
		n.At = at
		return n
	case kinds[3]:
		n := &TemplateStr{Values: joinParts(parts)}
		n.At = at
		return n
	}
	return joinConstants(parts, at)
}

// joinConstants makes one constant of adjacent str or bytes literals.
func joinConstants(parts []Expr, at Span) Expr {
	n := &Constant{Kind: parts[0].(*Constant).Kind}
	n.At = at
	var buf []byte
	isBytes := false
	for _, part := range parts {
		switch v := part.(*Constant).Value.(type) {
		case string:
			buf = append(buf, v...)
		case []byte:
			buf, isBytes = append(buf, v...), true
		}
	}
	if isBytes {
		n.Value = buf
		return n
	}
	n.Value = string(buf)
	return n
}

// joinParts flattens f-strings and merges the text between their fields.
func joinParts(parts []Expr) []Expr {
	var flat []Expr
	for _, part := range parts {
		switch e := part.(type) {
		case *JoinedStr:
			flat = append(flat, e.Values...)
		case *TemplateStr:
			flat = append(flat, e.Values...)
		default:
			flat = append(flat, e)
		}
	}
	return mergeText(flat)
}

// mergeText merges adjacent constants and leaves out empty ones.
func mergeText(parts []Expr) []Expr {
	var out []Expr
	for i := 0; i < len(parts); {
		first, ok := parts[i].(*Constant)
		if !ok {
			out = append(out, parts[i])
			i++
			continue
		}
		j := i + 1
		for j < len(parts) {
			if _, ok := parts[j].(*Constant); !ok {
				break
			}
			j++
		}
		c := first
		if j > i+1 {
			c = joinConstants(parts[i:j], first.At.To(parts[j-1].Span())).(*Constant)
		}
		if s, _ := c.Value.(string); s != "" {
			out = append(out, c)
		}
		i = j
	}
	return out
}

// plainString reads one string token.
func (p *parser) plainString() *Constant {
	n := p.slabs.constants.new()
	n.At = p.here()
	t := p.next()
	l := splitLiteral(p.text[t.start:t.end])
	n.Kind = l.kind
	at := Span{p.src, t.start, t.end}
	if l.bytes {
		n.Value = p.decodeBytes(l, at)
	} else {
		n.Value = p.decodeText(l.body, l.raw, at)
	}
	return n
}

func (p *parser) decodeBytes(l literal, at Span) []byte {
	for _, c := range l.body {
		if c >= utf8.RuneSelf {
			p.raise(at, "bytes can only contain ASCII literal characters")
			return nil
		}
	}
	if l.raw || bytes.IndexByte(l.body, '\\') < 0 {
		return bytes.Clone(l.body)
	}
	out, err := unescapeBytes(l.body)
	if err != "" {
		p.raise(at, "%s", err)
	}
	return out
}

func (p *parser) decodeText(body []byte, raw bool, at Span) string {
	if raw || bytes.IndexByte(body, '\\') < 0 {
		return string(body)
	}
	out, err := unescapeText(body)
	if err != "" {
		p.raise(at, "%s", err)
	}
	return out
}
