package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// What the benchmarks start: the modules that migrations import, and a line.
const startText = `import datetime, re, json, typing, enum, uuid, collections, dataclasses, logging
from typing import Sequence, Union
print(datetime.timedelta(1))
`

// BenchmarkProcess measures whole processes from their start to their end:
// pyrt and, where it is there, CPython ($MRT_PYTHON, python3), on a program
// that imports what migrations import.
func BenchmarkProcess(b *testing.B) {
	dir := b.TempDir()
	program, bin := filepath.Join(dir, "start.py"), filepath.Join(dir, "pyrt")
	if err := os.WriteFile(program, []byte(startText), 0o644); err != nil {
		b.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	python := os.Getenv("MRT_PYTHON")
	if python == "" {
		python = "python3"
	}
	for name, command := range map[string]string{"pyrt": bin, "python": python} {
		b.Run(name, func(b *testing.B) {
			if _, err := exec.LookPath(command); err != nil {
				b.Skip(command + " is not there")
			}
			for range b.N {
				if out, err := exec.Command(command, program).CombinedOutput(); err != nil {
					b.Fatalf("%v: %s", err, out)
				}
			}
		})
	}
}
