package pyrt

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// LoadOutline makes a module of a text whose layout [syntax.Outline] knows.
// Its definitions are parsed and run when their names are first used, its
// other statements as [LoadLazy] does, but for those that have an effect
// without binding a name: they run at once. Whoever looks at the namespace as
// a whole finds it complete. Function prepare may define names beforehand; nil
// does not.
func LoadOutline(t *Thread, src *syntax.Source, name string, prepare func(*Module)) (*Module, error) {
	parts := syntax.Outline(src)
	head := &syntax.File{Source: src}
	if len(parts) > 0 && parts[0].Name == "" {
		var err error
		if head, err = syntax.ParsePart(parts[0].At); err != nil {
			return nil, SyntaxException(err)
		}
		parts = parts[1:]
	}
	l := t.newLazyModule(head, name)
	if prepare != nil {
		prepare(l.module)
	}
	l.addFile(t, moduleCode(head), head)
	effects := l.effects(nil, 0, head)
	for _, p := range parts {
		n := len(l.stmts)
		if p.Name != "" {
			l.stmts = append(l.stmts, lazyStmt{part: p})
			l.binds[p.Name] = append(l.binds[p.Name], n)
			continue
		}
		f, err := syntax.ParsePart(p.At)
		if err != nil {
			return nil, SyntaxException(err)
		}
		l.addFile(t, moduleCode(f), f)
		effects = l.effects(effects, n, f)
	}
	for _, i := range effects {
		if err := l.execute(t, i); err != nil {
			delete(t.Modules, name)
			return nil, err
		}
	}
	l.whole = true
	return l.module, nil
}

// read parses and compiles a definition.
func (l *lazyModule) read(t *Thread, s *lazyStmt) error {
	f, err := syntax.ParsePart(s.part.At)
	if err != nil {
		return SyntaxException(err)
	}
	k := moduleCode(f)
	s.fr = l.newFrame(t, k)
	s.run = (&compiler{unit: k.unit, code: k, scope: k.scope}).block(f.Body)
	return nil
}

// effects appends the statements of f, the first of which has number n, that
// must run when the module is loaded.
func (l *lazyModule) effects(list []int, n int, f *syntax.File) []int {
	for i, s := range f.Body {
		if l.hasEffect(s) {
			list = append(list, n+i)
		}
	}
	return list
}

// hasEffect tells whether a statement does more than making or changing what
// the module defines.
func (l *lazyModule) hasEffect(s syntax.Stmt) bool {
	switch s := s.(type) {
	case *syntax.ExprStmt:
		call, ok := s.Value.(*syntax.Call)
		return ok && !l.makes(call.Func)
	case *syntax.Assign:
		for _, e := range s.Targets {
			if _, name := e.(*syntax.Name); !name && l.imported(e) {
				return true
			}
		}
	case *syntax.For:
		return strings.Contains(s.At.Text(), "globals()[")
	}
	return false
}

// makes tells whether e is an attribute of something that the module makes
// itself.
func (l *lazyModule) makes(e syntax.Expr) bool {
	_, ok := e.(*syntax.Attribute)
	return ok && len(l.binds[rootName(e)]) > 0 && !l.imported(e)
}

// imported tells whether e is part of something imported.
func (l *lazyModule) imported(e syntax.Expr) bool {
	list := l.binds[rootName(e)]
	return len(list) > 0 && l.stmts[list[0]].imports
}

// rootName gives the name that a chain of attributes and items begins with.
func rootName(e syntax.Expr) string {
	for {
		switch v := e.(type) {
		case *syntax.Attribute:
			e = v.Value
		case *syntax.Subscript:
			e = v.Value
		case *syntax.Name:
			return v.ID
		default:
			return ""
		}
	}
}

// complete evaluates what is not yet evaluated of a module that must be seen
// as a whole.
func (d *Dict) complete(t *Thread) error {
	if d.lazy == nil || !d.lazy.whole {
		return nil
	}
	return d.lazy.demandAll(t)
}
