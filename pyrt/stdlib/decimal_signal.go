package stdlib

import (
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/decnum"
)

func decimalException(name string, bases ...*pyrt.Type) *pyrt.Type {
	return pyrt.NewClass(pyrt.ClassSpec{Name: name, Module: "decimal", Bases: bases})
}

// The exceptions of module decimal.
var (
	decException      = decimalException("DecimalException", pyrt.ArithmeticError)
	decClamped        = decimalException("Clamped", decException)
	decRounded        = decimalException("Rounded", decException)
	decInexact        = decimalException("Inexact", decException)
	decSubnormal      = decimalException("Subnormal", decException)
	decInvalid        = decimalException("InvalidOperation", decException)
	decDivisionByZero = decimalException("DivisionByZero", decException, pyrt.ZeroDivisionError)
	decOverflow       = decimalException("Overflow", decInexact, decRounded)
	decUnderflow      = decimalException("Underflow", decInexact, decRounded, decSubnormal)
	decFloatOperation = decimalException("FloatOperation", decException, pyrt.TypeError)
	decConversion     = decimalException("ConversionSyntax", decInvalid)
	decImpossible     = decimalException("DivisionImpossible", decInvalid)
	decUndefined      = decimalException("DivisionUndefined", decInvalid, pyrt.ZeroDivisionError)
	decInvalidContext = decimalException("InvalidContext", decInvalid)
	decimalSignals    = []decimalSignal{{decnum.InvalidOperation, decInvalid}, {decnum.FloatOperation, decFloatOperation}, {decnum.DivisionByZero, decDivisionByZero}, {decnum.Overflow, decOverflow}, {decnum.Underflow, decUnderflow}, {decnum.Subnormal, decSubnormal}, {decnum.Inexact, decInexact}, {decnum.Rounded, decRounded}, {decnum.Clamped, decClamped}}
	decimalConditions = []decimalSignal{{decnum.InvalidOperation, decInvalid}, {decnum.ConversionSyntax, decConversion}, {decnum.DivisionImpossible, decImpossible}, {decnum.DivisionUndefined, decUndefined}, {decnum.InvalidContext, decInvalidContext}}
)

type decimalSignal struct {
	bit   decnum.Signal
	class *pyrt.Type
}

// A decContext is a decimal.Context.
type decContext struct {
	decnum.Context
	capitals     bool
	flags, traps decnum.Signal
}

func newDecContext() *decContext {
	return &decContext{Context: decnum.Context{Prec: 28, Rounding: decnum.RoundHalfEven, Emin: -999999, Emax: 999999}, capitals: true,
		traps: decnum.InvalidOperation | decnum.DivisionByZero | decnum.Overflow}
}

// signal notes signals and raises the first trapped one.
func (c *decContext) signal(sig decnum.Signal) error {
	flag := sig
	if sig&decnum.Invalid != 0 {
		flag = flag&^decnum.Invalid | decnum.InvalidOperation
	}
	c.flags |= flag
	trapped := flag & c.traps
	if trapped == 0 {
		return nil
	}
	list := pyrt.NewList()
	var class *pyrt.Type
	for _, s := range decimalSignals {
		if trapped&s.bit == 0 {
			continue
		}
		if class == nil {
			class = s.class
		}
		if s.bit != decnum.InvalidOperation {
			list.Elems = append(list.Elems, s.class)
		}
	}
	if trapped&decnum.InvalidOperation != 0 {
		var conds []pyrt.Value
		for _, s := range decimalConditions {
			if sig&s.bit != 0 {
				conds = append(conds, s.class)
			}
		}
		list.Elems = append(conds, list.Elems...)
	}
	return pyrt.NewException(class, list)
}

// A signalDict is Context.flags or Context.traps.
type signalDict struct{ bits *decnum.Signal }

func bitOf(v pyrt.Value) (decnum.Signal, bool) {
	for _, s := range decimalSignals {
		if pyrt.Value(s.class) == v {
			return s.bit, true
		}
	}
	return 0, false
}

