package stdlib

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/sre"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A pattern is the payload of a re.Pattern object.
type pattern struct {
	prog *sre.Program
	src  pyrt.Value
}

// A match is the payload of a re.Match object.
type match struct {
	pat         *pyrt.Object
	str         pyrt.Value
	text        *sre.Text
	spans       []int
	last        int
	pos, endpos int
}

var (
	patternClass = pyrt.NewClass(pyrt.ClassSpec{Name: "Pattern", Module: "re", Members: patternMembers})
	matchClass   = pyrt.NewClass(pyrt.ClassSpec{Name: "Match", Module: "re", Members: matchMembers})
)

// patternError is re.error (PatternError since 3.13).
var patternError = pyrt.NewClass(pyrt.ClassSpec{Name: "PatternError", Module: "re", Bases: []*pyrt.Type{pyrt.ExceptionClass},
	Members: func() []pyrt.Member {
		return []pyrt.Member{pyrt.Method("__init__(self, msg, pattern=None, pos=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.None, fillPatternError(t, a[0].(*pyrt.Object), a[1], a[2], a[3])
		})}
	}})

// fillPatternError sets msg, pattern, pos, lineno, colno and the text.
func fillPatternError(t *pyrt.Thread, o *pyrt.Object, msg, pat, pos pyrt.Value) error {
	if o.Dict == nil {
		o.Dict = pyrt.NewDict()
	}
	text, _ := pyrt.AsStr(msg)
	o.Dict.SetStr("msg", msg)
	o.Dict.SetStr("pattern", pat)
	o.Dict.SetStr("pos", pos)
	o.Dict.SetStr("lineno", pyrt.None)
	o.Dict.SetStr("colno", pyrt.None)
	at, hasPos := pyrt.AsInt(pos)
	if hasPos {
		text += " at position " + itoa(int(at))
		src, ok := pyrt.AsStr(pat)
		if !ok {
			src, _ = pyrt.Buffer(pat)
		}
		rs := pyrt.CodePoints(src)
		line, col := 1, int(at)+1
		for i := 0; i < int(at) && i < len(rs); i++ {
			if rs[i] == '\n' {
				line, col = line+1, int(at)-i
			}
		}
		o.Dict.SetStr("lineno", pyrt.Int(line))
		o.Dict.SetStr("colno", pyrt.Int(col))
		if strings.ContainsRune(src, '\n') {
			text += " (line " + itoa(line) + ", column " + itoa(col) + ")"
		}
	}
	if st, ok := o.Native.(*pyrt.ExceptionState); ok {
		st.Args = []pyrt.Value{pyrt.Str(text)}
	}
	return nil
}

// raisePattern turns an error of package sre into a Python exception.
func raisePattern(t *pyrt.Thread, err error, pat pyrt.Value) error {
	e, ok := err.(*sre.Error)
	if !ok {
		if err == sre.ErrTooDeep {
			return pyrt.Errorf(pyrt.MemoryError, "%s", err)
		}
		return err
	}
	switch {
	case e.Overflow:
		return pyrt.Errorf(pyrt.OverflowError, "%s", e.Msg)
	case e.Value:
		return pyrt.Errorf(pyrt.ValueError, "%s", e.Msg)
	}
	x := pyrt.NewException(patternError, pyrt.Str(e.Msg))
	var pos pyrt.Value = pyrt.None
	if e.Pos >= 0 {
		pos = pyrt.Int(e.Pos)
	}
	if err := fillPatternError(t, x.Value, pyrt.Str(e.Msg), pat, pos); err != nil {
		return err
	}
	return x
}

// sreCompile is _sre.compile(pattern, flags).
func sreCompile(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	flags, _ := pyrt.AsInt(a[1])
	var text []rune
	isBytes := false
	if s, ok := pyrt.AsStr(a[0]); ok {
		text = pyrt.CodePoints(s)
	} else if b, ok := pyrt.Buffer(a[0]); ok {
		isBytes = true
		for i := range len(b) {
			text = append(text, rune(b[i]))
		}
	} else {
		return nil, pyrt.Errorf(pyrt.TypeError, "first argument must be string or compiled pattern")
	}
	var prog *sre.Program
	var err error
	if aerr := t.Apart(len(text)*4, func() { prog, err = sre.Compile(text, isBytes, sre.Flags(flags), syntax.RuneByName) }); aerr != nil {
		return nil, aerr
	}
	if err != nil {
		return nil, raisePattern(t, err, a[0])
	}
	return pyrt.NewObject(patternClass, &pattern{prog, a[0]}), nil
}

