package verifier

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/litedb"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/pgdb"
)

// tablesWanted is how many random tables a test makes: MRT_TABLES says (the long
// form is 10000), or as many as show that it works.
func tablesWanted(t *testing.T, least int) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv("MRT_TABLES")); err == nil {
		return n
	}
	t.Logf("%d tables; MRT_TABLES=10000 is the long form", least)
	return least
}

// seeds are a fixed one and a fresh one, which the log tells.
func seeds(t *testing.T) []uint64 {
	t.Helper()
	if n, err := strconv.ParseUint(os.Getenv("MRT_SEED"), 10, 64); err == nil {
		return []uint64{n}
	}
	fresh := uint64(time.Now().UnixNano())
	t.Logf("the fresh seed is %d (MRT_SEED)", fresh)
	return []uint64{1, fresh}
}

// TestRoundTripSQLite makes random tables and reads them again.
func TestRoundTripSQLite(t *testing.T) {
	db, err := litedb.Open(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	roundTrips(t, db, tablesWanted(t, 300))
}

// TestRoundTripPostgreSQL does the same on a server of its own.
func TestRoundTripPostgreSQL(t *testing.T) {
	opt := postgres(t)
	db, err := pgdb.Open(t.Context(), opt.Database, nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	roundTrips(t, db, tablesWanted(t, 60))
}

func roundTrips(t *testing.T, db live.DB, n int) {
	list := seeds(t)
	failed := 0
	for _, seed := range list {
		for i := range n / len(list) {
			g := &tableMaker{rand.New(rand.NewPCG(seed, uint64(i))), db.Name()}
			spec := g.table()
			if roundTrip(t.Context(), db, spec) == "" {
				continue
			}
			small := spec.shrink(func(s *tableSpec) bool { return s.possible() && roundTrip(t.Context(), db, s) != "" })
			t.Errorf("seed %d, table %d: %s", seed, i, roundTrip(t.Context(), db, small))
			if failed++; failed == 5 {
				t.Fatal("and perhaps more")
			}
		}
	}
}

// roundTrip makes a table and reads it again; it tells what differs, "" for
// nothing. The database is as before.
func roundTrip(ctx context.Context, db live.DB, spec *tableSpec) string {
	o, err := spec.build()
	if err != nil {
		return "build: " + err.Error()
	}
	s := newSession(db, &Options{})
	if err := db.Connect(ctx); err != nil {
		return "connect: " + err.Error()
	}
	defer func() { _ = db.Hangup(ctx, false) }()
	if _, err := db.Exec(ctx, "BEGIN", nil); err != nil && db.Name() == "sqlite" {
		return "begin: " + err.Error()
	}
	if _, err := db.Exec(ctx, `CREATE TABLE parent (i INTEGER UNIQUE, b BIGINT UNIQUE, s SMALLINT UNIQUE)`, nil); err != nil {
		return "parent: " + err.Error()
	}
	if err := s.Apply(ctx, opshim.Step{Op: o}); err != nil {
		return fmt.Sprintf("apply: %v\n%s", err, sentBy(s))
	}
	have, err := s.Reflect(ctx, o.Table.Name)
	if err != nil {
		return fmt.Sprintf("reflect: %v\n%s", err, sentBy(s))
	}
	want, got := linesOf(s.compile, o.Table, true), linesOf(s.compile, have, false)
	if d := cmp.Diff(want, got); d != "" {
		return d + sentBy(s)
	}
	return ""
}

func sentBy(s *session) string {
	var out []string
	for _, e := range s.log {
		out = append(out, e.sql)
	}
	return strings.Join(out, "\n")
}

// TestLoose: a cast is left out whatever its type, also around members of a list.
func TestLoose(t *testing.T) {
	for have, want := range map[string]string{
		`(id = ANY (ARRAY[(1)::bigint, (2)::bigint, (3)::bigint]))`:                           "id IN (1, 2, 3)",
		`("order" = ANY (ARRAY['1'::bigint, '2'::bigint]))`:                                   `"order" IN (1, 2)`,
		`((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))`: "s IN ('a', 'b')",
		`((n >= (1)::numeric(10, 2)) AND (n <= (9)::double precision))`:                       "n BETWEEN 1 AND 9",
		`(at > '2020-01-02'::timestamp(3) without time zone)`:                                 "at > '2020-01-02'",
		`(m = 'ok'::"My Schema".mood)`:                                                        "m = 'ok'",
		`((x)::smallint <> ALL (ARRAY[1, 2]))`:                                                "x <> ALL (ARRAY[1, 2])",
	} {
		if got := loose(have); got != loose(want) {
			t.Errorf("%s: got %s, want %s", have, got, loose(want))
		}
	}
}
