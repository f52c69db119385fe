package report

import (
	"bytes"
	"encoding/json"
	"testing"
)

// TestJSONWriter: the document is that of encoding/json, byte for byte.
func TestJSONWriter(t *testing.T) {
	zero, half := 0, 0.5
	none := []string{}
	for _, doc := range []jsonDocument{
		{},
		{Tool: jsonTool{"mrt", "1"}, Project: jsonProject{Heads: []string{"a", "b"}}, Revisions: []jsonRevision{}, Findings: []jsonFinding{}},
		{Notes: []string{`quotes " and \`, "lines\nand\ttabs", "<&>", "Ünï \u2028 \x7f \xff"}, Hidden: map[string]int{"b": 2, "a <": 1},
			Revisions: []jsonRevision{
				{Revision: "a", Missing: []string{"x"}, Coverage: jsonCoverage{Tables: &zero, Seeded: &zero, Unseeded: &none}},
				{Revision: "b", Seconds: &half, Coverage: jsonCoverage{Opaque: &[]string{"p", "q"}}}},
			Findings: []jsonFinding{{Code: "MRT1", Line: -1, Related: []jsonNote{{"f", 1, "m"}}}, {}},
			Summary:  jsonSummary{Seconds: &half}},
	} {
		var got, want bytes.Buffer
		if err := (&jsonWriter{out: &got}).write(doc); err != nil {
			t.Fatal(err)
		}
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(doc); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("got %s\nwant %s", got.String(), want.String())
		}
	}
}
