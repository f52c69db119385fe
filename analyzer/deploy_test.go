package analyzer

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestDeploy runs the migrations of testdata/MRT7*, each on the databases that its
// first line names. A line that ends in "# want MRT…" has that finding of a rolling
// deploy, and no other line has any.
func TestDeploy(t *testing.T) {
	base, err := os.ReadFile("testdata/base.py")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("testdata/MRT7*/*.py")
	if len(files) < 30 {
		t.Fatalf("%d files", len(files))
	}
	want := regexp.MustCompile(`# want (MRT\d+)`)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, body, _ := strings.Cut(string(text), "\n")
		for _, dialect := range strings.Fields(strings.TrimPrefix(head, "# dialects:")) {
			t.Run(strings.TrimSuffix(strings.TrimPrefix(file, "testdata/"), ".py")+"/"+dialect, func(t *testing.T) {
				var wanted, got []string
				for line := range strings.Lines(body) {
					if m := want.FindStringSubmatch(line); m != nil {
						wanted = append(wanted, m[1]+" "+strings.TrimSpace(line))
					}
				}
				r := checkDir(t, project(t, dialect, string(base), body+"\n\ndef downgrade():\n    pass\n"), dialect)["top"]
				for _, f := range r.Findings {
					if f.Code.OfDeploy() {
						line := strings.Split(string(f.At.Source.Text), "\n")[f.At.Position().Line-1]
						got = append(got, fmt.Sprintf("%s %s", f.Code, strings.TrimSpace(line)))
					}
					if f.Code == "MRT807" {
						t.Errorf("%s", f.Message)
					}
				}
				slices.Sort(wanted)
				slices.Sort(got)
				if !slices.Equal(wanted, got) {
					t.Errorf("%s\n got %s\nwant %s", r.Cause, strings.Join(got, "\n     "), strings.Join(wanted, "\n     "))
				}
			})
		}
	}
}
