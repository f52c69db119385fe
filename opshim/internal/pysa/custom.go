package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// customState is the Go payload of constructs whose class a script defined.
type customState struct {
	node *expr.Custom
	// fn are the arguments of a FunctionElement of the script's own.
	fn *expr.Function
}

// newCustomObject is __new__ of the classes that scripts derive constructs from.
func newCustomObject(_ *Library, _ *pyrt.Thread, cls *pyrt.Type, _ pyrt.Args) (pyrt.Value, error) {
	return &pyrt.Object{Class: cls, Native: &customState{}}, nil
}

// customElement is the expression of a construct with Python code.
func (l *Library) customElement(o *pyrt.Object) expr.Expr {
	st, ok := o.Native.(*customState)
	if !ok {
		st = &customState{}
	}
	if st.node != nil {
		return st.node
	}
	st.node = &expr.Custom{Class: o.Class.Name, Hook: &customHook{lib: l, obj: o}}
	if el, ok := o.Native.(*element); ok {
		st.node.Type = expr.TypeOf(el.x)
	} else if ty, err := pyrt.LookupAttr(l.thread, o.Class, "type"); err == nil && ty != nil && l.isTypeArg(ty) {
		if d, err := l.TypeOf(ty); err == nil {
			st.node.Type = d
		}
	} else if o.Dict != nil {
		if ty, ok := o.Dict.GetStr("type"); ok && l.isTypeArg(ty) {
			if d, err := l.TypeOf(ty); err == nil {
				st.node.Type = d
			}
		}
	}
	if st.fn != nil {
		st.node.Stem, st.node.Children = st.fn.Name, append(st.node.Children, st.fn.Args...)
	}
	if o.Dict != nil {
		for _, e := range o.Dict.Items() {
			if x := l.elementOf(e[1]); x != nil && e[1] != pyrt.Value(o) {
				st.node.Children = append(st.node.Children, x)
			}
			if cl := l.clauseItems(e[1]); cl != nil {
				st.node.Children = append(st.node.Children, cl...)
			}
		}
	}
	return st.node
}

func (l *Library) clauseItems(v pyrt.Value) []expr.Expr {
	var out []expr.Expr
	for _, it := range l.items(v) {
		if x := l.elementOf(it); x != nil {
			out = append(out, x)
		}
	}
	return out
}

// isCompiledClass reports whether @compiles was used on the object's class.
func (l *Library) isCompiledClass(o *pyrt.Object) bool {
	return len(l.compiles) > 0 && !l.loading["default:"+o.Class.Name] && l.compilesFor(o.Class) != nil
}

// compilesFor finds the functions registered for a class or its nearest base.
func (l *Library) compilesFor(c *pyrt.Type) map[string]pyrt.Value {
	for _, k := range c.MRO {
		if fs, ok := l.compiles[k]; ok {
			return fs
		}
	}
	return nil
}

// compilesFunc finds the function for a dialect, or the default one.
func (l *Library) compilesFunc(c *pyrt.Type, dialect string) pyrt.Value {
	fs := l.compilesFor(c)
	if fs == nil {
		return nil
	}
	if f, ok := fs[dialect]; ok {
		return f
	}
	return fs[""]
}

// compilesDecorator is @compiles(class, *dialects).
func compilesDecorator(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	cls, ok := a[0].(*pyrt.Type)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "compiles() takes a class")
	}
	specs := l.items(a[1])
	return pyrt.NewBuiltin("decorate(fn)", func(t *pyrt.Thread, b []pyrt.Value) (pyrt.Value, error) {
		if l.compiles[cls] == nil {
			l.compiles[cls] = map[string]pyrt.Value{}
		}
		for _, s := range specs {
			name, _ := pyrt.AsStr(s)
			l.compiles[cls][name] = b[0]
		}
		if len(specs) == 0 {
			l.compiles[cls][""] = b[0]
		}
		return b[0], nil
	}), nil
}

// customHook renders a construct; it implements expr.CustomHook.
type customHook struct {
	lib *Library
	obj *pyrt.Object
}

