package pyrt

// listMembers are the methods of list.
func listMembers() []Member {
	c := ListType
	return []Member{
		RawMethod("__init__", func(t *Thread, args Args) (Value, error) {
			l, rest, err := receiver[*List](c, "__init__", args)
			if err != nil {
				return nil, err
			}
			if args.Pos[0].Type() == c {
				if err := noKeywords("list", args); err != nil {
					return nil, err
				}
			}
			if err := checkCount("list", len(rest), 0, 1); err != nil {
				return nil, err
			}
			return listInit(t, l, rest)
		}),
		oneArg(c, "append", func(t *Thread, l *List, v Value) (Value, error) { return None, l.append(t, v) }),
		oneArg(c, "extend", func(t *Thread, l *List, v Value) (Value, error) { return None, l.extend(t, v) }),
		manyArgs(c, "insert", 2, 2, func(t *Thread, l *List, a []Value) (Value, error) {
			i, err := indexInt(t, a[0])
			if err != nil {
				return nil, err
			}
			if i < 0 {
				i = max(i+len(l.Elems), 0)
			}
			i = min(i, len(l.Elems))
			l.Elems = append(l.Elems, nil)
			copy(l.Elems[i+1:], l.Elems[i:])
			l.Elems[i] = a[1]
			return None, t.alloc(16)
		}),
		manyArgs(c, "pop", 0, 1, func(t *Thread, l *List, a []Value) (Value, error) {
			i := -1
			if len(a) > 0 {
				var err error
				if i, err = indexInt(t, a[0]); err != nil {
					return nil, err
				}
			}
			if len(l.Elems) == 0 {
				return nil, Errorf(IndexError, "pop from empty list")
			}
			if i < 0 {
				i += len(l.Elems)
			}
			if i < 0 || i >= len(l.Elems) {
				return nil, Errorf(IndexError, "pop index out of range")
			}
			v := l.Elems[i]
			l.deleteAt(i)
			return v, nil
		}),
		oneArg(c, "remove", func(t *Thread, l *List, v Value) (Value, error) {
			i, err := indexIn(t, l.get, []Value{v})
			if err == nil && i < 0 {
				return nil, Errorf(ValueError, "list.remove(x): x not in list")
			}
			if err == nil && i < len(l.Elems) {
				l.deleteAt(i)
			}
			return None, err
		}),
		manyArgs(c, "index", 1, 3, func(t *Thread, l *List, a []Value) (Value, error) {
			i, err := indexIn(t, l.get, a)
			if err == nil && i < 0 {
				return nil, Errorf(ValueError, "list.index(x): x not in list")
			}
			return Int(i), err
		}),
		oneArg(c, "count", func(t *Thread, l *List, v Value) (Value, error) { return countIn(t, l.get, v) }),
		noArgs(c, "clear", func(_ *Thread, l *List) (Value, error) { l.Elems = nil; return None, nil }),
		noArgs(c, "copy", func(t *Thread, l *List) (Value, error) {
			elems, err := joinElems(t, l.Elems)
			return NewList(elems...), err
		}),
		noArgs(c, "reverse", func(_ *Thread, l *List) (Value, error) {
			for i, j := 0, len(l.Elems)-1; i < j; i, j = i+1, j-1 {
				l.Elems[i], l.Elems[j] = l.Elems[j], l.Elems[i]
			}
			return None, nil
		}),
		keywordArgs(c, "sort(self, /, *, key=None, reverse=False)", func(t *Thread, l *List, a []Value) (Value, error) {
			rev, err := Truth(t, a[1])
			if err != nil {
				return nil, err
			}
			return None, listSort(t, l, a[0], rev)
		}),
		noArgs(c, "__reversed__", func(_ *Thread, l *List) (Value, error) {
			return &listRevIter{l, len(l.Elems)}, nil
		}),
		classGetItem(),
	}
}
