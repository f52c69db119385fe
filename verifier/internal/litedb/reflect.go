package litedb

import (
	"context"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// Reflect returns a table as SQLAlchemy's reflection sees it on SQLite, with
// what that loses: COLLATE, AUTOINCREMENT, DESC, expression indexes, options of
// foreign keys written inside a column, the second of two equal UNIQUEs, table
// options. Batch mode rebuilds tables from this, so the losses are real.
//
// Some of them come from patterns that SQLAlchemy matches against the text of
// CREATE TABLE, in ways that depend on its line breaks; the same patterns are
// used here.
func (d *DB) Reflect(_ context.Context, name schema.Name) (*schema.Table, error) {
	_, found, err := d.c.query("SELECT name, sql FROM (SELECT * FROM sqlite_master UNION ALL SELECT * FROM sqlite_temp_master) WHERE lower(name) = ? AND type IN ('table', 'view')", fold(name.Name))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, opshim.ErrNoTable
	}
	text := str(found[0][1])
	r := &reflection{d: d, text: text, name: str(found[0][0]), table: &schema.Table{Name: name}, parsed: readTable(name.Name, text)}
	for _, step := range []func() error{r.columns, r.foreignKeys, r.indexes, r.uniques} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	r.checks()
	if err := r.table.Add(&r.order, r.items...); err != nil {
		return nil, err
	}
	return r.table, nil
}

type reflection struct {
	d      *DB
	text   string
	name   string
	table  *schema.Table
	parsed *shape.Table
	order  schema.Order
	items  []schema.Item
}

func (r *reflection) columns() error {
	_, found, err := r.d.c.query("PRAGMA table_xinfo(" + quote(r.name) + ")")
	if err != nil {
		return err
	}
	type member struct {
		at   int64
		name string
	}
	var pk []member
	for _, row := range found {
		hidden, _ := row[6].(int64)
		if hidden == 1 {
			continue
		}
		c := &schema.Column{Name: str(row[1]), Type: typeOf(str(row[2])), Created: r.order.Next()}
		notNull, _ := row[3].(int64)
		c.Nullable = schema.TriOf(notNull == 0)
		if hidden == 2 || hidden == 3 {
			c.ServerDefault = &schema.Computed{SQL: &expr.Text{SQL: r.generated(c.Name)}, Persisted: schema.TriOf(hidden == 3)}
		} else if s, ok := row[4].(string); ok {
			c.ServerDefault = schema.ExprDefault{Expr: &expr.Text{SQL: s}}
		}
		if at, _ := row[5].(int64); at > 0 {
			pk = append(pk, member{at, c.Name})
		}
		r.items = append(r.items, c)
	}
	if len(pk) > 0 {
		sort.Slice(pk, func(i, j int) bool { return pk[i].at < pk[j].at })
		k := &schema.PrimaryKey{}
		for _, m := range pk {
			k.Columns = append(k.Columns, m.name)
		}
		if m := pkName.FindStringSubmatch(r.text); m != nil {
			k.Name = schema.Given(m[1])
		}
		k.Created = r.order.Next()
		r.items = append(r.items, k)
	}
	return nil
}

var pkName = regexp.MustCompile(`(?i)CONSTRAINT (\w+) PRIMARY KEY`)

// generated is the expression of a generated column, empty where SQLAlchemy's
// pattern does not find it (a comma between the name and AS, as in NUMERIC(8, 2)).
func (r *reflection) generated(column string) string {
	p, err := regexp.Compile(`(?i)` + regexp.QuoteMeta(column) + `[^,]*\s+AS\s+\(([^,]*)\)\s*(?:virtual|stored)?`)
	if err != nil {
		return ""
	}
	if m := p.FindStringSubmatch(r.text); m != nil {
		return m[1]
	}
	return ""
}

// inline reports whether a constraint was written inside a column: the reader
// takes those in the order of the columns, before all table constraints.
func (r *reflection) inline(k *shape.Constraint) bool { return len(k.Columns) == 1 && k.Inline }

