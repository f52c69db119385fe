package analyzer

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// sqlRunner runs SQL texts instead of scripts.
func sqlRunner(d sqlread.Dialect, up, down string) runner {
	return func(dir opshim.Direction, on *catalog.State, _ []symex.Choice) []symex.Path {
		on = on.Clone()
		text := up
		if dir == opshim.Down {
			text = down
		}
		p := symex.Path{State: on, Log: catalog.NewLog()}
		on.Log = p.Log
		if msg, ok := strings.CutPrefix(text, "ERROR "); ok {
			p.Err = errors.New(msg)
			return []symex.Path{p}
		}
		on.Autocommit = false
		for _, st := range sqlread.Parse(text, d) {
			if tx, ok := st.Stmt.(*sqlread.Transaction); ok {
				on.InTransaction = strings.HasPrefix(tx.What, "begin")
				continue
			}
			if strings.Contains(st.Text, "alembic_version") {
				continue
			}
			if _, err := on.Exec(st, nil); err != nil {
				p.Err = err
				return []symex.Path{p}
			}
		}
		return []symex.Path{p}
	}
}

// TestZooSQL is for work on the catalogue: ZOO_SQL names a folder with the SQL
// of cases, ZOO the cases with their labels.
func TestZooSQL(t *testing.T) {
	dir, cases := os.Getenv("ZOO_SQL"), os.Getenv("ZOO")
	if dir == "" || cases == "" {
		t.Skip("ZOO_SQL and ZOO are not set")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.json"))
	slices.Sort(files)
	bad, good, miss, blame, undec := 0, 0, 0, 0, 0
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".json")
		if only := os.Getenv("ONLY"); only != "" && !strings.Contains(name, only) {
			continue
		}
		var sql map[string]string
		var label struct {
			Labels []string
			Static bool
			Detail []string
		}
		read := func(path string, v any) {
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(b, v); err != nil {
				t.Fatal(err)
			}
		}
		read(f, &sql)
		read(filepath.Join(cases, name, "label.json"), &label)
		d, _ := sqlread.DialectOf(strings.Split(name, "__")[0])
		if sql["up_error"] != "" || strings.Contains(sql["down_error"], "CommandError") || strings.Contains(sql["down_error"], "AttributeError") || strings.Contains(sql["down_error"], "Inspection") {
			continue
		}
		base := catalog.New(d, catalog.NewWorld())
		ps := sqlRunner(d, sql["base"], "")(opshim.Up, base, nil)
		if ps[0].Err != nil {
			t.Fatalf("%s: base: %v", name, ps[0].Err)
		}
		base = ps[0].State
		if base.Tainted != "" {
			t.Fatalf("%s: base tainted: %v", name, base.Tainted)
		}
		base.Settle()
		base.Log = nil
		down := sql["down"]
		if sql["down_error"] != "" {
			down = "ERROR " + sql["down_error"]
		}
		j := judge(base, sqlRunner(d, sql["up"], down))
		clean := slices.Contains(label.Labels, "clean")
		found := j.verdict == finding.SchemaOnly || j.verdict == finding.Broken
		if clean {
			good++
		} else if label.Static {
			bad++
		}
		if j.verdict == finding.Unknown {
			undec++
		}
		switch {
		case clean && found:
			blame++
			t.Logf("BLAME %s %s", name, explainJudgement(j))
		case !clean && (label.Static || os.Getenv("ALL") != "") && !found:
			miss++
			t.Logf("MISS %s %v %s %s\n\t%.200q", name, label.Labels, j.verdict, j.cause, label.Detail)
		case os.Getenv("ONLY") != "":
			t.Logf("%s: %v %s", name, label.Labels, explainJudgement(j))
		}
	}
	t.Logf("defective static %d, missed %d; clean %d, blamed %d; undecided %d", bad, miss, good, blame, undec)
}

func explainJudgement(j judgement) string {
	s := j.verdict.String() + " " + j.cause
	for _, d := range j.defects {
		switch {
		case d.err != nil:
			s += "\n\tfails: " + d.err.Error()
		case d.schema != nil:
			s += "\n\tschema: " + d.schema.Object + " " + d.schema.Attr + ": " + d.schema.Before + " -> " + d.schema.After
		case d.data != nil:
			s += "\n\tdata: " + d.data.Table + " " + strings.Join(d.data.Columns, ",") + " " + d.data.Example
		}
		if d.again {
			s += " (again)"
		}
	}
	return s
}
