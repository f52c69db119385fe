package syntax

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// identRune tells whether r may be in an identifier: the Unicode properties
// XID_Start and XID_Continue, and the underscore.
func identRune(r rune, first bool) bool {
	if r < utf8.RuneSelf {
		c := byte(r)
		return isIdentStart(c) || !first && isDigit(c)
	}
	if r == utf8.RuneError || unicode.In(r, unicode.Pattern_Syntax, unicode.Pattern_White_Space) || xidExcluded(r, first) {
		return false
	}
	if unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) {
		return true
	}
	return !first && unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
}

// xidExcluded tells the characters that are in ID_Start or ID_Continue but
// whose normal form is not, so that XID leaves them out.
func xidExcluded(r rune, first bool) bool {
	switch {
	case r == 0x37a, r == 0x309b, r == 0x309c, r >= 0xfc5e && r <= 0xfc63, r == 0xfdfa, r == 0xfdfb,
		r >= 0xfe70 && r <= 0xfe7e && r%2 == 0:
		return true
	case r == 0xe33, r == 0xeb3, r == 0xff9e, r == 0xff9f:
		return first
	}
	return false
}

// IdentifierRune tells whether r may stand in an identifier, at its beginning
// when first is set.
func IdentifierRune(r rune, first bool) bool { return identRune(r, first) }

// normalizeIdent returns the name that an identifier stands for (NFKC).
func normalizeIdent(text []byte) string {
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return norm.NFKC.String(string(text))
		}
	}
	return string(text)
}
