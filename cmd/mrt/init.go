package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/takeover"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/urfave/cli/v2"
)

func initCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "init", Usage: "writes a commented mrt.toml for the project found", ArgsUsage: "[PATH]",
		Flags: append(commonFlags(), &cli.BoolFlag{Name: "schema", Usage: "write schema.sql too: a draft of what was there before the first revision"}),
		Action: func(c *cli.Context) error {
			path, err := onePath(c)
			if err != nil {
				return err
			}
			t, err := locate(c, env, path)
			if err != nil {
				return err
			}
			file := filepath.Join(t.project.WorkDir, "mrt.toml")
			if t.settings.File != "" && !c.Bool("schema") {
				return fmt.Errorf("%s exists already; edit it, or take it away first", t.project.Show(t.settings.File))
			}
			e, err := t.open(c.Context, c, env)
			if err != nil {
				return err
			}
			p, err := propose(c.Context, t, e)
			if err != nil {
				return err
			}
			schema := ""
			if c.Bool("schema") {
				if schema, err = writeDraft(env, t, p); err != nil || t.settings.File != "" {
					return err
				}
			}
			old, err := takeover.Find(t.project.WorkDir)
			if err != nil {
				fmt.Fprintf(env.Stderr, "mrt: the setup of pytest-mrt cannot be read: %v\n", err)
			}
			if err := createFile(file, settingsText(t, e, p, schema)+takenOver(old)); err != nil {
				return err
			}
			fmt.Fprintf(env.Stdout, "wrote %s\n", t.project.Show(file))
			tellTakenOver(env, old)
			return nil
		},
	}
}

// createFile writes a new file and refuses to replace one.
func createFile(file, text string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// writeDraft writes schema.sql and tells how to use it; "" where there is nothing
// to write.
func writeDraft(env environment, t *target, p *proposal) (name string, err error) {
	if p.draft.Tables == 0 {
		fmt.Fprintln(env.Stdout, "the revisions make every table that they need: there is no schema to draft")
		return "", nil
	}
	file := filepath.Join(t.project.WorkDir, "schema.sql")
	if err := createFile(file, p.draft.Text); err != nil {
		return "", err
	}
	fmt.Fprintf(env.Stdout, "wrote %s: %d tables, %d columns of unknown type; complete it by hand\n", t.project.Show(file), p.draft.Tables, p.draft.Unknown)
	if t.settings.File != "" {
		fmt.Fprintf(env.Stdout, "to use it, under [verify] in %s: schema = \"schema.sql\" and at = \"base\"\n", t.project.Show(t.settings.File))
	}
	return "schema.sql", nil
}

// settingsText is the mrt.toml for a project, with the reason beside each line.
func settingsText(t *target, e *opshim.Environment, p *proposal, schema string) string {
	var b strings.Builder
	dialect := p.dialect
	fmt.Fprintf(&b, "# Settings of mrt for this project: %s, %d revisions.\n\n", configName(t.project), len(e.History.All()))
	b.WriteString("[project]\n")
	fmt.Fprintf(&b, "dialect = %q    # as env.py or the configuration's URL has it\n", dialect)
	b.WriteString("# sqlalchemy = \"auto\"    # or \"2.0\", \"2.1\": whose SQL `mrt sql` prints\n")
	b.WriteString("# server_version = \"15\"  # what `mrt check` reasons with\n\n")
	b.WriteString("[verify]\n")
	fmt.Fprintf(&b, "databases = [%q]    # `mrt verify` without --db\n", dialect)
	b.WriteString("rows = 3               # rows seeded per table, at least\n")
	b.WriteString("timeout = \"60s\"        # per revision\n")
	b.WriteString(p.verifySection(schema) + "\n" + p.envSection())
	b.WriteString("# [[exclude]]           # a revision that is meant to be irreversible\n# revision = \"…\"\n# reason = \"…\"\n")
	return b.String()
}
