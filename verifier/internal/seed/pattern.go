package seed

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// matching are texts that the patterns in a check describe. Which language a
// pattern is written in is not asked: it is read as each, and what the check does
// not accept is left out later.
func matching(c *shape.Column, expr string) []any {
	var out []any
	for _, t := range sqltok.Cut(expr) {
		if t.Kind != sqltok.String {
			continue
		}
		text := sqltok.Unliteral(t)
		if !strings.ContainsAny(text, "^$[](){}*+?.%_|\\") || len(text) > 400 {
			continue
		}
		for _, pattern := range [...]string{text, fromSimilar(text), fromGlob(text), fromLike(text)} {
			re, err := syntax.Parse(pattern, syntax.Perl)
			if err != nil {
				continue
			}
			for k := range samplesPerPattern {
				s := (&sampler{state: uint32(k)}).text(re)
				if utf8.RuneCountInString(s) <= 4000 && (c.Size == 0 || utf8.RuneCountInString(s) <= c.Size) && !slices.Contains(out, any(s)) {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

// samplesPerPattern is how many texts are made for one pattern.
const samplesPerPattern = 16

// fromSimilar, fromGlob and fromLike write SIMILAR TO, GLOB and LIKE as regular
// expressions, as far as they are used in checks.
func fromSimilar(s string) string {
	return "^(?:" + strings.NewReplacer("%", ".*", "_", ".", "^", `\^`, "$", `\$`).Replace(s) + ")$"
}

func fromGlob(s string) string {
	return "^" + strings.NewReplacer("*", ".*", "?", ".", ".", `\.`, "(", `\(`, ")", `\)`, "+", `\+`, "{", `\{`, "}", `\}`, "|", `\|`, "$", `\$`).Replace(s) + "$"
}

func fromLike(s string) string {
	var b strings.Builder
	b.WriteByte('^')
	escaped := false
	for _, r := range s {
		switch {
		case escaped || r != '%' && r != '_' && r != '\\':
			if strings.ContainsRune(`\.+*?()|[]{}^$`, r) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
			escaped = false
		case r == '%':
			b.WriteString(".*")
		case r == '_':
			b.WriteByte('.')
		default:
			escaped = true
		}
	}
	b.WriteByte('$')
	return b.String()
}

// sampler makes a text that a regular expression matches: another one for
// another state, always the same for the same.
type sampler struct {
	state uint32
	size  int
}

// pick is a number below n.
func (s *sampler) pick(n int) int {
	s.state = s.state*1664525 + 1013904223
	return int(s.state>>16) % max(n, 1)
}

// maxSample bounds the length of a text.
const maxSample = 4000

func (s *sampler) text(re *syntax.Regexp) string {
	if s.size > maxSample {
		return ""
	}
	switch re.Op {
	case syntax.OpLiteral:
		s.size += len(re.Rune)
		return string(re.Rune)
	case syntax.OpCharClass:
		s.size++
		return string(s.member(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		s.size++
		return string("abcxyz019"[s.pick(9)])
	case syntax.OpCapture, syntax.OpConcat:
		var b strings.Builder
		for _, sub := range re.Sub {
			b.WriteString(s.text(sub))
		}
		return b.String()
	case syntax.OpAlternate:
		return s.text(re.Sub[s.pick(len(re.Sub))])
	case syntax.OpStar:
		return s.repeat(re.Sub[0], s.pick(3))
	case syntax.OpPlus:
		return s.repeat(re.Sub[0], 1+s.pick(4))
	case syntax.OpQuest:
		return s.repeat(re.Sub[0], s.pick(2))
	case syntax.OpRepeat:
		most := re.Max
		if most < 0 || most > re.Min+3 {
			most = re.Min + 3
		}
		return s.repeat(re.Sub[0], re.Min+s.pick(most-re.Min+1))
	}
	return "" // anchors and what matches nothing
}

func (s *sampler) repeat(re *syntax.Regexp, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(s.text(re))
	}
	return b.String()
}

// member is a character of a class, a letter or digit if there is one.
func (s *sampler) member(ranges []rune) rune {
	var plain, visible []rune
	for i := 0; i+1 < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1] && r < 0x7f; r++ {
			switch {
			case r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
				plain = append(plain, r)
			case r > ' ':
				visible = append(visible, r)
			}
		}
	}
	switch {
	case len(plain) > 0:
		return plain[s.pick(len(plain))]
	case len(visible) > 0:
		return visible[s.pick(len(visible))]
	case len(ranges) > 0:
		return ranges[0]
	}
	return 'a'
}

// documents are JSON texts with the keys and values that a check mentions.
func documents(expr string) []any {
	var words []string
	for _, t := range sqltok.Cut(expr) {
		if t.Kind != sqltok.String {
			continue
		}
		w := strings.Trim(firstStep(sqltok.Unliteral(t)), `"`)
		if w != "" && !strings.ContainsAny(w, `"\{}`) && !slices.Contains(words, w) && len(words) < 8 {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return nil
	}
	values := []string{`"x"`, "1", `["x"]`, `{"x": 1}`, "true"}
	for _, w := range words {
		values = append(values, `"`+w+`"`)
	}
	for _, s := range matching(&shape.Column{Class: shape.Text}, expr) {
		if text, _ := s.(string); len(values) < 40 && !strings.ContainsAny(text, "\"\\\n\t") {
			values = append(values, `"`+text+`"`)
		}
	}
	var out []any
	for shift := range len(values) {
		var all, same strings.Builder
		for i, w := range words {
			if i > 0 {
				all.WriteString(", ")
				same.WriteString(", ")
			}
			all.WriteString(`"` + w + `": ` + values[(i+shift)%len(values)])
			same.WriteString(`"` + w + `": ` + values[shift])
		}
		out = append(out, "{"+all.String()+"}", "{"+same.String()+"}")
	}
	// Each key with each value, the other keys with each other value: small numbers of both.
	for _, a := range values {
		for _, b := range values {
			if len(words) >= 2 && len(out) < 120 {
				out = append(out, `{"`+words[0]+`": `+a+`, "`+words[1]+`": `+b+restOf(words, b)+`}`)
			}
		}
	}
	return out
}

// firstStep is the key that a path into a document begins with; of another text
// it is the text.
func firstStep(s string) string {
	path, ok := strings.CutPrefix(s, "$.")
	if !ok {
		return strings.TrimPrefix(strings.TrimPrefix(s, "$"), ".")
	}
	if quoted, ok := strings.CutPrefix(path, `"`); ok {
		key, _, _ := strings.Cut(quoted, `"`)
		return key
	}
	if end := strings.IndexFunc(path, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }); end > 0 {
		return path[:end]
	}
	return path
}

// restOf gives the words from the third on one value.
func restOf(words []string, value string) string {
	var b strings.Builder
	for _, w := range words[2:] {
		b.WriteString(`, "` + w + `": ` + value)
	}
	return b.String()
}