// subject reads the string to search.
func (p *pattern) subject(v pyrt.Value) (*sre.Text, error) {
	if s, ok := pyrt.AsStr(v); ok {
		if p.prog.Bytes {
			return nil, pyrt.Errorf(pyrt.TypeError, "cannot use a bytes pattern on a string-like object")
		}
		if pyrt.IsASCII(s) {
			return &sre.Text{S: s}, nil
		}
		return &sre.Text{Runes: pyrt.CodePoints(s)}, nil
	}
	b, ok := pyrt.Buffer(v)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "expected string or bytes-like object, got '%s'", v.Type().Name)
	}
	if !p.prog.Bytes {
		return nil, pyrt.Errorf(pyrt.TypeError, "cannot use a string pattern on a bytes-like object")
	}
	return &sre.Text{S: b}, nil
}

// slice gives text[i:j] as a Python object.
func slice(p *pattern, text *sre.Text, i, j int) pyrt.Value {
	switch {
	case text.Runes != nil:
		return pyrt.Str(pyrt.FromCodePoints(text.Runes[i:j]))
	case p.prog.Bytes:
		return pyrt.Bytes(text.S[i:j])
	}
	return pyrt.Str(text.S[i:j])
}

// A scan is one search in progress.
type scan struct {
	self *pyrt.Object
	p    *pattern
	str  pyrt.Value
	text *sre.Text
	m    *sre.Matcher
	pos  int
	end  int
	at   int
	must bool
}

func newScan(t *pyrt.Thread, self, str, pos, endpos pyrt.Value) (*scan, error) {
	o := self.(*pyrt.Object)
	p, ok := o.Native.(*pattern)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "expected a re.Pattern")
	}
	text, err := p.subject(str)
	if err != nil {
		return nil, err
	}
	n := text.Len()
	lo, hi := 0, n
	if pos != nil {
		if lo, err = pyrt.IndexInt(t, pos); err != nil {
			return nil, err
		}
	}
	if endpos != nil {
		if hi, err = pyrt.IndexInt(t, endpos); err != nil {
			return nil, err
		}
	}
	lo, hi = min(max(lo, 0), n), min(max(hi, 0), n)
	s := &scan{self: o, p: p, str: str, text: text, pos: lo, end: hi, at: lo}
	s.m = sre.NewMatcher(p.prog, text, lo, hi, t.Step)
	return s, nil
}

// next finds the next match, empty matches included as CPython does: an empty
// match may follow a non-empty one directly, but not another at its place.
func (s *scan) next(t *pyrt.Thread) (bool, error) {
	if s.at > s.end {
		return false, nil
	}
	ok, err := s.m.Search(s.at, s.must)
	if err != nil || !ok {
		return false, raisePattern(t, err, s.p.src)
	}
	s.must = s.m.Spans[1] == s.m.Spans[0]
	s.at = s.m.Spans[1]
	return true, nil
}

func (s *scan) match() pyrt.Value {
	spans := append([]int(nil), s.m.Spans...)
	return pyrt.NewObject(matchClass, &match{s.self, s.str, s.text, spans, s.m.LastIndex, s.pos, s.end})
}

func (s *scan) group(i int) pyrt.Value {
	lo, hi := s.m.Spans[2*i], s.m.Spans[2*i+1]
	if lo < 0 || hi < 0 {
		return pyrt.None
	}
	return slice(s.p, s.text, lo, hi)
}

