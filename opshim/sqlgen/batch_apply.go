package sqlgen

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// apply carries out one queued directive on the table in the making. It is the
// one switch over what a batch block may hold.
func (b *rebuild) apply(o op.Op) {
	if b.w.err != nil {
		return
	}
	switch x := o.(type) {
	case *op.AlterColumn:
		b.alterColumn(x)
	case *op.AddColumn:
		b.addColumn(x)
	case *op.DropColumn:
		b.dropColumn(x)
	case *op.CreatePrimaryKey:
		b.addConstraint(b.w.constraintTable(x.Table, x.Constraint.Columns), x.Constraint)
	case *op.CreateUniqueConstraint:
		b.addConstraint(b.w.constraintTable(x.Table, x.Constraint.Columns), x.Constraint)
	case *op.CreateForeignKey:
		b.addConstraint(b.w.constraintTable(x.Table, x.Constraint.Columns), x.Constraint)
	case *op.CreateCheckConstraint:
		b.addConstraint(b.w.constraintTable(x.Table, nil), x.Constraint)
	case *op.CreateExcludeConstraint:
		b.addConstraint(b.w.constraintTable(x.Table, nil), x.Constraint)
	case *op.DropConstraint:
		b.dropConstraint(x)
	case *op.CreateIndex:
		b.createIndex(x)
	case *op.DropIndex:
		b.dropIndex(x)
	case *op.CreateTableComment, *op.DropTableComment:
		// Alembic's table copy does nothing with them.
	case *op.RenameTable:
		b.w.fail("NotImplementedError", "TODO")
	default:
		b.w.fail("Unsupported", "directive not possible in a batch block")
	}
}

func (b *rebuild) keyError(name string) { b.w.fail("KeyError", Repr(name)) }

func (b *rebuild) alterColumn(x *op.AlterColumn) {
	if x.ExistingType != nil && x.Type != nil {
		tab, checks := b.w.typeChecks(x, *x.ExistingType)
		for _, k := range checks {
			b.dropTypeCheck(tab, k)
		}
	}
	col, ok := b.columns[x.Column]
	if !ok {
		b.keyError(x.Column)
		return
	}
	if x.NewName != nil && *x.NewName != x.Column {
		col.Name, col.Quote = *x.NewName, x.NewNameQuote
		if x.ExistingType != nil {
			b.popTypeCheck(*x.ExistingType)
		}
	}
	if x.Type != nil {
		b.retype(col, x)
	}
	if x.Nullable != schema.Unset {
		col.Nullable = x.Nullable
	}
	if x.ServerDefault.Given {
		col.ServerDefault = x.ServerDefault.Value
	}
	switch x.Autoincrement {
	case schema.Yes:
		col.Autoincrement = "true"
	case schema.No:
		col.Autoincrement = "false"
	}
	if x.Comment.Given {
		col.Comment = x.Comment.Text
	}
	if x.Type != nil {
		tab, checks := b.w.typeChecks(x, *x.Type)
		for _, k := range checks {
			b.addConstraint(tab, k)
		}
	}
}

// retype sets a column's new type; data are cast when the family changes.
func (b *rebuild) retype(col *schema.Column, x *op.AlterColumn) {
	b.silent[x.Column] = true
	t := *x.Type
	if expr.Affinity(col.Type) != expr.Affinity(t) && !(b.w.d.Name == "sqlite" && t.Kind == "JSON") {
		tr := b.transfers[x.Column]
		if tr.expr != nil {
			tr.expr = expr.NewCast(tr.expr, t, false)
		}
	}
	col.Type = t
}

// typeCheckName is the name of the CHECK that a type implies; "" if none.
func typeCheckName(t schema.Type) string {
	switch {
	case t.Boolean != nil:
		return t.Boolean.Name.Text
	case t.Enum != nil:
		if t.Enum.ConstraintName.Text != "" {
			return t.Enum.ConstraintName.Text
		}
		return t.Enum.Name
	}
	return ""
}

