package finding

import (
	"bytes"
	"testing"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

func TestSuppress(t *testing.T) {
	src, err := syntax.NewSource("m.py", []byte(`def upgrade():
    op.drop_column("users",
        "phone")  # noqa: MRT201, E501
    x = ("# noqa")
    op.drop_table("a")  # noqa
    op.drop_table("b")  # noqa: E501
    op.drop_table("c")  # noqa: MRT203
`))
	if err != nil {
		t.Fatal(err)
	}
	file, err := syntax.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	find := func(code Code, text string) Finding {
		i := bytes.Index(src.Text, []byte(text))
		end := i + bytes.IndexByte(src.Text[i:], ')') + 1
		return Finding{Code: code, Object: text, At: syntax.Span{Source: src, Start: int32(i), End: int32(end)}}
	}
	got := Suppress(file, []Finding{
		find("MRT201", `op.drop_column`), find("MRT202", `op.drop_table("a")`), find("MRT202", `op.drop_table("b")`),
		find("MRT202", `op.drop_table("c")`), find("MRT202", `x = ("`),
	}, "r", "MRT003")
	var left []string
	for _, f := range got {
		left = append(left, string(f.Code)+" "+f.Object)
	}
	want := []string{`MRT202 op.drop_table("b")`, `MRT202 op.drop_table("c")`, `MRT202 x = ("`, "MRT003 noqa"}
	if len(left) != len(want) {
		t.Fatalf("left %q, want %q", left, want)
	}
	for i := range want {
		if left[i] != want[i] {
			t.Errorf("left %q, want %q", left[i], want[i])
		}
	}
}
