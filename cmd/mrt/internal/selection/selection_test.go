package selection

import (
	"testing"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

func sample() []finding.Result {
	return []finding.Result{
		{Revision: "a", File: "a.py", Verdict: finding.SchemaOnly, Findings: []finding.Finding{
			{Code: "MRT201", Severity: finding.Error, Revision: "a", Fingerprint: "f1"},
			{Code: "MRT407", Severity: finding.Warning, Revision: "a", Fingerprint: "f2"}}},
		{Revision: "b", File: "b.py", Verdict: finding.Lossless},
	}
}

func codes(results []finding.Result) string {
	s := ""
	for _, r := range results {
		for _, f := range r.Findings {
			s += r.Revision + ":" + string(f.Code) + ":" + f.Severity.String() + " "
		}
	}
	return s
}

func TestApply(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		name, want string
		hidden     int
		o          Options
	}{
		{"everything", "a:MRT201:error a:MRT407:warning ", 0, Options{}},
		{"select a family", "a:MRT201:error ", 1, Options{Select: []finding.Code{"MRT2"}}},
		{"ignore", "a:MRT407:warning ", 1, Options{Ignore: []finding.Code{"MRT201"}}},
		{"severity", "a:MRT201:note a:MRT407:warning ", 0, Options{Severity: map[finding.Code]finding.Severity{"MRT201": finding.Info}}},
		{"off", "a:MRT407:warning ", 1, Options{Severity: map[finding.Code]finding.Severity{"MRT201": finding.Off}}},
		{"baseline", "a:MRT407:warning ", 1, Options{Baseline: map[string]bool{"f1": true}}},
		{"changed", "", 2, Options{Changed: func(f string) bool { return f == "b.py" }}},
		{"excluded", "", 2, Options{Exclude: []Exclusion{{Revision: "a", Reason: "old"}}}},
		{"excluded code", "a:MRT407:warning ", 1, Options{Exclude: []Exclusion{{Revision: "a", Codes: []finding.Code{"MRT201"}, Reason: "old"}}}},
		{"expired", "a:MRT201:error a:MRT407:warning a:MRT004:warning ", 0,
			Options{Today: day("2026-02-01"), Exclude: []Exclusion{{Revision: "a", Reason: "old", Expires: day("2026-01-01")}}}},
		{"not needed", "a:MRT201:error a:MRT407:warning b:MRT005:warning ", 0, Options{Exclude: []Exclusion{{Revision: "b", Reason: "old"}}}},
		{"unknown", "a:MRT201:error a:MRT407:warning a:MRT005:warning ", 0, Options{Known: func(string) bool { return false },
			Exclude: []Exclusion{{Revision: "zz", Reason: "old"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, hidden := Apply(sample(), c.o)
			if codes(got) != c.want {
				t.Errorf("shown %q, want %q", codes(got), c.want)
			}
			n := 0
			for _, k := range hidden {
				n += k
			}
			if n != c.hidden {
				t.Errorf("hidden %v, want %d", hidden, c.hidden)
			}
		})
	}
}

func TestExclusionSkips(t *testing.T) {
	got, _ := Apply(sample(), Options{Exclude: []Exclusion{{Revision: "a", Reason: "archived"}}})
	if got[0].Outcome != finding.Skipped || got[0].Reason != "archived" {
		t.Errorf("result %+v", got[0])
	}
}
