package pyrt

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A functionMaker makes function objects of one definition.
type functionMaker struct {
	code       *code
	defaults   []evalFn
	kwDefaults []keywordSite
	from       []int
	annotate   func(fr *frame) Value // nil: no annotations
}

func (m *functionMaker) make(fr *frame) (*Function, error) {
	f := &Function{Name: m.code.name, QualName: m.code.qualname, Doc: m.code.doc, code: m.code, globals: fr.globals, builtins: fr.builtins}
	if v, ok := fr.globals.GetStr("__name__"); ok {
		f.Module = v
	}
	if len(m.defaults) > 0 {
		f.defaults = make([]Value, len(m.defaults))
		for i, d := range m.defaults {
			v, err := d(fr)
			if err != nil {
				return nil, err
			}
			f.defaults[i] = v
		}
	}
	if len(m.kwDefaults) > 0 {
		f.kwDefaults = NewDict()
		for _, k := range m.kwDefaults {
			v, err := k.value(fr)
			if err != nil {
				return nil, err
			}
			f.kwDefaults.SetStr(k.name, v)
		}
	}
	f.closure = fr.closure(m.from)
	if m.annotate != nil {
		f.annotate = m.annotate(fr)
	}
	return f, nil
}

// defaultsOf compiles default values; they belong to the scope around, outer.
func (m *functionMaker) defaultsOf(outer *compiler, a *syntax.Arguments) {
	for _, d := range a.Defaults {
		m.defaults = append(m.defaults, outer.expr(d))
	}
	for i, d := range a.KwDefaults {
		if d != nil {
			m.kwDefaults = append(m.kwDefaults, keywordSite{name: outer.scope.Mangle(a.Kwonlyargs[i].Arg), value: outer.expr(d)})
		}
	}
}

func (c *compiler) lambda(e *syntax.Lambda) evalFn {
	s := c.scopeOf(e)
	k := c.newCode("<lambda>", c.nested("<lambda>"), s, e, e.At)
	k.setParams(e.Args)
	k.body = func(c *compiler) execFn {
		body := c.expr(e.Body)
		return func(fr *frame) (signal, error) {
			v, err := body(fr)
			fr.ret = v
			return returned, err
		}
	}
	m := &functionMaker{code: k, from: c.freeCells(s)}
	m.defaultsOf(c, e.Args)
	return func(fr *frame) (Value, error) {
		f, err := m.make(fr)
		if err != nil {
			return nil, err
		}
		return f, nil
	}
}

// functionDef compiles def and async def.
func (c *compiler) functionDef(node syntax.Node, d *syntax.FunctionDef) execFn {
	decorators := c.decorators(d.DecoratorList)
	store := c.storeName(d.Name)
	inner, enter := c, func(fr *frame) (Value, func(*frame), error) { return nil, nil, nil }
	if len(d.TypeParams) > 0 {
		inner, enter = c.typeParams(node, d.TypeParams)
	}
	s := c.unit.table.Scopes[node]
	k := inner.newCode(d.Name, c.nested(d.Name), s, node, d.At)
	k.setParams(d.Args)
	body := d.Body
	if doc, ok := docstring(body); ok {
		k.doc = doc
	}
	k.body = func(c *compiler) execFn {
		if k.flags == generatorCode && resumable(body) {
			k.resumes = true
			return c.resumableBlock(body)
		}
		return c.block(body)
	}
	m := &functionMaker{code: k, from: inner.freeCells(s)}
	m.defaultsOf(c, d.Args)
	m.annotate = inner.functionAnnotations(node, d)
	return func(fr *frame) (signal, error) {
		apply, err := decorators(fr)
		if err != nil {
			return next, err
		}
		params, leave, err := enter(fr)
		if err != nil {
			return next, err
		}
		f, err := m.make(fr)
		if leave != nil {
			leave(fr)
		}
		if err != nil {
			return next, err
		}
		f.TypeParams = params
		v, err := apply(fr, f)
		if err != nil {
			return next, err
		}
		return next, store(fr, v)
	}
}

// docstring gives the text of a leading string statement.
func docstring(body []syntax.Stmt) (Value, bool) {
	if len(body) == 0 {
		return nil, false
	}
	if e, ok := body[0].(*syntax.ExprStmt); ok {
		if k, ok := e.Value.(*syntax.Constant); ok {
			if s, ok := k.Value.(string); ok {
				return Str(cleanDoc(s)), true
			}
		}
	}
	return nil, false
}

// decorators compiles decorators: first all are evaluated, then they are
// applied from the last to the first.
func (c *compiler) decorators(list []syntax.Expr) func(*frame) (func(*frame, Value) (Value, error), error) {
	if len(list) == 0 {
		same := func(_ *frame, v Value) (Value, error) { return v, nil }
		return func(*frame) (func(*frame, Value) (Value, error), error) { return same, nil }
	}
	fs := make([]evalFn, len(list))
	positions := make([]position, len(list))
	for i, e := range list {
		fs[i], positions[i] = c.expr(e), positionOf(e.Span())
	}
	return func(fr *frame) (func(*frame, Value) (Value, error), error) {
		values := make([]Value, len(fs))
		for i, f := range fs {
			v, err := f(fr)
			if err != nil {
				return nil, err
			}
			values[i] = v
		}
		return func(fr *frame, v Value) (Value, error) {
			var err error
			for i := len(values) - 1; i >= 0; i-- {
				fr.pos = positions[i]
				if v, err = decorate(fr.t, values[i], v); err != nil {
					return nil, fr.fail(err)
				}
			}
			return v, nil
		}, nil
	}
}

// A Decorator is a value of Go's for which being written before a definition
// is not the same as being called with it.
type Decorator interface {
	Value
	Decorate(t *Thread, v Value) (Value, error)
}

func decorate(t *Thread, decorator, v Value) (Value, error) {
	if d, ok := decorator.(Decorator); ok {
		return d.Decorate(t, v)
	}
	return Call(t, decorator, Positional(v))
}

// cleanDoc takes the common indentation of all lines but the first out of a
// docstring, as the compiler does since 3.13.
func cleanDoc(s string) string {
	lines := docLines(s)
	margin := -1
	for i, l := range lines {
		if i == 0 {
			continue
		}
		n := 0
		for n < len(l) && l[n] == ' ' {
			n++
		}
		if n < len(l) && (margin < 0 || n < margin) {
			margin = n
		}
	}
	var out strings.Builder
	out.Grow(len(s))
	for i, l := range lines {
		if i == 0 {
			out.WriteString(strings.TrimLeft(l, " "))
			continue
		}
		for k := 0; k < margin && len(l) > 0 && l[0] == ' '; k++ {
			l = l[1:]
		}
		out.WriteByte('\n')
		out.WriteString(l)
	}
	return out.String()
}

func docLines(s string) []string {
	var out []string
	start := 0
	for i := range len(s) {
		if s[i] == '\n' {
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}
