package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/settings"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/urfave/cli/v2"
)

// A target is the project that a command works on.
type target struct {
	project  *script.Project
	settings *settings.Settings
	dialect  string // what the user states; "" leaves it to the project
	release  pin    // of SQLAlchemy
}

// located is locate for a command whose only argument is where the project is.
func located(c *cli.Context, env environment) (*target, error) {
	path, err := onePath(c)
	if err != nil {
		return nil, err
	}
	return locate(c, env, path)
}

// locate finds the project and its settings from the flags and the argument.
func locate(c *cli.Context, env environment, path string) (*target, error) {
	for _, x := range c.StringSlice("x") {
		if !strings.Contains(x, "=") {
			return nil, usagef("-x takes KEY=VALUE, not %q", x)
		}
	}
	if d := c.String("dialect"); d != "" && !slices.Contains(settings.Dialects(), d) {
		return nil, unknown("dialect", d, settings.Dialects())
	}
	if v := c.String("color"); !slices.Contains([]string{"auto", "always", "never"}, v) {
		return nil, unknown("colour mode", v, []string{"auto", "always", "never"})
	}
	set, err := readSettings(c, path)
	if err != nil {
		return nil, err
	}
	o := script.FindOptions{Path: path, Configs: c.StringSlice("config"), Section: c.String("name"),
		EnvConfig: env.Getenv("ALEMBIC_CONFIG"), PythonPath: set.Python.Path}
	if set.Project.Name != "" && !c.IsSet("name") {
		o.Section = set.Project.Name
	}
	if set.Project.Config != "" && len(o.Configs) == 0 {
		o.Configs = []string{filepath.Join(filepath.Dir(set.File), set.Project.Config)}
	}
	p, err := script.Find(o)
	if err != nil {
		return nil, err
	}
	t := &target{project: p, settings: set, dialect: c.String("dialect")}
	if t.settings.File == "" && c.String("mrt-config") == "" {
		// The project was found below the current folder: its own settings.
		if t.settings, err = settingsOf(p.WorkDir); err != nil {
			return nil, err
		}
	}
	if t.dialect == "" {
		t.dialect = t.settings.Project.Dialect
	}
	t.release = sqlalchemyVersion(t.settings.Project.SQLAlchemy, p.WorkDir)
	if !c.Bool("quiet") {
		for _, n := range p.Notes {
			fmt.Fprintf(env.Stderr, "mrt: %s\n", n)
		}
	}
	return t, nil
}

// readSettings reads the settings named by --mrt-config, else those beside
// the project.
func readSettings(c *cli.Context, path string) (*settings.Settings, error) {
	if file := c.String("mrt-config"); file != "" {
		return settings.Read(file)
	}
	dir := path
	if dir == "" {
		dir = "."
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		dir = filepath.Dir(dir)
	}
	return settingsOf(dir)
}

func settingsOf(dir string) (*settings.Settings, error) {
	file, err := settings.Find(dir)
	if err != nil {
		return nil, err
	}
	if file == "" {
		return &settings.Settings{}, nil
	}
	return settings.Read(file)
}

// beside are folders that mrt.toml names, relative to itself.
func (t *target) beside(dirs []string) []string {
	var out []string
	for _, dir := range dirs {
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(filepath.Dir(t.settings.File), dir)
		}
		out = append(out, dir)
	}
	return out
}

// options are what the project is run with. Scripts print and log to stderr,
// and only under -v.
func (t *target) options(c *cli.Context, env environment) opshim.Options {
	o := opshim.Options{Dialect: t.dialect, XArgs: c.StringSlice("x"), Env: t.settings.Env,
		SQLAlchemy: t.release.line, ServerVersion: versionNumbers(t.settings.Project.ServerVersion)}
	o.Online = c.Command.Name == "verify"
	o.PythonPath, o.Stubs = t.beside(t.settings.Python.Path), t.beside(t.settings.Python.Stubs)
	if c.Bool("verbose") {
		o.Stdout, o.Stderr = env.Stderr, env.Stderr
	}
	return o
}

// versionNumbers reads a server version such as "15" or "10.11.2".
func versionNumbers(s string) []int {
	var out []int
	for _, part := range strings.Split(s, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			break
		}
		out = append(out, n)
	}
	return out
}

// mostNotes is how many notes about an application a command shows unasked.
const mostNotes = 8

// open runs env.py and loads the revisions.
func (t *target) open(ctx context.Context, c *cli.Context, env environment) (*opshim.Environment, error) {
	e, err := opshim.Open(ctx, t.project, t.options(c, env))
	if err != nil {
		return nil, place(t, err)
	}
	if err := t.usable(e); err != nil {
		return nil, err
	}
	if !c.Bool("quiet") {
		if p := t.release; p.line == "1.4" {
			fmt.Fprintf(env.Stderr, "mrt: SQLAlchemy is %s\n", p.words(t))
		}
		shown := e.Notes
		if !c.Bool("verbose") && len(shown) > mostNotes {
			shown = append(shown[:mostNotes:mostNotes], fmt.Sprintf("%d more notes of that kind (-v shows them)", len(shown)-mostNotes))
		}
		for _, n := range shown {
			fmt.Fprintf(env.Stderr, "mrt: %s\n", n)
		}
	}
	return e, nil
}

// usable refuses a project whose env.py or graph is broken. An env.py that
// needs a package which is not there is no such thing: that is told in the
// report, and the settings may state what it hides.
func (t *target) usable(e *opshim.Environment) error {
	for _, r := range e.History.Repeated() {
		return &placed{at: r.IDLine(), sentence: fmt.Sprintf("%sRevision %s is present more than once, also in %s: only one of the files would ever run; give the other an id of its own",
			where(r.IDLine()), r.ID, t.project.Show(e.History.First(r.ID).File))}
	}
	var missing *opshim.MissingPackage
	if e.Problem == nil || errors.As(e.Problem, &missing) || t.dialect != "" {
		return nil
	}
	dialect, reason := opshim.LikelyDialect(t.project, e.History)
	return &hinted{&needsApplication{place(t, e.Problem), dialect, reason},
		"if env.py only works inside its application: `mrt init` writes settings with which the revisions run without it, as --dialect " + dialect + " does for one run"}
}

// A needsApplication is an env.py that could not be executed to its end, and the
// dialect that its revisions seem to be for.
type needsApplication struct {
	error
	dialect, reason string
}

// Unwrap returns why.
func (n *needsApplication) Unwrap() error { return n.error }

// A hinted is an error with a way out.
type hinted struct {
	error
	remedy string
}

// Unwrap returns the error itself.
func (h *hinted) Unwrap() error { return h.error }

// onePath takes the only positional argument of a command.
func onePath(c *cli.Context) (string, error) {
	if c.Args().Len() > 1 {
		return "", usagef("%s takes one PATH, not %d arguments", c.Command.Name, c.Args().Len())
	}
	path := c.Args().First()
	if path == "" {
		return "", nil
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return "", usagef("%s: no such file or folder", path)
	}
	return path, nil
}
