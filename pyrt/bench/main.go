package main

import (
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
)

func main() {
	rounds := flag.Int("rounds", 3, "run each program so many times and take the best")
	only := flag.String("only", "", "programs to run, separated by commas")
	engines := flag.String("engines", "pyrt,gpython,cpython", "what to run them on")
	parse := flag.Bool("parse", false, "measure parsing of the standard library instead")
	lib := flag.String("lib", "", "with -parse: the folder to parse; CPython's own library if empty")
	profile := flag.String("profile", "", "write a CPU profile of what runs on pyrt")
	gpython := flag.Bool("gpython", false, "run the program in the input on gpython: what a measurement starts")
	flag.Parse()
	debug.SetGCPercent(400) // as cmd/pyrt has it; gpython's process gets the same
	stop, err := startProfile(*profile)
	if err == nil {
		switch {
		case *gpython:
			err = serveGpython()
		case *parse:
			err = compareParsing(*lib, *rounds)
		default:
			err = compareRuns(*only, strings.Split(*engines, ","), *rounds)
		}
		stop()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}
