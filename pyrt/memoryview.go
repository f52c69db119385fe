package pyrt

// A MemoryView is a one-dimensional view of bytes: read-only over bytes,
// writable over a bytearray. Other formats and shapes are refused.
type MemoryView struct {
	obj               Value
	start, step, size int
	released          bool
}

// MemoryViewType is memoryview.
var MemoryViewType = newFinalType("memoryview", ObjectType)

// Type is memoryview.
func (*MemoryView) Type() *Type { return MemoryViewType }

func memoryviewNew(t *Thread, cls *Type, args Args) (Value, error) {
	if len(args.Pos)+len(args.Kw) != 1 {
		return nil, Errorf(TypeError, "memoryview() missing required argument 'object' (pos 1)")
	}
	v := argument(args.Pos, 0)
	if v == nil {
		v = args.Kw[0].Value
	}
	s, ok := bufferOf(v)
	if !ok {
		return nil, Errorf(TypeError, "memoryview: a bytes-like object is required, not '%s'", typeName(v))
	}
	if m, ok := v.(*MemoryView); ok {
		c := *m
		return &c, nil
	}
	return &MemoryView{obj: Underlying(v), step: 1, size: len(s)}, nil
}

func (m *MemoryView) contents() string {
	base, _ := bufferOf(m.obj)
	if m.step == 1 && m.start+m.size <= len(base) {
		return base[m.start : m.start+m.size]
	}
	out := make([]byte, m.size)
	for i := range out {
		if p := m.start + i*m.step; p < len(base) {
			out[i] = base[p]
		}
	}
	return string(out)
}

func (m *MemoryView) alive() error {
	if m.released {
		return Errorf(ValueError, "operation forbidden on released memoryview object")
	}
	return nil
}

// Len implements len(memoryview).
func (m *MemoryView) Len(*Thread) (int, error) { return m.size, m.alive() }

// Repr implements repr(memoryview).
func (m *MemoryView) Repr(t *Thread) (string, error) {
	return "<memory at 0x" + hex(ID(t, m)) + ">", nil
}

// Hash implements hash(memoryview) of a read-only view.
func (m *MemoryView) Hash(t *Thread) (int64, error) {
	if _, ok := m.obj.(Bytes); !ok {
		return 0, Errorf(ValueError, "cannot hash writable memoryview object")
	}
	return Bytes(m.contents()).Hash(t)
}

// GetItem implements view[i] and view[i:j:k].
func (m *MemoryView) GetItem(t *Thread, key Value) (Value, error) {
	if err := m.alive(); err != nil {
		return nil, err
	}
	if s, ok := key.(*Slice); ok {
		start, _, step, count, err := s.Indices(t, m.size)
		if err != nil {
			return nil, err
		}
		return &MemoryView{obj: m.obj, start: m.start + start*m.step, step: m.step * step, size: count}, nil
	}
	if numericRank(Underlying(key)) != 1 && key.Type().Lookup("__index__") == nil {
		return nil, Errorf(TypeError, "memoryview: invalid slice key")
	}
	i, err := seqIndex(t, key, m.size, "memoryview", "index out of bounds on dimension 1")
	if err != nil {
		return nil, err
	}
	return Int(m.contents()[i]), nil
}

// SetItem implements view[i] = v and view[i:j] = bytes.
func (m *MemoryView) SetItem(t *Thread, key, v Value) error {
	b, ok := m.obj.(*ByteArray)
	switch {
	case m.alive() != nil:
		return m.alive()
	case !ok:
		return Errorf(TypeError, "cannot modify read-only memory")
	case v == nil:
		return Errorf(TypeError, "cannot delete memory")
	}
	if s, ok := key.(*Slice); ok {
		start, _, step, count, err := s.Indices(t, m.size)
		if err != nil {
			return err
		}
		data, err := needBuffer(v)
		if err != nil {
			return err
		}
		if len(data) != count {
			return Errorf(ValueError, "memoryview assignment: lvalue and rvalue have different structures")
		}
		for i := range count {
			b.B[m.start+(start+i*step)*m.step] = data[i]
		}
		return nil
	}
	i, err := seqIndex(t, key, m.size, "memoryview", "index out of bounds on dimension 1")
	if err != nil {
		return err
	}
	x, err := Index(t, v)
	if err != nil {
		return Errorf(TypeError, "memoryview: invalid type for format 'B'")
	}
	n, ok := x.(Int)
	if !ok || n < 0 || n > 255 {
		return Errorf(ValueError, "memoryview: invalid value for format 'B'")
	}
	b.B[m.start+i*m.step] = byte(n)
	return nil
}

// Iter implements iter(memoryview).
func (m *MemoryView) Iter(*Thread) (Iterator, error) {
	return &byteIter{typ: memoryIterType, data: m.contents}, m.alive()
}

// Operate compares with other bytes-like objects.
func (m *MemoryView) Operate(_ *Thread, op Operator, other Value, _ bool) (Value, error) {
	o, ok := bufferOf(orNone(other))
	if !ok || op != OpEq && op != OpNe {
		return NotImplemented, nil
	}
	return Bool((o == m.contents()) == (op == OpEq)), nil
}

func memoryviewMembers() []Member {
	c := MemoryViewType
	get := func(name string, f func(m *MemoryView) Value) Member {
		return Getter(name, func(_ *Thread, v Value) (Value, error) {
			m := v.(*MemoryView)
			return f(m), m.alive()
		})
	}
	release := func(_ *Thread, m *MemoryView) (Value, error) { m.released = true; return None, nil }
	return []Member{
		get("obj", func(m *MemoryView) Value { return m.obj }),
		get("nbytes", func(m *MemoryView) Value { return Int(m.size) }),
		get("itemsize", func(*MemoryView) Value { return Int(1) }),
		get("ndim", func(*MemoryView) Value { return Int(1) }),
		get("format", func(*MemoryView) Value { return Str("B") }),
		get("shape", func(m *MemoryView) Value { return NewTuple(Int(m.size)) }),
		get("strides", func(m *MemoryView) Value { return NewTuple(Int(m.step)) }),
		get("contiguous", func(m *MemoryView) Value { return Bool(m.step == 1) }),
		get("readonly", func(m *MemoryView) Value { _, ok := m.obj.(*ByteArray); return Bool(!ok) }),
		noArgs(c, "tobytes", func(_ *Thread, m *MemoryView) (Value, error) { return Bytes(m.contents()), m.alive() }),
		noArgs(c, "tolist", func(t *Thread, m *MemoryView) (Value, error) {
			elems, err := Collect(t, m)
			return NewList(elems...), err
		}),
		keywordArgs(c, "hex(self, sep=..., bytes_per_sep=...)", func(t *Thread, m *MemoryView, a []Value) (Value, error) {
			return bytesHex(t, Bytes(m.contents()), a)
		}),
		noArgs(c, "toreadonly", func(_ *Thread, m *MemoryView) (Value, error) {
			return &MemoryView{obj: Bytes(m.contents()), step: 1, size: m.size}, m.alive()
		}),
		noArgs(c, "release", release),
		noArgs(c, "__enter__", func(_ *Thread, m *MemoryView) (Value, error) { return m, m.alive() }),
		manyArgs(c, "__exit__", 0, -1, func(t *Thread, m *MemoryView, _ []Value) (Value, error) { return release(t, m) }),
	}
}
