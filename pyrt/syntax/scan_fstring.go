package syntax

// An fstring is an f-string or t-string that is being scanned.
type fstring struct {
	start  int
	kind   byte // 'f' or 't'
	quote  byte
	size   int // 1 or 3
	raw    bool
	fields []int // bracket depth inside each open replacement field
	inExpr bool  // in the expression of the last field, not in text
	inSpec bool  // in the format specifier of the last field
}

// fstring returns the innermost f-string, or nil.
func (s *scanner) fstring() *fstring {
	if len(s.fstrings) == 0 {
		return nil
	}
	return s.fstrings[len(s.fstrings)-1]
}

// atField tells whether no bracket is open inside the innermost field.
func (f *fstring) atField(s *scanner) bool {
	return f.inExpr && len(f.fields) > 0 && len(s.parens) == f.fields[len(f.fields)-1]
}

// startFString scans prefix and quote.
func (s *scanner) startFString(start int, kind byte, raw bool) {
	if len(s.fstrings) >= maxFStrings {
		s.fail(start, "too many nested f-strings or t-strings")
		return
	}
	f := &fstring{start: start, kind: kind, quote: s.text[s.pos], size: 1, raw: raw}
	if s.peek(1) == f.quote && s.peek(2) == f.quote {
		f.size = 3
	}
	s.pos += f.size
	s.fstrings = append(s.fstrings, f)
	s.emit(tFStart, start, s.pos)
}

// scanFString scans text up to a field, the end of the string, or the end of
// a format specifier.
func (s *scanner) scanFString(f *fstring) {
	start := s.pos
	middle := func(end int) {
		if end > start {
			s.emit(tFMiddle, start, end)
		}
	}
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		switch {
		case c == f.quote && s.atQuote(f):
			middle(s.pos)
			s.pos += f.size
			s.emit(tFEnd, s.pos-f.size, s.pos)
			s.fstrings = s.fstrings[:len(s.fstrings)-1]
			s.dropFields(f)
			return
		case c == '\n' && f.size == 1:
			s.fstringNewline(f)
			return
		case c == '\n' && f.inSpec:
			middle(s.pos)
			f.inExpr, f.inSpec = true, false
			return
		case c == '{' && (s.peek(1) != '{' || f.inSpec):
			middle(s.pos)
			s.openField(f)
			return
		case c == '{':
			s.pos += 2
			s.emit(tFMiddle, start, s.pos)
			return
		case c == '}' && s.peek(1) == '}' && !f.inSpec && len(f.fields) == 0:
			s.pos += 2
			s.emit(tFMiddle, start, s.pos)
			return
		case c == '}':
			middle(s.pos)
			f.inExpr = true
			s.scanOperator(c)
			return
		case c == '\\':
			s.fstringEscape(f)
		default:
			s.pos++
		}
	}
	s.fstringEnd(f)
}

func (s *scanner) atQuote(f *fstring) bool {
	return f.size == 1 || s.peek(1) == f.quote && s.peek(2) == f.quote
}

// dropFields closes the brackets of fields that the string left open.
func (s *scanner) dropFields(f *fstring) {
	if len(f.fields) > 0 {
		s.parens = s.parens[:f.fields[0]-1]
		f.fields = nil
	}
}

// fstringEscape moves past a backslash and what it escapes. A brace is never
// escaped, except that of a character name.
func (s *scanner) fstringEscape(f *fstring) {
	s.pos++
	switch s.peek(0) {
	case '{', '}', 0:
		return
	case 'N':
		s.pos++
		if f.raw || s.peek(0) != '{' {
			return
		}
		for s.pos < len(s.text) && s.text[s.pos] != '}' {
			if c := s.text[s.pos]; c == '\n' && f.size == 1 || c == f.quote && s.atQuote(f) {
				return
			}
			s.pos++
		}
		if s.pos < len(s.text) {
			s.pos++
		}
	default:
		s.pos++
	}
}

// openField starts the expression of a replacement field.
func (s *scanner) openField(f *fstring) {
	if len(f.fields) > maxFieldNest {
		s.fail(s.pos-1, "%c-string: expressions nested too deeply", f.kind)
		return
	}
	s.open('{')
	f.fields = append(f.fields, len(s.parens))
	f.inExpr, f.inSpec = true, false
}

// fieldPunctuation handles the colon that starts a format specifier.
func (s *scanner) fieldPunctuation(c byte) bool {
	f := s.fstring()
	if f == nil || c != ':' || !f.atField(s) {
		return false
	}
	s.pos++
	s.emit(tColon, s.pos-1, s.pos)
	f.inExpr, f.inSpec = false, true
	return true
}

func (s *scanner) fstringNewline(f *fstring) {
	if f.inSpec {
		s.fail(s.pos, "%c-string: newlines are not allowed in format specifiers for single quoted %c-strings", f.kind, f.kind)
		return
	}
	s.fstringEnd(f)
}

func (s *scanner) fstringEnd(f *fstring) {
	end := min(s.pos, max(len(s.text)-1, 0))
	line := s.src.Position(int32(end)).Line
	if f.size == 3 {
		s.fail(f.start, "unterminated triple-quoted %c-string literal (detected at line %d)", f.kind, line)
		return
	}
	s.fail(f.start, "unterminated %c-string literal (detected at line %d)", f.kind, line)
}
