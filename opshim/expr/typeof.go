package expr

import "github.com/mrt-tools/mrt/opshim/schema"

// TypeOf returns the type of an expression.
func TypeOf(e Expr) schema.Type {
	switch x := e.(type) {
	case *Column:
		return x.Type
	case *Bind:
		return x.Type
	case *True, *False, *Exists:
		return kind("Boolean")
	case *Binary:
		return x.Type
	case *Unary:
		return x.Type
	case *Bools:
		return kind("Boolean")
	case *Chain:
		return x.Type
	case *Tuple:
		return kind("TupleType")
	case *Grouping:
		return x.Type
	case *Function:
		return x.Type
	case *Over:
		return TypeOf(x.Elem)
	case *WithinGroup:
		return withinGroupType(x)
	case *Filter:
		return TypeOf(x.Elem)
	case *AggregateOrderBy:
		return TypeOf(x.Elem)
	case *Case:
		return x.Type
	case *Cast:
		return x.Type
	case *TypeCoerce:
		return x.Type
	case *Extract:
		return kind("Integer")
	case *ScalarSelect:
		return x.Type
	case *Label:
		if x.Type.IsNull() {
			return TypeOf(x.Elem)
		}
		return x.Type
	case *Array:
		return x.Type
	case *TableValuedColumn:
		return x.Type
	case *Custom:
		return x.Type
	}
	return schema.Type{}
}

// withinGroupType is the type of an ordered-set aggregate: that of its sort
// expression for mode and the percentiles.
func withinGroupType(x *WithinGroup) schema.Type {
	if f, ok := x.Elem.(*Function); ok && len(x.OrderBy) > 0 {
		switch f.Kind {
		case "mode", "percentile_cont", "percentile_disc":
			return TypeOf(x.OrderBy[0])
		}
	}
	return TypeOf(x.Elem)
}

func isBoolean(e Expr) bool { return Affinity(TypeOf(e)) == "Boolean" }
