package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// compareParsing reads a library with both parsers: trees with positions.
func compareParsing(lib string, rounds int) error {
	python, err := findCPython()
	if err != nil {
		fmt.Println("without cpython:", err)
	}
	if lib == "" && err == nil {
		a, err := ask(driving(python, "library"), "")
		if err != nil {
			return err
		}
		lib = a.Path
	}
	if lib == "" {
		return fmt.Errorf("no library to parse: name one with -lib")
	}
	names, size, err := parseable(lib)
	if err != nil {
		return err
	}
	var ours time.Duration
	for i := range rounds {
		took, err := parseAll(names)
		if err != nil {
			return err
		}
		if i == 0 || took < ours {
			ours = took
		}
	}
	fmt.Printf("%d files, %.1f MB\npyrt    %s\n", len(names), float64(size)/1e6, milliseconds(ours))
	if python == "" {
		return nil
	}
	var theirs float64
	for i := range rounds {
		a, err := ask(driving(python, "parse"), strings.Join(names, "\n"))
		if err != nil {
			return err
		}
		if i == 0 || a.Seconds < theirs {
			theirs = a.Seconds
		}
	}
	fmt.Printf("cpython %s\npyrt is %.2f times as fast\n", milliseconds(time.Duration(theirs*float64(time.Second))), theirs/ours.Seconds())
	return nil
}

// parseable lists the files of a folder that we can parse, so that both parse
// the same; tests of the parser itself hold broken files.
func parseable(lib string) (names []string, size int64, err error) {
	err = filepath.WalkDir(lib, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".py" || strings.Contains(path, "site-packages") {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if parse(path, raw) == nil {
			names, size = append(names, path), size+int64(len(raw))
		}
		return nil
	})
	return names, size, err
}

func parse(name string, raw []byte) error {
	src, err := syntax.NewSource(name, raw)
	if err != nil {
		return err
	}
	_, err = syntax.Parse(src)
	return err
}

// parseAll times the parsing of files that are in memory.
func parseAll(names []string) (time.Duration, error) {
	texts := make([][]byte, len(names))
	for i, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			return 0, err
		}
		texts[i] = raw
	}
	runtime.GC()
	start := cpuTime()
	for i, raw := range texts {
		if err := parse(names[i], raw); err != nil {
			return 0, err
		}
	}
	return cpuTime() - start, nil
}
