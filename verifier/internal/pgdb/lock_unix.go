//go:build unix

package pgdb

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// hold locks a folder for as long as this process lives. The lock ends with the
// descriptor, so a killed run leaves a folder that nobody holds.
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

// orphan ends a server whose mrt was killed and removes its folder. On Linux it
// is about to end by itself.
func (s *Server) orphan() {
	for range 200 {
		text, err := os.ReadFile(filepath.Join(s.data(), "postmaster.pid"))
		if err != nil {
			break
		}
		first, rest, _ := bytes.Cut(text, []byte("\n"))
		where, _, _ := bytes.Cut(rest, []byte("\n"))
		pid, err := strconv.Atoi(string(first))
		if err != nil || pid < 2 || string(where) != s.data() || syscall.Kill(pid, 0) != nil || !s.answers() {
			break
		}
		_ = syscall.Kill(pid, syscall.SIGQUIT)
		time.Sleep(25 * time.Millisecond)
	}
	s.remove()
}
