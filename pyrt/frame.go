package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/internal/resolve"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// state is what the evaluator keeps in a Thread.
type state struct {
	printing []Value
	ids      map[Value]int64
	free     []*frame // frames to use again
	handling int      // frames that are inside an except clause
	builtins *Module
	// maxDigits is sys.get_int_max_str_digits() once a program has set it.
	maxDigits int
	digitsSet bool
	// codecErrors are the error handlers that the program registered.
	codecErrors map[string]Value
	live        map[*Generator]struct{}
	// generators counts those made, to tell a fresh one.
	generators int64
	loading    map[string]bool
	stopped    stopped
	texts      [4]*knownText // the long texts that were looked into last
	lastFile   *syntax.File  // of lastCode
	lastCode   *code
}

// smallFrame is how many variables a frame holds without another allocation.
const smallFrame = 8

// A frame is one activation of a code object.
type frame struct {
	t        *Thread
	code     *code
	fn       *Function
	locals   []Value
	cells    []*Cell
	globals  *Dict
	builtins *Dict
	// names is the namespace of a class body or of exec'd code; nil where the
	// names of the body are the globals.
	names Value
	back  *frame
	ret   Value
	// pos is where the frame is: start and end offsets in the source.
	pos     position
	handled *Object // the exception that an except clause is handling
	gen     *Generator
	// annotated lists the variable annotations that were executed.
	annotated []int
	building  []Value // containers that comprehensions are filling
	kept      bool    // something refers to the frame: do not use it again
	small     [smallFrame]Value
}

// A position is a range of the source of the code: start<<32 | end.
type position uint64

func positionOf(s syntax.Span) position {
	return position(uint32(s.Start))<<32 | position(uint32(s.End))
}

func (fr *frame) span() syntax.Span {
	return syntax.Span{Source: fr.code.source(), Start: int32(fr.pos >> 32), End: int32(uint32(fr.pos))}
}

// A Cell holds a variable that functions share; Value nil: not bound yet.
type Cell struct{ Value Value }

// Type is cell.
func (*Cell) Type() *Type { return CellType }

// newFrame makes a frame for a call of f.
func (t *Thread) newFrame(f *Function) *frame {
	c := f.code
	var fr *frame
	if n := len(t.free); n > 0 {
		fr = t.free[n-1]
		t.free = t.free[:n-1]
	} else {
		fr = &frame{t: t}
	}
	fr.code, fr.fn, fr.globals, fr.builtins = c, f, f.globals, f.builtins
	if c.nslots <= smallFrame {
		fr.locals = fr.small[:c.nslots]
	} else {
		fr.locals = make([]Value, c.nslots)
	}
	if c.ncells > 0 {
		fr.makeCells(c.ncells, f.closure)
	}
	return fr
}

// makeCells gives the frame own fresh cells and the free ones.
func (fr *frame) makeCells(n int, free []*Cell) {
	own := n - len(free)
	fr.cells = make([]*Cell, n)
	for i := range own {
		fr.cells[i] = &Cell{}
	}
	copy(fr.cells[own:], free)
}

// release gives a finished frame back.
func (t *Thread) release(fr *frame) {
	if fr.kept || len(t.free) > 256 {
		return
	}
	if fr.code != nil && fr.code.nslots <= smallFrame {
		clear(fr.small[:fr.code.nslots])
	}
	if fr.cells != nil || fr.names != nil || fr.handled != nil || fr.gen != nil || fr.annotated != nil || fr.building != nil {
		fr.cells, fr.names, fr.handled, fr.gen, fr.annotated, fr.building = nil, nil, nil, nil, nil, nil
	}
	fr.code, fr.fn, fr.locals, fr.globals, fr.builtins, fr.back, fr.ret, fr.pos = nil, nil, nil, nil, nil, nil, nil, 0
	t.free = append(t.free, fr)
}

// fail enters the frame into the traceback of an exception that starts or
// arrives at its current position; other errors pass as they are.
func (fr *frame) fail(err error) error {
	if err == nil {
		return nil
	}
	e, ok := err.(*Exception)
	if !ok {
		fr.t.stopped.pass(fr)
		return err
	}
	if e.noted == fr {
		return err
	}
	e.noted = fr
	fr.kept = true
	st := stateOf(e.Value)
	if !fr.code.unit.hidden() {
		st.Traceback = &Traceback{Next: st.Traceback, Frame: Frame{Name: fr.code.name, At: fr.span()}, frame: fr}
	}
	if !e.linked {
		e.linked = true
		fr.t.link(e.Value)
	}
	return err
}

// link makes the exception being handled the context of a new one.
func (t *Thread) link(v *Object) {
	h := t.currentHandled()
	if h == nil || h == v {
		return
	}
	for o, n := h, 0; o != nil && n < 10_000; n++ { // no cycles
		st := stateOf(o)
		next, _ := st.Context.(*Object)
		if next == v {
			st.Context = nil
			break
		}
		o = next
	}
	stateOf(v).Context = h
}

// currentHandled is sys.exception(): the innermost exception being handled.
func (t *Thread) currentHandled() *Object {
	if t.handling == 0 {
		return nil
	}
	for fr := t.frame; fr != nil; fr = fr.back {
		if fr.handled != nil {
			return fr.handled
		}
	}
	return nil
}

// CurrentException gives sys.exception(); nil when none is being handled.
func (t *Thread) CurrentException() *Object { return t.currentHandled() }

// handle makes exc the exception being handled and returns the one before.
func (fr *frame) handle(exc *Object) *Object {
	old := fr.handled
	fr.handled = exc
	if old == nil && exc != nil {
		fr.t.handling++
	} else if old != nil && exc == nil {
		fr.t.handling--
	}
	return old
}

func stackOf(t *Thread) []Frame {
	var out []Frame
	for fr := t.frame; fr != nil; fr = fr.back {
		out = append(out, Frame{Name: fr.code.name, At: fr.span()})
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// callerModule gives __name__ of the globals of the running frame, or nil.
func (t *Thread) callerModule() Value {
	if t == nil || t.frame == nil {
		return nil
	}
	v, _ := t.frame.globals.GetStr("__name__")
	return v
}

// firstArg gives the first argument of the running function.
func (fr *frame) firstArg() Value {
	s := fr.code.scope
	if s == nil || s.Params == 0 {
		return nil
	}
	if v := fr.locals[0]; v != nil {
		return v
	}
	for _, cp := range s.CellParams {
		if cp.Slot == 0 {
			return fr.cells[cp.Cell].Value
		}
	}
	return nil
}

// classCell gives the cell of __class__.
func (fr *frame) classCell() *Cell {
	s := fr.code.scope
	if s == nil {
		return nil
	}
	r := s.Ref("__class__")
	if r.Place != resolve.Cell || r.Index < 0 {
		return nil
	}
	return fr.cells[r.Index]
}

// localVariables gives locals() of the frame.
func (fr *frame) localVariables() Value {
	if fr.names != nil {
		return fr.names
	}
	s := fr.code.scope
	if s == nil || s.Kind == resolve.Module {
		return fr.globals
	}
	d := NewDict()
	for i, name := range s.Slots {
		if v := fr.locals[i]; v != nil && name != ".0" {
			d.SetStr(name, v)
		}
	}
	for i, c := range fr.cells {
		name := ""
		if i < len(s.Cells) {
			name = s.Cells[i]
		} else {
			name = s.Free[i-len(s.Cells)]
		}
		if c.Value != nil && name != "__class__" && name != "__classdict__" {
			d.SetStr(name, c.Value)
		}
	}
	return d
}
