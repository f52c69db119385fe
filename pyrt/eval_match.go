package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

// A matchFn tries a pattern; captures are stored as they are found.
type matchFn func(fr *frame, v Value) (bool, error)

func (c *compiler) match(s *syntax.Match) execFn {
	subject := c.expr(s.Subject)
	type branch struct {
		pattern matchFn
		guard   func(*frame) (bool, error)
		body    execFn
	}
	branches := make([]branch, len(s.Cases))
	for i, k := range s.Cases {
		branches[i] = branch{pattern: c.pattern(k.Pattern), body: c.block(k.Body)}
		if k.Guard != nil {
			branches[i].guard = c.condition(k.Guard)
		}
	}
	return func(fr *frame) (signal, error) {
		v, err := subject(fr)
		if err != nil {
			return next, err
		}
		for i := range branches {
			b := &branches[i]
			ok, err := b.pattern(fr, v)
			if err != nil {
				return next, err
			}
			if ok && b.guard != nil {
				if ok, err = b.guard(fr); err != nil {
					return next, err
				}
			}
			if ok {
				return b.body(fr)
			}
		}
		return next, nil
	}
}

func (c *compiler) pattern(p syntax.Pattern) matchFn {
	pos := positionOf(p.Span())
	switch p := p.(type) {
	case *syntax.MatchValue:
		value := c.expr(p.Value)
		return func(fr *frame, v Value) (bool, error) {
			x, err := value(fr)
			if err != nil {
				return false, err
			}
			fr.pos = pos
			r, err := Binary(fr.t, OpEq, v, x)
			if err != nil {
				return false, fr.fail(err)
			}
			ok, err := Truth(fr.t, r)
			return ok, fr.fail(err)
		}
	case *syntax.MatchSingleton:
		want := None
		if b, ok := p.Value.(bool); ok {
			want = Bool(b)
		}
		return func(_ *frame, v Value) (bool, error) { return v == want, nil }
	case *syntax.MatchAs:
		return c.matchAs(p)
	case *syntax.MatchOr:
		return c.matchOr(p)
	case *syntax.MatchSequence:
		return c.matchSequence(p)
	case *syntax.MatchMapping:
		return c.matchMapping(p)
	case *syntax.MatchClass:
		return c.matchClass(p)
	}
	err := unsupported(p)
	return func(*frame, Value) (bool, error) { return false, err }
}

func (c *compiler) matchAs(p *syntax.MatchAs) matchFn {
	var inner matchFn
	if p.Pattern != nil {
		inner = c.pattern(p.Pattern)
	}
	if p.Name == "" {
		return func(*frame, Value) (bool, error) { return true, nil }
	}
	store := c.storeName(p.Name)
	return func(fr *frame, v Value) (bool, error) {
		if inner != nil {
			if ok, err := inner(fr, v); err != nil || !ok {
				return false, err
			}
		}
		return true, store(fr, v)
	}
}

func (c *compiler) matchOr(p *syntax.MatchOr) matchFn {
	fs := make([]matchFn, len(p.Patterns))
	for i, q := range p.Patterns {
		fs[i] = c.pattern(q)
	}
	return func(fr *frame, v Value) (bool, error) {
		for _, f := range fs {
			if ok, err := f(fr, v); err != nil || ok {
				return ok, err
			}
		}
		return false, nil
	}
}

// A SequenceLike value tells whether sequence patterns take it; a MappingLike
// one the same for mapping patterns.
type (
	// SequenceLike is asked by match statements.
	SequenceLike interface {
		Value
		IsSequence() bool
	}
	// MappingLike is asked by match statements.
	MappingLike interface {
		Value
		IsMapping() bool
	}
)

// isMatchSequence: lists, tuples, ranges and what is registered as a
// collections.abc.Sequence, but no strings (language reference, 8.6.4.7).
func isMatchSequence(t *Thread, v Value) (bool, error) {
	switch x := Underlying(v).(type) {
	case *List, *Tuple, *Range, *bigRange:
		return true, nil
	case SequenceLike:
		return x.IsSequence(), nil
	case Str, Bytes, *ByteArray, *Dict, *Set, Int, Float, Bool, NoneKind:
		return false, nil
	}
	return isABC(t, v, "Sequence")
}

