package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"
)

// manCommand prints the manual page, for packagers: `mrt man >mrt.1`.
func manCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "man", Usage: "prints the manual page", Hidden: true,
		Action: func(c *cli.Context) error {
			_, err := io.WriteString(env.Stdout, manPage(c.App))
			return err
		},
	}
}

// manPage is the page in the macros of man(7).
func manPage(app *cli.App) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH MRT 1 \"\" \"mrt %s\" \"User Commands\"\n.SH NAME\nmrt \\- %s\n.SH SYNOPSIS\n.B mrt\n.I command\n[\\fIflags\\fR] [\\fIpath\\fR]\n", app.Version, roff(app.Usage))
	b.WriteString(".SH DESCRIPTION\n" + roff(strings.TrimSpace(manText)) + "\n.SH COMMANDS\n")
	for _, c := range app.Commands {
		if !c.Hidden {
			fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", c.Name, roff(c.Usage))
		}
	}
	seen := map[string]bool{}
	b.WriteString(".SH FLAGS\n")
	for _, c := range app.Commands {
		for _, f := range c.Flags {
			w := flagVocabulary(f)
			if key := w.long + w.usage; !seen[key] {
				seen[key] = true
				fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(strings.Join(w.spellings(), ", ")), roff(w.usage))
			}
		}
	}
	b.WriteString(".SH EXIT STATUS\n.TP\n.B 0\nclean\n.TP\n.B 1\nfindings at or above the threshold\n.TP\n.B 2\ncould not do the job\n")
	b.WriteString(".SH FILES\n.TP\n.B mrt.toml\nthe settings of a project, beside its alembic.ini; or [tool.mrt] in pyproject.toml\n")
	b.WriteString(".SH SEE ALSO\n" + roff("`mrt help TOPIC` for: "+strings.Join(topicNames(), ", ")) + ". `mrt explain CODE` for what a finding means.\n")
	return b.String()
}

const manText = `
mrt executes Alembic migration scripts in a Python runtime of its own, inside one static binary, and tells with evidence whether a downgrade gives the schema and the data back. No Python and no package of the application are needed. The URL in alembic.ini or env.py is never connected to.
`

// roff escapes a text: backslashes and hyphens, and a dot or quote that would
// begin a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "`", "").Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}
