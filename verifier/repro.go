package verifier

import (
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
	"sync"
)

var unsafe = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^\w.-]+`) })

// reproduce writes an SQL script that shows a failure: the rows of the tables
// concerned, what upgrade() and downgrade() execute, and the findings as
// comments. It runs on a database at the revision before.
func (t *trip) reproduce() error {
	if t.opt.Repro == "" || t.res.Outcome != finding.Failed {
		return nil
	}
	if err := os.MkdirAll(t.opt.Repro, 0o777); err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "-- Revision %s on %s. Run this on a database at the revision before it.\n", t.m.ID, t.db.Name())
	for _, f := range t.res.Findings {
		fmt.Fprintf(&b, "-- %s: %s\n", f.Code, oneLine(f.Message))
	}
	t.reproduceRows(&b)
	for _, part := range []struct {
		name string
		r    *ran
	}{{"upgrade()", t.up}, {"downgrade()", t.down}} {
		if part.r == nil {
			continue
		}
		fmt.Fprintf(&b, "\n-- %s\n", part.name)
		for i := range part.r.log {
			e := &part.r.log[i]
			sets := e.many
			if sets == nil {
				sets = [][]any{e.args}
			}
			for _, args := range sets {
				fmt.Fprintf(&b, "%s;\n", strings.TrimRight(strings.TrimSpace(filled(e.sql, args)), ";"))
			}
			if e.err != nil {
				fmt.Fprintf(&b, "-- fails: %s\n", oneLine(e.err.Words()))
			}
		}
	}
	path := filepath.Join(t.opt.Repro, unsafe().ReplaceAllString(t.m.ID, "_")+".sql")
	return os.WriteFile(path, []byte(b.String()), 0o666)
}

// reproduceRows writes the rows of the tables that a statement names.
func (t *trip) reproduceRows(b *strings.Builder) {
	if t.old == nil {
		return
	}
	var keys []string
	for key, table := range t.old.Catalog.Tables {
		if table.Fillable() && t.named(table.Name) {
			keys = append(keys, key)
		}
	}
	for _, key := range parentsFirst(t.old.Catalog, keys) {
		table, set := t.old.Catalog.Tables[key], t.old.Rows[key]
		if set == nil || len(set.Rows) == 0 {
			continue
		}
		var cols []string
		var at []int
		for i, c := range set.Columns {
			if col := table.Column(c); col != nil && col.Generated == "" && col.Identity != "always" {
				cols, at = append(cols, `"`+strings.ReplaceAll(c, `"`, `""`)+`"`), append(at, i)
			}
		}
		fmt.Fprintf(b, "\n-- rows of %s\n", table.Title())
		for _, row := range set.Rows {
			parts := make([]string, len(at))
			for n, i := range at {
				parts[n] = literalOf(row[i])
			}
			fmt.Fprintf(b, "INSERT INTO %s (%s) VALUES (%s);\n", table.Title(), strings.Join(cols, ", "), strings.Join(parts, ", "))
		}
	}
}

func (t *trip) named(table string) bool {
	for _, r := range []*ran{t.up, t.down} {
		if r == nil {
			continue
		}
		for i := range r.log {
			if r.log[i].mentions(table) {
				return true
			}
		}
	}
	return false
}

// filled puts parameters into a statement as literals.
func filled(sql string, args []any) string {
	if len(args) == 0 {
		return sql
	}
	var b strings.Builder
	last, n := 0, 0
	for _, tok := range sqltok.Cut(sql) {
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
		b.WriteString(sql[last:tok.Start] + literalOf(args[i]))
		last = tok.End
	}
	return b.String() + sql[last:]
}

// literalOf is a value as an SQL literal.
func literalOf(v any) string {
	switch x := v.(type) {
	case nil:
		return "NULL"
	case string:
		return "'" + strings.ReplaceAll(x, "'", "''") + "'"
	case rows.Raw:
		return "'" + strings.ReplaceAll(string(x), "'", "''") + "'"
	case []byte:
		return "x'" + hex.EncodeToString(x) + "'"
	case float64:
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	return fmt.Sprint(v)
}
