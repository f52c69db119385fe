package mydb

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// Reflect returns a table as SQLAlchemy's reflection sees it: it reads SHOW CREATE
// TABLE as well. A unique key is an index; a CHECK that stands in a column is not
// seen.
func (d *DB) Reflect(ctx context.Context, name schema.Name) (*schema.Table, error) {
	where := quote(name.Name)
	if name.Schema != "" {
		where = quote(name.Schema) + "." + where
	}
	found, err := d.rows(ctx, "SHOW CREATE TABLE "+where)
	if f, ok := live.AsFailure(err); ok && (f.Code == "1146" || f.Code == "1049") {
		return nil, opshim.ErrNoTable
	}
	if err != nil || len(found) == 0 {
		return nil, err
	}
	r := &reflection{prefix: d.Name(), database: d.name, table: &schema.Table{Name: name}}
	if len(found[0]) > 2 { // a view
		err = r.view(ctx, d, where)
	} else {
		r.read(string(found[0][1]), name.Schema)
	}
	if err != nil {
		return nil, err
	}
	return r.table, r.table.Add(&r.order, r.items...)
}

// A reflection is one reading of a table. The prefix begins the names of options.
type reflection struct {
	prefix   string
	database string
	table    *schema.Table
	order    schema.Order
	items    []schema.Item
}

// read reads what SHOW CREATE TABLE prints.
func (r *reflection) read(text, schemaName string) {
	reader := &reader{database: r.database, charsets: map[string]string{}}
	t, _ := reader.table(text)
	written := lettering(text)
	for _, c := range t.Columns {
		r.column(c, written[c.Name])
	}
	for _, k := range t.Constraints {
		r.constraint(k, schemaName)
	}
	for _, x := range t.Indexes {
		r.index(x)
	}
	r.options(t)
}

// letters are the character set and the collation that stand with a column.
type letters struct{ charset, collation string }

// lettering reads what each column says of its characters: SQLAlchemy tells only
// what is written there.
func lettering(text string) map[string]letters {
	c := &cursor{text: text, t: sqltok.MySQL(text)}
	for !c.end() && !c.now().Is("(") {
		c.next()
	}
	out := map[string]letters{}
	for _, e := range sqltok.Split(c.group()) {
		var l letters
		for i := 1; i+1 < len(e); i++ {
			switch {
			case e[i].Is("set") && e[i-1].Is("character"):
				l.charset = e[i+1].Text
			case e[i].Is("collate"):
				l.collation = e[i+1].Text
			}
		}
		out[e[0].Text] = l
	}
	return out
}

