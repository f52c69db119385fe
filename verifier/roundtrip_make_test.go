package verifier

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// A tableSpec is a random table before it becomes one: a list of parts, each of
// which can be left out when a failing table is made smaller.
type tableSpec struct {
	Dialect string
	Name    string
	Comment string
	Columns []columnSpec
	Parts   []partSpec
	Options schema.Options
	Primary []int // indexes into Columns
	Named   bool  // the primary key has a name
}

type columnSpec struct {
	Name     string
	Type     schema.Type
	NotNull  bool
	Default  string // Python string default: rendered as a literal
	SQL      string // text() default
	Identity *schema.Identity
	Computed string
	Stored   bool
	Comment  string
	Unique   bool
	Index    bool
	Long     bool // of MySQL: no key takes all of it
}

// A partSpec is a constraint or an index over columns by their number.
type partSpec struct {
	Kind    string // unique, check, foreign, index
	Columns []int
	Text    string // the condition of a check or a partial index
	Unique  bool
	Delete  string
	Update  string
	Defer   bool
	Desc    bool
	Expr    bool   // an index over an expression
	Prefix  string // of MySQL: FULLTEXT
	Length  int64  // of MySQL: how much of the first column
}

// columnNames are those that tables choose from: plain ones, keywords, and ones
// that need quotes.
var columnNames = []string{"id", "name", "created_at", "order", "select", "User", "camelCase", "x1", "value", "with space", "größe", "a_rather_long_column_name"}

// columnType makes one of the types of a dialect that a table may have.
func (g *tableMaker) columnType() schema.Type {
	if g.mysql() {
		return g.mysqlType()
	}
	n := func(max int) *int { v := 1 + g.IntN(max); return &v }
	plain := []string{"Integer", "BigInteger", "SmallInteger", "String", "Text", "Unicode", "UnicodeText", "Boolean", "Date", "DateTime", "Time",
		"Numeric", "Float", "LargeBinary", "Uuid", "JSON", "Interval", "Double", "VARCHAR", "CHAR", "REAL", "DECIMAL", "TIMESTAMP"}
	if g.dialect == "postgresql" {
		plain = append(plain, "JSONB", "INET", "CIDR", "MACADDR", "TSVECTOR", "BYTEA", "INT4RANGE", "NUMRANGE", "TSTZRANGE", "DATERANGE", "MONEY", "OID",
			"ARRAY", "BIT", "MACADDR8", "INT8RANGE", "TSRANGE", "INT4MULTIRANGE", "TSQUERY", "REGCLASS")
	}
	t := schema.Type{Kind: plain[g.IntN(len(plain))]}
	switch t.Kind {
	case "String", "Unicode", "VARCHAR", "CHAR":
		if g.IntN(3) > 0 {
			t.Length = n(255)
		}
	case "Numeric", "DECIMAL":
		if g.IntN(3) > 0 {
			t.Precision = n(20)
			if g.IntN(3) > 0 {
				s := g.IntN(*t.Precision + 1)
				t.Scale = &s
			}
		}
	case "DateTime", "Time", "TIMESTAMP":
		t.Timezone = g.IntN(3) == 0
	case "Float":
		if g.IntN(3) == 0 {
			t.Precision = n(53)
		}
	case "ARRAY":
		t.Dialect = "postgresql"
		item := schema.Type{Kind: []string{"Integer", "Text", "Uuid", "Date"}[g.IntN(4)]}
		t.Item = &item
	case "BIT":
		t.Dialect, t.Length = "postgresql", n(20)
	case "JSONB", "INET", "CIDR", "MACADDR", "TSVECTOR", "BYTEA", "MONEY", "OID", "INT4RANGE", "NUMRANGE", "TSTZRANGE", "DATERANGE", "MACADDR8", "INT8RANGE", "TSRANGE",
		"INT4MULTIRANGE", "TSQUERY", "REGCLASS":
		t.Dialect = "postgresql"
	}
	return t
}

