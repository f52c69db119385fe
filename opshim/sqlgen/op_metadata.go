package sqlgen

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// createAll is metadata.create_all and table.create without existence checks:
// who wants those leaves existing tables out beforehand. Tables come in the order
// in which they are to be made.
func (w *opWriter) createAll(x *op.CreateAll) {
	seen := map[string]bool{}
	tables := x.Makes()
	single := len(tables) == 1
	for _, s := range x.Sequences {
		if w.d.traits().sequences && (!s.Optional || !w.d.traits().sequencesOptional) {
			w.ddl(&expr.CreateSequence{Sequence: s})
		}
	}
	later := w.deferred(x.Tables)
	if !single {
		for _, t := range tables {
			w.metadataTypes(t, seen)
		}
	}
	for _, t := range tables {
		if single {
			w.metadataTypes(t, seen)
		}
		for _, col := range t.Columns {
			if s := col.Sequence; s != nil && w.d.traits().sequences && (!s.Optional || !w.d.traits().sequencesOptional) {
				w.ddl(&expr.CreateSequence{Sequence: s})
			}
		}
		create := &expr.CreateTable{Table: t}
		if later[t] != nil {
			create.FKsGiven, create.OnlyFKs = true, inlineKeys(t, later[t])
		}
		w.ddl(create)
		for _, ix := range t.Indexes {
			w.ddl(&expr.CreateIndex{Table: t, Index: ix})
		}
		w.tableComments(t)
	}
	if x.Only != nil {
		return
	}
	for _, t := range x.Tables {
		for _, fk := range later[t] {
			w.ddl(&expr.AddConstraint{Table: t, Constraint: fk})
		}
	}
}

// deferred are the foreign keys that are added once all tables are there: those
// that say so, and those to a table that is made later, since tables that refer to
// each other in a circle have no order. Where there is no ALTER for constraints,
// and for a single table, there are none.
func (w *opWriter) deferred(tables []*schema.Table) map[*schema.Table][]*schema.ForeignKey {
	if len(tables) < 2 || !w.d.traits().alter {
		return nil
	}
	made, out := map[string]int{}, map[*schema.Table][]*schema.ForeignKey{}
	for i, t := range tables {
		made[t.Name.String()] = i
	}
	for i, t := range tables {
		for _, k := range t.SortedConstraints() {
			fk, ok := k.(*schema.ForeignKey)
			if !ok {
				continue
			}
			if at, here := made[fk.RefTable.String()]; fk.UseAlter || here && at > i {
				out[t] = append(out[t], fk)
			}
		}
	}
	return out
}

// inlineKeys are the foreign keys of a table without those that come later.
func inlineKeys(t *schema.Table, later []*schema.ForeignKey) []*schema.ForeignKey {
	var out []*schema.ForeignKey
	for _, k := range t.Constraints {
		if fk, ok := k.(*schema.ForeignKey); ok && !containsFK(later, fk) {
			out = append(out, fk)
		}
	}
	return out
}

// metadataTypes sends CREATE TYPE once for each type of a table.
func (w *opWriter) metadataTypes(t *schema.Table, seen map[string]bool) {
	w.eachType(t, func(u schema.Type) {
		key := typeIdent(u).String()
		if !seen[key] && w.createsAny(u) {
			seen[key] = true
			w.ddl(&expr.CreateType{Type: u})
		}
	})
}

func (w *opWriter) eachType(t *schema.Table, f func(schema.Type)) {
	if w.d.Name != "postgresql" {
		return
	}
	for _, col := range t.Columns {
		u, err := w.d.implType(inTable(col.Type, t.Name))
		for range maxTypeDepth {
			if err != nil || u.Kind != "ARRAY" || u.Item == nil {
				break
			}
			u, err = w.d.implType(*u.Item)
		}
		if err == nil {
			f(u)
		}
	}
}

// createsAny is createsType, types bound to a MetaData included.
func (w *opWriter) createsAny(u schema.Type) bool {
	if u.Enum != nil {
		e := *u.Enum
		e.Metadata = false
		u.Enum = &e
	}
	return w.createsType(u)
}

// dropAll is metadata.drop_all and table.drop. Tables come in the order in which
// they are to be dropped.
func (w *opWriter) dropAll(x *op.DropAll) {
	seen := map[string]bool{}
	for _, t := range x.Tables {
		w.ddl(&expr.DropTable{Table: t})
		for _, col := range t.Columns {
			if s := col.Sequence; s != nil && w.d.traits().sequences && (!s.Optional || !w.d.traits().sequencesOptional) {
				w.ddl(&expr.DropSequence{Sequence: s})
			}
		}
	}
	for i := len(x.Tables) - 1; i >= 0; i-- {
		w.eachType(x.Tables[i], func(u schema.Type) {
			key := typeIdent(u).String()
			if !seen[key] && w.createsAny(u) {
				seen[key] = true
				w.ddl(&expr.DropType{Type: u})
			}
		})
	}
}
