package sqlgen

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// tempName is the name of the new table until it takes the old one's place.
func tempName(table string) string {
	r := []rune("_alembic_tmp_" + table)
	if len(r) > 50 {
		r = r[:50]
	}
	return string(r)
}

// create sends the statements that put the new table in place of the old one.
func (b *rebuild) create() {
	w := b.w
	b.reorder()
	t := b.newTable()
	if w.err != nil {
		return
	}
	if w.d.Name == "postgresql" {
		for _, k := range b.old.Constraints {
			if n := k.Base().Name.Text; n != "" && b.byName[n] != nil {
				w.ddl(&expr.DropConstraint{Table: b.old, Constraint: k})
			}
		}
	}
	w.createTable(t, false)
	undo := "\nDROP TABLE " + w.d.TableName(t.Name)
	b.copyRows(t, undo)
	w.ddl(&expr.DropTable{Table: b.old})
	if n := len(w.out); w.err == nil && n > 0 {
		w.out[n-1].OnFailure = undo
	}
	w.renameTable(t.Name, b.old.Name.Name)
	b.makeIndexes(t)
}

// copyRows is INSERT ... SELECT of the columns that the old table fills.
func (b *rebuild) copyRows(t *schema.Table, undo string) {
	ins := &expr.Insert{Table: &expr.Table{Def: t}, Inline: true, SelectDefaults: true}
	sel := &expr.Select{}
	for _, key := range b.order {
		if tr := b.transfers[key]; tr != nil && tr.expr != nil {
			ins.SelectNames = append(ins.SelectNames, key)
			sel.Columns = append(sel.Columns, tr.expr)
		}
	}
	ins.Select = sel
	b.w.exec(ins, Options{LiteralBinds: b.w.d.LiteralBinds, RenderPostcompile: !b.w.d.Offline})
	if n := len(b.w.out); b.w.err == nil && n > 0 {
		b.w.out[n-1].OnFailure = undo
	}
}

// newTable builds the table under its temporary name.
func (b *rebuild) newTable() *schema.Table {
	t := &schema.Table{Name: schema.Name{Schema: b.old.Name.Schema, QuoteSchema: b.old.Name.QuoteSchema, Name: tempName(b.old.Name.Name)},
		Options: b.tableOpts}
	order := &schema.Order{}
	add := func(items ...schema.Item) {
		if err := t.Add(order, items...); err != nil && b.w.err == nil {
			b.w.err = err
		}
	}
	for _, a := range b.x.TableArgs {
		if k, ok := a.(schema.Constraint); ok {
			k.Base().Created = order.Next()
		}
	}
	for _, key := range b.order {
		add(b.columns[key])
	}
	b.nameTypeChecks(t)
	b.dropSilent(t)
	add(b.x.TableArgs...)
	for _, n := range b.named {
		b.carry(t, b.byName[n], add)
	}
	for _, k := range b.unnamed {
		b.carry(t, k, add)
	}
	return t
}

// dropSilent takes away the CHECKs of types that the block itself gave to a
// column: Alembic adds those as constraints of their own.
func (b *rebuild) dropSilent(t *schema.Table) {
	kept := t.Constraints[:0]
	for _, k := range t.Constraints {
		if ck, ok := k.(*schema.Check); ok && ck.CreateRule != "" {
			if col := t.Column(ck.Column); col != nil && b.silent[col.KeyName()] {
				continue
			}
		}
		kept = append(kept, k)
	}
	t.Constraints = kept
}

// nameTypeChecks gives the CHECKs of types the names that the old table's
// convention made.
func (b *rebuild) nameTypeChecks(t *schema.Table) {
	if b.old.Naming == nil {
		return
	}
	for _, k := range t.Constraints {
		ck, ok := k.(*schema.Check)
		if !ok || ck.CreateRule == "" {
			continue
		}
		n, err := ResolveName(b.old, ck)
		if err == nil && n.Text != "" {
			ck.Name = n
		}
	}
}

