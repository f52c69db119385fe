package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// Reflect describes a table as SQLAlchemy's reflection sees it, with what that
// loses on SQLite; nil if there is none. open is true if parts of it are only
// assumed, or if nobody knows whether it is there.
func (s *State) Reflect(n schema.Name) (t *schema.Table, open bool, err error) {
	name := reflectedName(n)
	x := s.tables.get(s.fold(name))
	if x == nil {
		return nil, s.stated != nil && s.stated.names[strings.ToLower(name.Name)] && !s.gone.get("table "+s.fold(name)), nil
	}
	s.touch(s.fold(name))
	r := &reflector{s: s, x: x, t: &schema.Table{Name: n}}
	r.columns()
	r.constraints()
	r.indexes()
	if c := x.Options["comment"]; c != "" {
		r.t.Comment = &c
	}
	return r.t, x.Open, r.t.Add(&r.order, r.items...)
}

// Assume reports whether a table that nobody made may be there, and notes that it
// is needed.
func (s *State) Assume(n schema.Name) bool { return s.Table(reflectedName(n)) != nil }

// reflector builds one table.
type reflector struct {
	s     *State
	x     *Table
	t     *schema.Table
	order schema.Order
	items []schema.Item
}

func (r *reflector) columns() {
	for _, c := range r.x.Columns {
		d := &schema.Column{
			Name: c.Name, Type: r.s.schemaType(c.Type.text()), Nullable: schema.TriOf(c.NotNull.text() == ""),
			Created: r.order.Next(), PrimaryKey: r.s.inPrimary(r.x, c.Name),
		}
		switch {
		case c.Generated.text() != "":
			d.ServerDefault = &schema.Computed{SQL: &expr.Text{SQL: c.Generated.text()}, Persisted: schema.TriOf(c.Other["virtual"] == "")}
		case c.Identity.text() != "":
			id := ReadIdentity(c.Identity.text())
			id.Options = fullOptions(id.Options, r.s.typeOf(c.Type.text()).bits)
			d.ServerDefault = id
		case c.Default.text() != "":
			text := c.Default.text()
			if on := c.Other["on update"]; on != "" {
				text += " ON UPDATE " + on
			}
			d.ServerDefault = schema.ExprDefault{Expr: &expr.Text{SQL: text}}
		}
		if com := c.Comment.text(); com != "" {
			d.Comment = &com
		}
		if c.AutoInc.text() != "" && r.s.Dialect.IsMySQL() || c.seq != "" {
			d.Autoincrement = "true"
		}
		r.items = append(r.items, d)
	}
}

func (r *reflector) constraints() {
	lite := r.s.Dialect == sqlread.SQLite
	for i, c := range r.x.Constraints {
		if lite && c.Kind == "unique" && slices.ContainsFunc(r.x.Constraints[:i], func(x *Constraint) bool { return x.Kind == "unique" && slices.Equal(x.Columns, c.Columns) }) {
			continue // both are one index there, and SQLAlchemy sees the first
		}
		base := schema.ConstraintBase{Name: schema.Given(c.Name), Created: r.order.Next()}
		if c.Deferrable && (!lite || !c.Inline) {
			base.Deferrable = schema.Yes
			if c.Deferred {
				base.Initially = "DEFERRED"
			}
		}
		switch c.Kind {
		case "primary":
			if r.s.Dialect.IsMySQL() {
				base.Name = schema.ConstraintName{}
			}
			r.items = append(r.items, &schema.PrimaryKey{ConstraintBase: base, Columns: slices.Clone(c.Columns)})
		case "unique":
			if r.s.Dialect.IsMySQL() { // it is an index there, and SQLAlchemy tells one
				r.items = append(r.items, uniqueIndex(c, base))
				continue
			}
			r.items = append(r.items, &schema.Unique{ConstraintBase: base, Columns: slices.Clone(c.Columns)})
		case "check":
			text := c.Text
			if lite && c.Source != "" {
				text = c.Source // a name in quotes may be a text
			}
			r.items = append(r.items, &schema.Check{ConstraintBase: base, Expr: &expr.Text{SQL: text}})
		case "foreign":
			r.items = append(r.items, r.foreignKey(c, base, lite))
		}
	}
}

