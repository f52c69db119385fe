package symex

import (
	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Path is one way through upgrade() or downgrade().
type Path struct {
	State   *catalog.State // after it
	Log     *catalog.Log   // what it did
	Steps   []opshim.Step  // in order; an Event's Step is 1 more than the index here
	SQL     [][]string     // of each step, as `alembic upgrade --sql` has it; nil unless Explorer.Show
	Choices []Choice       // how questions were answered that nobody can answer
	Err     error          // the run ended with this failure: *catalog.Failure, or Python's exception
	At      syntax.Span    // where it failed
	// Cause says why the path is not known for certain; empty if it is.
	Cause string
	// Asked is true if the script read anything of the database: what it did
	// until then would be the same on any other.
	Asked bool
	// Looked are the witnesses behind the row that the script has looked at last,
	// LookedAll those behind each row of the same result.
	Looked    []int32
	LookedAll [][]int32
	// Missing is what the script uses and is not there, nil if nothing; a value
	// that nobody knows stands for it.
	Missing *opshim.MissingPackage
	// Repeats is true if the script does the same again on a state that is the
	// same: it met no failure and read nothing that nobody knows.
	Repeats bool
	// Calls, Statements and Opaque count what was executed and not understood.
	Calls, Statements int
	Opaque            []string
}

// A Choice is the answer to one question.
type Choice struct {
	At       syntax.Span
	Question string
	Taken    bool
}

// SameChoice compares questions and answers.
func SameChoice(a, b Choice) bool { return a.Question == b.Question && a.Taken == b.Taken }
