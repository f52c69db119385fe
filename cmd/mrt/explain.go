package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/mrt-tools/mrt/analyzer"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/urfave/cli/v2"
)

func explainCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "explain", Usage: "tells what a finding means and how to mend it", ArgsUsage: "[CODE]",
		Action: func(c *cli.Context) error {
			switch c.Args().Len() {
			case 0:
				return explainAll(env.Stdout)
			case 1:
				return explain(env.Stdout, finding.Code(strings.ToUpper(c.Args().First())))
			}
			return usagef("explain takes one CODE, not %d arguments", c.Args().Len())
		},
	}
}

func explainAll(w io.Writer) error {
	var b strings.Builder
	for _, info := range finding.Codes() {
		fmt.Fprintf(&b, "%s  %-8s %s\n", info.Code, info.Severity, info.Name)
	}
	b.WriteString("\n`mrt explain CODE` tells more of one.\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func explain(w io.Writer, code finding.Code) error {
	info, ok := finding.Lookup(code)
	if !ok {
		names := []string{}
		for _, i := range finding.Codes() {
			names = append(names, string(i.Code))
		}
		return unknown("code", string(code), names)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s (%s)\n", info.Code, info.Name, info.Severity)
	if h, ok := analyzer.Explain(code); ok {
		fmt.Fprintf(&b, "\n%s\n", strings.TrimSpace(h.Text))
		if h.Example != "" {
			fmt.Fprintf(&b, "\nExample:\n\n%s\n", indent(strings.TrimRight(h.Example, "\n")))
		}
	} else {
		b.WriteString("\nThere is no longer text about this code yet.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func indent(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = "    " + l
		}
	}
	return strings.Join(lines, "\n")
}
