package report

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// An htmlRow is one revision: its place in the graph and its results.
type htmlRow struct {
	ID, Title, File string
	Anchor          string
	Labels          []string
	State           htmlState
	Errors          int
	Warnings        int
	Notes           int
	NodeX           string
	Edges, Below    template.HTML
	Parents         []htmlLink
	Needs           []htmlLink
	Children        []htmlLink
	Results         []htmlResult
}

// Levels are the severities of the row's findings, as filters name them.
func (r *htmlRow) Levels() []string {
	var out []string
	for _, x := range []struct {
		n    int
		name string
	}{{r.Errors, "errors"}, {r.Warnings, "warnings"}, {r.Notes, "notes"}} {
		if x.n > 0 {
			out = append(out, x.name)
		}
	}
	return out
}

// Class is what the filters look at.
func (r *htmlRow) Class() string {
	return strings.Join(append([]string{"s-" + r.State.Key}, prefixed("f-", r.Levels())...), " ")
}

func prefixed(prefix string, list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = prefix + s
	}
	return out
}

type htmlLink struct{ ID, Anchor string }

type htmlResult struct {
	finding.Result
	State    htmlState
	Timed    bool
	Findings []htmlFinding
	More     int // findings that are left out
	Up, Down []htmlAction
	Schema   []htmlChange
	Back     []htmlChange
	Facts    []string
}

type htmlFinding struct {
	jsonFinding
	Name   string
	Place  string
	Source []htmlLine
	Change *htmlChange
	Lost   []finding.Loss
	Notes  []jsonNote
}

// An htmlLine is a source line with the part that is marked.
type htmlLine struct {
	N                  int
	Before, Mark, Rest string
}

type htmlAction struct {
	Line   int
	Call   string
	SQL    string
	Failed string
}

type htmlChange struct {
	Sign, Word string // +, −, ~, ?
	finding.Change
}

// rows groups the results by revision, newest first. What belongs to no
// revision of the history comes before.
func (p *htmlPage) rows(run *Run, level frugality) {
	byID := map[string][]finding.Result{}
	for _, res := range run.Results {
		byID[res.Revision] = append(byID[res.Revision], res)
	}
	nodes := run.History
	known := map[string]bool{}
	for _, n := range nodes {
		known[n.ID] = true
	}
	children := map[string][]string{}
	for _, n := range nodes {
		for _, d := range n.Down {
			children[d] = append(children[d], n.ID)
		}
	}
	anchors := anchorsOf(run, nodes)
	drawn, lanes := drawing(nodes)
	draw := newPen(max(1, lanes))
	p.GraphPx = int(draw.width)
	for _, res := range run.Results {
		if list := byID[res.Revision]; !known[res.Revision] && list != nil {
			delete(byID, res.Revision)
			r := newRow(run, Node{ID: res.Revision, File: res.File, Title: res.Title}, list, level)
			r.Anchor, r.NodeX = anchors[r.ID], fmt.Sprintf("%g", draw.x(0))
			p.Rows = append(p.Rows, r)
		}
	}
	for i, row := range drawn {
		n := nodes[len(nodes)-1-i]
		r := newRow(run, n, byID[n.ID], level)
		r.Anchor, r.NodeX = anchors[n.ID], fmt.Sprintf("%g", draw.x(row.lane))
		r.Edges, r.Below = edges(draw.paths(row)), edges(draw.below(row))
		r.Parents, r.Needs, r.Children = links(n.Down, anchors), links(n.DependsOn, anchors), links(children[n.ID], anchors)
		p.Rows = append(p.Rows, r)
	}
}

func links(ids []string, anchors map[string]string) []htmlLink {
	var out []htmlLink
	for _, id := range ids {
		out = append(out, htmlLink{id, anchors[id]})
	}
	return out
}

// anchorsOf gives each revision an anchor: ids may hold anything.
func anchorsOf(run *Run, nodes []Node) map[string]string {
	out := map[string]string{}
	add := func(id string) {
		if out[id] == "" {
			out[id] = fmt.Sprintf("r%d", len(out)+1)
		}
	}
	for _, n := range nodes {
		add(n.ID)
	}
	for _, res := range run.Results {
		add(res.Revision)
	}
	return out
}

// edges is the SVG of solid and dashed paths. They hold numbers only.
func edges(solid, dashed string) template.HTML {
	var b strings.Builder
	if solid != "" {
		fmt.Fprintf(&b, `<path d="%s"/>`, solid)
	}
	if dashed != "" {
		fmt.Fprintf(&b, `<path class="d" d="%s"/>`, dashed)
	}
	return template.HTML(b.String())
}

func newRow(run *Run, n Node, results []finding.Result, level frugality) *htmlRow {
	r := &htmlRow{ID: n.ID, Title: n.Title, File: n.File, Labels: n.Labels}
	states := htmlStates()
	r.State = states[len(states)-1]
	worst := len(states)
	for _, res := range results {
		key := stateOf(res)
		for i, s := range states {
			if s.Key == key && i < worst {
				worst, r.State = i, s
			}
		}
		for _, f := range res.Findings {
			switch f.Severity {
			case finding.Error:
				r.Errors++
			case finding.Warning:
				r.Warnings++
			default:
				r.Notes++
			}
		}
		r.Results = append(r.Results, newHTMLResult(run, res, level))
	}
	return r
}

