package pgdb

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// knowledge is a state that was read, and what statements may have changed since.
type knowledge struct {
	base  *live.State
	types map[string]*kind // the database's own types in base, by oid
	ddl   bool             // definitions may have changed since base
	wide  bool             // and not only those of the relations that dirty names
	dirty map[string]bool  // names that statements have used
	full  bool             // rows of any table may have changed
	code  bool             // a function or a trigger has been made since base

	anchors map[string]*anchor // of large tables in base
}

func (k knowledge) clone() knowledge {
	k.dirty = maps.Clone(k.dirty)
	return k
}

// maxNames bounds how many names a narrow reading looks for; more is a reading
// of everything.
const maxNames = 400

// widening are words with which a statement reaches definitions that it does not
// name, or things other than relations.
var widening = []string{"cascade", "rename", "inherit", "inherits", "attach", "detach", "schema", "owner", "partition", "of", "like", "domain", "rule"}

// narrow reports whether a statement changes definitions of relations only, and
// only of such as it names, by themselves or by an index of theirs.
func narrow(t []sqltok.Token) bool {
	switch {
	case sqltok.Begins(t, "create|drop", "table|index|view|unique|unlogged|sequence"), sqltok.Begins(t, "alter", "index|sequence|view"),
		sqltok.Begins(t, "create", "or", "replace", "view"), sqltok.Begins(t, "create|drop", "materialized"), sqltok.Begins(t, "create|drop", "trigger"),
		sqltok.Begins(t, "comment", "on", "table|column|index|constraint|view|sequence|trigger|materialized"), sqltok.Begins(t, "analyze|lock|reindex"):
	case sqltok.Begins(t, "alter", "table"):
		for _, x := range t {
			if x.Is("trigger") { // the triggers behind foreign keys too
				return false
			}
		}
	default:
		return false
	}
	for i, x := range t {
		if slices.ContainsFunc(widening, x.Is) || x.Is("&") && i+1 < len(t) && t[i+1].Kind == sqltok.Quoted { // U&"…"
			return false
		}
	}
	return true
}

// aloof are the kinds of objects that statements on relations leave as they are.
var aloof = []string{"schema", "extension", "enum", "domain", "composite type", "range type", "sequence", "function", "procedure", "role"}

// confined returns the names of the relations to read again: those that were
// used, and the tables of the indexes among them. False means that it is not
// enough, because something hangs on relations without being named with them.
func (d *DB) confined() ([]string, bool) {
	if d.base == nil || d.wide || d.inRun || len(d.dirty) > maxNames {
		return nil, false
	}
	for _, o := range d.base.Catalog.Objects {
		if !slices.Contains(aloof, o.Kind) {
			return nil, false
		}
	}
	names := d.relations()
	for _, t := range d.base.Catalog.Tables {
		for _, o := range t.Extra {
			if o.Kind == "constraint trigger" || o.Kind == "place" {
				return nil, false
			}
		}
		parents := option(t, "inherits")
		if parents == "" {
			continue
		}
		for _, p := range strings.Split(parents, ", ") {
			if up := d.base.Catalog.Tables[p]; names[t.Name] || up == nil || names[up.Name] {
				return nil, false
			}
		}
	}
	return slices.Sorted(maps.Keys(names)), true
}

