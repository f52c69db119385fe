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

// A pipeline checks revisions on several processors: upgrades one after another,
// since each begins with the state that the last one left, and the round trips
// of those that were upgraded beside them.
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
	trials  map[int]*trial // of those that were not handed out yet
	stopped bool
}

// A trial is one revision on its way through the pipeline.
type trial struct {
	rev    *script.Revision
	before *catalog.State
	ups    []symex.Path
	tape   *symex.Tape
	done   bool
	apart  bool // it can be checked in order only
	result finding.Result
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

// work does what there is to do until all is done. Who makes an upgrade also
// makes its trip, with what the upgrade has compiled.
func (p *pipeline) work(c *checker) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for !p.stopped {
		if p.busy || p.next >= len(p.revs) || len(p.trials) >= maxAhead {
			p.changed.Wait()
			continue
		}
		t := p.upgrade(c)
		if t.apart {
			continue
		}
		p.mu.Unlock()
		t.trip(p.ctx, c)
		p.mu.Lock()
		t.done = true
		p.changed.Broadcast()
	}
}

// upgrade executes the next upgrade, and moves the state on.
func (p *pipeline) upgrade(c *checker) *trial {
	i, t := p.next, &trial{rev: p.revs[p.next], before: p.state}
	p.trials[i] = t
	p.busy = true
	p.mu.Unlock()
	after := t.upgrade(p.ctx, c)
	p.mu.Lock()
	p.busy = false
	if t.apart {
		t.done, p.next = true, len(p.revs)
	} else {
		p.state, p.next = after, i+1
	}
	p.changed.Broadcast()
	return t
}

// upgrade executes the upgrade on the state before it, and gives the state after it.
func (t *trial) upgrade(ctx context.Context, c *checker) *catalog.State {
	if !opshim.SelfContained(t.rev) {
		t.apart = true
		return nil
	}
	on := t.before.In(c.world)
	t.before = t.before.Clone()
	t.ups = c.x.Explore(ctx, t.rev, opshim.Up, on.Clone())
	t.tape = c.x.Tape(t.rev, opshim.Up)
	t.apart = !c.world.Closed()
	return following(on, t.ups, stateAfter(on, t.ups))
}

// trip makes the round trip.
func (t *trial) trip(ctx context.Context, c *checker) {
	c.state = t.before.In(c.world)
	for i := range t.ups {
		t.ups[i].State = t.ups[i].State.In(c.world)
	}
	c.x.Adopt(t.rev, opshim.Up, t.tape)
	t.result, _ = c.lookOn(ctx, t.rev, t.ups)
	t.ups, t.tape = nil, nil
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
