package analyzer

import (
	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim"
)

// stopped judges an upgrade that was not executed to its end on empty tables.
func (tr *trip) stopped(up symex.Path) leg {
	l := leg{up: up, verdict: tr.failedUpgrade(up), cause: causeOf(up)}
	if l.verdict == finding.Unknown && up.State != nil && up.Log != nil {
		if left, ok := tr.abandoned(tr.before, up); ok {
			return left
		}
	}
	return l
}

// abandoned judges a downgrade that does nothing, whatever the upgrade does
// after the point to which it was executed.
func (tr *trip) abandoned(before *catalog.State, up symex.Path) (leg, bool) {
	downs := tr.run(opshim.Down, up.State, nil)
	if len(downs) != 1 {
		return leg{}, false
	}
	down := downs[0]
	v := leftUndone(before, up, down)
	if v == finding.Unknown {
		return leg{}, false
	}
	tr.out.down = append(tr.out.down, down)
	return leg{up: up, down: down, verdict: v, defects: []defect{{verdict: v, up: up, down: down, stage: opshim.Down, undone: true}}}, true
}

// leftUndone is the verdict where the upgrade did something that is not wholly
// understood, and the downgrade does nothing at all.
func leftUndone(before *catalog.State, up, down symex.Path) finding.Verdict {
	if down.Err != nil || down.Log == nil || up.Log == nil || down.Log.Effects > 0 || up.Log.Effects == 0 {
		return finding.Unknown
	}
	if up.Log.OpaqueDDL {
		return finding.Broken
	}
	for _, x := range catalog.Diff(before, up.State) {
		if !x.Unknown {
			return finding.Broken
		}
	}
	return finding.SchemaOnly
}

// wasNotThere tells that an upgrade makes a table of which the state, which is in
// doubt, says that it is there: it cannot have been, so that dropping it is right.
func wasNotThere(up symex.Path, object string) bool {
	_, ok := lastEvent(up, func(e catalog.Event) bool {
		return e.Kind == catalog.TableCreated && e.Object == object && e.Flag["was not there"]
	})
	return ok
}

// wasThere tells that an upgrade drops what the state does not know: it must have
// been there, and is assumed to be as the downgrade makes it, if that makes it.
func wasThere(up, down symex.Path, object string) bool {
	if _, ok := lastEvent(down, func(e catalog.Event) bool { return e.Object == object && makes(e.Kind) }); !ok || up.Log == nil {
		return false
	}
	for _, e := range up.Log.Events {
		if e.Object == object {
			return e.Flag["assumed"] && (e.Kind == catalog.ConstraintDropped || e.Kind == catalog.IndexDropped || e.Kind == catalog.ObjectDropped)
		}
	}
	return false
}

// givenBack tells of a difference that cannot be decided, because the world
// before is not known there, whether the same operation that the upgrade made
// gives it back: the downgrade sets what the upgrade set, to something else.
//
// Why: what no revision made is assumed to be as its downgrade states it. What
// the downgrade leaves as it is after the upgrade is not restored by that.
func givenBack(before *catalog.State, up, down symex.Path) func(catalog.Difference) bool {
	if down.State.Tainted != "" && down.State.Tainted != before.Tainted {
		return func(catalog.Difference) bool { return false }
	}
	var set map[string]map[string]bool // attributes that the downgrade changes, by object
	return func(x catalog.Difference) bool {
		if set == nil {
			set = map[string]map[string]bool{}
			for _, d := range catalog.Diff(up.State, down.State) {
				if set[d.Object] == nil {
					set[d.Object] = map[string]bool{}
				}
				set[d.Object][d.Attr] = true
			}
		}
		attrs := set[x.Object]
		// A type comes with its collation.
		return attrs[x.Attr] || attrs[""] || x.Attr == "" && attrs != nil || x.Attr == "collation" && attrs["type"] || set["table "+x.Table][""]
	}
}
