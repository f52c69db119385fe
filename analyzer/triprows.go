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
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// noWitnesses is the cause of doubt where no rows pass the upgrade.
const noWitnesses = "rows: no witnesses were found that the upgrade accepts"

// withRows makes the trip on witnesses: as often as it takes to learn which
// tables and contents matter, and which witnesses the upgrade cannot stand.
func (tr *trip) withRows(touched map[string]bool) {
	if len(touched) == 0 {
		return
	}
	how := catalog.Seeding{Level: catalog.Awkward, Tables: touched, Extra: map[string][]catalog.Value{}, Except: map[int32]bool{},
		Documents: map[string]bool{}, Vague: map[string]bool{}}
	for range maxRetries {
		if done := tr.seeded(&how); done {
			return
		}
	}
	tr.worsen(finding.Unknown, noWitnesses)
}

// seeded makes one trip with witnesses; false asks for another one with what
// it changed in how.
func (tr *trip) seeded(how *catalog.Seeding) (done bool) {
	before := tr.before.Clone()
	if before.Seed(*how) == 0 {
		return true // the same trip as on empty tables
	}
	touched := maps.Clone(how.Tables)
	notes := len(tr.out.notes)
	ups := tr.run(opshim.Up, before, nil)
	for _, up := range ups {
		tr.touch(touched, up)
		if up.Err != nil {
			return tr.halted(how, before, ups, up)
		}
	}
	var all []leg
	for _, up := range ups {
		if len(all) >= maxLegs {
			all = append(all, leg{up: up, verdict: finding.Unknown, cause: tooMany})
			break
		}
		all = append(all, tr.down(before, up, touched, true)...)
	}
	logs := pathsOf(ups, all)
	grow(before, touched, logs)
	more := len(touched) > len(how.Tables)
	how.Tables = touched
	if learn(how, ups, logs) || more {
		return false
	}
	if !how.Salted && slices.ContainsFunc(tr.out.notes[notes:], func(d doubt) bool { return d.data.Kind == catalog.NotProven }) {
		// Once more, with contents that are found in no other column by accident.
		how.Salted, tr.out.notes = true, tr.out.notes[:notes]
		return false
	}
	if (tr.bereft(before) || len(how.Except) == 0 && deprived(before, ups)) && !slices.ContainsFunc(all, func(l leg) bool { return l.verdict != finding.Lossless }) {
		tr.worsen(finding.Unknown, noWitnesses)
	}
	tr.settle(all)
	tr.out.rows = before
	withdrawn := len(how.Except) > 0 || how.Level < catalog.Awkward
	if withdrawn || before.ForeignKeys || !tr.onlyNew(ups, all) {
		tr.newWorld(before, ups, withdrawn)
	}
	return true
}

// halted decides what an upgrade means that fails on the rows of a seeding: the
// row is withdrawn, and the trip made again, or nothing more can be said.
func (tr *trip) halted(how *catalog.Seeding, before *catalog.State, ups []symex.Path, up symex.Path) (done bool) {
	aside := func(f *catalog.Failure, out func() bool) bool {
		if tr.out.blocked == nil {
			tr.out.blocked = &stop{at: up.At, failure: f}
		}
		learn(how, ups, ups)
		if !out() {
			tr.worsen(finding.Unknown, noWitnesses)
			return true
		}
		return false
	}
	if f := tr.stumble(up); f != nil {
		return aside(f, func() bool { return tr.stepAside(how, before, up, f) })
	}
	if f := rowFailure(up); f != nil {
		return aside(f, func() bool { return withdraw(how, f) })
	}
	if left, ok := tr.abandoned(before, up); ok && len(ups) == 1 {
		tr.settle([]leg{left})
		return true
	}
	tr.worsen(finding.Unknown, first(causeOf(up), "run: the upgrade fails when there are rows"))
	return true
}

// onlyNew reports that the script does nothing but make tables and drop them, and
// that everything came back. Then the new world has no rows but those of the new
// tables, which nothing looks at while they are dropped.
func (tr *trip) onlyNew(ups []symex.Path, legs []leg) bool {
	if tr.out.verdict != finding.Lossless || len(tr.out.notes) > 0 {
		return false
	}
	only := func(p symex.Path, of func(op.Op) bool) bool {
		return len(p.Steps) > 0 && !slices.ContainsFunc(p.Steps, func(s opshim.Step) bool { return !of(s.Op) })
	}
	return !slices.ContainsFunc(ups, func(up symex.Path) bool { return !only(up, creates) }) &&
		!slices.ContainsFunc(legs, func(l leg) bool { return !only(l.down, drops) })
}

