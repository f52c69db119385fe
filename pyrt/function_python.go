package pyrt

// functionMembers are the attributes of functions written in Python.
func functionMembers() []Member {
	text := func(name string, at func(*Function) *string) Member {
		return Accessor(name, func(_ *Thread, self Value) (Value, error) { return Str(*at(self.(*Function))), nil },
			func(_ *Thread, self, v Value) error {
				s, ok := AsStr(orNoneValue(v))
				if !ok {
					return Errorf(TypeError, "%s must be set to a string object", name)
				}
				*at(self.(*Function)) = s
				return nil
			})
	}
	value := func(name string, at func(*Function) *Value) Member {
		return Accessor(name, func(_ *Thread, self Value) (Value, error) { return orNoneValue(*at(self.(*Function))), nil },
			func(_ *Thread, self, v Value) error {
				*at(self.(*Function)) = v
				return nil
			})
	}
	return append([]Member{
		text("__name__", func(f *Function) *string { return &f.Name }),
		text("__qualname__", func(f *Function) *string { return &f.QualName }),
		value("__module__", func(f *Function) *Value { return &f.Module }),
		value("__doc__", func(f *Function) *Value { return &f.Doc }),
		Accessor("__code__", func(_ *Thread, self Value) (Value, error) { return self.(*Function).code, nil }, func(_ *Thread, self, v Value) error {
			k, ok := v.(*code)
			if !ok {
				return Errorf(TypeError, "__code__ must be set to a code object")
			}
			if f := self.(*Function); len(k.scope.Free) != len(f.closure) {
				return Errorf(ValueError, "%s() requires a code object with %d free vars, not %d", f.Name, len(f.closure), len(k.scope.Free))
			}
			self.(*Function).code = k
			return nil
		}),
		Getter("__globals__", func(_ *Thread, self Value) (Value, error) { return self.(*Function).globals, nil }),
		Getter("__builtins__", func(_ *Thread, self Value) (Value, error) { return self.(*Function).builtins, nil }),
		Getter("__closure__", func(_ *Thread, self Value) (Value, error) {
			f := self.(*Function)
			if len(f.closure) == 0 {
				return None, nil
			}
			out := make([]Value, len(f.closure))
			for i, c := range f.closure {
				out[i] = c
			}
			return NewTuple(out...), nil
		}),
		Accessor("__type_params__", func(_ *Thread, self Value) (Value, error) {
			if p := self.(*Function).TypeParams; p != nil {
				return p, nil
			}
			return NewTuple(), nil
		}, func(_ *Thread, self, v Value) error {
			self.(*Function).TypeParams = v
			return nil
		}),
	}, append(append(functionMethods(), functionDefaults()...), functionAnnotationMembers()...)...)
}

func functionMethods() []Member {
	return []Member{
		Method("__get__(self, instance, owner=None, /)", func(_ *Thread, a []Value) (Value, error) {
			if a[1] == None {
				if a[2] == None {
					return nil, Errorf(TypeError, "__get__(None, None) is invalid")
				}
				return a[0], nil
			}
			return &BoundMethod{Self: a[1], Func: a[0]}, nil
		}),
		RawMethod("__call__", func(t *Thread, args Args) (Value, error) {
			return Call(t, args.Pos[0], Args{Pos: args.Pos[1:], Kw: args.Kw})
		}),
		Method("__repr__(self, /)", func(t *Thread, a []Value) (Value, error) {
			f := a[0].(*Function)
			return Str("<function " + f.QualName + " at 0x" + hex(ID(t, f)) + ">"), nil
		}),
	}
}

func functionDefaults() []Member {
	return []Member{
		Accessor("__defaults__", func(_ *Thread, self Value) (Value, error) {
			f := self.(*Function)
			if len(f.defaults) == 0 {
				return None, nil
			}
			return NewTuple(f.defaults...), nil
		}, func(_ *Thread, self, v Value) error {
			f := self.(*Function)
			f.defaults = nil
			if elems, ok := AsTuple(orNoneValue(v)); ok {
				f.defaults = elems
			} else if v != nil && v != None {
				return Errorf(TypeError, "__defaults__ must be set to a tuple object")
			}
			return nil
		}),
		Accessor("__kwdefaults__", func(_ *Thread, self Value) (Value, error) {
			if d := self.(*Function).kwDefaults; d != nil {
				return d, nil
			}
			return None, nil
		}, func(_ *Thread, self, v Value) error {
			f := self.(*Function)
			f.kwDefaults = nil
			if d, ok := v.(*Dict); ok {
				f.kwDefaults = d
			}
			return nil
		}),
	}
}

func functionAnnotationMembers() []Member {
	return []Member{
		Accessor("__annotations__", func(t *Thread, self Value) (Value, error) {
			f := self.(*Function)
			if f.notes == nil {
				d, err := evaluateAnnotations(t, f.annotate)
				if err != nil {
					return nil, err
				}
				f.notes = d
			}
			return f.notes, nil
		}, func(_ *Thread, self, v Value) error {
			f := self.(*Function)
			f.notes = NewDict()
			if d, ok := v.(*Dict); ok {
				f.notes = d
			} else if v != nil && v != None {
				return Errorf(TypeError, "__annotations__ must be set to a dict object")
			}
			f.annotate = nil
			return nil
		}),
		Accessor("__annotate__", func(_ *Thread, self Value) (Value, error) {
			return orNoneValue(self.(*Function).annotate), nil
		}, func(_ *Thread, self, v Value) error {
			f := self.(*Function)
			f.annotate, f.notes = v, nil
			return nil
		}),
	}
}

// ParametersOf gives the parameters of a function written in Python, with
// defaults; for module inspect.
func (f *Function) ParametersOf() []Param {
	out := append([]Param(nil), f.code.sig.Params...)
	first := f.code.sig.pos - len(f.defaults)
	at := 0
	for i := range out {
		p := &out[i]
		if p.Kind <= PositionalOrKeyword {
			if at >= first {
				p.Default, p.HasDefault = f.defaults[at-first], true
			}
			at++
		} else if p.Kind == KeywordOnly && f.kwDefaults != nil {
			p.Default, p.HasDefault = f.kwDefaults.GetStr(p.Name)
		}
	}
	return out
}

// IsGenerator and IsCoroutine tell what calling the function makes.
func (f *Function) IsGenerator() bool { return f.code.flags == generatorCode }

// IsCoroutine tells whether the function is an async def without yield.
func (f *Function) IsCoroutine() bool { return f.code.flags == coroutineCode }
