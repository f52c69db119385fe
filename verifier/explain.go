package verifier

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"sync"
)

// explain says whether an error of a run is the migration's own failure (the
// database refused, the script raised), what happened, in one line, and where.
func explain(err error) (words string, at syntax.Span, theirs bool) {
	var run *opshim.RunError
	if errors.As(err, &run) {
		at = run.At
	}
	var missing *opshim.MissingPackage
	if errors.As(err, &missing) {
		return err.Error(), at, false
	}
	if name, ok := opshim.Unsupported(err); ok {
		return fmt.Sprintf("%s is not supported", name), at, false
	}
	var db *opshim.DBError
	if errors.As(err, &db) {
		return db.Class + ": " + db.Message, at, !unsupportedHere(db)
	}
	if f, ok := live.AsFailure(err); ok {
		return f.Class + ": " + f.Words(), at, true
	}
	var gen *sqlgen.Error
	if errors.As(err, &gen) {
		return gen.Error(), at, gen.Type != "Unsupported"
	}
	var exc *pyrt.Exception
	if errors.As(err, &exc) {
		words = exc.Error()
		if run != nil {
			words += run.Hint
		}
		return oneLine(words), at, true
	}
	return err.Error(), at, false
}

// raisedAt names the place in another file where a failure started.
func raisedAt(err error) []finding.Note {
	var run *opshim.RunError
	if errors.As(err, &run) && run.Inner.IsValid() {
		return []finding.Note{{At: run.Inner, Message: "raised here"}}
	}
	return nil
}

// whyNot is the finding for a script that could not be run to its end.
func whyNot(what string, err error) finding.Finding {
	f := finding.Finding{Code: "MRT002", Severity: finding.Warning, Object: what, Related: raisedAt(err),
		Message: "the " + what + " could not be run to its end: " + oneLine(err.Error()), Remedy: "mrt does not run it; declare the revision in mrt.toml with a reason"}
	var run *opshim.RunError
	if errors.As(err, &run) {
		f.At = run.At
	}
	var missing *opshim.MissingPackage
	var limit *pyrt.LimitError
	switch {
	case errors.As(err, &missing):
		f.Remedy = missing.Remedy()
	case errors.As(err, &limit):
		f.Remedy = "look for a loop that does not end"
	}
	return f
}

// unrun ends a trip because a function could not be run to its end.
func (t *trip) unrun(stage finding.Stage, err error) {
	what := "upgrade"
	if stage == finding.Downgrade {
		what = "downgrade"
	}
	if f := whyNot(what, err); f.At.IsValid() && t.res.Outcome != finding.Failed {
		t.add(f)
	}
	t.could(stage, "run: "+err.Error())
}

// Messages of databases that name what is not there.
var absent = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("(?i)(?:no such (table|column|index): |NoSuchTableError: |KeyError: |relation |column |Table |Unknown column )[\"'`]?([\\w.]+)[\"'`]?(?: of relation \\S+)?(?: does not exist| doesn't exist| in 'field list'|$)")
})

// meant names the table or column that a message about a missing one most
// probably meant, as ". Did you mean: 'x'?", or "".
func (t *trip) meant(words string) string {
	m := absent().FindStringSubmatch(words)
	if m == nil || t.old == nil {
		return ""
	}
	word := m[2][strings.LastIndexByte(m[2], '.')+1:]
	var names []string
	for _, table := range t.old.Catalog.Tables {
		if kindOf(m[0]) == "table" {
			names = append(names, table.Name)
		}
		for _, c := range table.Columns {
			if kindOf(m[0]) == "column" {
				names = append(names, c.Name)
			}
		}
		for _, x := range table.Indexes {
			if kindOf(m[0]) == "index" {
				names = append(names, x.Name)
			}
		}
	}
	slices.Sort(names)
	if near := pyrt.Suggestion(word, slices.Compact(names)); near != "" {
		return ". Did you mean: '" + near + "'?"
	}
	return ""
}

// kindOf says what a message about something absent is about.
func kindOf(words string) string {
	words = strings.ToLower(words)
	switch {
	case strings.Contains(words, "index"):
		return "index"
	case strings.Contains(words, "column") || strings.HasPrefix(words, "keyerror"):
		return "column"
	}
	return "table"
}

// unsupportedHere: SQLAlchemy gives SQLite functions that this program does not.
func unsupportedHere(db *opshim.DBError) bool {
	return strings.EqualFold(db.Message, "no such function: regexp")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// refuses: the script itself raised, on purpose.
func (r *ran) refuses() bool {
	if !r.failed || r.failure != nil {
		return false
	}
	class, _, _ := strings.Cut(r.words, ":")
	switch class {
	case "NotImplementedError", "NotImplemented", "RuntimeError", "Exception", "SystemExit", "AssertionError":
		return true
	}
	return strings.Contains(strings.ToLower(class), "irreversible")
}

// missing: the script has no such function.
func (r *ran) missing() bool {
	return r.failed && strings.Contains(r.words, "no attribute 'downgrade'")
}

// idle reports whether a run did nothing but keep Alembic's own books.
func (t *trip) idle(r *ran) bool {
	for i := range r.log {
		own := false
		for _, name := range t.opt.VersionTables {
			own = own || r.log[i].mentions(name)
		}
		if !own {
			return false
		}
	}
	return true
}
