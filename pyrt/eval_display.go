package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/internal/resolve"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// sequence compiles elements, some of them perhaps starred.
func (c *compiler) sequence(list []syntax.Expr) func(*frame) ([]Value, error) {
	fs := make([]evalFn, len(list))
	stars := make([]position, len(list))
	starry := false
	for i, e := range list {
		if s, ok := e.(*syntax.Starred); ok {
			e, starry = s.Value, true
			stars[i] = positionOf(s.Value.Span()) | 1<<63
		}
		fs[i] = c.expr(e)
	}
	if !starry {
		return func(fr *frame) ([]Value, error) {
			out := make([]Value, len(fs))
			for i, f := range fs {
				v, err := f(fr)
				if err != nil {
					return nil, err
				}
				out[i] = v
			}
			return out, nil
		}
	}
	return func(fr *frame) ([]Value, error) {
		out := make([]Value, 0, len(fs))
		for i, f := range fs {
			v, err := f(fr)
			if err != nil {
				return nil, err
			}
			if stars[i] == 0 {
				out = append(out, v)
				continue
			}
			fr.pos = stars[i] &^ (1 << 63)
			elems, err := Collect(fr.t, v)
			if err != nil {
				return nil, fr.fail(starredError(v, err))
			}
			out = append(out, elems...)
		}
		return out, nil
	}
}

func starredError(v Value, err error) error {
	if e, ok := err.(*Exception); ok && e.Value.Class == TypeError && e.Message() == "'"+v.Type().Name+"' object is not iterable" {
		return Errorf(TypeError, "Value after * must be an iterable, not %s", v.Type().Name)
	}
	return err
}

func (c *compiler) tuple(e *syntax.Tuple) evalFn {
	values := make([]Value, len(e.Elts))
	for i, x := range e.Elts {
		k, ok := x.(*syntax.Constant)
		if !ok {
			elems := c.sequence(e.Elts)
			return func(fr *frame) (Value, error) {
				vs, err := elems(fr)
				if err != nil {
					return nil, err
				}
				return &Tuple{Elems: vs}, nil
			}
		}
		values[i] = constant(k)
	}
	v := NewTuple(values...)
	return func(*frame) (Value, error) { return v, nil }
}

func (c *compiler) setDisplay(e *syntax.Set) evalFn {
	elems, pos := c.sequence(e.Elts), positionOf(e.At)
	return func(fr *frame) (Value, error) {
		vs, err := elems(fr)
		if err != nil {
			return nil, err
		}
		s := &Set{}
		for _, v := range vs {
			if err := s.Add(fr.t, v); err != nil {
				fr.pos = pos
				return nil, fr.fail(unhashableElement(err, v))
			}
		}
		return s, nil
	}
}

func (c *compiler) dictDisplay(e *syntax.Dict) evalFn {
	keys, values := make([]evalFn, len(e.Keys)), make([]evalFn, len(e.Keys))
	for i, k := range e.Keys {
		if k != nil {
			keys[i] = c.expr(k)
		}
		values[i] = c.expr(e.Values[i])
	}
	pos := positionOf(e.At)
	return func(fr *frame) (Value, error) {
		d := NewDict()
		for i, kf := range keys {
			var k Value
			var err error
			if kf != nil {
				if k, err = kf(fr); err != nil {
					return nil, err
				}
			}
			v, err := values[i](fr)
			if err != nil {
				return nil, err
			}
			if kf != nil {
				if s, ok := k.(Str); ok {
					d.SetStr(string(s), v)
					continue
				}
				err = unhashableKey(d.Set(fr.t, k, v), k)
			} else if err = eachItem(fr.t, v, func(k, x Value) error { return d.Set(fr.t, k, x) }); err == errNotMapping {
				err = Errorf(TypeError, "'%s' object is not a mapping", v.Type().Name)
			}
			if err != nil {
				fr.pos = pos
				return nil, fr.fail(err)
			}
		}
		return d, nil
	}
}

// enterInline gives an inline scope fresh variables; the old values come back
// afterwards, for a comprehension that is entered again by a generator.
func (c *compiler) enterInline() func(*frame) func(*frame) {
	cells, slots := c.scope.OwnCells(), c.scope.OwnSlots()
	if len(cells) == 0 {
		done := func(fr *frame) {
			for _, i := range slots {
				fr.locals[i] = nil
			}
		}
		return func(*frame) func(*frame) { return done }
	}
	return func(fr *frame) func(*frame) {
		old := make([]*Cell, len(cells))
		for k, i := range cells {
			old[k] = fr.cells[i]
			fr.cells[i] = &Cell{}
		}
		return func(fr *frame) {
			for k, i := range cells {
				fr.cells[i] = old[k]
			}
			for _, i := range slots {
				fr.locals[i] = nil
			}
		}
	}
}

// iterable compiles the source of one for clause.
func (c *compiler) iterable(g *syntax.Comprehension) func(*frame) (Iterator, error) {
	value, pos := c.expr(g.Iter), positionOf(g.Iter.Span())
	async := g.IsAsync
	return func(fr *frame) (Iterator, error) {
		v, err := value(fr)
		if err != nil {
			return nil, err
		}
		fr.pos = pos
		if async {
			it, err := asyncIter(fr, v)
			return it, fr.fail(err)
		}
		it, err := Iter(fr.t, v)
		return it, fr.fail(err)
	}
}

