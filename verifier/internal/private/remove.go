package private

import (
	"os"
	"path/filepath"
	"time"
)

// Remove removes the folder. Processes of a server that is dying may still write
// there: then it takes more than one try.
func (f *Folder) Remove() {
	defer f.lock.Close()
	for range 200 {
		// The mark goes last: without it, what is left would be nobody's.
		if f.empty() && os.RemoveAll(f.Path) == nil {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
}

// empty removes all but the mark.
func (f *Folder) empty() bool {
	list, err := os.ReadDir(f.Path)
	if err != nil {
		return os.IsNotExist(err)
	}
	done := true
	for _, e := range list {
		if e.Name() != mark {
			done = os.RemoveAll(filepath.Join(f.Path, e.Name())) == nil && done
		}
	}
	return done
}

// Keep renames the folder to one that is not swept.
func (f *Folder) Keep(path string) error {
	if err := os.Rename(f.Path, path); err != nil {
		return err
	}
	f.Path = path
	return nil
}

// Leave gives the folder up without removing it.
func (f *Folder) Leave() {
	_ = os.Remove(filepath.Join(f.Path, mark))
	_ = f.lock.Close()
}
