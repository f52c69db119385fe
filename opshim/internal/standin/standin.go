// Package standin holds small Python sources that stand for packages which
// migrations use and which are not there: enough of them for what a migration
// does at its top level and in upgrade(). It takes a module name and gives its
// source. A name that a source does not define stays what is missing; a module
// that is not here is refused, and the caller's to make inert.
package standin

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed all:modules
var modules embed.FS

// Source is the text of a module and its name in messages; ok is false if
// there is none. A package is a folder with __init__.py.
func Source(module string) (text []byte, name string, isPackage, ok bool) {
	path := "modules/" + strings.ReplaceAll(module, ".", "/")
	for _, file := range []string{path + "/__init__.py", path + ".py"} {
		text, err := fs.ReadFile(modules, file)
		if err == nil {
			return text, "<" + module + ">", file != path+".py", true
		}
	}
	return nil, "", false, false
}
