package pyrt

// setMembers are the methods of set; frozenSetMembers those of frozenset.
func setMembers() []Member {
	c := SetType
	update := func(name string, op Operator) Member {
		return manyArgs(c, name, 0, -1, func(t *Thread, s *Set, a []Value) (Value, error) {
			out, err := setMerge(t, s, op, a)
			if err == nil {
				s.d = out.d
			}
			return None, err
		})
	}
	return append(commonSetMembers(c),
		RawMethod("__init__", func(t *Thread, args Args) (Value, error) {
			s, rest, err := receiver[*Set](c, "__init__", args)
			if err != nil {
				return nil, err
			}
			if args.Pos[0].Type() == c {
				if err := noKeywords("set", args); err != nil {
					return nil, err
				}
			}
			if err := checkCount("set", len(rest), 0, 1); err != nil {
				return nil, err
			}
			s.Clear()
			if len(rest) == 1 {
				return None, s.addAll(t, rest[0])
			}
			return None, nil
		}),
		oneArg(c, "add", func(t *Thread, s *Set, v Value) (Value, error) { return None, unhashableElement(s.Add(t, v), v) }),
		oneArg(c, "discard", func(t *Thread, s *Set, v Value) (Value, error) {
			_, err := s.Remove(t, frozenKey(v))
			return None, unhashableElement(err, v)
		}),
		oneArg(c, "remove", func(t *Thread, s *Set, v Value) (Value, error) {
			ok, err := s.Remove(t, frozenKey(v))
			if err == nil && !ok {
				return nil, NewException(KeyError, v)
			}
			return None, unhashableElement(err, v)
		}),
		noArgs(c, "pop", func(t *Thread, s *Set) (Value, error) {
			for _, e := range s.d.entries {
				if e.key != nil {
					_, err := s.Remove(t, e.key)
					return e.key, err
				}
			}
			return nil, Errorf(KeyError, "pop from an empty set")
		}),
		noArgs(c, "clear", func(_ *Thread, s *Set) (Value, error) { s.Clear(); return None, nil }),
		update("update", OpOr), update("intersection_update", OpAnd), update("difference_update", OpSub),
		oneArg(c, "symmetric_difference_update", func(t *Thread, s *Set, v Value) (Value, error) {
			out, err := setMerge(t, s, OpXor, []Value{v})
			if err == nil {
				s.d = out.d
			}
			return None, err
		}),
	)
}

func frozenSetMembers() []Member { return commonSetMembers(FrozenSetType) }

func commonSetMembers(c *Type) []Member {
	merge := func(name string, op Operator) Member {
		return manyArgs(c, name, 0, -1, func(t *Thread, s *Set, a []Value) (Value, error) {
			out, err := setMerge(t, s, op, a)
			if err != nil {
				return nil, err
			}
			return out, nil
		})
	}
	return []Member{
		merge("union", OpOr), merge("intersection", OpAnd), merge("difference", OpSub),
		oneArg(c, "symmetric_difference", func(t *Thread, s *Set, v Value) (Value, error) {
			out, err := setMerge(t, s, OpXor, []Value{v})
			if err != nil {
				return nil, err
			}
			return out, nil
		}),
		oneArg(c, "isdisjoint", setDisjoint),
		oneArg(c, "issubset", func(t *Thread, s *Set, v Value) (Value, error) {
			o, err := setOf(t, v)
			if err != nil {
				return nil, err
			}
			sub, err := s.subset(t, o)
			return Bool(sub), err
		}),
		oneArg(c, "issuperset", func(t *Thread, s *Set, v Value) (Value, error) {
			o, err := setOf(t, v)
			if err != nil {
				return nil, err
			}
			sub, err := o.subset(t, s)
			return Bool(sub), err
		}),
		noArgs(c, "copy", func(_ *Thread, s *Set) (Value, error) { return s.Copy(), nil }),
		RawMethod("__repr__", func(t *Thread, args Args) (Value, error) {
			s, _, err := receiver[*Set](c, "__repr__", args)
			if err != nil {
				return nil, err
			}
			text, err := s.reprAs(t, args.Pos[0].Type().Name)
			return Str(text), err
		}),
		classGetItem(),
	}
}
