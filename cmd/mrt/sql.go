package main

import (
	"bufio"
	"os"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/urfave/cli/v2"
)

func sqlCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "sql", Usage: "prints the SQL that `alembic upgrade --sql` prints", ArgsUsage: "[PATH] [RANGE]",
		Flags: append(commonFlags(),
			&cli.BoolFlag{Name: "downgrade", Usage: "print the SQL of `alembic downgrade FROM:TO --sql`"}),
		Action: func(c *cli.Context) error {
			path, revs, err := pathAndRange(c)
			if err != nil {
				return err
			}
			if c.Bool("downgrade") && revs == "" {
				return usagef("--downgrade needs FROM:TO")
			}
			if revs == "" {
				revs = "heads"
			}
			t, err := locate(c, env, path)
			if err != nil {
				return err
			}
			return printSQL(c, env, t, revs)
		},
	}
}

func printSQL(c *cli.Context, env environment, t *target, revs string) error {
	o := t.options(c, env)
	o.Range, o.Downgrade = revs, c.Bool("downgrade")
	stdout := bufio.NewWriter(env.Stdout)
	err := opshim.OfflineSQL(c.Context, t.project, o, stdout, env.Stderr)
	if flushed := stdout.Flush(); flushed != nil {
		return flushed
	}
	if err != nil {
		return tell(c, env, t, err)
	}
	return nil
}

// pathAndRange tells the two arguments of sql apart: one alone is PATH if it
// exists on disk, else RANGE.
func pathAndRange(c *cli.Context) (path, revs string, err error) {
	args := c.Args().Slice()
	switch len(args) {
	case 0:
		return "", "", nil
	case 1:
		if _, err := os.Stat(args[0]); err == nil {
			return args[0], "", nil
		}
		return "", args[0], nil
	case 2:
		if _, err := os.Stat(args[0]); err != nil {
			return "", "", usagef("%s: no such file or folder", args[0])
		}
		return args[0], args[1], nil
	}
	return "", "", usagef("sql takes PATH and RANGE, not %d arguments", len(args))
}
