package pyrt

import "strings"

// bytes and bytearray share almost everything: methods work on the Go string
// of the contents and wrap what they return in the type of self.

// bufferOf gives the contents of a bytes-like object.
func bufferOf(v Value) (string, bool) {
	switch u := Underlying(v).(type) {
	case Bytes:
		return string(u), true
	case *ByteArray:
		return string(u.B), true
	case *MemoryView:
		return u.contents(), true
	}
	if o, ok := v.(interface{ Buffer() string }); ok {
		return o.Buffer(), true
	}
	if o, ok := v.(*Object); ok {
		if b, ok := o.Native.(interface{ Buffer() string }); ok {
			return b.Buffer(), true
		}
	}
	return "", false
}

// likeBytes wraps contents in the type of self.
func likeBytes(self Value, s string) Value {
	if _, ok := Underlying(self).(*ByteArray); ok {
		return &ByteArray{[]byte(s)}
	}
	return Bytes(s)
}

// quoteBytes is repr(bytes).
func quoteBytes(s string) string {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	b := []byte{'b', quote}
	for i := range len(s) {
		switch c := s[i]; {
		case c == quote || c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, '\\', 'n')
		case c == '\r':
			b = append(b, '\\', 'r')
		case c == '\t':
			b = append(b, '\\', 't')
		case c < 0x20 || c >= 0x7f:
			b = append(append(b, '\\', 'x'), hexDigits(uint32(c), 2)...)
		default:
			b = append(b, c)
		}
	}
	return string(append(b, quote))
}

// Repr implements repr(bytes).
func (s Bytes) Repr(*Thread) (string, error) { return quoteBytes(string(s)), nil }

// Repr implements repr(bytearray).
func (b *ByteArray) Repr(*Thread) (string, error) { return b.reprAs("bytearray"), nil }

// reprAs is repr() with the name of a derived class.
func (b *ByteArray) reprAs(class string) string {
	s := quoteBytes(string(b.B))
	if s[1] == '"' { // CPython escapes single quotes all the same
		s = strings.ReplaceAll(s, "'", `\'`)
	}
	return class + "(" + s + ")"
}

// Len implements len(bytes).
func (s Bytes) Len(*Thread) (int, error) { return len(s), nil }

// Len implements len(bytearray).
func (b *ByteArray) Len(*Thread) (int, error) { return len(b.B), nil }

// Truth implements bool(bytes).
func (s Bytes) Truth(*Thread) (bool, error) { return s != "", nil }

// Truth implements bool(bytearray).
func (b *ByteArray) Truth(*Thread) (bool, error) { return len(b.B) > 0, nil }

// Iter implements iter(bytes).
func (s Bytes) Iter(*Thread) (Iterator, error) {
	return &byteIter{typ: bytesIterType, data: func() string { return string(s) }}, nil
}

// Iter implements iter(bytearray).
func (b *ByteArray) Iter(*Thread) (Iterator, error) {
	return &byteIter{typ: bytearrayIter, data: func() string { return string(b.B) }}, nil
}

func bytesItem(t *Thread, self Value, s string, key Value) (Value, error) {
	if sl, ok := key.(*Slice); ok {
		start, _, step, count, err := sl.Indices(t, len(s))
		if err != nil {
			return nil, err
		}
		out := make([]byte, count)
		for i := range out {
			out[i] = s[start+i*step]
		}
		return likeBytes(self, string(out)), nil
	}
	name, text := "byte", "index out of range"
	if _, ok := self.(*ByteArray); ok {
		name, text = "bytearray", "bytearray index out of range"
	}
	i, err := seqIndex(t, key, len(s), name, text)
	if err != nil {
		return nil, err
	}
	return Int(s[i]), nil
}

// GetItem implements bytes[i] and bytes[i:j:k].
func (s Bytes) GetItem(t *Thread, key Value) (Value, error) { return bytesItem(t, s, string(s), key) }

// GetItem implements bytearray[i] and bytearray[i:j:k].
func (b *ByteArray) GetItem(t *Thread, key Value) (Value, error) {
	return bytesItem(t, b, string(b.B), key)
}

