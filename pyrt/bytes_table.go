package pyrt

import "strings"

// bytesMembers are the methods that bytes and bytearray share.
func bytesMembers(c *Type) []Member {
	text := func(name string, f func(string) string) Member {
		return noArgs(c, name, func(_ *Thread, b Value) (Value, error) { return likeBytes(b, f(bytesText(b))), nil })
	}
	test := func(name string, f func(s string) bool) Member {
		return noArgs(c, name, func(_ *Thread, b Value) (Value, error) { return Bool(f(bytesText(b))), nil })
	}
	each := func(name string, f func(c byte) bool) Member {
		return test(name, func(s string) bool {
			for i := range len(s) {
				if !f(s[i]) {
					return false
				}
			}
			return s != ""
		})
	}
	search := func(name string) Member {
		return manyArgs(c, name, 1, 3, func(t *Thread, b Value, a []Value) (Value, error) { return bytesFind(t, name, b, a) })
	}
	affix := func(name string) Member {
		return manyArgs(c, name, 1, 3, func(t *Thread, b Value, a []Value) (Value, error) { return bytesAffix(t, name, b, a) })
	}
	strip := func(name string) Member {
		return manyArgs(c, name, 0, 1, func(_ *Thread, b Value, a []Value) (Value, error) { return bytesStrip(name, b, a) })
	}
	justify := func(name string) Member {
		return manyArgs(c, name, 1, 2, func(t *Thread, b Value, a []Value) (Value, error) { return bytesJustify(t, name, b, a) })
	}
	split := func(name string, right bool) Member {
		return keywordArgs(c, name+"(self, sep=None, maxsplit=-1)", func(t *Thread, b Value, a []Value) (Value, error) {
			return bytesSplit(t, right, b, a)
		})
	}
	remove := func(name string, f func(s, x string) string) Member {
		return oneArg(c, name, func(_ *Thread, b, a Value) (Value, error) {
			x, err := needBuffer(a)
			return likeBytes(b, f(bytesText(b), x)), err
		})
	}
	alpha := func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
	return []Member{
		text("upper", func(s string) string { return mapASCII(s, func(_ bool, c byte) byte { return upperByte(c) }) }),
		text("lower", func(s string) string { return mapASCII(s, func(_ bool, c byte) byte { return lowerByte(c) }) }),
		text("title", func(s string) string {
			return mapASCII(s, func(prev bool, c byte) byte {
				if prev {
					return lowerByte(c)
				}
				return upperByte(c)
			})
		}),
		text("capitalize", func(s string) string {
			s = mapASCII(s, func(_ bool, c byte) byte { return lowerByte(c) })
			if s == "" {
				return s
			}
			return string([]byte{upperByte(s[0])}) + s[1:]
		}),
		text("swapcase", func(s string) string {
			return mapASCII(s, func(_ bool, c byte) byte {
				if u := upperByte(c); u != c {
					return u
				}
				return lowerByte(c)
			})
		}),
		each("isalpha", alpha), each("isdigit", isDigit),
		each("isalnum", func(c byte) bool { return alpha(c) || isDigit(c) }),
		each("isspace", func(c byte) bool { return isByteSpace(rune(c)) }),
		test("isascii", isASCII),
		test("islower", func(s string) bool {
			return strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyz") && !strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		}),
		test("isupper", func(s string) bool {
			return strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && !strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyz")
		}),
		test("istitle", func(s string) bool {
			return s == mapASCII(s, func(prev bool, c byte) byte {
				if prev {
					return lowerByte(c)
				}
				return upperByte(c)
			}) && strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		}),
		search("find"), search("rfind"), search("index"), search("rindex"), search("count"),
		affix("startswith"), affix("endswith"),
		strip("strip"), strip("lstrip"), strip("rstrip"),
		justify("ljust"), justify("rjust"), justify("center"),
		split("split", false), split("rsplit", true),
		remove("removeprefix", strings.TrimPrefix), remove("removesuffix", strings.TrimSuffix),
		keywordArgs(c, "replace(self, old, new, count=-1, /)", bytesReplace),
		oneArg(c, "join", bytesJoin),
		oneArg(c, "partition", func(_ *Thread, b, a Value) (Value, error) { return bytesPartition(false, b, a) }),
		oneArg(c, "rpartition", func(_ *Thread, b, a Value) (Value, error) { return bytesPartition(true, b, a) }),
		oneArg(c, "zfill", func(t *Thread, b, a Value) (Value, error) {
			v, err := strZfill(t, Str(bytesText(b)), a)
			s, _ := AsStr(orNone(v))
			return likeBytes(b, s), err
		}),
		keywordArgs(c, "expandtabs(self, tabsize=8)", func(t *Thread, b Value, a []Value) (Value, error) {
			n, err := indexInt(t, a[0])
			return likeBytes(b, expandTabs(bytesText(b), n)), err
		}),
		keywordArgs(c, "splitlines(self, keepends=False)", func(t *Thread, b Value, a []Value) (Value, error) {
			keep, err := Truth(t, a[0])
			return bytesList(b, splitLines(bytesText(b), keep, func(r rune) bool { return r == '\n' || r == '\r' })), err
		}),
		keywordArgs(c, "decode(self, encoding='utf-8', errors='strict')", func(t *Thread, b Value, a []Value) (Value, error) {
			enc, ok := AsStr(a[0])
			if !ok {
				return nil, Errorf(TypeError, "decode() argument 'encoding' must be str, not %s", typeName(a[0]))
			}
			errs, ok := AsStr(a[1])
			if !ok {
				return nil, Errorf(TypeError, "decode() argument 'errors' must be str, not %s", typeName(a[1]))
			}
			s, err := decodeBytes(t, bytesText(b), enc, errs)
			return Str(s), err
		}),
		keywordArgs(c, "hex(self, sep=..., bytes_per_sep=...)", bytesHex),
		ClassFunc("fromhex(cls, string, /)", bytesFromHex),
		keywordArgs(c, "translate(self, table, /, delete=...)", func(_ *Thread, b Value, a []Value) (Value, error) { return bytesTranslate(b, a) }),
		StaticFunc("maketrans(frm, to, /)", func(_ *Thread, a []Value) (Value, error) {
			from, err := needBuffer(a[0])
			if err != nil {
				return nil, err
			}
			to, err := needBuffer(a[1])
			if err != nil {
				return nil, err
			}
			if len(from) != len(to) {
				return nil, Errorf(ValueError, "maketrans arguments must have same length")
			}
			table := make([]byte, 256)
			for i := range table {
				table[i] = byte(i)
			}
			for i := range len(from) {
				table[from[i]] = to[i]
			}
			return Bytes(table), nil
		}),
	}
}

func bytesOnlyMembers() []Member {
	return append(bytesMembers(BytesType),
		noArgs(BytesType, "__bytes__", func(_ *Thread, b Value) (Value, error) { return Bytes(bytesText(b)), nil }),
		noArgs(BytesType, "__getnewargs__", func(_ *Thread, b Value) (Value, error) { return NewTuple(b), nil }))
}

// bytearrayMembers adds what changes the contents.
func bytearrayMembers() []Member {
	c := ByteArrayType
	return append(bytesMembers(c),
		RawMethod("__init__", func(t *Thread, args Args) (Value, error) {
			b, rest, err := receiver[*ByteArray](c, "__init__", args)
			if err != nil {
				return nil, err
			}
			s, err := bytesArgument(t, "bytearray", Args{Pos: rest, Kw: args.Kw})
			b.B = []byte(s)
			return None, err
		}),
		RawMethod("__repr__", func(_ *Thread, args Args) (Value, error) {
			b, _, err := receiver[*ByteArray](c, "__repr__", args)
			if err != nil {
				return nil, err
			}
			return Str(b.reprAs(args.Pos[0].Type().Name)), nil
		}),
		oneArg(c, "append", func(t *Thread, b *ByteArray, v Value) (Value, error) {
			x, err := byteValue(t, v)
			if err == nil {
				b.B = append(b.B, x)
			}
			return None, err
		}),
		oneArg(c, "extend", func(t *Thread, b *ByteArray, v Value) (Value, error) {
			if _, isStr := AsStr(v); isStr {
				return nil, Errorf(TypeError, "expected iterable of integers; got: 'str'")
			}
			s, err := bytesFrom(t, v)
			if e, ok := err.(*Exception); ok && e.IsA(ValueError) {
				return nil, Errorf(ValueError, "byte must be in range(0, 256)")
			}
			b.B = append(b.B, s...)
			return None, err
		}),
		manyArgs(c, "insert", 2, 2, func(t *Thread, b *ByteArray, a []Value) (Value, error) {
			i, err := indexInt(t, a[0])
			if err != nil {
				return nil, err
			}
			x, err := byteValue(t, a[1])
			if err != nil {
				return nil, err
			}
			if i < 0 {
				i = max(i+len(b.B), 0)
			}
			i = min(i, len(b.B))
			b.B = append(b.B[:i:i], append([]byte{x}, b.B[i:]...)...)
			return None, nil
		}),
		manyArgs(c, "pop", 0, 1, func(t *Thread, b *ByteArray, a []Value) (Value, error) {
			i := len(b.B) - 1
			if len(a) > 0 {
				var err error
				if i, err = indexInt(t, a[0]); err != nil {
					return nil, err
				}
				if i < 0 {
					i += len(b.B)
				}
			}
			if len(b.B) == 0 {
				return nil, Errorf(IndexError, "pop from empty bytearray")
			}
			if i < 0 || i >= len(b.B) {
				return nil, Errorf(IndexError, "pop index out of range")
			}
			x := b.B[i]
			b.B = append(b.B[:i:i], b.B[i+1:]...)
			return Int(x), nil
		}),
		oneArg(c, "remove", func(t *Thread, b *ByteArray, v Value) (Value, error) {
			x, err := byteValue(t, v)
			if err != nil {
				return nil, err
			}
			i := strings.IndexByte(string(b.B), x)
			if i < 0 {
				return nil, Errorf(ValueError, "value not found in bytearray")
			}
			b.B = append(b.B[:i:i], b.B[i+1:]...)
			return None, nil
		}),
		noArgs(c, "clear", func(_ *Thread, b *ByteArray) (Value, error) { b.B = nil; return None, nil }),
		manyArgs(c, "resize", 1, 1, func(t *Thread, b *ByteArray, a []Value) (Value, error) {
			n, err := indexInt(t, a[0])
			if err != nil {
				return nil, err
			}
			if n < 0 {
				return nil, Errorf(ValueError, "bytearray.resize(): new size must be >= 0, got %d", n)
			}
			if err := t.alloc(n); err != nil {
				return nil, err
			}
			grown := make([]byte, n)
			copy(grown, b.B)
			b.B = grown
			return None, nil
		}),
		noArgs(c, "reverse", func(_ *Thread, b *ByteArray) (Value, error) { reverseBytes(b.B); return None, nil }),
		noArgs(c, "copy", func(_ *Thread, b *ByteArray) (Value, error) {
			return &ByteArray{append([]byte(nil), b.B...)}, nil
		}),
	)
}
