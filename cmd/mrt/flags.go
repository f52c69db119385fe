package main

import (
	"runtime"
	"strings"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/settings"
	"github.com/urfave/cli/v2"
)

// commonFlags are those of every command that reads a project.
func commonFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "config", Aliases: []string{"c"}, Usage: "read this alembic.ini or pyproject.toml (repeatable)"},
		&cli.StringFlag{Name: "name", Aliases: []string{"n"}, Usage: "section of the ini file", Value: "alembic"},
		&cli.StringSliceFlag{Name: "x", Usage: "argument KEY=VALUE for env.py (repeatable)"},
		&cli.StringFlag{Name: "dialect", Usage: strings.Join(settings.Dialects(), "|")},
		&cli.StringFlag{Name: "mrt-config", Usage: "read these settings instead of mrt.toml"},
		&cli.StringFlag{Name: "color", Usage: "auto|always|never", Value: "auto"},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "findings only"},
		&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "a line per revision, logging of scripts on stderr"},
	}
}

// reportFlags are those of check and verify.
func reportFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Usage: strings.Join(report.Formats(), "|"), Value: "text"},
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the report to `FILE`"},
		&cli.StringSliceFlag{Name: "also", Usage: "write the report of the same run in another form too, `FORMAT=FILE` (repeatable)"},
		&cli.BoolFlag{Name: "strict", Usage: "warnings and undecided verdicts fail too"},
		&cli.StringFlag{Name: "select", Usage: "report these `CODES` only (comma-separated, prefixes allowed)"},
		&cli.StringFlag{Name: "ignore", Usage: "do not report these `CODES`"},
		&cli.StringFlag{Name: "since", Usage: "report on revisions added or changed since `GITREF`"},
		&cli.StringFlag{Name: "range", Usage: "report on revisions `FROM:TO`"},
		&cli.StringFlag{Name: "baseline", Usage: "accept the findings listed in `FILE`"},
		&cli.BoolFlag{Name: "write-baseline", Usage: "write the findings to the baseline file"},
		&cli.StringFlag{Name: "fail-on", Usage: "error|warning|note", Value: "error"},
		&cli.Float64Flag{Name: "min-coverage", Usage: "fail below this percentage of calls and statements understood"},
		&cli.BoolFlag{Name: "no-timing", Usage: "leave durations out"},
		&cli.IntFlag{Name: "jobs", Usage: "how many cores to use", Value: runtime.NumCPU()},
		&cli.StringFlag{Name: "shard", Usage: "run part `I/N` of the history"},
	}
}
