package analyzer

import (
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/symex"
)

// maxStumbles is how often a script may fail at the same place before the rows
// that it reads there are withdrawn all at once.
const maxStumbles = 3

// stumble is the failure of a script that raises on a row it has read, nil if
// it did not.
func (tr *trip) stumble(p symex.Path) *catalog.Failure {
	if !isPython(p.Err) || len(p.Looked) == 0 {
		return nil
	}
	if p.Cause != "" && (len(p.Choices) > 0 || len(tr.words) != 1 || !tr.words[p.Err.Error()]) {
		return nil // it depends on what nobody knows, and not as on all other rows
	}
	return &catalog.Failure{Class: "Exception", Message: p.Err.Error(), Rows: true, Seeds: p.Looked, Each: true}
}

// stepAside takes back the row that a script fails on: a text that is no JSON
// makes room for some that are, and where none is left, for one that nobody
// knows. It is false if the script cannot stand that one either.
func (tr *trip) stepAside(how *catalog.Seeding, before *catalog.State, p symex.Path, f *catalog.Failure) bool {
	tr.stumbles++
	if tr.words == nil {
		tr.words = map[string]bool{}
	}
	tr.words[f.Message] = true
	tables := map[string]bool{}
	for _, id := range f.Seeds {
		how.Except[id] = true
		k, _ := before.WitnessTable(id)
		tables[k] = true
	}
	if tr.stumbles%maxStumbles == 0 {
		for _, row := range p.LookedAll {
			for _, id := range row {
				if _, further := before.WitnessTable(id); !further {
					how.Except[id] = true
				}
			}
		}
	}
	for k := range tables {
		if strings.Contains(f.Message, "JSON") {
			how.Documents[k] = true
		}
		if tr.poor == nil {
			tr.poor = map[string]bool{}
		}
		tr.poor[k] = true
	}
	trial := tr.before.Clone()
	trial.Seed(*how)
	for k := range tables {
		if trial.Witnesses(k) > 0 {
			continue
		}
		if how.Vague[k] {
			if len(tr.words) == 1 {
				continue // any row makes it fail in this way: the rest is none
			}
			return false
		}
		how.Vague[k] = true
	}
	return true
}

// deprived tells that an upgrade removes or changes the rows of a table for which
// no witness could be made, and which has no rows besides: what becomes of them is
// not seen.
func deprived(before *catalog.State, ups []symex.Path) bool {
	for _, up := range ups {
		if up.Log == nil {
			continue
		}
		for _, e := range up.Log.Events {
			switch e.Kind {
			case catalog.TableDropped, catalog.TableTruncated, catalog.RowsDeleted, catalog.RowsUpdated, catalog.ColumnDropped:
				if t := before.Lookup(e.Table); t != nil && e.OldTable && len(t.Rows) == 0 && t.Options["partition by"] == "" {
					return true
				}
			}
		}
	}
	return false
}

// bereft tells that a script read a table of which all witnesses had to go.
func (tr *trip) bereft(before *catalog.State) bool {
	if len(tr.words) == 1 {
		return false
	}
	for k := range tr.poor {
		if before.Witnesses(k) == 0 {
			return true
		}
	}
	return false
}
