package stdlib

import (
	"math/big"

	"github.com/cockroachdb/apd/v3"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/decnum"
)

// The classes whose methods refer to them.
var decimalClass, decContextClass, signalDictClass *pyrt.Type

// Their initialization is written out because the language takes the
// references inside the methods for a cycle.
func init() {
	decimalClass = pyrt.NewClass(pyrt.ClassSpec{Name: "Decimal", Module: "decimal", Doc: "An exact decimal number.", Members: decimalMembers, New: newDecimal})
	decContextClass = pyrt.NewClass(pyrt.ClassSpec{Name: "Context", Module: "decimal", Doc: "Precision, rounding, limits and traps of decimal arithmetic.",
		Members: contextMembers, New: newContext})
	signalDictClass = pyrt.NewClass(pyrt.ClassSpec{Name: "SignalDict", Module: "decimal", Members: signalDictMembers})
}

// MakeDecimal makes a decimal.Decimal of a database value.
func MakeDecimal(d *apd.Decimal) pyrt.Value {
	n := decnum.Number{Neg: d.Negative, Exp: int(d.Exponent), Coeff: new(big.Int).Set(d.Coeff.MathBigInt())}
	switch d.Form {
	case apd.Infinite:
		n = decnum.Infinity(d.Negative)
	case apd.NaN:
		n.Form, n.Exp = decnum.QuietNaN, 0
	case apd.NaNSignaling:
		n.Form, n.Exp = decnum.SignalingNaN, 0
	}
	return decimalValue(n)
}

// AsDecimal gives the number that a decimal.Decimal is; exponents that do not
// fit are not ok.
func AsDecimal(v pyrt.Value) (*apd.Decimal, bool) {
	n, ok := decimalNumber(v)
	if !ok || int(int32(n.Exp)) != n.Exp {
		return nil, false
	}
	d := &apd.Decimal{Negative: n.Neg, Exponent: int32(n.Exp)}
	d.Coeff.SetMathBigInt(n.Coeff)
	switch n.Form {
	case decnum.Infinite:
		d.Form = apd.Infinite
	case decnum.QuietNaN:
		d.Form = apd.NaN
	case decnum.SignalingNaN:
		d.Form = apd.NaNSignaling
	}
	return d, true
}

func decimalValue(n decnum.Number) *pyrt.Object { return pyrt.NewObject(decimalClass, &n) }

func decimalNumber(v pyrt.Value) (decnum.Number, bool) {
	if o, ok := v.(*pyrt.Object); ok {
		if n, ok := o.Native.(*decnum.Number); ok {
			return *n, true
		}
	}
	return decnum.Number{}, false
}

func decimalSelf(v pyrt.Value) decnum.Number { return *v.(*pyrt.Object).Native.(*decnum.Number) }

// decimalModule is the Go half of module decimal.
func decimalModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_decimal")
	m.Set("Decimal", decimalClass)
	m.Set("Context", decContextClass)
	for _, c := range []*pyrt.Type{decException, decClamped, decRounded, decInexact, decSubnormal, decInvalid, decDivisionByZero, decOverflow,
		decUnderflow, decFloatOperation, decConversion, decImpossible, decUndefined, decInvalidContext} {
		m.Set(c.Name, c)
	}
	for _, n := range decnum.RoundingNames {
		m.Set(n, pyrt.Str(n))
	}
	m.Set("MAX_PREC", pyrt.Int(decnum.MaxPrec))
	m.Set("MAX_EMAX", pyrt.Int(decnum.MaxEmax))
	m.Set("MIN_EMIN", pyrt.Int(decnum.MinEmin))
	m.Set("MIN_ETINY", pyrt.Int(decnum.MinEtiny))
	extended := newDecContext()
	extended.Prec, extended.traps = 9, 0
	basic := newDecContext()
	basic.Prec, basic.Rounding = 9, decnum.RoundHalfUp
	basic.traps |= decnum.Clamped | decnum.Underflow
	for name, c := range map[string]*decContext{"DefaultContext": newDecContext(), "ExtendedContext": extended, "BasicContext": basic} {
		m.Set(name, pyrt.NewObject(decContextClass, c))
	}
	m.Set("_current", pyrt.NewObject(decContextClass, newDecContext()))
	m.Define("getcontext()", func(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) { return currentContext(t) })
	m.Define("setcontext(context, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		c, err := contextOf(t, a[0])
		if err != nil {
			return nil, err
		}
		v := a[0]
		for _, name := range []string{"DefaultContext", "ExtendedContext", "BasicContext"} {
			if x, _ := m.Dict.GetStr(name); x == v { // the templates are copied
				k := *c
				k.flags = 0
				v = pyrt.NewObject(decContextClass, &k)
			}
		}
		m.Set("_current", v)
		return pyrt.None, nil
	})
	return m
}

