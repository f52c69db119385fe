package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// driver runs in CPython: it times one program, or the parsing of files.
//
//go:embed driver.py
var driver string

// findCPython gives the CPython 3.14 to compare with: MRT_CPYTHON, or the first
// fitting one on PATH. The error says why there is none.
func findCPython() (string, error) {
	names := []string{"python3.14", "python3", "python"}
	if own := os.Getenv("MRT_CPYTHON"); own != "" {
		names = []string{own}
	}
	var tried []string
	for _, name := range names {
		out, err := exec.Command(name, "--version").CombinedOutput()
		version := strings.TrimSpace(string(out))
		if err == nil && strings.HasPrefix(version, "Python 3.14.") {
			return name, nil
		}
		if err != nil {
			version = err.Error()
		}
		tried = append(tried, name+": "+version)
	}
	return "", fmt.Errorf("no CPython 3.14 (%s); set MRT_CPYTHON", strings.Join(tried, "; "))
}

// An answer is what a process that ran something says of it.
type answer struct {
	Seconds float64
	Result  string
	Path    string // of the library
}

func (a answer) outcome() outcome {
	return outcome{time.Duration(a.Seconds * float64(time.Second)), a.Result}
}

// driving starts the driver in CPython.
func driving(python, what string) *exec.Cmd { return exec.Command(python, "-I", "-c", driver, what) }

// onCPython makes an engine of an executable, which is started for each run.
func onCPython(python string) engine {
	return func(p program) (outcome, error) {
		a, err := ask(driving(python, "run"), p.text)
		return a.outcome(), err
	}
}

// ask runs a process and reads its answer.
func ask(cmd *exec.Cmd, input string) (answer, error) {
	cmd.Stdin = strings.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		if stderr.Len() > 0 {
			err = errors.New(strings.TrimSpace(stderr.String()))
		}
		return answer{}, err
	}
	var a answer
	return a, json.Unmarshal(out, &a)
}
