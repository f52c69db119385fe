package catalog

import (
	"math"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// columnRole is what the contents of a column depend on, besides the number of
// the witness.
type columnRole struct {
	foreign *Constraint // the foreign key that the column is part of
	at      int         // its place in it
	// unique is true if the column must differ from row to row: as the only
	// column of a key (single), or as the last one of it that is no foreign key.
	unique, single bool
	primary        bool     // it is part of the primary key
	last           bool     // it is the last column of a key of several
	members        []Value  // of CHECK (c IN (…))
	info           typeInfo // of its type
	kept           *parsedType
}

// tableRoles are those of the columns of a table, as far as they were asked for.
type tableRoles struct {
	table   *Table
	keys    []*Constraint
	primary *Constraint
	columns []*columnRole
	empty   int // the witness that has NULL wherever it may
}

// roles looks at a table once.
func (sd *seeder) roles(t *Table) *tableRoles {
	if r, ok := sd.known[t]; ok {
		return r
	}
	out := &tableRoles{table: t, keys: t.keys(), primary: t.primary(), columns: make([]*columnRole, len(t.Columns)), empty: sd.s.emptyRow(t)}
	if sd.known == nil {
		sd.known = map[*Table]*tableRoles{}
	}
	sd.known[t] = out
	return out
}

// role is that of the column number i.
func (sd *seeder) role(of *tableRoles, i int) *columnRole {
	if of.columns[i] == nil {
		t, c, r := of.table, of.table.Columns[i], &columnRole{}
		r.foreign, r.at = foreignKeyOf(t, c.Name)
		r.unique, r.single = keyRole(t, of.keys, c.Name)
		r.primary = sd.s.inKey(of.primary, c.Name)
		r.last = slices.ContainsFunc(of.keys, func(k *Constraint) bool { return len(k.Columns) > 1 && k.Columns[len(k.Columns)-1] == c.Name })
		r.members = memberCheck(t, c.Name)
		r.info, r.kept = sd.s.typeAndAll(c.Type.text())
		of.columns[i] = r
	}
	return of.columns[i]
}

// inKey reports whether a column is part of a key, which may be nil.
func (s *State) inKey(key *Constraint, name string) bool {
	return key != nil && slices.ContainsFunc(key.Columns, func(n string) bool { return s.sameName(n, name) })
}

func (s *State) inPrimary(t *Table, name string) bool { return s.inKey(t.primary(), name) }

// keyRole tells whether a column must differ from row to row, given the keys of
// its table.
func keyRole(t *Table, keys []*Constraint, name string) (unique, single bool) {
	for _, k := range keys {
		i := slices.Index(k.Columns, name)
		if i < 0 {
			continue
		}
		if len(k.Columns) == 1 {
			return true, true
		}
		free := -1
		for j, n := range k.Columns {
			if f, _ := foreignKeyOf(t, n); f == nil {
				free = j
			}
		}
		if free == i {
			unique = true
		}
	}
	return unique, false
}

// foreignKeyOf finds the foreign key that a column is part of.
func foreignKeyOf(t *Table, name string) (*Constraint, int) {
	for _, c := range t.Constraints {
		if c.Kind == "foreign" {
			if i := slices.Index(c.Columns, name); i >= 0 {
				return c, i
			}
		}
	}
	return nil, 0
}

// memberCheck lists the literals of CHECK (c IN (…)).
func memberCheck(t *Table, name string) []Value {
	for _, k := range t.Constraints {
		x, list := members(k.Expr)
		if c, ok := x.(*sqlread.Column); k.Kind != "check" || !ok || !strings.EqualFold(c.Name, name) {
			continue
		}
		var out []Value
		for _, x := range list {
			if l, ok := withoutCast(x).(*sqlread.Lit); ok {
				out = append(out, literalValue(l))
			}
		}
		return out
	}
	return nil
}

// members takes x IN (…) apart, also as PostgreSQL writes it: x = ANY (ARRAY[…]).
func members(e sqlread.Expr) (x sqlread.Expr, list []sqlread.Expr) {
	switch e := e.(type) {
	case *sqlread.In:
		if !e.Not {
			return withoutCast(e.X), e.List
		}
	case *sqlread.Quantified:
		if a, ok := withoutCast(e.Y).(*sqlread.Array); ok && e.Op == "=" && !e.All {
			return withoutCast(e.X), a.Items
		}
	}
	return nil, nil
}

// withoutCast is what is cast.
func withoutCast(e sqlread.Expr) sqlread.Expr {
	for {
		c, ok := e.(*sqlread.Cast)
		if !ok {
			return e
		}
		e = c.X
	}
}

// cell is the content of the column number i in the nth witness.
func (sd *seeder) cell(t *Table, roles *tableRoles, i, n int) Value {
	c, role := t.Columns[i], sd.role(roles, i)
	if t.Open || c.Open {
		return Value{Kind: Anything}
	}
	if c.Generated.text() != "" {
		return opaque
	}
	if role.foreign != nil {
		return sd.reference(t, c, role, n)
	}
	nullable := c.NotNull.text() == "" && (!role.unique || role.single) && !role.primary
	if v, ok := sd.partitionKey(t, c); ok {
		return v
	}
	if nullable && sd.how.Level >= Distinct && n == roles.empty {
		return null
	}
	if sd.how.Level == Awkward && n == 4 && !role.unique && !role.single {
		if v, ok := sd.defaultContent(c, t); ok {
			return v
		}
	}
	return sd.content(t, c, role, n)
}

// reference is the content of the referenced column in a row of the parent.
func (sd *seeder) reference(t *Table, c *Column, role *columnRole, n int) Value {
	s, f := sd.s, role.foreign
	nullable := c.NotNull.text() == "" && !role.primary
	if nullable && sd.how.Level >= Distinct && n == 5 {
		return null
	}
	parent := s.tables.get(s.fold(f.RefTable))
	if parent == nil || parent.Open || len(f.RefColumns) == 0 && parent.primary() == nil {
		return opaque
	}
	ref := f.RefColumns
	if len(ref) == 0 {
		ref = parent.primary().Columns
	}
	if role.at >= len(ref) {
		return opaque
	}
	k := sd.parentRow(role, n)
	if parent == t || s.fold(parent.Name) == s.fold(t.Name) {
		switch {
		case n > 0:
			k = min(n-1, rowsPerTable-1)
		case nullable:
			return null
		default:
			k = 0
		}
	}
	i := s.position(parent, ref[role.at])
	if i < 0 || sd.tok > newToken-10 {
		return opaque
	}
	sd.tok++ // bounds a circle of references
	if pf, _ := foreignKeyOf(parent, parent.Columns[i].Name); pf != nil && s.fold(pf.RefTable) == s.fold(t.Name) {
		return integer(int64(k + 1))
	}
	return sd.cell(parent, sd.roles(parent), i, k).derived()
}

// parentRow is the number of the parent's witness that the nth one references.
func (sd *seeder) parentRow(role *columnRole, n int) int {
	switch {
	case n >= rowsPerTable:
		return (n*5 + 1) % rowsPerTable
	case role.single || sd.how.Level <= Distinct:
		return n
	case role.last:
		return [...]int{0, 1, 1, 2, 3, 4}[min(n, 5)]
	}
	return max(n-1, 0)
}

// content is a content by type.
func (sd *seeder) content(t *Table, c *Column, role *columnRole, n int) Value {
	s, ti, unique := sd.s, role.info, role.unique
	if ti.domain != nil {
		return sd.domainContent(ti, n)
	}
	if sd.how.Level <= Distinct || role.primary && (n >= rowsPerTable || t.Partition != "") {
		unique = true
	}
	if len(role.members) > 0 && !unique {
		return role.members[n%len(role.members)]
	}
	pick := n
	if !unique {
		pick = [...]int{0, 0, 1, 2, 3, 4}[min(n, 5)]
	}
	if sd.how.Salted {
		w, msg := s.convert(salt(rawContent(ti, pick, n, unique), ti, s.fold(t.Name)+"."+c.Name), ti, false)
		if msg != "" {
			return opaque
		}
		return w
	}
	key := contentKey{uint8(pick), uint8(n), unique}
	if role.kept != nil && n <= math.MaxUint8 {
		if w, ok := role.kept.contents[key]; ok {
			return w
		}
	}
	w, msg := s.convert(rawContent(ti, pick, n, unique), ti, false)
	if msg != "" {
		w = opaque
	}
	if role.kept != nil && n <= math.MaxUint8 {
		if role.kept.contents == nil {
			role.kept.contents = map[contentKey]Value{}
		}
		role.kept.contents[key] = w
	}
	return w
}
