// Package selection decides which findings of a run a report shows.
//
// It takes the results as analyser or verifier made them and what the user
// asked for (severities, codes, exclusions, a baseline, the files that
// changed) and returns the results to report, with a count of what was left
// out, by reason.
//
// It refuses to hide silently: everything it takes away is counted, an
// exclusion that is expired or that nothing needed becomes a finding, and an
// error or an undecided verdict is never taken away by a code list.
package selection
