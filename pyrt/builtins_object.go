package pyrt

func attrName(v Value) (string, error) {
	s, ok := AsStr(v)
	if !ok {
		return "", Errorf(TypeError, "attribute name must be string, not '%s'", typeName(v))
	}
	return s, nil
}

func builtinGetattr(t *Thread, a []Value) (Value, error) {
	name, err := attrName(a[1])
	if err != nil {
		return nil, err
	}
	if len(a) < 3 {
		return GetAttr(t, a[0], name)
	}
	v, err := LookupAttr(t, a[0], name)
	if err != nil || v != nil {
		return v, err
	}
	return a[2], nil
}

func builtinHasattr(t *Thread, a []Value) (Value, error) {
	name, err := attrName(a[1])
	if err != nil {
		return nil, err
	}
	v, err := LookupAttr(t, a[0], name)
	return Bool(v != nil), err
}

func builtinSetattr(t *Thread, a []Value) (Value, error) {
	name, err := attrName(a[1])
	if err != nil {
		return nil, err
	}
	return None, SetAttr(t, a[0], name, a[2])
}

func builtinDelattr(t *Thread, a []Value) (Value, error) {
	name, err := attrName(a[1])
	if err != nil {
		return nil, err
	}
	return None, DelAttr(t, a[0], name)
}

func builtinIsinstance(t *Thread, a []Value) (Value, error) {
	ok, err := IsInstanceOf(t, a[0], a[1])
	return Bool(ok), err
}

func builtinIssubclass(t *Thread, a []Value) (Value, error) {
	ok, err := IsSubclassOf(t, a[0], a[1])
	return Bool(ok), err
}

// builtinIter is iter(iterable) and iter(callable, sentinel).
func builtinIter(t *Thread, a []Value) (Value, error) {
	if len(a) == 1 {
		return IterObject(t, a[0])
	}
	if !IsCallable(a[0]) {
		return nil, Errorf(TypeError, "iter(v, w): v must be callable")
	}
	return &FuncIterator{Class: callIterType, Func: func(t *Thread) (Value, error) {
		v, err := Call(t, a[0], Args{})
		if err != nil {
			if x, ok := err.(*Exception); ok && x.IsA(StopIteration) {
				return nil, nil
			}
			return nil, err
		}
		if eq, err := Equal(t, v, a[1]); err != nil || eq {
			return nil, err
		}
		return v, nil
	}}, nil
}

func builtinNext(t *Thread, a []Value) (Value, error) {
	v, err := NextOrStop(t, a[0])
	if err != nil && len(a) > 1 {
		if x, ok := err.(*Exception); ok && x.IsA(StopIteration) {
			return a[1], nil
		}
	}
	return v, err
}

// builtinSorted is sorted(iterable, /, *, key=None, reverse=False).
func builtinSorted(t *Thread, a []Value) (Value, error) {
	elems, err := Collect(t, a[0])
	if err != nil {
		return nil, err
	}
	rev, err := Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	return NewList(elems...), sortElems(t, elems, a[1], rev)
}

// builtinDir is dir(object).
func builtinDir(t *Thread, v Value) (Value, error) {
	m := lookupSpecial(v, "__dir__")
	if m == nil {
		return dirObject(t, v)
	}
	names, err := callSpecial(t, m, v)
	if err != nil {
		return nil, err
	}
	elems, err := Collect(t, names)
	if err != nil {
		return nil, err
	}
	return NewList(elems...), sortElems(t, elems, None, false)
}

// builtinVars is vars(object).
func builtinVars(t *Thread, v Value) (Value, error) {
	d, err := LookupAttr(t, v, "__dict__")
	if err == nil && d == nil {
		return nil, Errorf(TypeError, "vars() argument must have __dict__ attribute")
	}
	return d, err
}

func builtinFormat(t *Thread, a []Value) (Value, error) {
	spec := ""
	if len(a) > 1 {
		s, ok := AsStr(a[1])
		if !ok {
			return nil, Errorf(TypeError, "format() argument 2 must be str, not %s", typeName(a[1]))
		}
		spec = s
	}
	return FormatOf(t, a[0], spec)
}

