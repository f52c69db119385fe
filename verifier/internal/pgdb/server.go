package pgdb

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// ErrNoServer is what Start returns where no server programs are found.
var ErrNoServer = errors.New("no PostgreSQL server: install its server programs (set MRT_PG_BIN to their folder), or give the URL of a server with --db")

// A Server is a private server: on a Unix socket in a temporary folder, without
// durability, gone with this process.
type Server struct {
	dir  string
	bin  string
	cmd  *exec.Cmd
	out  *tail
	end  chan error
	lock *os.File
}

// Programs finds the folder with initdb and postgres: MRT_PG_BIN, the PATH, the
// places where distributions put the newest version.
func Programs() (string, error) {
	if dir := os.Getenv("MRT_PG_BIN"); dir != "" {
		if _, err := os.Stat(filepath.Join(dir, "initdb")); err != nil {
			return "", fmt.Errorf("MRT_PG_BIN names %s, where there is no initdb: %w", dir, ErrNoServer)
		}
		return dir, nil
	}
	if p, err := exec.LookPath("postgres"); err == nil {
		if _, err := os.Stat(filepath.Join(filepath.Dir(p), "initdb")); err == nil {
			return filepath.Dir(p), nil
		}
	}
	var found []string
	for _, pattern := range []string{"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin", "/usr/local/pgsql/bin"} {
		list, _ := filepath.Glob(pattern)
		for _, dir := range list {
			if _, err := os.Stat(filepath.Join(dir, "initdb")); err == nil {
				found = append(found, dir)
			}
		}
	}
	if len(found) == 0 {
		return "", ErrNoServer
	}
	sort.Slice(found, func(i, j int) bool { return version(found[i]) < version(found[j]) })
	return found[len(found)-1], nil
}

// version is the number in a path.
func version(path string) int {
	n, in := 0, false
	for _, c := range path {
		if c >= '0' && c <= '9' {
			n, in = n*10+int(c-'0'), true
		} else if in {
			break
		}
	}
	return n
}

// Start makes and starts a private server.
func Start(ctx context.Context) (*Server, error) {
	bin, err := Programs()
	if err != nil {
		return nil, err
	}
	sweepFolders()
	s := &Server{bin: bin, out: &tail{}, end: make(chan error, 1)}
	if s.dir, s.lock, err = newFolder(); err != nil {
		return nil, fmt.Errorf("no folder for a private PostgreSQL server can be made: %w", err)
	}
	attr, err := account(s.dir)
	if err != nil {
		s.remove()
		return nil, err
	}
	initdb := exec.CommandContext(ctx, filepath.Join(bin, "initdb"), "-D", s.data(), "-U", "postgres", "--no-sync", "-A", "trust", "--locale=C", "-E", "UTF8", "--no-instructions")
	initdb.SysProcAttr, initdb.Dir = attr, s.dir
	if text, err := initdb.CombinedOutput(); err != nil {
		s.remove()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("initdb fails: %s", telling(text, err))
	}
	s.cmd = s.command(s.dir)
	s.cmd.SysProcAttr, s.cmd.Stdout, s.cmd.Stderr = attr, s.out, s.out
	if err := s.launch(); err != nil {
		s.remove()
		return nil, err
	}
	if err := s.wait(ctx); err != nil {
		s.Stop()
		return nil, err
	}
	return s, nil
}

func (s *Server) data() string { return filepath.Join(s.dir, "data") }

// command is the server program, on a socket in dir.
func (s *Server) command(dir string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, "postgres"), "-D", filepath.Join(dir, "data"), "-F", "-k", dir, "-c", "listen_addresses=", "-c", "max_locks_per_transaction=4096",
		"-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "autovacuum=off", "-c", "shared_buffers=32MB", "-c", "max_connections=20", "-c", "wal_level=minimal",
		"-c", "max_wal_senders=0", "-c", "log_min_messages=fatal")
	cmd.Dir = dir
	return cmd
}

