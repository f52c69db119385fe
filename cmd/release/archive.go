package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A member is one file of an archive.
type member struct {
	name    string
	content []byte
	program bool // may be executed
}

func (m member) mode() int64 {
	if m.program {
		return 0o755
	}
	return 0o644
}

// tarball packs members in the order given, as root's and of one time.
func tarball(members []member, when time.Time) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	t := tar.NewWriter(z)
	for _, m := range members {
		h := &tar.Header{Name: m.name, Mode: m.mode(), Size: int64(len(m.content)), ModTime: when, Format: tar.FormatUSTAR, Uname: "root", Gname: "root"}
		if err := t.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := t.Write(m.content); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

// zipped packs members in the order given. ZIP's time cannot be before 1980.
func zipped(members []member, when time.Time) ([]byte, error) {
	if first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); when.Before(first) {
		when = first
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		h := &zip.FileHeader{Name: m.name, Method: zip.Deflate, Modified: when}
		h.SetMode(os.FileMode(m.mode()))
		w, err := z.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(m.content); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// archive is the plain download: a folder with the binary and its texts.
func (r *release) archive(t target, binary []byte) (string, []byte, error) {
	folder := fmt.Sprintf("mrt-%s-%s-%s", r.version, t.os, t.arch)
	members := []member{{folder + "/" + t.exe(), binary, true}}
	for _, name := range slices.Sorted(maps.Keys(r.docs)) {
		members = append(members, member{folder + "/" + name, r.docs[name], false})
	}
	if t.os == "windows" {
		content, err := zipped(members, r.when)
		return folder + ".zip", content, err
	}
	content, err := tarball(members, r.when)
	return folder + ".tar.gz", content, err
}

// checksums writes the SHA-256 of every file, in the form that `sha256sum -c` reads.
func (r *release) checksums() error {
	slices.Sort(r.built)
	var b strings.Builder
	for _, name := range r.built {
		sum, err := digest(filepath.Join(r.out, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%x  %s\n", sum, name)
	}
	return r.write("checksums.txt", []byte(b.String()))
}

// digest is the SHA-256 of a file.
func digest(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
}
