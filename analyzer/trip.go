package analyzer

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/pyrt"
)

// A runner executes one direction of a revision on a copy of a state, once for each path;
// with choices given, only the path that answers so.
type runner func(dir opshim.Direction, on *catalog.State, same []symex.Choice) []symex.Path

// maxRetries limits how often witnesses are withdrawn or added, maxLegs the
// pairs of paths that are looked at.
const (
	maxRetries = 24
	maxLegs    = 24
)

// A defect is something that a round trip does not give back.
type defect struct {
	verdict finding.Verdict
	stage   opshim.Direction
	again   bool     // in the second upgrade
	undone  bool     // the downgrade does nothing
	newRows []string // rows of the new world that show it
	rows    bool     // seen only on witnesses
	schema  *catalog.Difference
	data    *catalog.DataDifference
	err     error // the run failed
	up      symex.Path
	down    symex.Path
}

// A judgement is the verdict on one revision and what led to it.
type judgement struct {
	verdict finding.Verdict
	cause   string // why unknown
	defects []defect
	notes   []doubt      // rows of which it is not known whether they come back
	up      []symex.Path // on empty tables
	down    []symex.Path
	after   *catalog.State // after the upgrade, on empty tables
	rows    *catalog.State // before the trip on witnesses that was completed; nil if there was none
	blocked *stop          // the upgrade fails on rows that the schema permits
	unsure  string         // an object of which it cannot be said whether it is restored
}

// A doubt is a table of which it is not known whether its rows come back.
type doubt struct {
	data     catalog.DataDifference
	up, down symex.Path
}

// trip makes the round trip of one revision from a state.
type trip struct {
	before *catalog.State
	run    runner
	out    judgement
	// stumbles counts the rows that the script failed on, poor are their tables.
	stumbles int
	words    map[string]bool // what it said then
	poor     map[string]bool
}

// judge makes the trip on tables that hold only what migrations put there, and
// then on tables with witnesses.
func judge(before *catalog.State, run runner) judgement {
	tr := &trip{before: before, run: run}
	tr.out.verdict = finding.Lossless
	touched := map[string]bool{}
	tr.empty(touched)
	if tr.out.verdict == finding.Unknown && len(tr.out.up) == 0 {
		return tr.out
	}
	tr.withRows(touched)
	if tr.out.verdict == finding.SchemaOnly && tr.out.unsure != "" {
		// Rows are lost in any case, which the findings say; the verdict also
		// speaks of the schema, and that is not known.
		tr.out.verdict = finding.Unknown
		tr.out.cause = "sql: whether " + tr.out.unsure + " comes back as it was is not known; rows are lost in any case"
	}
	return tr.out
}

// worsen lowers the verdict; the first cause of doubt is kept.
func (tr *trip) worsen(v finding.Verdict, cause string) {
	tr.out.verdict = finding.Worst(tr.out.verdict, v)
	if v == finding.Unknown && tr.out.cause == "" {
		tr.out.cause = cause
	}
}

// empty makes the trip without witnesses.
func (tr *trip) empty(touched map[string]bool) {
	ups := tr.run(opshim.Up, tr.before, nil)
	tr.out.up = ups
	var all []leg
	for _, up := range ups {
		tr.touch(touched, up)
		if up.Err != nil {
			all = append(all, tr.stopped(up))
			continue
		}
		if len(all) >= maxLegs {
			all = append(all, leg{up: up, verdict: finding.Unknown, cause: tooMany})
			break
		}
		all = append(all, tr.down(tr.before, up, touched, false)...)
	}
	tr.settle(all)
	tr.out.after = stateAfter(tr.before, ups)
}

// leg is one pair of paths with what became of it.
type leg struct {
	up, down symex.Path
	verdict  finding.Verdict
	cause    string
	defects  []defect
}

// settle combines the pairs of paths: a defect on all of them is certain, on
// some of them only possible.
func (tr *trip) settle(all []leg) {
	if len(all) == 0 {
		return
	}
	worst, best := finding.Lossless, finding.Broken
	for _, l := range all {
		worst = finding.Worst(worst, l.verdict)
		if finding.Worst(best, l.verdict) == best {
			best = l.verdict
		}
	}
	if worst != best && len(all) > 1 && worst > finding.Lossless && (best == finding.Lossless || best == finding.Unknown) {
		tr.worsen(finding.Unknown, "paths: some ways through the script do not restore everything, which one is taken is not known")
		tr.keep(all, worst, true)
		return
	}
	for _, l := range all {
		tr.worsen(l.verdict, l.cause)
	}
	tr.keep(all, worst, false)
}

// keep collects the defects of the worst legs.
func (tr *trip) keep(all []leg, worst finding.Verdict, possible bool) {
	for _, l := range all {
		for _, d := range l.defects {
			if possible && d.verdict != worst {
				continue
			}
			tr.out.defects = append(tr.out.defects, d)
		}
	}
}

