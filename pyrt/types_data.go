package pyrt

// dataClasses lists the types of numbers, texts and containers.
func dataClasses() []builtinClass {
	return []builtinClass{
		{class: NoneType, proto: None, members: noneMembers},
		{class: EllipsisType, proto: Ellipsis},
		{class: NotImplementedType, proto: NotImplemented},
		{class: IntType, proto: Int(0), operators: intOps + compareOps},
		{class: BoolType, proto: Bool(false), operators: "and rand or ror xor rxor invert"},
		{class: FloatType, proto: Float(0), operators: realOps + compareOps},
		{class: ComplexType, proto: Complex(0), operators: numberOps + compareOps},
		{class: StrType, proto: Str(""), operators: "add mul rmul mod rmod " + compareOps},
		{class: BytesType, proto: Bytes(""), operators: "add mul rmul mod rmod " + compareOps},
		{class: ByteArrayType, proto: &ByteArray{}, operators: "add mul rmul mod rmod iadd imul " + compareOps, unhashable: true},
		{class: TupleType, proto: &Tuple{}, operators: "add mul rmul " + compareOps},
		{class: ListType, proto: &List{}, operators: "add mul rmul iadd imul " + compareOps, unhashable: true},
		{class: DictType, proto: &Dict{}, operators: "or ror ior " + compareOps, unhashable: true},
		{class: SetType, proto: &Set{}, operators: setOps + "isub iand ior ixor " + compareOps, unhashable: true},
		{class: FrozenSetType, proto: &Set{Frozen: true}, operators: setOps + compareOps},
		{class: SliceType, proto: &Slice{}, operators: compareOps},
		{class: RangeType, proto: &Range{}, operators: "eq ne"},
	}
}

func noneMembers() []Member { return nil }
