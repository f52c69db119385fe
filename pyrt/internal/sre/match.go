package sre

import "errors"

// MaxStack bounds the choice points of one match.
const MaxStack = 8 << 20

// ErrTooDeep says that a match needed more than MaxStack choice points.
var ErrTooDeep = errors.New("regular expression needs too much memory to match")

// A Text is what is searched: ASCII text and bytes by byte, other text by
// code point.
type Text struct {
	S     string
	Runes []rune // nil: S is indexed by byte
}

// Len is the number of characters.
func (t *Text) Len() int {
	if t.Runes != nil {
		return len(t.Runes)
	}
	return len(t.S)
}

func (t *Text) at(i int) rune {
	if t.Runes != nil {
		return t.Runes[i]
	}
	return rune(t.S[i])
}

type choiceKind uint8

const (
	choiceBranch choiceKind = iota
	choiceCapture
	choiceCount
	choiceLast
	choiceGreedy
	choiceLazyOne
	choiceLazyLoop
)

type choice struct {
	kind    choiceKind
	pc, pos int
	x, old  int
}

// A Matcher runs one program over one text.
type Matcher struct {
	prog *Program
	text *Text
	// Pos and End bound the search.
	Pos, End int
	// Step is called now and then; its error ends the match.
	Step func() error
	// Spans holds start and end of each group after a match, -1 if unset.
	Spans []int
	// LastIndex is the group that closed last.
	LastIndex int

	counts, lasts []int
	stack         []choice
	full          bool
	mustAdvance   bool
	start         int
	ticks         int
}

// NewMatcher prepares a search in text between pos and end.
func NewMatcher(p *Program, text *Text, pos, end int, step func() error) *Matcher {
	n := text.Len()
	end = min(max(end, 0), n)
	pos = min(max(pos, 0), n)
	return &Matcher{prog: p, text: text, Pos: pos, End: end, Step: step, Spans: make([]int, 2*(p.Groups+1)),
		counts: make([]int, p.loops), lasts: make([]int, p.loops)}
}

func (m *Matcher) reset() {
	for i := range m.Spans {
		m.Spans[i] = -1
	}
	m.stack = m.stack[:0]
	m.LastIndex = 0
}

// MatchAt tries a match that begins at pos; full wants it to end at End.
func (m *Matcher) MatchAt(pos int, full bool) (bool, error) {
	m.full = full
	if pos > m.End {
		return false, nil
	}
	return m.try(pos)
}

func (m *Matcher) try(pos int) (bool, error) {
	m.reset()
	m.start = pos
	end, err := m.run(m.prog.code, pos, true)
	if err != nil || end < 0 {
		return false, err
	}
	m.Spans[0], m.Spans[1] = pos, end
	return true, nil
}

// Search finds the first match at or after pos. With mustAdvance an empty
// match at pos itself does not count.
func (m *Matcher) Search(pos int, mustAdvance bool) (bool, error) {
	m.full = false
	for ; pos <= m.End; pos++ {
		if m.prog.first >= 0 {
			for pos < m.End && m.text.at(pos) != m.prog.first {
				pos++
			}
			if pos >= m.End {
				return false, nil
			}
		}
		m.mustAdvance = mustAdvance
		ok, err := m.try(pos)
		m.mustAdvance, mustAdvance = false, false
		if err != nil || ok {
			return ok, err
		}
		if err := m.tick(); err != nil {
			return false, err
		}
	}
	return false, nil
}

func (m *Matcher) tick() error {
	m.ticks++
	if m.ticks&255 == 0 && m.Step != nil {
		return m.Step()
	}
	return nil
}

