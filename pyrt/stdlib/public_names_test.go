package stdlib_test

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/pyrttest"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// TestPublicNames looks every public name of the table up in its module.
func TestPublicNames(t *testing.T) {
	module, found := "", 0
	names := make(map[string][]string)
	for _, word := range strings.Fields(publicNames) {
		if m, ok := strings.CutSuffix(word, ":"); ok {
			module = m
			continue
		}
		names[module] = append(names[module], word)
	}
	for m, list := range names {
		found += len(list)
		th := &pyrt.Thread{Stdlib: stdlib.Import, MaxSteps: 50_000_000}
		text := "import " + m + " as m\nlacking = [n for n in '" + strings.Join(list, " ") + "'.split() if not hasattr(m, n)]\nif lacking: raise LookupError(lacking)\n"
		if err := pyrttest.Run(th, "names.py", []byte(text)); err != nil {
			t.Errorf("%s: %v", m, err)
		}
		th.Close()
	}
	if found < 2500 {
		t.Errorf("%d names", found)
	}
}
