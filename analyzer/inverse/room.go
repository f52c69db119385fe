package inverse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// needsRoom tells that rows may stand against an old rule: those that an
// application wrote under the new schema, or columns that came back empty.
func (p *planner) needsRoom(table string, columns []string) bool {
	if p.fresh[table] {
		return false
	}
	for _, c := range columns {
		if p.unfed[table+"."+c] {
			return true
		}
	}
	return p.in.Room
}

// noNulls fills a column before it becomes NOT NULL.
func (p *planner) noNulls(target *catalog.State, k string, t *catalog.Table, c *catalog.Column) []op.Op {
	if !p.needsRoom(k, []string{c.Name}) {
		return nil
	}
	column := p.d.Quote(c.Name)
	return []op.Op{sqlOp("UPDATE " + p.d.TableName(tableName(t.Name)) + " SET " + column + " = " + p.filler(target, t, c) + " WHERE " + column + " IS NULL")}
}

// filler is a value that the rules of a column permit, different for each row
// where it has to be.
func (p *planner) filler(s *catalog.State, t *catalog.Table, c *catalog.Column) string {
	for _, k := range t.Constraints {
		if k.Kind == "foreign" && len(k.Columns) == 1 && k.Columns[0] == c.Name {
			ref := k.RefColumns
			if r := s.Lookup(s.Key(k.RefTable)); len(ref) == 0 && r != nil {
				ref = r.Primary()
			}
			if len(ref) == 1 {
				return "(SELECT min(" + p.d.Quote(ref[0]) + ") FROM " + p.d.TableName(tableName(k.RefTable)) + ")"
			}
		}
	}
	if p.alone(t, c.Name) {
		if pk := t.Primary(); len(pk) == 1 && pk[0] != c.Name {
			return p.different(c, p.d.Quote(pk[0]))
		}
	}
	if d := known(c.Default); d != "" {
		return d
	}
	for _, k := range t.Constraints {
		if k.Kind == "check" {
			if v := satisfies(k.Expr, c.Name); v != "" {
				return v
			}
		}
	}
	if o := s.LookupObject("domain " + known(c.Type)); o != nil {
		for _, k := range o.Checks {
			if v := satisfies(k.Expr, "value"); v != "" {
				return v
			}
		}
	}
	return p.plain(s, known(c.Type))
}

// alone tells that a column is unique by itself.
func (p *planner) alone(t *catalog.Table, column string) bool {
	for _, k := range t.Constraints {
		if (k.Kind == "unique" || k.Kind == "primary") && slices.Equal(k.Columns, []string{column}) {
			return true
		}
	}
	for _, ix := range t.Indexes {
		if ix.Unique && len(ix.Keys) == 1 && ix.Keys[0].Column == column {
			return true
		}
	}
	return false
}

// different is a value made of the row's key.
func (p *planner) different(c *catalog.Column, pk string) string {
	if !isText(known(c.Type)) {
		return pk
	}
	switch {
	case p.mysql():
		return "CONCAT('unknown-', " + pk + ")"
	case p.lite():
		return "'unknown-' || " + pk
	}
	return "'unknown-' || " + pk + "::text"
}

func isText(ty string) bool {
	base, _, _ := strings.Cut(ty, "(")
	switch strings.TrimSpace(base) {
	case "varchar", "char", "text", "string", "citext", "tinytext", "mediumtext", "longtext", "nvarchar", "clob":
		return true
	}
	return false
}

