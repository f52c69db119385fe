package sqlgen

import (
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

func (w *opWriter) alterTable(n schema.Name) string { return "ALTER TABLE " + w.d.alterName(n) }

func (w *opWriter) renameTable(n schema.Name, to string) {
	target := schema.Name{Name: to}
	if w.d.Name != "postgresql" && w.d.Name != "sqlite" {
		target.Schema, target.QuoteSchema = n.Schema, n.QuoteSchema
	}
	w.raw(func(*ddl) string { return w.alterTable(n) + " RENAME TO " + w.d.alterName(target) })
}

func (w *opWriter) addColumn(x *op.AddColumn) {
	t := w.named(x.Table)
	col := *x.Column
	order := schema.Order{}
	if err := t.Add(&order, &col); err != nil {
		w.err = err
		return
	}
	inlineFK := w.inlineForeignKey(t, &col, x)
	w.raw(func(d *ddl) string {
		s := w.alterTable(x.Table) + " ADD COLUMN " + when(x.IfNotExists == schema.Yes, "IF NOT EXISTS ") + d.columnSpec(t, &col, false)
		s += when(x.InlinePrimaryKey == schema.Yes && col.PrimaryKey, " PRIMARY KEY")
		if inlineFK != nil {
			s += " REFERENCES " + d.d.TableName(inlineFK.RefTable) + " (" + d.refColumn(inlineFK, inlineFK.RefColumns[0]) + ")" + d.fkTail(inlineFK)
		}
		for _, k := range col.Checks {
			s += " " + d.constraint(t, k)
		}
		return s
	})
	for _, k := range t.SortedConstraints() {
		if _, isPK := k.(*schema.PrimaryKey); isPK || inlineFK != nil && k == schema.Constraint(inlineFK) {
			continue
		}
		w.addConstraint(t, k)
	}
	for _, ix := range t.Indexes {
		w.ddl(&expr.CreateIndex{Table: t, Index: ix})
	}
	if tr := w.d.traits(); col.Comment != nil && tr.comments && !tr.inlineComments {
		w.ddl(&expr.SetColumnComment{Table: t, Column: col.KeyName()})
	}
}

// inlineForeignKey is the foreign key that inline_references puts into the
// column, nil if there is not exactly one.
func (w *opWriter) inlineForeignKey(t *schema.Table, col *schema.Column, x *op.AddColumn) *schema.ForeignKey {
	if x.InlineReferences != schema.Yes || len(col.ForeignKeys) != 1 {
		return nil
	}
	for _, k := range t.Constraints {
		if fk, ok := k.(*schema.ForeignKey); ok && len(fk.Columns) == 1 && len(fk.RefColumns) == 1 {
			return fk
		}
	}
	return nil
}

func (w *opWriter) dropColumn(x *op.DropColumn) {
	w.raw(func(d *ddl) string {
		return w.alterTable(x.Table) + " DROP COLUMN " + when(x.IfExists == schema.Yes, "IF EXISTS ") + d.d.quoteTri(x.Column, x.Quote)
	})
}

// typeChecks are the CHECK constraints that a column of a type has on this
// dialect.
func (w *opWriter) typeChecks(x *op.AlterColumn, t schema.Type) (*schema.Table, []schema.Constraint) {
	tab := w.named(x.Table)
	order := schema.Order{}
	if err := tab.Add(&order, &schema.Column{Name: x.Column, Quote: x.ColumnQuote, Type: t}); err != nil {
		w.err = err
	}
	var out []schema.Constraint
	for _, k := range tab.Constraints {
		if _, isPK := k.(*schema.PrimaryKey); !isPK && w.d.constraintApplies(tab, k) {
			out = append(out, k)
		}
	}
	return tab, out
}

func (w *opWriter) alterColumn(x *op.AlterColumn) {
	if x.ExistingType != nil && x.Type != nil {
		tab, checks := w.typeChecks(x, *x.ExistingType)
		for _, k := range checks {
			if w.d.Name != "sqlite" && !w.d.isMySQL() {
				w.ddl(&expr.DropConstraint{Table: tab, Constraint: k})
			}
		}
	}
	switch {
	case w.d.isMySQL():
		w.mysqlAlter(x)
	case w.d.Name == "postgresql":
		if x.Using != nil && x.Type == nil {
			w.fail("CommandError", "postgresql_using must be used with the type_ parameter")
			return
		}
		if x.Type != nil {
			w.columnType(x)
		}
		y := *x
		y.Type = nil
		w.genericAlter(&y)
	default:
		w.genericAlter(x)
	}
	if x.Type != nil {
		tab, checks := w.typeChecks(x, *x.Type)
		for _, k := range checks {
			w.addConstraint(tab, k)
		}
	}
}

func (w *opWriter) alterHead(x *op.AlterColumn) string {
	return w.alterTable(x.Table) + " ALTER COLUMN " + w.d.quoteTri(x.Column, x.ColumnQuote) + " "
}

func (w *opWriter) columnType(x *op.AlterColumn) {
	w.raw(func(d *ddl) string {
		s := w.alterHead(x) + "TYPE " + d.typeText(*x.Type)
		if w.d.Name == "postgresql" {
			s += " "
			if x.Using != nil && *x.Using != "" {
				s += "USING " + *x.Using
			}
		}
		return s
	})
}

// genericAlter sends one statement for each part, in Alembic's order.
func (w *opWriter) genericAlter(x *op.AlterColumn) {
	if x.Autoincrement != schema.Unset || x.ExistingAutoincrement != schema.Unset {
		w.warn("autoincrement and existing_autoincrement only make sense for MySQL")
	}
	if x.Nullable != schema.Unset {
		if w.d.isMySQL() {
			w.fail("NotImplementedError", "Individual alter column constructs not supported by MySQL")
			return
		}
		word := "SET NOT NULL"
		if x.Nullable == schema.Yes {
			word = "DROP NOT NULL"
		}
		w.raw(func(*ddl) string { return w.alterHead(x) + word })
	}
	if x.ServerDefault.Given {
		w.alterDefault(x)
	}
	if x.Type != nil {
		if w.d.isMySQL() {
			w.fail("NotImplementedError", "Individual alter column constructs not supported by MySQL")
			return
		}
		w.columnType(x)
	}
	if x.Comment.Given {
		w.alterComment(x)
	}
	if x.NewName != nil {
		word := " RENAME "
		if w.d.Name == "sqlite" {
			word = " RENAME COLUMN "
		}
		w.raw(func(*ddl) string {
			return w.alterTable(x.Table) + word + w.d.quoteTri(x.Column, x.ColumnQuote) + " TO " + w.d.quoteTri(*x.NewName, x.NewNameQuote)
		})
	}
}

func (w *opWriter) alterComment(x *op.AlterColumn) {
	if w.d.Name != "postgresql" {
		w.raw(func(d *ddl) string {
			return d.c.fail("UnsupportedCompilationError", "Compiler %s can't render element of type <class 'alembic.ddl.base.ColumnComment'>: "+
				"<class 'alembic.ddl.base.ColumnComment'> construct has no default compilation handler.", d.ddlRepr())
		})
		return
	}
	w.raw(func(d *ddl) string {
		text := "NULL"
		if x.Comment.Text != nil {
			text = d.c.literal(*x.Comment.Text, schema.Type{Kind: "String"})
		}
		return "COMMENT ON COLUMN " + w.d.alterName(x.Table) + "." + w.d.quoteTri(x.Column, x.ColumnQuote) + " IS " + text
	})
}

func (w *opWriter) alterDefault(x *op.AlterColumn) {
	isComputed := func(d schema.Default) bool { _, ok := d.(*schema.Computed); return ok }
	isIdentity := func(d schema.Default) bool { _, ok := d.(*schema.Identity); return ok }
	now, old := x.ServerDefault.Value, x.ExistingServerDefault.Value
	switch {
	case isComputed(now) || isComputed(old):
		w.fail("CompileError", `Adding or removing a "computed" construct, e.g. GENERATED ALWAYS AS, to or from an existing column is not supported.`)
	case isIdentity(now) || isIdentity(old):
		if w.d.Name != "postgresql" {
			w.fail("CompileError", `Adding, removing or modifying an "identity" construct, e.g. GENERATED AS IDENTITY, to or from an `+
				`existing column is not supported in this dialect.`)
			return
		}
		w.alterIdentity(x)
	case w.d.isMySQL():
		w.fail("NotImplementedError", "Individual alter column constructs not supported by MySQL")
	default:
		w.raw(func(d *ddl) string { return w.alterHead(x) + d.setDefault(now) })
	}
}

// setDefault is SET DEFAULT or DROP DEFAULT.
func (d *ddl) setDefault(def schema.Default) string {
	if def == nil {
		return "DROP DEFAULT"
	}
	s, ok := d.serverDefault(def)
	if !ok {
		return d.c.fail("AssertionError", "")
	}
	return "SET DEFAULT " + s
}

func (w *opWriter) alterIdentity(x *op.AlterColumn) {
	now, _ := x.ServerDefault.Value.(*schema.Identity)
	old, hadOld := x.ExistingServerDefault.Value.(*schema.Identity)
	w.raw(func(*ddl) string {
		head := w.alterHead(x)
		switch {
		case now == nil:
			return head + "DROP IDENTITY"
		case !hadOld && x.ExistingServerDefault.Value == nil:
			return head + "ADD " + identityText(now)
		}
		if old == nil {
			old = &schema.Identity{}
		}
		return head + identityDiff(now, old)
	})
}

// identityDiff is a SET for each option that differs, by name of the attribute.
func identityDiff(now, old *schema.Identity) string {
	var attrs []string
	texts := map[string]string{}
	set := func(attr, text string) {
		attrs = append(attrs, attr)
		texts[attr] = text
	}
	if now.Always != old.Always {
		word := "BY DEFAULT"
		if now.Always {
			word = "ALWAYS"
		}
		set("always", "SET GENERATED "+word+" ")
	}
	num := func(attr string, a, b *int64, o schema.SequenceOptions) {
		if a != nil && (b == nil || *a != *b) {
			set(attr, "SET "+sequenceOptions(o)+" ")
		}
	}
	n, m := now.Options, old.Options
	num("start", n.Start, m.Start, schema.SequenceOptions{Start: n.Start})
	num("increment", n.Increment, m.Increment, schema.SequenceOptions{Increment: n.Increment})
	num("minvalue", n.MinValue, m.MinValue, schema.SequenceOptions{MinValue: n.MinValue})
	num("maxvalue", n.MaxValue, m.MaxValue, schema.SequenceOptions{MaxValue: n.MaxValue})
	num("cache", n.Cache, m.Cache, schema.SequenceOptions{Cache: n.Cache})
	if n.Cycle != schema.Unset && n.Cycle != m.Cycle {
		set("cycle", "SET "+sequenceOptions(schema.SequenceOptions{Cycle: n.Cycle})+" ")
	}
	if (n.NoMinValue || n.NoMinValueSet != schema.Unset) && !m.NoMinValue && m.NoMinValueSet == schema.Unset {
		set("nominvalue", "SET NO MINVALUE ")
	}
	if (n.NoMaxValue || n.NoMaxValueSet != schema.Unset) && !m.NoMaxValue && m.NoMaxValueSet == schema.Unset {
		set("nomaxvalue", "SET NO MAXVALUE ")
	}
	sort.Strings(attrs)
	var b strings.Builder
	for _, a := range attrs {
		b.WriteString(texts[a])
	}
	return b.String()
}

func (w *opWriter) mysqlAlter(x *op.AlterColumn) {
	special := func(d schema.Default) bool {
		switch d.(type) {
		case *schema.Computed, *schema.Identity:
			return true
		}
		return false
	}
	if special(x.ServerDefault.Value) || special(x.ExistingServerDefault.Value) {
		y := *x
		y.Comment, y.NewName = op.CommentArg{}, nil
		y.Autoincrement, y.ExistingAutoincrement = schema.Unset, schema.Unset
		w.genericAlter(&y)
		if w.err != nil {
			return
		}
	}
	t := x.Type
	if t == nil {
		t = x.ExistingType
	}
	dropsDefault := x.ServerDefault.Given && x.ServerDefault.Value == nil
	switch {
	case x.NewName != nil || t != nil && w.d.affinityOf(*t) == "DateTime" && !dropsDefault && !x.BareType:
		name, q := x.Column, x.ColumnQuote
		if x.NewName != nil {
			name, q = *x.NewName, x.NewNameQuote
		}
		w.mysqlSpec(x, t, " CHANGE "+w.d.quoteTri(x.Column, x.ColumnQuote)+" "+w.d.quoteTri(name, q)+" ")
	case x.Nullable != schema.Unset || x.Type != nil || x.Autoincrement != schema.Unset || x.Comment.Given:
		w.mysqlSpec(x, t, " MODIFY "+w.d.quoteTri(x.Column, x.ColumnQuote)+" ")
	case x.ServerDefault.Given:
		w.raw(func(d *ddl) string { return w.alterHead(x) + d.setDefault(x.ServerDefault.Value) })
	}
}

// mysqlSpec is the column specification that CHANGE and MODIFY repeat.
func (w *opWriter) mysqlSpec(x *op.AlterColumn, t *schema.Type, words string) {
	if t == nil {
		w.fail("CommandError", "All MySQL CHANGE/MODIFY COLUMN operations require the existing type.")
		return
	}
	nullable := true
	switch {
	case x.Nullable != schema.Unset:
		nullable = x.Nullable == schema.Yes
	case x.ExistingNullable != schema.Unset:
		nullable = x.ExistingNullable == schema.Yes
	}
	auto := x.Autoincrement
	if auto == schema.Unset {
		auto = x.ExistingAutoincrement
	}
	def := x.ServerDefault.Value
	if !x.ServerDefault.Given {
		def = x.ExistingServerDefault.Value
	}
	comment := x.Comment.Text
	if !x.Comment.Given {
		comment = x.ExistingComment
	}
	w.raw(func(d *ddl) string {
		s := w.alterTable(x.Table) + words + d.typeText(*t) + " "
		if nullable {
			s += "NULL"
		} else {
			s += "NOT NULL"
		}
		s += when(auto == schema.Yes, " AUTO_INCREMENT")
		if def != nil {
			text, ok := d.serverDefault(def)
			if !ok {
				return d.c.fail("AssertionError", "")
			}
			s += " DEFAULT " + text
		}
		if comment != nil {
			s += " COMMENT " + d.c.literal(*comment, schema.Type{Kind: "String"})
		}
		return s
	})
}
