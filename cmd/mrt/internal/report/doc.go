// Package report is the only code that formats findings.
//
// It takes a Run (what was looked at and the finding.Results) and writes one
// of the formats of the command line: text for people, JSON as documented,
// SARIF 2.1.0, JUnit, GitHub annotations, GitLab code quality, HTML, Markdown.
//
// It refuses to decide: what counts, what fails and in which order things
// stand is settled before a Run is made. Output depends on nothing but the
// Run: no clock, no machine, no terminal unless the caller says so.
package report
