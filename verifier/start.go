package verifier

import (
	"context"
	"errors"
	"fmt"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/verifier/internal/dump"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// A Dump is a schema, perhaps with rows, that the history starts from: what
// pg_dump (plain), sqlite3's .dump or mysqldump wrote.
type Dump struct {
	File, Text string
	At         string          // the revision that it stands at, for sentences
	Holds      map[string]bool // the revisions that are in it
}

// holds reports whether a migration is in place from the start.
func (o *Options) holds(m *Migration) bool { return o.Start != nil && o.Start.Holds[m.ID] }

// pieces cuts the text. An error names file and line.
func (d *Dump) pieces(dialect string) ([]dump.Piece, error) {
	pieces, err := dump.Read(d.Text, dialect)
	var bad *dump.Error
	if errors.As(err, &bad) {
		return nil, fmt.Errorf("%s:%d: %w", d.File, bad.Line, bad)
	}
	return pieces, err
}

// Statements hands over what makes the schema and the rows, statement by
// statement with its line, without what only sets something. An error names file and line.
func (d *Dump) Statements(dialect string, each func(sql string, line int)) error {
	pieces, err := d.pieces(dialect)
	if err != nil {
		return err
	}
	for _, p := range pieces {
		if !p.Soft {
			each(p.SQL, p.Line)
		}
	}
	return nil
}

// begin brings the scratch database to where the history starts. An error in the
// dump names file and line.
func (v *walk) begin(ctx context.Context, migrations []*Migration) error {
	d := v.opt.Start
	if d == nil {
		return nil
	}
	pieces, err := d.pieces(v.db.Name())
	if err != nil {
		return err
	}
	if err := v.db.Connect(ctx); err != nil {
		return err
	}
	for _, p := range pieces {
		if err := v.load(ctx, p); err != nil {
			_ = v.db.Hangup(context.WithoutCancel(ctx), false)
			if f, ok := live.AsFailure(err); ok {
				return fmt.Errorf("%s:%d: the schema that the history starts from cannot be loaded: %s: %s", d.File, p.Line, f.Class, f.Words())
			}
			return err
		}
	}
	for _, m := range migrations {
		if !d.Holds[m.ID] {
			continue
		}
		for _, need := range m.Needs {
			delete(v.heads, need)
		}
		v.heads[m.ID] = true
	}
	return v.db.Hangup(ctx, true)
}

// load runs one piece of a dump. What only sets something may be unknown to
// another version of the database.
func (v *walk) load(ctx context.Context, p dump.Piece) error {
	if !p.Soft || v.db.Name() != "postgresql" {
		_, err := v.db.Exec(ctx, p.SQL, nil)
		if _, theirs := live.AsFailure(err); theirs && p.Soft {
			return nil
		}
		return err
	}
	if err := v.db.Control(ctx, "SAVEPOINT mrt_piece"); err != nil {
		return err
	}
	_, err := v.db.Exec(ctx, p.SQL, nil)
	if _, theirs := live.AsFailure(err); theirs {
		err = v.db.Control(ctx, "ROLLBACK TO SAVEPOINT mrt_piece")
	}
	if err != nil {
		return err
	}
	return v.db.Control(ctx, "RELEASE SAVEPOINT mrt_piece")
}

// standing is the result of a revision that is in place from the start.
func (v *walk) standing(m *Migration) finding.Result {
	res := v.blank(m)
	res.Outcome, res.Stage, res.Verdict = finding.Skipped, finding.Load, finding.Unknown
	res.Reason = fmt.Sprintf("stands in %s, from which the history starts at %s", v.opt.Start.File, v.opt.Start.At)
	return res
}
