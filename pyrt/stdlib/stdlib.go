package stdlib

import (
	"embed"
	"io/fs"
	"path"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

//go:embed all:prelude
var prelude embed.FS

// goModules are the modules written in Go; those with an underscore are the
// Go half of a module whose other half is Python.
func goModules() map[string]func(*pyrt.Thread) *pyrt.Module {
	return map[string]func(*pyrt.Thread) *pyrt.Module{
		"_sre": sreModule, "_sys": sysModule, "_json": jsonModule, "_string": stringModule, "_time": clockModule, "_typing": typingModule,
		"_struct": structModule, "_html": htmlModule, "_io": filesModule,
		"string.templatelib": templatelibModule, "math": mathModule, "cmath": cmathModule, "unicodedata": unicodedataModule,
	}
}

// Import finds a module of the standard library and runs it if it is written
// in Python; nil, nil when the library has no module of that name.
func Import(t *pyrt.Thread, name string) (*pyrt.Module, error) {
	if make, ok := goModules()[name]; ok {
		return make(t), nil
	}
	if make, ok := dataModules()[name]; ok {
		return make(t), nil
	}
	file := preludeFile(name)
	if file == "" {
		if why, ok := inertModules[name]; ok {
			return inertModule(name, why), nil
		}
		return nil, nil
	}
	text, err := fs.ReadFile(prelude, file)
	if err != nil {
		return nil, err
	}
	folder := "<stdlib>/"
	if isBuiltIn(name) {
		folder = pyrt.HiddenFolder
	}
	src, err := syntax.NewSource(folder+strings.TrimPrefix(file, "prelude/"), text)
	if err != nil {
		return nil, err
	}
	return pyrt.LoadOutline(t, src, name, nil)
}

// isBuiltIn tells whether CPython has all or most of a module in C, where
// functions have no frames; of asyncio's loop none are shown either. os is Python there: what its environ lacks is raised in it.
func isBuiltIn(name string) bool {
	if rest, ok := strings.CutPrefix(name, "asyncio."); ok {
		return rest != "streams" && rest != "exceptions"
	}
	switch name {
	case "array", "atexit", "binascii", "bisect", "collections", "contextvars", "datetime", "decimal", "errno", "functools", "gc", "hashlib",
		"heapq", "io", "marshal", "operator", "struct", "sys", "time", "weakref", "zlib":
		return true
	}
	return false
}

// preludeFile gives the embedded file of a module, "" if there is none.
func preludeFile(name string) string {
	base := path.Join("prelude", strings.ReplaceAll(name, ".", "/"))
	for _, f := range []string{base + ".py", path.Join(base, "__init__.py")} {
		if _, err := fs.Stat(prelude, f); err == nil {
			return f
		}
	}
	return ""
}
