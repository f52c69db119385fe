package resolve

import "github.com/mrt-tools/mrt/pyrt/syntax"

// File resolves a whole file.
func File(f *syntax.File) *Table {
	w := newWalker(f.FutureAnnotations)
	w.table.Module = w.open(Module, nil)
	w.annotated = f
	w.stmts(f.Body)
	return w.finish()
}

// Expression resolves an expression on its own, as eval does.
func Expression(e syntax.Expr) *Table {
	w := newWalker(false)
	w.table.Module = w.open(Module, nil)
	w.expr(e)
	return w.finish()
}

func newWalker(future bool) *walker {
	return &walker{future: future, table: &Table{Scopes: make(map[syntax.Node]*Scope),
		Params: make(map[syntax.Node]*Scope), Annotates: make(map[syntax.Node]*Scope)}}
}

func (w *walker) finish() *Table {
	analyze(w.table.Module)
	layout(w.table.Module)
	return w.table
}

// A walker collects the symbols of each scope.
type walker struct {
	table  *Table
	scope  *Scope
	future bool
	// annotated is the file, class or function whose annotations the walker
	// meets.
	annotated syntax.Node
}

// open makes a scope inside the current one; the caller closes it.
func (w *walker) open(kind Kind, node syntax.Node) *Scope {
	s := &Scope{Kind: kind, Parent: w.scope}
	s.Owner = s
	if p := w.scope; p != nil {
		s.Private = p.Private
		p.children = append(p.children, s)
		if kind == Inline || kind == TypeParams {
			s.Owner = p.Owner
		}
	}
	if node != nil {
		w.table.Scopes[node] = s
	}
	w.scope = s
	return s
}

func (w *walker) close() { w.scope = w.scope.Parent }

func (w *walker) bind(name string) {
	y := w.scope.symbol(w.scope.Mangle(name))
	if !y.global && !y.nonlocal {
		y.bound = true
	}
}

func (w *walker) use(name string) {
	w.scope.symbol(w.scope.Mangle(name)).used = true
	if name == "super" && (w.scope.Kind == Function || w.scope.Kind == Inline) {
		w.scope.symbol("__class__").used = true
		w.scope.Owner.symbol("__class__").used = true
	}
}

// lazy walks an expression that is evaluated on demand, in its own scope.
func (w *walker) lazy(e syntax.Expr) {
	if e == nil {
		return
	}
	w.openLazy(e)
	w.expr(e)
	w.close()
}

func (w *walker) openLazy(node syntax.Node) *Scope {
	s := w.open(Lazy, node)
	if s.classAround() != nil {
		s.symbol("__classdict__").used = true
	}
	return s
}

// typeParams opens the scope of type parameters if there are any.
func (w *walker) typeParams(node syntax.Node, params []syntax.TypeParam) bool {
	if len(params) == 0 {
		return false
	}
	w.table.Params[node] = w.open(TypeParams, nil)
	for _, p := range params {
		switch p := p.(type) {
		case *syntax.TypeVar:
			w.bind(p.Name)
		case *syntax.ParamSpec:
			w.bind(p.Name)
		case *syntax.TypeVarTuple:
			w.bind(p.Name)
		}
	}
	for _, p := range params {
		switch p := p.(type) {
		case *syntax.TypeVar:
			w.lazy(p.Bound)
			w.lazy(p.DefaultValue)
		case *syntax.ParamSpec:
			w.lazy(p.DefaultValue)
		case *syntax.TypeVarTuple:
			if s, ok := p.DefaultValue.(*syntax.Starred); ok {
				w.lazy(s.Value)
			} else {
				w.lazy(p.DefaultValue)
			}
		}
	}
	return true
}

func (w *walker) function(node syntax.Node, f *syntax.FunctionDef, async bool) {
	w.exprs(f.DecoratorList)
	w.defaults(f.Args)
	generic := w.typeParams(node, f.TypeParams)
	w.functionAnnotations(node, f)
	s := w.open(Function, node)
	s.Async = async
	outer := w.annotated
	w.annotated = nil
	w.params(f.Args)
	w.stmts(f.Body)
	w.annotated = outer
	w.close()
	if generic {
		w.close()
	}
	w.bind(f.Name)
}

// functionAnnotations opens the lazy scope of parameter annotations.
func (w *walker) functionAnnotations(node syntax.Node, f *syntax.FunctionDef) {
	var list []syntax.Expr
	for _, a := range allArgs(f.Args) {
		if a.Annotation != nil {
			list = append(list, a.Annotation)
		}
	}
	if f.Returns != nil {
		list = append(list, f.Returns)
	}
	if len(list) == 0 {
		return
	}
	w.table.Annotates[node] = w.openLazy(nil)
	if !w.future {
		w.exprs(list)
	}
	w.close()
}

func allArgs(a *syntax.Arguments) []*syntax.Arg {
	var out []*syntax.Arg
	out = append(out, a.Posonlyargs...)
	out = append(out, a.Args...)
	if a.Vararg != nil {
		out = append(out, a.Vararg)
	}
	out = append(out, a.Kwonlyargs...)
	if a.Kwarg != nil {
		out = append(out, a.Kwarg)
	}
	return out
}

// params binds the parameters in the order of their slots: positional,
// keyword-only, *args, **kwargs.
func (w *walker) params(a *syntax.Arguments) {
	add := func(p *syntax.Arg) {
		w.bind(p.Arg)
		w.scope.symbol(w.scope.Mangle(p.Arg)).param = true
		w.scope.Params++
	}
	for _, p := range a.Posonlyargs {
		add(p)
	}
	for _, p := range a.Args {
		add(p)
	}
	for _, p := range a.Kwonlyargs {
		add(p)
	}
	if a.Vararg != nil {
		add(a.Vararg)
	}
	if a.Kwarg != nil {
		add(a.Kwarg)
	}
}

func (w *walker) defaults(a *syntax.Arguments) {
	w.exprs(a.Defaults)
	w.exprs(a.KwDefaults)
}

func (w *walker) class(c *syntax.ClassDef) {
	w.exprs(c.DecoratorList)
	generic := w.typeParams(c, c.TypeParams)
	w.exprs(c.Bases)
	for _, k := range c.Keywords {
		w.expr(k.Value)
	}
	s := w.open(Class, c)
	s.Private = c.Name
	outer := w.annotated
	w.annotated = c
	if generic {
		w.bind("__type_params__")
	}
	for _, n := range []string{"__module__", "__qualname__"} {
		s.symbol(n).bound = true
	}
	w.stmts(c.Body)
	w.annotated = outer
	w.close()
	if generic {
		w.close()
	}
	w.bind(c.Name)
}

// annotation walks the annotation of a variable: at module and class level it
// belongs to the lazy scope of the module or class.
func (w *walker) annotation(a *syntax.AnnAssign) {
	if !a.Simple || w.scope.Kind != Module && w.scope.Kind != Class || w.annotated == nil {
		return
	}
	s := w.table.Annotates[w.annotated]
	if s == nil {
		s = w.openLazy(nil)
		w.table.Annotates[w.annotated] = s
		w.close()
	}
	if w.future {
		return
	}
	outer := w.scope
	w.scope = s
	w.expr(a.Annotation)
	w.scope = outer
}
