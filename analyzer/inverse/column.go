package inverse

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

func (p *planner) dropColumn(x catalog.Difference, column string) []action {
	t := p.now.Lookup(x.Table)
	if t == nil {
		return nil
	}
	return []action{{rank: rankDropTable, keys: []string{key(x)}, ops: []op.Op{&op.DropColumn{Table: tableName(t.Name), Column: column}}}}
}

// makeColumn adds a column again. What was NOT NULL without a default comes
// back nullable: the rule follows once there are contents.
func (p *planner) makeColumn(target *catalog.State, x catalog.Difference, column string) []action {
	t, now := target.Lookup(x.Table), p.now.Lookup(x.Table)
	if t == nil || now == nil {
		return nil
	}
	c := t.Find(column)
	if c == nil || c.Open {
		return nil
	}
	a := action{rank: rankMakeTable, keys: []string{key(x)}, made: "column " + x.Table + "." + column, done: func() {
		p.unfed[x.Table+"."+column] = true
		p.refill(x.Table, column)
	}}
	if known(c.Generated) != "" {
		a.done = nil
	}
	if p.fresh[x.Table] {
		a.done = nil
	}
	col, ok := p.columnDef(target, t, c)
	if !ok {
		a.ops = []op.Op{sqlOp("ALTER TABLE " + p.d.TableName(tableName(t.Name)) + " ADD COLUMN " + p.rawColumn(c))}
		return []action{a}
	}
	needs := col.Nullable == schema.No && col.ServerDefault == nil
	if needs && !p.fresh[x.Table] {
		col.Nullable = schema.Yes
	}
	a.ops = []op.Op{&op.AddColumn{Table: tableName(t.Name), Column: col}}
	return []action{a}
}

