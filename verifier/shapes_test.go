package verifier

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/live"
)

func TestShapesSQLite(t *testing.T) { fillAll(t, "sqlite", Options{}) }

func TestShapesPostgreSQL(t *testing.T) {
	opt, _ := served(t)
	fillAll(t, "postgresql", opt)
}

// fillAll fills each shape of a database: see the head of testdata/shapes.
func fillAll(t *testing.T, database string, opt Options) {
	db, err := openDatabase(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	only := os.Getenv("MRT_SCENE")
	for _, s := range scenes(t, "testdata/shapes/"+database+".txt") {
		if only == "" || strings.Contains(s.name, only) {
			t.Run(s.name, func(t *testing.T) { s.fill(t, db) })
		}
	}
}

func (s *scene) fill(t *testing.T, db live.DB) {
	s.need(t, db)
	ctx := t.Context()
	m, err := db.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Restore(ctx, m); err != nil {
			t.Fatal(err)
		}
		m.Release()
	}()
	if err := db.Connect(ctx); err != nil {
		t.Fatal(err)
	}
	for _, sql := range s.base {
		if _, err := db.Exec(ctx, sql, nil); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
	if err := db.Hangup(ctx, true); err != nil {
		t.Fatal(err)
	}
	state, err := db.Capture(ctx)
	if err != nil {
		t.Fatal(err)
	}
	f := newFiller(db, 3, nil)
	if state, err = f.fill(ctx, state); err != nil {
		t.Fatal(err)
	}
	want := 3
	if s.other != "" {
		if want, err = strconv.Atoi(s.other); err != nil {
			t.Fatal(err)
		}
	}
	for key, table := range state.Catalog.Tables {
		if !table.Fillable() {
			continue
		}
		set := state.Rows[key]
		if size(set) < want {
			t.Errorf("%s holds %d rows: %s", key, size(set), f.short[key])
			continue
		}
		for i, c := range set.Columns {
			value := false
			for _, row := range set.Rows {
				value = value || row[i] != nil
			}
			if !value {
				t.Errorf("%s.%s holds no value", key, c)
			}
		}
	}
	// Deferred constraints hold too.
	if err := db.Connect(ctx); err != nil {
		t.Fatal(err)
	}
	if err := db.Hangup(ctx, true); err != nil {
		t.Errorf("constraints: %v", err)
	}
	if again, err := f.fill(ctx, state); err != nil || again != state {
		t.Errorf("a second look writes again: %v", err)
	}
}
