package sqlgen

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// autoincrementColumn is the column of a table that the database numbers by
// itself; nil if there is none. SQLAlchemy 2.0 numbers NUMERIC keys, too.
func (d *Dialect) autoincrementColumn(t *schema.Table) *schema.Column {
	if t == nil || t.Light {
		return nil
	}
	pk := t.PrimaryKey()
	if pk == nil {
		return nil
	}
	if len(pk.Columns) == 1 {
		c := t.Column(pk.Columns[0])
		if c == nil || c.Autoincrement == "false" {
			return nil
		}
		if c.Autoincrement == "true" || d.canIncrement(t, c) {
			return c
		}
		return nil
	}
	for _, n := range pk.Columns {
		if c := t.Column(n); c != nil && c.Autoincrement == "true" {
			return c
		}
	}
	return nil
}

func (d *Dialect) canIncrement(t *schema.Table, c *schema.Column) bool {
	if a := expr.Affinity(c.Type); a != "Integer" && (a != "Numeric" || d.is21()) {
		return false
	}
	if c.Default != nil {
		return false
	}
	if c.ServerDefault != nil {
		if _, ok := c.ServerDefault.(*schema.Identity); !ok {
			return false
		}
	}
	return c.Autoincrement == "ignore_fk" || !isForeign(t, c)
}

// isForeign reports whether a column takes part in a foreign key.
func isForeign(t *schema.Table, c *schema.Column) bool {
	if len(c.ForeignKeys) > 0 {
		return true
	}
	for _, k := range t.Constraints {
		fk, ok := k.(*schema.ForeignKey)
		if !ok {
			continue
		}
		for _, n := range fk.Columns {
			if n == c.Name {
				return true
			}
		}
	}
	return false
}
