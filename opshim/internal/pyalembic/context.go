package pyalembic

import (
	"errors"

	"github.com/mrt-tools/mrt/opshim/internal/inert"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// A Context is a MigrationContext: what one context.configure() asked for. It
// is the Native of its Python object.
type Context struct {
	Dialect *sqlgen.Dialect
	// Options are all options by name, as scripts see them in context.opts.
	Options *pyrt.Dict
	// AsSQL is --sql mode.
	AsSQL bool
	// Transactional says whether DDL is transactional; PerMigration whether
	// each revision has a transaction of its own.
	Transactional, PerMigration bool
	// The version table.
	VersionTable, VersionSchema string
	VersionKey                  bool
	// Output is output_buffer; nil is the standard output.
	Output pyrt.Value
	// Connection is the connection that env.py gave; nil in --sql mode.
	Connection pyrt.Value
	// RunArgs are the arguments of run_migrations, which upgrade() and
	// downgrade() get.
	RunArgs []pyrt.Keyword
	// NamingHidden is true if target_metadata is there but cannot be read, so
	// that a naming convention may be missing.
	NamingHidden bool

	lib         *Library
	object      *pyrt.Object
	implObject  *pyrt.Object
	bind        pyrt.Value
	inside      bool // a transaction of ours is open
	external    bool // the caller had opened one
	startingRev pyrt.Value
}

// contextClass is alembic.runtime.migration.MigrationContext.
func (l *Library) contextClass() *pyrt.Type {
	return l.class("MigrationContext", func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "alembic.runtime.migration", Members: l.contextMembers}
	})
}

// contextOf gets at the state of a MigrationContext object.
func (l *Library) contextOf(v pyrt.Value) (*Context, error) {
	if c, ok := native[*Context](v); ok {
		return c, nil
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "expected a MigrationContext, got %s", v.Type().Name)
}

// Object is the Python object.
func (c *Context) Object() *pyrt.Object {
	if c.object == nil {
		c.object = pyrt.NewObject(c.lib.contextClass(), c)
	}
	return c.object
}

// Operations makes op.* act on the context until the returned function is
// called.
func (c *Context) Operations() (undo func()) {
	before := c.lib.current
	c.lib.current = c.lib.newOperations(c)
	return func() { c.lib.current = before }
}

// apply hands an op to the host, and errors back as exceptions.
func (c *Context) apply(t *pyrt.Thread, o op.Op) error {
	if err := c.lib.host.Apply(t, c, o); err != nil {
		return c.lib.raise(err)
	}
	return nil
}

// print writes a piece of --sql output.
func (c *Context) print(t *pyrt.Thread, text string) error { return c.lib.host.Print(t, c, text) }

// Write sends text to output_buffer; ok is false if there is none.
func (c *Context) Write(t *pyrt.Thread, text string) (ok bool, err error) {
	if c.Output == nil {
		return false, nil
	}
	_, err = pyrt.CallMethod(t, c.Output, "write", pyrt.Str(text))
	return true, err
}

// Bind is op.get_bind(): the connection, or a stand-in that prints.
func (c *Context) Bind(*pyrt.Thread) (pyrt.Value, error) {
	if c.bind != nil {
		return c.bind, nil
	}
	if c.Connection != nil && !c.AsSQL {
		c.bind = c.Connection
		return c.bind, nil
	}
	b, err := c.lib.sa.MockConnection(c.Dialect)
	if err != nil {
		return nil, err
	}
	c.bind = b
	return b, nil
}

// SetBind replaces the connection.
func (c *Context) SetBind(v pyrt.Value) { c.bind = v }

// Impl is context.impl: the object that custom operations print with.
func (c *Context) Impl() *pyrt.Object {
	if c.implObject == nil {
		c.implObject = pyrt.NewObject(c.lib.implClass(), c)
	}
	return c.implObject
}

// readNaming finds the naming convention of target_metadata.
func (c *Context) readNaming(t *pyrt.Thread, target pyrt.Value) error {
	if target == nil || target == pyrt.None {
		return nil
	}
	n, err := pyrt.LookupAttr(t, target, "naming_convention")
	if err != nil {
		var exc *pyrt.Exception
		if !errors.As(err, &exc) {
			return err
		}
		c.NamingHidden = true
		return nil
	}
	if n == nil || n == pyrt.None {
		return nil
	}
	if inert.Is(n) {
		c.NamingHidden = true
		return nil
	}
	data, err := c.lib.sa.NamingFrom(n)
	if err != nil {
		return err
	}
	c.Dialect.Naming = data
	return nil
}

