package syntax

// startLine reads the indentation of the next line that holds code and opens
// or closes blocks. It returns false at the end of the source. Inside brackets
// or an f-string there are no logical lines and it does nothing.
func (s *scanner) startLine() bool {
	for {
		at, ok := s.readIndent()
		if s.pos >= len(s.text) {
			return false
		}
		switch s.text[s.pos] {
		case '#':
			s.scanComment()
			if s.pos < len(s.text) {
				s.pos++
			}
			continue
		case '\n':
			s.pos++
			continue
		}
		if ok {
			s.changeIndent(at)
		}
		return s.err == nil
	}
}

// readIndent measures blanks at the start of a line. A backslash joins the
// line to the next; then the first indentation counts. ok is false after an
// error.
func (s *scanner) readIndent() (at indent, ok bool) {
	var joined *indent
	for ; s.pos < len(s.text); s.pos++ {
		switch s.text[s.pos] {
		case ' ':
			at.col++
			at.alt++
		case '\t':
			at.col = (at.col/tabSize + 1) * tabSize
			at.alt++
		case '\f':
			at = indent{}
		case '\\':
			if s.peek(1) != '\n' {
				return s.joinedIndent(joined, at), true
			}
			if joined == nil && at.col > 0 {
				first := at
				joined = &first
			}
			s.pos++
			if s.pos+1 >= len(s.text) {
				s.fail(s.pos, "unexpected EOF while parsing")
				s.softly(endZero)
				return at, false
			}
			at = indent{}
		default:
			return s.joinedIndent(joined, at), true
		}
	}
	return at, true
}

func (s *scanner) joinedIndent(joined *indent, at indent) indent {
	if joined != nil {
		return *joined
	}
	return at
}

// changeIndent emits INDENT or DEDENT tokens for a line that starts at at.
func (s *scanner) changeIndent(at indent) {
	top := s.indents[len(s.indents)-1]
	switch {
	case at.col == top.col:
		if at.alt != top.alt {
			s.tabError()
		}
	case at.col > top.col:
		if len(s.indents) >= maxIndents {
			s.failKind("IndentationError", s.pos, "too many levels of indentation")
			s.softly(endZero)
			return
		}
		if at.alt <= top.alt {
			s.tabError()
			return
		}
		s.indents = append(s.indents, at)
		s.emit(tIndent, s.lineStart(), s.pos)
	default:
		s.dedent(at)
	}
}

func (s *scanner) dedent(at indent) {
	for len(s.indents) > 1 && at.col < s.indents[len(s.indents)-1].col {
		s.indents = s.indents[:len(s.indents)-1]
		s.emit(tDedent, s.pos, s.pos)
	}
	top := s.indents[len(s.indents)-1]
	if at.col != top.col {
		end := s.lineEnd()
		s.failKind("IndentationError", end, "unindent does not match any outer indentation level")
		s.softly(endMinusOne)
		return
	}
	if at.alt != top.alt {
		s.tabError()
	}
}

func (s *scanner) tabError() {
	s.failKind("TabError", s.lineStart(), "inconsistent use of tabs and spaces in indentation")
	s.softly(endZero)
}

func (s *scanner) lineStart() int {
	i := s.pos
	for i > 0 && s.text[i-1] != '\n' {
		i--
	}
	return i
}

func (s *scanner) lineEnd() int {
	i := s.pos
	for i < len(s.text) && s.text[i] != '\n' {
		i++
	}
	return i
}
