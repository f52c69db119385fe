package pywrite

import (
	"fmt"
	"strings"
)

// around is how many unchanged lines surround a change.
const around = 3

// maxCells limits the table of the comparison; larger parts are replaced whole.
const maxCells = 4 << 20

// Diff is the unified diff between two texts of one file; empty if they are equal.
func Diff(name, old, new string) string {
	if old == new {
		return ""
	}
	a, b := diffLines(old), diffLines(new)
	edits := compare(a, b)
	var out strings.Builder
	fmt.Fprintf(&out, "--- a/%s\n+++ b/%s\n", name, name)
	for i := 0; i < len(edits); {
		if edits[i].kind == ' ' {
			i++
			continue
		}
		start, end, quiet := i, i, 0
		for j := i; j < len(edits) && quiet <= 2*around; j++ {
			if edits[j].kind == ' ' {
				quiet++
				continue
			}
			quiet, end = 0, j
		}
		from, to := max(0, start-around), min(len(edits), end+1+around)
		hunk(&out, edits, from, to)
		i = to
	}
	return out.String()
}

// diffLines keeps the newlines.
func diffLines(s string) []string {
	lines := strings.SplitAfter(s, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

type edit struct {
	kind byte // ' ', '-', '+'
	text string
}

// compare finds a longest common part between what begins and ends alike.
func compare(a, b []string) []edit {
	pre := 0
	for pre < len(a) && pre < len(b) && a[pre] == b[pre] {
		pre++
	}
	post := 0
	for post < len(a)-pre && post < len(b)-pre && a[len(a)-1-post] == b[len(b)-1-post] {
		post++
	}
	var out []edit
	for _, l := range a[:pre] {
		out = append(out, edit{' ', l})
	}
	out = append(out, middle(a[pre:len(a)-post], b[pre:len(b)-post])...)
	for _, l := range a[len(a)-post:] {
		out = append(out, edit{' ', l})
	}
	return out
}

func middle(a, b []string) []edit {
	var out []edit
	if len(a)*len(b) > maxCells {
		for _, l := range a {
			out = append(out, edit{'-', l})
		}
		for _, l := range b {
			out = append(out, edit{'+', l})
		}
		return out
	}
	best := make([][]int, len(a)+1)
	for i := range best {
		best[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			out = append(out, edit{' ', a[i]})
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && best[i+1][j] >= best[i][j+1]:
			out = append(out, edit{'-', a[i]})
			i++
		default:
			out = append(out, edit{'+', b[j]})
			j++
		}
	}
	return out
}

func hunk(out *strings.Builder, edits []edit, from, to int) {
	oldAt, newAt := 1, 1
	for _, e := range edits[:from] {
		if e.kind != '+' {
			oldAt++
		}
		if e.kind != '-' {
			newAt++
		}
	}
	oldN, newN := 0, 0
	for _, e := range edits[from:to] {
		if e.kind != '+' {
			oldN++
		}
		if e.kind != '-' {
			newN++
		}
	}
	if oldN == 0 {
		oldAt--
	}
	if newN == 0 {
		newAt--
	}
	fmt.Fprintf(out, "@@ -%d,%d +%d,%d @@\n", oldAt, oldN, newAt, newN)
	for _, e := range edits[from:to] {
		out.WriteByte(e.kind)
		out.WriteString(e.text)
		if !strings.HasSuffix(e.text, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}
