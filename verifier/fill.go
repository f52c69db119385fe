package verifier

import (
	"cmp"
	"context"
	"slices"
	"sort"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/seed"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A filler keeps the tables of a scratch database filled. It touches only what
// is new or changed since it last looked.
type filler struct {
	db    live.DB
	want  int                     // rows per table that the user asked for; 0 for none
	words []string                // of the migration at hand
	done  map[string]*shape.Table // the shape at the last look
	had   map[string]int          // the rows after it
	short map[string]string       // tables that hold no row, with the reason
	state *live.State
	rules map[string]SeedRule
}

func newFiller(db live.DB, want int, rules map[string]SeedRule) *filler {
	return &filler{db: db, want: want, rules: rules, done: map[string]*shape.Table{}, had: map[string]int{}, short: map[string]string{}}
}

// awkward is how many rows it takes to hold each kind of awkward value.
const awkward = 12

// fill brings every table up to its rows and returns the state after that.
func (f *filler) fill(ctx context.Context, s *live.State) (*live.State, error) {
	f.state = s
	if f.want == 0 {
		return s, nil
	}
	for key := range f.done {
		if s.Catalog.Tables[key] == nil {
			delete(f.done, key)
			delete(f.had, key)
			delete(f.short, key)
		}
	}
	var todo []string
	for key, t := range s.Catalog.Tables {
		if t.Fillable() && (f.done[key] != t || f.fewer(key)) {
			todo = append(todo, key)
		}
	}
	todo = parentsFirst(s.Catalog, todo)
	var again []string
	for _, key := range todo {
		later, err := f.table(ctx, key, todo)
		if err != nil {
			return nil, err
		}
		if later {
			again = append(again, key)
		}
	}
	for _, key := range again {
		if err := f.references(ctx, key); err != nil {
			return nil, err
		}
	}
	for _, key := range todo {
		f.done[key], f.had[key] = f.state.Catalog.Tables[key], size(f.state.Rows[key])
	}
	if r, ok := f.db.(live.Refresher); ok && len(todo) > 0 {
		if err := r.Refresh(ctx, f.state.Catalog); err != nil {
			return nil, err
		}
		var err error
		if f.state, err = f.db.Capture(ctx); err != nil {
			return nil, err
		}
	}
	return f.state, nil
}

// fewer reports whether rows of a table are gone since the last look, so that it
// holds less than it should: an upgrade deleted them, or they were withdrawn.
func (f *filler) fewer(key string) bool {
	n := size(f.state.Rows[key])
	return n < f.want && n < f.had[key]
}

// table fills one table; later is true if it refers to tables that come after it.
func (f *filler) table(ctx context.Context, key string, todo []string) (later bool, err error) {
	t, was := f.state.Catalog.Tables[key], f.done[key]
	set := f.state.Rows[key]
	if was != nil && set != nil && len(set.Rows) > 0 {
		if err := f.refresh(ctx, t, set, changedColumns(was, t)); err != nil {
			return false, err
		}
		set = f.state.Rows[key]
	}
	count := max(f.want, awkward)
	if set != nil {
		count = max(count-len(set.Rows), 0)
	}
	if was != nil && len(set.Rows) >= f.want {
		delete(f.short, key)
		return false, nil
	}
	later = slices.ContainsFunc(t.Constraints, func(k *shape.Constraint) bool {
		p := k.RefKey
		return k.Kind == shape.ForeignKey && p != key && slices.Contains(todo, p) && (f.state.Rows[p] == nil || len(f.state.Rows[p].Rows) == 0)
	})
	if err := f.suit(ctx, t); err != nil {
		return false, err
	}
	in := f.input(t, todo)
	in.Count, in.Cover = count, true
	rule, ruled := f.rule(t)
	switch {
	case ruled && rule.Skip != "":
		return false, nil
	case ruled && rule.SQL != "" && was != nil && size(set) > 0:
		return false, nil // run once: it may not bear a second time
	case ruled && rule.SQL != "":
		return false, f.bySQL(ctx, t, rule.SQL)
	case ruled:
		in.Count, in.Cover = 0, false
		for _, row := range rule.Rows {
			in.Pins = append(in.Pins, row)
		}
	}
	in.Loose = later
	if l, ok := f.db.(live.Looser); ok && later {
		l.Loose(true)
		defer l.Loose(false)
	}
	reason, err := f.bulk(ctx, in)
	if err != nil {
		return false, err
	}
	if reason, err = f.force(ctx, in, reason); err != nil {
		return false, err
	}
	f.judge(key, reason)
	return later, nil
}

// judge notes that a table stayed empty, and why, or that it did not.
func (f *filler) judge(key, reason string) {
	if set := f.state.Rows[key]; set != nil && len(set.Rows) > 0 {
		delete(f.short, key)
		return
	}
	f.short[key] = cmp.Or(reason, "no row was accepted")
}

// rule is what the user says about a table's rows.
func (f *filler) rule(t *shape.Table) (SeedRule, bool) {
	for _, name := range []string{t.Title(), t.Key(), t.Name, "public." + t.Name} {
		if r, ok := f.rules[name]; ok {
			return r, true
		}
	}
	return SeedRule{}, false
}

// bySQL lets the user's statement fill a table.
func (f *filler) bySQL(ctx context.Context, t *shape.Table, sql string) error {
	if err := f.db.Connect(ctx); err != nil {
		return err
	}
	_, err := f.db.Exec(ctx, sql, nil)
	if hang := f.db.Hangup(ctx, err == nil); err == nil {
		err = hang
	}
	if fail, ok := live.AsFailure(err); ok {
		f.short[t.Key()] = "the statement in mrt.toml fails: " + fail.Words()
		return nil
	}
	if err != nil {
		return err
	}
	f.state, err = f.db.Capture(ctx)
	return err
}

// input is what rows of t are made from.
func (f *filler) input(t *shape.Table, todo []string) seed.Input {
	return seed.Input{
		Table: t, Existing: f.state.Rows[t.Key()], Words: f.words,
		Parent: func(k *shape.Constraint) *rows.Set { return f.parent(k, todo) },
		Holds: func(expr string, cols []*shape.Column, tuples [][]any) ([]bool, error) {
			return f.db.Holds(context.Background(), expr, cols, tuples)
		},
	}
}

// parent is what a foreign key can refer to. A table whose turn is still to come
// is promised to hold the numbers from 1.
func (f *filler) parent(k *shape.Constraint, todo []string) *rows.Set {
	key := k.RefKey
	set := rowsOf(f.state, key)
	if set != nil && len(set.Rows) > 0 {
		return set.Sorted()
	}
	t := f.state.Catalog.Tables[key]
	if t == nil || !slices.Contains(todo, key) || len(k.RefColumns) != 1 {
		return set
	}
	c := t.Column(k.RefColumns[0])
	if c == nil || c.Class != shape.Int || !slices.Equal(t.Primary(), k.RefColumns) {
		return set
	}
	promised := &rows.Set{Columns: k.RefColumns}
	for n := range min(f.want, 3) {
		promised.Rows = append(promised.Rows, []any{int64(n + 1)})
	}
	return promised
}

// insert makes rows and puts them in. What the database refuses is tried again
// with other values; the last refusal is the reason for what is missing.
func (f *filler) insert(ctx context.Context, in seed.Input) (reason string, err error) {
	for try := range 4 {
		plan := seed.Make(in)
		if plan.Short != "" && reason == "" {
			reason = plan.Short
		}
		if len(plan.Rows) == 0 {
			break
		}
		errs, err := f.db.Insert(ctx, in.Table, plan.Columns, plan.Rows)
		if fail, ok := live.AsFailure(err); ok {
			return fail.Words(), nil
		}
		if err != nil {
			return "", err
		}
		failed := 0
		for _, e := range errs {
			if fail, ok := live.AsFailure(e); ok {
				failed++
				reason = fail.Words()
			} else if e != nil {
				return "", e
			}
		}
		if f.state, err = f.db.Capture(ctx); err != nil {
			return "", err
		}
		if failed == 0 {
			break
		}
		in.Existing = f.state.Rows[in.Table.Key()]
		in.First, in.Count, in.Pins, in.Cover, in.Strict = (try+1)*1000+1, failed, nil, false, true
	}
	return reason, nil
}

// force fills a table that would not take any row past its own triggers and
// rules: the rows of such a table come from elsewhere, and are there.
func (f *filler) force(ctx context.Context, in seed.Input, reason string) (string, error) {
	past, ok := f.db.(live.Forcer)
	if set := f.state.Rows[in.Table.Key()]; !ok || set != nil && len(set.Rows) > 0 || !past.Force(in.Table, true) {
		return reason, nil
	}
	defer past.Force(in.Table, false)
	return f.insert(ctx, in)
}

// refresh gives the rows of a changed table values in its new and changed
// columns: rows that are NULL there would show nothing.
func (f *filler) refresh(ctx context.Context, t *shape.Table, set *rows.Set, changed []string) error {
	for _, group := range together(t, changed) {
		in := f.input(t, nil)
		limited := *set
		limited.Rows = limited.Rows[:min(len(limited.Rows), 4*awkward)]
		in.Existing = &limited
		values := seed.Fill(in, group)
		match := set.Key
		if len(match) == 0 {
			match = set.Columns
		}
		for n, v := range values {
			if v == nil {
				continue
			}
			row := limited.Rows[n]
			for j, column := range group {
				err := f.db.Update(ctx, t, column, v[j], match, pick(set, row, match))
				if _, ok := live.AsFailure(err); err != nil && !ok {
					return err
				}
			}
		}
		next, err := f.db.Capture(ctx)
		if err != nil {
			return err
		}
		f.state = next
		set = next.Rows[t.Key()]
	}
	return nil
}

// pick returns some columns of a row.
func pick(set *rows.Set, row []any, columns []string) []any {
	out := make([]any, len(columns))
	for i, c := range columns {
		if j := set.Index(c); j >= 0 {
			out[i] = row[j]
		}
	}
	return out
}

// references fills the foreign keys of a table that was filled before its parents.
func (f *filler) references(ctx context.Context, key string) error {
	t := f.state.Catalog.Tables[key]
	var columns []string
	for _, k := range t.Constraints {
		if k.Kind == shape.ForeignKey {
			columns = append(columns, k.Columns...)
		}
	}
	return f.refresh(ctx, t, f.state.Rows[key], without(columns, t.Primary()))
}

func without(list, drop []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(drop, s) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// together groups columns: those of one foreign key change at once.
func together(t *shape.Table, columns []string) [][]string {
	var out [][]string
	left := slices.Clone(columns)
	for _, k := range t.Constraints {
		if k.Kind != shape.ForeignKey || len(k.Columns) == 0 {
			continue
		}
		if all := slices.IndexFunc(k.Columns, func(c string) bool { return !slices.Contains(left, c) }) < 0; all {
			out = append(out, k.Columns)
			left = without(left, k.Columns)
		}
	}
	for _, c := range left {
		out = append(out, []string{c})
	}
	return out
}

// changedColumns are the columns of t that was does not have, or has with
// another type, nullability or domain. Keys are left alone.
func changedColumns(was, t *shape.Table) []string {
	var out []string
	for _, c := range t.Columns {
		if c.Generated != "" || c.Identity != "" || slices.Contains(t.Primary(), c.Name) {
			continue
		}
		w := was.Column(c.Name)
		if w == nil || w.Type != c.Type || w.NotNull && !c.NotNull || !slices.Equal(w.Labels, c.Labels) {
			out = append(out, c.Name)
		}
	}
	return out
}

// parentsFirst sorts keys so that tables come after those they refer to; in a
// cycle by name.
func parentsFirst(c *shape.Catalog, keys []string) []string {
	sort.Strings(keys)
	in := map[string]bool{}
	for _, k := range keys {
		in[k] = true
	}
	var out []string
	state := map[string]int{}
	var visit func(key string)
	visit = func(key string) {
		if state[key] != 0 || !in[key] {
			return
		}
		state[key] = 1
		for _, k := range c.Tables[key].Constraints {
			if k.Kind != shape.ForeignKey {
				continue
			}
			visit(k.RefKey)
			for _, part := range leaves(c, k.RefKey) {
				visit(part)
			}
		}
		out = append(out, key)
	}
	for _, k := range keys {
		visit(k)
	}
	return out
}
