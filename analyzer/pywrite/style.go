package pywrite

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// Style is how a file is written. The zero value is not usable; see Default
// and StyleOf.
type Style struct {
	Op, SA  string // names under which alembic.op and sqlalchemy are imported
	Batch   string // name of the batch object
	Quote   byte   // of texts, ' or "
	Indent  string // of one level
	Newline string // "\n" or "\r\n"
	// Final writes names of constraints as op.f("…"), so that no naming
	// convention touches them.
	Final bool
	// Dialects are the names under which sqlalchemy.dialects' packages are imported.
	Dialects map[string]string
	// Imported tells which of alembic.op, sqlalchemy and the dialects the file imports.
	Imported map[string]bool
}

// Default is the style of Alembic's own template.
func Default() Style {
	return Style{Op: "op", SA: "sa", Batch: "batch_op", Quote: '"', Indent: "    ", Newline: "\n",
		Dialects: map[string]string{}, Imported: map[string]bool{}}
}

// StyleOf reads the style of a script; raw is the file as it is on disk.
func StyleOf(tree *syntax.File, raw []byte) Style {
	s := Default()
	if strings.Contains(string(raw), "\r\n") {
		s.Newline = "\r\n"
	}
	text := string(tree.Source.Text)
	if strings.Count(text, "'") > strings.Count(strings.ReplaceAll(text, `"""`, ""), `"`) {
		s.Quote = '\''
	}
	for _, st := range tree.Body {
		switch st := st.(type) {
		case *syntax.Import:
			for _, a := range st.Names {
				s.imported(a.Name, a.Asname)
			}
		case *syntax.ImportFrom:
			for _, a := range st.Names {
				s.imported(st.Module+"."+a.Name, first(a.Asname, a.Name))
			}
		case *syntax.FunctionDef:
			if in, ok := indentOf(text, st); ok {
				s.Indent = in
			}
		}
	}
	if i := strings.Index(text, ") as "); i >= 0 && strings.Contains(text, "batch_alter_table(") {
		rest := text[i+len(") as "):]
		if j := strings.IndexByte(rest, ':'); j > 0 && isName(rest[:j]) {
			s.Batch = rest[:j]
		}
	}
	return s
}

func (s *Style) imported(module, as string) {
	switch module {
	case "alembic.op":
		s.Op = as
	case "sqlalchemy":
		s.SA = first(as, "sqlalchemy")
	case "sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.sqlite":
		if as == "" {
			return
		}
		s.Dialects[module[strings.LastIndexByte(module, '.')+1:]] = as
	default:
		return
	}
	s.Imported[module] = true
}

// indentOf is the indentation of a function's body, if it stands on lines of its own.
func indentOf(text string, f *syntax.FunctionDef) (string, bool) {
	if len(f.Body) == 0 {
		return "", false
	}
	start := int(f.Body[0].Span().Start)
	line := strings.LastIndexByte(text[:start], '\n') + 1
	in := text[line:start]
	return in, in != "" && strings.Trim(in, " \t") == "" && line > int(f.Span().Start)
}

func isName(s string) bool {
	for i, r := range s {
		if r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
