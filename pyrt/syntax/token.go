package syntax

// tokenKind is the kind of a token: one for each keyword and operator.
type tokenKind uint8

const (
	tEnd   tokenKind = iota // the end of the source
	tError                  // the scanner stopped here: scanner.err
	tNewline
	tIndent
	tDedent
	tName
	tNumber
	tString
	tFStart // f" or t" and their like, to the quote
	tFMiddle
	tFEnd
	tOther // a character without meaning: $ ? `

	tLParen
	tRParen
	tLBracket
	tRBracket
	tLBrace
	tRBrace
	tColon
	tComma
	tSemi
	tDot
	tEllipsis
	tArrow
	tColonEqual
	tExclam
	tEqual
	tEqEqual
	tNotEqual
	tLess
	tLessEqual
	tGreater
	tGreaterEqual
	tPlus
	tMinus
	tStar
	tSlash
	tPercent
	tAt
	tDoubleStar
	tDoubleSlash
	tLeftShift
	tRightShift
	tVBar
	tCircumflex
	tAmper
	tTilde

	tPlusEqual // the augmented ones, in the order of Operator
	tMinusEqual
	tStarEqual
	tAtEqual
	tSlashEqual
	tPercentEqual
	tDoubleStarEqual
	tLeftShiftEqual
	tRightShiftEqual
	tVBarEqual
	tCircumflexEqual
	tAmperEqual
	tDoubleSlashEqual

	kwFalse // keywords
	kwNone
	kwTrue
	kwAnd
	kwAs
	kwAssert
	kwAsync
	kwAwait
	kwBreak
	kwClass
	kwContinue
	kwDef
	kwDel
	kwElif
	kwElse
	kwExcept
	kwFinally
	kwFor
	kwFrom
	kwGlobal
	kwIf
	kwImport
	kwIn
	kwIs
	kwLambda
	kwNonlocal
	kwNot
	kwOr
	kwPass
	kwRaise
	kwReturn
	kwTry
	kwWhile
	kwWith
	kwYield
)

// A token is one word of the source; its text lies between start and end.
type token struct {
	kind       tokenKind
	start, end int32
}

// keyword returns the keyword kind of an identifier, or tName.
func keyword(s []byte) tokenKind {
	if len(s) < 2 || len(s) > 8 {
		return tName
	}
	switch string(s) {
	case "False":
		return kwFalse
	case "None":
		return kwNone
	case "True":
		return kwTrue
	}
	if s[0] < 'a' {
		return tName
	}
	if len(s) <= 4 {
		return shortKeyword(s)
	}
	return longKeyword(s)
}

func shortKeyword(s []byte) tokenKind {
	switch string(s) {
	case "and":
		return kwAnd
	case "as":
		return kwAs
	case "def":
		return kwDef
	case "del":
		return kwDel
	case "elif":
		return kwElif
	case "else":
		return kwElse
	case "for":
		return kwFor
	case "from":
		return kwFrom
	case "if":
		return kwIf
	case "in":
		return kwIn
	case "is":
		return kwIs
	case "not":
		return kwNot
	case "or":
		return kwOr
	case "pass":
		return kwPass
	case "try":
		return kwTry
	case "with":
		return kwWith
	}
	return tName
}

func longKeyword(s []byte) tokenKind {
	switch string(s) {
	case "assert":
		return kwAssert
	case "async":
		return kwAsync
	case "await":
		return kwAwait
	case "break":
		return kwBreak
	case "class":
		return kwClass
	case "continue":
		return kwContinue
	case "except":
		return kwExcept
	case "finally":
		return kwFinally
	case "global":
		return kwGlobal
	case "import":
		return kwImport
	case "lambda":
		return kwLambda
	case "nonlocal":
		return kwNonlocal
	case "raise":
		return kwRaise
	case "return":
		return kwReturn
	case "while":
		return kwWhile
	case "yield":
		return kwYield
	}
	return tName
}

// oneChar returns the operator of one character.
func oneChar(c byte) tokenKind {
	switch c {
	case '(':
		return tLParen
	case ')':
		return tRParen
	case '[':
		return tLBracket
	case ']':
		return tRBracket
	case '{':
		return tLBrace
	case '}':
		return tRBrace
	case ':':
		return tColon
	case ',':
		return tComma
	case ';':
		return tSemi
	case '.':
		return tDot
	case '=':
		return tEqual
	case '<':
		return tLess
	case '>':
		return tGreater
	case '!':
		return tExclam
	case '+':
		return tPlus
	case '-':
		return tMinus
	case '*':
		return tStar
	case '/':
		return tSlash
	case '%':
		return tPercent
	case '@':
		return tAt
	case '|':
		return tVBar
	case '^':
		return tCircumflex
	case '&':
		return tAmper
	case '~':
		return tTilde
	}
	return tOther
}

// twoChars returns the operator of two characters, or tOther.
func twoChars(a, b byte) tokenKind {
	if b == '=' {
		return withEqual(a)
	}
	switch {
	case a == '*' && b == '*':
		return tDoubleStar
	case a == '/' && b == '/':
		return tDoubleSlash
	case a == '<' && b == '<':
		return tLeftShift
	case a == '>' && b == '>':
		return tRightShift
	case a == '-' && b == '>':
		return tArrow
	case a == '<' && b == '>': // the parser accepts it as a joke only
		return tNotEqual
	}
	return tOther
}

func withEqual(a byte) tokenKind {
	switch a {
	case '=':
		return tEqEqual
	case '!':
		return tNotEqual
	case '<':
		return tLessEqual
	case '>':
		return tGreaterEqual
	case ':':
		return tColonEqual
	case '+':
		return tPlusEqual
	case '-':
		return tMinusEqual
	case '*':
		return tStarEqual
	case '/':
		return tSlashEqual
	case '%':
		return tPercentEqual
	case '@':
		return tAtEqual
	case '|':
		return tVBarEqual
	case '^':
		return tCircumflexEqual
	case '&':
		return tAmperEqual
	}
	return tOther
}

// threeChars returns the operator of three characters, or tOther.
func threeChars(a, b, c byte) tokenKind {
	switch {
	case a == '.' && b == '.' && c == '.':
		return tEllipsis
	case c != '=':
		return tOther
	case a == '*' && b == '*':
		return tDoubleStarEqual
	case a == '/' && b == '/':
		return tDoubleSlashEqual
	case a == '<' && b == '<':
		return tLeftShiftEqual
	case a == '>' && b == '>':
		return tRightShiftEqual
	}
	return tOther
}
