package syntax

import "strings"

func (p *parser) importStmt() Stmt {
	start := p.i
	p.next()
	if p.kind() == tNewline {
		p.raise(p.here(), "Expected one or more names after 'import'")
	}
	n := &Import{}
	for ok := true; ok; ok = p.got(tComma) {
		at := p.i
		a := &Alias{Name: p.dottedName()}
		p.asName(a)
		a.At = p.since(at)
		n.Names = append(n.Names, a)
	}
	if p.kind() == kwFrom {
		p.importThenFrom(start)
	}
	n.At = p.since(start)
	return n
}

func (p *parser) asName(a *Alias) {
	if !p.got(kwAs) {
		return
	}
	p.importTarget()
	a.Asname = p.name()
}

func (p *parser) dottedName() string {
	name := p.name()
	if p.kind() != tDot {
		return name
	}
	var b strings.Builder
	b.WriteString(name)
	for p.got(tDot) {
		b.WriteByte('.')
		b.WriteString(p.name())
	}
	return b.String()
}

func (p *parser) importFrom() Stmt {
	start := p.i
	p.next()
	n := &ImportFrom{}
	for {
		if p.got(tDot) {
			n.Level++
		} else if p.got(tEllipsis) {
			n.Level += 3
		} else {
			break
		}
	}
	if n.Level == 0 || p.kind() != kwImport {
		n.Module = p.dottedName()
	}
	p.want(kwImport)
	p.importedNames(n)
	n.At = p.since(start)
	if n.Level == 0 && n.Module == "__future__" {
		for _, a := range n.Names {
			p.flufl = p.flufl || a.Name == "barry_as_FLUFL"
		}
	}
	return n
}

func (p *parser) importedNames(n *ImportFrom) {
	open := p.i
	switch {
	case p.kind() == tStar:
		p.next()
		a := &Alias{Name: "*"}
		a.At = p.since(open)
		n.Names = []*Alias{a}
		return
	case p.kind() == tNewline:
		p.raise(p.here(), "Expected one or more names after 'import'")
		return
	}
	parens := p.got(tLParen)
	for {
		at := p.i
		a := &Alias{Name: p.name()}
		p.asName(a)
		a.At = p.since(at)
		n.Names = append(n.Names, a)
		if !p.got(tComma) || parens && p.kind() == tRParen {
			break
		}
		if !parens && p.kind() == tNewline {
			p.raise(p.here(), "trailing comma not allowed without surrounding parentheses")
		}
	}
	if parens {
		p.want(tRParen)
	}
}
