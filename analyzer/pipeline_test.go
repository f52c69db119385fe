package analyzer

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
)

// history writes a linear project whose nth revision does what body says.
func history(t testing.TB, dialect string, n int, body func(i int) (head, up, down string)) (*opshim.Environment, []*script.Revision) {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("alembic.ini", "[alembic]\nscript_location = %(here)s/m\nprepend_sys_path = .\n")
	write("shared.py", "seen = []\n")
	write("m/env.py", "from alembic import context\ncontext.configure(dialect_name='"+dialect+"', literal_binds=True)\nwith context.begin_transaction():\n    context.run_migrations()\n")
	before := "None"
	for i := range n {
		head, up, down := body(i)
		write(fmt.Sprintf("m/versions/r%04d.py", i), fmt.Sprintf("from alembic import op\nimport sqlalchemy as sa\n%s\nrevision = 'r%04d'\ndown_revision = %s\n\n\ndef upgrade():\n    %s\n\n\ndef downgrade():\n    %s\n", head, i, before, up, down))
		before = fmt.Sprintf("'r%04d'", i)
	}
	p, err := script.Find(script.FindOptions{Path: dir})
	if err != nil {
		t.Fatal(err)
	}
	env, err := opshim.Open(context.Background(), p, opshim.Options{Dialect: dialect})
	if err != nil {
		t.Fatal(err)
	}
	revs, err := env.History.Order()
	if err != nil {
		t.Fatal(err)
	}
	return env, revs
}

// ordinary is a revision such as most are; every seventh loses something.
func ordinary(i int) (head, up, down string) {
	table := fmt.Sprintf("t%d", i/5)
	switch i % 5 {
	case 0:
		parent := ""
		if i > 0 {
			parent = fmt.Sprintf(", sa.Column('parent_id', sa.Integer(), sa.ForeignKey('t%d.id'))", i/10)
		}
		return "", fmt.Sprintf("op.create_table('%s', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('name', sa.String(40), nullable=False)%s)", table, parent),
			fmt.Sprintf("op.drop_table('%s')", table)
	case 1:
		return "", fmt.Sprintf("op.add_column('%s', sa.Column('note', sa.Text()))", table), fmt.Sprintf("op.drop_column('%s', 'note')", table)
	case 2:
		return "", fmt.Sprintf("op.execute(\"UPDATE %s SET note = name WHERE name <> 'x'\")", table), "pass"
	case 3:
		if i%7 == 3 {
			return "", fmt.Sprintf("op.drop_column('%s', 'name')", table), fmt.Sprintf("op.add_column('%s', sa.Column('name', sa.String(40)))", table)
		}
		return "", fmt.Sprintf("op.create_index('ix_%s', '%s', ['name'])", table, table), fmt.Sprintf("op.drop_index('ix_%s', table_name='%s')", table, table)
	}
	return "", fmt.Sprintf("op.bulk_insert(sa.table('%s', sa.column('id', sa.Integer()), sa.column('note', sa.Text())), [{'id': 1, 'note': 'a'}])", table),
		fmt.Sprintf("op.execute('DELETE FROM %s WHERE id = 1')", table)
}

// TestPipeline: what several processors find is what one finds, also where the
// pipeline has to end: at a table that no revision made, at one that only a
// downgrade needs, at a module of the project.
func TestPipeline(t *testing.T) {
	old := runtime.GOMAXPROCS(4)
	defer runtime.GOMAXPROCS(old)
	const n = 80
	for name, odd := range map[string]func(i int) (head, up, down string){
		"none": nil,
		"a missing table": func(int) (head, up, down string) {
			return "", "op.add_column('absent', sa.Column('x', sa.Integer()))", "pass"
		},
		"in the downgrade": func(int) (head, up, down string) { return "", "pass", "op.drop_column('absent', 'x')" },
		"a question": func(int) (head, up, down string) {
			return "", "rows = op.get_bind().execute(sa.text('SELECT id FROM t0')).fetchall()\n    if rows:\n        op.drop_column('t0', 'name')", "pass"
		},
		"an inspector": func(int) (head, up, down string) {
			return "", "if 'absent' not in sa.inspect(op.get_bind()).get_table_names():\n        op.drop_column('t0', 'name')", "pass"
		},
		"a failure that is caught": func(int) (head, up, down string) {
			return "", "try:\n        op.execute('DROP INDEX absent')\n    except Exception:\n        pass\n    op.drop_column('t0', 'name')", "op.execute('DROP INDEX absent')"
		},
		"a batch": func(int) (head, up, down string) {
			return "", "with op.batch_alter_table('t0') as b:\n        b.alter_column('name', existing_type=sa.String(40), type_=sa.Text())\n        b.drop_column('note')", "pass"
		},
		"a module": func(int) (head, up, down string) { return "import shared", "shared.seen.append(1)", "pass" },
		"copied columns": func(int) (head, up, down string) {
			return "", "op.execute('CREATE TABLE copied AS SELECT f(name) AS x FROM t0')", "op.execute('DROP TABLE copied')"
		},
	} {
		t.Run(name, func(t *testing.T) {
			body := func(i int) (head, up, down string) {
				if odd != nil && i == n*2/3 {
					return odd(i)
				}
				return ordinary(i)
			}
			for _, dialect := range []string{"postgresql", "sqlite"} {
				env, revs := history(t, dialect, n, body)
				var got, want []finding.Result
				for r, err := range Check(t.Context(), env, revs, Options{Dialect: dialect}) {
					if err != nil {
						t.Fatal(err)
					}
					got = append(got, r)
				}
				c, err := newChecker(env, Options{Dialect: dialect})
				if err != nil {
					t.Fatal(err)
				}
				for _, rev := range revs {
					want = append(want, c.one(t.Context(), rev))
				}
				if !slices.EqualFunc(got, want, func(a, b finding.Result) bool { return reflect.DeepEqual(a, b) }) {
					for i := range got {
						if !reflect.DeepEqual(got[i], want[i]) {
							t.Errorf("%s %s: got %+v\nwant %+v", dialect, got[i].Revision, got[i], want[i])
						}
					}
				}
			}
		})
	}
}
