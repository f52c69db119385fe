package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const usage = `usage: pyrt FILE
       pyrt --ast [--positions] FILE
       pyrt --ast-list [--positions] LIST OUT
`

// run is the program; it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	var rest []string
	mode, positions := "", false
	for _, a := range args {
		switch a {
		case "--ast", "--ast-list":
			mode = a
		case "--positions":
			positions = true
		default:
			rest = append(rest, a)
		}
	}
	var err error
	switch {
	case mode == "--ast" && len(rest) == 1:
		w := bufio.NewWriterSize(stdout, 1<<16)
		err = printTree(w, rest[0], positions)
		if err == nil {
			err = w.Flush()
		}
	case mode == "--ast-list" && len(rest) == 2:
		err = printTrees(rest[0], rest[1], positions)
	case mode == "" && len(rest) == 1:
		return runFile(rest[0], stdout, stderr)
	default:
		fmt.Fprint(stderr, usage)
		return 2
	}
	if err != nil {
		fmt.Fprintln(stderr, "pyrt:", err)
		return 2
	}
	return 0
}

// printTrees writes the tree of every file named in list to the file out.
func printTrees(list, out string, positions bool) error {
	names, err := os.ReadFile(list)
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	for name := range strings.Lines(string(names)) {
		if name = strings.TrimRight(name, "\r\n"); name == "" {
			continue
		}
		if err := printTree(w, name, positions); err != nil {
			f.Close()
			return err
		}
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// printTree writes the tree of one file, or its error, as one line.
func printTree(w *bufio.Writer, name string, positions bool) error {
	raw, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	src, err := syntax.NewSource(name, raw)
	var file *syntax.File
	if err == nil {
		file, err = syntax.Parse(src)
	}
	t := &treeWriter{w: w, positions: positions}
	if err != nil {
		return t.failure(err)
	}
	t.raw(`{"ast":`)
	t.file(file)
	t.raw("}\n")
	return t.err
}
