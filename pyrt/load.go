package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/internal/resolve"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// builtinsDict gives the thread's own copy of the built-in names.
func (t *Thread) builtinsDict() *Dict {
	if t.builtins == nil {
		t.builtins = newBuiltins()
		for name, v := range builtinFrameFuncs() {
			t.builtins.Set(name, v)
		}
		t.setModule("builtins", t.builtins)
	}
	return t.builtins.Dict
}

func (t *Thread) setModule(name string, m *Module) {
	if t.Modules == nil {
		t.Modules = make(map[string]*Module)
	}
	t.Modules[name] = m
}

// moduleCode makes the code object of a whole file.
func moduleCode(f *syntax.File) *code {
	u := &unit{file: f, table: resolve.File(f), future: f.FutureAnnotations}
	c := &compiler{unit: u}
	k := c.newCode("<module>", "<module>", u.table.Module, f, f.Span())
	k.sig.count()
	if doc, ok := docstring(f.Body); ok {
		k.doc = doc
	}
	k.body = func(c *compiler) execFn {
		body := c.block(f.Body)
		annotate := c.variableAnnotations(f)
		return func(fr *frame) (signal, error) {
			if annotate != nil && fr.names == nil {
				fr.globals.SetStr("__annotate__", annotate(fr))
			}
			return body(fr)
		}
	}
	return k
}

// expressionCode makes the code object of an expression, for eval.
func expressionCode(src *syntax.Source, e syntax.Expr) *code {
	u := &unit{table: resolve.Expression(e), expression: e}
	c := &compiler{unit: u}
	k := c.newCode("<module>", "<module>", u.table.Module, e, syntax.Span{Source: src, Start: e.Span().Start, End: e.Span().End})
	k.sig.count()
	k.body = func(c *compiler) execFn {
		f := c.expr(e)
		return func(fr *frame) (signal, error) {
			v, err := f(fr)
			fr.ret = v
			return returned, err
		}
	}
	return k
}

// execute runs a module-level code object with the given namespaces; locals
// nil: the globals.
func (t *Thread) execute(k *code, globals *Dict, locals Value) (Value, error) {
	b := t.builtinsDict()
	if v, ok := globals.GetStr("__builtins__"); ok {
		switch x := v.(type) {
		case *Module:
			b = x.Dict
		case *Dict:
			b = x
		}
	}
	fr := t.newFrame(&Function{code: k, globals: globals, builtins: b})
	fr.kept = true
	if d, ok := locals.(*Dict); locals != nil && (!ok || d != globals) {
		fr.names = locals
	}
	return t.run(fr)
}

// Load runs a module body: it makes the module name, enters it in
// Thread.Modules and executes f in it. A module whose body fails is taken out
// again, as CPython does.
func Load(t *Thread, f *syntax.File, name string) (*Module, error) {
	k := moduleCode(f)
	m := t.prepareModule(f, name, k.doc)
	if t.loading == nil {
		t.loading = make(map[string]bool)
	}
	t.loading[name] = true
	_, err := t.execute(k, m.Dict, nil)
	delete(t.loading, name)
	if name == "__main__" {
		if _, raised := err.(*Exception); raised || err == nil {
			if failed := t.finish(); err == nil {
				err = failed
			}
		}
	}
	if err != nil {
		if t.Modules[name] == m {
			delete(t.Modules, name)
		}
		return m, err
	}
	return m, nil
}

// usualNames is for how many names a module has room at once.
const usualNames = 24

func (t *Thread) prepareModule(f *syntax.File, name string, doc Value) *Module {
	m := NewModule(name)
	m.Dict.entries = append(make([]dictEntry, 0, usualNames), m.Dict.entries...)
	pkg := name
	if !isPackageFile(f.Source.Name) {
		pkg = parentPackage(name)
	} else {
		m.Set("__path__", NewList(Str(dirName(f.Source.Name))))
	}
	if doc == nil {
		doc = None
	}
	m.Set("__doc__", doc)
	if name == "__main__" {
		m.Set("__package__", None)
	} else {
		m.Set("__package__", Str(pkg))
	}
	m.Set("__loader__", None)
	m.Set("__spec__", None)
	m.Set("__file__", Str(f.Source.Name))
	if name == "__main__" {
		m.Set("__cached__", None)
	}
	m.Set("__builtins__", t.builtinsModule())
	t.setModule(name, m)
	return m
}

func (t *Thread) builtinsModule() Value {
	t.builtinsDict()
	return t.builtins
}

func isPackageFile(name string) bool { return baseName(name) == "__init__.py" }

func dirName(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return path[:i]
		}
	}
	return "."
}

func parentPackage(name string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			return name[:i]
		}
	}
	return ""
}

// Eval evaluates Python text as eval does, in the given namespaces.
func Eval(t *Thread, text string, globals *Dict, locals Value) (Value, error) {
	e, src, err := parseExpression(t, "<string>", text)
	if err != nil {
		return nil, err
	}
	return t.execute(expressionCode(src, e), globals, locals)
}

// Exec executes Python text as exec does.
func Exec(t *Thread, text string, globals *Dict, locals Value) error {
	f, err := parseText(t, "<string>", text)
	if err != nil {
		return err
	}
	_, err = t.execute(moduleCode(f), globals, locals)
	return err
}

// treeCost is how many bytes of tree a byte of source may make.
const treeCost = 40

func parseText(t *Thread, name, text string) (*syntax.File, error) {
	src, err := syntax.NewTextSource(name, text)
	if err != nil {
		return nil, SyntaxException(err)
	}
	var f *syntax.File
	if err := t.alloc(treeCost * len(text)); err != nil {
		return nil, err
	}
	if err := t.Apart(len(text), func() { f, err = syntax.Parse(src) }); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, SyntaxException(err)
	}
	return f, nil
}

// parseExpression parses text that must be one expression.
func parseExpression(t *Thread, name, text string) (syntax.Expr, *syntax.Source, error) {
	for len(text) > 0 && (text[0] == ' ' || text[0] == '\t') {
		text = text[1:]
	}
	f, err := parseText(t, name, text)
	if err != nil {
		return nil, nil, err
	}
	if len(f.Body) == 1 {
		if e, ok := f.Body[0].(*syntax.ExprStmt); ok {
			return e.Value, f.Source, nil
		}
	}
	at := f.Span()
	if len(f.Body) > 0 {
		at = f.Body[0].Span()
	}
	err = SyntaxException(syntax.ErrorList{{Kind: "SyntaxError", Msg: "invalid syntax", At: at}})
	if len(f.Body) == 0 {
		stateOf(err.(*Exception).Value).Data.(map[string]Value)["lineno"] = Int(0)
	}
	return nil, nil, err
}
