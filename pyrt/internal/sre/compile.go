package sre

import "errors"

// errVerbose restarts the parse when (?x) turns up: white space before it was
// read as literal.
var errVerbose = errors.New("verbose")

type opcode uint8

const (
	opChar opcode = iota
	opCharFold
	opAny
	opAnyNotNewline
	opSet
	opLineStart
	opTextStart
	opLineEnd
	opTextEndOrNewline
	opTextEnd
	opWordBoundary
	opNotWordBoundary
	opBackref
	opSave
	opSplit // try next, then arg
	opJump
	opRepeatOne // repeat the following single-character instruction
	opLoopInit
	opLoop
	opLook
	opAtomic
	opCondition
	opMatch
)

// An inst is one instruction. x and y depend on the opcode.
type inst struct {
	op       opcode
	mode     byte
	ascii    bool
	fold     bool
	negate   bool
	r        rune
	set      *set
	x, y     int
	min, max int
	sub      []inst
}

// A Program is a compiled pattern.
type Program struct {
	Flags  Flags
	Groups int            // without group 0
	Names  map[string]int // group names
	Order  []string       // names in order of definition
	Bytes  bool
	code   []inst
	loops  int
	first  rune // every match begins with it; -1: unknown
}

// Compile parses and compiles a pattern. text has the code points (or bytes)
// of the pattern.
func Compile(text []rune, bytes bool, flags Flags, names Names) (*Program, error) {
	p := newParser(text, bytes, flags, names)
	tree, err := p.alternatives(p.flags, true)
	if err == errVerbose {
		p = newParser(text, bytes, p.flags, names)
		tree, err = p.alternatives(p.flags, true)
	}
	if err != nil {
		return nil, err
	}
	if p.more() {
		return nil, p.fail(p.pos, "unbalanced parenthesis")
	}
	for _, c := range p.condRefs {
		if c.index > p.groups {
			return nil, p.fail(c.pos, "invalid group reference %d", c.index)
		}
	}
	if p.flags, err = fixFlags(p.flags, bytes); err != nil {
		return nil, err
	}
	c := &compiler{bytes: bytes}
	c.emit(tree)
	c.add(inst{op: opMatch})
	prog := &Program{Flags: p.flags, Groups: p.groups, Names: p.names, Order: p.order, Bytes: bytes, code: c.code, loops: c.loops, first: -1}
	if len(c.code) > 0 && c.code[0].op == opChar {
		prog.first = c.code[0].r
	}
	return prog, nil
}

func newParser(text []rune, bytes bool, flags Flags, names Names) *parser {
	return &parser{src: text, bytes: bytes, flags: flags, names: map[string]int{}, open: map[int]bool{}, widths: map[int][2]int{}, lookup: names}
}

func fixFlags(f Flags, bytes bool) (Flags, error) {
	if bytes {
		if f&Unicode != 0 {
			return f, &Error{Msg: "cannot use UNICODE flag with a bytes pattern", Pos: -1, Value: true}
		}
		if f&Locale != 0 && f&ASCII != 0 {
			return f, &Error{Msg: "ASCII and LOCALE flags are incompatible", Pos: -1, Value: true}
		}
		return f, nil
	}
	if f&Locale != 0 {
		return f, &Error{Msg: "cannot use LOCALE flag with a str pattern", Pos: -1, Value: true}
	}
	if f&ASCII != 0 && f&Unicode != 0 {
		return f, &Error{Msg: "ASCII and UNICODE flags are incompatible", Pos: -1, Value: true}
	}
	if f&ASCII == 0 {
		f |= Unicode
	}
	return f, nil
}

type compiler struct {
	code  []inst
	loops int
	bytes bool
}

func (c *compiler) add(i inst) int {
	c.code = append(c.code, i)
	return len(c.code) - 1
}

