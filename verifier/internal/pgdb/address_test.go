package pgdb

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
)

func TestAddress(t *testing.T) {
	tests := []struct{ text, host, port, user, password, database, url string }{
		{"postgresql://h/d", "h", "", "", "", "d", "postgresql://h/mrt"},
		{"postgres://u@h:5433", "h", "5433", "u", "", "", "postgresql://u@h:5433/mrt"},
		{"postgresql+asyncpg://u:p@h/d?ssl=require&prepared_statement_cache_size=0", "h", "", "u", "p", "d", "postgresql://u:p@h/mrt?sslmode=require"},
		{"postgresql+psycopg2://u:p%40%3A%2F%25@h/d", "h", "", "u", "p@:/%", "d", "postgresql://u:p%40%3A%2F%25@h/mrt"},
		{"postgresql://u:100%@h/d", "h", "", "u", "100%", "d", "postgresql://u:100%25@h/mrt"},
		{"postgresql://u:a%zb@h/d", "h", "", "u", "a%zb", "d", "postgresql://u:a%25zb@h/mrt"},
		{"postgresql://u:p@ss:w@h/d", "h", "", "u", "p@ss:w", "d", "postgresql://u:p%40ss%3Aw@h/mrt"},
		{"postgresql://jürgen:schlüssel mit blank@h/d", "h", "", "jürgen", "schlüssel mit blank", "d", "postgresql://j%C3%BCrgen:schl%C3%BCssel%20mit%20blank@h/mrt"},
		{"postgresql://u:@h/d", "h", "", "u", "", "d", "postgresql://u:@h/mrt"},
		{"postgresql:///d?host=/run/my pg&port=5433", "/run/my pg", "5433", "", "", "d", "postgresql:///mrt?host=/run/my+pg&port=5433"},
		{"postgresql://u@/d?host=/run/pg", "/run/pg", "", "u", "", "d", "postgresql://u@/mrt?host=/run/pg"},
		{"postgresql://u@%2Frun%2Fpg:5433/d", "/run/pg", "5433", "u", "", "d", "postgresql://u@/mrt?host=/run/pg&port=5433"},
		{"postgresql://[::1]:5433/d", "::1", "5433", "", "", "d", "postgresql://[::1]:5433/mrt"},
		{"postgresql://a:1,b:2/d?target_session_attrs=read-write", "a,b", "1,2", "", "", "d", "postgresql://a:1,b:2/mrt?target_session_attrs=read-write"},
		{"postgresql://u@/d?host=a:1&host=b:2", "a,b", "1,2", "u", "", "d", "postgresql://u@a:1,b:2/mrt"},
		{"postgresql://h/d?user=u&password=p&sslmode=disable", "h", "", "u", "p", "d", "postgresql://u:p@h/mrt?sslmode=disable"},
		{"postgresql://?service=prod", "", "", "", "", "", "postgresql:///mrt?service=prod"},
		{"postgresql://h/d?options=-c%20search_path%3Dx", "h", "", "", "", "d", "postgresql://h/mrt?options=-c+search_path%3Dx"},
	}
	for _, tt := range tests {
		a, err := readAddress(tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		got := []string{strings.Join(a.hosts, ","), strings.Join(a.ports, ","), a.user, a.password, a.database, a.url("mrt")}
		want := []string{tt.host, tt.port, tt.user, tt.password, tt.database, tt.url}
		for i := range got {
			if got[i] != want[i] && !(i == 1 && strings.Trim(got[i], ",") == want[i]) {
				t.Errorf("%s: %q, want %q", tt.text, got[i], want[i])
			}
		}
		// The URL says the same again, and the driver reads what we mean.
		again, err := readAddress(a.url("mrt"))
		if err != nil || again.dsn("x") != a.dsn("x") {
			t.Errorf("%s: %s is read as %v, %v", tt.text, a.url("mrt"), again, err)
		}
		if a.has("service") {
			continue
		}
		c, err := pgconn.ParseConfig(a.dsn("mrt"))
		if err != nil || c.Password != tt.password || tt.user != "" && c.User != tt.user || c.Database != "mrt" || c.Host != a.hosts[0] {
			t.Errorf("%s: the driver reads %+v, %v", tt.text, c, err)
		}
	}
	for _, text := range []string{"postgresql:", "postgresql://h:port/d", "postgresql://u:secret@h:x/d"} {
		if a, err := readAddress(text); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %+v, %v", text, a, err)
		}
	}
}

// TestPasswords connects with a password of every kind of character, in a
// service file too, over a socket whose folder has a blank in its name.
func TestPasswords(t *testing.T) {
	s, dir := serve(t), project(t, quick[0])
	const password = `p%40@ss:w/o?r#d &ü'\ "🙂%`
	s.sql(t, `CREATE ROLE "ta:b@le ü" LOGIN CREATEDB PASSWORD `+literal(password))
	rules := "local all postgres trust\nlocal all all scram-sha-256\n"
	if err := os.WriteFile(filepath.Join(s.data(), "pg_hba.conf"), []byte(rules), 0o644); err != nil {
		t.Fatal(err)
	}
	s.sql(t, "SELECT pg_reload_conf()")
	at := s.address()
	at.user, at.password, at.secret = "ta:b@le ü", password, true
	services := filepath.Join(t.TempDir(), "services")
	quoted := "[it]\nhost=" + s.dir + "\nuser=ta:b@le ü\npassword=" + password + "\ndbname=postgres\n"
	if err := os.WriteFile(services, []byte(quoted), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PGSERVICEFILE", services)
	for _, url := range []string{at.url("postgres"), strings.Replace(at.url("postgres"), "postgresql:", "postgresql+asyncpg:", 1) + "&ssl=disable", at.url(""), "postgresql://?service=it"} {
		p := start(t, scratchDir(t), dir, "--db", url)
		p.end(t, 0)
		if strings.Contains(p.err.String(), "ss:w") {
			t.Errorf("the password is shown: %s", p.err.String())
		}
	}
	at.password = "wrong"
	p := start(t, scratchDir(t), dir, "--db", at.url("postgres"))
	p.end(t, 2)
	p.sentence(t, "cannot connect to the PostgreSQL server", "password authentication failed")
	if strings.Contains(p.err.String(), "wrong") {
		t.Errorf("the password is shown: %s", p.err.String())
	}
}
