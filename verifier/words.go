package verifier

import (
	"regexp"
	"sync"
)

// maxWords bounds how many constants of a script become keys of documents.
const maxWords = 24

var word = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`['"]([A-Za-z_][\w.-]{0,30})['"]`) })

// Words are the short string constants of a revision file, those inside SQL
// included: keys that its code may look for in JSON documents, 'limit' in
// data["limit"] or meta->>'limit'.
func Words(source []byte) []string {
	var out []string
	seen := map[string]bool{}
	for _, m := range word().FindAllSubmatch(source, -1) {
		w := string(m[1])
		if !seen[w] && len(out) < maxWords {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}
