// Command release builds everything that a release of mrt consists of, with Go
// and nothing else:
//
//	go run ./cmd/release -out dist
//
// It makes, for each target, an archive with the binary, the licence, the man
// page and the shell completions; a Python wheel and an npm package that carry
// the binary; and for all of them a list of SHA-256 checksums and a CycloneDX
// bill of materials. Two runs on the same commit give the same bytes: every
// time stamp is that of SOURCE_DATE_EPOCH, else of the commit.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	out := flag.String("out", "dist", "folder for what is built; it must not exist or be empty")
	only := flag.String("targets", "", "comma-separated os/arch, instead of all")
	flag.Parse()
	if err := run(ctx, *out, *only); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(2)
	}
}

// run makes the release of the checkout in the current folder.
func run(ctx context.Context, out, only string) error {
	targets, err := choose(only)
	if err != nil {
		return err
	}
	if err := empty(out); err != nil {
		return err
	}
	when, err := stamp(ctx)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "mrt-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	r := &release{out: out, work: work, when: when, docs: map[string][]byte{}}
	if err := r.prepare(ctx); err != nil {
		return err
	}
	for _, t := range targets {
		if err := r.target(ctx, t); err != nil {
			return fmt.Errorf("%s: %w", t, err)
		}
	}
	if err := r.launcher(targets); err != nil {
		return err
	}
	return r.checksums()
}

// empty makes the folder, or refuses one that holds something: a release is
// never mixed with an older one.
func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return os.MkdirAll(dir, 0o755)
	}
	if err == nil && len(entries) > 0 {
		err = fmt.Errorf("%s is not empty; name another folder with -out, or take it away first", dir)
	}
	return err
}

// stamp is the one time that everything in the release carries.
func stamp(ctx context.Context) (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		b, err := exec.CommandContext(ctx, "git", "log", "-1", "--format=%ct").Output()
		if err != nil {
			return time.Time{}, fmt.Errorf("the time of the commit is not known (%w); set SOURCE_DATE_EPOCH", err)
		}
		text = string(b)
	}
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %q is not a number of seconds", text)
	}
	return time.Unix(n, 0).UTC(), nil
}

// A release is one run.
type release struct {
	out, work string
	when      time.Time
	version   string
	docs      map[string][]byte // what goes beside each binary, by name
	built     []string          // files in out, in the order they were made
}

// prepare builds the binary of this machine, to ask it for its version, its man
// page and its completions, and reads the texts that go into every archive.
func (r *release) prepare(ctx context.Context) error {
	host := filepath.Join(r.work, "host")
	if err := compile(ctx, target{}, host); err != nil {
		return err
	}
	ask := func(args ...string) ([]byte, error) {
		var complaint bytes.Buffer
		cmd := exec.CommandContext(ctx, host, args...)
		cmd.Stderr = &complaint
		b, err := cmd.Output()
		if err != nil {
			err = fmt.Errorf("mrt %s: %w: %s", strings.Join(args, " "), err, complaint.String())
		}
		return b, err
	}
	line, err := ask("--version")
	if err != nil {
		return err
	}
	words := strings.Fields(string(line))
	if len(words) == 0 {
		return errors.New("mrt --version prints nothing")
	}
	r.version = words[len(words)-1]
	for name, args := range map[string][]string{
		"man/mrt.1":              {"man"},
		"completions/mrt.bash":   {"completion", "bash"},
		"completions/_mrt":       {"completion", "zsh"},
		"completions/mrt.fish":   {"completion", "fish"},
		"completions/mrt.ps1":    {"completion", "powershell"},
		"schema/mrt.toml.json":   {"schema", "settings"},
		"schema/mrt.report.json": {"schema", "report"},
	} {
		if r.docs[name], err = ask(args...); err != nil {
			return err
		}
	}
	for _, name := range []string{"LICENSE", "README.md", "CHANGELOG.md"} {
		if r.docs[name], err = os.ReadFile(name); err != nil {
			return err
		}
	}
	return nil
}

// target builds one target and packs it.
func (r *release) target(ctx context.Context, t target) error {
	file := filepath.Join(r.work, t.os+"_"+t.arch)
	if err := compile(ctx, t, file); err != nil {
		return err
	}
	binary, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	defer os.Remove(file)
	for _, pack := range []func(target, []byte) (string, []byte, error){r.archive, r.wheel, r.npm} {
		name, content, err := pack(t, binary)
		if err != nil {
			return err
		}
		if err := r.write(name, content); err != nil {
			return err
		}
	}
	bill, err := r.materials(t, file)
	if err != nil {
		return err
	}
	return r.write(fmt.Sprintf("mrt-%s-%s-%s.cdx.json", r.version, t.os, t.arch), bill)
}

// write puts one file into the release.
func (r *release) write(name string, content []byte) error {
	r.built = append(r.built, name)
	return os.WriteFile(filepath.Join(r.out, name), content, 0o644)
}
