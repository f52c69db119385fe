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
	stmts  []lazyStmt
	// binds lists, by name, the statements that bind or change it, in order.
	binds map[string][]int
	stars []int // statements "from x import *"
	busy  map[string]bool
	// cycles counts how often a name was asked for while it was being made, in
	// vain; late lists the statements that wait for such a name.
	cycles int
	late   []int
	// around brackets each statement that runs; nil does nothing.
	around func() (done func())
	// whole: who looks at the namespace as a whole finds every name in it.
	whole bool
}

// A lazyStmt is a top-level statement and the frame that it shares with its
// neighbours. A definition of an outline has neither before it first runs.
type lazyStmt struct {
	run   execFn
	node  syntax.Stmt // nil for a definition of an outline
	fr    *frame
	part  syntax.Part
	state stmtState
	// imports: it is an import statement.
	imports bool
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
	l := t.newLazyModule(f, name)
	l.addFile(t, moduleCode(f), f)
	return l.module
}

func (t *Thread) newLazyModule(f *syntax.File, name string) *lazyModule {
	doc, _ := docstring(f.Body)
	m := t.prepareModule(f, name, doc)
	l := &lazyModule{module: m, binds: make(map[string][]int), busy: make(map[string]bool)}
	m.Dict.lazy = l
	m.Lazy = l.demand
	return l
}

// addFile adds the statements of a file.
func (l *lazyModule) addFile(t *Thread, k *code, f *syntax.File) {
	fr := l.newFrame(t, k)
	c := &compiler{unit: k.unit, code: k, scope: k.scope}
	for _, s := range f.Body {
		i := len(l.stmts)
		imports := false
		switch s.(type) {
		case *syntax.Import, *syntax.ImportFrom:
			imports = true
		}
		l.stmts = append(l.stmts, lazyStmt{run: c.lazyStmt(s), node: s, fr: fr, imports: imports})
		if imp, ok := s.(*syntax.ImportFrom); ok && len(imp.Names) == 1 && imp.Names[0].Name == "*" {
			l.stars = append(l.stars, i)
		}
		for _, n := range boundNames(s) {
			l.binds[n] = append(l.binds[n], i)
		}
	}
}

func (l *lazyModule) newFrame(t *Thread, k *code) *frame {
	fr := t.newFrame(&Function{code: k, globals: l.module.Dict, builtins: t.builtinsDict()})
	fr.kept = true
	return fr
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
	list, ok := l.binds[name]
	if !ok && len(l.stars) == 0 || l.busy[name] {
		v, _ := l.module.Dict.GetStr(name)
		if ok && v == nil {
			l.cycles++
		}
		return v, nil
	}
	l.busy[name] = true
	err := l.make(t, name, list)
	delete(l.busy, name)
	if err == nil && len(l.busy) == 0 {
		err = l.finishLate(t)
	}
	if err != nil {
		return nil, err
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

// make runs the statements that bind or change a name. A change that needs
// what is just being made (A.root = B(), where B is a subclass of A and was
// asked for first) waits until that is there.
func (l *lazyModule) make(t *Thread, name string, list []int) error {
	for _, i := range list {
		before := l.cycles
		err := l.execute(t, i)
		if err == nil {
			continue
		}
		if _, made := l.module.Dict.GetStr(name); !made || l.cycles == before {
			return err
		}
		l.late = append(l.late, i)
	}
	return nil
}

func (l *lazyModule) finishLate(t *Thread) error {
	for len(l.late) > 0 {
		i := l.late[0]
		l.late = l.late[1:]
		if err := l.execute(t, i); err != nil {
			return err
		}
	}
	return nil
}

// demandAll runs everything that binds a name.
func (l *lazyModule) demandAll(t *Thread) error {
	bound := make([]bool, len(l.stmts))
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

// RunWaiting runs those top-level statements of a module made by [LoadLazy]
// that have not run yet and that choose wants, in order. A statement that fails
// is told to failed, and the others go on.
func (m *Module) RunWaiting(t *Thread, choose func(syntax.Stmt) bool, failed func(syntax.Stmt, error)) {
	l := m.Dict.lazy
	if l == nil {
		return
	}
	for i := range l.stmts {
		s := l.stmts[i].node
		if s == nil || l.stmts[i].state != waiting || !choose(s) {
			continue
		}
		if err := l.execute(t, i); err != nil {
			failed(s, err)
		}
	}
}

// execute runs statement i once.
func (l *lazyModule) execute(t *Thread, i int) error {
	s := &l.stmts[i]
	if s.state != waiting {
		return nil
	}
	if s.run == nil {
		if err := l.read(t, s); err != nil {
			return err
		}
	}
	s.state = running
	if l.around != nil {
		defer l.around()()
	}
	fr := t.newFrame(s.fr.fn)
	fr.kept, fr.cells, fr.locals = true, s.fr.cells, s.fr.locals
	if err := t.enterCall(fr); err != nil {
		s.state = waiting
		return err
	}
	_, err := s.run(fr)
	t.leaveCall(fr)
	s.fr.annotated = append(s.fr.annotated, fr.annotated...)
	if err != nil {
		s.state = waiting
		return fr.fail(err)
	}
	*s = lazyStmt{state: finished}
	return nil
}
