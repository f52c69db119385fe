package stdlib

import (
	"fmt"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/decnum"
)

var contextSignature = pyrt.NewBuiltin("Context(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)",
	func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return pyrt.NewTuple(a...), nil })

var contextFields = []string{"prec", "rounding", "Emin", "Emax", "capitals", "clamp"}

func newContext(t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
	bound, err := contextSignature.Call(t, args)
	if err != nil {
		return nil, err
	}
	a := bound.(*pyrt.Tuple).Elems
	c := newDecContext()
	if m := t.Modules["_decimal"]; m != nil { // DefaultContext is the template
		if v, ok := m.Dict.GetStr("DefaultContext"); ok {
			*c = *v.(*pyrt.Object).Native.(*decContext)
			c.flags = 0
		}
	}
	for i, name := range contextFields {
		if a[i] != pyrt.None {
			if err := c.set(t, name, a[i]); err != nil {
				return nil, err
			}
		}
	}
	if a[6] != pyrt.None {
		if c.flags, err = signalsOf(t, a[6]); err != nil {
			return nil, err
		}
	}
	if a[7] != pyrt.None {
		if c.traps, err = signalsOf(t, a[7]); err != nil {
			return nil, err
		}
	}
	return pyrt.NewObject(cls, c), nil
}

// get reads an attribute of a context.
func (c *decContext) get(name string) pyrt.Value {
	switch name {
	case "prec":
		return pyrt.Int(c.Prec)
	case "rounding":
		return pyrt.Str(decnum.RoundingNames[c.Rounding])
	case "Emin":
		return pyrt.Int(c.Emin)
	case "Emax":
		return pyrt.Int(c.Emax)
	case "capitals":
		return pyrt.Int(boolBit(c.capitals))
	case "clamp":
		return pyrt.Int(boolBit(c.Clamp))
	case "flags":
		return pyrt.NewObject(signalDictClass, &signalDict{&c.flags})
	}
	return pyrt.NewObject(signalDictClass, &signalDict{&c.traps})
}

func boolBit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// set assigns an attribute of a context, checking its range.
func (c *decContext) set(t *pyrt.Thread, name string, v pyrt.Value) error {
	switch name {
	case "rounding":
		r, err := roundingOf(v)
		if err == nil {
			c.Rounding = r
		}
		return err
	case "flags", "traps":
		sig, err := signalsOf(t, v)
		if err != nil {
			return err
		}
		if name == "flags" {
			c.flags = sig
		} else {
			c.traps = sig
		}
		return nil
	}
	if v.Type().Lookup("__index__") == nil {
		return pyrt.Errorf(pyrt.TypeError, "an integer is required")
	}
	n, err := pyrt.IndexInt(t, v)
	if err != nil {
		return err
	}
	within := func(lo, hi int, text string) error {
		if n < lo || n > hi {
			return pyrt.Errorf(pyrt.ValueError, "valid %s", text)
		}
		return nil
	}
	switch name {
	case "prec":
		if err = within(1, decnum.MaxPrec, "range for prec is [1, MAX_PREC]"); err == nil {
			c.Prec = n
		}
	case "Emin":
		if err = within(decnum.MinEmin, 0, "range for Emin is [MIN_EMIN, 0]"); err == nil {
			c.Emin = n
		}
	case "Emax":
		if err = within(0, decnum.MaxEmax, "range for Emax is [0, MAX_EMAX]"); err == nil {
			c.Emax = n
		}
	case "capitals":
		if err = within(0, 1, "values for capitals are [0, 1]"); err == nil {
			c.capitals = n == 1
		}
	case "clamp":
		if err = within(0, 1, "values for clamp are 0 or 1"); err == nil {
			c.Clamp = n == 1
		}
	}
	return err
}

func contextSelf(v pyrt.Value) *decContext { return v.(*pyrt.Object).Native.(*decContext) }

