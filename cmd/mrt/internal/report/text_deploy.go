package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// Bounds of what the text says of rolling deploys.
const (
	maxDeploys       = 3 // revisions
	maxDeployObjects = 4 // of one revision
)

// deploys are the notes about rolling deploys, which have a line for each
// revision: who does not deploy so need not read more, and a long history has many.
type deploys struct {
	others []finding.Finding   // with a place of their own in the text
	lines  [][]finding.Finding // the notes of one revision on one database
}

// folded puts the notes about rolling deploys apart. Those who ask for all have
// them among the others.
func folded(run *Run, style Style) deploys {
	var out deploys
	at := map[string]int{}
	for _, f := range run.Findings() {
		if style.Verbose || f.Severity != finding.Info || !f.Code.OfDeploy() {
			out.others = append(out.others, f)
			continue
		}
		key := f.Revision + " " + f.Database
		i, ok := at[key]
		if !ok {
			i = len(out.lines)
			at[key] = i
			out.lines = append(out.lines, nil)
		}
		out.lines[i] = append(out.lines[i], f)
	}
	return out
}

// deploys prints the line of each revision.
func (b *textWriter) deploys(d deploys) {
	if len(d.lines) == 0 {
		return
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "%s for rolling deploys: while the release before still runs, its statements fail on the new schema (--check-compat counts that)\n", b.severity(finding.Info))
	for _, list := range d.lines[:min(len(d.lines), maxDeploys)] {
		at, db := placeOf(list[0]), ""
		if list[0].Database != "" {
			db = " (" + list[0].Database + ")"
		}
		var words []string
		for _, f := range list {
			if w := string(f.Code) + " " + f.Object; !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
		if n := len(words); n > maxDeployObjects+1 {
			words = append(words[:maxDeployObjects], fmt.Sprintf("%d more", n-maxDeployObjects))
		}
		where := fmt.Sprintf("  %s:%d%s: ", at.file, at.line, db)
		b.WriteString(where)
		b.wrap(len(where), strings.Join(words, ", "))
	}
	if n := len(d.lines) - maxDeploys; n > 0 {
		fmt.Fprintf(b, "  and %s (-v lists them)\n", plural(n, "more revision"))
	}
}
