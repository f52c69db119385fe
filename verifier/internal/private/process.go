package private

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
)

// Launch starts the server from a thread that lives as long as it does, and
// returns where its end is told.
//
// Why: the signal on the parent's death follows the thread that forked, and the
// Go runtime ends threads when it likes.
func Launch(cmd *exec.Cmd) (chan error, error) {
	started, end := make(chan error), make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		if err := cmd.Start(); err != nil {
			started <- err
			return
		}
		started <- nil
		end <- cmd.Wait()
	}()
	return end, <-started
}

// Relaunch starts the server anew, so that it outlives this process, with its
// output in the file log of its folder, and returns where its end is told.
func Relaunch(cmd *exec.Cmd, attr *syscall.SysProcAttr, folder string) (chan error, error) {
	log, err := os.Create(filepath.Join(folder, "log"))
	if err != nil {
		return nil, err
	}
	defer log.Close()
	cmd.SysProcAttr, cmd.Stdout, cmd.Stderr = Detached(attr), log, log
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	end := make(chan error, 1)
	go func() { end <- cmd.Wait() }()
	return end, nil
}

// Telling is the line of a program's output that says what is wrong: what stands
// behind one of the words, else the last line, else the error.
func Telling(text []byte, err error, words ...string) string {
	lines := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
	for _, line := range lines {
		for _, word := range words {
			if _, rest, ok := bytes.Cut(line, []byte(word)); ok {
				return string(bytes.TrimSpace(rest))
			}
		}
	}
	if last := bytes.TrimSpace(lines[len(lines)-1]); len(last) > 0 {
		return string(last)
	}
	return fmt.Sprint(err)
}

// A Tail keeps the end of what is written to it.
type Tail struct {
	mu   sync.Mutex
	last []byte
}

// Write never fails.
func (t *Tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last = append(t.last, p...)
	if len(t.last) > 8<<10 {
		t.last = bytes.Clone(t.last[len(t.last)-4<<10:])
	}
	return len(p), nil
}

// Text is the end of what was written.
func (t *Tail) Text() []byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	return bytes.Clone(t.last)
}
