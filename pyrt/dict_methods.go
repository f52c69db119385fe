package pyrt

// Len implements len(dict).
func (d *Dict) Len(*Thread) (int, error) { return d.live, nil }

// Truth implements bool(dict).
func (d *Dict) Truth(*Thread) (bool, error) { return d.live > 0, nil }

// Iter implements iter(dict).
func (d *Dict) Iter(*Thread) (Iterator, error) { return newDictIter(keyIterType, d, pickKey), nil }

// Repr implements repr(dict).
func (d *Dict) Repr(t *Thread) (string, error) {
	if d.live == 0 {
		return "{}", nil
	}
	done, again := t.ReprGuard(d)
	if again {
		return "{...}", nil
	}
	defer done()
	b := []byte{'{'}
	for i, kv := range d.Items() {
		if i > 0 {
			b = append(b, ", "...)
		}
		k, err := Repr(t, kv[0])
		if err != nil {
			return "", err
		}
		v, err := Repr(t, kv[1])
		if err != nil {
			return "", err
		}
		b = append(append(append(b, k...), ": "...), v...)
		if err := t.alloc(len(k) + len(v)); err != nil {
			return "", err
		}
	}
	return string(append(b, '}')), nil
}

// Contains implements key in dict.
func (d *Dict) Contains(t *Thread, key Value) (bool, error) {
	v, err := d.Get(t, key)
	return v != nil, unhashableKey(err, key)
}

// GetItem implements dict[key].
func (d *Dict) GetItem(t *Thread, key Value) (Value, error) {
	v, err := d.Get(t, key)
	if err != nil {
		return nil, unhashableKey(err, key)
	}
	if v == nil {
		return nil, NewException(KeyError, key)
	}
	return v, nil
}

// SetItem implements dict[key] = v and del dict[key].
func (d *Dict) SetItem(t *Thread, key, v Value) error {
	if v != nil {
		return unhashableKey(d.Set(t, key, v), key)
	}
	old, err := d.Delete(t, key)
	if err != nil {
		return unhashableKey(err, key)
	}
	if old == nil {
		return NewException(KeyError, key)
	}
	return nil
}

// Operate implements == , != and | of dicts.
func (d *Dict) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	o, ok := Underlying(orNone(other)).(*Dict)
	if !ok {
		return NotImplemented, nil
	}
	switch op {
	case OpEq, OpNe:
		eq, err := dictsEqual(t, d, o)
		return Bool(eq == (op == OpEq)), err
	case OpOr:
		if reflected {
			out := o.Copy()
			return out, dictUpdate(t, out, d)
		}
		out := d.Copy()
		return out, dictUpdate(t, out, other)
	}
	return NotImplemented, nil
}

// OperateInplace implements |=, which takes what update takes.
func (d *Dict) OperateInplace(t *Thread, op Operator, other Value) (Value, error) {
	if op != OpOr {
		return NotImplemented, nil
	}
	return d, dictUpdate(t, d, other)
}

func dictsEqual(t *Thread, a, b *Dict) (bool, error) {
	if a.live != b.live {
		return false, nil
	}
	for _, kv := range a.Items() {
		v, err := b.Get(t, kv[0])
		if err != nil || v == nil {
			return false, err
		}
		if eq, err := Equal(t, kv[1], v); err != nil || !eq {
			return false, err
		}
	}
	return true, nil
}

// plainDict is the dict in v when its items may be read from there: v is a
// dict, or of a subclass that iterates as a dict does. (An overridden
// __getitem__ or keys alone is not asked.)
func plainDict(v Value) (*Dict, bool) {
	d, ok := Underlying(v).(*Dict)
	if !ok || v == Value(d) {
		return d, ok
	}
	return d, v.Type().Lookup("__iter__") == DictType.Lookup("__iter__")
}

// dictUpdate merges a mapping or an iterable of pairs into d.
func dictUpdate(t *Thread, d *Dict, src Value) error {
	if s, ok := plainDict(src); ok {
		for _, kv := range s.Items() {
			if err := d.Set(t, kv[0], kv[1]); err != nil {
				return err
			}
			if err := t.step(); err != nil {
				return err
			}
		}
		return nil
	}
	keys, err := LookupAttr(t, src, "keys")
	if err != nil {
		return err
	}
	if keys != nil {
		ks, err := Call(t, keys, Args{})
		if err != nil {
			return err
		}
		return Each(t, ks, func(k Value) error {
			v, err := GetItem(t, src, k)
			if err != nil {
				return err
			}
			return unhashableKey(d.Set(t, k, v), k)
		})
	}
	i := 0
	return Each(t, src, func(e Value) error {
		pair, err := Collect(t, e)
		if err != nil {
			if x, ok := err.(*Exception); ok && x.IsA(TypeError) {
				return Errorf(TypeError, "object is not iterable")
			}
			return err
		}
		if len(pair) != 2 {
			return Errorf(ValueError, "dictionary update sequence element #%d has length %d; 2 is required", i, len(pair))
		}
		i++
		return unhashableKey(d.Set(t, pair[0], pair[1]), pair[0])
	})
}

