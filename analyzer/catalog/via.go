package catalog

import "math/big"

// via is how a value was computed from the unchanged content of a cell by
// steps that can be undone exactly. It is never changed once it is made.
type via struct {
	tok  int32 // of the cell
	op   string
	n    *big.Rat // the other operand; nil for an operator with one
	prev *via     // what was computed before; nil if that was the cell itself
}

// undoes are the operators that take each other back, in exact arithmetic.
var undoes = map[string]string{"+": "-", "-": "+", "/": "*", "div": "*", "neg": "neg", "not": "not"}

// trailed notes in the result of an operator how it was made: an operator that
// takes back the last one gives the value that was there before.
func trailed(v Value, op string, a Value, n *big.Rat) Value {
	tok := a.Tok
	if a.via != nil {
		tok = a.via.tok
	}
	if tok == 0 || !v.Known() || v.Kind == Float || v.Kind == Text {
		return v
	}
	if last := a.via; last != nil && undoes[op] == last.op && (n == nil && last.n == nil || n != nil && last.n != nil && n.Cmp(last.n) == 0) {
		v.via = last.prev
		v.Tok = 0
		if last.prev == nil {
			v.Tok = tok
		}
		return v
	}
	if op == "/" || op == "div" || op == "*" && n.Sign() == 0 {
		return v // loses digits
	}
	v.Tok, v.via = 0, &via{tok: tok, op: op, n: n, prev: a.via}
	return v
}

// trail is trailed for an operator of which one side is a constant.
func trail(v Value, op string, a, b Value, x, y *big.Rat) Value {
	constant := func(v Value) bool { return v.Tok == 0 && v.via == nil }
	switch {
	case constant(b) && !constant(a):
		return trailed(v, op, a, y)
	case constant(a) && !constant(b) && (op == "+" || op == "*"):
		return trailed(v, op, b, x)
	}
	return v
}

// carries tells that a value in a column of a type is the content that it was
// before it was stored: numbers that the type has a place for.
func carries(w, v Value, ti typeInfo) bool {
	if w.key() != v.key() {
		return false
	}
	if w.Kind == v.Kind && w.Scale == v.Scale {
		return true
	}
	exact := v.Kind == Int || v.Kind == Dec
	return exact && (ti.class == classInt || ti.class == classDec && ti.prec > 0)
}
