package sqltok

import (
	"slices"
	"strings"
)

// Begins reports whether a statement begins with the words; each may be one of
// several, with a bar between them.
func Begins(t []Token, words ...string) bool {
	if len(t) < len(words) {
		return false
	}
	for i, w := range words {
		if t[i].Kind != Word || !slices.Contains(strings.Split(w, "|"), t[i].Lower) {
			return false
		}
	}
	return true
}