// A tableMaker makes random tables.
type tableMaker struct {
	*rand.Rand
	dialect string
}

func (g *tableMaker) one(chance int) bool { return g.IntN(chance) == 0 }

func (g *tableMaker) table() *tableSpec {
	s := &tableSpec{Dialect: g.dialect, Name: []string{"t", "Things", "order", "a table", "users"}[g.IntN(5)]}
	if g.dialect != "sqlite" && g.one(4) {
		s.Comment = "it's 100% \"so\""
	}
	if g.mysql() {
		s.Options = g.mysqlOptions()
	}
	names := slices.Clone(columnNames)
	g.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for i := range 1 + g.IntN(6) {
		c := g.column(names[i], i)
		if i == 0 {
			c.Computed = "" // SQLite wants one column that is not
		}
		s.Columns = append(s.Columns, c)
	}
	for range g.IntN(4) {
		if g.one(3) {
			continue
		}
		if p, ok := g.part(s); ok {
			s.Parts = append(s.Parts, p)
		}
	}
	if !g.one(4) {
		for i, c := range s.Columns {
			if indexable(c) && c.Computed == "" && expr.Affinity(c.Type) != "Numeric" && (len(s.Primary) == 0 || g.one(4)) && len(s.Primary) < 3 {
				s.Primary = append(s.Primary, i)
			}
		}
		s.Named = g.one(3) && len(s.Primary) > 0
	}
	s.settle()
	if g.mysql() && s.longKeys() {
		s.Options = nil
	}
	return s
}

// settle takes away what databases merge: a UNIQUE over the primary key. (A numeric
// key would become a SERIAL, which is SQLAlchemy's doing.)
func (s *tableSpec) settle() {
	if len(s.Primary) == 1 {
		s.Columns[s.Primary[0]].Unique = false
	}
	s.Parts = slices.DeleteFunc(s.Parts, func(p partSpec) bool {
		return p.Kind == "unique" && slices.Equal(slices.Sorted(slices.Values(p.Columns)), slices.Sorted(slices.Values(s.Primary)))
	})
}

func (g *tableMaker) column(name string, at int) columnSpec {
	c := columnSpec{Name: name, Type: g.columnType(), NotNull: g.one(3)}
	if g.dialect != "sqlite" && g.one(5) {
		c.Comment = "column " + name + " isn't 50%"
	}
	if g.mysql() {
		g.mysqlColumn(&c, at)
		return c
	}
	switch g.IntN(6) {
	case 0:
		g.literalDefault(&c)
	case 1:
		g.expressionDefault(&c)
	case 2:
		if g.dialect == "postgresql" && whole(c.Type) && g.one(2) {
			c.Identity = g.identity()
		}
	case 3:
		if whole(c.Type) && g.one(2) {
			c.Computed, c.Stored = fmt.Sprintf("%d * 2", 1+at), g.dialect == "postgresql" || g.one(2)
		}
	}
	if indexable(c) && c.Computed == "" {
		c.Unique, c.Index = g.one(8), g.one(8)
	}
	return c
}

func (g *tableMaker) literalDefault(c *columnSpec) {
	switch {
	case whole(c.Type):
		c.Default = "7"
	case textual(c.Type) && (c.Type.Length == nil || *c.Type.Length > 5) && c.Type.Kind != "CHAR":
		c.Default = []string{"x", "it's", "100%", "a\nb", ""}[g.IntN(5)]
	case c.Type.Kind == "Date":
		c.Default = "2020-01-02"
	}
}

func (g *tableMaker) expressionDefault(c *columnSpec) {
	switch c.Type.Kind {
	case "Integer", "BigInteger", "SmallInteger":
		c.SQL = []string{"5", "1 + 1", "-3"}[g.IntN(3)]
	case "DateTime", "TIMESTAMP":
		c.SQL = "CURRENT_TIMESTAMP"
	case "Boolean":
		c.SQL = map[string]string{"postgresql": "false", "sqlite": "0"}[g.dialect]
	case "Text":
		c.SQL = "lower('ABC')"
	}
}

