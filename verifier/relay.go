package verifier

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// A relay lets further jobs make trips from their first upgrade on. The walk goes
// ahead and hands over what it has: the database after the upgrade, the mark before
// it, what both were read to be. Where the jobs have enough to do it makes a trip
// itself, so that nobody waits and no upgrade is made twice for the sake of the way.
//
// What a trip finds depends on where it starts only, so that it does not matter who
// makes it.
type relay struct {
	legs    chan *leg
	cancel  context.CancelFunc
	runners sync.WaitGroup
	dbs     []live.DB
	own     *runner // the walk itself, at its end
	closed  bool

	busy  atomic.Int32 // runners that make a trip
	asked int          // trips that could be handed over
	took  time.Duration
}

// A leg is what comes of one migration: the result, or the rest of a trip that was
// handed over, and its result once it is made.
type leg struct {
	number int // of the migration
	m      *Migration
	res    finding.Result
	err    error
	done   chan struct{} // closed when the result is there; nil if it was from the start

	trip  *trip     // as far as it was made
	now   live.Mark // after its first upgrade
	spent time.Duration
}

// A runner takes trips over, on a database of its own.
type runner struct {
	db         live.DB
	migrations map[string]*Migration // with an interpreter of its own, by revision
}

// backlog is how many trips may wait for each runner: while the walk makes a whole
// one, a runner makes the rest of hardly two.
const backlog = 2

// HandsOver reports whether the trips of one history can be handed over on a
// database: whether [Options].Further is of use there.
func HandsOver(database string) bool { return serverOf(database) == "sqlite" }

// newRelay makes ready the jobs that the options give; nil for none.
func newRelay(ctx context.Context, v *walk) (*relay, error) {
	if _, ok := v.db.(live.Mover); !ok || len(v.opt.Further) == 0 || v.opt.FailFast || v.opt.Keep != nil || v.opt.Part != nil {
		return nil, nil
	}
	ctx, cancel := context.WithCancel(ctx)
	r := &relay{legs: make(chan *leg, backlog*len(v.opt.Further)), cancel: cancel, own: &runner{db: v.db}}
	for _, migrations := range v.opt.Further {
		db, err := openDatabase(ctx, v.opt)
		if err != nil {
			return r, err
		}
		r.dbs = append(r.dbs, db)
		own := &runner{db: db, migrations: make(map[string]*Migration, len(migrations))}
		for _, m := range migrations {
			own.migrations[m.ID] = m
		}
		r.runners.Go(func() {
			for l := range r.legs {
				r.busy.Add(1)
				own.run(ctx, l)
				r.busy.Add(-1)
			}
		})
	}
	return r, nil
}

// wants reports whether a trip is better handed over. To look at a database that
// comes from elsewhere costs a runner more than the whole of a small trip: such
// trips are handed over only while there is one that has nothing to do.
func (r *relay) wants(spent time.Duration) bool {
	r.asked, r.took = r.asked+1, r.took+spent
	if spent < r.took/time.Duration(r.asked) {
		return len(r.legs) == 0 && int(r.busy.Load()) < len(r.dbs)
	}
	return len(r.legs) < cap(r.legs)
}

// hand hands the rest of a trip over, unless that is not worth it.
func (r *relay) hand(ctx context.Context, t *trip) (*leg, error) {
	spent := time.Since(t.begun)
	if !r.wants(spent) {
		return nil, nil
	}
	now, err := t.db.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	l := &leg{done: make(chan struct{}), trip: t.detached(), now: now, spent: spent}
	r.legs <- l // there is room: nobody else sends
	return l, nil
}

// help makes what is left of the trips that were handed over, beside the others.
func (r *relay) help(ctx context.Context) {
	if r == nil {
		return
	}
	r.close()
	for l := range r.legs {
		r.own.run(ctx, l)
	}
}

func (r *relay) close() {
	if !r.closed {
		r.closed = true
		close(r.legs)
	}
}

// end lets all jobs end and drops their databases.
func (r *relay) end() error {
	if r == nil {
		return nil
	}
	r.cancel()
	r.close()
	r.runners.Wait()
	var all error
	for _, db := range r.dbs {
		if err := db.Close(); err != nil {
			all = errors.Join(all, fmt.Errorf("the scratch database cannot be dropped: %w", err))
		}
	}
	return all
}

// detached is the trip without what the walk changes as it goes on.
func (t *trip) detached() *trip {
	v := newWalk(nil, t.opt)
	for _, id := range t.res.Without {
		v.stopped[id] = t.stopped[id]
	}
	v.fill.short = maps.Clone(t.fill.short)
	v.upon = t.upon
	return &trip{walk: v, m: t.m, res: t.res, start: t.start, old: t.old, now: t.now, up: t.up}
}

// run makes what is left of a trip.
func (r *runner) run(ctx context.Context, l *leg) {
	defer close(l.done)
	t := l.trip
	t.db, t.fill.db = r.db, r.db
	if m := r.migrations[t.m.ID]; m != nil {
		t.m = m
	}
	t.begun = time.Now().Add(-l.spent)
	l.err = r.db.Restore(ctx, l.now)
	l.now.Release()
	if l.err != nil {
		t.close()
	} else {
		limit, cancel := t.limited(ctx)
		defer cancel()
		l.err = t.conclude(ctx, limit, t.fromThere(limit))
	}
	l.res = *t.res
}
