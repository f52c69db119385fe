package pyrt

// dataClasses lists the types of numbers, texts and containers.
func dataClasses() []builtinClass {
	return append(iteratorClasses(), []builtinClass{
		{class: NoneType, proto: None, new: singletonNew(None)},
		{class: EllipsisType, proto: Ellipsis, new: singletonNew(Ellipsis)},
		{class: NotImplementedType, proto: NotImplemented, new: singletonNew(NotImplemented)},
		{class: IntType, proto: Int(0), operators: intOps + compareOps, members: intMembers, new: intNew},
		{class: BoolType, proto: Bool(false), operators: "and rand or ror xor rxor invert", new: boolNew},
		{class: FloatType, proto: Float(0), operators: realOps + compareOps, members: floatMembers, new: floatNew},
		{class: ComplexType, proto: Complex(0), operators: numberOps + compareOps, members: complexMembers, new: complexNew},
		{class: StrType, proto: Str(""), operators: "add mul rmul mod rmod " + compareOps, members: strMembers, new: strNew},
		{class: BytesType, proto: Bytes(""), operators: "add mul rmul mod rmod " + compareOps, members: bytesOnlyMembers, new: bytesNew},
		{class: ByteArrayType, proto: &ByteArray{}, operators: "add mul rmul mod rmod iadd imul " + compareOps, unhashable: true, members: bytearrayMembers,
			new: emptyNew(func() Value { return &ByteArray{} })},
		{class: streamType, members: streamMembers},
		{class: MemoryViewType, proto: &MemoryView{}, operators: compareOps, members: memoryviewMembers, new: memoryviewNew},
		{class: TupleType, proto: &Tuple{}, operators: "add mul rmul " + compareOps, members: tupleMembers, new: tupleNew},
		{class: ListType, proto: &List{}, operators: "add mul rmul iadd imul " + compareOps, unhashable: true, members: listMembers,
			new: emptyNew(func() Value { return &List{} })},
		{class: DictType, proto: &Dict{}, operators: "or ror ior " + compareOps, unhashable: true, members: dictMembers,
			new: emptyNew(func() Value { return NewDict() })},
		{class: dictKeysType, proto: &DictView{}, operators: setOps + compareOps, unhashable: true, members: viewMembers(dictKeysType)},
		{class: dictItemsType, proto: &DictView{}, operators: setOps + compareOps, unhashable: true, members: viewMembers(dictItemsType)},
		{class: dictValuesType, proto: &DictView{}, members: viewMembers(dictValuesType)},
		{class: SetType, proto: &Set{}, operators: setOps + "isub iand ior ixor " + compareOps, unhashable: true, members: setMembers, new: newSetOf},
		{class: FrozenSetType, proto: &Set{Frozen: true}, operators: setOps + compareOps, members: frozenSetMembers, new: newSetOf},
		{class: SliceType, proto: &Slice{}, operators: compareOps, members: sliceMembers, new: sliceNew},
		{class: RangeType, proto: &Range{}, operators: "eq ne", members: rangeMembers, new: rangeNew},
	}...)
}

// iteratorClasses lists the iterators over them, which only Go makes, and the
// iterators that are built-in functions.
func iteratorClasses() []builtinClass {
	var out []builtinClass
	for _, c := range []*Type{rangeIterType, longRangeIterType, listRevIterType, bytesIterType, bytearrayIter, setIterType, keyIterType, valueIterType, itemIterType} {
		out = append(out, builtinClass{class: c, proto: &sliceIter{}, members: hintMembers})
	}
	for _, c := range []*Type{strIterType, strIterType2, keyRevIterType, valRevIterType, itemRevIterType, callIterType, memoryIterType} {
		out = append(out, builtinClass{class: c, proto: &sliceIter{}})
	}
	return append(out, lazyClasses()...)
}

// emptyNew is __new__ of a container that __init__ fills.
func emptyNew(make func() Value) func(*Thread, *Type, Args) (Value, error) {
	return func(_ *Thread, cls *Type, _ Args) (Value, error) { return subclassed(cls, make()), nil }
}

func singletonNew(v Value) func(*Thread, *Type, Args) (Value, error) {
	return func(_ *Thread, cls *Type, args Args) (Value, error) {
		if len(args.Pos)+len(args.Kw) > 0 {
			return nil, Errorf(TypeError, "%s takes no arguments", cls.Name)
		}
		return v, nil
	}
}
