package report

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// locks lists what was measured: under -v every statement that does something,
// else those that something waits for.
func (b *textWriter) locks(run *Run, style Style) {
	head := false
	for _, res := range run.Results {
		for _, st := range res.Statements {
			if !style.Verbose && !waitedFor(st) {
				continue
			}
			if !head {
				if b.Len() > 0 {
					b.WriteByte('\n')
				}
				head = true
				b.WriteString("What statements lock, with the rows of the table when the function began:\n")
			}
			b.statement(run, res, st)
		}
	}
}

// waitedFor reports whether anything has to wait for a statement longer than a
// moment.
func waitedFor(st finding.Statement) bool {
	for _, l := range st.Locks {
		if !strings.HasPrefix(l.Waits, "nothing") && !strings.HasPrefix(l.Waits, "writes of the same") {
			return true
		}
	}
	return st.Unseen != ""
}

func (b *textWriter) statement(run *Run, res finding.Result, st finding.Statement) {
	took := ""
	if run.Timing {
		took = fmt.Sprintf("%.1f ms, ", float64(st.Took.Microseconds())/1000)
	}
	if st.Changed > 0 {
		took += plural(int(st.Changed), "row") + " written, "
	}
	where := ""
	if res.Database != "" {
		where = " [" + res.Database + "]"
	}
	fmt.Fprintf(b, "  %s %s()%s  ", res.Revision, direction(st), where)
	b.wrap(4, took+st.SQL)
	for _, l := range st.Locks {
		b.WriteString("      ")
		b.wrap(6, fmt.Sprintf("%s (%s): %s; waiting: %s", l.Table, plural(l.Rows, "row"), l.Mode, l.Waits))
	}
	if st.Unseen != "" {
		b.WriteString("      ")
		b.wrap(6, "its locks were NOT seen: "+st.Unseen)
	}
}
