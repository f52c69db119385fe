package pyrt

import (
	"math/big"
	"strings"

	"github.com/mrt-tools/mrt/pyrt/internal/strfmt"
)

// bytesText gives the contents of self.
func bytesText(self Value) string {
	s, _ := bufferOf(self)
	return s
}

// needBuffer reads a bytes-like argument.
func needBuffer(v Value) (string, error) {
	s, ok := bufferOf(v)
	if !ok {
		return "", Errorf(TypeError, "a bytes-like object is required, not '%s'", typeName(v))
	}
	return s, nil
}

func isByteSpace(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' }

// bytesFind is find, rfind, index, rindex and count.
func bytesFind(t *Thread, name string, self Value, a []Value) (Value, error) {
	s := bytesText(self)
	sub, ok := bufferOf(a[0])
	if !ok {
		if numericRank(Underlying(a[0])) != 1 && a[0].Type().Lookup("__index__") == nil {
			return nil, Errorf(TypeError, "argument should be integer or bytes-like object, not '%s'", typeName(a[0]))
		}
		c, err := byteValue(t, a[0])
		if err != nil {
			return nil, err
		}
		sub = string([]byte{c})
	}
	lo, hi, err := sliceBounds(t, argument(a, 1), argument(a, 2), len(s))
	if err != nil {
		return nil, err
	}
	i := -1
	if lo <= hi {
		w := s[lo:hi]
		switch {
		case name == "count" && sub == "":
			return Int(len(w) + 1), nil
		case name == "count":
			return Int(strings.Count(w, sub)), nil
		case name[0] == 'r':
			i = strings.LastIndex(w, sub)
		default:
			i = strings.Index(w, sub)
		}
	} else if name == "count" {
		return Int(0), nil
	}
	if i < 0 {
		if strings.HasSuffix(name, "index") {
			return nil, Errorf(ValueError, "subsection not found")
		}
		return Int(-1), nil
	}
	return Int(lo + i), nil
}

// bytesAffix is startswith and endswith.
func bytesAffix(t *Thread, name string, self Value, a []Value) (Value, error) {
	s := bytesText(self)
	test := strings.HasPrefix
	if name == "endswith" {
		test = strings.HasSuffix
	}
	lo, hi, err := sliceBounds(t, argument(a, 1), argument(a, 2), len(s))
	if err != nil {
		return nil, err
	}
	options := []Value{a[0]}
	if elems, ok := AsTuple(a[0]); ok {
		options = elems
	}
	for _, o := range options {
		p, ok := bufferOf(o)
		if !ok {
			return nil, Errorf(TypeError, "%s first arg must be bytes or a tuple of bytes, not %s", name, typeName(o))
		}
		if lo <= hi && test(s[lo:hi], p) {
			return True, nil
		}
	}
	return False, nil
}

func bytesSplit(t *Thread, right bool, self Value, a []Value) (Value, error) {
	limit, err := clampInt(t, a[1])
	if err != nil {
		return nil, err
	}
	var parts []string
	if a[0] == None {
		parts = splitByteSpace(bytesText(self), limit, right)
	} else {
		sep, err := needBuffer(a[0])
		if err != nil {
			return nil, err
		}
		if sep == "" {
			return nil, Errorf(ValueError, "empty separator")
		}
		parts = splitOn(bytesText(self), sep, limit, right)
	}
	return bytesList(self, parts), nil
}

// splitByteSpace splits at ASCII whitespace; bytes map to characters one to
// one, so the str version does it on Latin-1 text.
func splitByteSpace(s string, limit int, right bool) []string {
	var out []string
	for len(s) > 0 {
		if right {
			s = strings.TrimRight(s, " \t\n\r\v\f")
		} else {
			s = strings.TrimLeft(s, " \t\n\r\v\f")
		}
		if s == "" {
			break
		}
		i := -1
		if limit != 0 {
			if right {
				i = strings.LastIndexAny(s, " \t\n\r\v\f")
			} else {
				i = strings.IndexAny(s, " \t\n\r\v\f")
			}
		}
		limit--
		switch {
		case i < 0:
			out = append(out, s)
			s = ""
		case right:
			out = append(out, s[i+1:])
			s = s[:i]
		default:
			out = append(out, s[:i])
			s = s[i:]
		}
	}
	if right {
		reverseStrings(out)
	}
	return out
}

func bytesList(self Value, parts []string) *List {
	out := make([]Value, len(parts))
	for i, p := range parts {
		out[i] = likeBytes(self, p)
	}
	return NewList(out...)
}

func bytesStrip(name string, self Value, a []Value) (Value, error) {
	chars := " \t\n\r\v\f"
	if len(a) > 0 && a[0] != None {
		var err error
		if chars, err = needBuffer(a[0]); err != nil {
			return nil, err
		}
	}
	s := bytesText(self)
	lo, hi := 0, len(s)
	if name != "rstrip" {
		for lo < hi && strings.IndexByte(chars, s[lo]) >= 0 {
			lo++
		}
	}
	if name != "lstrip" {
		for lo < hi && strings.IndexByte(chars, s[hi-1]) >= 0 {
			hi--
		}
	}
	return likeBytes(self, s[lo:hi]), nil
}

func bytesReplace(t *Thread, self Value, a []Value) (Value, error) {
	from, err := needBuffer(a[0])
	if err != nil {
		return nil, err
	}
	to, err := needBuffer(a[1])
	if err != nil {
		return nil, err
	}
	n, err := clampInt(t, a[2])
	if err != nil {
		return nil, err
	}
	s := bytesText(self)
	if from == "" { // Go would insert between runes, not bytes
		var b strings.Builder
		for i := 0; i <= len(s); i++ {
			if n != 0 {
				b.WriteString(to)
				n--
			}
			if i < len(s) {
				b.WriteByte(s[i])
			}
		}
		return likeBytes(self, b.String()), nil
	}
	return likeBytes(self, strings.Replace(s, from, to, n)), nil
}

func bytesJoin(t *Thread, self, a Value) (Value, error) {
	elems, err := Collect(t, a)
	if err != nil {
		if x, ok := err.(*Exception); ok && x.IsA(TypeError) {
			return nil, Errorf(TypeError, "can only join an iterable")
		}
		return nil, err
	}
	parts := make([]string, len(elems))
	size := 0
	for i, e := range elems {
		s, ok := bufferOf(e)
		if !ok {
			return nil, Errorf(TypeError, "sequence item %d: expected a bytes-like object, %s found", i, typeName(e))
		}
		parts[i] = s
		size += len(s) + len(bytesText(self))
	}
	if err := t.alloc(size); err != nil {
		return nil, err
	}
	return likeBytes(self, strings.Join(parts, bytesText(self))), nil
}

func bytesJustify(t *Thread, name string, self Value, a []Value) (Value, error) {
	width, err := indexInt(t, a[0])
	if err != nil {
		return nil, err
	}
	fill := " "
	if len(a) > 1 {
		f, ok := bufferOf(a[1])
		if ok && len(f) != 1 {
			return nil, Errorf(TypeError, "%s(): argument 2 must be a byte string of length 1, not a %s object of length %d", name, typeName(a[1]), len(f))
		}
		if !ok {
			return nil, Errorf(TypeError, "%s() argument 2 must be a byte string of length 1, not %s", name, typeName(a[1]))
		}
		fill = f
	}
	s := bytesText(self)
	n := width - len(s)
	if n <= 0 {
		return likeBytes(self, s), nil
	}
	if err := checkRepeat(t, 1, n); err != nil {
		return nil, err
	}
	left, right := padding(name, n, width)
	return likeBytes(self, strings.Repeat(fill, left)+s+strings.Repeat(fill, right)), nil
}

func bytesPartition(last bool, self, a Value) (Value, error) {
	sep, err := needBuffer(a)
	if err != nil {
		return nil, err
	}
	if sep == "" {
		return nil, Errorf(ValueError, "empty separator")
	}
	s := bytesText(self)
	i := strings.Index(s, sep)
	if last {
		i = strings.LastIndex(s, sep)
	}
	w := func(x string) Value { return likeBytes(self, x) }
	switch {
	case i >= 0:
		return NewTuple(w(s[:i]), w(sep), w(s[i+len(sep):])), nil
	case last:
		return NewTuple(w(""), w(""), w(s)), nil
	}
	return NewTuple(w(s), w(""), w("")), nil
}

// mapASCII changes the case of ASCII letters only.
func mapASCII(s string, f func(prev bool, c byte) byte) string {
	out := []byte(s)
	prev := false
	for i, c := range out {
		out[i] = f(prev, c)
		prev = c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	return string(out)
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 32
	}
	return c
}

func upperByte(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return c - 32
	}
	return c
}

