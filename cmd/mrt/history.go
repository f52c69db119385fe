package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/urfave/cli/v2"
)

func historyCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "history", Usage: "prints the revision graph", ArgsUsage: "[PATH]",
		Flags: append(commonFlags(),
			&cli.StringFlag{Name: "format", Usage: "text|json|dot|mermaid", Value: "text"},
			&cli.BoolFlag{Name: "heads", Usage: "the heads only"}),
		Action: func(c *cli.Context) error {
			t, err := located(c, env)
			if err != nil {
				return err
			}
			// The graph alone needs no env.py; only ids that are computed are run.
			h, err := opshim.Load(c.Context, t.project, t.options(c, env))
			if err != nil {
				return err
			}
			dialect := cmp.Or(t.dialect, opshim.ConfiguredDialect(t.project))
			if err := printHistory(env.Stdout, t, h, dialect, c.String("format"), c.Bool("heads")); err != nil {
				return err
			}
			return failures(env, t, h)
		},
	}
}

func printHistory(w io.Writer, t *target, h *script.History, dialect, format string, heads bool) error {
	revs, err := h.Order()
	if err != nil {
		return err
	}
	if heads {
		all := h.Heads()
		revs = slices.DeleteFunc(revs, func(r *script.Revision) bool { return !slices.Contains(all, r.ID) })
	}
	switch format {
	case "text":
		return historyText(w, h, revs)
	case "json":
		return historyJSON(w, t, h, dialect, revs)
	case "dot":
		return historyDot(w, h, revs)
	case "mermaid":
		return historyMermaid(w, h, revs)
	}
	return unknown("format", format, []string{"text", "json", "dot", "mermaid"})
}

// marks are the words behind a revision in a listing.
func marks(h *script.History, r *script.Revision) string {
	var b strings.Builder
	if labels := r.Labels; len(labels) > 0 {
		fmt.Fprintf(&b, " (%s)", strings.Join(labels, ", "))
	}
	if slices.Contains(h.Heads(), r.ID) {
		b.WriteString(" (head)")
	}
	if len(r.Next()) > 1 {
		b.WriteString(" (branchpoint)")
	}
	if len(r.Down) > 1 {
		b.WriteString(" (mergepoint)")
	}
	return b.String()
}

// historyText prints the newest revision first, as alembic does.
func historyText(w io.Writer, h *script.History, revs []*script.Revision) error {
	var b strings.Builder
	for _, r := range slices.Backward(revs) {
		down := "<base>"
		if len(r.Down) > 0 {
			down = strings.Join(r.Down, ", ")
		}
		if len(r.DependsOn) > 0 {
			down += " (depends on " + strings.Join(r.DependsOn, ", ") + ")"
		}
		fmt.Fprintf(&b, "%s -> %s%s, %s\n", down, r.ID, marks(h, r), r.Doc)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

type historyDocument struct {
	Tool      map[string]string `json:"tool"`
	Project   historyProject    `json:"project"`
	Revisions []historyRevision `json:"revisions"`
}

type historyProject struct {
	Config    string   `json:"config"`
	Dialect   string   `json:"dialect"`
	Revisions int      `json:"revisions"`
	Heads     []string `json:"heads"`
}

type historyRevision struct {
	Revision      string   `json:"revision"`
	DownRevisions []string `json:"down_revisions"`
	DependsOn     []string `json:"depends_on"`
	BranchLabels  []string `json:"branch_labels"`
	File          string   `json:"file"`
	Title         string   `json:"title"`
}

func historyJSON(w io.Writer, t *target, h *script.History, dialect string, revs []*script.Revision) error {
	doc := historyDocument{
		Tool:      map[string]string{"name": "mrt", "version": version},
		Project:   historyProject{configName(t.project), dialect, len(h.All()), append([]string{}, h.Heads()...)},
		Revisions: []historyRevision{},
	}
	for _, r := range revs {
		doc.Revisions = append(doc.Revisions, historyRevision{r.ID, append([]string{}, r.Down...),
			append([]string{}, r.DependsOn...), append([]string{}, r.Labels...), t.project.Show(r.File), r.Doc})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}

// configName is how reports name the project's configuration.
func configName(p *script.Project) string {
	switch {
	case p.Config.IniFile != "":
		return p.Show(p.Config.IniFile)
	case p.Config.TomlFile != "":
		return p.Show(p.Config.TomlFile)
	}
	return p.Show(p.ScriptDir)
}

func historyDot(w io.Writer, h *script.History, revs []*script.Revision) error {
	var b strings.Builder
	b.WriteString("digraph revisions {\n  rankdir = BT;\n  node [shape = box];\n")
	for _, r := range revs {
		fmt.Fprintf(&b, "  %q [label = %q];\n", r.ID, strings.TrimSpace(r.ID+marks(h, r)+"\n"+r.Doc))
		for _, d := range r.Down {
			fmt.Fprintf(&b, "  %q -> %q;\n", r.ID, d)
		}
		for _, d := range r.Dependencies() {
			fmt.Fprintf(&b, "  %q -> %q [style = dashed];\n", r.ID, d)
		}
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func historyMermaid(w io.Writer, h *script.History, revs []*script.Revision) error {
	var b strings.Builder
	b.WriteString("flowchart BT\n")
	node := map[string]string{}
	for i, r := range revs {
		node[r.ID] = fmt.Sprintf("r%d", i)
		label := strings.NewReplacer(`"`, "#quot;", "\n", " ").Replace(strings.TrimSpace(r.ID + marks(h, r) + ": " + r.Doc))
		fmt.Fprintf(&b, "  r%d[\"%s\"]\n", i, label)
	}
	for _, r := range revs {
		for _, d := range r.Down {
			if node[d] != "" {
				fmt.Fprintf(&b, "  %s --> %s\n", node[r.ID], node[d])
			}
		}
		for _, d := range r.Dependencies() {
			if node[d] != "" {
				fmt.Fprintf(&b, "  %s -.-> %s\n", node[r.ID], node[d])
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// failures tells the files that are no revisions, each in one line.
func failures(env environment, t *target, h *script.History) error {
	for _, f := range h.Failures {
		where := t.project.Show(f.File)
		if f.At.IsValid() {
			where = fmt.Sprintf("%s:%d", where, f.At.Position().Line)
		}
		fmt.Fprintf(env.Stderr, "mrt: %s: %s\n", where, f.Err)
	}
	if len(h.Failures) > 0 {
		return errReported
	}
	return nil
}
