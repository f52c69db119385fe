package pgdb

import (
	"context"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// The bits of pg_index.indoption.
const (
	optionDesc       = 1
	optionNullsFirst = 2
)

// indexes reads the indexes that do not belong to a constraint.
func (r *reflection) indexes(ctx context.Context) error {
	found, err := r.d.rows(ctx, `SELECT c.relname, i.indisunique, ARRAY(SELECT pg_get_indexdef(i.indexrelid, s, true) FROM generate_series(1, i.indnkeyatts) s),
 ARRAY(SELECT coalesce((SELECT a.attname FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[s - 1]), '') FROM generate_series(1, i.indnatts) s), pg_get_expr(i.indpred, i.indrelid),
 ARRAY(SELECT i.indoption[s - 1] FROM generate_series(1, i.indnkeyatts) s), am.amname, c.reloptions, to_jsonb(i) ->> 'indnullsnotdistinct'
 FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am am ON am.oid = c.relam WHERE i.indrelid = `+r.oid+`
 AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) ORDER BY c.relname`)
	if err != nil {
		return err
	}
	for _, row := range found {
		c := cells(row)
		x := &schema.Index{Name: schema.Given(c.at(0)), Unique: c.yes(1), Created: r.order.Next()}
		parts, columns, sorting := list(c.at(2)), list(c.at(3)), list(c.at(5))
		for i, part := range parts {
			var e expr.Expr = &expr.Text{SQL: part}
			plain := columns[i] != ""
			if plain {
				e = &expr.Column{Name: columns[i]}
			}
			if sorted := ordered(e, atoi(sorting[i])); sorted != e || !plain {
				x.Elements = append(x.Elements, schema.IndexElement{Expr: sorted})
				continue
			}
			x.Elements = append(x.Elements, schema.IndexElement{Column: columns[i]})
		}
		x.Options = indexOptions(c, columns[len(parts):])
		r.items = append(r.items, x)
	}
	return nil
}

// ordered is an index element with the order that it has, if that is not the
// usual one.
func ordered(e expr.Expr, option int) expr.Expr {
	switch {
	case option&optionDesc != 0 && option&optionNullsFirst == 0:
		return expr.Modify(expr.Modify(e, expr.OpDesc), expr.OpNullsLast)
	case option&optionDesc != 0:
		return expr.Modify(e, expr.OpDesc)
	case option&optionNullsFirst != 0:
		return expr.Modify(e, expr.OpNullsFirst)
	}
	return e
}

func indexOptions(c cells, included []string) schema.Options {
	var o schema.Options
	set := func(name string, v schema.OptionValue) {
		o = append(o, schema.Option{Name: "postgresql_" + name, Value: v})
	}
	if w := c.at(4); w != "" {
		set("where", schema.OptExpr{Expr: &expr.Text{SQL: w}})
	}
	if am := c.at(6); am != "btree" {
		set("using", schema.OptString(am))
	}
	if len(included) > 0 {
		var names schema.OptList
		for _, n := range included {
			names = append(names, schema.OptString(n))
		}
		set("include", names)
	}
	var with schema.OptMap
	for _, kv := range list(c.at(7)) {
		k, v, _ := strings.Cut(kv, "=")
		with = append(with, schema.Option{Name: k, Value: schema.OptString(v)})
	}
	if len(with) > 0 {
		set("with", with)
	}
	if c.at(8) == "true" {
		set("nulls_not_distinct", schema.OptBool(true))
	}
	return o
}
