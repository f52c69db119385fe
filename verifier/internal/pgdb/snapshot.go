package pgdb

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// mark is a saved state: a savepoint, or a copy of the database.
type mark struct {
	d        *DB
	point    string
	copy     string
	counters string // statements that put the sequences back
	knowledge
	released bool
	durable  bool // the state is also the last committed one
}

// Release gives the mark up. A savepoint is released once nothing that was made
// after it is in use.
func (m *mark) Release() {
	m.released = true
	d := m.d
	ctx := context.Background()
	if m.copy != "" {
		_ = d.admin.drop(ctx, m.copy)
		m.copy = ""
	}
	for len(d.marks) > 0 && d.marks[len(d.marks)-1].released {
		last := d.marks[len(d.marks)-1]
		d.marks = d.marks[:len(d.marks)-1]
		if last.point != "" && d.c.TxStatus() == 'T' {
			_ = d.do(ctx, "RELEASE SAVEPOINT "+last.point)
		}
	}
}

// Snapshot saves the database. With no mark in use it commits first, so that
// locks and savepoints of past revisions do not pile up.
func (d *DB) Snapshot(ctx context.Context) (live.Mark, error) {
	m := &mark{d: d, knowledge: d.clone()}
	if d.commits {
		if d.c.TxStatus() != 'I' {
			if err := d.do(ctx, "COMMIT"); err != nil {
				return nil, err
			}
		}
		name, err := d.copyTo(ctx, d.name)
		if err != nil {
			return nil, err
		}
		m.copy = name
		d.marks = append(d.marks, m)
		return m, nil
	}
	if len(d.marks) == 0 {
		if err := d.commit(ctx); err != nil {
			return nil, err
		}
		m.durable = true
	}
	if err := d.begin(ctx); err != nil {
		return nil, err
	}
	d.serial++
	m.point = fmt.Sprintf("mrt_s%d", d.serial)
	if err := d.do(ctx, "SAVEPOINT "+m.point); err != nil {
		return nil, err
	}
	var err error
	if m.counters, err = d.sequences(ctx); err != nil {
		return nil, err
	}
	d.marks = append(d.marks, m)
	return m, nil
}

// commit ends the transaction that holds everything.
func (d *DB) commit(ctx context.Context) error {
	if !d.open {
		return nil
	}
	d.open = false
	return d.do(ctx, "COMMIT")
}

// Settle makes what is there durable.
func (d *DB) Settle(ctx context.Context) error {
	d.settled = nil
	if d.commits || len(d.marks) > 0 {
		return nil
	}
	if err := d.commit(ctx); err != nil {
		return err
	}
	d.settled = &mark{knowledge: d.clone()}
	return nil
}

// Abandon goes back to where Settle was.
func (d *DB) Abandon(ctx context.Context) error {
	if err := d.revive(ctx); err != nil {
		return err
	}
	if d.c.TxStatus() != 'I' {
		if err := d.do(ctx, "ROLLBACK; "+d.always+fixed); err != nil {
			return err
		}
	}
	d.open = false
	if m := d.settled; m != nil {
		d.knowledge = m.clone()
	} else {
		d.base, d.full, d.wide = nil, true, true
	}
	return nil
}

// copyTo copies a database. Nobody may be connected to it meanwhile.
func (d *DB) copyTo(ctx context.Context, from string) (string, error) {
	if err := d.c.Close(ctx); err != nil {
		return "", err
	}
	name, err := d.admin.create(ctx, from)
	if err != nil {
		return "", err
	}
	return name, d.connect(ctx, patience)
}

// Restore goes back to a mark. Sequences do not take part in transactions: they
// are put back by hand.
func (d *DB) Restore(ctx context.Context, saved live.Mark) error {
	m := saved.(*mark)
	if m.copy != "" {
		if err := d.c.Close(ctx); err != nil {
			return err
		}
		if err := d.admin.drop(ctx, d.name); err != nil {
			return err
		}
		name, err := d.admin.create(ctx, m.copy)
		if err != nil {
			return err
		}
		d.name = name
		if err := d.connect(ctx, patience); err != nil {
			return err
		}
	} else {
		for len(d.marks) > 0 && d.marks[len(d.marks)-1] != m {
			d.marks = d.marks[:len(d.marks)-1] // they end with the rollback
		}
		if err := d.resume(ctx, m); err != nil {
			return err
		}
		if err := d.do(ctx, "ROLLBACK TO SAVEPOINT "+m.point+"; "+m.counters); err != nil {
			return err
		}
	}
	d.knowledge = m.clone()
	return nil
}

// resume makes the savepoint of a mark anew where the connection is gone.
func (d *DB) resume(ctx context.Context, m *mark) error {
	if !d.c.IsClosed() {
		return nil
	}
	if !m.durable {
		return errors.New("a statement did not stop in time, and what was done before it is lost with its connection")
	}
	if err := d.revive(ctx); err != nil {
		return err
	}
	if err := d.begin(ctx); err != nil {
		return err
	}
	return d.do(ctx, "SAVEPOINT "+m.point)
}

// sequences are the statements that bring all sequences to where they stand now.
func (d *DB) sequences(ctx context.Context) (string, error) {
	found, err := d.rows(ctx, "SELECT format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value), last_value IS NOT NULL FROM pg_sequences")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, row := range found {
		fmt.Fprintf(&b, "SELECT setval(%s, %s, %t);", literal(string(row[0])), row[1], string(row[2]) == "t")
	}
	if b.Len() == 0 {
		b.WriteString("SELECT 1")
	}
	return b.String(), nil
}
