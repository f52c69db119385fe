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
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/mrt-tools/mrt/verifier/internal/private"
)

// ErrNoServer is what Start returns where no server programs are found.
var ErrNoServer = errors.New("no PostgreSQL server: install its server programs (set MRT_PG_BIN to their folder), or give the URL of a server with --db")

// A Server is a private server: on a Unix socket in a temporary folder, without
// durability, gone with this process.
type Server struct {
	dir    string
	bin    string
	cmd    *exec.Cmd
	out    *private.Tail
	end    chan error
	folder *private.Folder
}

// socket is the socket's path within the folder.
const socket = "/.s.PGSQL.5432"

// servers is what is particular to private servers of PostgreSQL.
func servers() *private.Kind {
	return &private.Kind{Prefix: "mrt_pg_", Socket: socket, Accounts: []string{"postgres", "nobody"}, Product: "PostgreSQL"}
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
	kind := servers()
	kind.Sweep(endOrphan)
	s := &Server{bin: bin, out: &private.Tail{}}
	if s.folder, err = kind.New(); err != nil {
		return nil, fmt.Errorf("no folder for a private PostgreSQL server can be made: %w", err)
	}
	s.dir = s.folder.Path
	attr, err := kind.Account(s.dir, syscall.SIGQUIT)
	if err != nil {
		s.folder.Remove()
		return nil, err
	}
	initdb := exec.CommandContext(ctx, filepath.Join(bin, "initdb"), "-D", s.data(), "-U", "postgres", "--no-sync", "-A", "trust", "--locale=C", "-E", "UTF8", "--no-instructions")
	initdb.SysProcAttr, initdb.Dir = attr, s.dir
	if text, err := initdb.CombinedOutput(); err != nil {
		s.folder.Remove()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("initdb fails: %s", private.Telling(text, err, complaints[:]...))
	}
	s.cmd = s.command(s.dir)
	s.cmd.SysProcAttr, s.cmd.Stdout, s.cmd.Stderr = attr, s.out, s.out
	if s.end, err = private.Launch(s.cmd); err != nil {
		s.folder.Remove()
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

func (s *Server) wait(ctx context.Context) error {
	for range 400 {
		c, err := pgconn.Connect(ctx, s.address().dsn("postgres"))
		if err == nil {
			return c.Close(ctx)
		}
		select {
		case err := <-s.end:
			s.end <- err
			return fmt.Errorf("the PostgreSQL server does not start: %s", private.Telling(s.out.Text(), err, complaints[:]...))
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
	kept := filepath.Join(filepath.Dir(s.dir), "mrt_kept_"+strings.TrimPrefix(filepath.Base(s.dir), servers().Prefix))
	if err := s.folder.Keep(kept); err != nil {
		return "", err
	}
	s.dir = kept
	cmd := s.command(kept)
	end, err := private.Relaunch(cmd, s.cmd.SysProcAttr, kept)
	if err != nil {
		return "", err
	}
	s.cmd, s.end = cmd, end
	if err := s.wait(ctx); err != nil {
		return "", err
	}
	s.folder.Leave()
	return fmt.Sprintf("kill -QUIT %d && sleep 1 && rm -r %s", cmd.Process.Pid, kept), nil
}

// Stop stops the server and removes its folder. A second time it does nothing.
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
	s.cmd = nil
	s.folder.Remove()
	servers().Sweep(endOrphan)
}

// complaints begin what the programs say of errors.
var complaints = [...]string{"error: ", "FATAL: ", "PANIC: "}

// endOrphan ends a server whose mrt was killed. On Linux it is about to end by
// itself.
func endOrphan(dir string) {
	s := &Server{dir: dir}
	for range 200 {
		text, err := os.ReadFile(filepath.Join(s.data(), "postmaster.pid"))
		if err != nil {
			return
		}
		first, rest, _ := bytes.Cut(text, []byte("\n"))
		where, _, _ := bytes.Cut(rest, []byte("\n"))
		pid, err := strconv.Atoi(string(first))
		if err != nil || pid < 2 || string(where) != s.data() || !s.answers() || !private.End(pid, syscall.SIGQUIT) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
}

// answers reports whether somebody listens on the socket: then the number in the
// folder is that of a living server.
func (s *Server) answers() bool {
	c, err := net.Dial("unix", s.dir+socket)
	if err == nil {
		_ = c.Close()
	}
	return err == nil
}

// URL is how to connect to a database of the server.
func (s *Server) URL(database string) string { return s.address().url(database) }
