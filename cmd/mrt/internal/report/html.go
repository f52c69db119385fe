package report

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// An htmlPage is what the template of the page is given.
type htmlPage struct {
	Run      *Run
	CSS      template.CSS
	JS       template.JS
	Headline string
	Tone     string // the state that the headline speaks of
	Facts    []string
	Notes    []string
	Chips    []htmlChip
	Strip    []htmlTick
	// TickWidth is the width of a mark in the strip, of 1.
	TickWidth string
	Rows      []*htmlRow
	GraphPx   int
	Symbols   []htmlState
	Open      bool // revisions with errors are shown at once
}

// maxOpen is how many revisions with errors are shown at once; more would bury
// the list.
const maxOpen = 8

// An htmlChip is a filter with the number of revisions that it leaves.
type htmlChip struct {
	Key, Sign, Word, Meaning string
	Count                    int
}

// An htmlTick is one revision in the strip above the list.
type htmlTick struct {
	X, Y, H     int
	Anchor      string
	Class, Name string
}

// writeHTML prints one page that needs nothing else: no network, and no script
// except for the search.
func writeHTML(w io.Writer, run *Run) error {
	t, err := template.New("page").Funcs(template.FuncMap{"ms": milliseconds}).Parse(pageHTML)
	if err != nil {
		return err
	}
	for _, level := range thrift {
		var b bytes.Buffer
		page := newPage(run, level)
		if err := t.Execute(&b, page); err != nil {
			return err
		}
		if b.Len() <= pageLimit(len(page.Rows)) || level.last {
			_, err := w.Write(b.Bytes())
			return err
		}
	}
	return nil
}

// Bounds of the page: what one with up to fullRows revisions may weigh, and
// what each revision more may add, in bytes.
const (
	maxPage  = 1900 << 10
	fullRows = 500
	perRow   = 3 << 10
)

func pageLimit(rows int) int { return maxPage + max(0, rows-fullRows)*perRow }

// A frugality is how much is left out to keep the page small. The levels are
// tried in order.
type frugality struct {
	source, sql int  // longest text of a call and of a statement; 0 for all of it
	fineSQL     bool // also of revisions with nothing to say about
	anySQL      bool
	schema      bool
	findings    int // of one revision; 0 for all
	note        string
	last        bool
}

var thrift = []frugality{
	{source: 2000, sql: 20000, fineSQL: true, anySQL: true, schema: true},
	{source: 400, sql: 1000, fineSQL: true, anySQL: true, schema: true,
		note: "Long statements are cut short here, to keep this page small; `mrt sql` prints them."},
	{source: 400, sql: 1000, anySQL: true, schema: true,
		note: "The SQL of revisions without findings is left out here, to keep this page small; `mrt sql` prints it."},
	{source: 200, sql: 200, schema: true,
		note: "The SQL is left out here, to keep this page small; `mrt sql` prints it."},
	{source: 200, findings: 5, last: true,
		note: "SQL, schema changes, and all but the first findings of each revision are left out here, to keep this page small; `mrt sql` and the JSON report have them."},
}

func newPage(run *Run, level frugality) *htmlPage {
	s := run.Summary()
	p := &htmlPage{Run: run, CSS: template.CSS(pageCSS), JS: template.JS(pageJS), Headline: capital(markdownHeadline(s)), Tone: "lossless"}
	switch {
	case s.Failed > 0:
		p.Tone = "broken"
	case s.Errors+s.Undecided > 0:
		p.Tone = "unknown"
	}
	p.Facts = htmlFacts(run, s)
	p.Notes = append(p.Notes, run.Notes...)
	for _, reason := range sortedKeys(run.Hidden) {
		p.Notes = append(p.Notes, "Not shown: "+plural(run.Hidden[reason], "finding")+" ("+reason+").")
	}
	if level.note != "" {
		p.Notes = append(p.Notes, level.note)
	}
	p.rows(run, level)
	failing := 0
	for _, r := range p.Rows {
		failing += min(1, r.Errors)
	}
	p.Open = failing <= maxOpen
	p.Chips, p.Symbols = htmlChips(p.Rows), htmlStates()
	p.strip()
	return p
}

