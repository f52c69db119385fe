package main

import (
	"io"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/settings"
	"github.com/urfave/cli/v2"
)

// schemaCommand prints a JSON schema, for editors and for programs that read
// the report.
func schemaCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "schema", Usage: "prints the JSON schema of mrt.toml or of the JSON report", ArgsUsage: "settings|report",
		Action: func(c *cli.Context) error {
			if c.Args().Len() != 1 {
				return usagef("schema takes one name: settings (of mrt.toml) or report (of --format json)")
			}
			var text string
			switch c.Args().First() {
			case "settings":
				text = settings.Schema
			case "report":
				text = report.Schema
			default:
				return unknown("schema", c.Args().First(), []string{"settings", "report"})
			}
			_, err := io.WriteString(env.Stdout, text)
			return err
		},
	}
}
