package pyrt

import (
	"sync"
	"sync/atomic"
)

// A Type is a class: a built-in one, one made in Go by NewClass, or one made
// by a class statement.
type Type struct {
	Name     string // __name__
	QualName string // __qualname__
	Module   string // __module__
	Doc      string
	Bases    []*Type
	MRO      []*Type // the class itself first (C3, data model section 3.3.3.1)
	Meta     *Type   // the metaclass; nil means type
	// Dict is the class namespace. Use Lookup to search the MRO.
	Dict *Dict
	// Immutable classes refuse attribute assignment, as built-in ones do.
	Immutable bool
	// Final classes cannot be subclassed (bool, NoneType, …).
	Final bool
	// New creates an instance without initialising it: __new__ of a class
	// implemented in Go. It is inherited; nil all the way up means object's.
	New func(t *Thread, cls *Type, args Args) (Value, error)

	// members fills Dict on first use, so that start-up does not pay for
	// classes that no program touches.
	members func() []Member
	load    sync.Once
	// layout is the built-in type whose Go representation instances wrap;
	// nil for plain objects.
	layout *Type
	// solid is the class of the MRO that decides the layout of instances: a
	// built-in one or one with slots; nil: object's.
	solid *Type
	// noDict: instances have no __dict__ (every class of the MRO has __slots__).
	noDict bool
	// cache holds what Lookup found; changed drops it, here and in subs.
	cache map[string]Value
	flat  atomic.Pointer[map[string]Value] // the cache of immutable classes
	hooks atomic.Pointer[attrHooks]
	subs  []*Type
}

// Type returns the metaclass.
func (c *Type) Type() *Type {
	if c.Meta != nil {
		return c.Meta
	}
	return TypeType
}

// A Member is one entry of a Go-implemented class.
type Member struct {
	Name  string
	Value Value
}

// Method declares a method; signature includes self:
// "add_column(self, column, *, insert_before=None)".
func Method(signature string, fn BuiltinFunc) Member {
	b := NewBuiltin(signature, fn)
	return Member{b.Name, b}
}

// RawMethod declares a method that receives its arguments unbound, self first.
func RawMethod(name string, fn RawFunc) Member {
	return Member{name, NewRawBuiltin(name, fn)}
}

// StaticFunc declares a static method.
func StaticFunc(signature string, fn BuiltinFunc) Member {
	b := NewBuiltin(signature, fn)
	return Member{b.Name, &StaticMethod{Func: b}}
}

// ClassFunc declares a class method; signature includes cls.
func ClassFunc(signature string, fn BuiltinFunc) Member {
	b := NewBuiltin(signature, fn)
	return Member{b.Name, &ClassMethod{Func: b}}
}

// Getter declares a read-only property.
func Getter(name string, get func(t *Thread, self Value) (Value, error)) Member {
	return Member{name, &GoProperty{Name: name, Get: get}}
}

// Accessor declares a property with a setter (value nil: deletion).
func Accessor(name string, get func(t *Thread, self Value) (Value, error), set func(t *Thread, self, value Value) error) Member {
	return Member{name, &GoProperty{Name: name, Get: get, Set: set}}
}

// Constant declares a class attribute.
func Constant(name string, v Value) Member { return Member{name, v} }

// A ClassSpec describes a class implemented in Go.
type ClassSpec struct {
	Name, Module, Doc string
	Bases             []*Type // nil means object
	Meta              *Type
	// Members gives the namespace; it is called once, on first use.
	Members func() []Member
	// New overrides __new__; nil inherits. It gets the arguments of the call
	// even when a subclass written in Python replaces __init__: a class that is
	// meant to be subclassed so takes them in a member __init__ instead.
	New func(t *Thread, cls *Type, args Args) (Value, error)
}

// NewClass makes a class implemented in Go. It panics when the bases have no
// consistent MRO, which is a mistake in our own code.
func NewClass(s ClassSpec) *Type {
	if len(s.Bases) == 0 {
		s.Bases = []*Type{ObjectType}
	}
	c := newType(s)
	c.Immutable = true
	return c
}

