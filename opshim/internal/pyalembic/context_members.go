package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// A contextMethod is a method of MigrationContext without its self.
type contextMethod func(c *Context, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error)

func (l *Library) onContext(signature string, fn contextMethod) pyrt.Member {
	return pyrt.Method(withSelf(signature), func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		c, err := l.contextOf(a[0])
		if err != nil {
			return nil, err
		}
		return fn(c, t, a[1:])
	})
}

func (l *Library) ofContext(name string, fn func(c *Context, t *pyrt.Thread) (pyrt.Value, error)) pyrt.Member {
	return pyrt.Getter(name, func(t *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
		c, err := l.contextOf(self)
		if err != nil {
			return nil, err
		}
		return fn(c, t)
	})
}

func (l *Library) contextMembers() []pyrt.Member {
	value := func(v pyrt.Value) pyrt.Value {
		if v == nil {
			return pyrt.None
		}
		return v
	}
	return []pyrt.Member{
		l.ofContext("dialect", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return l.sa.DialectObject(c.Dialect) }),
		l.ofContext("impl", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return c.Impl(), nil }),
		l.ofContext("bind", func(c *Context, t *pyrt.Thread) (pyrt.Value, error) { return c.Bind(t) }),
		l.ofContext("connection", func(c *Context, t *pyrt.Thread) (pyrt.Value, error) { return c.Bind(t) }),
		l.ofContext("opts", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return c.Options, nil }),
		l.ofContext("as_sql", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return pyrt.Bool(c.AsSQL), nil }),
		l.ofContext("output_buffer", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return value(c.Output), nil }),
		l.ofContext("transactional_ddl", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return c.option("transactional_ddl"), nil }),
		l.ofContext("version_table", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return pyrt.Str(c.VersionTable), nil }),
		l.ofContext("version_table_schema", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return textOrNone(c.VersionSchema), nil }),
		l.ofContext("config", func(_ *Context, t *pyrt.Thread) (pyrt.Value, error) { return l.env.configObject(t) }),
		l.ofContext("script", func(_ *Context, _ *pyrt.Thread) (pyrt.Value, error) { return l.scriptDirectory(), nil }),
		l.ofContext("environment_context", func(_ *Context, t *pyrt.Thread) (pyrt.Value, error) {
			m, err := l.Import("alembic.context")
			return m, err
		}),
		l.onContext("autocommit_block()", contextAutocommit),
		l.onContext("begin_transaction(_per_migration=False)", contextBegin),
		l.onContext("execute(sql, execution_options=None)", contextExecute),
		l.onContext("get_current_revision()", contextCurrent),
		l.onContext("get_current_heads()", contextHeads),
		l.onContext("run_migrations(**kw)", contextRun),
		pyrt.ClassFunc("configure(cls, connection=None, url=None, dialect_name=None, dialect=None, environment_context=None, dialect_opts=None, opts=None)", l.configureContext),
	}
}

// implClass is the class of context.impl.
func (l *Library) implClass() *pyrt.Type {
	return l.class("DefaultImpl", func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "alembic.ddl.impl", Members: func() []pyrt.Member {
			return []pyrt.Member{
				l.ofContext("dialect", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return l.sa.DialectObject(c.Dialect) }),
				l.ofContext("bind", func(c *Context, t *pyrt.Thread) (pyrt.Value, error) { return c.Bind(t) }),
				l.ofContext("connection", func(c *Context, t *pyrt.Thread) (pyrt.Value, error) { return c.Bind(t) }),
				l.ofContext("as_sql", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return pyrt.Bool(c.AsSQL), nil }),
				l.ofContext("transactional_ddl", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return pyrt.Bool(c.Transactional), nil }),
				l.ofContext("__dialect__", func(c *Context, _ *pyrt.Thread) (pyrt.Value, error) { return pyrt.Str(c.Dialect.Name), nil }),
				l.onContext("execute(sql, execution_options=None)", contextExecute),
				l.onContext("_exec(construct, execution_options=None, multiparams=None, params=None)", contextExecute),
				l.onContext("static_output(text)", contextStatic),
				l.onContext("emit_begin()", func(c *Context, t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
					return pyrt.None, c.apply(t, &op.Begin{})
				}),
				l.onContext("emit_commit()", func(c *Context, t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
					return pyrt.None, c.apply(t, &op.Commit{})
				}),
				l.implDirective("create_table(table, **kw)", "table", func(x *schema.Table) op.Op { return &op.CreateTable{Table: x} }),
				l.implDirective("drop_table(table, **kw)", "table", func(x *schema.Table) op.Op { return &op.DropTable{Table: x.Name, Def: x} }),
			}
		}}
	})
}

// implDirective is a method of impl that takes a whole table.
func (l *Library) implDirective(signature, _ string, make func(*schema.Table) op.Op) pyrt.Member {
	return l.onContext(signature, func(c *Context, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		table, err := l.sa.TableOf(a[0])
		if err != nil {
			return nil, err
		}
		return pyrt.None, c.apply(t, make(table))
	})
}

// contextExecute is context.execute: as op.execute.
func contextExecute(c *Context, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o := c.lib.newOperations(c)
	return o.run(t, c.lib.directives["execute"], map[string]pyrt.Value{"sqltext": a[0], "execution_options": a[1]}, pyrt.NewDict())
}

// contextStatic is static_output: text that goes out as it is.
func contextStatic(c *Context, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	s, ok := pyrt.AsStr(a[0])
	if !ok {
		return nil, pyrt.Errorf(pyrt.TypeError, "static_output takes text")
	}
	return pyrt.None, c.apply(t, &op.StaticOutput{Text: s})
}

// configureContext is MigrationContext.configure, which scripts of the wild
// call to get at an Operations object of their own.
func (l *Library) configureContext(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	opts, ok := pyrt.AsDict(a[7])
	if !ok {
		opts = pyrt.NewDict()
	}
	from := a[1]
	for _, v := range []pyrt.Value{a[2], a[3], a[4]} {
		if from == pyrt.None {
			from = v
		}
	}
	d, err := l.dialectFor(t, from, a[6])
	if err != nil {
		return nil, err
	}
	var connection pyrt.Value
	if a[1] != pyrt.None {
		connection = a[1]
	}
	c, err := l.newContext(t, d, connection, opts)
	if err != nil {
		return nil, err
	}
	return c.Object(), nil
}