// run executes code from pos; it gives the end of the match or -1.
func (m *Matcher) run(code []inst, pos int, top bool) (int, error) {
	base := len(m.stack)
	pc := 0
	for {
		if err := m.tick(); err != nil {
			return -1, err
		}
		in := &code[pc]
		ok := true
		switch in.op {
		case opChar, opCharFold, opAny, opAnyNotNewline, opSet:
			if ok = pos < m.End && m.single(in, m.text.at(pos)); ok {
				pos++
				pc++
			}
		case opMatch:
			if !top || !(m.full && pos != m.End || m.mustAdvance && pos == m.start) {
				return pos, nil
			}
			ok = false
		case opSplit:
			m.push(choice{kind: choiceBranch, pc: in.x, pos: pos})
			pc++
		case opJump:
			pc = in.x
		case opSave:
			m.save(in.x, pos)
			pc++
		case opRepeatOne:
			pc, pos, ok = m.repeatOne(code, pc, pos)
		case opLoopInit:
			m.setCount(in.x, 0)
			m.setLast(in.x, -1)
			pc++
		case opLoop:
			pc = m.loop(in, pc, pos)
		case opLook, opAtomic:
			var err error
			if pos, ok, err = m.subrun(in, pos); err != nil {
				return -1, err
			}
			pc++
		case opCondition:
			if pc++; m.Spans[2*in.x+1] < 0 {
				pc = in.y
			}
		case opBackref:
			pos, ok = m.backref(in, pos)
			pc++
		default:
			ok = m.assert(in, pos)
			pc++
		}
		if len(m.stack) > MaxStack {
			return -1, ErrTooDeep
		}
		if !ok {
			if pc, pos, ok = m.backtrack(code, base); !ok {
				return -1, nil
			}
		}
	}
}

// save sets one end of a group.
func (m *Matcher) save(slot, pos int) {
	m.push(choice{kind: choiceCapture, x: slot, old: m.Spans[slot], pos: m.LastIndex})
	m.Spans[slot] = pos
	if slot&1 == 1 {
		m.LastIndex = slot / 2
	}
}

func (m *Matcher) push(c choice) { m.stack = append(m.stack, c) }

func (m *Matcher) setCount(reg, v int) {
	m.push(choice{kind: choiceCount, x: reg, old: m.counts[reg]})
	m.counts[reg] = v
}

func (m *Matcher) setLast(reg, v int) {
	m.push(choice{kind: choiceLast, x: reg, old: m.lasts[reg]})
	m.lasts[reg] = v
}

// backtrack undoes changes down to the latest choice point above base and
// takes its other way.
func (m *Matcher) backtrack(code []inst, base int) (pc, pos int, ok bool) {
	for len(m.stack) > base {
		c := &m.stack[len(m.stack)-1]
		switch c.kind {
		case choiceCapture:
			m.Spans[c.x] = c.old
			m.LastIndex = c.pos
		case choiceCount:
			m.counts[c.x] = c.old
		case choiceLast:
			m.lasts[c.x] = c.old
		case choiceBranch:
			pc, pos = c.pc, c.pos
			m.stack = m.stack[:len(m.stack)-1]
			return pc, pos, true
		case choiceGreedy: // x characters more than the least are taken
			if c.x > 0 {
				c.x--
				pc, pos = c.pc, c.pos+c.x
				if c.x == 0 {
					m.stack = m.stack[:len(m.stack)-1]
				}
				return pc, pos, true
			}
		case choiceLazyOne:
			in := &code[c.pc-1]
			if c.x > 0 && c.pos < m.End && m.single(in, m.text.at(c.pos)) {
				c.x--
				c.pos++
				return c.pc, c.pos, true
			}
		case choiceLazyLoop:
			in := code[c.pc]
			pc, pos = c.pc, c.pos
			m.stack = m.stack[:len(m.stack)-1]
			m.setCount(in.x, m.counts[in.x]+1)
			m.setLast(in.x, pos)
			return pc + 1, pos, true
		}
		m.stack = m.stack[:len(m.stack)-1]
	}
	return 0, 0, false
}

func (m *Matcher) single(in *inst, r rune) bool {
	switch in.op {
	case opChar:
		return r == in.r
	case opCharFold:
		return r == in.r || folded(r, in.ascii) == in.r
	case opAny:
		return true
	case opAnyNotNewline:
		return r != '\n'
	}
	return in.set.matches(r, in.fold)
}

