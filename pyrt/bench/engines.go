package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"github.com/go-python/gpython/py"
	_ "github.com/go-python/gpython/stdlib" // its built-in functions
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// An outcome is one run of a program.
type outcome struct {
	took   time.Duration
	result string // str(RESULT)
}

// An engine runs a program from its text on.
type engine func(p program) (outcome, error)

// onPyrt runs a program on our own runtime.
func onPyrt(p program) (outcome, error) {
	start := cpuTime()
	src, err := syntax.NewTextSource(p.name+".py", p.text)
	if err != nil {
		return outcome{}, err
	}
	tree, err := syntax.Parse(src)
	if err != nil {
		return outcome{}, err
	}
	t := &pyrt.Thread{Stdlib: stdlib.Import, MaxSteps: 1 << 60}
	defer t.Close()
	m, err := pyrt.Load(t, tree, "__main__")
	if err != nil {
		return outcome{}, fmt.Errorf("%s", pyrt.FormatException(err))
	}
	took := cpuTime() - start
	v, ok := m.Dict.GetStr("RESULT")
	if !ok {
		return outcome{}, fmt.Errorf("no RESULT")
	}
	s, err := pyrt.ToStr(t, v)
	return outcome{took, s}, err
}

// patience is how long gpython may take for one program: some it never ends.
const patience = time.Minute

// onGpython runs a program on gpython, in a process of its own that can be ended.
func onGpython(p program) (outcome, error) {
	self, err := os.Executable()
	if err != nil {
		return outcome{}, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	a, err := ask(exec.CommandContext(ctx, self, "-gpython"), p.text)
	if ctx.Err() != nil {
		err = fmt.Errorf("not done after %v", patience)
	}
	return a.outcome(), err
}

// serveGpython is that process: it reads a program and writes the answer.
func serveGpython() error {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	out, err := gpythonRun(program{"program", string(text)})
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(answer{Seconds: out.took.Seconds(), Result: out.result})
}

// gpythonRun runs a program; gpython panics at much that it lacks.
func gpythonRun(p program) (out outcome, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	ctx := py.NewContext(py.ContextOpts{})
	defer func() { _ = ctx.Close() }()
	start := cpuTime()
	code, err := py.Compile(p.text, p.name+".py", py.ExecMode, 0, true)
	if err != nil {
		return outcome{}, err
	}
	m, err := py.RunCode(ctx, code, p.name+".py", nil)
	if err != nil {
		return outcome{}, err
	}
	took := cpuTime() - start
	v, ok := m.Globals["RESULT"]
	if !ok {
		return outcome{}, fmt.Errorf("no RESULT")
	}
	s, err := py.StrAsString(v)
	return outcome{took, s}, err
}
