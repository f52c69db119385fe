package pgdb

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// onDisk is a shell script that makes a small disk for one program alone: size,
// folder, what to do with it before the program starts, where to list what the
// program leaves there, and the program.
const onDisk = `mount -t tmpfs -o size="$1" tmpfs "$2" && chmod 1777 "$2" && cd "$2" && eval "$3" && cd / && disk=$2 list=$4 && shift 4 || exit 99
"$@"
code=$?
ls -A "$disk" > "$list"
exit $code`

// disk runs mrt where folder is a small disk, and returns what is left there.
// Prepare is what the shell does there before.
func disk(t *testing.T, folder, size, prepare string, env []string, args ...string) (code int, sentence, left string) {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(t.TempDir(), "list")
	cmd := exec.Command("unshare", append([]string{"-m", "sh", "-c", onDisk, "sh", size, folder, prepare, list, path}, args...)...)
	cmd.Env = append(os.Environ(), env...)
	var text strings.Builder
	cmd.Stderr = &text
	_ = cmd.Run()
	code = cmd.ProcessState.ExitCode()
	if _, err := os.Stat(list); err != nil {
		t.Skipf("no disks can be mounted here: %s", text.String())
	}
	names, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	return code, text.String(), strings.TrimSpace(string(names))
}

// TestFaultsDisk: a full disk and one that cannot be written end a run with one
// sentence and what to do, and nothing stays.
func TestFaultsDisk(t *testing.T) {
	t.Parallel()
	serve(t) // skips where there are no server programs
	dir := project(t, append(quick[:len(quick):len(quick)], revision{"op.create_index('ix_more', 'users', ['mail', 'name'])", "pass"})...)
	const full, readOnly = "head -c 200k /dev/zero > fill 2>/dev/null || true", "touch fill && mount -o remount,ro ."
	room, writable := "make room there, or name a folder on another disk: TMPDIR", "name a folder that can be written: TMPDIR"
	for _, c := range []struct{ name, size, prepare, tmp, args, want, remedy string }{
		{"initdb", "64k", full, "yes", "--db postgresql", "initdb fails: ", room},
		{"scratch database", "40m", "touch fill", "yes", "--db postgresql", "a scratch database cannot be made: the disk of the PostgreSQL server is full: ", room},
		{"folder of a server", "1m", readOnly, "yes", "--db postgresql", "no folder for a private PostgreSQL server can be made: ", writable},
		{"kept", "64k", full, "yes", "--db sqlite --keep", "the database cannot be kept: ", room},
		{"kept, read-only", "64k", readOnly, "yes", "--db sqlite --keep", "the database cannot be kept: ", writable},
		{"output", "64k", full, "", "--db sqlite -o DISK/report.json", "report.json: no space left on device", room},
		{"output, read-only", "64k", readOnly, "", "--db sqlite -o DISK/report.json", "report.json: read-only file system", writable},
		{"script", "64k", full, "", "--db sqlite --repro DISK", "the reproducing script cannot be written: ", room},
		{"script, read-only", "64k", readOnly, "", "--db sqlite --repro DISK", "the reproducing script cannot be written: ", writable},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := scratchDir(t)
			var env []string
			if c.tmp != "" {
				env = []string{"TMPDIR=" + folder}
			}
			args := strings.Fields("verify --format json --no-timing " + strings.ReplaceAll(c.args, "DISK", folder))
			code, text, left := disk(t, folder, c.size, c.prepare, env, append(args, dir)...)
			lines := strings.Split(strings.TrimSpace(text), "\n")
			if code != 2 || len(lines) != 2 || !strings.Contains(lines[0], c.want) || !strings.Contains(lines[1], c.remedy) {
				t.Errorf("exit code %d: %s", code, text)
			}
			if left != "fill" {
				t.Errorf("left on the disk: %s", left)
			}
		})
	}
	t.Run("project, read-only", func(t *testing.T) {
		folder := scratchDir(t)
		code, text, _ := disk(t, folder, "1m", `cp -r "$PROJECT"/. . && mount -o remount,ro .`, []string{"PROJECT=" + dir}, "verify", "--db", "sqlite", folder)
		if code != 1 || text != "" {
			t.Errorf("exit code %d: %s", code, text)
		}
	})
}

// TestKeptServer: what --keep leaves can be used, outlives later runs, and goes
// with the command that is printed.
func TestKeptServer(t *testing.T) {
	t.Parallel()
	serve(t) // skips where there are no server programs
	dir, tmp := project(t, quick...), scratchDir(t)
	p := start(t, tmp, dir, "--db", "postgresql", "--keep")
	p.end(t, 0)
	url, stop := "", ""
	for line := range strings.Lines(p.err.String()) {
		words := strings.TrimSpace(line)
		if at := strings.Index(words, "postgresql://"); at >= 0 {
			url = words[at:]
		}
		if at := strings.Index(words, "kill -QUIT"); at >= 0 {
			stop = words[at:]
		}
	}
	if url == "" || stop == "" {
		t.Fatalf("no URL and no command: %s", p.err.String())
	}
	start(t, tmp, dir, "--db", "postgresql").end(t, 0) // sweeps what earlier runs have left
	at, err := readAddress(url)
	if err != nil {
		t.Fatal(err)
	}
	c, err := connect(t.Context(), at, at.database, time.Second)
	if err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	res, err := c.Exec(t.Context(), "SELECT version_num FROM alembic_version").ReadAll()
	if err != nil || len(res[0].Rows) != 1 || string(res[0].Rows[0][0]) != "r3" {
		t.Errorf("the kept database: %v %v", res, err)
	}
	_ = c.Close(t.Context())
	if out, err := exec.Command("sh", "-c", stop).CombinedOutput(); err != nil {
		t.Errorf("%s: %v: %s", stop, err, out)
	}
	empty(t, tmp)
	alone(t, tmp)
}

// TestStoppedTwice: stopping a server that is stopped does not wait for its end
// for ever.
func TestStoppedTwice(t *testing.T) {
	s := serve(t)
	_ = s.cmd.Process.Signal(syscall.SIGQUIT)
	s.Stop()
	s.Stop()
}
