package script

import "strings"

// Describe is how `alembic history` shows a revision: one line, or with
// verbose a block that ends in an empty line.
func (r *Revision) Describe(verbose bool) string {
	if verbose {
		return r.logEntry()
	}
	from := "<base>"
	if len(r.Down) > 0 {
		from = strings.Join(r.Down, ", ")
	}
	s := from
	if len(r.DependsOn) > 0 {
		s += " (" + strings.Join(r.DependsOn, ", ") + ")"
	}
	s += " -> " + r.ID
	if labels := r.BranchLabels(); len(labels) > 0 {
		s += " (" + strings.Join(labels, ", ") + ")"
	}
	switch {
	case r.IsRealHead():
		s += " (head)"
	case r.IsHead():
		s += " (effective head)"
	}
	if r.IsBranchPoint() {
		s += " (branchpoint)"
	}
	if r.IsMergePoint() {
		s += " (mergepoint)"
	}
	return s + ", " + r.Doc
}

// Short is the line of `alembic current` and `alembic heads`: the id and what it
// is.
func (r *Revision) Short() string {
	s := r.ID
	switch {
	case r.IsRealHead():
		s += " (head)"
	case r.IsHead():
		s += " (effective head)"
	}
	if r.IsBranchPoint() {
		s += " (branchpoint)"
	}
	if r.IsMergePoint() {
		s += " (mergepoint)"
	}
	return s
}

func (r *Revision) logEntry() string {
	var b strings.Builder
	b.WriteString("Rev: " + r.ID)
	for _, m := range []struct {
		on   bool
		text string
	}{{r.IsHead(), " (head)"}, {r.IsBranchPoint(), " (branchpoint)"}, {r.IsMergePoint(), " (mergepoint)"}} {
		if m.on {
			b.WriteString(m.text)
		}
	}
	from, word := "<base>", "Parent"
	if len(r.Down) > 0 {
		from = strings.Join(r.Down, ", ")
	}
	if r.IsMergePoint() {
		word = "Merges"
	}
	b.WriteString("\n" + word + ": " + from + "\n")
	if len(r.DependsOn) > 0 {
		b.WriteString("Also depends on: " + strings.Join(r.DependsOn, ", ") + "\n")
	}
	if r.IsBranchPoint() {
		b.WriteString("Branches into: " + strings.Join(r.Next(), ", ") + "\n")
	}
	if labels := r.BranchLabels(); len(labels) > 0 {
		b.WriteString("Branch names: " + strings.Join(labels, ", ") + "\n")
	}
	b.WriteString("Path: " + r.File + "\n\n")
	for i, line := range strings.Split(r.LongDoc, "\n") {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("    " + line)
	}
	b.WriteString("\n")
	return b.String()
}
