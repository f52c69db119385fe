package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// builtinFrameFuncs are the built-in functions that look at the frame of
// their caller or run code.
func builtinFrameFuncs() map[string]Value {
	out := make(map[string]Value)
	add := func(signature string, f BuiltinFunc) {
		b := NewBuiltin(signature, f)
		b.Module = "builtins"
		out[b.Name] = b
	}
	add("globals()", func(t *Thread, _ []Value) (Value, error) {
		if t.frame == nil {
			return NewDict(), nil
		}
		return t.frame.globals, t.frame.globals.complete(t)
	})
	add("locals()", func(t *Thread, _ []Value) (Value, error) {
		if t.frame == nil {
			return NewDict(), nil
		}
		return t.frame.localVariables(), nil
	})
	add("vars(object=..., /)", func(t *Thread, a []Value) (Value, error) {
		if a[0] == nil {
			if t.frame == nil {
				return NewDict(), nil
			}
			return t.frame.localVariables(), nil
		}
		return builtinVars(t, a[0])
	})
	add("dir(object=..., /)", frameDir)
	add("eval(source, /, globals=None, locals=None)", builtinEval)
	add("exec(source, /, globals=None, locals=None, *, closure=None)", builtinExec)
	add("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", builtinCompile)
	add("__import__(name, globals=None, locals=None, fromlist=(), level=0)", builtinImport)
	add("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", builtinOpen)
	add("__build_class__(func, name, /, *bases, metaclass=None)", func(*Thread, []Value) (Value, error) {
		return nil, Errorf(SystemError, "__build_class__ is not supported: write a class statement")
	})
	return out
}

// builtinOpen is io.open of the standard library; without a library there are
// no files.
func builtinOpen(t *Thread, a []Value) (Value, error) {
	if t.Stdlib != nil {
		m, err := ImportModule(t, "io")
		if err != nil {
			return nil, err
		}
		f, err := LookupAttr(t, m, "open")
		if err != nil {
			return nil, err
		}
		if f != nil {
			return Call(t, f, Args{Pos: a})
		}
	}
	return nil, NewException(PermissionError, Int(1), Str("the sandbox has no files"), a[0])
}

func frameDir(t *Thread, a []Value) (Value, error) {
	if a[0] != nil {
		return builtinDir(t, a[0])
	}
	if t.frame == nil {
		return NewList(), nil
	}
	d, ok := t.frame.localVariables().(*Dict)
	if !ok {
		return NewList(), nil
	}
	var names []string
	for _, k := range d.Keys() {
		if s, ok := AsStr(k); ok {
			names = append(names, s)
		}
	}
	sortStrings(names)
	out := NewList()
	for _, s := range names {
		out.Elems = append(out.Elems, Str(s))
	}
	return out, nil
}

// namespaces reads the globals and locals arguments of eval and exec.
func namespaces(t *Thread, name string, g, l Value) (*Dict, Value, error) {
	if g == None {
		if t.frame == nil {
			return NewDict(), nil, nil
		}
		if l != None {
			return t.frame.globals, l, nil
		}
		return t.frame.globals, t.frame.localVariables(), nil
	}
	d, ok := AsDict(g)
	if !ok {
		return nil, nil, Errorf(TypeError, "%s() globals must be a dict, not %s", name, g.Type().Name)
	}
	if l == None {
		return d, nil, nil
	}
	if lookupSpecial(l, "__getitem__") == nil {
		return nil, nil, Errorf(TypeError, "locals must be a mapping or None, not %s", l.Type().Name)
	}
	return d, l, nil
}

// sourceText reads the source argument.
func sourceText(name string, v Value) (string, error) {
	switch s := Underlying(v).(type) {
	case Str:
		return string(s), nil
	case Bytes:
		return string(s), nil
	}
	return "", Errorf(TypeError, "%s() arg 1 must be a string, bytes or code object", name)
}

func builtinEval(t *Thread, a []Value) (Value, error) {
	g, l, err := namespaces(t, "eval", a[1], a[2])
	if err != nil {
		return nil, err
	}
	if k, ok := a[0].(*code); ok {
		return t.execute(k, g, l)
	}
	text, err := sourceText("eval", a[0])
	if err != nil {
		return nil, err
	}
	t.defaultBuiltins(g)
	return Eval(t, text, g, l)
}

func (t *Thread) defaultBuiltins(g *Dict) {
	if _, ok := g.GetStr("__builtins__"); !ok {
		g.SetStr("__builtins__", t.builtinsModule())
	}
}

func builtinExec(t *Thread, a []Value) (Value, error) {
	g, l, err := namespaces(t, "exec", a[1], a[2])
	if err != nil {
		return nil, err
	}
	t.defaultBuiltins(g)
	if k, ok := a[0].(*code); ok {
		_, err := t.execute(k, g, l)
		return None, err
	}
	text, err := sourceText("exec", a[0])
	if err != nil {
		return nil, err
	}
	return None, Exec(t, text, g, l)
}

func builtinCompile(t *Thread, a []Value) (Value, error) {
	text, err := sourceText("compile", a[0])
	if err != nil {
		err = Errorf(TypeError, "compile() arg 1 must be a string, bytes or AST object")
	}
	if err != nil {
		return nil, err
	}
	name, _ := AsStr(a[1])
	mode, _ := AsStr(a[2])
	switch mode {
	case "exec", "single":
		f, err := parseText(t, name, text)
		if err != nil {
			return nil, err
		}
		return moduleCode(f), nil
	case "eval":
		e, src, err := parseExpression(t, name, text)
		if err != nil {
			return nil, err
		}
		return expressionCode(src, e), nil
	}
	return nil, Errorf(ValueError, "compile() mode must be 'exec', 'eval' or 'single'")
}

