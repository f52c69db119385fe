package script

import (
	"regexp"
	"strconv"
	"sync"
)

// relative matches at the beginning of a name, as Alembic does; what follows is
// not looked at.
var relative = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:(.+?)@)?([\pL\pN_]+)?([+-]\d+)`) })

// A relativeName is `label@symbol+3` taken apart; missing parts are "".
type relativeName struct {
	branch, symbol, steps string
	hasSymbol             bool
	n                     int
}

func parseRelative(name string) (relativeName, bool) {
	m := relative().FindStringSubmatchIndex(name)
	if m == nil {
		return relativeName{}, false
	}
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return name[m[2*i]:m[2*i+1]]
	}
	r := relativeName{branch: part(1), symbol: part(2), steps: part(3), hasSymbol: m[4] >= 0}
	n, err := strconv.Atoi(r.steps)
	if err != nil {
		return relativeName{}, false
	}
	r.n = n
	return r, true
}

func (r relativeName) tooFar(steps string) *Error {
	return revisionError("Relative revision " + steps + " didn't produce " + strconv.Itoa(max(r.n, -r.n)) + " migrations")
}

// walk goes steps up (positive) or down from start; the zero place is the
// empty database going up and the heads going down. Past the end the answer is
// nowhere if strict, else the last place. A branch chooses among several
// children on the way up.
func (g *Graph) walk(start place, steps int, branch string, strict bool) (place, *Error) {
	at := start
	for range max(steps, -steps) {
		var next []place
		var err *Error
		if steps > 0 {
			next, err = g.stepUp(at, branch)
		} else {
			next, err = g.stepDown(at)
		}
		if err != nil {
			return place{}, err
		}
		switch len(next) {
		case 0:
			if strict {
				return place{}, nil
			}
			return at, nil
		case 1:
			at = next[0]
		default:
			return place{}, revisionError("Ambiguous walk")
		}
	}
	return at, nil
}

func (g *Graph) stepUp(at place, branch string) ([]place, *Error) {
	var children []*Revision
	switch {
	case at.base:
		return nil, assertion("")
	case at.rev != nil:
		children = at.rev.next
	default:
		for _, id := range g.bases {
			children = append(children, g.byID[id])
		}
	}
	if branch != "" {
		var err *Error
		if children, err = g.filterRevs(children, branch, false); err != nil {
			return nil, err
		}
	}
	return places(children), nil
}

func (g *Graph) stepDown(at place) ([]place, *Error) {
	var parents []*Revision
	switch {
	case at.base:
		return nil, nil
	case at.rev != nil:
		parents = at.rev.down
	default:
		for _, id := range g.heads {
			parents = append(parents, g.byID[id])
		}
	}
	if len(parents) == 0 {
		return []place{{base: true}}, nil
	}
	return places(parents), nil
}

// symbolPlace is where `symbol` or `branch@symbol` is.
func (g *Graph) symbolPlace(branch, symbol string) (place, *Error) {
	if branch != "" {
		symbol = branch + "@" + symbol
	}
	r, err := g.revision(symbol)
	return place{rev: r}, err
}

// upgradeTarget finds where an upgrade goes, given where the database is.
func (g *Graph) upgradeTarget(current, target Target, strict bool) ([]place, *Error) {
	name, ok := target.single()
	if !ok {
		return g.placesOf(target)
	}
	rel, ok := parseRelative(name)
	if !ok {
		return g.placesOf(target)
	}
	if rel.n > 0 && !rel.hasSymbol {
		return g.upFromCurrent(current, rel, strict)
	}
	if rel.n <= 0 && !rel.hasSymbol {
		return nil, rel.tooFar(strconv.Itoa(rel.n))
	}
	var start place
	var err *Error
	branch := rel.branch
	if rel.n > 0 {
		start, err = g.symbolPlace("", rel.symbol)
	} else {
		start, err = g.symbolPlace(branch, rel.symbol)
		branch = ""
	}
	if err != nil {
		return nil, err
	}
	p, err := g.walk(start, rel.n, branch, strict)
	return []place{p}, err
}

func (g *Graph) upFromCurrent(current Target, rel relativeName, strict bool) ([]place, *Error) {
	starts, err := g.upgradeStarts(current, rel.branch)
	if err != nil {
		return nil, err
	}
	if len(starts) > 1 {
		return nil, revisionError("Ambiguous upgrade from multiple current revisions")
	}
	p, err := g.walk(starts[0], rel.n, rel.branch, strict)
	if err != nil {
		return nil, err
	}
	if p.nowhere() {
		return nil, rel.tooFar(rel.steps)
	}
	return []place{p}, nil
}

// upgradeStarts finds the places that `+1` may count from.
func (g *Graph) upgradeStarts(current Target, branch string) ([]place, *Error) {
	if current.IsNone() {
		return []place{{}}, nil
	}
	if branch == "" {
		if len(current.names) > 1 {
			return make([]place, len(current.names)), nil // ambiguous, whatever they are
		}
		p, err := g.symbolPlace("", current.names[0])
		return []place{p}, err
	}
	ps, err := g.placesOf(current)
	if err != nil {
		return nil, err
	}
	revs, err := revisions(ps)
	if err != nil {
		return nil, err
	}
	starts, err := g.filterRevs(revs, branch, false)
	if err != nil || len(starts) > 0 {
		return places(starts), err
	}
	// The branch has no row of its own: its tip among what is applied counts.
	active, err := g.filterRevs(g.reach(revs, allParentsOf), branch, false)
	if err != nil {
		return nil, err
	}
	below := revSet{}
	for _, r := range active {
		for _, d := range r.normDown {
			below[d] = true
		}
	}
	for _, r := range active {
		if !below[r] {
			starts = append(starts, r)
		}
	}
	if len(starts) == 0 {
		return []place{{}}, nil
	}
	return places(starts), nil
}

// downgradeTarget finds where a downgrade goes, and the branch it is about.
// The zero place is the base.
func (g *Graph) downgradeTarget(current, target Target, strict bool) (string, place, *Error) {
	if target.IsNone() && !target.many {
		return "", place{}, nil
	}
	name, ok := target.single()
	if !ok {
		return "", place{}, assertion("Expected downgrade target in string form")
	}
	rel, ok := parseRelative(name)
	if !ok {
		return g.absoluteTarget(name)
	}
	if rel.n < 0 {
		return g.downFrom(current, rel, strict)
	}
	if !rel.hasSymbol {
		return "", place{}, rel.tooFar(rel.steps)
	}
	start, err := g.symbolPlace("", rel.symbol)
	if err != nil {
		return "", place{}, err
	}
	p, err := g.walk(start, rel.n, rel.branch, strict)
	if err == nil && p.nowhere() {
		err = revisionError("Walked too far")
	}
	return rel.branch, p, err
}

func (g *Graph) absoluteTarget(name string) (string, place, *Error) {
	branch, symbol := "", name
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '@' {
			branch, symbol = name[:i], name[i+1:]
			break
		}
	}
	r, err := g.revision(symbol)
	return branch, place{rev: r}, err
}

// downFrom walks down from a symbol, or from the current revision.
func (g *Graph) downFrom(current Target, rel relativeName, strict bool) (string, place, *Error) {
	branch, symbol := rel.branch, rel.symbol
	switch {
	case rel.hasSymbol:
	case branch != "":
		found, err := g.currentOnBranch(current, branch)
		if err != nil {
			return "", place{}, err
		}
		symbol = found
	default:
		if current.IsNone() {
			return "", place{}, rel.tooFar(rel.steps)
		}
		// With several current revisions Alembic warns, and takes the first.
		symbol = current.names[0]
		branch = symbol
	}
	start, err := g.symbolPlace(branch, symbol)
	if err != nil {
		return "", place{}, err
	}
	p, err := g.walk(start, rel.n, "", strict)
	if err == nil && p.nowhere() {
		if rel.hasSymbol {
			err = revisionError("Walked too far")
		} else {
			err = rel.tooFar(rel.steps)
		}
	}
	return branch, p, err
}

// currentOnBranch finds the one current revision of a branch.
func (g *Graph) currentOnBranch(current Target, branch string) (string, *Error) {
	found, err := g.filterIDs(current.names, branch)
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		all, err := g.allCurrent(current)
		if err != nil {
			return "", err
		}
		revs, err := g.filterRevs(all, branch, false)
		if err != nil {
			return "", err
		}
		found = ids(revs)
	}
	if len(found) != 1 {
		return "", assertion("")
	}
	return found[0], nil
}
