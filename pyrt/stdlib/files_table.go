package stdlib

import (
	"io/fs"

	"github.com/mrt-tools/mrt/pyrt"
)

// filesModule is the Go half of io, os and pathlib: reading inside the
// project.
func filesModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_io")
	m.Define("read_file(name)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		if t.Files == nil {
			return nil, osError(pyrt.PermissionError, 13, "the sandbox does not allow reading files", name)
		}
		file, ok := fileName(name)
		if !ok {
			return nil, osError(pyrt.PermissionError, 13, "the sandbox does not allow reading outside the project", name)
		}
		info, err := fs.Stat(t.Files, file)
		if err != nil {
			return nil, fileError(err, name)
		}
		if info.IsDir() {
			return nil, osError(pyrt.IsADirectoryError, 21, "Is a directory", name)
		}
		if err := t.Alloc(info.Size(), 1); err != nil {
			return nil, err
		}
		data, err := fs.ReadFile(t.Files, file)
		if err != nil {
			return nil, fileError(err, name)
		}
		return pyrt.Bytes(data), nil
	})
	m.Define("stat(name)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		file, ok := fileName(name)
		if t.Files == nil || !ok {
			return pyrt.None, nil
		}
		info, err := fs.Stat(t.Files, file)
		if err != nil {
			return pyrt.None, nil
		}
		return pyrt.NewTuple(pyrt.Bool(info.IsDir()), pyrt.Int(info.Size())), nil
	})
	m.Define("list(name)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		file, ok := fileName(name)
		if t.Files == nil || !ok {
			return nil, osError(pyrt.FileNotFoundError, 2, "No such file or directory", name)
		}
		entries, err := fs.ReadDir(t.Files, file)
		if err != nil {
			return nil, fileError(err, name)
		}
		out := pyrt.NewList()
		for _, e := range entries {
			out.Elems = append(out.Elems, pyrt.NewTuple(pyrt.Str(e.Name()), pyrt.Bool(e.IsDir())))
		}
		return out, nil
	})
	m.Define("write_file(name, data)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		w, file, err := writable(t, name)
		if err != nil {
			return nil, err
		}
		data, _ := pyrt.Underlying(a[1]).(pyrt.Bytes)
		if err := t.Alloc(int64(len(data)), 1); err != nil {
			return nil, err
		}
		return pyrt.None, fileError(w.WriteFile(file, []byte(data)), name)
	})
	m.Define("make_dir(name)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		w, file, err := writable(t, name)
		if err != nil {
			return nil, err
		}
		return pyrt.None, fileError(w.MakeDir(file), name)
	})
	m.Define("environ()", func(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
		d := pyrt.NewDict()
		for _, k := range sortedKeys(t.Env) {
			d.SetStr(k, pyrt.Str(t.Env[k]))
		}
		return d, nil
	})
	return m
}
