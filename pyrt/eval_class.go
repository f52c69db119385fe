package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A classMaker is one compiled class statement.
type classMaker struct {
	site     *callSite // bases and keywords
	code     *code
	from     []int
	generic  bool
	pos      position
	qualname string
	classRef int // cell of __class__ in the body, -1
	dictRef  int // cell of __classdict__, -1
}

func (c *compiler) classDef(d *syntax.ClassDef) execFn {
	decorators := c.decorators(d.DecoratorList)
	store := c.storeName(d.Name)
	inner, enter := c, func(fr *frame) (Value, func(*frame), error) { return nil, nil, nil }
	if len(d.TypeParams) > 0 {
		inner, enter = c.typeParams(d, d.TypeParams)
	}
	s := c.scopeOf(d)
	m := &classMaker{pos: positionOf(d.At), qualname: c.nested(d.Name), generic: len(d.TypeParams) > 0}
	m.site = inner.callSite(&syntax.Call{Args: d.Bases, Keywords: d.Keywords})
	m.site.pos = m.pos
	m.code = inner.newCode(d.Name, m.qualname, s, d, d.At)
	m.code.body = func(c *compiler) execFn { return c.classBody(d) }
	m.from = inner.freeCells(s)
	m.classRef, m.dictRef = s.ClassCell("__class__"), s.ClassCell("__classdict__")
	return func(fr *frame) (signal, error) {
		apply, err := decorators(fr)
		if err != nil {
			return next, err
		}
		params, leave, err := enter(fr)
		if err != nil {
			return next, err
		}
		v, err := m.make(fr, d.Name, params)
		if leave != nil {
			leave(fr)
		}
		if err != nil {
			return next, err
		}
		if v, err = apply(fr, v); err != nil {
			return next, err
		}
		return next, store(fr, v)
	}
}

// classBody runs with the namespace as names of the frame.
func (c *compiler) classBody(d *syntax.ClassDef) execFn {
	doc, hasDoc := docstring(d.Body)
	body := c.block(d.Body)
	annotate := c.variableAnnotations(d)
	qualname, line := c.code.qualname, d.At.Position().Line
	module, qual := c.storeName("__module__"), c.storeName("__qualname__")
	set := func(fr *frame, name string, v Value) error {
		if ns, ok := fr.names.(*Dict); ok {
			ns.SetStr(name, v)
			return nil
		}
		return fr.fail(SetItem(fr.t, fr.names, Str(name), v))
	}
	return func(fr *frame) (signal, error) {
		if v, ok := fr.globals.GetStr("__name__"); ok {
			if err := module(fr, v); err != nil {
				return next, err
			}
		}
		if err := qual(fr, Str(qualname)); err != nil {
			return next, err
		}
		if err := set(fr, "__firstlineno__", Int(line)); err != nil {
			return next, err
		}
		if hasDoc {
			if err := set(fr, "__doc__", doc); err != nil {
				return next, err
			}
		}
		if _, err := body(fr); err != nil {
			return next, err
		}
		if annotate != nil {
			if err := set(fr, "__annotate_func__", annotate(fr)); err != nil {
				return next, err
			}
		}
		return next, set(fr, "__static_attributes__", NewTuple())
	}
}

// make does what __build_class__ does (data model, section 3.3.3).
func (m *classMaker) make(fr *frame, name string, params Value) (Value, error) {
	args, err := m.site.collect(fr, Str(name), nil)
	if err != nil {
		return nil, err
	}
	fr.pos = m.pos
	if m.generic {
		elems, _ := AsTuple(params)
		args.Pos = append(args.Pos, &GenericAlias{Origin: GenericType, Args: unpackTuples(elems)})
	}
	v, err := m.build(fr, name, args, params)
	if err != nil {
		return nil, fr.fail(err)
	}
	return v, nil
}

func unpackTuples(params []Value) []Value {
	out := make([]Value, len(params))
	for i, p := range params {
		if tp, ok := p.(*TypeParam); ok && tp.Kind == TypeVarTupleKind {
			p = &GenericAlias{Origin: UnpackType, Args: []Value{tp}}
		}
		out[i] = p
	}
	return out
}