// newType makes a class with exactly the given bases.
func newType(s ClassSpec) *Type {
	c := &Type{Name: s.Name, QualName: s.Name, Module: s.Module, Doc: s.Doc, Bases: s.Bases,
		Meta: s.Meta, Dict: NewDict(), New: s.New, members: s.Members}
	mro, ok := linearize(c)
	if !ok {
		panic("pyrt: no consistent MRO for class " + s.Name)
	}
	c.MRO = mro
	for _, b := range c.Bases {
		if c.layout == nil {
			c.layout = b.layout
		}
		if c.solid == nil {
			c.solid = b.solid
		}
		if !b.Immutable {
			b.subs = append(b.subs, c)
		}
		if c.Meta == nil {
			c.Meta = b.Meta
		}
	}
	return c
}

// newBuiltinType makes one of the immutable built-in types. Its members are
// attached in init (types_init.go) because method tables refer to the types.
func newBuiltinType(name string, bases ...*Type) *Type {
	c := newType(ClassSpec{Name: name, Module: "builtins", Bases: bases})
	c.Immutable = true
	return c
}

// newLayoutType makes a built-in type whose instances have a Go
// representation of their own, which subclasses wrap in Object.Native.
func newLayoutType(name string, bases ...*Type) *Type {
	c := newBuiltinType(name, bases...)
	c.layout, c.solid = c, c
	return c
}

// namespace returns the class's own dict, filled.
func (c *Type) namespace() *Dict {
	c.load.Do(func() {
		defer c.seed()
		if c.members == nil {
			return
		}
		for _, m := range c.members() {
			if _, ok := c.Dict.GetStr(m.Name); !ok {
				c.Dict.SetStr(m.Name, m.Value)
			}
			adopt(c, m)
		}
	})
	return c.Dict
}

// adopt tells a member which class it belongs to, for error texts and binding.
func adopt(c *Type, m Member) {
	switch x := m.Value.(type) {
	case *Builtin:
		if x.Owner == nil {
			x.Owner = c
		}
	case *ClassMethod:
		if b, ok := x.Func.(*Builtin); ok && b.Owner == nil {
			b.Owner = c
		}
	case *StaticMethod:
		if b, ok := x.Func.(*Builtin); ok {
			b.static = c
		}
	case *GoProperty:
		if x.owner == nil {
			x.owner = c
		}
	}
}

// seed puts in what every class implemented in Go has.
func (c *Type) seed() {
	if _, ok := c.Dict.GetStr("__new__"); !ok && c.New != nil {
		c.Dict.SetStr("__new__", goNew(c))
	}
	if !c.Immutable {
		return
	}
	if _, ok := c.Dict.GetStr("__doc__"); !ok {
		var doc Value = None
		switch {
		case c.Doc != "":
			doc = Str(c.Doc)
		case c.Module == "builtins":
			doc = Str("The built-in class " + c.Name + ".")
		}
		c.Dict.SetStr("__doc__", doc)
	}
	if _, ok := c.Dict.GetStr("__module__"); !ok && c.Module != "" && c.Module != "builtins" {
		c.Dict.SetStr("__module__", Str(c.Module))
	}
}

// Lookup finds name in the MRO without invoking descriptors; nil if absent.
func (c *Type) Lookup(name string) Value {
	if c.Immutable {
		return c.flatten()[name]
	}
	if v, ok := c.cache[name]; ok {
		return v
	}
	v, _ := c.search(name)
	if c.cache == nil {
		c.cache = make(map[string]Value)
	}
	c.cache[name] = v
	return v
}

// search finds name and the class of the MRO that has it.
func (c *Type) search(name string) (Value, *Type) {
	for _, k := range c.MRO {
		if v, ok := k.namespace().GetStr(name); ok {
			return v, k
		}
	}
	return nil, nil
}

