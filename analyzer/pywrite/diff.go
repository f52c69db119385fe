package pywrite

import (
	"bytes"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff is the unified diff between two texts of one file, as `git apply` and
// `patch -p1` take it; empty if they are equal.
func Diff(name, old, new string) string {
	text := diff.Diff("a/"+name, []byte(old), "b/"+name, []byte(new))
	// The line before the two names is a heading that no patch needs.
	_, text, _ = bytes.Cut(text, []byte("\n"))
	return string(text)
}
