package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/internal/resolve"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// store compiles the assignment to a target.
func (c *compiler) store(e syntax.Expr) storeFn {
	pos := positionOf(e.Span())
	switch e := e.(type) {
	case *syntax.Name:
		return c.storeName(e.ID)
	case *syntax.Attribute:
		value, site := c.operand(e.Value), newMemberSite(c.scope.Mangle(e.Attr))
		return func(fr *frame, x Value) error {
			v, err := value.get(fr)
			if err != nil {
				return err
			}
			if site.set(v, x) {
				return nil
			}
			fr.pos = pos
			return fr.fail(assignAttr(fr.t, v, site.name, x))
		}
	case *syntax.Subscript:
		value, key := c.operand(e.Value), c.operand(e.Slice)
		return func(fr *frame, x Value) error {
			v, err := value.get(fr)
			if err != nil {
				return err
			}
			k, err := key.get(fr)
			if err != nil {
				return err
			}
			fr.pos = pos
			return fr.fail(SetItem(fr.t, v, k, x))
		}
	case *syntax.Tuple:
		return c.unpack(e.Elts, pos)
	case *syntax.List:
		return c.unpack(e.Elts, pos)
	case *syntax.Starred:
		return c.store(e.Value)
	}
	err := unsupported(e)
	return func(*frame, Value) error { return err }
}

// unpack compiles a, b, *c = value.
func (c *compiler) unpack(targets []syntax.Expr, pos position) storeFn {
	stores := make([]storeFn, len(targets))
	star := -1
	for i, e := range targets {
		if _, ok := e.(*syntax.Starred); ok {
			star = i
		}
		stores[i] = c.store(e)
	}
	return func(fr *frame, v Value) error {
		fr.pos = pos
		values, err := unpackValues(fr.t, v, len(stores), star)
		if err != nil {
			return fr.fail(err)
		}
		for i, s := range stores {
			if err := s(fr, values[i]); err != nil {
				return err
			}
		}
		return nil
	}
}

// unpackValues takes n values from v; the one at star (-1: none) is the list
// of the rest.
func unpackValues(t *Thread, v Value, n, star int) ([]Value, error) {
	var elems []Value
	switch x := v.(type) {
	case *Tuple:
		elems = x.Elems
	case *List:
		elems = x.Elems
	default:
		var err error
		if elems, err = takeValues(t, v, n, star); err != nil {
			return nil, err
		}
	}
	if star < 0 {
		switch {
		case len(elems) < n:
			return nil, Errorf(ValueError, "not enough values to unpack (expected %d, got %d)", n, len(elems))
		case len(elems) > n:
			return nil, tooManyValues(v, n)
		}
		return elems, nil
	}
	if len(elems) < n-1 {
		return nil, Errorf(ValueError, "not enough values to unpack (expected at least %d, got %d)", n-1, len(elems))
	}
	after := n - star - 1
	out := append([]Value(nil), elems[:star]...)
	out = append(out, NewList(append([]Value(nil), elems[star:len(elems)-after]...)...))
	return append(out, elems[len(elems)-after:]...), nil
}

func tooManyValues(v Value, n int) error {
	switch x := v.(type) {
	case *Tuple:
		return Errorf(ValueError, "too many values to unpack (expected %d, got %d)", n, len(x.Elems))
	case *List:
		return Errorf(ValueError, "too many values to unpack (expected %d, got %d)", n, len(x.Elems))
	case *Dict:
		return Errorf(ValueError, "too many values to unpack (expected %d, got %d)", n, x.live)
	}
	return Errorf(ValueError, "too many values to unpack (expected %d)", n)
}

// takeValues iterates; without a star one more than needed is asked for.
func takeValues(t *Thread, v Value, n, star int) ([]Value, error) {
	it, err := Iter(t, v)
	if err != nil {
		if e, ok := err.(*Exception); ok && e.Value.Class == TypeError && lookupSpecial(v, "__iter__") == nil && lookupSpecial(v, "__getitem__") == nil {
			return nil, Errorf(TypeError, "cannot unpack non-iterable %s object", v.Type().TypeName())
		}
		return nil, err
	}
	var out []Value
	for star >= 0 || len(out) <= n {
		x, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if x == nil {
			break
		}
		out = append(out, x)
		if err := t.alloc(16); err != nil {
			return nil, err
		}
		if err := t.step(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// assignSlot compiles name = value for a local variable.
func (c *compiler) assignSlot(e syntax.Expr, slot int) execFn {
	value := c.expr(e)
	return func(fr *frame) (signal, error) {
		v, err := value(fr)
		if err != nil {
			return next, err
		}
		fr.locals[slot] = v
		return next, nil
	}
}

func (c *compiler) assign(s *syntax.Assign) execFn {
	if len(s.Targets) == 1 {
		if n, ok := s.Targets[0].(*syntax.Name); ok {
			if r := c.scope.Ref(c.scope.Mangle(n.ID)); r.Place == resolve.Slot {
				return c.assignSlot(s.Value, r.Index)
			}
		}
	}
	value := c.expr(s.Value)
	if len(s.Targets) == 1 {
		store := c.store(s.Targets[0])
		return func(fr *frame) (signal, error) {
			v, err := value(fr)
			if err != nil {
				return next, err
			}
			return next, store(fr, v)
		}
	}
	stores := make([]storeFn, len(s.Targets))
	for i, e := range s.Targets {
		stores[i] = c.store(e)
	}
	return func(fr *frame) (signal, error) {
		v, err := value(fr)
		if err != nil {
			return next, err
		}
		for _, store := range stores {
			if err := store(fr, v); err != nil {
				return next, err
			}
		}
		return next, nil
	}
}

func (c *compiler) delete(s *syntax.Delete) execFn {
	var fs []execFn
	var add func(e syntax.Expr)
	add = func(e syntax.Expr) {
		pos := positionOf(e.Span())
		switch e := e.(type) {
		case *syntax.Name:
			fs = append(fs, c.deleteName(e))
		case *syntax.Attribute:
			value, name := c.expr(e.Value), c.scope.Mangle(e.Attr)
			fs = append(fs, func(fr *frame) (signal, error) {
				v, err := value(fr)
				if err != nil {
					return next, err
				}
				fr.pos = pos
				return next, fr.fail(assignAttr(fr.t, v, name, nil))
			})
		case *syntax.Subscript:
			value, key := c.expr(e.Value), c.expr(e.Slice)
			fs = append(fs, func(fr *frame) (signal, error) {
				v, err := value(fr)
				if err != nil {
					return next, err
				}
				k, err := key(fr)
				if err != nil {
					return next, err
				}
				fr.pos = pos
				return next, fr.fail(DelItem(fr.t, v, k))
			})
		case *syntax.Tuple:
			for _, x := range e.Elts {
				add(x)
			}
		case *syntax.List:
			for _, x := range e.Elts {
				add(x)
			}
		default:
			err := unsupported(e)
			fs = append(fs, func(*frame) (signal, error) { return next, err })
		}
	}
	for _, e := range s.Targets {
		add(e)
	}
	return sequenceOf(fs)
}