// oneMatch is match, fullmatch and search.
func oneMatch(how string) pyrt.BuiltinFunc {
	return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, err := newScan(t, a[0], a[1], a[2], a[3])
		if err != nil {
			return nil, err
		}
		var ok bool
		switch {
		case s.pos > s.end:
		case how == "search":
			ok, err = s.m.Search(s.pos, false)
		default:
			ok, err = s.m.MatchAt(s.pos, how == "fullmatch")
		}
		if err != nil || !ok {
			return pyrt.None, raisePattern(t, err, s.p.src)
		}
		return s.match(), nil
	}
}

func patternFindall(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	s, err := newScan(t, a[0], a[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	out := pyrt.NewList()
	for {
		ok, err := s.next(t)
		if err != nil || !ok {
			return out, err
		}
		switch n := s.p.prog.Groups; n {
		case 0, 1:
			v := s.group(n)
			if v == pyrt.None {
				v = slice(s.p, s.text, 0, 0)
			}
			out.Elems = append(out.Elems, v)
		default:
			row := make([]pyrt.Value, n)
			for i := range row {
				if row[i] = s.group(i + 1); row[i] == pyrt.None {
					row[i] = slice(s.p, s.text, 0, 0)
				}
			}
			out.Elems = append(out.Elems, pyrt.NewTuple(row...))
		}
		if err := t.Alloc(1, 64); err != nil {
			return nil, err
		}
	}
}

func patternFinditer(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	s, err := newScan(t, a[0], a[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	return &pyrt.FuncIterator{Func: func(t *pyrt.Thread) (pyrt.Value, error) {
		ok, err := s.next(t)
		if err != nil || !ok {
			return nil, err
		}
		return s.match(), nil
	}}, nil
}

func patternSplit(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	s, err := newScan(t, a[0], a[1], nil, nil)
	if err != nil {
		return nil, err
	}
	limit, err := pyrt.IndexInt(t, a[2])
	if err != nil {
		return nil, err
	}
	out := pyrt.NewList()
	last := 0
	for n := 0; limit == 0 || n < limit; n++ {
		ok, err := s.next(t)
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		out.Elems = append(out.Elems, slice(s.p, s.text, last, s.m.Spans[0]))
		for i := 1; i <= s.p.prog.Groups; i++ {
			out.Elems = append(out.Elems, s.group(i))
		}
		last = s.m.Spans[1]
	}
	out.Elems = append(out.Elems, slice(s.p, s.text, last, s.text.Len()))
	return out, nil
}

// patternSub is sub and subn.
func patternSub(withCount bool) pyrt.BuiltinFunc {
	return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, err := newScan(t, a[0], a[2], nil, nil)
		if err != nil {
			return nil, err
		}
		limit, err := pyrt.IndexInt(t, a[3])
		if err != nil {
			return nil, err
		}
		repl, err := replacement(t, s, a[1])
		if err != nil {
			return nil, err
		}
		var parts []pyrt.Value
		last, n := 0, 0
		for limit == 0 || n < limit {
			ok, err := s.next(t)
			if err != nil {
				return nil, err
			}
			if !ok {
				break
			}
			n++
			if last < s.m.Spans[0] {
				parts = append(parts, slice(s.p, s.text, last, s.m.Spans[0]))
			}
			v, err := repl()
			if err != nil {
				return nil, err
			}
			if v != pyrt.None {
				parts = append(parts, v)
			}
			last = s.m.Spans[1]
		}
		if last < s.text.Len() {
			parts = append(parts, slice(s.p, s.text, last, s.text.Len()))
		}
		v, err := pyrt.CallMethod(t, slice(s.p, s.text, 0, 0), "join", pyrt.NewList(parts...))
		if err != nil || !withCount {
			return v, err
		}
		return pyrt.NewTuple(v, pyrt.Int(n)), nil
	}
}

// replacement gives the function that makes the text for one match.
func replacement(t *pyrt.Thread, s *scan, repl pyrt.Value) (func() (pyrt.Value, error), error) {
	if pyrt.IsCallable(repl) {
		return func() (pyrt.Value, error) { return pyrt.Call(t, repl, pyrt.Positional(s.match())) }, nil
	}
	tpl, err := parseTemplate(t, s.p, repl)
	if err != nil {
		return nil, err
	}
	return func() (pyrt.Value, error) { return tpl.expand(s.p, s.text, s.m.Spans), nil }, nil
}