func newHTMLResult(run *Run, res finding.Result, level frugality) htmlResult {
	out := htmlResult{Result: res, Timed: run.Timing && run.Command == "verify"}
	for _, s := range htmlStates() {
		if s.Key == stateOf(res) {
			out.State = s
		}
	}
	shown := res.Findings
	if level.findings > 0 && len(shown) > level.findings {
		out.More, shown = len(shown)-level.findings, shown[:level.findings]
	}
	for _, f := range shown {
		out.Findings = append(out.Findings, newHTMLFinding(f))
	}
	out.Facts = resultFacts(run, res)
	if d := res.Detail; d != nil {
		if level.anySQL && (level.fineSQL || len(res.Findings) > 0) {
			out.Up, out.Down = htmlActions(d.Up, level), htmlActions(d.Down, level)
		}
		if level.schema {
			out.Schema, out.Back = htmlChanges(d.Schema), htmlChanges(d.Back)
		}
	}
	return out
}

// resultFacts say how much was looked at.
func resultFacts(run *Run, res finding.Result) []string {
	c := res.Coverage
	if run.Command == "verify" {
		facts := []string{fmt.Sprintf("%d of %s with rows", c.Seeded, plural(c.Tables, "table"))}
		for _, s := range c.Unseeded {
			facts = append(facts, "not seeded: "+s)
		}
		return facts
	}
	facts := []string{plural(c.Calls, "call") + ", " + plural(c.Statements, "SQL statement")}
	for _, s := range c.Opaque {
		facts = append(facts, "not understood: "+s)
	}
	return facts
}

func newHTMLFinding(f finding.Finding) htmlFinding {
	out := htmlFinding{jsonFinding: findingOf(f), Name: f.Code.Name(), Lost: f.Lost}
	if out.File != "" {
		out.Place = fmt.Sprintf("%s:%d", out.File, out.Line)
		out.Source = sourceLines(f.At)
	}
	if f.Change != nil {
		c := htmlChanges([]finding.Change{*f.Change})[0]
		out.Change = &c
	}
	out.Notes = out.Related
	return out
}

// maxSourceLines is how much of a long call is shown.
const maxSourceLines = 8

// sourceLines are the lines of a span, with its part of them marked.
func sourceLines(at syntax.Span) []htmlLine {
	from, to := at.Position(), at.EndPosition()
	var out []htmlLine
	for n := from.Line; n <= to.Line; n++ {
		if len(out) == maxSourceLines {
			return append(out, htmlLine{N: n, Before: "…"})
		}
		text := string(at.Source.Line(n))
		a, b := 0, len(text)
		if n == from.Line {
			a = min(from.Column, len(text))
		} else {
			a = len(text) - len(strings.TrimLeft(text, " \t"))
		}
		if n == to.Line {
			b = max(a, min(to.Column, len(text)))
		}
		out = append(out, htmlLine{n, text[:a], text[a:b], text[b:]})
	}
	return out
}

func htmlActions(list []finding.Action, level frugality) []htmlAction {
	var out []htmlAction
	for _, a := range list {
		x := htmlAction{Failed: a.Failed}
		if a.At.IsValid() {
			x.Line = a.At.Position().Line
			x.Call = cutText(dedent(string(a.At.Source.Text[a.At.Start:a.At.End])), level.source)
		}
		if len(a.SQL) > 0 {
			x.SQL = cutText(strings.Join(a.SQL, ";\n")+";", level.sql)
		}
		out = append(out, x)
	}
	return out
}

// dedent takes the indentation that the later lines of a text share off them.
func dedent(s string) string {
	first, rest, ok := strings.Cut(s, "\n")
	if !ok {
		return s
	}
	lines := strings.Split(rest, "\n")
	margin := -1
	for _, l := range lines {
		if indent := len(l) - len(strings.TrimLeft(l, " ")); strings.TrimSpace(l) != "" && (margin < 0 || indent < margin) {
			margin = indent
		}
	}
	for i, l := range lines {
		lines[i] = l[min(max(margin, 0), len(l)):]
	}
	return first + "\n" + strings.Join(lines, "\n")
}

// cutText cuts a text at a number of characters, and says so.
func cutText(s string, limit int) string {
	r := []rune(s)
	if limit <= 0 || len(r) <= limit {
		return s
	}
	return string(r[:limit]) + fmt.Sprintf("\n… (%d characters more)", len(r)-limit)
}

func htmlChanges(list []finding.Change) []htmlChange {
	var out []htmlChange
	for _, c := range list {
		x := htmlChange{Sign: "~", Word: "changed", Change: c}
		switch {
		case c.Doubt:
			x.Sign, x.Word = "?", "may differ"
		case c.Attr == "" && c.Was == "":
			x.Sign, x.Word = "+", "new"
		case c.Attr == "" && c.Is == "":
			x.Sign, x.Word = "−", "gone"
		}
		out = append(out, x)
	}
	return out
}