// CompileCustom calls the @compiles function, or the class's own _compiler_dispatch
// replacement for the constructs that SQLAlchemy renders itself.
func (h *customHook) CompileCustom(dialect string, p expr.Processor) (string, bool, error) {
	l := h.lib
	f := l.compilesFunc(h.obj.Class, dialect)
	if f == nil {
		if text, ok, err := h.plain(p); ok || err != nil {
			return text, ok, err
		}
		return "", false, nil
	}
	args := pyrt.Positional(h.obj, l.newCompiler(dialect, p, h.obj))
	v, err := pyrt.Call(l.thread, f, args)
	if err != nil {
		return "", false, err
	}
	s, ok := pyrt.AsStr(v)
	if !ok {
		return "", false, pyrt.Errorf(pyrt.TypeError, "a @compiles function returned %s instead of str", v.Type().Name)
	}
	return s, true, nil
}

// plain renders what has a form of its own: a function element without an
// override, or a core construct that is overridden for another dialect only.
func (h *customHook) plain(p expr.Processor) (string, bool, error) {
	switch n := h.obj.Native.(type) {
	case *element:
		s, err := p.Process(n.x)
		return s, err == nil, err
	case *customState:
		if n.fn != nil {
			s, err := p.Process(n.fn)
			return s, err == nil, err
		}
	case *statement:
		s, err := p.ProcessStmt(n.stmt)
		return s, err == nil, err
	case *ddlObject:
		st, err := n.statement(h.lib)
		if err != nil {
			return "", false, err
		}
		s, err := p.ProcessStmt(st)
		return s, err == nil, err
	}
	return "", false, nil
}

// compilerState is the Go payload of the compiler object that @compiles functions
// get.
type compilerState struct {
	dialect string
	proc    expr.Processor // nil for types
	self    *pyrt.Object
	// constraint renders the constraint that is being compiled without the
	// override; nil elsewhere.
	constraint func() string
}

func (l *Library) newCompiler(dialect string, p expr.Processor, self *pyrt.Object) *pyrt.Object {
	return pyrt.NewObject(l.class("SQLCompiler"), &compilerState{dialect: dialect, proc: p, self: self})
}

// process renders any element for a @compiles function.
func (l *Library) process(st *compilerState, v pyrt.Value) (string, error) {
	o, isObj := v.(*pyrt.Object)
	if isObj && l.isType(o) {
		ty, err := l.typeData(o)
		if err != nil {
			return "", err
		}
		if st.proc != nil {
			return st.proc.ProcessType(ty)
		}
		d, err := l.dialectData(st.dialect)
		if err != nil {
			return "", err
		}
		s, err := d.CompileType(ty)
		return s, l.Raise(err)
	}
	if st.proc == nil {
		return "", unsupported("compiler.process in a type")
	}
	if isObj {
		switch n := o.Native.(type) {
		case *statement:
			return st.proc.ProcessStmt(n.stmt)
		case *table:
			return st.proc.ProcessFrom(n.from)
		case *fromObject:
			return st.proc.ProcessFrom(n.from)
		case *ddlObject:
			s, err := n.statement(l)
			if err != nil {
				return "", err
			}
			return st.proc.ProcessStmt(s)
		}
	}
	x, err := l.ExprOf(v)
	if err != nil {
		return "", err
	}
	return st.proc.Process(x)
}

