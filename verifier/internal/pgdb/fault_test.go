package pgdb

import (
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// duration is how long a run takes.
func duration(t *testing.T, dir, tmp, db string) time.Duration {
	t.Helper()
	begin := time.Now()
	start(t, tmp, dir, "--db", db).end(t, 0)
	return time.Since(begin)
}

// killed kills runs at random moments, and lets another run to its end after each.
func killed(t *testing.T, tmp, db string, left func(t *testing.T)) {
	dir := project(t, quick...)
	took := duration(t, dir, tmp, db)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range many(t, "MRT_KILLS", 4, 1) {
		p := start(t, tmp, dir, "--db", db)
		time.Sleep(time.Duration(random.Int64N(int64(took))))
		_ = p.Process.Kill()
		_ = p.Wait()
		if r := start(t, tmp, dir, "--db", db).end(t, 0); r.outcomes() != "passed passed passed passed" {
			t.Fatalf("run %d: %s", i, r.outcomes())
		}
		if left(t); t.Failed() {
			t.Fatalf("after kill %d", i)
		}
	}
}

func TestKilledOnServer(t *testing.T) {
	t.Parallel()
	s, tmp := serve(t), scratchDir(t)
	killed(t, tmp, s.url, func(t *testing.T) {
		if list := s.databases(t); len(list) > 0 {
			t.Errorf("left on the server: %v", list)
		}
		empty(t, tmp)
	})
}

func TestKilledPrivate(t *testing.T) {
	t.Parallel()
	serve(t) // skips where there are no server programs
	tmp := scratchDir(t)
	killed(t, tmp, "postgresql", func(t *testing.T) {
		empty(t, tmp)
		alone(t, tmp)
	})
}

func TestKilledSQLite(t *testing.T) {
	t.Parallel()
	tmp := scratchDir(t)
	killed(t, tmp, "sqlite", func(t *testing.T) { empty(t, tmp) })
}

// TestParallelRuns runs more verifications than the server has connections.
func TestParallelRuns(t *testing.T) {
	t.Parallel()
	s, dir, tmp := serve(t), project(t, quick...), scratchDir(t)
	n := many(t, "MRT_RUNS", 14, 4)
	list := make([]*process, n)
	for i := range list {
		list[i] = start(t, tmp, dir, "--db", s.url)
	}
	var wait sync.WaitGroup
	for i, p := range list {
		wait.Go(func() {
			if err := p.Wait(); err != nil {
				t.Errorf("run %d: %v %s%s", i, err, p.err.String(), p.out.String())
			}
		})
	}
	wait.Wait()
	for i, p := range list {
		if p.out.String() != list[0].out.String() {
			t.Errorf("run %d has another report: %s", i, p.out.String())
		}
	}
	if left := s.databases(t); len(left) > 0 {
		t.Errorf("left on the server: %v", left)
	}
}

// TestForeignDatabases: what only looks like ours stays.
func TestForeignDatabases(t *testing.T) {
	t.Parallel()
	s, dir := serve(t), project(t, quick[0])
	s.sql(t, `CREATE DATABASE mrt_0123456789ab`, `CREATE DATABASE mrt_other`, `COMMENT ON DATABASE mrt_other IS '`+ownerMark+`'`,
		`CREATE DATABASE notes`, `COMMENT ON DATABASE notes IS '`+ownerMark+`'`, `CREATE DATABASE mrt_1123456789ab CONNECTION LIMIT 7`,
		`CREATE DATABASE mrt_aaaaaaaaaaaa`, `COMMENT ON DATABASE mrt_aaaaaaaaaaaa IS '`+ownerMark+`'`, `CREATE DATABASE mrt_bbbbbbbbbbbb CONNECTION LIMIT 1718613`,
		`CREATE DATABASE mrt_cccccccccccc CONNECTION LIMIT 1718613`, "SELECT pg_advisory_lock("+lockKey("mrt_cccccccccccc")+")")
	// The lock is held in database postgres; this run looks from another one.
	start(t, scratchDir(t), dir, "--db", s.address().url("template1")).end(t, 0)
	got := strings.Join(s.databases(t), " ")
	if want := "mrt_0123456789ab mrt_1123456789ab mrt_cccccccccccc mrt_other notes"; got != want {
		t.Errorf("left: %s, want %s", got, want)
	}
}

// slow holds a run in its second revision.
var slow = executing("SELECT pg_sleep(60)")

const sleeping = "SELECT datname FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND state = 'active' AND application_name = 'mrt'"

func TestFaultsInterrupted(t *testing.T) {
	t.Parallel()
	s, dir := serve(t), project(t, quick[0], slow, quick[1])
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		p := start(t, scratchDir(t), dir, "--db", s.url)
		s.waitFor(t, sleeping)
		begin := time.Now()
		_ = p.Process.Signal(sig)
		r := p.end(t, 2)
		p.sentence(t, "interrupted")
		if r.outcomes() != "passed error error" || time.Since(begin) > 5*time.Second {
			t.Errorf("%v: %s after %v", sig, r.outcomes(), time.Since(begin))
		}
		if left := s.databases(t); len(left) > 0 {
			t.Errorf("%v: left on the server: %v", sig, left)
		}
	}
	tmp := scratchDir(t)
	p := start(t, tmp, dir, "--db", "postgresql")
	time.Sleep(3 * time.Second)
	_ = p.Process.Signal(os.Interrupt)
	p.end(t, 2)
	p.sentence(t, "interrupted")
	empty(t, tmp)
	alone(t, tmp)
}

