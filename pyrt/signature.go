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
}

// Bind matches args with the parameters and returns one value per parameter,
// in order. Errors are TypeErrors in CPython's words.
func (s *Signature) Bind(t *Thread, args Args) ([]Value, error) {
	return bindArguments(t, s, args)
}
