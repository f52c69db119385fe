package draft

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// dropColumn notes that a column that was there goes.
func (b *base) dropColumn(o *op.DropColumn, back *remade) {
	key := b.fold(o.Table.String()) + "." + b.fold(o.Column)
	if b.made[key] {
		delete(b.made, key)
		return
	}
	c := b.column(o.Table, o.Column, o.Type)
	if c == nil {
		return
	}
	if def := back.columns[o.Table.String()+"."+o.Column]; def != nil {
		b.column(o.Table, o.Column, &def.Type)
		if c.def.Nullable == schema.Unset && def.Nullable == schema.No {
			c.def.Nullable = schema.No
		}
		for _, k := range def.ForeignKeys {
			b.refer(k, []*schema.Type{&def.Type})
		}
	}
	b.made[key] = true // another of that name is a revision's
}

// alter notes what a column was before.
func (b *base) alter(o *op.AlterColumn, back *remade) {
	typ := o.ExistingType
	if typ == nil {
		typ = back.types[o.Table.String()+"."+o.Column]
	}
	c := b.column(o.Table, o.Column, typ)
	if c != nil && c.def.Nullable == schema.Unset {
		if c.def.Nullable = o.ExistingNullable; o.ExistingNullable == schema.Unset && o.Nullable == schema.Yes {
			c.def.Nullable = schema.No
		}
	}
	if o.NewName != nil {
		b.made[b.fold(o.Table.String())+"."+b.fold(*o.NewName)] = true
	}
}

// constrain notes the columns that a new constraint is over. It reports whether all
// of them were there before the first revision.
func (b *base) constrain(n schema.Name, k schema.Constraint) bool {
	old := true
	over := func(columns []string) (types []*schema.Type) {
		for _, name := range columns {
			c := b.column(n, name, nil)
			old = old && c != nil
			if c != nil && c.known {
				types = append(types, &c.def.Type)
			} else {
				types = append(types, nil)
			}
		}
		return types
	}
	switch k := k.(type) {
	case *schema.PrimaryKey:
		over(k.Columns)
	case *schema.Unique:
		over(k.Columns)
	case *schema.ForeignKey:
		types := over(k.Columns)
		b.refer(k, types)
		if first, ok := b.now[b.fold(k.RefTable.String())]; !ok || b.tables[first] == nil {
			old = false
		}
	}
	return old
}

// constrainWas takes a constraint that was there.
func (b *base) constrainWas(n schema.Name, t *table, k schema.Constraint) {
	if slices.ContainsFunc(t.constraints, func(o schema.Constraint) bool {
		_, primary := o.(*schema.PrimaryKey)
		_, also := k.(*schema.PrimaryKey)
		return primary && also || o.Base().Name.Text != "" && o.Base().Name.Text == k.Base().Name.Text
	}) {
		return
	}
	if b.constrain(n, k) {
		t.constraints = append(t.constraints, k)
	}
}

// dropConstraint notes that a constraint that was there goes. Where the downgrade
// does not make it again, a name of PostgreSQL's own tells what it was over.
func (b *base) dropConstraint(o *op.DropConstraint, back *remade) {
	t := b.table(o.Table)
	name := o.Name.Text
	if t == nil || name == "" {
		return
	}
	if k := back.constraints[name]; k != nil {
		b.constrainWas(o.Table, t, k)
		return
	}
	if k := b.guess(o, t); k != nil {
		b.constrainWas(o.Table, t, k)
		return
	}
	b.gone = append(b.gone, "constraint "+name+" of "+o.Table.String())
}

// guess tells by its name what a constraint was.
func (b *base) guess(o *op.DropConstraint, t *table) schema.Constraint {
	name, own := o.Name.Text, schema.ConstraintBase{Name: schema.ConstraintName{State: schema.NameFinal, Text: o.Name.Text}}
	rest, ok := strings.CutPrefix(name, o.Table.Name+"_")
	if !ok {
		rest = ""
	}
	switch {
	case o.Type == "primary" || name == o.Table.Name+"_pkey":
		columns := []string{"id"}
		for _, c := range columns {
			b.column(o.Table, c, nil)
		}
		return &schema.PrimaryKey{ConstraintBase: own, Columns: columns}
	case o.Type == "unique" || strings.HasSuffix(rest, "_key"):
		if c := strings.TrimSuffix(rest, "_key"); c != "" {
			if columns := b.split(o.Table, t, c); columns != nil {
				return &schema.Unique{ConstraintBase: own, Columns: columns}
			}
		}
	case o.Type == "foreignkey" || strings.HasSuffix(rest, "_fkey"):
		c := strings.TrimSuffix(rest, "_fkey")
		to := b.referred(strings.TrimSuffix(c, "_id"))
		if c != "" && to != nil && strings.HasSuffix(c, "_id") {
			b.column(o.Table, c, &schema.Type{Kind: "Integer"})
			k := &schema.ForeignKey{ConstraintBase: own, Columns: []string{c}, RefTable: to.name, RefColumns: []string{"id"}}
			b.refer(k, []*schema.Type{{Kind: "Integer"}})
			return k
		}
	}
	return nil
}

// split finds the columns whose names, joined by underscores, are text: those
// that are known, else one of that name.
func (b *base) split(n schema.Name, t *table, text string) []string {
	for _, c := range t.columns {
		if c.def.Name == text {
			return []string{text}
		}
		if rest, ok := strings.CutPrefix(text, c.def.Name+"_"); ok && t.has(rest) {
			return []string{c.def.Name, rest}
		}
	}
	b.column(n, text, nil)
	return []string{text}
}

func (t *table) has(name string) bool {
	return slices.ContainsFunc(t.columns, func(c *column) bool { return c.def.Name == name })
}

// referred finds the table that a column called after it refers to.
func (b *base) referred(word string) *table {
	for _, key := range b.order {
		if n := b.tables[key].name.Name; n == word || n == word+"s" || n == word+"es" {
			return b.tables[key]
		}
	}
	return nil
}

// dropIndex notes that an index that was there goes.
func (b *base) dropIndex(o *op.DropIndex, back *remade) {
	if o.Table == "" {
		return
	}
	n := schema.Name{Schema: o.Schema, Name: o.Table}
	t := b.table(n)
	if t == nil || slices.ContainsFunc(t.indexes, func(x *schema.Index) bool { return x.Name.Text == o.Name.Text }) {
		return
	}
	x := back.indexes[o.Name.Text]
	if x == nil {
		column, ok := strings.CutPrefix(o.Name.Text, "ix_"+o.Table+"_")
		if !ok {
			b.gone = append(b.gone, "index "+o.Name.Text+" of "+n.String())
			return
		}
		x = &schema.Index{Name: schema.ConstraintName{State: schema.NameFinal, Text: o.Name.Text}, Elements: []schema.IndexElement{{Column: column}}}
	}
	for _, e := range x.Elements {
		if e.Column != "" && b.column(n, e.Column, nil) == nil {
			return // over what a revision made: it made the index as well
		}
	}
	t.indexes = append(t.indexes, x)
}
