package sqlgen

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

func (c *compiler) forUpdate(f *expr.ForUpdate, k kw) string {
	if c.d.Name == "sqlite" {
		return ""
	}
	text := " FOR UPDATE"
	switch {
	case c.d.Name == "postgresql":
		switch {
		case f.Read && f.KeyShare:
			text = " FOR KEY SHARE"
		case f.Read:
			text = " FOR SHARE"
		case f.KeyShare:
			text = " FOR NO KEY UPDATE"
		}
	case c.d.isMySQL():
		if f.Read {
			text = " LOCK IN SHARE MODE"
			if !c.d.isMariaDB() && c.d.atLeast(8, 0, 1) {
				text = " FOR SHARE"
			}
		}
	default:
		return text
	}
	if tables := forUpdateTables(f); len(tables) > 0 && (c.d.Name == "postgresql" || !c.d.isMariaDB() && c.d.atLeast(8, 0, 1)) {
		var names []string
		for _, t := range tables {
			names = append(names, c.hintName(t))
		}
		text += " OF " + strings.Join(names, ", ")
	}
	if f.NoWait {
		text += " NOWAIT"
	}
	if f.SkipLocked {
		text += " SKIP LOCKED"
	}
	return text
}

func forUpdateTables(f *expr.ForUpdate) []expr.From {
	var out []expr.From
	seen := map[any]bool{}
	add := func(t expr.From) {
		switch t.(type) {
		case *expr.Join:
			for _, o := range fromObjects(t)[1:] {
				if _, isJoin := o.(*expr.Join); !isJoin && !seen[expr.FromKey(o)] {
					seen[expr.FromKey(o)] = true
					out = append(out, o)
				}
			}
			return
		}
		if t != nil && !seen[expr.FromKey(t)] {
			seen[expr.FromKey(t)] = true
			out = append(out, t)
		}
	}
	for _, t := range f.Of {
		add(t)
	}
	for _, e := range f.OfColumns {
		for _, t := range expr.FromsOf(e) {
			add(t)
		}
	}
	return out
}

// hintName is the name of a FROM object without its schema.
func (c *compiler) hintName(f expr.From) string {
	if t, ok := f.(*expr.Table); ok {
		return c.d.quoteTri(t.Def.Name.Name, t.Def.Name.Quote)
	}
	return c.fromIdent(f)
}

func (c *compiler) rowLimit(limit, offset expr.Expr, fetch *expr.Fetch, k kw) string {
	switch {
	case fetch != nil:
		return c.fetch(offset, fetch, k)
	case limit == nil && offset == nil:
		return ""
	}
	text := ""
	switch {
	case c.d.isMySQL():
		switch {
		case offset != nil && limit == nil:
			return " \n LIMIT " + c.expr(offset, k) + ", 18446744073709551615"
		case offset != nil:
			return " \n LIMIT " + c.expr(offset, k) + ", " + c.expr(limit, k)
		}
		return " \n LIMIT " + c.expr(limit, k)
	case c.d.Name == "postgresql" && limit != nil:
		text = " \n LIMIT " + c.expr(limit, k)
	case limit != nil:
		text = "\n LIMIT " + c.expr(limit, k)
	}
	if limit == nil {
		switch c.d.Name {
		case "postgresql":
			text += "\n LIMIT ALL"
		case "sqlite":
			text += "\n LIMIT " + c.number(-1, kw{})
		default:
			text += "\n LIMIT -1"
		}
	}
	switch {
	case offset != nil:
		text += " OFFSET " + c.expr(offset, k)
	case c.d.Name == "sqlite":
		text += " OFFSET " + c.number(0, k)
	}
	return text
}

func (c *compiler) number(n int64, k kw) string {
	return c.bind(&expr.Bind{Value: n, HasValue: true, Unique: true, Type: schema.Type{Kind: "Integer"}}, k)
}

func (c *compiler) fetch(offset expr.Expr, f *expr.Fetch, k kw) string {
	open, shut := "", ""
	if c.d.Name == "postgresql" {
		open, shut = "(", ")"
	}
	text := ""
	if offset != nil {
		text += "\n OFFSET " + open + c.expr(offset, k) + shut + " ROWS"
	}
	text += "\n FETCH FIRST " + open + c.expr(f.Count, k) + shut
	if f.Percent {
		text += " PERCENT"
	}
	text += " ROWS "
	if f.WithTies {
		return text + "WITH TIES"
	}
	return text + "ONLY"
}
