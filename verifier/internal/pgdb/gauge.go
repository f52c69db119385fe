package pgdb

import (
	"context"
	"slices"

	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// A gauge knows the tables that were there when a run began, and the locks that
// are held.
type gauge struct {
	tables map[string][2]string // schema and name, by oid
	held   map[[2]string]bool   // oid and mode
}

// modes are those of locks on tables, the strongest first, with what waits for
// them. Those that only readers take are left out.
var modes = [][2]string{
	{"AccessExclusiveLock", live.WaitsAll}, {"ExclusiveLock", live.WaitsWrites}, {"ShareRowExclusiveLock", live.WaitsWrites}, {"ShareLock", live.WaitsWrites},
	{"ShareUpdateExclusiveLock", live.WaitsSchema}, {"RowExclusiveLock", live.WaitsRows}, {"RowShareLock", live.WaitsRows},
}

// Gauge begins to measure, or ends it.
func (d *DB) Gauge(ctx context.Context, on bool) error {
	d.gauge = nil
	if !on {
		return nil
	}
	found, err := d.rows(ctx, `SELECT c.oid, n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE c.relkind IN ('r', 'p', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`)
	if err != nil {
		return err
	}
	g := &gauge{tables: map[string][2]string{}}
	for _, row := range found {
		g.tables[string(row[0])] = [2]string{string(row[1]), string(row[2])}
	}
	g.held, err = d.locks(ctx)
	d.gauge = g
	return err
}

// locks are those that our connection holds on tables.
func (d *DB) locks(ctx context.Context) (map[[2]string]bool, error) {
	found, err := d.rows(ctx, `SELECT relation, mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted
		AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
	held := map[[2]string]bool{}
	for _, row := range found {
		held[[2]string{string(row[0]), string(row[1])}] = true
	}
	return held, err
}

// Locked is what the last statement took.
func (d *DB) Locked(ctx context.Context) (locks []live.Lock, unseen string, err error) {
	switch d.c.TxStatus() {
	case 'E':
		return nil, "it failed", nil
	case 'I':
		return nil, "it ran outside of a transaction, and what it took was given back when it ended", nil
	}
	held, err := d.locks(ctx)
	if err != nil {
		return nil, "", err
	}
	before := d.gauge.held
	d.gauge.held = held
	for oid, name := range d.gauge.tables {
		for _, m := range modes {
			key := [2]string{oid, m[0]}
			if before[key] {
				break // or a stronger one before
			}
			if held[key] {
				locks = append(locks, live.Lock{Schema: name[0], Table: name[1], Mode: m[0], Waits: m[1]})
				break
			}
		}
	}
	slices.SortFunc(locks, func(a, b live.Lock) int {
		return slices.Compare([]string{a.Schema, a.Table}, []string{b.Schema, b.Table})
	})
	return locks, "", nil
}