func TestFaultsServerLost(t *testing.T) {
	t.Parallel()
	dir := project(t, quick[0], slow, quick[1])
	for name, end := range map[string]func(s *testServer){
		"session": func(s *testServer) {
			s.sql(t, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND application_name = 'mrt'")
		},
		"all sessions": func(s *testServer) {
			s.sql(t, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mrt'")
		},
		"server": func(s *testServer) { _ = s.cmd.Process.Signal(syscall.SIGQUIT) },
		"server killed": func(s *testServer) {
			s.sql(t, "SELECT 1")
			_ = s.cmd.Process.Signal(syscall.SIGINT)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t)
			p := start(t, scratchDir(t), dir, "--db", s.url)
			s.waitFor(t, sleeping)
			end(s)
			r := p.end(t, 2)
			p.sentence(t, "the connection to the PostgreSQL server was lost")
			if r.outcomes() != "passed error error" {
				t.Errorf("%s", p.out.String())
			}
			if strings.Contains(name, "session") {
				if left := s.databases(t); len(left) > 0 {
					t.Errorf("left on the server: %v", left)
				}
			}
		})
	}
}

// TestFaultsTimeLimit: the limit stops the statement, also one that fends off being
// cancelled, and later revisions are verified.
func TestFaultsTimeLimit(t *testing.T) {
	t.Parallel()
	s := serve(t)
	for name, up := range map[string]revision{
		"sleep":    slow,
		"query":    executing("SELECT count(*) FROM generate_series(1, 100000000000) a"),
		"stubborn": executing("DO $$ BEGIN LOOP BEGIN PERFORM pg_sleep(60); EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END $$"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := project(t, quick[0], revision{"pass", up.up}, quick[1])
			begin := time.Now()
			p := start(t, scratchDir(t), dir, "--db", s.url, "--timeout", "1s")
			r := p.end(t, 2)
			if r.outcomes() != "passed error passed" || time.Since(begin) > 25*time.Second {
				t.Fatalf("after %v: %s", time.Since(begin), p.out.String())
			}
			if c := r.Revisions[1].Cause; !strings.Contains(c, "time limit reached") || !strings.Contains(c, "in: ") {
				t.Error(c)
			}
		})
	}
}

