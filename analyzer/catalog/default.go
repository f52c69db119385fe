package catalog

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// canonDefault strips what does not matter in the text of a default of a column of
// a type; empty if the type is not known.
func (s *State) canonDefault(text, canon string) string {
	if s.Dialect == sqlread.PostgreSQL {
		if literal, cast := castLiteral(text); cast != "" {
			ty, ok := s.CanonType(cast)
			switch {
			case canon == "" || ok && ty == s.literalType(canon):
				text = literal
			case ok:
				text = literal + "::" + ty
			}
		}
		text = strings.ReplaceAll(text, "::regclass", "")
		if strings.HasPrefix(text, "null") {
			return ""
		}
	}
	if s.Dialect.IsMySQL() {
		switch text {
		case "false":
			return "'0'"
		case "true":
			return "'1'"
		}
		if text != "" && (text[0] >= '0' && text[0] <= '9' || text[0] == '-') {
			return "'" + text + "'"
		}
		text = strings.TrimSuffix(text, "()")
		if text == "now" {
			text = "current_timestamp"
		}
	}
	return text
}

// castLiteral takes a text in quotes and the type that it is cast to apart; cast is
// empty if the default is anything else.
func castLiteral(text string) (literal, cast string) {
	if !strings.HasPrefix(text, "'") {
		return text, ""
	}
	for i := 1; i < len(text); i++ {
		if text[i] != '\'' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '\'' {
			i++
			continue
		}
		rest, ok := strings.CutPrefix(text[i+1:], "::")
		if !ok || strings.Contains(rest, "::") {
			return text, ""
		}
		return text[:i+1], rest
	}
	return text, ""
}

// literalType is the type that PostgreSQL gives to a text in quotes that becomes
// the default of a column: the column's own, without a length or a precision.
func (s *State) literalType(canon string) string {
	elem := strings.TrimRight(canon, "[]")
	if ti := s.typeOf(elem); ti.domain != nil {
		return s.literalType(ti.domain.Attrs["base"]) + canon[len(elem):]
	}
	if t, ok := s.parseType(elem); ok {
		t.Args = nil
		if t.Name == "char" {
			t.Args = []string{"1"} // in the one spelling of types
		}
		return t.String() + canon[len(elem):]
	}
	return canon
}

// keepDefault notes what becomes of a default in quotes when the column gets
// another type: PostgreSQL keeps it, with the type that it had.
func (s *State) keepDefault(c *Column, before Attr) {
	text, known := c.Default.Known()
	was := before.text()
	if s.Dialect != sqlread.PostgreSQL || !known || was == "" || !strings.HasPrefix(text, "'") {
		return
	}
	switch s.typeOf(was).class {
	case classInt, classDec, classFloat, classBool:
		return // a number is a number
	}
	from, to := s.literalType(was), s.literalType(c.Type.text())
	literal, cast := castLiteral(text)
	switch {
	case from == to:
	case cast == to:
		c.Default = attr(literal)
	case cast == "" && strings.HasSuffix(text, "'") && strings.Count(text, "'")%2 == 0:
		c.Default = attr(text + "::" + from)
	}
}

// defaultType is the type that a default is cast to; empty if it is not.
func (c *Column) defaultType() string {
	_, cast := castLiteral(c.Default.text())
	return strings.TrimRight(cast, "[]")
}