// currentContext gives the thread's context object.
func currentContext(t *pyrt.Thread) (*pyrt.Object, error) {
	m := t.Modules["_decimal"]
	if m == nil {
		var err error
		if m, err = pyrt.ImportModule(t, "_decimal"); err != nil {
			return nil, err
		}
	}
	v, _ := m.Dict.GetStr("_current")
	o, ok := v.(*pyrt.Object)
	if !ok {
		return nil, pyrt.Errorf(pyrt.RuntimeError, "module _decimal was changed")
	}
	return o, nil
}

// contextOf gives the context of a context= argument; None is the current one.
func contextOf(t *pyrt.Thread, v pyrt.Value) (*decContext, error) {
	if v == nil || v == pyrt.None {
		o, err := currentContext(t)
		if err != nil {
			return nil, err
		}
		return o.Native.(*decContext), nil
	}
	if o, ok := v.(*pyrt.Object); ok {
		if c, ok := o.Native.(*decContext); ok {
			return c, nil
		}
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "optional argument must be a context")
}

// work is the context of an operation: no wider than it can be afforded. What
// is rounded because of that is refused in deliver.
func (c *decContext) work() *decnum.Context {
	k := c.Context
	k.Prec = min(k.Prec, decnum.MaxWork)
	return &k
}

// cost estimates how long an operation on a number may take: it grows with the
// square of the digits.
func (c *decContext) cost(a decnum.Number) int {
	n := min(c.Prec, decnum.MaxWork)
	if a.Coeff != nil {
		n = max(n, a.Coeff.BitLen()/3)
	}
	return min(n, 1<<15) * min(n, 1<<15) / 16
}

// one carries out an operation of one number.
func (c *decContext) one(t *pyrt.Thread, f unaryDecimal, a decnum.Number) (pyrt.Value, error) {
	return c.apart(t, c.cost(a), func(w *decnum.Context) (decnum.Number, decnum.Signal, error) { return f(w, a) })
}

// two carries out an operation of two numbers.
func (c *decContext) two(t *pyrt.Thread, f binaryDecimal, a, b decnum.Number) (pyrt.Value, error) {
	return c.apart(t, max(c.cost(a), c.cost(b)), func(w *decnum.Context) (decnum.Number, decnum.Signal, error) { return f(w, a, b) })
}

func (c *decContext) apart(t *pyrt.Thread, size int, f func(w *decnum.Context) (decnum.Number, decnum.Signal, error)) (pyrt.Value, error) {
	var n decnum.Number
	var sig decnum.Signal
	var err error
	w := c.work()
	if aerr := t.Apart(size, func() { n, sig, err = f(w) }); aerr != nil {
		return nil, aerr
	}
	return c.deliver(n, sig, err)
}

// deliver turns the outcome of an operation into a value.
func (c *decContext) deliver(n decnum.Number, sig decnum.Signal, err error) (pyrt.Value, error) {
	if err != nil {
		return nil, pyrt.Errorf(pyrt.MemoryError, "%s", err)
	}
	if c.Prec > decnum.MaxWork && sig&(decnum.Rounded|decnum.Invalid) != 0 {
		return nil, pyrt.Errorf(pyrt.MemoryError, "%s", decnum.ErrTooLarge)
	}
	if sig != 0 {
		if err := c.signal(sig); err != nil {
			return nil, err
		}
	}
	return decimalValue(n), nil
}

// decimalOperand converts an operand that needs no permission: Decimals and
// integers.
func decimalOperand(v pyrt.Value) (decnum.Number, bool) {
	if n, ok := decimalNumber(v); ok {
		return n, true
	}
	switch x := pyrt.Underlying(v).(type) {
	case pyrt.Int:
		return decnum.Int64(int64(x)), true
	case pyrt.Bool, *pyrt.BigInt:
		b, _ := pyrt.AsBigInt(x)
		return decnum.FromInt(b), true
	}
	return decnum.Number{}, false
}

// decimalArg is decimalOperand for methods.
func decimalArg(v pyrt.Value) (decnum.Number, error) {
	n, ok := decimalOperand(v)
	if !ok {
		return n, pyrt.Errorf(pyrt.TypeError, "conversion from %s to Decimal is not supported", v.Type().Name)
	}
	return n, nil
}

// floatNumber converts a float exactly.
func floatNumber(f float64) decnum.Number {
	switch {
	case f != f:
		return decnum.NaN()
	case f > 1.7976931348623157e308:
		return decnum.Infinity(false)
	case f < -1.7976931348623157e308:
		return decnum.Infinity(true)
	}
	r, _ := new(big.Float).SetFloat64(f).Rat(nil)
	neg := f < 0 || f == 0 && 1/f < 0
	if r == nil || r.Sign() == 0 {
		return decnum.Number{Neg: neg, Coeff: new(big.Int)}
	}
	k := r.Denom().BitLen() - 1
	coeff := new(big.Int).Abs(r.Num())
	coeff.Mul(coeff, new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(k)), nil))
	return decnum.Number{Neg: neg, Coeff: coeff, Exp: -k}
}

