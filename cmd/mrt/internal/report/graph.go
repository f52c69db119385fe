package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Node is one revision of the history, for reports that draw it.
type Node struct {
	ID, File, Title         string
	Down, DependsOn, Labels []string
}

// A strand is an edge on its way through the rows of a drawing: it stands in a
// lane, and waits for the revision that it leads to.
type strand struct {
	to     string
	dashed bool // a depends_on
}

// A graphRow is one row of the drawing, newest revision first. Lanes are
// numbered from the left.
type graphRow struct {
	lane    int
	into    map[int]strand // lanes that end in the node, from above
	through map[int]strand // lanes that pass by
	out     map[int]strand // lanes that leave the node, downwards
}

// drawing lays out a history: nodes in upgrade order, rows in the reverse.
func drawing(nodes []Node) (rows []graphRow, lanes int) {
	known := map[string]bool{}
	for _, n := range nodes {
		known[n.ID] = true
	}
	var active []strand // by lane; the zero strand is a free lane
	for _, n := range slices.Backward(nodes) {
		row := graphRow{lane: -1, into: map[int]strand{}, through: map[int]strand{}, out: map[int]strand{}}
		for i, s := range active {
			switch {
			case s.to == "":
			case s.to != n.ID:
				row.through[i] = s
			default:
				row.into[i] = s
				active[i] = strand{}
				if row.lane < 0 || row.into[row.lane].dashed && !s.dashed {
					row.lane = i
				}
			}
		}
		if row.lane < 0 {
			row.lane = freeLane(&active)
		}
		edges := make([]strand, 0, len(n.Down)+len(n.DependsOn))
		for _, id := range n.Down {
			edges = append(edges, strand{id, false})
		}
		for _, id := range n.DependsOn {
			edges = append(edges, strand{id, true})
		}
		for _, e := range edges {
			if known[e.to] {
				row.leave(&active, e)
			}
		}
		rows = append(rows, row)
		lanes = max(lanes, len(active), row.lane+1)
	}
	return rows, lanes
}

// leave leads an edge from the node to the lane that goes where it goes, else
// down the node's own lane, else into a free one.
func (r *graphRow) leave(active *[]strand, e strand) {
	i := slices.Index(*active, e)
	if i < 0 {
		i = r.lane
		if i >= len(*active) || (*active)[i].to != "" {
			i = freeLane(active)
		}
		(*active)[i] = e
	}
	r.out[i] = e
}

// freeLane gives the leftmost lane that nothing stands in.
func freeLane(active *[]strand) int {
	if i := slices.Index(*active, strand{}); i >= 0 {
		return i
	}
	*active = append(*active, strand{})
	return len(*active) - 1
}

// Measures of the drawing, in pixels: a row is scaled to the height it needs.
const (
	rowHeight = 40
	laneWidth = 16
	maxGraph  = 240 // more lanes stand closer together
	minLane   = 3
)

// A pen turns rows into SVG.
type pen struct{ step, width float64 }

func newPen(lanes int) pen {
	step := float64(laneWidth)
	if float64(lanes)*step > maxGraph {
		step = max(minLane, float64(maxGraph)/float64(lanes))
	}
	return pen{step, step*float64(lanes-1) + laneWidth + 8}
}

// x is the middle of a lane.
func (p pen) x(lane int) float64 { return laneWidth/2 + 4 + p.step*float64(lane) }

// paths are the edges of a row: the solid ones and the dashed ones.
func (p pen) paths(r graphRow) (solid, dashed string) {
	var both [2]strings.Builder
	at := func(s strand) *strings.Builder {
		if s.dashed {
			return &both[1]
		}
		return &both[0]
	}
	x, mid := p.x(r.lane), rowHeight/2
	for _, i := range sortedKeys(r.through) {
		fmt.Fprintf(at(r.through[i]), "M%g 0V%d", p.x(i), rowHeight)
	}
	for _, i := range sortedKeys(r.into) {
		fmt.Fprintf(at(r.into[i]), "M%g 0C%g %d %g 4 %g %d", p.x(i), p.x(i), mid-2, x, x, mid)
	}
	for _, i := range sortedKeys(r.out) {
		fmt.Fprintf(at(r.out[i]), "M%g %dC%g %d %g %d %g %d", x, mid, x, rowHeight-4, p.x(i), mid+2, p.x(i), rowHeight)
	}
	return both[0].String(), both[1].String()
}

// below are the lanes that go on under a row, past what is shown of its revision.
func (p pen) below(r graphRow) (solid, dashed string) {
	var both [2]strings.Builder
	on := maps.Clone(r.through)
	maps.Copy(on, r.out)
	for _, i := range sortedKeys(on) {
		k := 0
		if on[i].dashed {
			k = 1
		}
		fmt.Fprintf(&both[k], "M%g 0V%d", p.x(i), rowHeight)
	}
	return both[0].String(), both[1].String()
}
