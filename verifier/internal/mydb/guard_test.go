package mydb

import (
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

func TestGuard(t *testing.T) {
	d := &DB{name: "mrt_0123456789ab", others: map[string]bool{"prod": true, "users": true}}
	refused := []string{
		"USE prod", "SHUTDOWN", "KILL 3", "CREATE DATABASE x", "DROP SCHEMA prod", "ALTER DATABASE prod CHARACTER SET latin1", "GRANT ALL ON *.* TO u", "REVOKE x FROM y", "CREATE USER u", "DROP USER u", "RENAME USER a TO b", "SET PASSWORD = 'x'",
		"SET GLOBAL sql_mode = ''", "SET @a = 1, GLOBAL max_connections = 3", "SET @@GLOBAL.x = 1", "SET PERSIST x = 1", "set @@persist_only.x = 1", "LOAD DATA INFILE '/etc/passwd' INTO TABLE t", "SELECT * FROM t INTO OUTFILE '/tmp/x'", "SELECT LOAD_FILE('/etc/passwd')",
		"SELECT a INTO DUMPFILE '/tmp/x' FROM t", "INSTALL PLUGIN x SONAME 'y'", "CREATE FUNCTION f RETURNS INT SONAME 'x.so'", "FLUSH TABLES WITH READ LOCK", "FLUSH LOGS", "RESET MASTER", "PURGE BINARY LOGS TO 'x'", "START SLAVE", "CHANGE MASTER TO x = 1",
		"INSERT INTO prod.t VALUES (1)", "UPDATE `prod`.`t` SET a = 1", "DELETE FROM prod . t", "SELECT * FROM prod.t", "CREATE TABLE x (id INT, FOREIGN KEY (id) REFERENCES prod.t (id))", "RENAME TABLE t TO prod.t", "CREATE TABLE t LIKE prod.t",
		"DROP TABLE a, prod.t", "UPDATE a, prod.t SET a.x = 1", "SELECT prod.t.id FROM t", "INSERT INTO mysql.user VALUES (1)", "DROP TABLE IF EXISTS prod.t", "SET sql_mode = 'ANSI_QUOTES'; DELETE FROM \"prod\".\"t\"",
		"CREATE PROCEDURE p() BEGIN DELETE FROM prod.t; END", "CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW INSERT INTO prod.t VALUES (1)", "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DROP DATABASE prod",
		"PREPARE s FROM 'DROP DATABASE prod'", "EXECUTE IMMEDIATE 'SET GLOBAL x = 1'", "SET @s = 'DELETE FROM prod.t'", "/*!50000 DROP DATABASE prod */", "/* x */ DROP DATABASE prod", "SELECT 1; DROP DATABASE prod",
	}
	for _, sql := range refused {
		if d.guard(sqltok.MySQL(sql)) == nil {
			t.Errorf("let through: %s", sql)
		}
	}
	passed := []string{
		"SELECT users.id, prod.a FROM users JOIN prod ON prod.id = users.id", "INSERT INTO users (id) VALUES (1)", "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", "SELECT 'DROP DATABASE prod'", "INSERT INTO t VALUES ('DROP DATABASE prod', \"USE x\")",
		"ALTER DATABASE CHARACTER SET utf8mb4", "ALTER DATABASE `mrt_0123456789ab` COLLATE utf8mb4_bin", "SET NAMES utf8mb4", "SET foreign_key_checks = 0", "SET SESSION sql_mode = ''", "SET @@session.x = @@global.x", "CREATE TABLE mrt_0123456789ab.t (id INT)",
		"DELETE u FROM users AS u JOIN b ON b.id = u.id", "UPDATE t SET a.b = 1", "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1", "ALTER TABLE t ADD COLUMN `use` INT", "LOCK TABLES t WRITE", "UNLOCK TABLES", "FLUSH TABLES t",
		"CREATE INDEX kill_it ON t (shutdown)", "SELECT GET_LOCK('x', 1)", "CREATE VIEW v AS SELECT a.id FROM t a", "INSERT INTO a SELECT b.x, users.y FROM b, users",
	}
	for _, sql := range passed {
		if err := d.guard(sqltok.MySQL(sql)); err != nil {
			t.Errorf("%s: %v", sql, err)
		}
	}
	d.server = &Server{}
	for _, sql := range []string{"GRANT SELECT ON t TO u", "CREATE USER u"} {
		if err := d.guard(sqltok.MySQL(sql)); err != nil {
			t.Errorf("on a private server: %s: %v", sql, err)
		}
	}
}
