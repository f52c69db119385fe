package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// makeTable is sa.Table(name, MetaData(...), *items, **kw).
func (c *call) makeTable(items []pyrt.Value, kw []pyrt.Keyword) (pyrt.Value, error) {
	name := c.get("table_name")
	if _, ok := pyrt.AsStr(name); !ok {
		s, err := c.text("table_name")
		if err != nil {
			return nil, err
		}
		name = pyrt.Str(s)
	}
	return c.l.sa.BuildTable(name, items, kw, c.ops.context.Dialect.Naming)
}

func buildCreateTable(c *call) (op.Op, pyrt.Value, error) {
	table, data, err := c.newTable()
	if err != nil {
		return nil, nil, err
	}
	c.subject, c.before, c.after = table, "before_create", "after_create"
	o := &op.CreateTable{Table: data}
	if o.IfNotExists, err = c.tri("if_not_exists"); err != nil {
		return nil, nil, err
	}
	return o, table, nil
}

// newTable makes the table of create_table, or takes that of
// CreateTableOp.from_table.
func (c *call) newTable() (pyrt.Value, *schema.Table, error) {
	if source, ok := c.given("_table"); ok {
		data, err := c.l.sa.TableOf(source)
		if err != nil {
			return nil, nil, err
		}
		copied := *data
		copied.Indexes = nil // only constraints come along
		if copied.Naming == nil {
			copied.Naming = c.ops.context.Dialect.Naming
		}
		return source, &copied, nil
	}
	items, err := pyrt.Collect(c.t, c.get("columns"))
	if err != nil {
		return nil, nil, err
	}
	table, err := c.makeTable(items, c.withSchema(c.rest("_namespace_metadata", "_constraints_included", "_table")))
	if err != nil {
		return nil, nil, err
	}
	data, err := c.l.sa.TableOf(table)
	return table, data, err
}

func buildDropTable(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	if d, ok := pyrt.AsDict(c.get("table_kw")); ok {
		c.kw = d
	}
	table, err := c.makeTable(c.reverseColumns(), c.withSchema(c.rest("table_kw")))
	if err != nil {
		return nil, nil, err
	}
	c.subject, c.before, c.after = table, "before_drop", "after_drop"
	data, err := c.l.sa.TableOf(table)
	if err != nil {
		return nil, nil, err
	}
	o := &op.DropTable{Table: name, Options: data.Options}
	if len(data.Columns) > 0 {
		o.Def = data
	}
	o.IfExists, err = c.tri("if_exists")
	return done(o, err)
}

// reverseColumns are the columns of a DropTableOp that was made from a table.
func (c *call) reverseColumns() []pyrt.Value {
	rev, ok := c.given("_reverse")
	if !ok {
		return nil
	}
	cols, err := pyrt.LookupAttr(c.t, rev, "columns")
	if err != nil || cols == nil {
		return nil
	}
	list, err := pyrt.Collect(c.t, cols)
	if err != nil {
		return nil
	}
	return list
}

func (c *call) withSchema(kw []pyrt.Keyword) []pyrt.Keyword {
	if v, ok := c.args["schema"]; ok && v != pyrt.None {
		kw = append(kw, pyrt.Keyword{Name: "schema", Value: v})
	}
	return kw
}

func buildRenameTable(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.tableName("old_table_name", "schema")
	if err != nil {
		return nil, nil, err
	}
	to, err := c.text("new_table_name")
	return done(&op.RenameTable{Table: name, New: to}, err)
}

func buildCreateTableComment(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	o := &op.CreateTableComment{Table: name}
	if o.Comment, err = c.optional("comment"); err != nil {
		return nil, nil, err
	}
	o.ExistingComment, err = c.optional("existing_comment")
	return done(o, err)
}

func buildDropTableComment(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	o := &op.DropTableComment{Table: name}
	o.ExistingComment, err = c.optional("existing_comment")
	return done(o, err)
}
