package catalog

import (
	"regexp"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// maxUnrolled limits the statements that a loop stands for.
const maxUnrolled = 200

var (
	foreachLoop = regexp.MustCompile(`(?is)\bforeach\s+(\w+)\s+in\s+array\s+array\s*\[(.*?)\](?:::\w+(?:\[\])?)?\s*loop\b(.*?)\bend\s+loop\s*;`)
	execFormat  = regexp.MustCompile(`(?is)\bexecute\s+format\s*\(`)
	declared    = regexp.MustCompile(`(?is)^\s*declare\b.*?\bbegin\b`)
)

// unroll writes out the loops of a block that run over a list of texts, and
// the statements that EXECUTE format(…) makes of them. ok is false if
// something is left that it cannot write out.
func unroll(body string) (text string, ok bool) {
	ok = true
	text = declared.ReplaceAllString(body, "BEGIN")
	n := 0
	text = foreachLoop.ReplaceAllStringFunc(text, func(loop string) string {
		m := foreachLoop.FindStringSubmatch(loop)
		items, good := literals(m[2])
		ok = ok && good
		var out strings.Builder
		for _, item := range items {
			if n++; n > maxUnrolled {
				ok = false
				break
			}
			s, good := formatted(m[3], map[string]string{strings.ToLower(m[1]): item})
			ok = ok && good
			out.WriteString(s)
		}
		return out.String()
	})
	if ok && execFormat.MatchString(text) {
		text, ok = formatted(text, nil)
	}
	return text, ok
}

// literals reads a list of string literals.
func literals(list string) ([]string, bool) {
	var out []string
	toks := sqlread.Tokens(list, sqlread.PostgreSQL)
	for i, t := range toks {
		switch {
		case t.Kind == sqlread.EOF:
		case i%2 == 0 && t.Kind == sqlread.String:
			out = append(out, t.Value)
		case i%2 == 1 && t.Value == ",":
		default:
			return nil, false
		}
	}
	return out, len(out) > 0
}

// formatted replaces EXECUTE format('…', args); by the statement that it makes.
func formatted(text string, vars map[string]string) (string, bool) {
	var out strings.Builder
	for {
		at := execFormat.FindStringIndex(text)
		if at == nil {
			out.WriteString(text)
			return out.String(), true
		}
		out.WriteString(text[:at[0]])
		rest := text[at[1]:]
		toks := sqlread.Tokens(rest, sqlread.PostgreSQL)
		args, end := []string{}, -1
		for i, t := range toks {
			if t.Value == ")" && t.Kind == sqlread.Punct {
				end = t.End
				break
			}
			v, isVar := vars[strings.ToLower(t.Value)]
			switch {
			case i%2 == 1 && t.Value == ",":
				continue
			case i%2 == 0 && t.Kind == sqlread.String:
				args = append(args, t.Value)
			case i%2 == 0 && t.Kind == sqlread.Word && isVar:
				args = append(args, v)
			default:
				return "", false
			}
		}
		if end < 0 || len(args) == 0 {
			return "", false
		}
		sql, ok := format(args[0], args[1:])
		if !ok {
			return "", false
		}
		out.WriteString(sql)
		text = rest[end:]
	}
}

// format is PostgreSQL's format() with %I, %L and %s in their order.
func format(pattern string, args []string) (string, bool) {
	var out strings.Builder
	n := 0
	for i := 0; i < len(pattern); i++ {
		if pattern[i] != '%' {
			out.WriteByte(pattern[i])
			continue
		}
		if i++; i >= len(pattern) {
			return "", false
		}
		if pattern[i] == '%' {
			out.WriteByte('%')
			continue
		}
		if n >= len(args) {
			return "", false
		}
		switch a := args[n]; pattern[i] {
		case 'I':
			out.WriteString(`"` + strings.ReplaceAll(a, `"`, `""`) + `"`)
		case 'L':
			out.WriteString("'" + strings.ReplaceAll(a, "'", "''") + "'")
		case 's':
			out.WriteString(a)
		default:
			return "", false
		}
		n++
	}
	return out.String(), true
}
