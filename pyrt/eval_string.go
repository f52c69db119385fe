package pyrt

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// joined compiles an f-string.
func (c *compiler) joined(e *syntax.JoinedStr) evalFn {
	if len(e.Values) == 1 {
		if v, ok := e.Values[0].(*syntax.FormattedValue); ok {
			return c.formattedAlone(v)
		}
	}
	parts := make([]func(*frame) (string, error), len(e.Values))
	for i, v := range e.Values {
		switch v := v.(type) {
		case *syntax.FormattedValue:
			parts[i] = c.formatted(v)
		default:
			parts[i] = c.textPart(v)
		}
	}
	pos := positionOf(e.At)
	return func(fr *frame) (Value, error) {
		var b strings.Builder
		for _, p := range parts {
			s, err := p(fr)
			if err != nil {
				return nil, err
			}
			b.WriteString(s)
		}
		fr.pos = pos
		if err := fr.t.Alloc(int64(b.Len()), 1); err != nil {
			return nil, fr.fail(err)
		}
		return Str(b.String()), nil
	}
}

func (c *compiler) textPart(e syntax.Expr) func(*frame) (string, error) {
	if k, ok := e.(*syntax.Constant); ok {
		s, _ := k.Value.(string)
		return func(*frame) (string, error) { return s, nil }
	}
	f := c.expr(e)
	return func(fr *frame) (string, error) {
		v, err := f(fr)
		if err != nil {
			return "", err
		}
		s, err := ToStr(fr.t, v)
		return s, fr.fail(err)
	}
}

// formattedAlone compiles an f-string that is one replacement field, which
// gives the very object that __format__ returns.
func (c *compiler) formattedAlone(e *syntax.FormattedValue) evalFn {
	field, pos := c.field(e), positionOf(e.At)
	return func(fr *frame) (Value, error) {
		v, spec, err := field(fr)
		if err != nil {
			return nil, err
		}
		if _, ok := v.(Str); ok && spec == "" {
			return v, nil
		}
		fr.pos = pos
		out, err := FormatOf(fr.t, v, spec)
		return out, fr.fail(err)
	}
}

// field compiles value!conversion and spec of a replacement field.
func (c *compiler) field(e *syntax.FormattedValue) func(*frame) (Value, string, error) {
	value, pos, conv := c.expr(e.Value), positionOf(e.At), e.Conversion
	spec := c.formatSpec(e.FormatSpec)
	return func(fr *frame) (Value, string, error) {
		v, err := value(fr)
		if err != nil {
			return nil, "", err
		}
		fr.pos = pos
		if conv != syntax.NoConversion {
			if v, err = convertField(fr.t, v, conv); err != nil {
				return nil, "", fr.fail(err)
			}
		}
		s, err := spec(fr)
		return v, s, err
	}
}

// formatted compiles {value!conversion:spec}.
func (c *compiler) formatted(e *syntax.FormattedValue) func(*frame) (string, error) {
	field, pos := c.field(e), positionOf(e.At)
	return func(fr *frame) (string, error) {
		v, s, err := field(fr)
		if err != nil {
			return "", err
		}
		if x, ok := v.(Str); ok && s == "" {
			return string(x), nil
		}
		fr.pos = pos
		out, err := FormatValue(fr.t, v, s)
		return out, fr.fail(err)
	}
}

func (c *compiler) formatSpec(e *syntax.JoinedStr) func(*frame) (string, error) {
	if e == nil {
		return func(*frame) (string, error) { return "", nil }
	}
	f := c.joined(e)
	return func(fr *frame) (string, error) {
		v, err := f(fr)
		if err != nil {
			return "", err
		}
		text, _ := AsStr(v)
		return text, nil
	}
}

func convertField(t *Thread, v Value, conv syntax.Conversion) (Value, error) {
	var s string
	var err error
	switch conv {
	case syntax.ConvertStr:
		s, err = ToStr(t, v)
	case syntax.ConvertASCII:
		s, err = asciiRepr(t, v)
	default:
		s, err = Repr(t, v)
	}
	return Str(s), err
}

// template compiles a t-string (PEP 750).
func (c *compiler) template(e *syntax.TemplateStr) evalFn {
	type part struct {
		text  string
		field func(*frame) (Value, error)
	}
	parts := make([]part, len(e.Values))
	for i, v := range e.Values {
		switch v := v.(type) {
		case *syntax.Interpolation:
			parts[i].field = c.interpolation(v)
		case *syntax.Constant:
			parts[i].text, _ = v.Value.(string)
		}
	}
	return func(fr *frame) (Value, error) {
		t := &Template{Strings: []string{""}}
		for _, p := range parts {
			if p.field == nil {
				t.Strings[len(t.Strings)-1] += p.text
				continue
			}
			v, err := p.field(fr)
			if err != nil {
				return nil, err
			}
			t.Interpolations = append(t.Interpolations, v.(*Interpolation))
			t.Strings = append(t.Strings, "")
		}
		return t, nil
	}
}

func (c *compiler) interpolation(e *syntax.Interpolation) func(*frame) (Value, error) {
	value, spec := c.expr(e.Value), c.formatSpec(e.FormatSpec)
	var conv Value = None
	if e.Conversion != syntax.NoConversion {
		conv = Str(string(rune(e.Conversion)))
	}
	return func(fr *frame) (Value, error) {
		v, err := value(fr)
		if err != nil {
			return nil, err
		}
		s, err := spec(fr)
		return &Interpolation{Value: v, Expression: e.Str, Conversion: conv, FormatSpec: s}, err
	}
}
