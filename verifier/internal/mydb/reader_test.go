package mydb

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// TestMySQL8: what SHOW CREATE TABLE of MySQL 8 writes, of which no server is to be
// had here: one loss for each thing that is particular to it.
func TestMySQL8(t *testing.T) {
	text := "CREATE TABLE `t` (\n  `id` int NOT NULL AUTO_INCREMENT,\n  `a` int DEFAULT NULL /*!80023 INVISIBLE */,\n  `b` varchar(20) COLLATE utf8mb4_0900_as_cs DEFAULT (uuid()),\n" +
		"  `p` point NOT NULL /*!80003 SRID 4326 */,\n  `d` datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),\n  `g` int GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL,\n" +
		"  `j` json DEFAULT (json_array()),\n  PRIMARY KEY (`id`),\n  KEY `ia` (`a`) /*!80000 INVISIBLE */,\n  KEY `ib` (`b` DESC),\n  KEY `ic` ((`a` + `id`)),\n  KEY `ij` ((cast(`j` as unsigned array))),\n  SPATIAL KEY `ip` (`p`),\n" +
		"  FULLTEXT KEY `ft` (`b`) /*!50100 WITH PARSER `ngram` */,\n  CONSTRAINT `c1` CHECK ((`a` > 0)),\n  CONSTRAINT `c2` CHECK ((`a` < 9)) /*!80016 NOT ENFORCED */\n" +
		") /*!50100 TABLESPACE `innodb_system` */ ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci /*!80016 ENCRYPTION='Y' */\n/*!50100 PARTITION BY RANGE (`id`)\n(PARTITION p0 VALUES LESS THAN (10) ENGINE = InnoDB) */"
	r := &reader{charsets: map[string]string{"utf8mb4": "utf8mb4_0900_ai_ci"}}
	read := func(text string) *shape.Catalog {
		table, counter := r.table(text)
		if counter != 7 {
			t.Errorf("numbers stand at %d", counter)
		}
		return &shape.Catalog{Tables: map[string]*shape.Table{"t": table}}
	}
	was := read(text)
	for _, tt := range []struct{ from, to, want string }{
		{" /*!80016 NOT ENFORCED */", "", "check constraint t.c2: enforced is not set, was no"},
		{" /*!80023 INVISIBLE */", "", "column t.a: invisible is not set, was yes"},
		{" /*!80000 INVISIBLE */", "", "index t.ia: invisible is not set, was yes"},
		{"(`b` DESC)", "(`b`)", "index t.ib: columns is (b), was (b DESC)"},
		{"KEY `ic` ((`a` + `id`))", "KEY `ic` ((`a` - `id`))", "index t.ic: columns is"},
		{"cast(`j` as unsigned array)", "cast(`j` as char(9) array)", "index t.ij: columns is"},
		{" /*!80003 SRID 4326 */", "", "column t.p: srid is not set, was 4326"},
		{"utf8mb4_0900_as_cs", "utf8mb4_0900_bin", "column t.b: collation is utf8mb4_0900_bin"},
		{" DEFAULT (uuid())", " DEFAULT NULL", "column t.b: default is not set, was (uuid())"},
		{" DEFAULT (json_array())", "", "column t.j: default is not set"},
		{" ON UPDATE CURRENT_TIMESTAMP(3)", "", "column t.d: on update is not set, was CURRENT_TIMESTAMP(3)"},
		{"VIRTUAL", "STORED", "column t.g: generated is"},
		{" /*!50100 WITH PARSER `ngram` */", "", "index t.ft: parser is not set, was ngram"},
		{"(`a` > 0)", "(`a` > 1)", "check constraint t.c1: expression is"},
		{"ENCRYPTION='Y'", "ENCRYPTION='N'", "table t: encryption is"},
		{"TABLESPACE `innodb_system`", "TABLESPACE `other`", "table t: tablespace is other, was innodb_system"},
		{"LESS THAN (10)", "LESS THAN (11)", "table t: partitions is"},
	} {
		if !strings.Contains(text, tt.from) {
			t.Fatalf("no %s in the text", tt.from)
		}
		got := ""
		for _, c := range shape.Diff(was, read(strings.Replace(text, tt.from, tt.to, 1))) {
			got += c.String() + "\n"
		}
		if !strings.Contains(got, tt.want) || strings.Count(got, "\n") != 1 {
			t.Errorf("%s: got %swant %s", tt.from, got, tt.want)
		}
	}
}
