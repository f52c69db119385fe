package expr

import "github.com/mrt-tools/mrt/opshim/schema"

// NewJoin is left.join(right, onclause). A nil on is made from the foreign keys
// between the two sides.
func NewJoin(left, right From, on Expr, outer, full bool) (*Join, error) {
	if on == nil {
		var err error
		if on, err = JoinCondition(left, right); err != nil {
			return nil, err
		}
	}
	return &Join{Left: left, Right: right, On: SelfGroup(on, OpAsBool), Outer: outer, Full: full}, nil
}

// JoinCondition finds the one foreign key relation between two FROM objects; of a
// join on the left, its right side is asked first.
func JoinCondition(left, right From) (Expr, error) {
	var conds [][]Expr
	if j, ok := left.(*Join); ok {
		conds = related(j.Right, right)
	}
	if len(conds) == 0 {
		conds = related(left, right)
	}
	switch len(conds) {
	case 0:
		hint := ""
		if _, ok := left.(*Join); ok {
			hint = ""
		}
		return nil, fail("NoForeignKeysError", "Can't find any foreign key relationships between '%s' and '%s'.%s",
			fromText(left), fromText(right), hint)
	case 1:
		if len(conds[0]) == 1 {
			return conds[0][0], nil
		}
		return And(conds[0]...), nil
	}
	return nil, fail("AmbiguousForeignKeysError", "Can't determine join between '%s' and '%s'; tables have more than one foreign key "+
		"constraint relationship between them. Please specify the 'onclause' of this join explicitly.", fromText(left), fromText(right))
}

// related are the conditions of all foreign keys between two FROM objects.
func related(left, right From) [][]Expr {
	return append(between(left, right), between(right, left)...)
}

func fromText(f From) string {
	if n := FromName(f); n != "" {
		return n
	}
	return "anonymous"
}

// leaf is a table with the object through which it is seen.
type leaf struct {
	seen From
	def  *schema.Table
}

func leaves(f From) []leaf {
	switch x := f.(type) {
	case *Table:
		return []leaf{{f, x.Def}}
	case *Alias:
		if t, ok := x.Elem.(*Table); ok {
			return []leaf{{f, t.Def}}
		}
	case *Join:
		return append(leaves(x.Left), leaves(x.Right)...)
	}
	return nil
}

// between returns, for every foreign key of a table in child that refers to one
// in parent, the equalities parent.col = child.col.
func between(parent, child From) [][]Expr {
	var out [][]Expr
	for _, c := range leaves(child) {
		for _, k := range c.def.SortedConstraints() {
			fk, ok := k.(*schema.ForeignKey)
			if !ok {
				continue
			}
			for _, p := range leaves(parent) {
				if fk.Ref == p.def || fk.Ref == nil && fk.RefTable.String() == p.def.Name.String() {
					out = append(out, equalities(p, c, fk))
					break
				}
			}
		}
	}
	return out
}

func equalities(p, c leaf, fk *schema.ForeignKey) []Expr {
	var out []Expr
	for i, name := range fk.Columns {
		if i >= len(fk.RefColumns) {
			break
		}
		pc, cc := find(p.seen, fk.RefColumns[i]), find(c.seen, name)
		if pc == nil || cc == nil {
			continue
		}
		out = append(out, &Binary{Left: pc, Right: cc, Op: OpEq, Negate: OpNe, Type: kind("Boolean")})
	}
	return out
}

func find(f From, name string) *Column {
	for _, c := range ColumnsOf(f) {
		if c.Name == name {
			return c
		}
	}
	return nil
}
