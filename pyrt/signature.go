package pyrt

// A ParamKind says how a parameter takes arguments (language reference,
// section 8.7).
type ParamKind uint8

// The kinds of parameters.
const (
	PositionalOnly ParamKind = iota
	PositionalOrKeyword
	VarPositional
	KeywordOnly
	VarKeyword
)

// A Param is one parameter of a signature.
type Param struct {
	Name       string
	Kind       ParamKind
	Default    Value // nil with HasDefault: "not given" (written ...)
	HasDefault bool
}

// A Signature is the parameter list of a function.
type Signature struct {
	Func   string // for error texts
	Params []Param

	// native words errors as CPython does for functions written in C.
	native bool
	// What count finds: how many of each kind, and where the variadic ones are
	// (-1: none).
	counted           bool
	posOnly, pos, kws int
	varPos, varKw     int
}

// count fills in the numbers of parameters.
func (s *Signature) count() {
	s.posOnly, s.pos, s.kws, s.varPos, s.varKw = 0, 0, 0, -1, -1
	for i, p := range s.Params {
		switch p.Kind {
		case PositionalOnly:
			s.posOnly++
			s.pos++
		case PositionalOrKeyword:
			s.pos++
		case KeywordOnly:
			s.kws++
		case VarPositional:
			s.varPos = i
		case VarKeyword:
			s.varKw = i
		}
	}
	s.counted = true
}

// Bind matches args with the parameters and returns one value per parameter,
// in order. Errors are TypeErrors in CPython's words.
func (s *Signature) Bind(t *Thread, args Args) ([]Value, error) {
	if !s.counted {
		s.count()
	}
	out := make([]Value, len(s.Params))
	if len(args.Kw) == 0 && s.bindPlain(args.Pos, out) {
		return out, nil
	}
	if s.native {
		if err := s.checkNative(args); err != nil {
			return nil, err
		}
	}
	var room givenRoom
	given := room.of(len(s.Params))
	if err := s.fill(t, args, out, given); err != nil {
		return nil, err
	}
	for i := range s.Params {
		if p := &s.Params[i]; !given[i] && p.HasDefault {
			out[i] = freshDefault(p.Default)
		} else if !given[i] && p.Kind != VarPositional && p.Kind != VarKeyword {
			return nil, s.missing(given)
		}
	}
	return out, nil
}

// bindPlain binds positional arguments when that is all there is to do.
func (s *Signature) bindPlain(pos, out []Value) bool {
	if len(pos) > s.pos || s.varPos >= 0 || s.varKw >= 0 {
		return false
	}
	n := copy(out, pos)
	for i := n; i < len(s.Params); i++ {
		if p := &s.Params[i]; p.HasDefault {
			out[i] = freshDefault(p.Default)
		} else {
			return false
		}
	}
	return true
}

// freshDefault copies the mutable literals.
func freshDefault(v Value) Value {
	switch v.(type) {
	case *List:
		return NewList()
	case *Dict:
		return NewDict()
	}
	return v
}

// A givenRoom holds, for most signatures without an allocation, which parameters
// were given.
type givenRoom [16]bool

func (r *givenRoom) of(n int) []bool {
	if n > len(r) {
		return make([]bool, n)
	}
	return r[:n]
}

// fill puts the arguments into out, and into given which they are.
func (s *Signature) fill(t *Thread, args Args, out []Value, given []bool) error {
	n := min(len(args.Pos), s.pos)
	at := 0
	for i := range s.Params { // positional parameters come first
		if at == n || s.Params[i].Kind > PositionalOrKeyword {
			break
		}
		out[i], given[i] = args.Pos[at], true
		at++
	}
	if s.varPos >= 0 {
		rest := append([]Value(nil), args.Pos[n:]...)
		out[s.varPos] = NewTuple(rest...)
	}
	if s.varKw >= 0 {
		out[s.varKw] = NewDict()
	}
	for _, k := range args.Kw {
		if err := s.fillKeyword(args, k, out, given); err != nil {
			return err
		}
	}
	if len(args.Pos) > s.pos && s.varPos < 0 {
		kwOnly := 0
		for i, p := range s.Params {
			if p.Kind == KeywordOnly && given[i] {
				kwOnly++
			}
		}
		return s.tooMany(len(args.Pos), kwOnly)
	}
	return nil
}

func (s *Signature) fillKeyword(args Args, k Keyword, out []Value, given []bool) error {
	for i := s.posOnly; i < len(s.Params); i++ {
		p := &s.Params[i]
		if p.Name != k.Name || p.Kind == VarPositional || p.Kind == VarKeyword {
			continue
		}
		if given[i] {
			return Errorf(TypeError, "%s() got multiple values for argument '%s'", s.Func, k.Name)
		}
		out[i], given[i] = k.Value, true
		return nil
	}
	if s.varKw >= 0 {
		d := out[s.varKw].(*Dict)
		d.SetStr(k.Name, k.Value)
		return nil
	}
	return s.unexpected(args, k.Name)
}
