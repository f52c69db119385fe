package sqlgen

import (
	"context"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// Compile returns the statements that a directive sends, in order. When a
// statement fails to compile, the error comes with the statements before it,
// which Alembic has sent by then. s remembers the enum types that the run
// created; r answers what batch mode reflects and may be nil (offline).
func (d *Dialect) Compile(ctx context.Context, s *Session, o op.Op, r Reflector) ([]Stmt, error) {
	if s == nil {
		s = &Session{}
	}
	w := &opWriter{ctx: ctx, d: d, session: s, reflector: r}
	w.op(o)
	return w.out, w.err
}

// opWriter collects the statements of one directive. After the first failure it
// writes nothing more.
type opWriter struct {
	ctx       context.Context
	d         *Dialect
	session   *Session
	reflector Reflector
	out       []Stmt
	err       error
}

func (w *opWriter) fail(class, message string) {
	if w.err == nil {
		w.err = &Error{Type: class, Message: message}
	}
}

// exec compiles and adds a statement.
func (w *opWriter) exec(s expr.Stmt, o Options) {
	if w.err != nil {
		return
	}
	st, err := w.d.CompileStmt(s, o)
	if err != nil {
		w.err = err
		return
	}
	w.out = append(w.out, st)
}

// ddl adds a DDL element.
func (w *opWriter) ddl(s expr.Stmt) { w.exec(s, Options{}) }

// raw adds text that make renders within a DDL compilation.
func (w *opWriter) raw(make func(*ddl) string) {
	if w.err != nil {
		return
	}
	c := newCompiler(w.d, Options{LiteralBinds: true})
	text := make(&ddl{c: c, d: w.d})
	st, err := c.finish(text)
	if err != nil {
		w.err = err
		return
	}
	w.out = append(w.out, st)
}

func (w *opWriter) warn(text string) {
	if w.err == nil {
		w.out = append(w.out, Stmt{Warning: text, Comment: true})
	}
}

func (w *opWriter) control(text string) {
	w.out = append(w.out, Stmt{Text: text, Control: text})
}

// op is the one switch over directives.
func (w *opWriter) op(o op.Op) {
	switch x := o.(type) {
	case *op.CreateTable:
		w.createTable(x.Table, x.IfNotExists == schema.Yes)
	case *op.DropTable:
		w.ddl(&expr.DropTable{Table: w.dropDef(x), IfExists: x.IfExists == schema.Yes})
	case *op.RenameTable:
		w.renameTable(x.Table, x.New)
	case *op.AddColumn:
		w.addColumn(x)
	case *op.DropColumn:
		w.dropColumn(x)
	case *op.AlterColumn:
		w.alterColumn(x)
	case *op.CreateIndex:
		w.createIndex(x)
	case *op.DropIndex:
		w.dropIndex(x)
	case *op.CreatePrimaryKey:
		w.addConstraint(w.constraintTable(x.Table, x.Constraint.Columns), x.Constraint)
	case *op.CreateUniqueConstraint:
		w.addConstraint(w.constraintTable(x.Table, x.Constraint.Columns), x.Constraint)
	case *op.CreateForeignKey:
		w.addConstraint(w.constraintTable(x.Table, x.Constraint.Columns), x.Constraint)
	case *op.CreateCheckConstraint:
		w.addConstraint(w.constraintTable(x.Table, nil), x.Constraint)
	case *op.CreateExcludeConstraint:
		w.addConstraint(w.constraintTable(x.Table, nil), x.Constraint)
	case *op.DropConstraint:
		w.dropConstraint(x)
	case *op.CreateTableComment:
		w.tableComment(x.Table, x.Comment, true)
	case *op.DropTableComment:
		w.tableComment(x.Table, nil, false)
	case *op.BulkInsert:
		w.bulkInsert(x)
	case *op.Execute:
		w.execute(x)
	case *op.BatchAlterTable:
		w.batch(x)
	default:
		w.event(o)
	}
}

// event handles the directives that concern types, whole schemas, transactions
// and output.
func (w *opWriter) event(o op.Op) {
	switch x := o.(type) {
	case *op.CreateType:
		w.typeOp(x.Type, &expr.CreateType{Type: x.Type})
	case *op.DropType:
		w.typeOp(x.Type, &expr.DropType{Type: x.Type})
	case *op.CreateAll:
		w.createAll(x)
	case *op.DropAll:
		w.dropAll(x)
	case *op.Begin:
		w.control("BEGIN")
	case *op.Commit:
		w.control("COMMIT")
	case *op.Rollback:
		w.control("ROLLBACK")
	case *op.Savepoint:
		w.control("SAVEPOINT " + w.d.Quote(x.Name))
	case *op.ReleaseSavepoint:
		w.control("RELEASE SAVEPOINT " + w.d.Quote(x.Name))
	case *op.RollbackToSavepoint:
		w.control("ROLLBACK TO SAVEPOINT " + w.d.Quote(x.Name))
	case *op.AutocommitBegin:
		w.control("COMMIT")
	case *op.AutocommitEnd:
		w.control("BEGIN")
	case *op.StaticOutput:
		w.out = append(w.out, Stmt{Text: x.Text, Comment: true})
	case *op.Opaque:
		w.fail("Unsupported", x.Directive+": "+x.Reason)
	default:
		w.fail("Unsupported", "directive of unknown kind")
	}
}

// named is an empty table with the run's naming convention.
func (w *opWriter) named(n schema.Name) *schema.Table {
	return &schema.Table{Name: n, Naming: w.d.Naming}
}

// constraintTable is the table that Alembic builds round a constraint.
func (w *opWriter) constraintTable(n schema.Name, cols []string) *schema.Table {
	t := w.named(n)
	for _, c := range cols {
		if t.Column(c) == nil {
			t.Columns = append(t.Columns, &schema.Column{Name: c})
		}
	}
	return t
}

func (w *opWriter) dropDef(x *op.DropTable) *schema.Table {
	if x.Def != nil {
		return x.Def
	}
	return w.named(x.Table)
}

func (w *opWriter) createTable(t *schema.Table, ifNotExists bool) {
	for _, col := range t.Columns {
		w.typeEvents(inTable(col.Type, t.Name), 0)
	}
	w.ddl(&expr.CreateTable{Table: t, IfNotExists: ifNotExists})
	for _, ix := range t.Indexes {
		w.ddl(&expr.CreateIndex{Table: t, Index: ix})
	}
	w.tableComments(t)
}

func (w *opWriter) tableComments(t *schema.Table) {
	tr := w.d.traits()
	if !tr.comments || tr.inlineComments {
		return
	}
	if t.Comment != nil {
		w.ddl(&expr.SetTableComment{Table: t})
	}
	for _, col := range t.Columns {
		if col.Comment != nil {
			w.ddl(&expr.SetColumnComment{Table: t, Column: col.KeyName()})
		}
	}
}

// typeEvents sends CREATE TYPE for the named types of a new table's column, once
// for each name in a run.
func (w *opWriter) typeEvents(t schema.Type, depth int) {
	if depth > maxTypeDepth || w.err != nil {
		return
	}
	u, err := w.d.implType(t)
	if err != nil {
		w.err = err
		return
	}
	if u.Kind == "ARRAY" && u.Item != nil {
		w.typeEvents(*u.Item, depth+1)
		return
	}
	if !w.d.traits().nativeEnum || !w.createsType(u) {
		return
	}
	name := u.Kind
	if u.Domain == nil {
		name = "enum"
	}
	key := name + "\x00" + typeIdent(u).String()
	if w.session.created[key] {
		return
	}
	if w.session.created == nil {
		w.session.created = map[string]bool{}
	}
	w.session.created[key] = true
	w.ddl(&expr.CreateType{Type: u})
}

// createsType reports whether creating a table creates this type before.
func (w *opWriter) createsType(u schema.Type) bool {
	switch {
	case u.Domain != nil:
		return w.d.Name == "postgresql" && u.Domain.CreateType != schema.No
	case u.Enum == nil || u.Enum.Metadata:
		return false
	case u.Kind == "ENUM" && u.Dialect == "postgresql":
		return u.Enum.CreateType != schema.No
	case u.Kind == "Enum":
		return w.d.Name == "postgresql" && u.Enum.Native && (u.Enum.CreateType != schema.No || !w.d.is21())
	}
	return false
}

// typeOp is enum.create(bind) and enum.drop(bind): nothing on databases without
// named types.
func (w *opWriter) typeOp(t schema.Type, s expr.Stmt) {
	u, err := w.d.implType(t)
	if err != nil {
		w.err = err
		return
	}
	if w.d.Name != "postgresql" {
		if u.Kind == "ENUM" && u.Dialect == "postgresql" && w.d.traits().nativeEnum {
			w.ddl(s)
		}
		return
	}
	if u.Enum != nil && !u.Enum.Native && u.Kind == "Enum" {
		return
	}
	if u.Enum == nil && u.Domain == nil {
		return
	}
	switch s.(type) {
	case *expr.CreateType:
		w.ddl(&expr.CreateType{Type: u})
	default:
		w.ddl(&expr.DropType{Type: u})
	}
}

func (w *opWriter) execute(x *op.Execute) {
	o := Options{}
	switch s := x.Stmt.(type) {
	case *expr.Select, *expr.Compound, *expr.TextSelect, *expr.GroupedQuery, *expr.Insert, *expr.Update, *expr.Delete, *expr.Text,
		*expr.Eval, *expr.CustomStmt:
		o.LiteralBinds = w.d.LiteralBinds
	case nil:
		w.fail("Unsupported", "execute without a statement")
		return
	default:
		w.ddl(s)
		return
	}
	if w.d.Offline || len(x.Params) == 0 {
		if !w.d.Offline {
			o.RenderPostcompile = true
		}
		w.exec(x.Stmt, o)
		return
	}
	w.executeWith(x, o)
}

// executeWith compiles a statement for the parameters of its execution.
func (w *opWriter) executeWith(x *op.Execute, o Options) {
	o.RenderPostcompile, o.HasColumnKeys = true, true
	o.ForExecuteMany = len(x.Params) > 1
	o.ColumnKeys = ParamKeys(x.Stmt, x.Params[0])
	if len(x.Params) == 1 {
		o.Values = x.Params[0]
		w.exec(x.Stmt, o)
		return
	}
	st := Stmt{}
	for i, p := range x.Params {
		o.Values = p
		one, err := w.d.CompileStmt(x.Stmt, o)
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

// ParamKeys are the keys of a parameter set in the order of the statement's
// table, then the others by name.
func ParamKeys(s expr.Stmt, p map[string]any) []string {
	var table expr.From
	switch x := s.(type) {
	case *expr.Insert:
		table = x.Table
	case *expr.Update:
		table = x.Table
	}
	var out []string
	if def := tableDef(table); def != nil {
		for _, c := range def.Columns {
			if _, ok := p[c.KeyName()]; ok {
				out = append(out, c.KeyName())
			}
		}
	}
	return out
}
