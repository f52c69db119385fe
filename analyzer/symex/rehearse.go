package symex

import (
	"context"
	"errors"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
)

// errAhead ends a rehearsal whose script asks for what only a state tells.
var errAhead = errors.New("a rehearsal has no database")

// Known is what an explorer has learnt of a revision, for another explorer.
type Known struct {
	tapes [2]*tape // by direction; nil where there is none
	work  int64
}

// Known is what has been learnt of a revision, if it is the one that was run last.
func (x *Explorer) Known(rev *script.Revision) Known {
	var k Known
	for dir := range k.tapes {
		k.tapes[dir] = x.tapes[tapeKey{rev, opshim.Direction(dir)}]
	}
	if x.at == rev {
		k.work = x.work
	}
	return k
}

// Adopt takes over what another explorer has learnt of a revision.
func (x *Explorer) Adopt(rev *script.Revision, k Known) {
	for dir, t := range k.tapes {
		if t != nil {
			x.keep(tapeKey{rev, opshim.Direction(dir)}, t)
		}
	}
	x.at, x.work = rev, k.work
}

// Rehearse runs both functions of a revision without a state, as far as they
// ask for nothing. What it learns makes later runs cheap, which on the state are
// what they would have been; a function that asks is run when there is a state.
//
// Why: the states of a history follow from one another, what its scripts do
// seldom depends on them.
func (x *Explorer) Rehearse(ctx context.Context, rev *script.Revision) Known {
	var k Known
	if x.Show {
		return k
	}
	if x.blank == nil {
		x.blank = catalog.New(x.Read, catalog.NewWorld())
	}
	for dir := range k.tapes {
		b := x.backend(x.blank, nil)
		b.ahead = true
		err := opshim.Run(ctx, x.Env, rev, opshim.Direction(dir), b)
		if err != nil || !b.repeats() || k.work > maxWork {
			return k
		}
		k.work += x.workOf(b)
		k.tapes[dir] = b.taken()
	}
	return k
}

// workOf is what the last run took.
func (x *Explorer) workOf(b *backend) int64 {
	return perRun + x.Env.Spent() + int64(b.path.Statements)*perStatement
}

// repeats reports whether a run without an error can be repeated from its tape.
func (b *backend) repeats() bool {
	return !b.rec.spoiled && b.unknowns == 0 && len(b.path.Choices) == 0
}

// keep remembers a tape; those of other revisions are not needed any more.
func (x *Explorer) keep(key tapeKey, t *tape) {
	for k := range x.tapes {
		if k.rev != key.rev {
			clear(x.tapes)
			break
		}
	}
	if x.tapes == nil {
		x.tapes = map[tapeKey]*tape{}
	}
	x.tapes[key] = t
}
