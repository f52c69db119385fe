package analyzer

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// sourceRule reports what only the text of a revision shows: that it depends
// on where it runs, that it hides failures, that it uses the application's code.
//
// Why by the text: executing it shows what happens in one environment, which
// is just what is in question here.
func sourceRule(p *Pass) {
	tree := p.Revision.Tree
	if tree == nil {
		return
	}
	text := tree.Source.Text
	asks := bytes.Contains(text, []byte("environ")) || bytes.Contains(text, []byte("getenv"))
	catches := bytes.Contains(text, []byte("except"))
	var names map[string]bool
	for _, st := range tree.Body {
		switch st := st.(type) {
		case *syntax.FunctionDef:
			if !asks && !catches {
				continue
			}
			if names == nil {
				names = calledNames(tree)
			}
			if st.Name == "upgrade" || st.Name == "downgrade" || names[st.Name] {
				p.environment(st)
				p.swallowed(st)
			}
		case *syntax.Import:
			for _, a := range st.Names {
				p.imported(st.Span(), a.Name)
			}
		case *syntax.ImportFrom:
			if st.Level == 0 {
				p.imported(st.Span(), st.Module)
			}
		}
	}
}

// calledNames are the names that a module calls anywhere.
func calledNames(tree *syntax.File) map[string]bool {
	out := map[string]bool{}
	var look func(syntax.Node)
	look = func(n syntax.Node) {
		if c, ok := n.(*syntax.Call); ok {
			if f, ok := c.Func.(*syntax.Name); ok {
				out[f.ID] = true
			}
		}
		syntax.Children(n, look)
	}
	for _, st := range tree.Body {
		look(st)
	}
	return out
}

// environment looks for os.environ and os.getenv.
func (p *Pass) environment(f *syntax.FunctionDef) {
	var look func(syntax.Node)
	seen := false
	look = func(n syntax.Node) {
		if a, ok := n.(*syntax.Attribute); ok && !seen {
			if m, ok := a.Value.(*syntax.Name); ok && m.ID == "os" && (a.Attr == "environ" || a.Attr == "getenv") {
				seen = true
				p.Report(CodeEnvironment, finding.Finding{At: a.Span(), Object: f.Name, Proof: finding.Pattern,
					Message: f.Name + "() asks the environment what to do: what it does, and whether it can be undone, differs from machine to machine",
					Remedy:  "let the migration do the same everywhere; pass what must differ with -x, and test each way"})
				return
			}
		}
		syntax.Children(n, look)
	}
	for _, st := range f.Body {
		look(st)
	}
}

// broad are exceptions that catch failures of any statement.
var broad = []string{"Exception", "BaseException", "SQLAlchemyError", "DBAPIError", "DatabaseError", "OperationalError", "ProgrammingError", "IntegrityError", "InternalError"}

// swallowed looks for handlers that let a failed statement pass.
func (p *Pass) swallowed(f *syntax.FunctionDef) {
	var look func(syntax.Node)
	look = func(n syntax.Node) {
		if t, ok := n.(*syntax.Try); ok && acts(t.Body) {
			for _, h := range t.Handlers {
				if catchesAll(h) && quiet(h.Body) {
					p.Report(CodeSwallows, finding.Finding{At: firstLine(h.Span()), Object: f.Name, Proof: finding.Pattern,
						Message: f.Name + "() goes on after a failed statement as if it had been done: the schema is then another one than the history says",
						Remedy:  "ask the inspector whether the object is there, or use if_exists and if_not_exists"})
				}
			}
		}
		syntax.Children(n, look)
	}
	for _, st := range f.Body {
		look(st)
	}
}

// acts tells that statements call something of op, a connection or a session.
func acts(body []syntax.Stmt) bool {
	found := false
	var look func(syntax.Node)
	look = func(n syntax.Node) {
		if c, ok := n.(*syntax.Call); ok {
			if a, ok := c.Func.(*syntax.Attribute); ok {
				if m, ok := a.Value.(*syntax.Name); ok && (m.ID == "op" || strings.Contains(m.ID, "batch")) || a.Attr == "execute" || a.Attr == "exec_driver_sql" {
					found = true
				}
			}
		}
		syntax.Children(n, look)
	}
	for _, st := range body {
		look(st)
	}
	return found
}

func catchesAll(h *syntax.ExceptHandler) bool {
	types := []syntax.Expr{h.Type}
	if t, ok := h.Type.(*syntax.Tuple); ok {
		types = t.Elts
	}
	for _, t := range types {
		name := ""
		switch t := t.(type) {
		case nil:
			return true
		case *syntax.Name:
			name = t.ID
		case *syntax.Attribute:
			name = t.Attr
		}
		if slices.Contains(broad, name) {
			return true
		}
	}
	return false
}

// quiet tells that a handler does nothing about the failure.
func quiet(body []syntax.Stmt) bool {
	for _, st := range body {
		switch st := st.(type) {
		case *syntax.Pass, *syntax.Continue:
		case *syntax.ExprStmt:
			if c, ok := st.Value.(*syntax.Call); ok && !says(c) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// says tells that a call prints or logs.
func says(c *syntax.Call) bool {
	switch f := c.Func.(type) {
	case *syntax.Name:
		return f.ID == "print"
	case *syntax.Attribute:
		return slices.Contains([]string{"debug", "info", "warning", "warn", "error", "exception", "log"}, f.Attr)
	}
	return false
}

// imported reports a module of the application.
func (p *Pass) imported(at syntax.Span, module string) {
	top, _, _ := strings.Cut(module, ".")
	if top == "" || top == "alembic" || top == "sqlalchemy" {
		return
	}
	if !p.ofApplication(top) {
		return
	}
	p.Report(CodeImportsApp, finding.Finding{At: at, Object: module, Proof: finding.Pattern,
		Message: "the migration imports " + module + " of the application, which will have changed when the migration runs again",
		Remedy:  "copy into the migration what it needs, as it is today"})
}

// ofApplication reports whether a module is in one of the roots. The revisions of
// a history import the same few, so what was found is kept.
func (p *Pass) ofApplication(top string) bool {
	found, known := p.modules[top]
	if !known {
		found = slices.ContainsFunc(p.Roots, func(dir string) bool {
			return isFolder(filepath.Join(dir, top)) || isFile(filepath.Join(dir, top+".py"))
		})
		if p.modules != nil {
			p.modules[top] = found
		}
	}
	return found
}

func isFolder(path string) bool { s, err := os.Stat(path); return err == nil && s.IsDir() }

func isFile(path string) bool { s, err := os.Stat(path); return err == nil && s.Mode().IsRegular() }
