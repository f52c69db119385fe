package pywrite

import (
	"context"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// Ops writes directives in order, without indentation. The error names what
// has no form in Python source.
func (w *Writer) Ops(ops []op.Op) ([]string, error) {
	w.err = nil
	var out []string
	for i := 0; i < len(ops); i++ {
		if _, ok := ops[i].(*op.AutocommitBegin); ok {
			n := 1
			for i+n < len(ops) && !isEnd(ops[i+n]) {
				n++
			}
			inner, err := w.Ops(ops[i+1 : min(i+n, len(ops))])
			if err != nil {
				return nil, err
			}
			out = append(out, "with "+w.op("get_context().autocommit_block():"))
			out = append(out, w.indent(inner)...)
			i += n
			continue
		}
		out = append(out, w.one(ops[i])...)
	}
	return out, w.err
}

func isEnd(o op.Op) bool { _, ok := o.(*op.AutocommitEnd); return ok }

// indent moves lines in by one level; the inside of a text of several lines
// is part of one line here, so that it stays as it is.
func (w *Writer) indent(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			l = w.Style.Indent + l
		}
		out[i] = l
	}
	return out
}

// one is the one switch over directives.
func (w *Writer) one(o op.Op) []string {
	switch o := o.(type) {
	case *op.CreateTable:
		return w.createTable(o)
	case *op.BatchAlterTable:
		return w.batch(o)
	case *op.BulkInsert:
		return w.bulkInsert(o)
	case *op.CreateAll, *op.DropAll, *op.CreateType, *op.DropType, *op.Execute:
		return w.statement(o)
	case *op.Begin, *op.Commit, *op.Rollback, *op.Savepoint, *op.ReleaseSavepoint, *op.RollbackToSavepoint, *op.AutocommitBegin, *op.AutocommitEnd, *op.StaticOutput, *op.Opaque:
		w.failf("%T", o)
		return nil
	}
	return []string{w.directive(o, "").String()}
}

// directive writes those that are one call, with batch given as methods of
// that object.
func (w *Writer) directive(o op.Op, batch string) *call {
	k := &call{}
	start := func(name string, t schema.Name) {
		k.name = w.op(name)
		if batch != "" {
			k.name = batch + "." + name
		}
		_ = t
	}
	onTable := func(t schema.Name) {
		if batch == "" {
			k.pos(w.table(t))
		}
	}
	end := func(t schema.Name) {
		if batch == "" {
			w.inSchema(k, t)
		}
	}
	switch o := o.(type) {
	case *op.DropTable:
		start("drop_table", o.Table)
		onTable(o.Table)
		end(o.Table)
		k.tri("if_exists", o.IfExists)
		w.options(k, o.Options)
	case *op.RenameTable:
		start("rename_table", o.Table)
		onTable(o.Table)
		k.pos(w.text(o.New))
		end(o.Table)
	case *op.AddColumn:
		start("add_column", o.Table)
		onTable(o.Table)
		k.pos(w.column(o.Column, true))
		end(o.Table)
		w.columnPlace(k, o.InsertBefore, o.InsertAfter)
		k.tri("if_not_exists", o.IfNotExists)
		k.tri("inline_references", o.InlineReferences)
		k.tri("inline_primary_key", o.InlinePrimaryKey)
	case *op.DropColumn:
		start("drop_column", o.Table)
		onTable(o.Table)
		k.pos(w.ident(o.Column, o.Quote))
		end(o.Table)
		k.tri("if_exists", o.IfExists)
		if o.Type != nil {
			k.kw("existing_type", w.typeText(*o.Type))
		}
		w.options(k, o.Options)
	case *op.AlterColumn:
		start("alter_column", o.Table)
		onTable(o.Table)
		w.alterColumn(k, o)
		end(o.Table)
	default:
		w.constraintOp(k, o, start, onTable, end)
	}
	return k
}

func (w *Writer) columnPlace(k *call, before, after string) {
	if before != "" {
		k.kw("insert_before", w.text(before))
	}
	if after != "" {
		k.kw("insert_after", w.text(after))
	}
}

