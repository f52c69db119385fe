package verifier

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/pgdb"
)

// A scene is one case of testdata/planted: what is there before, an upgrade, a
// downgrade with one loss planted in it, a correct one, and what a report has to
// say about the loss. The format, line by line:
//
//	## name of the case
//	statement of the state before
//	> statement of the upgrade
//	< statement of the downgrade with the loss; alone: it does nothing
//	= statement of the correct downgrade; no such line: only the loss is tried
//	! text that an error of the report must hold
//	~ text that a note of the report must hold
//	? outcome that is wanted of the correct downgrade, if not a clean pass
//	@ first version of the server that knows such things: older ones skip it
//
// Lines that begin with # are remarks, lines that begin with a blank go on with
// the statement before.
type scene struct {
	name, file           string
	base, up, down, good []string
	planted              bool
	errors, notes        []string
	other                string
	since                int
}

func scenes(t *testing.T, pattern string) []*scene {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases under %s: %v", pattern, err)
	}
	var out []*scene
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := (*scene)(nil)
		var last *[]string
		for line := range strings.Lines(string(text)) {
			line = strings.TrimRight(line, "\n")
			switch {
			case strings.HasPrefix(line, "## "):
				s = &scene{name: line[3:], file: filepath.Base(file)}
				out = append(out, s)
			case line == "" || line[0] == '#':
			case s == nil:
				t.Fatalf("%s: a line before the first case: %s", file, line)
			case line[0] == ' ' && last != nil:
				(*last)[len(*last)-1] += "\n" + line
			default:
				last = s.line(line)
			}
		}
	}
	return out
}

// line puts one line where it belongs.
func (s *scene) line(line string) *[]string {
	list, text := &s.base, line
	if len(line) == 1 || line[1] == ' ' {
		text = strings.TrimSpace(line[1:])
		switch line[0] {
		case '>':
			list = &s.up
		case '<':
			list, s.planted = &s.down, true
		case '=':
			list = &s.good
		case '!':
			list = &s.errors
		case '~':
			list = &s.notes
		case '?':
			s.other = text
			return nil
		case '@':
			s.since, _ = strconv.Atoi(text)
			return nil
		}
	}
	if text == "" {
		return nil
	}
	*list = append(*list, text)
	return list
}

// A stage is a scratch database that scenes take place on, one after the other.
type stage struct {
	opt Options
	db  live.DB
}

// play makes the trip of a scene from an empty database and puts that back.
func (st *stage) play(t *testing.T, s *scene, down []string) finding.Result {
	t.Helper()
	ctx := t.Context()
	if s.alone() {
		got := verdictOf(t, st.opt, inSQL("base", s.base, nil), inSQL("case", s.up, down, "base"))
		return got[1]
	}
	m, err := st.db.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := st.db.Restore(ctx, m); err != nil {
			t.Fatal(err)
		}
		m.Release()
	}()
	v := newWalk(st.db, st.opt)
	base, err := v.run(ctx, inSQL("base", s.base, nil), opshim.Up) // a trip of its own would show nothing
	if err != nil {
		t.Fatal(err)
	}
	if !base.ok() {
		t.Fatalf("base: %s %v", base.words, base.ours)
	}
	res, err := v.one(ctx, inSQL("case", s.up, down, "base"))
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// need skips a scene for newer servers than this one.
func (s *scene) need(t *testing.T, db live.DB) {
	t.Helper()
	if s.since == 0 {
		return
	}
	if err := db.Connect(t.Context()); err != nil {
		t.Fatal(err)
	}
	a, err := db.Exec(t.Context(), "SELECT current_setting('server_version_num')::int / 10000", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Hangup(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	if have := fmt.Sprint(a.Rows[0][0]); have < strconv.Itoa(s.since) {
		t.Skipf("this is version %s, and the case is for %d and newer", have, s.since)
	}
}

// alone: such statements need commits of their own, and so a database.
func (s *scene) alone() bool {
	for _, list := range [][]string{s.base, s.up, s.down, s.good} {
		for _, sql := range list {
			if strings.Contains(sql, "CONCURRENTLY") || strings.Contains(sql, "ADD VALUE") || strings.Contains(sql, "COMMIT") {
				return true
			}
		}
	}
	return false
}

func (st *stage) test(t *testing.T, s *scene) {
	s.need(t, st.db)
	if s.planted {
		res := st.play(t, s, s.down)
		for _, want := range s.errors {
			if !holds(res, want, true) {
				t.Errorf("with the loss: no error says %q, got %s", want, show(res))
			}
		}
		if len(s.errors) > 0 && res.Outcome != finding.Failed {
			t.Errorf("with the loss: got %s", show(res))
		}
		for _, want := range s.notes {
			if s.good == nil && !holds(res, want, false) {
				t.Errorf("with the loss: no note says %q, got %s", want, show(res))
			}
		}
	}
	if s.good == nil {
		return
	}
	res := st.play(t, s, s.good)
	want := s.other
	if want == "" {
		want = "passed upgrade-again lossless"
	}
	if got := fmt.Sprint(res.Outcome, " ", res.Stage, " ", res.Verdict); got != want || len(res.Coverage.Unseeded) > 0 && s.other == "" {
		t.Errorf("correct: got %s, unseeded %v", show(res), res.Coverage.Unseeded)
	}
	for _, want := range s.notes {
		if !holds(res, want, false) {
			t.Errorf("correct: no note says %q, got %s", want, show(res))
		}
	}
}

func holds(res finding.Result, want string, isError bool) bool {
	for _, f := range res.Findings {
		if (f.Severity == finding.Error) == isError && strings.Contains(f.Message, want) {
			return true
		}
	}
	return false
}

func TestPlantedSQLite(t *testing.T) {
	play(t, "sqlite", Options{})
}

// play runs all cases of a database.
func play(t *testing.T, database string, opt Options) {
	only := os.Getenv("MRT_SCENE")
	db, err := openDatabase(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	st := &stage{opt, db}
	for _, s := range scenes(t, "testdata/planted/"+database+"_*.txt") {
		if only != "" && !strings.Contains(s.file+" "+s.name, only) {
			continue
		}
		t.Run(s.file+"/"+s.name, func(t *testing.T) { st.test(t, s) })
	}
}

func TestPlantedPostgreSQL(t *testing.T) {
	opt, _ := served(t)
	elsewhere(t, opt)
	opt.Create = []string{`DO $$ BEGIN CREATE ROLE reader; CREATE ROLE writer; EXCEPTION WHEN duplicate_object THEN NULL; END $$`}
	play(t, "postgresql", opt)
}

// elsewhere makes a tablespace, once for the server: what makes one cannot be
// part of a scene.
func elsewhere(t *testing.T, opt Options) {
	t.Helper()
	db, err := pgdb.Open(t.Context(), opt.Database, nil, []string{"SET allow_in_place_tablespaces = on", "CREATE TABLESPACE elsewhere LOCATION ''"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestPlantedPrivate: roles concern nobody else on a server of our own, and are
// compared there.
func TestPlantedPrivate(t *testing.T) {
	play(t, "private", postgres(t))
}
