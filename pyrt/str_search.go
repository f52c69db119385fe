package pyrt

import (
	"strings"
)

// window cuts s to [start:end] in code points and gives the code point
// position where it begins; ok is false when start lies beyond the end.
func window(t *Thread, s string, start, end Value) (sub string, at int, ok bool, err error) {
	if start == nil && end == nil {
		return s, 0, true, nil
	}
	n := t.points(s)
	lo, hi, err := sliceBounds(t, start, end, n)
	if err != nil || lo > hi {
		return "", 0, false, err
	}
	return t.substring(s, lo, hi), lo, true, nil
}

// findIn is find, rfind, index, rindex and count.
func findIn(t *Thread, name string, s Str, a []Value) (Value, error) {
	sub, ok := AsStr(a[0])
	if !ok {
		return nil, Errorf(TypeError, "%s() argument 1 must be str, not %s", name, typeName(a[0]))
	}
	text, at, ok, err := window(t, string(s), argument(a, 1), argument(a, 2))
	if err != nil {
		return nil, err
	}
	if name == "count" {
		switch {
		case !ok:
			return Int(0), nil
		case sub == "":
			return Int(pointCount(text) + 1), nil
		}
		return Int(strings.Count(text, sub)), nil
	}
	i := -1
	if ok {
		if name[0] == 'r' {
			i = strings.LastIndex(text, sub)
		} else {
			i = strings.Index(text, sub)
		}
	}
	if i < 0 {
		if strings.HasSuffix(name, "index") {
			return nil, Errorf(ValueError, "substring not found")
		}
		return Int(-1), nil
	}
	return Int(at + pointCount(text[:i])), nil
}

// affix is startswith and endswith.
func affix(t *Thread, name string, s Str, a []Value) (Value, error) {
	test := strings.HasPrefix
	if name == "endswith" {
		test = strings.HasSuffix
	}
	text, _, ok, err := window(t, string(s), argument(a, 1), argument(a, 2))
	if err != nil {
		return nil, err
	}
	if p, isStr := AsStr(a[0]); isStr {
		return Bool(ok && test(text, p)), nil
	}
	elems, isTuple := AsTuple(a[0])
	if !isTuple {
		return nil, Errorf(TypeError, "%s first arg must be str or a tuple of str, not %s", name, typeName(a[0]))
	}
	for _, e := range elems {
		p, isStr := AsStr(e)
		if !isStr {
			return nil, Errorf(TypeError, "tuple for %s must only contain str, not %s", name, typeName(e))
		}
		if ok && test(text, p) {
			return True, nil
		}
	}
	return False, nil
}

// strReplace is str.replace(old, new, /, count=-1).
func strReplace(t *Thread, args Args) (Value, error) {
	s, rest, err := receiver[Str](StrType, "replace", args)
	if err != nil {
		return nil, err
	}
	if err := onlyKeywords("replace", args, "count"); err != nil {
		return nil, err
	}
	count := argument(rest, 2)
	for _, k := range args.Kw {
		count = k.Value
	}
	if len(rest) < 2 {
		return nil, Errorf(TypeError, "replace() takes at least 2 positional arguments (%d given)", len(rest))
	}
	if len(rest) > 3 {
		return nil, Errorf(TypeError, "replace() takes at most 3 arguments (%d given)", len(rest))
	}
	var parts [2]string
	for i := range parts {
		p, ok := AsStr(rest[i])
		if !ok {
			return nil, Errorf(TypeError, "replace() argument %d must be str, not %s", i+1, typeName(rest[i]))
		}
		parts[i] = p
	}
	n := -1
	if count != nil {
		if n, err = clampInt(t, count); err != nil {
			return nil, err
		}
	}
	return replaceText(t, string(s), parts[0], parts[1], n)
}

func replaceText(t *Thread, s, from, to string, n int) (Value, error) {
	hits := strings.Count(s, from)
	if n >= 0 {
		hits = min(hits, n)
	}
	if err := t.alloc(len(s) + hits*len(to)); err != nil {
		return nil, err
	}
	if from != "" || isASCII(s) {
		r, err := apartText(t, s, func(s string) string { return strings.Replace(s, from, to, n) })
		return Str(r), err
	}
	var b strings.Builder
	for n != 0 {
		n--
		b.WriteString(to)
		if s == "" {
			return Str(b.String()), nil
		}
		_, w := decodePoint(s)
		b.WriteString(s[:w])
		s = s[w:]
	}
	return Str(b.String() + s), nil
}

// stripped is strip, lstrip and rstrip.
func stripped(name string, s Str, a []Value) (Value, error) {
	cut := isSpace
	if len(a) > 0 && a[0] != None {
		chars, ok := AsStr(a[0])
		if !ok {
			return nil, Errorf(TypeError, "%s arg must be None or str", name)
		}
		if isASCII(chars) && isASCII(string(s)) {
			return Str(trimSides(name, string(s), chars)), nil
		}
		set := make(map[rune]bool)
		for _, r := range codePoints(chars) {
			set[r] = true
		}
		cut = func(r rune) bool { return set[r] }
	}
	text := string(s)
	if name != "rstrip" {
		for text != "" {
			r, n := decodePoint(text)
			if !cut(r) {
				break
			}
			text = text[n:]
		}
	}
	if name != "lstrip" {
		for text != "" {
			r, n := lastPoint(text)
			if !cut(r) {
				break
			}
			text = text[:len(text)-n]
		}
	}
	return Str(text), nil
}

