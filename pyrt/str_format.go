package pyrt

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/pyrt/internal/strfmt"
)

// FormatValue is format(v, spec): object.__format__ with CPython's errors.
func FormatValue(t *Thread, v Value, spec string) (string, error) {
	if o, plain := v.(Formatted); plain {
		return o.Format(t, spec)
	}
	m := v.Type().Lookup("__format__")
	if _, native := v.(*Object); m == nil || !native && v.Type().Immutable && m == ObjectType.Lookup("__format__") {
		return defaultFormat(t, v, spec)
	}
	if b, ok := m.(*Builtin); ok && b.slot && spec == "" {
		return ToStr(t, v) // the built-in types ask __str__ of a subclass
	}
	r, err := callSpecial(t, m, v, Str(spec))
	if err != nil {
		return "", err
	}
	s, ok := AsStr(r)
	if !ok {
		return "", Errorf(TypeError, "__format__ must return a str, not %s", typeName(r))
	}
	return s, nil
}

// FormatOf is format(v, spec): the object that __format__ or __str__ returned,
// which may be an instance of a subclass of str.
func FormatOf(t *Thread, v Value, spec string) (Value, error) {
	if o, ok := v.(*Object); ok {
		m := lookupSpecial(o, "__format__")
		if b, builtin := m.(*Builtin); builtin && b.Owner == ObjectType && spec == "" {
			return StrOf(t, v)
		} else if m != nil && !builtin {
			r, err := callSpecial(t, m, v, Str(spec))
			if err != nil {
				return nil, err
			}
			if _, ok := AsStr(r); !ok {
				return nil, Errorf(TypeError, "__format__ must return a str, not %s", typeName(r))
			}
			return r, nil
		}
	}
	s, err := FormatValue(t, v, spec)
	return Str(s), err
}

// defaultFormat is object.__format__.
func defaultFormat(t *Thread, v Value, spec string) (string, error) {
	if spec != "" {
		return "", Errorf(TypeError, "unsupported format string passed to %s.__format__", typeName(v))
	}
	return ToStr(t, v)
}

// convert applies !r, !s or !a.
func convert(t *Thread, v Value, conversion rune) (Value, error) {
	switch conversion {
	case 0:
		return v, nil
	case 's':
		s, err := ToStr(t, v)
		return Str(s), err
	case 'r':
		s, err := Repr(t, v)
		return Str(s), err
	case 'a':
		s, err := asciiRepr(t, v)
		return Str(s), err
	}
	if conversion > 32 && conversion < 127 {
		return nil, Errorf(ValueError, "Unknown conversion specifier %c", conversion)
	}
	return nil, Errorf(ValueError, "Unknown conversion specifier \\x%x", conversion)
}

// asciiRepr is ascii(v).
func asciiRepr(t *Thread, v Value) (string, error) {
	s, err := Repr(t, v)
	if err != nil || isASCII(s) {
		return s, err
	}
	var b strings.Builder
	for _, r := range codePoints(s) {
		if r < 0x80 {
			b.WriteByte(byte(r))
		} else {
			b.WriteString(escapePoint(r, true))
		}
	}
	return b.String(), nil
}

// A fieldFormatter runs one str.format call.
type fieldFormatter struct {
	t      *Thread
	pos    []Value
	kw     Value // a mapping
	auto   int
	manual bool
}

// formatFields is str.format and str.format_map.
func formatFields(t *Thread, text string, pos []Value, kw Value) (Value, error) {
	f := &fieldFormatter{t: t, pos: pos, kw: kw}
	s, err := f.run(text, 2)
	return Str(s), err
}

func (f *fieldFormatter) run(text string, depth int) (string, error) {
	if depth == 0 {
		return "", Errorf(ValueError, "Max string recursion exceeded")
	}
	var b strings.Builder
	scan := strfmt.FieldScanner{Text: text}
	for {
		field, done, err := scan.Next()
		if err != nil {
			return "", formatError(err)
		}
		if done {
			return b.String(), f.t.alloc(b.Len())
		}
		b.WriteString(field.Literal)
		if !field.HasField {
			continue
		}
		s, err := f.field(field, depth)
		if err != nil {
			return "", err
		}
		b.WriteString(s)
	}
}

