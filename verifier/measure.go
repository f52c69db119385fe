package verifier

import (
	"context"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// measured fills in how long the statements of a migration took and what they
// locked. The first downgrade ran in the transaction of the upgrade, which holds
// locks already: it is made once more, in one of its own, from where the upgrade
// led to.
func (t *trip) measured(ctx context.Context) error {
	if t.up == nil {
		return nil
	}
	t.alone = t.down
	if settler, ok := t.db.(live.Settler); ok && !t.commits && t.there && t.down != nil && t.down.ok() {
		t.close()
		t.start = nil
		if err := settler.Settle(ctx); err != nil {
			return err
		}
		m, err := t.db.Snapshot(ctx)
		if err != nil {
			return err
		}
		defer m.Release()
		r, err := t.run(ctx, t.m, opshim.Down)
		if err != nil {
			return err
		}
		if r.ok() {
			t.alone = r
		}
		if err := t.db.Restore(ctx, m); err != nil {
			return err
		}
	}
	t.res.Statements = append(t.statements(t.up, false, t.old), t.statements(t.alone, true, t.now)...)
	return nil
}

// statements are those of a run that did not only read; from is the state in
// which it began.
func (t *trip) statements(r *ran, down bool, from *live.State) []finding.Statement {
	if r == nil || from == nil {
		return nil
	}
	s := &script{trip: t, dialect: t.db.Name()}
	var out []finding.Statement
	for i := range r.log {
		e := &r.log[i]
		if len(e.locks) == 0 && (e.reads() || sqltok.Begins(e.tokens(), "begin|start|commit|rollback|savepoint|release")) {
			continue
		}
		st := finding.Statement{Down: down, At: e.at, Took: e.took, Changed: e.changed, Unseen: e.unseen,
			SQL: shortened(strings.TrimSpace(s.filled(e.sql, e.args)))}
		for _, l := range e.locks {
			for key, table := range from.Catalog.Tables {
				if strings.EqualFold(table.Name, l.Table) && (l.Schema == "" || table.Schema == l.Schema || table.Schema == "" && l.Schema == "public") {
					st.Locks = append(st.Locks, finding.Lock{Table: table.Title(), Rows: size(from.Rows[key]), Mode: l.Mode, Waits: l.Waits})
				}
			}
		}
		out = append(out, st)
	}
	return out
}
