package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

type frame struct{ code *code }
type code struct{}

func (*frame) firstArg() Value        { return nil }
func (*frame) classCell() *Cell       { return nil }
func (t *Thread) callerModule() Value { return nil }

// state is what the evaluator keeps in a Thread.
type state struct {
	printing []Value
	ids      map[Value]int64
}

// A Cell holds a variable that functions share.
type Cell struct{ Value Value }

func (*Cell) Type() *Type { return CellType }

// A Function is a function written in Python.
type Function struct {
	Name, QualName string
	Dict           *Dict
}

func (*Function) Type() *Type { return FunctionType }

func (f *Function) Call(t *Thread, args Args) (Value, error) {
	return nil, Errorf(SystemError, "functions are not supported yet")
}
func (f *Function) call1(t *Thread, a Value) (Value, error) { return f.Call(t, Positional(a)) }

type frameObject struct {
	frame *frame
	at    syntax.Span
}

func (*frameObject) Type() *Type { return FrameType }

type Generator struct{}

func (*Generator) Type() *Type { return GeneratorType }

func stackOf(*Thread) []Frame { return nil }
func Load(t *Thread, f *syntax.File, name string) (*Module, error) {
	return nil, Errorf(SystemError, "not supported yet: running code")
}
func ImportModule(t *Thread, name string) (*Module, error) {
	return nil, Errorf(SystemError, "not supported yet: imports")
}
func FormatException(err error) string                     { return err.Error() }
func typeAnnotations(_ *Thread, self Value) (Value, error) { return NewDict(), nil }
func setTypeAnnotations(_ *Thread, self, v Value) error    { return nil }
func typeAnnotate(_ *Thread, self Value) (Value, error)    { return None, nil }
func functionMembers() []Member                            { return nil }
func generatorMembers() []Member                           { return nil }
func coroutineMembers() []Member                           { return nil }
func asyncGeneratorMembers() []Member                      { return nil }
func codeMembers() []Member                                { return nil }
func frameMembers() []Member                               { return nil }
func cellMembers() []Member                                { return nil }
