package syntax

import "bytes"

// scanNumber scans an integer, a float or an imaginary number.
func (s *scanner) scanNumber() {
	start := s.pos
	if s.text[s.pos] == '0' {
		switch s.peek(1) {
		case 'x', 'X':
			s.scanRadix(start, 16, "hexadecimal")
			return
		case 'o', 'O':
			s.scanRadix(start, 8, "octal")
			return
		case 'b', 'B':
			s.scanRadix(start, 2, "binary")
			return
		}
	}
	kind, zeros := "decimal", s.text[s.pos] == '0'
	if s.text[s.pos] != '.' {
		if !s.scanDigits(isDigit, kind) {
			return
		}
		zeros = zeros && len(bytes.Trim(s.text[start:s.pos], "0_")) > 0
	} else {
		zeros = false
	}
	if s.peek(0) == '.' {
		zeros = false
		s.pos++
		if isDigit(s.peek(0)) && !s.scanDigits(isDigit, kind) {
			return
		}
	}
	if s.scanExponent() {
		zeros = false
	}
	if s.err != nil {
		return
	}
	if c := s.peek(0); c == 'j' || c == 'J' {
		zeros, kind = false, "imaginary"
		s.pos++
	}
	if zeros {
		s.failTo(start, start+len(s.text[start:s.pos])-len(bytes.TrimLeft(s.text[start:s.pos], "0_")), "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
		return
	}
	s.endNumber(start, kind)
}

// scanExponent scans an exponent if a digit follows the e.
func (s *scanner) scanExponent() bool {
	if c := s.peek(0); c != 'e' && c != 'E' {
		return false
	}
	n := 1
	if c := s.peek(1); c == '+' || c == '-' {
		n = 2
	}
	if !isDigit(s.peek(n)) {
		if n == 2 {
			s.fail(s.pos+1, "invalid decimal literal")
		}
		return false
	}
	s.pos += n
	s.scanDigits(isDigit, "decimal")
	return true
}

// scanDigits scans digits with single underscores between them.
func (s *scanner) scanDigits(ok func(byte) bool, kind string) bool {
	for {
		for ok(s.peek(0)) {
			s.pos++
		}
		if s.peek(0) != '_' {
			return true
		}
		if !ok(s.peek(1)) {
			s.pos++
			s.fail(s.pos-1, "invalid %s literal", kind)
			return false
		}
		s.pos++
	}
}

// scanRadix scans 0x, 0o and 0b literals.
func (s *scanner) scanRadix(start, base int, kind string) {
	s.pos += 2
	ok := func(c byte) bool {
		if base == 16 {
			return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
		}
		return c >= '0' && c < '0'+byte(base)
	}
	for {
		if s.peek(0) == '_' {
			s.pos++
		}
		if !ok(s.peek(0)) {
			if isDigit(s.peek(0)) {
				s.fail(s.pos, "invalid digit '%c' in %s literal", s.peek(0), kind)
				return
			}
			s.fail(s.pos-1, "invalid %s literal", kind)
			return
		}
		for ok(s.peek(0)) {
			s.pos++
		}
		if s.peek(0) != '_' {
			break
		}
	}
	if isDigit(s.peek(0)) {
		s.fail(s.pos, "invalid digit '%c' in %s literal", s.peek(0), kind)
		return
	}
	s.endNumber(start, kind)
}

// endNumber checks what follows a number: a keyword may, a name may not.
func (s *scanner) endNumber(start int, kind string) {
	rest := s.text[s.pos:]
	for _, word := range []string{"and", "else", "for", "if", "in", "is", "or", "not"} {
		if bytes.HasPrefix(rest, []byte(word)) && (word[0] == 'i' || len(rest) == len(word) || !isIdentPart(rest[len(word)])) {
			s.emit(tNumber, start, s.pos)
			return
		}
	}
	if c := s.peek(0); isIdentStart(c) || isDigit(c) {
		s.fail(s.pos-1, "invalid %s literal", kind)
		return
	}
	s.emit(tNumber, start, s.pos)
}
