package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// The limits of a run.
const (
	maxTime   = 10 * time.Second
	maxMemory = 256 << 20
)

// runFile executes a Python file as __main__ and returns the exit status: 1
// after an uncaught exception, what sys.exit asks for otherwise.
func runFile(name string, stdout, stderr io.Writer) int {
	debug.SetGCPercent(400) // programs are short and small: collect seldom
	out := bufio.NewWriterSize(stdout, 1<<16)
	defer out.Flush()
	ctx, cancel := context.WithTimeoutCause(context.Background(), maxTime, errors.New("the program was stopped: more than 10 seconds"))
	defer cancel()
	t := &pyrt.Thread{Context: ctx, Stdout: out, Stderr: stderr, MaxMemory: maxMemory, Env: map[string]string{}, Stdlib: stdlibImport,
		Import: func(t *pyrt.Thread, module string) (*pyrt.Module, error) {
			return importBeside(t, filepath.Dir(name), module)
		}}
	defer t.Close()
	raw, err := os.ReadFile(name)
	if err != nil {
		fmt.Fprintln(stderr, "pyrt:", err)
		return 2
	}
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	err = execute(t, name, raw)
	if err == nil {
		return 0
	}
	out.Flush()
	return report(t, err, stderr)
}

func execute(t *pyrt.Thread, name string, raw []byte) error {
	src, err := syntax.NewSource(name, raw)
	if err != nil {
		return pyrt.SyntaxException(err)
	}
	f, err := syntax.Parse(src)
	if err != nil {
		return pyrt.SyntaxException(err)
	}
	_, err = pyrt.Load(t, f, "__main__")
	return err
}

// importBeside finds a module in the folder of the program; nil, nil when
// there is none.
func importBeside(t *pyrt.Thread, dir, module string) (*pyrt.Module, error) {
	path := filepath.Join(dir, filepath.FromSlash(strings.ReplaceAll(module, ".", "/")))
	for _, file := range []string{path + ".py", filepath.Join(path, "__init__.py")} {
		raw, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		src, err := syntax.NewSource(file, raw)
		if err != nil {
			return nil, pyrt.SyntaxException(err)
		}
		f, err := syntax.Parse(src)
		if err != nil {
			return nil, pyrt.SyntaxException(err)
		}
		return pyrt.Load(t, f, module)
	}
	return nil, nil
}

// report prints what ended the program and gives the exit status.
func report(t *pyrt.Thread, err error, stderr io.Writer) int {
	e, ok := err.(*pyrt.Exception)
	if !ok {
		fmt.Fprintln(stderr, "pyrt:", err)
		return 1
	}
	if !e.IsA(pyrt.SystemExit) {
		io.WriteString(stderr, pyrt.FormatException(e))
		return 1
	}
	code, aerr := pyrt.GetAttr(t, e.Value, "code")
	if aerr != nil || code == pyrt.None {
		return 0
	}
	if n, ok := pyrt.AsInt(code); ok {
		return int(n & 0xff)
	}
	s, serr := pyrt.ToStr(t, code)
	if serr == nil {
		fmt.Fprintln(stderr, s)
	}
	return 1
}
