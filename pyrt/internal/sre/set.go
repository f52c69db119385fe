package sre

import "unicode"

// A set is a character class.
type set struct {
	negate  bool
	ranges  []rune // pairs
	classes []byte // d D s S w W
	ascii   bool   // classes are ASCII
	bitmap  [4]uint32
	ready   bool
}

func (s *set) addRange(lo, hi rune) { s.ranges = append(s.ranges, lo, hi) }

// has reports membership of exactly r, without case folding.
func (s *set) has(r rune) bool { return s.raw(r) != s.negate }

func (s *set) raw(r rune) bool {
	for i := 0; i < len(s.ranges); i += 2 {
		if r >= s.ranges[i] && r <= s.ranges[i+1] {
			return true
		}
	}
	for _, c := range s.classes {
		if isClass(c, r, s.ascii) {
			return true
		}
	}
	return false
}

// prepare fills the table for ASCII.
func (s *set) prepare(fold bool) {
	for r := rune(0); r < 128; r++ {
		if s.slow(r, fold) {
			s.bitmap[r>>5] |= 1 << (r & 31)
		}
	}
	s.ready = true
}

func (s *set) slow(r rune, fold bool) bool {
	if !fold {
		return s.has(r)
	}
	if s.raw(r) {
		return !s.negate
	}
	for f := nextFold(r, s.ascii); f != r; f = nextFold(f, s.ascii) {
		if s.raw(f) {
			return !s.negate
		}
	}
	return s.negate
}

func (s *set) matches(r rune, fold bool) bool {
	if r < 128 && s.ready {
		return s.bitmap[r>>5]&(1<<(r&31)) != 0
	}
	return s.slow(r, fold)
}

// nextFold walks the characters that are equal under IGNORECASE.
func nextFold(r rune, ascii bool) rune {
	if ascii {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 32
		case r >= 'A' && r <= 'Z':
			return r + 32
		}
		return r
	}
	return unicode.SimpleFold(r)
}

// folded gives one representative of the characters equal to r.
func folded(r rune, ascii bool) rune {
	if r >= 'a' && r <= 'z' && ascii {
		return r - 32
	}
	least := r
	for f := nextFold(r, ascii); f != r; f = nextFold(f, ascii) {
		least = min(least, f)
	}
	return least
}

// IsWord reports \w.
func IsWord(r rune, ascii bool) bool {
	if r < 128 {
		return r == '_' || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return !ascii && unicode.In(r, unicode.L, unicode.N)
}

// isClass reports membership in \d, \s, \w and their opposites.
func isClass(c byte, r rune, ascii bool) bool {
	switch c {
	case 'd':
		return r >= '0' && r <= '9' || r >= 128 && !ascii && unicode.Is(unicode.Nd, r)
	case 's':
		if r >= '\t' && r <= '\r' || r == ' ' {
			return true
		}
		if ascii {
			return false
		}
		return r >= 0x1c && r <= 0x1f || r == 0x85 || r == 0xa0 || r == 0x2028 || r == 0x2029 || r >= 0x1680 && unicode.Is(unicode.Zs, r)
	case 'w':
		return IsWord(r, ascii)
	}
	return !isClass(c|0x20, r, ascii)
}
