package pyalembic

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// SQLAlchemy is what this package needs of the library of SQLAlchemy names.
type SQLAlchemy interface {
	// MarkTransaction tells a connection object that a transaction has begun or
	// ended.
	MarkTransaction(connection pyrt.Value, open bool)
	// Import returns a module of sqlalchemy.
	Import(name string) (*pyrt.Module, error)
	// Order numbers the schema objects of the run.
	Order() *schema.Order
	// The conversions from Python objects to data; errors are Python
	// exceptions where the object is not what it should be.
	TypeOf(v pyrt.Value) (schema.Type, error)
	NewColumnOf(v pyrt.Value, table schema.Name) (*schema.Column, error)
	DefaultOf(v pyrt.Value) (schema.Default, error)
	TableOf(v pyrt.Value) (*schema.Table, error)
	ConstraintOf(v pyrt.Value) (schema.Constraint, error)
	IndexOf(v pyrt.Value) (*schema.Index, error)
	ItemOf(v pyrt.Value) (schema.Item, error)
	ExprOf(v pyrt.Value) (expr.Expr, error)
	StmtOf(v pyrt.Value) (expr.Stmt, error)
	OptionsOf(d *pyrt.Dict) (schema.Options, error)
	NameOf(v pyrt.Value) (schema.ConstraintName, error)
	NamingFrom(v pyrt.Value) (*schema.NamingConvention, error)
	// FromPython is a plain value; an expression comes back as it is.
	FromPython(v pyrt.Value) (any, error)
	// ExprValue is the Python object of an expression.
	ExprValue(e expr.Expr) (pyrt.Value, error)
	// BuildTable makes a Table in a MetaData of its own; items that belong to
	// another table are copied.
	BuildTable(name pyrt.Value, items []pyrt.Value, kw []pyrt.Keyword, naming *schema.NamingConvention) (*pyrt.Object, error)
	// Listeners are the functions that listen to an event of a table.
	Listeners(target pyrt.Value, event string) []pyrt.Value
	// Raise turns an error of sqlgen or of a backend into the Python exception
	// that SQLAlchemy raises for it; others come back as they are.
	Raise(err error) error
	// DialectObject is the Python object of a dialect.
	DialectObject(d *sqlgen.Dialect) (pyrt.Value, error)
	// DialectOf is the dialect of a connection, engine, URL or dialect name.
	DialectOf(v pyrt.Value) (*sqlgen.Dialect, error)
	// MockConnection is what op.get_bind() gives in --sql mode.
	MockConnection(d *sqlgen.Dialect) (pyrt.Value, error)
}

// A Host is the run: what directives are told to, and where revisions come
// from.
type Host interface {
	// Apply does a directive or a transaction event of context c.
	Apply(t *pyrt.Thread, c *Context, o op.Op) error
	// Print is a piece of output in --sql mode, without its line ends.
	Print(t *pyrt.Thread, c *Context, text string) error
	// Configured is told about each context.configure().
	Configured(t *pyrt.Thread, c *Context) error
	// Steps says what run_migrations is to do for c.
	Steps(t *pyrt.Thread, c *Context) ([]script.Step, error)
	// Rows are the rows of the version table of a context that is not in --sql
	// mode; Moved tells that they have changed.
	Rows(c *Context) []string
	Moved(c *Context, rows []string)
	// Module is the executed module of a revision.
	Module(t *pyrt.Thread, r *script.Revision) (*pyrt.Module, error)
	// Running says that upgrade() or downgrade() runs, until what it returns is
	// called.
	Running() (done func())
	// Warn is a warning of Alembic's.
	Warn(t *pyrt.Thread, text string)
}

// Settings are what the command line of Alembic would say.
type Settings struct {
	Project *script.Project
	History *script.History
	// Offline is --sql.
	Offline bool
	// XArgs are the -x arguments.
	XArgs []string
	// Tag is --tag.
	Tag *string
	// Start is the starting revision in --sql mode; nil if none.
	Start *string
	// Destination is the target as written.
	Destination script.Target
	// Purge is --purge of stamp.
	Purge bool
	// DontMutate keeps the version table from being made (current, check).
	DontMutate bool
	// NoStart says that the command has no starting revision to ask for.
	NoStart bool
	// Dialect replaces whatever env.py says, if not nil.
	Dialect *sqlgen.Dialect
	// Assume gives the dialect where env.py hides its database: its URL is not
	// there, or comes from a package that is not.
	Assume func(why string) (*sqlgen.Dialect, error)
}

// A Library is Alembic for one run. It is not safe for concurrent use.
type Library struct {
	thread *pyrt.Thread
	sa     SQLAlchemy
	host   Host
	set    Settings

	modules map[string]*pyrt.Module
	classes map[string]*pyrt.Type
	// current is what op.* acts on; nil outside of run_migrations.
	current *operations
	// context is what the last configure() made.
	context *Context
	// configured is what the last configure() of env.py made, once runs without
	// env.py have contexts of their own.
	configured *Context
	env        *environment
	// implementations are the functions of implementation_for, by class and
	// dialect name ("default").
	implementations map[*pyrt.Type]map[string]pyrt.Value
	directives      map[string]*directive
}

// New makes the library of one run.
func New(t *pyrt.Thread, sa SQLAlchemy, h Host, s Settings) *Library {
	l := &Library{
		thread: t, sa: sa, host: h, set: s,
		modules: map[string]*pyrt.Module{}, classes: map[string]*pyrt.Type{},
		implementations: map[*pyrt.Type]map[string]pyrt.Value{},
		directives:      map[string]*directive{},
	}
	for _, d := range directiveTable() {
		l.directives[d.name] = d
	}
	l.env = newEnvironment(l)
	return l
}

// Context is what the last context.configure() made; nil before.
func (l *Library) Context() *Context { return l.context }

// Import returns the module alembic or one below it; nil, nil when there is no
// such module.
func (l *Library) Import(name string) (*pyrt.Module, error) {
	if m, ok := l.modules[name]; ok {
		return m, nil
	}
	if name != "alembic" && !strings.HasPrefix(name, "alembic.") {
		return nil, nil
	}
	fill, ok := moduleTable()[name]
	if !ok {
		return nil, nil
	}
	m := pyrt.NewModule(name)
	m.Set("__package__", pyrt.Str(name))
	m.Set("__path__", pyrt.NewList())
	l.modules[name] = m
	if fill != nil {
		if err := fill(l, m); err != nil {
			return nil, err
		}
	}
	if m.Lazy == nil {
		m.Lazy = l.submodule(name)
	}
	return m, nil
}

// submodule finds attributes that are modules below.
func (l *Library) submodule(name string) func(*pyrt.Thread, string) (pyrt.Value, error) {
	return func(_ *pyrt.Thread, attr string) (pyrt.Value, error) {
		m, err := l.Import(name + "." + attr)
		if m == nil || err != nil {
			return nil, err
		}
		return m, nil
	}
}

// saName is a name of the sqlalchemy package itself.
func (l *Library) saName(t *pyrt.Thread, module, name string) (pyrt.Value, error) {
	m, err := l.sa.Import(module)
	if err != nil {
		return nil, err
	}
	return pyrt.GetAttr(t, m, name)
}

// saCall calls a function or class of sqlalchemy.
func (l *Library) saCall(t *pyrt.Thread, name string, args pyrt.Args) (pyrt.Value, error) {
	fn, err := l.saName(t, "sqlalchemy", name)
	if err != nil {
		return nil, err
	}
	return pyrt.Call(t, fn, args)
}