// rawColumn is the definition of a column whose type has no class.
func (p *planner) rawColumn(c *catalog.Column) string {
	s := p.d.Quote(c.Name) + " " + known(c.Type)
	if d := known(c.Default); d != "" {
		s += " DEFAULT " + d
		if known(c.NotNull) != "" {
			s += " NOT NULL"
		}
	} else if p.mysql() && known(c.NotNull) != "" {
		s += " NOT NULL"
	}
	if u := c.Other["on update"]; u != "" {
		s += " ON UPDATE " + u
	}
	if com := known(c.Comment); com != "" && p.mysql() {
		s += " COMMENT " + quote(com)
	}
	return s
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// existing fills in what is there, which MySQL needs to be told again.
func (p *planner) existing(o *op.AlterColumn, c *catalog.Column, all bool) {
	if ty, ok := p.columnType(p.now, c); ok {
		o.ExistingType = &ty
	}
	if !all {
		return
	}
	o.ExistingNullable = schema.TriOf(known(c.NotNull) == "")
	if d := known(c.Default); d != "" {
		o.ExistingServerDefault = op.DefaultArg{Given: true, Value: p.serverDefault(c)}
	}
	if com := known(c.Comment); com != "" {
		o.ExistingComment = &com
	}
	if known(c.AutoInc) != "" {
		o.ExistingAutoincrement = schema.Yes
	}
}

// alterColumn gives a column its old attributes.
func (p *planner) alterColumn(target *catalog.State, ds []catalog.Difference) []action {
	x := ds[0]
	column := strings.TrimPrefix(x.Object, "column ")[len(x.Table)+1:]
	t, now := target.Lookup(x.Table), p.now.Lookup(x.Table)
	if t == nil || now == nil || t.Find(column) == nil || now.Find(column) == nil {
		return nil
	}
	b := &alteration{p: p, target: target, old: t.Find(column), now: now.Find(column), table: t, key: x.Table,
		op: &op.AlterColumn{Table: tableName(now.Name), Column: column}}
	a := action{rank: rankAlter}
	for _, d := range ds {
		a.keys = append(a.keys, key(d))
		if !b.attribute(d) {
			if raw := b.raw(d); raw != nil {
				return []action{*raw}
			}
			return nil
		}
	}
	p.existing(b.op, b.now, p.mysql())
	if b.op.Type == nil || p.mysql() || p.lite() {
		b.op.ExistingNullable = schema.Unset
		if b.op.Nullable == schema.Unset {
			b.op.ExistingNullable = schema.TriOf(known(b.now.NotNull) == "")
		}
	}
	if b.op.ServerDefault.Given {
		b.op.ExistingServerDefault = op.DefaultArg{}
	}
	if b.op.Comment.Given {
		b.op.ExistingComment = nil
	}
	a.ops = append(slices.Clone(b.room), b.op)
	return append([]action{a}, b.variants(a)...)
}

// alteration builds one directive.
type alteration struct {
	p        *planner
	target   *catalog.State
	old, now *catalog.Column
	table    *catalog.Table
	key      string
	op       *op.AlterColumn
	room     []op.Op
	using    string
}

// attribute takes one attribute into the directive; false if it has no place there.
func (b *alteration) attribute(d catalog.Difference) bool {
	switch d.Attr {
	case "type", "collation":
		ty, ok := b.p.columnType(b.target, b.old)
		if !ok {
			return false
		}
		b.op.Type = &ty
		b.using = b.p.d.Quote(b.old.Name) + "::" + known(b.old.Type)
		b.room = append(b.room, b.p.narrow(b.key, b.table, b.now, b.old)...)
	case "not null":
		b.op.Nullable = schema.TriOf(known(b.old.NotNull) == "")
		if b.op.Nullable == schema.No {
			b.room = append(b.room, b.p.noNulls(b.target, b.key, b.table, b.old)...)
		}
	case "default", "identity":
		b.op.ServerDefault = op.DefaultArg{Given: true, Value: b.p.serverDefault(b.old)}
	case "comment":
		b.op.Comment.Given = true
		if c := known(b.old.Comment); c != "" {
			b.op.Comment.Text = &c
		}
	case "auto_increment":
		b.op.Autoincrement = schema.TriOf(known(b.old.AutoInc) != "")
	default:
		return false
	}
	return true
}

// raw undoes what alter_column has no argument for.
func (b *alteration) raw(d catalog.Difference) *action {
	alter := "ALTER TABLE " + b.p.d.TableName(tableName(b.table.Name)) + " ALTER COLUMN " + b.p.d.Quote(b.old.Name) + " "
	a := &action{rank: rankAlter, keys: []string{key(d)}}
	switch d.Attr {
	case "type":
		sql := alter + "TYPE " + known(b.old.Type) + " USING " + b.p.d.Quote(b.old.Name) + "::" + known(b.old.Type)
		if b.p.mysql() {
			sql = "ALTER TABLE " + b.p.d.TableName(tableName(b.table.Name)) + " MODIFY " + b.p.rawColumn(b.old)
		}
		if strings.Contains(known(b.old.Type), "[]") {
			return nil
		}
		a.ops = append(slices.Clone(b.room), sqlOp(sql))
	case "generated":
		if b.table.Find(b.old.Name) == nil || known(b.old.Generated) == "" {
			return nil
		}
		col, ok := b.p.columnDef(b.target, b.table, b.old)
		if !ok {
			return nil
		}
		a.ops = []op.Op{&op.DropColumn{Table: tableName(b.table.Name), Column: b.old.Name}, &op.AddColumn{Table: tableName(b.table.Name), Column: col}}
		a.made = "column " + b.key + "." + b.old.Name
	case "storage", "statistics", "compression":
		value := strings.ToUpper(b.old.Other[d.Attr])
		if value == "" {
			value = b.p.columnSetting(d.Attr, b.old)
		}
		a.ops = []op.Op{sqlOp(alter + "SET " + strings.ToUpper(d.Attr) + " " + value)}
	default:
		return nil
	}
	return a
}

// columnSetting is what a setting of PostgreSQL is when none was made.
func (p *planner) columnSetting(attr string, c *catalog.Column) string {
	switch {
	case attr == "statistics":
		return "-1"
	case attr == "compression":
		return "default"
	}
	switch ty, _, _ := strings.Cut(known(c.Type), "("); ty {
	case "numeric":
		return "MAIN"
	case "integer", "bigint", "smallint", "boolean", "date", "timestamp", "timestamptz", "uuid", "real", "double precision":
		return "PLAIN"
	}
	return "EXTENDED"
}

// variants are other ways to write the same: with a cast, and with the default
// out of its way.
func (b *alteration) variants(a action) []action {
	if b.op.Type == nil || !b.p.postgres() {
		return nil
	}
	cast := *b.op
	cast.Using = &b.using
	first := a
	first.ops = append(slices.Clone(b.room), &cast)
	var out []action
	if known(b.now.Default) != "" {
		none := &op.AlterColumn{Table: b.op.Table, Column: b.op.Column, ServerDefault: op.DefaultArg{Given: true}, ExistingType: b.op.ExistingType}
		bare := cast
		bare.ServerDefault = op.DefaultArg{}
		bare.ExistingServerDefault = op.DefaultArg{}
		split := a
		split.ops = append(slices.Clone(b.room), none, &bare)
		if v := b.p.serverDefault(b.old); v != nil {
			split.ops = append(split.ops, &op.AlterColumn{Table: b.op.Table, Column: b.op.Column, ServerDefault: op.DefaultArg{Given: true, Value: v}})
		}
		out = append(out, split)
	}
	if b.p.in.Room {
		first.rank-- // an explicit cast cuts what an implicit one refuses
	}
	return append([]action{first}, out...)
}
