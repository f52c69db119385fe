package verifier

import (
	"fmt"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// add keeps a finding.
func (t *trip) add(f finding.Finding) {
	f.Revision, f.Proof, f.Database = t.m.ID, finding.Observed, t.db.Name()
	if f.Severity == finding.Off {
		info, _ := finding.Lookup(f.Code)
		f.Severity = info.Severity
	}
	t.res.Findings = append(t.res.Findings, f)
}

// fail keeps a finding that decides; the first stage that fails is the result's.
func (t *trip) fail(stage finding.Stage, v finding.Verdict, f finding.Finding) {
	f.Severity = finding.Error
	t.add(f)
	if t.res.Outcome != finding.Failed {
		t.res.Outcome, t.res.Stage, t.res.Cause = finding.Failed, stage, ""
	}
	t.res.Verdict = finding.Worst(t.res.Verdict, v)
}

// could ends a trip that cannot be made. What was found before stands.
func (t *trip) could(stage finding.Stage, cause string) {
	if t.res.Outcome == finding.Failed {
		return
	}
	t.res.Outcome, t.res.Stage, t.res.Verdict, t.res.Cause = finding.CouldNot, stage, finding.Unknown, cause
}

// stop marks the revision as not in place: what needs it cannot be reached.
func (t *trip) stop(why string) { t.stopped[t.m.ID] = why }

// coverage counts the tables of the old world, and complains about those that
// the migration touches and that hold no row.
func (t *trip) coverage() {
	c := finding.Coverage{}
	for key, table := range t.old.Catalog.Tables {
		if !table.Fillable() {
			continue
		}
		c.Tables++
		if set := t.old.Rows[key]; set != nil && len(set.Rows) > 0 {
			c.Seeded++
		} else if why, ok := t.fill.short[key]; ok {
			c.Unseeded = append(c.Unseeded, table.Title()+": "+why)
		}
	}
	sort.Strings(c.Unseeded)
	t.res.Coverage = c
	var keys []string
	for key := range t.fill.short {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		table := t.old.Catalog.Tables[key]
		if table == nil || t.now.Catalog.Tables[key] == table && t.now.Rows[key] == t.old.Rows[key] {
			continue
		}
		why := fmt.Sprintf("table %s could not be seeded: %s", table.Title(), t.fill.short[key])
		t.add(finding.Finding{Code: "MRT010", At: t.m.Up, Object: table.Title(), Message: why,
			Remedy: "state rows for it in mrt.toml under [seed." + `"` + table.Title() + `"` + "]"})
		t.could(finding.Seed, "seed: "+why)
	}
}

// blame finds the call that a schema change comes from: the last one of the
// downgrade that names the object, else the last one of the upgrade.
func (t *trip) blame(c shape.Change) syntax.Span {
	o := c.Object()
	table, part, _ := strings.Cut(o.Name, ".")
	if rest, ok := strings.CutPrefix(table, "of "); ok {
		table, _, _ = strings.Cut(rest, " ")
		part = ""
	}
	return t.blameNames(table, part)
}

// blameNames looks for a statement that names both, then for one that names the table.
func (t *trip) blameNames(table, part string) syntax.Span {
	for _, names := range [][]string{{part, table}, {part}, {table}} {
		if names[0] == "" {
			continue
		}
		for _, r := range []*ran{t.down, t.up} {
			if r == nil {
				continue
			}
			for i := len(r.log) - 1; i >= 0; i-- {
				if r.log[i].at.Source != nil && r.log[i].mentions(names...) {
					return r.log[i].at
				}
			}
		}
	}
	return orSpan(t.m.Down, t.m.Up)
}

func orSpan(a, b syntax.Span) syntax.Span {
	if a.Source != nil {
		return a
	}
	return b
}

// plural is "1 row", "3 rows".
func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// example is one row for a sentence.
func example(s *rows.Set, list [][]any) string {
	if len(list) == 0 {
		return ""
	}
	return ", such as " + s.ShowRow(list[0])
}
