package analyzer

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// fact is what real Alembic did with one revision.
type fact struct {
	Upgrade, Downgrade, Again struct {
		OK    bool
		Inert bool
		Error string
	}
	Restored    string
	AgainSchema string `json:"again_schema"`
}

// broken is 1 for yes, 0 for no, -1 for not known.
func (f fact) broken() int {
	switch {
	case !f.Upgrade.OK || f.Downgrade.Inert:
		return -1
	case !f.Downgrade.OK || f.Restored == "differs":
		return 1
	case f.Again.Inert:
		return -1
	case !f.Again.OK || f.AgainSchema == "differs":
		return 1
	case f.Restored == "same" && f.AgainSchema == "same":
		return 0
	}
	return -1
}

// TestProjects is for work on the analyser: PROJECTS and ORACLE name folders
// of real projects and of what real Alembic did with them.
func TestProjects(t *testing.T) {
	projects, oracle := os.Getenv("PROJECTS"), os.Getenv("ORACLE")
	if projects == "" || oracle == "" {
		t.Skip("PROJECTS and ORACLE are not set")
	}
	files, _ := filepath.Glob(filepath.Join(oracle, "*", "online", "*.json"))
	total := map[string]int{}
	for _, f := range files {
		name, dialect := filepath.Base(filepath.Dir(filepath.Dir(f))), strings.TrimSuffix(filepath.Base(f), ".json")
		if only := os.Getenv("ONLY"); only != "" && !strings.Contains(name+"/"+dialect, only) {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var facts struct{ Revisions map[string]fact }
		if err := json.Unmarshal(b, &facts); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		count := map[string]int{}
		shown := 0
		for id, r := range checkDir(t, filepath.Join(projects, name), dialect) {
			count[r.Verdict.String()]++
			if r.Verdict == finding.Unknown && os.Getenv("CAUSES") != "" {
				fmt.Printf("CAUSE %s/%s %s %.150s\n", name, dialect, id, r.Cause)
			}
			x, ok := facts.Revisions[id]
			if !ok {
				continue
			}
			wrong := ""
			switch b := x.broken(); {
			case b == 1 && (r.Verdict == finding.Lossless || r.Verdict == finding.SchemaOnly):
				wrong = "MISSED"
			case b == 0 && r.Verdict == finding.Broken:
				wrong = "FALSE ALARM"
			}
			if wrong == "" {
				continue
			}
			count[wrong]++
			if shown++; shown > 8 && os.Getenv("ALL") == "" {
				continue
			}
			t.Logf("%s %s/%s %s: %s; down %q again %q restored %s again %s", wrong, name, dialect, id, r.Verdict, x.Downgrade.Error, x.Again.Error, x.Restored, x.AgainSchema)
			for i, f := range r.Findings {
				if f.Severity == finding.Error && i < 6 {
					t.Logf("    %s %.300s", f.Code, f.Message)
				}
			}
		}
		for k, n := range count {
			total[k] += n
		}
		fmt.Printf("%-32s %v %.1fs\n", name+"/"+dialect, count, time.Since(start).Seconds())
		t.Logf("%-32s %v %.1fs", name+"/"+dialect, count, time.Since(start).Seconds())
	}
	t.Log(fmt.Sprint(total))
}
