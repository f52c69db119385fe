package pyrt

import "testing"

// TestMembersLoad makes every built-in class fill its namespace, which parses
// all signatures.
func TestMembersLoad(t *testing.T) {
	for _, row := range builtinClasses() {
		for _, m := range row.class.namespace().Items() {
			if b, ok := m[1].(*Builtin); ok {
				b.Signature()
			}
		}
	}
	th := &Thread{}
	for _, c := range []struct {
		op   Operator
		a, b Value
		want string
	}{
		{OpAdd, Int(1 << 62), Int(1 << 62), "9223372036854775808"},
		{OpMod, Str("%5.1f|%s|%-4d|"), NewTuple(Float(2.25), Str("x"), Int(7)), "'  2.2|x|7   |'"},
		{OpPow, Int(2), Int(-1), "0.5"},
		{OpFloorDiv, Int(-7), Int(2), "-4"},
		{OpMul, Str("ab"), Int(2), "'abab'"},
		{OpTrueDiv, Float(1), Int(3), "0.3333333333333333"},
	} {
		v, err := Binary(th, c.op, c.a, c.b)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := Repr(th, v); got != c.want {
			t.Errorf("%v %v %v: %s, want %s", c.a, c.op, c.b, got, c.want)
		}
	}
	if n := newBuiltins().Dict.Size(); n < 130 {
		t.Errorf("builtins has %d names", n)
	}
}
