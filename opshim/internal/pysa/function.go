package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// funcGenerator is func, func.name, func.package.name: attribute access adds a
// name, a call makes the function.
type funcGenerator struct {
	lib   *Library
	names []string
}

// Type is the class of func.
func (f *funcGenerator) Type() *pyrt.Type { return f.lib.class("_FunctionGenerator") }

// Attr adds a name; a trailing underscore is dropped.
func (f *funcGenerator) Attr(_ *pyrt.Thread, name string) (pyrt.Value, error) {
	if strings.HasPrefix(name, "__") {
		return nil, nil
	}
	name = strings.TrimSuffix(name, "_")
	return &funcGenerator{f.lib, appendTo(f.names, name)}, nil
}

// Call makes the function element.
func (f *funcGenerator) Call(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
	if len(f.names) == 0 {
		return nil, pyrt.Errorf(pyrt.TypeError, "func needs a function name")
	}
	name := f.names[len(f.names)-1]
	if len(f.names) == 1 && len(args.Pos) == 2 && (name == "cast" || name == "extract") {
		// func.cast and func.extract are no functions of the database.
		fn, err := f.lib.symbol(name)
		if err != nil {
			return nil, err
		}
		return pyrt.Call(t, fn, args)
	}
	if c := f.lib.userFunction(f.names[:len(f.names)-1], name); c != nil {
		return pyrt.Instantiate(t, c, args)
	}
	return f.lib.newFunction(f.names[:len(f.names)-1], name, args)
}

// newFunction makes a function element; type_ is the type of its result.
func (l *Library) newFunction(pkg []string, name string, args pyrt.Args) (pyrt.Value, error) {
	xs, err := l.operands(args.Pos)
	if err != nil {
		return nil, err
	}
	for i, v := range args.Pos {
		if s := stmtOf(v); s != nil {
			if q, ok := s.stmt.(expr.Query); ok {
				xs[i] = l.scalarOf(q)
			}
		}
	}
	var ty *schema.Type
	var typ pyrt.Value = pyrt.None
	for _, k := range args.Kw {
		if k.Name == "type_" && k.Value != pyrt.None {
			d, err := l.TypeOf(k.Value)
			if err != nil {
				return nil, err
			}
			ty, typ = &d, k.Value
		}
	}
	if name == "next_value" && len(args.Pos) == 1 {
		if x := l.elementOf(args.Pos[0]); x != nil {
			return l.wrap(x), nil
		}
	}
	return l.withType(l.wrap(expr.NewFunction(pkg, name, xs, ty)), typ)
}

// userFunction finds a GenericFunction subclass that a script defined.
func (l *Library) userFunction(pkg []string, name string) *pyrt.Type {
	return l.generics[strings.Join(append(pkg[:len(pkg):len(pkg)], strings.ToLower(name)), ".")]
}

// registerGeneric is __init_subclass__ of GenericFunction.
func registerGeneric(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c, ok := a[0].(*pyrt.Type)
	if !ok {
		return pyrt.None, nil
	}
	own := c.Name
	for _, attr := range []string{"name", "identifier"} {
		if v, ok := c.Dict.GetStr(attr); ok {
			if s, ok := pyrt.AsStr(v); ok {
				own = s
			}
		}
	}
	key := strings.ToLower(own)
	if v, ok := c.Dict.GetStr("package"); ok {
		if s, ok := pyrt.AsStr(v); ok {
			key = s + "." + key
		}
	}
	if l.generics == nil {
		l.generics = map[string]*pyrt.Type{}
	}
	l.generics[key] = c
	return pyrt.None, nil
}

