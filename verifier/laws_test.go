package verifier

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/analyzer"
	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/pywrite"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	history "github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/opshim/sqlread"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// TestLawsSQLite and TestLawsPostgreSQL make random migrations and demand that
// three answers agree: what the catalog, the reader and the database say of them.
// MRT_MIGRATIONS is how many, of a fixed and of a fresh seed or of that which
// MRT_SEED says; MRT_MIGRATION is the number of the only one. No migration of a
// fixed seed may violate a law; MRT_LAWS_OPEN says how many of the fresh one may.
func TestLawsSQLite(t *testing.T) {
	holdLaws(t, &lawCourt{dialect: "sqlite", url: "sqlite://", seed: 7}, 190)
}

func TestLawsPostgreSQL(t *testing.T) {
	opt, _ := served(t)
	holdLaws(t, &lawCourt{dialect: "postgresql", url: "postgresql://localhost/none", database: opt.Database, seed: 1}, 10)
}

func TestLawsMariaDB(t *testing.T) { holdLawsMySQL(t, "mariadb") }

// TestLawsMySQL makes what MySQL 5.6 takes; some of its shapes are open.
func TestLawsMySQL(t *testing.T) {
	if os.Getenv("MRT_MIGRATIONS") == "" {
		t.Skip("some migrations violate a law still: the names of foreign keys of CREATE TABLE, ALTER … DROP DEFAULT; MRT_MIGRATIONS runs it")
	}
	holdLawsMySQL(t, "mysql")
}

func holdLawsMySQL(t *testing.T, dialect string) {
	opt, _ := servedMySQL(t, dialect)
	holdLaws(t, &lawCourt{dialect: dialect, url: dialect + "+pymysql://localhost/none", database: opt.Database, seed: 1}, 10)
}

// migrationsWanted is how many migrations a test makes: MRT_MIGRATIONS says (the
// long form is 20000), or as many as show that it works.
func migrationsWanted(t *testing.T, least int) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv("MRT_MIGRATIONS")); err == nil {
		return n
	}
	t.Logf("%d migrations; MRT_MIGRATIONS=20000 is the long form", least)
	return least
}

// A lawCourt judges migrations of one dialect.
type lawCourt struct {
	dialect, url, database string
	seed                   uint64 // of the short form
	db                     live.DB
	empty                  live.Mark // of db, where each trial begins
	held                   int       // trials of db
	agreed, strict, beyond int
}

// perDatabase is how many trials one database is used for: what they leave in its
// catalog, though rolled back, makes it slower and slower.
const perDatabase = 150

// begin gives the court an empty database.
func (c *lawCourt) begin(ctx context.Context) (err error) {
	if c.held++; c.db != nil && c.held%perDatabase != 0 && c.db.Restore(ctx, c.empty) == nil {
		return nil // else a trial committed
	}
	c.end()
	if c.db, err = openDatabase(ctx, Options{Database: c.database}); err == nil {
		c.empty, err = c.db.Snapshot(ctx)
	}
	return err
}

func (c *lawCourt) end() {
	if c.db != nil {
		_ = c.db.Close()
	}
}

func holdLaws(t *testing.T, c *lawCourt, least int) {
	defer c.end()
	n, list := migrationsWanted(t, least), []uint64{c.seed}
	if n != least {
		list = seeds(t)
	}
	for k, seed := range list {
		first, last := 0, n/len(list)
		if one, err := strconv.Atoi(os.Getenv("MRT_MIGRATION")); err == nil {
			first, last = one, one+1
		}
		found, open := c.violations(t, seed, first, last), 0
		if k > 0 { // the fresh one
			open, _ = strconv.Atoi(os.Getenv("MRT_LAWS_OPEN"))
		}
		if len(found) > open {
			t.Errorf("seed %d: %d of %d migrations violate a law, %d may:\n%s", seed, len(found), last-first, open, strings.Join(found, "\n"))
			continue
		}
		t.Logf("seed %d: %d of %d migrations violate a law, %d may\n%s", seed, len(found), last-first, open, strings.Join(found, "\n"))
	}
	t.Logf("check and verify agree on %d; check is stricter on %d and does not decide %d", c.agreed, c.strict, c.beyond)
}

