package catalog

// Witnesses that a table gets when its others are of no use to the script.
const (
	firstMore = 64 // number of the first of them
	vagueMore = firstMore + len(documents)
)

// furtherWitnesses adds what the trip asks for besides the usual ones.
func (sd *seeder) furtherWitnesses(q *query, k string, t *Table) {
	if t.Open {
		return
	}
	if sd.how.Documents[k] {
		for n := range documents {
			sd.further(q, k, t, firstMore+n, func(typeInfo) Value { return text(documents[n]) })
		}
	}
	if sd.how.Vague[k] {
		sd.further(q, k, t, vagueMore, func(typeInfo) Value { return opaque })
	}
}

// further adds one witness whose free texts and documents are given.
func (sd *seeder) further(q *query, k string, t *Table, n int, content func(typeInfo) Value) {
	id := sd.s.seedID(k, n)
	if sd.how.Except[id] {
		return
	}
	r := &Row{Seed: id, Cells: make([]Value, len(t.Columns))}
	for j, c := range t.Columns {
		r.Cells[j] = sd.cell(t, c, n)
		if ti := sd.s.typeOf(c.Type.text()); sd.free(t, c, ti) {
			if w, msg := sd.s.convert(content(ti), ti, false); msg == "" {
				r.Cells[j] = w
			}
		}
	}
	if sd.legal(q, t, r) {
		sd.mark(t, r)
		t.Rows = append(t.Rows, r)
	}
}

// free tells that a column may have any text or document.
func (sd *seeder) free(t *Table, c *Column, ti typeInfo) bool {
	if ti.class != classJSON && (ti.class != classText || ti.length > 0 && ti.length < 40) || ti.domain != nil || c.Generated.text() != "" {
		return false
	}
	f, _ := foreignKeyOf(t, c.Name)
	unique, _ := keyRole(t, c.Name)
	return f == nil && !unique && !sd.s.inPrimary(t, c.Name)
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
// there is no such witness.
func (s *State) WitnessTable(id int32) string {
	for k, n := range s.world.seeds {
		if n == id {
			for i := len(k) - 1; i >= 0; i-- {
				if k[i] == '#' {
					return k[:i]
				}
			}
		}
	}
	return ""
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
