package sre

import "fmt"

// Flags of a pattern, with the numbers of module re.
type Flags int

// The flags.
const (
	IgnoreCase Flags = 2
	Locale     Flags = 4
	Multiline  Flags = 8
	DotAll     Flags = 16
	Unicode    Flags = 32
	Verbose    Flags = 64
	Debug      Flags = 128
	ASCII      Flags = 256
)

// An Error is a malformed pattern.
type Error struct {
	Msg      string
	Pos      int // in code points; -1: none
	Overflow bool
	Value    bool // a ValueError, not a re.error
}

func (e *Error) Error() string {
	if e.Pos < 0 {
		return e.Msg
	}
	return fmt.Sprintf("%s at position %d", e.Msg, e.Pos)
}

// infinite is the maximum of an unbounded repetition.
const infinite = 1 << 30

// A node is one element of a parsed pattern.
type node interface{}

type (
	literal struct {
		r     rune
		flags Flags
	}
	class struct {
		set   *set
		flags Flags
	}
	anyChar  struct{ newline bool }
	assertAt struct {
		kind  opcode
		ascii bool
	}
	sequence []node
	branch   []node
	group    struct {
		index int // 0: not capturing
		body  node
	}
	repeat struct {
		body     node
		min, max int
		mode     byte // 0 greedy, '?' lazy, '+' possessive
	}
	look struct {
		body           node
		behind, negate bool
		width          int
	}
	atomic  struct{ body node }
	backref struct {
		index int
		flags Flags
	}
	conditional struct {
		index   int
		yes, no node
	}
)

// width gives the least and greatest number of characters a node matches.
func width(n node, groups map[int][2]int) (int, int) {
	switch x := n.(type) {
	case literal, class, anyChar:
		return 1, 1
	case sequence:
		lo, hi := 0, 0
		for _, e := range x {
			l, h := width(e, groups)
			lo, hi = lo+l, min(hi+h, infinite)
		}
		return lo, hi
	case branch:
		lo, hi := infinite, 0
		for _, e := range x {
			l, h := width(e, groups)
			lo, hi = min(lo, l), max(hi, h)
		}
		return lo, hi
	case group:
		l, h := width(x.body, groups)
		if x.index > 0 {
			groups[x.index] = [2]int{l, h}
		}
		return l, h
	case atomic:
		return width(x.body, groups)
	case repeat:
		l, h := width(x.body, groups)
		if x.max >= infinite && h > 0 || h >= infinite {
			return l * x.min, infinite
		}
		return l * x.min, min(h*x.max, infinite)
	case backref:
		w := groups[x.index]
		return w[0], w[1]
	case conditional:
		l, h := width(x.yes, groups)
		if x.no == nil {
			return 0, h
		}
		l2, h2 := width(x.no, groups)
		return min(l, l2), max(h, h2)
	}
	return 0, 0
}
