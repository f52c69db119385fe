package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/urfave/cli/v2"
)

// A placed is an error that has a place in the user's files: one sentence, the
// line, and under -v the traceback.
type placed struct {
	err      error
	sentence string
	at       syntax.Span
	inner    syntax.Span // where in another file it started, if it did
}

func (p *placed) Error() string { return p.sentence }

// Unwrap returns the cause.
func (p *placed) Unwrap() error { return p.err }

// place finds the line of an error in the user's files; an error that has none
// stays as it is.
func place(t *target, err error) error {
	var already *placed
	if err == nil || errors.As(err, &already) {
		return err
	}
	var run *opshim.RunError
	if errors.As(err, &run) {
		if !run.At.IsValid() {
			return err
		}
		return &placed{err: err, sentence: where(run.At) + sentence(run.Error()), at: run.At, inner: run.Inner}
	}
	var file script.Failure
	if errors.As(err, &file) {
		return &placed{err: err, sentence: strings.TrimPrefix(t.project.Show(file.File)+line(file.At)+": "+sentence(bare(file.Err)), ": "), at: file.At}
	}
	var graph *script.Error
	if errors.As(err, &graph) && graph.At.IsValid() {
		return &placed{err: err, sentence: where(graph.At) + sentence(graph.Sentence()), at: graph.At}
	}
	return err
}

// bare is the message of a failure without the place that its own list of
// syntax errors gives.
func bare(err error) string {
	var list syntax.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		return list[0].Kind + ": " + list[0].Msg
	}
	return err.Error()
}

func line(at syntax.Span) string {
	if !at.IsValid() {
		return ""
	}
	return fmt.Sprintf(":%d", at.Position().Line)
}

func where(at syntax.Span) string {
	if !at.IsValid() {
		return ""
	}
	return at.Source.Name + line(at) + ": "
}

// sentence puts a message on one line: messages of Python's libraries may have
// several.
func sentence(s string) string { return strings.Join(strings.Fields(s), " ") }

// show prints an error on stderr, with the source line that it is about.
func show(env environment, err error) {
	fmt.Fprintf(env.Stderr, "mrt: %s\n", sentence(err.Error()))
	if remedy := remedyOf(err); remedy != "" {
		defer fmt.Fprintf(env.Stderr, "    %s\n", remedy)
	}
	var p *placed
	if !errors.As(err, &p) {
		return
	}
	_ = report.SourceLine(env.Stderr, p.at) // what cannot be printed is lost
	if p.inner.IsValid() {
		fmt.Fprintf(env.Stderr, "    %sraised here\n", where(p.inner))
		_ = report.SourceLine(env.Stderr, p.inner)
	}
}

// remedyOf is what to do about an error, where more can be said than the error
// itself says. Servers' programs tell about disks in words alone.
func remedyOf(err error) string {
	var h *hinted
	text := err.Error()
	switch {
	case errors.As(err, &h):
		return h.remedy
	case errors.Is(err, syscall.ENOSPC) || strings.Contains(text, "No space left on device"):
		return "make room there, or name a folder on another disk: TMPDIR for private servers and databases that are kept, --output and --repro for what is written"
	case errors.Is(err, syscall.EROFS) || errors.Is(err, fs.ErrPermission) || strings.Contains(text, "Read-only file system") || strings.Contains(text, "Permission denied"):
		return "name a folder that can be written: TMPDIR for private servers and databases that are kept, --output and --repro for what is written"
	}
	return ""
}

// tell shows why a command could not do its job, with Python's traceback where
// the user wants to know more.
func tell(c *cli.Context, env environment, t *target, err error) error {
	err = place(t, err)
	show(env, err)
	if c.Bool("verbose") {
		traceback(env, err)
	}
	return errReported
}

// traceback prints what Python prints for an uncaught exception.
func traceback(env environment, err error) {
	var exc *pyrt.Exception
	if errors.As(err, &exc) {
		fmt.Fprint(env.Stderr, pyrt.FormatException(exc))
	}
}
