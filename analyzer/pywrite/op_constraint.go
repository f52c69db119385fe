package pywrite

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// constraintOp writes the directives about constraints, indexes and comments.
func (w *Writer) constraintOp(k *call, o op.Op, start func(string, schema.Name), onTable, end func(schema.Name)) {
	begin := func(directive string, name schema.ConstraintName, table schema.Name) {
		start(directive, table)
		k.pos(w.name(name))
		onTable(table)
	}
	switch o := o.(type) {
	case *op.CreatePrimaryKey:
		begin("create_primary_key", o.Constraint.Name, o.Table)
		k.pos(w.texts(o.Constraint.Columns))
		end(o.Table)
		w.timing(k, &o.Constraint.ConstraintBase)
	case *op.CreateUniqueConstraint:
		begin("create_unique_constraint", o.Constraint.Name, o.Table)
		k.pos(w.texts(o.Constraint.Columns))
		end(o.Table)
		w.timing(k, &o.Constraint.ConstraintBase)
	case *op.CreateForeignKey:
		w.foreignKeyOp(k, o, start, onTable)
	case *op.CreateCheckConstraint:
		begin("create_check_constraint", o.Constraint.Name, o.Table)
		k.pos(w.text(w.sql(o.Constraint.Expr)))
		end(o.Table)
		w.timing(k, &o.Constraint.ConstraintBase)
	case *op.CreateExcludeConstraint:
		begin("create_exclude_constraint", o.Constraint.Name, o.Table)
		w.excludeElements(k, o.Constraint)
		end(o.Table)
		w.timing(k, &o.Constraint.ConstraintBase)
		w.excludeOptions(k, o.Constraint)
	case *op.DropConstraint:
		begin("drop_constraint", o.Name, o.Table)
		if o.Type != "" {
			k.kw("type_", w.text(o.Type))
		}
		end(o.Table)
		k.tri("if_exists", o.IfExists)
	case *op.CreateIndex, *op.DropIndex:
		w.indexOp(k, o, start, onTable, end)
	default:
		w.commentOp(k, o, start, onTable, end)
	}
}

// indexOp writes the directives about indexes.
func (w *Writer) indexOp(k *call, o op.Op, start func(string, schema.Name), onTable, end func(schema.Name)) {
	switch o := o.(type) {
	case *op.CreateIndex:
		start("create_index", o.Table)
		k.pos(w.name(o.Index.Name))
		onTable(o.Table)
		items := make([]string, len(o.Index.Elements))
		for i, e := range o.Index.Elements {
			items[i] = w.element(e)
		}
		k.pos("[" + strings.Join(items, ", ") + "]")
		end(o.Table)
		if o.Index.Unique {
			k.kw("unique", "True")
		}
		k.tri("if_not_exists", o.IfNotExists)
		w.options(k, o.Index.Options)
	case *op.DropIndex:
		t := schema.Name{Schema: o.Schema, Name: o.Table}
		start("drop_index", t)
		k.pos(w.name(o.Name))
		if o.Table != "" && strings.HasPrefix(k.name, w.Style.Op+".") {
			k.kw("table_name", w.text(o.Table))
		}
		end(t)
		k.tri("if_exists", o.IfExists)
		w.options(k, o.Options)
	}
}

// commentOp writes the directives about comments of tables.
func (w *Writer) commentOp(k *call, o op.Op, start func(string, schema.Name), onTable, end func(schema.Name)) {
	switch o := o.(type) {
	case *op.CreateTableComment:
		start("create_table_comment", o.Table)
		onTable(o.Table)
		k.pos(w.optionalText(o.Comment))
		if o.ExistingComment != nil {
			k.kw("existing_comment", w.text(*o.ExistingComment))
		}
		end(o.Table)
	case *op.DropTableComment:
		start("drop_table_comment", o.Table)
		onTable(o.Table)
		if o.ExistingComment != nil {
			k.kw("existing_comment", w.text(*o.ExistingComment))
		}
		end(o.Table)
	default:
		w.failf("%T", o)
	}
}

func (w *Writer) foreignKeyOp(k *call, o *op.CreateForeignKey, start func(string, schema.Name), onTable func(schema.Name)) {
	f := o.Constraint
	start("create_foreign_key", o.Table)
	k.pos(w.name(f.Name))
	onTable(o.Table)
	k.pos(w.table(f.RefTable))
	k.pos(w.texts(f.Columns))
	k.pos(w.texts(f.RefColumns))
	if strings.HasPrefix(k.name, w.Style.Op+".") && o.Table.Schema != "" {
		k.kw("source_schema", w.ident(o.Table.Schema, o.Table.QuoteSchema))
	}
	if f.RefTable.Schema != "" {
		k.kw("referent_schema", w.ident(f.RefTable.Schema, f.RefTable.QuoteSchema))
	}
	w.actions(k, f)
	w.timing(k, &f.ConstraintBase)
}