func (g *tableMaker) identity() *schema.Identity {
	x := &schema.Identity{Always: g.one(2)}
	num := func(n int64) *int64 { return &n }
	if g.one(2) {
		x.Options.Start, x.Options.Increment = num(5), num(2)
	}
	if g.one(3) {
		x.Options.MinValue, x.Options.MaxValue = num(1), num(5000)
	}
	if g.one(3) {
		x.Options.Cache = num(10)
	}
	if g.one(3) {
		x.Options.Cycle = schema.Yes
	}
	return x
}

func (g *tableMaker) part(s *tableSpec) (partSpec, bool) {
	p := partSpec{Kind: []string{"unique", "check", "foreign", "index", "index"}[g.IntN(5)]}
	if g.mysql() && p.Kind == "index" && g.one(3) {
		return g.mysqlIndex(s)
	}
	if g.dialect == "mysql" && p.Kind == "check" {
		return p, false // read and forgotten
	}
	var usable []int
	for i, c := range s.Columns {
		if indexable(c) && c.Computed == "" && (p.Kind != "foreign" || whole(c.Type)) && (p.Kind != "check" || whole(c.Type)) {
			usable = append(usable, i)
		}
	}
	if len(usable) == 0 {
		return p, false
	}
	g.Shuffle(len(usable), func(i, j int) { usable[i], usable[j] = usable[j], usable[i] })
	p.Columns = usable[:1+g.IntN(min(2, len(usable)))]
	switch p.Kind {
	case "check":
		p.Columns = p.Columns[:1]
		p.Text = []string{"> 5", "<> 3", "IN (1, 2, 3)", "BETWEEN 1 AND 9"}[g.IntN(4)]
	case "foreign":
		p.Columns = p.Columns[:1]
		p.Delete = []string{"", "CASCADE", "SET NULL", "RESTRICT"}[g.IntN(4)]
		p.Update = []string{"", "CASCADE"}[g.IntN(2)]
		p.Defer = g.one(4) && !g.mysql()
	case "unique":
		// Databases, or reflection, know one UNIQUE for the same columns.
		for _, other := range s.Parts {
			if other.Kind == "unique" && slices.Equal(slices.Sorted(slices.Values(other.Columns)), slices.Sorted(slices.Values(p.Columns))) {
				return p, false
			}
		}
		return p, len(p.Columns) > 1 || !s.Columns[p.Columns[0]].Unique
	case "index":
		p.Unique = g.one(3)
		if whole(s.Columns[p.Columns[0]].Type) && g.one(4) && !g.mysql() {
			p.Text = "> 10"
		}
		if g.dialect == "postgresql" {
			p.Desc, p.Expr = g.one(4), g.one(5) && textual(s.Columns[p.Columns[0]].Type)
		}
	}
	return p, true
}

func whole(t schema.Type) bool {
	return t.Kind == "Integer" || t.Kind == "BigInteger" || t.Kind == "SmallInteger"
}

func textual(t schema.Type) bool { return expr.Affinity(t) == "String" }

// indexable reports whether a column may stand in keys.
func indexable(c columnSpec) bool {
	switch c.Type.Kind {
	case "JSON", "TSVECTOR", "ARRAY", "TSQUERY", "JSONB":
		return false
	}
	return !c.Long
}

