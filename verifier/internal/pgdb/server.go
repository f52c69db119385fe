package pgdb

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
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
	cmd  *exec.Cmd
	out  *bytes.Buffer
	end  chan error
	lock *os.File
}

// folderPrefix begins the names of the folders of private servers.
const folderPrefix = "mrt_pg_"

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
	dir, err := os.MkdirTemp("", folderPrefix)
	if err != nil {
		return nil, err
	}
	s := &Server{dir: dir, out: &bytes.Buffer{}, end: make(chan error, 1)}
	if s.lock, err = hold(dir); err != nil {
		s.remove()
		return nil, err
	}
	attr, err := account(dir)
	if err != nil {
		s.remove()
		return nil, err
	}
	data := filepath.Join(dir, "data")
	initdb := exec.CommandContext(ctx, filepath.Join(bin, "initdb"), "-D", data, "-U", "postgres", "--no-sync", "-A", "trust", "--locale=C", "-E", "UTF8", "--no-instructions")
	initdb.SysProcAttr, initdb.Dir = attr, dir
	if text, err := initdb.CombinedOutput(); err != nil {
		s.remove()
		return nil, fmt.Errorf("initdb fails: %s", lastLine(text, err))
	}
	s.cmd = exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-F", "-k", dir, "-c", "listen_addresses=", "-c", "max_locks_per_transaction=4096",
		"-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "autovacuum=off", "-c", "shared_buffers=32MB", "-c", "max_connections=20", "-c", "wal_level=minimal", "-c", "max_wal_senders=0")
	s.cmd.SysProcAttr, s.cmd.Dir, s.cmd.Stdout, s.cmd.Stderr = attr, dir, s.out, s.out
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
		c, err := pgconn.Connect(ctx, s.URL("postgres"))
		if err == nil {
			return c.Close(ctx)
		}
		select {
		case err := <-s.end:
			s.end <- err
			return fmt.Errorf("the PostgreSQL server does not start: %s", lastLine(s.out.Bytes(), err))
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(25 * time.Millisecond):
		}
	}
	return errors.New("the PostgreSQL server does not answer within 10 seconds")
}

// URL is how to connect to a database of the server.
func (s *Server) URL(database string) string {
	return fmt.Sprintf("postgresql://postgres@/%s?host=%s", database, s.dir)
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
}

func (s *Server) remove() {
	if s.lock != nil {
		defer s.lock.Close()
	}
	if err := os.RemoveAll(s.dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		time.Sleep(50 * time.Millisecond)
		_ = os.RemoveAll(s.dir)
	}
}

func lastLine(text []byte, err error) string {
	lines := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
	if last := bytes.TrimSpace(lines[len(lines)-1]); len(last) > 0 {
		return string(last)
	}
	return fmt.Sprint(err)
}
