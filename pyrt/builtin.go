package pyrt

import "sync"

// A Builtin is a function implemented in Go. As a class member it binds self
// like a Python function.
type Builtin struct {
	Name   string
	Module string
	Owner  *Type // the class it is a method of, if any
	Doc    string

	signature string
	parse     sync.Once
	params    *Signature
	fn        BuiltinFunc
	raw       RawFunc
	// one and two call it with so many positional arguments (self is one)
	// without a list of them; nil where it does not take so many.
	one    func(t *Thread, a Value) (Value, error)
	two    func(t *Thread, a, b Value) (Value, error)
	slot   bool  // a special method derived from a Go interface
	static *Type // the class it is a static method of
	kind   builtinKind
}

// A builtinKind marks the built-ins that the evaluator treats specially.
type builtinKind uint8

const (
	kindOrdinary    builtinKind = iota
	kindGenericAttr             // object's and type's attribute access
	kindObjectHash
	kindObjectRepr
	kindObjectStr
	kindObjectInit
	kindObjectNew
	kindGoNew // __new__ of a class implemented in Go
	kindSuper // super, which needs the caller's frame
)

// NewBuiltin makes a function from a signature in Python's own words, such as
// "add_column(table_name, column, *, schema=None)". Defaults are literals:
// None, True, False, numbers, strings, (), [], {} and ... ("not given", passed
// as nil). "/" and "*" work as in Python. A signature that does not parse
// panics on first call: it is a mistake in our own code.
func NewBuiltin(signature string, fn BuiltinFunc) *Builtin {
	name := signature
	for i := range len(signature) {
		if signature[i] == '(' {
			name = signature[:i]
			break
		}
	}
	return &Builtin{Name: name, signature: signature, fn: fn}
}

// NewRawBuiltin makes a function that receives its arguments unbound.
func NewRawBuiltin(name string, fn RawFunc) *Builtin { return &Builtin{Name: name, raw: fn} }

// Type tells functions from methods and slot wrappers, as CPython does.
func (b *Builtin) Type() *Type {
	switch {
	case b.Owner == nil:
		return BuiltinType
	case b.slot:
		return WrapperDescriptorType
	}
	return MethodDescriptorType
}

// Signature returns the parsed parameters; nil for a raw built-in.
func (b *Builtin) Signature() *Signature {
	if b.raw != nil {
		return nil
	}
	b.parse.Do(func() {
		b.params = mustParseSignature(b.signature)
		switch owner := b.owner(); {
		case owner != nil && owner.Module == "builtins":
			b.params.Func, b.params.native = owner.Name+"."+b.Name, true
		case owner != nil:
			b.params.Func = owner.QualName + "." + b.Name
		case b.Module == "builtins":
			b.params.native = true
		}
	})
	return b.params
}

func (b *Builtin) owner() *Type {
	if b.Owner != nil {
		return b.Owner
	}
	return b.static
}

// Call binds args by the signature and runs the function.
func (b *Builtin) Call(t *Thread, args Args) (Value, error) {
	if b.raw != nil {
		return b.raw(t, args)
	}
	bound, err := b.Signature().Bind(t, args)
	if err != nil {
		return nil, err
	}
	return b.fn(t, bound)
}

// A BoundMethod is a function with its first argument.
type BoundMethod struct {
	Self Value
	Func Value
}

// Type is method, or what CPython calls bound built-in methods.
func (m *BoundMethod) Type() *Type {
	if b, ok := m.Func.(*Builtin); ok {
		if b.slot {
			return MethodWrapperType
		}
		return BuiltinType
	}
	return MethodType
}

// Call calls the function with Self put before the arguments.
func (m *BoundMethod) Call(t *Thread, args Args) (Value, error) {
	pos := make([]Value, 0, len(args.Pos)+1)
	pos = append(append(pos, m.Self), args.Pos...)
	return Call(t, m.Func, Args{Pos: pos, Kw: args.Kw})
}

// A StaticMethod is the staticmethod decorator's object.
type StaticMethod struct {
	Func  Value
	attrs *Dict
}

// Type gives the class.
func (*StaticMethod) Type() *Type { return StaticMethodType }

// A ClassMethod is the classmethod decorator's object.
type ClassMethod struct {
	Func  Value
	attrs *Dict
}

// Type gives the class.
func (*ClassMethod) Type() *Type { return ClassMethodType }

// A GoProperty is an attribute computed in Go (a data descriptor).
type GoProperty struct {
	Name string
	Get  func(t *Thread, self Value) (Value, error)
	Set  func(t *Thread, self, value Value) error // value nil: deletion; nil: read-only

	owner *Type
}

// Type gives the class.
func (*GoProperty) Type() *Type { return GetSetType }

// A Module is a module object.
type Module struct {
	Name string
	Dict *Dict
	// Lazy finds attributes that are not in Dict yet; nil, nil when there is
	// none. What it returns is kept in Dict.
	Lazy func(t *Thread, name string) (Value, error)
}

// Type gives the class.
func (*Module) Type() *Type { return ModuleType }

// NewModule makes a module with __name__ set.
func NewModule(name string) *Module {
	m := &Module{Name: name, Dict: NewDict()}
	m.Dict.SetStr("__name__", Str(name))
	return m
}

// Set defines a module attribute.
func (m *Module) Set(name string, v Value) { m.Dict.SetStr(name, v) }

// Define adds functions given by signature.
func (m *Module) Define(signature string, fn BuiltinFunc) {
	b := NewBuiltin(signature, fn)
	b.Module = m.Name
	m.Dict.SetStr(b.Name, b)
}