func option(t *shape.Table, name string) string {
	for _, a := range t.Options {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

func (d *DB) relations() map[string]bool {
	names := maps.Clone(d.dirty)
	for _, t := range d.base.Catalog.Tables {
		for _, x := range t.Indexes {
			if d.dirty[x.Name] {
				names[t.Name] = true
			}
		}
		for _, k := range t.Constraints {
			if d.dirty[k.Name] {
				names[t.Name] = true
			}
		}
	}
	return names
}

// narrowed are the queries of a narrow reading, with the names of the relations
// in them.
var narrowed = [...]struct {
	query int
	alias string
}{{tables, "c"}, {columns, "c"}, {constraints, "c"}, {indexes, "r"}, {triggers, "c"}, {rules, "c"}, {policies, "c"}, {sequencesAll, "c"}}

// narrowName is the name of a prepared query.
func narrowName(i int) string { return fmt.Sprintf("mrt_narrow_%d", i) }

// prepare prepares the queries of a narrow reading, once for a connection: most
// of their time would go into planning.
func (d *DB) prepare(ctx context.Context) error {
	if d.prepared {
		return nil
	}
	all := queries(d.admin.number())
	list := make([]string, len(narrowed)+1)
	for i, n := range narrowed {
		cond := n.alias + ".relname = ANY ($1::name[])"
		if n.query == sequencesAll {
			cond = "(" + cond + " OR c.oid IN (SELECT d.objid FROM pg_depend d JOIN pg_class p ON p.oid = d.refobjid WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND p.relname = ANY ($1::name[])))"
		}
		list[i] = within(all[n.query], cond)
	}
	list[len(narrowed)] = positions
	for i, sql := range list {
		if _, err := d.c.Prepare(ctx, narrowName(i), sql, nil); err != nil {
			return d.failure(ctx, err, sql)
		}
	}
	d.prepared = true
	return nil
}

// inspectNamed reads the relations that have one of the names, and takes the
// rest from base.
func (d *DB) inspectNamed(ctx context.Context, names []string) (*inspection, error) {
	if err := d.do(ctx, "SET search_path = ''"); err != nil { // before the plans are made, too
		return nil, err
	}
	if err := d.prepare(ctx); err != nil {
		return nil, err
	}
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(n) + `"`
	}
	array := [][]byte{[]byte("{" + strings.Join(quoted, ",") + "}")}
	batch := &pgconn.Batch{}
	for i := range narrowed {
		batch.ExecPrepared(narrowName(i), array, nil, nil)
	}
	batch.ExecPrepared(narrowName(len(narrowed)), nil, nil, nil)
	batch.ExecParams("RESET search_path", nil, nil, nil, nil)
	res, err := d.c.ExecBatch(ctx, batch).ReadAll()
	if err != nil {
		return nil, d.failure(ctx, err, "catalog")
	}
	in := d.withoutNamed(names)
	for i, read := range [...]func(cells){in.table, in.column, in.constraint, in.index, in.trigger, in.rule, in.policy, in.sequence} {
		for _, row := range res[i].Rows {
			read(row)
		}
	}
	in.move(res[len(narrowed)].Rows)
	return in, nil
}

// within adds a condition to one of the queries.
func within(query, cond string) string {
	return strings.Replace(query, outside, outside+"AND "+cond+" ", 1)
}

// withoutNamed is the base without the relations of these names.
func (d *DB) withoutNamed(names []string) *inspection {
	in := &inspection{ignore: d.ignore, kinds: maps.Clone(d.kinds), own: d.types, byOID: map[string]*shape.Table{}, count: maps.Clone(d.base.Counters),
		cat: &shape.Catalog{Tables: maps.Clone(d.base.Catalog.Tables), Objects: maps.Clone(d.base.Catalog.Objects)}}
	maps.Copy(in.kinds, d.types)
	named := map[string]bool{}
	for _, n := range names {
		named[n] = true
	}
	maps.DeleteFunc(in.cat.Tables, func(_ string, t *shape.Table) bool { return named[t.Name] })
	for title, at := range d.base.Counters {
		_, table, _ := strings.Cut(at.Table, ".")
		if named[title[strings.LastIndexByte(title, '.')+1:]] || named[table] {
			delete(in.count, title)
			delete(in.cat.Objects, "sequence\x00"+title)
		}
	}
	return in
}

// confirm compares a narrow reading with one of everything: for tests.
func (d *DB) confirm(ctx context.Context, in *inspection) error {
	whole, err := d.inspect(ctx)
	if err != nil {
		return err
	}
	diff := shape.Diff(whole.cat, in.cat)
	if len(diff) > 0 {
		return fmt.Errorf("a narrow reading of the catalog differs: %s", diff[0].String())
	}
	for key, t := range whole.cat.Tables {
		if now := in.cat.Tables[key]; now == nil || !sameOrder(t, now) {
			return fmt.Errorf("a narrow reading of the catalog differs in table %s", key)
		}
	}
	if !maps.Equal(whole.count, in.count) {
		return errors.New("a narrow reading of the catalog differs in where sequences stand")
	}
	return nil
}
