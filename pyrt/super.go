package pyrt

// A superObject is what super() gives.
type superObject struct {
	start   *Type
	obj     Value // nil: unbound
	objType *Type
}

func (*superObject) Type() *Type { return SuperType }

// Attr looks name up in the MRO of the object after the start class.
func (s *superObject) Attr(t *Thread, name string) (Value, error) {
	if s.obj == nil || name == "__class__" {
		return nil, nil
	}
	mro := s.objType.MRO
	i := 0
	for i < len(mro) && mro[i] != s.start {
		i++
	}
	for i++; i < len(mro); i++ {
		m, ok := mro[i].namespace().GetStr(name)
		if !ok {
			continue
		}
		if c, isType := s.obj.(*Type); isType && c == s.objType {
			return bindClassAttr(t, m, c)
		}
		return bindAttr(t, m, s.obj, s.objType)
	}
	return nil, nil
}

// function is Attr for a call of a method written in Python on an instance; nil:
// something else.
func (s *superObject) function(name string) Value {
	o, ok := s.obj.(*Object)
	if !ok || name == "__class__" {
		return nil
	}
	mro := o.Class.MRO
	if s.objType != o.Class {
		return nil
	}
	i := 0
	for i < len(mro) && mro[i] != s.start {
		i++
	}
	for i++; i < len(mro); i++ {
		if m, ok := mro[i].namespace().GetStr(name); ok {
			f, ok := m.(*Function)
			if !ok {
				return nil
			}
			return f
		}
	}
	return nil
}

// Repr gives <super: <class 'C'>, <C object>>.
func (s *superObject) Repr(*Thread) (string, error) {
	if s.obj == nil {
		return "<super: <class '" + s.start.Name + "'>, NULL>", nil
	}
	return "<super: <class '" + s.start.Name + "'>, <" + s.objType.Name + " object>>", nil
}

func superNew(t *Thread, _ *Type, args Args) (Value, error) {
	if len(args.Kw) > 0 {
		return nil, Errorf(TypeError, "super() takes no keyword arguments")
	}
	switch len(args.Pos) {
	case 0:
		c, obj, err := t.superFromFrame()
		if err != nil {
			return nil, err
		}
		return bindSuper(t, c, obj)
	case 1, 2:
	default:
		return nil, Errorf(TypeError, "super() expected at most 2 arguments, got %d", len(args.Pos))
	}
	c, ok := args.Pos[0].(*Type)
	if !ok {
		return nil, Errorf(TypeError, "super() argument 1 must be a type, not %s", args.Pos[0].Type().Name)
	}
	if len(args.Pos) == 1 {
		return &superObject{start: c}, nil
	}
	return bindSuper(t, c, args.Pos[1])
}

func bindSuper(t *Thread, c *Type, obj Value) (Value, error) {
	if k, ok := obj.(*Type); ok && k.IsSubclass(c) {
		return &superObject{c, obj, k}, nil
	}
	if obj.Type().IsSubclass(c) {
		return &superObject{c, obj, obj.Type()}, nil
	}
	if k, err := LookupAttr(t, obj, "__class__"); err != nil {
		return nil, err
	} else if kc, ok := k.(*Type); ok && kc.IsSubclass(c) {
		return &superObject{c, obj, kc}, nil
	}
	kind := "instance of " + obj.Type().Name
	if k, ok := obj.(*Type); ok {
		kind = "type " + k.Name
	}
	return nil, Errorf(TypeError, "super(type, obj): obj (%s) is not an instance or subtype of type (%s).", kind, c.Name)
}

// superFromFrame finds __class__ and the first argument of the caller.
func (t *Thread) superFromFrame() (*Type, Value, error) {
	fr := t.frame
	if fr == nil || fr.code == nil {
		return nil, nil, Errorf(RuntimeError, "super(): no current frame")
	}
	obj := fr.firstArg()
	if obj == nil {
		return nil, nil, Errorf(RuntimeError, "super(): no arguments")
	}
	cell := fr.classCell()
	if cell == nil {
		return nil, nil, Errorf(RuntimeError, "super(): __class__ cell not found")
	}
	c, ok := cell.Value.(*Type)
	if !ok {
		return nil, nil, Errorf(RuntimeError, "super(): empty __class__ cell")
	}
	return c, obj, nil
}

func superMembers() []Member {
	return []Member{
		Getter("__thisclass__", func(_ *Thread, self Value) (Value, error) { return self.(*superObject).start, nil }),
		Getter("__self__", func(_ *Thread, self Value) (Value, error) {
			if o := self.(*superObject).obj; o != nil {
				return o, nil
			}
			return None, nil
		}),
		Getter("__self_class__", func(_ *Thread, self Value) (Value, error) {
			if s := self.(*superObject); s.obj != nil {
				return s.objType, nil
			}
			return None, nil
		}),
	}
}
