package opshim

import (
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A lasting is the module that was executed last, if executing it again would
// give the same: upgrade() and downgrade() can then have it one after the other,
// although each runs in a process of its own.
type lasting struct {
	tree   *syntax.File
	module *pyrt.Module
	names  pyrt.Names
}

// again is the module of a tree, nil if it must be executed afresh.
func (l *lasting) again(tree *syntax.File) *pyrt.Module {
	if l.module == nil || l.tree != tree || !l.names.Kept() {
		return nil
	}
	return l.module
}

// constant reports whether a module's body binds names to nothing but what
// cannot change, to functions, and to what it imports from libraries.
func constant(tree *syntax.File) bool {
	for _, st := range tree.Body {
		switch st := st.(type) {
		case *syntax.ExprStmt:
			if !fixed(st.Value) {
				return false
			}
		case *syntax.Assign:
			if !fixed(st.Value) || !names(st.Targets...) {
				return false
			}
		case *syntax.AnnAssign:
			if !fixed(st.Value) || !names(st.Target) {
				return false
			}
		case *syntax.FunctionDef:
			if len(st.DecoratorList) > 0 || len(st.TypeParams) > 0 {
				return false
			}
		case *syntax.Import:
			for _, a := range st.Names {
				if !apart[topLevel(a.Name)] {
					return false
				}
			}
		case *syntax.ImportFrom:
			if st.Level != 0 || !apart[topLevel(st.Module)] {
				return false
			}
		case *syntax.Pass:
		default:
			return false
		}
	}
	return true
}

// names reports whether targets of an assignment are plain names.
func names(targets ...syntax.Expr) bool {
	for _, t := range targets {
		if _, ok := t.(*syntax.Name); !ok {
			return false
		}
	}
	return true
}

// fixed reports whether an expression is a literal that cannot change.
func fixed(e syntax.Expr) bool {
	switch e := e.(type) {
	case nil, *syntax.Constant:
		return true
	case *syntax.Tuple:
		for _, x := range e.Elts {
			if !fixed(x) {
				return false
			}
		}
		return true
	}
	return false
}
