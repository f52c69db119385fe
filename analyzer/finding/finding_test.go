package finding

import (
	"slices"
	"strings"
	"testing"
)

func TestCodeTableIsSorted(t *testing.T) {
	if !slices.IsSortedFunc(codeTable[:], func(a, b CodeInfo) int { return strings.Compare(string(a.Code), string(b.Code)) }) {
		t.Error("codes are not in order")
	}
	names := map[string]bool{}
	for _, c := range codeTable {
		if names[c.Name] {
			t.Errorf("%s: the name %s is used twice", c.Code, c.Name)
		}
		names[c.Name] = true
		if got, ok := Lookup(c.Code); !ok || got != c {
			t.Errorf("Lookup(%s) = %v, %v", c.Code, got, ok)
		}
	}
	if _, ok := Lookup("MRT999"); ok {
		t.Error("MRT999 found")
	}
}

func TestWorst(t *testing.T) {
	order := []Verdict{Lossless, Unknown, SchemaOnly, Broken}
	for i, a := range order {
		for j, b := range order {
			if got, want := Worst(a, b), order[max(i, j)]; got != want {
				t.Errorf("Worst(%s, %s) = %s, want %s", a, b, got, want)
			}
		}
	}
}

func TestSealIsStableAndDistinct(t *testing.T) {
	f := Finding{Code: "MRT201", Revision: "ab", Object: "users.phone", Message: "one"}
	g := f
	g.Message = "two"
	fs := Seal([]Finding{g, f, f})
	if len(fs) != 2 {
		t.Fatalf("%d findings, want the repetition removed", len(fs))
	}
	if fs[0].Fingerprint == fs[1].Fingerprint {
		t.Error("two findings share a fingerprint")
	}
	again := Seal([]Finding{f})
	if again[0].Fingerprint != fs[0].Fingerprint {
		t.Error("the fingerprint depends on other findings")
	}
}

func TestSeverityWords(t *testing.T) {
	for _, word := range []string{"off", "note", "warning", "error"} {
		s, ok := ParseSeverity(word)
		if !ok || s.String() != word {
			t.Errorf("ParseSeverity(%q) = %v, %v", word, s, ok)
		}
	}
	if _, ok := ParseSeverity("fatal"); ok {
		t.Error(`"fatal" is a severity`)
	}
}
