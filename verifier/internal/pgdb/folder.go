package pgdb

import (
	"os"
	"path/filepath"
	"strings"
)

// folderPrefix begins the names of the folders of private servers.
const folderPrefix = "mrt_pg_"

// folderMark is a file that such a folder holds: what has the name without it is
// somebody else's.
const folderMark = "scratch-of-mrt"

// maxSocketFolder is how long the path of a socket's folder may be: the systems
// allow 103 bytes at least for the whole path of the socket.
const maxSocketFolder = 103 - len("/.s.PGSQL.5432")

// newFolder makes a folder for a private server and locks it for as long as this
// process lives.
func newFolder() (string, *os.File, error) {
	var err error
	for range 10 {
		dir := ""
		if dir, err = os.MkdirTemp(folderBase(), folderPrefix); err != nil {
			return "", nil, err
		}
		var lock *os.File
		if lock, err = hold(dir); err == nil {
			if err = os.WriteFile(filepath.Join(dir, folderMark), nil, 0o600); err == nil && sameFolder(dir, lock) {
				return dir, lock, nil
			}
			_ = lock.Close()
		}
		if _, there := os.Stat(dir); there == nil {
			_ = os.RemoveAll(dir)
			break
		} // else another run swept it before it was locked
	}
	return "", nil, err
}

func sameFolder(dir string, lock *os.File) bool {
	a, err := os.Stat(dir)
	if err != nil {
		return false
	}
	b, err := lock.Stat()
	return err == nil && os.SameFile(a, b)
}

// folderBase is where such folders are made: the temporary folder, unless a
// socket cannot be there or another account cannot reach it.
func folderBase() string {
	base, err := filepath.Abs(os.TempDir())
	if err != nil || len(base)+len(folderPrefix)+12 > maxSocketFolder || strings.ContainsAny(base, ",\"'") || os.Getuid() == 0 && !reachable(base) {
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

// sweepFolders removes the folders that killed runs left behind, with the
// servers in them if they still run.
func sweepFolders() {
	list, _ := filepath.Glob(filepath.Join(folderBase(), folderPrefix+"*"))
	for _, dir := range list {
		if info, err := os.Lstat(dir); err != nil || !info.IsDir() {
			continue
		}
		lock, err := hold(dir)
		if err != nil {
			continue // in use, or another account's
		}
		if _, err := os.Stat(filepath.Join(dir, folderMark)); err == nil {
			(&Server{dir: dir, lock: lock}).orphan()
		} else {
			_ = os.Remove(dir) // killed before the mark: still empty
			_ = lock.Close()
		}
	}
}
