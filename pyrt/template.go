package pyrt

import "strings"

// The classes of module string.templatelib.
var (
	TemplateType      = newTemplateType("Template")
	InterpolationType = newTemplateType("Interpolation")
)

func newTemplateType(name string) *Type {
	c := newFinalType(name, ObjectType)
	c.Module = "string.templatelib"
	return c
}

// A Template is what a t-string gives: one string more than interpolations.
type Template struct {
	Strings        []string
	Interpolations []*Interpolation
}

// Type is string.templatelib.Template.
func (*Template) Type() *Type { return TemplateType }

// Iter gives the non-empty strings and the interpolations in order.
func (x *Template) Iter(*Thread) (Iterator, error) {
	var out []Value
	for i, s := range x.Strings {
		if s != "" {
			out = append(out, Str(s))
		}
		if i < len(x.Interpolations) {
			out = append(out, x.Interpolations[i])
		}
	}
	return &tupleIterator{elems: out}, nil
}

// Operate joins templates.
func (x *Template) Operate(_ *Thread, op Operator, other Value, reflected bool) (Value, error) {
	y, ok := other.(*Template)
	if !ok && op == OpAdd {
		return nil, Errorf(TypeError, "can only concatenate string.templatelib.Template (not \"%s\") to string.templatelib.Template", other.Type().Name)
	}
	if op != OpAdd {
		return NotImplemented, nil
	}
	if reflected {
		x, y = y, x
	}
	n := len(x.Strings) - 1
	joined := append(append([]string(nil), x.Strings[:n]...), x.Strings[n]+y.Strings[0])
	return &Template{Strings: append(joined, y.Strings[1:]...),
		Interpolations: append(append([]*Interpolation(nil), x.Interpolations...), y.Interpolations...)}, nil
}

// Repr gives Template(strings=(...), interpolations=(...)).
func (x *Template) Repr(t *Thread) (string, error) {
	s, err := Repr(t, x.strings())
	if err != nil {
		return "", err
	}
	i, err := Repr(t, x.fields())
	return "Template(strings=" + s + ", interpolations=" + i + ")", err
}

func (x *Template) strings() Value {
	out := make([]Value, len(x.Strings))
	for i, s := range x.Strings {
		out[i] = Str(s)
	}
	return NewTuple(out...)
}

func (x *Template) fields() Value {
	out := make([]Value, len(x.Interpolations))
	for i, f := range x.Interpolations {
		out[i] = f
	}
	return NewTuple(out...)
}

func templateNew(_ *Thread, _ *Type, args Args) (Value, error) {
	if len(args.Kw) > 0 {
		return nil, Errorf(TypeError, "Template.__new__ only accepts *args arguments")
	}
	x := &Template{Strings: []string{""}}
	for _, v := range args.Pos {
		switch p := v.(type) {
		case *Interpolation:
			x.Interpolations = append(x.Interpolations, p)
			x.Strings = append(x.Strings, "")
		case Str:
			x.Strings[len(x.Strings)-1] += string(p)
		default:
			return nil, Errorf(TypeError, "Template.__new__ *args need to be of type 'str' or 'Interpolation', got %s", v.Type().Name)
		}
	}
	return x, nil
}

func templateMembers() []Member {
	return []Member{
		Getter("strings", func(_ *Thread, self Value) (Value, error) { return self.(*Template).strings(), nil }),
		Getter("interpolations", func(_ *Thread, self Value) (Value, error) { return self.(*Template).fields(), nil }),
		Getter("values", func(_ *Thread, self Value) (Value, error) {
			var out []Value
			for _, f := range self.(*Template).Interpolations {
				out = append(out, f.Value)
			}
			return NewTuple(out...), nil
		}),
	}
}

// An Interpolation is one field of a Template.
type Interpolation struct {
	Value      Value
	Expression string
	Conversion Value // None, or "s", "r", "a"
	FormatSpec string
}

// Type is string.templatelib.Interpolation.
func (*Interpolation) Type() *Type { return InterpolationType }

// Repr gives Interpolation(value, 'expression', None, 'spec').
func (f *Interpolation) Repr(t *Thread) (string, error) {
	var parts []string
	for _, v := range []Value{f.Value, Str(f.Expression), f.Conversion, Str(f.FormatSpec)} {
		s, err := Repr(t, v)
		if err != nil {
			return "", err
		}
		parts = append(parts, s)
	}
	return "Interpolation(" + strings.Join(parts, ", ") + ")", nil
}

var interpolationSignature = mustParseSignature("Interpolation(value, expression='', conversion=None, format_spec='')")

func interpolationNew(t *Thread, _ *Type, args Args) (Value, error) {
	a, err := interpolationSignature.Bind(t, args)
	if err != nil {
		return nil, err
	}
	expr, _ := AsStr(a[1])
	spec, _ := AsStr(a[3])
	return &Interpolation{a[0], expr, a[2], spec}, nil
}

func interpolationMembers() []Member {
	get := func(name string, f func(*Interpolation) Value) Member {
		return Getter(name, func(_ *Thread, self Value) (Value, error) { return f(self.(*Interpolation)), nil })
	}
	return []Member{
		get("value", func(f *Interpolation) Value { return f.Value }),
		get("expression", func(f *Interpolation) Value { return Str(f.Expression) }),
		get("conversion", func(f *Interpolation) Value { return f.Conversion }),
		get("format_spec", func(f *Interpolation) Value { return Str(f.FormatSpec) }),
		Constant("__match_args__", NewTuple(Str("value"), Str("expression"), Str("conversion"), Str("format_spec"))),
	}
}
