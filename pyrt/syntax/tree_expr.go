package syntax

// A BoolOp is `Values[0] and Values[1] and ...`, or with `or`.
type BoolOp struct {
	exprNode
	Op     BoolOperator
	Values []Expr // two or more
}

// A NamedExpr is `Target := Value`.
type NamedExpr struct {
	exprNode
	Target *Name // context Store
	Value  Expr
}

// A BinOp is `Left Op Right`.
type BinOp struct {
	exprNode
	Left  Expr
	Op    Operator
	Right Expr
}

// A UnaryOp is `Op Operand`.
type UnaryOp struct {
	exprNode
	Op      UnaryOperator
	Operand Expr
}

// A Lambda is `lambda Args: Body`.
type Lambda struct {
	exprNode
	Args *Arguments // never nil
	Body Expr
}

// An IfExp is `Body if Test else Orelse`.
type IfExp struct {
	exprNode
	Test   Expr
	Body   Expr
	Orelse Expr
}

// A Dict is `{Keys[0]: Values[0], ...}`; a nil key means `**value`.
type Dict struct {
	exprNode
	Keys   []Expr
	Values []Expr
}

// A Set is `{Elts}`.
type Set struct {
	exprNode
	Elts []Expr
}

// A ListComp is `[Elt for ...]`.
type ListComp struct {
	exprNode
	Elt        Expr
	Generators []*Comprehension
}

// A SetComp is `{Elt for ...}`.
type SetComp struct {
	exprNode
	Elt        Expr
	Generators []*Comprehension
}

// A DictComp is `{Key: Value for ...}`.
type DictComp struct {
	exprNode
	Key        Expr
	Value      Expr
	Generators []*Comprehension
}

// A GeneratorExp is `(Elt for ...)`.
type GeneratorExp struct {
	exprNode
	Elt        Expr
	Generators []*Comprehension
}

// A Comprehension is `for Target in Iter if Ifs[0] if Ifs[1] ...`.
type Comprehension struct {
	Located
	Target  Expr // context Store
	Iter    Expr
	Ifs     []Expr
	IsAsync bool
}

// An Await is `await Value`.
type Await struct {
	exprNode
	Value Expr
}

// A Yield is `yield Value`.
type Yield struct {
	exprNode
	Value Expr // or nil
}

// A YieldFrom is `yield from Value`.
type YieldFrom struct {
	exprNode
	Value Expr
}

// A Compare is `Left Ops[0] Comparators[0] Ops[1] Comparators[1] ...`.
type Compare struct {
	exprNode
	Left        Expr
	Ops         []CmpOp
	Comparators []Expr
}

// A Call is `Func(Args, Keywords)`.
type Call struct {
	exprNode
	Func     Expr
	Args     []Expr // may hold *Starred
	Keywords []*Keyword
}

// A Keyword is `Arg=Value` in a call, or `**Value` when Arg is "".
type Keyword struct {
	Located
	Arg   string
	Value Expr
}

// A FormattedValue is one `{Value!c:FormatSpec}` of an f-string.
type FormattedValue struct {
	exprNode
	Value      Expr
	Conversion Conversion
	FormatSpec *JoinedStr // or nil
}

// A JoinedStr is an f-string: Values are string Constants and FormattedValues.
type JoinedStr struct {
	exprNode
	Values []Expr
}

// An Interpolation is one `{Value!c:FormatSpec}` of a t-string; Str is its
// source text.
type Interpolation struct {
	exprNode
	Value      Expr
	Str        string
	Conversion Conversion
	FormatSpec *JoinedStr // or nil
}

// A TemplateStr is a t-string: Values are string Constants and Interpolations.
type TemplateStr struct {
	exprNode
	Values []Expr
}

// A Constant is a literal. Value is one of
//
//	nil         None
//	bool        True, False
//	int64       an integer that fits
//	*big.Int    an integer that does not fit in int64; never changed
//	float64     a float
//	complex128  an imaginary number
//	string      a str: UTF-8, lone surrogates as three bytes (WTF-8)
//	[]byte      a bytes; never changed
//	Ellipsis    ...
type Constant struct {
	exprNode
	Value any
	Kind  string // "u" for a str literal that starts with u, else ""
}

// Ellipsis is the value of the literal `...`.
type Ellipsis struct{}

// An Attribute is `Value.Attr`.
type Attribute struct {
	exprNode
	Value  Expr
	Attr   string
	Ctx    ExprContext
	AttrAt Span // where the name stands
}

// A Subscript is `Value[Slice]`.
type Subscript struct {
	exprNode
	Value Expr
	Slice Expr // *Slice, a *Tuple that may hold *Slice, or any other
	Ctx   ExprContext
}

// A Starred is `*Value` in a call, a display, a target or a subscript.
type Starred struct {
	exprNode
	Value Expr
	Ctx   ExprContext
}

// A Name is an identifier, NFKC normalized.
type Name struct {
	exprNode
	ID  string
	Ctx ExprContext
}

// A List is `[Elts]`.
type List struct {
	exprNode
	Elts []Expr
	Ctx  ExprContext
}

// A Tuple is `(Elts)`.
type Tuple struct {
	exprNode
	Elts []Expr
	Ctx  ExprContext
}

// A Slice is `Lower:Upper:Step` in a subscript.
type Slice struct {
	exprNode
	Lower Expr // or nil
	Upper Expr // or nil
	Step  Expr // or nil
}

// Arguments are the parameters of a function or lambda. Defaults belong to
// the last of Posonlyargs followed by Args; KwDefaults has one entry, maybe
// nil, for each of Kwonlyargs.
type Arguments struct {
	Posonlyargs []*Arg
	Args        []*Arg
	Vararg      *Arg // or nil
	Kwonlyargs  []*Arg
	KwDefaults  []Expr
	Kwarg       *Arg // or nil
	Defaults    []Expr
}

// An Arg is one parameter.
type Arg struct {
	Located
	Arg        string
	Annotation Expr // or nil; *Starred only for Vararg
}
