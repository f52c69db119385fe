package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

func buildAddColumn(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	col, err := c.l.sa.NewColumnOf(c.get("column"), name)
	if err != nil {
		return nil, nil, err
	}
	o := &op.AddColumn{Table: name, Column: col}
	for arg, where := range map[string]*schema.Tri{
		"if_not_exists": &o.IfNotExists, "inline_references": &o.InlineReferences, "inline_primary_key": &o.InlinePrimaryKey,
	} {
		if *where, err = c.tri(arg); err != nil {
			return nil, nil, err
		}
	}
	o.InsertBefore, o.InsertAfter, err = c.insertPlace()
	return done(o, err)
}

func (c *call) insertPlace() (before, after string, err error) {
	if before, err = c.text("insert_before"); err != nil {
		return "", "", err
	}
	after, err = c.text("insert_after")
	return before, after, err
}

func buildDropColumn(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	column, err := c.text("column_name")
	if err != nil {
		return nil, nil, err
	}
	o := &op.DropColumn{Table: name, Column: column, Quote: quoteOf(c.t, c.get("column_name"))}
	if o.IfExists, err = c.tri("if_exists"); err != nil {
		return nil, nil, err
	}
	if o.Type, err = c.typeArg("existing_type"); err != nil {
		return nil, nil, err
	}
	o.Options, err = c.options("if_exists", "existing_type", "_reverse")
	return done(o, err)
}

// options is **kw without some names, as data.
func (c *call) options(without ...string) (schema.Options, error) {
	d := pyrt.NewDict()
	for _, k := range c.rest(without...) {
		d.SetStr(k.Name, k.Value)
	}
	return c.l.sa.OptionsOf(d)
}

// typeArg is a type argument; nil for None.
func (c *call) typeArg(name string) (*schema.Type, error) {
	v, ok := c.given(name)
	if !ok {
		return nil, nil
	}
	ty, err := c.l.sa.TypeOf(v)
	if err != nil {
		return nil, err
	}
	return &ty, nil
}

// defaultArg is a server default argument: False means not given.
func (c *call) defaultArg(name string) (op.DefaultArg, error) {
	v := c.get(name)
	if v == pyrt.False {
		return op.DefaultArg{}, nil
	}
	if v == pyrt.None {
		return op.DefaultArg{Given: true}, nil
	}
	if v == pyrt.True {
		return op.DefaultArg{}, pyrt.NewException(pyrt.AssertionError)
	}
	d, err := c.l.sa.DefaultOf(v)
	return op.DefaultArg{Given: true, Value: d}, err
}

func buildAlterColumn(c *call) (op.Op, pyrt.Value, error) {
	name, err := c.table()
	if err != nil {
		return nil, nil, err
	}
	column, err := c.text("column_name")
	if err != nil {
		return nil, nil, err
	}
	o := &op.AlterColumn{Table: name, Column: column, ColumnQuote: quoteOf(c.t, c.get("column_name"))}
	for _, step := range []func(*call, *op.AlterColumn) error{alterFlags, alterTypes, alterDefaults, alterTexts} {
		if err := step(c, o); err != nil {
			return nil, nil, err
		}
	}
	o.Options, err = c.options("autoincrement", "existing_autoincrement", "postgresql_using", "insert_before", "insert_after")
	return done(o, err)
}

func alterFlags(c *call, o *op.AlterColumn) (err error) {
	for _, f := range []struct {
		arg   string
		where *schema.Tri
	}{
		{"nullable", &o.Nullable}, {"existing_nullable", &o.ExistingNullable},
		{"autoincrement", &o.Autoincrement}, {"existing_autoincrement", &o.ExistingAutoincrement},
	} {
		if *f.where, err = c.tri(f.arg); err != nil {
			return err
		}
	}
	o.InsertBefore, o.InsertAfter, err = c.insertPlace()
	return err
}

func alterTypes(c *call, o *op.AlterColumn) (err error) {
	if o.Type, err = c.typeArg("type_"); err != nil {
		return err
	}
	bare := c.get("type_")
	if bare == pyrt.None {
		bare = c.get("existing_type")
	}
	_, o.BareType = bare.(*pyrt.Type)
	o.ExistingType, err = c.typeArg("existing_type")
	return err
}

func alterDefaults(c *call, o *op.AlterColumn) (err error) {
	if o.ServerDefault, err = c.defaultArg("server_default"); err != nil {
		return err
	}
	o.ExistingServerDefault, err = c.defaultArg("existing_server_default")
	return err
}

func alterTexts(c *call, o *op.AlterColumn) (err error) {
	switch v := c.get("comment"); v {
	case pyrt.False:
	case pyrt.True:
		return pyrt.NewException(pyrt.AssertionError)
	default:
		o.Comment.Given = true
		if o.Comment.Text, err = c.optional("comment"); err != nil {
			return err
		}
	}
	if c.get("existing_comment") != pyrt.False {
		if o.ExistingComment, err = c.optional("existing_comment"); err != nil {
			return err
		}
	}
	if o.NewName, err = c.optional("new_column_name"); err != nil {
		return err
	}
	o.NewNameQuote = quoteOf(c.t, c.get("new_column_name"))
	o.Using, err = c.optional("postgresql_using")
	return err
}
