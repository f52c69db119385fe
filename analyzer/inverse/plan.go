package inverse

import (
	"context"
	"slices"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// maxActions limits the directives of one way back, maxTries those tried for it.
const (
	maxActions = 400
	maxTries   = 4000
)

// Input is one upgrade as it was traced.
type Input struct {
	Explorer *symex.Explorer
	Before   *catalog.State
	Path     symex.Path
	Moments  []symex.Moment
	// Rows is the same upgrade on witnesses; without moments if there is none.
	Rows Witnessed
	// Room prepares rows that only the new schema permits before an old rule
	// comes back.
	Room bool
	// Naming tells that a naming convention is at work, so that names must be final.
	Naming bool
}

// A Plan is a way back.
type Plan struct {
	Ops []op.Op
	// Lost says what it does not bring back, in the order of the way back.
	Lost []string
}

// planner is one search for a way back.
type planner struct {
	ctx   context.Context
	in    Input
	d     *sqlgen.Dialect
	now   *catalog.State // where the way back has come to
	plan  Plan
	step  int // number of the step that is undone
	tries int

	given    map[string]bool // differences that cannot be undone
	fresh    map[string]bool // tables that the way back made: they have no rows of the new world
	unfed    map[string]bool // columns that came back without their contents, as "table.column"
	copies   []copied
	rewrites []rewrite
	made     []string // tables that the undoing of the step made again
	batched  bool     // the step is a batch block
}

// Of finds the way back of an upgrade.
func Of(ctx context.Context, in Input) Plan {
	p := newPlanner(ctx, in)
	if len(in.Moments) == 0 {
		return p.plan
	}
	p.now = in.Moments[len(in.Moments)-1].State
	p.copies = p.findCopies()
	p.findRewrites()
	for i := len(in.Moments) - 1; i >= 0; i-- {
		p.undo(i)
	}
	p.plan.Ops = tidy(p.plan.Ops)
	return p.plan
}

// Rest finds what a downgrade that ended at a state has left to do.
func Rest(ctx context.Context, in Input, end *catalog.State) Plan {
	p := newPlanner(ctx, in)
	p.now = end
	p.schema(in.Before)
	p.plan.Ops = tidy(p.plan.Ops)
	return p.plan
}

func newPlanner(ctx context.Context, in Input) *planner {
	return &planner{ctx: ctx, in: in, d: in.Explorer.Dialect, given: map[string]bool{}, fresh: map[string]bool{}, unfed: map[string]bool{}}
}

// undo goes back over one step.
func (p *planner) undo(i int) {
	target := p.in.Before
	if i > 0 {
		target = p.in.Moments[i-1].State
	}
	p.step = i
	_, p.batched = p.in.Path.Steps[i].Op.(*op.BatchAlterTable)
	auto := p.in.Moments[i].State.Autocommit && p.isDirective(i)
	start := len(p.plan.Ops)
	p.unloop(i)
	p.settings(i, target)
	p.rows(i)
	p.renames(i)
	p.schema(target)
	p.restore(i)
	if auto && len(p.plan.Ops) > start {
		p.plan.Ops = slices.Insert(p.plan.Ops, start, op.Op(&op.AutocommitBegin{}))
		p.plan.Ops = append(p.plan.Ops, &op.AutocommitEnd{})
	}
}

// settings undoes what a step switched on or off for those after it.
func (p *planner) settings(i int, target *catalog.State) {
	if p.lite() && p.in.Moments[i].State.ForeignKeys != target.ForeignKeys {
		p.take(sqlOp("PRAGMA foreign_keys=" + map[bool]string{true: "ON", false: "OFF"}[target.ForeignKeys]))
	}
	for _, st := range p.in.Moments[i].Stmts {
		if set, ok := st.Stmt.(*sqlread.Set); ok && p.mysql() && set.Name == "foreign_key_checks" {
			p.take(sqlOp("SET foreign_key_checks = " + map[bool]string{true: "1", false: "0"}[set.Value == "0" || set.Value == "off"]))
		}
	}
}

func (p *planner) isDirective(i int) bool {
	switch p.in.Path.Steps[i].Op.(type) {
	case *op.AutocommitBegin, *op.AutocommitEnd:
		return false
	}
	return true
}

// events lists what the step did.
func (p *planner) events(i int) []catalog.Event {
	var out []catalog.Event
	if p.in.Path.Log == nil {
		return nil
	}
	for _, e := range p.in.Path.Log.Events {
		if e.Step == i+1 {
			out = append(out, e)
		}
	}
	return out
}

// do makes directives on a copy of the state.
func (p *planner) do(ops ...op.Op) (*catalog.State, error) {
	on := p.now
	if p.step < len(p.in.Moments) && p.in.Moments[p.step].State.Autocommit {
		on = on.Clone()
		on.Autocommit = true
	}
	s, err := p.in.Explorer.Do(p.ctx, on, ops...)
	if s != nil {
		s.Autocommit = false
	}
	return s, err
}

// take makes directives part of the plan if they can be made.
func (p *planner) take(ops ...op.Op) bool {
	s, err := p.do(ops...)
	if err != nil {
		return false
	}
	p.now = s
	p.plan.Ops = append(p.plan.Ops, ops...)
	return true
}

func (p *planner) lost(what string) {
	if !slices.Contains(p.plan.Lost, what) {
		p.plan.Lost = append(p.plan.Lost, what)
	}
}

// name is the name of a constraint or index, whatever convention there is.
func (p *planner) name(s string) schema.ConstraintName {
	if p.in.Naming && s != "" {
		return schema.Final(s)
	}
	return schema.Given(s)
}

// tidy joins autocommit blocks that follow each other.
func tidy(ops []op.Op) []op.Op {
	var out []op.Op
	for _, o := range ops {
		if _, ok := o.(*op.AutocommitBegin); ok && len(out) > 0 {
			if _, ok := out[len(out)-1].(*op.AutocommitEnd); ok {
				out = out[:len(out)-1]
				continue
			}
		}
		out = append(out, o)
	}
	return out
}
