package conform

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
)

type envCase struct {
	Files   map[string]string `json:"files"`
	Ini     string            `json:"ini"`
	Toml    string            `json:"toml"`
	Section string            `json:"section"`
	Command string            `json:"command"`
	Args    envArgs           `json:"args"`
	Dialect *string           `json:"dialect"`
}

type envArgs struct {
	Revision        oneOrMany `json:"revision"`
	SQL             bool      `json:"sql"`
	Tag             *string   `json:"tag"`
	Purge           bool      `json:"purge"`
	RevRange        *string   `json:"rev_range"`
	Verbose         bool      `json:"verbose"`
	IndicateCurrent bool      `json:"indicate_current"`
}

func answerEnv(ctx context.Context, line []byte) (answer, error) {
	var c envCase
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
	return nil, unsupported{c.Command + " with a database"}
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
	o := opshim.Options{Tag: c.Args.Tag, Stdout: &out}
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
	if out.Len() > 0 {
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
	h, err := opshim.Load(ctx, p, opshim.Options{})
	if err != nil {
		return nil, err
	}
	var lines []string
	base, head := "base", "heads"
	if r := c.Args.RevRange; r != nil {
		from, to, ok := strings.Cut(*r, ":")
		if !ok || from == "current" || to == "current" {
			return nil, unsupported{"history of what a database has"}
		}
		if from != "" {
			base = from
		}
		if to != "" {
			head = to
		}
	}
	revs, err := h.Iterate(script.One(head), script.One(base), script.IterateOptions{Inclusive: true, Lenient: true})
	f, err := anyFault(err)
	if err != nil {
		return nil, err
	}
	for _, r := range revs {
		lines = append(lines, strings.ReplaceAll(r.Describe(c.Args.Verbose), dir, "$WORK"))
	}
	return answer{"sql": nil, "stdout": texts(lines), "error": f}, nil
}
