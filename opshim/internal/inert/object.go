package inert

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A World is the inert objects of one run, and whether a migration is running.
type World struct {
	running bool
	class   *pyrt.Type
	meta    *pyrt.Type
	await   *pyrt.Type
	bases   map[string]*pyrt.Type  // by the name of what is missing
	origins map[*pyrt.Type]*Object // what a base stands for
	// Used are the packages that stood in for something while loading, in the
	// order in which they were missed.
	Used []string
	// Imported is where each of them was first imported.
	Imported map[string]syntax.Span
	// Stand gives what a running migration gets in place of something missing,
	// called or not; nil if it fails.
	Stand func(m *MissingPackage, called bool) pyrt.Value
	// Library tells whether a module is none of the project's.
	Library func(module string) bool
}

// NewWorld makes a world in which modules are being loaded.
func NewWorld() *World {
	w := &World{bases: map[string]*pyrt.Type{}, origins: map[*pyrt.Type]*Object{}, Imported: map[string]syntax.Span{}}
	w.class = pyrt.NewClass(pyrt.ClassSpec{Name: "MissingPackageObject", Module: "mrt", Members: w.members})
	return w
}

// Run switches to running a migration, until the returned function is called.
func (w *World) Run() (undo func()) {
	before := w.running
	w.running = true
	return func() { w.running = before }
}

// Loading switches back to loading modules, until the returned function is
// called: code at the top of a module may run while a migration does.
func (w *World) Loading() (undo func()) {
	before := w.running
	w.running = false
	return func() { w.running = before }
}

// A MissingPackage is the failure of a migration that uses a package which is
// not there. It passes through except clauses.
type MissingPackage struct {
	Package string
	Name    string      // what was used, such as "acme.models.User"
	At      syntax.Span // where it was imported
	Why     string      // why it is not there, if it is more than missing
}

// Error names the package and the line that imports it.
func (e *MissingPackage) Error() string {
	where := ""
	if e.At.Source != nil {
		where = fmt.Sprintf(", imported at %s:%s,", e.At.Source.Name, e.At.Source.Position(e.At.Start))
	}
	if e.Why != "" {
		return fmt.Sprintf("%s%s cannot be made (%s), and the migration uses it", e.Name, where, e.Why)
	}
	if e.Name == e.Package {
		return fmt.Sprintf("package %s%s is not there, and the migration uses it", e.Package, where)
	}
	return fmt.Sprintf("package %s%s is not there, and the migration uses %s", e.Package, where, e.Name)
}

// Remedy says what to do about it.
func (e *MissingPackage) Remedy() string {
	return "name the folder that holds the package under [python] path in mrt.toml, or one with a module that stands in for it"
}

// An Object is an inert object.
type Object struct {
	world *World
	pkg   string
	name  string
	at    syntax.Span
	why   string
}

// Make gives the object for a package, imported at a place.
func (w *World) Make(pkg string, at syntax.Span) *Object {
	return &Object{world: w, pkg: pkg, name: pkg, at: at}
}

// Module gives a module for a package that is not there; its attributes are
// inert.
func (w *World) Module(name, pkg string, at syntax.Span) *pyrt.Module {
	w.Used = appendNew(w.Used, pkg)
	if _, ok := w.Imported[pkg]; !ok {
		w.Imported[pkg] = at
	}
	m := pyrt.NewModule(name)
	m.Set("__path__", pyrt.NewList())
	m.Set("__package__", pyrt.Str(name))
	m.Set("__file__", pyrt.Str(name))
	m.Lazy = w.Attributes(name, pkg, "", at)
	return m
}

// Attributes gives the attributes of a module that is not there, or, with why,
// of one that cannot be executed.
func (w *World) Attributes(name, pkg, why string, at syntax.Span) func(*pyrt.Thread, string) (pyrt.Value, error) {
	root := &Object{world: w, pkg: pkg, name: name, at: at, why: why}
	return func(_ *pyrt.Thread, attr string) (pyrt.Value, error) {
		if dunder(attr) {
			return nil, nil
		}
		return root.child("." + attr), nil
	}
}