// newDecimal is Decimal.__new__.
func newDecimal(t *pyrt.Thread, cls *pyrt.Type, args pyrt.Args) (pyrt.Value, error) {
	sig := decimalSignature
	bound, err := sig.Call(t, args)
	if err != nil {
		return nil, err
	}
	pair := bound.(*pyrt.Tuple).Elems
	c, err := contextOf(t, pair[1])
	if err != nil {
		return nil, err
	}
	n, err := convertDecimal(t, c, pair[0])
	if err != nil {
		return nil, err
	}
	if cls == decimalClass {
		if o, ok := pair[0].(*pyrt.Object); ok && o.Class == decimalClass {
			return o, nil
		}
	}
	return pyrt.NewObject(cls, &n), nil
}

var decimalSignature = pyrt.NewBuiltin("Decimal(value='0', context=None)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	return pyrt.NewTuple(a...), nil
})

// convertDecimal converts any value that Decimal() takes, exactly.
func convertDecimal(t *pyrt.Thread, c *decContext, v pyrt.Value) (decnum.Number, error) {
	if n, ok := decimalOperand(v); ok {
		return n, nil
	}
	if s, ok := pyrt.AsStr(v); ok {
		return c.parse(t, s)
	}
	switch x := pyrt.Underlying(v).(type) {
	case pyrt.Float:
		return floatNumber(float64(x)), c.signal(decnum.FloatOperation)
	case *pyrt.Tuple:
		return c.fromTuple(x.Elems)
	case *pyrt.List:
		return c.fromTuple(x.Elems)
	}
	return decnum.Number{}, pyrt.Errorf(pyrt.TypeError, "conversion from %s to Decimal is not supported", v.Type().Name)
}

// parse reads a numeric string: digits of any script, underscores, white
// space at the ends.
func (c *decContext) parse(t *pyrt.Thread, s string) (decnum.Number, error) {
	rs := pyrt.CodePoints(s)
	lo, hi := 0, len(rs)
	for lo < hi && isPythonSpace(rs[lo]) {
		lo++
	}
	for hi > lo && isPythonSpace(rs[hi-1]) {
		hi--
	}
	var b []byte
	ok := true
	for _, r := range rs[lo:hi] {
		switch {
		case r == '_':
		case r < 0x80:
			b = append(b, byte(r))
		default:
			d := decimalDigit(r)
			ok = ok && d >= 0
			b = append(b, byte('0'+d))
		}
	}
	var n decnum.Number
	var good bool
	if err := t.Apart(len(b)*min(len(b), 1<<10), func() { n, good = decnum.Parse(string(b)) }); err != nil {
		return decnum.Number{}, err
	}
	if ok && good {
		return n, nil
	}
	return decnum.NaN(), c.signal(decnum.ConversionSyntax)
}

func isPythonSpace(r rune) bool {
	switch {
	case r >= 9 && r <= 13, r >= 0x1c && r <= 0x20, r == 0x85, r == 0xa0, r == 0x1680, r >= 0x2000 && r <= 0x200a, r == 0x2028, r == 0x2029, r == 0x202f, r == 0x205f, r == 0x3000:
		return true
	}
	return false
}

// fromTuple reads (sign, digits, exponent).
func (c *decContext) fromTuple(e []pyrt.Value) (decnum.Number, error) {
	bad := func(text string) (decnum.Number, error) {
		return decnum.Number{}, pyrt.Errorf(pyrt.ValueError, "%s", text)
	}
	if len(e) != 3 {
		return bad("argument must be a sequence of length 3")
	}
	sign, ok := pyrt.AsInt(e[0])
	if !ok || sign != 0 && sign != 1 {
		return bad("sign must be an integer with the value 0 or 1")
	}
	n := decnum.Number{Neg: sign == 1, Coeff: new(big.Int)}
	if s, ok := pyrt.AsStr(e[2]); ok {
		switch s {
		case "F":
			return decnum.Infinity(n.Neg), nil
		case "n":
			n.Form = decnum.QuietNaN
		case "N":
			n.Form = decnum.SignalingNaN
		default:
			return bad("string argument in the third position must be 'F', 'n' or 'N'")
		}
	} else if exp, ok := pyrt.AsInt(e[2]); ok {
		n.Exp = int(exp)
	} else {
		return bad("exponent must be an integer")
	}
	ds, ok := pyrt.AsTuple(e[1])
	if !ok {
		l, isList := pyrt.AsList(e[1])
		if !isList {
			return bad("coefficient must be a tuple of digits")
		}
		ds = l.Elems
	}
	text := []byte("0")
	for _, d := range ds {
		x, ok := pyrt.AsInt(d)
		if !ok || x < 0 || x > 9 {
			return bad("coefficient must be a tuple of digits")
		}
		text = append(text, byte('0'+x))
	}
	n.Coeff.SetString(string(text), 10)
	return n, nil
}
