package script

import (
	"strconv"
	"strings"
)

// A Target names revisions: an id, the beginning of one, a label, `head`,
// `heads`, `base`, `label@head`, relative forms such as `+2` or `ab12-1`, or
// several of these. The zero value is the empty database.
type Target struct {
	names []string
	many  bool
}

// Base is the state before any revision.
var Base = Target{}

// One is a single name as a user writes it.
func One(name string) Target { return Target{names: []string{name}} }

// Many is a list of names, such as the rows of a version table.
func Many(names ...string) Target { return Target{names: names, many: true} }

// Names returns the names as given.
func (t Target) Names() []string { return t.names }

// IsNone tells whether the target names nothing at all.
func (t Target) IsNone() bool { return len(t.names) == 0 }

// single returns the name of a target that is one text.
func (t Target) single() (string, bool) {
	if t.many || len(t.names) == 0 {
		return "", false
	}
	return t.names[0], true
}

// String writes the target as Python's %s does: one name as it is, several as
// a tuple.
func (t Target) String() string {
	if !t.many {
		return strings.Join(t.names, "")
	}
	quoted := make([]string, len(t.names))
	for i, n := range t.names {
		quoted[i] = quote(n)
	}
	if len(quoted) == 1 {
		return "(" + quoted[0] + ",)"
	}
	return "(" + strings.Join(quoted, ", ") + ")"
}

// A place is where a name leads: a revision, the base, or nowhere (a walk that
// went past the end).
type place struct {
	rev  *Revision
	base bool
}

func (p place) nowhere() bool { return p.rev == nil && !p.base }

func places(revs []*Revision) []place {
	out := make([]place, len(revs))
	for i, r := range revs {
		out[i] = place{rev: r}
	}
	return out
}

// revisions refuses places that are no revision, as Alembic's assertions do.
func revisions(ps []place) ([]*Revision, *Error) {
	out := make([]*Revision, len(ps))
	for i, p := range ps {
		if p.rev == nil {
			return nil, assertion("")
		}
		out[i] = p.rev
	}
	return out, nil
}

// A resolved name: ids (or their beginnings) and the branch they must be on.
type resolved struct {
	ids    []string
	branch string
}

// resolve splits off the branch and expands head, heads and base.
func (g *Graph) resolve(name string) (resolved, *Error) {
	branch, id, ok := strings.Cut(name, "@")
	if !ok {
		branch, id = "", name
	}
	switch id {
	case "heads":
		if branch == "" {
			return resolved{ids: g.realHeads}, nil
		}
		ids, err := g.filterIDs(g.heads, branch)
		return resolved{ids, branch}, err
	case "head":
		head, err := g.currentHead(branch)
		if err != nil || head == "" {
			return resolved{branch: branch}, err
		}
		return resolved{[]string{head}, branch}, nil
	case "base":
		return resolved{branch: branch}, nil
	}
	return resolved{[]string{id}, branch}, nil
}

// CurrentHead returns the only head, or the only head of a branch; "" if there
// is none, an error if there are several.
func (g *Graph) CurrentHead(branch string) (string, error) {
	head, err := g.currentHead(branch)
	return head, asError(err)
}

func (g *Graph) currentHead(branch string) (string, *Error) {
	heads, arg := g.heads, "head"
	if branch != "" {
		var err *Error
		if heads, err = g.filterIDs(heads, branch); err != nil {
			return "", err
		}
		arg = branch + "@head"
	}
	switch len(heads) {
	case 0:
		return "", nil
	case 1:
		return heads[0], nil
	}
	return "", multipleHeads(heads, arg)
}

// asError keeps a nil *Error from becoming a non-nil error.
func asError(err *Error) error {
	if err == nil {
		return nil
	}
	return err
}

// Revision returns the one revision that name stands for; nil for the base.
func (g *Graph) Revision(name string) (*Revision, error) {
	r, err := g.revision(name)
	return r, asError(err)
}

func (g *Graph) revision(name string) (*Revision, *Error) {
	res, err := g.resolve(name)
	if err != nil {
		return nil, err
	}
	switch len(res.ids) {
	case 0:
		return g.ident("", res.branch, true)
	case 1:
		return g.ident(res.ids[0], res.branch, false)
	}
	return nil, multipleHeads(res.ids, name)
}

