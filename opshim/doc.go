// Package opshim runs Alembic migrations: the upgrade() or downgrade() of one
// revision ([Run]), or everything that `alembic upgrade --sql` does including
// env.py ([OfflineSQL]), in the Python runtime of package pyrt with the names
// of alembic and sqlalchemy of its own.
//
// It takes a [script.Project] and a [Backend], the only seam to whatever stands
// for a database: a [Recorder] that keeps the steps, a symbolic explorer, a
// live connection. Each directive becomes an op.Op and is handed over at once,
// with the place in the revision file that asked for it ([Step]).
//
// It refuses to guess: names of alembic and sqlalchemy that it does not have
// fail when they are used, modules that cannot be found become inert objects
// that fail when a migration touches them. It connects to nothing; the URL of a
// project is only ever taken apart.
package opshim