func (w *Writer) alterColumn(k *call, o *op.AlterColumn) {
	k.pos(w.ident(o.Column, o.ColumnQuote))
	if o.NewName != nil {
		k.kw("new_column_name", w.ident(*o.NewName, o.NewNameQuote))
	}
	if o.ExistingType != nil {
		k.kw("existing_type", w.typeText(*o.ExistingType))
	}
	if o.Type != nil {
		k.kw("type_", w.typeText(*o.Type))
	}
	k.tri("nullable", o.Nullable)
	if o.ServerDefault.Given {
		k.kw("server_default", w.serverDefault(o.ServerDefault.Value))
	}
	if o.Comment.Given {
		k.kw("comment", w.optionalText(o.Comment.Text))
	}
	k.tri("existing_nullable", o.ExistingNullable)
	if o.ExistingServerDefault.Given {
		k.kw("existing_server_default", w.serverDefault(o.ExistingServerDefault.Value))
	}
	if o.ExistingComment != nil {
		k.kw("existing_comment", w.text(*o.ExistingComment))
	}
	k.tri("autoincrement", o.Autoincrement)
	k.tri("existing_autoincrement", o.ExistingAutoincrement)
	if o.Using != nil {
		k.kw("postgresql_using", w.text(*o.Using))
	}
	w.columnPlace(k, o.InsertBefore, o.InsertAfter)
	for _, x := range o.Options {
		if x.Name != "postgresql_using" || o.Using == nil {
			k.kw(x.Name, w.option(x.Value))
		}
	}
}

func (w *Writer) optionalText(s *string) string {
	if s == nil {
		return "None"
	}
	return w.text(*s)
}

func (w *Writer) createTable(o *op.CreateTable) []string {
	t := o.Table
	k := &call{name: w.op("create_table")}
	k.pos(w.table(t.Name))
	k.args = append(k.args, w.tableItems(t)...)
	w.inSchema(k, t.Name)
	if t.Comment != nil {
		k.kw("comment", w.text(*t.Comment))
	}
	if len(t.Prefixes) > 0 {
		k.kw("prefixes", w.texts(t.Prefixes))
	}
	k.tri("if_not_exists", o.IfNotExists)
	w.options(k, t.Options)
	return k.lines(w.Style.Indent)
}

// statement writes what is no directive of its own as SQL.
func (w *Writer) statement(o op.Op) []string {
	if x, ok := o.(*op.Execute); ok {
		if t, ok := x.Stmt.(*expr.Text); ok && len(t.Binds) == 0 {
			return []string{w.op("execute(") + w.text(t.SQL) + ")"}
		}
	}
	own := *w.Dialect
	own.LiteralBinds = true
	stmts, err := own.Compile(context.Background(), &sqlgen.Session{}, o, nil)
	if err != nil {
		w.failf("a statement: %w", err)
		return nil
	}
	var out []string
	for _, st := range stmts {
		if st.Text != "" && !st.Comment && st.Control == "" {
			out = append(out, w.op("execute(")+w.text(EscapeBinds(strings.TrimRight(st.Text, "\n;")))+")")
		}
	}
	return out
}

func (w *Writer) bulkInsert(o *op.BulkInsert) []string { return w.statement(o) }

// batch writes a batch block.
func (w *Writer) batch(o *op.BatchAlterTable) []string {
	if o.CopyFrom != nil || len(o.TableArgs)+len(o.ReflectArgs)+len(o.TableKwargs)+len(o.ReflectKwargs)+len(o.PartialReordering) > 0 || o.Naming != nil {
		w.failf("a batch block with a table of its own")
	}
	k := &call{name: w.op("batch_alter_table")}
	k.pos(w.table(o.Table))
	w.inSchema(k, o.Table)
	if o.Recreate != "" && o.Recreate != "auto" {
		k.kw("recreate", w.text(o.Recreate))
	}
	var inner []string
	for _, x := range o.Ops {
		inner = append(inner, w.directive(x, w.Style.Batch).String())
	}
	if len(inner) == 0 {
		inner = []string{"pass"}
	}
	return append([]string{"with " + k.String() + " as " + w.Style.Batch + ":"}, w.indent(inner)...)
}
