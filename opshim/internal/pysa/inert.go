package pysa

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/mrt-tools/mrt/pyrt"
)

// An UnsupportedError is the use of something of SQLAlchemy that this package
// does not implement. Python code cannot catch it.
type UnsupportedError struct {
	// Name is what was used, such as "sqlalchemy.ext.baked.bakery".
	Name string
}

// Error says so in one sentence.
func (e *UnsupportedError) Error() string {
	return fmt.Sprintf("%s is not supported by mrt's SQLAlchemy", e.Name)
}

// unsupported makes the error for a feature.
func unsupported(format string, a ...any) error {
	return &UnsupportedError{Name: fmt.Sprintf(format, a...)}
}

// inertObject stands for an object that is not implemented: it can be imported
// and passed around, and fails when it is used.
type inertObject struct {
	name  string
	class *pyrt.Type
}

// Type is a class of the object's own.
func (o *inertObject) Type() *pyrt.Type { return o.class }

// Attr fails for everything but dunder names.
func (o *inertObject) Attr(_ *pyrt.Thread, name string) (pyrt.Value, error) {
	if strings.HasPrefix(name, "__") {
		return nil, nil
	}
	return nil, unsupported("%s", o.name+"."+name)
}

// Call fails.
func (o *inertObject) Call(*pyrt.Thread, pyrt.Args) (pyrt.Value, error) {
	return nil, unsupported("%s", o.name+"()")
}

// Repr names the object.
func (o *inertObject) Repr(*pyrt.Thread) (string, error) {
	return "<unsupported " + o.name + ">", nil
}

// inert makes the stand-in for a key: a class whose instances cannot be made
// for names that look like classes, else an object.
func (l *Library) inert(key string) pyrt.Value {
	name := "sqlalchemy." + key
	last := key[strings.LastIndexByte(key, '.')+1:]
	if public := strings.TrimLeft(last, "_"); public != "" && unicode.IsUpper(rune(public[0])) {
		return pyrt.NewClass(pyrt.ClassSpec{Name: last, Module: strings.TrimSuffix(name, "."+last),
			New: func(*pyrt.Thread, *pyrt.Type, pyrt.Args) (pyrt.Value, error) {
				return nil, unsupported("%s", name)
			}})
	}
	return &inertObject{name: name, class: pyrt.NewClass(pyrt.ClassSpec{Name: last, Module: "sqlalchemy"})}
}
