package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

// Generators without a coroutine. A body whose yields are statements of their
// own, inside nothing but if, for and while, can return to its caller at a yield
// and find its way back: each statement around the yield keeps where it was in
// a place of the generator, and goes straight there when it is resumed. Bodies
// with yields elsewhere run in a coroutine (generator.go).

// A resumePlace is where one statement of a suspended generator was.
type resumePlace struct {
	at   int      // of a block: the statement; of an if: 1 for the first branch
	loop Iterator // of a for
	drop bool     // the loop owns its iterator, a generator
}

// resumable tells whether the yields of a body permit that.
func resumable(body []syntax.Stmt) bool {
	for _, s := range body {
		switch s := s.(type) {
		case *syntax.If:
			if yields(s.Test) || !resumable(s.Body) || !resumable(s.Orelse) {
				return false
			}
		case *syntax.While:
			if yields(s.Test) || !resumable(s.Body) || !resumable(s.Orelse) {
				return false
			}
		case *syntax.For:
			if yields(s.Target) || yields(s.Iter) || !resumable(s.Body) || !resumable(s.Orelse) {
				return false
			}
		default:
			if y, _ := yieldOf(s); y != nil {
				if y.Value != nil && yields(y.Value) {
					return false
				}
			} else if yields(s) {
				return false
			}
		}
	}
	return true
}

// yieldOf gives the yield that a statement consists of, and the name that the
// value sent is assigned to.
func yieldOf(s syntax.Stmt) (*syntax.Yield, *syntax.Name) {
	switch s := s.(type) {
	case *syntax.ExprStmt:
		y, _ := s.Value.(*syntax.Yield)
		return y, nil
	case *syntax.Assign:
		if n, ok := s.Targets[0].(*syntax.Name); ok && len(s.Targets) == 1 {
			y, _ := s.Value.(*syntax.Yield)
			return y, n
		}
	}
	return nil, nil
}

// yields finds yields in a node, those of functions and classes inside it too,
// which costs such a body its coroutine only.
func yields(n syntax.Node) bool {
	switch n.(type) {
	case *syntax.Yield, *syntax.YieldFrom, *syntax.Await:
		return true
	}
	found := false
	syntax.Children(n, func(c syntax.Node) { found = found || yields(c) })
	return found
}

// place gives a statement a place in the generator.
func (c *compiler) place() int {
	c.code.places++
	return c.code.places - 1
}

// resumableBlock is block for statements of which some yield.
func (c *compiler) resumableBlock(list []syntax.Stmt) execFn {
	some := false
	for _, s := range list {
		some = some || yields(s)
	}
	if !some {
		return c.block(list)
	}
	fs := make([]execFn, len(list))
	for i, s := range list {
		fs[i] = c.resumableStmt(s)
	}
	k := c.place()
	return func(fr *frame) (signal, error) {
		g, t := fr.gen, fr.t
		i := 0
		if g.resuming {
			i = g.places[k].at
		}
		for ; i < len(fs); i++ {
			if !g.resuming {
				if t.steps++; t.steps >= t.nextCheck || t.watch.stopped.Load() {
					if err := t.check(); err != nil {
						return next, err
					}
				}
			}
			if sig, err := fs[i](fr); err != nil || sig != next {
				g.places[k].at = i
				return sig, err
			}
		}
		return next, nil
	}
}

func (c *compiler) resumableStmt(s syntax.Stmt) execFn {
	if !yields(s) {
		return c.stmt(s)
	}
	switch s := s.(type) {
	case *syntax.If:
		return c.resumableIf(s)
	case *syntax.While:
		return c.resumableWhile(s)
	case *syntax.For:
		return c.resumableFor(s)
	}
	y, target := yieldOf(s)
	if y == nil {
		return c.stmt(s) // a definition with yields of its own
	}
	return c.yieldStmt(y, target)
}

// yieldStmt hands a value out by returning.
func (c *compiler) yieldStmt(y *syntax.Yield, target *syntax.Name) execFn {
	value := operand{slot: noSlot, fixed: None}
	if y.Value != nil {
		value = c.operand(y.Value)
	}
	var store storeFn
	if target != nil {
		store = c.storeName(target.ID)
	}
	pos := positionOf(y.At)
	return func(fr *frame) (signal, error) {
		g := fr.gen
		if !g.resuming {
			v, err := value.get(fr)
			if err != nil {
				return next, err
			}
			fr.pos, g.out = pos, v
			return yielded, nil
		}
		g.resuming = false
		if err := g.inject; err != nil {
			g.inject = nil
			return next, fr.fail(err)
		}
		if store == nil {
			return next, nil
		}
		return next, store(fr, orNoneValue(g.sent))
	}
}

