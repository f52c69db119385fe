package verifier

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// Tables of MySQL and MariaDB. The dialect mysql gets only what MySQL 5.6 takes.

func (g *tableMaker) mysql() bool { return g.dialect == "mysql" || g.dialect == "mariadb" }

// mysqlTypes are the types that a column may have; those of MariaDB alone last.
var mysqlTypes = []string{"Integer", "Integer", "BigInteger", "SmallInteger", "String", "String", "Text", "Unicode", "UnicodeText", "Boolean", "Date", "DateTime", "Time", "Numeric",
	"Float", "LargeBinary", "Double", "Enum", "m INTEGER", "m BIGINT", "m TINYINT", "m MEDIUMINT", "m DECIMAL", "m DATETIME", "m TIMESTAMP", "m TIME", "m ENUM", "m SET", "m YEAR", "m BIT",
	"m VARCHAR", "m CHAR", "VARBINARY", "BINARY", "m TINYTEXT", "m MEDIUMTEXT", "m LONGTEXT", "m LONGBLOB", "m DOUBLE", "Uuid", "Interval", "JSON"}

func (g *tableMaker) mysqlType() schema.Type {
	n := len(mysqlTypes)
	if g.dialect == "mysql" {
		n--
	}
	t := schema.Type{Kind: mysqlTypes[g.IntN(n)]}
	if own, ok := strings.CutPrefix(t.Kind, "m "); ok {
		t.Kind, t.Dialect = own, "mysql"
	}
	size := func(most int) *int { v := 1 + g.IntN(most); return &v }
	switch t.Kind {
	case "String", "Unicode", "VARCHAR", "CHAR", "VARBINARY", "BINARY":
		t.Length = size(180)
	case "Numeric", "DECIMAL":
		if !g.one(3) {
			t.Precision = size(20)
			scale := g.IntN(*t.Precision + 1)
			t.Scale = &scale
		}
	case "BIT":
		t.Length = size(40)
	case "Enum", "ENUM":
		t.Enum = &schema.Enum{Labels: []string{"new", "old", "it's"}[:2+g.IntN(2)], Native: true}
		if t.Dialect == "" {
			t.Enum.Name = "mood"
		}
	case "SET":
		t.Values = []string{"read", "write", "own"}[:2+g.IntN(2)]
	}
	if t.Dialect == "mysql" {
		g.mysqlArguments(&t)
	}
	return t
}

// mysqlArguments says what only the classes of the dialect take.
func (g *tableMaker) mysqlArguments(t *schema.Type) {
	switch t.Kind {
	case "INTEGER", "BIGINT", "TINYINT", "MEDIUMINT", "DECIMAL", "DOUBLE":
		t.Unsigned = !g.one(3)
		if t.Kind == "TINYINT" && g.one(3) {
			one := 1
			t.DisplayWidth, t.Unsigned = &one, false
		}
	case "DATETIME", "TIMESTAMP", "TIME":
		if g.one(2) {
			digits := 1 + g.IntN(6)
			t.Precision = &digits
		}
	case "VARCHAR", "CHAR", "MEDIUMTEXT", "ENUM", "SET":
		switch g.IntN(5) {
		case 0:
			t.Charset = "latin1"
		case 1:
			t.Charset, t.Collation = "utf8mb4", "utf8mb4_bin"
		case 2:
			t.Collation = "utf8mb4_unicode_ci"
		}
		if t.Charset == "" && t.Collation != "" {
			t.Charset = "utf8mb4"
		}
	}
}

// long reports whether a type holds more than a key does.
func long(t schema.Type) bool {
	return strings.HasSuffix(t.Kind, "TEXT") || strings.HasSuffix(t.Kind, "BLOB") || slices.Contains([]string{"Text", "UnicodeText", "LargeBinary", "JSON"}, t.Kind)
}

func (g *tableMaker) mysqlOptions() schema.Options {
	var out schema.Options
	set := func(name, value string) {
		out = append(out, schema.Option{Name: g.dialect + "_" + name, Value: schema.OptString(value)})
	}
	if g.one(4) {
		set("engine", []string{"InnoDB", "InnoDB", "MyISAM"}[g.IntN(3)])
	}
	switch g.IntN(8) {
	case 0:
		set("charset", "latin1")
	case 1:
		set("charset", "utf8mb4")
		set("collate", "utf8mb4_unicode_ci")
	}
	if g.one(10) {
		set("row_format", "DYNAMIC")
	}
	return out
}

// longKeys reports whether keys hold texts: those of MyISAM hold 1000 bytes.
func (s *tableSpec) longKeys() bool {
	for i, c := range s.Columns {
		used := c.Unique || c.Index || slices.Contains(s.Primary, i) || slices.ContainsFunc(s.Parts, func(p partSpec) bool { return p.Prefix == "" && p.Length == 0 && slices.Contains(p.Columns, i) })
		if used && c.Type.Length != nil && *c.Type.Length > 60 {
			return true
		}
	}
	return false
}

// mysqlColumn decides what else a column has.
func (g *tableMaker) mysqlColumn(c *columnSpec, at int) {
	c.Long = long(c.Type)
	switch g.IntN(6) {
	case 0, 1:
		g.mysqlDefault(c)
	case 2:
		if whole(c.Type) && g.dialect == "mariadb" && g.one(2) {
			c.Computed, c.Stored = fmt.Sprintf("%d * 2", 1+at), g.one(2)
		}
	}
	if c.Type.Kind == "TIMESTAMP" && c.NotNull && c.SQL == "" || c.Computed != "" {
		c.NotNull = false // its default would be the server's choice; it takes no such word
	}
	if indexable(*c) && c.Computed == "" {
		c.Unique, c.Index = g.one(8), g.one(8)
	}
}

