package mydb

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// A reader turns what SHOW CREATE prints into tables.
//
// Why not information_schema: it lacks what some engines and versions know
// (partitions, options, what a key was asked to be), its columns are others in
// each version, and reading it opens every table.
type reader struct {
	database string
	charsets map[string]string // the default collation of each character set
	zero     string            // the zero date, if the server takes it
}

// A cursor walks over the tokens of a definition.
type cursor struct {
	text string
	t    []sqltok.Token
	i    int
}

func (c *cursor) end() bool { return c.i >= len(c.t) }

func (c *cursor) now() sqltok.Token {
	if c.end() {
		return sqltok.Token{}
	}
	return c.t[c.i]
}

// next returns the token and goes past it.
func (c *cursor) next() sqltok.Token {
	t := c.now()
	c.i++
	return t
}

// take goes past the words if they come next.
func (c *cursor) take(words ...string) bool {
	for n, w := range words {
		if c.i+n >= len(c.t) || !c.t[c.i+n].Is(w) {
			return false
		}
	}
	c.i += len(words)
	return true
}

// group goes past a pair of parentheses and returns what is between them.
func (c *cursor) group() []sqltok.Token {
	if !c.now().Is("(") {
		return nil
	}
	end := sqltok.Close(c.t, c.i)
	inner := c.t[c.i+1 : max(end, c.i+1)]
	c.i = end + 1
	return inner
}

// primary goes past one operand: a literal, a call, or something in parentheses.
func (c *cursor) primary() []sqltok.Token {
	from := c.i
	if c.now().Is("-") {
		c.i++
	}
	switch t := c.next(); {
	case t.Is("("):
		c.i--
		c.group()
	case t.Kind == sqltok.Word && strings.HasPrefix(t.Text, "_") && c.now().Kind == sqltok.String:
		c.i++
	case t.Kind == sqltok.Word:
		c.group()
	}
	return c.t[from:min(c.i, len(c.t))]
}

// spell writes tokens as the server does, with literals in the spelling of the
// standard, without the name of the scratch database, and on one line.
func (r *reader) spell(text string, tokens []sqltok.Token) string {
	var b strings.Builder
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if b.Len() > 0 && t.Start > tokens[i-1].End {
			b.WriteByte(' ')
		}
		switch {
		case t.Kind == sqltok.String:
			b.WriteString(t.Text)
		case t.Kind == sqltok.Quoted && t.Text == r.database && i+1 < len(tokens) && tokens[i+1].Is("."):
			i++
		default:
			b.WriteString(text[t.Start:t.End])
		}
	}
	return b.String()
}

// list is the names in a list, without what follows each.
func list(tokens []sqltok.Token) []string {
	var out []string
	for _, part := range sqltok.Split(tokens) {
		if len(part) > 0 {
			out = append(out, part[0].Text)
		}
	}
	return out
}

// table reads what SHOW CREATE TABLE prints, and where AUTO_INCREMENT stands, 0
// for nowhere.
func (r *reader) table(text string) (*shape.Table, int64) {
	c := &cursor{text: text, t: sqltok.MySQL(text)}
	t := &shape.Table{}
	for !c.end() && !c.now().Is("(") {
		if tok := c.next(); tok.Kind == sqltok.Quoted {
			t.Name = tok.Text
		}
	}
	elements := sqltok.Split(c.group())
	counter := r.options(t, c)
	collation := option(t, "collation")
	for _, e := range elements {
		if len(e) > 1 && e[0].Kind == sqltok.Quoted {
			t.Columns = append(t.Columns, r.column(t, text, e, collation))
		}
	}
	for _, e := range elements {
		if len(e) > 1 && e[0].Kind != sqltok.Quoted {
			r.part(t, &cursor{text: text, t: e})
		}
	}
	return t, counter
}

