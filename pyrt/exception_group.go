package pyrt

import "fmt"

// groupParts gives message and exceptions of an exception group.
func groupParts(v Value) (string, []Value) {
	st := stateOf(v)
	msg, list := "", []Value(nil)
	if len(st.Args) > 0 {
		msg, _ = AsStr(st.Args[0])
	}
	if g, ok := st.Data.([]Value); ok {
		list = g
	}
	return msg, list
}

func groupNew(t *Thread, cls *Type, args Args) (Value, error) {
	if len(args.Pos) != 2 {
		return nil, Errorf(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args.Pos))
	}
	if _, ok := AsStr(args.Pos[0]); !ok {
		return nil, Errorf(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", args.Pos[0].Type().Name)
	}
	if !isSequenceLike(args.Pos[1]) {
		return nil, Errorf(TypeError, "second argument (exceptions) must be a sequence")
	}
	list, err := Collect(t, args.Pos[1])
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, Errorf(ValueError, "second argument (exceptions) must be a non-empty sequence")
	}
	plain := true
	for i, e := range list {
		if !IsInstance(e, BaseException) {
			return nil, Errorf(ValueError, "Item %d of second argument (exceptions) is not an exception", i)
		}
		plain = plain && IsInstance(e, ExceptionClass)
	}
	switch {
	case cls == BaseExceptionGroup && plain:
		cls = ExceptionGroup
	case cls == ExceptionGroup && !plain:
		return nil, Errorf(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup")
	case !plain && cls.IsSubclass(ExceptionClass):
		return nil, Errorf(TypeError, "Cannot nest BaseExceptions in '%s'", cls.Name)
	}
	return &Object{Class: cls, Native: &ExceptionState{Args: args.Pos, Data: list}}, nil
}

func isSequenceLike(v Value) bool {
	switch Underlying(v).(type) {
	case *List, *Tuple, Str, *Range, Bytes:
		return true
	case *Dict, *Set:
		return false
	}
	return lookupSpecial(v, "__getitem__") != nil
}

func groupMembers() []Member {
	return []Member{
		RawMethod("__init__", func(t *Thread, args Args) (Value, error) {
			if len(args.Kw) > 0 {
				return nil, Errorf(TypeError, "%s() takes no keyword arguments", args.Pos[0].Type().Name)
			}
			return None, nil
		}),
		Getter("message", func(_ *Thread, self Value) (Value, error) {
			msg, _ := groupParts(self)
			return Str(msg), nil
		}),
		Getter("exceptions", func(_ *Thread, self Value) (Value, error) {
			_, list := groupParts(self)
			return NewTuple(list...), nil
		}),
		Method("__str__(self, /)", func(_ *Thread, a []Value) (Value, error) {
			msg, list := groupParts(a[0])
			return Str(fmt.Sprintf("%s (%d sub-exception%s)", msg, len(list), plurality(len(list) != 1))), nil
		}),
		Method("__repr__(self, /)", func(t *Thread, a []Value) (Value, error) {
			msg, list := groupParts(a[0])
			m, err := Repr(t, Str(msg))
			if err != nil {
				return nil, err
			}
			var seq Value = NewTuple(list...)
			if st := stateOf(a[0]); len(st.Args) == 2 {
				if _, ok := st.Args[1].(*List); ok {
					seq = NewList(list...)
				}
			}
			s, err := Repr(t, seq)
			return Str(a[0].Type().Name + "(" + m + ", " + s + ")"), err
		}),
		Method("derive(self, excs, /)", func(t *Thread, a []Value) (Value, error) {
			msg, _ := groupParts(a[0])
			return Call(t, BaseExceptionGroup, Positional(Str(msg), a[1]))
		}),
		Method("split(self, condition, /)", func(t *Thread, a []Value) (Value, error) {
			match, err := groupCondition(t, a[1])
			if err != nil {
				return nil, err
			}
			yes, no, err := splitGroup(t, a[0], true, match)
			return NewTuple(orNoneValue(yes), orNoneValue(no)), err
		}),
		Method("subgroup(self, condition, /)", func(t *Thread, a []Value) (Value, error) {
			match, err := groupCondition(t, a[1])
			if err != nil {
				return nil, err
			}
			yes, _, err := splitGroup(t, a[0], false, match)
			return orNoneValue(yes), err
		}),
		ClassGetItem(),
	}
}

// groupCondition reads the argument of split: a class, a tuple of classes or
// a predicate.
func groupCondition(t *Thread, cond Value) (func(Value) (bool, error), error) {
	_, tuple := cond.(*Tuple)
	c, class := cond.(*Type)
	if class && c.IsSubclass(BaseException) || tuple {
		return func(e Value) (bool, error) { return IsInstanceOf(t, e, cond) }, nil
	}
	if !IsCallable(cond) || class {
		return nil, Errorf(TypeError, "expected an exception type, a tuple of exception types, or a callable (other than a class)")
	}
	return func(e Value) (bool, error) {
		r, err := Call(t, cond, Positional(e))
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}, nil
}

// splitGroup splits a group in what matches and, if asked for, the rest,
// keeping its nesting; nil for an empty part. Parts are new groups also where
// they hold all of a group.
func splitGroup(t *Thread, v Value, rest bool, match func(Value) (bool, error)) (yes, no Value, err error) {
	ok, err := match(v)
	if err != nil || ok {
		return v, nil, err
	}
	if !IsInstance(v, BaseExceptionGroup) {
		return nil, v, nil
	}
	if err := t.enter(); err != nil {
		return nil, nil, err
	}
	defer t.leave()
	_, list := groupParts(v)
	var in, out []Value
	for _, e := range list {
		y, n, err := splitGroup(t, e, rest, match)
		if err != nil {
			return nil, nil, err
		}
		if y != nil {
			in = append(in, y)
		}
		if n != nil && rest {
			out = append(out, n)
		}
	}
	if yes, err = deriveGroup(t, v, in); err != nil {
		return nil, nil, err
	}
	no, err = deriveGroup(t, v, out)
	return yes, no, err
}

// deriveGroup makes a group like v of other exceptions.
func deriveGroup(t *Thread, v Value, list []Value) (Value, error) {
	if len(list) == 0 {
		return nil, nil
	}
	r, err := CallMethod(t, v, "derive", NewList(list...))
	if err != nil {
		return nil, err
	}
	if !IsInstance(r, BaseExceptionGroup) {
		return nil, Errorf(TypeError, "derive must return an instance of BaseExceptionGroup")
	}
	from, to := stateOf(v), stateOf(r)
	to.Traceback, to.Cause, to.Context, to.SuppressContext = from.Traceback, from.Cause, from.Context, true
	notes, err := LookupAttr(t, v, "__notes__")
	if err != nil {
		return nil, err
	}
	if l, ok := notes.(*List); ok {
		err = SetAttr(t, r, "__notes__", NewList(append([]Value(nil), l.Elems...)...))
	}
	return r, err
}
