package main

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/takeover"
	"github.com/pelletier/go-toml/v2"
)

// takenOver is what a setup of pytest-mrt adds to a new mrt.toml. Keys of tables
// that the file has already are written as comments, for the reader to move.
func takenOver(s *takeover.Setup) string {
	if s == nil {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n# From pytest-mrt, %s:\n", s.From)
	if s.Config != "" {
		fmt.Fprintf(&b, "# alembic_ini: config = %q in [project], if mrt does not find it by itself\n", s.Config)
	}
	if s.Rows > 0 {
		fmt.Fprintf(&b, "# seed_rows: rows = %d in [verify]\n", s.Rows)
	}
	if s.Timeout > 0 {
		fmt.Fprintf(&b, "# migration_timeout: timeout = \"%ds\" in [verify]\n", s.Timeout)
	}
	if s.Floor != "" {
		fmt.Fprintf(&b, "# minimum_downgrade_revision: run with --range %s:head\n", s.Floor)
	}
	for _, line := range s.Left {
		fmt.Fprintf(&b, "# left: %s\n", line)
	}
	tables := struct {
		Severity map[string]string         `toml:"severity,omitempty"`
		Seed     map[string]map[string]any `toml:"seed,omitempty"`
		Exclude  []map[string]string       `toml:"exclude,omitempty"`
	}{Severity: map[string]string{}, Seed: map[string]map[string]any{}}
	for _, o := range s.Severity {
		tables.Severity[string(o.Code)] = o.Severity
	}
	for _, seed := range s.Seeds {
		tables.Seed[seed.Table] = map[string]any{"rows": seed.Rows}
	}
	for _, skip := range s.Skip {
		tables.Exclude = append(tables.Exclude, map[string]string{"revision": skip.Revision, "reason": skip.Reason})
	}
	if text, err := toml.Marshal(tables); err == nil && len(text) > 0 {
		b.WriteString("\n" + string(text))
	}
	return b.String()
}

// tellTakenOver says on stderr what a reader of the file has to look at.
func tellTakenOver(env environment, s *takeover.Setup) {
	if s == nil {
		return
	}
	fmt.Fprintf(env.Stderr, "mrt: took over the setup of pytest-mrt in %s: skipped revisions %d, severities %d, tables with rows %d\n", s.From, len(s.Skip), len(s.Severity), len(s.Seeds))
	for _, line := range s.Left {
		fmt.Fprintf(env.Stderr, "mrt: left: %s\n", line)
	}
}

// formerFlags puts the names that pytest-mrt's flags had in the place of ours.
// One whose meaning here is another is refused with the name to use.
func formerFlags(args []string) ([]string, error) {
	out := make([]string, 0, len(args))
	for i := 0; i < len(args); i++ {
		name, value, given := strings.Cut(args[i], "=")
		if args[i] == "--" {
			return append(out, args[i:]...), nil
		}
		next := func() string {
			if !given && i+1 < len(args) {
				i++
				return args[i]
			}
			return value
		}
		switch name {
		case "--min-revision":
			out = append(out, "--range", next()+":heads")
		case "-f":
			v := next()
			if v == "table" {
				v = "text"
			}
			out = append(out, "--format", v)
		case "--db-url":
			out = append(out, "--db", next())
		case "--watch", "-w":
			return nil, usagef("there is no --watch: a run takes milliseconds; start it from your editor or a file watcher")
		default:
			out = append(out, args[i])
		}
	}
	return out, nil
}
