package opshim

import (
	"cmp"
	"fmt"
	"regexp"
	"sync"

	"github.com/mrt-tools/mrt/opshim/script"
)

// LikelyDialect guesses the dialect of a project whose env.py tells none, and says
// what speaks for it: the URL of the configuration, else the dialect whose types most
// revisions use, else SQLite. Options such as mysql_engine tell nothing: the other
// dialects pass them over.
func LikelyDialect(p *script.Project, h *script.History) (dialect, reason string) {
	if d := ConfiguredDialect(p); d != "" {
		return d, "the configuration's URL has it"
	}
	uses := map[string]int{}
	all := h.All()
	for _, rev := range all {
		if rev.Tree == nil {
			continue
		}
		seen := map[string]bool{}
		for _, m := range namesDialect().FindAllStringSubmatch(string(rev.Tree.Source.Text), -1) {
			d := cmp.Or(m[1], m[2])
			if d == "mariadb" {
				d = "mysql"
			}
			if !seen[d] {
				seen[d] = true
				uses[d]++
			}
		}
	}
	for _, d := range []string{"postgresql", "mysql", "sqlite"} {
		if uses[d] > uses[dialect] {
			dialect = d
		}
	}
	if dialect == "" {
		return "sqlite", "no revision uses the types of another"
	}
	return dialect, fmt.Sprintf("%d of %d revisions use its types", uses[dialect], len(all))
}

// namesDialect finds the types of one dialect.
var namesDialect = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`dialects\s+import\s+(postgresql|mysql|mariadb|sqlite)\b|dialects\.(postgresql|mysql|mariadb|sqlite)\b`)
})
