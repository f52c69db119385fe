package verifier

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// lacking are the revisions below a migration that are not in place, in upgrade
// order: their own upgrades could not be made. The migration is tried all the
// same, on the database without them, and its result says so. What it cannot do
// there is nobody's fault: it says nothing about the migration.
func (v *walk) lacking(m *Migration) []string {
	var out []string
	add := func(id string) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, need := range m.Needs {
		for _, id := range v.without[need] {
			add(id)
		}
		if v.stopped[need] != "" {
			add(need)
		}
	}
	if len(out) > 0 {
		v.without[m.ID] = out
	}
	return out
}

// beyond ends a trip whose upgrade fails where revisions below are not in place.
func (t *trip) beyond(r *ran) {
	root := t.res.Without[0]
	why := t.stopped[root]
	sentence, _ := t.missing(r)
	t.unreach(finding.Upgrade, why+"; without it, this upgrade fails: "+r.words+sentence)
	t.stop(why)
}

// unreach ends a trip at a stage that cannot be judged, because of what is not in
// place.
func (t *trip) unreach(stage finding.Stage, why string) {
	t.could(stage, "run: not reached, because "+why)
}

// itself reports whether a failure has nothing to do with what is in the
// database: the statement is none of its language, or Alembic has none for it.
func (r *ran) itself() bool {
	if f := r.failure; f != nil {
		return f.Code == "42601" || f.Message == "incomplete input" || strings.HasSuffix(f.Message, "syntax error") || strings.Contains(f.Message, ": syntax error (")
	}
	return strings.HasPrefix(r.words, "NotImplementedError")
}
