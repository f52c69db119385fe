package pyrt

// The built-in types that the evaluator itself needs.
var (
	ObjectType         = newBuiltinType("object")
	TypeType           = newBuiltinType("type", ObjectType)
	NoneType           = newFinalType("NoneType", ObjectType)
	EllipsisType       = newFinalType("ellipsis", ObjectType)
	NotImplementedType = newFinalType("NotImplementedType", ObjectType)
	IntType            = newLayoutType("int", ObjectType)
	BoolType           = newFinalType("bool", IntType)
	FloatType          = newLayoutType("float", ObjectType)
	ComplexType        = newLayoutType("complex", ObjectType)
	StrType            = newLayoutType("str", ObjectType)
	BytesType          = newLayoutType("bytes", ObjectType)
	ByteArrayType      = newLayoutType("bytearray", ObjectType)
	TupleType          = newLayoutType("tuple", ObjectType)
	ListType           = newLayoutType("list", ObjectType)
	DictType           = newLayoutType("dict", ObjectType)
	SetType            = newLayoutType("set", ObjectType)
	FrozenSetType      = newLayoutType("frozenset", ObjectType)
	SliceType          = newFinalType("slice", ObjectType)
	RangeType          = newFinalType("range", ObjectType)
	FunctionType       = newFinalType("function", ObjectType)
	BuiltinType        = newFinalType("builtin_function_or_method", ObjectType)
	MethodType         = newFinalType("method", ObjectType)
	StaticMethodType   = newBuiltinType("staticmethod", ObjectType)
	ClassMethodType    = newBuiltinType("classmethod", ObjectType)
	PropertyType       = newBuiltinType("property", ObjectType)
	GetSetType         = newFinalType("getset_descriptor", ObjectType)
	ModuleType         = newBuiltinType("module", ObjectType)
	IteratorType       = newFinalType("iterator", ObjectType)
)

func newFinalType(name string, bases ...*Type) *Type {
	c := newBuiltinType(name, bases...)
	c.Final = true
	return c
}
