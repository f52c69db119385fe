package pgdb

import (
	"context"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// Capture reads the state of the database. The catalog is read in one round trip
// if a definition may have changed; of rows only what statements can have
// reached, closed over referential actions, with everything where a trigger or a
// function may have written.
func (d *DB) Capture(ctx context.Context) (*live.State, error) {
	if d.base != nil && !d.full && !d.ddl && len(d.dirty) == 0 {
		return d.base, nil
	}
	if err := d.begin(ctx); err != nil {
		return nil, err
	}
	if d.commits && d.c.TxStatus() == 'E' {
		if err := d.do(ctx, "ROLLBACK"); err != nil {
			return nil, err
		}
	}
	if d.base != nil && !d.full && !d.ddl {
		return d.reread(ctx)
	}
	in, err := d.definitions(ctx)
	if err != nil {
		return nil, err
	}
	s := &live.State{Catalog: in.cat, Counters: in.count, Rows: map[string]*rows.Set{}}
	changed := map[string]bool{}
	for key, t := range in.cat.Tables {
		changed[key] = true
		if d.base != nil {
			reuse(d.base.Catalog.Tables[key], t, func(old *shape.Table) {
				in.cat.Tables[key] = old
				delete(changed, key)
			})
		}
	}
	d.types = in.own
	return s, d.finish(ctx, s, d.reach(in.cat, changed))
}

// definitions reads the catalog, as much of it as may have changed.
func (d *DB) definitions(ctx context.Context) (*inspection, error) {
	if names, ok := d.confined(); ok {
		in, err := d.inspectNamed(ctx, names)
		if err == nil && d.paranoid {
			err = d.confirm(ctx, in)
		}
		return in, err
	}
	in, err := d.inspect(ctx)
	if err == nil {
		d.full = d.full || d.elsewhere(in.cat)
	}
	return in, err
}

// reread makes the state after statements that changed rows only.
func (d *DB) reread(ctx context.Context) (*live.State, error) {
	s := &live.State{Catalog: d.base.Catalog, Rows: map[string]*rows.Set{}}
	found, err := d.rows(ctx, positions)
	if err != nil {
		return nil, err
	}
	in := inspection{count: maps.Clone(d.base.Counters)}
	in.move(found)
	s.Counters = in.count
	return s, d.finish(ctx, s, d.reach(s.Catalog, map[string]bool{}))
}

// positions reads where the sequences stand.
const positions = "SELECT n.nspname, c.relname, coalesce(pg_sequence_last_value(c.oid), s.seqstart - s.seqincrement) FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace"

// move brings the counters that are known to where the sequences stand.
func (in *inspection) move(found [][][]byte) {
	for _, row := range found {
		name := title(string(row[0]), string(row[1]))
		if was, ok := in.count[name]; ok {
			was.Value, _ = strconv.ParseInt(string(row[2]), 10, 64)
			in.count[name] = was
		}
	}
}

// finish reads the rows of the tables in read, or of all if it is nil, and makes
// s what everything is relative to.
func (d *DB) finish(ctx context.Context, s *live.State, read map[string]bool) error {
	var keys []string
	for key, t := range s.Catalog.Tables {
		if t.Kind == "view" || t.Kind == "foreign table" || unpopulated(t) {
			continue
		}
		if d.base != nil && read != nil && !read[key] && d.base.Rows[key] != nil {
			s.Rows[key] = d.base.Rows[key]
			continue
		}
		keys = append(keys, key)
	}
	sort.Strings(keys)
	keys, anchors, err := d.spared(ctx, s, keys)
	if err != nil {
		return err
	}
	if err := d.readAll(ctx, s, keys, anchors); err != nil {
		return err
	}
	d.base, d.full, d.ddl, d.wide, d.code, d.anchors = s, false, false, false, false, anchors
	clear(d.dirty)
	return nil
}

// elsewhere reports whether rows may have changed in tables that no statement
// names: a type of their columns is another one now, or code runs with each
// change of the schema.
func (d *DB) elsewhere(now *shape.Catalog) bool {
	if d.base == nil {
		return true
	}
	for _, c := range shape.Diff(&shape.Catalog{Objects: d.base.Catalog.Objects}, &shape.Catalog{Objects: now.Objects}) {
		switch c.Object().Kind {
		case "enum", "domain", "composite type", "range type", "base type", "event trigger":
			return true
		}
	}
	for _, o := range now.Objects {
		if o.Kind == "event trigger" {
			return true
		}
	}
	return false
}

// reuse keeps the old object of a table that is the same, so that comparisons
// see at once that it is.
func reuse(old, now *shape.Table, keep func(*shape.Table)) {
	if old == nil {
		return
	}
	same := len(old.Objects()) == len(now.Objects())
	if same {
		c := shape.Diff(&shape.Catalog{Tables: map[string]*shape.Table{"": old}}, &shape.Catalog{Tables: map[string]*shape.Table{"": now}})
		same = len(c) == 0 && sameOrder(old, now)
	}
	if same {
		keep(old)
	}
}

// sameOrder compares what the flat form leaves out.
func sameOrder(a, b *shape.Table) bool {
	for i, c := range a.Columns {
		d := b.Columns[i]
		if d.Name != c.Name || !slices.Equal(d.Labels, c.Labels) || !slices.Equal(d.Checks, c.Checks) {
			return false // a type of its own may have changed under the same name
		}
	}
	return slices.Equal(a.Rules, b.Rules)
}

// reach are the tables whose rows may have changed: those of another shape, those
// that statements named, and what these reach; nil for all.
func (d *DB) reach(c *shape.Catalog, out map[string]bool) map[string]bool {
	if d.base == nil || d.full {
		return nil
	}
	for key, t := range c.Tables {
		if d.dirty[t.Name] {
			out[key] = true
		}
	}
	for key, t := range d.base.Catalog.Tables {
		if c.Tables[key] == nil { // the rows of a partition that is gone were its parent's
			markParents(c, inherits(t), out)
		}
	}
	for grew := true; grew; {
		grew = c.Cascade(out)
		// Rows of a partition are rows of its parent, and the other way round.
		for key, t := range c.Tables {
			for _, a := range t.Options {
				if a.Name == "inherits" && !out[key] && d.anyDirty(c, a.Value, out) {
					out[key], grew = true, true
				}
				if a.Name == "inherits" && out[key] {
					grew = markParents(c, a.Value, out) || grew
				}
			}
		}
	}
	for key := range out {
		if t := c.Tables[key]; t != nil && runsCode(t) {
			return nil
		}
	}
	return out
}

// runsCode: what is written to the table may be written elsewhere.
func runsCode(t *shape.Table) bool {
	return t.Kind == "view" || slices.ContainsFunc(t.Extra, func(x *shape.Object) bool { return x.Kind == "trigger" || x.Kind == "rule" })
}

// inherits are the parents of a table, as the catalog writes them.
func inherits(t *shape.Table) string {
	for _, a := range t.Options {
		if a.Name == "inherits" {
			return a.Value
		}
	}
	return ""
}

func (d *DB) anyDirty(c *shape.Catalog, parents string, out map[string]bool) bool {
	for _, p := range strings.Split(parents, ", ") {
		if out[p] {
			return true
		}
	}
	return false
}

func markParents(c *shape.Catalog, parents string, out map[string]bool) bool {
	grew := false
	for _, p := range strings.Split(parents, ", ") {
		if c.Tables[p] != nil && !out[p] {
			out[p], grew = true, true
		}
	}
	return grew
}

// readAll reads the rows of tables, many per round trip, and notes who wrote those of
// large ones.
func (d *DB) readAll(ctx context.Context, s *live.State, keys []string, anchors map[string]*anchor) error {
	const batch = 200
	for len(keys) > 0 {
		now := keys[:min(len(keys), batch)]
		keys = keys[len(now):]
		var b strings.Builder
		for i, key := range now {
			if i > 0 {
				b.WriteByte(';')
			}
			t := s.Catalog.Tables[key]
			b.WriteString("SELECT " + columnList(t))
			if d.grown(key) {
				b.WriteString(", xmin")
			}
			b.WriteString(" FROM " + only(t))
		}
		written, err := d.stream(ctx, s, now, b.String())
		if err != nil {
			return d.failure(ctx, err, "rows")
		}
		for _, key := range now {
			if len(written[key]) == 0 || len(s.Rows[key].Rows) < rows.Large {
				continue
			}
			if anchors[key], err = d.anchor(ctx, s.Catalog.Tables[key], written[key]); err != nil {
				return err
			}
		}
	}
	return nil
}

// stream reads the rows of tables one by one, as the queries in sql give them, and
// returns which transactions wrote those of tables that have grown large.
func (d *DB) stream(ctx context.Context, s *live.State, keys []string, sql string) (map[string]writers, error) {
	written := map[string]writers{}
	many := d.c.Exec(ctx, sql)
	for i := 0; many.NextResult(); i++ {
		t := s.Catalog.Tables[keys[i]]
		set := &rows.Set{Key: t.RowKey()}
		for _, c := range t.Columns {
			set.Columns = append(set.Columns, c.Name)
		}
		var old *rows.Set
		if d.base != nil {
			old = d.base.Rows[keys[i]]
		}
		share := rows.Share(old, set.Columns)
		set.Rows = share.Rows()
		r := many.ResultReader()
		var who writers
		for n := 0; r.NextRow(); n++ {
			values := r.Values()
			if len(values) > len(set.Columns) {
				who, values = who.with(values[len(set.Columns)]), values[:len(set.Columns)]
			}
			set.Rows = append(set.Rows, share.Text(n, values))
		}
		if _, err := r.Close(); err != nil {
			_ = many.Close()
			return nil, err
		}
		written[keys[i]] = who
		set.Order()
		if old != nil && d.base.Catalog.Tables[keys[i]] == t && rows.Identical(old, set) {
			set = old
		}
		s.Rows[keys[i]] = set
	}
	return written, many.Close()
}

// unpopulated: a materialized view WITH NO DATA cannot be read.
func unpopulated(t *shape.Table) bool {
	for _, a := range t.Options {
		if a.Name == "state" {
			return a.Value != ""
		}
	}
	return false
}

// Refresh computes the materialized views of a state anew.
func (d *DB) Refresh(ctx context.Context, c *shape.Catalog) error {
	keys := make([]string, 0, len(c.Tables))
	for key, t := range c.Tables {
		if t.Kind == "materialized view" && !unpopulated(t) {
			keys = append(keys, key)
		}
	}
	sort.Strings(keys)
	for _, key := range keys {
		t := c.Tables[key]
		d.dirty[t.Name] = true
		err := d.try(ctx, "REFRESH MATERIALIZED VIEW "+tableName(t))
		if _, ok := live.AsFailure(err); err != nil && !ok {
			return err
		}
	}
	return nil
}

// columnList are all columns as text.
func columnList(t *shape.Table) string {
	cols := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		cols[i] = asText(c)
	}
	return strings.Join(cols, ", ")
}

func asText(c *shape.Column) string {
	if plainText(c.Type) {
		return quote(c.Name)
	}
	return quote(c.Name) + "::text"
}

// only is the table without those that inherit from it.
func only(t *shape.Table) string {
	if t.Kind == "" && !isPartition(t) {
		return "ONLY " + tableName(t)
	}
	return tableName(t)
}

// plainText reports whether the server sends values of a type as it would cast them
// to text: it need not do that first.
func plainText(kind string) bool {
	name, _, _ := strings.Cut(kind, "(")
	switch name {
	case "smallint", "integer", "bigint", "numeric", "real", "double precision", "text", "character varying", "bytea", "date", "json", "jsonb", "uuid":
		return true
	}
	return strings.HasPrefix(kind, "timestamp") && !strings.HasSuffix(kind, "[]")
}

func isPartition(t *shape.Table) bool { return len(t.Rules) > 0 }
