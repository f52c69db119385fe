package mydb

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// A broken view or trigger refers to a table or column that is not there any more.
// The server keeps it, but makes none: for a moment, something stands where it looks.

// force makes a broken object.
func (d *DB) force(ctx context.Context, p *program) error {
	if p.of.Kind == "trigger" {
		return d.forceTrigger(ctx, p)
	}
	return d.forceView(ctx, p)
}

// forceTrigger makes a trigger that uses columns which its table has not.
func (d *DB) forceTrigger(ctx context.Context, p *program) (err error) {
	table := strings.TrimSuffix(p.of.Name, "."+own(p.of))
	found, err := d.rows(ctx, "SHOW COLUMNS FROM "+quote(table))
	if err != nil {
		return err
	}
	has := map[string]bool{}
	for _, row := range found {
		has[strings.ToLower(string(row[0]))] = true
	}
	var add, remove []string
	t := sqltok.MySQL(p.create)
	for i := 2; i < len(t); i++ {
		if name := t[i].Lower; t[i].Named() && t[i-1].Is(".") && (t[i-2].Lower == "new" || t[i-2].Lower == "old") && !has[name] {
			has[name] = true
			add, remove = append(add, "ADD COLUMN "+quote(t[i].Text)+" INT"), append(remove, "DROP COLUMN "+quote(t[i].Text))
		}
	}
	if len(add) == 0 {
		return fmt.Errorf("%s lacks no column", p.of.Title())
	}
	if err := d.do(ctx, "ALTER TABLE "+quote(table)+" "+strings.Join(add, ", ")); err != nil {
		return err
	}
	defer func() {
		if bad := d.do(context.WithoutCancel(ctx), "ALTER TABLE "+quote(table)+" "+strings.Join(remove, ", ")); err == nil {
			err = bad
		}
	}()
	return d.makeProgram(ctx, p)
}

// references are the tables that a view reads, as the server writes views, and the
// columns that it uses of each.
func references(create string) map[string][]string {
	t := sqltok.MySQL(create)
	tables := map[string]string{} // by what the view calls them
	for i, x := range t {
		last := i+1 == len(t)
		if x.Kind != sqltok.Quoted || i == 0 || !last && (t[i+1].Is(".") || t[i+1].Is("as")) {
			continue
		}
		if before := t[i-1]; before.Is("from") || before.Is("join") || before.Is("straight_join") || before.Is("(") || before.Is(",") {
			tables[x.Text] = x.Text
			if !last && t[i+1].Kind == sqltok.Quoted {
				tables[t[i+1].Text] = x.Text
			}
		}
	}
	out := map[string][]string{}
	for i := 2; i < len(t); i++ {
		if t[i].Kind != sqltok.Quoted || !t[i-1].Is(".") {
			continue
		}
		if table, ok := tables[t[i-2].Text]; ok && !slices.Contains(out[table], t[i].Text) {
			out[table] = append(out[table], t[i].Text)
		}
	}
	return out
}

// forceView makes a broken view.
func (d *DB) forceView(ctx context.Context, p *program) (err error) {
	uses := references(p.create)
	present, err := d.names(ctx)
	if err != nil {
		return err
	}
	always := context.WithoutCancel(ctx)
	for n, table := range sortedNames(uses) {
		aside := quote(fmt.Sprintf("mrt aside %d", n))
		if present[table] != "" {
			if err := d.do(ctx, "RENAME TABLE "+quote(table)+" TO "+aside); err != nil {
				return err
			}
			defer func() {
				if bad := d.do(always, "RENAME TABLE "+aside+" TO "+quote(table)); err == nil {
					err = bad
				}
			}()
		}
		columns := make([]string, len(uses[table]))
		for i, c := range uses[table] {
			columns[i] = quote(c) + " INT"
		}
		if err := d.do(ctx, "CREATE TABLE "+quote(table)+" ("+strings.Join(columns, ", ")+")"); err != nil {
			return err
		}
		defer func() {
			if bad := d.do(always, "DROP TABLE "+quote(table)); err == nil {
				err = bad
			}
		}()
	}
	return d.makeProgram(ctx, p)
}
