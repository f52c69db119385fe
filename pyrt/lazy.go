package pyrt

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A lazyModule evaluates a module name by name: a top-level statement runs
// when a name that it binds is asked for, from outside or by code of the
// module itself. Statements that bind nothing (calls, docstrings) never run.
type lazyModule struct {
	module *Module
	fr     *frame
	run    []execFn
	// binds lists, by name, the statements that bind or change it, in order.
	binds map[string][]int
	state []stmtState
	stars []int // statements "from x import *"
	busy  map[string]bool
	// around brackets each statement that runs; nil does nothing.
	around func() (done func())
}

type stmtState uint8

const (
	waiting stmtState = iota
	running
	finished
)

// LoadLazy makes a module whose top level is evaluated only as far as the
// names that are used need it: statements run when a name that they bind is
// first looked up, together with the earlier statements that bind the same
// name. It never fails by itself; errors of statements arise at the look-up.
func LoadLazy(t *Thread, f *syntax.File, name string) *Module {
	m := t.prepareModule(f, name)
	k := moduleCode(f)
	l := &lazyModule{module: m, binds: make(map[string][]int), state: make([]stmtState, len(f.Body)), busy: make(map[string]bool)}
	fr := t.newFrame(&Function{code: k, globals: m.Dict, builtins: t.builtinsDict()})
	fr.kept = true
	l.fr = fr
	c := &compiler{unit: k.unit, code: k, scope: k.scope}
	for i, s := range f.Body {
		l.run = append(l.run, c.lazyStmt(s))
		if imp, ok := s.(*syntax.ImportFrom); ok && len(imp.Names) == 1 && imp.Names[0].Name == "*" {
			l.stars = append(l.stars, i)
		}
		for _, n := range boundNames(s) {
			l.binds[n] = append(l.binds[n], i)
		}
	}
	m.Dict.lazy = l
	m.Lazy = l.demand
	return m
}

// lazyStmt compiles a statement when it first runs.
func (c *compiler) lazyStmt(s syntax.Stmt) execFn {
	var f execFn
	return func(fr *frame) (signal, error) {
		if f == nil {
			f = c.block([]syntax.Stmt{s})
		}
		return f(fr)
	}
}

// demand runs what is needed for name; nil, nil when the module does not have
// it.
func (l *lazyModule) demand(t *Thread, name string) (Value, error) {
	if l.busy[name] {
		v, _ := l.module.Dict.GetStr(name)
		return v, nil
	}
	l.busy[name] = true
	defer delete(l.busy, name)
	for _, i := range l.binds[name] {
		if err := l.execute(t, i); err != nil {
			return nil, err
		}
	}
	if v, ok := l.module.Dict.GetStr(name); ok {
		return v, nil
	}
	if strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") {
		return nil, nil
	}
	for _, i := range l.stars {
		if err := l.execute(t, i); err != nil {
			return nil, err
		}
		if v, ok := l.module.Dict.GetStr(name); ok {
			return v, nil
		}
	}
	return nil, nil
}

// demandAll runs everything that binds a name.
func (l *lazyModule) demandAll(t *Thread) error {
	bound := make([]bool, len(l.state))
	for _, list := range l.binds {
		for _, i := range list {
			bound[i] = true
		}
	}
	for _, i := range l.stars {
		bound[i] = true
	}
	for i, b := range bound {
		if b {
			if err := l.execute(t, i); err != nil {
				return err
			}
		}
	}
	return nil
}

// execute runs statement i once.
func (l *lazyModule) execute(t *Thread, i int) error {
	if l.state[i] != waiting {
		return nil
	}
	l.state[i] = running
	if l.around != nil {
		defer l.around()()
	}
	fr := t.newFrame(l.fr.fn)
	fr.kept, fr.cells, fr.locals = true, l.fr.cells, l.fr.locals
	if err := t.enterCall(fr); err != nil {
		l.state[i] = waiting
		return err
	}
	_, err := l.run[i](fr)
	t.leaveCall(fr)
	l.fr.annotated = append(l.fr.annotated, fr.annotated...)
	if err != nil {
		l.state[i] = waiting
		return fr.fail(err)
	}
	l.state[i] = finished
	return nil
}

// boundNames lists the global names that a top-level statement binds or
// changes: assignments, also to attributes and items (REGISTRY["x"] = 1),
// definitions, imports, and those inside compound statements. A call on a
// name (names.append("x")) counts as a change of it.
func boundNames(s syntax.Stmt) []string {
	b := &binder{seen: make(map[string]bool)}
	b.stmt(s)
	return b.names
}

type binder struct {
	names []string
	seen  map[string]bool
}

func (b *binder) add(name string) {
	if name != "" && !b.seen[name] {
		b.seen[name] = true
		b.names = append(b.names, name)
	}
}

func (b *binder) stmts(list []syntax.Stmt) {
	for _, s := range list {
		b.stmt(s)
	}
}

func (b *binder) target(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		b.add(e.ID)
	case *syntax.Attribute:
		b.target(e.Value)
	case *syntax.Subscript:
		b.target(e.Value)
	case *syntax.Starred:
		b.target(e.Value)
	case *syntax.Tuple:
		for _, x := range e.Elts {
			b.target(x)
		}
	case *syntax.List:
		for _, x := range e.Elts {
			b.target(x)
		}
	}
}

func (b *binder) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.Assign:
		for _, e := range s.Targets {
			b.target(e)
		}
	case *syntax.AnnAssign:
		if s.Value != nil {
			b.target(s.Target)
		}
	case *syntax.AugAssign:
		b.target(s.Target)
	case *syntax.Delete:
		for _, e := range s.Targets {
			b.target(e)
		}
	case *syntax.TypeAlias:
		b.add(s.Name.ID)
	case *syntax.FunctionDef:
		b.add(s.Name)
	case *syntax.AsyncFunctionDef:
		b.add(s.Name)
	case *syntax.ClassDef:
		b.add(s.Name)
	case *syntax.Import:
		for _, a := range s.Names {
			name, _, _ := strings.Cut(a.Name, ".")
			if a.Asname != "" {
				name = a.Asname
			}
			b.add(name)
		}
	case *syntax.ImportFrom:
		for _, a := range s.Names {
			switch {
			case a.Asname != "":
				b.add(a.Asname)
			case a.Name != "*":
				b.add(a.Name)
			}
		}
	case *syntax.ExprStmt:
		b.call(s.Value)
	default:
		b.compound(s)
	}
}

// call counts name.method(...) as a change of name, and name := value.
func (b *binder) call(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Call:
		if a, ok := e.Func.(*syntax.Attribute); ok {
			b.target(a.Value)
		}
	case *syntax.NamedExpr:
		b.target(e.Target)
	}
}

func (b *binder) compound(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.If:
		b.stmts(s.Body)
		b.stmts(s.Orelse)
	case *syntax.For:
		b.target(s.Target)
		b.stmts(s.Body)
		b.stmts(s.Orelse)
	case *syntax.While:
		b.stmts(s.Body)
		b.stmts(s.Orelse)
	case *syntax.With:
		for _, item := range s.Items {
			b.target(item.OptionalVars)
		}
		b.stmts(s.Body)
	case *syntax.Try:
		b.stmts(s.Body)
		for _, h := range s.Handlers {
			b.stmts(h.Body)
		}
		b.stmts(s.Orelse)
		b.stmts(s.Finalbody)
	case *syntax.TryStar:
		b.compound(&s.Try)
	case *syntax.Match:
		for _, k := range s.Cases {
			b.stmts(k.Body)
		}
	}
}
