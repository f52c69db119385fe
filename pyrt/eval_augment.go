package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/internal/resolve"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// An augment is the operator and the value of an augmented assignment.
type augment struct {
	value operand
	op    Operator
	pos   position
}

// combine evaluates the value and gives old op value.
func (a *augment) combine(fr *frame, old Value) (Value, error) {
	var err error
	v := a.value.at(fr)
	if v == nil {
		if v, err = a.value.eval(fr); err != nil {
			return nil, err
		}
	}
	switch x := old.(type) {
	case Int:
		if y, ok := v.(Int); ok {
			if r := intFast(a.op, int64(x), int64(y)); r != nil {
				return r, nil
			}
		}
	case Float:
		if y, ok := v.(Float); ok {
			if r := floatFast(a.op, float64(x), float64(y)); r != nil {
				return r, nil
			}
		}
	}
	fr.pos = a.pos
	r, err := Inplace(fr.t, a.op, old, v)
	if err != nil {
		return nil, fr.fail(err)
	}
	return r, nil
}

func (c *compiler) augAssign(s *syntax.AugAssign) execFn {
	a := &augment{c.operand(s.Value), binaryOperators[s.Op], positionOf(s.At)}
	switch e := s.Target.(type) {
	case *syntax.Name:
		return c.augName(e, a)
	case *syntax.Attribute:
		return c.augAttribute(e, a)
	case *syntax.Subscript:
		return c.augSubscript(e, a)
	}
	err := unsupported(s)
	return func(*frame) (signal, error) { return next, err }
}

func (c *compiler) augName(e *syntax.Name, a *augment) execFn {
	load, store := c.operand(e), c.storeName(e.ID)
	if r := c.scope.Ref(c.scope.Mangle(e.ID)); r.Place == resolve.Slot {
		return func(fr *frame) (signal, error) {
			old, err := load.get(fr)
			if err != nil {
				return next, err
			}
			v, err := a.combine(fr, old)
			if err != nil {
				return next, err
			}
			fr.locals[r.Index] = v
			return next, nil
		}
	}
	return func(fr *frame) (signal, error) {
		old, err := load.get(fr)
		if err != nil {
			return next, err
		}
		v, err := a.combine(fr, old)
		if err != nil {
			return next, err
		}
		return next, store(fr, v)
	}
}

func (c *compiler) augAttribute(e *syntax.Attribute, a *augment) execFn {
	object, site, at := c.operand(e.Value), newMemberSite(c.scope.Mangle(e.Attr)), positionOf(e.At)
	return func(fr *frame) (signal, error) {
		o, err := object.get(fr)
		if err != nil {
			return next, err
		}
		fr.pos = at
		old, err := site.get(fr.t, o)
		if err != nil {
			return next, fr.fail(err)
		}
		v, err := a.combine(fr, old)
		if err != nil {
			return next, err
		}
		fr.pos = at
		if site.set(o, v) {
			return next, nil
		}
		return next, fr.fail(assignAttr(fr.t, o, site.name, v))
	}
}

func (c *compiler) augSubscript(e *syntax.Subscript, a *augment) execFn {
	object, key, at := c.operand(e.Value), c.operand(e.Slice), positionOf(e.At)
	return func(fr *frame) (signal, error) {
		o, err := object.get(fr)
		if err != nil {
			return next, err
		}
		k, err := key.get(fr)
		if err != nil {
			return next, err
		}
		fr.pos = at
		old, err := GetItem(fr.t, o, k)
		if err != nil {
			return next, fr.fail(err)
		}
		v, err := a.combine(fr, old)
		if err != nil {
			return next, err
		}
		fr.pos = at
		return next, fr.fail(SetItem(fr.t, o, k, v))
	}
}