// functionMembers are the methods of FunctionElement.
func functionMembers(l *Library) []pyrt.Member {
	fn := func(v pyrt.Value) (*expr.Function, error) {
		if o, ok := v.(*pyrt.Object); ok {
			if st, ok := o.Native.(*customState); ok && st.fn != nil {
				return st.fn, nil
			}
			if el, ok := o.Native.(*element); ok {
				if f, ok := el.x.(*expr.Function); ok {
					return f, nil // also of a class with @compiles
				}
			}
		}
		if f, ok := l.elementOf(v).(*expr.Function); ok {
			return f, nil
		}
		return nil, pyrt.Errorf(pyrt.TypeError, "a function is expected")
	}
	return append(windowMembers(l),
		l.method("__init__(self, *clauses)", functionInit),
		l.getter("name", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			f, err := fn(self)
			if err != nil {
				return pyrt.None, nil
			}
			return pyrt.Str(f.Name), nil
		}),
		l.getter("clauses", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			f, err := fn(self)
			if err != nil {
				return pyrt.None, err
			}
			return l.wrap(&expr.List{Elems: f.Args}), nil
		}),
		l.method("alias(self, name=None, joins_implicitly=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			f, err := fn(a[0])
			if err != nil {
				return nil, err
			}
			tv := &expr.TableValued{Func: f, Stem: f.Name}
			tv.Name, _ = pyrt.AsStr(a[1])
			return l.wrapFrom(tv), nil
		}),
		l.method("table_valued(self, *expr, with_ordinality=None, name=None, joins_implicitly=False)", tableValued),
		l.method("column_valued(self, name=None, joins_implicitly=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			f, err := fn(a[0])
			if err != nil {
				return nil, err
			}
			tv := &expr.TableValued{Func: f}
			tv.Name, _ = pyrt.AsStr(a[1])
			return l.wrap(&expr.TableValuedColumn{From: tv, Type: f.Type}), nil
		}),
		l.method("scalar_table_valued(self, name, type_=None)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			f, err := fn(a[0])
			if err != nil {
				return nil, err
			}
			part := &functionPart{fn: f}
			part.name, _ = pyrt.AsStr(a[1])
			x := &expr.Custom{Class: "ScalarFunctionColumn", Hook: part, Name: part.name}
			if a[2] != pyrt.None {
				if x.Type, err = l.TypeOf(a[2]); err != nil {
					return nil, err
				}
			}
			return l.wrap(x), nil
		}),
		l.method("aggregate_order_by(self, *order_by)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			f, err := fn(a[0])
			if err != nil {
				return nil, err
			}
			if l.release() != "2.1" {
				return nil, pyrt.Errorf(pyrt.AttributeError, "Neither 'Function' object nor 'Comparator' object has an attribute 'aggregate_order_by'")
			}
			by, err := l.orderings(l.items(a[1]))
			n := *f
			n.OrderBy = by
			return l.wrap(&n), err
		}),
		l.method("as_comparison(self, left_index, right_index)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
		l.method("select(self)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return l.newSelect([]pyrt.Value{a[0]})
		}),
		l.method("execution_options(self, **kw)", func(_ *Library, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }),
	)
}

// functionInit is FunctionElement(*clauses) of a class of the script's own.
func functionInit(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o, ok := a[0].(*pyrt.Object)
	if !ok {
		return pyrt.None, nil
	}
	st, ok := o.Native.(*customState)
	if !ok {
		return pyrt.None, nil
	}
	xs, err := l.operands(l.items(a[1]))
	if err != nil {
		return nil, err
	}
	name := o.Class.Name
	if s, ok := pyrt.AsStr(classAttr(t, o.Class, "name")); ok {
		name = s
	}
	st.fn = expr.NewFunction(nil, name, xs, nil)
	return pyrt.None, nil
}

// functionPart is function.scalar_table_valued(name): one column of what a
// function returns.
type functionPart struct {
	fn   expr.Expr
	name string
}

// CompileCustom writes "(f(x)).name".
func (p *functionPart) CompileCustom(_ string, c expr.Processor) (string, bool, error) {
	s, err := c.Process(p.fn)
	return "(" + s + ")." + c.Quote(p.name), err == nil, err
}

// windowMembers are over, filter and within_group, which functions keep after one
// of them was applied.
func windowMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		l.method("over(self, *, partition_by=None, order_by=None, rows=None, range_=None, groups=None)", overKeywords),
		l.method("filter(self, *criterion)", filterOf),
		l.method("within_group(self, *order_by)", withinGroup),
	}
}

// overKeywords is e.over(...), whose arguments are keywords.
func overKeywords(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	return overOf(l, t, a)
}

// listArg reads one expression or a list of them.
func (l *Library) listArg(v pyrt.Value) ([]expr.Expr, error) {
	if v == nil || v == pyrt.None {
		return nil, nil
	}
	vs := l.items(v)
	if vs == nil {
		vs = []pyrt.Value{v}
	}
	return l.orderings(vs)
}

func overOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, err := l.operand(a[0])
	if err != nil {
		return nil, err
	}
	o := &expr.Over{Elem: x}
	if o.PartitionBy, err = l.listArg(a[1]); err != nil {
		return nil, err
	}
	if o.OrderBy, err = l.listArg(a[2]); err != nil {
		return nil, err
	}
	frames := 0
	for i, p := range []**expr.Frame{&o.Rows, &o.Range, &o.Groups} {
		if clause, err := l.frameClause(a[3+i]); clause != nil || err != nil {
			if err != nil {
				return nil, err
			}
			frames++
			*p = &expr.Frame{Clause: clause}
			continue
		}
		pair, ok := pyrt.AsTuple(a[3+i])
		if !ok {
			continue
		}
		frames++
		f := &expr.Frame{}
		for j, to := range []**int64{&f.Low, &f.High} {
			if n, ok := pyrt.AsInt(pair[j]); ok && j < len(pair) {
				m := n
				*to = &m
			}
		}
		*p = f
	}
	if frames > 1 {
		return nil, l.errorf("ArgumentError", "only one of 'rows', 'range_', or 'groups' may be provided")
	}
	return l.wrap(o), nil
}