// plain is a value of a type.
func (p *planner) plain(s *catalog.State, ty string) string {
	base, _, _ := strings.Cut(ty, "(")
	base = strings.TrimSpace(base)
	if o := s.LookupObject("enum " + ty); o != nil && len(o.Labels) > 0 {
		return quote(o.Labels[0])
	}
	if strings.HasSuffix(ty, "[]") {
		return "'{}'"
	}
	switch {
	case isText(ty):
		return "''"
	case base == "boolean" || base == "bool":
		if p.postgres() {
			return "false"
		}
		return "0"
	case base == "date":
		return "'1970-01-01'"
	case base == "json" || base == "jsonb":
		return "'{}'"
	case base == "uuid":
		return "'00000000-0000-0000-0000-000000000000'"
	case strings.HasPrefix(base, "timestamp") || base == "datetime":
		return "'1970-01-01 00:00:00'"
	case strings.HasPrefix(base, "time"):
		return "'00:00:00'"
	case base == "enum":
		if t, ok := sqlread.ParseType(ty, p.read()); ok && len(t.Args) > 0 {
			return quote(strings.Trim(t.Args[0], "'"))
		}
	case base == "bytea" || strings.HasSuffix(base, "blob") || strings.HasSuffix(base, "binary"):
		return "''"
	case base == "interval":
		return "'0'"
	}
	return "0"
}

// satisfies is a value of a column that a simple condition permits; empty if
// none is seen.
func satisfies(x sqlread.Expr, column string) string {
	switch x := x.(type) {
	case *sqlread.In:
		if isColumn(x.X, column) && !x.Not && len(x.List) > 0 {
			return literal(x.List[0])
		}
	case *sqlread.Between:
		if isColumn(x.X, column) && !x.Not {
			return literal(x.Lo)
		}
	case *sqlread.Quantified:
		if a, ok := strip(x.Y).(*sqlread.Array); ok && isColumn(x.X, column) && len(a.Items) > 0 && x.Op == "=" {
			return literal(a.Items[0])
		}
	case *sqlread.Binary:
		if x.Op == "and" || x.Op == "or" {
			return first(satisfies(x.X, column), satisfies(x.Y, column))
		}
		if !isColumn(x.X, column) {
			return ""
		}
		v := literal(x.Y)
		n, err := strconv.Atoi(v)
		switch {
		case x.Op == "=" || x.Op == ">=" || x.Op == "<=":
			return v
		case err != nil:
			return ""
		case x.Op == ">" || x.Op == "<>":
			return strconv.Itoa(n + 1)
		case x.Op == "<":
			return strconv.Itoa(n - 1)
		}
	}
	return ""
}

func strip(x sqlread.Expr) sqlread.Expr {
	if c, ok := x.(*sqlread.Cast); ok {
		return strip(c.X)
	}
	return x
}

func isColumn(x sqlread.Expr, name string) bool {
	c, ok := strip(x).(*sqlread.Column)
	return ok && strings.EqualFold(c.Name, name)
}

// literal writes a literal as SQL; empty if it is none.
func literal(x sqlread.Expr) string {
	switch l := strip(x).(type) {
	case *sqlread.Lit:
		switch l.Kind {
		case sqlread.Str:
			return quote(l.Text)
		case sqlread.Null:
			return "NULL"
		}
		return l.Text
	case *sqlread.Unary:
		if l.Op == "-" {
			if n := literal(l.X); n != "" {
				return "-" + n
			}
		}
	}
	return ""
}

// ruleRoom prepares the rows for a constraint.
func (p *planner) ruleRoom(s *catalog.State, k string, t *catalog.Table, c *catalog.Constraint) []op.Op {
	table := p.d.TableName(tableName(t.Name))
	switch c.Kind {
	case "unique":
		return p.distinct(k, t, c.Columns)
	case "check":
		columns := columnsIn(c.Expr)
		if !p.needsRoom(k, columns) {
			return nil
		}
		if len(columns) == 1 {
			col := t.Find(columns[0])
			v := satisfies(c.Expr, columns[0])
			if v == "" && col != nil && known(col.NotNull) == "" {
				v = "NULL"
			}
			if v != "" {
				return []op.Op{sqlOp("UPDATE " + table + " SET " + p.d.Quote(columns[0]) + " = " + v + " WHERE NOT (" + c.Text + ")")}
			}
		}
		return []op.Op{sqlOp("DELETE FROM " + table + " WHERE NOT (" + c.Text + ")")}
	case "foreign":
		return p.parents(s, k, t, c)
	}
	return nil
}

