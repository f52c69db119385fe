package analyzer

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// TestLiterals counts how many of the SQL statements that scripts write
// themselves are understood. PROJECTS names a folder of real projects, LITERALS
// a file that gets the statements, one JSON object a line.
func TestLiterals(t *testing.T) {
	dir := os.Getenv("PROJECTS")
	if dir == "" {
		t.Skip("PROJECTS is not set")
	}
	out := os.Stdout
	if name := os.Getenv("LITERALS"); name != "" {
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		out = f
	}
	lines := json.NewEncoder(out)
	all, unknown := 0, map[string]int{}
	seen := map[string]bool{}
	projects, _ := filepath.Glob(filepath.Join(dir, "[a-z]*"))
	for _, p := range projects {
		if only := os.Getenv("ONLY"); only != "" && !strings.Contains(p, only) {
			continue
		}
		for _, l := range literals(t, p) {
			d, _ := sqlread.DialectOf(l[0])
			for _, st := range sqlread.Parse(l[1], d) {
				if seen[l[0]+st.Text] {
					continue
				}
				seen[l[0]+st.Text] = true
				all++
				why := ""
				if u, ok := st.Stmt.(*sqlread.Unknown); ok {
					why = u.Reason
					unknown[l[0]+" "+why]++
				}
				_ = lines.Encode(map[string]string{"project": filepath.Base(p), "dialect": l[0], "sql": st.Text, "unknown": why})
			}
		}
	}
	bad := 0
	for _, n := range unknown {
		bad += n
	}
	for _, k := range slices.Sorted(mapsKeysOf(unknown)) {
		t.Logf("%4d %s", unknown[k], k)
	}
	fmt.Printf("literal statements: %d, understood %d (%.2f %%)\n", all, all-bad, 100*float64(all-bad)/float64(max(all, 1)))
}

func mapsKeysOf(m map[string]int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// literals are the SQL texts that the revisions of a project execute, with
// their dialect.
func literals(t *testing.T, dir string) [][2]string {
	ctx := context.Background()
	p, err := script.Find(script.FindOptions{Path: dir})
	if err != nil {
		t.Fatal(err)
	}
	var out [][2]string
	for _, dialect := range dialectsOf(dir) {
		env, err := opshim.Open(ctx, p, opshim.Options{Dialect: dialect})
		if err != nil {
			t.Log(err)
			continue
		}
		c, err := newChecker(env, Options{Dialect: dialect})
		if err != nil {
			t.Fatal(err)
		}
		steps, err := env.History.Upgrade(script.One("heads"), script.Base)
		if err != nil {
			t.Log(err)
			continue
		}
		for _, s := range steps {
			r, ok := s.(*script.RevisionStep)
			if !ok {
				continue
			}
			_, j := c.look(ctx, r.Revision)
			for _, path := range append(slices.Clone(j.up), j.down...) {
				for _, step := range path.Steps {
					if x, ok := step.Op.(*op.Execute); ok {
						if text, ok := x.Stmt.(*expr.Text); ok {
							out = append(out, [2]string{dialect, text.SQL})
						}
					}
				}
			}
			c.advance(j)
		}
	}
	return out
}

// dialectsOf are those that the recorded answers of a project are for.
func dialectsOf(dir string) []string {
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(filepath.Dir(dir)), "oracle", filepath.Base(dir), "online", "*.json"))
	var out []string
	for _, f := range files {
		out = append(out, strings.TrimSuffix(filepath.Base(f), ".json"))
	}
	if len(out) == 0 {
		out = []string{"postgresql", "sqlite", "mysql"}
	}
	return out
}