// creates and drops tell the directives that are about tables or indexes as a whole.
func creates(o op.Op) bool {
	switch o.(type) {
	case *op.CreateTable, *op.CreateIndex:
		return true
	}
	return false
}

func drops(o op.Op) bool {
	switch o.(type) {
	case *op.DropTable, *op.DropIndex:
		return true
	}
	return false
}

// newWorld makes the way back once more, after rows that only the new schema
// permits have been written; withdrawn says that not all witnesses of the old one
// have come that far.
func (tr *trip) newWorld(before *catalog.State, ups []symex.Path, withdrawn bool) {
	if tr.out.verdict == finding.Broken || len(ups) != 1 || ups[0].Cause != "" {
		return
	}
	up := ups[0]
	up.State = up.State.Clone()
	why := up.State.NewWorld(before, withdrawn)
	if len(why) == 0 {
		return
	}
	for _, down := range tr.run(opshim.Down, up.State, nil) {
		base := defect{up: up, down: down, stage: opshim.Down, rows: true, newRows: why}
		if f := rowFailure(down); f != nil && down.Cause == "" && len(down.Choices) == 0 {
			d := base
			d.verdict, d.err = finding.Broken, f
			tr.worsen(finding.Broken, "")
			tr.out.defects = append(tr.out.defects, d)
			return
		}
		if down.Err != nil {
			continue
		}
		l := leg{verdict: finding.Lossless}
		tr.rows(before, down, base, &l)
		if len(l.defects) > 0 && l.verdict == finding.SchemaOnly && tainted(before, up, down) == "" {
			tr.worsen(l.verdict, "")
			tr.out.defects = append(tr.out.defects, l.defects...)
		}
	}
}

// rowFailure is the failure of a path that rows are to blame for, or nil.
func rowFailure(p symex.Path) *catalog.Failure {
	var f *catalog.Failure
	if errors.As(p.Err, &f) && f.Rows {
		return f
	}
	return nil
}

// withdraw takes back the witnesses that a failure blames, or makes them all
// milder; false if there is nothing left to take back.
func withdraw(how *catalog.Seeding, f *catalog.Failure) bool {
	n := len(how.Except)
	for _, id := range f.Seeds {
		how.Except[id] = true
		if !f.Each {
			break
		}
	}
	if len(how.Except) > n && (f.Each || len(how.Except) <= maxRetries) {
		return true
	}
	if how.Level > catalog.Mild {
		how.Level-- // an upgrade that cannot stand duplicates may yet lose what is NULL
		how.Except = map[int32]bool{}
		return true
	}
	return false
}

func pathsOf(ups []symex.Path, legs []leg) []symex.Path {
	out := append([]symex.Path(nil), ups...)
	for _, l := range legs {
		out = append(out, l.down)
	}
	return out
}

// grow adds the children of tables whose rows a script removes or renumbers.
func grow(before *catalog.State, touched map[string]bool, paths []symex.Path) {
	parents := map[string]bool{}
	for _, p := range paths {
		if p.Log == nil {
			continue
		}
		for _, e := range p.Log.Events {
			switch e.Kind {
			case catalog.RowsDeleted, catalog.TableDropped, catalog.TableTruncated, catalog.RowsUpdated, catalog.RowsInserted:
				if e.Kind != catalog.RowsInserted || e.Flag["replace"] {
					parents[e.Table] = true
				}
			}
		}
	}
	before.Children(parents)
	maps.Copy(touched, parents)
}

// learn adds the contents that conditions ask for, except those that the
// upgrade itself writes into new rows: a script may know its own rows again.
func learn(how *catalog.Seeding, ups, paths []symex.Path) bool {
	more := false
	for _, p := range paths {
		if p.Log == nil {
			continue
		}
		for k, vals := range p.Log.Literals {
			for _, v := range vals {
				if known(how.Extra[k], v) || wrote(ups, k, v) || len(how.Extra[k]) >= 6 {
					continue
				}
				how.Extra[k] = append(how.Extra[k], v)
				more = true
			}
		}
	}
	return more
}

func known(vals []catalog.Value, v catalog.Value) bool {
	for _, w := range vals {
		if w.String() == v.String() {
			return true
		}
	}
	return false
}

func wrote(ups []symex.Path, column string, v catalog.Value) bool {
	for _, up := range ups {
		if up.State.Wrote(column, v) {
			return true
		}
	}
	return false
}

// stop is where an upgrade stopped, and why.
type stop struct {
	at      syntax.Span
	failure *catalog.Failure
}

// words tell the failure as the user knows the tables: the copy that a batch
// block makes carries the name of its table.
func (s *stop) words() string {
	return strings.ReplaceAll(s.failure.Message, "_alembic_tmp_", "")
}