// sub compiles a node to a program of its own.
func (c *compiler) sub(n node) []inst {
	s := &compiler{loops: c.loops, bytes: c.bytes}
	s.emit(n)
	s.add(inst{op: opMatch})
	c.loops = s.loops
	return s.code
}

func (c *compiler) emit(n node) {
	switch x := n.(type) {
	case literal, class, anyChar:
		i, _ := c.single(n)
		c.add(i)
	case assertAt:
		c.add(inst{op: x.kind, ascii: x.ascii})
	case sequence:
		for _, e := range x {
			c.emit(e)
		}
	case branch:
		c.branch(x)
	case group:
		if x.index > 0 {
			c.add(inst{op: opSave, x: 2 * x.index})
		}
		c.emit(x.body)
		if x.index > 0 {
			c.add(inst{op: opSave, x: 2*x.index + 1})
		}
	case repeat:
		c.repeat(x)
	case look:
		c.add(inst{op: opLook, sub: c.sub(x.body), negate: x.negate, x: lookWidth(x)})
	case atomic:
		c.add(inst{op: opAtomic, sub: c.sub(x.body)})
	case backref:
		c.add(inst{op: opBackref, x: x.index, fold: x.flags&IgnoreCase != 0, ascii: c.ascii(x.flags)})
	case conditional:
		cond := c.add(inst{op: opCondition, x: x.index})
		c.emit(x.yes)
		jump := c.add(inst{op: opJump})
		c.code[cond].y = len(c.code)
		if x.no != nil {
			c.emit(x.no)
		}
		c.code[jump].x = len(c.code)
	}
}

func lookWidth(x look) int {
	if x.behind {
		return x.width
	}
	return -1
}

func (c *compiler) ascii(f Flags) bool { return f&ASCII != 0 || c.bytes }

// single compiles a node that matches exactly one character.
func (c *compiler) single(n node) (inst, bool) {
	switch x := n.(type) {
	case literal:
		if x.flags&IgnoreCase != 0 {
			ascii := c.ascii(x.flags)
			if nextFold(x.r, ascii) != x.r {
				return inst{op: opCharFold, r: folded(x.r, ascii), ascii: ascii}, true
			}
		}
		return inst{op: opChar, r: x.r}, true
	case class:
		return inst{op: opSet, set: x.set, fold: x.flags&IgnoreCase != 0}, true
	case anyChar:
		if x.newline {
			return inst{op: opAny}, true
		}
		return inst{op: opAnyNotNewline}, true
	case sequence:
		if len(x) == 1 {
			return c.single(x[0])
		}
	case group:
		if x.index == 0 {
			return c.single(x.body)
		}
	}
	return inst{}, false
}

func (c *compiler) branch(x branch) {
	var ends []int
	for i, alt := range x {
		split := -1
		if i < len(x)-1 {
			split = c.add(inst{op: opSplit})
		}
		c.emit(alt)
		if split >= 0 {
			ends = append(ends, c.add(inst{op: opJump}))
			c.code[split].x = len(c.code)
		}
	}
	for _, e := range ends {
		c.code[e].x = len(c.code)
	}
}

func (c *compiler) repeat(x repeat) {
	if x.mode == '+' {
		c.add(inst{op: opAtomic, sub: c.sub(repeat{body: x.body, min: x.min, max: x.max})})
		return
	}
	if i, ok := c.single(x.body); ok {
		c.add(inst{op: opRepeatOne, mode: x.mode, min: x.min, max: x.max})
		c.add(i)
		return
	}
	if x.min == 0 && x.max == 1 && x.mode == 0 {
		split := c.add(inst{op: opSplit})
		c.emit(x.body)
		c.code[split].x = len(c.code)
		return
	}
	reg := c.loops
	c.loops++
	c.add(inst{op: opLoopInit, x: reg})
	loop := c.add(inst{op: opLoop, x: reg, min: x.min, max: x.max, mode: x.mode})
	c.emit(x.body)
	c.add(inst{op: opJump, x: loop})
	c.code[loop].y = len(c.code)
}
