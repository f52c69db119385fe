package finding

import (
	"cmp"
	"slices"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Finding is one danger at one place.
type Finding struct {
	Code     Code
	Severity Severity
	Revision string      // the revision's identifier
	At       syntax.Span // tight: the call, not the function around it
	Object   string      // what it is about, such as users.phone; empty if nothing in particular
	Message  string      // one sentence that names the object
	Remedy   string      // what to do about it
	Proof    Proof       // how we know
	Related  []Note      // other places: the matching downgrade, the choices of the path

	// Change is the state before and after, where the finding is about one
	// difference of the schema.
	Change *Change
	// Lost are examples of what is lost, at most MaxLosses.
	Lost []Loss

	// Database is the one that showed it, in a verification; empty for a prediction.
	Database string
	// Fingerprint identifies the finding across moves of its lines. Seal fills it.
	Fingerprint string
}

// A Note is another place that a finding speaks of.
type Note struct {
	At      syntax.Span
	Message string
}

// Proof says how a finding is known.
type Proof uint8

const (
	// Pattern: the directive alone shows it, whatever the rest does.
	Pattern Proof = iota
	// Path: executing the revision symbolically led to it.
	Path
	// Observed: a real database showed it.
	Observed
)

// String is the word of the JSON report.
func (p Proof) String() string {
	switch p {
	case Path:
		return "path"
	case Observed:
		return "observed"
	default:
		return "pattern"
	}
}

// Severity orders findings by weight; the zero value is not a severity.
type Severity uint8

const (
	// Off means that the finding is not reported.
	Off Severity = iota
	// Info is the severity that reports spell "note".
	Info
	// Warning fails a strict run only.
	Warning
	// Error fails every run.
	Error
)

// String is the word of the reports and of mrt.toml.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Info:
		return "note"
	default:
		return "off"
	}
}

// ParseSeverity is the inverse of String; ok is false for any other word.
func ParseSeverity(word string) (s Severity, ok bool) {
	for s := Off; s <= Error; s++ {
		if s.String() == word {
			return s, true
		}
	}
	return Off, false
}

// Compare orders findings for a report: by file, offset, code, object, message.
func Compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.file(), b.file()),
		cmp.Compare(a.At.Start, b.At.Start),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Object, b.Object),
		cmp.Compare(a.Message, b.Message),
		cmp.Compare(a.Database, b.Database),
	)
}

func (f Finding) file() string {
	if f.At.Source == nil {
		return ""
	}
	return f.At.Source.Name
}

// Seal sorts the findings of a run, removes repetitions, and fills their
// fingerprints. It changes the slice it is given.
func Seal(fs []Finding) []Finding {
	slices.SortStableFunc(fs, Compare)
	fs = slices.CompactFunc(fs, func(a, b Finding) bool { return Compare(a, b) == 0 })
	seen := map[string]int{}
	for i := range fs {
		key := fs[i].key()
		fs[i].Fingerprint = fingerprint(key, seen[key])
		seen[key]++
	}
	return fs
}