func trimSides(name, s, chars string) string {
	switch name {
	case "lstrip":
		return strings.TrimLeft(s, chars)
	case "rstrip":
		return strings.TrimRight(s, chars)
	}
	return strings.Trim(s, chars)
}

// lastPoint decodes the last code point.
func lastPoint(s string) (rune, int) {
	i := len(s) - 1
	for i > 0 && s[i]&0xc0 == 0x80 {
		i--
	}
	r, _ := decodePoint(s[i:])
	return r, len(s) - i
}

// justified is ljust, rjust and center.
func justified(t *Thread, name string, s Str, a []Value) (Value, error) {
	width, err := indexInt(t, a[0])
	if err != nil {
		return nil, err
	}
	fill := " "
	if len(a) > 1 {
		f, ok := AsStr(a[1])
		if !ok {
			return nil, Errorf(TypeError, "The fill character must be a unicode character, not %s", typeName(a[1]))
		}
		if pointCount(f) != 1 {
			return nil, Errorf(TypeError, "The fill character must be exactly one character long")
		}
		fill = f
	}
	n := width - pointCount(string(s))
	if n <= 0 {
		return s, nil
	}
	if err := checkRepeat(t, len(fill), n); err != nil {
		return nil, err
	}
	left, right := padding(name, n, width)
	return Str(strings.Repeat(fill, left) + string(s) + strings.Repeat(fill, right)), nil
}

// padding splits n between left and right; center puts the odd one left when
// the width is odd.
func padding(name string, n, width int) (left, right int) {
	switch name {
	case "ljust":
		return 0, n
	case "rjust":
		return n, 0
	}
	left = n/2 + n&width&1
	return left, n - left
}

// strZfill is str.zfill.
func strZfill(t *Thread, s Str, a Value) (Value, error) {
	width, err := indexInt(t, a)
	if err != nil {
		return nil, err
	}
	n := width - pointCount(string(s))
	if n <= 0 {
		return s, nil
	}
	if err := checkRepeat(t, 1, n); err != nil {
		return nil, err
	}
	sign := ""
	if s != "" && (s[0] == '+' || s[0] == '-') {
		sign, s = string(s[0]), s[1:]
	}
	return Str(sign + strings.Repeat("0", n) + string(s)), nil
}

// strExpandTabs is str.expandtabs(tabsize=8).
func strExpandTabs(t *Thread, s Str, a []Value) (Value, error) {
	size, err := indexInt(t, a[0])
	if err != nil {
		return nil, err
	}
	if err := checkRepeat(t, max(size, 1), strings.Count(string(s), "\t")); err != nil {
		return nil, err
	}
	r, err := apartText(t, string(s), func(s string) string { return expandTabs(s, size) })
	return Str(r), err
}

func expandTabs(s string, size int) string {
	var b strings.Builder
	column := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\t':
			if size > 0 {
				n := size - column%size
				b.WriteString(strings.Repeat(" ", n))
				column += n
			}
		case c == '\n' || c == '\r':
			b.WriteByte(c)
			column = 0
		default:
			b.WriteByte(c)
			if c&0xc0 != 0x80 {
				column++
			}
		}
	}
	return b.String()
}

// strJoin is str.join.
func strJoin(t *Thread, s Str, a Value) (Value, error) {
	var elems []Value
	switch x := a.(type) {
	case *List:
		elems = x.Elems
	case *Tuple:
		elems = x.Elems
	default:
		var err error
		if elems, err = Collect(t, a); err != nil {
			if e, ok := err.(*Exception); ok && e.IsA(TypeError) && strings.HasSuffix(e.Message(), "object is not iterable") {
				return nil, Errorf(TypeError, "can only join an iterable")
			}
			return nil, err
		}
	}
	if len(elems) == 1 {
		if x, ok := elems[0].(Str); ok {
			return x, nil
		}
	}
	size := 0
	for i, e := range elems {
		x, ok := AsStr(e)
		if !ok {
			return nil, Errorf(TypeError, "sequence item %d: expected str instance, %s found", i, typeName(e))
		}
		size += len(x) + len(s)
	}
	if err := t.alloc(size); err != nil {
		return nil, err
	}
	var b strings.Builder
	b.Grow(size)
	for i, e := range elems {
		if i > 0 {
			b.WriteString(string(s))
		}
		x, _ := AsStr(e)
		b.WriteString(x)
	}
	return Str(b.String()), nil
}

// strPartition is partition and rpartition.
func strPartition(last bool, s Str, a Value) (Value, error) {
	sep, ok := AsStr(a)
	if !ok {
		return nil, Errorf(TypeError, "must be str, not %s", typeName(a))
	}
	if sep == "" {
		return nil, Errorf(ValueError, "empty separator")
	}
	i := strings.Index(string(s), sep)
	if last {
		i = strings.LastIndex(string(s), sep)
	}
	switch {
	case i >= 0:
		return NewTuple(s[:i], Str(sep), s[i+len(sep):]), nil
	case last:
		return NewTuple(Str(""), Str(""), s), nil
	}
	return NewTuple(s, Str(""), Str("")), nil
}

// removeAffix is removeprefix and removesuffix.
func removeAffix(name string, s Str, a Value) (Value, error) {
	x, ok := AsStr(a)
	if !ok {
		return nil, Errorf(TypeError, "%s() argument must be str, not %s", name, typeName(a))
	}
	if name == "removeprefix" {
		return Str(strings.TrimPrefix(string(s), x)), nil
	}
	return Str(strings.TrimSuffix(string(s), x)), nil
}
