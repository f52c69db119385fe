package sqlgen

import (
	"context"

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
	// SQLAlchemy is "2.0" (also "") or "2.1".
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
}

// Param is one parameter of a statement, in the order in which it is bound.
type Param struct {
	Name  string
	Value any
	Type  schema.Type
	// Required is true when no value was given.
	Required bool
	// Many: the value is a list that an IN expands.
	Expanding bool
}

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
	created map[string]bool
}

// Error is a failure as Python sees it.
type Error struct {
	Type    string // Python exception class, "CompileError"
	Message string
}

// Error is "Type: message".
func (e *Error) Error() string { return e.Type + ": " + e.Message }