func appendNew(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

// Is tells whether v stands for something missing.
func Is(v pyrt.Value) bool {
	switch v := v.(type) {
	case *Object:
		return true
	case *pyrt.Object:
		return v.Class.Meta != nil && v.Class.Meta.Name == metaName
	case *pyrt.Type:
		return v.Meta != nil && v.Meta.Name == metaName
	}
	return false
}

// MissingOf is what is missing where v stands for it, nil if it stands for nothing.
func (w *World) MissingOf(v pyrt.Value) *MissingPackage {
	class := v.Type()
	switch v := v.(type) {
	case *Object:
		return v.missing()
	case *pyrt.Type:
		class = v
	}
	for _, k := range class.MRO {
		if o := w.origins[k]; o != nil {
			return o.missing()
		}
	}
	return nil
}

func dunder(name string) bool {
	return len(name) > 4 && name[:2] == "__" && name[len(name)-2:] == "__"
}

func (o *Object) child(suffix string) *Object {
	return &Object{world: o.world, pkg: o.pkg, name: o.name + suffix, at: o.at, why: o.why}
}

// use gives the result of anything that is done with the object, or the
// failure if a migration is running.
func (o *Object) use(suffix string) (pyrt.Value, error) {
	if o.world.running {
		if v := o.stand(false); v != nil {
			return v, nil
		}
		return nil, o.Missing()
	}
	return o.child(suffix), nil
}

// stand is what a running migration gets in place of the object; nil if there
// is nothing.
func (o *Object) stand(called bool) pyrt.Value {
	if !o.world.running || o.world.Stand == nil {
		return nil
	}
	return o.world.Stand(o.missing(), called)
}

// Undetermined says why a running migration does not know the object.
func (o *Object) Undetermined() string {
	if o.world.running && o.world.Stand != nil {
		return o.missing().Error()
	}
	return ""
}

// Use is the failure of using the object as a value, nil while loading.
func (o *Object) Use() error { return o.check() }

func (o *Object) check() error {
	if o.world.running && o.stand(false) == nil {
		return o.Missing()
	}
	return nil
}

// Missing is the failure of a migration that cannot do without the object.
func (o *Object) Missing() error { return o.missing() }

func (o *Object) missing() *MissingPackage {
	return &MissingPackage{Package: o.pkg, Name: o.name, At: o.at, Why: o.why}
}

// Type implements [pyrt.Value].
func (o *Object) Type() *pyrt.Type { return o.world.class }

// Attr implements [pyrt.Attributed].
func (o *Object) Attr(t *pyrt.Thread, name string) (pyrt.Value, error) {
	switch name {
	case "__mro_entries__":
		return pyrt.NewBuiltin("__mro_entries__(bases)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			others, err := pyrt.Collect(t, a[0])
			if err != nil {
				return nil, err
			}
			for _, b := range others {
				// A mixin that is not there next to a class with a metaclass, such as
				// a declarative base: the class is made without it.
				if c, ok := b.(*pyrt.Type); ok && c.Meta != nil && c.Meta != pyrt.TypeType && c.Meta.Name != metaName {
					return pyrt.NewTuple(), nil
				}
			}
			return pyrt.NewTuple(o.world.baseClass(o)), nil
		}), nil
	case "__name__", "__qualname__", "__module__":
		return pyrt.Str(o.name), nil
	case "__doc__":
		return pyrt.None, nil
	}
	if dunder(name) {
		return nil, nil
	}
	return o.child("." + name), nil
}

// SetAttr implements [pyrt.AttributeSetter]: the value is dropped.
func (o *Object) SetAttr(*pyrt.Thread, string, pyrt.Value) error { return o.check() }