// columnsIn lists the columns of an expression, each once.
func columnsIn(x sqlread.Expr) []string {
	var out []string
	if x == nil {
		return nil
	}
	sqlread.Walk(x, func(e sqlread.Expr) {
		if c, ok := e.(*sqlread.Column); ok && !slices.Contains(out, c.Name) {
			out = append(out, c.Name)
		}
	})
	return out
}

// parents prepares rows that refer to nothing.
func (p *planner) parents(s *catalog.State, k string, t *catalog.Table, c *catalog.Constraint) []op.Op {
	if !p.needsRoom(k, c.Columns) || len(c.Columns) != 1 {
		return nil
	}
	ref := c.RefColumns
	r := s.Lookup(s.Key(c.RefTable))
	if len(ref) == 0 && r != nil {
		ref = r.Primary()
	}
	if len(ref) != 1 {
		return nil
	}
	table, column := p.d.TableName(tableName(t.Name)), p.d.Quote(c.Columns[0])
	where := " WHERE " + column + " IS NOT NULL AND " + column + " NOT IN (SELECT " + p.d.Quote(ref[0]) + " FROM " + p.d.TableName(tableName(c.RefTable)) + ")"
	if col := t.Find(c.Columns[0]); col != nil && known(col.NotNull) == "" {
		return []op.Op{sqlOp("UPDATE " + table + " SET " + column + " = NULL" + where)}
	}
	return []op.Op{sqlOp("DELETE FROM " + table + where)}
}

// distinct makes rows differ that a unique rule will compare: by a text that
// gets the row's key, else by removing all but the first.
func (p *planner) distinct(k string, t *catalog.Table, columns []string) []op.Op {
	pk := t.Primary()
	if !p.needsRoom(k, columns) || len(pk) != 1 || slices.Contains(columns, pk[0]) || len(columns) == 0 {
		return nil
	}
	table, id := p.d.TableName(tableName(t.Name)), p.d.Quote(pk[0])
	var same []string
	var change *catalog.Column
	for _, n := range columns {
		q := p.d.Quote(n)
		same = append(same, "o."+q+" = "+table+"."+q)
		if c := t.Find(n); c != nil && isText(known(c.Type)) && change == nil && !p.refers(t, n) {
			change = c
		}
	}
	cond := strings.Join(same, " AND ") + " AND o." + id + " < " + table + "." + id
	if p.mysql() {
		on := strings.ReplaceAll(cond, table+".", "t.")
		if change == nil {
			return []op.Op{sqlOp("DELETE t FROM " + table + " AS t JOIN " + table + " AS o ON " + on)}
		}
		q := p.d.Quote(change.Name)
		return []op.Op{sqlOp("UPDATE " + table + " AS t JOIN " + table + " AS o ON " + on + " SET t." + q + " = " + p.marked(change, "t."+q, "t."+id))}
	}
	exists := " WHERE EXISTS (SELECT 1 FROM " + table + " AS o WHERE " + cond + ")"
	if change == nil {
		return []op.Op{sqlOp("DELETE FROM " + table + exists)}
	}
	q := p.d.Quote(change.Name)
	return []op.Op{sqlOp("UPDATE " + table + " SET " + q + " = " + p.marked(change, q, id) + exists)}
}

// marked is a text with the row's key at its end, no longer than the type.
func (p *planner) marked(c *catalog.Column, text, id string) string {
	n := 0
	if t, ok := sqlread.ParseType(known(c.Type), p.read()); ok && len(t.Args) > 0 {
		n, _ = strconv.Atoi(t.Args[0])
	}
	switch {
	case p.mysql():
		return "CONCAT(LEFT(" + text + ", " + strconv.Itoa(max(n, 60)-20) + "), '-', " + id + ")"
	case n > 24 && p.postgres():
		return "left(" + text + ", " + strconv.Itoa(n-20) + ") || '-' || " + id + "::text"
	case p.postgres():
		return text + " || '-' || " + id + "::text"
	}
	return text + " || '-' || " + id
}

