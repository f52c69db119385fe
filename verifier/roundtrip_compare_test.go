package verifier

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// A tableText is a table as comparable lines.
type tableText struct {
	d    *sqlgen.Dialect
	out  []string
	pk   []string
	seen map[string]bool
}

// linesOf writes down what reflection tells of a table on a dialect, in one way for
// tables that were asked for and tables that were read.
func linesOf(d *sqlgen.Dialect, t *schema.Table, wanted bool) []string {
	w := &tableText{d: d, seen: map[string]bool{}}
	if pk := t.PrimaryKey(); pk != nil {
		w.pk = pk.Columns
	}
	for _, c := range t.Columns {
		w.add("column %s", w.column(c, wanted))
	}
	var rest []string
	for _, k := range t.Constraints {
		if s := w.constraint(k); s != "" {
			rest = append(rest, s)
		}
	}
	for _, x := range t.Indexes {
		rest = append(rest, w.index(t, x))
	}
	if t.Comment != nil {
		rest = append(rest, "comment "+*t.Comment)
	}
	slices.Sort(rest)
	return append(w.out, rest...)
}

func (w *tableText) add(format string, args ...any) {
	w.out = append(w.out, fmt.Sprintf(format, args...))
}

func (w *tableText) column(c *schema.Column, wanted bool) string {
	s := c.Name + " " + w.typeText(c.Type)
	// A primary key is not null, whatever the column says.
	nullable := c.IsNullable() && !slices.Contains(w.pk, c.Name)
	if !nullable {
		s += " not null"
	}
	switch x := c.ServerDefault.(type) {
	case schema.StringDefault:
		s += " default " + w.literal(c.Type, "'"+strings.ReplaceAll(x.Text, "'", "''")+"'")
	case schema.ExprDefault:
		text := defaultText(w.sql(x.Expr))
		if !strings.HasPrefix(text, "nextval") {
			s += " default " + w.literal(c.Type, text)
		}
	case *schema.Identity:
		s += " identity " + identityText(x)
	case *schema.Computed:
		text := loose(w.sql(x.SQL))
		for _, word := range []string{"virtual", "stored"} {
			// SQLAlchemy's pattern for SQLite takes what follows the last column with it.
			text, _, _ = strings.Cut(text, word)
		}
		s += fmt.Sprintf(" computed %s %v", text, x.Persisted == schema.Yes)
	}
	if c.Comment != nil {
		s += " comment " + *c.Comment
	}
	return s
}

// literal is a default without the quotes that PostgreSQL takes off numbers.
func (w *tableText) literal(t schema.Type, s string) string {
	if w.d.Name == "mysql" || w.d.Name == "mariadb" {
		return loose(s)
	}
	if expr.Affinity(t) == "Integer" {
		return strings.Trim(s, "'")
	}
	return s
}

// identityText fills in what the database decides when nothing was said.
func identityText(x *schema.Identity) string {
	num := func(p *int64, or int64) int64 {
		if p == nil {
			return or
		}
		return *p
	}
	o := x.Options
	low := num(o.MinValue, 1)
	high := int64(0)
	if o.MaxValue != nil && *o.MaxValue < 30000 {
		high = *o.MaxValue
	}
	return fmt.Sprintf("always=%v start=%d by=%d min=%d max=%d cache=%d cycle=%v", x.Always, num(o.Start, low), num(o.Increment, 1), low, high, num(o.Cache, 1), o.Cycle == schema.Yes)
}

// sameTypes are the names under which PostgreSQL tells of types.
var sameTypes = strings.NewReplacer("TIMESTAMP WITHOUT TIME ZONE", "TIMESTAMP", "TIME WITHOUT TIME ZONE", "TIME")

func (w *tableText) typeText(t schema.Type) string {
	if read, _ := sqlread.DialectOf(w.d.Name); read.IsMySQL() {
		return w.mysqlType(t, read)
	}
	s, err := w.d.CompileType(t)
	if err != nil {
		return err.Error()
	}
	if w.d.Name != "postgresql" {
		return s
	}
	switch name, arg, _ := strings.Cut(strings.TrimSuffix(s, ")"), "("); name {
	case "FLOAT":
		s = "DOUBLE PRECISION"
		var bits int
		if n, _ := fmt.Sscan(arg, &bits); n == 1 && bits <= 24 {
			s = "REAL"
		}
	case "NUMERIC", "DECIMAL":
		s = "NUMERIC"
		if arg != "" && !strings.Contains(arg, ",") {
			arg += ", 0"
		}
		if arg != "" {
			s += "(" + arg + ")"
		}
	case "CHAR":
		if arg == "" {
			s = "CHAR(1)"
		}
	}
	return sameTypes.Replace(s)
}