func isMatchMapping(t *Thread, v Value) (bool, error) {
	switch x := Underlying(v).(type) {
	case *Dict, *MappingProxy:
		return true, nil
	case MappingLike:
		return x.IsMapping(), nil
	case *List, *Tuple, Str, Bytes, *Set, Int, Float, Bool, NoneKind:
		return false, nil
	}
	return isABC(t, v, "Mapping")
}

// isABC asks collections.abc, if the program has loaded it: without that
// nothing can be registered there.
func isABC(t *Thread, v Value, name string) (bool, error) {
	for _, c := range v.Type().MRO {
		if c.Name == name && c.moduleName() == "collections.abc" {
			return true, nil
		}
	}
	m := t.Modules["collections.abc"]
	if m == nil {
		return false, nil
	}
	c, err := LookupAttr(t, m, name)
	if err != nil || c == nil {
		return false, err
	}
	return IsInstanceOf(t, v, c)
}

func (c *compiler) matchSequence(p *syntax.MatchSequence) matchFn {
	fs := make([]matchFn, len(p.Patterns))
	star := -1
	var rest storeFn
	for i, q := range p.Patterns {
		if s, ok := q.(*syntax.MatchStar); ok {
			star = i
			if s.Name != "" {
				rest = c.storeName(s.Name)
			}
			continue
		}
		fs[i] = c.pattern(q)
	}
	pos := positionOf(p.At)
	return func(fr *frame, v Value) (bool, error) {
		fr.pos = pos
		t := fr.t
		ok, err := isMatchSequence(t, v)
		if err != nil || !ok {
			return false, fr.fail(err)
		}
		n, err := Length(t, v)
		if err != nil {
			return false, fr.fail(err)
		}
		if star < 0 && n != len(fs) || star >= 0 && n < len(fs)-1 {
			return false, nil
		}
		item := func(i int) (Value, error) {
			x, err := GetItem(t, v, Int(i))
			return x, fr.fail(err)
		}
		for i, f := range fs {
			if i == star {
				if ok, err := matchRest(rest, i, n-(len(fs)-1), item, fr); err != nil || !ok {
					return false, err
				}
				continue
			}
			at := i
			if star >= 0 && i > star {
				at = n - (len(fs) - i)
			}
			x, err := item(at)
			if err != nil {
				return false, err
			}
			if ok, err := f(fr, x); err != nil || !ok {
				return false, err
			}
		}
		return true, nil
	}
}

func matchRest(rest storeFn, from, n int, item func(int) (Value, error), fr *frame) (bool, error) {
	if rest == nil {
		return true, nil
	}
	elems := make([]Value, n)
	for k := range elems {
		x, err := item(from + k)
		if err != nil {
			return false, err
		}
		elems[k] = x
	}
	return true, rest(fr, NewList(elems...))
}

func (c *compiler) matchMapping(p *syntax.MatchMapping) matchFn {
	keys, fs := make([]evalFn, len(p.Keys)), make([]matchFn, len(p.Keys))
	for i, k := range p.Keys {
		keys[i], fs[i] = c.expr(k), c.pattern(p.Patterns[i])
	}
	var rest storeFn
	if p.Rest != "" {
		rest = c.storeName(p.Rest)
	}
	pos := positionOf(p.At)
	return func(fr *frame, v Value) (bool, error) {
		fr.pos = pos
		t := fr.t
		ok, err := isMatchMapping(t, v)
		if err != nil || !ok {
			return false, fr.fail(err)
		}
		seen := &Set{}
		values := make([]Value, len(keys))
		for i, kf := range keys {
			k, err := kf(fr)
			if err != nil {
				return false, err
			}
			if dup, err := seen.Has(t, k); err != nil {
				return false, fr.fail(err)
			} else if dup {
				return false, fr.fail(Errorf(ValueError, "mapping pattern checks duplicate key (%s)", Repr1(t, k)))
			}
			if err := seen.Add(t, k); err != nil {
				return false, fr.fail(err)
			}
			x, err := mappingGet(t, v, k)
			if err != nil || x == nil {
				return false, fr.fail(err)
			}
			values[i] = x
		}
		for i, f := range fs {
			if ok, err := f(fr, values[i]); err != nil || !ok {
				return false, err
			}
		}
		if rest == nil {
			return true, nil
		}
		d := NewDict()
		err = eachItem(t, v, func(k, x Value) error {
			if has, err := seen.Has(t, k); err != nil || has {
				return err
			}
			return d.Set(t, k, x)
		})
		if err != nil {
			return false, fr.fail(err)
		}
		return true, rest(fr, d)
	}
}

