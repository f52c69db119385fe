package selection

import (
	"fmt"
	"slices"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// An Exclusion accepts the findings of one revision.
type Exclusion struct {
	Revision string
	Codes    []finding.Code // none: all
	Reason   string
	Expires  time.Time // zero: never
}

// Options say what to show.
type Options struct {
	Select, Ignore []finding.Code // prefixes of codes, such as MRT2
	Severity       map[finding.Code]finding.Severity
	Exclude        []Exclusion
	// Today decides whether an exclusion has expired.
	Today time.Time
	// Baseline holds the fingerprints of accepted findings.
	Baseline map[string]bool
	// Changed tells whether a revision file was added or changed since the
	// reference; nil: all count.
	Changed func(file string) bool
	// Revisions that exist, to tell an exclusion of an unknown one.
	Known func(revision string) bool
	// Part: the results are one shard's, not the first one's if Later. What
	// concerns a revision stands in the report of the shard that has it, what
	// concerns none in that of the first.
	Part, Later bool
}

// Apply filters results in place and returns them with the counts of what is
// not shown, by reason.
func Apply(results []finding.Result, o Options) ([]finding.Result, map[string]int) {
	hidden := map[string]int{}
	needed := make([]bool, len(o.Exclude))
	out := make([]finding.Result, 0, len(results))
	for _, res := range results {
		if o.Changed != nil && !o.Changed(res.File) {
			if n := len(res.Findings); n > 0 {
				hidden["in revisions not changed"] += n
			}
			continue
		}
		var kept []finding.Finding
		for _, f := range res.Findings {
			if why := o.why(&f); why != "" {
				hidden[why]++
				continue
			}
			kept = append(kept, f)
		}
		res.Findings = kept
		res = o.exclude(res, hidden, needed)
		out = append(out, res)
	}
	out = o.reportExclusions(out, needed)
	return out, hidden
}

// why says why a finding is not shown, "" when it is; it also gives the
// finding the severity that the user set.
func (o Options) why(f *finding.Finding) string {
	if s, ok := o.Severity[f.Code]; ok {
		f.Severity = s
	}
	switch {
	case f.Severity == finding.Off:
		return "switched off"
	case len(o.Select) > 0 && !matches(o.Select, f.Code):
		return "not selected"
	case matches(o.Ignore, f.Code):
		return "ignored"
	case o.Baseline[f.Fingerprint]:
		return "in the baseline"
	}
	return ""
}

func matches(prefixes []finding.Code, c finding.Code) bool {
	return slices.ContainsFunc(prefixes, func(p finding.Code) bool {
		return len(p) <= len(c) && c[:len(p)] == p
	})
}

// exclude applies the exclusions of a revision. One without codes makes the
// whole revision skipped.
func (o Options) exclude(res finding.Result, hidden map[string]int, needed []bool) finding.Result {
	for i, e := range o.Exclude {
		if e.Revision != res.Revision || o.expired(e) {
			continue
		}
		before := len(res.Findings)
		res.Findings = slices.DeleteFunc(slices.Clone(res.Findings), func(f finding.Finding) bool {
			return len(e.Codes) == 0 || matches(e.Codes, f.Code)
		})
		if n := before - len(res.Findings); n > 0 {
			hidden["excluded: "+e.Reason] += n
			needed[i] = true
		}
		if len(e.Codes) == 0 {
			needed[i] = needed[i] || res.Verdict != finding.Lossless
			res.Reason = e.Reason
			if res.Verdict != finding.Lossless {
				res.Outcome = finding.Skipped
			}
		}
	}
	return res
}

func (o Options) expired(e Exclusion) bool {
	return !e.Expires.IsZero() && !o.Today.Before(e.Expires)
}

// reportExclusions adds MRT004 and MRT005 for exclusions that no longer serve.
func (o Options) reportExclusions(results []finding.Result, needed []bool) []finding.Result {
	for i, e := range o.Exclude {
		f := finding.Finding{Revision: e.Revision, Object: e.Revision, Proof: finding.Pattern}
		here := slices.ContainsFunc(results, func(r finding.Result) bool { return r.Revision == e.Revision })
		if o.Part && !here && (o.Later || o.Known == nil || o.Known(e.Revision)) {
			continue
		}
		switch {
		case o.expired(e):
			f.Code = "MRT004"
			f.Message = fmt.Sprintf("the exclusion of revision %s expired on %s", e.Revision, e.Expires.Format(time.DateOnly))
			f.Remedy = "mend the revision, or state a new date with the reason"
		case o.Known != nil && !o.Known(e.Revision):
			f.Code = "MRT005"
			f.Message = fmt.Sprintf("the exclusion names revision %s, which does not exist", e.Revision)
			f.Remedy = "take the exclusion out"
		case !needed[i] && here:
			f.Code = "MRT005"
			f.Message = fmt.Sprintf("the exclusion of revision %s hides nothing", e.Revision)
			f.Remedy = "take the exclusion out"
		default:
			continue
		}
		info, _ := finding.Lookup(f.Code)
		f.Severity = info.Severity
		if s, ok := o.Severity[f.Code]; ok {
			f.Severity = s
		}
		if f.Severity != finding.Off {
			results = attach(results, f)
		}
	}
	return results
}

func attach(results []finding.Result, f finding.Finding) []finding.Result {
	for i := range results {
		if results[i].Revision == f.Revision {
			results[i].Findings = append(slices.Clone(results[i].Findings), f)
			return results
		}
	}
	if len(results) > 0 {
		results[0].Findings = append(slices.Clone(results[0].Findings), f)
	}
	return results
}
