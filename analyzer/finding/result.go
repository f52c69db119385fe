package finding

import "time"

// A Result is what is known about the round trip of one revision, predicted
// or observed.
type Result struct {
	Revision string // identifier
	File     string // path of the revision file, relative to the project
	Title    string // first line of its docstring

	Verdict Verdict
	Cause   string // why unknown, skipped or in error; begins with load:, run:, paths:, sql:, rows: or seed:

	// Of a verification; the zero values stand for a prediction.
	Outcome  Outcome
	Stage    Stage         // the stage that decided
	Reason   string        // declared reason of an exclusion
	Database string        // which one
	Resumed  string        // from where the next revisions went on, and how, after a trip that did not end well
	Without  []string      // revisions below it that were not in place, since their own upgrades could not be made
	Aside    string        // the revision from which on the history is on a database of its own, since the rest makes the same
	Upon     []string      // revisions above it that were still in place, since they could not be undone on the way down from the models
	Drift    []string      // what the models say otherwise than its upgrade
	Missing  []string      // what its upgrade needs and no revision before makes: "table users", "schema events"
	Took     time.Duration // the only figure that differs between two runs

	Statements []Statement // what was measured of them, if it was asked for

	Coverage Coverage
	Findings []Finding
	Detail   *Detail // nil unless it was asked for
}

// Coverage says how much of a revision was looked at.
type Coverage struct {
	// Of a verification: tables present, tables that hold rows, and the names
	// of those that do not, each with its reason ("public.t: no row satisfies …").
	Tables, Seeded int
	Unseeded       []string

	// Of a prediction: directives and SQL statements executed, and those
	// that were not understood, each with its reason.
	Calls, Statements int
	Opaque            []string
}

// Understood is the share of directives and statements that were understood,
// in percent; 100 if there were none.
func (c Coverage) Understood() float64 {
	all := c.Calls + c.Statements
	if all == 0 {
		return 100
	}
	return 100 * float64(all-len(c.Opaque)) / float64(all)
}

// Verdict says what a round trip gives back. Unknown is the zero value.
type Verdict uint8

const (
	// Unknown: not decided; the Result has the cause.
	Unknown Verdict = iota
	// Lossless: schema and data come back.
	Lossless
	// SchemaOnly: the schema comes back, some data do not.
	SchemaOnly
	// Broken: the downgrade fails or leaves another schema, or the second
	// upgrade does not end where the first did.
	Broken
)

// String is the word of the reports.
func (v Verdict) String() string {
	switch v {
	case Lossless:
		return "lossless"
	case SchemaOnly:
		return "schema-only"
	case Broken:
		return "broken"
	default:
		return "unknown"
	}
}

// Worst is the worse of two verdicts. A defect that is certain outweighs
// doubt, and doubt outweighs lossless.
func Worst(a, b Verdict) Verdict {
	rank := [...]uint8{Unknown: 1, Lossless: 0, SchemaOnly: 2, Broken: 3}
	if rank[b] > rank[a] {
		return b
	}
	return a
}

// Outcome is how the verification of one revision ended.
type Outcome uint8

const (
	// NoOutcome stands in predictions, which have none.
	NoOutcome Outcome = iota
	// Passed: the round trip gave everything back.
	Passed
	// Failed: it did not; the findings say what.
	Failed
	// Skipped: declared so in mrt.toml.
	Skipped
	// CouldNot: the trip could not be made ("error" in reports).
	CouldNot
)

// String is the word of the reports; empty for NoOutcome.
func (o Outcome) String() string {
	return [...]string{NoOutcome: "", Passed: "passed", Failed: "failed", Skipped: "skipped", CouldNot: "error"}[o]
}

// Stage is a part of the round trip.
type Stage uint8

const (
	// NoStage stands in predictions.
	NoStage Stage = iota
	// Load reads the script.
	Load
	// Seed fills the tables.
	Seed
	// Upgrade runs upgrade() the first time.
	Upgrade
	// Downgrade runs downgrade().
	Downgrade
	// UpgradeAgain runs upgrade() the second time.
	UpgradeAgain
)

// String is the word of the reports; empty for NoStage.
func (s Stage) String() string {
	return [...]string{NoStage: "", Load: "load", Seed: "seed", Upgrade: "upgrade", Downgrade: "downgrade", UpgradeAgain: "upgrade-again"}[s]
}
