package sqlgen

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// afterValues is ON CONFLICT or ON DUPLICATE KEY UPDATE.
func (in *inserting) afterValues() string {
	c := in.c
	switch {
	case in.s.Conflict != nil:
		return " " + in.conflict()
	case in.s.HasDuplicate:
		switch {
		case c.d.isMySQL():
			return " " + in.onDuplicate()
		case c.d.Name == "default_enhanced":
			return " " + c.under("mysql", in.onDuplicate)
		}
		return c.unsupportedClass("dialects.mysql.dml.OnDuplicateClause")
	}
	return ""
}

// conflict is ON CONFLICT where the dialect has it.
func (in *inserting) conflict() string {
	c, oc := in.c, in.s.Conflict
	render := func() string { return in.onConflict(oc) }
	switch {
	case c.d.Name == "postgresql", c.d.Name == "sqlite":
		return render()
	case c.d.Name == "default_enhanced" && (in.s.Dialect == "sqlite" || in.s.Dialect == "postgresql"):
		return c.under(in.s.Dialect, render)
	case c.d.Name == "default_enhanced":
		return render()
	}
	class := "OnConflictDoUpdate"
	if oc.DoNothing {
		class = "OnConflictDoNothing"
	}
	return c.unsupportedClass("dialects." + in.s.Dialect + ".dml." + class)
}

func (in *inserting) onConflict(oc *expr.OnConflict) string {
	target := in.conflictTarget(oc)
	if target != "" {
		target += " "
	}
	if oc.DoNothing {
		return "ON CONFLICT " + target + "DO NOTHING"
	}
	if target == "" {
		target = " "
	}
	text := "ON CONFLICT " + target + "DO UPDATE SET " + strings.Join(in.assignments(oc.Set), ", ")
	if oc.SetWhere != nil {
		text += " WHERE " + in.c.expr(oc.SetWhere, in.k)
	}
	return text
}

func (in *inserting) conflictTarget(oc *expr.OnConflict) string {
	c := in.c
	if oc.Constraint != "" && c.d.Name != "sqlite" {
		name, err := c.d.constraintName(schema.Given(oc.Constraint))
		if err != nil {
			return c.failErr(err)
		}
		return "ON CONSTRAINT " + name
	}
	if len(oc.Elements) == 0 {
		return ""
	}
	k := in.k
	k.noTable, k.noSchema = true, true
	var parts []string
	for _, e := range oc.Elements {
		if e.Expr == nil {
			parts = append(parts, c.d.Quote(e.Column))
			continue
		}
		if x, ok := e.Expr.(expr.Expr); ok {
			parts = append(parts, c.expr(x, k))
		}
	}
	text := "(" + strings.Join(parts, ", ") + ")"
	if oc.Where != nil {
		if c.d.Name == "sqlite" {
			k.executeLit = true
		}
		text += " WHERE " + c.expr(oc.Where, k)
	}
	return text
}

// assignments renders "column = value" in the order of the table's columns, then
// those that match none.
func (in *inserting) assignments(set []expr.Assign) []string {
	var out []string
	used := make([]bool, len(set))
	for _, col := range in.def.Columns {
		for i, a := range set {
			if used[i] || a.Column != col.KeyName() {
				continue
			}
			used[i] = true
			out = append(out, in.c.d.quoteTri(col.Name, col.Quote)+" = "+in.setValue(col, a.Value))
		}
	}
	for i, a := range set {
		if used[i] {
			continue
		}
		name := in.c.d.Quote(a.Column)
		if a.Target != nil {
			name = in.c.expr(a.Target, in.k)
		}
		out = append(out, name+" = "+in.c.expr(expr.Settle(a.Value), in.k))
	}
	return out
}

func (in *inserting) setValue(col *schema.Column, v expr.Expr) string {
	b, ok := v.(*expr.Bind)
	switch {
	case ok && b.Fresh:
		n := &expr.Bind{Value: b.Value, HasValue: true, Unique: true, Type: col.Type}
		return in.c.bind(n, in.k)
	case ok && b.Type.IsNull():
		n := *b
		n.Type = col.Type
		return in.c.bind(&n, in.k)
	}
	return in.c.expr(expr.SelfGroup(v, expr.OpNone), in.k)
}

func (in *inserting) onDuplicate() string {
	c := in.c
	set := in.s.Duplicate
	alias := ""
	if in.s.Select == nil && !c.d.isMariaDB() && c.d.atLeast(8, 0, 20) {
		alias = "new"
		if strings.EqualFold(in.def.Name.Name, "new") {
			alias = "new_1"
		}
	}
	c.duplicate = &duplicateNames{alias: alias}
	defer func() { c.duplicate = nil }()
	var parts []string
	one := func(col *schema.Column, a expr.Assign) {
		parts = append(parts, c.d.quoteTri(col.Name, col.Quote)+" = "+in.setValue(col, a.Value))
	}
	if in.s.DuplicateOrdered {
		for _, a := range set {
			if col := in.def.Column(a.Column); col != nil {
				one(col, a)
			}
		}
	} else {
		for _, col := range in.def.Columns {
			for _, a := range set {
				if a.Column == col.KeyName() {
					one(col, a)
				}
			}
		}
	}
	text := "ON DUPLICATE KEY UPDATE " + strings.Join(parts, ", ")
	if alias != "" {
		return "AS " + alias + " " + text
	}
	return text
}

// duplicateNames says how the columns of insert.inserted are written.
type duplicateNames struct{ alias string }

func (c *compiler) insertedColumn(x *expr.Column) (string, bool) {
	a, ok := x.Table.(*expr.Alias)
	if c.duplicate == nil || !ok || a.Name != "inserted" {
		return "", false
	}
	name := c.d.quoteTri(x.Name, x.Quote)
	if c.duplicate.alias != "" {
		return c.duplicate.alias + "." + name, true
	}
	return "VALUES(" + name + ")", true
}
