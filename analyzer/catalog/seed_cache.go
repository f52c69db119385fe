package catalog

import "slices"

// seedEntry keeps the witnesses of a table from one trip to the next.
//
// Why: a history of a thousand revisions makes the same witnesses for the same
// tables again and again, and all parents of a table need theirs.
type seedEntry struct {
	table   *Table // as it was, by identity: states share tables that nobody changed
	parents []*Table
	level   Level
	rows    []*Row
}

// cached gives the witnesses that an earlier trip made, if nothing they depend
// on has changed.
func (sd *seeder) cached(k string, t *Table) ([]*Row, bool) {
	if sd.made[k] || sd.how.Salted {
		return nil, false
	}
	e := sd.s.world.seeded[k]
	if e == nil || e.table != t || e.level != sd.how.Level || !slices.Equal(e.parents, sd.parents(t)) {
		return nil, false
	}
	if sd.excepted(k) || sd.hasExtra(k, t) {
		return nil, false
	}
	return e.rows, true
}

// parents are the tables that a table references, as they were before witnesses.
func (sd *seeder) parents(t *Table) []*Table {
	var out []*Table
	for _, c := range t.Constraints {
		if c.Kind == "foreign" {
			out = append(out, sd.plain[sd.s.fold(c.RefTable)])
		}
	}
	return out
}

// install puts witnesses into a table without copying its parts: it belongs to
// no state, so whoever writes copies it first.
func (sd *seeder) install(k string, t *Table, rows []*Row) {
	u := *t
	u.owner = nil
	u.Rows = append(slices.Clone(t.Rows), rows...)
	sd.s.tables.set(k, &u)
}

// keep remembers the witnesses of the tables that were made anew.
func (sd *seeder) keep() {
	if sd.how.Salted {
		return
	}
	if sd.s.world.seeded == nil {
		sd.s.world.seeded = map[string]*seedEntry{}
	}
	for _, k := range sortedKeys(sd.made) {
		t, plain := sd.s.tables.get(k), sd.plain[k]
		if t == nil || plain == nil || t.Open || sd.special(k, plain) {
			continue
		}
		sd.s.world.seeded[k] = &seedEntry{table: plain, parents: sd.parents(plain), level: sd.how.Level, rows: slices.DeleteFunc(slices.Clone(t.Rows), func(r *Row) bool { return r.Seed == 0 })}
	}
}

// special tells witnesses that are for one trip only.
func (sd *seeder) special(k string, t *Table) bool {
	if sd.excepted(k) || sd.hasExtra(k, t) {
		return true
	}
	for _, p := range t.Constraints {
		if r := sd.s.fold(p.RefTable); p.Kind == "foreign" && r != k && sd.plain[r] != nil {
			if sd.excepted(r) {
				return true
			}
		}
	}
	return false
}

// excepted reports whether a witness of a table was withdrawn.
func (sd *seeder) excepted(k string) bool {
	for i := range vagueMore + 1 {
		if len(sd.how.Except) > 0 && sd.how.Except[sd.s.seedID(k, i)] {
			return true
		}
	}
	return false
}

// hasExtra reports whether a table gets further witnesses.
func (sd *seeder) hasExtra(k string, t *Table) bool {
	return sd.how.Documents[k] || sd.how.Vague[k] || len(sd.how.Extra) > 0 && slices.ContainsFunc(t.Columns, func(c *Column) bool { return len(sd.how.Extra[k+"."+c.Name]) > 0 })
}