// mappingGet looks a key up without triggering __missing__.
func mappingGet(t *Thread, v, key Value) (Value, error) {
	if d, ok := v.(*Dict); ok {
		return d.Get(t, key)
	}
	absent := &Object{Class: ObjectType}
	x, err := CallMethod(t, v, "get", key, absent)
	if x == Value(absent) {
		return nil, err
	}
	return x, err
}

func (c *compiler) matchClass(p *syntax.MatchClass) matchFn {
	class, pos := c.expr(p.Cls), positionOf(p.At)
	positional, keyword := make([]matchFn, len(p.Patterns)), make([]matchFn, len(p.KwdPatterns))
	for i, q := range p.Patterns {
		positional[i] = c.pattern(q)
	}
	for i, q := range p.KwdPatterns {
		keyword[i] = c.pattern(q)
	}
	return func(fr *frame, v Value) (bool, error) {
		cv, err := class(fr)
		if err != nil {
			return false, err
		}
		fr.pos = pos
		t := fr.t
		cls, ok := cv.(*Type)
		if !ok {
			return false, fr.fail(Errorf(TypeError, "called match pattern must be a class"))
		}
		ok, err = IsInstanceOf(t, v, cls)
		if err != nil || !ok {
			return false, fr.fail(err)
		}
		names, self, err := matchArgs(t, cls, len(positional))
		if err != nil {
			return false, fr.fail(err)
		}
		if self && len(positional) == 1 {
			if ok, err := positional[0](fr, v); err != nil || !ok {
				return false, err
			}
		}
		values, err := matchAttributes(t, cls, v, names, p.KwdAttrs)
		if err != nil || values == nil {
			return false, fr.fail(err)
		}
		fs := append(append([]matchFn(nil), positional[:len(names)]...), keyword...)
		for i, x := range values {
			if ok, err := fs[i](fr, x); err != nil || !ok {
				return false, err
			}
		}
		return true, nil
	}
}

// matchAttributes reads the attributes of all sub-patterns; nil when one is
// absent.
func matchAttributes(t *Thread, cls *Type, v Value, names []Value, keywords []string) ([]Value, error) {
	values := make([]Value, 0, len(names)+len(keywords))
	seen := make(map[string]bool)
	get := func(name string) (bool, error) {
		if seen[name] {
			return false, Errorf(TypeError, "%s() got multiple sub-patterns for attribute '%s'", cls.Name, name)
		}
		seen[name] = true
		x, err := LookupAttr(t, v, name)
		values = append(values, x)
		return x != nil, err
	}
	for _, n := range names {
		s, ok := AsStr(n)
		if !ok {
			return nil, Errorf(TypeError, "__match_args__ elements must be strings (got %s)", n.Type().Name)
		}
		if ok, err := get(s); err != nil || !ok {
			return nil, err
		}
	}
	for _, k := range keywords {
		if ok, err := get(k); err != nil || !ok {
			return nil, err
		}
	}
	return values, nil
}

// matchArgs gives the attribute names of n positional sub-patterns; self means
// that the one sub-pattern matches the subject itself.
func matchArgs(t *Thread, cls *Type, n int) (names []Value, self bool, err error) {
	if n == 0 {
		return nil, false, nil
	}
	v, err := LookupAttr(t, cls, "__match_args__")
	if err != nil {
		return nil, false, err
	}
	if v == nil {
		allowed := 0
		if cls.layout != nil && cls.layout != ComplexType {
			allowed, self = 1, true
		}
		for _, k := range cls.MRO {
			if k == BoolType {
				allowed, self = 1, true
			}
		}
		if n > allowed {
			return nil, false, Errorf(TypeError, "%s() accepts %d positional sub-pattern%s (%d given)", cls.Name, allowed, plurality(allowed != 1), n)
		}
		return nil, self, nil
	}
	elems, ok := v.(*Tuple)
	if !ok {
		return nil, false, Errorf(TypeError, "%s.__match_args__ must be a tuple (got %s)", cls.Name, v.Type().Name)
	}
	if n > len(elems.Elems) {
		return nil, false, Errorf(TypeError, "%s() accepts %d positional sub-pattern%s (%d given)", cls.Name, len(elems.Elems), plurality(len(elems.Elems) != 1), n)
	}
	return elems.Elems[:n], false, nil
}
