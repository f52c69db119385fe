package pyrt

import (
	"fmt"
	"strings"
)

// stateOf gives the exception state of an instance; classes that replace
// __new__ badly still get one.
func stateOf(v Value) *ExceptionState {
	o, ok := v.(*Object)
	if !ok {
		return &ExceptionState{}
	}
	st, ok := o.Native.(*ExceptionState)
	if !ok {
		st = &ExceptionState{}
		o.Native = st
	}
	return st
}

func exceptionNew(_ *Thread, cls *Type, args Args) (Value, error) {
	return &Object{Class: cls, Native: &ExceptionState{Args: args.Pos}}, nil
}

// exceptionInit is BaseException.__init__.
func exceptionInit(_ *Thread, args Args) (Value, error) {
	if len(args.Pos) == 0 {
		return nil, Errorf(TypeError, "descriptor '__init__' of 'BaseException' object needs an argument")
	}
	if len(args.Kw) > 0 {
		return nil, Errorf(TypeError, "%s() takes no keyword arguments", args.Pos[0].Type().Name)
	}
	st := stateOf(args.Pos[0])
	st.Args = args.Pos[1:]
	return None, nil
}

func exceptionText(t *Thread, v Value) (string, error) {
	st := stateOf(v)
	switch len(st.Args) {
	case 0:
		return "", nil
	case 1:
		return ToStr(t, st.Args[0])
	}
	return Repr(t, NewTuple(st.Args...))
}

// exceptionMessage gives str(e) for Go callers that have no Thread.
func exceptionMessage(o *Object) string {
	t := &Thread{MaxSteps: 1_000_000}
	s, err := ToStr(t, o)
	if err != nil {
		return "<exception str() failed>"
	}
	return s
}

func exceptionRepr(t *Thread, a []Value) (Value, error) {
	st := stateOf(a[0])
	name := a[0].Type().Name
	if len(st.Args) == 1 {
		s, err := Repr(t, st.Args[0])
		return Str(name + "(" + s + ")"), err
	}
	s, err := Repr(t, NewTuple(st.Args...))
	return Str(name + s), err
}

func baseExceptionMembers() []Member {
	return append([]Member{
		RawMethod("__init__", exceptionInit),
		Method("__str__(self, /)", func(t *Thread, a []Value) (Value, error) {
			s, err := exceptionText(t, a[0])
			return Str(s), err
		}),
		Method("__repr__(self, /)", exceptionRepr),
		Method("with_traceback(self, tb, /)", func(_ *Thread, a []Value) (Value, error) {
			switch tb := a[1].(type) {
			case *Traceback:
				stateOf(a[0]).Traceback = tb
			case NoneKind:
				stateOf(a[0]).Traceback = nil
			default:
				return nil, Errorf(TypeError, "__traceback__ must be a traceback or None")
			}
			return a[0], nil
		}),
		Method("add_note(self, note, /)", func(t *Thread, a []Value) (Value, error) {
			if _, ok := AsStr(a[1]); !ok {
				return nil, Errorf(TypeError, "add_note() argument must be str, not %s", a[1].Type().Name)
			}
			return None, addNote(t, a[0], a[1])
		}),
		Method("__reduce__(self, /)", exceptionReduce),
		Method("__reduce_ex__(self, protocol, /)", exceptionReduce),
		Method("__setstate__(self, state, /)", func(t *Thread, a []Value) (Value, error) {
			if d, ok := a[1].(*Dict); ok {
				for _, e := range d.Items() {
					name, _ := AsStr(e[0])
					if err := SetAttr(t, a[0], name, e[1]); err != nil {
						return nil, err
					}
				}
			}
			return None, nil
		}),
	}, exceptionAccessors()...)
}

func exceptionReduce(_ *Thread, a []Value) (Value, error) {
	out := []Value{a[0].Type(), NewTuple(stateOf(a[0]).Args...)}
	if d := a[0].(*Object).Dict; d != nil && d.Size() > 0 {
		out = append(out, d)
	}
	return NewTuple(out...), nil
}

// addNote appends to __notes__, a list in the instance's dict as in CPython.
func addNote(t *Thread, exc, note Value) error {
	notes, err := LookupAttr(t, exc, "__notes__")
	if err != nil {
		return err
	}
	if notes == nil {
		return SetAttr(t, exc, "__notes__", NewList(note))
	}
	l, ok := notes.(*List)
	if !ok {
		return Errorf(TypeError, "Cannot add note: __notes__ is not a list")
	}
	l.Elems = append(l.Elems, note)
	return nil
}