func signalDictMembers() []pyrt.Member {
	bits := func(v pyrt.Value) *decnum.Signal { return v.(*pyrt.Object).Native.(*signalDict).bits }
	asDict := func(t *pyrt.Thread, v pyrt.Value) (*pyrt.Dict, error) {
		d := pyrt.NewDict()
		for _, s := range decimalSignals {
			if err := pyrt.SetItem(t, d, s.class, pyrt.Bool(*bits(v)&s.bit != 0)); err != nil {
				return nil, err
			}
		}
		return d, nil
	}
	view := func(name string) pyrt.Member {
		return pyrt.Method(name+"(self)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			d, err := asDict(t, a[0])
			if err != nil {
				return nil, err
			}
			return pyrt.CallMethod(t, d, name)
		})
	}
	return []pyrt.Member{
		view("keys"), view("values"), view("items"), view("__iter__"), view("copy"), view("__len__"),
		pyrt.Method("__getitem__(self, key)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			b, ok := bitOf(a[1])
			if !ok {
				return nil, errNotSignal()
			}
			return pyrt.Bool(*bits(a[0])&b != 0), nil
		}),
		pyrt.Method("__setitem__(self, key, value)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			b, ok := bitOf(a[1])
			if !ok {
				return nil, errNotSignal()
			}
			on, err := pyrt.Truth(t, a[2])
			if on {
				*bits(a[0]) |= b
			} else {
				*bits(a[0]) &^= b
			}
			return pyrt.None, err
		}),
		pyrt.Method("__delitem__(self, key)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return nil, pyrt.Errorf(pyrt.ValueError, "signal keys cannot be deleted")
		}),
		pyrt.Method("__contains__(self, key)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			_, ok := bitOf(a[1])
			return pyrt.Bool(ok), nil
		}),
		pyrt.Method("get(self, key, default=None)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if b, ok := bitOf(a[1]); ok {
				return pyrt.Bool(*bits(a[0])&b != 0), nil
			}
			return a[2], nil
		}),
		pyrt.Method("__eq__(self, other)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if o, ok := a[1].(*pyrt.Object); ok {
				if d, ok := o.Native.(*signalDict); ok {
					return pyrt.Bool(*d.bits == *bits(a[0])), nil
				}
			}
			d, err := asDict(t, a[0])
			if err != nil {
				return nil, err
			}
			eq, err := pyrt.Equal(t, d, a[1])
			return pyrt.Bool(eq), err
		}),
		pyrt.Method("__repr__(self)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			d, err := asDict(t, a[0])
			if err != nil {
				return nil, err
			}
			s, err := pyrt.Repr(t, d)
			return pyrt.Str(s), err
		}),
	}
}

// signalNames lists the signals of a set as Context's repr does.
func signalNames(sig decnum.Signal) string {
	text := ""
	for _, s := range decimalSignals {
		if sig&s.bit != 0 {
			if text != "" {
				text += ", "
			}
			text += s.class.Name
		}
	}
	return "[" + text + "]"
}

func errNotSignal() error {
	return pyrt.Errorf(pyrt.KeyError, "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"+
		"   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
}

// signalsOf reads the flags= and traps= arguments: a list of classes or a
// mapping.
func signalsOf(t *pyrt.Thread, v pyrt.Value) (decnum.Signal, error) {
	if o, ok := v.(*pyrt.Object); ok {
		if d, ok := o.Native.(*signalDict); ok {
			return *d.bits, nil
		}
	}
	var out decnum.Signal
	d, isDict := pyrt.AsDict(v)
	err := pyrt.Each(t, v, func(k pyrt.Value) error {
		b, ok := bitOf(k)
		if !ok {
			return errNotSignal()
		}
		if isDict {
			x, err := pyrt.GetItem(t, d, k)
			if err != nil {
				return err
			}
			on, err := pyrt.Truth(t, x)
			if err != nil || !on {
				return err
			}
		}
		out |= b
		return nil
	})
	return out, err
}
