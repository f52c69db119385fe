package sqlgen

import (
	"sort"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// sortTables orders tables so that referred ones come first; ties go by name.
// Tables in a cycle of foreign keys keep the order by name.
func sortTables(tables []*schema.Table) []*schema.Table {
	sorted := append([]*schema.Table{}, tables...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].Name.String() < sorted[j].Name.String() })
	byName := map[string]*schema.Table{}
	for _, t := range sorted {
		byName[t.Name.String()] = t
	}
	state := map[*schema.Table]int{}
	var out []*schema.Table
	var visit func(t *schema.Table)
	visit = func(t *schema.Table) {
		if state[t] != 0 {
			return
		}
		state[t] = 1
		var refs []*schema.Table
		for _, k := range t.Constraints {
			if fk, ok := k.(*schema.ForeignKey); ok && !fk.UseAlter {
				if r := byName[fk.RefTable.String()]; r != nil && r != t {
					refs = append(refs, r)
				}
			}
		}
		sort.SliceStable(refs, func(i, j int) bool { return refs[i].Name.String() < refs[j].Name.String() })
		for _, r := range refs {
			visit(r)
		}
		out = append(out, t)
	}
	for _, t := range sorted {
		visit(t)
	}
	return out
}

// createAll is metadata.create_all and table.create without existence checks:
// who wants those leaves existing tables out beforehand.
func (w *opWriter) createAll(x *op.CreateAll) {
	seen := map[string]bool{}
	tables := sortTables(x.Tables)
	single := len(x.Tables) == 1
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
		w.ddl(&expr.CreateTable{Table: t})
		for _, ix := range t.Indexes {
			w.ddl(&expr.CreateIndex{Table: t, Index: ix})
		}
		w.tableComments(t)
	}
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
		u, err := w.d.implType(col.Type)
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

// dropAll is metadata.drop_all and table.drop.
func (w *opWriter) dropAll(x *op.DropAll) {
	tables := sortTables(x.Tables)
	seen := map[string]bool{}
	for i := len(tables) - 1; i >= 0; i-- {
		w.ddl(&expr.DropTable{Table: tables[i]})
		for _, col := range tables[i].Columns {
			if s := col.Sequence; s != nil && w.d.traits().sequences && (!s.Optional || !w.d.traits().sequencesOptional) {
				w.ddl(&expr.DropSequence{Sequence: s})
			}
		}
	}
	for _, t := range tables {
		w.eachType(t, func(u schema.Type) {
			key := typeIdent(u).String()
			if !seen[key] && w.createsAny(u) {
				seen[key] = true
				w.ddl(&expr.DropType{Type: u})
			}
		})
	}
}