func exceptionAccessors() []Member {
	orNone := func(v Value) Value {
		if v == nil {
			return None
		}
		return v
	}
	link := func(name string, at func(*ExceptionState) *Value) Member {
		return Accessor(name, func(_ *Thread, self Value) (Value, error) {
			return orNone(*at(stateOf(self))), nil
		}, func(_ *Thread, self, v Value) error {
			if v == nil {
				return Errorf(TypeError, "%s may not be deleted", name)
			}
			if v != None && !IsInstance(v, BaseException) {
				return Errorf(TypeError, "exception %s must be None or derive from BaseException", strings.Trim(name, "_"))
			}
			st := stateOf(self)
			*at(st) = v
			if name == "__cause__" {
				st.SuppressContext = true
			}
			return nil
		})
	}
	return []Member{
		Accessor("args", func(_ *Thread, self Value) (Value, error) { return NewTuple(stateOf(self).Args...), nil },
			func(t *Thread, self, v Value) error {
				if v == nil {
					return Errorf(TypeError, "args may not be deleted")
				}
				args, err := Collect(t, v)
				stateOf(self).Args = args
				return err
			}),
		link("__cause__", func(st *ExceptionState) *Value { return &st.Cause }),
		link("__context__", func(st *ExceptionState) *Value { return &st.Context }),
		Accessor("__suppress_context__", func(_ *Thread, self Value) (Value, error) { return Bool(stateOf(self).SuppressContext), nil },
			func(t *Thread, self, v Value) (err error) {
				stateOf(self).SuppressContext, err = Truth(t, v)
				return err
			}),
		Accessor("__traceback__", func(_ *Thread, self Value) (Value, error) {
			if tb := stateOf(self).Traceback; tb != nil {
				return tb, nil
			}
			return None, nil
		}, func(_ *Thread, self, v Value) error {
			switch tb := v.(type) {
			case *Traceback:
				stateOf(self).Traceback = tb
			case NoneKind:
				stateOf(self).Traceback = nil
			default:
				return Errorf(TypeError, "__traceback__ must be a traceback or None")
			}
			return nil
		}),
	}
}

func stopIterationMembers() []Member {
	return []Member{exceptionArg("value", 0)}
}

func systemExitMembers() []Member {
	return []Member{Accessor("code", func(_ *Thread, self Value) (Value, error) {
		st := stateOf(self)
		if c, ok := st.Data.(Value); ok {
			return c, nil
		}
		switch len(st.Args) {
		case 0:
			return None, nil
		case 1:
			return st.Args[0], nil
		}
		return NewTuple(st.Args...), nil
	}, func(_ *Thread, self, v Value) error {
		stateOf(self).Data = v
		return nil
	})}
}

// exceptionArg is an attribute that starts as args[i] and can be replaced.
func exceptionArg(name string, i int) Member {
	return Accessor(name, func(_ *Thread, self Value) (Value, error) {
		st := stateOf(self)
		if m, ok := st.Data.(map[string]Value); ok {
			if v, ok := m[name]; ok {
				return v, nil
			}
		}
		if i >= 0 && i < len(st.Args) {
			return st.Args[i], nil
		}
		return None, nil
	}, func(_ *Thread, self, v Value) error {
		st := stateOf(self)
		m, ok := st.Data.(map[string]Value)
		if !ok {
			m = make(map[string]Value)
			st.Data = m
		}
		if v == nil {
			v = None
		}
		m[name] = v
		return nil
	})
}

func keyErrorMembers() []Member {
	return []Member{Method("__str__(self, /)", func(t *Thread, a []Value) (Value, error) {
		if st := stateOf(a[0]); len(st.Args) == 1 {
			s, err := Repr(t, st.Args[0])
			return Str(s), err
		}
		s, err := exceptionText(t, a[0])
		return Str(s), err
	})}
}

