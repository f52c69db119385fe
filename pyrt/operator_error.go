package pyrt

// binaryError words the TypeError of operands that do not fit, as CPython
// does: sequences have texts of their own for + and *.
func binaryError(op Operator, symbol string, a, b Value) error {
	ua, ub := Underlying(a), Underlying(b)
	switch op {
	case OpAdd:
		if name := concatName(ua); name != "" {
			if name == "bytes" || name == "bytearray" {
				return Errorf(TypeError, "can't concat %s to %s", b.Type().TypeName(), a.Type().TypeName())
			}
			return Errorf(TypeError, "can only concatenate %s (not \"%s\") to %s", name, b.Type().TypeName(), name)
		}
	case OpMul:
		if concatName(ua) != "" && !isInteger(ub) {
			return Errorf(TypeError, "can't multiply sequence by non-int of type '%s'", b.Type().TypeName())
		}
		if concatName(ub) != "" && !isInteger(ua) {
			return Errorf(TypeError, "can't multiply sequence by non-int of type '%s'", a.Type().TypeName())
		}
	}
	if op == OpRShift && symbol == ">>" {
		if f, ok := a.(*Builtin); ok && f.Name == "print" && f.Owner == nil {
			return Errorf(TypeError, "unsupported operand type(s) for >>: '%s' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?", a.Type().TypeName(), b.Type().TypeName())
		}
	}
	return Errorf(TypeError, "unsupported operand type(s) for %s: '%s' and '%s'", symbol, a.Type().TypeName(), b.Type().TypeName())
}

// inplaceError rewords the plain operator's refusal for its augmented form.
func inplaceError(err error, op Operator, a, b Value) error {
	e, ok := err.(*Exception)
	if !ok || e.Value.Class != TypeError {
		return err
	}
	symbol := operatorTable[op].symbol
	if e.Message() != binaryError(op, symbol, a, b).(*Exception).Message() {
		return err
	}
	if op == OpPow {
		return binaryError(op, "**=", a, b)
	}
	return binaryError(op, symbol+"=", a, b)
}

func concatName(v Value) string {
	switch v.(type) {
	case Str:
		return "str"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case Bytes:
		return "bytes"
	case *ByteArray:
		return "bytearray"
	}
	return ""
}

func isInteger(v Value) bool {
	switch v.(type) {
	case Int, *BigInt, Bool:
		return true
	}
	return false
}
