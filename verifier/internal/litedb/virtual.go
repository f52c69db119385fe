package litedb

import (
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// shadows are the tables in which the modules keep the content of a virtual
// table. They follow from it, and nobody else may use their names.
var shadows = map[string][]string{
	"fts5": {"data", "idx", "content", "docsize", "config"}, "fts4": {"content", "segments", "segdir", "docsize", "stat"}, "fts3": {"content", "segments", "segdir"},
	"rtree": {"node", "rowid", "parent"}, "rtree_i32": {"node", "rowid", "parent"}, "geopoly": {"node", "rowid", "parent"},
}

// module is the module of a virtual table, in lower case.
func module(t *shape.Table) string {
	if t.Kind != "virtual table" {
		return ""
	}
	_, rest, _ := strings.Cut(t.Options[0].Value, " using ")
	name, _, _ := strings.Cut(rest, " ")
	return name
}

func dropShadows(c *shape.Catalog) {
	for key, t := range c.Tables {
		for _, part := range shadows[module(t)] {
			delete(c.Tables, key+"_"+part)
		}
	}
}

// virtualColumns gives a virtual table its columns where we know what its rows
// may hold, so that it can be filled. A table without content of its own
// (content = …) is left alone: its rows are another table's.
func (d *DB) virtualColumns(t *shape.Table) error {
	if t == nil || t.Columns != nil || shadows[module(t)] == nil || module(t) == "geopoly" || strings.Contains(t.Options[0].Value, "content =") {
		return nil
	}
	_, found, err := d.c.query("PRAGMA table_xinfo(" + quote(t.Name) + ")")
	if err != nil {
		if _, ok := err.(*Error); ok {
			return nil // a module that this build of SQLite does not have
		}
		return err
	}
	t.Columns = []*shape.Column{}
	for _, row := range found {
		if hidden, _ := row[6].(int64); hidden != 0 {
			continue
		}
		t.Columns = append(t.Columns, &shape.Column{Name: str(row[1]), Class: shape.Text})
	}
	if strings.HasPrefix(module(t), "rtree") {
		boxes(t)
	}
	return nil
}

// boxes: the rows of an rtree are a number and pairs of bounds; what follows may
// be anything.
func boxes(t *shape.Table) {
	plain := len(t.Columns)
	_, arguments, _ := strings.Cut(t.Options[0].Value, "(")
	for i, part := range sqltok.Split(sqltok.Cut(arguments)) {
		if len(part) > 0 && part[0].Is("+") {
			plain = min(plain, i)
		}
	}
	for i, c := range t.Columns {
		switch {
		case i == 0:
			c.Class, c.Size, c.NotNull = shape.Int, 32, true
			t.Constraints = []*shape.Constraint{{Kind: shape.PrimaryKey, Columns: []string{c.Name}}}
		case i < plain:
			c.Class, c.Size, c.NotNull = shape.Int, 16, true // what 32 bits of a real hold exactly
			if i%2 == 0 {
				t.Rules = append(t.Rules, quote(t.Columns[i-1].Name)+" <= "+quote(c.Name))
			}
		}
	}
}
