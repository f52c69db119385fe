package litedb

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// entry is one row of sqlite_master.
type entry struct{ kind, name, table, sql string }

// Capture reads the state of the database: of what is not touched since the last
// one, the objects of that one.
func (d *DB) Capture(ctx context.Context) (*live.State, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if d.base != nil && !d.full && len(d.dirty) == 0 && !d.header {
		return d.base, nil
	}
	var touched map[string]string
	if !d.full && d.base != nil {
		touched = d.spread()
		if !d.ddl && !d.header {
			return d.reread(touched)
		}
		if err := d.followers(touched); err != nil {
			return nil, err
		}
	}
	entries, err := d.entries(touched)
	if err != nil {
		return nil, err
	}
	s := &live.State{Catalog: &shape.Catalog{}}
	if touched == nil {
		s.Catalog.Tables, s.Catalog.Objects, s.Rows = map[string]*shape.Table{}, map[string]*shape.Object{}, map[string]*rows.Set{}
	} else {
		s.Catalog.Tables, s.Catalog.Objects, s.Rows = maps.Clone(d.base.Catalog.Tables), maps.Clone(d.base.Catalog.Objects), maps.Clone(d.base.Rows)
		for name := range touched {
			delete(s.Catalog.Tables, name)
			delete(s.Rows, name)
			delete(s.Catalog.Objects, "view\x00"+name)
		}
		maps.DeleteFunc(s.Catalog.Objects, func(_ string, o *shape.Object) bool {
			_, ok := touched[o.Table]
			return o.Table != "" && ok
		})
	}
	if err := d.build(s, entries); err != nil {
		return nil, err
	}
	if err := d.counters(s); err != nil {
		return nil, err
	}
	if touched == nil || d.header {
		if err := d.readHeader(s.Catalog); err != nil {
			return nil, err
		}
	}
	d.settled(s)
	return s, nil
}

// readHeader reads the numbers that an application may keep in the head of the file.
func (d *DB) readHeader(c *shape.Catalog) error {
	for _, name := range [...]string{"user_version", "application_id"} {
		_, found, err := d.c.query("PRAGMA " + name)
		if err != nil {
			return err
		}
		o := &shape.Object{Kind: "pragma", Name: name, Attrs: []shape.Attr{{Name: "value", Value: fmt.Sprint(found[0][0])}}}
		c.Objects[o.Kind+"\x00"+name] = o
	}
	return nil
}

// settled makes s the state that everything is relative to.
func (d *DB) settled(s *live.State) {
	d.base, d.full, d.ddl, d.fk, d.header = s, false, false, false, false
	clear(d.dirty)
	clear(d.renamed)
}

// followers adds the tables and views whose definitions mention a renamed name.
func (d *DB) followers(touched map[string]string) error {
	for name := range d.renamed {
		_, found, err := d.c.query("SELECT DISTINCT tbl_name FROM sqlite_master WHERE instr(lower(sql), ?) > 0", name)
		if err != nil {
			return err
		}
		for _, row := range found {
			touched[fold(str(row[0]))] = str(row[0])
		}
	}
	return nil
}

// reread makes the state after statements that changed rows only.
func (d *DB) reread(touched map[string]string) (*live.State, error) {
	s := &live.State{Catalog: d.base.Catalog, Rows: maps.Clone(d.base.Rows)}
	for name := range touched {
		t := s.Catalog.Tables[name]
		if t == nil {
			continue
		}
		set, err := d.read(t)
		if err != nil {
			return nil, err
		}
		s.Rows[name] = set
	}
	if err := d.counters(s); err != nil {
		return nil, err
	}
	d.settled(s)
	return s, nil
}

// entries reads sqlite_master: all of it, or what belongs to the touched names.
func (d *DB) entries(touched map[string]string) (map[string][]entry, error) {
	q := "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
	var args []any
	if touched != nil {
		if len(touched) > 500 {
			touched = nil
			d.full = true
		} else {
			// Why names as written: a comparison without folding is several times faster,
			// and this runs over the whole catalog after every change.
			for key, written := range touched {
				for _, name := range strings.Split(written, between) {
					args = append(args, name)
				}
				if t := d.base.Catalog.Tables[key]; t != nil && t.Name != written {
					args = append(args, t.Name)
				}
			}
			q += " AND tbl_name IN (" + strings.TrimSuffix(strings.Repeat("?,", len(args)), ",") + ")"
		}
	}
	_, found, err := d.c.query(q+" ORDER BY type, name", args...)
	if err != nil {
		return nil, err
	}
	out := map[string][]entry{}
	for _, r := range found {
		e := entry{kind: str(r[0]), name: str(r[1]), table: str(r[2]), sql: str(r[3])}
		if !d.ignore[fold(e.table)] {
			out[fold(e.table)] = append(out[fold(e.table)], e)
		}
	}
	return out, nil
}