func (r *reflection) foreignKeys() error {
	var first, rest []*schema.ForeignKey
	for _, k := range r.parsed.Constraints {
		if k.Kind != shape.ForeignKey {
			continue
		}
		fk := &schema.ForeignKey{Columns: k.Columns, RefTable: schema.Name{Name: k.RefTable}, RefColumns: k.RefColumns}
		explicit := len(k.RefColumns) > 0
		if !explicit {
			if p := r.d.primaryOf(k.RefTable); len(p) == len(k.Columns) {
				fk.RefColumns = p
			}
		}
		if r.inline(k) || !explicit {
			rest = append(rest, fk)
			continue
		}
		fk.Name = schema.Given(k.Name)
		fk.OnDelete, fk.OnUpdate = strings.ToUpper(k.OnDelete), strings.ToUpper(k.OnUpdate)
		for _, a := range k.Extra {
			if a.Name == "deferrable" {
				fk.Deferrable = schema.Yes
				if strings.HasSuffix(a.Value, "deferred") {
					fk.Initially = "DEFERRED"
				}
			}
		}
		first = append(first, fk)
	}
	for i := len(rest) - 1; i >= 0; i-- { // PRAGMA foreign_key_list tells the last one first
		first = append(first, rest[i])
	}
	for _, fk := range first {
		fk.Created = r.order.Next()
		r.items = append(r.items, fk)
	}
	return nil
}

