package stdlib_test

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/pyrttest"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// TestModuleNames imports every module of CPython's library: each works, or
// imports and says in its own sentence why it can not be used, or, if its name
// is private to CPython, is not there.
func TestModuleNames(t *testing.T) {
	works := 0
	for name := range strings.FieldsSeq(stdlib.LibraryNames) {
		th := &pyrt.Thread{Stdlib: stdlib.Import, MaxSteps: 50_000_000}
		err := pyrttest.Run(th, "import.py", []byte("import "+name+"\n"+name+".does_not_exist_here()\n"))
		th.Close()
		text := ""
		if err != nil {
			text = err.Error()
		}
		switch {
		case strings.Contains(text, "has no attribute 'does_not_exist_here'"):
			works++
		case (name == "msvcrt" || name == "nt") && strings.Contains(text, "ModuleNotFoundError"): // there on Windows only
		case strings.HasPrefix(name, "_") && (strings.Contains(text, "ModuleNotFoundError") || strings.Contains(text, "ImportError")):
		case strings.Contains(text, "ImportError: "+name+".does_not_exist_here: module "+name+" "):
		default:
			t.Errorf("%s: %v", name, err)
		}
	}
	if works < 100 {
		t.Errorf("%d modules work", works)
	}
}
