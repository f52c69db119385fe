package pyrt

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt/internal/strfmt"
)

// Len implements len(str).
func (s Str) Len(t *Thread) (int, error) { return t.points(string(s)), nil }

// Truth implements bool(str).
func (s Str) Truth(*Thread) (bool, error) { return s != "", nil }

// Repr implements repr(str).
func (s Str) Repr(t *Thread) (string, error) {
	return apartText(t, string(s), func(s string) string { return quoteStr(s, false) })
}

// Str implements str(str).
func (s Str) Str(*Thread) (string, error) { return string(s), nil }

// Format implements format(str, spec).
func (s Str) Format(_ *Thread, spec string) (string, error) {
	if spec == "" {
		return string(s), nil
	}
	sp, err := strfmt.ParseSpec(spec, "str")
	if err != nil {
		return "", formatError(err)
	}
	out, err := sp.Str(string(s), "str")
	return out, formatError(err)
}

// Iter implements iter(str).
func (s Str) Iter(*Thread) (Iterator, error) {
	if isASCII(string(s)) {
		return &strIter{strIterType, string(s)}, nil
	}
	return &strIter{strIterType2, string(s)}, nil
}

// GetItem implements str[i] and str[i:j:k].
func (s Str) GetItem(t *Thread, key Value) (Value, error) {
	n := t.points(string(s))
	if sl, ok := key.(*Slice); ok {
		start, stop, step, count, err := sl.Indices(t, n)
		if err != nil {
			return nil, err
		}
		switch {
		case count == 0:
			return Str(""), nil
		case step == 1:
			return Str(t.substring(string(s), start, stop)), nil
		}
		return apartText(t, string(s), func(s string) Value { return stepped(s, start, step, count, n) })
	}
	i, err := seqIndex(t, key, n, "string", "string index out of range")
	if err != nil {
		return nil, err
	}
	return t.charAt(string(s), i), nil
}

// stepped is a slice of s, which has n code points, with a step.
func stepped(s string, start, step, count, n int) Value {
	if n == len(s) {
		out := make([]byte, count)
		for i := range out {
			out[i] = s[start+i*step]
		}
		return Str(out)
	}
	rs := codePoints(s)
	out := make([]rune, count)
	for i := range out {
		out[i] = rs[start+i*step]
	}
	return Str(fromCodePoints(out))
}

// Contains implements x in str.
func (s Str) Contains(_ *Thread, v Value) (bool, error) {
	x, ok := AsStr(v)
	if !ok {
		return false, Errorf(TypeError, "'in <string>' requires string as left operand, not %s", typeName(v))
	}
	return strings.Contains(string(s), x), nil
}

// Operate implements +, *, % and comparisons of str.
func (s Str) Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error) {
	switch op {
	case OpMul:
		n, ok, err := repeatCount(t, other)
		if err != nil || !ok {
			return NotImplemented, err
		}
		if err := checkRepeat(t, len(s), n); err != nil {
			return nil, err
		}
		return Str(strings.Repeat(string(s), max(n, 0))), nil
	case OpMod:
		if reflected {
			f, ok := AsStr(other)
			if !ok {
				return NotImplemented, nil
			}
			return formatPercent(t, f, s)
		}
		return formatPercent(t, string(s), other)
	}
	o, ok := Underlying(orNone(other)).(Str)
	if !ok {
		return NotImplemented, nil
	}
	if reflected {
		s, o = o, s
	}
	switch op {
	case OpAdd:
		if err := t.alloc(len(s) + len(o)); err != nil {
			return nil, err
		}
		return s + o, nil
	case OpEq:
		return Bool(s == o), nil
	case OpNe:
		return Bool(s != o), nil
	case OpLt, OpLe, OpGt, OpGe:
		return cmpResult(op, comparePoints(string(s), string(o))), nil
	}
	return NotImplemented, nil
}

// comparePoints orders by code point; UTF-8 order is code point order, and
// WTF-8 keeps that for surrogates.
func comparePoints(a, b string) int { return strings.Compare(a, b) }

