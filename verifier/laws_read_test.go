package verifier

import (
	"context"
	"fmt"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// readsWhatIsWritten compiles each directive and reads the SQL again.
func (c *lawCourt) readsWhatIsWritten(m *migrationSpec) string {
	d, _ := sqlgen.New(c.dialect)
	d.LiteralBinds, d.Offline = true, true
	read, _ := sqlread.DialectOf(c.dialect)
	ops := append(m.ups(), m.downs()...)
	if base, err := m.Table.build(); err == nil {
		ops = append(ops, base)
	}
	for _, o := range ops {
		if _, ok := o.(*op.BatchAlterTable); ok {
			continue // its statements depend on what it meets: the catalog's law has them
		}
		stmts, err := d.Compile(context.Background(), &sqlgen.Session{}, o, nil)
		if err != nil {
			continue
		}
		var got []string
		for _, st := range stmts {
			for _, p := range sqlread.Parse(st.Text, read) {
				got = append(got, readLines(p)...)
			}
		}
		want := askedLines(d, read, o)
		if want == nil {
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			return fmt.Sprintf("%T (-asked +read)\n%s", o, diff)
		}
	}
	return ""
}

// readLines tells what was read, in the words of askedLines.
func readLines(p sqlread.Parsed) []string {
	switch s := p.Stmt.(type) {
	case *sqlread.Unknown:
		return []string{"not understood: " + s.Reason + ": " + p.Text}
	case *sqlread.CreateTable:
		out := []string{"create table " + s.Name.String()}
		for _, c := range s.Columns {
			out = append(out, columnLine(c.Name, c.Type, c.NotNull, c.DefaultText != "", c.Generated != "", c.Identity != ""))
		}
		return out
	case *sqlread.CreateIndex:
		return []string{fmt.Sprintf("create index %s on %s unique=%v keys=%d where=%v", s.Index.Name, s.Table, s.Index.Unique, len(s.Index.Keys), s.Index.Where != "")}
	case *sqlread.Drop:
		return []string{"drop " + s.Kind + " " + s.Names[0].String()}
	case *sqlread.AlterTable:
		var out []string
		for _, a := range s.Actions {
			out = append(out, actionLine(s.Name.String(), a))
		}
		return out
	}
	return nil
}

func actionLine(table string, a sqlread.Action) string {
	switch a := a.(type) {
	case *sqlread.AddColumn:
		c := a.Column
		return table + " add " + columnLine(c.Name, c.Type, c.NotNull, c.DefaultText != "", c.Generated != "", c.Identity != "")
	case *sqlread.DropColumn:
		return table + " drop " + a.Name
	case *sqlread.ModifyColumn:
		c := a.Column
		return table + " modify " + a.Old + " " + columnLine(c.Name, c.Type, c.NotNull, c.DefaultText != "", c.Generated != "", c.AutoInc)
	case *sqlread.DropIndex:
		return table + " drop key " + a.Name
	case *sqlread.ColumnType:
		return table + " type " + a.Name + " " + a.Type.String()
	case *sqlread.ColumnNull:
		return fmt.Sprintf("%s null %s %v", table, a.Name, !a.NotNull)
	case *sqlread.ColumnDefault:
		return fmt.Sprintf("%s default %s %v", table, a.Name, a.Text != "")
	case *sqlread.RenameColumn:
		return table + " column " + a.Old + " to " + a.New
	case *sqlread.Rename:
		return table + " to " + a.New.Name
	case *sqlread.AddConstraint:
		k := a.Constraint
		return fmt.Sprintf("%s %s %s %q %s %q deferrable=%v", table, k.Kind, k.Name, k.Columns, k.RefTable.Name, k.RefColumns, k.Deferrable)
	case *sqlread.DropConstraint:
		return table + " drop constraint " + a.Name
	}
	return fmt.Sprintf("%s %T", table, a)
}

func columnLine(name string, t sqlread.TypeName, notNull, def, generated, identity bool) string {
	notNull = notNull || identity // which the database sees to
	return fmt.Sprintf("column %s %s null=%v default=%v generated=%v identity=%v", name, t.String(), !notNull, def, generated, identity)
}

// askedLines tells what a directive asks for; nil where that is told by its text
// alone.
func askedLines(d *sqlgen.Dialect, read sqlread.Dialect, o op.Op) []string {
	switch x := o.(type) {
	case *op.DropTable:
		return []string{"drop table " + x.Table.Name}
	case *op.RenameTable:
		return []string{x.Table.Name + " to " + x.New}
	case *op.DropColumn:
		return []string{x.Table.Name + " drop " + x.Column}
	case *op.AddColumn:
		if x.Column.Comment != nil {
			return nil
		}
		return []string{x.Table.Name + " add " + askedColumn(d, read, x.Column)}
	case *op.DropIndex:
		return []string{"drop index " + x.Name.Text}
	case *op.CreateIndex:
		where := x.Index.Options.Get(d.Name+"_where") != nil
		return []string{fmt.Sprintf("create index %s on %s unique=%v keys=%d where=%v", x.Index.Name.Text, x.Table.Name, x.Index.Unique, len(x.Index.Elements), where)}
	case *op.DropConstraint:
		if read.IsMySQL() && x.Type == "unique" {
			return []string{x.Table.Name + " drop key " + x.Name.Text}
		}
		if read.IsMySQL() && x.Type == "primary" {
			return []string{x.Table.Name + " drop constraint "}
		}
		return []string{x.Table.Name + " drop constraint " + x.Name.Text}
	case *op.CreateUniqueConstraint:
		return []string{fmt.Sprintf("%s unique %s %q  %q deferrable=%v", x.Table.Name, x.Constraint.Name.Text, x.Constraint.Columns, []string(nil), x.Constraint.Deferrable == schema.Yes)}
	case *op.CreateForeignKey:
		k := x.Constraint
		return []string{fmt.Sprintf("%s foreign %s %q %s %q deferrable=%v", x.Table.Name, k.Name.Text, k.Columns, k.RefTable.Name, k.RefColumns, k.Deferrable == schema.Yes)}
	case *op.AlterColumn:
		return askedAlter(d, read, x)
	}
	return nil
}

func askedAlter(d *sqlgen.Dialect, read sqlread.Dialect, x *op.AlterColumn) []string {
	switch {
	case read.IsMySQL() && (!x.ServerDefault.Given || x.Nullable != schema.Unset || x.Type != nil || x.NewName != nil || x.Comment.Given):
		return []string{fmt.Sprintf("%s modify %s %s", x.Table.Name, x.Column, askedModify(d, read, x))}
	case x.Nullable != schema.Unset:
		return []string{fmt.Sprintf("%s null %s %v", x.Table.Name, x.Column, x.Nullable == schema.Yes)}
	case x.NewName != nil:
		return []string{x.Table.Name + " column " + x.Column + " to " + *x.NewName}
	case x.ServerDefault.Given:
		return []string{fmt.Sprintf("%s default %s %v", x.Table.Name, x.Column, x.ServerDefault.Value != nil)}
	case x.Type != nil:
		return []string{x.Table.Name + " type " + x.Column + " " + canonOf(d, read, *x.Type)}
	}
	return nil
}

// askedModify is a column as MySQL is told it anew.
func askedModify(d *sqlgen.Dialect, read sqlread.Dialect, x *op.AlterColumn) string {
	name, t, null, def, auto := x.Column, x.ExistingType, x.ExistingNullable, x.ExistingServerDefault, x.ExistingAutoincrement
	if x.NewName != nil {
		name = *x.NewName
	}
	if x.Type != nil {
		t = x.Type
	}
	if x.Nullable != schema.Unset {
		null = x.Nullable
	}
	if x.ServerDefault.Given {
		def = x.ServerDefault
	}
	c := &schema.Column{Name: name, Type: *t, Nullable: schema.TriOf(null != schema.No), ServerDefault: def.Value}
	_, computed := c.ServerDefault.(*schema.Computed)
	text, _ := d.CompileType(c.Type)
	ty, _ := sqlread.ParseType(text, read)
	return columnLine(name, ty, !c.IsNullable(), def.Value != nil && !computed, computed, auto == schema.Yes)
}

func canonOf(d *sqlgen.Dialect, read sqlread.Dialect, t schema.Type) string {
	text, err := d.CompileType(t)
	if err != nil {
		return err.Error()
	}
	name, ok := sqlread.ParseType(text, read)
	if !ok {
		return "not read: " + text
	}
	return name.String()
}

func askedColumn(d *sqlgen.Dialect, read sqlread.Dialect, c *schema.Column) string {
	_, computed := c.ServerDefault.(*schema.Computed)
	_, identity := c.ServerDefault.(*schema.Identity)
	text, _ := d.CompileType(c.Type)
	name, _ := sqlread.ParseType(text, read)
	return columnLine(c.Name, name, !c.IsNullable(), c.ServerDefault != nil && !computed && !identity, computed, identity)
}
