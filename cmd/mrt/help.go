package main

import (
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// topics are the pages of `mrt help TOPIC`; the first line of each is its title.
//
//go:embed topics/*.md
var topics embed.FS

// helpCommand shows the list of commands and topics, a command's flags, or a topic.
func helpCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "help", Aliases: []string{"h"}, Usage: "shows the flags of a command, or a topic", ArgsUsage: "[COMMAND|TOPIC]",
		Action: func(c *cli.Context) error {
			switch c.Args().Len() {
			case 0:
				return cli.ShowAppHelp(&cli.Context{App: c.App, Context: c.Context, Command: &cli.Command{}})
			case 1:
				return helpOn(c, env.Stdout, c.Args().First())
			}
			return usagef("help takes one command or topic, not %d arguments", c.Args().Len())
		},
	}
}

// topicList is what the library's help text is followed by.
func topicList() map[string]string {
	var b strings.Builder
	b.WriteString("\nTOPICS, for `mrt help TOPIC`:\n")
	for _, name := range topicNames() {
		text, err := topic(name)
		if err != nil {
			return nil
		}
		title, _, _ := strings.Cut(text, "\n")
		fmt.Fprintf(&b, "   %-15s %s\n", name, strings.TrimPrefix(title, "# "))
	}
	return map[string]string{"topics": b.String()}
}

// helpOn shows a command's flags or a topic's page.
func helpOn(c *cli.Context, w io.Writer, word string) error {
	if cmd := c.App.Command(word); cmd != nil {
		return cli.ShowCommandHelp(&cli.Context{App: c.App, Context: c.Context, Command: &cli.Command{}}, word)
	}
	names := topicNames()
	if !slices.Contains(names, word) {
		for _, cmd := range c.App.VisibleCommands() {
			names = append(names, cmd.Name)
		}
		return unknown("command or topic", word, names)
	}
	text, err := topic(word)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, text)
	return err
}

func topic(name string) (string, error) {
	b, err := topics.ReadFile("topics/" + name + ".md")
	return string(b), err
}

// topicNames lists the pages, sorted.
func topicNames() []string {
	entries, err := topics.ReadDir("topics")
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Name(), ".md"))
	}
	return out
}
