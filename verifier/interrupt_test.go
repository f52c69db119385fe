package verifier

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// A stopped migration, and the words of the findings about places that nothing
// leads on from, in order.
type stopped struct {
	name     string
	up, down string
	want     []string
}

// stops verifies migrations one beside the other on the same base.
func stops(t *testing.T, opt Options, base string, tests []stopped) {
	t.Helper()
	opt.Interrupt = true
	list := []*Migration{inSQL("base", statements(base), nil)}
	for _, tt := range tests {
		list = append(list, inSQL(tt.name, statements(tt.up), statements(tt.down), "base"))
	}
	got := verdictOf(t, opt, list...)
	for i, tt := range tests {
		res := got[i+1]
		var words []string
		for _, f := range res.Findings {
			if f.Code == "MRT806" {
				words = append(words, f.Message)
			}
		}
		ok := len(words) == len(tt.want)
		for n := range min(len(words), len(tt.want)) {
			for _, part := range strings.Split(tt.want[n], "…") {
				ok = ok && strings.Contains(words[n], part)
			}
		}
		if !ok {
			t.Errorf("%s: want %q, got\n%s", tt.name, tt.want, strings.Join(words, "\n"))
		}
		if res.Outcome != finding.Passed {
			t.Errorf("%s: %s", tt.name, show(res))
		}
	}
}

func TestInterruptMySQL(t *testing.T) {
	onMySQL(t, func(t *testing.T, opt Options, _ []string) {
		stops(t, opt, "CREATE TABLE users (id INT PRIMARY KEY, n INT NOT NULL)\nINSERT INTO users VALUES (1, 10), (2, 20)", []stopped{
			{"one", "ALTER TABLE users ADD COLUMN a INT", "ALTER TABLE users DROP COLUMN a", nil},
			{"two", "CREATE TABLE a1 (id INT PRIMARY KEY)\nCREATE TABLE a2 (id INT PRIMARY KEY)", "DROP TABLE a2\nDROP TABLE a1", []string{
				"statement 1 of 2 is done and the connection is lost (CREATE TABLE a1…upgrade() cannot be recovered from: once more, upgrade() fails: OperationalError: (1050,…and downgrade() fails: …It leaves: table a1 is there and was not before",
				"statement 1 of 2 is done and the connection is lost (DROP TABLE a2…downgrade() cannot be recovered from…It leaves: table a2 is gone"}},
			{"guarded", "CREATE TABLE IF NOT EXISTS b1 (id INT PRIMARY KEY)\nCREATE TABLE IF NOT EXISTS b2 (id INT PRIMARY KEY)", "DROP TABLE IF EXISTS b2\nDROP TABLE IF EXISTS b1", nil},
			{"backed out", "CREATE TABLE c1 (id INT PRIMARY KEY)\nCREATE TABLE c2 (id INT PRIMARY KEY)", "DROP TABLE IF EXISTS c2\nDROP TABLE IF EXISTS c1", nil},
			{"rows", "UPDATE users SET n = n + 1\nALTER TABLE users ADD COLUMN d INT", "ALTER TABLE users DROP COLUMN d\nUPDATE users SET n = n - 1", []string{
				"where statement 2 of 2 fails (ALTER TABLE users…upgrade() runs, but then table users holds other rows; and downgrade() fails…It leaves: table users holds other rows",
				"downgrade() cannot be recovered from"}},
			{"only rows", "UPDATE users SET n = n + 1\nUPDATE users SET n = n + 2", "UPDATE users SET n = n - 3", nil},
		})
	})
}

// The index that the server has made for a foreign key goes when another one is
// made that serves it, and that one cannot be dropped then, also where the table
// was made again in between: nothing leads on from the last place of such a pair.
func TestInterruptImpliedIndex(t *testing.T) {
	onMySQL(t, func(t *testing.T, opt Options, _ []string) {
		opt.Interrupt = true
		got := verdictOf(t, opt,
			inSQL("base", statements("CREATE TABLE users (id INT PRIMARY KEY)"), nil),
			inSQL("notes", statements("CREATE TABLE notes (id INT PRIMARY KEY, user_id INT, FOREIGN KEY (user_id) REFERENCES users (id))"), statements("DROP TABLE notes"), "base"),
			inSQL("day", statements("ALTER TABLE notes ADD COLUMN day DATE\nCREATE UNIQUE INDEX ix_day ON notes (user_id, day)"), statements("DROP INDEX ix_day ON notes\nALTER TABLE notes DROP COLUMN day"), "notes"))
		if words := show(got[2]); !strings.Contains(words, "where statement 2 of 2 is done and the connection is lost (CREATE UNIQUE INDEX") || strings.Count(words, "needed in a foreign key constraint") < 2 {
			t.Error(words)
		}
	})
}

func TestFaultsInterruptPostgres(t *testing.T) {
	stops(t, postgres(t), "CREATE TABLE users (id INT PRIMARY KEY, n INT NOT NULL)", []stopped{
		{"one transaction", "CREATE TABLE a1 (id INT PRIMARY KEY)\nCREATE TABLE a2 (id INT PRIMARY KEY)", "DROP TABLE a2\nDROP TABLE a1", nil},
		{"committed", "CREATE TABLE b1 (id INT PRIMARY KEY)\nCOMMIT\nCREATE TABLE b2 (id INT PRIMARY KEY)", "DROP TABLE b2\nDROP TABLE b1", []string{
			"upgrade() cannot be recovered from: once more, upgrade() fails: ProgrammingError: relation \"b1\" already exists; and downgrade() fails: ProgrammingError: table \"b2\" does not exist. It leaves: table b1 is there"}},
		{"an invalid index", "COMMIT\nCREATE INDEX CONCURRENTLY IF NOT EXISTS ix_i ON users (n)\nCREATE TABLE d1 (id INT PRIMARY KEY)", "COMMIT\nDROP TABLE d1\nDROP INDEX CONCURRENTLY ix_i", []string{
			"where statement 2 of 3 fails (CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_i…upgrade() runs, but then index users.ix_i: valid is no, was not set; and downgrade() fails…It leaves: index users.ix_i"}},
	})
}
