package analyzer

import (
	_ "embed"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

//go:embed codes_table.go
var codesSource string

//go:embed codes_elsewhere.txt
var elsewhere string

// Help is what `mrt explain` says about a code.
type Help struct {
	finding.CodeInfo
	Text    string // the sentence, Why and Fix
	Example string // a migration that has it, without its imports; empty where one file alone cannot have it
	Dialect string // the one that the example needs; empty for any
}

// Explain gives the help text of a code; ok is false if it has none.
func Explain(code finding.Code) (h Help, ok bool) {
	for _, h := range Explanations() {
		if h.Code == code {
			return h, true
		}
	}
	return Help{}, false
}

// Explanations lists the help texts in the order of the codes.
func Explanations() []Help {
	out := explained(codesSource)
	for _, part := range strings.Split(strings.TrimSpace(elsewhere), "\n\n") {
		code, text, _ := strings.Cut(part, "\n")
		h := Help{Text: strings.TrimSpace(text)}
		h.CodeInfo, _ = finding.Lookup(finding.Code(code))
		out = append(out, h)
	}
	slices.SortFunc(out, func(a, b Help) int { return strings.Compare(string(a.Code), string(b.Code)) })
	return out
}

// explained reads the help texts of a file of constants.
func explained(text string) []Help {
	f, err := parser.ParseFile(token.NewFileSet(), "codes_table.go", text, parser.ParseComments)
	if err != nil {
		return nil // a test reads this very file
	}
	var out []Help
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, s := range g.Specs {
			v, ok := s.(*ast.ValueSpec)
			if !ok || v.Doc == nil || len(v.Values) != 1 {
				continue
			}
			lit, ok := v.Values[0].(*ast.BasicLit)
			if !ok {
				continue
			}
			out = append(out, help(finding.Code(strings.Trim(lit.Value, `"`)), v.Doc.Text()))
		}
	}
	return out
}

// help takes a doc comment apart.
func help(code finding.Code, doc string) Help {
	h := Help{}
	h.CodeInfo, _ = finding.Lookup(code)
	text, example, _ := strings.Cut(doc, "\nExample")
	h.Text = strings.TrimSpace(text)
	head, body, _ := strings.Cut(example, "\n")
	if i := strings.IndexByte(head, '('); i >= 0 {
		h.Dialect = strings.TrimSuffix(strings.TrimSpace(head[i+1:]), "):")
	}
	var lines []string
	for line := range strings.Lines(body) {
		lines = append(lines, strings.TrimPrefix(line, "\t"))
	}
	h.Example = strings.TrimLeft(strings.Join(lines, ""), "\n")
	return h
}
