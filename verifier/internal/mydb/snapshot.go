package mydb

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A mark is a saved state: the state as it was read, the texts of all
// definitions, and a copy of the rows of each table. What has not changed since
// an earlier mark is that one's.
type mark struct {
	d *DB
	knowledge
	copies   map[string]*copied  // by table
	programs map[string]*program // by key of the catalog, triggers by table and name
}

// copied is a copy of a table's rows in the sister database.
type copied struct {
	of    *rows.Set
	table string // "" for no rows
	uses  int    // by marks, and by the store
}

// A store is the newest copy of everything, and what is to be thrown away.
type store struct {
	serial   int
	copies   map[string]*copied
	programs map[string]*program
	garbage  []string
}

// Release gives the mark up.
func (m *mark) Release() {
	for _, c := range m.copies {
		m.d.unuse(c)
	}
	m.copies = nil
}

// unuse notes that a copy has one user less. What nobody uses is dropped with the
// next Snapshot, all in one statement.
func (d *DB) unuse(c *copied) {
	if c.uses--; c.uses == 0 && c.table != "" {
		d.garbage = append(d.garbage, d.sister(c.table))
	}
}

// sister is the name of a copy.
func (d *DB) sister(table string) string { return quote(d.name+copies) + "." + quote(table) }

// Snapshot saves the database.
func (d *DB) Snapshot(ctx context.Context) (live.Mark, error) {
	s, err := d.Capture(ctx)
	if err != nil {
		return nil, err
	}
	if len(d.garbage) > 0 {
		if err := d.do(ctx, "DROP TABLE "+strings.Join(d.garbage, ", ")); err != nil {
			return nil, err
		}
		d.garbage = nil
	}
	if err := d.exact(ctx); err != nil {
		return nil, err
	}
	if err := d.probe(ctx); err != nil {
		return nil, err
	}
	m := &mark{d: d, knowledge: d.knowledge.clone(), copies: map[string]*copied{}, programs: map[string]*program{}}
	for _, key := range sortedNames(s.Catalog.Tables) {
		if err := d.keep(ctx, m, s.Catalog.Tables[key]); err != nil {
			return nil, err
		}
	}
	for _, key := range sortedNames(s.Catalog.Objects) {
		if err := d.keepProgram(ctx, m, key, s.Catalog.Objects[key]); err != nil {
			return nil, err
		}
	}
	return m, d.look(ctx)
}

// exact makes the session one that writes whatever can be in a table.
func (d *DB) exact(ctx context.Context) error {
	sql := "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES', SESSION foreign_key_checks = 0, SESSION unique_checks = 0, SESSION time_zone = '+00:00'"
	if d.kind.atLeast(100201, 0) {
		sql += ", SESSION check_constraint_checks = 0"
	}
	if d.kind.atLeast(0, 80013) {
		sql += ", SESSION sql_require_primary_key = 0"
	}
	return d.do(ctx, sql)
}

// keep saves the rows and the triggers of a table, if they are not saved already.
func (d *DB) keep(ctx context.Context, m *mark, t *shape.Table) error {
	for _, o := range t.Extra {
		if o.Kind == "trigger" {
			if err := d.keepProgram(ctx, m, o.Kind+"\x00"+o.Name, o); err != nil {
				return err
			}
		}
	}
	set := m.base.Rows[t.Key()]
	if set == nil {
		return nil
	}
	c := d.copies[t.Key()]
	if c == nil || c.of != set {
		fresh := &copied{of: set, uses: 1}
		if len(set.Rows) > 0 {
			d.serial++
			fresh.table = fmt.Sprintf("c%d", d.serial)
			if err := d.copyRows(ctx, t, fresh.table); err != nil {
				return err
			}
		}
		if c != nil {
			d.unuse(c)
		}
		c = fresh
		d.copies[t.Key()] = c
	}
	c.uses++
	m.copies[t.Key()] = c
	return nil
}

// stored are the columns that rows are written with.
func stored(t *shape.Table) string {
	var parts []string
	for _, c := range t.Columns {
		if c.Generated == "" {
			parts = append(parts, quote(c.Name))
		}
	}
	return strings.Join(parts, ", ")
}

// unselectable are errors of CREATE TABLE … SELECT where the server wants GTIDs, a
// primary key, or narrower rows.
var unselectable = []string{"1786", "3750", "1118", "1478"}

// copyRows copies the rows of a table: into a table without keys, which costs
// least, or where the server does not take that into one of the same make.
func (d *DB) copyRows(ctx context.Context, t *shape.Table, name string) error {
	to, columns := d.sister(name), stored(t)
	sql := "CREATE TABLE " + to + " ENGINE=InnoDB AS SELECT " + columns + " FROM " + quote(t.Name)
	err := d.do(ctx, sql)
	f, ok := live.AsFailure(err)
	if !ok || !slices.Contains(unselectable, f.Code) {
		return err
	}
	if err := d.do(ctx, "CREATE TABLE "+to+" LIKE "+quote(t.Name)); err != nil {
		return err
	}
	return d.do(ctx, "INSERT INTO "+to+" ("+columns+") SELECT "+columns+" FROM "+quote(t.Name))
}

// keepProgram saves the text of an object, if it is not saved already.
func (d *DB) keepProgram(ctx context.Context, m *mark, key string, o *shape.Object) error {
	p := d.store.programs[key]
	if p == nil || p.of != o {
		var err error
		if p, err = d.readProgram(ctx, o); err != nil {
			return err
		}
		d.store.programs[key] = p
	}
	m.programs[key] = p
	return nil
}
