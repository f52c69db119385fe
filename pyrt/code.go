package pyrt

import (
	"strings"
	"sync"

	"github.com/mrt-tools/mrt/pyrt/internal/resolve"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// An evalFn evaluates an expression, an execFn executes a statement. They are
// closures made once per code object.
type (
	evalFn  func(fr *frame) (Value, error)
	execFn  func(fr *frame) (signal, error)
	storeFn func(fr *frame, v Value) error
)

// A signal tells how a statement ended.
type signal uint8

const (
	next     signal = iota
	stop            // break
	again           // continue
	returned        // return; the value is in frame.ret
	yielded         // yield of a generator without a coroutine; the value is in Generator.out
)

// A unit is what one source compiles to: shared by its code objects.
type unit struct {
	file   *syntax.File
	table  *resolve.Table
	future bool
	// expression: the unit is a single expression, for eval.
	expression syntax.Expr
}

// HiddenFolder begins the name of a source whose functions stand for built-in
// ones: they leave no trace in a traceback.
const HiddenFolder = "<built-in>/"

func (u *unit) hidden() bool {
	return u.file != nil && u.file.Source != nil && strings.HasPrefix(u.file.Source.Name, HiddenFolder)
}

// A code is a function body, class body or module body, compiled when it
// first runs.
type code struct {
	name, qualname string
	unit           *unit
	scope          *resolve.Scope
	node           syntax.Node
	at             syntax.Span
	sig            Signature // parameters without defaults
	nslots, ncells int
	// plain: positional parameters only, none of them in a cell.
	plain bool
	flags codeFlags
	// resumes: a generator that needs no coroutine, but places for its
	// statements; known once it is compiled.
	resumes bool
	places  int
	doc     Value
	notes   []note // annotated variables of a module or class body

	once sync.Once
	body func(c *compiler) execFn
	run  execFn
}

type codeFlags uint8

const (
	generatorCode codeFlags = 1 << iota
	coroutineCode
)

// Type is code.
func (*code) Type() *Type { return CodeType }

func (c *code) source() *syntax.Source {
	if c.unit.file == nil {
		return c.at.Source
	}
	return c.unit.file.Source
}

// ready compiles the body.
func (c *code) ready() execFn {
	c.once.Do(c.compile)
	return c.run
}

func (c *code) compile() {
	c.run = c.body(&compiler{unit: c.unit, code: c, scope: c.scope})
}

// A compiler makes closures of the nodes of one code object.
type compiler struct {
	unit  *unit
	code  *code
	scope *resolve.Scope
}

// newCode makes a code object for a scope.
func (c *compiler) newCode(name, qualname string, s *resolve.Scope, node syntax.Node, at syntax.Span) *code {
	k := &code{name: name, qualname: qualname, unit: c.unit, scope: s, node: node, at: at,
		nslots: len(s.Slots), ncells: len(s.Cells) + len(s.Free)}
	if s.Generator {
		k.flags |= generatorCode
	}
	if s.Async {
		k.flags |= coroutineCode
	}
	return k
}

// setParams fills in the signature; slots are in this order.
func (k *code) setParams(a *syntax.Arguments) {
	add := func(p *syntax.Arg, kind ParamKind) {
		k.sig.Params = append(k.sig.Params, Param{Name: k.scope.Mangle(p.Arg), Kind: kind})
	}
	for _, p := range a.Posonlyargs {
		add(p, PositionalOnly)
	}
	for _, p := range a.Args {
		add(p, PositionalOrKeyword)
	}
	for _, p := range a.Kwonlyargs {
		add(p, KeywordOnly)
	}
	if a.Vararg != nil {
		add(a.Vararg, VarPositional)
	}
	if a.Kwarg != nil {
		add(a.Kwarg, VarKeyword)
	}
	k.sig.Func = k.qualname
	k.sig.count()
	k.plain = len(k.sig.Params) == k.sig.pos && len(k.scope.CellParams) == 0
}

// nested gives the qualified name of something defined in the current scope.
func (c *compiler) nested(name string) string {
	for s := c.scope; s != nil; s = s.Parent {
		switch s.Kind {
		case resolve.Function, resolve.Lazy:
			if c.isGlobal(name) {
				return name
			}
			return c.code.qualname + ".<locals>." + name
		case resolve.Class:
			if c.isGlobal(name) {
				return name
			}
			return c.code.qualname + "." + name
		case resolve.Module:
			return name
		}
	}
	return name
}

func (c *compiler) isGlobal(name string) bool { return c.scope.IsGlobal(c.scope.Mangle(name)) }

// freeCells lists where a function defined here takes its closure from.
func (c *compiler) freeCells(s *resolve.Scope) []int {
	out := make([]int, len(s.Free))
	for i, name := range s.Free {
		out[i] = c.scope.ClosureRef(name)
	}
	return out
}

// closure collects the cells for a new function.
func (fr *frame) closure(from []int) []*Cell {
	if len(from) == 0 {
		return nil
	}
	out := make([]*Cell, len(from))
	for i, j := range from {
		out[i] = fr.cells[j]
	}
	return out
}

// unsupported makes a closure for syntax that the evaluator does not know.
func unsupported(node syntax.Node) error {
	return &UnsupportedError{At: node.Span(), What: nodeName(node)}
}

// An UnsupportedError names syntax that the runtime cannot execute.
type UnsupportedError struct {
	At   syntax.Span
	What string
}

// Error tells where and what.
func (e *UnsupportedError) Error() string { return e.At.String() + ": not supported: " + e.What }
