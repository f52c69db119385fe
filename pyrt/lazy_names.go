package pyrt

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

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
			if _, name := e.(*syntax.Name); !name { // what only the module's own code needed is kept for it
				b.target(e)
			}
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
