package opshim

import (
	"io"

	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// Options say how a project is run. The zero value is Alembic without
// arguments.
type Options struct {
	// Dialect is used whatever env.py says: postgresql, mysql, mariadb or
	// sqlite; "" asks env.py, then the configuration.
	Dialect string
	// SQLAlchemy is "1.4", "2.0" (also "") or "2.1".
	SQLAlchemy string
	// ServerVersion is the version of the database that is assumed.
	ServerVersion []int
	// XArgs are the -x arguments, KEY=VALUE.
	XArgs []string
	// Tag is --tag; nil if it was not given.
	Tag *string
	// Env is the environment that scripts see.
	Env map[string]string
	// PythonPath are folders with importable packages, besides those that the
	// project's configuration names.
	PythonPath []string
	// Stubs are folders of the project with modules that stand in for packages,
	// before anything else of that name.
	Stubs []string
	// Online executes the branch of env.py that has a connection first: what it
	// does there (PRAGMA foreign_keys, SET search_path) is part of the real thing.
	Online bool
	// Stdout and Stderr take what scripts print; nil discards it.
	Stdout, Stderr io.Writer
	// Range and Downgrade are for OfflineSQL: what `alembic upgrade RANGE
	// --sql` has. Range "" is heads.
	Range     string
	Downgrade bool
}

// A Configuration is what one context.configure() of env.py asked for.
type Configuration struct {
	// Dialect has the parameter style and the naming convention of env.py.
	Dialect *sqlgen.Dialect
	// Transactional says whether the whole upgrade can be rolled back;
	// PerMigration that each revision has its own transaction.
	Transactional, PerMigration bool
	VersionTable, VersionSchema string
	// NamingHidden tells that target_metadata is there but could not be read:
	// a naming convention may be missing.
	NamingHidden bool
	// Before are the steps that env.py does itself before it runs migrations,
	// such as SET search_path.
	Before []Step
}
