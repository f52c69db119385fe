package opshim

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/internal/pyalembic"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// maxKept is how many revisions stay parsed from loading to running; the others
// of a long history are parsed again when their turn comes.
const maxKept = 1000

// OfflineSQL prints what `alembic upgrade RANGE --sql` prints, or with
// o.Downgrade what `alembic downgrade RANGE --sql` prints. env.py is executed.
// What was printed before a failure stays printed. Errors are *script.Error
// for what Alembic refuses, *[RunError] for what a script raises.
func OfflineSQL(ctx context.Context, p *script.Project, o Options, stdout, stderr io.Writer) error {
	kept := 0
	h, err := load(ctx, p, o, func(tree *syntax.File) bool {
		kept++
		return kept <= maxKept || hasEffects(tree)
	})
	if err != nil {
		return err
	}
	if len(h.Failures) > 0 {
		return h.Failures[0]
	}
	for _, w := range h.Warnings {
		if _, err := fmt.Fprintln(stderr, "note: "+w); err != nil {
			return err
		}
	}
	cmd := Command{Name: "upgrade", Revisions: []string{o.Range}}
	if o.Range == "" {
		cmd.Revisions[0] = "heads"
	}
	if o.Downgrade {
		cmd.Name = "downgrade"
	}
	o.Stdout, o.Stderr = stdout, stderr
	return RunOffline(ctx, p, h, o, cmd)
}

// A Command is a command of Alembic that executes env.py in --sql mode.
type Command struct {
	// Name is upgrade, downgrade or stamp.
	Name string
	// Revisions are the targets as written, START:END included; one for
	// upgrade and downgrade.
	Revisions []string
	// Purge is stamp --purge, which --sql refuses.
	Purge bool
}

// parse takes START:END apart.
func (c Command) parse() (start *string, ends []string, err error) {
	for _, r := range c.Revisions {
		parts := strings.SplitN(r, ":", 3)
		switch {
		case len(parts) > 2:
			return nil, nil, &script.Error{Class: script.ValueError, Message: "too many values to unpack (expected 2, got 3)"}
		case len(parts) == 1 && c.Name == "downgrade":
			return nil, nil, &script.Error{Class: script.CommandError, Message: "downgrade with --sql requires <fromrev>:<torev>"}
		case len(parts) == 1:
			ends = append(ends, r)
			continue
		case start != nil && *start != parts[0]:
			return nil, nil, &script.Error{Class: script.CommandError, Message: "Stamp operation with --sql only supports a single starting revision at a time"}
		}
		start = &parts[0]
		ends = append(ends, parts[1])
	}
	return start, ends, nil
}

// RunOffline executes env.py with a command in --sql mode; the SQL goes to
// o.Stdout. Errors are as for [OfflineSQL].
func RunOffline(ctx context.Context, p *script.Project, h *script.History, o Options, cmd Command) error {
	start, ends, err := cmd.parse()
	if err != nil {
		return err
	}
	destination := script.Many(ends...)
	if len(ends) == 1 && cmd.Name != "stamp" {
		destination = script.One(ends[0])
	}
	rt, err := newRuntime(ctx, p, h, o, pyalembic.Settings{Offline: true, Start: start, Destination: destination, Purge: cmd.Purge})
	if err != nil {
		return err
	}
	out := o.Stdout
	if out == nil {
		out = io.Discard
	}
	rt.host.printer = &printer{ctx: ctx, out: out, session: map[*pyalembic.Context]*sqlgen.Session{}}
	rt.host.steps = rt.stepsOf(cmd.Name, destination)
	err = rt.failure(rt.runEnv())
	return errors.Join(err, rt.printNotes(o.Stderr))
}

// printNotes tells the user what was assumed or could not be made.
func (rt *runtime) printNotes(w io.Writer) error {
	if w == nil {
		return nil
	}
	for _, n := range append(slices.Clone(rt.notes), rt.absentees()...) {
		if _, err := fmt.Fprintln(w, "note: "+n); err != nil {
			return err
		}
	}
	return nil
}

// stepsOf says what a command does, for run_migrations.
func (rt *runtime) stepsOf(command string, destination script.Target) func(*pyrt.Thread, *pyalembic.Context) ([]script.Step, error) {
	return func(_ *pyrt.Thread, c *pyalembic.Context) ([]script.Step, error) {
		rows, err := c.StartHeads()
		if err != nil {
			return nil, err
		}
		rt.register(acting(rt.history))
		current := script.Many(rows...)
		switch command {
		case "downgrade":
			return rt.history.Downgrade(destination, current)
		case "stamp":
			return rt.history.Stamp(destination, current)
		}
		return rt.history.Upgrade(destination, current)
	}
}

// Simulate executes env.py with a command as Alembic does without --sql, on a
// database that has a version table with the given rows and takes every
// statement without doing anything. It returns the rows afterwards. A command
// other than upgrade, downgrade and stamp runs no migration: show is called
// with the rows instead.
func Simulate(ctx context.Context, p *script.Project, h *script.History, o Options, cmd Command, rows []string, show func(rows []string) error) ([]string, error) {
	destination := script.Many(cmd.Revisions...)
	if len(cmd.Revisions) == 1 && cmd.Name != "stamp" {
		destination = script.One(cmd.Revisions[0])
	}
	look := show != nil
	rt, err := newRuntime(ctx, p, h, o, pyalembic.Settings{Destination: destination, Purge: cmd.Purge, DontMutate: look, NoStart: look})
	if err != nil {
		return rows, err
	}
	rt.host.rows = rows
	rt.host.steps = rt.stepsOf(cmd.Name, destination)
	if look {
		rt.host.steps = func(*pyrt.Thread, *pyalembic.Context) ([]script.Step, error) { return nil, show(rt.host.rows) }
	}
	err = rt.failure(rt.runEnv())
	return rt.host.rows, err
}