// Decorate implements [pyrt.Decorator]: what is decorated stays as it is.
func (o *Object) Decorate(_ *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) { return v, o.check() }

// Call implements [pyrt.Callable].
func (o *Object) Call(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
	if o.world.running && o.logs() {
		return pyrt.None, nil
	}
	if v := o.stand(true); v != nil {
		return v, nil
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	if strings.HasSuffix(o.name, ".run_sync") && len(args.Pos) > 0 {
		// A connection runs a function with itself, whoever made it.
		args.Pos = append([]pyrt.Value{args.Pos[0], o.child("()")}, args.Pos[1:]...)
		v, err := pyrt.Call(t, args.Pos[0], pyrt.Args{Pos: args.Pos[1:], Kw: args.Kw})
		return o.world.awaitable(v), err
	}
	return o.child("()"), nil
}

// logs tells whether a call of the object writes to a log: that has no effect
// on a migration, whoever's logger it is.
func (o *Object) logs() bool {
	_, method, _ := cutLast(o.name, ".")
	switch method {
	case "debug", "info", "warning", "warn", "error", "exception", "critical", "log":
		return true
	}
	return false
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// GetItem implements [pyrt.Indexed].
func (o *Object) GetItem(*pyrt.Thread, pyrt.Value) (pyrt.Value, error) { return o.use("[...]") }

// SetItem implements [pyrt.ItemSetter]: the value is dropped.
func (o *Object) SetItem(*pyrt.Thread, pyrt.Value, pyrt.Value) error { return o.check() }

// Contains implements [pyrt.Container].
func (o *Object) Contains(t *pyrt.Thread, item pyrt.Value) (bool, error) {
	if v := o.stand(false); v != nil {
		return pyrt.Contains(t, v, item)
	}
	return false, o.check()
}

// Operate implements [pyrt.Operand].
func (o *Object) Operate(t *pyrt.Thread, op pyrt.Operator, other pyrt.Value, reflected bool) (pyrt.Value, error) {
	if v, ok := o.stand(false).(pyrt.Operand); ok {
		return v.Operate(t, op, other, reflected)
	}
	switch op {
	case pyrt.OpEq:
		return pyrt.Bool(pyrt.Value(o) == other), o.check()
	case pyrt.OpNe:
		return pyrt.Bool(pyrt.Value(o) != other), o.check()
	case pyrt.OpLt, pyrt.OpLe, pyrt.OpGt, pyrt.OpGe:
		return pyrt.False, o.check()
	}
	return o.use("")
}

// Truth implements [pyrt.Truther].
func (o *Object) Truth(t *pyrt.Thread) (bool, error) {
	if v := o.stand(false); v != nil {
		return pyrt.Truth(t, v)
	}
	return true, o.check()
}

// Len implements [pyrt.Sized].
func (o *Object) Len(t *pyrt.Thread) (int, error) {
	if v, ok := o.stand(false).(pyrt.Sized); ok {
		return v.Len(t)
	}
	return 0, o.check()
}

// Hash implements [pyrt.Hashable].
func (o *Object) Hash(*pyrt.Thread) (int64, error) { return int64(len(o.name)), nil }

// Repr implements [pyrt.Described].
func (o *Object) Repr(*pyrt.Thread) (string, error) { return "<missing " + o.name + ">", o.check() }

// Iter implements [pyrt.Iterable]: there is nothing in it.
func (o *Object) Iter(t *pyrt.Thread) (pyrt.Iterator, error) {
	if v := o.stand(false); v != nil {
		return pyrt.Iter(t, v)
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	return &empty{o.world.class}, nil
}

// empty is an iterator over nothing.
type empty struct{ class *pyrt.Type }

// Type implements [pyrt.Value].
func (e *empty) Type() *pyrt.Type { return e.class }

// Next implements [pyrt.Iterator].
func (e *empty) Next(*pyrt.Thread) (pyrt.Value, error) { return nil, nil }
