package analyzer

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

func TestEveryCodeIsExplained(t *testing.T) {
	seen := map[finding.Code]bool{}
	for _, h := range Explanations() {
		if seen[h.Code] {
			t.Errorf("%s is explained twice", h.Code)
		}
		seen[h.Code] = true
		if h.Name == "" {
			t.Errorf("%s is not in the table of codes", h.Code)
		}
		for _, want := range []string{"\nWhy: ", "\nFix: "} {
			if !strings.Contains(h.Text, want) {
				t.Errorf("%s: no %q in\n%s", h.Code, strings.TrimSpace(want), h.Text)
			}
		}
		if h.Example != "" && !strings.Contains(h.Example, "def upgrade():\n") {
			t.Errorf("%s: example %q", h.Code, h.Example)
		}
	}
	for _, c := range finding.Codes() {
		if !seen[c.Code] {
			t.Errorf("%s %s is not explained", c.Code, c.Name)
		}
	}
	if _, ok := Explain("MRT201"); !ok {
		t.Error("MRT201 is not explained")
	}
	if _, ok := Explain("MRT000"); ok {
		t.Error("MRT000 is explained")
	}
}