// bytesHex is hex([sep[, bytes_per_sep]]).
func bytesHex(t *Thread, self Value, a []Value) (Value, error) {
	s := bytesText(self)
	sep, group := "", 1
	if a[0] != nil {
		x, ok := AsStr(a[0])
		if !ok {
			if x, ok = bufferOf(a[0]); !ok {
				return nil, Errorf(TypeError, "object of type '%s' has no len()", typeName(a[0]))
			}
		}
		if pointCount(x) != 1 {
			return nil, Errorf(ValueError, "sep must be length 1.")
		}
		if !isASCII(x) {
			return nil, Errorf(ValueError, "sep must be ASCII.")
		}
		sep = x
	}
	if a[1] != nil {
		var err error
		if group, err = indexInt(t, a[1]); err != nil {
			return nil, err
		}
	}
	var b strings.Builder
	for i := range len(s) {
		if i > 0 && sep != "" && group != 0 {
			n := i
			if group > 0 {
				n = len(s) - i
			}
			if n%max(group, -group) == 0 {
				b.WriteString(sep)
			}
		}
		b.WriteString(hexDigits(uint32(s[i]), 2))
		if err := t.step(); err != nil {
			return nil, err
		}
	}
	return Str(b.String()), nil
}

// bytesFromHex is fromhex.
func bytesFromHex(t *Thread, a []Value) (Value, error) {
	s, ok := AsStr(a[1])
	if !ok {
		if s, ok = bufferOf(a[1]); !ok {
			return nil, Errorf(TypeError, "fromhex() argument must be str or bytes-like, not %s", typeName(a[1]))
		}
	}
	digit := func(c byte) int { return strings.IndexByte("0123456789abcdef", lowerByte(c)) }
	var out []byte
	for i := 0; i < len(s); {
		if isByteSpace(rune(s[i])) {
			i++
			continue
		}
		hi := digit(s[i])
		if hi < 0 {
			return nil, Errorf(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", i)
		}
		if i+1 >= len(s) {
			return nil, Errorf(ValueError, "fromhex() arg must contain an even number of hexadecimal digits")
		}
		lo := digit(s[i+1])
		if lo < 0 {
			return nil, Errorf(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", i+1)
		}
		out = append(out, byte(hi<<4|lo))
		i += 2
		if err := t.step(); err != nil {
			return nil, err
		}
	}
	cls, _ := a[0].(*Type)
	switch cls {
	case BytesType, nil:
		return Bytes(out), nil
	case ByteArrayType:
		return &ByteArray{out}, nil
	}
	return Call(t, cls, Positional(Bytes(out)))
}

func bytesTranslate(self Value, a []Value) (Value, error) {
	table := ""
	if a[0] != None {
		s, err := needBuffer(a[0])
		if err != nil {
			return nil, err
		}
		if len(s) != 256 {
			return nil, Errorf(ValueError, "translation table must be 256 characters long")
		}
		table = s
	}
	drop := ""
	if a[1] != nil {
		s, err := needBuffer(a[1])
		if err != nil {
			return nil, err
		}
		drop = s
	}
	var out []byte
	for _, c := range []byte(bytesText(self)) {
		if strings.IndexByte(drop, c) >= 0 {
			continue
		}
		if table != "" {
			c = table[c]
		}
		out = append(out, c)
	}
	return likeBytes(self, string(out)), nil
}

// formatBytes is bytes % value.
func formatBytes(t *Thread, s string, v Value) (string, error) {
	p := newPercentFormatter(t, v)
	p.kind = "bytes"
	if _, ok := bufferOf(v); ok {
		p.dict = nil
	}
	return p.run(s, p.convertBytes, func(k string) Value { return Bytes(k) })
}

// convertBytes formats one argument of a bytes format.
func (p *percentFormatter) convertBytes(item *strfmt.Percent, v Value) (string, error) {
	switch item.Verb {
	case 's', 'b':
		s, ok := bufferOf(v)
		if !ok {
			if v.Type().Lookup("__bytes__") == nil {
				return "", Errorf(TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", typeName(v))
			}
			var err error
			if s, err = bytesFrom(p.t, v); err != nil {
				return "", err
			}
		}
		if item.Prec >= 0 && len(s) > item.Prec {
			s = s[:item.Prec]
		}
		item.Prec = -1
		return item.Text(s), nil
	case 'r', 'a':
		s, err := asciiRepr(p.t, v)
		if err != nil {
			return "", err
		}
		return item.Text(s), nil
	case 'c':
		if s, ok := bufferOf(v); ok {
			if len(s) != 1 {
				return "", Errorf(TypeError, "%%c requires an integer in range(256) or a single byte, not a bytes object of length %d", len(s))
			}
			return item.Text(s), nil
		}
		i, err := Index(p.t, v)
		if err != nil {
			return "", Errorf(TypeError, "%%c requires an integer in range(256) or a single byte, not %s", typeName(v))
		}
		n := bigOf(i)
		if n.Sign() < 0 || n.Cmp(big.NewInt(255)) > 0 {
			return "", Errorf(OverflowError, "%%c arg not in range(256)")
		}
		return item.Text(string([]byte{byte(n.Int64())})), nil
	}
	return p.convert(item, v)
}
