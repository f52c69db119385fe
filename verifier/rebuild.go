package verifier

import (
	"fmt"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// rebuilds notes what a rebuild of a table would do to its children were foreign
// keys enforced: SQLite's DROP TABLE deletes the rows first, and that cascades.
// Alembic leaves foreign keys off, an application's env.py may not.
func (t *trip) rebuilds() {
	if t.db.Name() != "sqlite" {
		return
	}
	seen := map[string]bool{}
	for _, r := range []*ran{t.up, t.down} {
		if r == nil || enforces(r) {
			continue
		}
		for i := range r.log {
			key := rebuilt(r.log, i)
			if key == "" || seen[key] {
				continue
			}
			seen[key] = true
			children := t.childrenOf(key)
			if len(children) == 0 {
				continue
			}
			t.add(finding.Finding{Code: "MRT219", Severity: finding.Info, At: orSpan(r.log[i].at, t.m.Up), Object: key,
				Message: fmt.Sprintf("table %s is dropped and made anew; with PRAGMA foreign_keys = ON that would reach %s", key, strings.Join(children, ", ")),
				Remedy:  "keep foreign keys off while migrations run, as Alembic does by default"})
		}
	}
}

// enforces reports whether a run switched foreign keys itself: then it has seen
// what they do.
func enforces(r *ran) bool {
	for i := range r.log {
		for _, tok := range r.log[i].tokens() {
			if tok.Is("foreign_keys") {
				return true
			}
		}
	}
	return false
}

// rebuilt is the table that statement i drops and a later one gives its name back.
func rebuilt(log []entry, i int) string {
	t := log[i].tokens()
	if len(t) < 3 || !t[0].Is("drop") || !t[1].Is("table") {
		return ""
	}
	name := t[len(t)-1].Lower
	for j := i + 1; j < len(log); j++ {
		u := log[j].tokens()
		if n := len(u); n > 4 && u[0].Is("alter") && u[n-2].Is("to") && u[n-1].Lower == name {
			return name
		}
	}
	return ""
}

// childrenOf says what refers to a table and would suffer, with its rows.
func (t *trip) childrenOf(key string) []string {
	var out []string
	for k, table := range t.old.Catalog.Tables {
		set := t.old.Rows[k]
		for _, c := range table.Constraints {
			if c.Kind != shape.ForeignKey || c.RefKey != key || k == key || set == nil || len(set.Rows) == 0 {
				continue
			}
			does := "stop at"
			switch c.OnDelete {
			case "cascade":
				does = "delete"
			case "set null", "set default":
				does = "change"
			}
			out = append(out, fmt.Sprintf("%s (%s %s)", table.Title(), does, plural(len(set.Rows), "row")))
		}
	}
	sort.Strings(out)
	return out
}
