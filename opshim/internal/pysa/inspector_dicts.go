package pysa

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// columnDicts is get_columns.
func (l *Library) columnDicts(tb *schema.Table) (pyrt.Value, error) {
	var out []pyrt.Value
	pk := map[string]int{}
	if k := tb.PrimaryKey(); k != nil {
		for i, c := range k.Columns {
			pk[c] = i + 1
		}
	}
	for _, c := range tb.Columns {
		typ, err := l.NewType(c.Type)
		if err != nil {
			return nil, err
		}
		d := pyDict("name", pyrt.Str(c.Name), "type", typ, "nullable", pyrt.Bool(c.IsNullable()), "default", defaultText(c.ServerDefault))
		switch l.opt.Dialect.Name {
		case "sqlite":
			d.SetStr("primary_key", pyrt.Int(pk[c.Name]))
		case "postgresql":
			text, _ := pyrt.AsStr(defaultText(c.ServerDefault))
			d.SetStr("autoincrement", pyrt.Bool(c.Autoincrement == "true" || strings.HasPrefix(text, "nextval(")))
			d.SetStr("comment", optText(c.Comment))
		default:
			d.SetStr("comment", optText(c.Comment))
			if c.Autoincrement == "true" {
				d.SetStr("autoincrement", pyrt.True)
			}
		}
		switch x := c.ServerDefault.(type) {
		case *schema.Computed:
			d.SetStr("computed", pyDict("sqltext", pyrt.Str(exprText(x.SQL)), "persisted", triValue(x.Persisted)))
		case *schema.Identity:
			d.SetStr("identity", pyDict("always", pyrt.Bool(x.Always)))
		}
		out = append(out, d)
	}
	return pyrt.NewList(out...), nil
}

func exprText(e schema.Expr) string {
	if x, ok := e.(*expr.Text); ok {
		return x.SQL
	}
	return ""
}

// defaultText is the SQL text of a reflected default.
func defaultText(d schema.Default) pyrt.Value {
	switch x := d.(type) {
	case schema.StringDefault:
		return pyrt.Str("'" + strings.ReplaceAll(x.Text, "'", "''") + "'")
	case schema.ExprDefault:
		if s := exprText(x.Expr); s != "" {
			return pyrt.Str(s)
		}
	}
	return pyrt.None
}

// primaryKeyDict is get_pk_constraint.
func (l *Library) primaryKeyDict(tb *schema.Table) (pyrt.Value, error) {
	k := tb.PrimaryKey()
	if k == nil {
		return pyDict("constrained_columns", pyrt.NewList(), "name", pyrt.None), nil
	}
	return pyDict("constrained_columns", strList(k.Columns), "name", orNone(k.Name.Text)), nil
}

// foreignKeyDicts is get_foreign_keys.
func (l *Library) foreignKeyDicts(tb *schema.Table) (pyrt.Value, error) {
	var out []pyrt.Value
	for _, k := range tb.Constraints {
		fk, ok := k.(*schema.ForeignKey)
		if !ok {
			continue
		}
		opts := pyrt.NewDict()
		for _, p := range []struct{ name, v string }{{"onupdate", fk.OnUpdate}, {"ondelete", fk.OnDelete}, {"initially", fk.Initially}, {"match", fk.Match}} {
			if p.v != "" {
				opts.SetStr(p.name, pyrt.Str(p.v))
			}
		}
		if fk.Deferrable != schema.Unset {
			opts.SetStr("deferrable", triValue(fk.Deferrable))
		}
		out = append(out, pyDict("name", orNone(fk.Name.Text), "constrained_columns", strList(fk.Columns), "referred_schema", orNone(fk.RefTable.Schema),
			"referred_table", pyrt.Str(fk.RefTable.Name), "referred_columns", strList(fk.RefColumns), "options", opts))
	}
	return pyrt.NewList(out...), nil
}

// uniqueDicts is get_unique_constraints.
func (l *Library) uniqueDicts(tb *schema.Table) (pyrt.Value, error) {
	var out []pyrt.Value
	for _, k := range tb.Constraints {
		if u, ok := k.(*schema.Unique); ok {
			out = append(out, pyDict("name", orNone(u.Name.Text), "column_names", strList(u.Columns)))
		}
	}
	if name := l.opt.Dialect.Name; name == "mysql" || name == "mariadb" { // where a unique index is one
		for _, ix := range tb.Indexes {
			if ix.Unique {
				var cols []string
				for _, e := range ix.Elements {
					cols = append(cols, e.Column)
				}
				out = append(out, pyDict("name", orNone(ix.Name.Text), "column_names", strList(cols), "duplicates_index", orNone(ix.Name.Text)))
			}
		}
	}
	return pyrt.NewList(out...), nil
}

// checkDicts is get_check_constraints.
func (l *Library) checkDicts(tb *schema.Table) (pyrt.Value, error) {
	var out []pyrt.Value
	for _, k := range tb.Constraints {
		if c, ok := k.(*schema.Check); ok {
			out = append(out, pyDict("name", orNone(c.Name.Text), "sqltext", pyrt.Str(exprText(c.Expr))))
		}
	}
	return pyrt.NewList(out...), nil
}

// indexDicts is get_indexes; on PostgreSQL and MySQL unique constraints are
// indexes too, which the executor lists.
func (l *Library) indexDicts(tb *schema.Table) (pyrt.Value, error) {
	var out []pyrt.Value
	for _, ix := range tb.Indexes {
		var cols, texts []pyrt.Value
		hasExpr := false
		for _, e := range ix.Elements {
			if e.Column != "" {
				cols, texts = append(cols, pyrt.Str(e.Column)), append(texts, pyrt.Str(e.Column))
				continue
			}
			hasExpr = true
			cols, texts = append(cols, pyrt.None), append(texts, pyrt.Str(exprText(e.Expr)))
		}
		d := pyDict("name", orNone(ix.Name.Text), "column_names", pyrt.NewList(cols...), "unique", pyrt.Bool(ix.Unique))
		if l.opt.Dialect.Name == "sqlite" {
			d.SetStr("unique", pyrt.Int(map[bool]int64{true: 1}[ix.Unique]))
		}
		if hasExpr {
			d.SetStr("expressions", pyrt.NewList(texts...))
		}
		d.SetStr("dialect_options", optionDict(ix.Options))
		out = append(out, d)
	}
	return pyrt.NewList(out...), nil
}
