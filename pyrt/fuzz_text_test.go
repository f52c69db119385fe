package pyrt_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// reProgram uses a pattern in every way there is; PATTERN, TEXT and REPL come
// from the fuzzer.
const reProgram = `
import re

p = re.compile(PATTERN)
found = []
for m in p.finditer(TEXT):
    assert m.start() <= m.end() <= len(TEXT)
    assert m.group() == TEXT[m.start():m.end()]
    found.append(m.group())
    m.groups(), m.groupdict(), m.lastindex, m.lastgroup, m.regs
first = p.search(TEXT)
assert bool(found) == (first is not None)
whole = p.fullmatch(TEXT)
assert whole is None or whole.span() == (0, len(TEXT))
at = p.match(TEXT)
assert at is None or at.start() == 0
p.findall(TEXT)
parts = p.split(TEXT)
if p.groups == 0:
    assert len(parts) == len(found) + 1
assert p.subn("", TEXT)[1] == len(found)
p.sub(REPL, TEXT)
`

// FuzzRe compiles patterns and matches them: what the ways of matching say of
// one text agrees, and nothing panics or goes on for long.
func FuzzRe(f *testing.F) {
	for _, s := range [][3]string{
		{`(\w+)\s*=\s*(\d+|"[^"]*")$`, `name = 12`, `\2 \1`},
		{`(?P<a>x|xy)(?P=a)*?z?`, `xxyxyz`, `\g<a>`},
		{`(?i:ab)|(?<=c)d(?!e)|^\b.\B$`, "ABcdf\n", ``},
		{`(a*)*b|(?>a+)a|(a+?){2,3}+`, `aaaaaaaab`, `\\n`},
		{`(?(1)a|b)(c)?[^\W\d_]`, `bcé`, `\1`},
		{`[[:a-z]--]|\Z|\A|[]^-]`, `a]^-`, `x`},
		{`(?x) a # c
 b`, `ab`, `\g<0>`},
		{`(?s-i:.)|\x41|\u00e9|\N{BULLET}|\07`, "A\né•", `\101`},
	} {
		f.Add(s[0], s[1], s[2])
	}
	f.Fuzz(func(t *testing.T, pattern, text, repl string) {
		err := fuzzRun(t, reProgram, map[string]string{"PATTERN": pattern, "TEXT": text, "REPL": repl})
		var e *pyrt.Exception
		if errors.As(err, &e) && e.IsA(pyrt.AssertionError) {
			t.Errorf("%q on %q: %s", pattern, text, pyrt.FormatException(err))
		}
	})
}

// formatProgram gives a specification to every kind of value; what is refused
// is refused by an exception.
const formatProgram = `
class Own:
    def __format__(self, spec):
        return "<" + spec + ">"

values = [0, -1, 7, 2**70, True, 0.0, -2.5, 1e300, 1e-7, float("nan"), float("inf"), 1 + 2j, "", "text", "é•", None, b"x", [1], {"k": 1}, Own()]
for v in values:
    try:
        assert isinstance(format(v, SPEC), str)
    except (ValueError, TypeError, OverflowError, MemoryError):
        pass
    for args in (v, (v,), (v, v), {"k": v}):
        try:
            assert isinstance(TEXT % args, str)
        except (ValueError, TypeError, KeyError, OverflowError, MemoryError):
            pass
    try:
        assert isinstance(TEXT.format(v, v, k=v), str)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, MemoryError):
        pass
for spec in (SPEC,):
    for v in (1.5, -12345.678, 10**20):
        try:
            assert format(v, "") == str(v)
            assert f"{v:{spec}}" == format(v, spec)
        except (ValueError, OverflowError, MemoryError):
            pass
`

// FuzzFormat formats every kind of value in the three ways.
func FuzzFormat(f *testing.F) {
	for _, s := range [][2]string{
		{"", "%s %r %a %%"}, {">10", "%(k)s"}, {"*^+#020,.3f", "%-+#010.3f"}, {"_x", "%*d"}, {"=+08d", "%.*g"},
		{"c", "{} {}"}, {"n", "{0!r:>{1}}"}, {"%", "{k[0].real}"}, {".2e", "{{}}{0[k]}"}, {"z.1f", "%5.3i%o%X%c"}, {"<5s", "{0.__class__.__name__}"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, spec, text string) {
		err := fuzzRun(t, formatProgram, map[string]string{"SPEC": spec, "TEXT": text})
		var e *pyrt.Exception
		if errors.As(err, &e) {
			t.Errorf("%q, %q: %s", spec, text, pyrt.FormatException(err))
		}
	})
}

// fuzzRun runs a program with texts as variables, under small limits.
func fuzzRun(t *testing.T, text string, names map[string]string) error {
	src, err := syntax.NewTextSource("fuzz.py", text)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := syntax.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	th := &pyrt.Thread{Context: ctx, Stdlib: stdlib.Import, MaxSteps: 500_000, MaxDepth: 200, MaxMemory: 64 << 20}
	defer th.Close()
	start := time.Now()
	_, err = pyrt.LoadWith(th, tree, "__main__", pyrt.LoadOptions{Prepare: func(m *pyrt.Module) {
		for k, v := range names {
			m.Set(k, pyrt.Str(strings.ToValidUTF8(v, "\ufffd")))
		}
	}})
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	return err
}
