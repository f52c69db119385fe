package draft

import (
	"context"
	"strings"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// directives runs one direction of a revision without a database and gives what
// it asks for, flat. Whole is false if a script failed, as one does that looks at
// the database: what it does after that is not known.
func directives(ctx context.Context, e *opshim.Environment, rev *script.Revision, dir opshim.Direction, d *sqlgen.Dialect) (out []op.Op, whole bool) {
	r := &opshim.Recorder{For: d}
	whole = opshim.Run(ctx, e, rev, dir, r) == nil
	for _, s := range r.Steps {
		switch o := s.Op.(type) {
		case *op.BatchAlterTable:
			out = append(out, o.Ops...)
		case *op.CreateAll:
			for _, t := range o.Makes() {
				out = append(out, &op.CreateTable{Table: t})
			}
		case *op.DropAll:
			for _, t := range o.Tables {
				out = append(out, &op.DropTable{Table: t.Name, Def: t})
			}
		default:
			out = append(out, o)
		}
	}
	return out, whole
}

// adds reports whether a script that could not be followed may add a column.
func adds(text, column string) bool {
	return strings.Contains(text, "add_column") && (strings.Contains(text, `"`+column+`"`) || strings.Contains(text, "'"+column+"'"))
}

// A remade is what a downgrade makes: it says what its upgrade took away.
type remade struct {
	tables      map[string]*schema.Table
	columns     map[string]*schema.Column // by table and name
	types       map[string]*schema.Type   // of altered columns
	constraints map[string]schema.Constraint
	indexes     map[string]*schema.Index
}

func remakes(ops []op.Op) *remade {
	r := &remade{tables: map[string]*schema.Table{}, columns: map[string]*schema.Column{}, types: map[string]*schema.Type{},
		constraints: map[string]schema.Constraint{}, indexes: map[string]*schema.Index{}}
	for _, o := range ops {
		switch o := o.(type) {
		case *op.CreateTable:
			r.tables[o.Table.Name.String()] = o.Table
		case *op.AddColumn:
			r.columns[o.Table.String()+"."+o.Column.Name] = o.Column
		case *op.AlterColumn:
			if o.Type != nil {
				r.types[o.Table.String()+"."+o.Column] = o.Type
			}
		case *op.CreateIndex:
			r.indexes[o.Index.Name.Text] = o.Index
		default:
			if _, k := constraintOf(o); k != nil && k.Base().Name.Text != "" {
				r.constraints[k.Base().Name.Text] = k
			}
		}
	}
	return r
}

// constraintOf is the constraint that a directive makes, with its table.
func constraintOf(o op.Op) (schema.Name, schema.Constraint) {
	switch o := o.(type) {
	case *op.CreatePrimaryKey:
		return o.Table, o.Constraint
	case *op.CreateUniqueConstraint:
		return o.Table, o.Constraint
	case *op.CreateForeignKey:
		return o.Table, o.Constraint
	case *op.CreateCheckConstraint:
		return o.Table, o.Constraint
	}
	return schema.Name{}, nil
}
