package main

import (
	"embed"
	"errors"
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"time"
)

//go:embed programs/*.py
var programs embed.FS

// A program is one text to run.
type program struct{ name, text string }

// chosen reads the programs that a list names, all for an empty one.
func chosen(only string) ([]program, error) {
	entries, err := programs.ReadDir("programs")
	if err != nil {
		return nil, err
	}
	var out []program
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".py")
		if only != "" && !slices.Contains(strings.Split(only, ","), name) {
			continue
		}
		raw, err := programs.ReadFile("programs/" + e.Name())
		if err != nil {
			return nil, err
		}
		out = append(out, program{name, string(raw)})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no program called %q", only)
	}
	return out, nil
}

// best runs a program several times and gives the shortest run.
func best(run engine, p program, rounds int) (outcome, error) {
	var out outcome
	for i := range rounds {
		runtime.GC()
		o, err := run(p)
		if err != nil {
			return outcome{}, err
		}
		if i == 0 || o.took < out.took {
			out = o
		}
	}
	return out, nil
}

// engineNamed finds an engine; the error says why it cannot be used.
func engineNamed(name string) (engine, error) {
	switch name {
	case "pyrt":
		return onPyrt, nil
	case "gpython":
		return onGpython, nil
	case "cpython":
		python, err := findCPython()
		if err != nil {
			return nil, err
		}
		return onCPython(python), nil
	}
	return nil, fmt.Errorf("no engine called %q", name)
}

// A means collects ratios, for their geometric mean.
type means struct {
	sum float64
	n   int
}

func (m *means) add(ratio float64) { m.sum, m.n = m.sum+math.Log(ratio), m.n+1 }

func (m *means) value() float64 { return math.Exp(m.sum / float64(max(m.n, 1))) }

// compareRuns prints the table. Ratios are times of the other engine to ours:
// above 1 we are faster.
func compareRuns(only string, names []string, rounds int) error {
	list, err := chosen(only)
	if err != nil {
		return err
	}
	engines := make(map[string]engine)
	for _, name := range names {
		e, err := engineNamed(name)
		if err != nil {
			fmt.Printf("without %s: %v\n", name, err)
			continue
		}
		engines[name] = e
	}
	if engines["pyrt"] == nil {
		return errors.New("pyrt is what is measured")
	}
	fmt.Printf("%-16s %10s %10s %10s %9s %9s\n", "program", "pyrt", "gpython", "cpython", "gp/pyrt", "pyrt/cp")
	var gpython, cpython means
	var notes []string
	for _, p := range list {
		note, err := compareOne(p, engines, rounds, &gpython, &cpython)
		if err != nil {
			return err
		}
		notes = append(notes, note...)
	}
	if gpython.n > 0 {
		fmt.Printf("%2d programs: pyrt is %.2f times as fast as gpython (geometric mean)\n", gpython.n, gpython.value())
	}
	if cpython.n > 0 {
		fmt.Printf("%2d programs: pyrt takes %.2f times as long as CPython 3.14 (geometric mean)\n", cpython.n, cpython.value())
	}
	for _, n := range notes {
		fmt.Println(n)
	}
	return nil
}

// compareOne runs one program everywhere and prints its line.
func compareOne(p program, engines map[string]engine, rounds int, gpython, cpython *means) ([]string, error) {
	ours, err := best(engines["pyrt"], p, rounds)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.name, err)
	}
	var notes []string
	cells := map[string]string{"gpython": "-", "cpython": "-", "by gpython": "-", "by cpython": "-"}
	for _, name := range []string{"gpython", "cpython"} {
		if engines[name] == nil {
			continue
		}
		theirs, err := best(engines[name], p, rounds)
		if err != nil {
			notes = append(notes, fmt.Sprintf("%s cannot run %s: %s", name, p.name, oneLine(err)))
			continue
		}
		if theirs.result != ours.result {
			return nil, fmt.Errorf("%s: %s computes %s, pyrt %s", p.name, name, theirs.result, ours.result)
		}
		ratio := theirs.took.Seconds() / ours.took.Seconds()
		if name == "gpython" {
			gpython.add(ratio)
		} else {
			ratio = 1 / ratio
			cpython.add(ratio)
		}
		cells[name], cells["by "+name] = milliseconds(theirs.took), fmt.Sprintf("%.2f", ratio)
	}
	fmt.Printf("%-16s %10s %10s %10s %9s %9s\n", p.name, milliseconds(ours.took), cells["gpython"], cells["cpython"], cells["by gpython"], cells["by cpython"])
	return notes, nil
}

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.1f ms", d.Seconds()*1000) }

func oneLine(err error) string {
	lines := strings.Split(strings.TrimSpace(err.Error()), "\n")
	return lines[len(lines)-1]
}

// startProfile begins a CPU profile if a file is named; the function ends it.
func startProfile(name string) (func(), error) {
	if name == "" {
		return func() {}, nil
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, err
	}
	return func() {
		pprof.StopCPUProfile()
		_ = f.Close()
	}, nil
}
