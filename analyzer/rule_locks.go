package analyzer

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim/sqlread"
	"github.com/mrt-tools/mrt/pyrt"
)

// locksRule reports what keeps others from a table that was there before:
// rewrites, scans and index builds under a lock. PostgreSQL only.
func locksRule(p *Pass) {
	if p.Dialect != sqlread.PostgreSQL {
		return
	}
	seen := map[string]bool{}
	for _, path := range p.Trip.up {
		if path.Log == nil {
			continue
		}
		for _, e := range path.Log.Events {
			if !e.OldTable {
				continue
			}
			f := finding.Finding{At: at(path, e), Object: name(e.Object)}
			code := finding.Code("")
			switch {
			case e.Kind == catalog.IndexCreated && !e.Flag["concurrently"]:
				code = CodeIndexLock
				f.Message = "index " + f.Object + " is built on " + e.Table + " under a lock that stops writing"
				f.Remedy = "use postgresql_concurrently=True inside get_context().autocommit_block()"
			case e.Kind == catalog.ColumnAdded && e.Flag["rewrites"]:
				code = CodeRewrite
				f.Message = "column " + f.Object + " has a default that differs from row to row: PostgreSQL rewrites the whole of " + e.Table
				f.Remedy = "add the column without it, set the default, fill the rows in batches"
			case e.Kind == catalog.ConstraintAdded && (e.Flag["foreign"] || e.Flag["check"]) && !e.Flag["not valid"] && !e.Flag["nothing to check"]:
				code = CodeScan
				f.Message = "constraint " + f.Object + " is checked on all rows of " + e.Table + " under a lock"
				f.Remedy = "add it NOT VALID, and validate it in a later transaction"
			case e.Kind == catalog.IndexDropped && !e.Flag["concurrently"]:
				code = CodeDropIndexLock
				f.Message = "index " + f.Object + " is dropped under a lock on " + e.Table
				f.Remedy = "use DROP INDEX CONCURRENTLY inside an autocommit block where the table is busy"
			}
			if code == "" || seen[string(code)+e.Object] {
				continue
			}
			seen[string(code)+e.Object] = true
			p.Report(code, f)
		}
	}
}

// meant names the table of an earlier revision whose name is nearly that of an
// assumed one.
func (p *Pass) meant(key string) string {
	table, ok := strings.CutPrefix(key, "table ")
	if !ok || p.Before == nil {
		return ""
	}
	var made []string
	for _, t := range p.Before.Tables() {
		if !slices.Contains(p.Assumed, "table "+t) {
			made = append(made, t)
		}
	}
	if near := pyrt.Suggestion(table, made); near != "" {
		return ". Did you mean: '" + near + "'?"
	}
	return ""
}

// coverageRule reports what was not understood.
func coverageRule(p *Pass) {
	for _, k := range p.Assumed {
		p.Report(CodeAssumed, finding.Finding{
			At: p.assumedAt(k), Object: name(k), Message: k + " is made by no revision; it is assumed to exist" + p.meant(k),
			Remedy: "let a revision make it, or state the schema in mrt.toml",
		})
	}
	seen := map[string]bool{}
	for _, path := range append(slices.Clone(p.Trip.up), p.Trip.down...) {
		if path.Log == nil {
			continue
		}
		for _, e := range path.Log.Events {
			if e.Kind != catalog.NotUnderstood || seen[e.Detail] {
				continue
			}
			seen[e.Detail] = true
			p.Report(CodeNotUnderstood, finding.Finding{
				At: at(path, e), Object: "sql", Message: "a statement was not understood, so its effect is not known: " + e.Detail,
				Remedy: "verify the revision on a database",
			})
		}
	}
}

// assumedAt is the first place that needs what is assumed.
func (p *Pass) assumedAt(k string) spanOf {
	for _, path := range append(slices.Clone(p.Trip.up), p.Trip.down...) {
		if path.Log == nil {
			continue
		}
		for _, e := range path.Log.Events {
			if e.Object == k || "table "+e.Table == k {
				return at(path, e)
			}
		}
	}
	for _, path := range append(slices.Clone(p.Trip.up), p.Trip.down...) {
		for _, step := range path.Steps { // a table that another refers to has no event
			if step.At.IsValid() && strings.Contains(step.At.Text(), `"`+name(k)+`"`) {
				return step.At
			}
		}
	}
	return spanOf{}
}
