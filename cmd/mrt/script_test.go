package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"mrt": main})
}

// TestScript runs the command-line scripts of testdata/script; they are the
// manual's examples as well. $HISTORIES is testdata/histories,
// $TEMPLATES what users copy into their own projects. MRT_UPDATE=1
// rewrites the expected outputs.
func TestScript(t *testing.T) {
	histories, err := filepath.Abs("../../testdata/histories")
	if err != nil {
		t.Fatal(err)
	}
	templates, err := filepath.Abs("../release/templates")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("MRT_UPDATE") != "",
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Setup: func(e *testscript.Env) error {
			e.Setenv("HISTORIES", histories)
			e.Setenv("TEMPLATES", templates)
			e.Setenv("NO_COLOR", "1")
			return nil
		},
	})
}

// exits runs a program and demands an exit code: `exits 2 mrt check`.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}