// violations judges the migrations of a seed from the first up to the last, and
// tells of each that violates a law: how, of the first few for each law.
func (c *lawCourt) violations(t *testing.T, seed uint64, first, last int) []string {
	t.Helper()
	var found []string
	failed := map[string]int{}
	for i := first; i < last; i++ {
		if i > first && (i-first)%1000 == 0 {
			tellLaws(t, "seed %d: %d of %d migrations made, %d violate a law", seed, i-first, last-first, len(found))
		}
		m := makeMigration(c.dialect, seed, uint64(i))
		law, words := c.judge(t, m, "")
		if law == "" {
			continue
		}
		if failed[law]++; failed[law] <= 4 {
			small := m.shrink(func(s *migrationSpec) bool { l, _ := c.judge(t, s, law); return l == law })
			_, words = c.judge(t, small, law)
		} else {
			words, _, _ = strings.Cut(words, "\n")
		}
		found = append(found, fmt.Sprintf("seed %d, migration %d: %s: %s", seed, i, law, words))
		tellLaws(t, "%s", found[len(found)-1])
	}
	return found
}

// tellLaws tells at once how a long run goes, which may be stopped before its end.
func tellLaws(t *testing.T, format string, args ...any) {
	if os.Getenv("MRT_MIGRATIONS") != "" {
		fmt.Fprintf(os.Stderr, t.Name()+": "+format+"\n", args...)
	}
}

// judge tells which law a migration breaks, "" for none, and how. With only it
// asks for one law, which a smaller migration is to break as well.
func (c *lawCourt) judge(t *testing.T, m *migrationSpec, only string) (law, words string) {
	ctx := t.Context()
	dir, text, err := c.write(m)
	if err != nil {
		return "writing", err.Error()
	}
	defer os.RemoveAll(dir)
	p, err := history.Find(history.FindOptions{Path: dir})
	if err != nil {
		return "writing", err.Error() + text
	}
	env, err := opshim.Open(ctx, p, opshim.Options{Dialect: c.dialect})
	if err != nil {
		return "writing", err.Error() + text
	}
	revs := []*history.Revision{env.History.First("base"), env.History.First("top")}
	for _, l := range []struct {
		name string
		ask  func() string
	}{
		{"read = write", func() string { return c.readsWhatIsWritten(m) }},
		{"catalog = database", func() string { return c.modelIsDatabase(ctx, env, revs) }},
		{"check = verify", func() string { return c.verdictsAgree(ctx, env, revs) }},
	} {
		if only != "" && only != l.name {
			continue
		}
		if d := l.ask(); d != "" {
			return l.name, d + text
		}
	}
	return "", ""
}

const lawParent = `CREATE TABLE parent (i INTEGER UNIQUE, b BIGINT UNIQUE, s SMALLINT UNIQUE)`

// write writes the project of a migration into a folder of its own.
func (c *lawCourt) write(m *migrationSpec) (dir, text string, err error) {
	base, err := m.Table.build()
	if err != nil {
		return "", "", err
	}
	d, err := sqlgen.New(c.dialect)
	if err != nil {
		return "", "", err
	}
	w := pywrite.New(pywrite.Default(), d)
	function := func(name string, ops []op.Op) string {
		lines, e := w.Ops(ops)
		err = errors.Join(err, e)
		return "def " + name + "():\n    " + strings.Join(append(lines, "pass"), "\n    ") + "\n\n"
	}
	head := "from alembic import op\nimport sqlalchemy as sa\nfrom sqlalchemy.dialects import mysql, postgresql, sqlite\n"
	first := function("upgrade", []op.Op{&op.Execute{Stmt: &expr.Text{SQL: lawParent}}, base})
	second := function("upgrade", m.ups()) + function("downgrade", m.downs())
	if err != nil {
		return "", "", err
	}
	if dir, err = os.MkdirTemp("", "laws"); err != nil {
		return "", "", err
	}
	files := map[string]string{
		"alembic.ini":   "[alembic]\nscript_location = %(here)s\nsqlalchemy.url = " + c.url + "\n",
		"env.py":        "from alembic import context\ncontext.configure(url=context.config.get_main_option('sqlalchemy.url'))\nwith context.begin_transaction():\n    context.run_migrations()\n",
		"versions/1.py": head + "revision = 'base'\ndown_revision = None\n" + first + "def downgrade():\n    pass\n",
		"versions/2.py": head + "revision = 'top'\ndown_revision = 'base'\n" + second,
	}
	for name, content := range files {
		path := filepath.Join(dir, name)
		err = errors.Join(err, os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(content), 0o666))
	}
	return dir, "\n" + first + second, err
}

