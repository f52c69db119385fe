package mydb

import (
	"context"
	"database/sql/driver"
	"maps"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// outlook is what the reading of catalogs and rows needs to know of the server.
type outlook struct {
	reader   *reader
	settings string // what makes a session of ours one that reads and writes exactly
	opened   string // when the first state was read, as the server says it
}

// look makes the session one that reads and writes exactly: no mode that
// pads, cuts or renumbers, one time zone, definitions in full.
func (d *DB) look(ctx context.Context) error {
	if d.reader != nil {
		return d.do(ctx, d.settings)
	}
	found, err := d.rows(ctx, "SELECT @@GLOBAL.sql_mode, now()")
	if err != nil {
		return err
	}
	r := &reader{database: d.name, charsets: map[string]string{}}
	modes := []string{"STRICT_ALL_TABLES", "NO_AUTO_VALUE_ON_ZERO", "NO_ENGINE_SUBSTITUTION"}
	global := strings.Split(string(found[0][0]), ",")
	for _, m := range []string{"NO_ZERO_DATE", "NO_ZERO_IN_DATE", "ERROR_FOR_DIVISION_BY_ZERO"} {
		if slices.Contains(global, m) {
			modes = append(modes, m)
		}
	}
	if !slices.Contains(global, "NO_ZERO_DATE") {
		r.zero = "0000-00-00"
	}
	d.opened = string(found[0][1])
	sets, err := d.rows(ctx, "SELECT character_set_name, default_collate_name FROM information_schema.character_sets")
	if err != nil {
		return err
	}
	for _, row := range sets {
		r.charsets[string(row[0])] = string(row[1])
	}
	d.reader = r
	d.settings = "SET SESSION sql_mode = '" + strings.Join(modes, ",") + "', SESSION sql_quote_show_create = 1, SESSION time_zone = '+00:00', SESSION foreign_key_checks = 1, SESSION unique_checks = 1"
	return d.do(ctx, d.settings)
}

// Capture reads the state of the database: definitions and rows of what
// statements since the last one can have touched, of the rest the objects of
// that one.
func (d *DB) Capture(ctx context.Context) (*live.State, error) {
	if d.base != nil && !d.full && !d.ddl && len(d.dirty) == 0 {
		return d.base, nil
	}
	narrow := d.base != nil
	s, err := d.read(ctx)
	if err == nil && narrow && d.paranoid {
		err = d.confirm(ctx, s)
	}
	return s, err
}

// read reads what is not known.
func (d *DB) read(ctx context.Context) (*live.State, error) {
	if err := d.look(ctx); err != nil {
		return nil, err
	}
	d.spread()
	names, err := d.names(ctx)
	if err != nil {
		return nil, err
	}
	s := &live.State{Catalog: &shape.Catalog{Tables: map[string]*shape.Table{}, Objects: map[string]*shape.Object{}}, Rows: map[string]*rows.Set{}, Counters: map[string]live.Counter{}}
	if d.base != nil && !d.full {
		d.carry(s, names)
	}
	texts := map[string]string{}
	for n := range names {
		if d.texts[n] != "" {
			texts[n] = d.texts[n]
		}
	}
	stale := d.stale(names)
	changed, err := d.definitions(ctx, s, names, stale, texts)
	if err != nil {
		return nil, err
	}
	read := d.reach(s.Catalog, changed)
	for _, n := range sortedNames(s.Catalog.Tables) {
		if !stale[n] && (read == nil || read[n]) && counting(s.Catalog.Tables[n]) { // what a trigger has written
			if err := d.define(ctx, s, n, texts, changed); err != nil {
				return nil, err
			}
		}
	}
	return s, d.settled(ctx, s, texts, read)
}

// counting reports whether the table gives numbers.
func counting(t *shape.Table) bool {
	return slices.ContainsFunc(t.Columns, func(c *shape.Column) bool { return c.Identity != "" })
}

// carry takes over what is still there.
func (d *DB) carry(s *live.State, names map[string]string) {
	for key, t := range d.base.Catalog.Tables {
		if _, there := names[t.Name]; there {
			s.Catalog.Tables[key] = t
		}
	}
	for key, o := range d.base.Catalog.Objects {
		keep := !d.code
		if o.Kind == "view" || o.Kind == "sequence" {
			keep = names[o.Name] == strings.ToUpper(o.Kind)
		}
		if keep {
			s.Catalog.Objects[key] = o
		}
	}
	for name, c := range d.base.Counters {
		if _, there := names[name]; there {
			s.Counters[name] = c
		}
	}
}

// definitions reads what is stale, and returns the tables that are others now.
func (d *DB) definitions(ctx context.Context, s *live.State, names map[string]string, stale map[string]bool, texts map[string]string) (map[string]bool, error) {
	changed := map[string]bool{}
	for _, n := range sortedNames(stale) {
		if !stale[n] {
			continue
		}
		var err error
		switch names[n] {
		case "VIEW":
			var o *shape.Object
			if o, err = d.view(ctx, n); o != nil {
				put(s.Catalog, o)
			}
		case "SEQUENCE":
			err = d.sequence(ctx, s, n)
		default:
			err = d.define(ctx, s, n, texts, changed)
		}
		if err != nil {
			return nil, err
		}
	}
	if d.base == nil || d.full || d.code {
		if err := d.programs(ctx, s.Catalog); err != nil {
			return nil, err
		}
	}
	if d.base == nil || d.full || d.code || d.ddl && d.anyTrigger() {
		return changed, d.attach(ctx, s, texts, changed)
	}
	return changed, nil
}

// define reads one table, and keeps the object that there is where the server
// writes it as before.
func (d *DB) define(ctx context.Context, s *live.State, name string, texts map[string]string, changed map[string]bool) error {
	found, err := d.rows(ctx, "SHOW CREATE TABLE "+quote(name))
	if err != nil || len(found) == 0 {
		return err
	}
	text := string(found[0][1])
	t, counter := d.reader.table(text)
	t.Name = name
	if counter > 0 {
		s.Counters[name] = live.Counter{Value: counter, Table: name, Loose: true}
		text = strings.Replace(text, " AUTO_INCREMENT="+literal(counter), "", 1)
	} else {
		delete(s.Counters, name)
	}
	was := s.Catalog.Tables[name] // with the triggers that it has now, where they were read
	if was == nil && d.base != nil {
		was = d.base.Catalog.Tables[name]
	}
	if was != nil && texts[name] == text {
		s.Catalog.Tables[name] = was
		return nil
	}
	if was != nil {
		for _, o := range was.Extra {
			if o.Kind == "trigger" {
				t.Extra = append(t.Extra, o)
			}
		}
	}
	s.Catalog.Tables[name], texts[name], changed[name] = t, text, true
	return nil
}

func (d *DB) anyTrigger() bool {
	for _, t := range d.base.Catalog.Tables {
		if triggered(t) {
			return true
		}
	}
	return false
}

// attach gives the tables their triggers. A table whose triggers are others now is
// another object: the old one may be in use.
func (d *DB) attach(ctx context.Context, s *live.State, texts map[string]string, changed map[string]bool) error {
	all, err := d.triggers(ctx)
	if err != nil {
		return err
	}
	for key, t := range s.Catalog.Tables {
		var was, rest []*shape.Object
		for _, o := range t.Extra {
			if o.Kind == "trigger" {
				was = append(was, o)
			} else {
				rest = append(rest, o)
			}
		}
		now := all[t.Name]
		if slices.EqualFunc(was, now, func(a, b *shape.Object) bool { return a.Name == b.Name && slices.Equal(a.Attrs, b.Attrs) }) {
			continue
		}
		again, _ := d.reader.table(texts[t.Name])
		again.Name, again.Extra = t.Name, append(rest, now...)
		s.Catalog.Tables[key], changed[key] = again, true
	}
	return nil
}

// settled reads the rows of the tables in read, or of all if it is nil, and makes
// s what everything is relative to.
func (d *DB) settled(ctx context.Context, s *live.State, texts map[string]string, read map[string]bool) error {
	for _, key := range sortedNames(s.Catalog.Tables) {
		t := s.Catalog.Tables[key]
		if t.Kind != "" {
			continue
		}
		if d.base != nil && read != nil && !read[key] && d.base.Rows[key] != nil {
			s.Rows[key] = d.base.Rows[key]
			continue
		}
		set, err := d.rowsOf(ctx, t)
		if err != nil {
			return err
		}
		if old := d.base; old != nil && old.Rows[key] != nil && old.Catalog.Tables[key] == t && rows.Identical(old.Rows[key], set) {
			set = old.Rows[key]
		}
		s.Rows[key] = set
	}
	d.knowledge = knowledge{base: s, texts: maps.Clone(texts), dirty: map[string]bool{}, trace: d.trace}
	return nil
}

// rowsOf reads all rows of a table, one by one; what they have in common with the
// last state stands in memory once.
func (d *DB) rowsOf(ctx context.Context, t *shape.Table) (*rows.Set, error) {
	columns := kept(t)
	set := &rows.Set{Key: t.RowKey()}
	for _, c := range columns {
		set.Columns = append(set.Columns, c.Name)
	}
	var old *rows.Set
	if d.base != nil {
		old = d.base.Rows[t.Key()]
	}
	share := rows.Share(old, set.Columns)
	set.Rows = share.Rows()
	sql := selectAll(t)
	c, err := d.session(ctx)
	if err == nil {
		_, err = c.each(ctx, sql, func(cells []driver.Value, _ []string) error {
			row := make([]any, len(columns))
			for i, c := range columns {
				row[i] = value(c, cellText(cells[i]))
			}
			set.Rows = append(set.Rows, share.Row(len(set.Rows), row))
			return nil
		})
	}
	if err != nil {
		return nil, d.failure(ctx, err, sql)
	}
	set.Order()
	return set, nil
}