func (f *fieldFormatter) field(field strfmt.Field, depth int) (string, error) {
	v, err := f.lookup(field.Name)
	if err != nil {
		return "", err
	}
	if v, err = convert(f.t, v, field.Conversion); err != nil {
		return "", err
	}
	spec := field.Spec
	if field.Nested {
		if spec, err = f.run(spec, depth-1); err != nil {
			return "", err
		}
	}
	return FormatValue(f.t, v, spec)
}

func (f *fieldFormatter) lookup(name string) (Value, error) {
	first, index, rest, err := strfmt.SplitName(name)
	if err != nil {
		return nil, formatError(err)
	}
	v, err := f.first(first, index)
	for err == nil && rest != "" {
		var step strfmt.Step
		if step, rest, err = strfmt.NextStep(rest); err != nil {
			return nil, formatError(err)
		}
		switch {
		case step.Attr:
			v, err = GetAttr(f.t, v, step.Name)
		case step.Index >= 0:
			v, err = GetItem(f.t, v, Int(step.Index))
		default:
			v, err = GetItem(f.t, v, Str(step.Name))
		}
	}
	return v, err
}

func (f *fieldFormatter) first(first string, index int) (Value, error) {
	if first == "" {
		if f.manual {
			return nil, Errorf(ValueError, "cannot switch from manual field specification to automatic field numbering")
		}
		index = f.auto
		f.auto++
	} else if index >= 0 {
		if f.auto > 0 {
			return nil, Errorf(ValueError, "cannot switch from automatic field numbering to manual field specification")
		}
		f.manual = true
	}
	if index < 0 {
		return GetItem(f.t, f.kw, Str(first))
	}
	if f.pos == nil { // format_map
		return nil, Errorf(ValueError, "Format string contains positional fields")
	}
	if index >= len(f.pos) {
		return nil, Errorf(IndexError, "Replacement index %d out of range for positional args tuple", index)
	}
	return f.pos[index], nil
}

// A percentFormatter runs one %-format. CPython's rule for what counts as the
// mapping: anything subscriptable that is neither a tuple nor a string.
type percentFormatter struct {
	t     *Thread
	args  []Value
	next  int
	value Value
	dict  Value  // the mapping, or nil
	kind  string // "string" or "bytes", for the error text
}

func newPercentFormatter(t *Thread, v Value) *percentFormatter {
	p := &percentFormatter{t: t, value: v, kind: "string"}
	if elems, ok := AsTuple(v); ok {
		p.args = elems
		return p
	}
	p.args = []Value{v}
	if _, isStr := AsStr(v); !isStr {
		if _, ok := v.(Indexed); ok {
			p.dict = v
		} else if v.Type().Lookup("__getitem__") != nil {
			p.dict = v
		}
	}
	return p
}

func (p *percentFormatter) arg() (Value, error) {
	if p.next >= len(p.args) {
		return nil, Errorf(TypeError, "not enough arguments for format string")
	}
	p.next++
	return p.args[p.next-1], nil
}

// formatPercent is str % value.
func formatPercent(t *Thread, text string, v Value) (Value, error) {
	p := newPercentFormatter(t, v)
	if text == "%s" && len(p.args) == 1 {
		return StrOf(t, p.args[0])
	}
	s, err := p.run(text, p.convert, func(k string) Value { return Str(k) })
	return Str(s), err
}

func (p *percentFormatter) run(text string, conv func(*strfmt.Percent, Value) (string, error), key func(string) Value) (string, error) {
	var b strings.Builder
	scan := strfmt.PercentScanner{Text: text}
	for {
		item, done, err := scan.Next()
		if err != nil {
			return "", formatError(err)
		}
		b.WriteString(item.Literal)
		if done {
			break
		}
		if item.Bare() {
			b.WriteByte('%')
			continue
		}
		s, err := p.item(&item, conv, key)
		if err == nil {
			err = p.t.alloc(len(s))
		}
		if err != nil {
			return "", err
		}
		b.WriteString(s)
	}
	if p.next < len(p.args) && p.dict == nil {
		return "", Errorf(TypeError, "not all arguments converted during %s formatting", p.kind)
	}
	return b.String(), p.t.alloc(b.Len())
}

