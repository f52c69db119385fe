package script

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// Declared is what a revision file says about itself. A nil Revision or Down
// says that the name is not there; an empty Down says None.
type Declared struct {
	Revision  *string
	Down      *[]string
	DependsOn []string
	Labels    []string
	Doc       string // the docstring as it stands
}

// declared reads the names from the tree. ok is false if one of them is not a
// literal assigned at the top of the module; then only running it can tell.
func declared(f *syntax.File) (d Declared, ok bool) {
	values := map[string]syntax.Expr{}
	for i, s := range f.Body {
		if i == 0 {
			d.Doc = docstring(s)
		}
		if !collect(s, values) {
			return d, false
		}
	}
	for name, e := range values {
		list, none, ok := literal(e)
		if !ok {
			return d, false
		}
		switch name {
		case "revision":
			if none || len(list) != 1 {
				return d, false
			}
			d.Revision = &list[0]
		case "down_revision":
			d.Down = &list
		case "depends_on":
			d.DependsOn = list
		case "branch_labels":
			d.Labels = list
		}
	}
	return d, true
}

func isDeclaration(name string) bool {
	switch name {
	case "revision", "down_revision", "depends_on", "branch_labels":
		return true
	}
	return false
}

// collect remembers a plain assignment of one of the names. It returns false
// if the statement may set one of them in another way.
func collect(s syntax.Stmt, values map[string]syntax.Expr) bool {
	switch s := s.(type) {
	case *syntax.Assign:
		for _, t := range s.Targets {
			if n, ok := t.(*syntax.Name); ok {
				if isDeclaration(n.ID) {
					values[n.ID] = s.Value
				}
			} else if mentions(t) {
				return false
			}
		}
		return true
	case *syntax.AnnAssign:
		if n, ok := s.Target.(*syntax.Name); ok && s.Value != nil && isDeclaration(n.ID) {
			values[n.ID] = s.Value
		}
		return true
	}
	return !sets(s)
}

// sets tells whether a statement may bind one of the names.
func sets(s syntax.Stmt) bool {
	switch s := s.(type) {
	case *syntax.AugAssign:
		return mentions(s.Target)
	case *syntax.Assign:
		for _, t := range s.Targets {
			if mentions(t) {
				return true
			}
		}
	case *syntax.AnnAssign:
		return s.Value != nil && mentions(s.Target)
	case *syntax.Delete:
		for _, t := range s.Targets {
			if mentions(t) {
				return true
			}
		}
	case *syntax.Import:
		return importsName(s.Names)
	case *syntax.ImportFrom:
		return importsName(s.Names)
	case *syntax.FunctionDef:
		return isDeclaration(s.Name) || declaresGlobal(s.Body)
	case *syntax.ClassDef:
		return isDeclaration(s.Name)
	case *syntax.If:
		return anySets(s.Body, s.Orelse)
	case *syntax.For:
		return mentions(s.Target) || anySets(s.Body, s.Orelse)
	case *syntax.While:
		return anySets(s.Body, s.Orelse)
	case *syntax.With:
		for _, i := range s.Items {
			if i.OptionalVars != nil && mentions(i.OptionalVars) {
				return true
			}
		}
		return anySets(s.Body)
	case *syntax.Try:
		return trySets(s)
	case *syntax.TryStar:
		return trySets(&s.Try)
	case *syntax.Match:
		return true // rare enough to run it
	}
	return false
}

func trySets(s *syntax.Try) bool {
	for _, h := range s.Handlers {
		if isDeclaration(h.Name) || anySets(h.Body) {
			return true
		}
	}
	return anySets(s.Body, s.Orelse, s.Finalbody)
}

func anySets(bodies ...[]syntax.Stmt) bool {
	for _, body := range bodies {
		for _, s := range body {
			if sets(s) {
				return true
			}
		}
	}
	return false
}

// declaresGlobal tells whether a function may set one of the names from
// inside. Only its own first level is looked at: a deeper one is a curiosity.
func declaresGlobal(body []syntax.Stmt) bool {
	for _, s := range body {
		if g, ok := s.(*syntax.Global); ok {
			for _, n := range g.Names {
				if isDeclaration(n) {
					return true
				}
			}
		}
	}
	return false
}

