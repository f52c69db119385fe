package verifier

import (
	"context"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// maxPlaces bounds at how many places one function is stopped.
const maxPlaces = 200

// interrupts stops both functions of a migration at each place where something of
// it is committed, and demands that one of them leads on from there: the same once
// more to the end, or the other back to the start. The database is left as it was.
func (t *trip) interrupts(ctx context.Context) error {
	breaker, ok := t.db.(live.Breaker)
	if !ok || !t.opt.Interrupt || !breaker.Breaks() || t.up == nil || !t.up.ok() || !t.there {
		return nil
	}
	upgraded, err := t.db.Snapshot(ctx)
	if err != nil {
		return err
	}
	defer upgraded.Release()
	up := &interrupted{trip: t, breaker: breaker, way: opshim.Up, back: opshim.Down, full: t.up, from: t.start, ends: []*live.State{t.now}, starts: []*live.State{t.old}}
	if t.back != nil {
		up.starts = append(up.starts, t.back)
	}
	if err := up.places(ctx); err != nil {
		return err
	}
	if t.back != nil {
		down := &interrupted{trip: t, breaker: breaker, way: opshim.Down, back: opshim.Up, full: t.down, from: upgraded, ends: []*live.State{t.back, t.old}, starts: []*live.State{t.now}}
		if err := down.places(ctx); err != nil {
			return err
		}
	}
	t.doubts()
	return t.db.Restore(ctx, upgraded)
}

// doubts says what was not as it would be in production, so that a place that
// nothing was found at may be one all the same.
func (t *trip) doubts() {
	d, ok := t.db.(live.Doubter)
	if !ok {
		return
	}
	if name := d.Doubt(); name != "" {
		t.add(finding.Finding{Code: "MRT806", Severity: finding.Info, At: t.m.Up, Object: t.m.ID, Message: fmt.Sprintf("whether the migration can be recovered from wherever it stops is not known: an index of table %s that the server has made for a foreign key could not be made again as such a one", name),
			Remedy: "give the index a name of its own, in a statement of its own"})
	}
}

// An interrupted function of a migration.
type interrupted struct {
	*trip
	breaker   live.Breaker
	way, back opshim.Direction
	full      *ran          // the run that nobody stopped
	from      live.Mark     // where it starts
	starts    []*live.State // what counts as where it starts
	ends      []*live.State // what counts as where it leads
	seen      []*live.State // what it left, each once
	noise     *live.State   // another run to the end, for what differs by the clock
}

// places stops the function at each statement that changes something: by its
// failure, and by a connection that is lost after it.
func (i *interrupted) places(ctx context.Context) error {
	before := 0
	for n := range i.full.log {
		e := &i.full.log[n]
		after := before + max(1, len(e.many))
		if n >= maxPlaces {
			i.add(finding.Finding{Code: "MRT806", At: e.at, Message: fmt.Sprintf("%s was stopped at its first %d statements only, of %d", i.name(), maxPlaces, len(i.full.log)),
				Remedy: "split it into several revisions"})
			return nil
		}
		if !e.reads() {
			// The failure of the first one leaves nothing, but for an invalid index.
			if n > 0 || e.mentions("concurrently") {
				if err := i.place(ctx, n, before, false); err != nil {
					return err
				}
			}
			if err := i.place(ctx, n, after, true); err != nil {
				return err
			}
		}
		before = after
	}
	return nil
}

func (i *interrupted) name() string { return i.way.String() + "()" }

// reads reports whether a statement only reads, or concerns the session.
func (e *entry) reads() bool {
	t := e.tokens()
	if len(t) == 0 {
		return true
	}
	switch t[0].Lower {
	case "select", "show", "set", "explain", "describe", "desc", "use":
		return true
	}
	return false
}

// place stops the function at the statement n, after some calls of the database,
// and looks at what that leaves.
func (i *interrupted) place(ctx context.Context, n, after int, lost bool) error {
	if err := i.db.Restore(ctx, i.from); err != nil {
		return err
	}
	stop := &stopping{DB: i.db, breaker: i.breaker, after: after, lost: lost}
	r, err := i.runOn(ctx, stop, i.m, i.way)
	if err != nil {
		return err
	}
	if !stop.struck {
		return nil // another way through the script, with fewer statements
	}
	left, err := i.db.Capture(ctx)
	if err != nil || i.known(ctx, left) {
		return err
	}
	if r.ok() && !lost {
		return nil // the script has dealt with the failure itself
	}
	i.seen = append(i.seen, left)
	mark, err := i.db.Snapshot(ctx)
	if err != nil {
		return err
	}
	defer mark.Release()
	again, err := i.recovers(ctx, i.way, i.ends)
	if err != nil || again == "" {
		return err
	}
	if err := i.db.Restore(ctx, mark); err != nil {
		return err
	}
	undo, err := i.recovers(ctx, i.back, i.starts)
	if err != nil || undo == "" {
		return err
	}
	i.report(n, lost, left, again, undo)
	return nil
}

// known reports whether a state is where the function starts, or was judged
// before.
func (i *interrupted) known(ctx context.Context, s *live.State) bool {
	for _, list := range [][]*live.State{i.starts, i.seen} {
		for _, other := range list {
			if same(other, s) {
				return true
			}
		}
	}
	return false
}

// same reports whether two states have the same schema and rows.
func same(a, b *live.State) bool {
	if len(shape.Diff(a.Catalog, b.Catalog)) > 0 {
		return false
	}
	for _, key := range tableKeys(a) {
		was, is := a.Rows[key], b.Rows[key]
		if was != is && was != nil && is != nil && !rows.Compare(was, is).Empty() {
			return false
		}
	}
	return true
}

// recovers runs a function from where the database stands; "" is for one that
// leads to one of the goals, else it says what is wrong.
func (i *interrupted) recovers(ctx context.Context, way opshim.Direction, goals []*live.State) (string, error) {
	r, err := i.run(ctx, i.m, way)
	switch {
	case err != nil:
		return "", err
	case r.ours != nil:
		if ctx.Err() != nil {
			return "", r.ours
		}
		return way.String() + "() cannot be run: " + oneLine(r.ours.Error()), nil
	case r.failed:
		return way.String() + "() fails: " + r.words, nil
	}
	s, err := i.db.Capture(ctx)
	if err != nil {
		return "", err
	}
	for _, goal := range goals {
		ok, err := i.reached(ctx, way, goal, s)
		if err != nil || ok {
			return "", err
		}
	}
	return way.String() + "() runs, but then " + told(goals[0], s), nil
}

// reached compares where a function led with a goal. What differs between any two
// runs from the same start is the clock's or chance's doing; rows that are written
// once more get higher numbers.
func (i *interrupted) reached(ctx context.Context, way opshim.Direction, goal, s *live.State) (bool, error) {
	if same(goal, s) {
		return true, nil
	}
	if len(shape.Diff(goal.Catalog, s.Catalog)) > 0 {
		return false, nil
	}
	if way == opshim.Up && i.noise == nil {
		if ok, err := i.upgradeAnew(ctx); err != nil || !ok {
			return false, err
		}
		var err error
		if i.noise, err = i.db.Capture(ctx); err != nil {
			return false, err
		}
	}
	for _, key := range tableKeys(goal) {
		was, is := goal.Rows[key], s.Rows[key]
		if was == nil || is == nil || was == is {
			continue
		}
		if way == opshim.Up {
			noise := volatile(i.now.Rows[key], i.noise.Rows[key])
			was, is = i.unnumbered(key, mask(was, noise), mask(is, noise))
		}
		if !rows.Compare(was, is).Empty() {
			return false, nil
		}
	}
	return true, nil
}

// told says in what a state differs from another one.
func told(goal, s *live.State) string {
	changes := shape.Diff(goal.Catalog, s.Catalog)
	if len(changes) > 0 {
		return some(changes)
	}
	for _, key := range tableKeys(goal) {
		was, is := goal.Rows[key], s.Rows[key]
		if was != nil && is != nil && was != is && !rows.Compare(was, is).Empty() {
			return "table " + goal.Catalog.Tables[key].Title() + " holds other rows"
		}
	}
	return "the rows are others"
}

// maxChanges is how many changes a sentence lists.
const maxChanges = 3

// some lists changes, the first ones in full.
func some(changes []shape.Change) string {
	var parts []string
	for n, c := range changes {
		if n == maxChanges {
			parts = append(parts, fmt.Sprintf("and %d more", len(changes)-n))
			break
		}
		parts = append(parts, c.String())
	}
	return strings.Join(parts, "; ")
}

// report is the finding for a place that nothing leads on from.
func (i *interrupted) report(n int, lost bool, left *live.State, again, undo string) {
	e := &i.full.log[n]
	how := "fails"
	if lost {
		how = "is done and the connection is lost"
	}
	i.add(finding.Finding{Code: "MRT806", At: orSpan(e.at, i.m.Up), Object: i.m.ID,
		Message: fmt.Sprintf("where statement %d of %d %s (%s), %s cannot be recovered from: once more, %s; and %s. It leaves: %s",
			n+1, len(i.full.log), how, shortened(e.sql), i.name(), again, undo, told(i.starts[0], left)),
		Remedy: "let each revision make one change, or look in " + i.name() + " whether what it makes is there already"})
}
