package pyalembic

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/internal/inert"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// An environment is an EnvironmentContext: what env.py talks to.
type environment struct {
	lib    *Library
	opts   *pyrt.Dict // context_opts, kept over several configure() calls
	config *pyrt.Object
}

func newEnvironment(l *Library) *environment {
	e := &environment{lib: l, opts: pyrt.NewDict()}
	e.opts.SetStr("as_sql", pyrt.Bool(l.set.Offline))
	e.opts.SetStr("destination_rev", targetValue(l.set.Destination))
	if !l.set.NoStart {
		e.opts.SetStr("starting_rev", pyrt.None)
	}
	if l.set.Start != nil {
		e.opts.SetStr("starting_rev", pyrt.Str(*l.set.Start))
	}
	e.opts.SetStr("tag", pyrt.None)
	if l.set.Tag != nil {
		e.opts.SetStr("tag", pyrt.Str(*l.set.Tag))
	}
	e.opts.SetStr("purge", pyrt.Bool(l.set.Purge))
	e.opts.SetStr("dont_mutate", pyrt.Bool(l.set.DontMutate))
	return e
}

func targetValue(t script.Target) pyrt.Value {
	if t.IsNone() {
		return pyrt.None
	}
	if n := t.Names(); len(n) == 1 {
		return pyrt.Str(n[0])
	}
	return tupleOf(t.Names())
}

// fillContext makes alembic.context.
func fillContext(l *Library, m *pyrt.Module) error {
	e := l.env
	config, err := e.configObject(l.thread)
	if err != nil {
		return err
	}
	m.Set("config", config)
	m.Set("context_opts", e.opts)
	m.Set("script", l.scriptDirectory())
	m.Define(configureSignature, e.configure)
	for sig, fn := range map[string]pyrt.BuiltinFunc{
		"is_offline_mode()":                    e.isOffline,
		"requires_connection()":                e.requiresConnection,
		"is_transactional_ddl()":               e.isTransactional,
		"run_migrations(**kw)":                 e.forward(contextRun),
		"begin_transaction()":                  e.forward(contextBegin, pyrt.False),
		"execute(sql, execution_options=None)": e.forward(contextExecute),
		"static_output(text)":                  e.forward(contextStatic),
		"get_context()":                        e.getContext,
		"get_bind()":                           e.forward(func(c *Context, t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) { return c.Bind(t) }),
		"get_impl()":                           e.forward(func(c *Context, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) { return c.Impl(), nil }),
		"get_x_argument(as_dictionary=False)":  e.xArguments,
		"get_tag_argument()":                   e.tag,
		"get_head_revision()":                  e.headRevision,
		"get_head_revisions()":                 e.headRevisions,
		"get_revision_argument()":              e.revisionArgument,
		"get_starting_revision_argument()":     e.startArgument,
	} {
		m.Define(sig, fn)
	}
	return nil
}

// configureSignature has all options of EnvironmentContext.configure; ... are
// those that are left alone when they are not given.
const configureSignature = "configure(connection=None, url=None, dialect_name=None, dialect_opts=None, transactional_ddl=None, " +
	"transaction_per_migration=False, output_buffer=None, starting_rev=None, tag=None, template_args=None, render_as_batch=False, " +
	"target_metadata=None, include_name=None, include_object=None, include_schemas=False, process_revision_directives=None, " +
	"compare_type=True, compare_server_default=False, render_item=None, literal_binds=False, upgrade_token='upgrades', " +
	"downgrade_token='downgrades', alembic_module_prefix='op.', sqlalchemy_module_prefix='sa.', user_module_prefix=None, " +
	"on_version_apply=None, autogenerate_plugins=None, **kw)"

// The options of configure, in the order of its signature.
var configureOptions = strings.Fields("connection url dialect_name dialect_opts transactional_ddl transaction_per_migration output_buffer " +
	"starting_rev tag template_args render_as_batch target_metadata include_name include_object include_schemas process_revision_directives " +
	"compare_type compare_server_default render_item literal_binds upgrade_token downgrade_token alembic_module_prefix " +
	"sqlalchemy_module_prefix user_module_prefix on_version_apply autogenerate_plugins")

// onlyIfGiven are the options that keep their value when they are None or
// false in a later call.
var onlyIfGiven = map[string]bool{
	"transactional_ddl": true, "output_buffer": true, "starting_rev": true, "tag": true, "render_item": true, "autogenerate_plugins": true,
}

// configure is context.configure().
func (e *environment) configure(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	var from pyrt.Value = pyrt.None
	var connection pyrt.Value
	for i, name := range configureOptions {
		v := a[i]
		switch name {
		case "connection":
			if v != pyrt.None {
				connection = v
			}
			fallthrough
		case "url", "dialect_name":
			if s, ok := pyrt.AsStr(v); ok && s == "" {
				continue // as if it were not given
			}
			if from == pyrt.None {
				from = v
			}
			continue
		case "dialect_opts", "template_args":
			continue
		case "on_version_apply":
			list, err := toTuple(t, v)
			if err != nil {
				return nil, err
			}
			v = list
		}
		if onlyIfGiven[name] && v == pyrt.None {
			continue
		}
		e.opts.SetStr(name, v)
	}
	e.opts.SetStr("script", e.lib.scriptDirectory())
	if kw, ok := pyrt.AsDict(a[len(configureOptions)]); ok {
		for _, x := range kw.Items() {
			if name, ok := pyrt.AsStr(x[0]); ok {
				e.opts.SetStr(name, x[1])
			}
		}
	}
	return pyrt.None, e.newContext(t, from, connection, a[3])
}

