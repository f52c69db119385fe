package pyrt

// strMembers are the methods of str.
func strMembers() []Member {
	c := StrType
	text := func(name string, f func(string) string) Member {
		return noArgs(c, name, func(t *Thread, s Str) (Value, error) {
			if err := t.alloc(len(s)); err != nil {
				return nil, err
			}
			r, err := apartText(t, string(s), f)
			return Str(r), err
		})
	}
	test := func(name string, f func(string) bool) Member {
		return noArgs(c, name, func(_ *Thread, s Str) (Value, error) { return Bool(f(string(s))), nil })
	}
	all := func(name string, f func(rune) bool) Member {
		return test(name, func(s string) bool { return every(s, f) })
	}
	search := func(name string) Member {
		return manyArgs(c, name, 1, 3, func(t *Thread, s Str, a []Value) (Value, error) { return findIn(t, name, s, a) })
	}
	affixes := func(name string) Member {
		return manyArgs(c, name, 1, 3, func(t *Thread, s Str, a []Value) (Value, error) { return affix(t, name, s, a) })
	}
	strip := func(name string) Member {
		return manyArgs(c, name, 0, 1, func(t *Thread, s Str, a []Value) (Value, error) {
			var v Value
			var err error
			if aerr := t.Apart(len(s), func() { v, err = stripped(name, s, a) }); aerr != nil {
				return nil, aerr
			}
			return v, err
		})
	}
	justify := func(name string) Member {
		return manyArgs(c, name, 1, 2, func(t *Thread, s Str, a []Value) (Value, error) { return justified(t, name, s, a) })
	}
	remove := func(name string) Member {
		return oneArg(c, name, func(_ *Thread, s Str, a Value) (Value, error) { return removeAffix(name, s, a) })
	}
	split := func(name string, right bool) Member {
		return keywordArgs(c, name+"(self, sep=None, maxsplit=-1)", func(t *Thread, s Str, a []Value) (Value, error) {
			return strSplit(t, right, s, a)
		})
	}
	return []Member{
		text("upper", strUpper), text("lower", strLower), text("casefold", strCasefold),
		text("title", strTitle), text("capitalize", strCapitalize), text("swapcase", strSwapcase),
		all("isalpha", isAlphaPoint), all("isdecimal", isDecimalPoint), all("isdigit", isDigitPoint),
		all("isnumeric", isNumericPoint), all("isalnum", isAlnumPoint), all("isspace", isSpace),
		test("islower", strIsLower), test("isupper", strIsUpper), test("istitle", strIsTitle),
		test("isidentifier", strIsIdentifier), test("isascii", isASCII),
		test("isprintable", func(s string) bool { return s == "" || every(s, isPrintable) }),
		search("find"), search("rfind"), search("index"), search("rindex"), search("count"),
		affixes("startswith"), affixes("endswith"),
		strip("strip"), strip("lstrip"), strip("rstrip"),
		justify("ljust"), justify("rjust"), justify("center"),
		remove("removeprefix"), remove("removesuffix"),
		split("split", false), split("rsplit", true),
		RawMethod("replace", strReplace),
		oneArg(c, "zfill", strZfill),
		oneArg(c, "join", strJoin),
		oneArg(c, "translate", strTranslate),
		oneArg(c, "partition", func(_ *Thread, s Str, a Value) (Value, error) { return strPartition(false, s, a) }),
		oneArg(c, "rpartition", func(_ *Thread, s Str, a Value) (Value, error) { return strPartition(true, s, a) }),
		keywordArgs(c, "expandtabs(self, tabsize=8)", strExpandTabs),
		keywordArgs(c, "splitlines(self, keepends=False)", func(t *Thread, s Str, a []Value) (Value, error) {
			keep, err := Truth(t, a[0])
			if err != nil {
				return nil, err
			}
			parts, err := apartText(t, string(s), func(s string) []string { return splitLines(s, keep, isLineBreak) })
			return strList(parts), err
		}),
		keywordArgs(c, "encode(self, encoding='utf-8', errors='strict')", strEncode),
		RawMethod("format", func(t *Thread, args Args) (Value, error) {
			s, rest, err := receiver[Str](c, "format", args)
			if err != nil {
				return nil, err
			}
			kw := NewDict()
			for _, k := range args.Kw {
				kw.SetStr(k.Name, k.Value)
			}
			return formatFields(t, string(s), rest, kw)
		}),
		oneArg(c, "format_map", func(t *Thread, s Str, m Value) (Value, error) { return formatFields(t, string(s), nil, m) }),
		{"maketrans", &StaticMethod{Func: NewRawBuiltin("maketrans", maketrans)}},
		noArgs(c, "__getnewargs__", func(_ *Thread, s Str) (Value, error) { return NewTuple(s), nil }),
	}
}
