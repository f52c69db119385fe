package pyrttest

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/pyrt"
)

// recorder names the variable with the CPython 3.14 that is to write the
// answers again.
const recorder = "MRT_RECORD_CPYTHON"

// errorMark begins what a program wrote to stderr.
const errorMark = "--- stderr\n"

// Programs runs every file NAME.py that the pattern finds program by program;
// separators end them, and the line after a separator names the next. What
// CPython printed, all of stderr with its tracebacks included, is in NAME.out;
// where that file is missing, the CPython that $MRT_RECORD_CPYTHON names writes
// it. It returns how many programs there were.
func Programs(t *testing.T, pattern string, newThread func() *pyrt.Thread) int {
	t.Helper()
	n := 0
	for _, name := range files(t, pattern) {
		programs := strings.Split(read(t, name), separator)
		answers := strings.TrimSuffix(name, ".py") + ".out"
		if _, err := os.Stat(answers); err != nil && os.Getenv(recorder) != "" {
			record(t, os.Getenv(recorder), programs, answers)
		}
		want := strings.Split(read(t, answers), separator)
		if len(want) != len(programs) {
			t.Fatalf("%s: %d programs, %d recorded", name, len(programs), len(want))
		}
		for i, p := range programs {
			n++
			t.Run(strings.TrimSuffix(filepath.Base(name), ".py")+"/"+strconv.Itoa(i+1), func(t *testing.T) {
				if d := cmp.Diff(strings.Split(want[i], "\n"), strings.Split(all(newThread(), p), "\n")); d != "" {
					title, _, _ := strings.Cut(p, "\n")
					t.Errorf("%s: differs from CPython (-CPython +pyrt):\n%s", title, d)
				}
			})
		}
	}
	return n
}

// all is what a program writes to stdout and stderr.
func all(th *pyrt.Thread, text string) string {
	var out, failed bytes.Buffer
	th.Stdout, th.Stderr = &out, &failed
	err := Run(th, "program.py", []byte(text))
	failed.WriteString(ending(th, err))
	th.Close()
	return joined(out.String(), failed.String())
}

// ending is what the end of a program writes to stderr.
func ending(th *pyrt.Thread, err error) string {
	e, ok := err.(*pyrt.Exception)
	switch {
	case err == nil:
		return ""
	case !ok || !e.IsA(pyrt.SystemExit):
		return pyrt.FormatException(err)
	}
	code, err := pyrt.GetAttr(th, e.Value, "code")
	if _, isNumber := pyrt.AsInt(code); err != nil || isNumber || code == pyrt.None {
		return ""
	}
	text, _ := pyrt.ToStr(th, code)
	return text + "\n"
}

func joined(out, failed string) string {
	if failed != "" {
		out += errorMark + failed
	}
	return out
}

// record runs the programs with CPython and writes what they print to a file.
func record(t *testing.T, python string, programs []string, file string) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "program.py")
	var answers []string
	for _, p := range programs {
		if err := os.WriteFile(path, []byte(p), 0o666); err != nil {
			t.Fatal(err)
		}
		var out, failed bytes.Buffer
		c := exec.Command(python, path)
		c.Dir, c.Stdout, c.Stderr = dir, &out, &failed
		c.Env = []string{"PYTHONHASHSEED=0", "TZ=UTC", "LANG=C.UTF-8", "PYTHONDONTWRITEBYTECODE=1", "NO_COLOR=1"}
		var exit *exec.ExitError
		if err := c.Run(); err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		answers = append(answers, joined(out.String(), strings.ReplaceAll(failed.String(), dir+"/", "")))
	}
	if err := os.WriteFile(file, []byte(strings.Join(answers, separator)), 0o666); err != nil {
		t.Fatal(err)
	}
}