func (e *environment) newContext(t *pyrt.Thread, from, connection, dialectOpts pyrt.Value) error {
	d, err := e.lib.dialectFor(t, from, dialectOpts)
	if err != nil {
		return err
	}
	c, err := e.lib.newContext(t, d, connection, e.opts)
	if err != nil {
		return err
	}
	e.lib.context = c
	return e.lib.host.Configured(t, c)
}

// toTuple makes a tuple of one thing, of several, or of None.
func toTuple(t *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) {
	if v == pyrt.None {
		return pyrt.NewTuple(), nil
	}
	if _, ok := v.(pyrt.Callable); ok {
		if _, isTuple := v.(*pyrt.Tuple); !isTuple {
			return pyrt.NewTuple(v), nil
		}
	}
	list, err := pyrt.Collect(t, v)
	if err != nil {
		return pyrt.NewTuple(v), nil
	}
	return pyrt.NewTuple(list...), nil
}

// dialectFor finds the dialect: what the run was told, else what from says.
func (l *Library) dialectFor(t *pyrt.Thread, from, opts pyrt.Value) (*sqlgen.Dialect, error) {
	var d *sqlgen.Dialect
	switch {
	case l.set.Dialect != nil:
		copied := *l.set.Dialect
		d = &copied
	case from == pyrt.None || inert.Is(from) || isPlaceholder(from):
		why := "env.py gives no URL"
		switch {
		case inert.Is(from):
			why = "the database of env.py comes from a package that is not there"
		case isPlaceholder(from):
			why = "the URL of the database is the placeholder of Alembic's template"
		}
		if l.set.Assume == nil {
			return nil, pyrt.NewException(pyrt.ExceptionClass, pyrt.Str("Connection, url, or dialect_name is required."))
		}
		found, err := l.set.Assume(why)
		if err != nil {
			return nil, err
		}
		d = found
	default:
		found, err := l.sa.DialectOf(from)
		if err != nil {
			return nil, err
		}
		d = found
	}
	if o, ok := pyrt.AsDict(opts); ok {
		if v, ok := o.GetStr("paramstyle"); ok {
			if s, ok := pyrt.AsStr(v); ok {
				d.Paramstyle = s
			}
		}
	}
	return d, nil
}

// isPlaceholder tells whether a URL is the one that `alembic init` writes, which
// an application replaces when it runs its migrations.
func isPlaceholder(v pyrt.Value) bool {
	s, ok := pyrt.AsStr(v)
	return ok && strings.HasPrefix(s, "driver://")
}

// forward makes a function of the module that acts on the last context.
func (e *environment) forward(fn contextMethod, extra ...pyrt.Value) pyrt.BuiltinFunc {
	return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		if e.lib.context == nil {
			return nil, pyrt.NewException(pyrt.ExceptionClass, pyrt.Str("No context has been configured yet."))
		}
		return fn(e.lib.context, t, append(a, extra...))
	}
}

func (e *environment) getContext(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	if e.lib.context == nil {
		return nil, pyrt.NewException(pyrt.ExceptionClass, pyrt.Str("No context has been configured yet."))
	}
	return e.lib.context.Object(), nil
}

func (e *environment) isOffline(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
	v, ok := e.opts.GetStr("as_sql")
	if !ok {
		return pyrt.False, nil
	}
	return v, nil
}

func (e *environment) requiresConnection(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	v, err := e.isOffline(t, a)
	if err != nil {
		return nil, err
	}
	off, err := pyrt.Truth(t, v)
	return pyrt.Bool(!off), err
}

func (e *environment) isTransactional(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	if e.lib.context == nil {
		return nil, pyrt.NewException(pyrt.ExceptionClass, pyrt.Str("No context has been configured yet."))
	}
	return pyrt.Bool(e.lib.context.Transactional), nil
}

// xArguments is get_x_argument: the -x arguments, as a list or a dictionary.
func (e *environment) xArguments(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	asDict, err := pyrt.Truth(t, a[0])
	if err != nil {
		return nil, err
	}
	if !asDict {
		list := pyrt.NewList()
		for _, x := range e.lib.set.XArgs {
			list.Elems = append(list.Elems, pyrt.Str(x))
		}
		return list, nil
	}
	d := pyrt.NewDict()
	for _, x := range e.lib.set.XArgs {
		k, v, _ := strings.Cut(x, "=")
		d.SetStr(k, pyrt.Str(v))
	}
	return d, nil
}

func (e *environment) tag(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	if v, ok := e.opts.GetStr("tag"); ok {
		return v, nil
	}
	return pyrt.None, nil
}

func (e *environment) headRevision(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	return e.lib.revisionNumber("head")
}

func (e *environment) headRevisions(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	return e.lib.revisionNumber("heads")
}

func (e *environment) revisionArgument(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	n := e.lib.set.Destination.Names()
	if len(n) == 0 {
		return pyrt.None, nil
	}
	return e.lib.revisionNumber(n[0])
}

func (e *environment) startArgument(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	v, ok := e.opts.GetStr("starting_rev")
	if !ok {
		return nil, e.lib.commandError("No starting revision argument is available.")
	}
	s, ok := pyrt.AsStr(v)
	if !ok {
		return pyrt.None, nil
	}
	return e.lib.revisionNumber(s)
}

// revisionNumber is ScriptDirectory.as_revision_number: symbols become ids,
// ids stay as they are.
func (l *Library) revisionNumber(name string) (pyrt.Value, error) {
	ids, err := l.set.History.Resolve(name)
	if err != nil {
		return nil, l.raise(script.AsCommandError(err))
	}
	switch {
	case len(ids) == 0:
		return pyrt.None, nil
	case name == "heads":
		return tupleOf(ids), nil
	}
	return pyrt.Str(ids[0]), nil
}