// extra is an attribute of a column beside those that every database has.
func extra(attrs []shape.Attr, name string) string {
	for _, a := range attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

func (r *reflection) column(c *shape.Column, l letters) {
	col := &schema.Column{Name: c.Name, Nullable: schema.TriOf(!c.NotNull), Created: r.order.Next(), Type: typeOf(c.Type, c.Labels)}
	if hasLetters(col.Type.Kind) {
		col.Type.Charset, col.Type.Collation = l.charset, l.collation
	}
	switch {
	case c.Generated != "":
		sql, persisted := strings.CutSuffix(c.Generated, " stored")
		col.ServerDefault = &schema.Computed{SQL: &expr.Text{SQL: "(" + strings.TrimSuffix(sql, " virtual") + ")"}, Persisted: schema.TriOf(persisted)}
	case c.Default != "":
		text := c.Default
		if on := extra(c.Extra, "on update"); on != "" {
			text += " ON UPDATE " + on
		}
		col.ServerDefault = schema.ExprDefault{Expr: &expr.Text{SQL: text}}
	}
	if c.Class == shape.Int || c.Identity != "" {
		col.Autoincrement = strconv.FormatBool(c.Identity != "")
	}
	if text := extra(c.Extra, "comment"); text != "" {
		col.Comment = &text
	}
	r.items = append(r.items, col)
}

func hasLetters(kind string) bool {
	return strings.HasSuffix(kind, "TEXT") || slices.Contains([]string{"CHAR", "VARCHAR", "ENUM", "SET"}, kind)
}

// kinds are SQLAlchemy's classes whose names are not the server's.
var kinds = map[string]string{"int": "INTEGER"}

// general are the classes that SQLAlchemy has for all databases.
var general = []string{"BINARY", "VARBINARY", "BLOB", "DATE", "BOOLEAN", "UUID"}

// known are the types that SQLAlchemy reads.
var known = []string{"TINYINT", "SMALLINT", "MEDIUMINT", "INTEGER", "BIGINT", "DECIMAL", "FLOAT", "DOUBLE", "BIT", "CHAR", "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB",
	"BINARY", "VARBINARY", "DATE", "DATETIME", "TIMESTAMP", "TIME", "YEAR", "ENUM", "SET", "JSON", "UUID", "INET4", "INET6"}

// typeOf reads int(11) unsigned and the like.
func typeOf(text string, labels []string) schema.Type {
	tokens := sqltok.MySQL(text)
	if len(tokens) == 0 {
		return schema.Type{Kind: "NullType"}
	}
	t := schema.Type{Kind: strings.ToUpper(tokens[0].Text), Dialect: "mysql"}
	if own := kinds[tokens[0].Lower]; own != "" {
		t.Kind = own
	}
	if !slices.Contains(known, t.Kind) {
		return schema.Type{Kind: "NullType"}
	}
	if slices.Contains(general, t.Kind) {
		t.Dialect = ""
	}
	var args []int
	for _, x := range tokens[1:] {
		switch {
		case x.Kind == sqltok.Number:
			n, _ := strconv.Atoi(x.Text)
			args = append(args, n)
		case x.Is("unsigned"):
			t.Unsigned = true
		case x.Is("zerofill"):
			t.Zerofill = true
		}
	}
	switch t.Kind {
	case "ENUM":
		t.Enum = &schema.Enum{Labels: labels, Native: true}
		return t
	case "SET":
		t.Values = labels
		return t
	}
	sizes(&t, args)
	return t
}

// sizes puts the numbers in parentheses where the class keeps them.
func sizes(t *schema.Type, args []int) {
	if len(args) == 0 {
		return
	}
	switch t.Kind {
	case "TINYINT", "SMALLINT", "MEDIUMINT", "INTEGER", "BIGINT", "YEAR":
		t.DisplayWidth = &args[0]
	case "DECIMAL", "FLOAT", "DOUBLE", "DATETIME", "TIMESTAMP", "TIME":
		t.Precision = &args[0]
		if len(args) > 1 {
			t.Scale = &args[1]
		}
	default:
		t.Length = &args[0]
	}
}

func (r *reflection) constraint(k *shape.Constraint, schemaName string) {
	base := schema.ConstraintBase{Name: schema.Given(k.Name), Created: r.order.Next()}
	switch k.Kind {
	case shape.PrimaryKey:
		base.Name = schema.ConstraintName{} // it has none here
		r.items = append(r.items, &schema.PrimaryKey{ConstraintBase: base, Columns: k.Columns})
	case shape.ForeignKey:
		ref := schema.Name{Schema: k.RefSchema, Name: k.RefTable}
		if ref.Schema == "" {
			ref.Schema = schemaName
		}
		r.items = append(r.items, &schema.ForeignKey{ConstraintBase: base, Columns: k.Columns, RefTable: ref, RefColumns: k.RefColumns,
			OnDelete: action(k.OnDelete), OnUpdate: action(k.OnUpdate)})
	case shape.Check:
		if extra(k.Extra, "level") == "" {
			r.items = append(r.items, &schema.Check{ConstraintBase: base, Expr: &expr.Text{SQL: k.Expr}})
		}
	}
}

// index reads a key; parts of columns become mysql_length, functional parts are
// not seen by SQLAlchemy.
func (r *reflection) index(x *shape.Index) {
	ix := &schema.Index{Name: schema.Given(x.Name), Unique: x.Unique, Created: r.order.Next()}
	var lengths schema.OptMap
	for _, part := range x.Parts {
		column, length := keyPart(part)
		if column == "" {
			return
		}
		ix.Elements = append(ix.Elements, schema.IndexElement{Column: column})
		if length > 0 {
			lengths = append(lengths, schema.Option{Name: column, Value: schema.OptInt(length)})
		}
	}
	set := func(name string, v schema.OptionValue) {
		ix.Options = append(ix.Options, schema.Option{Name: r.prefix + "_" + name, Value: v})
	}
	if len(lengths) > 0 {
		set("length", lengths)
	}
	if kind := extra(x.Extra, "type"); kind != "" {
		set("prefix", schema.OptString(strings.ToUpper(kind)))
	}
	if parser := extra(x.Extra, "parser"); parser != "" {
		set("with_parser", schema.OptString(parser))
	}
	r.items = append(r.items, ix)
}

// keyPart takes a part of a key apart: the column, "" for an expression, and how
// much of it, 0 for all.
func keyPart(text string) (column string, length int64) {
	text = strings.TrimSuffix(text, " desc")
	head, count, _ := strings.Cut(strings.TrimSuffix(text, ")"), "(")
	if n, err := strconv.ParseInt(count, 10, 64); err == nil {
		return head, n
	}
	if strings.HasPrefix(text, "(") {
		return "", 0
	}
	return text, 0
}

// options are those of the table, under the names that SQLAlchemy gives them.
func (r *reflection) options(t *shape.Table) {
	for _, a := range t.Options {
		name := a.Name
		switch name {
		case "comment":
			text := a.Value
			r.table.Comment = &text
		case "character set":
			name = "default charset"
		case "collation":
			name = "collate"
		case "partitions", "system versioning", "data directory", "index directory":
			continue
		default:
			name = strings.ReplaceAll(name, " ", "_")
		}
		if a.Value != "" {
			r.table.Options = append(r.table.Options, schema.Option{Name: r.prefix + "_" + name, Value: schema.OptString(a.Value)})
		}
	}
}

// view reads the columns of a view. All of them may be NULL, says SQLAlchemy.
func (r *reflection) view(ctx context.Context, d *DB, name string) error {
	found, err := d.rows(ctx, "SHOW FULL COLUMNS FROM "+name)
	if err != nil {
		return err
	}
	for _, row := range found {
		text := string(row[1])
		tokens := sqltok.MySQL(text)
		var labels []string
		for _, t := range tokens {
			if t.Kind == sqltok.String {
				labels = append(labels, sqltok.Unliteral(t))
			}
		}
		col := &schema.Column{Name: string(row[0]), Type: typeOf(text, labels), Nullable: schema.Yes, Created: r.order.Next()}
		if row[5] != nil {
			col.ServerDefault = schema.ExprDefault{Expr: &expr.Text{SQL: literal(string(row[5]))}}
		}
		r.items = append(r.items, col)
	}
	return nil
}

// action is what SQLAlchemy tells of ON DELETE and ON UPDATE: nothing of the usual one.
func action(s string) string {
	if s == "no action" {
		return ""
	}
	return strings.ToUpper(s)
}