// flatten makes one map of the whole MRO of a class that cannot change.
func (c *Type) flatten() map[string]Value {
	if m := c.flat.Load(); m != nil {
		return *m
	}
	m := make(map[string]Value)
	for i := len(c.MRO) - 1; i >= 0; i-- {
		for _, e := range c.MRO[i].namespace().entries {
			if s, ok := e.key.(Str); ok {
				m[string(s)] = e.value
			}
		}
	}
	c.flat.Store(&m)
	return m
}

// Set defines a class attribute. Writing to Dict is only right before the
// class is first used: Lookup remembers.
func (c *Type) Set(name string, v Value) {
	c.namespace().SetStr(name, v)
	c.changed()
}

// changed forgets what was remembered about this class and those below.
func (c *Type) changed() {
	c.cache = nil
	c.flat.Store(nil)
	c.hooks.Store(nil)
	for _, s := range c.subs {
		s.changed()
	}
}

// attrHooks are the special methods that replace generic attribute access;
// nil where the class leaves it as it is.
type attrHooks struct {
	get, fallback, set, del Value
	// init is the __init__ written in Python of a class whose instances
	// object.__new__ makes; nil for others.
	init *Function
	// maker and initializer are __new__ and __init__; nothing says that the
	// latter is object's and takes what it is given.
	maker, initializer Value
	nothing            bool
}

func (c *Type) attrHooks() *attrHooks {
	if h := c.hooks.Load(); h != nil {
		return h
	}
	h := &attrHooks{}
	for name, at := range map[string]*Value{"__getattribute__": &h.get, "__getattr__": &h.fallback,
		"__setattr__": &h.set, "__delattr__": &h.del} {
		m := c.Lookup(name)
		if b, ok := m.(*Builtin); ok && b.kind == kindGenericAttr {
			continue
		}
		*at = m
	}
	if _, own := c.namespace().GetStr("__abstractmethods__"); !own && isKind(c.Lookup("__new__"), kindObjectNew) && c.layout == nil {
		h.init, _ = c.Lookup("__init__").(*Function)
	}
	h.maker, h.initializer = c.Lookup("__new__"), c.Lookup("__init__")
	if s, ok := h.maker.(*StaticMethod); ok {
		h.maker = s.Func
	}
	h.nothing = isKind(h.initializer, kindObjectInit) && !isKind(h.maker, kindObjectNew)
	c.hooks.Store(h)
	return h
}

// moduleName gives __module__ of a class.
func (c *Type) moduleName() string {
	if v, ok := c.namespace().GetStr("__module__"); ok {
		if s, ok := AsStr(v); ok {
			return s
		}
	}
	return c.Module
}

// IsSubclass reports whether c is base or derives from it.
func (c *Type) IsSubclass(base *Type) bool {
	for _, k := range c.MRO {
		if k == base {
			return true
		}
	}
	return false
}

// IsInstance reports whether v's class is c or derives from it (without
// __instancecheck__).
func IsInstance(v Value, c *Type) bool { return v.Type().IsSubclass(c) }

// maxMRO bounds how many classes stand above one: every class holds the list
// of all of them.
const maxMRO = 1000

// linearize computes the C3 MRO.
func linearize(c *Type) ([]*Type, bool) {
	var seqs [][]*Type
	for _, b := range c.Bases {
		seqs = append(seqs, b.MRO)
	}
	seqs = append(seqs, c.Bases)
	tails := make(map[*Type]int) // in how many tails a class stands
	for _, s := range seqs {
		for _, k := range s[min(1, len(s)):] {
			tails[k]++
		}
	}
	out := []*Type{c}
	for {
		var head *Type
		empty := true
		for _, s := range seqs {
			if len(s) == 0 {
				continue
			}
			empty = false
			if tails[s[0]] == 0 {
				head = s[0]
				break
			}
		}
		if empty {
			return out, true
		}
		if head == nil {
			return nil, false
		}
		out = append(out, head)
		for i, s := range seqs {
			if len(s) > 0 && s[0] == head {
				seqs[i] = s[1:]
				if len(s) > 1 {
					tails[s[1]]--
				}
			}
		}
	}
}
