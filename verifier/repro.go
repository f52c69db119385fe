package verifier

import (
	"encoding/hex"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

var unsafe = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^\w.-]+`) })

// reproduce writes an SQL script that shows a failure with the database's own
// client: the rows of the tables concerned, what upgrade() and downgrade()
// execute, how these tables look before and after, and the findings as comments.
// It runs on a database at the revision before.
func (t *trip) reproduce() error {
	if t.opt.Repro == "" || t.res.Outcome != finding.Failed {
		return nil
	}
	if err := os.MkdirAll(t.opt.Repro, 0o777); err != nil {
		return err
	}
	s := &script{trip: t, dialect: t.db.Name()}
	s.line("-- Revision %s on %s. Run this on a database at the revision before it.", t.m.ID, s.dialect)
	for _, f := range t.res.Findings {
		s.line("-- %s: %s", f.Code, oneLine(f.Message))
	}
	s.seeds()
	s.look("before", s.old)
	s.statements("upgrade()", t.up)
	down := t.down
	if n := t.fresh; n != nil {
		s.rowsOf("rows written since the upgrade", n.with.Catalog, s.written(n))
		down = n.down
	}
	s.statements("downgrade()", down)
	s.look("after the downgrade", s.old, s.back)
	if t.res.Stage == finding.UpgradeAgain {
		s.statements("upgrade() again", t.twice)
		s.look("after the second upgrade", s.now)
	}
	path := filepath.Join(t.opt.Repro, unsafe().ReplaceAllString(t.m.ID, "_")+".sql")
	err := os.WriteFile(path, []byte(s.String()), 0o666)
	if err != nil {
		_ = os.Remove(path) // a part of a script shows something else
	}
	return err
}

// statements writes what a run executed, in a transaction where the run had one.
func (s *script) statements(title string, r *ran) {
	if r == nil {
		return
	}
	s.line("\n-- %s", title)
	whole := s.dialect == "postgresql" && !s.commits
	if whole {
		s.line("BEGIN;")
	}
	for i := range r.log {
		e := &r.log[i]
		sets := e.many
		if sets == nil {
			sets = [][]any{e.args}
		}
		for _, args := range sets {
			text := strings.TrimRight(strings.TrimSpace(s.filled(e.sql, args)), ";")
			if last := text[strings.LastIndexByte(text, '\n')+1:]; strings.Contains(last, "--") || s.mysql() && strings.Contains(last, "#") {
				text += "\n" // the semicolon is not part of the remark
			}
			s.line("%s", s.ended(text))
		}
		if e.err != nil {
			s.line("-- fails: %s", oneLine(e.err.Words()))
		}
	}
	if whole {
		s.line("COMMIT;")
	}
}

// filled puts parameters into a statement as literals.
func (s *script) filled(sql string, args []any) string {
	if len(args) == 0 {
		return sql
	}
	var b strings.Builder
	last, n := 0, 0
	for _, tok := range sqltok.For(s.dialect)(sql) {
		if tok.Kind != sqltok.Param {
			continue
		}
		i := n
		if k, err := strconv.Atoi(strings.TrimLeft(tok.Text, "$?")); err == nil {
			i = k - 1
		}
		n++
		if i < 0 || i >= len(args) {
			continue
		}
		b.WriteString(sql[last:tok.Start] + s.literal(args[i]))
		last = tok.End
	}
	return b.String() + sql[last:]
}

// literal is a value as an SQL literal. PostgreSQL takes untyped ones for all.
func (s *script) literal(v any) string {
	text := ""
	switch x := v.(type) {
	case nil:
		return "NULL"
	case bool, int, int64:
		return fmt.Sprint(x)
	case string:
		text = x
	case rows.Raw:
		text = string(x)
	case []byte:
		if s.dialect != "postgresql" {
			return "x'" + hex.EncodeToString(x) + "'"
		}
		text = `\x` + hex.EncodeToString(x)
	case float64:
		return s.float(x)
	case time.Time:
		text = x.Format("2006-01-02 15:04:05.999999-07:00")
	default:
		text = fmt.Sprint(x)
	}
	if s.mysql() {
		text = strings.ReplaceAll(text, `\`, `\\`)
	}
	return textLiteral(text)
}

func textLiteral(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func (s *script) float(x float64) string {
	text := strconv.FormatFloat(x, 'g', -1, 64)
	switch {
	case s.dialect == "postgresql":
		return "'" + text + "'"
	case s.mysql():
		return strconv.FormatFloat(x, 'e', -1, 64)
	case math.IsInf(x, 0):
		return strings.TrimSuffix(text, "Inf") + "9e999"
	case !strings.ContainsAny(text, ".eN"):
		return text + ".0" // an integer otherwise
	}
	return text
}