// dictCopy is dict.copy; a subclass that iterates in its own way is asked.
func dictCopy(t *Thread, a []Value) (Value, error) {
	if d, ok := plainDict(a[0]); ok {
		return d.Copy(), t.alloc(64 * d.live)
	}
	out := NewDict()
	return out, dictUpdate(t, out, a[0])
}

// dictFill is dict.update and dict.__init__.
func dictFill(t *Thread, name string, d *Dict, pos []Value, kw []Keyword) error {
	if err := checkCount(name, len(pos), 0, 1); err != nil {
		return err
	}
	if len(pos) == 1 {
		if err := dictUpdate(t, d, pos[0]); err != nil {
			return err
		}
	}
	for _, k := range kw {
		d.SetStr(k.Name, k.Value)
	}
	return nil
}

// dictFromKeys is dict.fromkeys.
func dictFromKeys(t *Thread, a []Value) (Value, error) {
	cls, ok := a[0].(*Type)
	if !ok || cls == DictType {
		d := NewDict()
		return d, Each(t, a[1], func(k Value) error { return unhashableKey(d.Set(t, k, a[2]), k) })
	}
	d, err := Call(t, cls, Args{})
	if err != nil {
		return nil, err
	}
	return d, Each(t, a[1], func(k Value) error { return SetItem(t, d, k, a[2]) })
}

// A DictView is dict.keys(), values() or items().
type DictView struct {
	Dict *Dict
	Kind DictViewKind
}

// A DictViewKind chooses what a view shows.
type DictViewKind uint8

// The kinds of views.
const (
	KeysView DictViewKind = iota
	ValuesView
	ItemsView
)

var (
	dictKeysType   = newFinalType("dict_keys", ObjectType)
	dictValuesType = newFinalType("dict_values", ObjectType)
	dictItemsType  = newFinalType("dict_items", ObjectType)
)

// Type is dict_keys, dict_values or dict_items.
func (v *DictView) Type() *Type {
	return [...]*Type{dictKeysType, dictValuesType, dictItemsType}[v.Kind]
}

func (v *DictView) pick(k, x Value) Value {
	switch v.Kind {
	case KeysView:
		return k
	case ValuesView:
		return x
	}
	return NewTuple(k, x)
}

// Len implements len(view).
func (v *DictView) Len(*Thread) (int, error) { return v.Dict.live, nil }

// Truth implements bool(view).
func (v *DictView) Truth(*Thread) (bool, error) { return v.Dict.live > 0, nil }

// Iter implements iter(view).
func (v *DictView) Iter(*Thread) (Iterator, error) {
	return newDictIter([...]*Type{keyIterType, valueIterType, itemIterType}[v.Kind], v.Dict, v.pick), nil
}

func (v *DictView) elems() []Value {
	out := make([]Value, 0, v.Dict.live)
	for _, kv := range v.Dict.Items() {
		out = append(out, v.pick(kv[0], kv[1]))
	}
	return out
}

// Repr implements repr(view).
func (v *DictView) Repr(t *Thread) (string, error) {
	done, again := t.ReprGuard(v.Dict)
	if again {
		return "...", nil
	}
	defer done()
	s, err := Repr(t, NewList(v.elems()...))
	return v.Type().Name + "(" + s + ")", err
}

// Contains implements x in view.
func (v *DictView) Contains(t *Thread, x Value) (bool, error) {
	switch v.Kind {
	case KeysView:
		return v.Dict.Contains(t, x)
	case ValuesView:
		return containsIn(t, v.elems, x)
	}
	pair, ok := AsTuple(x)
	if !ok || len(pair) != 2 {
		return false, nil
	}
	got, err := v.Dict.Get(t, pair[0])
	if err != nil || got == nil {
		return false, err
	}
	return Equal(t, got, pair[1])
}

// Operate implements the set operators of key and item views.
func (v *DictView) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	if v.Kind == ValuesView || other == nil {
		return NotImplemented, nil
	}
	switch other.(type) {
	case *DictView:
	default:
		if _, isSet := Underlying(other).(*Set); !isSet && op >= OpEq {
			return NotImplemented, nil
		}
	}
	mine, err := NewSet(t, v.elems()...)
	if err != nil {
		return nil, err
	}
	theirs, err := setOf(t, other)
	if err != nil {
		return nil, err
	}
	return mine.Operate(t, op, theirs, reflected)
}

// viewMembers are the methods of the three view classes.
func viewMembers(c *Type) func() []Member {
	return func() []Member {
		out := []Member{
			Getter("mapping", func(_ *Thread, v Value) (Value, error) { return &MappingProxy{v.(*DictView).Dict}, nil }),
			noArgs(c, "__reversed__", func(_ *Thread, v *DictView) (Value, error) {
				typ := [...]*Type{keyRevIterType, valRevIterType, itemRevIterType}[v.Kind]
				return newDictRevIter(typ, v.Dict, v.pick), nil
			}),
		}
		if c != dictValuesType {
			out = append(out, oneArg(c, "isdisjoint", func(t *Thread, v *DictView, o Value) (Value, error) {
				s, err := NewSet(t, v.elems()...)
				if err != nil {
					return nil, err
				}
				return setDisjoint(t, s, o)
			}))
		}
		return out
	}
}
