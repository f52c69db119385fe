package pyrt

// An Operator is one of Python's unary, binary or comparison operators
// (language reference, section 6).
type Operator uint8

// The operators, in the order of their special-method table.
const (
	OpAdd Operator = iota
	OpSub
	OpMul
	OpMatMul
	OpTrueDiv
	OpFloorDiv
	OpMod
	OpPow
	OpLShift
	OpRShift
	OpAnd
	OpOr
	OpXor
	OpEq
	OpNe
	OpLt
	OpLe
	OpGt
	OpGe
	OpNeg
	OpPos
	OpInvert
)

// An operatorInfo names an operator's symbol and special methods.
type operatorInfo struct {
	symbol, method, reflected, inplace string
}

var operatorTable = [...]operatorInfo{
	OpAdd:      {"+", "__add__", "__radd__", "__iadd__"},
	OpSub:      {"-", "__sub__", "__rsub__", "__isub__"},
	OpMul:      {"*", "__mul__", "__rmul__", "__imul__"},
	OpMatMul:   {"@", "__matmul__", "__rmatmul__", "__imatmul__"},
	OpTrueDiv:  {"/", "__truediv__", "__rtruediv__", "__itruediv__"},
	OpFloorDiv: {"//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"},
	OpMod:      {"%", "__mod__", "__rmod__", "__imod__"},
	OpPow:      {"** or pow()", "__pow__", "__rpow__", "__ipow__"},
	OpLShift:   {"<<", "__lshift__", "__rlshift__", "__ilshift__"},
	OpRShift:   {">>", "__rshift__", "__rrshift__", "__irshift__"},
	OpAnd:      {"&", "__and__", "__rand__", "__iand__"},
	OpOr:       {"|", "__or__", "__ror__", "__ior__"},
	OpXor:      {"^", "__xor__", "__rxor__", "__ixor__"},
	OpEq:       {"==", "__eq__", "__eq__", ""},
	OpNe:       {"!=", "__ne__", "__ne__", ""},
	OpLt:       {"<", "__lt__", "__gt__", ""},
	OpLe:       {"<=", "__le__", "__ge__", ""},
	OpGt:       {">", "__gt__", "__lt__", ""},
	OpGe:       {">=", "__ge__", "__le__", ""},
	OpNeg:      {"-", "__neg__", "", ""},
	OpPos:      {"+", "__pos__", "", ""},
	OpInvert:   {"~", "__invert__", "", ""},
}

// String returns the operator as it is written.
func (op Operator) String() string { return operatorTable[op].symbol }

// Method returns the special method that implements op, such as __add__.
func (op Operator) Method() string { return operatorTable[op].method }
