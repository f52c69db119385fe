package pyrt

// A MappingProxy is a read-only view of a mapping (types.MappingProxyType).
type MappingProxy struct{ Mapping Value }

// Type is mappingproxy.
func (*MappingProxy) Type() *Type { return MappingProxyType }

// GetItem looks a key up.
func (p *MappingProxy) GetItem(t *Thread, key Value) (Value, error) {
	return GetItem(t, p.Mapping, key)
}

// Len counts the entries.
func (p *MappingProxy) Len(t *Thread) (int, error) { return Length(t, p.Mapping) }

// Contains tells whether a key is there.
func (p *MappingProxy) Contains(t *Thread, key Value) (bool, error) {
	return Contains(t, p.Mapping, key)
}

// Iter walks the keys.
func (p *MappingProxy) Iter(t *Thread) (Iterator, error) { return Iter(t, p.Mapping) }

// Repr gives mappingproxy({...}).
func (p *MappingProxy) Repr(t *Thread) (string, error) {
	s, err := Repr(t, p.Mapping)
	return "mappingproxy(" + s + ")", err
}

// Str gives str(mapping).
func (p *MappingProxy) Str(t *Thread) (string, error) { return ToStr(t, p.Mapping) }

// Operate compares and merges as the mapping does.
func (p *MappingProxy) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	if q, ok := other.(*MappingProxy); ok {
		other = q.Mapping
	}
	switch {
	case op != OpEq && op != OpNe && op != OpOr:
		return NotImplemented, nil
	case reflected:
		return Binary(t, op, other, p.Mapping)
	}
	return Binary(t, op, p.Mapping, other)
}

func mappingProxyNew(_ *Thread, _ *Type, args Args) (Value, error) {
	if len(args.Pos) != 1 || len(args.Kw) > 0 {
		return nil, Errorf(TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)")
	}
	if lookupSpecial(args.Pos[0], "__getitem__") == nil {
		return nil, Errorf(TypeError, "mappingproxy() argument must be a mapping, not %s", args.Pos[0].Type().Name)
	}
	return &MappingProxy{args.Pos[0]}, nil
}

func mappingProxyMembers() []Member {
	var out []Member
	for _, name := range []string{"get", "keys", "values", "items", "copy", "__reversed__"} {
		out = append(out, RawMethod(name, func(t *Thread, args Args) (Value, error) {
			m, err := GetAttr(t, args.Pos[0].(*MappingProxy).Mapping, name)
			if err != nil {
				return nil, err
			}
			return Call(t, m, Args{Pos: args.Pos[1:], Kw: args.Kw})
		}))
	}
	return out
}
