package pyrt

// suggestion gives the candidate nearest to a misspelt name, as CPython's
// "Did you mean" does, or "".
func suggestion(name string, candidates []string) string {
	if len(candidates) > 750 || len(name) > 40 {
		return ""
	}
	best, bestCost := "", -1
	for _, c := range candidates {
		if c == name || c == "" {
			continue
		}
		limit := (len(name) + len(c) + 3) * 2 / 6
		if bestCost >= 0 {
			limit = min(limit, bestCost-1)
		}
		if cost := editCost(name, c, limit); cost <= limit && (bestCost < 0 || cost < bestCost) {
			best, bestCost = c, cost
		}
	}
	return best
}

// moveCost and caseCost are CPython's weights of one edit.
const (
	moveCost = 2
	caseCost = 1
)

func substitutionCost(a, b byte) int {
	switch {
	case a == b:
		return 0
	case a|0x20 == b|0x20 && (a|0x20 >= 'a' && a|0x20 <= 'z'):
		return caseCost
	}
	return moveCost
}

// editCost is the weighted edit distance, or more than limit.
func editCost(a, b string, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return (len(a) + len(b)) * moveCost
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > limit {
		return limit + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for j := range len(b) {
		distance := j * moveCost
		result = distance
		least := 1 << 30
		for i := range len(a) {
			substitute := distance + substitutionCost(b[j], a[i])
			distance = row[i]
			result = min(substitute, min(result, distance)+moveCost)
			row[i] = result
			least = min(least, result)
		}
		if least > limit {
			return limit + 1
		}
	}
	return result
}
