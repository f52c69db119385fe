package pyrt

// dictMembers are the methods of dict.
func dictMembers() []Member {
	c := DictType
	view := func(name string, kind DictViewKind) Member {
		return noArgs(c, name, func(_ *Thread, d *Dict) (Value, error) { return &DictView{d, kind}, nil })
	}
	return []Member{
		RawMethod("__init__", func(t *Thread, args Args) (Value, error) {
			d, rest, err := receiver[*Dict](c, "__init__", args)
			if err != nil {
				return nil, err
			}
			return None, dictFill(t, "dict", d, rest, args.Kw)
		}),
		RawMethod("update", func(t *Thread, args Args) (Value, error) {
			d, rest, err := receiver[*Dict](c, "update", args)
			if err != nil {
				return nil, err
			}
			return None, dictFill(t, "update", d, rest, args.Kw)
		}),
		RawMethod("__getitem__", func(t *Thread, args Args) (Value, error) {
			d, rest, err := receiver[*Dict](c, "__getitem__", args)
			if err != nil {
				return nil, err
			}
			if len(rest) != 1 {
				return nil, Errorf(TypeError, "dict.__getitem__() takes exactly one argument (%d given)", len(rest))
			}
			return dictSubscript(t, args.Pos[0], d, rest[0])
		}),
		view("keys", KeysView), view("values", ValuesView), view("items", ItemsView),
		manyArgs(c, "get", 1, 2, func(t *Thread, d *Dict, a []Value) (Value, error) {
			v, err := d.Get(t, a[0])
			if err != nil {
				return nil, unhashableKey(err, a[0])
			}
			if v == nil {
				return orNone(argument(a, 1)), nil
			}
			return v, nil
		}),
		manyArgs(c, "pop", 1, 2, func(t *Thread, d *Dict, a []Value) (Value, error) {
			v, err := d.Delete(t, a[0])
			if err != nil {
				return nil, unhashableKey(err, a[0])
			}
			if v == nil {
				if len(a) < 2 {
					return nil, NewException(KeyError, a[0])
				}
				return a[1], nil
			}
			return v, nil
		}),
		manyArgs(c, "setdefault", 1, 2, func(t *Thread, d *Dict, a []Value) (Value, error) {
			v, err := d.Get(t, a[0])
			if err != nil || v != nil {
				return v, unhashableKey(err, a[0])
			}
			v = orNone(argument(a, 1))
			return v, d.Set(t, a[0], v)
		}),
		noArgs(c, "popitem", func(t *Thread, d *Dict) (Value, error) {
			for i := len(d.entries) - 1; i >= 0; i-- {
				if e := d.entries[i]; e.key != nil {
					_, err := d.Delete(t, e.key)
					return NewTuple(e.key, e.value), err
				}
			}
			return nil, Errorf(KeyError, "popitem(): dictionary is empty")
		}),
		noArgs(c, "clear", func(_ *Thread, d *Dict) (Value, error) { d.Clear(); return None, nil }),
		Method("copy(self, /)", dictCopy),
		ClassFunc("fromkeys(cls, iterable, value=None, /)", dictFromKeys),
		noArgs(c, "__reversed__", func(_ *Thread, d *Dict) (Value, error) { return newDictRevIter(keyRevIterType, d, pickKey), nil }),
		classGetItem(),
	}
}

// dictSubscript is dict.__getitem__ with __missing__ of subclasses.
func dictSubscript(t *Thread, self Value, d *Dict, key Value) (Value, error) {
	v, err := d.Get(t, key)
	if err != nil {
		return nil, unhashableKey(err, key)
	}
	if v != nil {
		return v, nil
	}
	if o, ok := self.(*Object); ok {
		if m := o.Class.Lookup("__missing__"); m != nil {
			return CallMethod(t, self, "__missing__", key)
		}
	}
	return nil, NewException(KeyError, key)
}