func (p *percentFormatter) item(item *strfmt.Percent, conv func(*strfmt.Percent, Value) (string, error), key func(string) Value) (string, error) {
	if item.HasKey {
		if p.dict == nil {
			return "", Errorf(TypeError, "format requires a mapping")
		}
		v, err := GetItem(p.t, p.dict, key(item.Key))
		if err != nil {
			return "", err
		}
		p.args, p.next = []Value{v}, 0
		defer func() { p.next = len(p.args) }()
	}
	var err error
	if item.StarWidth {
		if item.Width, err = p.star("width"); err != nil {
			return "", err
		}
		if item.Width < 0 {
			item.Minus, item.Width = true, -item.Width
		}
	}
	if item.StarPrec {
		if item.Prec, err = p.star("precision"); err != nil {
			return "", err
		}
		item.Prec = max(item.Prec, 0)
	}
	v, err := p.arg()
	if err != nil {
		return "", err
	}
	return conv(item, v)
}

func (p *percentFormatter) star(what string) (int, error) {
	v, err := p.arg()
	if err != nil {
		return 0, err
	}
	n, ok := AsInt(v)
	if !ok {
		if _, big := AsBigInt(v); big {
			return 0, Errorf(OverflowError, "Python int too large to convert to C ssize_t")
		}
		return 0, Errorf(TypeError, "* wants int")
	}
	if n > strfmt.MaxWidth || n < -strfmt.MaxWidth {
		return 0, Errorf(MemoryError, "%s of more than %d", what, strfmt.MaxWidth)
	}
	return int(n), nil
}

// convert formats one argument of a str format.
func (p *percentFormatter) convert(item *strfmt.Percent, v Value) (string, error) {
	var s string
	var err error
	switch item.Verb {
	case 's':
		s, err = ToStr(p.t, v)
	case 'r':
		s, err = Repr(p.t, v)
	case 'a':
		s, err = asciiRepr(p.t, v)
	case 'c':
		s, err = percentChar(p.t, v)
	case 'd', 'i', 'u', 'o', 'x', 'X':
		if i, ok := v.(Int); ok && item.Decimal() {
			return strconv.FormatInt(int64(i), 10), nil
		}
		z, err := percentInt(p.t, item.Verb, v)
		if err == nil && z.BitLen() > 2000 && (item.Verb == 'd' || item.Verb == 'i' || item.Verb == 'u') {
			_, err = (&BigInt{z}).Repr(p.t)
		}
		if err != nil {
			return "", err
		}
		return item.Int(z), nil
	case 'e', 'E', 'f', 'F', 'g', 'G':
		f, err := realNumber(p.t, Underlying(v), "must be real number, not %s")
		if _, isObject := v.(*Object); isObject {
			f, err = realNumber(p.t, v, "must be real number, not %s")
		}
		if err != nil {
			return "", err
		}
		return item.Float(f), nil
	default: // '%' with flags or sizes among them
		return "", formatError(item.Unsupported())
	}
	if err != nil {
		return "", err
	}
	return item.Text(s), nil
}

func percentChar(t *Thread, v Value) (string, error) {
	if s, ok := AsStr(v); ok {
		if n := pointCount(s); n != 1 {
			return "", Errorf(TypeError, "%%c requires an int or a unicode character, not a string of length %d", n)
		}
		return s, nil
	}
	if numericRank(Underlying(v)) != 1 && v.Type().Lookup("__index__") == nil {
		return "", Errorf(TypeError, "%%c requires an int or a unicode character, not %s", typeName(v))
	}
	i, err := Index(t, v)
	if err != nil {
		return "", err
	}
	if n, ok := i.(Int); ok && n >= 0 && n <= 0x10ffff {
		return encodePoint(rune(n)), nil
	}
	return "", Errorf(OverflowError, "%%c arg not in range(0x110000)")
}

// percentInt reads the argument of an integer conversion: %d truncates real
// numbers, %x wants integers.
func percentInt(t *Thread, verb rune, v Value) (*big.Int, error) {
	if i, ok := Underlying(v).(Int); ok {
		return big.NewInt(int64(i)), nil
	}
	if numericRank(Underlying(v)) == 1 {
		return bigOf(Underlying(v)), nil
	}
	what := "a real number is required"
	if verb == 'x' || verb == 'X' || verb == 'o' {
		what = "an integer is required"
		if v.Type().Lookup("__index__") != nil {
			i, err := Index(t, v)
			return bigOf(orNone(i)), err
		}
	} else if _, isFloat := v.(Float); isFloat || v.Type().Lookup("__int__") != nil || v.Type().Lookup("__index__") != nil {
		i, err := ToInt(t, v)
		if err != nil {
			return nil, err
		}
		return bigOf(i), nil
	}
	return nil, Errorf(TypeError, "%%%c format: %s, not %s", verb, what, typeName(v))
}