// modelIsDatabase compares the catalog with an empty database after both upgrades.
func (c *lawCourt) modelIsDatabase(ctx context.Context, env *opshim.Environment, revs []*history.Revision) string {
	d, _ := sqlgen.New(c.dialect)
	read, _ := sqlread.DialectOf(c.dialect)
	x, err := symex.New(env, d)
	if err != nil {
		return err.Error()
	}
	if err := c.begin(ctx); err != nil {
		return "database: " + err.Error()
	}
	state, s := catalog.New(read, catalog.NewWorld()), newSession(c.db, &Options{})
	if err := c.db.Connect(ctx); err != nil {
		return "connect: " + err.Error()
	}
	defer func() { _ = c.db.Hangup(ctx, false) }()
	if _, err := c.db.Exec(ctx, "BEGIN", nil); err != nil && c.dialect == "sqlite" {
		return "begin: " + err.Error()
	}
	for _, rev := range revs {
		paths := x.Explore(ctx, rev, opshim.Up, state)
		if len(paths) != 1 {
			return fmt.Sprintf("%d ways through %s", len(paths), rev.ID)
		}
		model, real := paths[0].Err, opshim.Run(ctx, env, rev, opshim.Up, s)
		if model == nil && real != nil && strings.HasPrefix(paths[0].State.RowsTainted, "rows: ") {
			return "" // it depends on rows that are not known
		}
		if (model == nil) != (real == nil) {
			return fmt.Sprintf("%s: the catalog says %v, the database %v\n%s", rev.ID, model, real, sentBy(s))
		}
		if real != nil {
			return ""
		}
		state = paths[0].State
	}
	if state.Tainted != "" {
		return "the catalog is in doubt: " + state.Tainted
	}
	return c.sameTables(ctx, state, s)
}

func (c *lawCourt) sameTables(ctx context.Context, state *catalog.State, s *session) string {
	want, err := s.Names(ctx, opshim.Listing{Kind: opshim.ListTables})
	if err != nil {
		return "names: " + err.Error()
	}
	got := state.Names("table", "")
	slices.Sort(want)
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		return "tables (-database +catalog)\n" + d
	}
	for _, name := range want {
		n := schema.Name{Name: name}
		real, err := s.Reflect(ctx, n)
		if err != nil {
			return "reflect: " + err.Error()
		}
		model, _, err := state.Reflect(n)
		if err != nil || model == nil {
			return fmt.Sprintf("%s is not in the catalog: %v", name, err)
		}
		if d := cmp.Diff(linesOf(s.compile, real, false), linesOf(s.compile, model, false)); d != "" {
			return "table " + name + " (-database +catalog)\n" + d
		}
	}
	return ""
}

// verdictsAgree demands that nothing is called lossless that is not.
func (c *lawCourt) verdictsAgree(ctx context.Context, env *opshim.Environment, revs []*history.Revision) string {
	var check, verify finding.Result
	for r, err := range analyzer.Check(ctx, env, revs, analyzer.Options{Dialect: c.dialect}) {
		if err != nil {
			return "check: " + err.Error()
		}
		check = r
	}
	var list []*Migration
	for i, rev := range revs {
		m := &Migration{ID: rev.ID, File: rev.File, Run: func(ctx context.Context, d opshim.Direction, b opshim.Backend) error {
			return opshim.Run(ctx, env, rev, d, b)
		}}
		if i > 0 {
			m.Needs = []string{revs[i-1].ID}
		}
		list = append(list, m)
	}
	if err := c.begin(ctx); err != nil {
		return "database: " + err.Error()
	}
	v := newWalk(c.db, Options{})
	if _, err := v.each(ctx, list, func(r finding.Result, err error) bool { verify = r; return err == nil }); err != nil {
		return "verify: " + err.Error()
	}
	decided := verify.Outcome == finding.Passed || verify.Outcome == finding.Failed && verify.Stage != finding.Upgrade
	lossless := check.Verdict == finding.Lossless
	switch {
	case check.Verdict == finding.Unknown || !decided:
		c.beyond++
	case lossless && verify.Outcome == finding.Failed:
		return fmt.Sprintf("check says lossless, verify:\n%s", show(verify))
	case !lossless && verify.Outcome == finding.Passed:
		if os.Getenv("MRT_STRICT") != "" {
			return fmt.Sprintf("verify passes, check:\n%s", show(check))
		}
		c.strict++
	default:
		c.agreed++
	}
	return ""
}