// SetItem implements assignment to and deletion of items and slices.
func (b *ByteArray) SetItem(t *Thread, key, v Value) error {
	l := NewList()
	for _, c := range b.B {
		l.Elems = append(l.Elems, Int(c))
	}
	if _, isSlice := key.(*Slice); isSlice && v != nil {
		if s, ok := bufferOf(v); ok {
			v = Bytes(s)
		} else if _, ok := AsInt(v); ok {
			return Errorf(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
		}
		if _, isStr := AsStr(v); isStr {
			return Errorf(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
		}
		data, err := bytesFrom(t, v)
		if err != nil {
			return err
		}
		if err := extendedSizes(t, key.(*Slice), len(b.B), len(data)); err != nil {
			return err
		}
		v = Bytes(data)
	} else if !isSlice {
		if _, err := seqIndex(t, key, len(b.B), "bytearray", "bytearray index out of range"); err != nil {
			return err
		}
		if v != nil {
			c, err := byteValue(t, v)
			if err != nil {
				return err
			}
			v = Int(c)
		}
	}
	if err := l.SetItem(t, key, v); err != nil {
		return err
	}
	out := make([]byte, len(l.Elems))
	for i, e := range l.Elems {
		out[i] = byte(e.(Int))
	}
	b.B = out
	return nil
}

// extendedSizes refuses to assign to a slice with a step another number of
// bytes than it has.
func extendedSizes(t *Thread, s *Slice, n, size int) error {
	_, _, step, count, err := s.Indices(t, n)
	if err == nil && step != 1 && count != size {
		return Errorf(ValueError, "attempt to assign bytes of size %d to extended slice of size %d", size, count)
	}
	return err
}

// byteValue reads one byte.
func byteValue(t *Thread, v Value) (byte, error) {
	x, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := x.(Int)
	if !ok || n < 0 || n > 255 {
		return 0, Errorf(ValueError, "byte must be in range(0, 256)")
	}
	return byte(n), nil
}

func bytesContain(t *Thread, s string, v Value) (bool, error) {
	if x, ok := bufferOf(v); ok {
		return strings.Contains(s, x), nil
	}
	if numericRank(Underlying(v)) == 1 || v.Type().Lookup("__index__") != nil {
		c, err := byteValue(t, v)
		return strings.IndexByte(s, c) >= 0, err
	}
	return false, Errorf(TypeError, "a bytes-like object is required, not '%s'", typeName(v))
}

// Contains implements v in bytes.
func (s Bytes) Contains(t *Thread, v Value) (bool, error) { return bytesContain(t, string(s), v) }

// Contains implements v in bytearray.
func (b *ByteArray) Contains(t *Thread, v Value) (bool, error) {
	return bytesContain(t, string(b.B), v)
}

func bytesOperate(t *Thread, self Value, s string, op Operator, other Value, reflected bool) (Value, error) {
	switch op {
	case OpMul:
		n, ok, err := repeatCount(t, other)
		if err != nil || !ok {
			return NotImplemented, err
		}
		if err := checkRepeat(t, len(s), n); err != nil {
			return nil, err
		}
		return likeBytes(self, strings.Repeat(s, max(n, 0))), nil
	case OpMod:
		if reflected {
			return NotImplemented, nil
		}
		out, err := formatBytes(t, s, other)
		return likeBytes(self, out), err
	}
	o, ok := bufferOf(orNone(other))
	if !ok {
		return NotImplemented, nil
	}
	if op == OpAdd && reflected {
		return NotImplemented, nil
	}
	switch {
	case op == OpAdd:
		if err := t.alloc(len(s) + len(o)); err != nil {
			return nil, err
		}
		return likeBytes(self, s+o), nil
	case op >= OpEq && op <= OpGe:
		return cmpResult(op, strings.Compare(s, o)), nil
	}
	return NotImplemented, nil
}

// Operate implements +, *, % and comparisons of bytes.
func (s Bytes) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	return bytesOperate(t, s, string(s), op, other, reflected)
}

// Operate implements +, *, % and comparisons of bytearray.
func (b *ByteArray) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	return bytesOperate(t, b, string(b.B), op, other, reflected)
}

// OperateInplace implements += and *= of bytearray.
func (b *ByteArray) OperateInplace(t *Thread, op Operator, other Value) (Value, error) {
	if op != OpAdd && op != OpMul {
		return NotImplemented, nil
	}
	v, err := b.Operate(t, op, other, false)
	if err != nil || v == NotImplemented {
		return v, err
	}
	b.B = v.(*ByteArray).B
	return b, nil
}