func (p *planner) refers(t *catalog.Table, column string) bool {
	return slices.ContainsFunc(t.Constraints, func(c *catalog.Constraint) bool { return c.Kind == "foreign" && slices.Contains(c.Columns, column) })
}

// narrow cuts contents that an old type has no place for.
func (p *planner) narrow(k string, t *catalog.Table, now, old *catalog.Column) []op.Op {
	if !p.needsRoom(k, nil) || p.lite() {
		return nil
	}
	a, okA := sqlread.ParseType(known(now.Type), p.read())
	b, okB := sqlread.ParseType(known(old.Type), p.read())
	if !okA || !okB {
		return nil
	}
	table, q := p.d.TableName(tableName(t.Name)), p.d.Quote(old.Name)
	if isText(b.Name) && p.mysql() {
		n := b.Number(0)
		if n == nil {
			if b.Name != "mediumtext" && b.Name != "text" {
				return nil
			}
			size := map[string]string{"text": "65535", "mediumtext": "16777215"}[b.Name]
			return []op.Op{sqlOp("UPDATE " + table + " SET " + q + " = LEFT(" + q + ", " + size + " / 4) WHERE LENGTH(" + q + ") > " + size)}
		}
		return []op.Op{sqlOp("UPDATE " + table + " SET " + q + " = LEFT(" + q + ", " + strconv.Itoa(*n) + ") WHERE CHAR_LENGTH(" + q + ") > " + strconv.Itoa(*n))}
	}
	lo, hi := limits(b.Name)
	if hi == "" || lo == "" || isText(a.Name) {
		return nil
	}
	where := " WHERE " + q + " NOT BETWEEN " + lo + " AND " + hi
	switch {
	case p.alone(t, old.Name) || p.refers(t, old.Name):
		return []op.Op{sqlOp("DELETE FROM " + table + where)}
	case known(old.NotNull) == "":
		return []op.Op{sqlOp("UPDATE " + table + " SET " + q + " = NULL" + where)}
	}
	return []op.Op{sqlOp("UPDATE " + table + " SET " + q + " = " + hi + where)}
}

// limits are the least and largest number of an integer type.
func limits(name string) (lo, hi string) {
	base, rest, _ := strings.Cut(name, " ")
	bits := map[string]uint{"smallint": 16, "int2": 16, "integer": 32, "int": 32, "mediumint": 24, "tinyint": 8, "bigint": 64}[base]
	switch {
	case bits == 0:
		return "", ""
	case strings.Contains(rest, "unsigned"):
		return "0", strconv.FormatUint(1<<(bits-1)-1+1<<(bits-1), 10)
	}
	n := int64(1)<<(bits-1) - 1
	return strconv.FormatInt(-n-1, 10), strconv.FormatInt(n, 10)
}

// domainRoom prepares the columns of a domain for a constraint, in any case:
// a domain is used in more places than samples of rows show.
func (p *planner) domainRoom(o *catalog.Object, c *catalog.Constraint) []op.Op {
	var out []op.Op
	for _, k := range p.now.Tables() {
		t := p.now.Lookup(k)
		for _, col := range t.Columns {
			if known(col.Type) != o.Name.String() {
				continue
			}
			v := "NULL"
			if known(col.NotNull) != "" {
				v = first(satisfies(c.Expr, "value"), "0")
			}
			q := p.d.Quote(col.Name)
			out = append(out, sqlOp("UPDATE "+p.d.TableName(tableName(t.Name))+" SET "+q+" = "+v+" WHERE NOT ("+inDomain(c.Text, q)+")"))
		}
	}
	return out
}

// inDomain puts a column in the place of VALUE.
func inDomain(text, column string) string {
	var b strings.Builder
	last := 0
	for _, t := range sqlread.Tokens(text, sqlread.PostgreSQL) {
		if t.Kind == sqlread.Word && strings.EqualFold(t.Value, "value") {
			b.WriteString(text[last:t.Start] + column)
			last = t.End
		}
	}
	return b.String() + text[last:]
}
