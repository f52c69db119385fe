package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A note is one annotation of a function, class or module.
type note struct {
	name string
	expr syntax.Expr
}

// annotateCode makes the code of __annotate__(format) for a list of
// annotations; Function.only tells which of them to evaluate (nil: all).
func (c *compiler) annotateCode(node syntax.Node, notes []note) (*code, []int) {
	s := c.unit.table.Annotates[node]
	k := c.newCode("__annotate__", c.nested("__annotate__"), s, nil, node.Span())
	k.sig.count()
	future := c.unit.future
	k.body = func(c *compiler) execFn {
		values := make([]evalFn, len(notes))
		for i, n := range notes {
			if future {
				text := Str(n.expr.Span().Text())
				values[i] = func(*frame) (Value, error) { return text, nil }
			} else {
				values[i] = c.expr(n.expr)
			}
		}
		return func(fr *frame) (signal, error) {
			d := NewDict()
			only := fr.fn.only
			for i, n := range notes {
				if only != nil && !only(i) {
					continue
				}
				if fr.fn.noteFormat == annotationText {
					d.SetStr(n.name, Str(annotationSource(n.expr)))
					continue
				}
				v, err := values[i](fr)
				if x, ok := err.(*Exception); ok && fr.fn.noteFormat == annotationForward && (x.IsA(NameError) || x.IsA(AttributeError)) {
					v, err = forwardRef(fr.t, n.expr.Span().Text())
				}
				if err != nil {
					return next, err
				}
				d.SetStr(n.name, v)
			}
			fr.ret = d
			return returned, nil
		}
	}
	return k, c.freeCells(s)
}

// annotationSource is an annotation as text; a string stands for itself.
func annotationSource(e syntax.Expr) string {
	if c, ok := e.(*syntax.Constant); ok {
		if s, ok := c.Value.(string); ok {
			return s
		}
	}
	return e.Span().Text()
}

// annotator makes the function __annotate__ in a frame.
func annotator(fr *frame, k *code, from []int, only func(int) bool) Value {
	f := &Function{Name: k.name, QualName: k.qualname, code: k, closure: fr.closure(from), globals: fr.globals, builtins: fr.builtins, only: only}
	b := NewBuiltin("__annotate__(format, /)", func(t *Thread, a []Value) (Value, error) {
		format, _ := AsInt(a[0])
		if format < 1 || format > annotationText {
			return nil, NewException(NotImplementedError)
		}
		g := *f
		g.noteFormat = format
		nf := t.newFrame(&g)
		return t.run(nf)
	})
	return b
}

// The formats of annotationlib that differ from values.
const (
	annotationForward = 3
	annotationText    = 4
)

// forwardRef makes typing.ForwardRef(text), which stands for an annotation
// with names that are not bound yet.
func forwardRef(t *Thread, text string) (Value, error) {
	m, err := ImportModule(t, "typing")
	if err != nil {
		return nil, err
	}
	return CallMethod(t, m, "ForwardRef", Str(text))
}

// functionAnnotations compiles the annotations of parameters and result.
func (c *compiler) functionAnnotations(node syntax.Node, d *syntax.FunctionDef) func(*frame) Value {
	var notes []note
	add := func(list ...*syntax.Arg) {
		for _, a := range list {
			if a != nil && a.Annotation != nil {
				notes = append(notes, note{c.scope.Mangle(a.Arg), a.Annotation})
			}
		}
	}
	add(d.Args.Posonlyargs...)
	add(d.Args.Args...)
	add(d.Args.Vararg)
	add(d.Args.Kwonlyargs...)
	add(d.Args.Kwarg)
	if d.Returns != nil {
		notes = append(notes, note{"return", d.Returns})
	}
	if len(notes) == 0 {
		return nil
	}
	k, from := c.annotateCode(node, notes)
	return func(fr *frame) Value { return annotator(fr, k, from, nil) }
}

// noteAnnotation remembers an annotated variable of the module or class whose
// body is being compiled.
func (c *compiler) noteAnnotation(name string, e syntax.Expr) int {
	c.code.notes = append(c.code.notes, note{c.scope.Mangle(name), e})
	return len(c.code.notes) - 1
}

// variableAnnotations gives the maker of __annotate__ for a class or module
// body, to be called in its frame after the body was compiled; nil when there
// are none.
func (c *compiler) variableAnnotations(node syntax.Node) func(*frame) Value {
	if len(c.code.notes) == 0 {
		return nil
	}
	k, from := c.annotateCode(node, c.code.notes)
	return func(fr *frame) Value {
		return annotator(fr, k, from, func(i int) bool {
			for _, j := range fr.annotated {
				if i == j {
					return true
				}
			}
			return false
		})
	}
}

// evaluate calls an __annotate__ function for values.
func evaluateAnnotations(t *Thread, annotate Value) (*Dict, error) {
	if annotate == nil || annotate == None {
		return NewDict(), nil
	}
	v, err := Call(t, annotate, Positional(Int(1)))
	if err != nil {
		return nil, err
	}
	d, ok := v.(*Dict)
	if !ok {
		return nil, Errorf(TypeError, "__annotate__ returned non-dict of type '%s'", v.Type().Name)
	}
	return d, nil
}

// typeAnnotations is type.__annotations__.
func typeAnnotations(t *Thread, self Value) (Value, error) {
	ns := self.(*Type).namespace()
	for _, name := range []string{"__annotations__", "__annotations_cache__"} {
		if v, ok := ns.GetStr(name); ok {
			return v, nil
		}
	}
	if self.(*Type).Immutable {
		return nil, noAttribute(self, "__annotations__")
	}
	a, err := typeAnnotate(t, self)
	if err != nil {
		return nil, err
	}
	d, err := evaluateAnnotations(t, a)
	if err != nil {
		return nil, err
	}
	self.(*Type).Set("__annotations_cache__", d)
	return d, nil
}

func setTypeAnnotations(_ *Thread, self, v Value) error {
	c := self.(*Type)
	if c.Immutable {
		return Errorf(TypeError, "cannot set '__annotations__' attribute of immutable type '%s'", c.Name)
	}
	if v == nil {
		c.namespace().DeleteStr("__annotations__")
		c.namespace().DeleteStr("__annotations_cache__")
		c.changed()
		return nil
	}
	c.Set("__annotations__", v)
	return nil
}

func typeAnnotate(_ *Thread, self Value) (Value, error) {
	ns := self.(*Type).namespace()
	for _, name := range []string{"__annotate__", "__annotate_func__"} {
		if v, ok := ns.GetStr(name); ok {
			return v, nil
		}
	}
	return None, nil
}