// keywordInit is __init__ of exceptions that take some keywords besides args.
func keywordInit(names ...string) Member {
	return RawMethod("__init__", func(t *Thread, args Args) (Value, error) {
		st := stateOf(args.Pos[0])
		st.Args = args.Pos[1:]
		for _, k := range args.Kw {
			known := false
			for _, n := range names {
				known = known || n == k.Name
			}
			if !known {
				return nil, Errorf(TypeError, "%s() got an unexpected keyword argument '%s'", args.Pos[0].Type().Name, k.Name)
			}
			if err := SetAttr(t, args.Pos[0], k.Name, k.Value); err != nil {
				return nil, err
			}
		}
		return None, nil
	})
}

func stateField(name string, at func(*ExceptionState) *Value) Member {
	return Accessor(name, func(_ *Thread, self Value) (Value, error) {
		if v := *at(stateOf(self)); v != nil {
			return v, nil
		}
		return None, nil
	}, func(_ *Thread, self, v Value) error {
		*at(stateOf(self)) = v
		return nil
	})
}

func nameErrorMembers() []Member {
	return []Member{
		keywordInit("name", "obj"),
		stateField("name", func(st *ExceptionState) *Value { return &st.Name }),
		stateField("obj", func(st *ExceptionState) *Value { return &st.Obj }),
	}
}

func importErrorMembers() []Member {
	return []Member{
		keywordInit("name", "path", "name_from"),
		stateField("name", func(st *ExceptionState) *Value { return &st.Name }),
		stateField("path", func(st *ExceptionState) *Value { return &st.Obj }),
		exceptionArg("name_from", -1),
		exceptionArg("msg", 0),
		Method("__str__(self, /)", func(t *Thread, a []Value) (Value, error) {
			s, err := exceptionText(t, a[0])
			return Str(s), err
		}),
	}
}

func osErrorMembers() []Member {
	return []Member{
		exceptionArg("errno", -1), exceptionArg("strerror", -1), exceptionArg("filename", -1), exceptionArg("filename2", -1),
		RawMethod("__init__", func(*Thread, Args) (Value, error) { return None, nil }),
		Method("__str__(self, /)", func(t *Thread, a []Value) (Value, error) {
			m, _ := stateOf(a[0]).Data.(map[string]Value)
			if m["errno"] == nil {
				s, err := exceptionText(t, a[0])
				return Str(s), err
			}
			num, err := ToStr(t, m["errno"])
			if err != nil {
				return nil, err
			}
			text, err := ToStr(t, m["strerror"])
			if err != nil {
				return nil, err
			}
			out := fmt.Sprintf("[Errno %s] %s", num, text)
			if f := m["filename"]; f != nil && f != None {
				s, err := Repr(t, f)
				if err != nil {
					return nil, err
				}
				out += ": " + s
				if f2 := m["filename2"]; f2 != nil && f2 != None {
					s, err := Repr(t, f2)
					if err != nil {
						return nil, err
					}
					out += " -> " + s
				}
			}
			return Str(out), nil
		}),
	}
}

// osErrorNew splits OSError(errno, strerror, filename) and picks the subclass
// of the errno (library reference, "OS exceptions").
func osErrorNew(_ *Thread, cls *Type, args Args) (Value, error) {
	st := &ExceptionState{Args: args.Pos}
	if n := len(args.Pos); n >= 2 && n <= 5 {
		m := map[string]Value{"errno": args.Pos[0], "strerror": args.Pos[1]}
		if n >= 3 {
			m["filename"] = args.Pos[2]
			st.Args = args.Pos[:2]
		}
		if n == 5 {
			m["filename2"] = args.Pos[4]
		}
		st.Data = m
		if errno, ok := AsInt(args.Pos[0]); ok && cls == OSError {
			if c := errnoClass(errno); c != nil {
				cls = c
			}
		}
	}
	return &Object{Class: cls, Native: st}, nil
}

func errnoClass(errno int64) *Type {
	switch errno {
	case 1, 13:
		return PermissionError
	case 2:
		return FileNotFoundError
	case 3:
		return ProcessLookupError
	case 4:
		return InterruptedError
	case 10:
		return ChildProcessError
	case 11, 114, 115:
		return BlockingIOError
	case 17:
		return FileExistsError
	case 20:
		return NotADirectoryError
	case 21:
		return IsADirectoryError
	case 32, 108:
		return BrokenPipeError
	case 103:
		return ConnectionAbortedError
	case 104:
		return ConnectionResetError
	case 110:
		return TimeoutError
	case 111:
		return ConnectionRefusedError
	}
	return nil
}
