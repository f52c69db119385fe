package mydb

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A way is what leads from the present state back to a mark.
type way struct {
	d        *DB
	m        *mark
	is       *live.State
	texts    map[string]string // the definitions as they are
	drop     []*shape.Object   // objects that are no tables
	make     []*program
	away     []string // tables to drop
	again    []string // tables to make
	refill   []string // tables of the right shape with other rows
	renumber []string // tables whose AUTO_INCREMENT alone stands elsewhere
}

// Restore goes back to a mark: makes again what differs, and nothing else.
func (d *DB) Restore(ctx context.Context, saved live.Mark) error {
	m := saved.(*mark)
	s, err := d.Capture(ctx)
	if err != nil {
		return err
	}
	if err := d.exact(ctx); err != nil {
		return err
	}
	if err := d.probe(ctx); err != nil {
		return err
	}
	w := &way{d: d, m: m, is: s, texts: d.texts}
	w.plan()
	d.full = true // until it is done
	for _, step := range []func(context.Context) error{w.remove, w.tables, w.rows, w.programs, w.accounts} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	if err := d.look(ctx); err != nil {
		return err
	}
	if d.paranoid {
		if err := w.check(ctx); err != nil {
			return err
		}
	}
	d.knowledge = m.knowledge.clone()
	return nil
}

// plan compares.
func (w *way) plan() {
	was := w.m.base
	for _, key := range sortedNames(w.is.Catalog.Tables) {
		if t := was.Catalog.Tables[key]; t == nil {
			w.away = append(w.away, key)
		}
	}
	for _, key := range sortedNames(was.Catalog.Tables) {
		t, is := was.Catalog.Tables[key], w.is.Catalog.Tables[key]
		alike := w.texts[key] == w.m.texts[key] && slices.Equal(w.d.implied[key], w.m.implied[key])
		switch {
		case is == t && alike && w.is.Rows[key] == was.Rows[key]:
			if w.is.Counters[key] != was.Counters[key] {
				w.renumber = append(w.renumber, key)
			}
			continue
		case is == nil:
			w.again = append(w.again, key)
		case !alike || option(t, "system versioning") != "":
			w.away, w.again = append(w.away, key), append(w.again, key)
		default:
			w.refill = append(w.refill, key)
			for _, o := range is.Extra { // they would run
				if o.Kind == "trigger" {
					w.drop = append(w.drop, o)
				}
			}
		}
		for _, o := range t.Extra {
			if o.Kind == "trigger" {
				w.make = append(w.make, w.m.programs[o.Kind+"\x00"+o.Name])
			}
		}
	}
	w.planObjects()
	w.planAccounts()
}

// planObjects: an object that was read again may still be the same.
func (w *way) planObjects() {
	was := w.m.base
	for _, key := range sortedNames(w.is.Catalog.Objects) {
		is, old := w.is.Catalog.Objects[key], was.Catalog.Objects[key]
		if !w.alike(is, old) && is.Kind != "database" && !isAccount(is) {
			w.drop = append(w.drop, is)
		}
	}
	for _, key := range sortedNames(was.Catalog.Objects) {
		is, old := w.is.Catalog.Objects[key], was.Catalog.Objects[key]
		if !w.alike(is, old) && !isAccount(old) {
			w.make = append(w.make, w.m.programs[key])
		}
	}
}

// alike reports whether two objects, or nils, are the same, the place where a
// sequence stands included.
func (w *way) alike(a, b *shape.Object) bool {
	if a == b {
		return a == nil || a.Kind != "sequence" || w.is.Counters[a.Name] == w.m.base.Counters[a.Name]
	}
	return a != nil && b != nil && slices.Equal(a.Attrs, b.Attrs) && (a.Kind != "sequence" || w.is.Counters[a.Name] == w.m.base.Counters[a.Name])
}

// remove drops what is not to be, tables last but for the sequences that their
// defaults call.
func (w *way) remove(ctx context.Context) error {
	for _, o := range w.drop {
		if o.Kind != "sequence" {
			if err := w.d.do(ctx, drop(o)); err != nil {
				return err
			}
		}
	}
	if len(w.away) > 0 {
		if err := w.d.do(ctx, "DROP TABLE IF EXISTS "+quoted(w.away)); err != nil {
			return err
		}
	}
	for _, o := range w.drop {
		if o.Kind == "sequence" {
			if err := w.d.do(ctx, drop(o)); err != nil {
				return err
			}
		}
	}
	return nil
}