func (c *compiler) comprehensionLoop(gens []*syntax.Comprehension, i int, emit func(*frame) error) func(*frame, Iterator) error {
	g := gens[i]
	target := c.store(g.Target)
	pos := positionOf(g.Iter.Span())
	tests := make([]func(*frame) (bool, error), len(g.Ifs))
	for k, e := range g.Ifs {
		tests[k] = c.condition(e)
	}
	body := emit
	if i+1 < len(gens) {
		source, loop := c.iterable(gens[i+1]), c.comprehensionLoop(gens, i+1, emit)
		body = func(fr *frame) error {
			it, err := source(fr)
			if err != nil {
				return err
			}
			return loop(fr, it)
		}
	}
	return func(fr *frame, it Iterator) error {
	elements:
		for {
			fr.pos = pos
			v, err := nextOf(fr.t, it)
			if err != nil {
				return fr.fail(err)
			}
			if v == nil {
				return nil
			}
			if err := fr.t.step(); err != nil {
				return err
			}
			if err := target(fr, v); err != nil {
				return err
			}
			for _, test := range tests {
				ok, err := test(fr)
				if err != nil {
					return err
				}
				if !ok {
					continue elements
				}
			}
			if err := body(fr); err != nil {
				return err
			}
		}
	}
}

func (c *compiler) listComp(e *syntax.ListComp) evalFn {
	return c.collecting(e, e.Generators, func(c *compiler) func(*frame, Value) error {
		elt := c.expr(e.Elt)
		return func(fr *frame, into Value) error {
			v, err := elt(fr)
			if err != nil {
				return err
			}
			l := into.(*List)
			l.Elems = append(l.Elems, v)
			return fr.t.alloc(16)
		}
	}, func() Value { return &List{} })
}

func (c *compiler) setComp(e *syntax.SetComp) evalFn {
	return c.collecting(e, e.Generators, func(c *compiler) func(*frame, Value) error {
		elt, pos := c.expr(e.Elt), positionOf(e.Elt.Span())
		return func(fr *frame, into Value) error {
			v, err := elt(fr)
			if err != nil {
				return err
			}
			fr.pos = pos
			return fr.fail(unhashableElement(into.(*Set).Add(fr.t, v), v))
		}
	}, func() Value { return &Set{} })
}

func (c *compiler) dictComp(e *syntax.DictComp) evalFn {
	return c.collecting(e, e.Generators, func(c *compiler) func(*frame, Value) error {
		key, value, pos := c.expr(e.Key), c.expr(e.Value), positionOf(e.Key.Span())
		return func(fr *frame, into Value) error {
			k, err := key(fr)
			if err != nil {
				return err
			}
			v, err := value(fr)
			if err != nil {
				return err
			}
			fr.pos = pos
			return fr.fail(unhashableKey(into.(*Dict).Set(fr.t, k, v), k))
		}
	}, func() Value { return NewDict() })
}

// collecting compiles a comprehension that fills a container. The container
// under construction is passed through a hidden local stack of the frame.
func (c *compiler) collecting(node syntax.Node, gens []*syntax.Comprehension, body func(*compiler) func(*frame, Value) error, make func() Value) evalFn {
	first := c.iterable(gens[0])
	inner := &compiler{unit: c.unit, code: c.code, scope: c.unit.table.Scopes[node]}
	add := body(inner)
	enter := inner.enterInline()
	loop := inner.comprehensionLoop(gens, 0, func(fr *frame) error { return add(fr, fr.building[len(fr.building)-1]) })
	return func(fr *frame) (Value, error) {
		it, err := first(fr)
		if err != nil {
			return nil, err
		}
		into := make()
		leave := enter(fr)
		fr.building = append(fr.building, into)
		err = loop(fr, it)
		fr.building = fr.building[:len(fr.building)-1]
		leave(fr)
		if err != nil {
			return nil, err
		}
		return into, nil
	}
}

// generatorExp compiles to a function of its own with the first iterator as
// its only parameter.
func (c *compiler) generatorExp(e *syntax.GeneratorExp) evalFn {
	first := c.iterable(e.Generators[0])
	s := c.unit.table.Scopes[e]
	k := c.newCode("<genexpr>", c.nested("<genexpr>"), s, e, e.At)
	k.flags |= generatorCode
	k.sig = Signature{Func: k.qualname, Params: []Param{{Name: ".0", Kind: PositionalOnly}}}
	k.sig.count()
	pos := positionOf(e.At)
	k.body = func(c *compiler) execFn {
		if k.flags == generatorCode && len(e.Generators) == 1 && !e.Generators[0].IsAsync {
			k.resumes = true
			return c.elementsOf(e)
		}
		elt := c.expr(e.Elt)
		loop := c.comprehensionLoop(e.Generators, 0, func(fr *frame) error {
			v, err := elt(fr)
			if err != nil {
				return err
			}
			fr.pos = pos
			_, err = fr.gen.yield(fr, v)
			return err
		})
		return func(fr *frame) (signal, error) { return next, loop(fr, fr.locals[0].(Iterator)) }
	}
	from := c.freeCells(s)
	return func(fr *frame) (Value, error) {
		it, err := first(fr)
		if err != nil {
			return nil, err
		}
		f := &Function{Name: k.name, QualName: k.qualname, code: k, closure: fr.closure(from), globals: fr.globals, builtins: fr.builtins}
		nf := fr.t.newFrame(f)
		nf.locals[0] = it
		return newGenerator(nf), nil
	}
}

// scopeOf gives the resolver's scope of a node.
func (c *compiler) scopeOf(n syntax.Node) *resolve.Scope { return c.unit.table.Scopes[n] }
