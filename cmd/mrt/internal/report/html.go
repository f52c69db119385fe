package report

import (
	_ "embed"
	"html/template"
	"io"
)

//go:embed page.html
var pageHTML string

type htmlPage struct {
	Run       *Run
	Summary   Summary
	Headline  string
	Coverage  string
	Revisions []htmlRevision
}

type htmlRevision struct {
	jsonRevision
	Findings []jsonFinding
}

// writeHTML prints one page that needs nothing else: no script, no network.
func writeHTML(w io.Writer, run *Run) error {
	t, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return err
	}
	page := htmlPage{Run: run, Summary: run.Summary(), Coverage: coverageLine(run)}
	page.Headline = markdownHeadline(page.Summary)
	for _, res := range run.Results {
		r := htmlRevision{jsonRevision: revisionOf(run, res)}
		for _, f := range res.Findings {
			r.Findings = append(r.Findings, findingOf(f))
		}
		page.Revisions = append(page.Revisions, r)
	}
	return t.Execute(w, page)
}
