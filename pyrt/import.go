package pyrt

import "strings"

// ImportModule gives the module of a dotted name, importing it and the
// packages around it; the result is the innermost module.
func ImportModule(t *Thread, name string) (*Module, error) {
	if m, ok := t.Modules[name]; ok {
		return m, nil
	}
	t.builtinsDict()
	if err := t.enter(); err != nil {
		return nil, err
	}
	defer t.leave()
	parent := parentPackage(name)
	var pm *Module
	if parent != "" {
		var err error
		if pm, err = ImportModule(t, parent); err != nil {
			return nil, err
		}
		if m, ok := t.Modules[name]; ok { // the parent imported it
			return m, nil
		}
	}
	m, err := t.findModule(name)
	if err != nil {
		return nil, err
	}
	if m == nil {
		if m = submoduleOf(t, pm, name); m == nil {
			return nil, noModule(pm, parent, name)
		}
	}
	if _, ok := t.Modules[name]; !ok {
		t.setModule(name, m)
	}
	if pm != nil {
		pm.Dict.SetStr(name[len(parent)+1:], m)
	}
	return m, nil
}

// submoduleOf lets a package made in Go have its submodules as attributes.
func submoduleOf(t *Thread, pm *Module, name string) *Module {
	if pm == nil {
		return nil
	}
	v, err := moduleAttr(t, pm, name[strings.LastIndexByte(name, '.')+1:])
	if err != nil {
		return nil
	}
	m, _ := v.(*Module)
	return m
}

// findModule asks the standard library, then the Thread's own importer.
func (t *Thread) findModule(name string) (*Module, error) {
	if t.Stdlib != nil {
		if m, err := t.Stdlib(t, name); m != nil || err != nil {
			return m, err
		}
	}
	if t.Import != nil {
		return t.Import(t, name)
	}
	return nil, nil
}

func noModule(pm *Module, parent, name string) error {
	msg := "No module named '" + name + "'"
	if pm != nil {
		if _, ok := pm.Dict.GetStr("__path__"); !ok {
			msg += "; '" + parent + "' is not a package"
		}
	}
	e := NewException(ModuleNotFoundError, Str(msg))
	stateOf(e.Value).Name = Str(name)
	return e
}

// resolveRelative makes an absolute name of a relative one.
func resolveRelative(globals *Dict, name string, level int) (string, error) {
	if level == 0 {
		return name, nil
	}
	pkg := ""
	if v, ok := globals.GetStr("__package__"); ok && v != None {
		pkg, _ = AsStr(v)
	} else if v, ok := globals.GetStr("__name__"); ok {
		pkg, _ = AsStr(v)
		if _, isPackage := globals.GetStr("__path__"); !isPackage {
			pkg = parentPackage(pkg)
		}
	}
	if pkg == "" {
		return "", Errorf(ImportError, "attempted relative import with no known parent package")
	}
	for range level - 1 {
		if pkg = parentPackage(pkg); pkg == "" {
			return "", Errorf(ImportError, "attempted relative import beyond top-level package")
		}
	}
	if name == "" {
		return pkg, nil
	}
	return pkg + "." + name, nil
}

// importFrom gives module.name for a from import: an attribute, or a submodule.
func importFrom(t *Thread, m *Module, name string) (Value, error) {
	v, err := LookupAttr(t, m, name)
	if err != nil || v != nil {
		return v, err
	}
	modName := m.Name
	if n, ok := m.Dict.GetStr("__name__"); ok {
		modName, _ = AsStr(n)
	}
	full := modName + "." + name
	if sub, ok := t.Modules[full]; ok {
		return sub, nil
	}
	if _, isPackage := m.Dict.GetStr("__path__"); isPackage {
		sub, err := ImportModule(t, full)
		if err == nil {
			return sub, nil
		}
		if e, ok := err.(*Exception); !ok || !e.IsA(ModuleNotFoundError) || stateOf(e.Value).Name != Value(Str(full)) {
			return nil, err
		}
	}
	return nil, cannotImport(t, m, modName, name)
}

func cannotImport(t *Thread, m *Module, modName, name string) error {
	where := "unknown location"
	if f, ok := m.Dict.GetStr("__file__"); ok {
		where, _ = AsStr(f)
	}
	text := "cannot import name '" + name + "' from '" + modName + "' (" + where + ")"
	if t.loading[modName] {
		text = "cannot import name '" + name + "' from partially initialized module '" + modName + "' (most likely due to a circular import) (" + where + ")"
	}
	e := NewException(ImportError, Str(text))
	st := stateOf(e.Value)
	st.Name = Str(modName)
	st.Data = map[string]Value{"name_from": Str(name)}
	return e
}

// builtinImport is __import__(name, globals, locals, fromlist, level).
func builtinImport(t *Thread, a []Value) (Value, error) {
	name, ok := AsStr(a[0])
	if !ok {
		return nil, Errorf(TypeError, "module name must be a string")
	}
	level, _ := AsInt(a[4])
	globals := NewDict()
	if d, ok := a[1].(*Dict); ok {
		globals = d
	} else if t.frame != nil {
		globals = t.frame.globals
	}
	if level == 0 && name == "" {
		return nil, Errorf(ValueError, "Empty module name")
	}
	full, err := resolveRelative(globals, name, int(level))
	if err != nil {
		return nil, err
	}
	m, err := ImportModule(t, full)
	if err != nil {
		return nil, err
	}
	if from, err := Truth(t, a[3]); err != nil || from {
		return m, err
	}
	if level == 0 {
		top, _, _ := strings.Cut(name, ".")
		return ImportModule(t, top)
	}
	return m, nil
}