func uniqueIndex(c *Constraint, base schema.ConstraintBase) *schema.Index {
	x := &schema.Index{Name: base.Name, Unique: true, Created: base.Created}
	for _, name := range c.Columns {
		x.Elements = append(x.Elements, schema.IndexElement{Column: name})
	}
	return x
}

func (r *reflector) foreignKey(c *Constraint, base schema.ConstraintBase, lite bool) *schema.ForeignKey {
	f := &schema.ForeignKey{
		ConstraintBase: base, Columns: slices.Clone(c.Columns), RefColumns: slices.Clone(c.RefColumns),
		RefTable: schema.Name{Schema: c.RefTable.Schema, Name: c.RefTable.Name},
	}
	if len(f.RefColumns) == 0 {
		if p := r.s.tables.get(r.s.fold(c.RefTable)); p != nil && p.primary() != nil {
			f.RefColumns = slices.Clone(p.primary().Columns)
		}
	}
	if !lite || !c.Inline {
		f.OnDelete, f.OnUpdate = strings.ToUpper(c.OnDelete), strings.ToUpper(c.OnUpdate)
	}
	return f
}

func (r *reflector) indexes() {
	lite := r.s.Dialect == sqlread.SQLite
	for _, ix := range r.x.Indexes {
		d := &schema.Index{Name: schema.Given(ix.Name), Unique: ix.Unique, Created: r.order.Next()}
		skip := false
		for _, k := range ix.Keys {
			if r.s.Dialect == sqlread.PostgreSQL && k.Column != "" && strings.HasSuffix(k.Text, " desc") {
				// SQLAlchemy tells a direction as an expression over the column.
				d.Elements = append(d.Elements, schema.IndexElement{Expr: &expr.Text{SQL: strings.TrimSuffix(k.Text, " desc") + " DESC"}})
				continue
			}
			if k.Column == "" {
				skip = skip || lite
				d.Elements = append(d.Elements, schema.IndexElement{Expr: &expr.Text{SQL: k.Text}})
				continue
			}
			d.Elements = append(d.Elements, schema.IndexElement{Column: k.Column})
		}
		if skip {
			continue
		}
		if ix.Where != "" {
			d.Options = append(d.Options, schema.Option{Name: r.s.Dialect.String() + "_where", Value: schema.OptExpr{Expr: &expr.Text{SQL: ix.Where}}})
		}
		if ix.Method != "" && ix.Method != "btree" && r.s.Dialect == sqlread.PostgreSQL {
			d.Options = append(d.Options, schema.Option{Name: "postgresql_using", Value: schema.OptString(ix.Method)})
		}
		r.items = append(r.items, d)
	}
}

// sqliteKinds are the classes that SQLAlchemy makes of declared types.
var sqliteKinds = map[string]string{
	"bool": "BOOLEAN", "int": "INTEGER",
}

// postgresKinds are classes whose names differ from the type's.
var postgresKinds = map[string][2]string{
	"timestamptz": {"TIMESTAMP", "postgresql"}, "timestamp": {"TIMESTAMP", "postgresql"}, "double precision": {"DOUBLE_PRECISION", ""},
	"jsonb": {"JSONB", "postgresql"}, "json": {"JSON", ""}, "uuid": {"UUID", ""}, "inet": {"INET", "postgresql"}, "bytea": {"BYTEA", "postgresql"},
	"timetz": {"TIME", "postgresql"}, "time": {"TIME", "postgresql"},
}

// plainKinds are the names that are classes of SQLAlchemy in all dialects.
var plainKinds = map[string]bool{
	"integer": true, "bigint": true, "smallint": true, "varchar": true, "char": true, "text": true, "numeric": true, "decimal": true, "float": true,
	"real": true, "boolean": true, "date": true, "datetime": true, "blob": true, "json": true, "time": true, "timestamp": true, "double": true, "nvarchar": true,
}