// builtinPrint is print(*args, sep=' ', end='\n', file=None, flush=False).
func builtinPrint(t *Thread, a []Value) (Value, error) {
	texts := [2]string{" ", "\n"}
	for i, v := range a[1:3] {
		if v == None {
			continue
		}
		s, ok := AsStr(v)
		if !ok {
			return nil, Errorf(TypeError, "%s must be None or a string, not %s", [2]string{"sep", "end"}[i], typeName(v))
		}
		texts[i] = s
	}
	file := a[3]
	if file == None {
		var err error
		if file, err = currentStdout(t); err != nil || file == nil {
			return None, err
		}
	}
	args := a[0].(*Tuple).Elems
	write := func(s string) error {
		if f, ok := file.(TextSink); ok {
			return f.WriteText(t, s)
		}
		_, err := CallMethod(t, file, "write", Str(s))
		return err
	}
	for i, v := range args {
		if i > 0 {
			if err := write(texts[0]); err != nil {
				return nil, err
			}
		}
		s, err := ToStr(t, v)
		if err != nil {
			return nil, err
		}
		if err := write(s); err != nil {
			return nil, err
		}
	}
	if err := write(texts[1]); err != nil {
		return nil, err
	}
	if flush, err := Truth(t, a[4]); err != nil || !flush {
		return None, err
	}
	if _, ok := file.(TextSink); ok {
		return None, nil
	}
	_, err := CallMethod(t, file, "flush")
	return None, err
}

// A TextSink takes text from print without going through Python's write.
type TextSink interface {
	Value
	WriteText(t *Thread, s string) error
}

// currentStdout gives sys.stdout as the program may have replaced it; nil
// when it is None.
func currentStdout(t *Thread) (Value, error) {
	if sys := t.Modules["sys"]; sys != nil {
		v, err := LookupAttr(t, sys, "stdout")
		if err != nil {
			return nil, err
		}
		if v == nil {
			return nil, Errorf(RuntimeError, "lost sys.stdout")
		}
		if v == None {
			return nil, nil
		}
		return v, nil
	}
	return &Stream{Name: "<stdout>"}, nil
}

// A Stream is sys.stdout, sys.stderr or sys.stdin as a Python object.
type Stream struct {
	Name string
	Err  bool
}

var streamType = newFinalType("TextIOWrapper", ObjectType)

// Type is _io.TextIOWrapper.
func (*Stream) Type() *Type { return streamType }

// WriteText writes to the Thread's output.
func (s *Stream) WriteText(t *Thread, text string) error {
	w := t.Stdout
	if s.Err {
		w = t.Stderr
	}
	if w == nil {
		return nil
	}
	if !isASCII(text) {
		out, err := EncodeString(t, text, "utf-8", "strict")
		if s.Err {
			out, err = EncodeString(t, text, "utf-8", "backslashreplace")
		}
		if err != nil {
			return err
		}
		text = out
	}
	if _, err := w.Write([]byte(text)); err != nil {
		return Errorf(OSError, "%s", err)
	}
	return nil
}

func streamMembers() []Member {
	c := streamType
	constant := func(name string, v Value) Member {
		return noArgs(c, name, func(*Thread, *Stream) (Value, error) { return v, nil })
	}
	return []Member{
		oneArg(c, "write", func(t *Thread, s *Stream, v Value) (Value, error) {
			text, ok := AsStr(v)
			if !ok {
				return nil, Errorf(TypeError, "write() argument must be str, not %s", typeName(v))
			}
			return Int(pointCount(text)), s.WriteText(t, text)
		}),
		oneArg(c, "writelines", func(t *Thread, s *Stream, v Value) (Value, error) {
			return None, Each(t, v, func(e Value) error {
				text, ok := AsStr(e)
				if !ok {
					return Errorf(TypeError, "write() argument must be str, not %s", typeName(e))
				}
				return s.WriteText(t, text)
			})
		}),
		constant("flush", None), constant("close", None), constant("isatty", False), constant("readable", False), constant("writable", True),
		constant("seekable", False), constant("fileno", Int(1)),
		manyArgs(c, "read", 0, 1, func(*Thread, *Stream, []Value) (Value, error) { return Str(""), nil }),
		manyArgs(c, "readline", 0, 1, func(*Thread, *Stream, []Value) (Value, error) { return Str(""), nil }),
		manyArgs(c, "readlines", 0, 1, func(*Thread, *Stream, []Value) (Value, error) { return NewList(), nil }),
		RawMethod("reconfigure", func(*Thread, Args) (Value, error) { return None, nil }),
		noArgs(c, "__iter__", func(*Thread, *Stream) (Value, error) { return NewIterator(nil), nil }),
		noArgs(c, "__enter__", func(_ *Thread, s *Stream) (Value, error) { return s, nil }),
		manyArgs(c, "__exit__", 0, -1, func(*Thread, *Stream, []Value) (Value, error) { return None, nil }),
		Getter("name", func(_ *Thread, v Value) (Value, error) { return Str(v.(*Stream).Name), nil }),
		Getter("encoding", func(*Thread, Value) (Value, error) { return Str("utf-8"), nil }),
		Getter("errors", func(*Thread, Value) (Value, error) { return Str("strict"), nil }),
		Getter("mode", func(*Thread, Value) (Value, error) { return Str("w"), nil }),
		Getter("closed", func(*Thread, Value) (Value, error) { return False, nil }),
	}
}
