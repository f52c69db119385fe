package opshim

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"time"
)

// maxScratch bounds what scripts of one run may write.
const maxScratch = 64 << 20

// A scratchFS keeps the files that scripts write, in memory: a script that
// makes a folder or a file finds it again, and nothing reaches the disk. What
// was not written comes from base.
type scratchFS struct {
	base  fs.FS
	files map[string][]byte // nil: a folder
	size  int
	note  func(string)
}

// Open implements [fs.FS].
func (s *scratchFS) Open(name string) (fs.File, error) {
	if data, ok := s.files[name]; ok {
		return &scratchFile{name: path.Base(name), dir: data == nil, size: int64(len(data)), Reader: bytes.NewReader(data)}, nil
	}
	return s.base.Open(name)
}

// MakeDir makes one folder.
func (s *scratchFS) MakeDir(name string) error {
	if _, err := fs.Stat(s, name); err == nil {
		return &fs.PathError{Op: "mkdir", Path: name, Err: fs.ErrExist}
	}
	s.files[name] = nil
	s.note("a script makes the folder " + name + ", which stays in memory")
	return nil
}

// WriteFile replaces a file's contents.
func (s *scratchFS) WriteFile(name string, data []byte) error {
	if s.size += len(data); s.size > maxScratch {
		return &fs.PathError{Op: "write", Path: name, Err: errors.New("scripts write more than the limit allows")}
	}
	s.files[name] = append([]byte{}, data...)
	s.note("a script writes the file " + name + ", which stays in memory")
	return nil
}

// scratchFile is an open file or folder, and its [fs.FileInfo].
type scratchFile struct {
	*bytes.Reader
	name string
	dir  bool
	size int64
}

func (f *scratchFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *scratchFile) Close() error               { return nil }
func (f *scratchFile) Name() string               { return f.name }
func (f *scratchFile) Size() int64                { return f.size }
func (f *scratchFile) ModTime() time.Time         { return time.Time{} }
func (f *scratchFile) IsDir() bool                { return f.dir }
func (f *scratchFile) Sys() any                   { return nil }

func (f *scratchFile) Mode() fs.FileMode {
	if f.dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

// ReadDir implements [fs.ReadDirFile] for folders that scripts made: they list
// as empty, because only whole names are looked up here.
func (f *scratchFile) ReadDir(int) ([]fs.DirEntry, error) { return nil, nil }
