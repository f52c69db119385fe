package syntax

// A MatchValue matches what equals Value: a literal or a dotted name.
type MatchValue struct {
	patternNode
	Value Expr
}

// A MatchSingleton matches None, True or False; Value is nil or a bool.
type MatchSingleton struct {
	patternNode
	Value any
}

// A MatchSequence is `[Patterns]`; one of them may be a *MatchStar.
type MatchSequence struct {
	patternNode
	Patterns []Pattern
}

// A MatchMapping is `{Keys[0]: Patterns[0], ..., **Rest}`.
type MatchMapping struct {
	patternNode
	Keys     []Expr
	Patterns []Pattern
	Rest     string // or ""
}

// A MatchClass is `Cls(Patterns, KwdAttrs[0]=KwdPatterns[0], ...)`.
type MatchClass struct {
	patternNode
	Cls         Expr
	Patterns    []Pattern
	KwdAttrs    []string
	KwdPatterns []Pattern
}

// A MatchStar is `*Name` in a sequence; "" for `*_`.
type MatchStar struct {
	patternNode
	Name string
}

// A MatchAs is `Pattern as Name`, a capture when Pattern is nil, and the
// wildcard `_` when Name is "" too.
type MatchAs struct {
	patternNode
	Pattern Pattern // or nil
	Name    string
}

// A MatchOr is `Patterns[0] | Patterns[1] | ...`.
type MatchOr struct {
	patternNode
	Patterns []Pattern
}

// A TypeVar is the type parameter `Name: Bound = DefaultValue`.
type TypeVar struct {
	typeParamNode
	Name         string
	Bound        Expr // or nil
	DefaultValue Expr // or nil
}

// A ParamSpec is the type parameter `**Name = DefaultValue`.
type ParamSpec struct {
	typeParamNode
	Name         string
	DefaultValue Expr // or nil
}

// A TypeVarTuple is the type parameter `*Name = DefaultValue`.
type TypeVarTuple struct {
	typeParamNode
	Name         string
	DefaultValue Expr // or nil; may be *Starred
}