func (c *compiler) resumableIf(s *syntax.If) execFn {
	test, body, orelse := c.condition(s.Test), c.resumableBlock(s.Body), c.resumableBlock(s.Orelse)
	k := c.place()
	return func(fr *frame) (signal, error) {
		g := fr.gen
		if !g.resuming {
			ok, err := test(fr)
			if err != nil {
				return next, err
			}
			g.places[k].at = int(boolInt(Bool(ok)))
		}
		if g.places[k].at == 1 {
			return body(fr)
		}
		return orelse(fr)
	}
}

func (c *compiler) resumableWhile(s *syntax.While) execFn {
	test, body, orelse := c.condition(s.Test), c.resumableBlock(s.Body), c.resumableBlock(s.Orelse)
	pos, k := positionOf(s.Span()), c.place()
	return func(fr *frame) (signal, error) {
		g := fr.gen
		for {
			if !g.resuming {
				fr.pos = pos
				if err := fr.t.step(); err != nil {
					return next, err
				}
				ok, err := test(fr)
				if err != nil {
					return next, err
				}
				g.places[k].at = int(boolInt(Bool(ok)))
			}
			if g.places[k].at == 0 {
				return orelse(fr)
			}
			sig, err := body(fr)
			if err != nil || sig == returned || sig == yielded {
				return sig, err
			}
			if sig == stop {
				return next, nil
			}
		}
	}
}

func (c *compiler) resumableFor(s *syntax.For) execFn {
	l := c.loopHead(s)
	l.body, l.orelse = c.resumableBlock(s.Body), c.resumableBlock(s.Orelse)
	k := c.place()
	return func(fr *frame) (signal, error) {
		g := fr.gen
		if !g.resuming {
			if err := l.begin(fr, &g.places[k]); err != nil {
				return next, err
			}
		}
		p := &g.places[k]
		sig, err := l.rounds(fr, p)
		if err == nil && sig == yielded {
			return sig, nil
		}
		it := p.loop
		p.loop = nil
		if inner, ok := it.(*Generator); ok && p.drop && !inner.done {
			ret := fr.ret
			if cerr := inner.dropLoop(fr); cerr != nil && err == nil {
				return next, cerr
			}
			fr.ret = ret
		}
		return sig, err
	}
}

// begin makes the iterator of a loop in a generator.
func (l *loopSite) begin(fr *frame, p *resumePlace) error {
	made := fr.t.generators
	v, err := l.source.get(fr)
	if err != nil {
		return err
	}
	fr.pos = l.pos
	it, err := Iter(fr.t, v)
	if err != nil {
		return fr.fail(err)
	}
	inner, ok := it.(*Generator)
	*p = resumePlace{loop: it, at: 1, drop: ok && l.fresh && inner.seq > made}
	return nil
}

// rounds goes through a loop until it ends or its body yields; at is 0 in its
// else clause.
func (l *loopSite) rounds(fr *frame, p *resumePlace) (signal, error) {
	for {
		if !fr.gen.resuming {
			fr.pos = l.pos
			v, err := nextOf(fr.t, p.loop)
			if err != nil {
				return next, fr.fail(err)
			}
			if v == nil {
				p.at = 0
			} else if err := l.assign(fr, v); err != nil {
				return next, err
			}
		}
		if p.at == 0 {
			return l.orelse(fr)
		}
		sig, err := l.body(fr)
		if err != nil || sig == returned || sig == yielded {
			return sig, err
		}
		if sig == stop {
			return next, nil
		}
	}
}

func (l *loopSite) assign(fr *frame, v Value) error {
	if err := fr.t.step(); err != nil {
		return err
	}
	if l.slot < uint(len(fr.locals)) {
		fr.locals[l.slot] = v
		return nil
	}
	return l.target(fr, v)
}

// elementsOf is the body of a generator expression with one for clause.
func (c *compiler) elementsOf(e *syntax.GeneratorExp) execFn {
	clause, elt, pos := e.Generators[0], c.operand(e.Elt), positionOf(e.At)
	l := &loopSite{slot: noSlot, target: c.store(clause.Target), pos: positionOf(clause.Iter.Span())}
	tests := make([]testFn, len(clause.Ifs))
	for i, x := range clause.Ifs {
		tests[i] = c.condition(x)
	}
	return func(fr *frame) (signal, error) {
		g := fr.gen
		if g.resuming {
			g.resuming = false
			if err := g.inject; err != nil {
				g.inject = nil
				return next, fr.fail(err)
			}
		}
		it := fr.locals[0].(Iterator)
	elements:
		for {
			fr.pos = l.pos
			v, err := nextOf(fr.t, it)
			if err != nil || v == nil {
				return next, fr.fail(err)
			}
			if err := l.assign(fr, v); err != nil {
				return next, err
			}
			for _, test := range tests {
				if ok, err := test(fr); err != nil {
					return next, err
				} else if !ok {
					continue elements
				}
			}
			if v, err = elt.get(fr); err != nil {
				return next, err
			}
			fr.pos, g.out = pos, v
			return yielded, nil
		}
	}
}
