package verifier

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// A want is something outside of the revisions that one of them needs: an object
// of the database, or a setting.
type want struct{ kind, name string }

func (w want) String() string { return w.kind + " " + w.name }

// wantPatterns find in a message what is not there; the first group names it.
var wantPatterns = sync.OnceValue(func() []struct {
	kind string
	re   *regexp.Regexp
} {
	quoted := "[\"'`]?([^\"'`\\s(]+)[\"'`]?"
	var out []struct {
		kind string
		re   *regexp.Regexp
	}
	for _, p := range [][2]string{
		{"table", "no such table: " + quoted}, {"table", "NoSuchTableError: " + quoted}, {"table", "(?:relation|table) " + quoted + " does not exist"}, {"table", "[Tt]able '" + quoted + "' doesn't exist"},
		{"schema", "schema " + quoted + " does not exist"}, {"schema", "unknown database " + quoted}, {"extension", "extension " + quoted + " (?:is not available|does not exist)"},
		{"role", "role " + quoted + " does not exist"}, {"type", "type " + quoted + " does not exist"}, {"function", "function " + quoted + "\\(.*does not exist"}, {"function", "no such function: " + quoted},
	} {
		out = append(out, struct {
			kind string
			re   *regexp.Regexp
		}{p[0], regexp.MustCompile(p[1])})
	}
	return out
})

// wanted finds what a failed run would have needed; false if it failed for
// another reason.
func (r *ran) wanted() (want, bool) {
	if key, ok := strings.CutPrefix(r.words, "KeyError: "); ok && r.failure == nil {
		return r.setting(strings.Trim(key, `'"`))
	}
	for _, p := range wantPatterns() {
		if m := p.re.FindStringSubmatch(r.words); m != nil {
			return want{p.kind, strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(m[1], "main."), "public."), ".")}, true
		}
	}
	return want{}, false
}

// setting is a key that the line which failed looks up outside of the project.
func (r *ran) setting(key string) (want, bool) {
	at := r.at
	if len(r.related) > 0 {
		at = r.related[0].At
	}
	if at.Source == nil {
		return want{}, false
	}
	line := string(at.Source.Line(at.Position().Line))
	switch {
	case strings.Contains(line, "environ"):
		return want{"environment variable", key}, true
	case strings.Contains(line, "x_argument") || strings.Contains(line, "x_arg"):
		return want{"argument -x", key}, true
	case strings.Contains(line, "get_section") || strings.Contains(line, "config"):
		return want{"setting", key}, true
	}
	return want{}, false
}

// missing says that no revision before makes what a failed upgrade needs, and
// what to do about it; "" where one may have made it.
func (t *trip) missing(r *ran) (sentence, remedy string) {
	w, ok := r.wanted()
	if !ok || t.everMade(w) {
		return "", ""
	}
	t.res.Missing = []string{w.String()}
	if !strings.Contains(w.kind, "variable") && w.kind != "setting" && !strings.HasPrefix(w.kind, "argument") {
		sentence = fmt.Sprintf("; no revision before makes %s %s", w.kind, w.name)
	}
	switch w.kind {
	case "schema", "extension", "role":
		return sentence, fmt.Sprintf("if it is made outside of the revisions, state create = [%q] under [verify] in mrt.toml", w.kind+":"+w.name)
	case "environment variable":
		return sentence, fmt.Sprintf("state %s = \"…\" under [env] in mrt.toml", w.name)
	case "argument -x":
		return sentence, fmt.Sprintf("give -x %s=…", w.name)
	case "setting":
		return sentence, fmt.Sprintf("state %s in the configuration that env.py reads", w.name)
	}
	return sentence, "if it was there before the first revision, state a dump that holds it: schema = \"schema.sql\" with at = \"base\" under [verify] in mrt.toml (`mrt init --schema` drafts one)"
}

// everMade reports whether a revision has made the object, or may have: one that
// is not in place names it.
func (t *trip) everMade(w want) bool {
	name := strings.ToLower(w.name[strings.LastIndexByte(w.name, '.')+1:])
	if w.kind == "table" && t.made[name] {
		return true
	}
	for _, id := range t.res.Without {
		if slices.ContainsFunc(t.words[id], func(word string) bool { return strings.EqualFold(word, name) }) {
			return true
		}
	}
	return false
}

// remember keeps the names of the tables of a state, for everMade.
func (v *walk) remember(s *live.State) {
	for _, t := range s.Catalog.Tables {
		v.made[strings.ToLower(t.Name)] = true
	}
}

// legacyRemedy is for what SQLAlchemy 1.4 let pass.
const legacyRemedy = "wrap the statement in text(); if the project runs on SQLAlchemy 1.4, state sqlalchemy = \"1.4\" under [project] in mrt.toml"

// legacy reports whether a script hands a plain string to a connection, which
// SQLAlchemy takes no more.
func (r *ran) legacy() bool { return strings.HasPrefix(r.words, "ObjectNotExecutableError: ") }

// upgradeFails is the finding for an upgrade that does not run.
func (t *trip) upgradeFails(r *ran) finding.Finding {
	meant := t.meant(r.words)
	f := finding.Finding{Code: "MRT807", At: orSpan(r.at, t.m.Up), Message: "the upgrade fails: " + r.words + meant,
		Related: r.related, Remedy: "mend upgrade(): it does not run on this database even where the tables are empty"}
	if r.legacy() {
		f.Remedy = legacyRemedy
		return f
	}
	if t.meant(r.words) != "" {
		return f // a slip of the pen is likelier than a table from elsewhere
	}
	if sentence, remedy := t.missing(r); remedy != "" {
		f.Message, f.Remedy = f.Message+sentence, remedy
	}
	return f
}
