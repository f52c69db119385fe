package private

import (
	"os"
	"path/filepath"
	"strings"
)

// A Kind is what is particular to the servers of one database.
type Kind struct {
	Prefix   string   // begins the names of their folders
	Socket   string   // the socket's path within the folder
	Accounts []string // run the server where we are root: the first that there is
	Product  string   // for sentences
}

// mark is a file that such a folder holds: what has the name without it is
// somebody else's.
const mark = "scratch-of-mrt"

// maxSocket is how long the path of a socket may be: the systems allow 103 bytes
// at least.
const maxSocket = 103

// A Folder is the folder of a private server.
type Folder struct {
	Path string
	lock *os.File
}

// New makes a folder for a private server and locks it for as long as this
// process lives.
func (k *Kind) New() (*Folder, error) {
	var err error
	for range 10 {
		dir := ""
		if dir, err = os.MkdirTemp(k.base(), k.Prefix); err != nil {
			return nil, err
		}
		var lock *os.File
		if lock, err = hold(dir); err == nil {
			if err = os.WriteFile(filepath.Join(dir, mark), nil, 0o600); err == nil && same(dir, lock) {
				return &Folder{dir, lock}, nil
			}
			_ = lock.Close()
		}
		if _, there := os.Stat(dir); there == nil {
			_ = os.RemoveAll(dir)
			break
		} // else another run swept it before it was locked
	}
	return nil, err
}

func same(dir string, lock *os.File) bool {
	a, err := os.Stat(dir)
	if err != nil {
		return false
	}
	b, err := lock.Stat()
	return err == nil && os.SameFile(a, b)
}

// base is where such folders are made: the temporary folder, unless a socket
// cannot be there or another account cannot reach it.
func (k *Kind) base() string {
	base, err := filepath.Abs(os.TempDir())
	if err != nil || len(base)+len("/")+len(k.Prefix)+12+len(k.Socket) > maxSocket || strings.ContainsAny(base, ",\"'") || os.Getuid() == 0 && !reachable(base) {
		return "/tmp"
	}
	return base
}

// reachable reports whether every account can go through a folder.
func reachable(dir string) bool {
	for {
		info, err := os.Stat(dir)
		if err != nil || info.Mode().Perm()&1 == 0 {
			return false
		}
		up := filepath.Dir(dir)
		if up == dir {
			return true
		}
		dir = up
	}
}

// Sweep removes the folders that killed runs left behind; orphan first ends the
// server in one, if it still runs.
func (k *Kind) Sweep(orphan func(dir string)) {
	list, _ := filepath.Glob(filepath.Join(k.base(), k.Prefix+"*"))
	for _, dir := range list {
		if info, err := os.Lstat(dir); err != nil || !info.IsDir() {
			continue
		}
		lock, err := hold(dir)
		if err != nil {
			continue // in use, or another account's
		}
		if _, err := os.Stat(filepath.Join(dir, mark)); err != nil {
			_ = os.Remove(dir) // killed before the mark: still empty
			_ = lock.Close()
			continue
		}
		if locks {
			orphan(dir)
			(&Folder{dir, lock}).Remove()
		} else {
			_ = lock.Close()
		}
	}
}