func str(v any) string {
	s, _ := v.(string)
	return s
}

// build puts the entries of each table together.
func (d *DB) build(s *live.State, entries map[string][]entry) error {
	for key, list := range entries {
		var text strings.Builder
		isTable := false
		for _, e := range list {
			text.WriteString(e.sql + "\x00")
			d.seq = d.seq || strings.Contains(strings.ToLower(e.sql), "autoincrement")
			isTable = isTable || e.kind == "table"
		}
		if !isTable {
			for _, e := range list {
				o := readOther(e.kind, e.name, e.table, e.sql)
				if e.kind == "trigger" {
					o.Table = key
				}
				s.Catalog.Objects[e.kind+"\x00"+fold(e.name)] = o
			}
			continue
		}
		t := d.was(key)
		if t == nil || t.Text != text.String() {
			t = assemble(list, text.String())
		}
		s.Catalog.Tables[key] = t
	}
	dropShadows(s.Catalog)
	for key := range entries {
		if err := d.virtualColumns(s.Catalog.Tables[key]); err != nil {
			return err
		}
	}
	for key := range entries {
		t := s.Catalog.Tables[key]
		if t == nil {
			continue
		}
		if t == d.was(key) && !resolved(s.Catalog, t) { // who has the last state looks at it
			t = assemble(entries[key], t.Text)
			s.Catalog.Tables[key] = t
		}
		if t != d.was(key) {
			resolveReferences(s.Catalog, t)
		}
		set, err := d.read(t)
		if err != nil {
			return err
		}
		s.Rows[key] = set
	}
	return nil
}

// was is a table of the last state, nil for none.
func (d *DB) was(key string) *shape.Table {
	if d.base == nil {
		return nil
	}
	return d.base.Catalog.Tables[key]
}

// assemble makes a table of its entries, whose text is given.
func assemble(list []entry, text string) *shape.Table {
	var t *shape.Table
	for _, e := range list {
		if e.kind == "table" {
			t = readTable(e.name, e.sql)
		}
	}
	for _, e := range list {
		switch e.kind {
		case "index":
			t.Indexes = append(t.Indexes, readIndex(t, e.name, e.sql))
		case "trigger":
			o := readOther(e.kind, e.name, t.Name, e.sql)
			o.Table = t.ID
			t.Extra = append(t.Extra, o)
		}
	}
	t.Text = text
	return t
}

// resolveReferences fills in the parent's primary key where a foreign key names
// no columns: REFERENCES t and REFERENCES t (id) are the same.
func resolveReferences(c *shape.Catalog, t *shape.Table) {
	for _, k := range t.Constraints {
		if k.Kind == shape.ForeignKey && k.Implied {
			k.RefColumns = implied(c, k)
		}
	}
}

// resolved reports whether t is as resolveReferences would make it.
func resolved(c *shape.Catalog, t *shape.Table) bool {
	return !slices.ContainsFunc(t.Constraints, func(k *shape.Constraint) bool {
		return k.Kind == shape.ForeignKey && k.Implied && !slices.Equal(k.RefColumns, implied(c, k))
	})
}

// implied are the columns that a foreign key refers to where it names none.
func implied(c *shape.Catalog, k *shape.Constraint) []string {
	if p := c.Tables[k.RefKey]; p != nil {
		return p.Primary()
	}
	return nil
}