// bytesFrom converts what bytes(x) takes besides str and sizes: a bytes-like
// object, an object with __bytes__ or an iterable of ints.
func bytesFrom(t *Thread, v Value) (string, error) {
	if s, ok := bufferOf(v); ok {
		return s, nil
	}
	if m := v.Type().Lookup("__bytes__"); m != nil {
		r, err := CallMethod(t, v, "__bytes__")
		if err != nil {
			return "", err
		}
		s, ok := bufferOf(r)
		if !ok {
			return "", Errorf(TypeError, "__bytes__ returned non-bytes (type %s)", typeName(r))
		}
		return s, nil
	}
	var out []byte
	err := Each(t, v, func(e Value) error {
		n, err := Index(t, e)
		if err != nil {
			return err
		}
		c, ok := n.(Int)
		if !ok || c < 0 || c > 255 {
			return Errorf(ValueError, "bytes must be in range(0, 256)")
		}
		out = append(out, byte(c))
		return t.alloc(1)
	})
	if x, ok := err.(*Exception); ok && x.IsA(TypeError) && strings.HasSuffix(x.Message(), "is not iterable") {
		return "", Errorf(TypeError, "cannot convert '%s' object to bytes", typeName(v))
	}
	return string(out), err
}

// bytesArgument is bytes(source, encoding, errors), name "bytes" or
// "bytearray".
func bytesArgument(t *Thread, name string, args Args) (string, error) {
	if err := onlyKeywords(name, args, "source", "encoding", "errors"); err != nil {
		return "", err
	}
	if n := len(args.Pos) + len(args.Kw); n > 3 {
		return "", Errorf(TypeError, "%s() takes at most 3 arguments (%d given)", name, n)
	}
	src, enc, errs := argument(args.Pos, 0), argument(args.Pos, 1), argument(args.Pos, 2)
	for _, k := range args.Kw {
		switch k.Name {
		case "source":
			src = k.Value
		case "encoding":
			enc = k.Value
		default:
			errs = k.Value
		}
	}
	text := [2]string{"utf-8", "strict"}
	for i, v := range []Value{enc, errs} {
		if v == nil {
			continue
		}
		s, ok := AsStr(v)
		if !ok {
			return "", Errorf(TypeError, "%s() argument '%s' must be str, not %s", name, [2]string{"encoding", "errors"}[i], typeName(v))
		}
		text[i] = s
	}
	if s, ok := AsStr(orNone(src)); ok {
		if enc == nil {
			return "", Errorf(TypeError, "string argument without an encoding")
		}
		return EncodeString(t, s, text[0], text[1])
	}
	if enc != nil || errs != nil {
		return "", Errorf(TypeError, "encoding without a string argument")
	}
	if src == nil {
		return "", nil
	}
	return bytesOrZeros(t, name, src)
}

func bytesOrZeros(t *Thread, name string, src Value) (string, error) {
	_, isBuffer := bufferOf(src)
	if !isBuffer && src.Type().Lookup("__bytes__") == nil && (numericRank(Underlying(src)) == 1 || src.Type().Lookup("__index__") != nil) {
		n, err := indexInt(t, src)
		if err != nil {
			return "", err
		}
		if n < 0 {
			return "", Errorf(ValueError, "negative count")
		}
		if err := checkRepeat(t, 1, n); err != nil {
			return "", err
		}
		return strings.Repeat("\x00", n), nil
	}
	s, err := bytesFrom(t, src)
	if x, ok := err.(*Exception); ok && name == "bytearray" && x.Message() == "bytes must be in range(0, 256)" {
		return "", Errorf(ValueError, "byte must be in range(0, 256)")
	}
	return s, err
}

// bytesNew is bytes.__new__.
func bytesNew(t *Thread, cls *Type, args Args) (Value, error) {
	if len(args.Pos) == 1 && len(args.Kw) == 0 && cls == BytesType {
		if b, ok := args.Pos[0].(Bytes); ok {
			return b, nil
		}
	}
	s, err := bytesArgument(t, "bytes", args)
	return subclassed(cls, Bytes(s)), err
}
