package pyrt

import "strings"

// strSplit is split and rsplit: (sep=None, maxsplit=-1).
func strSplit(t *Thread, fromRight bool, s Str, a []Value) (Value, error) {
	limit, err := clampInt(t, a[1])
	if err != nil {
		return nil, err
	}
	if err := t.alloc(len(s) + 16); err != nil {
		return nil, err
	}
	if a[0] == None {
		parts, err := apartText(t, string(s), func(s string) []string { return splitSpace(s, limit, fromRight) })
		return strList(parts), err
	}
	sep, ok := AsStr(a[0])
	if !ok {
		return nil, Errorf(TypeError, "must be str or None, not %s", typeName(a[0]))
	}
	if sep == "" {
		return nil, Errorf(ValueError, "empty separator")
	}
	parts, err := apartText(t, string(s), func(s string) []string { return splitOn(s, sep, limit, fromRight) })
	return strList(parts), err
}

func strList(parts []string) *List {
	out := make([]Value, len(parts))
	for i, p := range parts {
		out[i] = Str(p)
	}
	return NewList(out...)
}

// splitOn cuts at sep at most limit times (negative: always).
func splitOn(s, sep string, limit int, fromRight bool) []string {
	if !fromRight && (limit < 0 || limit > len(s)) {
		return strings.Split(s, sep)
	}
	if !fromRight {
		return strings.SplitN(s, sep, limit+1)
	}
	var out []string
	for ; limit != 0; limit-- { // negative: until there is none
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		out = append(out, s[i+len(sep):])
		s = s[:i]
	}
	out = append(out, s)
	reverseStrings(out)
	return out
}

func reverseStrings(s []string) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

// splitSpace cuts at runs of whitespace.
func splitSpace(s string, limit int, fromRight bool) []string {
	out := []string{}
	if fromRight {
		for {
			s = strings.TrimRightFunc(s, isSpace)
			if s == "" {
				break
			}
			if limit == 0 {
				out = append(out, s)
				break
			}
			limit--
			i := strings.LastIndexFunc(s, isSpace)
			if i < 0 {
				out = append(out, s)
				break
			}
			_, n := decodePoint(s[i:])
			out = append(out, s[i+n:])
			s = s[:i]
		}
		reverseStrings(out)
		return out
	}
	for {
		s = strings.TrimLeftFunc(s, isSpace)
		if s == "" {
			return out
		}
		i := -1
		if limit != 0 {
			i = strings.IndexFunc(s, isSpace)
		}
		if i < 0 {
			return append(out, s)
		}
		limit--
		out = append(out, s[:i])
		s = s[i:]
	}
}

// splitLines is splitlines of str; keep keeps the line ends.
func splitLines(s string, keep bool, isBreak func(rune) bool) []string {
	out := []string{}
	start, i := 0, 0
	for i < len(s) {
		r, n := decodePoint(s[i:])
		if !isBreak(r) {
			i += n
			continue
		}
		end := i
		i += n
		if r == '\r' && i < len(s) && s[i] == '\n' {
			i++
		}
		if keep {
			end = i
		}
		out = append(out, s[start:end])
		start = i
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// maketrans is str.maketrans.
func maketrans(t *Thread, args Args) (Value, error) {
	a := args.Pos
	if err := checkCount("maketrans", len(a), 1, 3); err != nil {
		return nil, err
	}
	out := NewDict()
	if len(a) == 1 {
		d, ok := AsDict(a[0])
		if !ok {
			return nil, Errorf(TypeError, "if you give only one argument to maketrans it must be a dict")
		}
		for _, kv := range d.Items() {
			key := kv[0]
			if s, ok := AsStr(key); ok {
				if pointCount(s) != 1 {
					return nil, Errorf(ValueError, "string keys in translatetable must be of length 1")
				}
				r, _ := decodePoint(s)
				key = Int(r)
			} else if _, ok := AsInt(key); !ok {
				return nil, Errorf(TypeError, "keys in translate table mustbe strings or integers")
			}
			if err := out.Set(t, key, kv[1]); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	var texts [3][]rune
	for i, v := range a {
		s, ok := AsStr(v)
		if !ok {
			if _, ok := AsStr(a[1]); i == 0 && ok {
				return nil, Errorf(TypeError, "first maketrans argument must be a string if there is a second argument")
			}
			if i == 0 {
				i, v = 1, a[1] // CPython looks at the second one first
			}
			return nil, Errorf(TypeError, "maketrans() argument %d must be str, not %s", i+1, typeName(v))
		}
		texts[i] = codePoints(s)
	}
	if len(texts[0]) != len(texts[1]) {
		return nil, Errorf(ValueError, "the first two maketrans arguments must have equal length")
	}
	for i, r := range texts[0] {
		if err := out.Set(t, Int(r), Int(texts[1][i])); err != nil {
			return nil, err
		}
	}
	for _, r := range texts[2] {
		if err := out.Set(t, Int(r), None); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// strTranslate is str.translate.
func strTranslate(t *Thread, s Str, table Value) (Value, error) {
	var b strings.Builder
	for _, r := range codePoints(string(s)) {
		if err := t.step(); err != nil {
			return nil, err
		}
		v, err := GetItem(t, table, Int(r))
		if err != nil {
			if e, ok := err.(*Exception); ok && e.IsA(LookupError) {
				b.WriteString(encodePoint(r))
				continue
			}
			return nil, err
		}
		switch x := Underlying(v).(type) {
		case NoneKind:
		case Str:
			if int64(b.Len()) > t.memoryLimit()/4 {
				return nil, NewException(MemoryError)
			}
			if err := t.alloc(len(x)); err != nil {
				return nil, err
			}
			b.WriteString(string(x))
		case Int:
			if x < 0 || x > 0x10ffff {
				return nil, Errorf(ValueError, "character mapping must be in range(0x110000)")
			}
			b.WriteString(encodePoint(rune(x)))
		default:
			return nil, Errorf(TypeError, "character mapping must return integer, None or str")
		}
	}
	return Str(b.String()), nil
}
