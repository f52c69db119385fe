package catalog

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// simpleBlock reads the body of a DO block that is a plain sequence of
// statements, each of which we understand, in
//
//	BEGIN statement; … [EXCEPTION WHEN … THEN NULL;] END
//
// Loops over lists of texts are written out before. The handler is only allowed where it stands for IF NOT EXISTS.
func (q *query) simpleBlock(body string) ([]sqlread.Statement, bool) {
	body, ok := unroll(body)
	if !ok {
		return nil, false
	}
	text := strings.TrimSpace(body)
	lower := strings.ToLower(text)
	if !strings.HasPrefix(lower, "begin") {
		return nil, false
	}
	text, lower = text[5:], lower[5:]
	end := strings.LastIndex(lower, "end")
	if end < 0 {
		return nil, false
	}
	text, lower = text[:end], lower[:end]
	guarded := false
	if i := strings.Index(lower, "exception"); i >= 0 {
		handler := strings.Join(strings.Fields(lower[i:]), " ")
		switch handler {
		case "exception when duplicate_object then null;", "exception when duplicate_table then null;", "exception when duplicate_column then null;":
			guarded = true
		default:
			return nil, false
		}
		text = text[:i]
	}
	var out []sqlread.Statement
	for _, p := range sqlread.Parse(text, q.s.Dialect) {
		switch st := p.Stmt.(type) {
		case *sqlread.Unknown, *sqlread.Select, *sqlread.Set, *sqlread.Transaction:
			return nil, false
		case *sqlread.CreateObject:
			st.IfNotExists = st.IfNotExists || guarded
		case *sqlread.CreateTable:
			st.IfNotExists = st.IfNotExists || guarded
		case *sqlread.AlterTable:
			if guarded && !guardActions(st) {
				return nil, false
			}
		default:
			if guarded {
				return nil, false
			}
		}
		out = append(out, p.Stmt)
	}
	return out, len(out) > 0
}

// guardActions turns the handler of a block into IF NOT EXISTS.
func guardActions(st *sqlread.AlterTable) bool {
	for _, a := range st.Actions {
		add, ok := a.(*sqlread.AddColumn)
		if !ok {
			return false
		}
		add.IfNotExists = true
	}
	return true
}
