package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// index makes an index through SQLAlchemy's class, which checks the keyword
// arguments.
func (c *call) index(columns []pyrt.Value, kw []pyrt.Keyword) (*schema.Index, error) {
	pos := append([]pyrt.Value{c.get("index_name")}, columns...)
	v, err := c.l.saCall(c.t, "Index", pyrt.Args{Pos: pos, Kw: kw})
	if err != nil {
		return nil, err
	}
	return c.l.sa.IndexOf(v)
}

func buildCreateIndex(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	cols, err := pyrt.Collect(c.t, c.get("columns"))
	if err != nil {
		return nil, nil, err
	}
	unique, err := pyrt.Truth(c.t, c.get("unique"))
	if err != nil {
		return nil, nil, err
	}
	kw := append(c.rest("schema", "if_not_exists", "unique"), pyrt.Keyword{Name: "unique", Value: pyrt.Bool(unique)})
	i, err := c.index(cols, kw)
	if err != nil {
		return nil, nil, err
	}
	for n, e := range i.Elements {
		if text, ok := e.Expr.(*expr.Text); ok {
			i.Elements[n].Key = text.SQL
		}
	}
	o := &op.CreateIndex{Table: name, Index: i}
	o.IfNotExists, err = c.tri("if_not_exists")
	return done(o, err)
}

func buildDropIndex(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	i, err := c.index(nil, c.rest("schema", "if_exists", "_reverse", "unique"))
	if err != nil {
		return nil, nil, err
	}
	o := &op.DropIndex{Name: i.Name, Table: name.Name, Schema: name.Schema, Options: i.Options}
	o.IfExists, err = c.tri("if_exists")
	return done(o, err)
}
