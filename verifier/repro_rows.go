package verifier

import (
	"fmt"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A script is an SQL script in the making.
type script struct {
	*trip
	strings.Builder
	dialect string
}

// A freshTrip is the downgrade with rows in place that only the new schema permits:
// the states without and with them, and how it went.
type freshTrip struct {
	before, with *live.State
	down         *ran
}

func (s *script) line(format string, args ...any) { fmt.Fprintf(s, format+"\n", args...) }

// named reports whether a statement names a table.
func (t *trip) named(table string) bool {
	for _, r := range []*ran{t.up, t.down} {
		if r == nil {
			continue
		}
		for i := range r.log {
			if r.log[i].mentions(table) {
				return true
			}
		}
	}
	return false
}

// seeds writes the rows of the tables that a statement names, and of those that
// these refer to.
func (s *script) seeds() {
	if s.old == nil {
		return
	}
	sets := map[string]*rows.Set{}
	var need func(key string)
	need = func(key string) {
		table := s.old.Catalog.Tables[key]
		if table == nil || sets[key] != nil || s.old.Rows[key] == nil || !table.Fillable() {
			return
		}
		sets[key] = s.old.Rows[key]
		for _, k := range table.Constraints {
			if k.Kind == shape.ForeignKey {
				need(k.RefKey)
			}
		}
	}
	for key, table := range s.old.Catalog.Tables {
		if s.named(table.Name) {
			need(key)
		}
	}
	s.rowsOf("rows", s.old.Catalog, sets)
}

// written are the rows of the new world.
func (s *script) written(n *freshTrip) map[string]*rows.Set {
	out := map[string]*rows.Set{}
	for key, set := range n.with.Rows {
		if was := n.before.Rows[key]; was != set {
			out[key] = &rows.Set{Columns: set.Columns, Key: set.Key, Rows: rows.Compare(was, set).Left}
		}
	}
	return out
}

// rowsOf writes rows of tables, parents first. They are put in as they stood: no
// trigger runs, and foreign keys in a circle hold at the end.
func (s *script) rowsOf(title string, c *shape.Catalog, sets map[string]*rows.Set) {
	keys := make([]string, 0, len(sets))
	for key, set := range sets {
		if len(set.Rows) > 0 {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		return
	}
	s.line("\n-- %s", title)
	if s.dialect == "postgresql" {
		s.line("SET session_replication_role = replica;")
		defer s.line("SET session_replication_role = origin;")
	}
	if s.mysql() {
		s.line("SET foreign_key_checks = 0, sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO'), time_zone = '+00:00';")
		defer s.line("SET foreign_key_checks = DEFAULT, sql_mode = DEFAULT, time_zone = DEFAULT;")
	}
	for _, key := range parentsFirst(c, keys) {
		s.insert(c.Tables[key], sets[key])
	}
}

func (s *script) insert(table *shape.Table, set *rows.Set) {
	var cols []string
	var at []int
	always := ""
	for i, name := range set.Columns {
		c := table.Column(name)
		if c == nil || c.Generated != "" {
			continue
		}
		cols, at = append(cols, s.quoted(name)), append(at, i)
		if c.Identity == "always" {
			always = "OVERRIDING SYSTEM VALUE "
		}
	}
	for _, row := range set.Rows {
		parts := make([]string, len(at))
		for n, i := range at {
			parts[n] = s.cell(table.Column(set.Columns[i]), row[i])
		}
		if len(at) == 0 && !s.mysql() {
			s.line("INSERT INTO %s DEFAULT VALUES;", s.address(table))
			continue
		}
		s.line("INSERT INTO %s (%s) %sVALUES (%s);", s.address(table), strings.Join(cols, ", "), always, strings.Join(parts, ", "))
	}
}

// look shows the tables concerned as they are at that point: how they are made,
// and what is in them. States tell which tables to expect.
func (s *script) look(when string, states ...*live.State) {
	tables := map[string]*shape.Table{}
	for _, state := range states {
		if state == nil {
			continue
		}
		for key, table := range state.Catalog.Tables {
			if s.named(table.Name) {
				tables[key] = table
			}
		}
	}
	keys := make([]string, 0, len(tables))
	for key := range tables {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	if len(keys) > 0 {
		s.line("\n-- %s", when)
	}
	for _, key := range keys {
		table := tables[key]
		switch {
		case s.dialect == "postgresql":
			s.line(`\d+ %s`, s.address(table))
		case s.mysql():
			s.line("SHOW CREATE TABLE %s;", s.address(table))
		default:
			s.line("SELECT sql FROM sqlite_schema WHERE tbl_name = %s;", s.literal(table.Name))
		}
		s.line("SELECT * FROM %s;", s.address(table))
	}
}

// address is a table's name with the quotes that it may need.
func (s *script) address(t *shape.Table) string {
	if t.Schema != "" {
		return s.quoted(t.Schema) + "." + s.quoted(t.Name)
	}
	return s.quoted(t.Name)
}

func (s *script) quoted(name string) string {
	if s.mysql() {
		return "`" + strings.ReplaceAll(name, "`", "``") + "`"
	}
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}