// contextMembers is the namespace of Context.
func contextMembers() []pyrt.Member {
	var out []pyrt.Member
	for _, name := range append([]string{"flags", "traps"}, contextFields...) {
		out = append(out, pyrt.Accessor(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return contextSelf(self).get(name), nil },
			func(t *pyrt.Thread, self, v pyrt.Value) error {
				if v == nil {
					return pyrt.Errorf(pyrt.AttributeError, "context attributes cannot be deleted")
				}
				return contextSelf(self).set(t, name, v)
			}))
	}
	copied := func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		c := *contextSelf(a[0])
		return pyrt.NewObject(decContextClass, &c), nil
	}
	clear := func(f func(c *decContext)) pyrt.BuiltinFunc {
		return func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			f(contextSelf(a[0]))
			return pyrt.None, nil
		}
	}
	number := func(f func(c *decContext) int) pyrt.BuiltinFunc {
		return func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return pyrt.Int(f(contextSelf(a[0]))), nil }
	}
	out = append(out,
		pyrt.Method("copy(self)", copied), pyrt.Method("__copy__(self)", copied),
		pyrt.Method("clear_flags(self)", clear(func(c *decContext) { c.flags = 0 })),
		pyrt.Method("clear_traps(self)", clear(func(c *decContext) { c.traps = 0 })),
		pyrt.Method("Etiny(self)", number(func(c *decContext) int { return c.Etiny() })),
		pyrt.Method("Etop(self)", number(func(c *decContext) int { return c.Etop() })),
		pyrt.Method("radix(self)", func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return decimalValue(decnum.Int64(10)), nil }),
		pyrt.Method("__repr__(self)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := contextSelf(a[0])
			return pyrt.Str(fmt.Sprintf("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=%s, traps=%s)", c.Prec,
				decnum.RoundingNames[c.Rounding], c.Emin, c.Emax, boolBit(c.capitals), boolBit(c.Clamp), signalNames(c.flags), signalNames(c.traps))), nil
		}),
		pyrt.Method("create_decimal(self, num='0', /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c := contextSelf(a[0])
			n, err := convertDecimal(t, c, a[1])
			if err != nil {
				return nil, err
			}
			return c.create(n)
		}),
		pyrt.Method("create_decimal_from_float(self, f, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			f, err := pyrt.RealNumber(t, a[1])
			if err != nil {
				return nil, err
			}
			return contextSelf(a[0]).create(floatNumber(f))
		}),
	)
	return append(out, contextOperations()...)
}

// create rounds a converted number; payloads that do not fit are errors.
func (c *decContext) create(n decnum.Number) (pyrt.Value, error) {
	room := c.Prec
	if c.Clamp {
		room--
	}
	if n.IsNaN() && n.Coeff.Sign() != 0 && n.Digits() > room {
		return c.deliver(decnum.NaN(), decnum.ConversionSyntax, nil)
	}
	out, sig := c.Finish(n)
	return c.deliver(out, sig, nil)
}

// contextOperations are the methods that compute, which take plain integers
// and Decimals.
func contextOperations() []pyrt.Member {
	var out []pyrt.Member
	unary := unaryDecimals()
	unary["abs"], unary["plus"], unary["minus"] = (*decnum.Context).AbsOp, (*decnum.Context).Plus, (*decnum.Context).Minus
	for name, exact := range map[string]bool{"to_integral_exact": true, "to_integral_value": false, "to_integral": false} {
		unary[name] = func(c *decnum.Context, a decnum.Number) (decnum.Number, decnum.Signal, error) {
			return c.ToIntegral(a, exact)
		}
	}
	unary["copy_abs"] = quietUnary(decnum.Number.Abs)
	unary["copy_negate"] = quietUnary(func(a decnum.Number) decnum.Number { a.Neg = !a.Neg; return a })
	unary["copy_decimal"] = quietUnary(func(a decnum.Number) decnum.Number { return a })
	unary["canonical"] = unary["copy_decimal"]
	for name, f := range unary {
		out = append(out, pyrt.Method(name+"(self, a, /)", contextUnary(f)))
	}
	binary := binaryDecimals()
	for name, f := range map[string]binaryDecimal{"add": (*decnum.Context).Add, "subtract": (*decnum.Context).Sub, "multiply": (*decnum.Context).Mul,
		"divide": (*decnum.Context).Div, "divide_int": (*decnum.Context).DivInt, "remainder": (*decnum.Context).Rem, "quantize": (*decnum.Context).Quantize} {
		binary[name] = f
	}
	for name, f := range binary {
		out = append(out, pyrt.Method(name+"(self, a, b, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			ns, err := decimalArgs(a[1:])
			if err != nil {
				return nil, err
			}
			c := contextSelf(a[0])
			return c.two(t, f, ns[0], ns[1])
		}))
	}
	for name, f := range decimalTests() {
		out = append(out, pyrt.Method(name+"(self, a, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			n, err := decimalArg(a[1])
			if err != nil {
				return nil, err
			}
			return pyrt.Bool(f(&contextSelf(a[0]).Context, n)), nil
		}))
	}
	return append(out, contextOthers()...)
}