// TestFaultsTimeouts: the server's own limits are the migration's failures, with the
// statement that they are about.
func TestFaultsTimeouts(t *testing.T) {
	t.Parallel()
	s := serve(t)
	dir := project(t, quick[0], executing("SET LOCAL statement_timeout = '100ms'", "SELECT pg_sleep(59)"))
	r := start(t, scratchDir(t), dir, "--db", s.url).end(t, 1)
	if len(r.Findings) != 1 || !strings.Contains(r.Findings[0].Message, "statement timeout, in: SELECT pg_sleep(59)") {
		t.Errorf("%+v", r.Findings)
	}
	dir = project(t, quick[0], executing("SET LOCAL lock_timeout = '100ms'", "SELECT pg_sleep(3), 60, 'pg_sleep(60)'", "UPDATE users SET name = 'x'"))
	p := start(t, scratchDir(t), dir, "--db", s.url, "--rows", "0")
	c, err := connect(t.Context(), s.address(), s.waitFor(t, sleeping), time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Exec(t.Context(), "BEGIN; LOCK TABLE users IN SHARE MODE").ReadAll(); err != nil {
		t.Fatal(err)
	}
	r = p.end(t, 1)
	_ = c.Close(t.Context())
	if len(r.Findings) != 1 || !strings.Contains(r.Findings[0].Message, "lock timeout, in: UPDATE users") {
		t.Errorf("%+v", r.Findings)
	}
}

// TestFaultsRoleTimeouts: limits that a role brings along concern its statements, not ours.
func TestFaultsRoleTimeouts(t *testing.T) {
	t.Parallel()
	s, dir := serve(t), project(t, quick...)
	s.sql(t, "CREATE ROLE hasty LOGIN CREATEDB", "ALTER ROLE hasty SET idle_in_transaction_session_timeout = '300ms'", "ALTER ROLE hasty SET statement_timeout = '1s'")
	if s.number() >= 14 {
		s.sql(t, "ALTER ROLE hasty SET idle_session_timeout = '300ms'")
	}
	at := s.address()
	at.user = "hasty"
	r := start(t, scratchDir(t), dir, "--db", at.url("postgres")).end(t, 0)
	if r.outcomes() != "passed passed passed passed" {
		t.Error(r.outcomes())
	}
}

func (s *testServer) number() int { return version(s.c.ParameterStatus("server_version")) }

func TestNoPermission(t *testing.T) {
	t.Parallel()
	s, dir := serve(t), project(t, quick[0])
	s.sql(t, `CREATE ROLE "poor role" LOGIN`)
	at := s.address()
	at.user = "poor role"
	p := start(t, scratchDir(t), dir, "--db", at.url("postgres"))
	p.end(t, 2)
	p.sentence(t, `the role poor role may not make databases`, "CREATEDB")
	s.sql(t, `ALTER ROLE "poor role" CREATEDB`)
	start(t, scratchDir(t), dir, "--db", at.url("postgres")).end(t, 0)
}

// TestNarrow: what a narrow reading of the catalog sees is what a whole one sees.
func TestNarrow(t *testing.T) {
	s := serve(t)
	t.Setenv("MRT_TEST_CATALOG", "yes")
	for _, name := range []string{"blog", "shop", "default"} {
		p := start(t, scratchDir(t), "../../../testdata/histories/"+name, "--db", s.url)
		if err := p.Wait(); p.ProcessState.ExitCode() == 2 {
			t.Errorf("%s: %v: %s", name, err, p.err.String())
		}
	}
}

// TestWithin: each query of a narrow reading has a place for the condition.
func TestWithin(t *testing.T) {
	for _, version := range []int{12, 15, 18} {
		for _, n := range narrowed {
			if q := queries(version)[n.query]; strings.Count(q, outside) != 1 || !strings.Contains(within(q, "x = 1"), "AND x = 1 ") {
				t.Errorf("query %d has no place for a condition", n.query)
			}
		}
	}
}
