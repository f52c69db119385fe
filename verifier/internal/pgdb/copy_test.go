package pgdb

import (
	"io"
	"strings"
	"testing"
)

// TestCopyRows: COPY's text format, whatever the size of the reads.
func TestCopyRows(t *testing.T) {
	values := [][]any{{int64(1), "a\tb\\c"}, {nil, "two\nlines\r"}, {"", strings.Repeat("x", 40)}}
	want := "1\ta\\tb\\\\c\n\\N\ttwo\\nlines\\r\n\t" + strings.Repeat("x", 40) + "\n"
	for _, size := range []int{1, 7, 4096} {
		var b strings.Builder
		if _, err := io.CopyBuffer(struct{ io.Writer }{&b}, struct{ io.Reader }{&copyRows{values: values}}, make([]byte, size)); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("in steps of %d: %q, want %q", size, b.String(), want)
		}
	}
}
