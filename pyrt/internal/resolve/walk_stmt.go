package resolve

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

func (w *walker) stmts(list []syntax.Stmt) {
	for _, s := range list {
		w.stmt(s)
	}
}

func (w *walker) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		w.function(s, s, false)
	case *syntax.AsyncFunctionDef:
		w.function(s, &s.FunctionDef, true)
	case *syntax.ClassDef:
		w.class(s)
	case *syntax.Return:
		w.expr(s.Value)
	case *syntax.Delete:
		w.exprs(s.Targets)
	case *syntax.Assign:
		w.expr(s.Value)
		w.exprs(s.Targets)
	case *syntax.TypeAlias:
		w.expr(s.Name)
		if w.typeParams(s, s.TypeParams) {
			w.lazy(s.Value)
			w.close()
		} else {
			w.lazy(s.Value)
		}
	case *syntax.AugAssign:
		if n, ok := s.Target.(*syntax.Name); ok {
			w.use(n.ID)
		}
		w.expr(s.Target)
		w.expr(s.Value)
	case *syntax.AnnAssign:
		if s.Value != nil || s.Simple {
			w.expr(s.Target)
		} else if _, ok := s.Target.(*syntax.Name); !ok {
			w.expr(s.Target)
		} else {
			w.expr(s.Target)
		}
		w.annotation(s)
		w.expr(s.Value)
	case *syntax.ExprStmt:
		w.expr(s.Value)
	case *syntax.Raise:
		w.expr(s.Exc)
		w.expr(s.Cause)
	case *syntax.Assert:
		w.expr(s.Test)
		w.expr(s.Msg)
	case *syntax.Global, *syntax.Nonlocal, *syntax.Import, *syntax.ImportFrom:
		w.declaration(s)
	case *syntax.Pass, *syntax.Break, *syntax.Continue:
	default:
		w.block(s)
	}
}

// declaration walks the statements that name variables directly.
func (w *walker) declaration(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.Global:
		for _, n := range s.Names {
			w.scope.symbol(w.scope.Mangle(n)).global = true
		}
	case *syntax.Nonlocal:
		for _, n := range s.Names {
			w.scope.symbol(w.scope.Mangle(n)).nonlocal = true
		}
	case *syntax.Import:
		for _, a := range s.Names {
			name, _, _ := strings.Cut(a.Name, ".")
			if a.Asname != "" {
				name = a.Asname
			}
			w.bind(name)
		}
	case *syntax.ImportFrom:
		for _, a := range s.Names {
			switch {
			case a.Name == "*":
			case a.Asname != "":
				w.bind(a.Asname)
			default:
				w.bind(a.Name)
			}
		}
	}
}

// block walks the compound statements.
func (w *walker) block(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.For:
		w.loop(s)
	case *syntax.AsyncFor:
		w.loop(&s.For)
	case *syntax.While:
		w.expr(s.Test)
		w.stmts(s.Body)
		w.stmts(s.Orelse)
	case *syntax.If:
		w.expr(s.Test)
		w.stmts(s.Body)
		w.stmts(s.Orelse)
	case *syntax.With:
		w.with(s)
	case *syntax.AsyncWith:
		w.with(&s.With)
	case *syntax.Match:
		w.expr(s.Subject)
		for _, c := range s.Cases {
			w.pattern(c.Pattern)
			w.expr(c.Guard)
			w.stmts(c.Body)
		}
	case *syntax.Try:
		w.try(s)
	case *syntax.TryStar:
		w.try(&s.Try)
	}
}

func (w *walker) loop(s *syntax.For) {
	w.expr(s.Iter)
	w.expr(s.Target)
	w.stmts(s.Body)
	w.stmts(s.Orelse)
}

func (w *walker) with(s *syntax.With) {
	for _, item := range s.Items {
		w.expr(item.ContextExpr)
		w.expr(item.OptionalVars)
	}
	w.stmts(s.Body)
}

func (w *walker) try(s *syntax.Try) {
	w.stmts(s.Body)
	for _, h := range s.Handlers {
		w.expr(h.Type)
		if h.Name != "" {
			w.bind(h.Name)
		}
		w.stmts(h.Body)
	}
	w.stmts(s.Orelse)
	w.stmts(s.Finalbody)
}

func (w *walker) pattern(p syntax.Pattern) {
	switch p := p.(type) {
	case *syntax.MatchValue:
		w.expr(p.Value)
	case *syntax.MatchSequence:
		for _, q := range p.Patterns {
			w.pattern(q)
		}
	case *syntax.MatchMapping:
		w.exprs(p.Keys)
		for _, q := range p.Patterns {
			w.pattern(q)
		}
		if p.Rest != "" {
			w.bind(p.Rest)
		}
	case *syntax.MatchClass:
		w.expr(p.Cls)
		for _, q := range p.Patterns {
			w.pattern(q)
		}
		for _, q := range p.KwdPatterns {
			w.pattern(q)
		}
	case *syntax.MatchStar:
		if p.Name != "" {
			w.bind(p.Name)
		}
	case *syntax.MatchAs:
		if p.Pattern != nil {
			w.pattern(p.Pattern)
		}
		if p.Name != "" {
			w.bind(p.Name)
		}
	case *syntax.MatchOr:
		for _, q := range p.Patterns {
			w.pattern(q)
		}
	}
}
