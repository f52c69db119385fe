package verifier

import (
	"context"
	"slices"
	"strconv"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/seed"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// block is how many rows of a large table are made one by one. They hold every
// value that there is to show many times over, in many combinations; the rest of
// the table repeats them inside the database, with other numbers.
const block = 1000

// bulk is insert for any number of rows.
func (f *filler) bulk(ctx context.Context, in seed.Input) (reason string, err error) {
	m, ok := f.db.(live.Multiplier)
	numbered, repeats := []string(nil), false
	if ok && in.Count > 2*block && !in.Loose && !active(in.Table) {
		numbered, repeats = seed.Repeats(in)
	}
	if !repeats {
		return f.insert(ctx, in)
	}
	key, first := in.Table.Key(), in
	first.Count = block
	if reason, err = f.insert(ctx, first); err != nil {
		return "", err
	}
	rest := in.Count - block
	if again, ok := rounds(f.state.Rows[key], numbered, rest); ok {
		err := m.Multiply(ctx, in.Table, again)
		if _, theirs := live.AsFailure(err); err != nil && !theirs {
			return "", err
		}
		if err == nil {
			f.state, err = f.db.Capture(ctx)
			return reason, err
		}
	}
	in.Existing, in.First, in.Count, in.Pins, in.Cover = f.state.Rows[key], in.First+block, rest, nil, false
	return f.insert(ctx, in)
}

// active: a trigger or a rule runs with each row, and is to see the rows that we make.
func active(t *shape.Table) bool {
	return t.Kind != "" || slices.ContainsFunc(t.Extra, func(o *shape.Object) bool { return o.Kind == "trigger" || o.Kind == "rule" })
}

// rounds says how the rows of a set are to be repeated so that there are so many
// more. Every fourth number stays out, as it does in the set.
func rounds(set *rows.Set, numbered []string, more int) (live.Rounds, bool) {
	out := live.Rounds{}
	n := size(set)
	if n == 0 || more <= 0 {
		return out, false
	}
	for _, name := range numbered {
		all := numbers(set, name)
		if len(all) == 0 {
			return out, false
		}
		step := all[len(all)-1] - all[0] + 1
		step += (4 - step%4) % 4
		out.Numbered = append(out.Numbered, live.Numbered{Column: name, Step: step})
		if len(all) == n && out.Column == "" {
			out.Column, out.Last = name, all[(more+n-1)%n]
		}
	}
	out.Times = (more + n - 1) / n
	return out, out.Column != ""
}

// numbers are the values of a column in order, without NULLs; nil if one of them is
// no number.
func numbers(set *rows.Set, column string) []int64 {
	at := index(set, column)
	if at < 0 {
		return nil
	}
	var out []int64
	for _, row := range set.Rows {
		switch v := row[at].(type) {
		case nil:
		case int64:
			out = append(out, v)
		case string:
			n, err := strconv.ParseInt(v, 10, 64)
			if err != nil {
				return nil
			}
			out = append(out, n)
		default:
			return nil
		}
	}
	slices.Sort(out)
	return out
}
