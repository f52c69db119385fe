package main

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/verifier"
)

// TestStartable: mrt init proposes a database that can be started here.
func TestStartable(t *testing.T) {
	if err := verifier.Startable("mariadb"); err != nil {
		t.Skip(err)
	}
	t.Setenv("MRT_MYSQL_BIN", t.TempDir())
	if name, why := startable("mysql"); name != "mariadb" || !strings.Contains(why, "no programs of a MySQL server") {
		t.Errorf("%s %s", name, why)
	}
	if name, why := startable("mariadb"); name != "mariadb" || why != "" {
		t.Errorf("%s %s", name, why)
	}
	t.Setenv("MRT_MARIADB_BIN", t.TempDir())
	if name, why := startable("mysql"); name != "mysql" || !strings.HasPrefix(why, "# ") || strings.Count(why, "\n") != 1 {
		t.Errorf("%s %q", name, why)
	}
}
