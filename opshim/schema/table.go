package schema

import "sort"

// Table is a table: what sa.Table or sa.table built, or what reflection found.
type Table struct {
	Name        Name
	Columns     []*Column
	Constraints []Constraint
	Indexes     []*Index
	Comment     *string
	Prefixes    []string
	Options     Options
	// Light is true for sa.table(...), which has no DDL and no primary key.
	Light bool
	// Naming is the convention of the table's MetaData; nil is the default.
	Naming *NamingConvention
	// Created orders tables by construction.
	Created int
	// Object is what stands for the table in the script that made it, if it stands
	// for this one and not for what it was copied from; nil if nothing does.
	Object any
}

// Column returns the column with that key or, failing that, name; nil if there
// is none.
func (t *Table) Column(key string) *Column {
	for _, c := range t.Columns {
		if c.KeyName() == key {
			return c
		}
	}
	for _, c := range t.Columns {
		if c.Name == key {
			return c
		}
	}
	return nil
}

// PrimaryKey returns the primary key constraint; nil if there is none.
func (t *Table) PrimaryKey() *PrimaryKey {
	for _, c := range t.Constraints {
		if pk, ok := c.(*PrimaryKey); ok {
			return pk
		}
	}
	return nil
}

// Item is what a Table can be given: a *Column, a Constraint or an *Index.
type Item interface{ item() }

func (*Column) item()     {}
func (*Index) item()      {}
func (*PrimaryKey) item() {}
func (*Unique) item()     {}
func (*ForeignKey) item() {}
func (*Check) item()      {}
func (*Exclude) item()    {}

// Order hands out the creation numbers of one run.
type Order struct{ last int }

// Next returns the next number, starting with 1.
func (o *Order) Next() int {
	o.last++
	return o.last
}

// Add attaches items as SQLAlchemy's Table does, in order: a column brings the
// constraints and indexes that it implies, numbered by order; an explicit
// primary key marks its columns. Items are kept, not copied. Constraints and
// indexes without a number get one. Indexes are listed before use only by name,
// so an error is possible only for a constraint that names an unknown column.
func (t *Table) Add(order *Order, items ...Item) error {
	for _, it := range items {
		if c, ok := it.(*Column); ok {
			t.addColumn(order, c)
		}
	}
	for _, it := range items {
		switch x := it.(type) {
		case *Column:
		case *Index:
			if x.Created == 0 {
				x.Created = order.Next()
			}
			t.Indexes = append(t.Indexes, x)
		case Constraint:
			if err := t.addConstraint(order, x); err != nil {
				return err
			}
		}
	}
	t.settlePrimaryKey(order)
	return nil
}

// SortedConstraints returns the constraints as CREATE TABLE lists them: primary
// key first, the others by creation.
func (t *Table) SortedConstraints() []Constraint {
	var pk, rest []Constraint
	for _, c := range t.Constraints {
		if _, ok := c.(*PrimaryKey); ok {
			pk = append(pk, c)
		} else {
			rest = append(rest, c)
		}
	}
	sort.SliceStable(rest, func(i, j int) bool { return rest[i].Base().Created < rest[j].Base().Created })
	return append(pk, rest...)
}
