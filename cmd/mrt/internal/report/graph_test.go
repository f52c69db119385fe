package report

import (
	"slices"
	"testing"
)

// laneOf is the lane of each revision of a drawing.
func laneOf(nodes []Node) map[string]int {
	rows, _ := drawing(nodes)
	out := map[string]int{}
	for i, r := range rows {
		out[nodes[len(nodes)-1-i].ID] = r.lane
	}
	return out
}

func TestDrawing(t *testing.T) {
	nodes := []Node{
		{ID: "a"}, {ID: "b", Down: []string{"a"}}, {ID: "c", Down: []string{"b"}},
		{ID: "x", Down: []string{"a"}}, {ID: "y", Down: []string{"x"}},
		{ID: "m", Down: []string{"c", "y"}}, {ID: "z", Down: []string{"m"}, DependsOn: []string{"b"}},
	}
	lanes := laneOf(nodes)
	if lanes["z"] != lanes["m"] || lanes["x"] != lanes["y"] || lanes["x"] == lanes["c"] || lanes["b"] != lanes["c"] {
		t.Errorf("branches do not keep their lanes: %v", lanes)
	}
	rows, _ := drawing(nodes)
	if len(rows[1].out) != 2 {
		t.Errorf("a merge has %d edges, not 2", len(rows[1].out))
	}
	if out := rows[0].out; !slices.ContainsFunc(sortedKeys(out), func(i int) bool { return out[i].dashed }) {
		t.Error("a dependency is not drawn")
	}
	if last := rows[len(rows)-1]; len(last.out) != 0 || len(last.through) != 0 || len(last.into) == 0 {
		t.Errorf("edges go on below the base: %+v", last)
	}
}

// TestDrawingJoins demands that what leaves a row at the bottom enters the next
// one at the top, in the same lanes.
func TestDrawingJoins(t *testing.T) {
	var nodes []Node
	for i := range 200 {
		n := Node{ID: string(rune('A' + i))}
		if i > 0 {
			n.Down = append(n.Down, nodes[i*7%i].ID)
		}
		if i > 3 && i%5 == 0 {
			n.Down = append(n.Down, nodes[i-2].ID)
			n.DependsOn = append(n.DependsOn, nodes[i/2].ID, "unknown")
		}
		nodes = append(nodes, n)
	}
	rows, lanes := drawing(nodes)
	below := map[int]strand{}
	for i, r := range rows {
		above := map[int]strand{}
		for k, s := range r.into {
			above[k] = s
		}
		for k, s := range r.through {
			above[k] = s
		}
		if len(above) != len(below) {
			t.Fatalf("row %d: %d lanes come in, %d went out", i, len(above), len(below))
		}
		below = map[int]strand{}
		for k, s := range r.through {
			below[k] = s
		}
		for k, s := range r.out {
			below[k] = s
		}
		for k := range below {
			if k >= lanes {
				t.Fatalf("row %d: lane %d of %d", i, k, lanes)
			}
		}
	}
}
