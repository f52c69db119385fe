package analyzer

import (
	"context"
	"runtime"
	"sync"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
)

// Bounds of what is done at the same time.
const (
	maxWorkers   = 4
	maxAhead     = 32 // upgrades that are executed before the trip of the first is done
	fewRevisions = 48 // with fewer, a second interpreter costs more than it saves
)

// A pipeline checks revisions on several processors. What a script does is
// learnt beforehand where it asks for nothing; the upgrades then follow one
// another, since each begins with the state that the last one left; the round
// trips of those that were upgraded are made beside them.
//
// It goes on only as long as a revision depends on nothing but the schema and
// the rows before it. The first that needs a table that none made, or a module
// of the project, ends it; all from there on are checked in order.
type pipeline struct {
	ctx     context.Context
	revs    []*script.Revision
	workers sync.WaitGroup

	mu      sync.Mutex
	changed *sync.Cond
	state   *catalog.State // before the next upgrade
	next    int            // the revision that is upgraded next
	busy    bool           // it is being upgraded
	ahead   int            // the revision that is rehearsed next
	ready   []*trial       // those whose round trip is to be made
	trials  map[int]*trial // of those that were not handed out yet
	stopped bool
}

// A trial is one revision on its way through the pipeline.
type trial struct {
	rev       *script.Revision
	before    *catalog.State
	ups       []symex.Path
	known     symex.Known
	rehearsed bool
	done      bool
	apart     bool // it can be checked in order only
	result    finding.Result
}

// newPipeline starts the workers; nil if the revisions must be checked in order.
func newPipeline(ctx context.Context, c *checker, revs []*script.Revision) *pipeline {
	n := min(runtime.GOMAXPROCS(0), maxWorkers)
	if n < 2 || len(revs) < fewRevisions || !c.world.Closed() || !c.env.CanFork() {
		return nil
	}
	p := &pipeline{ctx: ctx, revs: revs, state: c.state, trials: map[int]*trial{}}
	p.changed = sync.NewCond(&p.mu)
	for i := range n {
		p.workers.Go(func() {
			x := *c.x
			w := &checker{env: c.env, opt: c.opt, read: c.read, x: &x, world: catalog.NewWorld(), modules: map[string]bool{}}
			if i > 0 {
				var err error
				if w, err = c.fork(ctx); err != nil {
					return // the others do its part
				}
			}
			p.work(w)
		})
	}
	return p
}

// fork is a checker with an interpreter of its own.
func (c *checker) fork(ctx context.Context) (*checker, error) {
	env, err := c.env.Fork(ctx)
	if err != nil {
		return nil, err
	}
	return newChecker(env, c.opt)
}

// work does what there is to do until all is done: what others wait for first.
func (p *pipeline) work(c *checker) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for !p.stopped {
		t := p.trials[p.next]
		switch {
		case t != nil && t.rehearsed && !p.busy:
			p.upgrade(c, t)
		case len(p.ready) > 0:
			t, p.ready = p.ready[0], p.ready[1:]
			p.unlocked(func() { t.trip(p.ctx, c) })
			t.done = true
		case p.ahead < len(p.revs) && len(p.trials) < maxAhead:
			t = &trial{rev: p.revs[p.ahead]}
			p.trials[p.ahead] = t
			p.ahead++
			p.unlocked(func() { t.rehearse(p.ctx, c) })
			t.rehearsed = true
		default:
			p.changed.Wait()
			continue
		}
		p.changed.Broadcast()
	}
}

// unlocked does something while others may look for work.
func (p *pipeline) unlocked(do func()) {
	p.mu.Unlock()
	defer p.mu.Lock()
	do()
}

// upgrade executes the next upgrade, and moves the state on.
func (p *pipeline) upgrade(c *checker, t *trial) {
	t.before = p.state
	p.busy = true
	var after *catalog.State
	p.unlocked(func() { after = t.upgrade(p.ctx, c) })
	p.busy = false
	if t.apart {
		t.done, p.next, p.ahead = true, len(p.revs), len(p.revs)
		return
	}
	p.state, p.ready = after, append(p.ready, t)
	p.next++
}

// rehearse learns what the scripts do.
func (t *trial) rehearse(ctx context.Context, c *checker) {
	if t.apart = !opshim.SelfContained(t.rev); !t.apart {
		t.known = c.x.Rehearse(ctx, t.rev)
	}
}

// upgrade executes the upgrade on the state before it, and gives the state after it.
func (t *trial) upgrade(ctx context.Context, c *checker) *catalog.State {
	if t.apart {
		return nil
	}
	on := t.before.In(c.world)
	t.before = t.before.Clone()
	c.x.Adopt(t.rev, t.known)
	t.ups = c.x.Explore(ctx, t.rev, opshim.Up, on)
	t.known = c.x.Known(t.rev)
	t.apart = !c.world.Closed()
	return following(on, t.ups, stateAfter(on, t.ups))
}

// trip makes the round trip.
func (t *trial) trip(ctx context.Context, c *checker) {
	c.state = t.before.In(c.world)
	for i := range t.ups {
		t.ups[i].State = t.ups[i].State.In(c.world)
	}
	c.x.Adopt(t.rev, t.known)
	t.result, _ = c.lookOn(ctx, t.rev, t.ups)
	t.ups, t.known = nil, symex.Known{}
	t.apart = !c.world.Closed()
	if !t.apart {
		t.before = nil
	}
}

// wait gives the trial of a revision when it is done.
func (p *pipeline) wait(i int) *trial {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.trials[i] == nil || !p.trials[i].done {
		p.changed.Wait()
	}
	t := p.trials[i]
	delete(p.trials, i)
	p.changed.Broadcast()
	return t
}

// stop ends the workers; what they have begun is lost.
func (p *pipeline) stop() {
	p.mu.Lock()
	p.stopped = true
	p.changed.Broadcast()
	p.mu.Unlock()
	p.workers.Wait()
}

// together yields the results of the revisions that can be checked beside each
// other; rest are those that cannot. The checker's state is then before them.
func (c *checker) together(ctx context.Context, revs []*script.Revision, yield func(finding.Result, error) bool) (rest []*script.Revision, ok bool) {
	p := newPipeline(ctx, c, revs)
	if p == nil {
		return revs, true
	}
	defer p.stop()
	for i, rev := range revs {
		t := p.wait(i)
		if t.apart {
			c.world = catalog.NewWorld()
			c.state = t.before.In(c.world)
			return revs[i:], true
		}
		if err := ctx.Err(); err != nil {
			yield(finding.Result{}, err)
			return nil, false
		}
		c.release(rev)
		if !yield(t.result, nil) {
			return nil, false
		}
	}
	return nil, true
}
