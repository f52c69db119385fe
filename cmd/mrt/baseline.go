package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// A baselineEntry is one accepted finding. Only the fingerprint counts; the
// rest is for the person who reads the file.
type baselineEntry struct {
	Fingerprint string `json:"fingerprint"`
	Code        string `json:"code"`
	Revision    string `json:"revision"`
	Message     string `json:"message"`
}

func readBaseline(file string) (map[string]bool, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var entries []baselineEntry
	if err := json.Unmarshal(text, &entries); err != nil {
		return nil, fmt.Errorf("%s: not a baseline: %w", file, err)
	}
	out := map[string]bool{}
	for _, e := range entries {
		out[e.Fingerprint] = true
	}
	return out, nil
}

func writeBaseline(file string, findings []finding.Finding) error {
	entries := []baselineEntry{}
	for _, f := range findings {
		entries = append(entries, baselineEntry{f.Fingerprint, string(f.Code), f.Revision, f.Message})
	}
	text, err := json.MarshalIndent(entries, "", "  ")
	if err != nil {
		return err
	}
	return writeWhole(file, append(text, '\n'))
}

// changedSince asks git which files below dir differ from ref's merge base,
// and returns a test for absolute paths.
//
// known tells whether the word is a revision's id, which --since of pytest-mrt took.
func changedSince(dir, ref string, known func(id string) bool) (func(abs string) bool, error) {
	top, err := git(dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("--since needs a git checkout: %w", err)
	}
	if _, err := git(dir, "rev-parse", "--verify", "--quiet", ref+"^{commit}"); err != nil {
		if known(ref) {
			return nil, usagef("--since takes a commit of git, and %s is a revision; for what comes after it: --range %s:heads", ref, ref)
		}
		if deep, _ := git(dir, "rev-parse", "--is-shallow-repository"); strings.TrimSpace(deep) == "true" {
			return nil, fmt.Errorf("--since %s: this clone is shallow and does not have it; fetch it first (git fetch --depth=1 origin %s)", ref, ref)
		}
		return nil, fmt.Errorf("--since %s: git knows no such commit", ref)
	}
	tracked, err := git(dir, "diff", "--name-only", "-z", "--merge-base", ref)
	if err != nil {
		// Without a common ancestor (a shallow clone) the plain difference is
		// the most that git can tell.
		if tracked, err = git(dir, "diff", "--name-only", "-z", ref); err != nil {
			return nil, fmt.Errorf("--since %s: %w", ref, err)
		}
	}
	untracked, err := git(dir, "ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/")
	if err != nil {
		return nil, fmt.Errorf("--since %s: %w", ref, err)
	}
	set := map[string]bool{}
	root := strings.TrimSpace(top)
	for _, name := range strings.Split(tracked+untracked, "\x00") {
		if name != "" {
			set[filepath.Join(root, name)] = true
		}
	}
	return func(abs string) bool {
		if real, err := filepath.EvalSymlinks(abs); err == nil {
			abs = real
		}
		return set[abs]
	}, nil
}

func git(dir string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(exit.Stderr) > 0 {
		return "", errors.New(strings.TrimSpace(string(exit.Stderr)))
	}
	return string(out), err
}
