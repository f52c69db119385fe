package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// reported runs a command and gives the entries of its JSON report, sorted.
func reported(t *testing.T, variables map[string]string, args ...string) []string {
	t.Helper()
	var out, errs bytes.Buffer
	env := environment{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(name string) string { return variables[name] }}
	run(context.Background(), append([]string{"mrt"}, append(args, "--format", "json", "--no-timing")...), env)
	var whole struct{ Revisions, Findings []json.RawMessage }
	if err := json.Unmarshal(out.Bytes(), &whole); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, errs.String())
	}
	var entries []string
	for _, e := range append(whole.Revisions, whole.Findings...) {
		entries = append(entries, string(e))
	}
	slices.Sort(entries)
	return entries
}

// The reports of the shards together are the report of one run, byte for byte
// after sorting, whatever the trips before a shard did.
func TestShards(t *testing.T) {
	const settings = "[[exclude]]\nrevision = \"%s\"\nreason = \"over\"\nexpires = 2020-01-01\n"
	file := t.TempDir() + "/mrt.toml"
	if err := os.WriteFile(file, []byte(fmt.Sprintf(settings, "none")), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		command, history string
		shards           int
	}{{"verify", "shop", 8}, {"verify", "blog", 3}, {"check", "shop", 5}} {
		t.Run(c.command+" "+c.history, func(t *testing.T) {
			args := []string{c.command, "../../testdata/histories/" + c.history, "--dialect", "sqlite", "--mrt-config", file}
			want := reported(t, nil, args...)
			var got []string
			for i := range c.shards {
				got = append(got, reported(t, nil, append(args, "--shard", fmt.Sprintf("%d/%d", i+1, c.shards))...)...)
			}
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("--shard: %s", diff)
			}
			got = nil
			status := t.TempDir() + "/status"
			for i := range c.shards {
				got = append(got, reported(t, map[string]string{"TEST_SHARD_INDEX": fmt.Sprint(i), "TEST_TOTAL_SHARDS": fmt.Sprint(c.shards), "TEST_SHARD_STATUS_FILE": status}, args...)...)
			}
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("TEST_SHARD_INDEX: %s", diff)
			}
			if _, err := os.Stat(status); err != nil {
				t.Errorf("nobody told the runner that sharding is heeded: %v", err)
			}
		})
	}
}

// A history that several jobs verify is reported as one job would.
func TestJobs(t *testing.T) {
	dir := writeHistory(t, 3*leastTrips)
	want := reported(t, nil, "verify", dir, "--db", "sqlite", "--jobs", "1")
	got := reported(t, nil, "verify", dir, "--db", "sqlite", "--jobs", "3")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(want) < 3*leastTrips {
		t.Errorf("%d entries for %d revisions", len(want), 3*leastTrips)
	}
}
