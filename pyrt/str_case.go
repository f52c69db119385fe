package pyrt

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// Case mapping is Unicode's full mapping (one character may become several);
// ASCII text takes Go's fast path.

func strUpper(s string) string {
	if isASCII(s) {
		return strings.ToUpper(s)
	}
	return mapPoints(s, upperPoint)
}

func strLower(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	rs := codePoints(s)
	var b strings.Builder
	for i, r := range rs {
		b.WriteString(lowerPoint(rs, i, r))
	}
	return b.String()
}

func strCasefold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return mapPoints(s, foldPoint)
}

func mapPoints(s string, f func(rune) string) string {
	var b strings.Builder
	for _, r := range codePoints(s) {
		b.WriteString(f(r))
	}
	return b.String()
}

func upperPoint(r rune) string {
	if r < 0x80 {
		return string(unicode.ToUpper(r))
	}
	if r >= 0xd800 && r <= 0xdfff {
		return encodePoint(r)
	}
	return cases.Upper(language.Und).String(string(r))
}

func titlePoint(r rune) string {
	if r < 0x80 {
		return string(unicode.ToUpper(r))
	}
	switch {
	case r >= 0xd800 && r <= 0xdfff:
		return encodePoint(r)
	case r == 0x149: // ŉ: the caser leaves the apostrophe form alone
		return "\u02bcN"
	}
	return cases.Title(language.Und, cases.NoLower).String(string(r))
}

func foldPoint(r rune) string {
	if r >= 0xd800 && r <= 0xdfff {
		return encodePoint(r)
	}
	return cases.Fold().String(string(r))
}

// lowerPoint lowers the i-th of rs: capital sigma depends on its context, and
// dotted capital I becomes two characters.
func lowerPoint(rs []rune, i int, r rune) string {
	switch r {
	case 0x3a3:
		if finalSigma(rs, i) {
			return "\u03c2"
		}
		return "\u03c3"
	case 0x130:
		return "i\u0307"
	}
	return encodePoint(unicode.ToLower(r))
}

func finalSigma(rs []rune, i int) bool {
	before := false
	for j := i - 1; j >= 0; j-- {
		if caseIgnorable(rs[j]) {
			continue
		}
		before = isCased(rs[j])
		break
	}
	if !before {
		return false
	}
	for j := i + 1; j < len(rs); j++ {
		if caseIgnorable(rs[j]) {
			continue
		}
		return !isCased(rs[j])
	}
	return true
}

func caseIgnorable(r rune) bool {
	switch r {
	case '\'', '.', ':', 0xb7, 0x2019, '^', '`', 0xad, 0x2018, 0x2024, 0x2027, 0x00a8, 0x00af, 0x00b4, 0x00b8:
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}

func isUpperPoint(r rune) bool {
	return unicode.IsUpper(r) || unicode.Is(unicode.Other_Uppercase, r)
}

func isLowerPoint(r rune) bool {
	return unicode.IsLower(r) || unicode.Is(unicode.Other_Lowercase, r)
}

func isCased(r rune) bool { return isUpperPoint(r) || isLowerPoint(r) || unicode.IsTitle(r) }

func strTitle(s string) string {
	rs := codePoints(s)
	var b strings.Builder
	inWord := false
	for i, r := range rs {
		if inWord {
			b.WriteString(lowerPoint(rs, i, r))
		} else {
			b.WriteString(titlePoint(r))
		}
		inWord = isCased(r)
	}
	return b.String()
}

func strCapitalize(s string) string {
	rs := codePoints(s)
	var b strings.Builder
	for i, r := range rs {
		if i == 0 {
			b.WriteString(titlePoint(r))
		} else {
			b.WriteString(lowerPoint(rs, i, r))
		}
	}
	return b.String()
}

func strSwapcase(s string) string {
	rs := codePoints(s)
	var b strings.Builder
	for i, r := range rs {
		switch {
		case isUpperPoint(r):
			b.WriteString(lowerPoint(rs, i, r))
		case isLowerPoint(r):
			b.WriteString(upperPoint(r))
		default:
			b.WriteString(encodePoint(r))
		}
	}
	return b.String()
}

// Character classes of the is… methods.

func isAlphaPoint(r rune) bool { return unicode.IsLetter(r) }

func isDecimalPoint(r rune) bool { return unicode.Is(unicode.Nd, r) }

// isDigitPoint adds superscripts, circled and other digit forms.
func isDigitPoint(r rune) bool {
	if isDecimalPoint(r) {
		return true
	}
	switch {
	case r == 0xb2, r == 0xb3, r == 0xb9, r == 0x2070, r >= 0x2074 && r <= 0x2079, r >= 0x2080 && r <= 0x2089,
		r >= 0x2460 && r <= 0x2468, r >= 0x2474 && r <= 0x247c, r >= 0x2488 && r <= 0x2490, r == 0x24ea,
		r >= 0x24f5 && r <= 0x24fd, r == 0x24ff, r >= 0x2776 && r <= 0x277e, r >= 0x2780 && r <= 0x2788,
		r >= 0x278a && r <= 0x2792, r >= 0x1369 && r <= 0x1371, r == 0x19da, r >= 0x1f100 && r <= 0x1f10a:
		return true
	}
	return false
}

func isNumericPoint(r rune) bool {
	if isDigitPoint(r) || unicode.In(r, unicode.Nl, unicode.No) {
		return true
	}
	return strings.ContainsRune("一二三四五六七八九十百千万億兆〇零壱弐参拾肆伍陸漆捌玖両亿幺廾卅卌貳贰陌阡萬叁", r)
}

func isAlnumPoint(r rune) bool {
	return isAlphaPoint(r) || isDecimalPoint(r) || isDigitPoint(r) || isNumericPoint(r)
}

// every reports whether s is not empty and all its characters satisfy f.
func every(s string, f func(rune) bool) bool {
	for t := s; len(t) > 0; {
		r, n := decodePoint(t)
		if !f(r) {
			return false
		}
		t = t[n:]
	}
	return s != ""
}

func strIsLower(s string) bool {
	cased := false
	for _, r := range codePoints(s) {
		if isUpperPoint(r) || unicode.IsTitle(r) {
			return false
		}
		cased = cased || isLowerPoint(r)
	}
	return cased
}

func strIsUpper(s string) bool {
	cased := false
	for _, r := range codePoints(s) {
		if isLowerPoint(r) || unicode.IsTitle(r) {
			return false
		}
		cased = cased || isUpperPoint(r)
	}
	return cased
}

func strIsTitle(s string) bool {
	cased, previous := false, false
	for _, r := range codePoints(s) {
		switch {
		case isUpperPoint(r) || unicode.IsTitle(r):
			if previous {
				return false
			}
			previous, cased = true, true
		case isLowerPoint(r):
			if !previous {
				return false
			}
			cased = true
		default:
			previous = false
		}
	}
	return cased
}

func strIsIdentifier(s string) bool {
	for i, r := range codePoints(s) {
		if !syntax.IdentifierRune(r, i == 0) {
			return false
		}
	}
	return s != ""
}
