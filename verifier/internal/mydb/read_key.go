package mydb

import (
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// part reads one element of a table that is no column.
func (r *reader) part(t *shape.Table, c *cursor) {
	name := ""
	if c.take("constraint") && c.now().Kind == sqltok.Quoted {
		name = c.next().Text
	}
	switch {
	case c.take("primary", "key"):
		k := &shape.Constraint{Kind: shape.PrimaryKey, Name: "PRIMARY"}
		parts := sqltok.Split(c.group())
		for _, p := range parts {
			k.Columns = append(k.Columns, p[0].Text)
			if len(p) > 1 {
				k.Extra = append(k.Extra, shape.Attr{Name: "part " + p[0].Text, Value: r.spell(c.text, p[1:])})
			}
		}
		r.apart(t, parts)
		k.Extra = append(k.Extra, r.keyOptions(c)...)
		t.Constraints = append(t.Constraints, k)
	case c.take("foreign", "key"):
		t.Constraints = append(t.Constraints, r.foreignKey(name, c))
	case c.take("check"):
		t.Constraints = append(t.Constraints, r.check(name, c))
	case c.take("period", "for"):
		name := c.next().Text
		t.Extra = append(t.Extra, &shape.Object{Kind: "period", Name: t.Name + "." + name, Table: t.Key(),
			Attrs: shape.Clean([]shape.Attr{{Name: "columns", Value: "(" + strings.Join(list(c.group()), ", ") + ")"}})})
	default:
		r.index(t, c)
	}
}

// keyOptions are what follows the columns of a key.
func (r *reader) keyOptions(c *cursor) []shape.Attr {
	var out []shape.Attr
	for !c.end() {
		switch {
		case c.take("using"):
			out = append(out, shape.Attr{Name: "using", Value: strings.ToLower(c.next().Text)})
		case c.take("comment"):
			out = append(out, shape.Attr{Name: "comment", Value: sqltok.Unliteral(c.next())})
		case c.take("with", "parser"):
			out = append(out, shape.Attr{Name: "parser", Value: c.next().Text})
		case c.i+1 < len(c.t) && c.t[c.i+1].Is("="):
			name := c.next().Text
			c.next()
			out = append(out, shape.Attr{Name: strings.ReplaceAll(strings.ToLower(name), "_", " "), Value: c.optionValue(r)})
		default: // invisible, ignored
			out = append(out, shape.Attr{Name: c.next().Lower, Value: "yes"})
		}
	}
	return out
}

// index reads a key that is not the primary one.
func (r *reader) index(t *shape.Table, c *cursor) {
	x := &shape.Index{}
	switch kind := c.next(); {
	case kind.Is("unique"):
		x.Unique = true
		c.next()
	case !kind.Is("key") && !kind.Is("index"):
		x.Extra = append(x.Extra, shape.Attr{Name: "type", Value: kind.Lower})
		c.next()
	}
	if c.now().Kind == sqltok.Quoted {
		x.Name = c.next().Text
	}
	x.ID = x.Name
	parts := sqltok.Split(c.group())
	plain := len(x.Extra) == 0
	for _, p := range parts {
		text := r.spell(c.text, p)
		if p[0].Kind == sqltok.Quoted {
			x.Plain = append(x.Plain, p[0].Text)
			text = p[0].Text + strings.TrimPrefix(text, c.text[p[0].Start:p[0].End])
			plain = plain && t.Column(p[0].Text) != nil
		} else {
			plain = false
		}
		x.Parts = append(x.Parts, text)
	}
	if !plain {
		x.Plain = nil
	}
	if x.Unique {
		r.apart(t, parts)
	}
	x.Extra = append(x.Extra, r.keyOptions(c)...)
	t.Indexes = append(t.Indexes, x)
}

// apart notes in how many characters the values of a unique key must differ.
func (r *reader) apart(t *shape.Table, parts [][]sqltok.Token) {
	for _, p := range parts {
		if len(p) < 4 || !p[1].Is("(") || p[2].Kind != sqltok.Number {
			continue
		}
		if col := t.Column(p[0].Text); col != nil && col.Limit != nil {
			if n := int(number64(p[2].Text)); col.Limit.Apart == 0 || n < col.Limit.Apart {
				col.Limit.Apart = n
			}
		}
	}
}

func (r *reader) foreignKey(name string, c *cursor) *shape.Constraint {
	k := &shape.Constraint{Kind: shape.ForeignKey, Name: name}
	if c.now().Kind == sqltok.Quoted {
		c.next()
	}
	k.Columns = list(c.group())
	c.take("references")
	k.RefTable = c.next().Text
	if c.take(".") {
		k.RefSchema, k.RefTable = k.RefTable, c.next().Text
	}
	if k.RefSchema == r.database {
		k.RefSchema = ""
	}
	k.RefKey = shape.Key(k.RefSchema, k.RefTable)
	k.RefColumns = list(c.group())
	for !c.end() {
		switch {
		case c.take("on", "delete"):
			k.OnDelete = c.action()
		case c.take("on", "update"):
			k.OnUpdate = c.action()
		default:
			k.Extra = append(k.Extra, shape.Attr{Name: c.next().Lower, Value: "yes"})
		}
	}
	return k
}

// action is SET NULL, NO ACTION, or one word.
func (c *cursor) action() string {
	word := c.next().Lower
	if word == "set" || word == "no" {
		word += " " + c.next().Lower
	}
	return word
}

// check reads a check of the table; one that is not enforced binds no row.
func (r *reader) check(name string, c *cursor) *shape.Constraint {
	text := r.spell(c.text, sqltok.Bare(c.group()))
	k := &shape.Constraint{Kind: shape.Check, Name: name, Expr: text, SQL: text}
	if c.take("not", "enforced") {
		k.SQL = ""
		k.Extra = append(k.Extra, shape.Attr{Name: "enforced", Value: "no"})
	}
	return k
}