// tooMany is the cause of doubt where not all pairs of paths are looked at.
const tooMany = "paths: more ways through the script than are looked at"

func (tr *trip) touch(touched map[string]bool, p symex.Path) {
	if p.Log != nil {
		maps.Copy(touched, p.Log.Touched)
	}
}

func causeOf(p symex.Path) string {
	if p.Cause != "" {
		return p.Cause
	}
	switch {
	case p.Err == nil:
		return ""
	case p.State != nil && p.State.Tainted != "":
		// Not the script but the state is in doubt.
		_, why, _ := strings.Cut(p.State.Tainted, ": ")
		return "sql: what the script meets is not known, because " + why + " (" + p.Err.Error() + ")"
	}
	return "run: " + p.Err.Error()
}

// failedUpgrade is the verdict on an upgrade that fails on empty tables.
func (tr *trip) failedUpgrade(up symex.Path) finding.Verdict {
	var f *catalog.Failure
	if up.Err != nil && strings.Contains(up.Err.Error(), inertClass) {
		return finding.Unknown // the script trips over what stands for a package that is not there
	}
	if up.Cause == "" && ((errors.As(up.Err, &f) || isPython(up.Err)) && up.State.Tainted == "" || refused(up.Err)) {
		return finding.Broken
	}
	if up.Cause == "" && isPython(up.Err) && f == nil && !up.Asked {
		return finding.Broken // whatever is in the database
	}
	return finding.Unknown
}

// inertClass begins the names of the classes that stand for missing packages.
const inertClass = "MissingPackage"

// refused tells whether a failure is that of a statement that no state makes
// good: SQLAlchemy or Alembic have no form for it in the dialect, or the
// database has no such syntax.
func refused(err error) bool {
	var f *catalog.Failure
	if errors.As(err, &f) {
		return strings.HasSuffix(f.Message, "syntax error")
	}
	var e *pyrt.Exception
	if !errors.As(err, &e) {
		return false
	}
	switch e.Value.Class.Name {
	case "NotImplementedError", "UnsupportedCompilationError", "ObjectNotExecutableError":
		return true
	case "CompileError":
		return !strings.HasPrefix(e.Message(), "Unconsumed column names") // the state has too few columns
	}
	return false
}

// down makes the way back and the second upgrade after one path of the upgrade.
func (tr *trip) down(before *catalog.State, up symex.Path, touched map[string]bool, rows bool) []leg {
	downs := tr.run(opshim.Down, up.State, nil)
	if !rows {
		tr.out.down = append(tr.out.down, downs...)
	}
	var out []leg
	for _, down := range downs {
		tr.touch(touched, down)
		l := tr.back(before, up, down, rows)
		l.up, l.down = up, down
		out = append(out, l)
	}
	return out
}

// back judges one pair of paths.
func (tr *trip) back(before *catalog.State, up, down symex.Path, rows bool) leg {
	l := leg{verdict: finding.Lossless}
	base := defect{up: up, down: down, stage: opshim.Down, rows: rows}
	if down.Err != nil {
		if down.Cause != "" {
			return leg{verdict: finding.Unknown, cause: down.Cause}
		}
		d := base
		d.verdict, d.err = finding.Broken, down.Err
		if rows && down.State.RowsTainted != "" && before.RowsTainted == "" {
			return leg{verdict: finding.Unknown, cause: down.State.RowsTainted}
		}
		return leg{verdict: d.verdict, defects: []defect{d}}
	}
	if cause := tainted(before, up, down); cause != "" {
		l.verdict, l.cause = finding.Unknown, cause
		if v := leftUndone(before, up, down); v != finding.Unknown {
			d := base
			d.verdict, d.undone = v, true
			return leg{verdict: v, defects: []defect{d}}
		}
	}
	if l.cause == "" && up.Repeats && down.State.Same(before) {
		return l // and the second upgrade does what the first did
	}
	given := givenBack(before, up, down)
	for _, x := range catalog.Diff(before, down.State) {
		d := base
		d.schema = &x
		if x.Unknown && !x.Spelling && given(x) || x.Attr == "" && (x.After == "" && wasNotThere(up, x.Object) || x.Before == "" && wasThere(up, down, x.Object)) {
			continue
		}
		if x.Unknown || l.cause != "" && (down.State.Tainted != before.Tainted || opaque(up) != "" || opaque(down) != "") {
			l.verdict = finding.Worst(l.verdict, finding.Unknown)
			l.cause = first(l.cause, mayDiffer(x))
			tr.out.unsure = first(tr.out.unsure, x.Object)
			continue
		}
		d.verdict = finding.Broken
		l.verdict = finding.Worst(l.verdict, finding.Broken)
		l.defects = append(l.defects, d)
	}
	tr.rows(before, down, base, &l)
	if l.verdict == finding.Lossless || l.verdict == finding.SchemaOnly {
		tr.again(before, up, down, base, &l)
	}
	return l
}

