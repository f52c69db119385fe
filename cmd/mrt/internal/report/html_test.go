package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// TestPageStandsAlone: the page fetches nothing, and its links lead somewhere.
func TestPageStandsAlone(t *testing.T) {
	for _, run := range []*Run{sampleRun(t, "check"), sampleRun(t, "verify"), crowd(t, 20), {Command: "check"}} {
		page := render(t, "html", run)
		for _, m := range regexp.MustCompile(`(?:href|src|url)\s*[=(]\s*["']?([^"'\s>)]+)`).FindAllStringSubmatch(page, -1) {
			if !strings.HasPrefix(m[1], "#") && m[1] != "data:," {
				t.Errorf("the page refers to %s", m[1])
			}
		}
		ids := map[string]bool{}
		for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
			if ids[m[1]] {
				t.Errorf("the id %s stands twice", m[1])
			}
			ids[m[1]] = true
		}
		for _, m := range regexp.MustCompile(`(?:href="#|for=")([^"]+)"`).FindAllStringSubmatch(page, -1) {
			if !ids[m[1]] {
				t.Errorf("nothing has the id %s", m[1])
			}
		}
	}
}

// TestPageWeight: what makes a page heavy is left out, and the page says so.
func TestPageWeight(t *testing.T) {
	run := crowd(t, 500)
	for i := range run.Results {
		res := &run.Results[i]
		at := res.Findings[0].At
		var list []finding.Action
		for range 8 {
			list = append(list, finding.Action{At: at, SQL: []string{strings.Repeat("ALTER TABLE users ADD COLUMN phone TEXT ", i%40)}})
		}
		res.Detail = &finding.Detail{Up: list, Down: list, Schema: []finding.Change{{Object: "column users.phone", Was: "TEXT"}}}
	}
	page := render(t, "html", run)
	if len(page) > 2_000_000 {
		t.Errorf("%d bytes", len(page))
	}
	if !strings.Contains(page, "to keep this page small") {
		t.Error("nothing says what is left out")
	}
	if small := render(t, "html", crowd(t, 500)); len(small) > 2_000_000 || strings.Contains(small, "to keep this page small") {
		t.Errorf("a page of %d bytes leaves something out", len(small))
	}
}

// TestPageShows demands everything that a reviewer is to see of a revision.
func TestPageShows(t *testing.T) {
	run := sampleRun(t, "verify")
	res := &run.Results[0]
	at := res.Findings[0].At
	res.Findings[0].Lost = []finding.Loss{{Row: "id 7", Column: "x", Was: "'old value'", Is: "NULL"}}
	res.Detail = &finding.Detail{
		Up:     []finding.Action{{At: at, SQL: []string{"ALTER TABLE u DROP COLUMN x"}}},
		Down:   []finding.Action{{SQL: []string{"ALTER TABLE u ADD COLUMN x"}, Failed: "no such table: u"}},
		Schema: []finding.Change{{Object: "column u.x", Was: "TEXT"}, {Object: "column u.y", Attr: "default", Is: "0"}},
	}
	run.History = []Node{{ID: "a1"}, {ID: "b2", Down: []string{"a1"}}, {ID: "c3", Down: []string{"a1"}}, {ID: "d4", Down: []string{"b2", "c3"}}, {ID: "e5", Down: []string{"d4"}}}
	page := render(t, "html", run)
	for _, want := range []string{"ALTER TABLE u DROP COLUMN x;", "ALTER TABLE u ADD COLUMN x;", "no such table: u", "&#39;old value&#39;", "column u.y, default",
		"in 2ms", "<mark>op.drop_column", "keep it\nsomewhere", "not in this report", `class="r s-schema-only f-errors f-warnings"`, "on purpose", "the next revisions went on"} {
		if !strings.Contains(page, want) && !strings.Contains(strings.ToLower(page), want) {
			t.Errorf("the page has no %q", want)
		}
	}
}
