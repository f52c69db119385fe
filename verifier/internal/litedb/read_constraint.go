package litedb

import (
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// constraint reads one constraint, of a column or (col nil) of a table. It
// returns nil if none comes next.
func (r *reader) constraint(col *shape.Column) *shape.Constraint {
	k := &shape.Constraint{}
	if r.take("constraint") {
		k.Name = r.name()
	}
	if col != nil {
		k.Columns, k.Inline = []string{col.Name}, true
	}
	switch {
	case r.take("primary", "key"):
		k.Kind = shape.PrimaryKey
		r.keyColumns(k)
		if r.take("desc") {
			k.Extra = append(k.Extra, shape.Attr{Name: "order", Value: "desc"})
		} else {
			r.take("asc")
		}
		r.addConflict(k)
		if r.take("autoincrement") && col != nil {
			col.Identity = "autoincrement"
		}
	case r.take("unique"):
		k.Kind = shape.Unique
		r.keyColumns(k)
		r.addConflict(k)
	case r.take("check"):
		k.Kind = shape.Check
		in := sqltok.Bare(r.parens())
		k.Columns, k.Expr, k.SQL = nil, r.names.join(in), sqltok.Source(r.text, in)
		r.addConflict(k)
	case r.take("foreign", "key"):
		k.Kind = shape.ForeignKey
		r.keyColumns(k)
		r.take("references")
		r.references(k)
	case r.take("references"):
		k.Kind = shape.ForeignKey
		r.references(k)
	default:
		return nil // CONSTRAINT name before NOT NULL, DEFAULT or COLLATE has no effect; the caller reads those
	}
	return k
}

// keyColumns reads (a, b DESC COLLATE nocase) if it comes next.
func (r *reader) keyColumns(k *shape.Constraint) {
	in := r.parens()
	if in == nil {
		return
	}
	k.Columns = nil
	for _, part := range sqltok.Split(in) {
		if len(part) == 0 {
			continue
		}
		k.Columns = append(k.Columns, part[0].Text)
		if rest := part[1:]; len(rest) > 0 && !(len(rest) == 1 && rest[0].Is("asc")) {
			k.Extra = append(k.Extra, shape.Attr{Name: "order of " + part[0].Text, Value: sqltok.Join(rest)})
		}
	}
}

func (r *reader) addConflict(k *shape.Constraint) {
	if c := r.conflict(); c != "" && c != "abort" {
		k.Extra = append(k.Extra, shape.Attr{Name: "on conflict", Value: c})
	}
}

// references reads what stands after REFERENCES.
func (r *reader) references(k *shape.Constraint) {
	k.RefTable = r.name()
	k.RefKey = fold(k.RefTable)
	for _, part := range sqltok.Split(r.parens()) {
		if len(part) > 0 {
			k.RefColumns = append(k.RefColumns, part[0].Text)
		}
	}
	k.Implied = len(k.RefColumns) == 0
	for {
		switch {
		case r.take("on", "delete"):
			k.OnDelete = r.action()
		case r.take("on", "update"):
			k.OnUpdate = r.action()
		case r.take("match"):
			r.name() // SQLite parses MATCH and ignores it
		case r.take("not", "deferrable"):
			r.initially()
		case r.take("deferrable"):
			k.Extra = append(k.Extra, shape.Attr{Name: "deferrable", Value: strings.TrimSpace("deferrable " + r.initially())})
		default:
			return
		}
	}
}

// initially reads INITIALLY; only DEFERRED makes a difference.
func (r *reader) initially() string {
	if !r.take("initially") {
		return ""
	}
	w := r.at(0).Lower
	r.i++
	if w == "deferred" {
		return "initially deferred"
	}
	return ""
}

// action reads a referential action; NO ACTION is the default and is "".
func (r *reader) action() string {
	switch {
	case r.take("no", "action"):
		return ""
	case r.take("set", "null"):
		return "set null"
	case r.take("set", "default"):
		return "set default"
	}
	w := r.at(0).Lower
	r.i++
	return w
}