// mayDiffer is the cause of a difference that may be none.
func mayDiffer(x catalog.Difference) string {
	if x.Spelling {
		return "sql: whether " + x.Object + " is what it was is not known: the schema that the history starts from has it in the words of the database"
	}
	return "sql: " + x.Object + " may differ after the downgrade"
}

// rows judges the rows after the downgrade.
func (tr *trip) rows(before *catalog.State, down symex.Path, base defect, l *leg) {
	for _, x := range catalog.DiffData(before, down.State) {
		d := base
		d.data = &x
		x = tr.assumedLoss(before, base.up, down, x)
		switch x.Kind {
		case catalog.NotDecided, catalog.NotProven:
			tr.out.notes = append(tr.out.notes, doubt{x, base.up, down})
			l.verdict = finding.Worst(l.verdict, finding.Unknown)
			cause := "rows: whether the rows of " + x.Table + " come back is not decided"
			if x.Kind == catalog.NotProven {
				cause = "rows: the rows of " + x.Table + " come back by a computation that is not proven to be exact"
			}
			l.cause = first(l.cause, cause)
		default:
			d.verdict = finding.SchemaOnly
			l.verdict = finding.Worst(l.verdict, finding.SchemaOnly)
			l.defects = append(l.defects, d)
		}
	}
}

// assumedLoss decides where the contents are not known: in tables that nobody
// made, and after what cannot be computed. What the upgrade does to old rows is
// a loss if the downgrade does nothing to them.
func (tr *trip) assumedLoss(before *catalog.State, up, down symex.Path, x catalog.DataDifference) catalog.DataDifference {
	old := before.Lookup(x.Table)
	if x.Kind != catalog.NotDecided || old == nil || touchesRows(down, x.Table) {
		return x
	}
	for _, e := range up.Log.Events {
		if e.Table != x.Table {
			continue
		}
		switch e.Kind {
		case catalog.RowsUpdated:
			column := e.Object[strings.LastIndexByte(e.Object, '.')+1:]
			if !old.Open && old.Find(column) == nil || slices.Contains(x.Columns, column) {
				continue // it writes to a column of its own
			}
			x.Kind = catalog.ValuesChanged
			x.Columns = append(x.Columns, column)
		case catalog.RowsDeleted, catalog.TableTruncated:
			x.Kind, x.Columns = catalog.RowsLost, nil
			return x
		}
	}
	return x
}

// touchesRows reports whether a path does anything to the rows of a table.
func touchesRows(p symex.Path, table string) bool {
	if p.Log == nil {
		return false
	}
	for _, e := range p.Log.Events {
		switch e.Kind {
		case catalog.RowsUpdated, catalog.RowsInserted, catalog.RowsDeleted, catalog.NotUnderstood:
			if e.Table == table || e.Table == "" {
				return true
			}
		}
	}
	return false
}

// again makes the second upgrade.
func (tr *trip) again(before *catalog.State, up, down symex.Path, base defect, l *leg) {
	for _, p := range tr.run(opshim.Up, down.State, append([]symex.Choice{}, up.Choices...)) {
		if !slices.EqualFunc(p.Choices, up.Choices, symex.SameChoice) {
			continue
		}
		d := base
		d.again, d.verdict = true, finding.Broken
		if p.Err != nil {
			if p.Cause != "" {
				l.verdict, l.cause = finding.Worst(l.verdict, finding.Unknown), first(l.cause, p.Cause)
				continue
			}
			d.err, d.up.At = p.Err, p.At
			l.verdict = finding.Broken
			l.defects = append(l.defects, d)
			continue
		}
		for _, x := range catalog.Diff(up.State, p.State) {
			if x.Unknown || tainted(before, up, p) != "" {
				continue
			}
			e := d
			e.schema = &x
			l.verdict = finding.Broken
			l.defects = append(l.defects, e)
		}
	}
}

// tainted says why the states after a pair of paths are not known for certain.
func tainted(before *catalog.State, up, down symex.Path) string {
	for _, s := range []*catalog.State{up.State, down.State} {
		if s.Tainted != "" && s.Tainted != before.Tainted {
			return s.Tainted
		}
	}
	for _, p := range []symex.Path{up, down} {
		if why := first(p.Cause, opaque(p)); why != "" {
			return why
		}
	}
	return ""
}

// opaque says why a path does something to the schema that is not known; a state
// that was in doubt before does not tell it.
func opaque(p symex.Path) string {
	if p.Log == nil || !p.Log.OpaqueDDL || len(p.Opaque) == 0 {
		return ""
	}
	return p.Opaque[0]
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
