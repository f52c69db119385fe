package verifier

import (
	"net/url"
	"os"
	"os/exec"
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
func servedMySQL(t testing.TB, dialect string) (Options, *mydb.Server) {
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

// TestPlantedPrivateMySQL: accounts concern nobody else on a server of our own, and
// are compared there.
func TestPlantedPrivateMySQL(t *testing.T) {
	for _, p := range products {
		t.Run(p.dialect, func(t *testing.T) {
			_, _ = servedMySQL(t, p.dialect)
			t.Setenv("MRT_TEST_CATALOG", "yes") // each state that comes back against what it was
			for _, f := range p.files {
				if f != "mysql5" {
					play(t, "private"+f, Options{Database: p.dialect})
				}
			}
		})
	}
}

// TestReproMySQL plays the scripts with the servers' own client.
func TestReproMySQL(t *testing.T) {
	client, err := exec.LookPath("mariadb")
	if err != nil {
		if client, err = exec.LookPath("mysql"); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatal(err)
			}
			t.Skip("there is no client of MySQL or MariaDB to run scripts with")
		}
	}
	list := []shown{
		{"values lost", "CREATE TABLE t (id INT PRIMARY KEY, b VARCHAR(200) NOT NULL DEFAULT 'keep''s')", "ALTER TABLE t DROP COLUMN b -- for good", "ALTER TABLE t ADD COLUMN b VARCHAR(200)", `100% a\\\\b;`, ""},
		{"index lost", "CREATE TABLE t (id INT PRIMARY KEY, b INT)\nCREATE INDEX ix_b ON t (b)", "DROP INDEX ix_b ON t # gone", "SELECT 1 FROM t", `ix_b`, ""},
		{"names in quotes", "CREATE TABLE p (id INT PRIMARY KEY)\nCREATE TABLE `order` (id INT PRIMARY KEY, `Group` INT, p INT NOT NULL, extra INT, FOREIGN KEY (`Group`) REFERENCES `order` (id), FOREIGN KEY (p) REFERENCES p (id))",
			"ALTER TABLE `order` DROP COLUMN extra", "SELECT 1 FROM `order`", `extra`, ""},
		{"values of all kinds", "CREATE TABLE t (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, f DOUBLE, g FLOAT, n DECIMAL(9, 2), d DATE, s VARCHAR(9), z BOOLEAN, b BIT(9), y YEAR, e ENUM('a', 'it''s'), m SET('x', 'y'), u BIGINT UNSIGNED, r VARBINARY(20), p POINT, at TIMESTAMP NULL, extra INT)",
			"ALTER TABLE t DROP COLUMN extra", "SELECT 1 FROM t", `extra`, ""},
		{"downgrade fails", "CREATE TABLE t (id INT PRIMARY KEY)", "CREATE TABLE n (id INT)", "DROP TABLE n\nDROP TABLE absent", "", `absent`},
		{"rows of the new schema", "CREATE TABLE t (id INT PRIMARY KEY, b INT)\nCREATE UNIQUE INDEX u ON t (b)", "DROP INDEX u ON t", "CREATE UNIQUE INDEX u ON t (b)", "", `Duplicate entry`},
		{"a trigger of several statements", "CREATE TABLE t (id INT PRIMARY KEY, b INT)", "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.b = 1; SET NEW.b = 2; END\nALTER TABLE t DROP b", "DROP TRIGGER tr\nALTER TABLE t ADD c INT", "`b` int", ""},
	}
	for _, p := range products {
		t.Run(p.dialect, func(t *testing.T) {
			opt, server := servedMySQL(t, p.dialect)
			at, err := url.Parse(server.URL(""))
			if err != nil {
				t.Fatal(err)
			}
			run := []string{"--no-defaults", "--user=root", "--socket=" + at.Query().Get("unix_socket"), "--default-character-set=utf8mb4"}
			for i, s := range list {
				t.Run(s.name, func(t *testing.T) {
					name := "repro" + string(rune('a'+i))
					client1(t, "CREATE DATABASE "+name, client, run...)
					s.test(t, opt, func(sql string) (string, string) { return client1(t, sql, client, append(run, "--force", name)...) })
				})
			}
		})
	}
}