func (b *rebuild) popTypeCheck(t schema.Type) {
	u, err := b.w.d.implType(t)
	if err != nil {
		b.w.err = err
		return
	}
	if n := typeCheckName(u); n != "" {
		b.popNamed(n)
	}
}

func (b *rebuild) dropTypeCheck(tab *schema.Table, k schema.Constraint) {
	name, err := ResolveName(tab, k)
	if err != nil {
		b.w.err = err
		return
	}
	if name.Text == "" && name.State != schema.NameNever {
		b.w.fail("ValueError", "Constraint must have a name")
		return
	}
	b.popNamed(name.Text)
}

func (b *rebuild) addColumn(x *op.AddColumn) {
	b.place(x.Column.Name, x.InsertBefore, x.InsertAfter)
	n := *x.Column
	n.Unique, n.Index, n.Key = schema.No, schema.No, x.Column.Name
	n.ForeignKeys = nil
	if _, ok := b.columns[n.Name]; !ok {
		b.order = append(b.order, n.Name)
	}
	b.columns[x.Column.Name] = &n
	b.transfers[x.Column.Name] = &transfer{}
	b.silent[n.Name] = true
	t := b.w.named(x.Table)
	c := *x.Column
	order := schema.Order{}
	if err := t.Add(&order, &c); err != nil {
		b.w.err = err
		return
	}
	for _, k := range t.SortedConstraints() {
		if _, isPK := k.(*schema.PrimaryKey); !isPK {
			b.addConstraint(t, k)
		}
	}
	for _, ix := range t.Indexes {
		b.queueIndex(t, ix)
	}
}

// place notes where a new column belongs.
func (b *rebuild) place(name, before, after string) {
	at := map[string]int{}
	for i, n := range b.existing {
		at[n] = i
	}
	if len(b.x.PartialReordering) == 0 {
		if after != "" && before == "" {
			if i, ok := at[after]; ok {
				if i+1 < len(b.existing) {
					before = b.existing[i+1]
				}
			} else if s, ok := b.successor(after); ok {
				before = s
			} else {
				b.keyError(after)
			}
		}
		if before != "" && after == "" {
			if i, ok := at[before]; ok {
				if i > 0 {
					after = b.existing[i-1]
				}
			} else if p, ok := b.predecessor(before); ok {
				after = p
			} else {
				b.keyError(before)
			}
		}
	}
	if before != "" {
		b.pairs = append(b.pairs, [2]string{name, before})
	}
	if after != "" {
		b.pairs = append(b.pairs, [2]string{after, name})
	}
	if len(b.x.PartialReordering) == 0 && before == "" && after == "" && len(b.existing) > 0 {
		b.pairs = append(b.pairs, [2]string{b.existing[len(b.existing)-1], name})
	}
}

// successor and predecessor read the noted pairs as Python's dict() of them
// would: the last one counts.
func (b *rebuild) successor(name string) (string, bool) {
	for i := len(b.pairs) - 1; i >= 0; i-- {
		if b.pairs[i][0] == name {
			return b.pairs[i][1], true
		}
	}
	return "", false
}

func (b *rebuild) predecessor(name string) (string, bool) {
	for i := len(b.pairs) - 1; i >= 0; i-- {
		if b.pairs[i][1] == name {
			return b.pairs[i][0], true
		}
	}
	return "", false
}

func without(list []string, name string) []string {
	var out []string
	for _, n := range list {
		if n != name {
			out = append(out, n)
		}
	}
	return out
}

func (b *rebuild) dropColumn(x *op.DropColumn) {
	if pk := b.old.PrimaryKey(); pk != nil {
		pk.Columns = without(pk.Columns, x.Column)
	}
	if _, ok := b.columns[x.Column]; !ok {
		b.keyError(x.Column)
		return
	}
	delete(b.columns, x.Column)
	delete(b.transfers, x.Column)
	b.order = without(b.order, x.Column)
	kept := without(b.existing, x.Column)
	if len(kept) == len(b.existing) {
		b.w.fail("ValueError", "list.remove(x): x not in list")
	}
	b.existing = kept
	if x.Type != nil {
		b.popTypeCheck(*x.Type)
	}
}

