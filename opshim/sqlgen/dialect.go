package sqlgen

import (
	"context"
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// Dialect is one database's way to write SQL, with the choices that a run makes.
// Make one with New; the fields may be changed before its first use.
type Dialect struct {
	// Name is default, default_enhanced, postgresql, mysql, mariadb or sqlite.
	Name string
	// Paramstyle is named, pyformat, format, qmark, numeric or numeric_dollar.
	Paramstyle string
	// LiteralBinds renders bound values into the text (offline mode).
	LiteralBinds bool
	// Offline is --sql mode: no reflection, literals in bulk_insert, no server
	// version known.
	Offline bool
	// ServerVersion is the database's version, nil when unknown.
	ServerVersion []int
	// MariaDBServer is true when a mysql dialect talks to a MariaDB server.
	MariaDBServer bool
	// Driver is the name after "+" in a URL, "" for the dialect's usual one.
	Driver string
	// SQLAlchemy is "1.4", whose SQL is written as that of 2.0, "2.0" (also "") or "2.1".
	SQLAlchemy string
	// Naming is the naming convention of target_metadata; nil if none.
	Naming *schema.NamingConvention
	// NativeBoolean overrides the dialect's own answer when it is given.
	NativeBoolean schema.Tri
	// BackslashEscapes overrides whether backslashes in literals are doubled
	// (PostgreSQL and MySQL: yes until a connection says otherwise).
	BackslashEscapes schema.Tri
	// DefaultSchema is dialect.default_schema_name.
	DefaultSchema string
	// SchemaTranslate is schema_translate_map; "" stands for None.
	SchemaTranslate map[string]string
	// SchemaSymbols writes __[SCHEMA_x] for what SchemaTranslate would replace, as a
	// compiled statement shows it before it is executed.
	SchemaSymbols bool
	// NoBindCasts leaves the ::type out that PostgreSQL drivers ask for (the
	// dialect without a driver).
	NoBindCasts bool

	// AggregateOrder is "" for f(x ORDER BY y), "WITHIN_GROUP" or "NONE".
	AggregateOrder string

	own *traits // the facts that a script changed; nil: the dialect's
}

// New returns the dialect of that name with SQLAlchemy's defaults. An unknown name
// is an error.
func New(name string) (*Dialect, error) {
	t, ok := dialects[name]
	if !ok {
		return nil, &Error{Type: "NoSuchModuleError", Message: "Can't load plugin: sqlalchemy.dialects:" + name}
	}
	return &Dialect{Name: name, Paramstyle: t.paramstyle}, nil
}

// NewDriver is New for "dialect+driver".
func NewDriver(name, driver string) (*Dialect, error) {
	d, err := New(name)
	if err != nil || driver == "" {
		return d, err
	}
	d.Driver = driver
	if p := drivers[name+"+"+driver].paramstyle; p != "" {
		d.Paramstyle = p
	}
	return d, nil
}

// Placeholder is how the dialect writes a parameter of that name; styles with
// numbers have none before a statement is whole.
func (d *Dialect) Placeholder(name string) string {
	switch d.Paramstyle {
	case "qmark":
		return "?"
	case "format":
		return "%s"
	case "pyformat":
		return "%(" + name + ")s"
	}
	return ":" + name
}

// containsName looks a name up in a list of names with blanks round them.
func containsName(list, name string) bool { return strings.Contains(list, " "+name+" ") }

func (d *Dialect) traits() traits {
	if d.own != nil {
		return *d.own
	}
	t := dialects[d.Name]
	t.subscripts = d.Name == "postgresql" && (d.ServerVersion == nil || d.atLeast(14))
	if d.is21() && d.Name == "postgresql" {
		t.backslash, t.virtualComputed = false, true
	}
	return t
}

// TransactionalDDL reports whether Alembic takes the database to roll DDL back.
func (d *Dialect) TransactionalDDL() bool { return d.traits().transactionalDDL }

// SupportsComments reports dialect.supports_comments.
func (d *Dialect) SupportsComments() bool { return d.traits().comments }

func (d *Dialect) isMySQL() bool { return d.Name == "mysql" || d.Name == "mariadb" }

func (d *Dialect) isMariaDB() bool { return d.Name == "mariadb" || d.MariaDBServer }

func (d *Dialect) is21() bool { return d.SQLAlchemy == "2.1" }

// pyName is the dialect's name as Python sees it.
func (d *Dialect) pyName() string {
	if d.Name == "default_enhanced" {
		return "default"
	}
	return d.Name
}

func (d *Dialect) doublePercents() bool {
	return d.Paramstyle == "format" || d.Paramstyle == "pyformat"
}

func (d *Dialect) nativeBoolean() bool { return d.NativeBoolean.Or(d.traits().nativeBoolean) }

func (d *Dialect) backslashes() bool { return d.BackslashEscapes.Or(d.traits().backslash) }

// atLeast reports whether the server's version is known and not older.
func (d *Dialect) atLeast(v ...int) bool {
	if d.ServerVersion == nil {
		return false
	}
	for i, n := range v {
		have := 0
		if i < len(d.ServerVersion) {
			have = d.ServerVersion[i]
		}
		if have != n {
			return have > n
		}
	}
	return true
}

// defaultFunctions reports whether MySQL accepts expressions as defaults.
func (d *Dialect) defaultFunctions() bool {
	if d.ServerVersion == nil {
		return d.is21()
	}
	if d.isMariaDB() {
		return d.atLeast(10, 2, 1)
	}
	return d.atLeast(8, 0, 13)
}

// Param is one parameter of a statement, in the order in which it is bound.
type Param struct {
	Name  string
	Value any
	Type  schema.Type
	// Required is true when no value was given.
	Required bool
	// Tuples: the value is a list of tuples.
	Tuples bool
	// Expanding: the value is a list that an IN expands.
	Expanding bool
}

// Fetched are the columns of an INSERT or UPDATE whose values the database decides:
// those asked for with RETURNING, and those that are left to a query afterwards.
type Fetched struct{ Returning, Afterwards []*schema.Column }

// Stmt is one statement as it would be executed.
type Stmt struct {
	// Text is the raw text, leading line feeds and tabs included.
	Text   string
	Params []Param
	// Rows are the parameter sets of an executemany; nil for a single execution.
	Rows [][]Param
	// Positional is true when placeholders carry no name; then Params are in the
	// order of the placeholders.
	Positional bool
	// Comment is true for text that is no statement (op.StaticOutput).
	Comment bool
	Fetched Fetched
	// Control is "BEGIN", "COMMIT", ... for transaction events, else "".
	Control string
	// OnFailure is a statement that clears up when this one fails (batch mode).
	OnFailure string
	// Warning is what Alembic says as a Python warning at this point.
	Warning string
}

// Reflector answers what batch mode asks a database.
type Reflector interface {
	// ReflectTable returns the table as SQLAlchemy's reflection sees it.
	ReflectTable(ctx context.Context, name schema.Name) (*schema.Table, error)
}

// Session is what one migration run remembers between directives: the enum
// types that were created already. The zero value is ready.
type Session struct {
	// Mock compiles as Alembic's own test fixture does: every statement on its own,
	// without looking at parameters.
	Mock bool

	created map[string]bool
}

// Error is a failure as Python sees it.
type Error struct {
	Type    string // Python exception class, "CompileError"
	Message string
}

// Error is "Type: message".
func (e *Error) Error() string { return e.Type + ": " + e.Message }
