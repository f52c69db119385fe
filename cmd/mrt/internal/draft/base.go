package draft

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// A base is what is known so far of the schema before the first revision.
type base struct {
	tables map[string]*table // that were there, by their first name
	order  []string
	now    map[string]string // present name of a table → first name; "" if a revision made it
	made   map[string]bool   // columns that revisions made, by present table and name
	fold   func(string) string
	blind  []string // scripts that could not be followed to their end
	gone   []string // constraints and indexes that are dropped and that nothing describes
}

// A table is one that was there before the first revision.
type table struct {
	name        schema.Name
	columns     []*column
	constraints []schema.Constraint
	indexes     []*schema.Index
}

// A column is one of such a table. Known: its type was stated somewhere.
type column struct {
	def   schema.Column
	known bool
}

// table finds a table by its present name; nil if a revision made it.
func (b *base) table(n schema.Name) *table {
	key := b.fold(n.String())
	first, ok := b.now[key]
	if !ok {
		first = key
		b.now[key] = key
		b.tables[key] = &table{name: n}
		b.order = append(b.order, key)
	}
	return b.tables[first]
}

// column finds a column of such a table; nil if a revision made it.
func (b *base) column(n schema.Name, name string, typ *schema.Type) *column {
	t := b.table(n)
	if t == nil || name == "" || b.made[b.fold(n.String())+"."+b.fold(name)] {
		return nil
	}
	c := t.column(name, b.fold)
	if typ != nil && typ.Kind != "" && typ.Kind != "NullType" && !c.known {
		c.def.Type, c.known = *typ, true
	}
	return c
}

func (t *table) column(name string, fold func(string) string) *column {
	for _, c := range t.columns {
		if fold(c.def.Name) == fold(name) {
			return c
		}
	}
	c := &column{def: schema.Column{Name: name}}
	t.columns = append(t.columns, c)
	return c
}

// follow takes one directive of an upgrade; back is what its downgrade makes.
func (b *base) follow(o op.Op, back *remade) {
	switch o := o.(type) {
	case *op.CreateTable:
		b.create(o.Table)
	case *op.DropTable:
		b.drop(o.Table, back)
	case *op.RenameTable:
		first := b.fold(o.Table.String())
		b.table(o.Table)
		renamed := o.Table
		renamed.Name = o.New
		b.now[b.fold(renamed.String())] = b.now[first]
		b.moveColumns(first, b.fold(renamed.String()))
		delete(b.now, first)
	case *op.AddColumn:
		b.table(o.Table)
		b.made[b.fold(o.Table.String())+"."+b.fold(o.Column.Name)] = true
		for _, k := range o.Column.ForeignKeys {
			b.refer(k, []*schema.Type{&o.Column.Type})
		}
	case *op.DropColumn:
		b.dropColumn(o, back)
	case *op.AlterColumn:
		b.alter(o, back)
	case *op.CreateIndex:
		for _, e := range o.Index.Elements {
			b.column(o.Table, e.Column, nil)
		}
	case *op.DropIndex:
		b.dropIndex(o, back)
	case *op.DropConstraint:
		b.dropConstraint(o, back)
	default:
		if n, k := constraintOf(o); k != nil {
			b.constrain(n, k)
		}
	}
}

// create notes that a revision makes a table, and what that refers to.
func (b *base) create(t *schema.Table) {
	key := b.fold(t.Name.String())
	if first, ok := b.now[key]; !ok || b.tables[first] == nil {
		b.now[key] = ""
	}
	for _, k := range t.Constraints {
		if fk, ok := k.(*schema.ForeignKey); ok {
			var types []*schema.Type
			for _, name := range fk.Columns {
				if c := t.Column(name); c != nil {
					types = append(types, &c.Type)
				}
			}
			b.refer(fk, types)
		}
	}
}

// refer notes what a foreign key refers to: columns of these types, which are a key.
func (b *base) refer(k *schema.ForeignKey, types []*schema.Type) {
	t := b.table(k.RefTable)
	if t == nil {
		return
	}
	columns := k.RefColumns
	if len(columns) == 0 && len(types) == 1 {
		columns = []string{"id"}
	}
	for i, name := range columns {
		var typ *schema.Type
		if i < len(types) {
			typ = types[i]
		}
		if b.column(k.RefTable, name, typ) == nil {
			return // a revision made it, and its key
		}
	}
	t.key(columns)
}

// key sees to it that columns are a primary key or unique.
func (t *table) key(columns []string) {
	var primary []string
	for _, k := range t.constraints {
		switch k := k.(type) {
		case *schema.PrimaryKey:
			primary = k.Columns
		case *schema.Unique:
			if slices.Equal(k.Columns, columns) {
				return
			}
		}
	}
	switch {
	case len(columns) == 0 || slices.Equal(primary, columns):
	case primary == nil:
		t.constraints = append(t.constraints, &schema.PrimaryKey{Columns: columns})
	default:
		t.constraints = append(t.constraints, &schema.Unique{Columns: columns})
	}
}

// drop notes that a table that was there goes: the downgrade says what it was.
func (b *base) drop(n schema.Name, back *remade) {
	t := b.table(n)
	key := b.fold(n.String())
	if t != nil {
		if def := back.tables[n.String()]; def != nil {
			b.describe(n, t, def)
		}
	}
	b.now[key] = ""
}

// describe takes a whole definition, but for what revisions have made of it.
func (b *base) describe(n schema.Name, t *table, def *schema.Table) {
	for _, c := range def.Columns {
		mine := b.column(n, c.Name, &c.Type)
		if mine != nil && mine.def.Nullable == schema.Unset {
			mine.def.Nullable, mine.def.ServerDefault = c.Nullable, c.ServerDefault
		}
		if c.PrimaryKey && mine != nil {
			mine.def.PrimaryKey = true
		}
	}
	for _, k := range def.Constraints {
		b.constrainWas(n, t, k)
	}
}

func (b *base) moveColumns(from, to string) {
	for k := range b.made {
		if rest, ok := strings.CutPrefix(k, from+"."); ok {
			b.made[to+"."+rest] = true
		}
	}
}
