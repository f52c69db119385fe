package resolve

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Kind says what a scope belongs to.
type Kind uint8

// The kinds of scopes.
const (
	Module Kind = iota
	Class
	Function   // def, lambda, generator expression
	Lazy       // an annotation, alias value or bound: a function run on demand
	Inline     // list, set and dict comprehension
	TypeParams // the scope around a generic def, class or type statement
)

// A Place says where the value of a name lives.
type Place uint8

// The places.
const (
	// Global: the module's namespace, then the built-ins.
	Global Place = iota
	// Name: the namespace of the class or module body, then as Global.
	Name
	// Slot: a local variable, Ref.Index in the frame's slots.
	Slot
	// Cell: a variable shared with other functions, Ref.Index in the frame's
	// cells (own cells first, then the free ones).
	Cell
	// NameOrCell: the namespace of the class body, then the cell.
	NameOrCell
	// ClassOrGlobal: in a Lazy scope of a class, the namespace in the cell
	// Ref.Class, then as Global.
	ClassOrGlobal
	// ClassOrCell: the namespace in the cell Ref.Class, then cell Ref.Index.
	ClassOrCell
)

// A Ref tells where a name lives.
type Ref struct {
	Place        Place
	Index, Class int
}

// A Scope is one scope of a file.
type Scope struct {
	Kind   Kind
	Parent *Scope
	// Owner is the scope whose frame holds the variables: the scope itself, or
	// for Inline and TypeParams the next one outwards that has a frame.
	Owner *Scope
	// Private is the name of the class around, for mangling.
	Private string
	// Slots, Cells and Free name the variables of an owner's frame.
	Slots, Cells, Free []string
	// CellParams are parameters that live in cells: slot → cell.
	CellParams []CellParam
	// Params counts the parameters, which take the first slots.
	Params int
	// Generator and Coroutine tell what calling the function makes.
	Generator, Async bool

	order    []*symbol          // in the order in which the scope names them
	symbols  map[string]*symbol // of a scope with many
	room     []symbol           // for the next ones
	children []*Scope
}

// A CellParam is a parameter that other functions share.
type CellParam struct{ Slot, Cell int }

// A symbol is one name in one scope.
type symbol struct {
	name                           string
	param, bound, global, nonlocal bool
	used                           bool
	captured                       bool // lives in a cell
	slot, cell, free               int  // -1: none
	binder                         *Scope
}

// A Table holds the scopes of one file.
type Table struct {
	Module *Scope
	// Scopes has the scope of each FunctionDef, AsyncFunctionDef, Lambda,
	// GeneratorExp, ClassDef and comprehension, and of each lazily evaluated
	// expression (bound, default or alias value).
	Scopes map[syntax.Node]*Scope
	// Params has the TypeParams scope of generic definitions.
	Params map[syntax.Node]*Scope
	// Annotates has the Lazy scope of the annotations of a function, class or
	// file; absent when there are none.
	Annotates map[syntax.Node]*Scope
}

