package pyrttest

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// Chunks runs every chunked file that the pattern finds, on Threads made by
// newThread.
func Chunks(t *testing.T, pattern string, newThread func() *pyrt.Thread) {
	for _, name := range files(t, pattern) {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		line := 0
		for i, chunk := range strings.Split(string(raw), "# ---\n") {
			// Blank lines in front keep the numbers of the file.
			text := strings.Repeat("\n", line) + chunk
			line += strings.Count(chunk, "\n") + 1
			t.Run(strings.TrimSuffix(filepath.Base(name), ".py")+"/"+strconv.Itoa(i), func(t *testing.T) {
				runChunk(t, name, text, newThread())
			})
		}
	}
}

func files(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files match %s (%v)", pattern, err)
	}
	return names
}

var expectation = regexp.MustCompile(`### "(.*)"\s*$`)

// runChunk runs one chunk and compares how it ends with its expectation.
func runChunk(t *testing.T, name, text string, th *pyrt.Thread) {
	defer th.Close()
	wantLine, want := 0, ""
	for i, l := range strings.Split(text, "\n") {
		if m := expectation.FindStringSubmatch(l); m != nil {
			wantLine, want = i+1, m[1]
		}
	}
	err := Run(th, name, []byte(text))
	if err == nil {
		if want != "" {
			t.Errorf("%s:%d: no exception, want one that matches %q", name, wantLine, want)
		}
		return
	}
	line, got := 0, err.Error()
	if e, ok := err.(*pyrt.Exception); ok {
		if st, ok := e.Value.Native.(*pyrt.ExceptionState); ok {
			for _, f := range st.Traceback.Frames() {
				if f.At.Source != nil && f.At.Source.Name == name {
					line = f.At.Position().Line
				}
			}
		}
	}
	switch {
	case want == "":
		t.Errorf("unexpected: %s", pyrt.FormatException(err))
	case !regexp.MustCompile(want).MatchString(got):
		t.Errorf("%s:%d: got %q, want a match of %q", name, wantLine, got, want)
	case line != wantLine:
		t.Errorf("%s: %q was raised on line %d, want %d", name, got, line, wantLine)
	}
}

// Run runs a program as __main__ and returns how it ended.
func Run(th *pyrt.Thread, name string, text []byte) error {
	src, err := syntax.NewSource(name, text)
	if err != nil {
		return pyrt.SyntaxException(err)
	}
	f, err := syntax.Parse(src)
	if err != nil {
		return pyrt.SyntaxException(err)
	}
	_, err = pyrt.Load(th, f, "__main__")
	return err
}

// Recorded runs every file NAME.py that the pattern finds and compares what it
// prints with NAME.out, which CPython wrote.
func Recorded(t *testing.T, pattern string, newThread func() *pyrt.Thread) {
	for _, name := range files(t, pattern) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".py"), func(t *testing.T) {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(name, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			th := newThread()
			th.Stdout = &out
			if err := Run(th, filepath.Base(name), raw); err != nil {
				t.Error(pyrt.FormatException(err))
			}
			th.Close()
			if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(out.String(), "\n")); d != "" {
				t.Errorf("output differs from CPython's (-CPython +pyrt):\n%s", d)
			}
		})
	}
}