// repeatOne repeats the single-character instruction after it.
func (m *Matcher) repeatOne(code []inst, pc, pos int) (int, int, bool) {
	in, one := &code[pc], &code[pc+1]
	start, limit := pos, in.min
	if in.mode == 0 {
		limit = in.max
	}
	for pos < m.End && pos-start < limit && m.single(one, m.text.at(pos)) {
		pos++
	}
	m.ticks += (pos - start) / 8
	n := pos - start
	if n < in.min {
		return pc, pos, false
	}
	if in.mode == 0 {
		if n > in.min {
			m.push(choice{kind: choiceGreedy, pc: pc + 2, pos: start + in.min, x: n - in.min})
		}
		return pc + 2, pos, true
	}
	m.push(choice{kind: choiceLazyOne, pc: pc + 2, pos: pos, x: in.max - n})
	return pc + 2, pos, true
}

// loop decides about the next round of a general repetition. A round that
// matched nothing is the last one.
func (m *Matcher) loop(in *inst, pc, pos int) int {
	n := m.counts[in.x]
	if n < in.min {
		m.setCount(in.x, n+1)
		m.setLast(in.x, pos)
		return pc + 1
	}
	if n >= in.max || pos == m.lasts[in.x] {
		return in.y
	}
	if in.mode == '?' {
		m.push(choice{kind: choiceLazyLoop, pc: pc, pos: pos})
		return in.y
	}
	m.push(choice{kind: choiceBranch, pc: in.y, pos: pos})
	m.setCount(in.x, n+1)
	m.setLast(in.x, pos)
	return pc + 1
}

// subrun matches a look-around or atomic group. On success its choice points
// are forgotten but its captures stay undoable.
func (m *Matcher) subrun(in *inst, pos int) (int, bool, error) {
	at := pos
	if in.op == opLook && in.x >= 0 {
		if at = pos - in.x; at < 0 {
			return pos, in.negate, nil
		}
	}
	base := len(m.stack)
	counts := append([]int(nil), m.counts...)
	lasts := append([]int(nil), m.lasts...)
	end, err := m.run(in.sub, at, false)
	if err != nil {
		return pos, false, err
	}
	copy(m.counts, counts)
	copy(m.lasts, lasts)
	if in.negate && end >= 0 {
		for len(m.stack) > base { // undo captures
			if c := m.stack[len(m.stack)-1]; c.kind == choiceCapture {
				m.Spans[c.x], m.LastIndex = c.old, c.pos
			}
			m.stack = m.stack[:len(m.stack)-1]
		}
		return pos, false, nil
	}
	kept := base
	for i := base; i < len(m.stack); i++ {
		if m.stack[i].kind == choiceCapture {
			m.stack[kept] = m.stack[i]
			kept++
		}
	}
	m.stack = m.stack[:kept]
	if in.op == opAtomic {
		return end, end >= 0, nil
	}
	return pos, (end >= 0) != in.negate, nil
}

func (m *Matcher) backref(in *inst, pos int) (int, bool) {
	lo, hi := m.Spans[2*in.x], m.Spans[2*in.x+1]
	if lo < 0 || hi < 0 || pos+hi-lo > m.End {
		return pos, false
	}
	for i := lo; i < hi; i++ {
		a, b := m.text.at(i), m.text.at(pos)
		if a != b && !(in.fold && folded(a, in.ascii) == folded(b, in.ascii)) {
			return pos, false
		}
		pos++
	}
	return pos, true
}

func (m *Matcher) assert(in *inst, pos int) bool {
	switch in.op {
	case opTextStart:
		return pos == 0
	case opLineStart:
		return pos == 0 || m.text.at(pos-1) == '\n'
	case opTextEnd:
		return pos == m.End
	case opTextEndOrNewline:
		return pos == m.End || pos == m.End-1 && m.text.at(pos) == '\n'
	case opLineEnd:
		return pos == m.End || m.text.at(pos) == '\n'
	}
	before := pos > 0 && IsWord(m.text.at(pos-1), in.ascii)
	after := pos < m.End && IsWord(m.text.at(pos), in.ascii)
	return (before != after) == (in.op == opWordBoundary)
}
