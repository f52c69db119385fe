package conform

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
)

type envCase struct {
	Files   map[string]string    `json:"files"`
	Ini     string               `json:"ini"`
	Toml    string               `json:"toml"`
	Section string               `json:"section"`
	Command string               `json:"command"`
	Args    envArgs              `json:"args"`
	Dialect *string              `json:"dialect"`
	Prior   [][2]json.RawMessage `json:"prior"`

	release string // SQLAlchemy's release line
}

type envArgs struct {
	Revision        oneOrMany `json:"revision"`
	SQL             bool      `json:"sql"`
	Tag             *string   `json:"tag"`
	Purge           bool      `json:"purge"`
	RevRange        *string   `json:"rev_range"`
	Verbose         bool      `json:"verbose"`
	IndicateCurrent bool      `json:"indicate_current"`
	CheckHeads      bool      `json:"check_heads"`
}

func answerEnv(ctx context.Context, line []byte, release string) (answer, error) {
	c := envCase{release: release}
	if err := json.Unmarshal(line, &c); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "conform")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return nil, err
	}
	p, err := c.project(dir)
	if err != nil {
		return nil, err
	}
	switch {
	case c.Command == "history" && !c.Args.IndicateCurrent:
		return c.history(ctx, p, dir)
	case c.Args.SQL && (c.Command == "upgrade" || c.Command == "downgrade" || c.Command == "stamp"):
		return c.offline(ctx, p, dir)
	}
	return c.online(ctx, p)
}

// project writes the files and finds the project in them.
func (c envCase) project(dir string) (*script.Project, error) {
	for name, text := range c.Files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return nil, err
		}
		if err := os.WriteFile(path, []byte(strings.ReplaceAll(text, "$WORK", dir)), 0o666); err != nil {
			return nil, err
		}
	}
	var configs []string
	for _, f := range []string{c.Ini, c.Toml} {
		if f == "" {
			continue
		}
		f = strings.ReplaceAll(f, "$WORK", dir)
		if _, err := os.Stat(filepath.Join(dir, f)); err == nil || filepath.IsAbs(f) {
			configs = append(configs, f)
		}
	}
	return script.Find(script.FindOptions{WorkDir: dir, Configs: configs, Section: c.Section})
}

func (c envCase) offline(ctx context.Context, p *script.Project, dir string) (answer, error) {
	var out bytes.Buffer
	o := opshim.Options{Tag: c.Args.Tag, Stdout: &out, SQLAlchemy: c.release}
	h, err := opshim.Load(ctx, p, o)
	if err != nil {
		return nil, err
	}
	err = opshim.RunOffline(ctx, p, h, o, opshim.Command{Name: c.Command, Revisions: c.Args.Revision.list, Purge: c.Args.Purge})
	f, err := anyFault(err)
	if err != nil {
		return nil, err
	}
	var sql any
	if out.Len() > 0 && f == nil {
		sql = strings.ReplaceAll(out.String(), dir, "$WORK")
	}
	return answer{"sql": sql, "stdout": []string{}, "error": f}, nil
}

// anyFault is a refusal of Alembic's or an uncaught exception.
func anyFault(err error) (*fault, error) {
	if err == nil {
		return nil, nil
	}
	if f, err := faultOf(err); err == nil {
		return f, nil
	}
	return pythonFault(err)
}

func (c envCase) history(ctx context.Context, p *script.Project, dir string) (answer, error) {
	h, err := opshim.Load(ctx, p, opshim.Options{SQLAlchemy: c.release})
	if err != nil {
		return nil, err
	}
	var lines []string
	base, head := script.One("base"), script.One("heads")
	if r := c.Args.RevRange; r != nil {
		rows, err := c.prior(ctx, p, h)
		if err != nil {
			return nil, err
		}
		from, to, _ := strings.Cut(*r, ":")
		base, head = end(from, rows, base), end(to, rows, head)
	}
	revs, err := h.Iterate(head, base, script.IterateOptions{Inclusive: true, Lenient: true})
	f, err := anyFault(err)
	if err != nil {
		return nil, err
	}
	for _, r := range revs {
		lines = append(lines, strings.ReplaceAll(r.Describe(c.Args.Verbose), dir, "$WORK"))
	}
	return answer{"sql": nil, "stdout": texts(lines), "error": f}, nil
}

// end is one end of a range.
func end(name string, rows []string, def script.Target) script.Target {
	switch name {
	case "":
		return def
	case "current":
		return script.Many(rows...)
	}
	return script.One(name)
}

// prior does the commands that went before, and returns the version table.
func (c envCase) prior(ctx context.Context, p *script.Project, h *script.History) ([]string, error) {
	var rows []string
	for _, prior := range c.Prior {
		var name string
		var args envArgs
		if err := json.Unmarshal(prior[0], &name); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(prior[1], &args); err != nil {
			return nil, err
		}
		if args.SQL || name == "current" {
			continue
		}
		var err error
		if rows, err = opshim.Simulate(ctx, p, h, opshim.Options{SQLAlchemy: c.release}, opshim.Command{Name: name, Revisions: args.Revision.list, Purge: args.Purge}, rows, nil); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// online runs a command that has a database, after those that went before.
func (c envCase) online(ctx context.Context, p *script.Project) (answer, error) {
	h, err := opshim.Load(ctx, p, opshim.Options{SQLAlchemy: c.release})
	if err != nil {
		return nil, err
	}
	rows, err := c.prior(ctx, p, h)
	if err != nil {
		return nil, err
	}
	switch c.Command {
	case "current":
		return c.current(ctx, p, h, rows)
	case "stamp", "downgrade", "upgrade":
		_, err = opshim.Simulate(ctx, p, h, opshim.Options{SQLAlchemy: c.release}, opshim.Command{Name: c.Command, Revisions: c.Args.Revision.list, Purge: c.Args.Purge}, rows, nil)
		f, err := anyFault(err)
		return answer{"sql": nil, "stdout": []string{}, "error": f}, err
	}
	return nil, unsupported{c.Command + " with a database"}
}

func (c envCase) current(ctx context.Context, p *script.Project, h *script.History, rows []string) (answer, error) {
	var lines []string
	var f *fault
	_, err := opshim.Simulate(ctx, p, h, opshim.Options{SQLAlchemy: c.release}, opshim.Command{Name: "current"}, rows, func(rows []string) error {
		if c.Args.CheckHeads && !sameSet(rows, h.Heads()) {
			f = &fault{Type: "DatabaseNotAtHead", Message: "Database is not on all head revisions"}
			return nil
		}
		revs, err := h.AllCurrent(script.Many(rows...))
		for _, r := range revs {
			lines = append(lines, r.Short())
		}
		return err
	})
	sort.Strings(lines)
	if f == nil {
		if f, err = anyFault(err); err != nil {
			return nil, err
		}
	}
	return answer{"sql": nil, "stdout": texts(lines), "error": f}, nil
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}