// build makes the directive.
func (s *tableSpec) build() (*op.CreateTable, error) {
	t := &schema.Table{Name: schema.Name{Name: s.Name}, Options: s.Options}
	if s.Comment != "" {
		t.Comment = &s.Comment
	}
	var order schema.Order
	var items []schema.Item
	for _, c := range s.Columns {
		items = append(items, c.build(&order, s))
	}
	if len(s.Primary) > 0 {
		pk := &schema.PrimaryKey{ConstraintBase: schema.ConstraintBase{Created: order.Next()}}
		if s.Named {
			pk.Name = schema.Given("pk_named")
		}
		for _, i := range s.Primary {
			pk.Columns = append(pk.Columns, s.Columns[i].Name)
		}
		items = append(items, pk)
	}
	for i, p := range s.Parts {
		items = append(items, p.build(i, &order, s))
	}
	return &op.CreateTable{Table: t}, t.Add(&order, items...)
}

func (c columnSpec) build(order *schema.Order, s *tableSpec) *schema.Column {
	col := &schema.Column{Name: c.Name, Type: c.Type, Created: order.Next()}
	if c.NotNull {
		col.Nullable = schema.No
	}
	switch {
	case c.Identity != nil:
		id := *c.Identity
		col.ServerDefault = &id
	case c.Computed != "":
		col.ServerDefault = &schema.Computed{SQL: &expr.Text{SQL: c.Computed}, Persisted: schema.TriOf(c.Stored)}
	case c.SQL != "":
		col.ServerDefault = schema.ExprDefault{Expr: &expr.Text{SQL: c.SQL}}
	case c.Default != "":
		col.ServerDefault = schema.StringDefault{Text: c.Default}
	}
	if c.Comment != "" {
		col.Comment = &c.Comment
	}
	if c.Unique {
		col.Unique = schema.Yes
	}
	if c.Index {
		col.Index = schema.Yes
	}
	return col
}

func (p partSpec) build(i int, order *schema.Order, s *tableSpec) schema.Item {
	var cols []string
	for _, at := range p.Columns {
		cols = append(cols, s.Columns[at].Name)
	}
	base := schema.ConstraintBase{Name: schema.Given(fmt.Sprintf("%s_%d", p.Kind, i)), Created: order.Next()}
	if p.Defer {
		base.Deferrable, base.Initially = schema.Yes, "DEFERRED"
	}
	quoted := identifier(s.Dialect, cols[0])
	switch p.Kind {
	case "unique":
		return &schema.Unique{ConstraintBase: base, Columns: cols}
	case "check":
		return &schema.Check{ConstraintBase: base, Expr: &expr.Text{SQL: quoted + " " + p.Text}}
	case "foreign":
		ref := map[string]string{"Integer": "i", "BigInteger": "b", "SmallInteger": "s"}[s.Columns[p.Columns[0]].Type.Kind]
		return &schema.ForeignKey{ConstraintBase: base, Columns: cols, RefTable: schema.Name{Name: "parent"}, RefColumns: []string{ref}, OnDelete: p.Delete, OnUpdate: p.Update}
	}
	x := &schema.Index{Name: base.Name, Unique: p.Unique, Created: base.Created}
	for _, c := range cols {
		x.Elements = append(x.Elements, schema.IndexElement{Column: c})
	}
	if p.Desc {
		x.Elements[0] = schema.IndexElement{Expr: &expr.Text{SQL: quoted + " DESC"}}
	}
	if p.Expr {
		x.Elements[0] = schema.IndexElement{Expr: &expr.Text{SQL: "lower(" + quoted + ")"}}
	}
	if p.Prefix != "" {
		x.Options = append(x.Options, schema.Option{Name: s.Dialect + "_prefix", Value: schema.OptString(p.Prefix)})
	}
	if p.Length > 0 {
		x.Options = append(x.Options, schema.Option{Name: s.Dialect + "_length", Value: schema.OptMap{{Name: cols[0], Value: schema.OptInt(p.Length)}}})
	}
	if p.Text != "" {
		x.Options = schema.Options{{Name: s.Dialect + "_where", Value: schema.OptExpr{Expr: &expr.Text{SQL: quoted + " " + p.Text}}}}
	}
	return x
}
