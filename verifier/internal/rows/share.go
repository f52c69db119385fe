package rows

// A Sharer makes the rows of a new state share what they have in common with
// those of the state before: most rows of a large table are the same in all of
// the states of a trip, and stand in memory once.
type Sharer struct {
	old  *Set
	from []int // for each new column the old one of that name, or -1
	same bool  // the columns are the same
}

// Share prepares for rows with these columns; old may be nil.
func Share(old *Set, columns []string) *Sharer {
	s := &Sharer{old: old, same: old != nil && len(old.Columns) == len(columns)}
	for i, c := range columns {
		j := -1
		if old != nil {
			j = old.Index(c)
		}
		s.from = append(s.from, j)
		s.same = s.same && i == j
	}
	return s
}

// Rows is an empty list with room for as many rows as there were.
func (s *Sharer) Rows() [][]any {
	if s.old == nil {
		return nil
	}
	return make([][]any, 0, len(s.old.Rows))
}

// was is the old row in the same place, and the values of it that a new row has
// in its columns.
func (s *Sharer) was(n int) []any {
	if s.old == nil || n >= len(s.old.Rows) {
		return nil
	}
	return s.old.Rows[n]
}

// Row takes the n-th row as it is read. It may keep row.
func (s *Sharer) Row(n int, row []any) []any {
	old := s.was(n)
	if old == nil {
		return row
	}
	equal := s.same
	for i, j := range s.from {
		if j < 0 || i >= len(row) {
			continue
		}
		if Same(row[i], old[j]) {
			row[i] = old[j]
		} else {
			equal = false
		}
	}
	if equal && len(row) == len(old) {
		return old
	}
	return row
}

// Text takes the n-th row as a database sends it, as texts; nil is NULL. It keeps
// nothing of it.
func (s *Sharer) Text(n int, values [][]byte) []any {
	old := s.was(n)
	if old != nil && s.same && len(values) == len(old) {
		equal := true
		for i, v := range values {
			equal = equal && sameText(old[i], v)
		}
		if equal {
			return old
		}
	}
	row := make([]any, len(values))
	for i, v := range values {
		switch {
		case v == nil:
		case old != nil && s.from[i] >= 0 && sameText(old[s.from[i]], v):
			row[i] = old[s.from[i]]
		default:
			row[i] = string(v)
		}
	}
	return row
}

func sameText(old any, v []byte) bool {
	if v == nil || old == nil {
		return v == nil && old == nil
	}
	text, ok := old.(string)
	return ok && text == string(v)
}
