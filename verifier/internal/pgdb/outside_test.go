package pgdb

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
)

// logged is a statement in the server's log: database, program, text.
var logged = regexp.MustCompile(`(?m)^(.*?)\|(.*?)\|LOG:  (?:statement|execute [^:]*): (.*(?:\n\t.*)*)`)

// harmlessOutside is what mrt may do in a database that is not its own.
var harmlessOutside = regexp.MustCompile(`^(SET [a-z_]+ = |SELECT |(CREATE|DROP|ALTER) DATABASE (IF EXISTS )?"mrt_[0-9a-f]{12}"|COMMENT ON DATABASE "mrt_[0-9a-f]{12}")`)

// TestFaultsWritesOutside reads in the server's log that nothing is written
// outside scratch databases, and in the shared catalogs that nothing is left.
func TestFaultsWritesOutside(t *testing.T) {
	s := serve(t)
	if _, err := s.leave(t.Context()); err != nil { // now it logs to a file
		t.Fatal(err)
	}
	s.url = s.URL("postgres")
	var err error
	if s.c, err = pgconn.Connect(t.Context(), s.address().dsn("postgres")); err != nil {
		t.Fatal(err)
	}
	s.sql(t, "ALTER SYSTEM SET log_line_prefix = '%d|%a|'", "ALTER SYSTEM SET log_statement = 'all'", "ALTER ROLE ALL SET log_min_messages = 'log'", "SELECT pg_reload_conf()",
		"CREATE ROLE other", "CREATE DATABASE theirs")
	const shared = `SELECT md5(concat((SELECT string_agg(r::text, ' ' ORDER BY r::text) FROM pg_authid r), (SELECT string_agg(r::text, ' ' ORDER BY r::text) FROM pg_auth_members r),
 (SELECT string_agg(r::text, ' ' ORDER BY r::text) FROM pg_tablespace r), (SELECT string_agg(r::text, ' ' ORDER BY r::text) FROM pg_db_role_setting r), (SELECT string_agg(r::text, ' ' ORDER BY r::text) FROM pg_shdescription r),
 (SELECT string_agg(r.datname, ' ' ORDER BY r.datname) FROM pg_database r)))`
	before := s.sql(t, shared)[0][0]
	reaching := []string{"CREATE ROLE intruder", "DO $$ BEGIN CREATE ROLE intruder; END $$", "DO $$ BEGIN EXECUTE 'ALTER ROLE other SUPERUSER'; END $$", "ALTER SYSTEM SET work_mem = '1GB'", "DROP DATABASE theirs",
		"GRANT other TO CURRENT_USER", "COMMENT ON DATABASE theirs IS 'x'", "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN CREATE ROLE intruder; END $f$", "DROP OWNED BY other"}
	for _, sql := range reaching {
		p := start(t, scratchDir(t), project(t, quick[0], executing(sql)), "--db", s.url)
		r := p.end(t, 2)
		if r.outcomes() != "passed error" {
			t.Errorf("%s: %s", sql, p.out.String())
		}
	}
	start(t, scratchDir(t), project(t, quick...), "--db", s.url).end(t, 0)
	if after := s.sql(t, shared)[0][0]; after != before {
		t.Error("something is left in the catalogs that all databases share")
	}
	text, err := os.ReadFile(filepath.Join(s.dir, "log"))
	if err != nil {
		t.Fatal(err)
	}
	inside, outside := 0, 0
	for _, m := range logged.FindAllStringSubmatch(string(text), -1) {
		switch {
		case m[2] != "mrt":
		case strings.HasPrefix(m[1], prefix):
			inside++
		default:
			outside++
			if !harmlessOutside.MatchString(m[3]) {
				t.Errorf("in database %s: %s", m[1], m[3])
			}
		}
	}
	if inside < 100 || outside < 20 {
		t.Errorf("only %d statements inside and %d outside were logged", inside, outside)
	}
	t.Logf("%d statements inside scratch databases, %d outside, none of which writes there", inside, outside)
}