func contextUnary(f unaryDecimal) pyrt.BuiltinFunc {
	return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		n, err := decimalArg(a[1])
		if err != nil {
			return nil, err
		}
		c := contextSelf(a[0])
		return c.one(t, f, n)
	}
}

func decimalArgs(vs []pyrt.Value) ([]decnum.Number, error) {
	out := make([]decnum.Number, len(vs))
	for i, v := range vs {
		if v == nil || v == pyrt.None {
			continue
		}
		var err error
		if out[i], err = decimalArg(v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func contextOthers() []pyrt.Member {
	with := func(f func(t *pyrt.Thread, c *decContext, ns []decnum.Number) (pyrt.Value, error)) pyrt.BuiltinFunc {
		return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			ns, err := decimalArgs(a[1:])
			if err != nil {
				return nil, err
			}
			return f(t, contextSelf(a[0]), ns)
		}
	}
	return []pyrt.Member{
		pyrt.Method("fma(self, a, b, c, /)", with(func(_ *pyrt.Thread, c *decContext, n []decnum.Number) (pyrt.Value, error) {
			return c.deliver(c.work().Fma(n[0], n[1], n[2]))
		})),
		pyrt.Method("divmod(self, a, b, /)", with(func(t *pyrt.Thread, c *decContext, n []decnum.Number) (pyrt.Value, error) {
			return c.divmod(n[0], n[1])
		})),
		pyrt.Method("power(self, a, b, modulo=None)", with(func(t *pyrt.Thread, c *decContext, n []decnum.Number) (pyrt.Value, error) {
			if n[2].Coeff != nil {
				return c.apart(t, c.cost(n[1]), func(w *decnum.Context) (decnum.Number, decnum.Signal, error) { return w.PowMod(n[0], n[1], n[2]) })
			}
			return c.two(t, (*decnum.Context).Pow, n[0], n[1])
		})),
		pyrt.Method("number_class(self, a, /)", with(func(t *pyrt.Thread, c *decContext, n []decnum.Number) (pyrt.Value, error) {
			return pyrt.Str(numberClass(c, n[0])), nil
		})),
		pyrt.Method("to_sci_string(self, a, /)", with(func(t *pyrt.Thread, c *decContext, n []decnum.Number) (pyrt.Value, error) {
			return pyrt.Str(n[0].Text(false, c.capitals)), nil
		})),
		pyrt.Method("to_eng_string(self, a, /)", with(func(t *pyrt.Thread, c *decContext, n []decnum.Number) (pyrt.Value, error) {
			return pyrt.Str(n[0].Text(true, c.capitals)), nil
		})),
		pyrt.Method("same_quantum(self, a, b, /)", with(func(_ *pyrt.Thread, _ *decContext, n []decnum.Number) (pyrt.Value, error) {
			if n[0].Form != decnum.Finite || n[1].Form != decnum.Finite {
				return pyrt.Bool(n[0].IsNaN() && n[1].IsNaN() || n[0].Form == decnum.Infinite && n[1].Form == decnum.Infinite), nil
			}
			return pyrt.Bool(n[0].Exp == n[1].Exp), nil
		})),
	}
}