func filterOf(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, err := l.operand(a[0])
	if err != nil {
		return nil, err
	}
	conds, err := l.conditions(l.items(a[1]))
	if err != nil {
		return nil, err
	}
	if len(conds) == 0 {
		return a[0], nil
	}
	if f, ok := x.(*expr.Filter); ok {
		return l.wrap(&expr.Filter{Elem: f.Elem, Where: appendTo(f.Where, conds...)}), nil
	}
	return l.wrap(&expr.Filter{Elem: x, Where: conds}), nil
}

func withinGroup(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, err := l.operand(a[0])
	if err != nil {
		return nil, err
	}
	by, err := l.orderings(l.items(a[1]))
	return l.wrap(&expr.WithinGroup{Elem: x, OrderBy: by, Named: l.release() == "2.1"}), err
}

func tableValued(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	f, ok := l.elementOf(a[0]).(*expr.Function)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "a function is expected")
	}
	tv := &expr.TableValued{Func: f}
	tv.Name, _ = pyrt.AsStr(a[3])
	vs := l.items(a[1])
	if w, ok := pyrt.AsStr(a[2]); ok {
		tv.WithOrdinality = true
		vs = append(append([]pyrt.Value(nil), vs...), pyrt.Str(w))
	}
	for _, v := range vs {
		if s, ok := pyrt.AsStr(v); ok {
			tv.Columns = append(tv.Columns, expr.TableValuedCol{Name: s})
		} else if c := l.columnOf(v); c != nil {
			tv.Columns = append(tv.Columns, expr.TableValuedCol{Name: c.def.Name, Type: c.def.Type})
		} else {
			return nil, l.roleError(v, roleColumns)
		}
	}
	return l.wrapFrom(tv), nil
}

// tableValuedMembers are the methods of TableValuedAlias.
func tableValuedMembers(l *Library) []pyrt.Member {
	tv := func(v pyrt.Value) expr.TableValued {
		return *v.(*pyrt.Object).Native.(*fromObject).from.(*expr.TableValued)
	}
	return []pyrt.Member{
		l.method("render_derived(self, name=None, with_types=False)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := tv(a[0])
			c.Derived, c.WithTypes = true, tri(a[2]) == schema.Yes
			if s, ok := pyrt.AsStr(a[1]); ok {
				c.Name = s
			}
			return l.wrapFrom(&c), nil
		}),
		l.getter("column", func(l *Library, t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			f := self.(*pyrt.Object).Native.(*fromObject).from.(*expr.TableValued)
			return l.wrap(&expr.TableValuedColumn{From: f, Type: expr.TypeOf(f.Func)}), nil
		}),
	}
}

// genericMembers make GenericFunction subclasses of scripts work: an instance is
// the function of the class's name.
func genericMembers(l *Library) []pyrt.Member {
	return []pyrt.Member{
		pyrt.ClassFunc("__init_subclass__(cls, **kw)", l.bind(registerGeneric)),
		l.method("__init__(self, *args, **kwargs)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			o := a[0].(*pyrt.Object)
			name := o.Class.Name
			if v, err := pyrt.LookupAttr(t, o.Class, "name"); err == nil && v != nil {
				if s, ok := pyrt.AsStr(v); ok {
					name = s
				}
			}
			args := pyrt.Args{Pos: l.items(a[1]), Kw: keywords(a[2])}
			if ty, _ := pyrt.LookupAttr(t, o.Class, "type"); ty != nil && l.isTypeArg(ty) {
				args.Kw = append(args.Kw, pyrt.Keyword{Name: "type_", Value: ty})
			}
			v, err := l.newFunction(nil, name, args)
			if err != nil {
				return nil, err
			}
			o.Native = v.(*pyrt.Object).Native
			if el, ok := o.Native.(*element); ok {
				if f, ok := el.x.(*expr.Function); ok {
					f.Quote = quoteOf(classAttr(t, o.Class, "name"))
					for _, p := range l.items(classAttr(t, o.Class, "packagenames")) {
						s, _ := pyrt.AsStr(p)
						f.Package = append(f.Package, s)
					}
				}
			}
			return pyrt.None, nil
		}),
	}
}

func classAttr(t *pyrt.Thread, c *pyrt.Type, name string) pyrt.Value {
	v, err := pyrt.LookupAttr(t, c, name)
	if err != nil || v == nil {
		return pyrt.None
	}
	return v
}