func option(t *shape.Table, name string) string {
	for _, a := range t.Options {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// counts are options that say where the table stands, not what it is.
var counts = []string{"auto_increment"}

// options reads what follows the parentheses.
func (r *reader) options(t *shape.Table, c *cursor) (counter int64) {
	set := func(name, value string) { t.Options = append(t.Options, shape.Attr{Name: name, Value: value}) }
	var words []string
	for !c.end() {
		switch {
		case c.take("with", "system", "versioning"):
			set("system versioning", "yes")
		case c.take("partition", "by"):
			set("partitions", r.spell(c.text, c.t[c.i:]))
			c.i = len(c.t)
		case c.take("default"):
		case len(words) == 0 && c.take("tablespace") && !c.now().Is("="):
			set("tablespace", c.next().Text)
		case c.take("="):
			name := strings.Join(words, " ")
			words = nil
			value := c.optionValue(r)
			switch {
			case name == "charset":
				set("character set", value)
			case name == "collate":
				set("collation", value)
			case slices.Contains(counts, name):
				counter = number64(value)
			default:
				set(strings.ReplaceAll(name, "_", " "), value)
			}
		default:
			words = append(words, c.next().Lower)
		}
	}
	if len(words) > 0 {
		set(strings.Join(words, " "), "yes")
	}
	if cs := option(t, "character set"); option(t, "collation") == "" {
		set("collation", r.charsets[cs])
	}
	switch strings.ToLower(option(t, "engine")) {
	case "federated", "federatedx", "connect", "spider", "mrg_myisam", "mergetable", "s3":
		t.Kind = "foreign table"
	case "blackhole":
		t.Kind = "table without rows"
	}
	return counter
}

// optionValue is what follows the equals sign.
func (c *cursor) optionValue(r *reader) string {
	if c.now().Is("(") {
		return r.spell(c.text, c.group())
	}
	t := c.next()
	if t.Kind == sqltok.String {
		return sqltok.Unliteral(t)
	}
	return t.Text
}

func number64(s string) int64 {
	n := int64(0)
	for _, c := range s {
		if c < '0' || c > '9' || n > 1<<59 {
			break
		}
		n = n*10 + int64(c-'0')
	}
	return n
}

// column reads one column.
func (r *reader) column(t *shape.Table, text string, tokens []sqltok.Token, collation string) *shape.Column {
	c := &cursor{text: text, t: tokens, i: 1}
	col := &shape.Column{Name: tokens[0].Text}
	from := c.i
	c.next()
	args := c.group()
	for c.take("unsigned") || c.take("zerofill") || c.take("signed") {
	}
	col.Type = r.spell(text, tokens[from:min(c.i, len(tokens))])
	a := columnAttributes{column: col, table: t}
	for !c.end() {
		r.attribute(&a, c)
	}
	r.classify(&a, tokens[from].Lower, args, collation)
	if !a.defaulted && !col.NotNull && col.Generated == "" && !a.long {
		a.extra("left out in an insert", "not allowed")
	}
	return col
}

// columnAttributes is a column in the making.
type columnAttributes struct {
	column    *shape.Column
	table     *shape.Table
	charset   string
	collation string
	srid      string
	check     string
	defaulted bool // a default is stated, NULL among them
	long      bool // a type that has no defaults in some versions
}

func (a *columnAttributes) extra(name, value string) {
	a.column.Extra = append(a.column.Extra, shape.Attr{Name: name, Value: value})
}

// attribute reads one of what follows a column's type.
func (r *reader) attribute(a *columnAttributes, c *cursor) {
	col := a.column
	switch {
	case c.take("character", "set"):
		a.charset = c.next().Text
	case c.take("collate"):
		a.collation = c.next().Text
	case c.take("generated", "always", "as"), c.take("as"):
		r.generated(a, c)
	case c.take("not", "null"):
		col.NotNull = true
	case c.take("null"):
	case c.take("default"):
		a.defaulted = true
		if value := r.spell(c.text, c.primary()); !strings.EqualFold(value, "null") {
			col.Default = value
		}
	case c.take("on", "update"):
		a.extra("on update", r.spell(c.text, c.primary()))
	case c.take("auto_increment"):
		col.Identity, a.defaulted = "autoincrement", true
	case c.take("comment"):
		a.extra("comment", sqltok.Unliteral(c.next()))
	case c.take("check"):
		a.check = r.spell(c.text, c.group())
		a.table.Constraints = append(a.table.Constraints, &shape.Constraint{Kind: shape.Check, Name: col.Name, Expr: a.check, SQL: a.check,
			Extra: []shape.Attr{{Name: "level", Value: "column"}}})
	case c.take("without", "system", "versioning"):
		a.extra("system versioning", "without")
	case c.take("srid"):
		a.srid = c.next().Text
		a.extra("srid", a.srid)
	case c.i+1 < len(c.t) && c.t[c.i+1].Is("="):
		name := c.next().Text
		c.next()
		a.extra(strings.ReplaceAll(name, "_", " "), c.optionValue(r))
	case c.take("column_format"), c.take("storage"):
		a.extra(strings.ReplaceAll(c.t[c.i-1].Lower, "_", " "), c.next().Lower)
	default: // invisible, compressed, what is still to come
		a.extra(c.next().Lower, "yes")
	}
}

// generated reads what a column is computed from.
func (r *reader) generated(a *columnAttributes, c *cursor) {
	a.defaulted = true
	if c.take("row") {
		a.column.Generated = "row " + c.next().Lower
		return
	}
	a.column.Generated = r.spell(c.text, c.group()) + " virtual"
	switch {
	case c.take("stored"), c.take("persistent"):
		a.column.Generated = strings.TrimSuffix(a.column.Generated, "virtual") + "stored"
	case c.take("virtual"):
	}
}

// rowTime reports whether the column holds when a row was valid: the server
// writes it, from the clock.
func rowTime(c *shape.Column) bool { return c.Generated == "row start" || c.Generated == "row end" }

// served is an expression in the spelling of the server again.
func served(expr string) string {
	var b strings.Builder
	last := 0
	for _, t := range sqltok.Cut(expr) {
		if t.Kind == sqltok.String && t.Text[0] == '\'' {
			b.WriteString(expr[last:t.Start] + escaped(sqltok.Unliteral(t)))
			last = t.End
		}
	}
	return b.String() + expr[last:]
}