func (m *classMaker) build(fr *frame, name string, args Args, params Value) (Value, error) {
	t := fr.t
	bases, changed, err := resolveBases(t, args.Pos)
	if err != nil {
		return nil, err
	}
	meta, kw, err := pickMetaclass(bases, args.Kw)
	if err != nil {
		return nil, err
	}
	ns, err := prepareNamespace(t, meta, name, bases, kw)
	if err != nil {
		return nil, err
	}
	body := t.newFrame(&Function{code: m.code, closure: fr.closure(m.from), globals: fr.globals, builtins: fr.builtins})
	body.names, body.kept = ns, true
	if m.dictRef >= 0 {
		body.cells[m.dictRef].Value = ns
	}
	if params != nil {
		if err := SetItem(t, ns, Str("__type_params__"), params); err != nil {
			return nil, err
		}
	}
	if err := t.enterCall(body); err != nil {
		return nil, err
	}
	_, err = m.code.ready()(body)
	t.leaveCall(body)
	if err != nil {
		return nil, body.fail(err)
	}
	if err := m.finishNamespace(t, ns, body, bases, args.Pos, changed); err != nil {
		return nil, err
	}
	cls, err := Call(t, meta, Args{Pos: []Value{Str(name), NewTuple(bases...), ns}, Kw: kw})
	if err != nil {
		return nil, err
	}
	if m.classRef >= 0 {
		if _, ok := cls.(*Type); ok && body.cells[m.classRef].Value == nil {
			return nil, Errorf(RuntimeError, "__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?", Repr1(t, Str(name)), Repr1(t, cls))
		}
	}
	return cls, nil
}

func (m *classMaker) finishNamespace(t *Thread, ns Value, body *frame, bases, orig []Value, changed bool) error {
	set := func(name string, v Value) error { return SetItem(t, ns, Str(name), v) }
	if m.classRef >= 0 {
		if err := set("__classcell__", body.cells[m.classRef]); err != nil {
			return err
		}
	}
	if m.dictRef >= 0 {
		if err := set("__classdictcell__", body.cells[m.dictRef]); err != nil {
			return err
		}
	}
	if changed {
		return set("__orig_bases__", NewTuple(orig...))
	}
	return nil
}

// resolveBases replaces bases that are not classes by what their
// __mro_entries__ give (PEP 560).
func resolveBases(t *Thread, bases []Value) ([]Value, bool, error) {
	var out []Value
	changed := false
	for i, b := range bases {
		if _, ok := b.(*Type); ok {
			out = append(out, b)
			continue
		}
		m, err := LookupAttr(t, b, "__mro_entries__")
		if err != nil {
			return nil, false, err
		}
		if m == nil {
			out = append(out, b)
			continue
		}
		r, err := Call(t, m, Positional(NewTuple(bases...)))
		if err != nil {
			return nil, false, err
		}
		elems, ok := AsTuple(r)
		if !ok {
			return nil, false, Errorf(TypeError, "__mro_entries__ must return a tuple")
		}
		if len(elems) == 1 && elems[0] == Value(GenericType) && hasGenericLater(bases[i+1:]) {
			elems = nil
		}
		out, changed = append(out, elems...), true
	}
	return out, changed, nil
}

// hasGenericLater: Generic[T] among the bases is dropped when another base is
// generic itself, as typing's own __mro_entries__ does.
func hasGenericLater(bases []Value) bool {
	for _, b := range bases {
		if g, ok := b.(*GenericAlias); ok && g.Origin != Value(GenericType) {
			if c, ok := g.Origin.(*Type); ok && c.IsSubclass(GenericType) {
				return true
			}
		}
	}
	return false
}

// pickMetaclass takes metaclass= out of the keywords and finds the winner. A
// metaclass that is no class is called as it is.
func pickMetaclass(bases []Value, kw []Keyword) (Value, []Keyword, error) {
	var meta Value
	var rest []Keyword
	for _, k := range kw {
		if k.Name == "metaclass" {
			meta = k.Value
		} else {
			rest = append(rest, k)
		}
	}
	if meta == nil {
		meta = TypeType
		if len(bases) > 0 {
			meta = bases[0].Type()
		}
	}
	c, ok := meta.(*Type)
	if !ok {
		return meta, rest, nil
	}
	if c != TypeType && !c.IsSubclass(TypeType) {
		return c, rest, nil // the base is an instance that acts as a class
	}
	w, err := winner(c, bases)
	return w, rest, err
}

func prepareNamespace(t *Thread, meta Value, name string, bases []Value, kw []Keyword) (Value, error) {
	if meta == Value(TypeType) {
		return NewDict(), nil
	}
	prepare, err := LookupAttr(t, meta, "__prepare__")
	if err != nil {
		return nil, err
	}
	if prepare == nil {
		return NewDict(), nil
	}
	ns, err := Call(t, prepare, Args{Pos: []Value{Str(name), NewTuple(bases...)}, Kw: kw})
	if err != nil {
		return nil, err
	}
	if _, ok := AsDict(ns); !ok && lookupSpecial(ns, "__getitem__") == nil {
		metaName := "<metaclass>"
		if c, ok := meta.(*Type); ok {
			metaName = c.Name
		}
		return nil, Errorf(TypeError, "%s.__prepare__() must return a mapping, not %s", metaName, ns.Type().Name)
	}
	return ns, nil
}
