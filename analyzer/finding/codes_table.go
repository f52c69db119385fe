package finding

import "slices"

// A Code identifies a kind of danger: MRT and three digits. Codes never
// change their meaning.
type Code string

// Info is what is fixed about a code: its short name, and the severity of its
// findings unless the finding or mrt.toml says otherwise.
type CodeInfo struct {
	Code     Code
	Name     string
	Severity Severity
}

// Codes lists all codes in order.
func Codes() []CodeInfo { return slices.Clone(codeTable[:]) }

// Lookup finds a code; ok is false if there is none of that number.
func Lookup(c Code) (info CodeInfo, ok bool) {
	i, ok := slices.BinarySearchFunc(codeTable[:], c, func(a CodeInfo, c Code) int {
		switch {
		case a.Code < c:
			return -1
		case a.Code > c:
			return 1
		}
		return 0
	})
	if !ok {
		return CodeInfo{Code: c}, false
	}
	return codeTable[i], true
}

// Name is the short name of the code, or its number if it is unknown.
func (c Code) Name() string {
	if info, ok := Lookup(c); ok {
		return info.Name
	}
	return string(c)
}

// codeTable is sorted by code. Where pytest-mrt has a number for a danger, it
// is that number, so that its suppression comments go on working.
var codeTable = [...]CodeInfo{
	{"MRT001", "cannot-be-loaded", Error},
	{"MRT002", "not-understood", Warning},
	{"MRT003", "unused-suppression", Warning},
	{"MRT004", "expired-exclusion", Warning},
	{"MRT005", "exclusion-not-needed", Warning},
	{"MRT010", "table-not-seeded", Warning},
	{"MRT011", "object-assumed", Info},
	{"MRT012", "rows-withdrawn", Warning},
	{"MRT101", "missing-downgrade", Error},
	{"MRT102", "empty-downgrade", Error},
	{"MRT103", "data-migration-not-reversed", Error},
	{"MRT104", "raw-sql-not-reversed", Error},
	{"MRT105", "context-execute-not-reversed", Error},
	{"MRT106", "inserted-rows-left", Error},
	{"MRT107", "refuses-downgrade", Error},
	{"MRT108", "created-object-left", Error},
	{"MRT109", "downgrade-fails", Error},
	{"MRT110", "not-repeatable", Error},
	{"MRT111", "wrong-object-undone", Error},
	{"MRT112", "restored-differently", Error},
	{"MRT113", "depends-on-environment", Warning},
	{"MRT114", "swallows-errors", Warning},
	{"MRT201", "drop-column", Error},
	{"MRT202", "drop-table", Error},
	{"MRT203", "truncate", Error},
	{"MRT204", "cascade-added", Warning},
	{"MRT205", "drop-foreign-key", Error},
	{"MRT206", "batch-drop-column", Error},
	{"MRT207", "drop-view", Error},
	{"MRT208", "merge-then-drop", Error},
	{"MRT213", "set-not-null", Warning},
	{"MRT214", "rows-deleted", Error},
	{"MRT215", "values-overwritten", Error},
	{"MRT216", "drop-schema", Error},
	{"MRT217", "downgrade-touches-old-rows", Error},
	{"MRT218", "batch-rebuild-loses", Error},
	{"MRT219", "parent-rebuild-cascades", Error},
	{"MRT301", "rename-table", Error},
	{"MRT302", "rename-column", Error},
	{"MRT303", "type-change", Error},
	{"MRT304", "enum-value-added", Error},
	{"MRT306", "rename-other", Error},
	{"MRT307", "narrowed-type", Warning},
	{"MRT401", "not-null-without-default", Warning},
	{"MRT402", "nullability-not-restored", Error},
	{"MRT403", "not-null-in-sql", Warning},
	{"MRT404", "rewriting-default", Warning},
	{"MRT405", "default-not-restored", Error},
	{"MRT406", "unique-over-rows", Warning},
	{"MRT407", "index-not-concurrent", Warning},
	{"MRT408", "drop-index", Error},
	{"MRT409", "drop-constraint", Error},
	{"MRT410", "batch-drop-constraint", Error},
	{"MRT415", "concurrently-in-transaction", Error},
	{"MRT416", "constraint-not-restored", Error},
	{"MRT417", "comment-not-restored", Error},
	{"MRT418", "constraint-scans-table", Warning},
	{"MRT419", "drop-index-not-concurrent", Info},
	{"MRT501", "sequence-not-restored", Error},
	{"MRT502", "trigger-not-restored", Error},
	{"MRT503", "type-not-restored", Error},
	{"MRT504", "view-not-restored", Error},
	{"MRT505", "function-not-restored", Error},
	{"MRT506", "grant-not-restored", Error},
	{"MRT507", "policy-not-restored", Error},
	{"MRT508", "storage-not-restored", Error},
	{"MRT509", "other-object-not-restored", Error},
	{"MRT701", "deploy-drop-column", Info},
	{"MRT702", "deploy-rename", Info},
	{"MRT703", "deploy-drop-table", Info},
	{"MRT704", "deploy-not-null", Info},
	{"MRT705", "deploy-type-change", Info},
	{"MRT801", "schema-differs", Error},
	{"MRT802", "rows-lost", Error},
	{"MRT803", "rows-left-behind", Error},
	{"MRT804", "fails-on-new-rows", Error},
	{"MRT805", "second-upgrade-differs", Error},
	{"MRT806", "not-recoverable", Warning},
	{"MRT807", "upgrade-fails", Error},
	{"MRT808", "new-rows-altered", Info},
	{"MRT809", "column-order-differs", Info},
	{"MRT901", "several-heads", Error},
	{"MRT902", "syntax-error", Error},
	{"MRT903", "imports-application", Info},
	{"MRT904", "broken-graph", Error},
}