// schemaType finds the class of SQLAlchemy for a canonical type; one that has
// none keeps its text.
func (s *State) schemaType(canon string) schema.Type {
	t, ok := sqlread.ParseType(canon, s.Dialect)
	if !ok || canon == "" {
		return schema.Type{Kind: "NullType"}
	}
	if t.Dims > 0 {
		item := s.schemaType(strings.TrimRight(canon, "[]"))
		return schema.Type{Kind: "ARRAY", Dialect: "postgresql", Item: &item}
	}
	if s.Dialect.IsMySQL() {
		if out, ok := mysqlType(t); ok {
			return out
		}
	}
	out := schema.Type{}
	switch {
	case s.Dialect == sqlread.SQLite:
		out.Kind = s.sqliteKind(t)
	case s.Dialect == sqlread.PostgreSQL && postgresKinds[t.Name][0] != "":
		k := postgresKinds[t.Name]
		out.Kind, out.Dialect, out.Timezone = k[0], k[1], strings.HasSuffix(t.Name, "tz")
	case plainKinds[t.Name]:
		out.Kind = strings.ToUpper(t.Name)
	default:
		if o := s.objects.get("enum " + t.Name); o != nil {
			return schema.Type{Kind: "ENUM", Dialect: "postgresql", Enum: &schema.Enum{Name: o.Name.Name, Schema: o.Name.Schema, Labels: o.Labels, Native: true, CreateType: schema.No}}
		}
		return schema.Type{Kind: "UserDefined", Name: t.Name, Raw: strings.ToUpper(canon)}
	}
	switch out.Kind {
	case "VARCHAR", "CHAR", "TEXT", "NVARCHAR", "BLOB":
		out.Length = t.Number(0)
	case "NUMERIC", "DECIMAL":
		out.Precision, out.Scale = t.Number(0), t.Number(1)
	case "FLOAT", "TIMESTAMP", "TIME", "REAL", "DOUBLE":
		out.Precision = t.Number(0)
	}
	return out
}

// sqliteKind follows the rules that SQLAlchemy has for declared types.
func (s *State) sqliteKind(t sqlread.TypeName) string {
	if k := sqliteKinds[t.Name]; k != "" {
		return k
	}
	if plainKinds[t.Name] {
		return strings.ToUpper(t.Name)
	}
	switch {
	case strings.Contains(t.Name, "int"):
		return "INTEGER"
	case strings.Contains(t.Name, "char"), strings.Contains(t.Name, "clob"), strings.Contains(t.Name, "text"):
		return "TEXT"
	case strings.Contains(t.Name, "blob"), t.Name == "":
		return "NullType"
	case strings.Contains(t.Name, "real"), strings.Contains(t.Name, "floa"), strings.Contains(t.Name, "doub"):
		return "REAL"
	}
	return "NUMERIC"
}

// Names lists the objects of a kind in a schema: table, view, materialized
// view, schema, sequence or enum.
func (s *State) Names(kind, in string) []string {
	if in == "public" || in == "main" {
		in = ""
	}
	var out []string
	switch kind {
	case "table":
		for _, t := range s.tables.all() {
			if t.Name.Schema == in && !t.Open {
				out = append(out, t.Name.Name)
			}
		}
	default:
		for _, o := range s.objects.all() {
			if o.Kind == kind && (o.Name.Schema == in || kind == "schema") {
				out = append(out, o.Name.Name)
			}
		}
	}
	if kind == "schema" && s.Dialect == sqlread.PostgreSQL {
		out = append(out, "information_schema", "public")
	}
	slices.Sort(out)
	return out
}

// Tell says what a script states of a column that nobody made: its type,
// nullability, default or comment.
func (s *State) Tell(n schema.Name, column, attribute, value string) {
	t := s.Table(sqlread.QName{Schema: strings.TrimPrefix(n.Schema, "public"), Name: n.Name})
	if t == nil {
		return
	}
	t, i := s.column(t, column)
	if i < 0 || !t.Columns[i].Open {
		return
	}
	c := t.Columns[i]
	switch attribute {
	case "type":
		if ty, ok := sqlread.ParseType(value, s.Dialect); ok {
			c.Type.bind(canonType(ty, s.Dialect))
		}
	case "not null":
		c.NotNull.bind(value)
	case "default":
		c.Default.bind(s.canonDefault(sqlread.CanonText(value, s.Dialect), c.Type.text()))
	case "comment":
		c.Comment.bind(value)
	}
}
