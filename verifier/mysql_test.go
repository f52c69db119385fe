package verifier

import (
	"os"
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/mydb"
)

// products are the servers that tests of MySQL's dialect run on, and the files of
// cases for each.
var products = []struct {
	dialect string
	files   []string
}{{"mariadb", []string{"mysql", "mariadb"}}, {"mysql", []string{"mysql", "mysql5"}}}

// onMySQL runs a test on a server of each product that is to be had.
func onMySQL(t *testing.T, test func(t *testing.T, opt Options, files []string)) {
	for _, p := range products {
		t.Run(p.dialect, func(t *testing.T) {
			opt, _ := servedMySQL(t, p.dialect)
			test(t, opt, p.files)
		})
	}
}

// servedMySQL returns the options for a server of the test's own, and the server,
// which ends with the test. Without programs it skips; without those of MariaDB it
// fails in CI, where those of MySQL are no package.
func servedMySQL(t *testing.T, dialect string) (Options, *mydb.Server) {
	t.Helper()
	if err := mydb.Programs(dialect); err != nil {
		if os.Getenv("CI") != "" && (dialect == "mariadb" || os.Getenv("MRT_MYSQL_BIN") != "") {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	server, err := mydb.Start(t.Context(), dialect)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	return Options{Database: server.URL("")}, server
}

func TestShapesMySQL(t *testing.T) {
	onMySQL(t, func(t *testing.T, opt Options, files []string) {
		for _, f := range files {
			if f != "mysql5" { // MySQL has no shape of its own yet
				fillAll(t, f, opt)
			}
		}
	})
}

func TestPlantedMySQL(t *testing.T) {
	onMySQL(t, func(t *testing.T, opt Options, files []string) {
		for _, f := range files {
			play(t, f, opt)
		}
	})
}
