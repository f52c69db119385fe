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

// A history that starts from the models is reported the same by several jobs and by
// shards, wherever its way down is cut.
func TestPartsFromModels(t *testing.T) {
	dir := writeModels(t, 2*leastTrips)
	args := []string{"verify", dir, "--db", "sqlite"}
	want := reported(t, nil, append(args, "--jobs", "1")...)
	if diff := cmp.Diff(want, reported(t, nil, append(args, "--jobs", "2")...)); diff != "" {
		t.Errorf("--jobs: %s", diff)
	}
	got := append(reported(t, nil, append(args, "--shard", "1/2")...), reported(t, nil, append(args, "--shard", "2/2")...)...)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("--shard: %s", diff)
	}
	if all := strings.Join(want, ""); len(want) < 2*leastTrips || !strings.Contains(all, "could not be undone") && !strings.Contains(all, `"upon"`) || !strings.Contains(all, `"drift"`) {
		t.Errorf("%d entries; the way down is not cut, or nothing drifts", len(want))
	}
}

// writeModels writes a project whose table is there in the models only. Its
// revisions lead up and down again but for some: those refuse, fail for want of what
// the models do not have, lose, or make what the models lack.
func writeModels(t *testing.T, revisions int) string {
	dir := t.TempDir()
	columns := ""
	write := func(name, text string) {
		if err := os.WriteFile(dir+"/"+name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(dir+"/versions", 0o755); err != nil {
		t.Fatal(err)
	}
	for n := range revisions {
		column := fmt.Sprintf("c%d", n)
		add, drop := fmt.Sprintf("op.add_column('t', sa.Column('%s', sa.Text))", column), fmt.Sprintf("op.drop_column('t', '%s')", column)
		up, down := add, drop
		switch n % 20 {
		case 5:
			down = "raise NotImplementedError('no way back')"
		case 9:
			up, down = drop, add
		case 13:
			up, down = drop, "op.drop_index('nowhere', 't')"
		case 17:
			up, down = "op.create_index('ix_"+column+"', 't', ['id'])", "op.execute('DROP INDEX IF EXISTS ix_"+column+"')"
		}
		if up == add {
			columns += ", sa.Column('" + column + "', sa.Text)"
		}
		below := "None"
		if n > 0 {
			below = fmt.Sprintf("'r%d'", n-1)
		}
		write(fmt.Sprintf("versions/r%03d.py", n), fmt.Sprintf("import sqlalchemy as sa\nfrom alembic import op\nrevision = 'r%d'\ndown_revision = %s\ndef upgrade(): %s\ndef downgrade(): %s\n", n, below, up, down))
	}
	write("alembic.ini", "[alembic]\nscript_location = .\nsqlalchemy.url = sqlite:///x.db\n")
	write("mrt.toml", "[verify]\nstart = \"models\"\n")
	write("env.py", "import sqlalchemy as sa\nfrom alembic import context\nmetadata = sa.MetaData()\nsa.Table('t', metadata, sa.Column('id', sa.Integer, primary_key=True)"+columns+")\n"+
		"context.configure(dialect_name='sqlite', target_metadata=metadata)\nwith context.begin_transaction():\n    context.run_migrations()\n")
	return dir
}
