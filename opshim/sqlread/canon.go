package sqlread

import (
	"strings"
)

// Canon writes tokens in one spelling: one blank between words, lower case
// outside of quotes, quotes around names only where they are needed, "<>" for
// "!=", and no parentheses around the whole.
func Canon(toks []Token) string {
	toks = stripParens(toks)
	var b strings.Builder
	for i, t := range toks {
		if t.Kind == EOF {
			break
		}
		s := canonToken(t)
		if i > 0 && blankBetween(toks[i-1], t) {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

// CanonText is Canon of a text.
func CanonText(text string, d Dialect) string {
	toks := Tokens(text, d)
	return Canon(toks[:len(toks)-1])
}

func canonToken(t Token) string {
	switch t.Kind {
	case Word:
		return t.Value
	case Name:
		return CanonName(t.Value)
	case String:
		return "'" + strings.ReplaceAll(t.Value, "'", "''") + "'"
	case Number:
		return t.Value
	case Punct:
		if t.Value == "!=" {
			return "<>"
		}
		return t.Value
	}
	return t.Text
}

// CanonName is a name as Canon writes it: in quotes where the text could not be
// read again without them.
func CanonName(s string) string {
	if plainName(s) {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

func plainName(s string) bool {
	if s == "" || !isNameStart(s[0]) || neverNames[s] {
		return false
	}
	for i := range len(s) {
		if !isNamePart(s[i]) || 'A' <= s[i] && s[i] <= 'Z' {
			return false
		}
	}
	return true
}

// neverNames are the keywords that stand for no column unless they are quoted:
// those that PostgreSQL and SQLite both reserve, and those that begin something
// else where an expression is expected.
var neverNames = wordSet("all and as asc between case check collate column constraint create default deferrable desc distinct else end except exists false " +
	"foreign from grant group having in initially intersect into is isnull join like limit not notnull null offset on or order primary " +
	"references returning select set table then to true union unique using values when where window with")

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

func blankBetween(a, b Token) bool {
	if b.Kind == Punct {
		switch b.Value {
		case ",", ")", "]", ".", "::", "[":
			return false
		case "(":
			return a.Kind == Punct && a.Value != "(" || a.Kind == Word && spacedWords[a.Value]
		}
	}
	if a.Kind == Punct {
		switch a.Value {
		case "(", "[", ".", "::":
			return false
		}
	}
	return true
}

// spacedWords are the keywords before which a parenthesis is not a call.
var spacedWords = map[string]bool{
	"and": true, "or": true, "not": true, "in": true, "where": true, "on": true, "using": true, "when": true,
	"then": true, "else": true, "values": true, "check": true, "as": true, "from": true, "join": true, "select": true, "by": true,
}

// stripParens removes parentheses around the whole.
func stripParens(toks []Token) []Token {
	for len(toks) >= 2 && toks[0].is("(") && toks[len(toks)-1].is(")") && wraps(toks) {
		toks = toks[1 : len(toks)-1]
	}
	return toks
}

// wraps reports whether the first parenthesis closes at the last token.
func wraps(toks []Token) bool {
	depth := 0
	for i, t := range toks {
		if t.is("(") {
			depth++
		}
		if t.is(")") {
			depth--
			if depth == 0 {
				return i == len(toks)-1
			}
		}
	}
	return false
}

// canonQuery drops the optional AS before aliases too, which do not matter in
// the definition of a view.
func canonQuery(toks []Token) string {
	kept := make([]Token, 0, len(toks))
	for i, t := range toks {
		if t.is("as") && i+1 < len(toks) && !toks[i+1].is("(") && !toks[i+1].is("materialized") && !inCast(toks, i) {
			continue
		}
		if t.is("inner") && i+1 < len(toks) && toks[i+1].is("join") || t.is("outer") && i+1 < len(toks) && toks[i+1].is("join") {
			continue
		}
		kept = append(kept, t)
	}
	return Canon(kept)
}

// inCast tells CAST(x AS t) from an alias: the word before the innermost open
// parenthesis is CAST.
func inCast(toks []Token, i int) bool {
	depth := 0
	for j := i - 1; j >= 0; j-- {
		switch {
		case toks[j].is(")"):
			depth++
		case toks[j].is("("):
			if depth == 0 {
				return j > 0 && toks[j-1].is("cast")
			}
			depth--
		}
	}
	return false
}
