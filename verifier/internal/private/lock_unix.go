//go:build unix

package private

import (
	"os"
	"syscall"
)

// locks: a killed run leaves a folder that nobody holds.
const locks = true

// hold locks a folder for as long as this process lives: the lock ends with the
// descriptor.
func hold(dir string) (*os.File, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// End sends a signal to a process that may be gone, and reports whether it was there.
func End(pid int, sig syscall.Signal) bool { return syscall.Kill(pid, sig) == nil }
