package opshim

import (
	"context"
	"io"
	"strings"

	"github.com/mrt-tools/mrt/opshim/internal/pyalembic"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// OfflineSQL prints what `alembic upgrade RANGE --sql` prints, or with
// o.Downgrade what `alembic downgrade RANGE --sql` prints. env.py is executed.
// What was printed before a failure stays printed. Errors are *script.Error
// for what Alembic refuses, *[RunError] for what a script raises.
func OfflineSQL(ctx context.Context, p *script.Project, o Options, stdout, stderr io.Writer) error {
	h, err := Load(ctx, p, o)
	if err != nil {
		return err
	}
	if len(h.Failures) > 0 {
		return h.Failures[0]
	}
	command := "upgrade"
	if o.Downgrade {
		command = "downgrade"
	}
	o.Stdout, o.Stderr = stdout, stderr
	return runOffline(ctx, p, h, o, offlineCommand{name: command, target: o.Range})
}

// An offlineCommand is a command of Alembic in --sql mode.
type offlineCommand struct {
	name   string // upgrade, downgrade, stamp
	target string
}

// splitRange takes START:END apart.
func (c offlineCommand) splitRange() (start *string, end string, err error) {
	parts := strings.SplitN(c.target, ":", 3)
	switch len(parts) {
	case 1:
		if c.name == "downgrade" {
			return nil, "", &script.Error{Class: script.CommandError, Message: "downgrade with --sql requires <fromrev>:<torev>"}
		}
		if c.target == "" {
			return nil, "heads", nil
		}
		return nil, c.target, nil
	case 2:
		return &parts[0], parts[1], nil
	}
	return nil, "", &script.Error{Class: script.ValueError, Message: "too many values to unpack (expected 2, got 3)"}
}

// runOffline executes env.py in --sql mode.
func runOffline(ctx context.Context, p *script.Project, h *script.History, o Options, cmd offlineCommand) error {
	start, end, err := cmd.splitRange()
	if err != nil {
		return err
	}
	rt, err := newRuntime(ctx, p, h, o, pyalembic.Settings{Offline: true, Start: start, Destination: script.One(end)})
	if err != nil {
		return err
	}
	rt.host.printer = &printer{ctx: ctx, out: o.Stdout, session: map[*pyalembic.Context]*sqlgen.Session{}}
	rt.host.steps = func(t *pyrt.Thread, c *pyalembic.Context) ([]script.Step, error) {
		rows, err := c.StartHeads()
		if err != nil {
			return nil, err
		}
		rt.inert.Run() // from here on migrations run
		switch cmd.name {
		case "downgrade":
			return h.Downgrade(script.One(end), script.Many(rows...))
		case "stamp":
			return h.Stamp(script.One(end), script.Many(rows...))
		}
		return h.Upgrade(script.One(end), script.Many(rows...))
	}
	return rt.failure(rt.runEnv())
}
