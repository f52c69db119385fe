package verifier

import "testing"

// Parts are contiguous, cover everything, and later ones are not longer.
func TestCut(t *testing.T) {
	for _, c := range []struct{ from, to, parts int }{{0, 1000, 8}, {0, 31, 8}, {10, 110, 2}, {0, 3, 8}, {0, 0, 4}} {
		ends := Cut(c.from, c.to, c.parts)
		if len(ends) != c.parts || ends[c.parts-1] != c.to {
			t.Fatalf("Cut(%d, %d, %d) = %v", c.from, c.to, c.parts, ends)
		}
		was, length := c.from, c.to-c.from
		for _, end := range ends {
			if end < was || end-was > length+1 {
				t.Errorf("Cut(%d, %d, %d) = %v", c.from, c.to, c.parts, ends)
			}
			was, length = end, end-was
		}
	}
}
