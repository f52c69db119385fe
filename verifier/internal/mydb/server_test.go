package mydb

import (
	"context"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
)

// shared are the servers that all tests use, one of each product.
var shared = map[string]func() (*Server, error){
	"mariadb": sync.OnceValues(func() (*Server, error) { return Start(context.Background(), "mariadb") }),
	"mysql":   sync.OnceValues(func() (*Server, error) { return Start(context.Background(), "mysql") }),
}

func TestMain(m *testing.M) {
	code := m.Run()
	for dialect, get := range shared {
		if Programs(dialect) == nil {
			if s, err := get(); err == nil {
				s.Stop()
			}
		}
	}
	os.Exit(code)
}

// each runs a test on each server that is to be had, as a server of the user's.
func each(t *testing.T, test func(t *testing.T, url string)) {
	t.Helper()
	for _, dialect := range []string{"mariadb", "mysql"} {
		t.Run(dialect, func(t *testing.T) {
			need(t, dialect)
			s, err := shared[dialect]()
			if err != nil {
				t.Fatal(err)
			}
			test(t, s.URL(""))
		})
	}
}

// need skips a test where there are no programs of a server, and fails it in CI,
// which installs MariaDB. MySQL's are no package of the systems that CI runs on.
func need(t *testing.T, dialect string) {
	t.Helper()
	err := Programs(dialect)
	switch {
	case err == nil:
	case os.Getenv("CI") != "" && (dialect == "mariadb" || os.Getenv(myProduct.variable) != ""):
		t.Fatal(err)
	default:
		t.Skip(err)
	}
}

// open makes a scratch database for a test.
func open(t *testing.T, url string) *DB {
	t.Helper()
	d, err := Open(t.Context(), url, []string{"alembic_version"}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// all runs statements of ours.
func (d *DB) all(t *testing.T, list ...string) {
	t.Helper()
	for _, sql := range list {
		if err := d.do(t.Context(), sql); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
}

func TestNoServer(t *testing.T) {
	t.Setenv("MRT_MARIADB_BIN", t.TempDir())
	err := Programs("mariadb")
	var none *NoServer
	if !errors.As(err, &none) || !strings.Contains(err.Error(), "MRT_MARIADB_BIN names") || !strings.Contains(err.Error(), "--db") {
		t.Errorf("%v", err)
	}
}

func TestReadVersion(t *testing.T) {
	for text, want := range map[string]version{
		"10.11.19-MariaDB-0+deb12u1":       {true, 101119},
		"5.5.5-10.6.4-MariaDB":             {true, 100604},
		"5.6.24":                           {false, 50624},
		"8.0.36-0ubuntu0.22.04.1":          {false, 80036},
		"11.4.2-MariaDB-ubu2404-log":       {true, 110402},
		"8.4":                              {false, 80400},
		"10.11.19-MariaDB-0+deb12u1 (xyz)": {true, 101119},
	} {
		if got := readVersion(text); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
