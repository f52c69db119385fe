package pyrt

import (
	"fmt"
	"strconv"
	"strings"
)

// mustParseSignature reads "name(a, /, b=1, *args, c, **kw)".
func mustParseSignature(text string) *Signature {
	open := strings.IndexByte(text, '(')
	end := strings.LastIndexByte(text, ')')
	if open < 0 || end < open {
		panic(fmt.Sprintf("pyrt: signature %q has no parameter list", text))
	}
	s := &Signature{Func: text[:open]}
	kind := PositionalOrKeyword
	for _, part := range splitParams(text[open+1 : end]) {
		switch {
		case part == "/":
			for i := range s.Params {
				s.Params[i].Kind = PositionalOnly
			}
		case part == "*":
			kind = KeywordOnly
		case strings.HasPrefix(part, "**"):
			s.Params = append(s.Params, Param{Name: paramName(part[2:]), Kind: VarKeyword})
		case strings.HasPrefix(part, "*"):
			s.Params = append(s.Params, Param{Name: paramName(part[1:]), Kind: VarPositional})
			kind = KeywordOnly
		default:
			s.Params = append(s.Params, parseParam(text, part, kind))
		}
	}
	s.count()
	return s
}

func parseParam(text, part string, kind ParamKind) Param {
	name, def, has := strings.Cut(part, "=")
	p := Param{Name: paramName(name), Kind: kind, HasDefault: has}
	if has {
		v, ok := parseLiteral(strings.TrimSpace(def))
		if !ok {
			panic(fmt.Sprintf("pyrt: signature %q: default %q is not a literal", text, def))
		}
		p.Default = v
	}
	return p
}

// paramName drops an annotation.
func paramName(s string) string {
	name, _, _ := strings.Cut(s, ":")
	return strings.TrimSpace(name)
}

// splitParams cuts at commas outside brackets and strings.
func splitParams(s string) []string {
	var out []string
	depth, start := 0, 0
	var quote byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			depth--
		case c == ',' && depth == 0:
			out = append(out, strings.TrimSpace(s[start:i]))
			start = i + 1
		}
	}
	if last := strings.TrimSpace(s[start:]); last != "" {
		out = append(out, last)
	}
	return out
}

// parseLiteral reads a default; nil, true is "not given".
func parseLiteral(s string) (Value, bool) {
	switch s {
	case "None":
		return None, true
	case "True":
		return True, true
	case "False":
		return False, true
	case "...":
		return nil, true
	case "()":
		return NewTuple(), true
	case "[]":
		return NewList(), true
	case "{}":
		return NewDict(), true
	}
	if s == "" {
		return nil, false
	}
	if s[0] == '\'' || s[0] == '"' {
		return parseQuoted(s)
	}
	if i, err := strconv.ParseInt(s, 0, 64); err == nil {
		return Int(i), true
	}
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		return Float(f), true
	}
	if s[0] == '(' && s[len(s)-1] == ')' {
		var elems []Value
		for _, part := range splitParams(s[1 : len(s)-1]) {
			v, ok := parseLiteral(part)
			if !ok {
				return nil, false
			}
			elems = append(elems, v)
		}
		return NewTuple(elems...), true
	}
	return nil, false
}

func parseQuoted(s string) (Value, bool) {
	if len(s) < 2 || s[len(s)-1] != s[0] {
		return nil, false
	}
	body := s[1 : len(s)-1]
	if s[0] == '\'' {
		body = strings.ReplaceAll(strings.ReplaceAll(body, `\'`, `'`), `"`, `\"`)
	}
	out, err := strconv.Unquote(`"` + body + `"`)
	return Str(out), err == nil
}
