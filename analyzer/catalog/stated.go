package catalog

import (
	"regexp"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// A stated is what the settings state of a database: what stands in the state is
// all that there is, but for what may have been made by what was not understood.
type stated struct {
	names map[string]bool // the words of what was not understood, in lower case
	texts map[string]bool // as the database wrote them, see Loaded
}

// CloseWorld ends that anything is assumed to exist that no statement makes.
func (s *State) CloseWorld() { s.stated = &stated{names: map[string]bool{}, texts: map[string]bool{}} }

// word is what a name may be made of.
var word = regexp.MustCompile(`[\p{L}\p{N}_$]+`)

// Load does one statement of the schema that a history starts from. What is not
// understood is returned with its reason; the objects that it names are unknown
// from then on, and nothing else is.
func (s *State) Load(p sqlread.Parsed) (unknown string, err error) {
	if s.countsRows(p.Stmt) {
		return "", nil
	}
	if _, err := s.Exec(p, nil); err != nil {
		return "", err
	}
	unknown = strings.TrimPrefix(s.Tainted, "sql: ")
	s.Tainted, s.RowsTainted = "", ""
	if unknown == "" {
		return "", nil
	}
	names := word.FindAllString(strings.ToLower(p.Text), -1)
	for _, n := range names {
		s.stated.names[n] = true
	}
	if !makesCode(names) {
		s.doubt()
	}
	return unknown, nil
}

// makesCode is true for a routine: what its body names stays as it is.
func makesCode(words []string) bool {
	return len(words) > 0 && words[0] == "create" && slices.ContainsFunc(words[:min(len(words), 6)], func(w string) bool {
		return w == "function" || w == "procedure" || w == "aggregate"
	})
}

// doubt forgets what is known of the tables that are named.
func (s *State) doubt() {
	for _, k := range slices.Clone(s.tables.keys()) {
		t := s.tables.get(k)
		if !t.Open && s.stated.names[strings.ToLower(t.Name.Name)] {
			s.delTable(k)
			s.Table(t.Name)
		}
	}
}

// countsRows is true for what SQLite's .dump writes of AUTOINCREMENT counters.
func (s *State) countsRows(st sqlread.Statement) bool {
	switch st := st.(type) {
	case *sqlread.Insert:
		return s.isSequenceTable(st.Table)
	case *sqlread.Delete:
		return s.isSequenceTable(st.Table)
	}
	return false
}

// assumable reports whether something may exist that no statement made: always,
// unless the settings state what there is.
func (s *State) assumable(n sqlread.QName) bool {
	if s.stated == nil || s.stated.names[strings.ToLower(n.Name)] || systemName(n) {
		return true
	}
	if n.Schema != "" {
		return false
	}
	// A search path may lead to it.
	return slices.ContainsFunc(s.tables.keys(), func(k string) bool { return strings.HasSuffix(k, "."+n.Name) })
}

// systemName is true for what the database has by itself.
func systemName(n sqlread.QName) bool {
	return n.Schema == "information_schema" || n.Schema == "pg_catalog" || n.Schema == "mysql" || n.Schema == "sys" ||
		strings.HasPrefix(n.Name, "pg_") || strings.HasPrefix(strings.ToLower(n.Name), "sqlite_")
}

// assumableObject is assumable for anything but a table. Routines and schemas
// may always be there; types may come with an extension.
func (s *State) assumableObject(kind string, n sqlread.QName) bool {
	switch kind {
	case "view", "materialized view", "sequence":
		return s.assumable(n)
	case "type", "enum", "domain":
		return s.assumable(n) || slices.ContainsFunc(s.objects.keys(), func(k string) bool { return strings.HasPrefix(k, "extension ") })
	case "trigger", "policy", "rule":
		return s.assumable(n) || s.anyOpen()
	}
	return true
}