// primaryOf is the primary key of a table.
func (d *DB) primaryOf(table string) []string {
	_, found, err := d.c.query("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table)
	if err != nil {
		return nil
	}
	var out []string
	for _, row := range found {
		out = append(out, str(row[0]))
	}
	return out
}

var partial = regexp.MustCompile(`(?is)\bwhere\b\s+(.+)`)

func (r *reflection) indexes() error {
	_, found, err := r.d.c.query("PRAGMA index_list(" + quote(r.name) + ")")
	if err != nil {
		return err
	}
	sort.Slice(found, func(i, j int) bool { return str(found[i][1]) < str(found[j][1]) })
	for _, row := range found {
		name := str(row[1])
		if strings.HasPrefix(name, "sqlite_autoindex") {
			continue
		}
		_, cols, err := r.d.c.query("PRAGMA index_info(" + quote(name) + ")")
		if err != nil {
			return err
		}
		unique, _ := row[2].(int64)
		x := &schema.Index{Name: schema.Given(name), Unique: unique != 0}
		plain := true
		for _, c := range cols {
			if c[2] == nil {
				plain = false // an expression: SQLAlchemy warns and leaves the index out
				break
			}
			x.Elements = append(x.Elements, schema.IndexElement{Column: str(c[2])})
		}
		if !plain {
			continue
		}
		if isPartial, _ := row[4].(int64); isPartial != 0 {
			_, sql, err := r.d.c.query("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?", name)
			if err != nil {
				return err
			}
			if m := partial.FindStringSubmatch(str(sql[0][0])); m != nil {
				x.Options = schema.Options{{Name: "sqlite_where", Value: schema.OptExpr{Expr: &expr.Text{SQL: m[1]}}}}
			}
		}
		x.Created = r.order.Next()
		r.items = append(r.items, x)
	}
	return nil
}

func (r *reflection) uniques() error {
	taken := map[string]bool{}
	add := func(inline bool) {
		for _, k := range r.parsed.Constraints {
			if k.Kind != shape.Unique || r.inline(k) != inline {
				continue
			}
			sig := fold(strings.Join(k.Columns, "\x00"))
			if taken[sig] {
				continue
			}
			taken[sig] = true
			u := &schema.Unique{Columns: k.Columns}
			if !inline {
				u.Name = schema.Given(k.Name)
			}
			u.Created = r.order.Next()
			r.items = append(r.items, u)
		}
	}
	add(false)
	add(true)
	return nil
}

var checkPattern = regexp.MustCompile(`(?i)(?:CONSTRAINT (.+) +)?CHECK *\( *(.+) *\),? *`)

func (r *reflection) checks() {
	for _, m := range checkPattern.FindAllStringSubmatch(r.text, -1) {
		name := strings.TrimSuffix(strings.TrimPrefix(m[1], `"`), `"`)
		k := &schema.Check{Expr: &expr.Text{SQL: m[2]}}
		k.Name = schema.Given(name)
		k.Created = r.order.Next()
		r.items = append(r.items, k)
	}
}

var typePattern = regexp.MustCompile(`^([\w ]+)(\(.*?\))?`)
var numbers = regexp.MustCompile(`\d+`)

// typeOf turns a declared type into the class that SQLAlchemy makes of it.
func typeOf(declared string) schema.Type {
	m := typePattern.FindStringSubmatch(strings.ToUpper(declared))
	if m == nil {
		return schema.Type{Kind: "NullType"}
	}
	name, ok := typeNames[m[1]]
	has := func(s string) bool { return strings.Contains(m[1], s) }
	switch {
	case ok:
	case has("INT"):
		name = "INTEGER"
	case has("CHAR"), has("CLOB"), has("TEXT"):
		name = "TEXT"
	case has("BLOB"), m[1] == "":
		return schema.Type{Kind: "NullType"}
	case has("REAL"), has("FLOA"), has("DOUB"):
		name = "REAL"
	default:
		name = "NUMERIC"
	}
	t := schema.Type{Kind: name}
	var args []*int
	for _, s := range numbers.FindAllString(m[2], -1) {
		n, _ := strconv.Atoi(s)
		args = append(args, &n)
	}
	switch name {
	case "VARCHAR", "NVARCHAR", "CHAR", "TEXT", "BLOB":
		if len(args) == 1 {
			t.Length = args[0]
		}
	case "NUMERIC", "DECIMAL", "FLOAT", "REAL", "DOUBLE", "DOUBLE_PRECISION":
		if len(args) > 0 {
			t.Precision = args[0]
		}
		if len(args) > 1 && (name == "NUMERIC" || name == "DECIMAL") {
			t.Scale = args[1]
		}
	}
	return t
}

// typeNames are the names that SQLAlchemy's SQLite dialect knows.
var typeNames = map[string]string{
	"BIGINT": "BIGINT", "BLOB": "BLOB", "BOOL": "BOOLEAN", "BOOLEAN": "BOOLEAN", "CHAR": "CHAR", "DATE": "DATE", "DATE_CHAR": "DATE",
	"DATETIME": "DATETIME", "DATETIME_CHAR": "DATETIME", "DOUBLE": "DOUBLE", "DOUBLE_PRECISION": "DOUBLE_PRECISION", "DECIMAL": "DECIMAL",
	"FLOAT": "FLOAT", "INT": "INTEGER", "INTEGER": "INTEGER", "JSON": "JSON", "NUMERIC": "NUMERIC", "REAL": "REAL", "SMALLINT": "SMALLINT",
	"TEXT": "TEXT", "TIME": "TIME", "TIME_CHAR": "TIME", "TIMESTAMP": "TIMESTAMP", "VARCHAR": "VARCHAR", "NVARCHAR": "NVARCHAR", "_CHAR": "CHAR",
}

// Names answers the inspector's listings.
func (d *DB) Names(_ context.Context, l opshim.Listing) ([]string, error) {
	var q string
	switch l.Kind {
	case opshim.ListTables:
		q = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
	case opshim.ListViews:
		q = "SELECT name FROM sqlite_master WHERE type = 'view' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
	case opshim.ListTempTables:
		q = "SELECT name FROM sqlite_temp_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
	case opshim.ListSchemas:
		q = "SELECT name FROM pragma_database_list WHERE name <> 'temp' ORDER BY name"
	default:
		return nil, nil
	}
	_, found, err := d.c.query(q)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(found))
	for i, row := range found {
		out[i] = str(row[0])
	}
	return out, nil
}
