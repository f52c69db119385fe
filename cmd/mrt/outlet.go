package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// An outlet is one form in which a run reports, and where it goes: a run that takes
// minutes is not repeated for each.
type outlet struct {
	format  string
	file    string // "" for stdout
	summary bool   // the file is the summary of a step of a GitHub job
	style   report.Style
}

// outlets reads --format and --output, and each --also FORMAT=FILE.
func outlets(c *cli.Context, env environment) ([]outlet, error) {
	first, err := newOutlet(c, env, c.String("format"), c.String("output"))
	if err != nil {
		return nil, err
	}
	all := []outlet{first}
	for _, word := range c.StringSlice("also") {
		format, file, ok := strings.Cut(word, "=")
		if !ok || file == "" {
			return nil, usagef("--also takes FORMAT=FILE, not %q", word)
		}
		o, err := newOutlet(c, env, format, file)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(all, func(other outlet) bool { return other.file == o.file && !o.summary }) {
			return nil, usagef("two reports would be written to %s", file)
		}
		all = append(all, o)
	}
	return all, nil
}

func newOutlet(c *cli.Context, env environment, format, file string) (outlet, error) {
	if !slices.Contains(report.Formats(), format) {
		return outlet{}, unknown("format", format, report.Formats())
	}
	o := outlet{format: format, file: file, summary: file != "" && file == env.Getenv("GITHUB_STEP_SUMMARY"),
		style: report.Style{Color: useColor(c, env, file), Quiet: c.Bool("quiet"), Verbose: c.Bool("verbose")}}
	if f, ok := env.Stdout.(*os.File); ok && file == "" && term.IsTerminal(int(f.Fd())) {
		o.style.Width = columns(f)
	}
	return o, nil
}

// useColor decides for text on stdout: the flag, then NO_COLOR and
// CLICOLOR_FORCE, then whether stdout is a terminal.
func useColor(c *cli.Context, env environment, output string) bool {
	switch c.String("color") {
	case "always":
		return true
	case "never":
		return false
	}
	if env.Getenv("NO_COLOR") != "" || output != "" {
		return false
	}
	if f := env.Getenv("CLICOLOR_FORCE"); f != "" && f != "0" {
		return true
	}
	f, ok := env.Stdout.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// detailed tells whether one of the reports shows what each revision does.
func (r *reporting) detailed() bool {
	return slices.ContainsFunc(r.outlets, func(o outlet) bool { return report.Detailed(o.format) })
}

// write gives every outlet its report; one that fails keeps none of the others from
// theirs.
func (r *reporting) write(stdout io.Writer, run *report.Run) error {
	var failed []error
	for _, o := range r.outlets {
		failed = append(failed, o.write(stdout, run))
	}
	return errors.Join(failed...)
}

func (o *outlet) write(stdout io.Writer, run *report.Run) error {
	if o.file == "" {
		return report.Write(stdout, o.format, run, o.style)
	}
	if o.summary {
		return o.addToSummary(run)
	}
	var b bytes.Buffer
	if err := report.Write(&b, o.format, run, o.style); err != nil {
		return err
	}
	return writeWhole(o.file, b.Bytes())
}

// addToSummary writes the report behind what the summary of the job's step holds
// already: it belongs to all that the step runs.
func (o *outlet) addToSummary(run *report.Run) error {
	f, err := os.OpenFile(o.file, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	style := o.style
	if info, err := f.Stat(); err == nil {
		style.Limit = max(1, report.SummaryLimit-int(info.Size()))
	}
	return errors.Join(report.Write(f, o.format, run, style), f.Close())
}

// writeWhole writes a file, or leaves none where there was none.
func writeWhole(path string, text []byte) error {
	_, before := os.Lstat(path)
	err := os.WriteFile(path, text, 0o644)
	if err != nil && errors.Is(before, fs.ErrNotExist) {
		_ = os.Remove(path)
	}
	return err
}
