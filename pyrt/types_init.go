package pyrt

// A builtinClass says what a built-in type consists of.
type builtinClass struct {
	class *Type
	// proto is any value of the type's representation: the interfaces that it
	// implements become special methods (slots.go). nil: none.
	proto Value
	// operators lists the operator methods, as operatorSlots wants them.
	operators string
	// unhashable sets __hash__ to None.
	unhashable bool
	// members gives the other methods and attributes; nil: none.
	members func() []Member
	new     func(t *Thread, cls *Type, args Args) (Value, error)
}

const (
	compareOps = "eq ne lt le gt ge"
	numberOps  = "add radd sub rsub mul rmul truediv rtruediv pow rpow neg pos "
	realOps    = numberOps + "floordiv rfloordiv mod rmod "
	intOps     = realOps + "lshift rlshift rshift rrshift and rand or ror xor rxor invert "
	setOps     = "sub rsub and rand or ror xor rxor "
)

// builtinClasses is the table of all built-in types. The members of the data
// types are in the file of each type.
func builtinClasses() []builtinClass {
	return append(append(append(dataClasses(), typingClasses()...), templateClasses()...), []builtinClass{
		{class: ObjectType, members: objectMembers},
		{class: TypeType, members: typeMembers, new: typeNew},
		{class: BaseException, members: baseExceptionMembers, new: exceptionNew},
		{class: BaseExceptionGroup, members: groupMembers, new: groupNew},
		{class: StopIteration, members: stopIterationMembers},
		{class: SystemExit, members: systemExitMembers},
		{class: KeyError, members: keyErrorMembers},
		{class: AttributeError, members: nameErrorMembers},
		{class: NameError, members: nameErrorMembers},
		{class: ImportError, members: importErrorMembers},
		{class: OSError, members: osErrorMembers, new: osErrorNew},
		{class: SyntaxError, members: syntaxErrorMembers},
		{class: UnicodeDecodeError, members: unicodeErrorMembers},
		{class: UnicodeEncodeError, members: unicodeErrorMembers},
		{class: UnicodeTranslateError, members: unicodeErrorMembers},
		{class: FunctionType, members: functionMembers},
		{class: BuiltinType, members: builtinFunctionMembers},
		{class: WrapperDescriptorType, members: builtinFunctionMembers},
		{class: MethodWrapperType, members: builtinFunctionMembers},
		{class: MethodDescriptorType, members: builtinFunctionMembers},
		{class: MethodType, proto: &BoundMethod{}, operators: "eq ne", members: methodMembers, new: methodNew},
		{class: StaticMethodType, members: staticMethodMembers, new: staticMethodNew},
		{class: ClassMethodType, members: classMethodMembers, new: classMethodNew},
		{class: PropertyType, members: propertyMembers, new: propertyNew},
		{class: GetSetType, members: getSetMembers},
		{class: MemberDescriptorType, proto: &MemberDescriptor{}, members: memberDescriptorMembers},
		{class: ModuleType, members: moduleMembers, new: moduleNew},
		{class: SuperType, members: superMembers, new: superNew},
		{class: GeneratorType, proto: &Generator{}, members: generatorMembers},
		{class: CoroutineType, members: coroutineMembers},
		{class: AsyncGeneratorType, members: asyncGeneratorMembers},
		{class: CodeType, members: codeMembers},
		{class: FrameType, members: frameMembers},
		{class: TracebackType, members: tracebackMembers},
		{class: CellType, proto: &Cell{}, operators: "eq ne lt le gt ge", unhashable: true, members: cellMembers, new: cellNew},
		{class: GenericAliasType, members: genericAliasMembers, new: genericAliasNew},
		{class: UnionType, proto: &Union{}, operators: "eq ne or ror", members: unionMembers},
		{class: MappingProxyType, proto: &MappingProxy{}, operators: "eq ne or ror", members: mappingProxyMembers, new: mappingProxyNew},
		{class: ListIteratorType, proto: &listIterator{}, members: lengthHintMembers},
		{class: TupleIteratorType, proto: &tupleIterator{}, members: lengthHintMembers},
		{class: IteratorType, proto: &FuncIterator{}},
	}...)
}

func init() {
	ObjectType.noDict = true
	for _, row := range builtinClasses() {
		row.class.New = row.new
		row.class.members = func() []Member {
			var out []Member
			if row.unhashable {
				out = append(out, Constant("__hash__", None))
			}
			if row.members != nil {
				out = append(out, row.members()...)
			}
			return append(out, slotMembers(row.proto, row.operators)...)
		}
	}
}

func templateClasses() []builtinClass {
	return []builtinClass{
		{class: TemplateType, proto: &Template{}, operators: "add", members: templateMembers, new: templateNew},
		{class: InterpolationType, proto: &Interpolation{}, members: interpolationMembers, new: interpolationNew},
	}
}
