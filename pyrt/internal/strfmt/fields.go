package strfmt

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Field is one piece of a str.format string: literal text, then perhaps a
// replacement field.
type Field struct {
	Literal    string
	HasField   bool
	Name       string // "0.attr[key]"
	Conversion rune   // 0: none
	Spec       string // may hold nested fields
	Nested     bool
}

// A FieldScanner walks over a str.format string.
type FieldScanner struct {
	Text string
	pos  int
}

// Next gives the next piece; done is set at the end.
func (s *FieldScanner) Next() (f Field, done bool, err error) {
	if s.pos >= len(s.Text) {
		return f, true, nil
	}
	rest := s.Text[s.pos:]
	i := strings.IndexAny(rest, "{}")
	if i < 0 {
		s.pos = len(s.Text)
		return Field{Literal: rest}, false, nil
	}
	c := rest[i]
	if i+1 < len(rest) && rest[i+1] == c { // doubled brace
		s.pos += i + 2
		return Field{Literal: rest[:i+1]}, false, nil
	}
	if c == '}' {
		return f, false, valueError("Single '}' encountered in format string")
	}
	if i+1 >= len(rest) {
		return f, false, valueError("Single '{' encountered in format string")
	}
	f = Field{Literal: rest[:i], HasField: true}
	s.pos += i + 1
	return f, false, s.field(&f)
}

// field reads a replacement field after its opening brace.
func (s *FieldScanner) field(f *Field) error {
	start := s.pos
	var c byte
	for s.pos < len(s.Text) {
		c = s.Text[s.pos]
		s.pos++
		if c == '{' {
			return valueError("unexpected '{' in field name")
		}
		if c == '[' {
			if j := strings.IndexByte(s.Text[s.pos:], ']'); j >= 0 {
				s.pos += j
			} else {
				s.pos = len(s.Text)
			}
			continue
		}
		if c == '}' || c == ':' || c == '!' {
			break
		}
	}
	switch c {
	case '}':
		f.Name = s.Text[start : s.pos-1]
		return nil
	case '!', ':':
		f.Name = s.Text[start : s.pos-1]
		return s.afterName(f, c)
	}
	return valueError("expected '}' before end of string")
}

func (s *FieldScanner) afterName(f *Field, c byte) error {
	if c == '!' {
		if s.pos >= len(s.Text) {
			return valueError("end of string while looking for conversion specifier")
		}
		r, n := utf8.DecodeRuneInString(s.Text[s.pos:])
		f.Conversion = r
		s.pos += n
		if s.pos < len(s.Text) {
			c = s.Text[s.pos]
			s.pos++
			if c == '}' {
				return nil
			}
			if c != ':' {
				return valueError("expected ':' after conversion specifier")
			}
		}
	}
	start, depth := s.pos, 1
	for s.pos < len(s.Text) {
		c = s.Text[s.pos]
		s.pos++
		switch c {
		case '{':
			f.Nested = true
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			f.Spec = s.Text[start : s.pos-1]
			return nil
		}
	}
	return valueError("unmatched '{' in format spec")
}

// A Step is an attribute or item look-up inside a field name.
type Step struct {
	Attr  bool
	Name  string
	Index int // >= 0: an integer item
}

// SplitName takes a field name apart. first is the text before the first
// look-up; index is its value if it is a number, else -1.
func SplitName(name string) (first string, index int, rest string, err error) {
	i := strings.IndexAny(name, ".[")
	if i < 0 {
		i = len(name)
	}
	index, err = fieldIndex(name[:i])
	return name[:i], index, name[i:], err
}

func fieldIndex(s string) (int, error) {
	if s == "" || countDigits(s) != len(s) {
		return -1, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1, valueError("Too many decimal digits in format string")
	}
	return n, nil
}

// NextStep takes the first look-up off the rest of a field name.
func NextStep(rest string) (Step, string, error) {
	switch rest[0] {
	case '.':
		i := strings.IndexAny(rest[1:], ".[")
		if i < 0 {
			i = len(rest) - 1
		}
		if i == 0 {
			return Step{}, "", valueError("Empty attribute in format string")
		}
		return Step{Attr: true, Name: rest[1 : i+1], Index: -1}, rest[i+1:], nil
	case '[':
		i := strings.IndexByte(rest, ']')
		if i < 0 {
			return Step{}, "", valueError("Missing ']' in format string")
		}
		if i == 1 {
			return Step{}, "", valueError("Empty attribute in format string")
		}
		n, err := fieldIndex(rest[1:i])
		return Step{Name: rest[1:i], Index: n}, rest[i+1:], err
	}
	return Step{}, "", valueError("Only '.' or '[' may follow ']' in format field specifier")
}
