package sqlread

// Walk calls f for an expression and all expressions in it, outermost first.
// It does not enter queries.
func Walk(x Expr, f func(Expr)) {
	if x == nil {
		return
	}
	f(x)
	for _, y := range children(x) {
		Walk(y, f)
	}
}

func children(x Expr) []Expr {
	switch x := x.(type) {
	case *Unary:
		return []Expr{x.X}
	case *Binary:
		return []Expr{x.X, x.Y}
	case *Call:
		if x.Filter != nil {
			return append(append([]Expr{}, x.Args...), x.Filter)
		}
		return x.Args
	case *Case:
		var out []Expr
		if x.X != nil {
			out = append(out, x.X)
		}
		for _, w := range x.Whens {
			out = append(out, w.Cond, w.Then)
		}
		if x.Else != nil {
			out = append(out, x.Else)
		}
		return out
	case *Cast:
		return []Expr{x.X}
	case *In:
		return append([]Expr{x.X}, x.List...)
	case *Between:
		return []Expr{x.X, x.Lo, x.Hi}
	case *Is:
		return []Expr{x.X}
	case *Row:
		return x.Items
	case *Array:
		return x.Items
	case *Quantified:
		if x.Y != nil {
			return []Expr{x.X, x.Y}
		}
		return []Expr{x.X}
	case *Lit, *Column, *Star, *Bind, *Exists, *Sub, *Opaque:
		return nil
	}
	return nil
}