func importsName(names []*syntax.Alias) bool {
	for _, a := range names {
		bound := a.Asname
		if bound == "" {
			bound = a.Name
		}
		if bound == "*" || isDeclaration(bound) {
			return true
		}
	}
	return false
}

// mentions tells whether an assignment target binds one of the names.
func mentions(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Name:
		return isDeclaration(e.ID)
	case *syntax.Tuple:
		return anyMentions(e.Elts)
	case *syntax.List:
		return anyMentions(e.Elts)
	case *syntax.Starred:
		return mentions(e.Value)
	}
	return false
}

func anyMentions(list []syntax.Expr) bool {
	for _, e := range list {
		if mentions(e) {
			return true
		}
	}
	return false
}

// literal reads None, a text, or a tuple, list or set of texts.
func literal(e syntax.Expr) (list []string, none, ok bool) {
	var elts []syntax.Expr
	switch e := e.(type) {
	case *syntax.Constant:
		switch v := e.Value.(type) {
		case nil:
			return nil, true, true
		case string:
			return []string{v}, false, true
		}
		return nil, false, false
	case *syntax.Tuple:
		elts = e.Elts
	case *syntax.List:
		elts = e.Elts
	case *syntax.Set:
		elts = e.Elts
	default:
		return nil, false, false
	}
	for _, x := range elts {
		c, ok := x.(*syntax.Constant)
		if !ok {
			return nil, false, false
		}
		s, ok := c.Value.(string)
		if !ok {
			return nil, false, false
		}
		list = append(list, s)
	}
	return list, false, true
}

func docstring(s syntax.Stmt) string {
	e, ok := s.(*syntax.ExprStmt)
	if !ok {
		return ""
	}
	c, ok := e.Value.(*syntax.Constant)
	if !ok {
		return ""
	}
	text, _ := c.Value.(string)
	return text
}

// cleanDoc strips a docstring, and takes the common indentation off its later
// lines, as Python does since 3.13.
func cleanDoc(doc string) string {
	lines := strings.Split(expandTabs(doc), "\n")
	margin := -1
	for _, l := range lines[1:] {
		if rest := strings.TrimLeft(l, " "); rest != "" {
			if indent := len(l) - len(rest); margin < 0 || indent < margin {
				margin = indent
			}
		}
	}
	for i, l := range lines[1:] {
		cut := min(max(margin, 0), len(l)-len(strings.TrimLeft(l, " ")))
		lines[i+1] = l[cut:]
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func expandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	col := 0
	for _, r := range s {
		switch r {
		case '\t':
			n := 8 - col%8
			b.WriteString(strings.Repeat(" ", n))
			col += n
			continue
		case '\n':
			col = -1
		}
		b.WriteRune(r)
		col++
	}
	return b.String()
}

// firstParagraph is what Alembic calls the doc of a revision.
func firstParagraph(doc string) string {
	first, _, _ := strings.Cut(doc, "\n\n")
	return first
}

// at is the line that assigns one of the four names in a revision file, or the
// zero Span.
func (r *Revision) at(name string) syntax.Span {
	if r.Tree == nil {
		return syntax.Span{}
	}
	return assignmentOf(r.Tree, name)
}

// IDLine is the line that gives the revision its id, if there is one.
func (r *Revision) IDLine() syntax.Span { return r.at("revision") }

func assignmentOf(tree *syntax.File, name string) syntax.Span {
	var at syntax.Span
	for _, s := range tree.Body {
		for _, target := range targetsOf(s) {
			if n, ok := target.(*syntax.Name); ok && n.ID == name {
				at = s.Span()
			}
		}
	}
	return at
}

func targetsOf(s syntax.Stmt) []syntax.Expr {
	switch s := s.(type) {
	case *syntax.Assign:
		return s.Targets
	case *syntax.AnnAssign:
		return []syntax.Expr{s.Target}
	}
	return nil
}

// misspelt finds the assignment at the top of a module that was probably meant
// to be name, and what it is called.
func misspelt(tree *syntax.File, name string) (syntax.Span, string) {
	var names []string
	for _, s := range tree.Body {
		for _, target := range targetsOf(s) {
			if n, ok := target.(*syntax.Name); ok {
				names = append(names, n.ID)
			}
		}
	}
	near := pyrt.Suggestion(name, slices.DeleteFunc(names, isDeclaration))
	if near == "" {
		return syntax.Span{}, ""
	}
	return assignmentOf(tree, near), near
}