// read reads all rows of a table.
func (d *DB) read(t *shape.Table) (*rows.Set, error) {
	var p place
	large := d.readings[fold(t.Name)] != nil || d.base != nil && d.base.Rows[fold(t.Name)] != nil && len(d.base.Rows[fold(t.Name)].Rows) >= rows.Seedling
	if large {
		var err error
		if p, large, err = d.where(t); err != nil {
			return nil, err
		}
	}
	if large {
		if set, err := d.known(t, p); set != nil || err != nil {
			return set, err
		}
	}
	q := selectAll(t)
	if large {
		q += " ORDER BY " + p.number
	}
	s := &rows.Set{Key: t.RowKey()}
	share := d.share(t)
	names, found, err := d.c.queryInto(share.Rows(), share.Row, q)
	if err != nil {
		if _, ok := err.(*Error); ok && t.Kind != "" {
			return s, nil // a module that this build of SQLite does not have
		}
		return nil, err
	}
	s.Columns, s.Rows = names, found
	if t.Kind == "" {
		for i, c := range t.Columns {
			s.Columns[i] = c.Name
		}
	}
	if large && len(s.Rows) >= rows.Large {
		if err := d.remember(t, p, s); err != nil {
			return nil, err
		}
	}
	s.Order()
	return s, nil
}

func selectAll(t *shape.Table) string {
	if t.Kind != "" {
		return "SELECT * FROM " + quote(t.Name)
	}
	cols := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		cols[i] = quote(c.Name)
	}
	return "SELECT " + strings.Join(cols, ", ") + " FROM " + quote(t.Name)
}

// share lets the rows of a table share memory with those of the last state.
func (d *DB) share(t *shape.Table) *rows.Sharer {
	var old *rows.Set
	if d.base != nil && t.Kind == "" {
		old = d.base.Rows[fold(t.Name)]
	}
	columns := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = c.Name
	}
	return rows.Share(old, columns)
}

// counters reads where AUTOINCREMENT stands.
func (d *DB) counters(s *live.State) error {
	s.Counters = map[string]live.Counter{}
	if !d.seq {
		return nil
	}
	_, found, err := d.c.query("SELECT name, seq FROM sqlite_sequence")
	if err != nil {
		if e, ok := err.(*Error); ok && strings.HasPrefix(e.Message, "no such table") {
			return nil
		}
		return err
	}
	for _, r := range found {
		n, _ := r[1].(int64)
		name := str(r[0])
		if t := s.Catalog.Tables[fold(name)]; t != nil {
			s.Counters[t.Title()] = live.Counter{Value: n, Table: fold(name)}
		}
	}
	return nil
}

// mark is a saved state.
type mark struct {
	data  *image
	base  *live.State
	dirty map[string]string
	full  bool
	ddl   bool
	fk    bool
	head  bool
	names map[string]bool
	seq   bool
	gone  bool
}

// Release frees the memory.
func (m *mark) Release() {
	if !m.gone {
		m.gone = true
		m.data.free()
	}
}

// Snapshot saves the database.
func (d *DB) Snapshot(ctx context.Context) (live.Mark, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	data, err := d.c.serialize()
	if err != nil {
		return nil, err
	}
	return &mark{data, d.base, maps.Clone(d.dirty), d.full, d.ddl, d.fk, d.header, maps.Clone(d.renamed), d.seq, false}, nil
}

// Moves says that marks hold the whole database.
func (d *DB) Moves() {}

// Restore brings a saved database back: this one, or another that goes on while
// this one is used.
func (d *DB) Restore(ctx context.Context, m live.Mark) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	saved := m.(*mark)
	if saved.gone {
		return errors.New("a mark was released before it was restored")
	}
	if err := d.rollback(); err != nil {
		return err
	}
	if saved.data == nil { // nothing had been written yet
		return d.empty()
	}
	d.c.deserialize(saved.data)
	d.base, d.dirty, d.full, d.ddl, d.fk, d.header = saved.base, maps.Clone(saved.dirty), saved.full, saved.ddl, saved.fk, saved.head
	d.renamed, d.seq = maps.Clone(saved.names), d.seq || saved.seq
	return nil
}

// empty drops everything: SQLite does not serialize a database without a page.
func (d *DB) empty() error {
	fresh, err := open(":memory:")
	if err != nil {
		return err
	}
	if err := fresh.exec("PRAGMA page_size = 1024"); err != nil {
		fresh.close()
		return err
	}
	d.c.close()
	d.c, d.pragma, d.temp = fresh, false, false
	d.settled(nil)
	d.full = true
	return nil
}
