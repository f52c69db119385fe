//go:build unix

package pgdb

import (
	"os"
	"path/filepath"
	"syscall"
)

// hold locks a folder for as long as this process lives. The lock ends with the
// file's descriptor, so a killed run leaves a folder that nobody holds.
func hold(dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// sweepFolders removes the folders that killed runs left behind.
func sweepFolders() {
	list, _ := filepath.Glob(filepath.Join(os.TempDir(), folderPrefix+"*"))
	for _, dir := range list {
		if _, err := os.Stat(filepath.Join(dir, "lock")); err != nil {
			continue // being made, or not ours
		}
		if f, err := hold(dir); err == nil {
			_ = os.RemoveAll(dir)
			_ = f.Close()
		}
	}
}