func (b *rebuild) addConstraint(t *schema.Table, k schema.Constraint) {
	name, err := ResolveName(t, k)
	if err != nil {
		b.w.err = err
		return
	}
	if name.Text == "" && name.State != schema.NameNever {
		b.w.fail("ValueError", "Constraint must have a name")
		return
	}
	if _, isPK := k.(*schema.PrimaryKey); isPK {
		var kept []schema.Constraint
		for _, u := range b.unnamed {
			if _, old := u.(*schema.PrimaryKey); !old {
				kept = append(kept, u)
			}
		}
		b.unnamed = kept
	}
	k = copyConstraint(k)
	k.Base().Name = name
	if name.Text == "" {
		b.unnamed = append(b.unnamed, k)
		return
	}
	b.addNamed(name.Text, k)
}

func (b *rebuild) dropConstraint(x *op.DropConstraint) {
	name := x.Name
	var probe schema.Constraint
	switch x.Type {
	case "foreignkey":
		probe = &schema.ForeignKey{ConstraintBase: schema.ConstraintBase{Name: name}}
	case "primary":
		probe = &schema.PrimaryKey{ConstraintBase: schema.ConstraintBase{Name: name}}
	case "unique":
		probe = &schema.Unique{ConstraintBase: schema.ConstraintBase{Name: name}}
	case "check":
		probe = &schema.Check{ConstraintBase: schema.ConstraintBase{Name: name}}
	case "":
	default:
		b.w.fail("TypeError", "'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None")
		return
	}
	if probe != nil {
		n, err := ResolveName(b.w.named(x.Table), probe)
		if err != nil {
			b.w.err = err
			return
		}
		name = n
	}
	if name.Text == "" {
		b.w.fail("ValueError", "Constraint must have a name")
		return
	}
	if key, ok := b.colNamed[name.Text]; ok {
		delete(b.colNamed, name.Text)
		col := b.columns[key]
		var kept []*schema.Check
		for _, k := range col.Checks {
			if k.Name.Text != name.Text {
				kept = append(kept, k)
			}
		}
		col.Checks = kept
		return
	}
	k, ok := b.popNamed(name.Text)
	if !ok {
		b.w.fail("ValueError", "No such constraint: '"+name.Text+"'")
		return
	}
	if pk, isPK := k.(*schema.PrimaryKey); isPK {
		for _, n := range pk.Columns {
			if c := b.columns[n]; c != nil {
				c.PrimaryKey = false
			}
		}
	}
}

func (b *rebuild) createIndex(x *op.CreateIndex) {
	if x.IfNotExists != schema.Unset {
		b.w.fail("TypeError", "ApplyBatchImpl.create_index() got an unexpected keyword argument 'if_not_exists'")
		return
	}
	b.queueIndex(b.w.indexTable(x.Table, x.Index), x.Index)
}

func (b *rebuild) queueIndex(t *schema.Table, ix *schema.Index) {
	name, err := ResolveIndexName(t, ix)
	if err != nil {
		b.w.err = err
		return
	}
	n := *ix
	n.Name = name
	n.FromColumn = false
	for i, old := range b.newIndex {
		if old.Name.Text == name.Text {
			b.newIndex[i] = &n
			return
		}
	}
	b.newIndex = append(b.newIndex, &n)
}

func (b *rebuild) dropIndex(x *op.DropIndex) {
	if x.IfExists != schema.Unset {
		b.w.fail("TypeError", "ApplyBatchImpl.drop_index() got an unexpected keyword argument 'if_exists'")
		return
	}
	for i, ix := range b.indexes {
		if ix.Name.Text == x.Name.Text {
			b.indexes = append(b.indexes[:i], b.indexes[i+1:]...)
			return
		}
	}
	b.w.fail("ValueError", "No such index: '"+x.Name.Text+"'")
}