// option is an option, None if it is not set.
func (c *Context) option(name string) pyrt.Value {
	if v, ok := c.Options.GetStr(name); ok {
		return v
	}
	return pyrt.None
}

func (c *Context) truthy(t *pyrt.Thread, name string, def bool) (bool, error) {
	v, ok := c.Options.GetStr(name)
	if !ok {
		return def, nil
	}
	return pyrt.Truth(t, v)
}

// newContext reads the options of a configure() call.
func (l *Library) newContext(t *pyrt.Thread, d *sqlgen.Dialect, connection pyrt.Value, opts *pyrt.Dict) (*Context, error) {
	c := &Context{lib: l, Dialect: d, Options: opts, VersionTable: "alembic_version", Connection: connection}
	var err error
	if c.AsSQL, err = c.truthy(t, "as_sql", false); err != nil {
		return nil, err
	}
	if c.PerMigration, err = c.truthy(t, "transaction_per_migration", false); err != nil {
		return nil, err
	}
	if c.VersionKey, err = c.truthy(t, "version_table_pk", true); err != nil {
		return nil, err
	}
	if c.Transactional, err = c.truthy(t, "transactional_ddl", d.Name == "postgresql"); err != nil {
		return nil, err
	}
	if d.LiteralBinds, err = c.truthy(t, "literal_binds", false); err != nil {
		return nil, err
	}
	if d.LiteralBinds && !c.AsSQL {
		return nil, l.commandError("Can't use literal_binds setting without as_sql mode")
	}
	d.Offline = c.AsSQL
	if s, ok := pyrt.AsStr(c.option("version_table")); ok {
		c.VersionTable = s
	}
	if s, ok := pyrt.AsStr(c.option("version_table_schema")); ok {
		c.VersionSchema = s
	}
	if v := c.option("output_buffer"); v != pyrt.None {
		c.Output = v
	}
	c.startingRev = c.option("starting_rev")
	if err := c.readNaming(t, c.option("target_metadata")); err != nil {
		return nil, err
	}
	return c, c.lookOutside(t)
}

// lookOutside finds out whether the connection is in a transaction already.
func (c *Context) lookOutside(t *pyrt.Thread) error {
	if c.AsSQL || c.Connection == nil {
		return nil
	}
	fn, err := pyrt.LookupAttr(t, c.Connection, "in_transaction")
	if err != nil || fn == nil {
		return nil // a connection that cannot say
	}
	v, err := pyrt.Call(t, fn, pyrt.Args{})
	if err != nil {
		return nil
	}
	c.external = v == pyrt.True
	return nil
}

// versionTable is the table of the applied revisions.
func (c *Context) versionTable() (*schema.Table, error) {
	t := &schema.Table{Name: schema.Name{Schema: c.VersionSchema, Name: c.VersionTable}}
	length := 32
	items := []schema.Item{&schema.Column{Name: "version_num", Type: schema.Type{Kind: "String", Length: &length}, Nullable: schema.No}}
	if c.VersionKey {
		items = append(items, &schema.PrimaryKey{
			ConstraintBase: schema.ConstraintBase{Name: schema.Given(c.VersionTable + "_pkc")},
			Columns:        []string{"version_num"},
		})
	}
	return t, t.Add(c.lib.sa.Order(), items...)
}

// Choose makes [Library.RunContext] take up the options that env.py gave to one
// of the contexts that it configured, not those that it gave last.
func (l *Library) Choose(c *Context, options *pyrt.Dict) {
	l.configured = c
	l.env.opts.Clear()
	for _, x := range options.Items() {
		if name, ok := pyrt.AsStr(x[0]); ok {
			l.env.opts.SetStr(name, x[1])
		}
	}
}

// RunContext makes the context of a run without env.py: op.* acts on a
// connection, or prints if there is none and asSQL is set, with the options
// that env.py gave last.
func (l *Library) RunContext(d *sqlgen.Dialect, connection pyrt.Value, asSQL bool) *Context {
	if l.configured == nil {
		l.configured = l.context
	}
	c := &Context{lib: l, Dialect: d, Options: l.env.opts, AsSQL: asSQL, VersionTable: "alembic_version", VersionKey: true,
		Transactional: d.Name == "postgresql", Connection: connection, startingRev: pyrt.None}
	if o := l.configured; o != nil {
		c.Transactional, c.PerMigration = o.Transactional, o.PerMigration
		c.VersionTable, c.VersionSchema, c.VersionKey = o.VersionTable, o.VersionSchema, o.VersionKey
		c.NamingHidden = o.NamingHidden
	}
	l.env.opts.SetStr("as_sql", pyrt.Bool(asSQL))
	l.context = c
	return c
}
