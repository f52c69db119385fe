package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/mrt-tools/mrt/analyzer"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/draft"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// A proposal is what a history seems to need from outside of its revisions.
type proposal struct {
	dialect string
	reason  string            // where the dialect is from
	stop    string            // where env.py stopped, if it did
	draft   *draft.Schema     // of the tables that no revision makes
	tables  []string          // their names, each with the revision that needs it first
	create  map[string]string // entries of [verify] create, each with its reason
	models  bool              // whether target_metadata of env.py has such tables
	env     map[string]string // variables that scripts cannot do without, each with its place
}

// propose runs the history as check does, and looks at what it assumes.
func propose(ctx context.Context, t *target, e *opshim.Environment) (*proposal, error) {
	p := &proposal{dialect: cmp.Or(t.dialect, e.Dialect(), "sqlite"), create: map[string]string{}, env: map[string]string{}}
	order, err := e.History.Order()
	if err != nil {
		return nil, err
	}
	guesses, first, err := analyzer.Assumed(ctx, e, order, analyzer.Options{Dialect: p.dialect})
	if err != nil {
		return nil, err
	}
	d, err := sqlgen.New(p.dialect)
	if err != nil {
		return nil, err
	}
	if own := e.Configuration(); own != nil && own.Dialect.Name == p.dialect {
		d = own.Dialect
	}
	if p.draft, err = draft.Make(ctx, e, order, d, guesses, first); err != nil {
		return nil, err
	}
	known := map[string]bool{}
	if m, err := e.Models(ctx); err == nil {
		for _, name := range m.Tables {
			known[name] = true
		}
	}
	for _, g := range guesses {
		if g.Kind == "table" {
			p.models = p.models || known[g.Name.String()]
			p.tables = append(p.tables, fmt.Sprintf("%s (%s)", g.Name, cmp.Or(first[g.Name.String()], "by a foreign key")))
		}
	}
	texts := map[string]string{}
	for _, rev := range order {
		if rev.Tree != nil {
			texts[rev.ID] = string(rev.Tree.Source.Text)
			p.variables(t.project.Show(rev.File), texts[rev.ID])
		}
	}
	if text, err := os.ReadFile(t.project.EnvPy()); err == nil {
		p.variables(t.project.Show(t.project.EnvPy()), string(text))
	}
	if p.dialect == "postgresql" {
		p.schemas(texts, p.draft.Schemas)
		p.extensions(texts)
	}
	return p, nil
}

var requiredVariable = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`environ\[\s*['"](\w+)['"]\s*\]`)
})

// variables finds what a script takes from the environment without a way out.
func (p *proposal) variables(file, text string) {
	for n, line := range strings.Split(text, "\n") {
		for _, m := range requiredVariable().FindAllStringSubmatch(line, -1) {
			if assigned := regexp.MustCompile(`environ\[[^]]*\]\s*=[^=]`); !assigned.MatchString(line) && p.env[m[1]] == "" {
				p.env[m[1]] = fmt.Sprintf("%s:%d", file, n+1)
			}
		}
	}
}

// schemas finds the schemas of tables that no revision makes.
func (p *proposal) schemas(texts map[string]string, assumed []string) {
	named := map[string]string{}
	for _, s := range assumed {
		named[s] = "tables that no revision makes stand in it"
	}
	word := regexp.MustCompile(`schema\s*=\s*['"](\w+)['"]`)
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		for _, m := range word.FindAllStringSubmatch(texts[id], -1) {
			if named[m[1]] == "" {
				named[m[1]] = "revision " + id + " uses it"
			}
		}
	}
	all := strings.Join(slices.Collect(maps.Values(texts)), "\n")
	for s, why := range named {
		made := regexp.MustCompile(`(?i)(create\s+schema\s+(if\s+not\s+exists\s+)?["']?|CreateSchema\(\s*["'])` + regexp.QuoteMeta(s) + `\b`)
		if s != "public" && !made.MatchString(all) {
			p.create["schema:"+s] = why + ", and none makes it"
		}
	}
}

// provided tells by which words of a script PostgreSQL's extensions are used.
func provided() [][2]string {
	return [][2]string{{"citext", `(?i)\bcitext\b`}, {"hstore", `(?i)\bhstore\b`}, {"ltree", `\b(ltree|LTREE|LtreeType)\b`}, {"postgis", `\b(geometry|geography|Geometry|Geography|geoalchemy2)\b`},
		{"vector", `\b(pgvector|VECTOR\(|vector_cosine_ops)`}, {"uuid-ossp", `\buuid_generate_v[1-5]\b`}, {"pg_trgm", `\bg(in|ist)_trgm_ops\b`}, {"unaccent", `\bunaccent\(`}, {"btree_gist", `\bgist_int\d_ops\b`}}
}

// extensions finds those that revisions use and none makes.
func (p *proposal) extensions(texts map[string]string) {
	all := strings.Join(slices.Collect(maps.Values(texts)), "\n")
	for _, x := range provided() {
		used, made := regexp.MustCompile(x[1]), regexp.MustCompile(`(?i)create\s+extension[^;]*`+regexp.QuoteMeta(x[0]))
		for _, id := range slices.Sorted(maps.Keys(texts)) {
			if used.MatchString(texts[id]) && !made.MatchString(all) {
				p.create["extension:"+x[0]] = "revision " + id + " uses what it provides, and none makes it"
				break
			}
		}
	}
}

// verifySection are the lines of [verify] that the proposal adds.
func (p *proposal) verifySection(file string) string {
	var b strings.Builder
	if len(p.create) > 0 {
		b.WriteString("create = [              # what is made outside of the revisions\n")
		for _, k := range slices.Sorted(maps.Keys(p.create)) {
			fmt.Fprintf(&b, "  %q,    # %s\n", k, p.create[k])
		}
		b.WriteString("]\n")
	}
	if len(p.tables) > 0 {
		off := "# "
		if file != "" {
			off = ""
		} else if p.models {
			b.WriteString("start = \"models\"    # target_metadata of env.py has them: the way down from the head leads to where they were\n")
		}
		b.WriteString("# No revision makes these, each with the one that needs it first:\n" + wrapped(p.tables))
		fmt.Fprintf(&b, "%sschema = %q    # what was there before the first revision: a dump, or the draft that `mrt init --schema` writes\n%sat = \"base\"\n", off, cmp.Or(file, "schema.sql"), off)
	}
	return b.String()
}

// wrapped is a list as lines of a comment.
func wrapped(words []string) string {
	const width = 96
	var b strings.Builder
	line := "#  "
	for i, w := range words {
		if i < len(words)-1 {
			w += ","
		}
		if len(line)+len(w) > width && line != "#  " {
			b.WriteString(line + "\n")
			line = "#  "
		}
		line += " " + w
	}
	return b.String() + line + "\n"
}

// envSection is [env], with what scripts cannot do without.
func (p *proposal) envSection() string {
	if len(p.env) == 0 {
		return "# [env]                 # the environment that env.py and the revisions see\n# APP_SECRET = \"x\"\n\n"
	}
	var b strings.Builder
	b.WriteString("[env]                   # the environment that env.py and the revisions see\n")
	for _, k := range slices.Sorted(maps.Keys(p.env)) {
		fmt.Fprintf(&b, "%s = \"x\"    # %s cannot do without it; state what fits\n", k, p.env[k])
	}
	b.WriteString("\n")
	return b.String()
}