// carry copies a constraint into the new table unless a column of it is gone.
func (b *rebuild) carry(t *schema.Table, k schema.Constraint, add func(...schema.Item)) {
	for _, n := range constraintColumns(k) {
		if _, ok := b.transfers[n]; !ok {
			return
		}
	}
	k = copyConstraint(k)
	k.Base().Created = 0
	k.Base().Implicit = false
	switch x := k.(type) {
	case *schema.ForeignKey:
		if s := b.old.Name.Schema; s != "" && x.RefTable.String() != b.old.Name.String() {
			x.RefTable.Schema = s
		}
	}
	if it, ok := k.(schema.Item); ok {
		add(it)
	}
}

func constraintColumns(k schema.Constraint) []string {
	switch x := k.(type) {
	case *schema.PrimaryKey:
		return x.Columns
	case *schema.Unique:
		return x.Columns
	case *schema.ForeignKey:
		return x.Columns
	case *schema.Check:
		return checkColumns(x)
	}
	return nil
}

// makeIndexes sends CREATE INDEX for the kept indexes, then for the new ones.
func (b *rebuild) makeIndexes(t *schema.Table) {
	final := *t
	final.Name.Name = b.old.Name.Name
	for _, ix := range b.indexes {
		if ix.FromColumn {
			continue
		}
		b.w.ddl(&expr.CreateIndex{Table: &final, Index: b.renamedIndex(t, ix)})
	}
	for _, ix := range b.newIndex {
		n := *ix
		n.Elements = nil
		for _, e := range ix.Elements {
			key := e.Column
			if key == "" {
				key = columnName(e.Expr)
			}
			if key == "" {
				continue
			}
			col := t.Column(key)
			if col == nil {
				b.keyError(key)
				return
			}
			n.Elements = append(n.Elements, schema.IndexElement{Column: col.KeyName()})
		}
		b.w.ddl(&expr.CreateIndex{Table: &final, Index: &n})
	}
}

// renamedIndex lets the columns of an old index follow their renames.
func (b *rebuild) renamedIndex(t *schema.Table, ix *schema.Index) *schema.Index {
	n := *ix
	n.Elements = append([]schema.IndexElement{}, ix.Elements...)
	for _, e := range n.Elements {
		if e.Column != "" && t.Column(e.Column) == nil {
			b.keyError(e.Column)
		}
	}
	return &n
}

// reorder sorts the columns by the places asked for.
func (b *rebuild) reorder() {
	if len(b.x.PartialReordering) == 0 && len(b.pairs) == 0 || b.w.err != nil {
		return
	}
	before := map[string]map[string]bool{}
	link := func(p, c string) {
		if p == c {
			return
		}
		if before[c] == nil {
			before[c] = map[string]bool{}
		}
		before[c][p] = true
	}
	if len(b.x.PartialReordering) > 0 {
		for _, tuple := range b.x.PartialReordering {
			for i := 1; i < len(tuple); i++ {
				link(tuple[i-1], tuple[i])
			}
		}
	} else {
		for i := 1; i < len(b.existing); i++ {
			link(b.order[i-1], b.existing[i])
		}
	}
	for _, p := range b.pairs {
		link(p[0], p[1])
	}
	b.topological(before)
}

func (b *rebuild) topological(before map[string]map[string]bool) {
	todo := append([]string{}, b.order...)
	left := map[string]bool{}
	for _, n := range todo {
		left[n] = true
	}
	var out []string
	for len(todo) > 0 {
		var ready, rest []string
		for _, n := range todo {
			free := true
			for p := range before[n] {
				if left[p] {
					free = false
				}
			}
			if free {
				ready = append(ready, n)
			} else {
				rest = append(rest, n)
			}
		}
		if len(ready) == 0 {
			b.w.fail("CircularDependencyError", "Circular dependency detected.")
			return
		}
		for _, n := range ready {
			delete(left, n)
		}
		out = append(out, ready...)
		todo = rest
	}
	b.order = out
}