// launch starts the server from a thread that lives as long as it does.
//
// Why: the signal on the parent's death follows the thread that forked, and the
// Go runtime ends threads when it likes.
func (s *Server) launch() error {
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		if err := s.cmd.Start(); err != nil {
			started <- err
			return
		}
		started <- nil
		s.end <- s.cmd.Wait()
	}()
	return <-started
}

func (s *Server) wait(ctx context.Context) error {
	for range 400 {
		c, err := pgconn.Connect(ctx, s.address().dsn("postgres"))
		if err == nil {
			return c.Close(ctx)
		}
		select {
		case err := <-s.end:
			s.end <- err
			return fmt.Errorf("the PostgreSQL server does not start: %s", telling(s.out.text(), err))
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(25 * time.Millisecond):
		}
	}
	return errors.New("the PostgreSQL server does not answer within 10 seconds")
}

// address is how to connect to the server.
func (s *Server) address() *address {
	return &address{user: "postgres", database: "postgres", hosts: []string{s.dir}, ports: []string{""}}
}

// leave starts the server anew, in a folder that is not swept and as a process
// that this one's end does not end. It returns the command that ends both.
func (s *Server) leave(ctx context.Context) (string, error) {
	_ = s.cmd.Process.Signal(os.Interrupt)
	<-s.end
	kept := filepath.Join(filepath.Dir(s.dir), "mrt_kept_"+strings.TrimPrefix(filepath.Base(s.dir), folderPrefix))
	if err := os.Rename(s.dir, kept); err != nil {
		return "", err
	}
	s.dir = kept
	log, err := os.Create(filepath.Join(kept, "log"))
	if err != nil {
		return "", err
	}
	defer log.Close()
	cmd := s.command(kept)
	cmd.SysProcAttr, cmd.Stdout, cmd.Stderr = detached(s.cmd.SysProcAttr), log, log
	if err := cmd.Start(); err != nil {
		return "", err
	}
	s.cmd, s.end = cmd, make(chan error, 1)
	go func() { s.end <- cmd.Wait() }()
	if err := s.wait(ctx); err != nil {
		return "", err
	}
	_ = os.Remove(filepath.Join(kept, folderMark))
	_ = s.lock.Close()
	return fmt.Sprintf("kill -QUIT %d && sleep 1 && rm -r %s", cmd.Process.Pid, kept), nil
}

// Stop stops the server and removes its folder.
func (s *Server) Stop() {
	if s.cmd != nil && s.cmd.Process != nil {
		_ = s.cmd.Process.Signal(syscall.SIGQUIT)
		select {
		case <-s.end:
		case <-time.After(5 * time.Second):
			_ = s.cmd.Process.Kill()
			<-s.end
		}
	}
	s.remove()
	sweepFolders()
}

// remove removes the folder. Processes of a server that is dying may still write
// there: then it takes more than one try.
func (s *Server) remove() {
	if s.lock != nil {
		defer s.lock.Close()
	}
	for range 200 {
		// The mark goes last: without it, what is left would be nobody's.
		if os.RemoveAll(s.data()) == nil && os.RemoveAll(s.dir) == nil {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
}

// telling is the line of a program's output that says what is wrong.
func telling(text []byte, err error) string {
	lines := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
	for _, line := range lines {
		for _, word := range []string{"error: ", "FATAL: ", "PANIC: "} {
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

// A tail keeps the end of what is written to it.
type tail struct {
	mu   sync.Mutex
	last []byte
}

// Write never fails.
func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last = append(t.last, p...)
	if len(t.last) > 8<<10 {
		t.last = bytes.Clone(t.last[len(t.last)-4<<10:])
	}
	return len(p), nil
}

func (t *tail) text() []byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	return bytes.Clone(t.last)
}

// answers reports whether somebody listens on the socket: then the number in the
// folder is that of a living server.
func (s *Server) answers() bool {
	c, err := net.Dial("unix", filepath.Join(s.dir, ".s.PGSQL.5432"))
	if err == nil {
		_ = c.Close()
	}
	return err == nil
}

// URL is how to connect to a database of the server.
func (s *Server) URL(database string) string { return s.address().url(database) }
