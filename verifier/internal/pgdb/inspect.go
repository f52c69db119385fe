package pgdb

import (
	"context"
	"maps"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// fixed settings make the texts of the catalog and of values independent of
// what a migration has set.
const fixed = "SET client_min_messages = error; SET statement_timeout = 0; SET lock_timeout = 0; SET TimeZone = 'UTC'; SET DateStyle = ISO; SET IntervalStyle = postgres; SET extra_float_digits = 1; SET bytea_output = hex; SET quote_all_identifiers = off; SET row_security = off;"

// inspection is one reading of the catalog.
type inspection struct {
	ignore map[string]bool
	kinds  map[string]*kind // by oid
	own    map[string]*kind // of these the database's own
	byOID  map[string]*shape.Table
	cat    *shape.Catalog
	count  map[string]live.Counter
}

// cells are a row of texts; "" stands for NULL too.
type cells [][]byte

func (c cells) at(i int) string { return string(c[i]) }
func (c cells) yes(i int) bool  { return string(c[i]) == "t" }

// inspect reads the whole catalog in one round trip.
func (d *DB) inspect(ctx context.Context) (*inspection, error) {
	list, rare := queries(d.admin.number()), rares(d.admin.number(), d.super, d.server != nil)
	sql := "SET search_path = '';" + fixed + strings.Join(list[:], ";") + ";" + probes(rare)
	res, err := d.c.Exec(ctx, sql).ReadAll()
	if err != nil {
		return nil, d.failure(ctx, err, "catalog")
	}
	res = res[len(res)-1-len(list):]
	more, err := d.present(ctx, rare, res[len(list)].Rows)
	if err != nil {
		return nil, err
	}
	if d.kinds == nil {
		if err := d.readSystemTypes(ctx); err != nil {
			return nil, err
		}
	}
	in := &inspection{ignore: d.ignore, kinds: maps.Clone(d.kinds), byOID: map[string]*shape.Table{}, count: map[string]live.Counter{},
		cat: &shape.Catalog{Tables: map[string]*shape.Table{}, Objects: map[string]*shape.Object{}}}
	in.own = map[string]*kind{}
	for _, row := range res[types].Rows {
		in.typ(row) // first: columns refer to them
		in.own[string(row[0])] = in.kinds[string(row[0])]
	}
	for n, read := range [...]func(cells){in.table, in.column, in.constraint, in.index, in.trigger, in.rule, in.policy, nil, in.sequence, in.function, in.other} {
		if read == nil {
			continue
		}
		for _, row := range res[n].Rows {
			read(row)
		}
	}
	for _, r := range more {
		for _, row := range r.Rows {
			in.other(row)
		}
	}
	return in, nil
}

// present reads the rare kinds of objects that there are.
func (d *DB) present(ctx context.Context, rare []rare, found [][][]byte) ([]*pgconn.Result, error) {
	var b strings.Builder
	for i, yes := range list(string(found[0][0])) {
		if yes == "t" {
			b.WriteString(rare[i].read + ";")
		}
	}
	b.WriteString("RESET search_path")
	res, err := d.c.Exec(ctx, b.String()).ReadAll()
	if err != nil {
		return nil, d.failure(ctx, err, "catalog")
	}
	return res[:len(res)-1], nil
}

func (d *DB) readSystemTypes(ctx context.Context) error {
	found, err := d.rows(ctx, systemTypes(d.admin.number()))
	if err != nil {
		return err
	}
	in := &inspection{kinds: map[string]*kind{}}
	for _, row := range found {
		in.typ(row)
	}
	d.kinds = in.kinds
	return nil
}

// title leaves the schema out where it is public.
func title(schema, name string) string {
	if schema == "public" {
		return name
	}
	return schema + "." + name
}

// object keeps an object that is not part of a table.
func (in *inspection) object(kind, name string, attrs ...shape.Attr) {
	in.cat.Objects[kind+"\x00"+name] = &shape.Object{Kind: kind, Name: name, Attrs: shape.Clean(attrs)}
}

func (in *inspection) table(c cells) {
	schema, name := c.at(1), c.at(2)
	if in.ignore[name] {
		return
	}
	if schema == "public" {
		schema = ""
	}
	attrs := []shape.Attr{{Name: "options", Value: c.at(5)}, {Name: "owner", Value: c.at(6)}, {Name: "row security", Value: c.at(7)}, {Name: "row security for the owner", Value: c.at(8)},
		{Name: "replica identity", Value: c.at(9)}, {Name: "tablespace", Value: c.at(10)}, {Name: "comment", Value: c.at(11)}, {Name: "privileges", Value: c.at(12)},
		{Name: "partition key", Value: c.at(13)}, {Name: "partition of values", Value: c.at(14)}, {Name: "inherits", Value: c.at(15)}, {Name: "definition", Value: c.at(16)}, {Name: "state", Value: c.at(17)},
		{Name: "of type", Value: c.at(19)}, {Name: "access method", Value: c.at(20)}, {Name: "options of toast", Value: c.at(21)}, {Name: "clustered on", Value: c.at(22)}}
	if c.at(4) == "u" {
		attrs = append(attrs, shape.Attr{Name: "logged", Value: "no"})
	}
	t := &shape.Table{ID: c.at(1) + "." + name, Schema: schema, Name: name, Options: attrs}
	if s := c.at(18); s != "" {
		t.Rules = []string{s}
	}
	in.byOID[c.at(0)] = t
	switch c.at(3) {
	case "v":
		t.Kind = "view"
	case "m":
		t.Kind = "materialized view"
	case "p":
		t.Kind = "partitioned table"
	case "f":
		t.Kind = "foreign table"
	}
	in.cat.Tables[t.ID] = t
}

func (in *inspection) column(c cells) {
	t := in.byOID[c.at(0)]
	if t == nil {
		return
	}
	col := &shape.Column{Name: c.at(1), Type: c.at(2), NotNull: c.yes(3), Cast: c.at(2), Collation: c.at(7)}
	switch c.at(5) {
	case "s":
		col.Generated = c.at(4) + " stored"
	case "v":
		col.Generated = c.at(4) + " virtual"
	default:
		col.Default = c.at(4)
	}
	col.Identity = map[string]string{"a": "always", "d": "by default"}[c.at(6)]
	col.Extra = []shape.Attr{{Name: "storage", Value: c.at(8)}, {Name: "comment", Value: c.at(9)}, {Name: "privileges", Value: c.at(10)},
		{Name: "options", Value: c.at(11)}, {Name: "statistics target", Value: c.at(12)}, {Name: "inherited", Value: c.at(15)},
		{Name: "foreign options", Value: c.at(16)}, {Name: "compression", Value: c.at(17)},
		{Name: "name of not null", Value: c.at(18)}, {Name: "not null validated", Value: c.at(19)}, {Name: "not null for heirs", Value: c.at(20)},
		{Name: "not null inherited", Value: c.at(21)}, {Name: "comment on not null", Value: c.at(22)}}
	mod, _ := strconv.Atoi(c.at(14))
	in.classify(col, c.at(13), mod, 0)
	if strings.HasPrefix(col.Default, "nextval(") && col.Identity == "" {
		col.Serial = true
	}
	t.Columns = append(t.Columns, col)
}

var kindOf = map[string]shape.ConstraintKind{"p": shape.PrimaryKey, "u": shape.Unique, "c": shape.Check, "f": shape.ForeignKey, "x": shape.Exclude}

var actions = map[string]string{"c": "cascade", "n": "set null", "d": "set default", "r": "restrict"}

func (in *inspection) constraint(c cells) {
	t := in.byOID[c.at(0)]
	if t == nil {
		return
	}
	k := &shape.Constraint{Kind: kindOf[c.at(2)], Name: c.at(1), Columns: list(c.at(6)), Extra: []shape.Attr{{Name: "definition", Value: c.at(3)}, {Name: "comment", Value: c.at(5)},
		{Name: "inherited", Value: c.at(13)}, {Name: "comment on its index", Value: c.at(14)}, {Name: "tablespace", Value: c.at(15)}, {Name: "options", Value: c.at(16)}}}
	if c.yes(4) {
		k.Extra = append(k.Extra, shape.Attr{Name: "validated", Value: "no"})
	}
	switch k.Kind {
	case shape.ForeignKey:
		k.RefSchema, k.RefTable, k.RefColumns, k.RefKey = c.at(7), c.at(8), list(c.at(9)), c.at(7)+"."+c.at(8)
		if k.RefSchema == "public" {
			k.RefSchema = ""
		}
		k.OnDelete, k.OnUpdate = actions[c.at(10)], actions[c.at(11)]
	case shape.Check:
		if k.Expr = c.at(12); c.yes(17) {
			k.SQL = k.Expr // one that is not enforced binds no row
		}
	}
	t.Constraints = append(t.Constraints, k)
}

func (in *inspection) index(c cells) {
	t := in.byOID[c.at(0)]
	if t == nil {
		return
	}
	x := &shape.Index{ID: c.at(1), Name: c.at(1), Unique: c.yes(2), Parts: list(c.at(6)), Where: c.at(5)}
	if c.at(11) != "t" {
		x.Plain = x.Parts
		for i, p := range x.Plain {
			x.Plain[i] = strings.Trim(strings.Fields(p + " ")[0], `"`)
		}
	}
	x.Extra = []shape.Attr{{Name: "definition", Value: c.at(3)}, {Name: "comment", Value: c.at(7)}, {Name: "tablespace", Value: c.at(8)}, {Name: "part of", Value: c.at(9)},
		{Name: "statistics targets", Value: c.at(10)}}
	if !c.yes(4) || !c.yes(12) {
		x.Extra = append(x.Extra, shape.Attr{Name: "valid", Value: "no"})
	}
	t.Indexes = append(t.Indexes, x)
}

// part adds a trigger, rule or policy to its table.
func (in *inspection) part(oid, kind, name string, attrs ...shape.Attr) {
	if t := in.byOID[oid]; t != nil {
		t.Extra = append(t.Extra, &shape.Object{Kind: kind, Name: t.Title() + "." + name, Table: t.ID, Attrs: shape.Clean(attrs)})
	}
}

func enabled(s string) string {
	return map[string]string{"D": "no", "R": "on replicas", "A": "always"}[s]
}

func (in *inspection) trigger(c cells) {
	in.part(c.at(0), "trigger", c.at(1), shape.Attr{Name: "definition", Value: c.at(2)}, shape.Attr{Name: "enabled", Value: enabled(c.at(3))}, shape.Attr{Name: "comment", Value: c.at(4)})
}

func (in *inspection) rule(c cells) {
	in.part(c.at(0), "rule", c.at(1), shape.Attr{Name: "definition", Value: c.at(2)}, shape.Attr{Name: "enabled", Value: enabled(c.at(3))}, shape.Attr{Name: "comment", Value: c.at(4)})
}

func (in *inspection) policy(c cells) {
	in.part(c.at(0), "policy", c.at(1), shape.Attr{Name: "kind", Value: c.at(2)}, shape.Attr{Name: "command", Value: c.at(3)}, shape.Attr{Name: "roles", Value: c.at(4)},
		shape.Attr{Name: "using", Value: c.at(5)}, shape.Attr{Name: "with check", Value: c.at(6)}, shape.Attr{Name: "comment", Value: c.at(7)})
}

func (in *inspection) sequence(c cells) {
	name := title(c.at(0), c.at(1))
	cycle := ""
	if c.yes(8) {
		cycle = "yes"
	}
	in.object("sequence", name, shape.Attr{Name: "type", Value: c.at(2)}, shape.Attr{Name: "start", Value: c.at(3)}, shape.Attr{Name: "increment", Value: c.at(4)},
		shape.Attr{Name: "minimum", Value: c.at(5)}, shape.Attr{Name: "maximum", Value: c.at(6)}, shape.Attr{Name: "cache", Value: c.at(7)}, shape.Attr{Name: "cycle", Value: cycle},
		shape.Attr{Name: "owned by", Value: c.at(9)}, shape.Attr{Name: "comment", Value: c.at(12)}, shape.Attr{Name: "privileges", Value: c.at(13)}, shape.Attr{Name: "owner", Value: c.at(14)}, shape.Attr{Name: "logged", Value: c.at(15)})
	n, _ := strconv.ParseInt(c.at(11), 10, 64)
	in.count[name] = live.Counter{Value: n, Table: c.at(10), Down: strings.HasPrefix(c.at(4), "-")}
}

// functionAttrs are the names of what the query of functions returns from its
// third column on.
var functionAttrs = [...]string{"arguments", "result", "language", "volatility", "strict", "security", "leakproof", "parallel", "cost", "rows", "support", "settings",
	"body", "library", "SQL body", "transforms", "owner", "privileges", "comment"}

func (in *inspection) function(c cells) {
	kind := map[string]string{"p": "procedure", "w": "window function"}[c.at(2)]
	if kind == "" {
		kind = "function"
	}
	attrs := make([]shape.Attr, len(functionAttrs))
	for i, name := range functionAttrs {
		attrs[i] = shape.Attr{Name: name, Value: c.at(3 + i)}
	}
	in.object(kind, title(c.at(0), c.at(1)), attrs...)
}

// other takes an object of a rare kind: kind, name, table or 0, attributes.
func (in *inspection) other(c cells) {
	var attrs []shape.Attr
	items, _, _ := array(c.at(3), pgtype.TextOID, 0)
	for i := 0; i+1 < len(items); i += 2 {
		name, _ := items[i].(string)
		value, _ := items[i+1].(string)
		attrs = append(attrs, shape.Attr{Name: name, Value: value})
	}
	if c.at(2) != "0" {
		in.part(c.at(2), c.at(0), c.at(1), attrs...)
		return
	}
	in.object(c.at(0), c.at(1), attrs...)
}

// list reads an array of names.
func list(s string) []string {
	var out []string
	items, _, _ := array(s, pgtype.TextOID, 0)
	for _, v := range items {
		if x, ok := v.(string); ok {
			out = append(out, x)
		}
	}
	return out
}
