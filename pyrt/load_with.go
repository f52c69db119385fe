package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

// LoadOptions say how LoadWith makes a module.
type LoadOptions struct {
	// Path is __file__, and tells a package by its name __init__.py; "" takes
	// the name of the source, which may be one that is made for messages.
	Path string
	// Prepare may define names before the body runs; nil does not.
	Prepare func(*Module)
	// Lazy evaluates the body name by name, as [LoadLazy] does.
	Lazy bool
	// Around is called before each statement that Lazy runs, and what it
	// returns afterwards; nil does nothing.
	Around func() (done func())
}

// LoadWith is [Load] with a say in how the module begins. A module whose body
// fails is returned as far as it got, beside the error.
func LoadWith(t *Thread, f *syntax.File, name string, o LoadOptions) (*Module, error) {
	var m *Module
	if o.Lazy {
		m = LoadLazy(t, f, name)
		m.Dict.lazy.around = o.Around
	} else {
		m = t.prepareModule(f, name, t.moduleCode(f).doc)
	}
	if o.Path != "" {
		m.Set("__file__", Str(o.Path))
		if isPackageFile(o.Path) {
			m.Set("__path__", NewList(Str(dirName(o.Path))))
			m.Set("__package__", Str(name))
		}
	}
	if o.Prepare != nil {
		o.Prepare(m)
	}
	if o.Lazy {
		return m, nil
	}
	if _, err := t.execute(t.moduleCode(f), m.Dict, nil); err != nil {
		if t.Modules[name] == m {
			delete(t.Modules, name)
		}
		return m, err
	}
	return m, nil
}

// moduleCode is the code of a file; that of the last one is kept, because the
// same file is often executed several times in a row.
func (t *Thread) moduleCode(f *syntax.File) *code {
	if t.lastFile != f {
		t.lastFile, t.lastCode = f, moduleCode(f)
	}
	return t.lastCode
}
