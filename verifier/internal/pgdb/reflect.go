package pgdb

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// Reflect returns a table as SQLAlchemy's reflection sees it on PostgreSQL:
// columns with types, defaults and identities, keys, checks and indexes.
func (d *DB) Reflect(ctx context.Context, name schema.Name) (*schema.Table, error) {
	where := "pg_table_is_visible(c.oid)"
	if name.Schema != "" {
		where = "n.nspname = " + literal(name.Schema)
	}
	found, err := d.rows(ctx, "SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = "+literal(name.Name)+
		" AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND "+where)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, opshim.ErrNoTable
	}
	r := &reflection{oid: string(found[0][0]), table: &schema.Table{Name: name}, d: d}
	for _, step := range []func(context.Context) error{r.columns, r.constraints, r.indexes, r.comment} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	if err := r.table.Add(&r.order, r.items...); err != nil {
		return nil, err
	}
	return r.table, nil
}

type reflection struct {
	d     *DB
	oid   string
	table *schema.Table
	order schema.Order
	items []schema.Item
}

func (r *reflection) columns(ctx context.Context) error {
	found, err := r.d.rows(ctx, `SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attgenerated, a.attidentity, col_description(a.attrelid, a.attnum),
 t.typtype, t.typname, n.nspname, ARRAY(SELECT enumlabel FROM pg_enum e WHERE e.enumtypid = coalesce(nullif(t.typelem, 0), t.oid) ORDER BY enumsortorder), et.typname, et.typtype,
 q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle
 FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_type et ON et.oid = t.typelem
 LEFT JOIN LATERAL (SELECT s.* FROM pg_sequence s JOIN pg_depend p ON p.classid = 'pg_class'::regclass AND p.objid = s.seqrelid AND p.deptype = 'i' WHERE p.refobjid = a.attrelid AND p.refobjsubid = a.attnum) q ON a.attidentity <> ''
 LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = `+r.oid+" ORDER BY a.attnum")
	if err != nil {
		return err
	}
	for _, row := range found {
		c := cells(row)
		col := &schema.Column{Name: c.at(0), Nullable: schema.TriOf(!c.yes(2)), Created: r.order.Next()}
		col.Type = typeOf(c)
		switch {
		case c.at(4) != "":
			col.ServerDefault = &schema.Computed{SQL: &expr.Text{SQL: c.at(3)}, Persisted: schema.TriOf(c.at(4) == "s")}
		case c.at(5) != "":
			col.ServerDefault = identity(c)
		case row[3] != nil:
			col.ServerDefault = schema.ExprDefault{Expr: &expr.Text{SQL: c.at(3)}}
			if strings.HasPrefix(c.at(3), "nextval(") {
				col.Autoincrement = "true"
			}
		}
		if row[6] != nil {
			text := c.at(6)
			col.Comment = &text
		}
		r.items = append(r.items, col)
	}
	return nil
}

// identity reads GENERATED AS IDENTITY with the numbers of its sequence, all of
// which SQLAlchemy tells.
func identity(c cells) *schema.Identity {
	num := func(i int) *int64 {
		n, err := strconv.ParseInt(c.at(i), 10, 64)
		if err != nil {
			return nil
		}
		return &n
	}
	return &schema.Identity{Always: c.at(5) == "a", Options: schema.SequenceOptions{Start: num(13), Increment: num(14), MinValue: num(15), MaxValue: num(16),
		Cache: num(17), Cycle: schema.TriOf(c.yes(18))}}
}

// comment reads the table's comment.
func (r *reflection) comment(ctx context.Context) error {
	found, err := r.d.rows(ctx, "SELECT obj_description("+r.oid+", 'pg_class')")
	if err == nil && len(found) > 0 && found[0][0] != nil {
		text := string(found[0][0])
		r.table.Comment = &text
	}
	return err
}