// compilerMembers is the namespace of the compiler object.
func compilerMembers(l *Library) []pyrt.Member {
	state := func(v pyrt.Value) *compilerState { return v.(*pyrt.Object).Native.(*compilerState) }
	self := func(l *Library, t *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) { return v, nil }
	processed := func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, err := l.process(state(a[0]), a[1])
		return pyrt.Str(s), err
	}
	return []pyrt.Member{
		l.method("process(self, obj, *args, **kw)", processed),
		l.method("get_column_specification(self, column, **kw)", columnSpecification),
		l.getter("dialect", func(l *Library, t *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) {
			return l.dialectObject(state(v).dialect)
		}),
		l.getter("sql_compiler", self), l.getter("type_compiler", self), l.getter("preparer", self), l.getter("identifier_preparer", self),
		l.method("quote(self, ident, force=None)", quoteIdent),
		l.method("quote_identifier(self, ident)", quoteIdent),
		l.method("quote_schema(self, ident)", quoteIdent),
		l.method("format_column(self, column, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := l.columnOf(a[1])
			if c == nil {
				return nil, pyrt.Errorf(pyrt.TypeError, "format_column() takes a column")
			}
			return quoteIdent(l, t, []pyrt.Value{a[0], pyrt.Str(c.def.Name)})
		}),
		l.method("format_table(self, table, **kw)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			tb := l.tableOf(a[1])
			if tb == nil {
				return nil, pyrt.Errorf(pyrt.TypeError, "format_table() takes a table")
			}
			return pyrt.Str(state(a[0]).proc.FormatTable(tb.def)), nil
		}),
		pyrt.RawMethod("__getattr__", func(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
			name, _ := pyrt.AsStr(args.Pos[1])
			if !strings.HasPrefix(name, "visit_") {
				return nil, noAttribute(args.Pos[0], name)
			}
			st := state(args.Pos[0])
			return pyrt.NewBuiltin(name+"(element, **kw)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				return l.visitDefault(st, name, a[0])
			}), nil
		}),
	}
}

// visitDefault is compiler.visit_x(element): the form without the override.
func (l *Library) visitDefault(st *compilerState, name string, v pyrt.Value) (pyrt.Value, error) {
	o, ok := v.(*pyrt.Object)
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "%s() takes an element", name)
	}
	if l.isType(o) {
		return l.visitType(st, name, o)
	}
	if _, isConstraint := o.Native.(*constraint); isConstraint && st.constraint != nil {
		return pyrt.Str(st.constraint()), nil
	}
	key := "default:" + o.Class.Name
	l.loading[key] = true
	defer delete(l.loading, key)
	if _, isCustom := o.Native.(*customState); isCustom {
		return nil, unsupported("compiler.%s of a class without its own form", name)
	}
	s, err := l.process(st, o)
	return pyrt.Str(s), err
}

// visitType is compiler.visit_JSON(type_) in a @compiles function of a type: the
// text of the type class with that visit name.
func (l *Library) visitType(st *compilerState, name string, o *pyrt.Object) (pyrt.Value, error) {
	ty, err := l.typeData(o)
	if err != nil {
		return nil, err
	}
	ty.Hook = nil
	visit := strings.TrimPrefix(name, "visit_")
	for i := range typeTable {
		kind, dialect := typeTable[i].split()
		if typeTable[i].visit == visit || typeTable[i].visit == "" && kind == visit {
			if dialect == "" || dialect == st.dialect {
				ty.Kind, ty.Dialect = kind, dialect
				break
			}
		}
	}
	d, err := l.dialectData(st.dialect)
	if err != nil {
		return nil, err
	}
	s, err := d.CompileType(ty)
	return pyrt.Str(s), l.Raise(err)
}

func quoteIdent(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	s, _ := pyrt.AsStr(a[1])
	st := a[0].(*pyrt.Object).Native.(*compilerState)
	if st.proc != nil {
		return pyrt.Str(st.proc.Quote(s)), nil
	}
	d, err := l.dialectData(st.dialect)
	if err != nil {
		return nil, err
	}
	return pyrt.Str(d.Quote(s)), nil
}

func columnSpecification(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	c := l.columnOf(a[1])
	st := a[0].(*pyrt.Object).Native.(*compilerState)
	if c == nil || st.proc == nil {
		return nil, pyrt.Errorf(pyrt.TypeError, "get_column_specification() takes a column")
	}
	var def *schema.Table
	if c.table != nil {
		def = c.table.def
	}
	s, err := st.proc.ProcessStmt(&expr.CreateColumn{Table: def, Column: c.def})
	return pyrt.Str(s), err
}