func quoted(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = quote(n)
	}
	return strings.Join(out, ", ")
}

// isFirst reports whether tables may need the object.
func isFirst(p *program) bool { return p.of.Kind == "sequence" || p.of.Kind == "database" }

// tables makes tables, after the sequences that their defaults call.
func (w *way) tables(ctx context.Context) error {
	for _, p := range w.make {
		if isFirst(p) {
			if err := w.d.makeProgram(ctx, p); err != nil {
				return err
			}
		}
	}
	for _, key := range w.again {
		if err := w.table(ctx, key); err != nil {
			return err
		}
	}
	return nil
}

func (w *way) table(ctx context.Context, key string) error {
	if names := w.m.implied[key]; len(names) > 0 {
		if ok, err := w.d.imply(ctx, key, w.m.texts[key], names); ok || err != nil {
			return err
		}
	}
	return w.d.do(ctx, w.m.texts[key])
}

// rows fills tables from the copies.
func (w *way) rows(ctx context.Context) error {
	for _, key := range slices.Concat(w.again, w.refill) {
		t, c := w.m.base.Catalog.Tables[key], w.m.copies[key]
		if c == nil {
			continue // a kind of table whose rows are not ours
		}
		fresh := slices.Contains(w.again, key)
		if !fresh {
			empty := "DELETE FROM "
			if len(w.is.Rows[key].Rows) >= rows.Large { // row by row, it takes as long as to fill it
				empty = "TRUNCATE TABLE "
			}
			if err := w.d.do(ctx, empty+quote(key)); err != nil {
				return err
			}
		}
		if c.table != "" {
			if err := w.d.do(ctx, "INSERT INTO "+quote(key)+" ("+stored(t)+") SELECT "+stored(t)+" FROM "+w.d.sister(c.table)); err != nil {
				return err
			}
		}
		if _, numbered := w.m.base.Counters[key]; numbered || !fresh && w.is.Counters[key] != w.m.base.Counters[key] {
			w.renumber = append(w.renumber, key)
		}
	}
	for _, key := range w.renumber {
		if err := w.d.do(ctx, "ALTER TABLE "+quote(key)+" AUTO_INCREMENT = "+literal(max(w.m.base.Counters[key].Value, 1))); err != nil {
			return err
		}
	}
	return nil
}

// programs makes what stands on tables: functions first, as views may call them.
func (w *way) programs(ctx context.Context) error {
	stages := []string{"function", "procedure", "package", "package body", "view", "trigger", "event"}
	var list []*program
	for _, kind := range stages {
		for _, p := range w.make {
			if p.of.Kind == kind {
				list = append(list, p)
			}
		}
	}
	if len(list) == 0 {
		return nil
	}
	return w.d.makePrograms(ctx, list)
}

// check reads everything again and compares with the mark.
func (w *way) check(ctx context.Context) error {
	s, err := w.d.Capture(ctx)
	if err != nil {
		return err
	}
	if err := w.checkImplied(ctx); err != nil {
		return err
	}
	was := w.m.base
	for _, c := range shape.Diff(was.Catalog, s.Catalog) {
		return errors.New("a state was not restored: " + c.String())
	}
	if !maps.Equal(was.Counters, s.Counters) {
		return errors.New("a state was not restored: counters stand elsewhere")
	}
	for key, set := range was.Rows {
		if !rows.Identical(set, s.Rows[key]) {
			return errors.New("a state was not restored: table " + key + " holds other rows")
		}
	}
	return nil
}

// checkImplied looks at every table for its implied indexes.
func (w *way) checkImplied(ctx context.Context) error {
	if err := w.d.exact(ctx); err != nil {
		return err
	}
	w.d.implied, w.d.unprobed = map[string][]string{}, map[string]bool{"": true}
	if err := w.d.probe(ctx); err != nil {
		return err
	}
	for _, key := range sortedNames(w.m.base.Catalog.Tables) {
		if !w.d.doubtful[key] && !slices.Equal(w.d.implied[key], w.m.implied[key]) {
			return errors.New("a state was not restored: table " + key + " has implied indexes " + strings.Join(w.d.implied[key], ", ") + ", and had " + strings.Join(w.m.implied[key], ", "))
		}
	}
	return w.d.look(ctx)
}
