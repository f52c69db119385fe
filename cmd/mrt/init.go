package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/takeover"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier"
	"github.com/urfave/cli/v2"
)

func initCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "init", Usage: "writes a commented mrt.toml for the project found", ArgsUsage: "[PATH]",
		Flags: append(commonFlags(), &cli.BoolFlag{Name: "schema", Usage: "write schema.sql too: a draft of what was there before the first revision"}),
		Action: func(c *cli.Context) error {
			t, err := located(c, env)
			if err != nil {
				return err
			}
			file := filepath.Join(t.project.WorkDir, "mrt.toml")
			if t.settings.File != "" && !c.Bool("schema") {
				return fmt.Errorf("%s exists already; edit it, or take it away first", t.project.Show(t.settings.File))
			}
			e, stop, err := t.openAnyhow(c, env)
			if err != nil {
				return err
			}
			p, err := propose(c.Context, t, e)
			if err != nil {
				return err
			}
			p.reason, p.stop = dialectReason(c, t, e, stop)
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
			if schema == "" {
				p.tellAssumed(env, t.project.Show(file))
			}
			tellTakenOver(env, old)
			return nil
		},
	}
}

// openAnyhow opens the project; where its env.py only works inside the application,
// without it, and stop says what stopped it.
func (t *target) openAnyhow(c *cli.Context, env environment) (e *opshim.Environment, stop *needsApplication, err error) {
	e, err = t.open(c.Context, c, env)
	if !errors.As(err, &stop) {
		return e, nil, err
	}
	t.dialect = stop.dialect
	e, err = t.open(c.Context, c, env)
	return e, stop, err
}

// tellAssumed says what to do about tables that no revision makes.
func (p *proposal) tellAssumed(env environment, file string) {
	tables, verb, them := fmt.Sprintf("%d tables", len(p.tables)), "are", "them"
	switch len(p.tables) {
	case 0:
		return
	case 1:
		tables, verb, them = "1 table", "is", "it"
	}
	remedy := "`mrt init --schema` drafts " + them + " for `mrt verify`, or name a dump in " + file
	if p.models {
		remedy = "`mrt verify` starts from the models of env.py, which have " + them
	}
	fmt.Fprintf(env.Stdout, "%s %s made by no revision: %s\n", tables, verb, remedy)
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

// dialectReason says where the proposed dialect is from, and where env.py stopped.
func dialectReason(c *cli.Context, t *target, e *opshim.Environment, stop *needsApplication) (reason, at string) {
	switch {
	case stop != nil:
		return stop.reason, sentence(stop.Error())
	case c.IsSet("dialect"):
		return "as --dialect said", ""
	case e.Assumed:
		_, reason = opshim.LikelyDialect(t.project, e.History)
		return "env.py does not tell; " + reason, ""
	}
	return "as env.py or the configuration's URL has it", ""
}

// startable is the database to propose for a dialect: one that can be started on
// this machine, with the reason where it is another one.
func startable(dialect string) (database, why string) {
	err := verifier.Startable(dialect)
	if err == nil {
		return dialect, ""
	}
	kin := map[string]string{"mysql": "mariadb", "mariadb": "mysql"}[dialect]
	if kin != "" && verifier.Startable(kin) == nil {
		product, variable := "MySQL", "MRT_MYSQL_BIN"
		if dialect == "mariadb" {
			product, variable = "MariaDB", "MRT_MARIADB_BIN"
		}
		return kin, fmt.Sprintf("# %s, which is near to it: there are no programs of a %s server here. To run on\n# %s itself: %q and %s, or the URL of a server.\n", kin, product, product, dialect, variable)
	}
	return dialect, fmt.Sprintf("# %s\n", strings.ReplaceAll(err.Error(), "\n", " "))
}

// settingsText is the mrt.toml for a project, with the reason beside each line.
func settingsText(t *target, e *opshim.Environment, p *proposal, schema string) string {
	var b strings.Builder
	dialect := p.dialect
	fmt.Fprintf(&b, "# Settings of mrt for this project: %s, %d revisions.\n\n", configName(t.project), len(e.History.All()))
	b.WriteString("[project]\n")
	if p.stop != "" {
		fmt.Fprintf(&b, "# env.py stops at %s\n# Stating the dialect lets the revisions run without it; what it passes to context.configure (a naming\n# convention, the version table) is not known then.\n", p.stop)
	}
	fmt.Fprintf(&b, "dialect = %q    # %s\n", dialect, p.reason)
	fmt.Fprintf(&b, "# sqlalchemy = \"auto\"    # %s; or \"1.4\", \"2.0\", \"2.1\": whose calls scripts may make\n", t.release.words(t))
	b.WriteString("# server_version = \"15\"  # what `mrt check` reasons with\n\n")
	b.WriteString("[verify]\n")
	database, why := startable(dialect)
	fmt.Fprintf(&b, "%sdatabases = [%q]    # `mrt verify` without --db\n", why, database)
	b.WriteString("rows = 3               # rows seeded per table, at least\n")
	b.WriteString("timeout = \"60s\"        # per revision\n")
	b.WriteString(p.verifySection(schema) + "\n" + p.envSection())
	b.WriteString("# [[exclude]]           # a revision that is meant to be irreversible\n# revision = \"…\"\n# reason = \"…\"\n")
	return b.String()
}
