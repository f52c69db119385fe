package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// longHistory is a project whose third revision does not end by itself.
func longHistory(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{
		"alembic.ini":       "[alembic]\nscript_location = %(here)s/migrations\n",
		"migrations/env.py": strings.ReplaceAll(plainEnv, "DIALECT", "sqlite"),
	}
	bodies := []string{"op.create_table(\"t\", sa.Column(\"a\", sa.Integer()))", "op.add_column(\"t\", sa.Column(\"b\", sa.Integer()))", "while True: \"ab\".center(999).title().center(9999).swapcase()", "pass", "pass"}
	downs := []string{"op.drop_table(\"t\")", "pass", "pass", "pass", "pass"}
	for i, body := range bodies {
		down := "None"
		if i > 0 {
			down = fmt.Sprintf("\"r%d\"", i-1)
		}
		files[fmt.Sprintf("migrations/versions/r%d.py", i)] = fmt.Sprintf(
			"import sqlalchemy as sa\nfrom alembic import op\n\nrevision = \"r%d\"\ndown_revision = %s\n\n\ndef upgrade():\n    %s\n\n\ndef downgrade():\n    %s\n", i, down, body, downs[i])
	}
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestInterrupted: what is known when somebody interrupts is reported, and what
// was not looked at is named.
func TestInterrupted(t *testing.T) {
	dir := longHistory(t)
	for _, command := range []string{"check", "verify"} {
		t.Run(command, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			for wait := 400 * time.Millisecond; wait < 20*time.Second && !strings.Contains(stdout.String(), "broken       r1"); wait *= 4 {
				stdout.Reset() // a slow machine gets more time
				ctx, cancel := context.WithTimeout(context.Background(), wait)
				env := environment{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }}
				if code := run(ctx, []string{"mrt", command, dir}, env); code != exitCannot {
					t.Errorf("exit code %d, want %d", code, exitCannot)
				}
				cancel()
			}
			for _, want := range []string{"r1.py:", "broken       r1", "  r2", "  r3", "interrupted", "1 lossless, 1 cannot be rolled back without loss"} {
				if !strings.Contains(stdout.String(), want) {
					t.Errorf("no %q in\n%s", want, stdout.String())
				}
			}
			if !strings.Contains(stderr.String(), "mrt: interrupted") {
				t.Errorf("stderr: %s", stderr.String())
			}
		})
	}
}
