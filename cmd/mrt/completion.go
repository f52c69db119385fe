package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/urfave/cli/v2"
)

func completionCommand(env environment) *cli.Command {
	shells := map[string]func([]words) string{"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion, "powershell": powershellCompletion}
	names := []string{"bash", "fish", "powershell", "zsh"}
	return &cli.Command{
		Name: "completion", Usage: "prints a script that completes mrt's commands and flags", ArgsUsage: strings.Join(names, "|"),
		Action: func(c *cli.Context) error {
			if c.Args().Len() != 1 {
				return usagef("completion takes one shell: %s", strings.Join(names, ", "))
			}
			write, ok := shells[c.Args().First()]
			if !ok {
				return unknown("shell", c.Args().First(), names)
			}
			_, err := io.WriteString(env.Stdout, write(vocabulary(c.App)))
			return err
		},
	}
}

// The words of one command, as a shell completes them.
type words struct {
	name, usage string
	flags       []flagWords
	arguments   []string // what can stand without a dash, besides files
}

// The words of one flag. A flag without a value has value false; choices are
// the values it takes, none for a file or free text.
type flagWords struct {
	long, short string
	usage       string
	value, file bool
	choices     []string
}

// aFile marks flags whose value is a file or a folder, in their usage text.
var aFile = regexp.MustCompile("`(FILE|DIR)`")

// choice is a usage text that lists the values.
var choice = regexp.MustCompile(`^[a-z0-9-]+(\|[a-z0-9-]+)+$`)

// vocabulary lists the commands with their flags.
func vocabulary(app *cli.App) []words {
	var out []words
	for _, c := range app.Commands {
		if c.Hidden {
			continue
		}
		w := words{name: c.Name, usage: c.Usage}
		for _, f := range c.Flags {
			w.flags = append(w.flags, flagVocabulary(f))
		}
		switch c.Name {
		case "explain":
			for _, info := range finding.Codes() {
				w.arguments = append(w.arguments, string(info.Code))
			}
		case "help":
			w.arguments = topicNames()
			for _, other := range app.Commands {
				w.arguments = append(w.arguments, other.Name)
			}
			slices.Sort(w.arguments)
		}
		if choice.MatchString(c.ArgsUsage) {
			w.arguments = strings.Split(c.ArgsUsage, "|")
		}
		out = append(out, w)
	}
	return out
}

func flagVocabulary(f cli.Flag) flagWords {
	var out flagWords
	for _, n := range f.Names() {
		if len(n) > 1 {
			out.long = cmp.Or(out.long, n)
		} else {
			out.short = cmp.Or(out.short, n)
		}
	}
	if d, ok := f.(cli.DocGenerationFlag); ok {
		out.usage, out.value = d.GetUsage(), d.TakesValue()
	}
	out.file = aFile.MatchString(out.usage) || out.long == "config" || out.long == "mrt-config"
	if first, _, _ := strings.Cut(out.usage, " "); choice.MatchString(first) {
		out.choices = strings.Split(first, "|")
	}
	out.usage = strings.ReplaceAll(out.usage, "`", "")
	return out
}

// spellings are the flag as one types it.
func (f flagWords) spellings() []string {
	var out []string
	if f.long != "" {
		out = append(out, "--"+f.long)
	}
	if f.short != "" {
		out = append(out, "-"+f.short)
	}
	return out
}

// bashCompletion works with bash 4.4 and later, without the package bash-completion.
// Bash cuts words at "=" as well, so a value may stand two words after its flag.
func bashCompletion(commands []words) string {
	var b strings.Builder
	var names []string
	for _, c := range commands {
		names = append(names, c.name)
	}
	fmt.Fprintf(&b, `# bash completion for mrt: source this file, or put it into
# ~/.local/share/bash-completion/completions/mrt
_mrt() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= i
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      %s) command=${COMP_WORDS[i]}; break ;;
    esac
  done
  local flags= words=
  case $command in
    "") words="%s"; flags="--help --version" ;;
`, strings.Join(names, "|"), strings.Join(names, " "))
	values := map[string][]string{} // by what completes the value: the flags, with their command
	for _, c := range commands {
		var flags []string
		for _, f := range c.flags {
			flags = append(flags, f.spellings()...)
			action := ""
			switch {
			case len(f.choices) > 0:
				action = `COMPREPLY=($(compgen -W "` + strings.Join(f.choices, " ") + `" -- "$cur"))`
			case f.file:
				action = `COMPREPLY=($(compgen -f -- "$cur"))`
			case f.value:
				action = `COMPREPLY=()`
			}
			if action != "" {
				for _, s := range f.spellings() {
					values[action] = append(values[action], c.name+":"+s)
				}
			}
		}
		fmt.Fprintf(&b, "    %s) flags=%q; words=%q ;;\n", c.name, strings.Join(flags, " "), strings.Join(c.arguments, " "))
	}
	b.WriteString("  esac\n  case $command:$prev in\n")
	for _, action := range slices.Sorted(maps.Keys(values)) {
		fmt.Fprintf(&b, "    %s) %s; return ;;\n", strings.Join(values[action], "|"), action)
	}
	b.WriteString(`  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}
complete -o filenames -F _mrt mrt
`)
	return b.String()
}

func zshCompletion(commands []words) string {
	var b strings.Builder
	b.WriteString("#compdef mrt\n# zsh completion for mrt: put it into a folder of $fpath under the name _mrt\n_mrt() {\n  local curcontext=$curcontext state line\n  _arguments -C '1:command:->command' '*::argument:->argument'\n  case $state in\n  command)\n    local -a commands=(\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "      %s\n", quoted(c.name+":"+c.usage))
	}
	b.WriteString("    )\n    _describe command commands ;;\n  argument)\n    case $line[1] in\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "    %s)\n      _arguments", c.name)
		for _, f := range c.flags {
			for _, s := range f.spellings() {
				spec := s + "[" + strings.NewReplacer("[", `\[`, "]", `\]`, ":", `\:`).Replace(f.usage) + "]"
				switch {
				case len(f.choices) > 0:
					spec += ":value:(" + strings.Join(f.choices, " ") + ")"
				case f.file:
					spec += ":file:_files"
				case f.value:
					spec += ":value: "
				}
				fmt.Fprintf(&b, " \\\n        %s", quoted(spec))
			}
		}
		if len(c.arguments) > 0 {
			fmt.Fprintf(&b, " \\\n        %s ;;\n", quoted("*:argument:("+strings.Join(c.arguments, " ")+")"))
		} else {
			b.WriteString(" \\\n        '*:path:_files' ;;\n")
		}
	}
	b.WriteString("    esac ;;\n  esac\n}\nif [[ $funcstack[1] == _mrt ]]; then _mrt \"$@\"; else compdef _mrt mrt; fi\n")
	return b.String()
}

