package sqlread

// piece is one statement of a text: its tokens without the semicolon.
type piece struct {
	tokens []Token // without EOF
	start  int
	end    int
}

// split cuts the tokens at semicolons of the outermost level. Bodies of
// triggers and routines (BEGIN … END) stay whole, and MySQL's client command
// DELIMITER is honoured.
func split(text string, d Dialect) []piece {
	var out []piece
	all := Tokens(text, d)
	block, begin := 0, 0
	for i, t := range all {
		switch {
		case t.Kind == EOF, t.is(";") && block == 0:
			if cur := all[begin:i:i]; len(cur) > 0 {
				out = append(out, piece{tokens: cur, start: cur[0].Start, end: cur[len(cur)-1].End})
			}
			begin = i + 1
		default:
			block = blockDepth(all[begin:i+1], block, d)
		}
	}
	return out
}

// blockDepth follows BEGIN, CASE and END inside a CREATE TRIGGER or routine.
func blockDepth(cur []Token, depth int, d Dialect) int {
	t := cur[len(cur)-1]
	if d == PostgreSQL && depth == 0 && !isAtomicBody(cur) {
		return 0
	}
	if !cur[0].is("create") || len(cur) < 3 || !createsCode(cur) {
		return 0
	}
	switch {
	case t.is("begin"), depth > 0 && t.is("case"):
		return depth + 1
	case depth > 0 && t.is("end"):
		return depth - 1
	case depth > 0 && (t.is("if") || t.is("loop") || t.is("while") || t.is("repeat")) && !isEndOf(cur) && d.IsMySQL() && startsBlock(cur):
		return depth + 1
	case depth > 0 && isEndOf(cur) && !t.is("case"):
		return depth
	}
	return depth
}

// isAtomicBody is true at "BEGIN ATOMIC", the SQL-standard function body.
func isAtomicBody(cur []Token) bool {
	return len(cur) > 1 && cur[len(cur)-1].is("atomic") && cur[len(cur)-2].is("begin")
}

// isEndOf is true for IF in "END IF".
func isEndOf(cur []Token) bool { return len(cur) > 1 && cur[len(cur)-2].is("end") }

// startsBlock tells the statement IF from the function IF(…) and from IF EXISTS.
func startsBlock(cur []Token) bool {
	if len(cur) < 2 {
		return false
	}
	p := cur[len(cur)-2]
	return p.is(";") || p.is("begin") || p.is("then") || p.is("else") || p.is("do") || p.is("loop") || p.is(":")
}

// createsCode is true for CREATE … TRIGGER, FUNCTION, PROCEDURE or EVENT.
func createsCode(cur []Token) bool {
	for i := 1; i < len(cur) && i < 12; i++ {
		switch {
		case cur[i].is("trigger"), cur[i].is("function"), cur[i].is("procedure"), cur[i].is("event"):
			return true
		case cur[i].is("table"), cur[i].is("view"), cur[i].is("index"), cur[i].is("("):
			return false
		}
	}
	return false
}
