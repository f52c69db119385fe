package report

import (
	"encoding/json"
	"io"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"github.com/mrt-tools/mrt/analyzer"
	"github.com/mrt-tools/mrt/analyzer/finding"
)

// SARIF 2.1.0 (OASIS), the parts that code scanning reads.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
	Invocation []sarifInvoke `json:"invocations"`
}

type sarifInvoke struct {
	ExecutionSuccessful bool        `json:"executionSuccessful"`
	Notes               []sarifNote `json:"toolExecutionNotifications,omitempty"`
}

type sarifNote struct {
	Level   string    `json:"level"`
	Message sarifText `json:"message"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	URI     string      `json:"informationUri"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Short   *sarifText   `json:"shortDescription,omitempty"`
	Full    *sarifText   `json:"fullDescription,omitempty"`
	Help    *sarifHelp   `json:"help,omitempty"`
	Default sarifDefault `json:"defaultConfiguration"`
}

type sarifHelp struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}

type sarifDefault struct {
	Level string `json:"level"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
}

type sarifLocation struct {
	ID       int            `json:"id,omitempty"`
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Message  *sarifText     `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

// homepage is where one learns more about the program.
const homepage = "https://github.com/mrt-tools/mrt"

// uriOf is the path of a file as a reference of RFC 3986: relative, as code
// scanning wants it, where the file is below the current folder.
func uriOf(file string) string {
	file = path.Clean(filepath.ToSlash(file))
	if path.IsAbs(file) {
		return (&url.URL{Scheme: "file", Path: file}).String()
	}
	return (&url.URL{Path: file}).String()
}

func writeSARIF(w io.Writer, run *Run) error {
	r := sarifRun{Tool: sarifTool{sarifDriver{Name: "mrt", Version: run.Version, URI: homepage, Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
		Invocation: []sarifInvoke{{ExecutionSuccessful: run.Errors() == 0, Notes: sarifNotes(run)}}}
	index, help := map[finding.Code]int{}, map[finding.Code]analyzer.Help{}
	for _, h := range analyzer.Explanations() {
		help[h.Code] = h
	}
	for _, f := range run.Findings() {
		i, ok := index[f.Code]
		if !ok {
			i = len(r.Tool.Driver.Rules)
			index[f.Code] = i
			r.Tool.Driver.Rules = append(r.Tool.Driver.Rules, sarifRuleOf(f.Code, help))
		}
		r.Results = append(r.Results, sarifResultOf(f, i))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{r}})
}

// sarifRuleOf describes a code with what `mrt explain` says about it.
func sarifRuleOf(c finding.Code, help map[finding.Code]analyzer.Help) sarifRule {
	info, _ := finding.Lookup(c)
	r := sarifRule{ID: string(c), Name: c.Name(), Default: sarifDefault{sarifLevel(info.Severity)}}
	h, ok := help[c]
	if !ok {
		return r
	}
	sentence, rest, _ := strings.Cut(h.Text, "\n")
	r.Short, r.Full = &sarifText{sentence}, &sarifText{sentence + " " + strings.Join(strings.Fields(rest), " ")}
	words := &sarifHelp{Text: h.Text, Markdown: h.Text}
	if h.Example != "" {
		words.Text += "\n\nExample:\n\n" + h.Example
		words.Markdown += "\n\n```python\n" + strings.TrimRight(h.Example, "\n") + "\n```"
	}
	r.Help = words
	return r
}

func sarifNotes(run *Run) []sarifNote {
	var notes []sarifNote
	for _, n := range run.Notes {
		notes = append(notes, sarifNote{"note", sarifText{n}})
	}
	for _, res := range run.Results {
		if res.Outcome == finding.CouldNot || res.Verdict == finding.Unknown && res.Outcome == finding.NoOutcome {
			notes = append(notes, sarifNote{"warning", sarifText{"revision " + res.Revision + " undecided: " + res.Cause}})
		}
	}
	return notes
}

func sarifResultOf(f finding.Finding, rule int) sarifResult {
	text := f.Message
	if f.Remedy != "" {
		text += ". Remedy: " + f.Remedy
	}
	out := sarifResult{RuleID: string(f.Code), RuleIndex: rule, Level: sarifLevel(f.Severity),
		Message: sarifText{text}, Locations: []sarifLocation{},
		Fingerprints: map[string]string{"mrt/v1": f.Fingerprint}}
	if p := placeOf(f); p.file != "" {
		out.Locations = append(out.Locations, sarifLocation{Physical: &sarifPhysical{
			sarifArtifact{uriOf(p.file)}, sarifRegionOf(f)}})
	}
	for _, n := range f.Related {
		if n.At.IsValid() {
			out.Related = append(out.Related, sarifLocation{
				len(out.Related) + 1,
				&sarifPhysical{sarifArtifact{uriOf(n.At.Source.Name)}, &sarifRegion{StartLine: n.At.Position().Line}},
				&sarifText{n.Message}})
		}
	}
	return out
}

// sarifRegionOf counts columns in code points, from 1.
func sarifRegionOf(f finding.Finding) *sarifRegion {
	a, b := f.At.Position(), f.At.EndPosition()
	points := func(line, column int) int {
		text := f.At.Source.Line(line)
		return len([]rune(string(text[:min(column, len(text))]))) + 1
	}
	return &sarifRegion{a.Line, points(a.Line, a.Column), b.Line, points(b.Line, b.Column)}
}

func sarifLevel(s finding.Severity) string {
	switch s {
	case finding.Error:
		return "error"
	case finding.Warning:
		return "warning"
	case finding.Off:
		return "none"
	}
	return "note"
}
