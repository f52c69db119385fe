package dump

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, dialect, text, want string }{
		{"owners, rights and settings", "postgresql", "SET lock_timeout = 0;\n\\restrict x9\nCREATE TABLE public.t (a int);\nALTER TABLE public.t OWNER TO postgres;\nGRANT ALL ON t TO me;\nCREATE ROLE me;\n" +
			"SELECT pg_catalog.set_config('search_path', '', false);\nCOMMENT ON EXTENSION x IS 'y';\nALTER TABLE t ADD b text",
			"1 soft SET lock_timeout = 0\n3 CREATE TABLE public.t (a int)\n7 soft SELECT pg_catalog.set_config('search_path', '', false)\n9 ALTER TABLE t ADD b text\n"},
		{"rows of COPY", "postgresql", "COPY public.t (a, b) FROM stdin;\n1\tit's\n\\N\ta\\tb\\\\c\\x41\\101\n\\.\n\nSELECT 1;\nCOPY t FROM stdin;\n\\.\n",
			"2 INSERT INTO public.t (a, b) OVERRIDING SYSTEM VALUE VALUES ('1', 'it''s'), (NULL, 'a\tb\\cAA')\n6 SELECT 1\n"},
		{"a body that looks like COPY", "postgresql", "CREATE FUNCTION f() RETURNS int AS $$\n\\connect x\nCOPY t FROM stdin;\nSELECT 1; SELECT 2\n$$ LANGUAGE sql;\nCREATE FUNCTION g() RETURNS int BEGIN ATOMIC\nSELECT 1;\nEND;\nSELECT 3;",
			"1 CREATE FUNCTION f() RETURNS int AS $$\\connect xCOPY t FROM stdin;SELECT 1; SELECT 2$$ LANGUAGE sql\n6 CREATE FUNCTION g() RETURNS int BEGIN ATOMICSELECT 1;END\n9 SELECT 3\n"},
		{"a whole database", "postgresql", "CREATE DATABASE shop;\n\\connect shop\nCREATE SCHEMA public;\nCREATE SCHEMA app;\n", "4 CREATE SCHEMA app\n"},
		{".dump", "sqlite", "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t (a TEXT);\nINSERT INTO t VALUES('x;\ny');\nCREATE TRIGGER g AFTER INSERT ON t BEGIN\nSELECT CASE 1 WHEN 1 THEN 2 END; DELETE FROM t;\nEND;\nCOMMIT;\n",
			"3 CREATE TABLE t (a TEXT)\n4 INSERT INTO t VALUES('x;y')\n6 CREATE TRIGGER g AFTER INSERT ON t BEGINSELECT CASE 1 WHEN 1 THEN 2 END; DELETE FROM t;END\n"},
		{"mysqldump", "mysql", "/*!40101 SET NAMES utf8 */;\nLOCK TABLES `t` WRITE;\nINSERT INTO `t` VALUES ('it\\'s; x');\nUNLOCK TABLES;\nDELIMITER ;;\nCREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN\nSET @a = 1;\nEND ;;\nDELIMITER ;\n",
			"1 soft /*!40101 SET NAMES utf8 */\n3 INSERT INTO `t` VALUES ('it\\'s; x')\n6 CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGINSET @a = 1;END \n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pieces, err := Read(c.text, c.dialect)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, p := range pieces {
				soft := ""
				if p.Soft {
					soft = "soft "
				}
				got += fmt.Sprintf("%d %s%s\n", p.Line, soft, strings.ReplaceAll(p.SQL, "\n", ""))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		text, want string
		line       int
	}{
		{"SELECT 1;\n\\i other.sql\n", `\i cannot be followed; write into the file what it stands for`, 2},
		{"\\connect a\nSET x = 1;\nCREATE TABLE b (x int);\n\\connect b\n", "the dump holds several databases; take that of one", 4},
		{"COPY t (a) FROM stdin;\n1\n", `the rows of this COPY have no end: a line \. is missing`, 1},
		{"COPY t (a) FROM stdin;\nx\\\n\\.\n", "a value ends in a single backslash", 2},
	} {
		_, err := Read(c.text, "postgresql")
		var bad *Error
		if !errors.As(err, &bad) || bad.Text != c.want || bad.Line != c.line {
			t.Errorf("%q: %v", c.text, err)
		}
	}
}

// FuzzRead: whatever the text, it is read or refused.
func FuzzRead(f *testing.F) {
	f.Add("COPY t FROM stdin;\n\\x\n", "postgresql")
	f.Add("DELIMITER \nx", "mysql")
	f.Fuzz(func(t *testing.T, text, dialect string) {
		pieces, err := Read(text, dialect)
		for _, p := range pieces {
			if p.Line < 1 || p.SQL == "" {
				t.Fatalf("%+v, %v", p, err)
			}
		}
	})
}