// Revisions returns every revision that target stands for; the base gives
// none. A walk that ends at the base or past it gives a nil entry.
func (g *Graph) Revisions(target Target) ([]*Revision, error) {
	ps, err := g.placesOf(target)
	if err != nil {
		return nil, err
	}
	out := make([]*Revision, len(ps))
	for i, p := range ps {
		out[i] = p.rev
	}
	return out, nil
}

func (g *Graph) placesOf(t Target) ([]place, *Error) {
	var out []place
	for _, name := range t.names {
		ps, err := g.placesNamed(name)
		if err != nil {
			return nil, err
		}
		out = append(out, ps...)
	}
	return out, nil
}

func (g *Graph) placesNamed(name string) ([]place, *Error) {
	res, err := g.resolve(name)
	if err != nil {
		return nil, err
	}
	if len(res.ids) == 1 {
		if n, ok := integer(res.ids[0]); ok && n < 0 {
			return g.walkFromHeads(n, res.branch)
		}
	}
	out := make([]place, 0, len(res.ids))
	for _, id := range res.ids {
		r, err := g.ident(id, res.branch, false)
		if err != nil {
			return nil, err
		}
		out = append(out, place{rev: r})
	}
	return out, nil
}

// walkFromHeads answers `-2` and `label@-2` outside of a command.
func (g *Graph) walkFromHeads(steps int, branch string) ([]place, *Error) {
	var out []place
	for _, id := range g.realHeads {
		head := g.byID[id]
		if branch != "" && !head.labels[branch] {
			continue
		}
		p, err := g.walk(place{rev: head}, steps, "", true)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// integer reads what Python's int() reads.
func integer(s string) (int, bool) {
	s = strings.TrimSpace(s)
	digits := strings.TrimLeft(s, "+-")
	if len(s)-len(digits) > 1 || digits == "" || strings.HasPrefix(digits, "_") || strings.HasSuffix(digits, "_") || strings.Contains(digits, "__") {
		return 0, false
	}
	n, err := strconv.Atoi(strings.ReplaceAll(s, "_", ""))
	return n, err == nil
}

// ident finds an id, a label or the beginning of one, and checks the branch.
// With none the answer is nil, the base.
func (g *Graph) ident(id, branch string, none bool) (*Revision, *Error) {
	var branchRev *Revision
	if branch != "" {
		var err *Error
		if branchRev, err = g.branch(branch); err != nil {
			return nil, err
		}
	}
	if none {
		return nil, nil
	}
	rev, ok := g.byKey[id]
	if !ok {
		var err *Error
		if rev, err = g.partial(id, branch); err != nil {
			return nil, err
		}
	}
	if branchRev != nil {
		shares, err := g.sharesLineage(rev, []*Revision{branchRev}, false)
		if err != nil {
			return nil, err
		}
		if !shares {
			return nil, resolutionError(id, "Revision "+rev.ID+" is not a member of branch '"+branch+"'")
		}
	}
	return rev, nil
}

// branch finds a label, or any other name of a revision, used as a branch.
func (g *Graph) branch(label string) (*Revision, *Error) {
	if r, ok := g.byKey[label]; ok {
		return r, nil
	}
	r, err := g.ident(label, "", false)
	if err != nil && err.Class == ResolutionError {
		return nil, resolutionError(label, "No such branch: '"+label+"'")
	}
	return r, err
}

// partial finds the only key of more than three letters that begins with id.
func (g *Graph) partial(id, branch string) (*Revision, *Error) {
	if id == "" {
		return nil, assertion("")
	}
	var found []string
	for _, k := range g.keys {
		if len([]rune(k)) > 3 && strings.HasPrefix(k, id) {
			found = append(found, k)
		}
	}
	if branch != "" {
		var err *Error
		if found, err = g.filterIDs(found, branch); err != nil {
			return nil, err
		}
	}
	switch len(found) {
	case 0:
		msg := "No such revision or branch '" + id + "'"
		if len([]rune(id)) < 4 {
			msg += "; please ensure at least four characters are present for partial revision identifier matches"
		}
		return nil, resolutionError(id, msg)
	case 1:
		return g.byKey[found[0]], nil
	}
	shown := found[:min(3, len(found))]
	return nil, resolutionError(id, "Multiple revisions start with '"+id+"': '"+strings.Join(shown, "', '")+"'...")
}

// Resolve expands head, heads and base, with or without a branch; any other
// name comes back as it is, whether or not there is such a revision.
func (g *Graph) Resolve(name string) ([]string, error) {
	res, err := g.resolve(name)
	return res.ids, asError(err)
}
