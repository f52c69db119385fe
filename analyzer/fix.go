package analyzer

import (
	"context"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/inverse"
	"github.com/mrt-tools/mrt/analyzer/pywrite"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Mend is what Fix made of one revision's downgrade().
type Mend struct {
	Result finding.Result // of the revision as it is
	// Old and New are the file before and after; New is nil if nothing is offered.
	Old, New []byte
	// Verdict is that of New, proved like that of any revision. Unknown says that
	// the schema comes back for certain, and Cause why it is not known of the rows.
	Verdict finding.Verdict
	Cause   string
	// Lost says what New does not bring back.
	Lost []string
	// Refused says why nothing is offered, where something would have been needed.
	Refused string
}

// Fix checks like Check, and looks for a better downgrade() of each revision
// of which wanted says so and that does not give everything back. What it
// offers has been proved: the changed text makes the round trip with a better
// verdict than the old one or loses fewer rows, and with the old schema in any case. No file is changed.
func Fix(ctx context.Context, env *opshim.Environment, revs []*script.Revision, wanted func(id string) bool, o Options) iter.Seq2[Mend, error] {
	o.Release = false
	return func(yield func(Mend, error) bool) {
		c, err := newChecker(env, o)
		if err != nil {
			yield(Mend{}, err)
			return
		}
		for _, rev := range revs {
			if err := ctx.Err(); err != nil {
				yield(Mend{}, err)
				return
			}
			if o.holds(rev) {
				if !yield(Mend{Result: o.standing(rev)}, nil) {
					return
				}
				continue
			}
			res, j := c.look(ctx, rev)
			m := Mend{Result: res}
			if wanted(rev.ID) && needsMending(res) {
				f := fixer{c: c, ctx: ctx, rev: rev, before: c.state, old: j}
				f.mend(&m)
			}
			c.advance(j)
			if !yield(m, nil) {
				return
			}
		}
	}
}

// needsMending tells that a better downgrade may exist.
func needsMending(r finding.Result) bool { return r.Verdict != finding.Lossless }

// doesNothing tells that there is no downgrade worth the name.
func doesNothing(r finding.Result) bool {
	return slices.ContainsFunc(r.Findings, func(f finding.Finding) bool {
		return f.Code == CodeEmptyDowngrade || f.Code == CodeMissingDowngrade || f.Code == CodeRefusesDowngrade
	})
}

// fixer mends one revision.
type fixer struct {
	c      *checker
	ctx    context.Context
	rev    *script.Revision
	before *catalog.State
	old    judgement // of the downgrade as it is
	raw    []byte
	style  pywrite.Style
}

// draft is one proposal.
type draft struct {
	plan inverse.Plan
	keep bool // the old statements stay
}

func (f *fixer) mend(m *Mend) {
	raw, err := os.ReadFile(f.rev.File)
	if err != nil {
		m.Refused = err.Error()
		return
	}
	f.raw, f.style = raw, pywrite.StyleOf(f.rev.Tree, raw)
	f.style.Final = f.c.env.Naming() != nil
	best := standing(f.old)
	if m.Result.Verdict == finding.Unknown && doesNothing(m.Result) {
		best = rank{worth: worth(finding.Broken)}
	}
	var why error
	for _, d := range f.drafts() {
		text, err := f.write(d)
		if err != nil {
			why = err
			continue
		}
		rev, err := f.changed(text)
		if err != nil {
			why = err
			continue
		}
		j := f.judge(rev)
		if !schemaProved(j) {
			why = fmt.Errorf("whether it gives everything back is not known (%s)", j.cause)
			continue
		}
		if !standing(j).above(best) {
			continue
		}
		m.New, m.Verdict, m.Cause, m.Lost, best = text, j.verdict, j.cause, d.plan.Lost, standing(j)
		if j.verdict == finding.Lossless {
			m.Lost = nil
			break
		}
		if j.verdict == finding.SchemaOnly && len(m.Lost) == 0 {
			m.Lost = losses(j)
		}
	}
	m.Old = raw
	if m.New != nil {
		return
	}
	m.Refused = "no downgrade was found that gives back more than this one"
	switch {
	case why != nil:
		m.Refused = "no downgrade could be proved: " + why.Error()
	case m.Result.Verdict == finding.Unknown:
		m.Refused = "whether this downgrade gives everything back is not known, and none was found of which it is"
	}
}

// losses names what a downgrade does not bring back of the rows.
func losses(j judgement) []string {
	var out []string
	for _, d := range j.defects {
		if d.data == nil {
			continue
		}
		what := "rows of table " + d.data.Table
		if d.data.Kind == catalog.ValuesChanged && len(d.data.Columns) > 0 {
			what = "contents of column " + d.data.Table + "." + strings.Join(d.data.Columns, ", ")
		}
		if d.data.Example != "" {
			what += " (" + d.data.Example + ")"
		}
		if !slices.Contains(out, what) {
			out = append(out, what)
		}
	}
	return out
}

// A rank is what a downgrade is worth: its verdict, and between two that lose
// rows how many they lose.
type rank struct{ worth, lost int }

func (r rank) above(o rank) bool {
	return r.worth > o.worth || r.worth == o.worth && r.worth == worth(finding.SchemaOnly) && r.lost < o.lost
}

func standing(j judgement) rank {
	r := rank{worth: worth(j.verdict)}
	for _, d := range j.defects {
		if d.data != nil {
			r.lost += d.data.Count
		}
	}
	return r
}

// schemaProved tells that the schema comes back for certain: a verdict that
// is unknown only because of rows that come back by a computation, or of which
// nobody knows whether they are touched.
func schemaProved(j judgement) bool {
	return j.verdict != finding.Unknown || len(j.defects) == 0 && j.unsure == "" && strings.HasPrefix(j.cause, "rows: ") && len(j.notes) > 0
}

// worth ranks verdicts of which schemaProved is true.
func worth(v finding.Verdict) int {
	return map[finding.Verdict]int{finding.Broken: 0, finding.SchemaOnly: 1, finding.Unknown: 2, finding.Lossless: 3}[v]
}

// drafts lists what may be offered: the old downgrade with what it forgets,
// then a new one, then one that also makes room for rows of the new world.
func (f *fixer) drafts() []draft {
	path, moments := f.c.x.Trace(f.ctx, f.rev, opshim.Up, f.before, nil)
	if path.Err != nil || len(path.Choices) > 0 {
		return nil
	}
	in := inverse.Input{Explorer: f.c.x, Before: f.before, Path: path, Moments: moments, Naming: f.c.env.Naming() != nil, Rows: f.witnessed()}
	var out []draft
	if down := f.c.x.Repeat(f.ctx, f.rev, opshim.Down, path.State, nil); down.Err == nil && len(down.Choices) == 0 && down.Log.Effects > 0 {
		if rest := inverse.Rest(f.ctx, in, down.State); len(rest.Ops) > 0 {
			out = append(out, draft{rest, true})
		}
	}
	for _, room := range []bool{false, true} {
		in.Room = room
		if p := inverse.Of(f.ctx, in); len(p.Ops) > 0 || len(p.Lost) == 0 && path.Log.Effects == 0 {
			out = append(out, draft{p, false})
		}
	}
	return out
}

// witnessed is the upgrade on the witnesses that it was judged on.
func (f *fixer) witnessed() inverse.Witnessed {
	if f.old.rows == nil {
		return inverse.Witnessed{}
	}
	path, moments := f.c.x.Trace(f.ctx, f.rev, opshim.Up, f.old.rows, nil)
	if path.Err != nil || len(path.Choices) > 0 {
		return inverse.Witnessed{}
	}
	return inverse.Witnessed{Before: f.old.rows, Moments: moments}
}

// write makes a draft the text of the file.
func (f *fixer) write(d draft) ([]byte, error) {
	w := pywrite.New(f.style, f.c.x.Dialect)
	body, err := w.Ops(d.plan.Ops)
	if err != nil {
		return nil, fmt.Errorf("what is needed has no form in Python source: %w", err)
	}
	if len(body) == 0 && !d.keep {
		body = []string{"pass"}
	}
	return pywrite.Apply(f.rev.Tree, f.raw, f.style, pywrite.Change{Function: "downgrade", Body: body, Keep: d.keep, Imports: w.Imports()})
}

// changed is the revision with a text in place of its file.
func (f *fixer) changed(text []byte) (*script.Revision, error) {
	src, err := syntax.NewSource(f.rev.File, text)
	if err != nil {
		return nil, err
	}
	tree, err := syntax.Parse(src)
	if err != nil {
		return nil, err
	}
	rev := *f.rev
	rev.Tree = tree
	return &rev, nil
}

// judge makes the round trip of a revision.
func (f *fixer) judge(rev *script.Revision) judgement {
	return judge(f.before, func(dir opshim.Direction, on *catalog.State, same []symex.Choice) []symex.Path {
		if same != nil {
			return []symex.Path{f.c.x.Repeat(f.ctx, rev, dir, on, same)}
		}
		return f.c.x.Explore(f.ctx, rev, dir, on)
	})
}
