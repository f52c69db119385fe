package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestTree prints small files in each form of the answer.
func TestTree(t *testing.T) {
	for _, c := range []struct {
		src  string
		args []string
		want string
	}{
		{"x = 1.0\n", nil, `{"ast":{"_type":"Module","body":[{"_type":"Assign","targets":[{"_type":"Name","id":"x","ctx":"Store"}],` +
			`"value":{"_type":"Constant","value":{"t":"float","v":"1.0"}}}]}}`},
		{"del é\n", []string{"--positions"}, `{"ast":{"_type":"Module","body":[{"_type":"Delete","targets":[{"_type":"Name","id":"é","ctx":"Del",` +
			`"at":[1,4,1,6]}],"at":[1,0,1,6]}]}}`},
		{"'a\\n\\ud800'", nil, `{"ast":{"_type":"Module","body":[{"_type":"Expr","value":{"_type":"Constant","value":{"t":"str","hex":"610aeda080"}}}]}}`},
		{"f(**a)[...]", nil, `{"ast":{"_type":"Module","body":[{"_type":"Expr","value":{"_type":"Subscript","value":{"_type":"Call",` +
			`"func":{"_type":"Name","id":"f","ctx":"Load"},"keywords":[{"_type":"keyword","value":{"_type":"Name","id":"a","ctx":"Load"}}]},` +
			`"slice":{"_type":"Constant","value":{"t":"Ellipsis"}},"ctx":"Load"}}]}}`},
		{"x = 'a", nil, `{"error":{"type":"SyntaxError","msg":"unterminated string literal (detected at line 1)",` +
			`"lineno":1,"offset":5,"end_lineno":1,"end_offset":5}}`},
	} {
		var out, errs bytes.Buffer
		path := write(t, "a.py", c.src)
		if code := run(append(append([]string{"--ast"}, c.args...), path), &out, &errs); code != 0 || errs.Len() > 0 {
			t.Errorf("%q: exit %d, %s", c.src, code, errs.String())
		}
		if diff := cmp.Diff(c.want+"\n", out.String()); diff != "" {
			t.Errorf("%q: -want +have\n%s", c.src, diff)
		}
	}
}

func TestList(t *testing.T) {
	a, b := write(t, "a.py", "a"), write(t, "b.py", "b c")
	list, out := write(t, "list", a+"\n"+b+"\n"), filepath.Join(t.TempDir(), "out")
	var errs bytes.Buffer
	if code := run([]string{"--ast-list", list, out}, &errs, &errs); code != 0 {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	raw, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(raw), "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], `{"ast":`) || !strings.HasPrefix(lines[1], `{"error":`) {
		t.Errorf("%q", raw)
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{{"--ast"}, {"--ast-list", "x"}, {"--ast", "no such file"}} {
		var out, errs bytes.Buffer
		if code := run(args, &out, &errs); code != 2 || errs.Len() == 0 {
			t.Errorf("%v: exit %d, %q", args, code, errs.String())
		}
	}
}

// TestFloats compares with Python's repr.
func TestFloats(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0.0", 1: "1.0", 0.1: "0.1", 1e16: "1e+16", 123456789012345680: "1.2345678901234568e+17",
		1e15: "1000000000000000.0", 1e-4: "0.0001", 1e-5: "1e-05", math.Inf(1): "inf", 5e-324: "5e-324",
	} {
		if have := floatRepr(v, true); have != want {
			t.Errorf("%v: %s, want %s", v, have, want)
		}
	}
}
