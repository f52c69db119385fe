package pyrttest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/pyrt"
)

// separator is the line between the pieces of a file.
const separator = "# ---\n"

// Pieces runs every file NAME.py that the pattern finds piece by piece: the
// text before the first separator begins each of them. What CPython printed
// for every piece, with "!! Type: message" at the end where it raised, is in
// NAME.out. Pieces returns how many there were.
func Pieces(t *testing.T, pattern string, newThread func() *pyrt.Thread) int {
	t.Helper()
	n := 0
	for _, name := range files(t, pattern) {
		pieces := strings.Split(read(t, name), separator)
		want := strings.Split(read(t, strings.TrimSuffix(name, ".py")+".out"), separator)
		if len(want) != len(pieces)-1 {
			t.Fatalf("%s: %d pieces, %d recorded", name, len(pieces)-1, len(want))
		}
		for i, p := range pieces[1:] {
			n++
			t.Run(strings.TrimSuffix(filepath.Base(name), ".py")+"/"+strconv.Itoa(i+1), func(t *testing.T) {
				got := output(newThread(), pieces[0]+p)
				if d := cmp.Diff(strings.Split(want[i], "\n"), strings.Split(got, "\n")); d != "" {
					title, _, _ := strings.Cut(p, "\n")
					t.Errorf("%s: differs from CPython (-CPython +pyrt):\n%s", title, d)
				}
			})
		}
	}
	return n
}

func read(t *testing.T, name string) string {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// output is what a program prints, with the last line of its traceback.
func output(th *pyrt.Thread, text string) string {
	var out bytes.Buffer
	th.Stdout = &out
	err := Run(th, "piece.py", []byte(text))
	th.Close()
	if err != nil {
		out.WriteString("!! " + lastLine(pyrt.FormatException(err)) + "\n")
	}
	return out.String()
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	return lines[len(lines)-1]
}

// tableProgram evaluates the expressions of a table.
const tableProgram = `
from table import expressions, record
for e in expressions:
    try:
        a = repr(eval(e))
    except Exception as x:
        a = f'{type(x).__name__}: {x}'
    record(a.replace('\\', '\\\\').replace('\n', '\\n').replace('\t', '\\t'))
`

// Table compares a gzip file of lines "expression TAB answer", which CPython
// gave, with what the runtime answers; prologue imports what the expressions
// need. It returns how many lines there were.
func Table(t *testing.T, name, prologue string, th *pyrt.Thread) int {
	t.Helper()
	exprs, want := readTable(t, name)
	in := make([]pyrt.Value, len(exprs))
	for i, e := range exprs {
		in[i] = pyrt.Str(e)
	}
	var got []string
	table := pyrt.NewModule("table")
	table.Dict.SetStr("expressions", pyrt.NewList(in...))
	table.Dict.SetStr("record", pyrt.NewBuiltin("record(text, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, _ := pyrt.AsStr(a[0])
		got = append(got, s)
		return pyrt.None, nil
	}))
	th.Import = func(_ *pyrt.Thread, name string) (*pyrt.Module, error) {
		if name == "table" {
			return table, nil
		}
		return nil, nil
	}
	defer th.Close()
	if err := Run(th, name, []byte(prologue+tableProgram)); err != nil {
		t.Fatal(pyrt.FormatException(err))
	}
	bad := 0
	for i := range exprs {
		if got[i] != want[i] {
			if bad++; bad <= 20 {
				t.Errorf("%s\n  CPython: %s\n  pyrt:    %s", exprs[i], want[i], got[i])
			}
		}
	}
	if bad > 0 {
		t.Errorf("%s: %d of %d answers differ", name, bad, len(exprs))
	}
	return len(exprs)
}

func readTable(t *testing.T, name string) (exprs, want []string) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		e, w, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			t.Fatalf("%s: line %d has no answer", name, len(exprs)+1)
		}
		exprs, want = append(exprs, e), append(want, w)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return exprs, want
}