// names are SQLAlchemy's classes for PostgreSQL's names of types.
var names = map[string]schema.Type{
	"integer": {Kind: "INTEGER"}, "bigint": {Kind: "BIGINT"}, "smallint": {Kind: "SMALLINT"}, "character varying": {Kind: "VARCHAR"}, "character": {Kind: "CHAR"},
	"text": {Kind: "TEXT"}, "numeric": {Kind: "NUMERIC"}, "double precision": {Kind: "DOUBLE_PRECISION"}, "real": {Kind: "REAL"}, "boolean": {Kind: "BOOLEAN"}, "date": {Kind: "DATE"},
	"timestamp without time zone": {Kind: "TIMESTAMP", Dialect: "postgresql"}, "timestamp with time zone": {Kind: "TIMESTAMP", Dialect: "postgresql", Timezone: true},
	"time without time zone": {Kind: "TIME", Dialect: "postgresql"}, "time with time zone": {Kind: "TIME", Dialect: "postgresql", Timezone: true},
	"interval": {Kind: "INTERVAL", Dialect: "postgresql"}, "uuid": {Kind: "UUID"}, "json": {Kind: "JSON", Dialect: "postgresql"}, "jsonb": {Kind: "JSONB", Dialect: "postgresql"},
	"bytea": {Kind: "BYTEA", Dialect: "postgresql"}, "inet": {Kind: "INET", Dialect: "postgresql"}, "cidr": {Kind: "CIDR", Dialect: "postgresql"}, "macaddr": {Kind: "MACADDR", Dialect: "postgresql"},
	"money": {Kind: "MONEY", Dialect: "postgresql"}, "bit": {Kind: "BIT", Dialect: "postgresql"}, "tsvector": {Kind: "TSVECTOR", Dialect: "postgresql"}, "hstore": {Kind: "HSTORE", Dialect: "postgresql"},
	"oid": {Kind: "OID", Dialect: "postgresql"}, "macaddr8": {Kind: "MACADDR8", Dialect: "postgresql"}, "tsquery": {Kind: "TSQUERY", Dialect: "postgresql"},
	"regclass": {Kind: "REGCLASS", Dialect: "postgresql"}, "regconfig": {Kind: "REGCONFIG", Dialect: "postgresql"}, "jsonpath": {Kind: "JSONPATH", Dialect: "postgresql"},
	"bit varying": {Kind: "BIT", Dialect: "postgresql", Varying: true}, "int4multirange": {Kind: "INT4MULTIRANGE", Dialect: "postgresql"},
	"int8multirange": {Kind: "INT8MULTIRANGE", Dialect: "postgresql"}, "nummultirange": {Kind: "NUMMULTIRANGE", Dialect: "postgresql"},
	"datemultirange": {Kind: "DATEMULTIRANGE", Dialect: "postgresql"}, "tsmultirange": {Kind: "TSMULTIRANGE", Dialect: "postgresql"}, "tstzmultirange": {Kind: "TSTZMULTIRANGE", Dialect: "postgresql"}, "int4range": {Kind: "INT4RANGE", Dialect: "postgresql"}, "int8range": {Kind: "INT8RANGE", Dialect: "postgresql"}, "numrange": {Kind: "NUMRANGE", Dialect: "postgresql"},
	"daterange": {Kind: "DATERANGE", Dialect: "postgresql"}, "tsrange": {Kind: "TSRANGE", Dialect: "postgresql"}, "tstzrange": {Kind: "TSTZRANGE", Dialect: "postgresql"}, "citext": {Kind: "CITEXT", Dialect: "postgresql"},
}

// typeOf reads a row of columns.
func typeOf(c cells) schema.Type {
	text := c.at(1)
	if item, ok := strings.CutSuffix(text, "[]"); ok {
		of := named(item)
		if c.at(12) == "e" {
			of = enum(c.at(11), c.at(9), list(c.at(10)))
		}
		return schema.Type{Kind: "ARRAY", Dialect: "postgresql", Item: &of}
	}
	if c.at(7) == "e" {
		return enum(c.at(8), c.at(9), list(c.at(10)))
	}
	return named(text)
}

func enum(name, namespace string, labels []string) schema.Type {
	if namespace == "public" {
		namespace = ""
	}
	return schema.Type{Kind: "ENUM", Dialect: "postgresql", Enum: &schema.Enum{Name: name, Schema: namespace, Labels: labels, Native: true, CreateType: schema.Yes}}
}

