package mydb

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/mrt-tools/mrt/verifier/internal/private"
)

// A Server is a private server: on a Unix socket in a temporary folder, without
// durability, gone with this process.
type Server struct {
	programs *programs
	folder   *private.Folder
	attr     *syscall.SysProcAttr
	cmd      *exec.Cmd
	out      *private.Tail
	end      chan error
}

const (
	socket  = "/mysqld.sock"
	pidFile = "/mysqld.pid"
)

// servers is what is particular to private servers of a product.
func (p *product) servers() *private.Kind {
	return &private.Kind{Prefix: "mrt_" + p.dialect + "_", Socket: socket, Accounts: []string{"mysql", "nobody"}, Product: p.name}
}

// Programs reports whether there are programs of a server: mysql or mariadb.
func Programs(dialect string) error {
	_, err := productOf(dialect).find()
	return err
}

func productOf(dialect string) *product {
	if dialect == myProduct.dialect {
		return &myProduct
	}
	return &mariaProduct
}

// Start makes and starts a private server of a dialect: mysql or mariadb.
func Start(ctx context.Context, dialect string) (*Server, error) {
	found, err := productOf(dialect).find()
	if err != nil {
		return nil, err
	}
	kind := found.servers()
	kind.Sweep(endOrphan)
	s := &Server{programs: found, out: &private.Tail{}}
	if s.folder, err = kind.New(); err != nil {
		return nil, fmt.Errorf("no folder for a private %s server can be made: %w", found.name, err)
	}
	if s.attr, err = kind.Account(s.folder.Path, syscall.SIGKILL); err == nil {
		err = s.setUp(ctx)
	}
	if err == nil {
		s.cmd = s.command()
		s.cmd.SysProcAttr, s.cmd.Stdout, s.cmd.Stderr = s.attr, s.out, s.out
		s.end, err = private.Launch(s.cmd)
	}
	if err != nil {
		s.folder.Remove()
		return nil, err
	}
	if err := s.wait(ctx); err != nil {
		s.Stop()
		return nil, err
	}
	return s, nil
}

func (s *Server) data() string { return filepath.Join(s.folder.Path, "data") }

// complaints begin what the programs say of errors.
var complaints = [...]string{"[ERROR] ", "FATAL ERROR: ", "ERROR: "}

// setUp makes the server's own tables.
func (s *Server) setUp(ctx context.Context) error {
	cmd, template, err := s.programs.setUp(s.data())
	if err != nil {
		return err
	}
	for _, dir := range []string{s.data(), filepath.Join(s.folder.Path, "tmp")} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			return err
		}
		if err := private.Own(s.attr, dir); err != nil {
			return err
		}
	}
	if template != "" {
		return s.copyTables(template)
	}
	run := exec.CommandContext(ctx, cmd.Path, append(cmd.Args[1:], "--tmpdir="+filepath.Join(s.folder.Path, "tmp"))...)
	run.SysProcAttr, run.Dir, run.Env = s.attr, s.folder.Path, libraries(s.programs.bin)
	if text, err := run.CombinedOutput(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("%s fails: %s", filepath.Base(cmd.Path), private.Telling(text, err, complaints[:]...))
	}
	return nil
}

// copyTables copies tables that came with the programs. auto.cnf, the server's
// identity, is left out.
func (s *Server) copyTables(from string) error {
	if err := os.CopyFS(s.data(), os.DirFS(from)); err != nil {
		return err
	}
	_ = os.Remove(filepath.Join(s.data(), "auto.cnf"))
	return filepath.WalkDir(s.data(), func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return private.Own(s.attr, path)
	})
}

// command is the server program.
func (s *Server) command() *exec.Cmd {
	dir := s.folder.Path
	args := []string{"--no-defaults", "--datadir=" + s.data(), "--socket=" + dir + socket, "--pid-file=" + dir + pidFile, "--tmpdir=" + filepath.Join(dir, "tmp"),
		"--skip-networking", "--skip-name-resolve", "--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci", "--max-connections=40", "--event-scheduler=OFF",
		"--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-buffer-pool-size=64M", "--innodb-log-file-size=16M", "--innodb-flush-method=nosync"}
	if base := s.programs.base(); base != "" {
		args = append(args, "--basedir="+base)
	}
	v := s.programs.number
	if v.maria || v.int >= 80000 {
		args = append(args, "--skip-log-bin")
	}
	if v.maria {
		args = append(args, "--debug-no-sync=1")
	} else if v.int < 80000 {
		args = append(args, "--sync-frm=0")
	}
	if !v.maria && v.int < 50700 { // as the settings say that its packages come with
		args = append(args, "--sql-mode=STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION")
	}
	if v.atLeast(0, 80000) {
		args = append(args, "--mysqlx=OFF")
	}
	cmd := exec.Command(s.programs.bin, args...)
	cmd.Dir, cmd.Env = dir, libraries(s.programs.bin)
	return cmd
}

func (s *Server) wait(ctx context.Context) error {
	for range 1200 {
		c, err := dial(ctx, s.address(), "", true)
		if err == nil {
			c.close()
			return nil
		}
		select {
		case err := <-s.end:
			s.end <- err
			return fmt.Errorf("the %s server does not start: %s", s.programs.name, private.Telling(s.out.Text(), err, complaints[:]...))
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(25 * time.Millisecond):
		}
	}
	return errors.New("the " + s.programs.name + " server does not answer within 30 seconds")
}

// address is how to connect to the server.
func (s *Server) address() *address {
	return &address{user: "root", socket: s.folder.Path + socket}
}

// URL is how to connect to a database of the server.
func (s *Server) URL(database string) string {
	return s.address().url(s.programs.dialect, database)
}

// leave starts the server anew, in a folder that is not swept and as a process
// that this one's end does not end. It returns the command that ends both.
func (s *Server) leave(ctx context.Context) (string, error) {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	<-s.end
	old := s.folder.Path
	kept := filepath.Join(filepath.Dir(old), "mrt_kept_"+strings.TrimPrefix(filepath.Base(old), s.programs.servers().Prefix))
	if err := s.folder.Keep(kept); err != nil {
		return "", err
	}
	cmd := s.command()
	end, err := private.Relaunch(cmd, s.attr, kept)
	if err != nil {
		return "", err
	}
	s.cmd, s.end = cmd, end
	if err := s.wait(ctx); err != nil {
		return "", err
	}
	s.folder.Leave()
	return fmt.Sprintf("kill -KILL %d && sleep 1 && rm -r %s", cmd.Process.Pid, kept), nil
}

// Stop ends the server and removes its folder. Nothing in it is worth an orderly
// end.
func (s *Server) Stop() {
	if s.cmd != nil && s.cmd.Process != nil {
		_ = s.cmd.Process.Kill()
		<-s.end
	}
	s.cmd = nil
	s.folder.Remove()
	s.programs.servers().Sweep(endOrphan)
}

// endOrphan ends a server whose mrt was killed. On Linux it is about to end by
// itself.
func endOrphan(dir string) {
	for range 200 {
		text, err := os.ReadFile(dir + pidFile)
		if err != nil {
			return
		}
		pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
		if err != nil || pid < 2 || !answers(dir) || !private.End(pid, syscall.SIGKILL) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
}

// answers reports whether somebody listens on the socket: then the number in the
// folder is that of a living server.
func answers(dir string) bool {
	c, err := net.Dial("unix", dir+socket)
	if err == nil {
		_ = c.Close()
	}
	return err == nil
}
