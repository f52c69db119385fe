package syntax

import "bytes"

// stringPrefix scans a string after word if that is a prefix of strings. It
// returns false when it is none.
func (s *scanner) stringPrefix(start int, word []byte) bool {
	if len(word) > 3 {
		return false
	}
	var seen [128]bool
	for _, c := range word {
		c |= 0x20
		if c >= 128 || !bytes.ContainsRune([]byte("brutf"), rune(c)) || seen[c] {
			return false
		}
		seen[c] = true
	}
	for _, pair := range []string{"ub", "ur", "uf", "ut", "bf", "bt", "ft"} {
		if seen[pair[0]] && seen[pair[1]] {
			s.failTo(start, s.pos, "'%c' and '%c' prefixes are incompatible", pair[0], pair[1])
			return true
		}
	}
	switch {
	case seen['f']:
		s.startFString(start, 'f', seen['r'])
	case seen['t']:
		s.startFString(start, 't', seen['r'])
	default:
		s.scanString(start)
	}
	return true
}

// scanString scans a plain string; s.pos is at its quote.
func (s *scanner) scanString(start int) {
	quote := s.text[s.pos]
	first := s.pos
	if s.peek(1) == quote && s.peek(2) == quote {
		s.pos += 3
		s.scanLongString(start, first, quote)
		return
	}
	s.pos++
	escaped := false
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; c {
		case quote:
			s.pos++
			s.emit(tString, start, s.pos)
			return
		case '\n':
			s.unterminated(start, first, 1, escaped)
			return
		case '\\':
			s.pos++
			escaped = escaped || s.peek(0) == quote
			if s.pos < len(s.text) {
				s.pos++
			}
		default:
			s.pos++
		}
	}
	s.unterminated(start, first, 1, escaped)
}

func (s *scanner) scanLongString(start, first int, quote byte) {
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == quote && s.peek(1) == quote && s.peek(2) == quote:
			s.pos += 3
			s.emit(tString, start, s.pos)
			return
		case c == '\\' && s.pos+1 < len(s.text):
			s.pos += 2
		default:
			s.pos++
		}
	}
	s.unterminated(start, first, 3, false)
}

// unterminated reports a string without an end, or the missing brace of the
// f-string that the quote was meant to end.
func (s *scanner) unterminated(start, first, size int, escaped bool) {
	if f := s.fstring(); f != nil && f.quote == s.text[first] && f.size == size {
		s.fail(first, "%c-string: expecting '}'", f.kind)
		return
	}
	// A line feed at the very end does not start another line.
	end := min(s.pos, max(len(s.text)-1, 0))
	line := s.src.Position(int32(end)).Line
	if size == 3 {
		s.fail(start, "unterminated triple-quoted string literal (detected at line %d)", line)
		return
	}
	hint := ""
	if escaped {
		hint = "; perhaps you escaped the end quote?"
	}
	s.fail(start, "unterminated string literal (detected at line %d)%s", line, hint)
}
