package opshim

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// remember keeps what load made, for declareTables.
func (i *importer) remember(m *pyrt.Module, tree *syntax.File) {
	if i.sources == nil {
		i.sources = map[*syntax.Source]bool{}
	}
	i.sources[tree.Source] = true
	i.lazy = append(i.lazy, m)
}

// declareTables executes what declares tables in the modules that the project
// has imported, and in those that these import: they are evaluated name by name,
// and a MetaData that one of them made knows only the tables whose names were
// used. Frames are those that were active when the MetaData was made; one that a
// script made for itself is complete.
func (rt *runtime) declareTables(t *pyrt.Thread, made []pyrt.Frame) {
	i := rt.imports
	if i.declaring || !i.ours(made) {
		return
	}
	i.declaring = true
	used := len(rt.inert.Used)
	defer func() {
		// What the rest of the application lacks is nothing to tell.
		i.declaring, rt.inert.Used = false, rt.inert.Used[:used]
	}()
	for n := 0; n < len(i.lazy); n++ { // grows with what is imported
		m := i.lazy[n]
		m.RunWaiting(t, declares, func(s syntax.Stmt, err error) {
			if c, ok := s.(*syntax.ClassDef); ok && isModel(c) && t.Context.Err() == nil {
				rt.failed(m.Name+"."+c.Name, "cannot be made", err)
			}
		})
	}
}

func (i *importer) ours(frames []pyrt.Frame) bool {
	for _, f := range frames {
		if i.sources[f.At.Source] {
			return true
		}
	}
	return false
}

// declares tells whether a top-level statement may declare tables: a class with
// bases, an import, an assignment of Table(...), or a compound with one of them.
func declares(s syntax.Stmt) bool {
	switch s := s.(type) {
	case *syntax.ClassDef:
		return len(s.Bases) > 0 || len(s.DecoratorList) > 0
	case *syntax.Import, *syntax.ImportFrom:
		return true
	case *syntax.Assign:
		return makesTable(s.Value)
	case *syntax.AnnAssign:
		return makesTable(s.Value)
	case *syntax.If:
		return anyDeclares(s.Body) || anyDeclares(s.Orelse)
	case *syntax.Try:
		return anyDeclares(s.Body) || anyDeclares(s.Orelse)
	case *syntax.With:
		return anyDeclares(s.Body)
	}
	return false
}

// isModel tells whether a class says which table it stands for.
func isModel(c *syntax.ClassDef) bool {
	for _, s := range c.Body {
		a, ok := s.(*syntax.Assign)
		if !ok || len(a.Targets) != 1 {
			continue
		}
		if n, ok := a.Targets[0].(*syntax.Name); ok && (n.ID == "__tablename__" || n.ID == "__table__") {
			return true
		}
	}
	return false
}

func anyDeclares(body []syntax.Stmt) bool {
	for _, s := range body {
		if declares(s) {
			return true
		}
	}
	return false
}

func makesTable(e syntax.Expr) bool {
	c, ok := e.(*syntax.Call)
	if !ok {
		return false
	}
	switch f := c.Func.(type) {
	case *syntax.Name:
		return strings.HasSuffix(f.ID, "Table") || strings.HasSuffix(f.ID, "_table")
	case *syntax.Attribute:
		return strings.HasSuffix(f.Attr, "Table") || strings.HasSuffix(f.Attr, "_table")
	}
	return false
}
