package sqltok

import "strings"

// Normal spells a text in one way: one blank between tokens, names and keywords
// in lower case without quotes, no comments. Two texts that differ only in
// layout have the same normal form.
func Normal(text string) string { return Join(Cut(text)) }

// Join is Normal for tokens.
func Join(tokens []Token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Lower)
	}
	return b.String()
}

// Bare takes away parentheses that enclose all tokens.
func Bare(tokens []Token) []Token {
	for len(tokens) >= 2 && tokens[0].Is("(") && Close(tokens, 0) == len(tokens)-1 {
		tokens = tokens[1 : len(tokens)-1]
	}
	return tokens
}

// Close returns the index of the parenthesis that closes the one at i, or the
// last index if none does.
func Close(tokens []Token, i int) int {
	depth := 0
	for j := i; j < len(tokens); j++ {
		switch {
		case tokens[j].Is("("):
			depth++
		case tokens[j].Is(")"):
			depth--
			if depth == 0 {
				return j
			}
		}
	}
	return len(tokens) - 1
}

// Split cuts tokens at the commas that stand outside of parentheses.
func Split(tokens []Token) [][]Token {
	var out [][]Token
	depth, start := 0, 0
	for i, t := range tokens {
		switch {
		case t.Is("("):
			depth++
		case t.Is(")"):
			depth--
		case t.Is(",") && depth == 0:
			out = append(out, tokens[start:i])
			start = i + 1
		}
	}
	if start < len(tokens) {
		out = append(out, tokens[start:])
	}
	return out
}

// Source returns the text that the tokens were cut from.
func Source(text string, tokens []Token) string {
	if len(tokens) == 0 {
		return ""
	}
	return text[tokens[0].Start:tokens[len(tokens)-1].End]
}

// Unliteral returns the value of a string literal token.
func Unliteral(t Token) string {
	s := t.Text
	if strings.HasPrefix(s, "$") {
		if end := strings.IndexByte(s[1:], '$') + 2; end >= 2 && len(s) >= 2*end {
			return s[end : len(s)-end]
		}
		return s
	}
	if i := strings.IndexByte(s, '\''); i >= 0 && strings.HasSuffix(s, "'") && len(s) >= i+2 {
		return strings.ReplaceAll(s[i+1:len(s)-1], "''", "'")
	}
	return s
}
