package syntax

// ExprContext tells what is done with a target expression.
type ExprContext uint8

// The contexts; the zero value is Load.
const (
	Load ExprContext = iota
	Store
	Del
)

// String returns the name of CPython's class.
func (c ExprContext) String() string { return [...]string{"Load", "Store", "Del"}[c] }

// BoolOperator is the operator of a BoolOp.
type BoolOperator uint8

// The Boolean operators.
const (
	And BoolOperator = iota
	Or
)

// String returns the name of CPython's class.
func (o BoolOperator) String() string { return [...]string{"And", "Or"}[o] }

// UnaryOperator is the operator of a UnaryOp.
type UnaryOperator uint8

// The unary operators: ~ not + -.
const (
	Invert UnaryOperator = iota
	Not
	UAdd
	USub
)

// String returns the name of CPython's class.
func (o UnaryOperator) String() string { return [...]string{"Invert", "Not", "UAdd", "USub"}[o] }

// Operator is the operator of a BinOp or AugAssign.
type Operator uint8

// The binary operators: + - * @ / % ** << >> | ^ & //.
const (
	Add Operator = iota
	Sub
	Mult
	MatMult
	Div
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
)

// String returns the name of CPython's class.
func (o Operator) String() string {
	return [...]string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift",
		"RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"}[o]
}

// Sign returns the operator as Python writes it.
func (o Operator) Sign() string {
	return [...]string{"+", "-", "*", "@", "/", "%", "**", "<<", ">>", "|", "^", "&", "//"}[o]
}

// CmpOp is one operator of a Compare.
type CmpOp uint8

// The comparison operators: == != < <= > >= is, is not, in, not in.
const (
	Eq CmpOp = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

// String returns the name of CPython's class.
func (o CmpOp) String() string {
	return [...]string{"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}[o]
}

// Sign returns the operator as Python writes it.
func (o CmpOp) Sign() string {
	return [...]string{"==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in"}[o]
}

// Conversion is the conversion of a FormattedValue or Interpolation.
type Conversion int

// The conversions, as numbers the same as in CPython.
const (
	NoConversion Conversion = -1
	ConvertStr   Conversion = 's'
	ConvertRepr  Conversion = 'r'
	ConvertASCII Conversion = 'a'
)
