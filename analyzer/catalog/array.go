package catalog

import "strings"

// arrayText writes an array of known contents as PostgreSQL prints it; false if
// a content is not known.
func arrayText(items []Value) (string, bool) {
	var b strings.Builder
	b.WriteByte('{')
	for i, v := range items {
		if i > 0 {
			b.WriteByte(',')
		}
		switch {
		case !v.Known():
			return "", false
		case v.IsNull():
			b.WriteString("NULL")
		case v.Kind == Text && (v.S == "" || strings.EqualFold(v.S, "null") || strings.ContainsAny(v.S, "{},\\\" \t\n")):
			b.WriteByte('"')
			b.WriteString(strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(v.S))
			b.WriteByte('"')
		default:
			b.WriteString(v.plain())
		}
	}
	b.WriteByte('}')
	return b.String(), true
}

// arrayItems reads an array of one dimension without NULL.
func arrayItems(s string) ([]string, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 2 || s[0] != '{' || s[len(s)-1] != '}' {
		return nil, false
	}
	var out []string
	var item strings.Builder
	quoted, was := false, false
	end := func() bool {
		text := item.String()
		if !was {
			text = strings.TrimSpace(text)
			if text == "" || strings.EqualFold(text, "null") {
				return false
			}
		}
		out = append(out, text)
		item.Reset()
		was = false
		return true
	}
	body := s[1 : len(s)-1]
	if strings.TrimSpace(body) == "" {
		return nil, true
	}
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '\\' && i+1 < len(body):
			i++
			item.WriteByte(body[i])
		case c == '"':
			quoted, was = !quoted, true
		case c == ',' && !quoted:
			if !end() {
				return nil, false
			}
		case c == '{' && !quoted:
			return nil, false
		default:
			item.WriteByte(c)
		}
	}
	return out, end() && !quoted
}

func listOfTexts(items []string) []any {
	out := make([]any, len(items))
	for i, it := range items {
		out[i] = it
	}
	return out
}