func htmlFacts(run *Run, s Summary) []string {
	many := plural(run.Project.Revisions, "revision")
	if s.Revisions != run.Project.Revisions {
		many = plural(s.Revisions, "result") + " for " + many
	}
	facts := []string{run.Project.Config, run.Project.Dialect, many,
		plural(s.ErrorFindings, "error") + ", " + plural(s.Warnings, "warning") + ", " + plural(s.Notes, "note"), coverageLine(run)}
	if run.Timing {
		facts = append(facts, milliseconds(run.Took))
	}
	return nonEmpty(facts)
}

func nonEmpty(list []string) []string {
	out := list[:0]
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// capital begins a sentence with a capital letter.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// milliseconds is a duration for people.
func milliseconds(d time.Duration) string {
	switch {
	case d < time.Millisecond:
		return "under 1 ms"
	case d < time.Second:
		return d.Round(time.Millisecond).String()
	}
	return d.Round(10 * time.Millisecond).String()
}

// An htmlState is what can be known of a revision, with its sign.
type htmlState struct {
	Key, Sign, Word, Meaning string
	height                   int           // in the strip, of 6
	Shape                    template.HTML // in a box of 16 by 16
}

// htmlStates lists the states, worst first. Each has a shape of its own, so that
// nobody needs the colours.
func htmlStates() []htmlState {
	return []htmlState{
		{"broken", "✕", "broken", "the downgrade fails or leaves another schema", 6, `<rect x="1" y="1" width="14" height="14" rx="2"/><path class="i" d="M5 5l6 6M11 5l-6 6"/>`},
		{"schema-only", "▲", "schema-only", "the schema comes back, some data do not", 5, `<path d="M8 .8 15.6 14.6H.4z"/><path class="i" d="M8 6v4M8 12v.6"/>`},
		{"error", "!", "not run", "the round trip could not be made", 4, `<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z"/><path class="i" d="M8 4v5M8 11.2v.6"/>`},
		{"unknown", "?", "unknown", "not decided; the cause is given", 4, `<path d="M8 .4 15.6 8 8 15.6.4 8z"/><path class="i" d="M6.2 6.4a1.8 1.8 0 1 1 2.6 1.7q-.8.4-.8 1.2M8 11.2v.4"/>`},
		{"skipped", "–", "skipped", "accepted with a reason", 3, `<circle class="o" cx="8" cy="8" r="6"/><path class="o" d="M5 8h6"/>`},
		{"lossless", "✓", "lossless", "schema and data come back", 2, `<circle cx="8" cy="8" r="7"/><path class="i" d="M4.8 8.2 7 10.4 11.2 5.8"/>`},
		{"absent", "·", "not in this report", "outside of what was asked for", 1, `<circle class="o" cx="8" cy="8" r="3"/>`},
	}
}

// stateOf is the key of the state of a result.
func stateOf(res finding.Result) string {
	switch res.Outcome {
	case finding.Skipped:
		return "skipped"
	case finding.CouldNot:
		return "error"
	}
	return res.Verdict.String()
}

func htmlChips(rows []*htmlRow) []htmlChip {
	count := map[string]int{}
	for _, r := range rows {
		count[r.State.Key]++
		for _, k := range r.Levels() {
			count[k]++
		}
	}
	var out []htmlChip
	for _, s := range htmlStates() {
		if n := count[s.Key]; n > 0 {
			out = append(out, htmlChip{s.Key, s.Sign, s.Word, s.Meaning, n})
		}
	}
	for _, k := range []string{"errors", "warnings", "notes"} {
		if n := count[k]; n > 0 {
			out = append(out, htmlChip{k, "", "with " + k, "", n})
		}
	}
	return out
}

// maxTicks is how many revisions the strip can show.
const maxTicks = 1500

func (p *htmlPage) strip() {
	if len(p.Rows) > maxTicks || len(p.Rows) < 2 {
		return
	}
	p.TickWidth = ".8"
	if len(p.Rows) < 60 {
		p.TickWidth = ".96"
	}
	for i, r := range p.Rows {
		p.Strip = append(p.Strip, htmlTick{X: len(p.Rows) - 1 - i, Y: 6 - r.State.height, H: r.State.height, Anchor: r.Anchor, Class: r.State.Key, Name: r.ID})
	}
}
