package catalog

import (
	"math/big"
	"slices"
)

// Witnesses that a table gets when its others are of no use to the script.
const (
	firstMore = 64 // number of the first of them
	vagueMore = firstMore + len(documents)
	nullMore  = vagueMore + 1

	maxNullMore = 8 // columns that have a witness of their own
)

// furtherWitnesses adds what the trip asks for besides the usual ones.
func (sd *seeder) furtherWitnesses(q *query, k string, t *Table, rules *witnessRules) {
	if t.Open {
		return
	}
	if sd.how.Documents[k] {
		for n := range documents {
			sd.further(q, k, t, rules, firstMore+n, func(typeInfo) Value { return text(documents[n]) })
		}
	}
	if sd.how.Vague[k] {
		sd.further(q, k, t, rules, vagueMore, func(typeInfo) Value { return opaque })
	}
	if len(sd.how.Except) > 0 && sd.how.Level >= Distinct {
		sd.singly(q, k, t, rules)
	}
}

// singly adds witnesses that have NULL in one column each: the one that has it in
// all that permit it may be withdrawn because of one of them.
func (sd *seeder) singly(q *query, k string, t *Table, rules *witnessRules) {
	for j, c := range t.Columns {
		n := nullMore + j
		id := sd.s.seedID(k, n)
		role := sd.role(rules.tableRoles, j)
		if j >= maxNullMore || role.foreign != nil || role.primary || c.NotNull.text() != "" || c.Generated.text() != "" || sd.how.Except[id] {
			continue
		}
		r := &Row{Seed: id, Cells: make([]Value, len(t.Columns))}
		for i := range t.Columns {
			r.Cells[i] = sd.cell(t, rules.tableRoles, i, n)
		}
		if r.Cells[j] = null; sd.legal(q, t, r, rules) {
			sd.mark(t, r)
			t.Rows = append(t.Rows, r)
		}
	}
}

// further adds one witness whose free texts and documents are given.
func (sd *seeder) further(q *query, k string, t *Table, rules *witnessRules, n int, content func(typeInfo) Value) {
	id := sd.s.seedID(k, n)
	if sd.how.Except[id] {
		return
	}
	r := &Row{Seed: id, Cells: make([]Value, len(t.Columns))}
	for j, c := range t.Columns {
		r.Cells[j] = sd.cell(t, rules.tableRoles, j, n)
		if role := sd.role(rules.tableRoles, j); role.free(c) {
			if w, msg := sd.s.convert(content(role.info), role.info, false); msg == "" {
				r.Cells[j] = w
			}
		}
	}
	if sd.legal(q, t, r, rules) {
		sd.mark(t, r)
		t.Rows = append(t.Rows, r)
	}
}

// assumed gives a witness of a table that no revision made contents in the
// columns that the script compares with something: the first of these, or one
// that is none of them.
//
// Why not in the others: nothing is known of their types.
func (sd *seeder) assumed(k string, t *Table, r *Row, other bool) {
	for j, c := range t.Columns {
		vals := sd.how.Extra[k+"."+c.Name]
		if len(vals) == 0 || c.Type.text() != "" {
			continue
		}
		r.Cells[j] = vals[0].derived()
		if !other {
			continue
		}
		switch v := vals[0]; {
		case v.Kind == Text:
			r.Cells[j] = text("another")
		case v.numeric():
			n := v
			for _, w := range vals {
				if w.numeric() && w.N.Cmp(n.N) > 0 {
					n = w
				}
			}
			r.Cells[j] = Value{Kind: v.Kind, N: new(big.Rat).Add(n.N, big.NewRat(7, 1)), Scale: v.Scale}
		case v.Kind == Bool:
			r.Cells[j] = boolean(!v.B)
		}
	}
}

// free tells that a column may have any text or document.
func (r *columnRole) free(c *Column) bool {
	if ti := r.info; ti.class != classJSON && (ti.class != classText || ti.length > 0 && ti.length < 40) || ti.domain != nil || c.Generated.text() != "" {
		return false
	}
	return r.foreign == nil && !r.unique && !r.primary
}

// mark gives the cells of a witness their tokens.
func (sd *seeder) mark(t *Table, r *Row) {
	for j := range r.Cells {
		if t.Columns[j].Generated.text() == "" {
			sd.tok++
			r.Cells[j].Tok = sd.tok
		}
	}
}

// WitnessTable is the key of the table that a witness was made for, empty if
// there is no such witness; further tells that it is none of the usual ones.
func (s *State) WitnessTable(id int32) (k string, further bool) {
	if id == 0 {
		return "", false
	}
	for k, ids := range s.world.seeds {
		if at := slices.Index(ids, id); at >= 0 {
			return k, at >= firstMore
		}
	}
	return "", false
}

// Witnesses counts those that a table has.
func (s *State) Witnesses(k string) int {
	n := 0
	if t := s.tables.get(k); t != nil {
		for _, r := range t.Rows {
			if r.Seed != 0 {
				n++
			}
		}
	}
	return n
}
