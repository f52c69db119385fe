package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// Loaded ends what Load does, and notes the texts that the database wrote: the
// same thing has another text in a script.
//
// Why only PostgreSQL's and MySQL's: SQLite keeps the text that it was given.
func (s *State) Loaded() {
	s.Settle()
	if s.Dialect == sqlread.SQLite {
		return
	}
	texts := s.stated.texts
	for _, k := range s.tables.keys() {
		t := s.tables.get(k)
		for _, c := range t.Columns {
			for _, v := range [...]string{c.Default.text(), c.Generated.text()} {
				if strings.Contains(v, "(") || strings.ContainsAny(v, " :") && !strings.HasPrefix(v, "'") {
					texts[v] = true
				}
			}
		}
		for _, c := range t.Constraints {
			if c.Kind == "check" || c.Kind == "exclude" {
				texts[c.text(s.Dialect)] = true
			}
		}
		for _, ix := range t.Indexes {
			if ix.Where != "" || slices.ContainsFunc(ix.Keys, func(k sqlread.IndexKey) bool { return strings.Contains(k.Text, "(") }) {
				texts[ix.text()] = true
			}
		}
		for _, p := range t.Parts {
			s.stated.writes(p)
		}
	}
	for _, k := range s.objects.keys() {
		o := s.objects.get(k)
		s.stated.writes(o)
		if len(o.Checks) > 0 {
			texts[checkTexts(o, s.Dialect)] = true
		}
	}
}

// writes notes the texts of an object.
func (x *stated) writes(o *Object) {
	for _, v := range o.Attrs {
		if strings.ContainsAny(v, " (") {
			x.texts[v] = true
		}
	}
}

// wrote reports whether a text is one that the database wrote: another one may
// say the same.
func (s *State) wrote(text string) bool { return s.stated != nil && s.stated.texts[text] }

// otherwise reports whether a difference may be one of spelling only: what was
// there is spelled as the database wrote it. What a database writes of its own
// accord may be missing altogether.
func (s *State) otherwise(x Difference) bool {
	if s.stated == nil || s.Dialect == sqlread.SQLite || x.Attr == "" || x.Before == "" || x.After == "" {
		return false
	}
	if x.After == "none" || x.Before == "none" {
		return s.stated.texts[x.Before] && strings.HasPrefix(x.Object, "sequence ") ||
			s.Dialect.IsMySQL() && (x.Attr == "collation" || serverChoice[x.Attr])
	}
	return s.stated.texts[x.Before]
}
