package pyrt

// newBuiltins makes the module builtins for one Thread. What needs the frame
// of its caller (globals, locals, eval, exec, super without arguments) is in
// the evaluator's builtinFrameFuncs.
func newBuiltins() *Module {
	m := NewModule("builtins")
	for _, c := range []*Type{ObjectType, TypeType, IntType, BoolType, FloatType, ComplexType, StrType, BytesType, ByteArrayType,
		MemoryViewType, TupleType, ListType, DictType, SetType, FrozenSetType, SliceType, RangeType, StaticMethodType, ClassMethodType,
		PropertyType, SuperType, enumerateType, zipType, mapType, filterType, reversedType} {
		m.Set(c.Name, c)
	}
	for _, c := range exceptionClasses {
		m.Set(c.Name, c)
	}
	m.Set("EnvironmentError", OSError)
	m.Set("IOError", OSError)
	m.Set("None", None)
	m.Set("Ellipsis", Ellipsis)
	m.Set("NotImplemented", NotImplemented)
	m.Set("True", True)
	m.Set("False", False)
	m.Set("__debug__", True)
	one := func(name string, f func(t *Thread, v Value) (Value, error)) {
		m.Set(name, builtinOne(name, f))
	}
	many := func(name string, lo, hi int, f BuiltinFunc) { m.Set(name, builtinMany(name, lo, hi, f)) }
	one("abs", builtinAbs)
	one("all", func(t *Thread, v Value) (Value, error) { return anyAll(t, v, false) })
	one("any", func(t *Thread, v Value) (Value, error) { return anyAll(t, v, true) })
	one("ascii", func(t *Thread, v Value) (Value, error) { s, err := asciiRepr(t, v); return Str(s), err })
	one("repr", reprOf)
	one("bin", func(t *Thread, v Value) (Value, error) { return radix(t, v, 2, "0b") })
	one("oct", func(t *Thread, v Value) (Value, error) { return radix(t, v, 8, "0o") })
	one("hex", func(t *Thread, v Value) (Value, error) { return radix(t, v, 16, "0x") })
	one("chr", builtinChr)
	one("ord", builtinOrd)
	one("callable", func(_ *Thread, v Value) (Value, error) { return Bool(IsCallable(v)), nil })
	one("hash", func(t *Thread, v Value) (Value, error) { h, err := Hash(t, v); return Int(h), err })
	one("id", func(t *Thread, v Value) (Value, error) { return Int(ID(t, v)), nil })
	one("len", func(t *Thread, v Value) (Value, error) { n, err := Length(t, v); return Int(n), err })
	many("divmod", 2, 2, builtinDivmod)
	many("getattr", 2, 3, builtinGetattr)
	many("hasattr", 2, 2, builtinHasattr)
	many("setattr", 3, 3, builtinSetattr)
	many("delattr", 2, 2, builtinDelattr)
	many("isinstance", 2, 2, builtinIsinstance)
	many("issubclass", 2, 2, builtinIssubclass)
	many("iter", 1, 2, builtinIter)
	many("next", 1, 2, builtinNext)
	many("format", 1, 2, builtinFormat)
	one("aiter", builtinAiter)
	many("anext", 1, 2, builtinAnext)
	for _, name := range []string{"exit", "quit"} {
		many(name, 0, 1, func(_ *Thread, a []Value) (Value, error) {
			return nil, NewException(SystemExit, orNone(argument(a, 0)))
		})
	}
	many("input", 0, 1, func(t *Thread, a []Value) (Value, error) {
		if len(a) > 0 {
			if _, err := builtinPrint(t, []Value{NewTuple(a[0]), None, Str(""), None, False}); err != nil {
				return nil, err
			}
		}
		return nil, Errorf(EOFError, "EOF when reading a line")
	})
	m.Define("pow(base, exp, mod=None)", builtinPow)
	m.Define("round(number, ndigits=None)", builtinRound)
	m.Define("sum(iterable, /, start=0)", builtinSum)
	m.Define("sorted(iterable, /, *, key=None, reverse=False)", builtinSorted)
	m.Define("print(*args, sep=None, end=None, file=None, flush=False)", builtinPrint)
	m.Set("min", raw("min", func(t *Thread, a Args) (Value, error) { return extreme(t, "min", OpLt, a) }))
	m.Set("max", raw("max", func(t *Thread, a Args) (Value, error) { return extreme(t, "max", OpGt, a) }))
	return m
}

func raw(name string, f RawFunc) *Builtin {
	b := NewRawBuiltin(name, f)
	b.Module = "builtins"
	return b
}

// builtinOne makes a function of exactly one positional argument.
func builtinOne(name string, f func(t *Thread, v Value) (Value, error)) *Builtin {
	b := raw(name, func(t *Thread, args Args) (Value, error) {
		if err := noKeywords(name, args); err != nil {
			return nil, err
		}
		if len(args.Pos) != 1 {
			return nil, Errorf(TypeError, "%s() takes exactly one argument (%d given)", name, len(args.Pos))
		}
		return f(t, args.Pos[0])
	})
	b.one = f
	return b
}

// builtinMany makes a function of lo to hi positional arguments.
func builtinMany(name string, lo, hi int, f BuiltinFunc) *Builtin {
	b := raw(name, func(t *Thread, args Args) (Value, error) {
		if err := noKeywords(name, args); err != nil {
			return nil, err
		}
		if err := checkCount(name, len(args.Pos), lo, hi); err != nil {
			return nil, err
		}
		return f(t, args.Pos)
	})
	if lo <= 2 && hi >= 2 {
		b.two = func(t *Thread, x, y Value) (Value, error) { return f(t, []Value{x, y}) }
	}
	return b
}

// exceptionClasses are the exceptions that builtins names.
var exceptionClasses = []*Type{BaseException, ExceptionClass, BaseExceptionGroup, ExceptionGroup, GeneratorExit, KeyboardInterrupt,
	SystemExit, ArithmeticError, FloatingPointError, OverflowError, ZeroDivisionError, AssertionError, AttributeError, BufferError,
	EOFError, ImportError, ModuleNotFoundError, LookupError, IndexError, KeyError, MemoryError, NameError, UnboundLocalError, OSError,
	FileExistsError, FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError, BlockingIOError, ChildProcessError,
	ConnectionError, BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, InterruptedError,
	ProcessLookupError, TimeoutError, ReferenceError, RuntimeError, NotImplementedError, RecursionError, PythonFinalizationError,
	StopIteration, StopAsyncIteration, SyntaxError, IndentationError, TabError, SystemError, TypeError, ValueError, UnicodeError,
	UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError, Warning, BytesWarning, DeprecationWarning, EncodingWarning,
	FutureWarning, ImportWarning, PendingDeprecationWarning, ResourceWarning, RuntimeWarning, SyntaxWarning, UnicodeWarning, UserWarning}
