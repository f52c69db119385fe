package analyzer

import (
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlread"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Rule reads what is known of one revision and reports.
type Rule struct {
	Name string
	Run  func(*Pass)
}

// Suite lists the rules. What is left out on purpose: rules about style, which
// say nothing about what an upgrade or a rollback does to anybody.
func Suite() []Rule {
	return []Rule{
		{"roundtrip", roundTripRule},
		{"upgrade", upgradeRule},
		{"locks", locksRule},
		{"deploy", deployRule},
		{"coverage", coverageRule},
		{"source", sourceRule},
	}
}

// A Pass is what rules see of one revision.
type Pass struct {
	Revision *script.Revision
	Dialect  sqlread.Dialect
	Trip     judgement
	Before   *catalog.State
	Assumed  []string        // keys of what this revision is the first to need, and none made
	Roots    []string        // folders in which Python looks for the application's modules
	modules  map[string]bool // whether they are in Roots, as far as it was looked up; nil keeps nothing
	report   func(finding.Finding)
}

// Report adds a finding; code and revision are filled in.
func (p *Pass) Report(code finding.Code, f finding.Finding) {
	f.Code = code
	f.Revision = p.Revision.ID
	if f.Severity == finding.Off {
		info, _ := finding.Lookup(code)
		f.Severity = info.Severity
	}
	if f.At.Source == nil {
		f.At = p.function("upgrade")
	}
	if f.Proof == finding.Pattern && f.Severity == finding.Error {
		f.Proof = finding.Path
	}
	p.report(f)
}

// function is the span of the name line of a function of the revision, or the
// first line of the file.
func (p *Pass) function(name string) syntax.Span {
	tree := p.Revision.Tree
	if tree == nil || tree.Source == nil {
		return syntax.Span{}
	}
	for _, st := range tree.Body {
		if f, ok := st.(*syntax.FunctionDef); ok && f.Name == name {
			return firstLine(f.Span())
		}
	}
	return firstLine(tree.Span())
}

// firstLine cuts a span at the end of its first line.
func firstLine(s syntax.Span) syntax.Span {
	text := s.Source.Text[s.Start:s.End]
	if i := strings.IndexByte(string(text), '\n'); i >= 0 {
		s.End = s.Start + int32(i)
	}
	return s
}

// at is the place of an event in the script.
func at(path symex.Path, e catalog.Event) syntax.Span {
	if e.Step < 1 || e.Step > len(path.Steps) {
		return syntax.Span{}
	}
	return path.Steps[e.Step-1].At
}

// lastEvent finds the last event of a path that a test accepts.
func lastEvent(path symex.Path, test func(catalog.Event) bool) (catalog.Event, bool) {
	if path.Log == nil {
		return catalog.Event{}, false
	}
	for i := len(path.Log.Events) - 1; i >= 0; i-- {
		if test(path.Log.Events[i]) {
			return path.Log.Events[i], true
		}
	}
	return catalog.Event{}, false
}

// name is the object of a key without its kind: "users.phone" of "column users.phone".
func name(key string) string {
	for _, kind := range [...]string{"materialized view ", "table ", "column ", "constraint ", "index "} {
		if s, ok := strings.CutPrefix(key, kind); ok {
			return s
		}
	}
	_, s, ok := strings.Cut(key, " ")
	if ok {
		return s
	}
	return key
}

// kindOf is the first word of a key, with "materialized view" as one.
func kindOf(key string) string {
	if strings.HasPrefix(key, "materialized view ") {
		return "materialized view"
	}
	k, _, _ := strings.Cut(key, " ")
	return k
}