// Mangle gives the name under which a class keeps a private name.
func (s *Scope) Mangle(name string) string {
	if s.Private == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class := strings.TrimLeft(s.Private, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}

// fewSymbols are found faster one by one than in a map, which most scopes can do
// without.
const fewSymbols = 16

// find gives the symbol of a name, nil if the scope does not name it.
func (s *Scope) find(name string) *symbol {
	if s.symbols != nil {
		return s.symbols[name]
	}
	for _, y := range s.order {
		if y.name == name {
			return y
		}
	}
	return nil
}

// symbol is find that makes it.
func (s *Scope) symbol(name string) *symbol {
	if y := s.find(name); y != nil {
		return y
	}
	if len(s.room) == 0 {
		s.room = make([]symbol, max(len(s.order), 4))
	}
	y := &s.room[0]
	s.room = s.room[1:]
	*y = symbol{name: name, slot: -1, cell: -1, free: -1}
	s.order = append(s.order, y)
	switch {
	case s.symbols != nil:
		s.symbols[name] = y
	case len(s.order) > fewSymbols:
		s.symbols = make(map[string]*symbol, 2*len(s.order))
		for _, y := range s.order {
			s.symbols[y.name] = y
		}
	}
	return y
}

// frameLike tells whether variables of the scope are slots or cells.
func (s *Scope) frameLike() bool { return s.Kind != Module && s.Kind != Class }

// Ref tells where a name that the scope uses lives; name is mangled already.
func (s *Scope) Ref(name string) Ref {
	y := s.find(name)
	if y == nil || y.global {
		return Ref{Place: Global}
	}
	if y.bound && !y.nonlocal {
		switch {
		case s.Kind == Module || s.Kind == Class:
			return Ref{Place: Name}
		case y.captured:
			return Ref{Place: Cell, Index: y.cell}
		}
		return Ref{Place: Slot, Index: y.slot}
	}
	return s.refOutside(y)
}

func (s *Scope) refOutside(y *symbol) Ref {
	class := s.classAround()
	sees := class != nil && class.find(y.name) != nil && class.find(y.name).bound && !class.find(y.name).global
	if y.binder == nil {
		switch {
		case s.Kind == Module || s.Kind == Class:
			return Ref{Place: Name}
		case sees && s.Kind == Lazy:
			return Ref{Place: ClassOrGlobal, Class: s.cellIndex("__classdict__")}
		case sees, s.Kind == Inline && s.Owner.Kind == Module:
			return Ref{Place: Name}
		}
		return Ref{Place: Global}
	}
	var r Ref
	if y.binder.Owner == s.Owner && y.binder != s {
		r = y.binder.Ref(y.name)
	} else {
		r = Ref{Place: Cell, Index: s.Owner.cellIndex(y.name)}
	}
	switch {
	case s.Kind == Class && r.Place == Cell && !y.nonlocal:
		r.Place = NameOrCell
	case sees && s.Kind == Lazy && r.Place == Cell:
		r.Place, r.Class = ClassOrCell, s.cellIndex("__classdict__")
	}
	return r
}

// classAround gives the class whose names an annotation scope sees: the one
// directly around it, type parameters in between not counted.
func (s *Scope) classAround() *Scope {
	if s.Kind != Lazy && s.Kind != TypeParams {
		return nil
	}
	p := s.Parent
	for p != nil && p.Kind == TypeParams {
		p = p.Parent
	}
	if p != nil && p.Kind == Class {
		return p
	}
	return nil
}

// cellIndex gives the position of a cell, own or free, in the owner's frame.
func (s *Scope) cellIndex(name string) int {
	y := s.find(name)
	if y == nil {
		return -1
	}
	if y.free >= 0 {
		return len(s.Owner.Cells) + y.free
	}
	return y.cell
}

// ClosureRef gives the cell of the frame of s from which a function defined in
// s takes its free variable name.
func (s *Scope) ClosureRef(name string) int {
	for p := s; p != nil; p = p.Parent {
		if y := p.find(name); y != nil {
			if y.captured {
				return y.cell
			}
			if y.free >= 0 {
				return len(p.Owner.Cells) + y.free
			}
		}
		if p.Owner == p {
			break
		}
	}
	return -1
}

// ClassCell gives the cell of the class body that holds name (__class__ or
// __classdict__), -1 when no method needs it.
func (s *Scope) ClassCell(name string) int {
	if y := s.find(name); y != nil && y.captured {
		return y.cell
	}
	return -1
}

// OwnCells lists the cells of an inline scope: fresh ones are made each time
// it is entered.
func (s *Scope) OwnCells() []int {
	var out []int
	for _, y := range s.order {
		if y.captured && y.bound {
			out = append(out, y.cell)
		}
	}
	return out
}

// OwnSlots lists the slots of an inline scope.
func (s *Scope) OwnSlots() []int {
	var out []int
	for _, y := range s.order {
		if y.bound && !y.captured && y.slot >= 0 {
			out = append(out, y.slot)
		}
	}
	return out
}

// BoundNames lists the names that the scope itself binds, in order.
func (s *Scope) BoundNames() []string {
	var out []string
	for _, y := range s.order {
		if y.bound && !y.global && !y.nonlocal {
			out = append(out, y.name)
		}
	}
	return out
}

// IsGlobal tells whether the scope declares name global.
func (s *Scope) IsGlobal(name string) bool {
	y := s.find(name)
	return y != nil && y.global
}
