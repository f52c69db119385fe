package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/settings"
	"github.com/urfave/cli/v2"
)

// version is what `mrt --version` and the reports say.
const version = "0.1.0"

// Exit codes, as cli.md fixes them.
const (
	exitClean    = 0
	exitFindings = 1
	exitCannot   = 2
)

// An environment is what a run may touch of the process around it.
type environment struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
}

// errFindings ends a command whose report has something at or above the
// threshold. It prints nothing: the report has said it.
var errFindings = errors.New("findings")

// errReported ends a command that has told why it could not do its job.
var errReported = errors.New("reported")

// A usageError is a mistake on the command line.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

func usagef(format string, a ...any) error { return usageError{fmt.Sprintf(format, a...)} }

// run is the whole program: it returns the exit code.
func run(ctx context.Context, args []string, env environment) int {
	app := newApp(env)
	if slices.Contains(args[:flagEnd(args)], "--version") {
		cli.ShowVersion(cli.NewContext(app, nil, nil))
		return exitClean
	}
	args, err := formerFlags(args)
	if err == nil {
		err = app.RunContext(ctx, flagsFirst(args, app))
	}
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errReported):
	case errors.Is(err, context.Canceled) || ctx.Err() != nil:
		fmt.Fprintln(env.Stderr, "mrt: interrupted")
	default:
		show(env, err)
		if slices.Contains(args, "-v") || slices.Contains(args, "--verbose") {
			traceback(env, err)
		}
		var u usageError
		if errors.As(err, &u) {
			fmt.Fprintln(env.Stderr, "mrt: `mrt help` lists commands and flags")
		}
	}
	return exitCannot
}

// flagEnd is where the flags end: at "--" or at the end.
func flagEnd(args []string) int {
	if i := slices.Index(args, "--"); i >= 0 {
		return i
	}
	return len(args)
}

func newApp(env environment) *cli.App {
	app := &cli.App{
		Name:                      "mrt",
		Usage:                     "tells whether Alembic migrations can be rolled back",
		Version:                   version,
		UseShortOptionHandling:    false,
		DisableSliceFlagSeparator: true,
		HideHelpCommand:           false,
		Writer:                    env.Stdout,
		ErrWriter:                 env.Stderr,
		Reader:                    env.Stdin,
		ExtraInfo:                 topicList,
		CustomAppHelpTemplate:     cli.AppHelpTemplate + `{{with ExtraInfo}}{{.topics}}{{end}}`,
		ExitErrHandler:            func(*cli.Context, error) {},
		Commands: []*cli.Command{
			checkCommand(env), verifyCommand(env), sqlCommand(env), historyCommand(env), explainCommand(env), initCommand(env),
			helpCommand(env), completionCommand(env), schemaCommand(env), manCommand(env),
		},
	}
	app.Flags = []cli.Flag{cli.HelpFlag} // the library adds it only along with a help command of its own
	app.OnUsageError = onUsageError
	for _, c := range app.Commands {
		c.OnUsageError = onUsageError
		// The library would print its help text over an error of ours.
		c.HideHelpCommand = true
	}
	app.Action = func(c *cli.Context) error {
		if c.Args().Len() == 0 {
			return cli.ShowAppHelp(c)
		}
		names := []string{}
		for _, cmd := range c.App.Commands {
			names = append(names, cmd.Name)
		}
		return unknown("command", c.Args().First(), names)
	}
	return app
}

func onUsageError(_ *cli.Context, err error, _ bool) error {
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: "); ok {
		return usagef("unknown flag %s", name)
	}
	return usagef("%s", text)
}

// unknown is the error for a word that should have been one of names.
func unknown(kind, word string, names []string) error {
	slices.Sort(names)
	if near := settings.Nearest(word, names); near != "" {
		return usagef("unknown %s %q; did you mean %q?", kind, word, near)
	}
	return usagef("unknown %s %q (one of %s)", kind, word, strings.Join(names, ", "))
}
