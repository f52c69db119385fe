package script

import (
	"slices"
	"strings"
)

// A Step is one move through the graph: running a revision, or only marking it
// as done (stamp). The set is closed: [*RevisionStep] and [*StampStep].
type Step interface {
	// IsUpgrade tells the direction.
	IsUpgrade() bool
	// From and To are the ids before and after, without dependencies, as the
	// line `-- Running upgrade a1 -> b2` shows them.
	From() []string
	To() []string
	// Name is the first word of that line: upgrade, downgrade, stamp_revision.
	Name() string

	deletes(*Maintainer) (string, bool)
	creates(*Maintainer) (string, bool)
	merges(*Maintainer) (gone []string, from, to string, ok bool)
	unmerges(*Maintainer) (from, to string, added []string, ok bool)
	update(*Maintainer) (from, to string, err *Error)
}

// ShortLog is the text after `-- Running `; it ends in a blank when the step
// leads to the base.
func ShortLog(s Step) string {
	return s.Name() + " " + strings.Join(s.From(), ", ") + " -> " + strings.Join(s.To(), ", ")
}

// A RevisionStep runs upgrade() or downgrade() of one revision.
type RevisionStep struct {
	Revision *Revision
	Up       bool
}

// IsUpgrade implements [Step].
func (s *RevisionStep) IsUpgrade() bool { return s.Up }

// Name implements [Step].
func (s *RevisionStep) Name() string {
	if s.Up {
		return "upgrade"
	}
	return "downgrade"
}

// From implements [Step].
func (s *RevisionStep) From() []string {
	if s.Up {
		return s.Revision.Down
	}
	return []string{s.Revision.ID}
}

// To implements [Step].
func (s *RevisionStep) To() []string {
	if s.Up {
		return []string{s.Revision.ID}
	}
	return s.Revision.Down
}

func (s *RevisionStep) deletes(m *Maintainer) (string, bool) {
	r := s.Revision
	if s.Up || !m.has(r.ID) {
		return "", false
	}
	return r.ID, len(r.normDown) == 0 || len(s.unmergeTo(m)) == 0
}

func (s *RevisionStep) creates(m *Maintainer) (string, bool) {
	return s.Revision.ID, s.Up && len(m.among(s.Revision.NormalizedDown())) == 0
}

func (s *RevisionStep) merges(m *Maintainer) (gone []string, from, to string, ok bool) {
	down := s.Revision.NormalizedDown()
	if !s.Up || len(down) < 2 || len(m.among(down)) < 2 {
		return nil, "", "", false
	}
	if others := m.without(down); len(others) > 0 {
		down = notIn(down, m.graph.below(others, ""))
	}
	if len(down) == 0 {
		return nil, "", "", false
	}
	last := len(down) - 1
	return down[:last], down[last], s.Revision.ID, true
}

func (s *RevisionStep) unmerges(m *Maintainer) (from, to string, added []string, ok bool) {
	if s.Up || !m.has(s.Revision.ID) || len(s.Revision.normDown) < 2 {
		return "", "", nil, false
	}
	targets := s.unmergeTo(m)
	last := len(targets) - 1
	return s.Revision.ID, targets[last], targets[:last], true
}

// unmergeTo is which parents get a row of their own when the revision goes:
// not those that another row implies, nor those that another parent implies.
func (s *RevisionStep) unmergeTo(m *Maintainer) []string {
	down := s.Revision.NormalizedDown()
	if others := m.without([]string{s.Revision.ID}); len(others) > 0 {
		return notIn(down, m.graph.below(others, ""))
	}
	implied := map[string]bool{}
	for _, d := range down {
		for id := range m.graph.below([]string{d}, d) {
			implied[id] = true
		}
	}
	return notIn(down, implied)
}

func (s *RevisionStep) update(m *Maintainer) (from, to string, err *Error) {
	down := s.Revision.NormalizedDown()
	if len(down) != 1 {
		down = m.among(down)
		if len(down) != 1 {
			return "", "", assertion("Can't do an UPDATE because downrevision is ambiguous")
		}
	}
	if s.Up {
		return down[0], s.Revision.ID, nil
	}
	return s.Revision.ID, down[0], nil
}

// A StampStep moves rows of the version table without running anything.
// Branch means that a branch begins or ends with it.
type StampStep struct {
	FromIDs, ToIDs []string
	Up             bool
	Branch         bool
}

// IsUpgrade implements [Step].
func (s *StampStep) IsUpgrade() bool { return s.Up }

// Name implements [Step].
func (s *StampStep) Name() string { return "stamp_revision" }

// From implements [Step].
func (s *StampStep) From() []string { return s.FromIDs }

// To implements [Step].
func (s *StampStep) To() []string { return s.ToIDs }

func (s *StampStep) deletes(*Maintainer) (string, bool) {
	return first(s.FromIDs), !s.Up && s.Branch
}

func (s *StampStep) creates(m *Maintainer) (string, bool) {
	return first(s.ToIDs), s.Up && (s.Branch || len(m.missing(s.FromIDs)) > 0) && len(m.missing(s.ToIDs)) > 0
}

func (s *StampStep) merges(*Maintainer) (gone []string, from, to string, ok bool) {
	last := len(s.FromIDs) - 1
	if last < 1 {
		return nil, "", "", false
	}
	return s.FromIDs[:last], s.FromIDs[last], first(s.ToIDs), true
}

func (s *StampStep) unmerges(*Maintainer) (from, to string, added []string, ok bool) {
	last := len(s.ToIDs) - 1
	if last < 1 {
		return "", "", nil, false
	}
	return first(s.FromIDs), s.ToIDs[last], s.ToIDs[:last], true
}

func (s *StampStep) update(*Maintainer) (from, to string, err *Error) {
	if len(s.FromIDs) != 1 || len(s.ToIDs) != 1 {
		return "", "", assertion("")
	}
	return s.FromIDs[0], s.ToIDs[0], nil
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

func notIn(list []string, set map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return set[s] })
}

// below returns the ids that the given ones imply, themselves included unless
// named by except.
func (g *Graph) below(names []string, except string) map[string]bool {
	var start []*Revision
	for _, n := range names {
		if r, ok := g.byKey[n]; ok {
			start = append(start, r)
		}
	}
	out := map[string]bool{}
	for _, r := range g.reach(start, allParentsOf) {
		if r.ID != except {
			out[r.ID] = true
		}
	}
	return out
}
