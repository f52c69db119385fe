package schema

import "fmt"

// addColumn appends (or replaces) a column and what it implies.
func (t *Table) addColumn(order *Order, c *Column) {
	for i, old := range t.Columns {
		if old.KeyName() == c.KeyName() {
			t.dropImplied(old)
			t.Columns[i] = c
			t.implied(order, c)
			return
		}
	}
	t.Columns = append(t.Columns, c)
	t.implied(order, c)
}

// dropImplied takes away what a replaced column had brought.
func (t *Table) dropImplied(c *Column) {
	keep := t.Constraints[:0]
	for _, k := range t.Constraints {
		if k.Base().Implicit && constraintOn(k, c.Name) {
			continue
		}
		keep = append(keep, k)
	}
	t.Constraints = keep
}

// constraintOn reports whether a constraint is over exactly that column.
func constraintOn(k Constraint, col string) bool {
	switch x := k.(type) {
	case *Unique:
		return len(x.Columns) == 1 && x.Columns[0] == col
	case *ForeignKey:
		return len(x.Columns) == 1 && x.Columns[0] == col
	case *Check:
		return x.Column == col
	}
	return false
}

// implied adds the constraints and the index that a column implies, in the
// order in which SQLAlchemy makes them: UNIQUE or index, then foreign keys, then
// the CHECK of its type.
func (t *Table) implied(order *Order, c *Column) {
	if t.Light {
		return
	}
	switch {
	case c.Index == Yes:
		t.Indexes = append(t.Indexes, &Index{
			Elements:   []IndexElement{{Column: c.KeyName()}},
			Unique:     c.Unique == Yes,
			Created:    order.Next(),
			FromColumn: true,
		})
	case c.Unique == Yes:
		t.Constraints = append(t.Constraints, &Unique{
			ConstraintBase: ConstraintBase{Implicit: true, Created: order.Next()},
			Columns:        []string{c.Name},
		})
	}
	for _, fk := range c.ForeignKeys {
		k := *fk
		k.Columns = []string{c.Name}
		k.Implicit = true
		k.Created = order.Next()
		t.Constraints = append(t.Constraints, &k)
	}
	for _, k := range c.Attached {
		k.Base().Created = order.Next()
		t.Constraints = append(t.Constraints, k)
	}
	for _, ix := range c.AttachedIndexes {
		ix.Created = order.Next()
		t.Indexes = append(t.Indexes, ix)
	}
	if k := TypeCheck(c); k != nil {
		k.Created = order.Next()
		t.Constraints = append(t.Constraints, k)
	}
	if c.PrimaryKey {
		t.markPrimary(c)
	}
}

// TypeCheck returns the CHECK constraint that the column's Boolean or Enum type
// implies, without its expression (sqlgen writes it), or nil.
func TypeCheck(c *Column) *Check {
	ty := c.Type
	if ty.Kind == "TypeDecorator" && ty.Impl != nil {
		ty = *ty.Impl
	}
	base := ConstraintBase{Implicit: true}
	switch {
	case ty.Boolean != nil:
		base.Name, base.CreateRule = ty.Boolean.Name, "boolean"
	case ty.Enum != nil && ty.Enum.CreateConstraint:
		base.Name, base.CreateRule = ty.Enum.ConstraintName, "enum"
		if base.Name.State == NameNone && ty.Enum.Name != "" {
			base.Name = Given(ty.Enum.Name)
		}
	default:
		return nil
	}
	return &Check{ConstraintBase: base, Column: c.Name}
}

// markPrimary adds a column to the implicit primary key.
func (t *Table) markPrimary(c *Column) {
	pk := t.PrimaryKey()
	if pk == nil {
		pk = &PrimaryKey{ConstraintBase: ConstraintBase{Implicit: true}}
		t.Constraints = append(t.Constraints, pk)
	}
	if !pk.Implicit {
		return
	}
	for _, n := range pk.Columns {
		if n == c.Name {
			return
		}
	}
	pk.Columns = append(pk.Columns, c.Name)
}

// addConstraint attaches an explicit constraint.
func (t *Table) addConstraint(order *Order, k Constraint) error {
	if k.Base().Created == 0 {
		k.Base().Created = order.Next()
	}
	cols, err := t.resolveColumns(k)
	if err != nil {
		return err
	}
	if pk, ok := k.(*PrimaryKey); ok {
		t.replacePrimaryKey(pk, cols)
		return nil
	}
	t.Constraints = append(t.Constraints, k)
	return nil
}

// resolveColumns turns keys into column names in place.
func (t *Table) resolveColumns(k Constraint) ([]*Column, error) {
	var names []string
	switch x := k.(type) {
	case *PrimaryKey:
		names = x.Columns
	case *Unique:
		names = x.Columns
	case *ForeignKey:
		names = x.Columns
	}
	cols := make([]*Column, len(names))
	for i, n := range names {
		c := t.Column(n)
		if c == nil {
			return nil, &UnknownColumn{Table: t.Name.Name, Column: n, Kind: constraintKind(k)}
		}
		names[i] = c.Name
		cols[i] = c
	}
	return cols, nil
}

func constraintKind(k Constraint) string {
	switch k.(type) {
	case *PrimaryKey:
		return "PrimaryKeyConstraint"
	case *Unique:
		return "UniqueConstraint"
	case *ForeignKey:
		return "ForeignKeyConstraint"
	}
	return "Constraint"
}

// replacePrimaryKey installs an explicit primary key: columns flagged already
// but not listed lose the flag, listed ones gain it; an empty list takes the
// flagged columns.
func (t *Table) replacePrimaryKey(pk *PrimaryKey, cols []*Column) {
	for i, k := range t.Constraints {
		if _, ok := k.(*PrimaryKey); ok {
			t.Constraints = append(t.Constraints[:i], t.Constraints[i+1:]...)
			break
		}
	}
	t.Constraints = append(t.Constraints, pk)
	if len(cols) == 0 {
		for _, c := range t.Columns {
			if c.PrimaryKey {
				pk.Columns = append(pk.Columns, c.Name)
			}
		}
		return
	}
	for _, c := range t.Columns {
		c.PrimaryKey = false
	}
	for _, c := range cols {
		c.PrimaryKey = true
		if c.Nullable == Unset {
			c.Nullable = No
		}
	}
}

// settlePrimaryKey gives the table its (possibly empty) primary key object.
func (t *Table) settlePrimaryKey(order *Order) {
	if t.Light || t.PrimaryKey() != nil {
		return
	}
	t.Constraints = append(t.Constraints, &PrimaryKey{ConstraintBase: ConstraintBase{Implicit: true, Created: order.Next()}})
}

// UnknownColumn is the error for a constraint over a column that the table does
// not have.
type UnknownColumn struct{ Table, Column, Kind string }

// Error is SQLAlchemy's text.
func (e *UnknownColumn) Error() string {
	return fmt.Sprintf("Can't create %s on table '%s': no column named '%s' is present.", e.Kind, e.Table, e.Column)
}
