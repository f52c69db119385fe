package syntax

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var expectation = regexp.MustCompile(`### (".*")$`)

// TestErrors reads files of chunks between lines of dashes. Each has one line
// that ends in ### "regexp": there Parse must fail with such a message. As the
// mark is a comment the chunks can be given to CPython as they are.
func TestErrors(t *testing.T) {
	files, err := filepath.Glob("testdata/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no chunked files (%v)", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		line := 1
		for chunk := range strings.SplitSeq(string(raw), "\n---\n") {
			checkChunk(t, file, line, chunk+"\n")
			line += strings.Count(chunk, "\n") + 2
		}
	}
}

func checkChunk(t *testing.T, file string, first int, chunk string) {
	t.Helper()
	for i, line := range strings.Split(chunk, "\n") {
		m := expectation.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		pattern := strings.Trim(m[1], `"`)
		_, err := parseText(chunk)
		var list ErrorList
		if !errors.As(err, &list) {
			t.Errorf("%s:%d: no error, want %s", file, first+i, pattern)
			return
		}
		e := list[0]
		if ok, _ := regexp.MatchString(pattern, e.Kind+": "+e.Msg); !ok || e.Lineno() != i+1 {
			t.Errorf("%s:%d: want %s\nhave line %d: %s: %s", file, first+i, pattern, first+e.Lineno()-1, e.Kind, e.Msg)
		}
		return
	}
	t.Errorf("%s:%d: chunk without expectation", file, first)
}

func parseText(text string) (*File, error) {
	src, err := NewSource("test.py", []byte(text))
	if err != nil {
		return nil, err
	}
	return Parse(src)
}

// TestErrorPlaces checks the numbers of CPython's SyntaxError: line, column in
// characters, and the end.
func TestErrorPlaces(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"x = (1, 2\n", "1:5-1:0"},
		{"def f()\n    pass\n", "1:8-1:9"},
		{"while True  # c\n", "1:13-1:17"},
		{"x = é $\n", "1:7-1:8"},
		{"f(a=1, b)\n", "1:9-1:10"},
		{"  x\n", "1:2-1:-1"},
		{"x = [é é]\n", "1:6-1:9"},
		{"try:\n    pass\n", "2:9-2:-1"},
		{"return 1", "1:1-1:9"},
	} {
		_, err := parseText(c.src)
		var list ErrorList
		if !errors.As(err, &list) {
			t.Errorf("%q: no error", c.src)
			continue
		}
		e := list[0]
		n := strconv.Itoa
		if have := n(e.Lineno()) + ":" + n(e.Offset()) + "-" + n(e.EndLineno()) + ":" + n(e.EndOffset()); have != c.want {
			t.Errorf("%q: %s at %s, want %s", c.src, e.Msg, have, c.want)
		}
	}
}
