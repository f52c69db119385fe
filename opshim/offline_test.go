package opshim

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mrt-tools/mrt/opshim/script"
	"golang.org/x/tools/txtar"
)

// archive is one project of testdata: files, the command, and what Alembic
// 1.20.1 with SQLAlchemy 2.0.58 printed for it.
type archive struct {
	files map[string]string
	dir   string
}

func openArchive(t *testing.T, path string) *archive {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	out := &archive{files: map[string]string{}, dir: dir}
	for _, f := range a.Files {
		out.files[f.Name] = string(f.Data)
		if strings.HasPrefix(f.Name, "out/") || f.Name == "args" {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func (a *archive) project(t *testing.T) *script.Project {
	t.Helper()
	p, err := script.Find(script.FindOptions{WorkDir: a.dir})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestOfflineSQL(t *testing.T) {
	paths, err := filepath.Glob("testdata/offline/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a := openArchive(t, path)
			args := strings.Fields(a.files["args"])
			tag := "t1"
			o := Options{Range: args[1], Stubs: []string{"stubs"}, Downgrade: args[0] == "downgrade", XArgs: []string{"schema=s1"}, Tag: &tag}
			var out, log bytes.Buffer
			err := OfflineSQL(context.Background(), a.project(t), o, &out, &log)
			if diff := cmp.Diff(a.files["out/sql"], out.String()); diff != "" {
				t.Errorf("SQL (-want +got):\n%s\n%s", diff, log.String())
			}
			got := ""
			if err != nil {
				got = err.Error() + "\n"
			}
			if diff := cmp.Diff(a.files["out/error"], got); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOfflineRefusals(t *testing.T) {
	a := openArchive(t, "testdata/offline/generic_postgresql.txtar")
	tests := []struct {
		name string
		o    Options
		want string
	}{
		{"downgrade without a range", Options{Downgrade: true, Range: "base"}, "downgrade with --sql requires <fromrev>:<torev>"},
		{"two colons", Options{Range: "a:b:c"}, "too many values to unpack (expected 2, got 3)"},
		{"unknown revision", Options{Range: "zz"}, "CommandError: Can't locate revision identified by 'zz'"},
		{"unknown dialect", Options{Dialect: "oracle"}, `unknown dialect "oracle": postgresql, mysql, mariadb and sqlite are known`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			err := OfflineSQL(context.Background(), a.project(t), tt.o, &out, nil)
			if err == nil {
				t.Fatalf("no error, but %q", out.String())
			}
			if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCancelled(t *testing.T) {
	a := openArchive(t, "testdata/offline/generic_postgresql.txtar")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out bytes.Buffer
	err := OfflineSQL(ctx, a.project(t), Options{}, &out, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, not the cancellation", err)
	}
}
