package analyzer

import (
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/symex"
)

// detail is what a revision did on tables that hold only what migrations put
// there.
func detail(before *catalog.State, j judgement) *finding.Detail {
	up, down := longest(j.up), longest(j.down)
	d := &finding.Detail{Up: actions(up), Down: actions(down)}
	if up != nil && up.Err == nil {
		d.Schema = changes(before, up.State)
	}
	if down != nil && down.Err == nil {
		d.Back = changes(before, down.State)
	}
	return d
}

// longest is the path that did most, nil if there is none.
func longest(paths []symex.Path) *symex.Path {
	var most *symex.Path
	for i := range paths {
		if most == nil || paths[i].Calls > most.Calls {
			most = &paths[i]
		}
	}
	return most
}

// actions are the calls of a path with their SQL; what no script asked for, and
// calls that send nothing, are left out.
func actions(p *symex.Path) []finding.Action {
	if p == nil {
		return nil
	}
	var out []finding.Action
	for i, step := range p.Steps {
		if i >= len(p.SQL) || len(p.SQL[i]) == 0 {
			continue
		}
		if n := len(out); n > 0 && out[n-1].At == step.At {
			out[n-1].SQL = append(out[n-1].SQL, p.SQL[i]...)
			continue
		}
		out = append(out, finding.Action{At: step.At, SQL: p.SQL[i]})
	}
	if p.Err != nil {
		if n := len(out); n > 0 && out[n-1].At == p.At {
			out[n-1].Failed = reason(p.Err)
		} else {
			out = append(out, finding.Action{At: p.At, Failed: reason(p.Err)})
		}
	}
	return out
}

func changes(a, b *catalog.State) []finding.Change {
	var out []finding.Change
	for _, x := range catalog.Diff(a, b) {
		c := change(x)
		if key, ok := strings.CutPrefix(x.Object, "table "); ok && x.Attr == "" {
			if x.Before == "" {
				c.Is = columns(b, key, c.Is)
			} else {
				c.Was = columns(a, key, c.Was)
			}
		}
		out = append(out, c)
	}
	return out
}

// maxColumns is how many columns of a table a report names.
const maxColumns = 12

// columns describes a table by its columns.
func columns(s *catalog.State, key, what string) string {
	list := s.Columns(key)
	if len(list) > maxColumns {
		list = append(list[:maxColumns:maxColumns], "…")
	}
	if len(list) == 0 {
		return what
	}
	return "(" + strings.Join(list, ", ") + ")"
}

// change is a difference as reports show it.
func change(x catalog.Difference) finding.Change {
	if x.Attr == "" && x.After == "left" {
		x.After = "there" // which only a downgrade leaves behind
	}
	return finding.Change{Object: x.Object, Attr: x.Attr, Was: x.Before, Is: x.After, Doubt: x.Unknown}
}
