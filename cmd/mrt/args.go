package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// flagsFirst moves the flags of a command before its positional arguments,
// because the command-line library stops reading flags at the first
// positional one. args is the whole command line, program name first.
func flagsFirst(args []string, app *cli.App) []string {
	if len(args) < 2 {
		return args
	}
	at, cmd := commandIndex(args, app)
	if cmd == nil {
		return args
	}
	takesValue := valueFlags(append(append([]cli.Flag{}, app.Flags...), cmd.Flags...))
	var flags, positional []string
	rest := args[at+1:]
	for i := 0; i < len(rest); i++ {
		a := rest[i]
		if a == "--" {
			positional = append(positional, rest[i:]...)
			break
		}
		if len(a) < 2 || a[0] != '-' {
			positional = append(positional, a)
			continue
		}
		flags = append(flags, a)
		name := strings.TrimLeft(a, "-")
		if strings.Contains(name, "=") {
			continue
		}
		if takesValue[name] && i+1 < len(rest) {
			i++
			flags = append(flags, rest[i])
		}
	}
	out := append([]string{}, args[:at+1]...)
	out = append(out, flags...)
	return append(out, positional...)
}

// commandIndex finds the command's word: the first that is neither a flag nor
// a flag's value.
func commandIndex(args []string, app *cli.App) (int, *cli.Command) {
	takesValue := valueFlags(app.Flags)
	for i := 1; i < len(args); i++ {
		a := args[i]
		if len(a) > 1 && a[0] == '-' {
			if takesValue[strings.TrimLeft(a, "-")] {
				i++
			}
			continue
		}
		return i, app.Command(a)
	}
	return 0, nil
}

// valueFlags tells which flag names are followed by a value.
func valueFlags(flags []cli.Flag) map[string]bool {
	out := map[string]bool{}
	for _, f := range flags {
		_, isBool := f.(*cli.BoolFlag)
		for _, n := range f.Names() {
			out[n] = !isBool
		}
	}
	return out
}
