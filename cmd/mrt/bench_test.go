package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeHistory writes a linear history of n revisions: every fourth makes a
// table with a foreign key, the others add a column, an index, and rows.
func writeHistory(b testing.TB, n int) string {
	b.Helper()
	dir := b.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	write("alembic.ini", "[alembic]\nscript_location = %(here)s/m\nsqlalchemy.url = sqlite:///x.db\n")
	write("m/env.py", "from alembic import context\ncontext.configure(dialect_name='sqlite', literal_binds=True)\n"+
		"with context.begin_transaction():\n    context.run_migrations()\n")
	down := "None"
	for i := range n {
		table := fmt.Sprintf("t%d", i/4)
		var up, dn string
		switch i % 4 {
		case 0:
			fk := ""
			if i > 0 {
				fk = fmt.Sprintf(", sa.Column('parent_id', sa.Integer(), sa.ForeignKey('t%d.id'))", i/4-1)
			}
			up = fmt.Sprintf("op.create_table('%s', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('name', sa.String(40), nullable=False)%s)", table, fk)
			dn = fmt.Sprintf("op.drop_table('%s')", table)
		case 1:
			up = fmt.Sprintf("op.add_column('%s', sa.Column('note', sa.Text(), nullable=True))", table)
			dn = fmt.Sprintf("op.drop_column('%s', 'note')", table)
		case 2:
			up = fmt.Sprintf("op.create_index('ix_%s_name', '%s', ['name'])", table, table)
			dn = fmt.Sprintf("op.drop_index('ix_%s_name', table_name='%s')", table, table)
		case 3:
			up = fmt.Sprintf("with op.batch_alter_table('%s') as batch_op:\n        batch_op.alter_column('name', existing_type=sa.String(40), type_=sa.String(80))", table)
			dn = fmt.Sprintf("with op.batch_alter_table('%s') as batch_op:\n        batch_op.alter_column('name', existing_type=sa.String(80), type_=sa.String(40))", table)
		}
		write(fmt.Sprintf("m/versions/r%05d.py", i), fmt.Sprintf("\"\"\"revision %d\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\n"+
			"revision = 'r%05d'\ndown_revision = %s\n\n\ndef upgrade():\n    %s\n\n\ndef downgrade():\n    %s\n", i, i, down, up, dn))
		down = fmt.Sprintf("'r%05d'", i)
	}
	return dir
}

// benchCommand measures whole runs of a command over histories that grow
// tenfold, so that a cost that is not linear shows. $MRT_BENCH_HISTORY names a
// project to measure instead.
func benchCommand(b *testing.B, args ...string) {
	if dir := os.Getenv("MRT_BENCH_HISTORY"); dir != "" {
		benchRun(b, append(args, dir), 0)
		return
	}
	for _, n := range []int{10, 100, 1000} {
		b.Run(fmt.Sprintf("revisions=%d", n), func(b *testing.B) {
			benchRun(b, append(args, writeHistory(b, n)), n)
		})
	}
}

func benchRun(b *testing.B, args []string, n int) {
	var out, errs bytes.Buffer
	env := environment{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }}
	for b.Loop() {
		out.Reset()
		if code := run(context.Background(), append([]string{"mrt"}, args...), env); code == exitCannot {
			b.Fatalf("%v: exit code %d\n%s", args, code, errs.String())
		}
	}
	if n > 0 {
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/revision")
	}
}

func BenchmarkCheck(b *testing.B)  { benchCommand(b, "check", "--format", "json") }
func BenchmarkVerify(b *testing.B) { benchCommand(b, "verify", "--format", "json", "--db", "sqlite") }

// BenchmarkJobs is about what a second job saves.
func BenchmarkJobs(b *testing.B) {
	for _, jobs := range []string{"1", "2"} {
		b.Run("jobs="+jobs, func(b *testing.B) { benchCommand(b, "verify", "--format", "json", "--db", "sqlite", "--jobs", jobs) })
	}
}

func BenchmarkSQL(b *testing.B) { benchCommand(b, "sql", "--dialect", "postgresql") }
func BenchmarkHistory(b *testing.B) {
	benchCommand(b, "history", "--format", "json")
}
