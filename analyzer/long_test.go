package analyzer

import (
	"os"
	"testing"
)

// TestLong is for work on speed: LONG names a project with many revisions.
func TestLong(t *testing.T) {
	dir := os.Getenv("LONG")
	if dir == "" {
		t.Skip("LONG is not set")
	}
	t.Log(len(checkDir(t, dir, "postgresql")))
}
