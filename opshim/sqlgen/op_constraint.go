package sqlgen

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

const noSQLiteAlter = "No support for ALTER of constraints in SQLite dialect. Please refer to the batch mode feature which allows for " +
	"SQLite migrations using a copy-and-move strategy."

func (w *opWriter) addConstraint(t *schema.Table, k schema.Constraint) {
	rule := ""
	if ck, ok := k.(*schema.Check); ok {
		rule = ck.CreateRule
	}
	if w.d.Name == "sqlite" {
		switch {
		case rule == "":
			w.fail("NotImplementedError", noSQLiteAlter)
		case w.d.constraintApplies(t, k):
			w.warn("Skipping unsupported ALTER for creation of implicit constraint. Please refer to the batch mode feature which allows " +
				"for SQLite migrations using a copy-and-move strategy.")
		}
		return
	}
	if w.d.constraintApplies(t, k) {
		w.ddl(&expr.AddConstraint{Table: t, Constraint: k})
	}
}

func (w *opWriter) dropConstraint(x *op.DropConstraint) {
	t := w.named(x.Table)
	base := schema.ConstraintBase{Name: x.Name}
	var k schema.Constraint
	switch x.Type {
	case "foreignkey":
		k = &schema.ForeignKey{ConstraintBase: base}
	case "primary":
		k = &schema.PrimaryKey{ConstraintBase: base}
	case "unique":
		k = &schema.Unique{ConstraintBase: base}
	case "check":
		k = &schema.Check{ConstraintBase: base}
	case "":
	default:
		w.fail("TypeError", "'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None")
		return
	}
	switch {
	case w.d.Name == "sqlite":
		w.fail("NotImplementedError", noSQLiteAlter)
	case k != nil:
		w.ddl(&expr.DropConstraint{Table: t, Constraint: k, IfExists: x.IfExists == schema.Yes})
	case w.d.isMySQL():
		w.fail("NotImplementedError", "No generic 'DROP CONSTRAINT' in MySQL - please specify constraint type")
	default:
		w.raw(func(d *ddl) string {
			if x.Name.Text == "" {
				return d.c.fail("CompileError", "Can't emit DROP CONSTRAINT for constraint Constraint(); it has no name")
			}
			n, err := w.d.constraintName(x.Name)
			if err != nil {
				return d.c.failErr(err)
			}
			return "ALTER TABLE " + w.d.TableName(x.Table) + " DROP CONSTRAINT " + when(x.IfExists == schema.Yes, "IF EXISTS ") + n
		})
	}
}

// indexTable is the table that Alembic builds round an index.
func (w *opWriter) indexTable(n schema.Name, ix *schema.Index) *schema.Table {
	t := w.named(n)
	for _, e := range ix.Elements {
		if e.Expr == nil && t.Column(e.Column) == nil {
			t.Columns = append(t.Columns, &schema.Column{Name: e.Column})
		}
	}
	return t
}

func (w *opWriter) createIndex(x *op.CreateIndex) {
	w.ddl(&expr.CreateIndex{Table: w.indexTable(x.Table, x.Index), Index: x.Index, IfNotExists: x.IfNotExists == schema.Yes})
}

func (w *opWriter) dropIndex(x *op.DropIndex) {
	table := x.Table
	if table == "" {
		table = "no_table"
	}
	t := w.named(schema.Name{Schema: x.Schema, Name: table})
	ix := &schema.Index{Name: x.Name, Options: x.Options}
	w.ddl(&expr.DropIndex{Table: t, Index: ix, IfExists: x.IfExists == schema.Yes})
}

func (w *opWriter) tableComment(n schema.Name, comment *string, set bool) {
	t := w.named(n)
	t.Comment = comment
	if set {
		w.ddl(&expr.SetTableComment{Table: t})
		return
	}
	w.ddl(&expr.DropTableComment{Table: t})
}

func (w *opWriter) bulkInsert(x *op.BulkInsert) {
	switch {
	case len(x.Rows) == 0:
	case w.d.Offline:
		for _, r := range x.Rows {
			w.exec(w.rowInsert(x.Table, r, true), Options{LiteralBinds: w.d.LiteralBinds})
		}
	case !x.MultiInsert:
		for _, r := range x.Rows {
			w.exec(w.rowInsert(x.Table, r, false), Options{RenderPostcompile: true})
		}
	default:
		w.bulkMany(x)
	}
}

// rowInsert is INSERT of one row; offline every value is a literal of its
// column's type.
func (w *opWriter) rowInsert(t *schema.Table, row []op.Cell, literal bool) *expr.Insert {
	ins := &expr.Insert{Table: &expr.Table{Def: t}, Inline: true, Values: []expr.Assign{}}
	for _, c := range row {
		col := t.Column(c.Column)
		v := c.Expr
		switch {
		case v != nil:
		case literal && col == nil:
			w.fail("KeyError", Repr(c.Column))
		case literal:
			v = &expr.Bind{Name: c.Column, Value: c.Value, HasValue: true, Type: col.Type, Inline: true}
		default:
			v = &expr.Bind{Value: c.Value, HasValue: true, Fresh: true, Unique: true}
		}
		ins.Values = append(ins.Values, expr.Assign{Column: c.Column, Value: v})
	}
	return ins
}

// bulkMany is one executemany over all rows; the first row decides the columns.
func (w *opWriter) bulkMany(x *op.BulkInsert) {
	ins := &expr.Insert{Table: &expr.Table{Def: x.Table}, Inline: true}
	if w.session.Mock {
		w.exec(ins, Options{})
		return
	}
	o := Options{HasColumnKeys: true, ForExecuteMany: len(x.Rows) > 1, RenderPostcompile: true}
	first := map[string]any{}
	for _, c := range x.Rows[0] {
		first[c.Column] = c.Value
	}
	o.ColumnKeys = ParamKeys(ins, first)
	for _, c := range x.Rows[0] {
		if x.Table.Column(c.Column) == nil {
			w.fail("CompileError", "Unconsumed column names: "+c.Column)
			return
		}
	}
	st := Stmt{}
	for i, r := range x.Rows {
		vals := map[string]any{}
		for _, c := range r {
			vals[c.Column] = c.Value
		}
		for _, key := range o.ColumnKeys {
			if _, ok := vals[key]; !ok {
				w.fail("StatementError", "(sqlalchemy.exc.InvalidRequestError) A value is required for bind parameter '"+key+
					"', in parameter group "+Repr2(int64(i)))
				return
			}
		}
		o.Values = vals
		one, err := w.d.CompileStmt(ins, o)
		if err != nil {
			w.err = err
			return
		}
		if i == 0 {
			st = one
		}
		st.Rows = append(st.Rows, one.Params)
	}
	st.Params = nil
	w.out = append(w.out, st)
}
