package mydb

import (
	"bufio"
	"context"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// databases are those of the server that begin as ours do.
func databases(t *testing.T, c *conn) []string {
	t.Helper()
	found, err := c.rows(t.Context(), `SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'mrt\_%' ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, row := range found {
		out = append(out, string(row[0]))
	}
	return out
}

// visitor is a connection of nobody's run.
func visitor(t *testing.T, url string) *conn {
	t.Helper()
	at, err := readAddress(url)
	if err != nil {
		t.Fatal(err)
	}
	c, err := connect(t.Context(), at, "", true, grace)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.close)
	return c
}

// TestSweep: a run drops what a killed one left, and nothing else.
func TestSweep(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		c := visitor(t, url)
		decoys := []string{"mrt_0123456789ab", "mrt_1123456789ab_copies", "mrt_other_copies", "mrt_other"}
		for _, sql := range []string{"CREATE DATABASE mrt_0123456789ab", "CREATE DATABASE mrt_1123456789ab_copies", "CREATE DATABASE mrt_other_copies COLLATE " + markCollation, "CREATE DATABASE mrt_other"} {
			if err := c.exec(t.Context(), sql); err != nil {
				t.Fatal(err)
			}
		}
		t.Cleanup(func() {
			for _, name := range decoys {
				_ = c.exec(context.Background(), "DROP DATABASE "+name)
			}
		})
		alive := open(t, url)
		killed, err := Open(t.Context(), url, nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		killed.c.close() // its end frees the lock, as a killed process does
		time.Sleep(50 * time.Millisecond)
		again, err := Open(t.Context(), url, nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
		want := slices.Concat(decoys, []string{alive.name, alive.name + copies})
		slices.Sort(want)
		if got := databases(t, c); !slices.Equal(got, want) {
			t.Errorf("on the server: %v, want %v", got, want)
		}
	})
}

// TestParallel: runs side by side do not drop each other's databases.
func TestParallel(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		c := visitor(t, url)
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() {
				d, err := Open(t.Context(), url, nil, []string{"CREATE TABLE a (id INT PRIMARY KEY)"}, nil)
				if err != nil {
					t.Error(err)
					return
				}
				if err := d.do(t.Context(), "INSERT INTO a VALUES (1)"); err != nil {
					t.Error(err)
				}
				if err := d.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		if left := databases(t, c); len(left) > 0 {
			t.Errorf("left on the server: %v", left)
		}
	})
}

// TestTimeLimit: the statement is stopped, and the state comes back.
func TestTimeLimit(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		d := open(t, url)
		d.all(t, "CREATE TABLE a (id INT PRIMARY KEY)", "INSERT INTO a VALUES (1), (2)", "CREATE PROCEDURE busy() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; LOOP DO SLEEP(1); END LOOP; END")
		m, err := d.Snapshot(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer m.Release()
		for _, sql := range []string{"SELECT SLEEP(60)", "DELETE FROM a WHERE SLEEP(30) = 0", "SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b, information_schema.columns c", "CALL busy()"} {
			if err := d.Connect(t.Context()); err != nil {
				t.Fatal(err)
			}
			if _, err := d.Exec(t.Context(), "INSERT INTO a VALUES (3)", nil); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
			begin := time.Now()
			_, err := d.Exec(ctx, sql, nil)
			cancel()
			if !errors.Is(err, context.DeadlineExceeded) || time.Since(begin) > 3*grace {
				t.Errorf("%s: %v after %v", sql, err, time.Since(begin))
			}
			if err := d.Hangup(t.Context(), false); err != nil {
				t.Fatal(err)
			}
			if err := d.Restore(t.Context(), m); err != nil {
				t.Fatal(err)
			}
			if found, err := d.rows(t.Context(), "SELECT COUNT(*) FROM a"); err != nil || string(found[0][0]) != "2" {
				t.Errorf("%s: %s rows, %v", sql, found, err)
			}
		}
	})
}

// TestLost: a session that the server ends is told as lost, not as the
// migration's failure.
func TestLost(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		d, c := open(t, url), visitor(t, url)
		if err := d.Connect(t.Context()); err != nil {
			t.Fatal(err)
		}
		killed := make(chan error, 1)
		go func() {
			time.Sleep(200 * time.Millisecond)
			killed <- c.exec(context.Background(), "KILL CONNECTION "+d.run.id)
		}()
		_, err := d.Exec(t.Context(), "SELECT SLEEP(30)", nil)
		if err := <-killed; err != nil {
			t.Fatal(err)
		}
		var lost *Lost
		if !errors.As(err, &lost) || !strings.Contains(err.Error(), "the connection to the "+d.product()+" server was lost") {
			t.Errorf("%v", err)
		}
		_ = d.Hangup(t.Context(), false)
	})
}

// TestAccount: an account without rights gets a sentence that says which.
func TestAccount(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		c := visitor(t, url)
		if err := c.exec(t.Context(), "CREATE USER 'poor one'@'localhost' IDENTIFIED BY 'p@ss%w/rd'"); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.exec(context.Background(), "DROP USER 'poor one'@'localhost'") })
		at, err := readAddress(url)
		if err != nil {
			t.Fatal(err)
		}
		at.user, at.password, at.secret = "poor one", "p@ss%w/rd", true
		_, err = Open(t.Context(), at.url("mysql", ""), nil, nil, nil)
		if err == nil || !strings.Contains(err.Error(), "the account 'poor one'@'localhost' may not make databases") || !strings.Contains(err.Error(), "GRANT ALL PRIVILEGES ON `mrt\\_%`.*") {
			t.Fatalf("%v", err)
		}
		if err := c.exec(t.Context(), "GRANT ALL PRIVILEGES ON `mrt\\_%`.* TO 'poor one'@'localhost'"); err != nil {
			t.Fatal(err)
		}
		d := open(t, at.url("mysql", ""))
		d.all(t, world(d.version())[0])
		m, err := d.Snapshot(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		d.all(t, "DROP TABLE author")
		d.full = true
		if err := d.Restore(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	})
}

// TestPrivateKilled: a private server dies with its mrt, and the next run removes
// the folder.
func TestPrivateKilled(t *testing.T) {
	if os.Getenv("MRT_TEST_PRIVATE") != "" {
		s, err := Start(t.Context(), "mariadb")
		if err != nil {
			t.Fatal(err)
		}
		_, _ = os.Stdout.WriteString("folder " + s.folder.Path + "\n")
		time.Sleep(time.Minute)
	}
	need(t, "mariadb")
	cmd := exec.Command(os.Args[0], "-test.run=^TestPrivateKilled$")
	cmd.Env = append(os.Environ(), "MRT_TEST_PRIVATE=yes")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	dir, ok := strings.CutPrefix(strings.TrimSpace(line), "folder ")
	if err != nil || !ok {
		t.Fatalf("%q %v", line, err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	mariaProduct.servers().Sweep(endOrphan)
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("the folder is left: %v", err)
	}
	if answers(dir) {
		t.Error("the server goes on")
	}
}

// TestClasses: what SQLAlchemy would raise, in PyMySQL's words.
func TestClasses(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		d := open(t, url)
		d.all(t, "CREATE TABLE p (id INT PRIMARY KEY, n INT NOT NULL)", "CREATE TABLE c (id INT PRIMARY KEY, p INT, name VARCHAR(3), CONSTRAINT fk_p FOREIGN KEY (p) REFERENCES p (id))", "INSERT INTO p VALUES (1, 1)", "INSERT INTO c VALUES (1, 1, 'a')")
		for sql, want := range map[string]struct{ class, code, words, where string }{
			"INSERT INTO p VALUES (1, 2)":                   {"IntegrityError", "1062", `(1062, "Duplicate entry '1' for key 'PRIMARY'")`, " PRIMARY "},
			"INSERT INTO p VALUES (2, NULL)":                {"IntegrityError", "1048", `(1048, "Column 'n' cannot be null")`, "  n"},
			"INSERT INTO c VALUES (2, 9, 'a')":              {"IntegrityError", "1452", "a foreign key constraint fails (`c`, CONSTRAINT `fk_p`", "c fk_p "},
			"INSERT INTO c VALUES (2, NULL, 'much')":        {"DataError", "1406", "Data too long", "  name"},
			"SELEC 1":                                       {"ProgrammingError", "1064", "You have an error in your SQL syntax", "  "},
			"SELECT * FROM nothing":                         {"ProgrammingError", "1146", `(1146, "Table 'nothing' doesn't exist")`, "  "},
			"ALTER TABLE p DROP COLUMN x":                   {"OperationalError", "1091", "(1091, ", "  "},
			"SELECT x FROM p":                               {"OperationalError", "1054", "Unknown column 'x'", "  "},
			"INSERT INTO c VALUES (1, NULL, 'x'), (3, 1)":   {"OperationalError", "1136", "Column count", "  "},
			"ALTER TABLE c ADD COLUMN a INT, ENGINE=nosuch": {"NotSupportedError", "1286", "nosuch", "  "},
		} {
			if err := d.Connect(t.Context()); err != nil {
				t.Fatal(err)
			}
			_, err := d.Exec(t.Context(), sql, nil)
			f, ok := live.AsFailure(err)
			if !ok || f.Class != want.class || f.Code != want.code || !strings.Contains(f.Message, want.words) || f.Table+" "+f.Constraint+" "+f.Column != want.where {
				t.Errorf("%s: %+v %v", sql, f, err)
			}
			if err := d.Hangup(t.Context(), false); err != nil {
				t.Fatal(err)
			}
		}
	})
}