// mysqlType is a type without what the server adds: the widths of whole numbers,
// and the letters of the table.
func (w *tableText) mysqlType(t schema.Type, read sqlread.Dialect) string {
	t.Charset, t.Collation = "", ""
	s, err := w.d.CompileType(t)
	if err != nil {
		return err.Error()
	}
	canon, ok := catalog.New(read, catalog.NewWorld()).CanonType(s)
	switch {
	case !ok:
		return "not read: " + s
	case canon == "json" && read == sqlread.MariaDB:
		return "longtext"
	case canon == "year(4)":
		return "year"
	}
	return canon
}

func (w *tableText) sql(e schema.Expr) string {
	if x, ok := e.(*expr.Text); ok {
		return x.SQL
	}
	x, ok := e.(expr.Expr)
	if !ok {
		return fmt.Sprintf("%T", e)
	}
	st, err := w.d.CompileExpr(x, sqlgen.Options{LiteralBinds: true, NoTable: true})
	if err != nil {
		return err.Error()
	}
	return st.Text
}

// defaultText is a default without the casts that PostgreSQL writes after literals.
func defaultText(s string) string {
	if strings.HasPrefix(s, "'") {
		if i := strings.LastIndex(s, "'::"); i > 0 {
			s = s[:i+1]
		}
		return s
	}
	return loose(s)
}

// castForm is a cast as PostgreSQL writes it into expressions, whatever the type.
var castForm = regexp.MustCompile(`(?i)::(character varying|double precision|bit varying|time(stamp)?(\(\d\))? with(out)? time zone|("[^"]+"|\w+)(\.("[^"]+"|\w+))?)(\([\d, ]+\))?(\[\])*`)

var looseForm = strings.NewReplacer("(", "", ")", "", " ", "", `"`, "", "`", "", "'", "")

// loose is an expression without what databases add to it or leave out.
func loose(s string) string {
	s = strings.ToLower(looseForm.Replace(castForm.ReplaceAllString(s, "")))
	if head, rest, ok := strings.Cut(s, "=anyarray["); ok {
		s = head + "in" + strings.TrimSuffix(rest, "]")
	}
	if head, rest, ok := strings.Cut(s, ">="); ok {
		if low, high, ok := strings.Cut(rest, "and"+head+"<="); ok {
			s = head + "between" + low + "and" + high
		}
	}
	return s
}

func (w *tableText) constraint(k schema.Constraint) string {
	b := k.Base()
	name := b.Name.Text
	tail := ""
	if b.Deferrable == schema.Yes {
		tail += " deferrable"
	}
	if strings.EqualFold(b.Initially, "DEFERRED") {
		tail += " deferred"
	}
	switch x := k.(type) {
	case *schema.PrimaryKey:
		if len(x.Columns) == 0 {
			return ""
		}
		if !strings.HasPrefix(name, "pk_named") {
			name = ""
		}
		return fmt.Sprintf("primary key %s %q", name, x.Columns)
	case *schema.Unique:
		return fmt.Sprintf("unique %s %q%s", w.given(name), x.Columns, tail)
	case *schema.Check:
		if x.Implicit {
			return ""
		}
		return fmt.Sprintf("check %s %s", w.given(name), loose(w.sql(x.Expr)))
	case *schema.ForeignKey:
		return fmt.Sprintf("foreign key %s %q %s %q delete=%s update=%s%s", w.given(name), x.Columns, x.RefTable.Name, x.RefColumns, action(x.OnDelete), action(x.OnUpdate), tail)
	}
	return fmt.Sprintf("%T %s", k, name)
}

func action(s string) string {
	if s == "NO ACTION" {
		return ""
	}
	return s
}

// given leaves out names that the database made up.
func (w *tableText) given(name string) string {
	for _, stem := range []string{"unique_", "check_", "foreign_"} {
		if strings.HasPrefix(name, stem) {
			return name
		}
	}
	return ""
}

func (w *tableText) index(t *schema.Table, x *schema.Index) string {
	name := x.Name.Text
	if !strings.HasPrefix(name, "index_") {
		name = "" // ix_table_column
	}
	var parts []string
	for _, e := range x.Elements {
		switch {
		case e.Expr != nil:
			parts = append(parts, loose(w.sql(e.Expr)))
		default:
			parts = append(parts, loose(e.Column))
		}
	}
	where := ""
	if v, ok := x.Options.Get(w.d.Name + "_where").(schema.OptExpr); ok {
		where = " where " + loose(w.sql(v.Expr))
	}
	return fmt.Sprintf("index %s unique=%v %q%s", name, x.Unique, parts, where)
}
