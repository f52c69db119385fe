package mydb

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A product is one of the two kinds of server.
type product struct {
	name, dialect string
	variable      string   // names the folder of the programs
	server        []string // the program's names
	places        []string // where distributions put it, beside those of the PATH
}

var (
	mariaProduct = product{"MariaDB", "mariadb", "MRT_MARIADB_BIN", []string{"mariadbd", "mysqld"},
		[]string{"/usr/sbin", "/usr/libexec", "/usr/local/sbin", "/usr/local/mariadb/bin", "/opt/homebrew/opt/mariadb*/bin", "/usr/local/opt/mariadb*/bin"}}
	myProduct = product{"MySQL", "mysql", "MRT_MYSQL_BIN", []string{"mysqld"},
		[]string{"/usr/sbin", "/usr/libexec", "/usr/local/sbin", "/usr/local/mysql/bin", "/opt/homebrew/opt/mysql*/bin", "/usr/local/opt/mysql*/bin"}}
)

// A NoServer says that the programs of a server are not found.
type NoServer struct{ Product, Variable, Found string }

// Error is the sentence with the two ways to a server.
func (n *NoServer) Error() string {
	s := fmt.Sprintf("no %s server: install its server programs (set %s to their folder), or give the URL of a server with --db", n.Product, n.Variable)
	if n.Found != "" {
		s += "; there are programs of " + n.Found + ", for --db " + strings.ToLower(n.Found)
	}
	return s
}

// programs are those of one server.
type programs struct {
	*product
	bin    string // the server's path
	number version
}

// find looks for a product's programs: in the folder that the variable names, on
// the PATH, in the places where distributions put them.
func (p *product) find() (*programs, error) {
	if dir := os.Getenv(p.variable); dir != "" {
		for _, name := range p.server {
			if got := p.try(filepath.Join(dir, name)); got != nil {
				return got, nil
			}
		}
		return nil, fmt.Errorf("%s names %s, where there is no server of %s: %w", p.variable, dir, p.name, &NoServer{p.name, p.variable, ""})
	}
	var found []*programs
	other := ""
	for _, path := range p.candidates() {
		got := p.try(path)
		switch {
		case got == nil:
		case got.number.maria != (p == &mariaProduct):
			other = map[bool]string{true: "MariaDB", false: "MySQL"}[got.number.maria]
		default:
			found = append(found, got)
		}
	}
	if len(found) == 0 {
		return nil, &NoServer{p.name, p.variable, other}
	}
	return slices.MaxFunc(found, func(a, b *programs) int { return a.number.int - b.number.int }), nil
}

// candidates are the paths where a server may be, each file once.
func (p *product) candidates() []string {
	var out []string
	for _, name := range p.server {
		if path, err := exec.LookPath(name); err == nil {
			out = append(out, path)
		}
		for _, place := range p.places {
			list, _ := filepath.Glob(filepath.Join(place, name))
			out = append(out, list...)
		}
	}
	for i, path := range out {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			out[i] = real
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// try asks a program what it is.
func (p *product) try(path string) *programs {
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return nil
	}
	cmd := exec.Command(path, "--no-defaults", "--version")
	cmd.Env = libraries(path)
	text, err := cmd.Output()
	if err != nil {
		return nil
	}
	_, number, ok := strings.Cut(string(text), "Ver ")
	if !ok {
		return nil
	}
	number, _, _ = strings.Cut(number, " for ")
	return &programs{p, path, readVersion(number)}
}

// libraries is an environment in which a server that was unpacked somewhere finds
// what lies beside it.
func libraries(path string) []string {
	return append(os.Environ(), "LD_LIBRARY_PATH="+strings.TrimSuffix(filepath.Dir(path)+":"+os.Getenv("LD_LIBRARY_PATH"), ":"))
}

// base is the folder that the programs were installed in, "" for the system's.
func (p *programs) base() string {
	dir := filepath.Dir(p.bin)
	switch filepath.Base(dir) {
	case "bin", "sbin", "libexec":
		if dir = filepath.Dir(dir); dir == "/usr" {
			return ""
		}
	}
	return dir
}

// beside looks for a program near the server, and then on the PATH.
func (p *programs) beside(names ...string) string {
	for _, name := range names {
		for _, dir := range []string{".", "../bin", "../scripts"} {
			path := filepath.Join(filepath.Dir(p.bin), dir, name)
			if _, err := os.Stat(path); err == nil {
				return path
			}
		}
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// setUp is the command that makes the server's own tables in a folder, or nil
// with the folder of tables to copy.
func (p *programs) setUp(data string) (cmd *exec.Cmd, template string, err error) {
	base := []string{"--no-defaults", "--datadir=" + data}
	if dir := p.base(); dir != "" {
		base = append(base, "--basedir="+dir)
	}
	if !p.number.maria && p.number.int >= 50700 {
		return exec.Command(p.bin, append(base, "--initialize-insecure", "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0")...), "", nil
	}
	if dir := filepath.Join(filepath.Dir(p.bin), "data", "mysql"); !p.number.maria {
		if _, err := os.Stat(filepath.Join(dir, "mysql")); err == nil {
			return nil, dir, nil
		}
	}
	script := p.beside("mariadb-install-db", "mysql_install_db")
	if script == "" {
		return nil, "", fmt.Errorf("there is no mariadb-install-db or mysql_install_db for %s: %w", p.bin, &NoServer{p.name, p.variable, ""})
	}
	if p.number.maria {
		base = append(base, "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve", "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--debug-no-sync=1")
	}
	return exec.Command(script, base...), "", nil
}
