package stdlib

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// fileName maps a path of the program to a name in Thread.Files, whose root is
// the project's folder; ok is false outside it.
func fileName(p string) (string, bool) {
	clean := path.Clean("/" + strings.TrimPrefix(p, "/"))
	if strings.HasPrefix(path.Clean(p), "..") {
		return "", false
	}
	clean = strings.TrimPrefix(clean, "/")
	if clean == "" {
		clean = "."
	}
	return clean, true
}

func osError(c *pyrt.Type, errno int, text, name string) error {
	x, err := pyrt.Call(&pyrt.Thread{}, c, pyrt.Positional(pyrt.Int(errno), pyrt.Str(text), pyrt.Str(name)))
	if o, ok := x.(*pyrt.Object); ok && err == nil {
		return &pyrt.Exception{Value: o}
	}
	return pyrt.Errorf(c, "[Errno %d] %s: '%s'", errno, text, name)
}

// A writer is a file system of Thread.Files that takes what programs write, such
// as one that keeps it in memory. Without it nothing can be written.
type writer interface {
	WriteFile(name string, data []byte) error
	MakeDir(name string) error
}

func writable(t *pyrt.Thread, name string) (w writer, file string, err error) {
	w, ok := t.Files.(writer)
	if file, inside := fileName(name); ok && inside {
		return w, file, nil
	}
	return nil, "", osError(pyrt.PermissionError, 13, "the sandbox does not write files", name)
}

func fileError(err error, name string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return osError(pyrt.FileExistsError, 17, "File exists", name)
	}
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return osError(pyrt.FileNotFoundError, 2, "No such file or directory", name)
	}
	return osError(pyrt.PermissionError, 13, "the sandbox does not allow reading this file", name)
}
