package mydb

import (
	"errors"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// TestReflect writes reflected tables again; the texts are what SQLAlchemy 2.0
// writes of its own reflection.
func TestReflect(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		d := open(t, url)
		d.all(t, "CREATE TABLE p (a INT UNSIGNED, b BIGINT, UNIQUE KEY uq (a, b))",
			`CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a INT UNSIGNED, b BIGINT NOT NULL DEFAULT '5', f DECIMAL(10,3) UNSIGNED ZEROFILL, i CHAR(3) CHARACTER SET latin1, k TEXT, p DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
 e ENUM('a','it''s') NOT NULL DEFAULT 'a', u SET('x','y') COMMENT 'c ''q''', v BIT(4), KEY ix (k(10), a), CONSTRAINT f1 FOREIGN KEY (a, b) REFERENCES p (a, b) ON DELETE CASCADE ON UPDATE NO ACTION) COMMENT='tab' ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4`,
			"CREATE VIEW vw AS SELECT id FROM t")
		dialect, err := sqlgen.New(d.Name())
		if err != nil {
			t.Fatal(err)
		}
		tb, err := d.Reflect(t.Context(), schema.Name{Name: "t"})
		if err != nil {
			t.Fatal(err)
		}
		list, err := dialect.Compile(t.Context(), &sqlgen.Session{}, &op.CreateTable{Table: tb}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, s := range list {
			texts = append(texts, s.Text)
		}
		got := strings.Join(texts, "\n")
		for _, want := range []string{"a INTEGER(10) UNSIGNED", "b BIGINT(20) NOT NULL DEFAULT", "f DECIMAL(10, 3) UNSIGNED ZEROFILL", "i CHAR(3) CHARACTER SET latin1", "e ENUM('a','it''s') NOT NULL DEFAULT 'a'", "u SET('x','y') COMMENT 'c ''q'''", "v BIT(4)",
			"id INTEGER(11) NOT NULL AUTO_INCREMENT", "CONSTRAINT f1 FOREIGN KEY(a, b) REFERENCES p (a, b) ON DELETE CASCADE\n", "COMMENT='tab'", "ROW_FORMAT=DYNAMIC", "CREATE INDEX ix ON t (k(10), a)"} {
			if !strings.Contains(got, want) {
				t.Errorf("no %s in\n%s", want, got)
			}
		}
		if _, err := d.Reflect(t.Context(), schema.Name{Name: "nothing"}); !errors.Is(err, opshim.ErrNoTable) {
			t.Errorf("%v", err)
		}
		if v, err := d.Reflect(t.Context(), schema.Name{Name: "vw"}); err != nil || len(v.Columns) != 1 {
			t.Errorf("%v %v", v, err)
		}
		for kind, want := range map[opshim.ListingKind]string{opshim.ListTables: "p t", opshim.ListViews: "vw"} {
			if names, err := d.Names(t.Context(), opshim.Listing{Kind: kind}); err != nil || strings.Join(names, " ") != want {
				t.Errorf("%v %v", names, err)
			}
		}
	})
}
