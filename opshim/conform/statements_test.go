package conform

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

//go:embed testdata/statements.jsonl
var statementAnswers []byte

//go:embed testdata/statements.py
var statementSetup string

// A recordedStatement is a Python expression and what SQLAlchemy 2.0.58 made of it.
// On lists dialects; the letter L after one means literal_binds, P
// render_postcompile.
type recordedStatement struct {
	Statement string
	Answers   []struct {
		On     []string
		SQL    string
		Params map[string]string
		Error  string
	}
}

// TestStatements compiles expressions that were compiled once with SQLAlchemy
// itself.
func TestStatements(t *testing.T) {
	lines := bufio.NewScanner(bytes.NewReader(statementAnswers))
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		var r recordedStatement
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		n++
		compareStatement(t, r)
	}
	if n < 500 {
		t.Errorf("%d statements: the file is not whole", n)
	}
}

var standardModule = regexp.MustCompile(`\b(datetime|decimal|uuid|enum)\.`)

func compareStatement(t *testing.T, r recordedStatement) {
	t.Helper()
	var src strings.Builder
	for _, m := range standardModule.FindAllStringSubmatch(r.Statement, -1) {
		fmt.Fprintf(&src, "import %s\n", m[1])
	}
	src.WriteString(statementSetup + "\ndef run():\n    import re\n")
	var names []string
	for _, a := range r.Answers {
		for _, on := range a.On {
			names = append(names, on)
			more := ""
			switch on[len(on)-1] {
			case 'L':
				more = ", literal_binds=True"
			case 'P':
				more = ", render_postcompile=True"
			}
			fmt.Fprintf(&src, "    try: assert_compile(%s, dialect=%q%s)\n", r.Statement, strings.TrimRight(on, "LP"), more)
			src.WriteString("    except Exception as e: assert_compile(literal_column('ERR ' + type(e).__name__ + ': ' + " +
				"re.sub(r' at 0x[0-9a-f]+', ' at 0x0', str(e).split('\\n')[0])), dialect='default')\n")
		}
	}
	line, err := json.Marshal(compileCase{Snippet: src.String(), Dialect: "default"})
	if err != nil {
		t.Fatal(err)
	}
	have, err := answerCompile(context.Background(), line, "2.0")
	if err != nil {
		t.Errorf("%s: %v", r.Statement, err)
		return
	}
	got := have["expected"].([]compilation)
	i := 0
	for _, a := range r.Answers {
		want := a.SQL
		if a.Error != "" {
			want = "ERR " + a.Error
		}
		for range a.On {
			if got[i].SQL != want || a.Error == "" && !sameParams(got[i].Params, a.Params) {
				t.Errorf("%s on %s:\n%s", r.Statement, names[i], cmp.Diff(want, got[i].SQL)+cmp.Diff(a.Params, got[i].Params))
			}
			i++
		}
	}
}

func sameParams(a, b map[string]string) bool { return len(a) == 0 && len(b) == 0 || cmp.Equal(a, b) }