// repeatCount reads the integer operand of sequence repetition.
func repeatCount(t *Thread, v Value) (int, bool, error) {
	switch x := Underlying(orNone(v)).(type) {
	case Int:
		return int(x), true, nil
	case Bool:
		return int(boolInt(x)), true, nil
	case *BigInt:
		return 0, true, Errorf(OverflowError, "cannot fit 'int' into an index-sized integer")
	}
	if _, ok := v.(*Object); ok && v.Type().Lookup("__index__") != nil {
		n, err := indexInt(t, v)
		return n, true, err
	}
	return 0, false, nil
}

// checkRepeat bounds the size of a repeated sequence, in bytes.
func checkRepeat(t *Thread, size, n int) error {
	if n <= 0 || size == 0 {
		return nil
	}
	if n > (1<<62)/size {
		return NewException(MemoryError)
	}
	return t.Alloc(int64(n), int64(size))
}

// strNew is str(object="") and str(bytes, encoding, errors).
func strNew(t *Thread, cls *Type, args Args) (Value, error) {
	if err := onlyKeywords("str", args, "object", "encoding", "errors"); err != nil {
		return nil, err
	}
	if err := checkCount("str", len(args.Pos), 0, 3); err != nil {
		return nil, err
	}
	obj, enc, errs := argument(args.Pos, 0), argument(args.Pos, 1), argument(args.Pos, 2)
	for _, k := range args.Kw {
		switch k.Name {
		case "object":
			obj = k.Value
		case "encoding":
			enc = k.Value
		default:
			errs = k.Value
		}
	}
	if obj == nil && (enc == nil && errs == nil) {
		return subclassed(cls, Str("")), nil
	}
	if enc == nil && errs == nil {
		if cls == StrType {
			return StrOf(t, obj)
		}
		s, err := ToStr(t, obj)
		return subclassed(cls, Str(s)), err
	}
	s, err := decodeArgument(t, obj, enc, errs)
	return subclassed(cls, Str(s)), err
}

// StrOf is str(v): the object that __str__ returned, which may be an instance
// of a subclass.
func StrOf(t *Thread, v Value) (Value, error) {
	if s, ok := v.(Str); ok {
		return s, nil
	}
	if o, ok := v.(*Object); ok {
		if m := lookupSpecial(o, "__str__"); m != nil && !isKind(m, kindObjectStr) {
			r, err := callSpecial(t, m, o)
			if err != nil {
				return nil, err
			}
			if _, ok := AsStr(r); !ok {
				return nil, Errorf(TypeError, "__str__ returned non-string (type %s)", r.Type().Name)
			}
			return r, nil
		}
	}
	if o, ok := v.(*Object); ok && isKind(o.Class.Lookup("__str__"), kindObjectStr) {
		return reprOf(t, v)
	}
	s, err := ToStr(t, v)
	return Str(s), err
}

// reprOf is repr(v): the object that __repr__ returned.
func reprOf(t *Thread, v Value) (Value, error) {
	if o, ok := v.(*Object); ok {
		if f, ok := o.Class.Lookup("__repr__").(*Function); ok {
			r, err := f.call1(t, v)
			if err != nil {
				return nil, err
			}
			if _, ok := AsStr(r); !ok {
				return nil, Errorf(TypeError, "__repr__ returned non-string (type %s)", r.Type().TypeName())
			}
			return r, nil
		}
	}
	s, err := Repr(t, v)
	return Str(s), err
}

func decodeArgument(t *Thread, obj, enc, errs Value) (string, error) {
	encoding, errors := "utf-8", "strict"
	if enc != nil {
		e, ok := AsStr(enc)
		if !ok {
			return "", Errorf(TypeError, "str() argument 'encoding' must be str, not %s", typeName(enc))
		}
		encoding = e
	}
	if errs != nil {
		e, ok := AsStr(errs)
		if !ok {
			return "", Errorf(TypeError, "str() argument 'errors' must be str, not %s", typeName(errs))
		}
		errors = e
	}
	if obj == nil {
		return "", nil
	}
	if _, isStr := AsStr(obj); isStr {
		return "", Errorf(TypeError, "decoding str is not supported")
	}
	data, ok := bufferOf(obj)
	if !ok {
		return "", Errorf(TypeError, "decoding to str: need a bytes-like object, %s found", typeName(obj))
	}
	return decodeBytes(t, data, encoding, errors)
}
