package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/internal/resolve"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

func (c *compiler) while(s *syntax.While) execFn {
	test, body, orelse := c.condition(s.Test), c.block(s.Body), c.block(s.Orelse)
	pos := positionOf(s.Span())
	return func(fr *frame) (signal, error) {
		t := fr.t
		for {
			fr.pos = pos // an empty loop evaluates nothing that has a place
			if t.steps++; t.steps >= t.nextCheck || t.watch.stopped.Load() {
				if err := t.check(); err != nil {
					return next, err
				}
			}
			ok, err := test(fr)
			if err != nil {
				return next, err
			}
			if !ok {
				return orelse(fr)
			}
			sig, err := body(fr)
			if err != nil || sig == returned {
				return sig, err
			}
			if sig == stop {
				return next, nil
			}
		}
	}
}

// A loopSite is one for statement.
type loopSite struct {
	source       operand
	slot         uint // of the target; noSlot: it takes a storeFn
	target       storeFn
	body, orelse execFn
	pos          position
	fresh        bool // the source makes an iterator that nothing else holds
}

func (c *compiler) loop(s *syntax.For) execFn { return c.loopSite(s).exec }

func (c *compiler) loopSite(s *syntax.For) *loopSite {
	l := c.loopHead(s)
	l.body, l.orelse = c.block(s.Body), c.block(s.Orelse)
	return l
}

// loopHead is a for statement without its bodies.
func (c *compiler) loopHead(s *syntax.For) *loopSite {
	l := &loopSite{source: c.operand(s.Iter), slot: noSlot, target: c.store(s.Target), pos: positionOf(s.Iter.Span())}
	if n, ok := s.Target.(*syntax.Name); ok {
		if r := c.scope.Ref(c.scope.Mangle(n.ID)); r.Place == resolve.Slot {
			l.slot = uint(r.Index)
		}
	}
	switch s.Iter.(type) {
	case *syntax.Call, *syntax.GeneratorExp:
		l.fresh = true
	}
	return l
}

func (l *loopSite) exec(fr *frame) (signal, error) {
	made := fr.t.generators
	v, err := l.source.get(fr)
	if err != nil {
		return next, err
	}
	fr.pos = l.pos
	it, err := Iter(fr.t, v)
	if err != nil {
		return next, fr.fail(err)
	}
	sig, err := l.run(fr, it)
	if g, ok := it.(*Generator); ok && l.fresh && !g.done && g.seq > made {
		ret := fr.ret
		if cerr := g.dropLoop(fr); cerr != nil && err == nil {
			return next, cerr
		}
		fr.ret = ret
	}
	return sig, err
}

func (l *loopSite) run(fr *frame, it Iterator) (signal, error) {
	t := fr.t
	for {
		fr.pos = l.pos
		v, err := nextOf(t, it)
		if err != nil {
			return next, fr.fail(err)
		}
		if v == nil {
			return l.orelse(fr)
		}
		if t.steps++; t.steps >= t.nextCheck || t.watch.stopped.Load() {
			if err := t.check(); err != nil {
				return next, err
			}
		}
		if l.slot < uint(len(fr.locals)) {
			fr.locals[l.slot] = v
		} else if err := l.target(fr, v); err != nil {
			return next, err
		}
		sig, err := l.body(fr)
		if err != nil || sig == returned {
			return sig, err
		}
		if sig == stop {
			return next, nil
		}
	}
}

// nextOf is it.Next without a call for the most common iterators.
func nextOf(t *Thread, it Iterator) (Value, error) {
	switch x := it.(type) {
	case *rangeIter:
		if x.left <= 0 {
			return nil, nil
		}
		v := x.next
		x.next += x.step
		x.left--
		return Int(v), nil
	case *listIterator:
		if x.list != nil && uint(x.i) < uint(len(x.list.Elems)) {
			x.i++
			return x.list.Elems[x.i-1], nil
		}
	}
	return it.Next(t)
}
