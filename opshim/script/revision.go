package script

import (
	"slices"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Revision is one migration script: what its file declares, and its place in
// the graph. The exported fields are what the file says; they are not changed
// once the revision is part of a [Graph].
type Revision struct {
	ID        string
	Down      []string // down_revision in the order written; empty: a base
	DependsOn []string // depends_on as written: ids, partial ids or labels
	Labels    []string // branch_labels as written
	Doc       string   // first paragraph of the docstring
	LongDoc   string   // the whole docstring, stripped
	File      string   // path of the script, absolute
	Computed  bool     // the ids came from running the module body

	// Tree is the parsed script. It is nil for revisions that were not read
	// from a file.
	Tree *syntax.File

	place      int // position in load order
	labels     map[string]bool
	resolved   []string // ids of DependsOn
	normalized []string // resolved without what an ancestor depends on already
	next       []*Revision
	allNext    []*Revision
	down       []*Revision // by Down
	normDown   []*Revision // by Down, then normalized
}

// IsBase tells whether the revision has no down_revision.
func (r *Revision) IsBase() bool { return len(r.Down) == 0 }

// IsHead tells whether no revision names this one as its down_revision.
func (r *Revision) IsHead() bool { return len(r.next) == 0 }

// IsRealHead tells whether no revision follows this one, be it by
// down_revision or by depends_on.
func (r *Revision) IsRealHead() bool { return len(r.allNext) == 0 }

// IsBranchPoint tells whether several revisions name this one as their
// down_revision.
func (r *Revision) IsBranchPoint() bool { return len(r.next) > 1 }

// IsMergePoint tells whether the revision has several down revisions.
func (r *Revision) IsMergePoint() bool { return len(r.Down) > 1 }

// Next returns the ids of the revisions that name this one as their
// down_revision, in load order.
func (r *Revision) Next() []string { return ids(r.next) }

// AllNext is Next with the revisions that depend on this one.
func (r *Revision) AllNext() []string { return ids(r.allNext) }

// NormalizedDown returns the ids that must be applied before this one: the
// down revisions, then those dependencies that no ancestor has already.
func (r *Revision) NormalizedDown() []string {
	return dedupe(slices.Concat(r.Down, r.normalized))
}

// Dependencies returns the ids that depends_on means, labels resolved.
func (r *Revision) Dependencies() []string { return slices.Clone(r.resolved) }

// BranchLabels returns the labels of the branch that the revision is on, its
// own and those that spread to it, sorted.
func (r *Revision) BranchLabels() []string {
	out := make([]string, 0, len(r.labels))
	for l := range r.labels {
		out = append(out, l)
	}
	sort.Strings(out)
	return out
}

// HasLabel tells whether the revision is on the branch that label names.
func (r *Revision) HasLabel(label string) bool { return r.labels[label] }

// String is the line that Alembic prints for a revision in messages:
// `a1 -> b2 (head), what it does`.
func (r *Revision) String() string {
	from := "<base>"
	if len(r.Down) > 0 {
		from = strings.Join(r.Down, ", ")
	}
	s := from + " -> " + r.ID
	if r.IsHead() {
		s += " (head)"
	}
	if r.IsBranchPoint() {
		s += " (branchpoint)"
	}
	if r.IsMergePoint() {
		s += " (mergepoint)"
	}
	return s + ", " + r.Doc
}

// allDown is Down followed by the resolved dependencies.
func (r *Revision) allDown() []string { return dedupe(slices.Concat(r.Down, r.resolved)) }

// verify refuses ids that the graph cannot hold.
func (r *Revision) verify() *Error {
	if slices.Contains(r.Down, r.ID) {
		return loop(LoopDetected, "Self-loop", r.ID)
	}
	if slices.Contains(r.DependsOn, r.ID) {
		return loop(DependencyLoopDetected, "Dependency self-loop", r.ID)
	}
	var bad []string
	for _, c := range "+-:@" { // sorted, as the message lists them
		if strings.ContainsRune(r.ID, c) {
			bad = append(bad, string(c))
		}
	}
	if bad != nil {
		return revisionError("Character(s) '" + strings.Join(bad, ", ") +
			"' not allowed in revision identifier '" + r.ID + "'")
	}
	return nil
}

func loop(class Class, kind string, revs ...string) *Error {
	return &Error{Class: class, Message: kind + " is detected in revisions (" + strings.Join(revs, ", ") + ")"}
}

func ids(revs []*Revision) []string {
	out := make([]string, len(revs))
	for i, r := range revs {
		out[i] = r.ID
	}
	return out
}

// dedupe drops later repetitions.
func dedupe[T comparable](in []T) []T {
	if len(in) < 2 {
		return in
	}
	seen := make(map[T]bool, len(in))
	out := make([]T, 0, len(in))
	for _, s := range in {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