func (g *tableMaker) mysqlDefault(c *columnSpec) {
	now := "CURRENT_TIMESTAMP"
	if c.Type.Dialect == "mysql" && c.Type.Precision != nil {
		now = fmt.Sprintf("CURRENT_TIMESTAMP(%d)", *c.Type.Precision)
	}
	switch c.Type.Kind {
	case "Integer", "BigInteger", "SmallInteger", "INTEGER", "BIGINT", "TINYINT", "MEDIUMINT":
		c.Default = "7"
		if g.one(3) {
			c.Default, c.SQL = "", []string{"5", "'5'", "NULL"}[g.IntN(3)]
			c.NotNull = c.NotNull && c.SQL != "NULL"
		}
	case "Boolean":
		c.SQL = []string{"0", "true", "'1'"}[g.IntN(3)]
	case "String", "Unicode", "VARCHAR":
		if *c.Type.Length > 5 {
			c.Default = []string{"x", "it's", "100%", "a\nb", `a\b`}[g.IntN(5)]
		}
	case "Enum", "ENUM":
		c.Default = "old"
	case "SET":
		c.Default = "read,write"
	case "Date":
		c.Default = "2020-01-02"
	case "YEAR":
		c.Default = "2020"
	case "DateTime", "DATETIME", "TIMESTAMP":
		c.SQL = []string{now, now + " ON UPDATE " + now}[g.IntN(2)]
	case "Double", "Float", "DOUBLE":
		c.SQL = []string{"1.5", "0"}[g.IntN(2)]
	case "Text", "MEDIUMTEXT", "JSON":
		if g.dialect == "mariadb" {
			c.SQL = map[bool]string{true: "(concat('a', 'b'))", false: "'{}'"}[g.one(2) && c.Type.Kind != "JSON"]
		}
	}
}

// mysqlIndex makes an index over parts of a column, or over its words.
func (g *tableMaker) mysqlIndex(s *tableSpec) (partSpec, bool) {
	i := slices.IndexFunc(s.Columns, func(c columnSpec) bool {
		return textual(c.Type) && c.Type.Enum == nil && c.Type.Kind != "SET" && (c.Type.Length == nil || *c.Type.Length > 20)
	})
	if i < 0 {
		return partSpec{}, false
	}
	p := partSpec{Kind: "index", Columns: []int{i}}
	if g.one(3) {
		p.Prefix = "FULLTEXT"
	} else {
		p.Length, p.Unique = 5+int64(g.IntN(10)), g.one(6)
	}
	return p, true
}

// existing says what a column has besides what changes, as the server wants it said
// again; sometimes it is forgotten, as people do.
func (g *migrationMaker) existing(i int, a *op.AlterColumn) {
	if g.one(4) {
		return
	}
	c := &g.now.Columns[i]
	key := slices.Contains(g.now.Primary, i)
	if a.Nullable == schema.Unset {
		a.ExistingNullable = schema.TriOf(!c.NotNull && !key)
	}
	if def := c.build(&schema.Order{}, g.now).ServerDefault; !a.ServerDefault.Given && def != nil {
		a.ExistingServerDefault = op.DefaultArg{Given: true, Value: def}
	}
	if !a.Comment.Given && c.Comment != "" {
		a.ExistingComment = &c.Comment
	}
	if key && len(g.now.Primary) == 1 && i == g.now.Primary[0] && whole(c.Type) && c.Default == "" && c.SQL == "" && !g.refers(i) {
		a.ExistingAutoincrement = schema.Yes
	}
}

// refers reports whether a column is in a foreign key: SQLAlchemy numbers none such.
func (g *migrationMaker) refers(i int) bool {
	return slices.ContainsFunc(g.now.Parts, func(p partSpec) bool { return p.Kind == "foreign" && slices.Contains(p.Columns, i) })
}

// typeText is the text of a type.
func (g *tableMaker) typeText(t schema.Type) string {
	d, err := sqlgen.New(g.dialect)
	if err != nil {
		return err.Error()
	}
	s, err := d.CompileType(t)
	if err != nil {
		return err.Error()
	}
	return s
}

// definition is all that stands after the name of a column.
func (g *tableMaker) definition(c columnSpec) string {
	s := g.typeText(c.Type)
	if c.Computed != "" {
		return s + " GENERATED ALWAYS AS (" + c.Computed + ") " + map[bool]string{true: "STORED", false: "VIRTUAL"}[c.Stored]
	}
	switch {
	case c.NotNull:
		s += " NOT NULL"
	case c.Type.Kind == "TIMESTAMP" || g.one(2):
		s += " NULL"
	}
	switch {
	case c.SQL != "":
		s += " DEFAULT " + c.SQL
	case c.Default != "":
		s += " DEFAULT " + mysqlString(c.Default)
	}
	if c.Comment != "" {
		s += " COMMENT " + mysqlString(c.Comment)
	}
	return s
}

func mysqlString(s string) string {
	return "'" + strings.NewReplacer("'", "''", `\`, `\\`).Replace(s) + "'"
}