// named reads character varying(20) and the like.
func named(text string) schema.Type {
	var args []int
	if i := strings.IndexByte(text, '('); i >= 0 {
		if j := strings.IndexByte(text, ')'); j > i {
			for _, s := range strings.Split(text[i+1:j], ",") {
				args = append(args, atoi(s))
			}
			text = text[:i] + text[j+1:]
		}
	}
	t, ok := names[text]
	if !ok {
		return schema.Type{Kind: "NullType"}
	}
	if len(args) > 0 {
		switch t.Kind {
		case "VARCHAR", "CHAR", "BIT":
			t.Length = &args[0]
		default:
			t.Precision = &args[0]
		}
	}
	if len(args) > 1 {
		t.Scale = &args[1]
	}
	return t
}

func (r *reflection) constraints(ctx context.Context) error {
	found, err := r.d.rows(ctx, `SELECT k.conname, k.contype, ARRAY(SELECT a.attname FROM unnest(k.conkey) WITH ORDINALITY u(num, ord) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY ord),
 CASE WHEN pg_table_is_visible(k.confrelid) THEN NULL ELSE fn.nspname END, fc.relname, ARRAY(SELECT a.attname FROM unnest(k.confkey) WITH ORDINALITY u(num, ord) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY ord),
 k.confdeltype, k.confupdtype, pg_get_expr(k.conbin, k.conrelid), k.condeferrable, k.condeferred FROM pg_constraint k LEFT JOIN pg_class fc ON fc.oid = k.confrelid LEFT JOIN pg_namespace fn ON fn.oid = fc.relnamespace
 WHERE k.contype IN ('p', 'u', 'c', 'f') AND k.conrelid = `+r.oid+" ORDER BY CASE k.contype WHEN 'p' THEN 0 WHEN 'f' THEN 1 WHEN 'u' THEN 2 ELSE 3 END, k.conname")
	if err != nil {
		return err
	}
	for _, row := range found {
		c := cells(row)
		base := schema.ConstraintBase{Name: schema.Given(c.at(0)), Created: r.order.Next()}
		switch c.at(1) {
		case "p":
			r.items = append(r.items, &schema.PrimaryKey{ConstraintBase: base, Columns: list(c.at(2))})
		case "u":
			r.items = append(r.items, &schema.Unique{ConstraintBase: base, Columns: list(c.at(2))})
		case "c":
			r.items = append(r.items, &schema.Check{ConstraintBase: base, Expr: &expr.Text{SQL: c.at(8)}})
		case "f":
			if c.yes(9) {
				base.Deferrable = schema.Yes
			}
			if c.yes(10) {
				base.Initially = "DEFERRED"
			}
			r.items = append(r.items, &schema.ForeignKey{ConstraintBase: base, Columns: list(c.at(2)), RefTable: schema.Name{Schema: c.at(3), Name: c.at(4)}, RefColumns: list(c.at(5)),
				OnDelete: strings.ToUpper(actions[c.at(6)]), OnUpdate: strings.ToUpper(actions[c.at(7)])})
		}
	}
	return nil
}

// Names answers the inspector's listings.
func (d *DB) Names(ctx context.Context, l opshim.Listing) ([]string, error) {
	where := "n.nspname = current_schema()"
	if l.Schema != "" {
		where = "n.nspname = " + literal(l.Schema)
	}
	class := func(kinds string) string {
		return "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN (" + kinds + ") AND c.relpersistence <> 't' AND " + where + " ORDER BY 1"
	}
	var q string
	switch l.Kind {
	case opshim.ListTables:
		q = class("'r', 'p'")
	case opshim.ListViews:
		q = class("'v'")
	case opshim.ListMaterializedViews:
		q = class("'m'")
	case opshim.ListSequences:
		q = class("'S'")
	case opshim.ListSchemas:
		q = "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' ORDER BY 1"
	case opshim.ListEnums:
		q = "SELECT t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND " + where + " ORDER BY 1"
	case opshim.ListTempTables:
		q = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relpersistence = 't' ORDER BY 1"
	default:
		return nil, fmt.Errorf("names of kind %d are not supported", l.Kind)
	}
	found, err := d.rows(ctx, q)
	if err != nil {
		return nil, err
	}
	return live.FirstColumn(found), nil
}
