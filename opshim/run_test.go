package opshim

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

func openEnvironment(t *testing.T, path string) *Environment {
	t.Helper()
	e, err := Open(context.Background(), openArchive(t, path).project(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func find(t *testing.T, e *Environment, id string) *script.Revision {
	t.Helper()
	r, err := e.History.Revision(id)
	if err != nil || r == nil {
		t.Fatalf("revision %s: %v, %v", id, r, err)
	}
	return r
}

func recorder(t *testing.T, dialect string) *Recorder {
	t.Helper()
	d, err := sqlgen.New(dialect)
	if err != nil {
		t.Fatal(err)
	}
	return &Recorder{For: d}
}

// describeSteps shows what was done and where it was asked for.
func describeSteps(steps []Step) string {
	var b strings.Builder
	for _, s := range steps {
		what := fmt.Sprintf("%T", s.Op)
		switch o := s.Op.(type) {
		case *op.CreateTable:
			what += " " + o.Table.Name.String()
		case *op.DropTable:
			what += " " + o.Table.String()
		case *op.AddColumn:
			what += " " + o.Table.String() + "." + o.Column.Name
		case *op.DropColumn:
			what += " " + o.Table.String() + "." + o.Column
		}
		fmt.Fprintf(&b, "%s at %s\n", what, s.At)
	}
	return b.String()
}

func TestRun(t *testing.T) {
	e := openEnvironment(t, "testdata/offline/generic_postgresql.txtar")
	if e.Problem != nil {
		t.Fatal(e.Problem)
	}
	tests := []struct {
		rev  string
		dir  Direction
		want string
	}{
		{"a1", Up, "*op.CreateTable users at m/versions/a1.py:9:5\n"},
		{"a1", Down, "*op.DropTable users at m/versions/a1.py:18:5\n"},
		{"b2", Up, "*op.AddColumn users.age at m/versions/b2.py:9:5\n*op.Execute at m/versions/b2.py:10:5\n"},
		{"b2", Down, "*op.DropColumn users.age at m/versions/b2.py:14:5\n"},
	}
	for _, tt := range tests {
		t.Run(tt.rev+" "+tt.dir.String(), func(t *testing.T) {
			r := recorder(t, "postgresql")
			if err := Run(context.Background(), e, find(t, e, tt.rev), tt.dir, r); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, describeSteps(r.Steps)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// With several databases the first one's arguments are handed on.
func TestRunArguments(t *testing.T) {
	e := openEnvironment(t, "testdata/offline/several_databases.txtar")
	r := recorder(t, "postgresql")
	if err := Run(context.Background(), e, find(t, e, "a1"), Up, r); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("*op.AddColumn t.a at m/versions/a1.py:13:5\n", describeSteps(r.Steps)); diff != "" {
		t.Error(diff)
	}
}

func TestConfiguration(t *testing.T) {
	e := openEnvironment(t, "testdata/offline/version_table.txtar")
	if e.Problem != nil || len(e.Configurations) != 1 {
		t.Fatalf("%v, %d configurations", e.Problem, len(e.Configurations))
	}
	c := e.Configurations[0]
	got := fmt.Sprint(e.Dialect(), " ", c.Transactional, " ", c.PerMigration, " ", c.VersionSchema, ".", c.VersionTable)
	if diff := cmp.Diff("mysql false false ops.Done", got); diff != "" {
		t.Error(diff)
	}
	before := openEnvironment(t, "testdata/offline/search_path.txtar")
	if n := len(before.Configurations[0].Before); n != 1 {
		t.Errorf("env.py has %d statements before its migrations, want 1", n)
	}
	hidden := openEnvironment(t, "testdata/offline/flask_hidden.txtar")
	if !hidden.Configurations[0].NamingHidden {
		t.Error("nothing says that the naming convention is hidden")
	}
	if n := openEnvironment(t, "testdata/offline/naming_convention.txtar").Naming(); n == nil || len(n.Rules) != 3 {
		t.Errorf("naming convention of the models is %v", n)
	}
}

func TestMissingPackage(t *testing.T) {
	e := openEnvironment(t, "testdata/offline/flask_hidden.txtar")
	rev := find(t, e, "a1")
	if err := Run(context.Background(), e, rev, Up, recorder(t, "sqlite")); err != nil {
		t.Errorf("upgrade, which does not use it: %v", err)
	}
	err := Run(context.Background(), e, rev, Down, recorder(t, "sqlite"))
	var missing *MissingPackage
	if !errors.As(err, &missing) {
		t.Fatalf("downgrade, which uses it: %v", err)
	}
	want := "package shop, imported at m/versions/a1.py:3:1, is not there, and the migration uses shop.models.money.sql"
	if diff := cmp.Diff(want, missing.Error()); diff != "" {
		t.Error(diff)
	}
}

// refusing is a backend whose database refuses everything.
type refusing struct{ *Recorder }

// Apply implements Backend.
func (refusing) Apply(context.Context, Step) error {
	return &DBError{Class: "IntegrityError", Message: "no", Statement: "X"}
}

func TestDatabaseFailure(t *testing.T) {
	e := openEnvironment(t, "testdata/offline/generic_postgresql.txtar")
	err := Run(context.Background(), e, find(t, e, "a1"), Up, refusing{recorder(t, "postgresql")})
	var run *RunError
	var db *DBError
	if !errors.As(err, &run) || !errors.As(err, &db) {
		t.Fatalf("error is %v", err)
	}
	if got := run.At.String(); !strings.HasPrefix(got, "m/versions/a1.py:9:5") {
		t.Errorf("failed at %s", got)
	}
	if !strings.HasPrefix(err.Error(), "IntegrityError: ") {
		t.Errorf("error reads %q", err)
	}
}

// A revision that asks is told that it has a database.
func TestRunIsOnline(t *testing.T) {
	e, err := Open(context.Background(), openArchive(t, "testdata/offline/x_arguments.txtar").project(t), Options{XArgs: []string{"schema=s1"}})
	if err != nil || e.Problem != nil {
		t.Fatal(err, e.Problem)
	}
	rev := find(t, e, "a1")
	var out strings.Builder
	e.rt.thread.Stdout = &out
	if err := Run(context.Background(), e, rev, Up, recorder(t, "sqlite")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("-- s1 42 % sqlite False\n", out.String()); diff != "" {
		t.Error(diff)
	}
}
