package verifier

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/opshim"
)

//go:embed testdata/orm_models.py
var ormModels string

//go:embed testdata/orm_programs.jsonl
var ormPrograms []byte

const ormEnd = `
op.execute(sa.text("CREATE TABLE result (v TEXT)"))
for x in out:
    bind.execute(sa.text("INSERT INTO result VALUES (:v)"), {"v": str(x)})
`

// TestORM runs programs with declarative models and sessions on SQLite; the
// results are those of SQLAlchemy 2.0.58.
func TestORM(t *testing.T) {
	lines := bufio.NewScanner(bytes.NewReader(ormPrograms))
	for lines.Scan() {
		var p struct {
			Name, Program string
			Result        []string
		}
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		t.Run(p.Name, func(t *testing.T) {
			if d := cmp.Diff(p.Result, ormResult(t, p.Program)); d != "" {
				t.Errorf("%s\n%s", p.Program, d)
			}
		})
	}
}

func ormResult(t *testing.T, program string) []string {
	t.Helper()
	db, err := OpenScratch(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for _, sql := range []string{
		"CREATE TABLE users (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50), age INTEGER NOT NULL DEFAULT 18)",
		"CREATE TABLE orders (id INTEGER NOT NULL PRIMARY KEY, user_id INTEGER REFERENCES users (id), total FLOAT)",
		"INSERT INTO users VALUES (1, 'ann', 30), (2, 'bob', 20)", "INSERT INTO orders VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30)",
	} {
		if _, err := db.Query(t.Context(), sql, nil); err != nil {
			t.Fatal(err)
		}
	}
	d := *db.Dialect()
	if err := opshim.RunText(t.Context(), opshim.Text{Name: "program", Source: ormModels + program + ormEnd}, &d, db, nil); err != nil {
		t.Fatal(err)
	}
	rows, err := db.Query(t.Context(), "SELECT v FROM result", nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range rows {
		out = append(out, r[0].(string))
	}
	return out
}