func fishCompletion(commands []words) string {
	var b strings.Builder
	b.WriteString("# fish completion for mrt: put it into ~/.config/fish/completions/mrt.fish\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "complete -c mrt -f -n __fish_use_subcommand -a %s -d %s\n", c.name, quoted(c.usage))
	}
	for _, c := range commands {
		seen := "complete -c mrt -n '__fish_seen_subcommand_from " + c.name + "'"
		for _, f := range c.flags {
			line := seen
			if f.long != "" {
				line += " -l " + f.long
			}
			if f.short != "" {
				line += " -s " + f.short
			}
			switch {
			case len(f.choices) > 0:
				line += " -x -a " + quoted(strings.Join(f.choices, " "))
			case f.file:
				line += " -r -F"
			case f.value:
				line += " -x"
			}
			fmt.Fprintf(&b, "%s -d %s\n", line, quoted(f.usage))
		}
		if len(c.arguments) > 0 {
			fmt.Fprintf(&b, "%s -f -a %s\n", seen, quoted(strings.Join(c.arguments, " ")))
		}
	}
	return b.String()
}

func powershellCompletion(commands []words) string {
	list := func(ws []string) string {
		for i, w := range ws {
			ws[i] = quoted(w)
		}
		return "@(" + strings.Join(ws, ", ") + ")"
	}
	var names []string
	var flags, values, arguments strings.Builder
	for _, c := range commands {
		names = append(names, c.name)
		var spelled []string
		for _, f := range c.flags {
			spelled = append(spelled, f.spellings()...)
			if len(f.choices) > 0 {
				fmt.Fprintf(&values, "    '%s --%s' = %s\n", c.name, f.long, list(slices.Clone(f.choices)))
			}
		}
		fmt.Fprintf(&flags, "    %s = %s\n", quoted(c.name), list(spelled))
		fmt.Fprintf(&arguments, "    %s = %s\n", quoted(c.name), list(slices.Clone(c.arguments)))
	}
	return `# PowerShell completion for mrt: add to $PROFILE
Register-ArgumentCompleter -Native -CommandName mrt -ScriptBlock {
  param($word, $tree, $at)
  $flags = @{
` + flags.String() + `  }
  $arguments = @{
` + arguments.String() + `  }
  $values = @{
` + values.String() + `  }
  $typed = @($tree.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $command = $typed | Where-Object { $flags.ContainsKey($_) } | Select-Object -First 1
  $last = if ($word -eq '') { $typed | Select-Object -Last 1 } else { $typed | Select-Object -Last 2 | Select-Object -First 1 }
  if ($last -and $values.ContainsKey("$command $last")) { $choices = $values["$command $last"] }
  elseif (-not $command) { $choices = ` + list(names) + ` + '--help' + '--version' }
  elseif ($word -like '-*') { $choices = $flags[$command] }
  else { $choices = $arguments[$command] }
  $choices | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`
}

// quoted is a text between single quotes, for shells that double or break them.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