// A frameObject is a frame as Python code sees it.
type frameObject struct {
	frame *frame
	at    syntax.Span
}

// Type is frame.
func (*frameObject) Type() *Type { return FrameType }

// CallerFrame gives the running frame depth levels up, as sys._getframe does;
// nil when there is none.
func CallerFrame(t *Thread, depth int) Value {
	fr := t.frame
	for ; fr != nil && depth > 0; depth-- {
		fr = fr.back
	}
	if fr == nil {
		return nil
	}
	fr.kept = true
	return &frameObject{frame: fr, at: fr.span()}
}

func frameMembers() []Member {
	get := func(name string, f func(fr *frameObject) Value) Member {
		return Getter(name, func(_ *Thread, self Value) (Value, error) { return orNoneValue(f(self.(*frameObject))), nil })
	}
	return []Member{
		get("f_code", func(f *frameObject) Value { return f.frame.code }),
		get("f_globals", func(f *frameObject) Value { return f.frame.globals }),
		get("f_locals", func(f *frameObject) Value { return f.frame.localVariables() }),
		get("f_builtins", func(f *frameObject) Value { return f.frame.builtins }),
		get("f_lineno", func(f *frameObject) Value { return Int(f.at.Position().Line) }),
		get("f_lasti", func(f *frameObject) Value { return Int(f.at.Start) }),
		get("f_back", func(f *frameObject) Value {
			if b := f.frame.back; b != nil {
				b.kept = true
				return &frameObject{frame: b, at: b.span()}
			}
			return nil
		}),
		Method("clear(self)", func(*Thread, []Value) (Value, error) { return None, nil }),
	}
}

func codeMembers() []Member {
	get := func(name string, f func(k *code) Value) Member {
		return Getter(name, func(_ *Thread, self Value) (Value, error) { return f(self.(*code)), nil })
	}
	names := func(list []string) Value {
		out := make([]Value, len(list))
		for i, s := range list {
			out[i] = Str(s)
		}
		return NewTuple(out...)
	}
	return []Member{
		get("co_name", func(k *code) Value { return Str(k.name) }),
		get("co_qualname", func(k *code) Value { return Str(k.qualname) }),
		get("co_filename", func(k *code) Value { return Str(k.source().Name) }),
		get("co_firstlineno", func(k *code) Value { return Int(k.firstLine()) }),
		get("co_argcount", func(k *code) Value { return Int(k.sig.pos) }),
		get("co_posonlyargcount", func(k *code) Value { return Int(k.sig.posOnly) }),
		get("co_kwonlyargcount", func(k *code) Value { return Int(k.sig.kws) }),
		get("co_nlocals", func(k *code) Value { return Int(len(k.scope.Slots)) }),
		get("co_varnames", func(k *code) Value { return names(k.scope.Slots) }),
		get("co_cellvars", func(k *code) Value { return names(k.scope.Cells) }),
		get("co_freevars", func(k *code) Value { return names(k.scope.Free) }),
		get("co_flags", func(k *code) Value { return Int(k.flagBits()) }),
		get("co_consts", func(*code) Value { return NewTuple() }),
		get("co_names", func(*code) Value { return NewTuple() }),
		get("co_code", func(*code) Value { return Bytes("") }),
		Method("__repr__(self, /)", func(t *Thread, a []Value) (Value, error) {
			k := a[0].(*code)
			return Str("<code object " + k.name + " at 0x" + hex(ID(t, k)) + ", file \"" + k.source().Name + "\", line " + itoa(int64(k.firstLine())) + ">"), nil
		}),
	}
}

// firstLine is the line of the definition, decorators included.
func (k *code) firstLine() int {
	if d, ok := k.node.(*syntax.FunctionDef); ok && len(d.DecoratorList) > 0 {
		return d.DecoratorList[0].Span().Position().Line
	}
	return k.at.Position().Line
}

// flagBits gives co_flags: the bits of module inspect.
func (k *code) flagBits() int {
	bits := 3
	if k.sig.varPos >= 0 {
		bits |= 4
	}
	if k.sig.varKw >= 0 {
		bits |= 8
	}
	switch k.flags {
	case generatorCode:
		bits |= 0x20
	case coroutineCode:
		bits |= 0x80
	case generatorCode | coroutineCode:
		bits |= 0x200
	}
	return bits
}

func cellNew(_ *Thread, _ *Type, args Args) (Value, error) {
	if len(args.Kw) > 0 {
		return nil, Errorf(TypeError, "cell() takes no keyword arguments")
	}
	switch n := len(args.Pos); n {
	case 0:
		return &Cell{}, nil
	case 1:
		return &Cell{Value: args.Pos[0]}, nil
	default:
		return nil, Errorf(TypeError, "cell expected at most 1 argument, got %d", n)
	}
}

// Operate compares what cells hold; an empty one comes first.
func (c *Cell) Operate(t *Thread, op Operator, other Value, _ bool) (Value, error) {
	o, ok := other.(*Cell)
	if !ok {
		return NotImplemented, nil
	}
	if c.Value != nil && o.Value != nil {
		return Binary(t, op, c.Value, o.Value)
	}
	return Binary(t, op, Bool(c.Value != nil), Bool(o.Value != nil))
}

func cellMembers() []Member {
	return []Member{Accessor("cell_contents", func(_ *Thread, self Value) (Value, error) {
		if v := self.(*Cell).Value; v != nil {
			return v, nil
		}
		return nil, Errorf(ValueError, "Cell is empty")
	}, func(_ *Thread, self, v Value) error {
		self.(*Cell).Value = v
		return nil
	})}
}
